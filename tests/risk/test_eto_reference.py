"""The reference for the ETO chip supply chain: its rules on providers made up here, its invariants and closed facts on the real files."""

import random
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DATA
from tests.risk.eto_reference import Cut, Data, by_country, readings, unstated

REAL = DATA / "datasets" / "eto"
EVIDENCE = ("stated", "lo", "central", "hi")
COUNTRIES = "USA CHN KOR JPN TWN DEU ITA NLD MAL SGP CHE AUT SWE GBR FRA ISR BLR CZE CAN".split()
every_country = pytest.mark.parametrize("country", COUNTRIES)


@pytest.fixture(scope="module")
def files() -> Path:
    if not REAL.is_dir():
        pytest.skip(f"the ETO files are not at {REAL}; set LITHOGRAPH_DATA")
    return REAL


@pytest.fixture(scope="module")
def data(files: Path) -> Data:
    return Data(files)


@cache
def asked(deny: str | tuple[str, ...], graph: str = "G0", evidence: str = "stated", target: str = "N99") -> dict[str, Any]:
    return readings(REAL, target, deny, graph, evidence)


def test_two_large_providers_and_a_small_one_share_what_is_left() -> None:
    assert unstated({"A": False, "B": False, "C": True}) == {"A": (0.0, 0.495, 1.0), "B": (0.0, 0.495, 1.0), "C": (0.0, 0.01, 0.02)}


def test_one_large_provider_has_all_but_what_the_small_ones_may_have() -> None:
    assert unstated({"A": False, "B": True, "C": True})["A"] == pytest.approx((0.96, 0.98, 1.0))


def test_small_providers_alone_share_equally() -> None:
    assert unstated({"A": True, "B": True}) == {"A": (0.0, 0.5, 1.0), "B": (0.0, 0.5, 1.0)}


def test_firms_are_summed_by_country() -> None:
    found = by_country({"F": ("JPN", False), "G": ("JPN", False), "H": ("USA", False)})
    assert found == {"JPN": (0.0, pytest.approx(2 / 3), 1.0), "USA": (0.0, pytest.approx(1 / 3), 1.0)}


def test_a_country_with_every_large_firm_loses_only_what_small_firms_elsewhere_may_have() -> None:
    found = by_country({"F": ("JPN", False), "G": ("JPN", False), "H": ("USA", True), "I": ("JPN", True)})
    assert found["JPN"] == pytest.approx((0.98, 0.99, 1.0))


def test_arf_immersion_and_euv_have_the_printed_concentration(data: Data) -> None:
    assert data.hhi("N22") == pytest.approx((0.8362, 0.8362))
    assert data.hhi("N20") == (1.0, 1.0)


def test_various_is_atoms_at_least_and_one_provider_at_most(data: Data) -> None:
    lo, hi = data.hhi("S1")
    assert hi - lo == pytest.approx(0.09**2)


def test_the_traps_of_the_files_are_as_described(data: Data) -> None:
    assert sum(map(len, data.rows.values())) == 659
    assert sum(data.values(x)[0] != "a" for x in data.rows) == 24
    assert not {"N84", "N85", "N1"} & Cut(data, "G0", lambda x: 0.0).upstream("N99")
    assert {"N84", "N85", "N1"} <= Cut(data, "G1", lambda x: 0.0).upstream("N99")


def test_a_country_with_no_face_value_share_binds_almost_everything(files: Path) -> None:
    found = asked("DEU")
    assert (found["readings"]["face"], found["readings"]["L2"]) == (0.0, 1.0)
    assert found["binding"] == {"id": "N8", "name": "Crystal growing furnaces"}


def test_a_small_tool_market_binds_what_nobody_would_call_a_chokepoint(files: Path, data: Data) -> None:
    found = asked("CHN")
    assert found["binding"]["id"] == "N77"
    assert data.sizes["N77"] == 34e6
    assert found["readings"]["L2"] == pytest.approx(0.98)


def test_variants_are_pooled_by_their_markets(files: Path) -> None:
    assert asked("NLD")["readings"]["L2"] == pytest.approx((3.1 + 0.78 * 0.57 + 5.8 * 0.91) / (3.1 + 0.78 + 5.8))
    assert asked("NLD")["readings"]["LO"] == pytest.approx(0.57)
    assert asked("NLD")["binding"]["id"] == "N19"


