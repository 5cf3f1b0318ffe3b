"""What a figure is of a relation: an amount, a share, a quantity, a date, or nothing."""

from spacy.tokens import Doc

from ingest.assertion import SAY
from ingest.date_names import date_name
from ingest.grammar import governors
from ingest.issue_dates import is_issued_then
from ingest.licence_terms import is_told_of_the_grant, of_the_term
from ingest.more_said import says_how_bought
from ingest.reading import Figure, Found, Relation, mention_at
from ingest.share_names import SHARED, share_of

UNQUALIFIED = ("LOCATED_IN", "COMPETES_WITH", "PART_OF", "ALIGNS_WITH")
"""Types whose relation no figure of the sentence says anything of."""
PRICED = ("SUPPLIES", "ACQUIRES", "INVESTS_IN", "SUBSIDISES", "PENALISES", "PAYS", "OWNS", "USES", "AFFECTS", "PARTNERS_WITH")
UNPRICED = ("owns.ends_with", "owns.percent_of", "owns.belongs", "owns.owns", "owns.stake")
"""Patterns of a holding: money beside it was put into the firm, or paid for something else."""
POWER = frozenset("megawatt megawatts mw gigawatt gigawatts gw kilowatt kilowatts kw".split())
"""Units that are rates."""
BUYING = frozenset("take buy acquire purchase pick snap raise increase lift cut reduce trim sell build".split())
"""Verbs by which a share changes hands."""
STATES = ("owns.belongs", "owns.owns", "owns.percent_of", "owns.owner", "owns.ends_with", "owns.pays_for_share", "owns.stake", "stakes.")
"""Patterns of holding a share, in contrast to buying or selling one."""
COUNTED = ("SUPPLIES", "MANUFACTURES", "USES", "HOLDS_STOCK", "OPERATES", "INPUT_TO", "COVERS")
LASTING = (
    "GRANTED_TO",
    "WORKS_FOR",
    "SUPPLIES",
    "INVESTS_IN",
    "RESTRICTS",
    "SUSPENDS",
    "PARTNERS_WITH",
    "SUBSIDISES",
    "PAYS",
    "HOLDS_STOCK",
    "USES",
    "MANUFACTURES",
    "AFFECTS",
    "COVERS",
)
UNCOUNTED = ("supplies.has_customers",)
"""Patterns that list the customers of one clause: what the clause counts is theirs together."""
UNDATED = ("issued.measure_of", "issued.passive_by", "develops.chip_of", "develops.own")
"""Patterns that say whose a measure or a model is, whatever is done to it now."""
OTHERS = frozenset(
    (
        "employee worker engineer people staff job person scientist researcher developer technician member customer shareholder supplier "
        "client entity entitie companie entrie organisation organization type entry kind manufacturer maker "
        "region country countrie state nation city citie "
        "kilometer kilometre km mile nanometer nanometre nm millimeter millimetre mm inch"
    ).split()
)
"""What is counted or measured of a firm, a list or a process, and not of what it supplies or makes."""


def figure_name(doc: Doc, relation: Relation, figure: Figure) -> str | None:
    """The name of the qualifier (docs/annotation.md, "Qualifiers"); None where the figure says nothing of such a relation."""
    if relation.pattern in UNDATED and is_issued_then(doc, figure, relation):
        return "date"
    if (named := of_the_term(doc, figure, relation)) is not None:
        return named
    if is_told_of_the_grant(doc, figure, relation):
        return None
    if relation.type in UNQUALIFIED or relation.pattern in UNDATED or _is_undated_guess(doc, relation, figure):
        return None
    if relation.type == "OWNS" and figure.type in ("MONEY", "DATE") and _is_of_its_purchase(doc, figure, relation):
        return "amount" if figure.type == "MONEY" else "date"
    if relation.type == "INPUT_TO":
        return "quantity" if _is_measure_of(doc, figure, relation.head) else None
    if figure.duration and _follows(doc, figure, "within"):  # "replied within a day" says nothing, "will open one within a year" does
        return "deadline" if relation.modality == "planned" else None
    if figure.type == "MONEY" and _is_of_the_revenue(doc, figure):
        return None
    if figure.type == "MONEY":
        return "amount" if relation.type in PRICED and (relation.pattern not in UNPRICED or _is_bought(doc, relation)) else None
    if figure.type == "QUANTITY" and (relation.pattern in UNCOUNTED or _counts_others(figure)):
        return None
    if figure.type == "QUANTITY" and relation.type == "COVERS" and relation.tail.label == "Country":
        return None  # "to export 400 tonnes of germanium to Japan": of the goods
    if figure.type == "QUANTITY" and relation.type not in COUNTED or figure.duration and relation.type not in LASTING:
        return None
    if figure.type == "QUANTITY":
        rate = figure.unit is not None and (" a " in figure.unit or figure.unit.endswith("ly") or figure.unit in POWER)
        return "capacity" if rate and relation.type != "SUPPLIES" else "quantity"
    if figure.type == "DATE":
        return "duration" if figure.duration else _date(doc, figure, relation)
    if relation.type in ("OWNS", "PAYS", "ACQUIRES", "RESTRICTS"):
        return "percent" if not _is_of_another(doc, figure, relation) and not _is_the_first(doc, figure) else None
    return share_of(doc, relation, figure) if relation.type in SHARED else None


