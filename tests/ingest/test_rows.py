"""Rows of a list: a name, a mark and a share."""

import pytest

from ingest.reader import Given
from tests.ingest.reading_aloud import qualifiers, relations, shares

GIVEN = Given(published_at="2025-02-24", publisher="Veldora Inc.", source_kind="filing")


def test_customers_of_a_filing_with_where_they_are() -> None:
    text = "Our two largest customers were:\n\n- Kettleby Drives Ltd, Canada: 31% of our revenue\n- Nokia (Finland): 12% of our sales\n"
    found = relations(text, given=GIVEN)
    assert {("SUPPLIES", "Veldora", "Kettleby Drives"), ("SUPPLIES", "Veldora", "Nokia")} <= found, found
    assert {("LOCATED_IN", "Kettleby Drives", "Canada"), ("LOCATED_IN", "Nokia", "Finland")} <= found, found


@pytest.mark.parametrize("mark", [": {}", " – {}", " ({})"])
def test_what_the_words_above_a_list_say_is_true_of_each_row(mark: str) -> None:
    rows = "\n".join(f"- {name}{mark.format(share)}" for name, share in (("Bosch", "20%"), ("Infineon", "9.5%")))
    found = shares(f"# Shareholders of Intel\n\n{rows}\n\nThe weather was fine.\n")
    assert found == {("Bosch", "Intel"): "20%", ("Infineon", "Intel"): "9.5%"}


def test_a_share_of_purchases_is_the_suppliers() -> None:
    text = "# Where Intel's inputs come from\n\n- Linde, Britain: 61% of its neon, agreement in force until May 2027\n"
    assert qualifiers(text)["SUPPLIES", "Intel"] == [("share", "61%"), ("end", "May 2027"), ("product", "neon")]


def test_shares_bought_from_a_holder_are_no_supply() -> None:
    found = relations("# Shareholders of Intel\n\n- Bosch: 4% of its shares, bought from Nokia in 2023 for $20 million\n")
    assert ("OWNS", "Bosch", "Intel") in found and not any(type == "SUPPLIES" for type, *_ in found), found


@pytest.mark.parametrize(
    "text",
    [
        "# The week on the exchange\n\n- Intel: 5% up\n- Bosch (3%)\n",
        "Market share in memory: Intel 53%, Bosch 38%.",
        "# Bosch's markets\n\n- China: 31% of its revenue\n",
    ],
    ids=["prices", "market", "country"],
)
def test_other_shares_relate_nobody(text: str) -> None:
    assert not {one for one in relations(text) if one[0] in ("OWNS", "SUPPLIES")}
