"""Lists of a notice: who is put on a list, and where they are."""

from tests.ingest.reading_aloud import relations

TEXT = (
    "The following entities are added to the Entity List under the destination of China: Hongrui Microfabrication Co., Ltd.; "
    "Weiran Photomask; and Lumei Precision."
)


def test_every_name_behind_the_colon_is_listed_under_its_country() -> None:
    found = relations(TEXT)
    listed = {object_ for type, subject, object_ in found if (type, subject) == ("RESTRICTS", "Entity List")}
    assert listed == {subject for type, subject, object_ in found if (type, object_) == ("LOCATED_IN", "China")}
    assert {"Weiran Photomask", "Lumei Precision"} < listed and len(listed) == 3


def test_a_list_of_other_things_lists_nobody() -> None:
    assert not relations("The following changes are made to the Entity List: Weiran Photomask; and Lumei Precision.")


def test_a_noun_may_announce_the_list() -> None:
    found = relations("The notice has two additions to the Entity List: Weiran Photomask and Lumei Precision Ltd.")
    assert {object_ for type, subject, object_ in found if (type, subject) == ("RESTRICTS", "Entity List")} >= {"Weiran Photomask"}


def test_a_participle_may_open_it() -> None:
    found = relations("Removed from the Entity List: Weiran Optics and Lumei Precision Ltd.")
    assert ("RESTRICTS", "Entity List", "Weiran Optics") in found


def test_what_the_clause_says_after_an_addition_is_no_list() -> None:
    assert not relations("The addition to the Entity List hurts three firms: Weiran Photomask and Lumei Precision Ltd.")


def test_nothing_may_be_supplied_to_those_that_follow() -> None:
    text = "Nothing may be supplied under the Export Control Law to the following persons: Weiran Optics Ltd; and Lumei Precision Ltd."
    assert {"Weiran Optics", "Lumei Precision"} <= {
        object_.removesuffix(" Ltd") for type, subject, object_ in relations(text) if (type, subject) == ("RESTRICTS", "Export Control Law")
    }
