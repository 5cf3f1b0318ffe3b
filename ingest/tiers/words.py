"""Where the entities of an answer stand in its section: names exactly, the longest first; "the firm" and "it" where they refer.

A pronoun counts only where a name of its entity stands shortly before it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.evidence import Entity, MentionKind
from graph.ontology import NODE_BY_EXCHANGE
from ingest.tiers.answer import SaidEntity
from ingest.tiers.naming import entity_called, is_name

Span = tuple[int, int]
NEAR = 400
"""Characters back in which a pronoun's name has to stand: about two sentences."""
_PRONOUNS = frozenset("it its itself they their them he his him she her who which that this these those we our us both".split())


@dataclass
class Known:
    """An entity of the answer with its spans in the section."""

    entity: Entity
    names: list[Span] = field(default_factory=list)
    references: list[tuple[Span, MentionKind]] = field(default_factory=list)

    def within(self, quote: Span) -> Iterator[tuple[Span, MentionKind]]:
        """What stands for it in the quote: names first, then nominals, then pronouns."""
        inside = [(span, kind) for span, kind in [*((span, "name") for span in self.names), *self.references] if _in(span, quote)]
        for kind in ("name", "nominal", "pronoun"):
            yield from ((span, it) for span, it in inside if it == kind and self._is_near(span, kind))

    def _is_near(self, span: Span, kind: str) -> bool:
        if kind == "name":
            return True
        reach = NEAR if kind == "pronoun" else span[0]
        return any(span[0] - reach <= start < span[0] for start, _ in self.names)


def locate(said: Iterable[SaidEntity], section: str) -> dict[str, Known]:
    """The entities of the answer by their id in it, but for those of unknown type and those whose name does not stand in the section."""
    known: dict[str, Known] = {}
    wanted: list[tuple[str, str]] = []
    for one in said:
        node = NODE_BY_EXCHANGE.get(one.type)
        entity = entity_called(one.name, node.label) if node and is_name(one.name, node.label) else None
        if entity is None or one.id in known or not _spans(one.name, section):
            continue
        known[one.id] = Known(entity)
        for words in dict.fromkeys((one.name, *one.also)):
            if is_name(words, entity.type) and words.casefold() not in _PRONOUNS and words[:1].isalnum():
                wanted.append((words, one.id))
            else:
                kind: MentionKind = "pronoun" if words.casefold() in _PRONOUNS else "nominal"
                known[one.id].references += [(span, kind) for span in _spans(words, section, re.IGNORECASE)]
    _take_names(known, wanted, section)
    return {id: one for id, one in known.items() if one.names}


def find(words: str, text: str) -> list[Span]:
    """Where `words` stand in `text` character by character; only the kind and length of white space may differ."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return [match.span() for match in re.finditer(pattern, text)] if pattern else []


def _take_names(known: dict[str, Known], wanted: list[tuple[str, str]], section: str) -> None:
    """Gives each stretch to the longest name that covers it, of equal ones to the entity listed first."""
    taken: set[int] = set()
    for words, id in sorted(wanted, key=lambda one: -len(one[0])):
        for start, end in _spans(words, section):
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                known[id].names.append((start, end))


def _spans(words: str, section: str, flags: int = 0) -> list[Span]:
    """Where `words` stand as whole words."""
    return [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", section, flags)]


def _in(span: Span, quote: Span) -> bool:
    return quote[0] <= span[0] and span[1] <= quote[1]
