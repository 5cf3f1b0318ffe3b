"""Relations against relations: type, both ends as entities, polarity. Each is counted once in a document.

A fact that gold states in three sentences is one, and is found when one of ours matches it; a second one of ours that
matches it is a repetition, neither right nor wrong. Ends are compared as ingest/compare/arguments.py resolves them."""

from dataclasses import dataclass
from functools import cached_property

from graph.ontology import EDGE_TYPES
from ingest.compare.arguments import Arguments
from ingest.compare.document import Document, Fact, overlap
from ingest.compare.tally import Tally, tally

UNDIRECTED = frozenset(edge.type for edge in EDGE_TYPES if not edge.directed)
Key = tuple[str, str, str, str]
"""Type, head, tail, polarity; the ends of an undirected type in the order of the alphabet."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One of our facts: what it is counted under, and the gold relation that it matches, if any."""

    fact: Fact
    key: Key
    right: bool
    known: bool
    """Whether both ends are entities of the gold."""


@dataclass(frozen=True)
class Matching:
    """Our facts judged against those of the gold, of one document."""

    judged: tuple[Judged, ...]
    wanted: dict[Key, tuple[Fact, ...]]
    """Gold relations by key, with all places in which gold states them."""

    @cached_property
    def found(self) -> dict[Key, tuple[Fact, ...]]:
        """Our relations by key; those that match are under the key of the gold."""
        grouped: dict[Key, tuple[Fact, ...]] = {}
        for one in self.judged:
            grouped[one.key] = (*grouped.get(one.key, ()), one.fact)
        return grouped

    @cached_property
    def missed(self) -> dict[Key, tuple[Fact, ...]]:
        """Gold relations that none of ours matches."""
        return {key: facts for key, facts in self.wanted.items() if key not in self.found}

    @cached_property
    def related(self) -> frozenset[frozenset[str]]:
        """The pairs that gold relates in any type."""
        return frozenset(frozenset(key[1:3]) for key in self.wanted)

    def traps(self) -> set[Key]:
        """Ours between entities that gold names and does not relate at all."""
        return {one.key for one in self.judged if one.known and frozenset(one.key[1:3]) not in self.related}

    def denied(self) -> set[Key]:
        """What gold has as negated."""
        return {key for key in self.wanted if key[3] == "negated"}

    def denied_asserted(self) -> set[Key]:
        """Denied facts of which one of ours says that they are so. Where gold has both (one source says it, another
        denies it), only ours from the sentence of the denial alone count."""
        return {key for key in self.denied() if any(self._asserts(one, key) for one in self.judged)}

    def affirmed_negated(self) -> set[Key]:
        """What gold states and one of ours denies, with no word of gold to say so."""
        return {opposite(key) for key in self.found if key[3] == "negated" and key not in self.wanted and opposite(key) in self.wanted}

    def _asserts(self, ours: Judged, denied: Key) -> bool:
        affirmed = opposite(denied)
        if ours.key != affirmed:
            return False
        near = [any(overlap(fact.evidence, ours.fact.evidence) for fact in self.wanted.get(key, ())) for key in (denied, affirmed)]
        return affirmed not in self.wanted or near == [True, False]


def match(ours: Document, gold: Document) -> Matching:
    """Our facts judged against the gold of the same article."""
    arguments = Arguments(ours, gold)
    wanted: dict[Key, tuple[Fact, ...]] = {}
    for fact in gold.facts:
        key = key_of(fact, arguments.of_gold(fact.head), arguments.of_gold(fact.tail))
        wanted[key] = (*wanted.get(key, ()), fact)
    return Matching(tuple(_judge(fact, arguments, wanted) for fact in ours.facts), wanted)


def key_of(fact: Fact, head: str, tail: str) -> Key:
    """What a fact between these two entities is counted under."""
    first, second = sorted((head, tail)) if fact.type in UNDIRECTED else (head, tail)
    return fact.type, first, second, fact.polarity


def by_type(matching: Matching) -> dict[str, Tally]:
    """Edge type -> tally."""
    found, wanted = set(matching.found), set(matching.wanted)
    return {type: tally(_of(type, found), _of(type, wanted)) for type in sorted({key[0] for key in found | wanted})}


def by_type_and_modality(matching: Matching) -> dict[str, Tally]:
    """Edge type -> tally, where the modality has to be right too: a relation stated as actual and as planned is two."""
    found, wanted = _asserted(matching.found), _asserted(matching.wanted)
    types = sorted({key[0] for key, _ in found | wanted})
    return {type: tally({one for one in found if one[0][0] == type}, {one for one in wanted if one[0][0] == type}) for type in types}


def _of(type: str, keys: set[Key]) -> set[Key]:
    return {key for key in keys if key[0] == type}


def _asserted(facts: dict[Key, tuple[Fact, ...]]) -> set[tuple[Key, str]]:
    return {(key, fact.modality) for key, several in facts.items() for fact in several}


def _judge(fact: Fact, arguments: Arguments, wanted: dict[Key, tuple[Fact, ...]]) -> Judged:
    """Under a key of the gold where one is possible, else under one that gold has with the other polarity, else under the likeliest."""
    heads, tails = arguments.candidates(fact.head), arguments.candidates(fact.tail)
    possible = [key_of(fact, head, tail) for head in heads for tail in tails if head != tail]
    near = [key for key in possible if key in wanted] or [key for key in possible if opposite(key) in wanted]
    likeliest = key_of(fact, arguments.of_ours(fact.head), arguments.of_ours(fact.tail))
    key = near[0] if near else likeliest
    return Judged(fact, key, right=key in wanted, known=bool(heads and tails))


def opposite(key: Key) -> Key:
    """The same with the other polarity."""
    return *key[:3], "affirmed" if key[3] == "negated" else "negated"
