"""Statements add up to edges: kept apart by modality, weighed by origin, bounded by what words imply."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.assemble import Edge, assemble
from graph.evidence import Evidence, Judgement
from tests.factory import article, statement

TSMC, NVIDIA = "company:tsmc", "company:nvidia"


def said(text: str, *, origin: str | None = None, source_kind: str = "wire", type: str = "SUPPLIES", **fields: object) -> Evidence:
    written = article(text, **({"published_at": fields.pop("published_at")} if "published_at" in fields else {}))
    subject, object_ = fields.pop("subject", TSMC), fields.pop("object", NVIDIA)
    return Evidence(
        statement=statement(written, type, str(subject), str(object_), **fields),
        origin=origin or written.origin,
        source_kind=source_kind,  # type: ignore[arg-type]
    )


def only(edges: list[Edge]) -> Edge:
    assert len(edges) == 1
    return edges[0]


def test_a_plan_and_a_fact_are_two_edges() -> None:
    edges = assemble([said("TSMC supplies NVIDIA."), said("TSMC will supply NVIDIA.", modality="planned")])
    assert {edge.modality for edge in edges} == {"actual", "planned"}


def test_a_denial_alone_is_no_edge() -> None:
    assert assemble([said("TSMC does not supply NVIDIA.", polarity="negated")]) == []


def test_the_newest_word_decides_what_a_denial_does() -> None:
    reported = said("TSMC supplies NVIDIA.", published_at="2026-01-01")
    denied = said("TSMC denied it.", polarity="negated", published_at="2026-02-01")
    confirmed = said("A filing names TSMC.", published_at="2026-03-01", source_kind="filing")
    assert only(assemble([reported])).standing == "reported"
    assert only(assemble([reported, denied])).standing == "denied"
    assert only(assemble([reported, denied, confirmed])).standing == "disputed"
    assert only(assemble([reported, confirmed])).standing == "confirmed"


def test_copies_of_one_story_count_once_and_origins_add_up() -> None:
    """The printed example of docs/methods.md: .85 and .80 of one origin, aged 30 days, and .70 hedged and aged 400."""
    first = said("One.", origin="a", confidence=0.85 / 0.9, published_at="2026-03-01")
    copy = said("One, copied.", origin="a", confidence=0.80 / 0.9, published_at="2026-03-01")
    edge = only(assemble([first, copy], as_of=date(2026, 3, 31)))
    assert edge.origins == 1
    assert edge.p == pytest.approx(0.826129, abs=1e-6)


def test_independent_origins_are_joined_by_noisy_or() -> None:
    items = [said("One.", origin="a", confidence=0.6 / 0.9), said("Two.", origin="a", confidence=0.5 / 0.9)]
    edge = only(assemble([*items, said("Three.", origin="b", confidence=0.3 / 0.9)]))
    assert edge.p == pytest.approx(0.72)


def test_bounds_that_disagree_are_joined_not_averaged() -> None:
    edge = only(assemble([said("60 %.", share_lo=0.6, share_hi=0.6), said("40 %.", share_lo=0.4, share_hi=0.4), said("Some.")]))
    assert (edge.share_lo, edge.share_hi) == (0.4, 0.6)


def test_known_at_looks_at_publication_and_as_of_at_validity() -> None:
    ended = said("TSMC supplied NVIDIA until 2024.", valid_to="2024", published_at="2025-05-05")
    assert assemble([ended], as_of=date(2026, 1, 1)) == []
    assert len(assemble([ended], as_of=date(2024, 6, 1))) == 1
    assert assemble([ended], as_of=date(2024, 6, 1), known_at=date(2024, 6, 1)) == []


def test_an_undirected_pair_is_one_edge_whichever_way_it_is_told() -> None:
    one = said("A and B.", type="PARTNERS_WITH")
    other = said("B and A.", type="PARTNERS_WITH", subject=NVIDIA, object=TSMC)
    assert only(assemble([one, other])).origins == 2


texts = st.lists(
    st.tuples(st.text("abc", min_size=1), st.sampled_from(["actual", "planned"]), st.sampled_from(["affirmed", "negated"])), max_size=6
)


@given(texts, st.randoms())
def test_order_does_not_matter(told: list[tuple[str, str, str]], random: object) -> None:
    items = [said(text, modality=modality, polarity=polarity) for text, modality, polarity in told]
    shuffled = list(items)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert assemble(items) == assemble(shuffled)


def test_what_is_judged_wrong_counts_for_nothing_and_what_is_right_is_sure() -> None:
    right, wrong = said("TSMC supplies NVIDIA."), said("NVIDIA buys from TSMC.")
    judgements = [
        Judgement(id=f"judgement:{verdict}", statement=one.statement.id, verdict=verdict, judged_at="2026-01-01")  # type: ignore[arg-type]
        for verdict, one in (("confirm", right), ("reject", wrong))
    ]
    edge = only(assemble([right, wrong], judgements=judgements))
    assert (edge.statements, edge.p) == ((right.statement.id,), pytest.approx(0.9))
