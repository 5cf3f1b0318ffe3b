"""The shape of a market: how concentrated each category is by country, and what reaches the output only through it."""

import rustworkx

from graph.evidence import Model, Share
from graph.market import Category, Market
from risk.categories import Graph, reachable
from risk.concentration import to_reach
from risk.provision import country_bands, tier


class CategoryShape(Model):
    """One category: HHI and more of its central country shares."""

    id: str
    name: str
    tier: str
    """a: shares stated; b: countries listed without; c: firms alone listed. Central shares of b and c rest on priors."""
    countries: int
    largest: str | None
    hhi_lo: Share
    """The part that no listed country has (various) as atoms."""
    hhi_hi: Share
    """That part as one provider."""
    cr1: Share
    cr3: Share
    to_75: int | None
    """How many countries make up 75 %; None where the listed ones do not."""
    single_source: bool
    """Whether one country alone is listed."""
    dominates: int
    """Upstream categories that reach the target only through it, itself included; 0 where it does not lead there."""


def shapes(market: Market, target: str, graph: Graph) -> list[CategoryShape]:
    """Every category with providers, the most concentrated first; dominators (Lengauer & Tarjan 1979) from `target`."""
    counts = dominated(market, target, graph)
    found = [_shape(market, one, counts.get(one.id, 0)) for one in market.categories.values() if country_bands(one)]
    return sorted(found, key=lambda one: (-one.hhi_lo, -one.dominates, one.id))


def dominated(market: Market, target: str, graph: Graph) -> dict[str, int]:
    """Category -> how many upstream of `target` reach it only through the category, itself included."""
    near = reachable(market, target, graph)
    ids = sorted(near)
    position = {id: number for number, id in enumerate(ids)}
    drawn: rustworkx.PyDiGraph[None, None] = rustworkx.PyDiGraph()
    drawn.add_nodes_from([None] * len(ids))
    drawn.add_edges_from_no_data([(position[id], position[one]) for id, (inputs, variants) in near.items() for one in (*inputs, *variants)])
    parent = rustworkx.immediate_dominators(drawn, position[target])
    counts = dict.fromkeys(ids, 0)
    for node in parent:
        counts[ids[node]] += 1
        while node != position[target]:
            node = parent[node]
            counts[ids[node]] += 1
    return counts


def _shape(market: Market, category: Category, dominates: int) -> CategoryShape:
    shares = {place: band[1] for place, band in country_bands(category).items()}
    ranked = sorted(shares, key=lambda place: (-shares[place], place))
    squares, various = sum(share**2 for share in shares.values()), max(0.0, 1.0 - sum(shares.values()))
    top = [shares[place] for place in ranked]
    return CategoryShape(
        id=category.id,
        name=category.name,
        tier=tier(category),
        countries=len(shares),
        largest=ranked[0] if ranked else None,
        hhi_lo=min(1.0, squares),
        hhi_hi=min(1.0, squares + various**2),
        cr1=min(1.0, sum(top[:1])),
        cr3=min(1.0, sum(top[:3])),
        to_75=to_reach(top),
        single_source=len([one for one in top if one > 0]) == 1,
        dominates=dominates,
    )
