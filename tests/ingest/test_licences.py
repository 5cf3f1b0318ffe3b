"""Licences: who has them, who gives them, for what."""

import pytest

from tests.ingest.reading_aloud import denied, names, qualifiers, relations


def test_who_gives_one_to_whom_and_for_what() -> None:
    found = {type for type, _, _ in relations("The Commerce Department granted Samsung an annual licence for EUV scanners.")}
    assert {"GRANTED_TO", "ISSUED_BY", "COVERS"} <= found


def test_who_was_refused_one_has_none() -> None:
    assert {type for type, _, _ in denied("The Commerce Department denied Huawei a licence.")} == {"GRANTED_TO", "ISSUED_BY"}


@pytest.mark.parametrize("text", ["Exports need a licence.", "Arm charges a licence fee.", "Intel wants the licence requirement to go."])
def test_what_nobody_has_is_no_entity(text: str) -> None:
    assert "Licence" not in names(text).values()


@pytest.mark.parametrize("text", ["Corvane will need a permit 30 days before shipping.", "Exports need a licence 20 days ahead."])
def test_a_number_of_days_is_no_number_of_a_licence(text: str) -> None:
    assert "Licence" not in names(text).values()


def test_who_was_refused_one_may_be_the_subject() -> None:
    assert ("GRANTED_TO", "licence for Huawei", "Huawei") in denied("Huawei was refused a licence.")


def test_what_a_numbered_one_is_for_and_whereto() -> None:
    text = "Licence 0713/26 was granted to Bosch GmbH for the export of 40 tonnes of antimony to Norway."
    covered = {tail for type, _, tail in relations(text) if type == "COVERS"}
    assert covered == {"antimony", "Norway"}


def test_a_general_one_needs_no_holder() -> None:
    covered = {tail for type, _, tail in relations("The general licence covering neon for Vietnam remains in force.") if type == "COVERS"}
    assert covered == {"neon", "Vietnam"}


def test_what_a_licence_lets_one_go_on_doing_one_does() -> None:
    found = relations("Under a temporary licence, Bosch may keep running its plant in Dresden.")
    assert {type for type, _, tail in found if type in ("GRANTED_TO", "OPERATES")} == {"GRANTED_TO", "OPERATES"}


def test_how_much_it_is_for_is_said_of_the_goods() -> None:
    bound = qualifiers("The Commerce Department granted Bosch a licence to export 40 tonnes of antimony to Norway.")
    assert bound["COVERS", "antimony"] == [("quantity", "40 tonnes")] and bound["COVERS", "Norway"] == []
