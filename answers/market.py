"""What does a market lose when countries or firms are denied? The readings of docs/methods.md, "Market readings"."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from graph.errors import UnknownEntity
from graph.evidence import Model
from graph.market import Market
from ingest.datasets.parties import place
from risk.categories import Graph, Readings, binding, readings
from risk.draws import Sampled, sampled
from risk.market_shape import CategoryShape, shapes
from risk.provision import Evidence


class Binding(Model):
    """The input that binds a Leontief figure."""

    id: str
    name: str


class MarketAnswer(Model):
    """All readings of one denial."""

    target: str
    deny: tuple[str, ...]
    graph: Graph
    evidence: Evidence
    readings: Readings
    binding: Binding | None
    """Of L2; None where nothing is lost."""
    sampled: Sampled | None = None
    """L2 over draws of what is not stated; where asked for."""


def answer(
    market: Market, target: str, deny: Sequence[str], *, graph: Graph = "G1", evidence: Evidence = "central", draws: int = 0
) -> MarketAnswer:
    """What `target` (id or name of a category) loses when `deny` (countries by their letters, firms by name) are gone.

    Raises
    ------
    UnknownEntity
        With near names, if one of them is not in the market."""
    category = find_category(market, target)
    denied = {provider for name in deny for provider in find_providers(market, name)}
    bound = binding(market, category, denied, graph, evidence)
    return MarketAnswer(
        target=category,
        deny=tuple(deny),
        graph=graph,
        evidence=evidence,
        readings=readings(market, category, denied, graph, evidence),
        binding=Binding(id=bound, name=market.categories[bound].name) if bound else None,
        sampled=sampled(market, category, denied, graph, draws=draws) if draws else None,
    )


def ranking(market: Market, target: str, *, graph: Graph = "G1", evidence: Evidence = "central") -> list[MarketAnswer]:
    """Every country and firm denied in turn, the most damaging by L2 first, then by W2."""
    offers = [offer for category in market.categories.values() for offer in category.offers]
    parties = sorted({offer.provider for offer in offers} | {offer.country for offer in offers if offer.country})
    found = [answer(market, target, [party], graph=graph, evidence=evidence) for party in parties]
    named = [one.model_copy(update={"deny": tuple(market.names.get(party, party) for party in one.deny)}) for one in found]
    return sorted(named, key=lambda one: (-one.readings.L2, -one.readings.W2, one.deny))


def concentrations(market: Market, target: str, *, graph: Graph = "G1") -> list[CategoryShape]:
    """How concentrated every category is by country, with names.

    Raises
    ------
    UnknownEntity
        With near names, if `target` is not in the market."""
    found = shapes(market, find_category(market, target), graph)
    return [one.model_copy(update={"largest": market.names.get(one.largest or "", one.largest)}) for one in found]


def denied(market: Market, names: str) -> list[str]:
    """The parts of `NLD,JPN`, or a firm whose own name holds a comma as one."""
    try:
        find_providers(market, names)
    except UnknownEntity:
        return [name.strip() for name in names.split(",") if name.strip()]
    return [names]


def find_category(market: Market, name: str) -> str:
    """The id of the category with this id or name, in any case."""
    names = {category.name: category.id for category in market.categories.values()}
    return _find(name, {**names, **{id: id for id in market.categories}})[0]


def find_providers(market: Market, name: str) -> list[str]:
    """The ids of the country with this code or name, or of the firms with this id or name, in any case; two firms of one name
    count both."""
    countries = {offer.country for category in market.categories.values() for offer in category.offers if offer.country}
    country = place(name)
    if country is not None and any(place(code) == country for code in countries):
        return sorted(code for code in countries if place(code) == country)
    known = [(market.names.get(id, id), id) for id in {*market.names, *countries}]
    return _find(name, {id: id for _, id in known} | dict(known), known)


def _find(name: str, ids: dict[str, str], all_of: Sequence[tuple[str, str]] = ()) -> list[str]:
    folded = name.strip().casefold()
    found = {id for called, id in (*ids.items(), *all_of) if called.casefold() == folded}
    if found:
        return sorted(found)
    near = process.extract(name, ids.keys(), scorer=fuzz.ratio, processor=str.casefold, limit=3, score_cutoff=60)
    raise UnknownEntity(name, [match for match, _, _ in near])
