"""What a percentage is a share of: the buyer's purchases, or the seller's sales."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from ingest.grammar import governors
from ingest.more_said import share_added
from ingest.reading import Figure, Relation, mention_at

SHARED = ("SUPPLIES", "DEPENDS_ON")
"""Types whose percentages are shares of what is bought or sold."""
REVENUE = frozenset("revenue revenues sales income turnover profit profits business".split())
REVENUE_PATTERNS = ("supplies.revenue_share", "supplies.takes_share", "supplies.sells_in", "rows.customer")
MAKES_UP = frozenset("represent account constitute make comprise contribute be amount".split())
WORDS_BEHIND = 7
"""Words behind a percentage that tell what it is a share of."""


def share_of(doc: Doc, relation: Relation, figure: Figure) -> str | None:
    """`share` or `share_of_revenue`, by the pattern of the relation and the words around the percentage; None where it is neither."""
    if relation.pattern in REVENUE_PATTERNS or _makes_up_sales(doc, relation):
        return "share_of_revenue"
    if relation.pattern == "rows.supplier":
        return "share"
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    added = share_added(span.root, relation) if span is not None else None
    if added is not None:
        return added
    return "share" if in_brackets_after(doc, figure, relation) else _share_name(doc, relation, figure)


def share_name(words: Sequence[str], *, of_supplier: bool, of_buyer: bool, of_its: bool) -> str | None:
    """`share` of a percentage of the buyer's purchases, `share_of_revenue` of one of a firm's sales, by the words behind it.

    `of_supplier` and `of_buyer` say whom these words name; `of_its` that "its" is the buyer's."""
    if words and words[0] == "from" and of_supplier:  # "gets about a third from it"
        return "share"
    if not words or words[0] not in ("of", "its", "their", "the"):
        return None
    if REVENUE & set(words) or "market" in words:
        return "share_of_revenue" if REVENUE & set(words) else None
    its = of_its and list(words[:2]) == ["of", "its"]
    if of_supplier and not of_buyer and not its:
        return None
    return "share" if of_buyer or its else None


def in_brackets_after(doc: Doc, figure: Figure, relation: Relation) -> bool | None:
    """ "Rheinsil (70 per cent) and Hokuriku (30 per cent)": the share of the name it follows; None where it stands in no brackets."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if span is None or figure.type != "PERCENT" or not span.start or doc[span.start - 1].text != "(":
        return None
    return span.start - 1 in (relation.head.end, relation.tail.end)


def _makes_up_sales(doc: Doc, relation: Relation) -> bool:
    """ "Sales to Apple represented 27%", "and those to Samsung 12%": sales that rose are something else."""
    if relation.pattern != "supplies.sales_to":
        return False
    verbs = (one.lemma_ for one in governors(doc[relation.trigger]) if one.pos_ in ("VERB", "AUX"))
    return bool(relation.figures) or next(verbs, "") in MAKES_UP


def _share_name(doc: Doc, relation: Relation, figure: Figure) -> str | None:
    whole = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if whole is None:
        return None
    whole = _first_of_several(doc, whole)
    following = doc[whole.end : whole.end + WORDS_BEHIND]
    supplier, buyer = (relation.head, relation.tail) if relation.type == "SUPPLIES" else (relation.tail, relation.head)
    if relation.pattern == "depends.dependent" and whole.root.head.i == relation.trigger:
        return "share"  # "is 100% dependent on China"
    if relation.type == "DEPENDS_ON" and "for" in [token.lower_ for token in doc[max(whole.start - 3, 0) : whole.start]]:
        return "share"  # "relies on it for about 80% of its needs"
    if relation.type == "SUPPLIES" and _is_sold(doc, whole, relation):
        return "share_of_revenue"
    owners = {found.entity for token in following if (found := mention_at(doc, token.i)) is not None}
    return share_name(
        [token.lower_ for token in following],
        of_supplier=supplier.entity in owners,
        of_buyer=buyer.entity in owners,
        of_its=doc[relation.trigger].i < whole.start and buyer.start < whole.start,
    )


def _is_sold(doc: Doc, share: Span, relation: Relation) -> bool:
    """ "Sells 35 percent of its furnaces to Samsung": a part of what the seller makes, not of what the buyer needs."""
    before = relation.head.end <= relation.trigger < share.start < relation.tail.start
    words = [one.lower_ for one in doc[share.end : relation.tail.start]]
    return before and words[:2] == ["of", "its"] and "to" in words


def _first_of_several(doc: Doc, share: Span) -> Span:
    """Of "24 percent of its revenue from Apple and 11 percent from Nvidia" what is said behind the first share is true of both."""
    first = share.root.head if share.root.dep_ == "conj" else None
    if first is None or first.lower_ not in ("%", "percent", "cent") or any(one.lower_ == "of" for one in doc[share.end : share.end + 1]):
        return share
    return doc[first.i : first.i + 1]
