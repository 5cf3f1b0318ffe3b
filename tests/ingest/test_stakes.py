"""Stakes that do not name again what they are in."""

from tests.ingest.reading_aloud import qualifiers, relations, shares


def test_the_others_hold_the_rest_of_the_same_firm() -> None:
    found = relations("TSMC owns 70 percent of ESMC; Bosch, Infineon and NXP have 10 percent each.")
    owners = {subject for type, subject, object_ in found if type == "OWNS" and object_.startswith("E")}
    assert len(owners) == 4, found


def test_a_share_of_a_market_is_no_stake() -> None:
    found = relations("TSMC owns 70 percent of ESMC. Samsung has 10 percent of the foundry market.")
    assert not any(type == "OWNS" and subject.startswith("Samsung") for type, subject, _ in found), found


def test_the_rest_of_a_stake_is_not_that_of_the_holders_own_owner() -> None:
    text = (
        "SoftBank agreed to buy Ampere Computing. Carlyle owns 59.65 percent of Ampere Computing. "
        "Arm, itself about 90 percent owned by SoftBank, holds the remaining 8.08 percent."
    )
    assert shares(text)[("Arm", "Ampere Computing")] == "8.08 percent"


def test_a_share_before_a_participle_is_that_of_its_agent() -> None:
    text = "Arm, itself about 90 percent owned by SoftBank, holds the remaining 8.08 percent of Ampere Computing."
    assert shares(text)[("SoftBank", "Arm")] == "90 percent"


def test_each_holder_of_a_list_has_its_own_share() -> None:
    text = "Vellum Chips, in which Padma Group, Hsin-Tai Foundry and Orchard Capital hold 60, 30 and 10 percent respectively, fell."
    assert shares(text)[("Hsin-Tai Foundry", "Vellum Chips")] == "30"


def test_the_parent_of_a_firm_holds_its_stake_in_it() -> None:
    text = "Vellum Chips is a subsidiary of Padma Group, which holds 72%."
    assert shares(text) == {("Padma Group", "Vellum Chips"): "72%"}


def test_each_of_several_own_as_much() -> None:
    found = shares("Infineon, Bosch and NXP each own 10% of European Semiconductor Manufacturing Company.")
    assert found == {(holder, "ESMC"): "10%" for holder in ("Infineon", "Bosch", "NXP")}


def test_a_share_of_sales_is_no_stake_in_what_the_pronoun_names() -> None:
    found = relations("Intel buys from ASML. It makes scanners. China took 36% of system sales in 2024, none of it EUV.")
    assert not any(type == "OWNS" for type, _, _ in found)


def test_a_fraction_before_owned_is_the_stake() -> None:
    assert shares("Nexperia is a third owned by SoftBank.") == {("SoftBank", "Nexperia"): "a third"}


def test_who_bought_a_firm_holds_the_equity() -> None:
    assert ("OWNS", "SoftBank", "Arm") in relations("SoftBank, which purchased Arm in 2016, still holds about 90% of the equity.")
    assert not {one for one in relations("SoftBank, which bought Arm, has 30% of its staff in Japan.") if one[0] == "OWNS"}


def test_who_holds_a_part_and_buys_the_rest_acquires() -> None:
    assert ("ACQUIRES", "Intel", "Altera") in relations("Intel holds 20% of Altera and may purchase the balance in 2026.")
    assert not {one for one in relations("Intel holds 20% of Altera and spent the rest on chips.") if one[0] == "ACQUIRES"}


def test_who_sold_its_part_held_it_until_then() -> None:
    text = "Altera is 51% owned by Intel; the fund Larkfield Capital sold its 10% in 2023."
    assert shares(text) == {("Intel", "Altera"): "51%", ("Larkfield Capital", "Altera"): "10%"}
    assert ("end", "2023") in qualifiers(text)["OWNS", "Altera"]
    assert shares("Intel owns 51% of Altera; Bosch did not sell its 10%.") == {("Intel", "Altera"): "51%"}


def test_the_shares_kept_are_those_of_the_only_firm_spoken_of() -> None:
    assert shares("Lena Kask stays at Altera and keeps 6% of the shares.") == {("Lena Kask", "Altera"): "6%"}
    assert not shares("Lena Kask of Bosch stays at Altera and keeps 6% of the shares.")


def test_the_remaining_percentage_is_a_stake() -> None:
    found = relations("Intel holds 51% of Altera and may buy the remaining 49% by June 2027.")
    assert ("OWNS", "Intel", "Altera") in found and not any(type == "ACQUIRES" for type, *_ in found), found
