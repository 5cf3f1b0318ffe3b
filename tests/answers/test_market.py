"""The graph's own reading of the loaded data set is the market reading where both speak of the same."""

from functools import cache

import numpy as np
import pytest

from graph.assemble import assemble
from graph.evidence import Evidence
from graph.market import Market
from graph.network import Kind, Network
from graph.projection import project
from ingest.datasets.eto import read
from ingest.datasets.eto.market import market
from ingest.datasets.parties import country_of
from risk.categories import readings
from risk.reliance import reliance
from tests.conftest import DATA

FILES = DATA / "datasets" / "eto"
CHIP = "input:finished-logic-chip"
COUNTRIES = "AUT BLR CHE CHN CZE DEU GBR ISR ITA JPN KOR MAL NLD SGP SWE TWN".split()
"""Without FRA (firms of countries that a row does not list count here and not there) and USA (kinds of design have firms here)."""


@cache
def both() -> tuple[Network, Market]:
    if not FILES.is_dir():
        pytest.skip(f"the ETO files are not at {FILES}; set LITHOGRAPH_DATA")
    found = read(FILES)
    evidence = [Evidence(statement=one, origin=found.article.origin, source_kind="data set") for one in found.statements]
    return project(assemble(evidence), found.entities), market(FILES)


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_central_leontief_figure_is_l2(country: str) -> None:
    network, held = both()
    found = reliance(network, CHIP, country_of(country).id).leontief
    expected = readings(held, "N99", {country}, "G1", "central")
    assert found.central == pytest.approx(expected.L2, abs=1e-9)
    assert found.lo <= expected.L2 + 1e-9
    assert found.hi + 1e-9 >= expected.L2


@pytest.mark.parametrize("country", [one for one in COUNTRIES if one not in ("GBR", "CHN", "KOR")])
def test_flows_alone_are_l2_short(country: str) -> None:
    """Denial in materials and stages. Core IP (GBR, CHN) is a right here and a material there; of photoresists (KOR) a firm of a
    country that is not listed counts as one more provider here."""
    network, held = both()
    flows = network.of_groups(np.flatnonzero(network.kind == Kind.FLOW))
    found = reliance(flows, CHIP, country_of(country).id).leontief.central
    assert found == pytest.approx(readings(held, "N99", {country}, "G1", "central").L2_short, abs=1e-9)


def test_a_firm_is_part_of_its_countrys_share() -> None:
    """TSMC has at most what Taiwan has of fabrication, at face value too: the country's part is no tier."""
    network, _ = both()
    found = reliance(network, "input:fabrication", "company:tsmc")
    for reading in (found.face, found.linear, found.leontief):
        assert (reading.lo, reading.hi) == (0.0, pytest.approx(0.47))
    assert reliance(network, "input:fabrication", "country:taiwan").face.lo == pytest.approx(0.47)
