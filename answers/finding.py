"""The finding of a reliance in words: what the sources say first, then the documented bounds with the reading's name."""

from collections.abc import Sequence

from answers.hops import HopAnswer
from answers.snapshot import Snapshot
from graph.provision import market_of
from risk.paths import Hop
from risk.reliance import Interval, ReadingName

READS: dict[ReadingName, str] = {"face": "at face value", "linear": "through all tiers", "leontief": "by its scarcest input"}


def sizes(readings: dict[ReadingName, Interval]) -> str:
    """The documented bounds of the readings that differ, in one clause."""
    said = dict.fromkeys(f"{_range(readings[name])} {words}" for name, words in READS.items())
    return "documented: " + ", ".join(said)


def _range(interval: Interval) -> str:
    lo, hi = f"{interval.lo:.1%}".replace(".0%", "%"), f"{interval.hi:.1%}".replace(".0%", "%")
    return lo if lo == hi else f"{lo} to {hi}"


def finding(
    snapshot: Snapshot,
    firm: str,
    lost: str,
    on: Sequence[str],
    hops: list[list[HopAnswer]],
    chains: list[list[Hop]],
    max_hops: int | None = None,
) -> str:
    """One sentence that leads with the words of the sources, not with a number."""
    if not hops:
        within = f" of at most {max_hops} tier{'s' if max_hops > 1 else ''}" if max_hops else ""
        return f"No chain of supply{within} from {lost} to {firm} is documented here; that is no proof that there is none."
    direct = [(chain[0], raw[0]) for chain, raw in zip(hops, chains, strict=True) if len(chain) == 1]
    shared = [chain for chain in hops if len(chain) == 2 and market_of(chain[0].to)]
    if not direct and shared:
        return _within(firm, lost, shared)
    if not direct:
        through = ", ".join(dict.fromkeys(chain[0].to_name for chain in hops))
        return f"{firm} relies on {lost} only through others, as far as is documented: by way of {through}."
    hop, raw = max(direct, key=lambda pair: (pair[0].share_lo or 0.0, pair[0].p))
    product = f" for {hop.product_name}" if hop.product_name and hop.product not in (hop.to, *on) else ""
    others = _alternatives(snapshot, raw)
    indirect = sum(len(chain) > 1 for chain in hops)
    more = "1 more chain leads" if indirect == 1 else f"{indirect} more chains lead"
    tail = f"; {more} there through others" if indirect else ""
    return f"{firm} relies on {lost}{product}: {_size(hop, others)}{tail}."


def _within(firm: str, lost: str, chains: list[list[HopAnswer]]) -> str:
    """Firms that share in their country's stated part of a market."""
    parts = {chain[0].to_name.partition(" (")[0]: chain[0] for chain in chains}
    said = " and ".join(f"the {_part(hop)} that {place} has" for place, hop in sorted(parts.items()))
    return f"{firm} relies on {lost} for part of {said}; how large a part is not stated for all of it."


def _part(hop: HopAnswer) -> str:
    return f"{hop.share_lo:.0%}" if hop.share_lo is not None else "part"


def _alternatives(snapshot: Snapshot, hop: Hop) -> int:
    network = snapshot.network
    return int((network.group_of == network.group_of[hop.triple]).sum()) - 1


def _size(hop: HopAnswer, others: int) -> str:
    stated = hop.share_lo is not None and hop.share_hi is not None
    if hop.cue == "sole" or (stated and (hop.share_lo or 0) >= 0.995):
        return "it is said to be the sole source"
    if stated and hop.share_lo is not None and hop.share_hi is not None and (hop.share_lo, hop.share_hi) != (0.5, 1.0):
        return f"the stated share is {hop.share_lo:.0%} to {hop.share_hi:.0%}"
    if hop.cue in ("most", "dominant", "main"):
        return f"it is said to be the {'main' if hop.cue != 'main' else 'a main'} source".replace("the a", "a")
    if others:
        return f"one of {others + 1} documented sources, size not stated"
    trend = next((row.qualifiers["trend"] for row in hop.statements if "trend" in row.qualifiers), None)
    falling = ", and is said to be " + trend if trend else ""
    return f"dependence stated, size not stated{falling}"


def coverage_note(snapshot: Snapshot, buyer: str) -> str:
    """What of the buyer's purchases is documented."""
    network = snapshot.network
    triples = network.triples_of(network.position(buyer))
    groups = len({int(network.group_of[triple]) for triple in triples})
    if not groups:
        return f"No input of {snapshot.name(buyer)} is documented."
    return (
        f"{groups} input{'s' if groups > 1 else ''} and {len(triples)} supplier{'s' if len(triples) > 1 else ''} of "
        f"{snapshot.name(buyer)} are documented; figures speak of these alone, and what no source states is bounded, not guessed."
    )
