"""What an edge means to the measures, and whose loss a country's is."""

import pytest

from graph.assemble import assemble
from graph.network import Network
from graph.projection import Scope, project
from risk.target import target
from tests.factory import entity, evidence


def network(*told: tuple[str, str, str, dict[str, object]], scope: Scope | None = None) -> Network:
    entities = [
        entity("Country", "Taiwan", country="TW"),
        entity("Country", "Japan", country="JP"),
        entity("Company", "TSMC", country="TW"),
    ]
    return project(assemble(evidence(*told)), entities, scope=scope or Scope())


def triples(net: Network) -> set[tuple[str, str, str]]:
    groups = net.group_of
    return {(net.ids[net.buyer[groups[t]]], net.product[groups[t]], net.ids[net.supplier[t]]) for t in range(len(net.supplier))}


@pytest.mark.parametrize(
    ("type", "source", "end", "expected"),
    [
        ("SUPPLIES", "company:a", "company:b", {("company:b", "unspecified", "company:a")}),
        ("DEPENDS_ON", "company:a", "company:b", {("company:a", "unspecified", "company:b")}),
        ("DEPENDS_ON", "company:a", "material:g", {("company:a", "material:g", "material:g")}),
        ("USES", "company:a", "chip:c", {("company:a", "chip:c", "chip:c")}),
        ("DEVELOPS", "company:a", "chip:c", {("chip:c", "design", "company:a"), ("company:a", "chip:c", "chip:c")}),
        ("MANUFACTURES", "facility:f", "chip:c", {("chip:c", "manufacture", "facility:f")}),
        ("OPERATES", "company:a", "facility:f", {("facility:f", "operator", "company:a")}),
        ("INPUT_TO", "product:hbm", "chip:c", {("chip:c", "product:hbm", "product:hbm")}),
        ("PARTNERS_WITH", "company:a", "company:b", set()),
        ("COMPETES_WITH", "company:a", "company:b", set()),
        ("INVESTS_IN", "company:a", "company:b", set()),
        ("PAYS", "company:a", "company:b", set()),
        ("OWNS", "company:a", "company:b", set()),
    ],
)
def test_what_an_edge_means(type: str, source: str, end: str, expected: set[tuple[str, str, str]]) -> None:
    assert triples(network((type, source, end, {}))) == expected


def test_a_named_product_is_the_group() -> None:
    told = ("SUPPLIES", "company:a", "company:b", {"product": "product:hbm"})
    assert triples(network(told)) == {("company:b", "product:hbm", "company:a")}


@pytest.mark.parametrize("fields", [{"modality": "planned"}, {"modality": "possible"}, {"alleged": True}, {"modality": "historical"}])
def test_what_is_not_a_fact_gives_no_triple_unless_asked_for(fields: dict[str, object]) -> None:
    told = ("SUPPLIES", "company:a", "company:b", fields)
    assert triples(network(told)) == set()
    assert len(triples(network(told, scope=Scope(planned=True, possible=True, historical=True, alleged=True)))) == 1


def test_a_stated_share_wins_over_an_unstated_one() -> None:
    net = network(("SUPPLIES", "company:a", "company:b", {"share_lo": 0.3, "share_hi": 0.4}), ("DEPENDS_ON", "company:b", "company:a", {}))
    assert (net.share_lo.tolist(), net.share_hi.tolist()) == ([0.3], [0.4])


def test_least_shares_that_contradict_each_other_are_scaled_to_one() -> None:
    told = [("SUPPLIES", f"company:{name}", "company:b", {"share_lo": 0.8, "share_hi": 1.0}) for name in "ac"]
    assert network(*told).share_lo.tolist() == [0.5, 0.5]


def test_a_site_counts_where_it_stands_and_its_firm_only_in_part() -> None:
    net = network(("OPERATES", "company:tsmc", "facility:kumamoto", {}), ("LOCATED_IN", "facility:kumamoto", "country:japan", {}))
    position = net.position("company:tsmc")
    assert target(net, "country:japan").hi[net.position("facility:kumamoto")] == 1.0
    assert [getattr(target(net, "country:taiwan"), name)[position] for name in ("lo", "hi")] == [0.0, 1.0]
    assert [getattr(target(net, "country:japan"), name)[position] for name in ("lo", "hi")] == [0.0, 1.0]


def test_a_firm_without_a_known_site_counts_at_its_headquarters() -> None:
    net = network(("SUPPLIES", "company:tsmc", "company:b", {}))
    assert target(net, "country:taiwan").lo[net.position("company:tsmc")] == 1.0


def test_a_target_takes_what_it_controls_along() -> None:
    net = network(
        ("SUBSIDIARY_OF", "company:b", "company:a", {}),
        ("OWNS", "company:b", "company:c", {"share_lo": 0.6, "share_hi": 0.6}),
        ("OWNS", "company:c", "company:d", {"share_lo": 0.5, "share_hi": 0.5}),
    )
    assert set(target(net, "company:a").members) == {"company:a", "company:b", "company:c"}
