"""The readings of the ETO chip supply chain: equal to plain recursion over the files, invariants, closed facts, dominators."""

import random
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from answers.market import answer, find_providers, ranking
from graph.errors import UnknownEntity
from graph.market import Category, Market, Offer
from ingest.datasets.eto.market import market
from risk.categories import readings
from risk.draws import sampled
from risk.market_shape import dominated, shapes
from risk.provision import country_bands, firm_band
from tests.conftest import DATA
from tests.risk import eto_reference
from tests.risk.market_folders import drawn

FILES = DATA / "datasets" / "eto"
COUNTRIES = "AUT BLR CAN CHE CHN CZE DEU FRA GBR ISR ITA JPN KOR MAL NLD SGP SWE TWN USA".split()
COALITIONS = (("NLD", "JPN"), ("USA", "NLD", "JPN"), ("CHN", "TWN", "KOR"), ("DEU", "FRA", "GBR", "NLD"))
FIRMS = ("ASML", "TSMC", "Nikon", "Intel", "ARM", "Applied Materials", "Lam Research", "Cadence", "Mycronic", "PVA TePla")


@cache
def held() -> Market:
    if not FILES.is_dir():
        pytest.skip(f"the ETO files are not at {FILES}; set LITHOGRAPH_DATA")
    return market(FILES)


def offered(*offers: Offer) -> Category:
    return Category("x", "X", "tool_resource", None, offers, (), ())


@pytest.mark.parametrize("graph", ["G0", "G1"])
@pytest.mark.parametrize("evidence", ["stated", "lo", "central", "hi"])
@pytest.mark.parametrize("deny", [*((country,) for country in COUNTRIES), *COALITIONS], ids=",".join)
def test_countries_are_read_as_plain_recursion_reads_them(deny: tuple[str, ...], evidence: str, graph: str) -> None:
    for target in ("N99", "N26", "N19", "N1"):
        found = answer(held(), target, deny, graph=graph, evidence=evidence)  # type: ignore[arg-type]
        expected = eto_reference.readings(FILES, target, deny, graph, evidence)
        assert found.readings.model_dump() == pytest.approx(expected["readings"], abs=1e-9)
        assert (found.binding.model_dump() if found.binding else None) == expected["binding"]


@pytest.mark.parametrize("seed", range(30))
def test_drawn_markets_are_read_as_plain_recursion_reads_them(seed: int, tmp_path: Path) -> None:
    """Countries alone and together under every evidence and graph; two firms under those where they count."""
    folder = drawn(tmp_path, seed)
    found = market(folder)
    asked = [((country,), evidence) for country in ("NLD", "JPN", "USA", "DEU") for evidence in ("stated", "lo", "central", "hi")]
    asked += [(("NLD", "JPN"), "central"), (("Firm 10",), "stated"), (("Firm 11",), "central")]
    for deny, evidence in asked:
        for graph in ("G0", "G1"):
            for target in ("N99", "N10", "N12"):
                ours = answer(found, target, deny, graph=graph, evidence=evidence)  # type: ignore[arg-type]
                theirs = eto_reference.readings(folder, target, deny, graph, evidence)
                assert ours.readings.model_dump() == pytest.approx(theirs["readings"], abs=1e-9), (deny, graph, evidence, target)


@pytest.mark.parametrize("firm", FIRMS)
@pytest.mark.parametrize("evidence", ["stated", "central"])
def test_firms_are_read_as_plain_recursion_reads_them(firm: str, evidence: str) -> None:
    found = answer(held(), "N99", [firm], graph="G0", evidence=evidence)  # type: ignore[arg-type]
    expected = eto_reference.readings(FILES, "N99", firm, "G0", evidence)
    assert found.readings.model_dump() == pytest.approx(expected["readings"], abs=1e-9)


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_readings_keep_their_order(country: str) -> None:
    values = [readings(held(), "N99", {country}, "G1", evidence) for evidence in ("lo", "central", "hi")]  # type: ignore[arg-type]
    for one in values:
        assert one.W1 <= one.L2 + 1e-12 and one.L2 <= one.L1 + 1e-12 and one.LO <= one.L2 + 1e-12
    for name in type(values[0]).model_fields:
        if name != "hidden":
            assert getattr(values[0], name) <= getattr(values[1], name) + 1e-12 <= getattr(values[2], name) + 2e-12


