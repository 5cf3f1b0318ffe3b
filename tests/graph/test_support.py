"""What counts as known: given names, two stories, or one and a confirmation; a name of two entities is nobody's."""

from typing import Any

import pytest

from graph.evidence import Entity
from graph.support import Named, supported
from tests.factory import entity

ONE, TWO = frozenset(["origin:1"]), frozenset(["origin:1", "origin:2"])
RHEINSIL = entity("Company", "Rheinsil Chemie", provisional=True)


def kept(*named: Named) -> dict[str, tuple[str, ...]]:
    """Id -> aliases of what counts as known."""
    return {one.id: one.aliases for one in supported(named)}


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ({"calls": {"Rheinsil Chemie": ONE}}, False),
        ({"calls": {"Rheinsil Chemie": TWO}}, True),
        ({"calls": {"Rheinsil Chemie": ONE}, "confirmed": True}, True),
        ({"confirmed": True}, False),
    ],
    ids=["one story", "two stories", "one story and a confirmation", "never called by name"],
)
def test_what_text_alone_knows_needs_support(said: dict[str, Any], known: bool) -> None:
    assert ("company:rheinsil-chemie" in kept(Named(entity=RHEINSIL, **said))) is known


def test_what_a_data_set_gives_is_known_with_its_aliases() -> None:
    assert kept(Named(entity=entity("Company", "Rheinsil Chemie", "RCH"))) == {"company:rheinsil-chemie": ("RCH",)}


def test_a_name_of_two_types_is_not_known() -> None:
    product = Named(entity=entity("Product", "Rheinsil Chemie", provisional=True), calls={"Rheinsil Chemie": ONE})
    assert kept(Named(entity=RHEINSIL, calls={"Rheinsil Chemie": TWO}), product) == {}


def test_an_alias_of_two_is_dropped_alone() -> None:
    other = Named(entity=entity("Company", "Rheinsil Motors", provisional=True), calls={"Rheinsil": ONE})
    named = Named(entity=RHEINSIL, calls={"Rheinsil Chemie": TWO, "Rheinsil": TWO, "Rheinsil Chemie AG": ONE})
    assert kept(named, other) == {"company:rheinsil-chemie": ("Rheinsil Chemie AG",)}


def test_a_short_form_of_one_story_is_that_storys_alone() -> None:
    named = Named(entity=RHEINSIL, calls={"Rheinsil Chemie": TWO, "Rheinsil": TWO, "RC": ONE})
    assert kept(named) == {"company:rheinsil-chemie": ("Rheinsil",)}


def test_the_order_does_not_show() -> None:
    named = [Named(entity=Entity(id=f"company:{name}", type="Company", name=name)) for name in ("b", "a")]
    assert supported(named) == supported(named[::-1])
