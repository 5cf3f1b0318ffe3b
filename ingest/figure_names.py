"""What a figure is of a relation: an amount, a share, a quantity, a date, or nothing."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from ingest.date_names import date_name
from ingest.grammar import governors
from ingest.reading import Figure, Relation, mention_at

REVENUE = frozenset("revenue revenues sales income turnover profit profits business".split())
SHARED = ("SUPPLIES", "DEPENDS_ON")
UNQUALIFIED = ("LOCATED_IN", "COMPETES_WITH", "PART_OF", "INPUT_TO", "ALIGNS_WITH")
"""Types whose relation no figure of the sentence says anything of."""
PRICED = ("SUPPLIES", "ACQUIRES", "INVESTS_IN", "SUBSIDISES", "PENALISES", "PAYS", "OWNS", "USES", "AFFECTS", "PARTNERS_WITH")
UNPRICED = ("owns.ends_with", "owns.percent_of", "owns.belongs", "owns.owns", "owns.stake")
"""Patterns of a holding: money beside it was put into the firm, or paid for something else."""
BUYING = frozenset("take buy acquire purchase pick snap raise increase lift cut reduce trim sell build".split())
"""Verbs by which a share changes hands."""
STATES = ("owns.belongs", "owns.owns", "owns.percent_of", "owns.owner", "owns.ends_with", "owns.pays_for_share", "owns.stake", "stakes.")
"""Patterns of holding a share, in contrast to buying or selling one."""
COUNTED = ("SUPPLIES", "MANUFACTURES", "USES", "HOLDS_STOCK", "OPERATES", "INPUT_TO", "RESTRICTS", "COVERS")
LASTING = ("GRANTED_TO", "SUPPLIES", "INVESTS_IN", "RESTRICTS", "SUSPENDS", "PARTNERS_WITH", "SUBSIDISES", "PAYS", "HOLDS_STOCK")
UNCOUNTED = ("supplies.has_customers",)
"""Patterns that list the customers of one clause: what the clause counts is theirs together."""
UNDATED = ("issued.measure_of", "issued.passive_by", "develops.chip_of", "develops.own")
"""Patterns that say whose a measure or a model is, whatever is done to it now."""
REVENUE_PATTERNS = ("supplies.revenue_share", "supplies.takes_share")
MAKES_UP = frozenset("represent account constitute make comprise contribute be amount".split())
WORDS_BEHIND = 7
"""Words behind a percentage that tell what it is a share of."""
OTHERS = frozenset(
    (
        "employee worker engineer people staff job person scientist researcher developer technician member customer shareholder supplier "
        "client entity entitie companie entrie organisation organization type entry kind manufacturer maker "
        "kilometer kilometre km mile nanometer nanometre nm millimeter millimetre mm inch"
    ).split()
)
"""What is counted or measured of a firm, a list or a process, and not of what it supplies or makes."""


def figure_name(doc: Doc, relation: Relation, figure: Figure) -> str | None:
    """The name of the qualifier (docs/annotation.md, "Qualifiers"); None where the figure says nothing of such a relation."""
    if relation.type in UNQUALIFIED or relation.pattern in UNDATED or _is_undated_guess(relation, figure):
        return None
    if figure.type == "MONEY":
        return "amount" if relation.type in PRICED and (relation.pattern not in UNPRICED or _is_bought(doc, relation)) else None
    if figure.type == "QUANTITY" and (relation.pattern in UNCOUNTED or _counts_others(figure)):
        return None
    if figure.type == "QUANTITY" and relation.type not in COUNTED or figure.duration and relation.type not in LASTING:
        return None
    if figure.type == "QUANTITY":
        rate = figure.unit is not None and (" a " in figure.unit or figure.unit.endswith("ly"))
        return "capacity" if rate and relation.type != "SUPPLIES" else "quantity"
    if figure.type == "DATE":
        return "duration" if figure.duration else _date(doc, figure, relation)
    if relation.type in ("OWNS", "PAYS", "ACQUIRES", "RESTRICTS"):
        return "percent" if not _is_of_another(doc, figure, relation) and not _is_the_first(doc, figure) else None
    if relation.pattern in REVENUE_PATTERNS or _makes_up_sales(doc, relation):
        return "share_of_revenue"
    if in_brackets_after(doc, figure, relation):
        return "share" if relation.type in SHARED else None
    return _share_name(doc, relation, figure) if relation.type in SHARED else None


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


def _date(doc: Doc, figure: Figure, relation: Relation) -> str | None:
    """The name of a date; who issued a measure and who holds a share is true of no one day, unless it is done then."""
    name = date_name(doc, figure, relation)
    if name == "date" and relation.type == "OWNS" and relation.pattern.startswith(STATES) and not _is_bought(doc, relation):
        return None
    return None if relation.type == "ISSUED_BY" and name != "date" else name


def _is_bought(doc: Doc, relation: Relation) -> bool:
    """ "Took a 15 percent stake for $400 million in July": a share that changes hands has its price and its day."""
    trigger = doc[relation.trigger]
    verb = next((one for one in (trigger, *governors(trigger)) if one.pos_ == "VERB"), trigger)
    return verb.lemma_.lower() in BUYING


def _is_of_another(doc: Doc, figure: Figure, relation: Relation) -> bool:
    """ "Fenwick, the owner of Quill, has bought 2.1% of Arbor's shares": a share of a firm that the relation is not about."""
    end = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if end is None or relation.type not in ("OWNS", "ACQUIRES") or doc[end.end].lower_ not in ("of", "in"):
        return False
    found = next((one for token in doc[end.end + 1 : end.end + 4] if (one := mention_at(doc, token.i)) is not None), None)
    return found is not None and found.label == "Company" and found.entity not in (relation.head.entity, relation.tail.entity)


def _is_the_first(doc: Doc, figure: Figure) -> bool:
    """ "From 6 percent to 11 percent": what it was before."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if span is None or not span.start or doc[span.start - 1].lower_ != "from":
        return False
    return any(one.lower_ == "to" for one in doc[span.end : span.end + 1])


def _is_undated_guess(relation: Relation, figure: Figure) -> bool:
    """A guess knows no verb that a date would be the day of; a restriction has mostly one."""
    return relation.pattern.startswith("guess.") and figure.type == "DATE" and relation.type != "RESTRICTS"


def _makes_up_sales(doc: Doc, relation: Relation) -> bool:
    """ "Sales to Apple represented 27%", "and those to Samsung 12%": sales that rose are something else."""
    if relation.pattern != "supplies.sales_to":
        return False
    verbs = (one.lemma_ for one in governors(doc[relation.trigger]) if one.pos_ in ("VERB", "AUX"))
    return bool(relation.figures) or next(verbs, "") in MAKES_UP


def _counts_others(figure: Figure) -> bool:
    """Whether it is people or firms that are counted, or a length: "some 58,000 employees", "on a 5-nanometre process"."""
    words = f"{figure.unit or ''} {figure.text}".lower().replace("-", " ").split()
    return any(word in OTHERS or word.removesuffix("s") in OTHERS for word in words)


def _share_name(doc: Doc, relation: Relation, figure: Figure) -> str | None:
    whole = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if whole is None:
        return None
    whole = _first_of_several(doc, whole)
    following = doc[whole.end : whole.end + WORDS_BEHIND]
    supplier, buyer = (relation.head, relation.tail) if relation.type == "SUPPLIES" else (relation.tail, relation.head)
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
    if first is None or first.lower_ not in ("%", "percent", "cent") or doc[share.end].lower_ == "of":
        return share
    return doc[first.i : first.i + 1]