def test_a_country_without_face_value_binds_through_its_scanners() -> None:
    found = answer(held(), "N99", ["NLD"], graph="G0", evidence="stated")
    assert found.readings.face == 0.0
    assert pytest.approx((3.1 * 1.0 + 0.78 * 0.57 + 5.8 * 0.91) / (3.1 + 0.78 + 5.8)) == found.readings.L2
    assert found.binding is not None
    assert found.binding.name == "Advanced photolithography equipment"


def test_concentration_and_dominators_are_those_of_the_reference() -> None:
    found = {one.id: one for one in shapes(held(), "N99", "G0")}
    data = eto_reference.Data(FILES)
    assert (found["N22"].hhi_lo, found["N20"].hhi_lo) == (pytest.approx(0.8362), 1.0)
    stated = [one for one in found.values() if one.tier == "a"]
    assert len(stated) == 43
    for one in stated:
        assert (one.hhi_lo, one.hhi_hi) == pytest.approx(data.hhi(one.id), abs=1e-9)
    counts = eto_reference.Cut(data, "G0", lambda _: 0.0).dominated("N99")
    assert dominated(held(), "N99", "G0") == counts


@pytest.mark.parametrize("deny", [("JPN",), ("USA",), ("CHN",)], ids=",".join)
def test_draws_lie_inside_the_bounds_and_agree_with_independent_ones(deny: tuple[str, ...]) -> None:
    bounds = [answer(held(), "N99", deny, graph="G0", evidence=end).readings.L2 for end in ("lo", "hi")]  # type: ignore[arg-type]
    found = sampled(held(), "N99", deny, "G0", draws=2000)
    assert bounds[0] - 1e-9 <= found.p05 <= found.p50 <= found.p95 <= bounds[1] + 1e-9
    data, draw = eto_reference.Data(FILES), random.Random(3)
    nodes = {row["input_id"] for row in eto_reference.table(FILES, "inputs")} | {"S1", "S2", "S3"}
    values = []
    for _ in range(400):
        shares = {x: data.sample(x, draw) for x in nodes}
        cut = eto_reference.Cut(data, "G0", lambda x, shares=shares: min(1.0, sum(shares.get(x, {}).get(one, 0.0) for one in deny)))
        values.append(cut.L2("N99"))
    assert found.p50 == pytest.approx(float(np.quantile(values, 0.5)), abs=0.04)


def test_the_same_seed_gives_the_same_draws() -> None:
    assert sampled(held(), "N99", ["JPN"], "G1", draws=50) == sampled(held(), "N99", ["JPN"], "G1", draws=50)


def test_every_provider_is_ranked_and_the_most_damaging_is_first() -> None:
    rows = ranking(held(), "N99", graph="G0", evidence="stated")
    assert rows[0].deny == ("DEU",)
    assert [row.readings.L2 for row in rows] == sorted((row.readings.L2 for row in rows), reverse=True)


@pytest.mark.parametrize("name", ["NLD", "nld", "Netherlands"])
def test_a_country_is_called_by_its_code_or_its_name(name: str) -> None:
    assert find_providers(held(), name) == ["NLD"]


def test_malaysia_is_found_by_both_its_codes() -> None:
    assert find_providers(held(), "MYS") == find_providers(held(), "MAL") == ["MAL"]


def test_an_unknown_provider_gets_suggestions() -> None:
    with pytest.raises(UnknownEntity, match="did you mean 'ASML'"):
        answer(held(), "N99", ["ASLM"])


def test_two_large_providers_and_a_small_one_share_what_is_left() -> None:
    bands = country_bands(offered(Offer("A", "A", None), Offer("B", "B", None), Offer("C", "C", None, negligible=True)))
    assert bands == {"A": (0.0, 0.495, 1.0), "B": (0.0, 0.495, 1.0), "C": (0.0, 0.01, 0.02)}


def test_one_large_provider_has_all_but_what_the_small_ones_may_have() -> None:
    bands = country_bands(offered(Offer("A", "A", None), Offer("B", "B", None, True), Offer("C", "C", None, True)))
    assert bands["A"] == pytest.approx((0.96, 0.98, 1.0))


def test_a_firm_has_its_equal_part_of_its_countrys_share() -> None:
    firms = [Offer("f", "A", None), Offer("g", "A", None), Offer("h", "A", None, negligible=True)]
    category = offered(Offer("A", "A", 0.6), Offer("B", "B", 0.4), *firms)
    assert [firm_band(category, firm) for firm in firms] == [(0.0, 0.3, 0.6), (0.0, 0.3, 0.6), (0.0, 0.0, 0.02)]