def _is_of_its_purchase(doc: Doc, figure: Figure, relation: Relation) -> bool:
    """ "Owns 4.9% of Brightmoor, a stake it bought for $95 million in 2023"."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    return span is not None and not figure.duration and says_how_bought(span.root, relation)


def _is_of_the_revenue(doc: Doc, figure: Figure) -> bool:
    """ "23% of its revenue of S$1.4 billion": what the whole is, and no price."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    before = [one.lower_ for one in doc[max(span.start - 3, 0) : span.start]] if span is not None else []
    return "of" in before[-2:] and not {"revenue", "revenues", "sales", "turnover"}.isdisjoint(before)


def _is_measure_of(doc: Doc, figure: Figure, thing: Found) -> bool:
    """ "288 gigabytes of HBM3E": how much of the thing."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if span is None or figure.type != "QUANTITY" or span.end >= len(doc):
        return False
    return doc[span.end].lower_ == "of" and span.end < thing.start <= span.end + 2


def _follows(doc: Doc, figure: Figure, word: str) -> bool:
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    return span is not None and span.start > 0 and doc[span.start - 1].lower_ == word


def _is_of_the_report(doc: Doc, figure: Figure) -> bool:
    """ "Said on Wednesday it had signed": the day stands right after the verb that reports."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if span is None or span.start < 2 or doc[span.start - 1].lower_ != "on":
        return False
    return doc[span.start - 2].lemma_.lower() in SAY and doc[span.start - 2].sent.start <= span.start


def _date(doc: Doc, figure: Figure, relation: Relation) -> str | None:
    """The name of a date; who issued a measure and who holds a share is true of no one day, unless it is done then."""
    if _is_of_the_report(doc, figure) or figure.text.lower() == "today":
        return None
    if relation.type in ("SUPERSEDES", "AMENDS", "SUSPENDS") and _follows(doc, figure, "of"):
        return None  # "the interim final rule of January 9"
    name = date_name(doc, figure, relation)
    if name == "date" and relation.pattern == "covers.granted_for":
        return None  # the day on which the permission was given
    if (
        name == "date"
        and relation.type == "OWNS"
        and relation.pattern.startswith(STATES)
        and not (_is_bought(doc, relation) or _is_the_day(doc, figure))
    ):
        return None
    return None if relation.type == "ISSUED_BY" and name != "date" else name


def _is_bought(doc: Doc, relation: Relation) -> bool:
    """ "Took a 15 percent stake for $400 million in July": a share that changes hands has its price and its day."""
    trigger = doc[relation.trigger]
    verb = next((one for one in (trigger, *governors(trigger)) if one.pos_ == "VERB"), trigger)
    return verb.lemma_.lower() in BUYING


def _is_the_day(doc: Doc, figure: Figure) -> bool:
    """ "As of February 27": the day of what is said."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    return span is not None and [one.lower_ for one in doc[max(span.start - 2, 0) : span.start]] in (["as", "of"], ["as", "at"])


def _is_of_another(doc: Doc, figure: Figure, relation: Relation) -> bool:
    """ "Fenwick, the owner of Quill, has bought 2.1% of Arbor's shares": a share of a firm that the relation is not about."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if (
        span is None
        or relation.type not in ("OWNS", "ACQUIRES")
        or not any(one.lower_ in ("of", "in") for one in doc[span.end : span.end + 1])
    ):
        return False
    named = [one for token in doc[span.end + 1 : min(span.end + 6, span.sent.end)] if (one := mention_at(doc, token.i)) is not None]
    ends = {relation.head.entity, relation.tail.entity}
    return bool(named) and named[0].label == "Company" and ends.isdisjoint(one.entity for one in named)


def _is_the_first(doc: Doc, figure: Figure) -> bool:
    """ "From 6 percent to 11 percent": what it was before."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if span is None or not span.start or doc[span.start - 1].lower_ != "from":
        return False
    return any(one.lower_ == "to" for one in doc[span.end : span.end + 1])


def _is_undated_guess(doc: Doc, relation: Relation, figure: Figure) -> bool:
    """A guess whose two ends meet in no verb is of no day; a restriction has mostly one."""
    verbal = doc[relation.trigger].pos_ == "VERB" or relation.type == "RESTRICTS"
    return relation.pattern.startswith("guess.") and figure.type == "DATE" and not verbal


def _counts_others(figure: Figure) -> bool:
    """Whether it is people or firms that are counted, or a length: "some 58,000 employees", "on a 5-nanometre process"."""
    words = f"{figure.unit or ''} {figure.text}".lower().replace("-", " ").split()
    return any(word in OTHERS or word.removesuffix("s") in OTHERS for word in words)