def test_design_software_binds_through_every_kind_of_design(files: Path) -> None:
    found = asked("USA", "G1")
    assert found["binding"]["id"] == "N84"
    assert found["readings"]["L2"] == pytest.approx(96 / 102)


@every_country
@pytest.mark.parametrize("graph", ["G0", "G1"])
@pytest.mark.parametrize("evidence", EVIDENCE)
def test_readings_keep_their_order(files: Path, country: str, graph: str, evidence: str) -> None:
    found = asked(country, graph, evidence)["readings"]
    assert 0 <= found["W1"] <= found["L2"] + 1e-12
    assert found["L2"] <= found["L1"] + 1e-12 <= 1 + 2e-12
    assert found["LO"] <= found["L2"] + 1e-12
    assert found["L2_short"] <= found["L2"] + 1e-12
    assert found["L2_rho10"] <= found["L2"] + 1e-12
    assert all(0 <= value <= 1 for name, value in found.items() if name != "hidden")


@every_country
@pytest.mark.parametrize("graph", ["G0", "G1"])
def test_bounds_hold_the_central_figure(files: Path, country: str, graph: str) -> None:
    lo, central, hi = (asked(country, graph, evidence)["readings"] for evidence in ("lo", "central", "hi"))
    assert all(lo[name] <= central[name] + 1e-12 and central[name] <= hi[name] + 1e-12 for name in lo if name != "hidden")
    stated = asked(country, graph)["readings"]
    assert all(stated[name] <= hi[name] + 1e-12 for name in stated if name != "hidden")


@every_country
def test_hidden_exposure_is_never_negative(files: Path, country: str) -> None:
    assert asked(country, "G1")["readings"]["hidden"] >= 0


def test_denying_nothing_cuts_nothing(files: Path) -> None:
    found = asked((), "G1", "hi")
    assert set(found["readings"].values()) == {0.0}
    assert found["binding"] is None


@pytest.mark.parametrize("evidence", EVIDENCE)
def test_denying_every_country_cuts_everything(files: Path, evidence: str) -> None:
    found = asked(tuple(COUNTRIES), "G1", evidence)["readings"]
    assert [found[name] for name in ("L1", "L2", "LO", "L2_rho10")] == pytest.approx([1, 1, 1, 1])


def test_denying_more_never_cuts_less(files: Path) -> None:
    one, two = asked("JPN", "G1", "central")["readings"], asked(("JPN", "USA"), "G1", "central")["readings"]
    assert all(one[name] <= two[name] + 1e-12 for name in one if name != "hidden")


def test_central_shares_of_all_countries_add_up_to_one_but_for_various(data: Data) -> None:
    for x in data.rows:
        tier, values = data.values(x)
        various = sum(float(row["share_provided"].rstrip("%")) for id, row in data.rows[x].items() if id == "P5")
        left = various / data.total(x) if tier == "a" else 0
        assert sum(value[1] for value in values.values()) == pytest.approx(1 - left), x


def test_a_stated_firm_counts_as_stated(data: Data) -> None:
    assert data.firm("N22", "P88", "stated") == pytest.approx(0.91)


def test_an_unstated_firm_gets_an_equal_part_of_its_country(data: Data) -> None:
    at_home = [id for id, row in data.rows["S2"].items() if data.provider[id]["country"] == "TWN"]
    assert data.firm("S2", "P34", "central") == pytest.approx(0.47 / len(at_home))
    assert data.firm("S2", "P34", "stated") == 0
    assert data.firm("N65", "P118", "central") == 0


def test_any_input_may_be_the_target(files: Path) -> None:
    found = asked("ASML", target="N20")
    assert [found["readings"][name] for name in ("L1", "L2", "LO", "W1", "W2")] == [1, 1, 1, 1, 1]
    assert found["binding"] == {"id": "N20", "name": "EUV scanners"}


def test_draws_add_up_to_one(data: Data) -> None:
    draw = random.Random(7)
    for x in data.rows:
        if data.values(x)[0] != "a":
            assert sum(data.sample(x, draw).values()) == pytest.approx(1), x


def test_a_node_dominates_itself_and_what_leads_through_it_alone(data: Data) -> None:
    counts = Cut(data, "G0", lambda x: 0.0).dominated("N99")
    assert counts["N99"] == len(counts)
    assert (counts["N20"], counts["N19"], counts["S2"]) == (1, 4, 1)
