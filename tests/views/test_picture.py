"""Pictures: places are the same each time, flows run in no circle, and what is left out is told."""

from datetime import date

import pytest

from answers.picture import chains, flows, neighbours
from answers.profile import answer as profile
from answers.reliance import HopAnswer, PathAnswer, RelianceAnswer
from answers.reliance import answer as reliance
from answers.snapshot import snapshot
from graph.store import Store
from tests.factory import told

A, B, C, D = (f"company:{name}" for name in "abcd")
DAY = date(2026, 2, 1)


def hop(buyer: str, supplier: str, share: float | None = None) -> HopAnswer:
    return HopAnswer(
        type="SUPPLIES",
        from_=buyer,
        to=supplier,
        from_name=buyer[-1].upper(),
        to_name=supplier[-1].upper(),
        product=None,
        product_name=None,
        share_lo=share,
        share_hi=share,
        cue=None,
        p=0.9,
        statements=(),
    )


@pytest.fixture
def asked(embedded_store: Store) -> RelianceAnswer:
    """A <- B <- C, from the store; its paths are replaced where a test wants others."""
    embedded_store.write(told("B supplies A.", "SUPPLIES", B, A, share_lo=0.4, share_hi=0.6))
    embedded_store.write(told("C supplies B.", "SUPPLIES", C, B))
    return reliance(snapshot(embedded_store, as_of=DAY), A, C)


def with_paths(answer: RelianceAnswer, *paths: list[HopAnswer]) -> RelianceAnswer:
    return answer.model_copy(update={"paths": tuple(PathAnswer(hops=tuple(path)) for path in paths)})


def test_tiers_stand_in_columns_from_the_buyer_on(asked: RelianceAnswer) -> None:
    across = {node.id: node.x for node in chains(asked).nodes}
    assert across[A] < across[B] < across[C]


def test_the_same_answer_gives_the_same_picture(asked: RelianceAnswer) -> None:
    assert chains(asked) == chains(asked)
    assert flows(asked) == flows(asked)


def test_no_two_nodes_stand_in_one_place(asked: RelianceAnswer) -> None:
    nodes = chains(with_paths(asked, [hop(A, B), hop(B, D)], [hop(A, C), hop(C, D)])).nodes
    assert len({(node.x, node.y) for node in nodes}) == len(nodes) == 4


def test_an_unstated_size_is_marked(asked: RelianceAnswer) -> None:
    assert {(flow.source, flow.stated) for flow in flows(asked).flows} == {("b", True), ("c", False)}


def test_a_circle_loses_its_thinnest_band_and_says_so(asked: RelianceAnswer) -> None:
    found = flows(with_paths(asked, [hop(A, B, 0.9), hop(B, C, 0.8), hop(C, A, 0.1)]))
    assert {(flow.source, flow.target) for flow in found.flows} == {("B", "A"), ("C", "B")}
    assert found.dropped == ("A → C",)


def test_two_circles_are_both_broken(asked: RelianceAnswer) -> None:
    found = flows(with_paths(asked, [hop(A, B, 0.9), hop(B, A, 0.2)], [hop(C, D, 0.9), hop(D, C, 0.3)]))
    assert sorted(found.dropped) == ["A → B", "C → D"]


def test_neighbours_beyond_the_limit_are_counted(embedded_store: Store) -> None:
    for number in range(6):
        embedded_store.write(told(f"Firm {number} supplies A.", "SUPPLIES", f"company:f{number}", A))
    found = neighbours(profile(snapshot(embedded_store, as_of=DAY), A), most=4)
    assert (len(found.nodes), found.left_out) == (5, 2)
