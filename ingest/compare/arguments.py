"""Which entities of the gold an end of one of our relations can stand for."""

from functools import cache

from ingest.compare.document import Document, Mention, Span, likeness, overlap


class Arguments:
    """Ends of our facts as entities of the gold, and back."""

    def __init__(self, ours: Document, gold: Document) -> None:
        self.ours, self.gold = ours, gold
        self.candidates = cache(self._candidates)

    def of_gold(self, span: Span) -> str:
        """The entity that an end of a gold relation is a mention of; the span itself where gold lists none."""
        found = self.gold.at(span)
        return found.entity if found else _nameless(span)

    def of_ours(self, span: Span) -> str:
        """What our end is counted under: the likeliest entity of the gold, else our own."""
        found = self.ours.at(span)
        return next(iter(self.candidates(span)), f"ours:{found.entity}" if found else _nameless(span))

    def is_known(self, span: Span) -> bool:
        """Whether our end is an entity of the gold at all."""
        return bool(self.candidates(span))

    def _candidates(self, span: Span) -> tuple[str, ...]:
        """The likeliest first: entities with a mention that overlaps ours, then those that the names of our own entity
        lead to when ours is a nominal or a pronoun."""
        mention = self.ours.at(span)
        spans = [span, *self._names(mention)] if mention is not None and mention.kind in ("nominal", "pronoun") else [span]
        found = [entity for one in spans for entity in self._overlapping(one, mention)]
        return tuple(dict.fromkeys([*found, *(_nameless(end) for end in self._unlisted if overlap(end, span))]))

    def _names(self, mention: Mention) -> list[Span]:
        return [one.span for one in self.ours.chains.get(mention.entity, ()) if one.kind == "name"]

    def _overlapping(self, span: Span, mention: Mention | None) -> list[str]:
        """Entities of the gold that overlap `span`: those of our type alone where there are any ("Hangzhou" in "plant in Hangzhou")."""
        near = [one for one in self.gold.mentions if one.kind != "value" and overlap(one.span, span)]
        same = [one for one in near if mention is not None and one.type == mention.type]
        return [one.entity for one in sorted(same or near, key=lambda one: (-likeness(one.span, span), one.span))]

    @property
    def _unlisted(self) -> list[Span]:
        ends = {end for fact in self.gold.facts for end in (fact.head, fact.tail)}
        return sorted(end for end in ends if self.gold.at(end) is None)


def _nameless(span: Span) -> str:
    return f"span:{span[0]}-{span[1]}"
