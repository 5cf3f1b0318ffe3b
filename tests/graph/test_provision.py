"""Market shares by country and by firm as one network, kinds of groups, and weights of products."""

import numpy as np
import pytest

from graph.assemble import assemble
from graph.evidence import Qualifier
from graph.network import Kind, Network
from graph.projection import kind_of, project
from risk.reliance import reliance
from tests.factory import entity, evidence

CHIPS, TAIWAN, JAPAN = "input:chips", "country:taiwan", "country:japan"
Told = tuple[str, str, str, dict[str, object]]


def network(*told: Told) -> Network:
    entities = [
        entity("Country", "Taiwan", country="TW"),
        entity("Country", "Japan", country="JP"),
        entity("Company", "TSMC", country="TW"),
        entity("Company", "UMC", country="TW"),
        entity("Company", "Intel", country="US"),
        entity("Input", "Scanners", kind="tool_resource", market_size=3.0),
        entity("Input", "Furnaces", market_size=1.0),
    ]
    return project(assemble(evidence(*told)), entities)


def provides(who: str, share: float | None = None, of: str = CHIPS) -> Told:
    return "PROVIDES", who, of, {} if share is None else {"share_lo": share, "share_hi": share}


MARKET = network(provides(TAIWAN, 0.6), provides(JAPAN, 0.4), provides("company:tsmc"), provides("company:umc"), provides("company:intel"))


@pytest.mark.parametrize(
    ("on", "lo", "hi"),
    [(TAIWAN, 0.6, 0.6), (JAPAN, 0.4, 0.4), ("company:tsmc", 0.0, 0.6), ("company:intel", 0.0, 0.0)],
)
def test_a_firm_shares_in_its_countrys_part_and_nothing_counts_twice(on: str, lo: float, hi: float) -> None:
    """Intel's country is not listed, and the listed countries leave nothing."""
    found = reliance(MARKET, CHIPS, on)
    for reading in (found.face, found.linear, found.leontief):
        assert (reading.lo, reading.hi) == (pytest.approx(lo), pytest.approx(hi))


def test_a_stated_share_of_a_firm_is_its_part_of_its_country() -> None:
    held = network(provides(TAIWAN, 0.6), provides("company:tsmc", 0.3), provides("company:umc"))
    found = reliance(held, CHIPS, "company:tsmc").linear
    assert (found.lo, found.hi) == (pytest.approx(0.3), pytest.approx(0.3))


def test_firms_without_a_listed_country_stay_as_they_are() -> None:
    held = network(provides("company:tsmc", 0.5), provides("company:umc"))
    assert not len(held.parts)
    assert reliance(held, CHIPS, "company:tsmc").face.lo == 0.5


def test_the_market_of_a_category_is_that_of_its_variants_by_size() -> None:
    held = network(
        provides(TAIWAN, 1.0),
        ("VARIANT_OF", "input:scanners", CHIPS, {}),
        ("VARIANT_OF", "input:furnaces", CHIPS, {}),
        provides(JAPAN, 1.0, "input:scanners"),
    )
    assert reliance(held, CHIPS, TAIWAN).linear.hi == 0.0
    assert reliance(held, CHIPS, JAPAN).linear.central == pytest.approx(0.75)


def test_an_input_that_has_makers_of_its_own_is_supplied_by_itself_wholly() -> None:
    held = network(
        ("USES", "company:tsmc", "chip:h20", {}), ("MANUFACTURES", "company:umc", "chip:h20", {"share_lo": 0.2, "share_hi": 0.2})
    )
    assert reliance(held, "company:tsmc", "company:umc").leontief.lo == pytest.approx(0.2)


def test_weights_of_products_are_those_that_sources_agree_on() -> None:
    def bought(product: str, *weights: float) -> list[Told]:
        said = [(Qualifier(name="product_weight", text=f"{weight}", value=weight),) for weight in weights]
        return [("SUPPLIES", "company:tsmc", "company:intel", {"product": product, "qualifiers": one}) for one in said]

    held = network(*bought("product:wafers", 0.7, 0.7), *bought("product:gas", 0.2, 0.3))
    weights = dict(zip(held.product, held.weight, strict=True))
    assert weights["product:wafers"] == pytest.approx(0.7)
    assert np.isnan(weights["product:gas"])


@pytest.mark.parametrize(
    ("group", "kind"),
    [
        ("design", Kind.RIGHT),
        ("input:scanners", Kind.STOCK),
        ("input:furnaces", Kind.STOCK),
        ("manufacture", Kind.FLOW),
        ("product:x", Kind.FLOW),
    ],
)
def test_a_tool_is_a_stock_and_a_design_a_right(group: str, kind: Kind) -> None:
    entities = [entity("Input", "Scanners", kind="tool_resource"), entity("Input", "Furnaces")]
    assert kind_of(group, {one.id: one for one in entities}) is kind
