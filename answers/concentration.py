"""How concentrated is the supply of each input? By supplier, by ultimate owner, by country; with names."""

from answers.hops import input_name
from answers.snapshot import Snapshot
from graph.evidence import Model, Share
from risk.concentration import Bounded, Concentration, concentrations
from risk.parties import Level


class ConcentrationRow(Model):
    """One input of one buyer."""

    buyer: str
    buyer_name: str
    input: str
    level: Level
    parties: int
    largest: str | None
    hhi: Bounded
    cr1: Bounded
    cr3: Bounded
    to_75: int | None
    single_source: bool
    without_largest: Bounded
    """N-1 coverage: what the others supply when the largest is gone."""
    highest: Share
    """Greatest HHI that the documents allow; the order of the rows."""


def answer(snapshot: Snapshot, buyer: str | None = None, *, level: Level = "supplier") -> list[ConcentrationRow]:
    """The inputs of `buyer` (a name, an alias or an id; of everybody where None), the most concentrated first.

    Raises
    ------
    UnknownEntity
        With near names, if `buyer` is not in the graph."""
    firm = snapshot.find(buyer).id if buyer else None
    found = [_row(snapshot, one) for one in concentrations(snapshot.network, level=level, buyer=firm) if one.buyer in snapshot.entities]
    return sorted(found, key=lambda row: (-row.hhi.central, -row.highest, row.buyer, row.input))


def _row(snapshot: Snapshot, one: Concentration) -> ConcentrationRow:
    return ConcentrationRow(
        buyer_name=snapshot.name(one.buyer),
        input=input_name(snapshot, one.product),
        largest=snapshot.name(one.largest) if one.largest else None,
        highest=one.hhi.hi,
        **one.model_dump(exclude={"product", "largest"}),
    )
