"""The bounds of a share that a fact's quote states: the figures and their meaning by the code that reads them for the rules.

The rules bind a figure by the parse; here, where there is none, by what stands beside it. In doubt there are no bounds."""

import re
from collections.abc import Sequence

from ingest.quantities import figures
from ingest.reading import Figure
from ingest.share_bounds import bounds
from ingest.share_names import SHARED, WORDS_BEHIND, share_name
from ingest.tiers.words import Span

NONE = (None, None)
_WORD = re.compile(r"\w+|'s")
_AND = re.compile(r"[\s,]*(?:and|or|&|as well as)?[\s,]*(?:the\s)?")


def share_of(type: str, quote: str, head: Span, tail: Span, others: Sequence[Span] = ()) -> tuple[float | None, float | None]:
    """The share of the buyer's purchases, or of what is owned, that one percentage of the quote states; else (None, None).

    `head`, `tail` and `others`, the names of further entities, are offsets into the quote."""
    if type not in (*SHARED, "OWNS"):
        return NONE
    giver, taker = (tail, head) if type == "DEPENDS_ON" else (head, tail)
    if any(_beside(giver, other, quote) for other in others):
        return NONE  # "Samsung and TSMC supply 60 %": of both together
    stated = [figure for figure in figures(quote) if figure.type == "PERCENT" and _is_nearest(figure, giver, others)]
    stated = [figure for figure in stated if type == "OWNS" or _is_share(figure, quote, giver, taker)]
    value = stated[0].value if len(stated) == 1 else None
    return NONE if value is None else bounds(value / 100, quote[: stated[0].start])


def _is_share(figure: Figure, quote: str, giver: Span, taker: Span) -> bool:
    behind = list(_WORD.finditer(quote, figure.end))[:WORDS_BEHIND]
    words, end = [word.group().lower() for word in behind], behind[-1].end() if behind else figure.end
    of_supplier, of_buyer = (figure.end <= quote.find(quote[slice(*one)], figure.end) < end for one in (giver, taker))
    of_its = taker[0] < figure.start and words[:2] == ["of", "its"]
    return share_name(words, of_supplier=of_supplier, of_buyer=of_buyer or of_its, of_its=of_its) == "share"


def _is_nearest(figure: Figure, giver: Span, others: Sequence[Span]) -> bool:
    """Whether no other name stands nearer to the figure than the supplier's or holder's."""
    return all(_distance(figure, giver) < _distance(figure, other) for other in others)


def _distance(figure: Figure, span: Span) -> int:
    return max(span[0] - figure.end, figure.start - span[1])


def _beside(one: Span, other: Span, quote: str) -> bool:
    """Whether the two are members of one list."""
    first, second = sorted((one, other))
    return first[1] <= second[0] and first != second and _AND.fullmatch(quote[first[1] : second[0]]) is not None
