"""The score adds up, and equals the worked example of docs/methods.md."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from risk.score import COMPONENTS, score

EXAMPLE = dict(zip(COMPONENTS, (0.82, 0.70, 0.60, 0.45, 0.90), strict=True))
MEDIANS = dict(zip(COMPONENTS, (0.35, 0.40, 0.40, 0.30, 0.20), strict=True))


def test_the_worked_example() -> None:
    found = score(EXAMPLE, MEDIANS, 0.72)
    points = {row.name: row.points for row in found.contributions}
    assert found.base == pytest.approx(33.0)
    assert [points[name] for name in COMPONENTS] == pytest.approx([14.10, 6.00, 3.00, 2.25, 14.00])
    assert points["evidence discount"] == pytest.approx(-11.018)
    assert points["floor uplift"] == 0
    assert found.value == pytest.approx(61.332)


def test_what_is_not_measured_gives_its_weight_to_the_others() -> None:
    found = score({**EXAMPLE, "jurisdiction": None}, MEDIANS, 0.72)
    assert "jurisdiction" not in {row.name for row in found.contributions}
    assert sum(found.weights.values()) == pytest.approx(1)
    assert found.components["jurisdiction"] is None


def test_too_little_is_withheld_and_says_why() -> None:
    thin = {**dict.fromkeys(COMPONENTS), "exposure": 0.5, "policy": 0.1}
    assert score(thin, MEDIANS, 1.0).value is None
    assert "2 of 5" in (score(thin, MEDIANS, 1.0).withheld or "")
    assert score(EXAMPLE, MEDIANS, 1.0, documented=False).value is None


def test_a_denied_sole_source_is_not_averaged_away() -> None:
    extreme = {"exposure": 1.0, "substitutability": 1.0, "concentration": 0.0, "jurisdiction": 0.0, "policy": 1.0}
    assert score(extreme, dict.fromkeys(COMPONENTS, 0.0), 1.0).value == pytest.approx(100)


unit = st.floats(0, 1)


@given(st.fixed_dictionaries({name: st.none() | unit for name in COMPONENTS}), st.fixed_dictionaries(dict.fromkeys(COMPONENTS, unit)), unit)
def test_base_and_contributions_add_up_exactly(components: dict, medians: dict, evidence: float) -> None:
    found = score(components, medians, evidence)
    if found.value is not None:
        assert found.value == found.base + sum(row.points for row in found.contributions)
        assert -1e-9 <= found.value <= 100 + 1e-9
