"""Figures -> qualifiers: which amount, share, date or quantity belongs to which relation, and the bounds a share implies."""

import itertools
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from graph.evidence import Qualifier
from graph.priors import CUES
from ingest.asides import fronted, is_a_deal, of_the_first, passes
from ingest.date_names import BEGINNINGS
from ingest.figure_names import SHARED, figure_name, in_brackets_after
from ingest.grammar import governors
from ingest.reading import Figure, Relation, chars_of, reading_of, text_of

ROUNDING = 0.005
ABOUT = frozenset("about around roughly nearly almost approximately some circa estimated".split())
OVER = frozenset(["over", "than", "exceeding", "above", "least"])
DATED_SHAPES = ("struct.issuer",)
SAY = frozenset("say tell add announce report state write note declare confirm deny reject dispute disclose reveal".split())


def bind(doc: Doc, relation: Relation) -> tuple[Qualifier, ...]:
    """The qualifiers of `relation`, in the order of the text: figures whose nearest trigger is its own."""
    figures = _own_figures(doc, relation)
    found = [q for figure in figures if (q := _qualifier(doc, relation, figure))]
    if relation.type in SHARED and relation.figures is None and not any(one.name in ("share", "share_of_revenue") for one in found):
        found += _worded_share(doc, relation)
    if any(one.name == "share_of_revenue" for one in found) and not any(one.name == "date" for one in found):
        found += _same_year(doc, relation)
    if relation.product is not None:
        found.append(Qualifier(name="product", text=text_of(doc, relation.product), entity=relation.product.entity))
    if relation.trend:
        found.append(Qualifier(name="trend", text=relation.trend))
    return tuple({q.name: q for q in reversed(found)}.values())[::-1]


def _own_figures(doc: Doc, relation: Relation) -> Sequence[Figure]:
    """What hangs on its trigger; a clause that leaves out its verb has figures of its own, and the day of the one that has it."""
    if relation.figures is None:
        return _shared_out(doc, relation, _figures(doc, relation))
    if any(figure.type == "DATE" for figure in relation.figures):
        return relation.figures
    shared = [one for one in _figures(doc, relation) if one.type == "DATE" and figure_name(doc, relation, one) == "date"]
    return (*relation.figures, *shared)


def _same_year(doc: Doc, relation: Relation) -> list[Qualifier]:
    """ "A represented 27% of our revenue in fiscal 2024, and B represented 14%": both are of the year that is said once."""
    sentence = doc[relation.trigger].sent
    for one in reading_of(doc).relations:
        if one.type == relation.type and one.head.entity == relation.head.entity and sentence.start <= one.trigger < relation.trigger:
            bound = [q for figure in _own_figures(doc, one) if (q := _qualifier(doc, one, figure))]
            if any(q.name == "share_of_revenue" for q in bound):
                return [q for q in bound if q.name == "date"][:1]
    return []


def _worded_share(doc: Doc, relation: Relation) -> list[Qualifier]:
    """ "Buys most of its servers", "gets all its cells": a share without a figure."""
    end = doc[relation.trigger].sent.end
    buyer = relation.tail if relation.type == "SUPPLIES" else relation.head
    if buyer.start > relation.trigger:  # "sells most of its output to"
        return []
    for token in doc[relation.trigger + 1 : min(relation.trigger + 6, end - 2)]:
        if token.lower_ in ("most", "all") and {one.lower_ for one in doc[token.i + 1 : token.i + 3]} & {"its", "their", "our"}:
            return [Qualifier(name="share", text=token.text)]
    return []


def share(relation: Relation, qualifiers: tuple[Qualifier, ...], doc: Doc) -> tuple[float | None, float | None]:
    """The bounds of the share that figures or words imply; (None, None) where they imply none."""
    name = "percent" if relation.type == "OWNS" else "share"
    stated = next((q for q in qualifiers if q.name == name and q.value is not None), None)
    if stated is not None and stated.value is not None:
        sentence = doc[relation.trigger].sent.text
        return bounds(stated.value / 100, sentence[: max(sentence.find(stated.text), 0)])
    cue = CUES.get(relation.cue or "")
    if cue is not None and cue.documented != (0, 1) and relation.type in (*SHARED, "MANUFACTURES"):
        return cue.documented
    return None, None


def bounds(value: float, before: str) -> tuple[float, float]:
    """The share that `value` states, by the words before it: within rounding; `about` within a tenth; `over` up to 1; `up to` from 0."""
    words = set(before.lower().split()[-3:])
    if {"less", "under", "below"} & words or {"up", "to"} <= words or {"at", "most"} <= words:
        return 0.0, min(1.0, value)
    if OVER & words:
        return value, 1.0
    spread = 0.1 * value if ABOUT & words else ROUNDING
    if value == 1.0:
        return 1.0 if not ABOUT & words else 0.9, 1.0
    return max(0.0, round(value - spread, 6)), min(1.0, round(value + spread, 6))


def _figures(doc: Doc, relation: Relation) -> list[Figure]:
    """The figures of the sentence that hang nearer to this trigger than to any other one."""
    sentence = doc[relation.trigger].sent
    first, last = sentence.start_char, sentence.end_char
    inside = [figure for figure in reading_of(doc).figures if first <= figure.start < last]
    if not inside:
        return []
    beside = [one for one in reading_of(doc).relations if sentence.start <= one.trigger < sentence.end]
    found = []
    for figure in inside:
        rivals = {one.trigger for one in beside if one.trigger == relation.trigger or _may_have(doc, one, figure, relation)}
        if not _in_mention(doc, figure, relation) and _nearest(doc, figure, rivals, relation):
            found.append(figure)
    return found


def _may_have(doc: Doc, rival: Relation, figure: Figure, relation: Relation) -> bool:
    """Whether the figure could be the rival's; what is guessed takes none from what is said in a known way."""
    guessed = rival.pattern.startswith("guess.") and not relation.pattern.startswith("guess.")
    return not guessed and figure_name(doc, rival, figure) is not None


def _shared_out(doc: Doc, relation: Relation, figures: list[Figure]) -> list[Figure]:
    """Of "A and B accounted for 31% and 18%" each its own: as many figures as relations at one trigger go by order."""
    beside = [
        one
        for one in reading_of(doc).relations
        if one.trigger == relation.trigger and one.type == relation.type and one.pattern == relation.pattern
    ]
    places = sorted({(one.head.start, one.tail.start) for one in beside})
    kept: list[Figure] = []
    for kind in dict.fromkeys(figure.type for figure in figures):
        alike = [figure for figure in figures if figure.type == kind and not figure.duration]
        if len(places) > 1 and len(alike) == len(places):
            alike = [alike[places.index((relation.head.start, relation.tail.start))]]
        kept += alike + [figure for figure in figures if figure.type == kind and figure.duration]
    return kept


def _in_mention(doc: Doc, figure: Figure, relation: Relation) -> bool:
    """Whether it is a part of an end of the relation, or of a fund or round: the size of that, not of what is put into it."""
    funds = [one for one in reading_of(doc).mentions if one.label == "Investment"]
    return any(start <= figure.start < end for start, end in (chars_of(doc, one) for one in (relation.head, relation.tail, *funds)))


def _nearest(doc: Doc, figure: Figure, triggers: set[int], relation: Relation) -> bool:
    """Whether the figure hangs on the relation's trigger, or on the verb of a noun that is one, and on no other verb before."""
    token = _token(doc, figure)
    if token is None:
        return False
    if relation.pattern.startswith(("struct.", "seat.")) and relation.pattern not in DATED_SHAPES:
        return False  # the shape of a phrase says where or whose a thing is, at no date
    trigger = doc[relation.trigger]
    if _is_of_another_year(doc, figure):
        return False
    bracketed = in_brackets_after(doc, figure, relation)
    if bracketed is not None:
        return bracketed
    if _is_of_which(doc, figure) and trigger.i < token.i:
        return False
    participle = _participle(doc, figure, triggers)
    if participle is not None or _in_subject_phrase(token, trigger):
        return participle == relation.trigger
    lasting = figure.type == "DATE" and ((trigger.dep_ == "attr" and _is_of_a_term(token, relation)) or trigger.head.lower_ == "as")
    apposed = trigger.pos_ == "NOUN" and trigger.dep_ in ("appos", "attr", "pobj", "conj")
    if _is_measured(trigger, token) or _is_of_the_holding(token, trigger, relation):
        return True
    for position in (token.i, *(one.i for one in governors(token))):
        if figure.type == "DATE" and fronted(token, doc[position], trigger):
            return True
        if position in triggers:
            return position == relation.trigger
        if of_the_first(token, doc[position], trigger):
            return False
        if passes(doc[position], figure, relation):
            continue
        if doc[position].pos_ in ("VERB", "AUX"):
            return (not apposed or lasting) and position in _clause_verbs(trigger) and doc[position].lemma_.lower() not in SAY
    return False


def _is_of_a_term(token: Token, relation: Relation) -> bool:
    """ "Has been chief since May", "from 2016 to 2022 he was", "became president in March"."""
    above = list(itertools.islice(governors(token), 3))
    return any(one.lower_ in ("since", "until", "from", "between") or one.lemma_ in BEGINNINGS.get(relation.type, ()) for one in above)


def _is_measured(trigger: Token, token: Token) -> bool:
    """ "5 billion euros in state aid", "$3 million of shipments": the sum that the trigger has before it."""
    return trigger.dep_ == "pobj" and trigger.head.lower_ in ("in", "of") and trigger.head.head.i == token.i


def _is_of_the_holding(token: Token, trigger: Token, relation: Relation) -> bool:
    """ "Samsung, with a 5 percent stake, is a shareholder of", "is the largest shareholder with 5 percent"."""
    if relation.type != "OWNS" or trigger.pos_ != "NOUN" or trigger.dep_ not in ("attr", "appos", "nsubj"):
        return False
    way = list(itertools.islice(governors(token), 3))
    preposition = next((one for one in way if one.lower_ == "with"), None)
    return preposition is not None and (preposition.head in (trigger, trigger.head) or preposition.head.head == trigger.head)


def _is_of_which(doc: Doc, figure: Figure) -> bool:
    """ "A mill, a third of which Saxony pays for": what the clause says, not what is said before it."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    return span is not None and [one.lower_ for one in doc[span.end : span.end + 2]] in (["of", "which"], ["of", "whom"], ["of", "whose"])


def _participle(doc: Doc, figure: Figure, triggers: set[int]) -> int | None:
    """The participle or clause that a figure belongs to: "90 percent owned by", "SEK 400 million that the agency awarded"."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    said = [child for one in span or () for child in one.rights if child.i in triggers]
    return next((one.i for one in said if one.dep_ in ("acl", "amod") or (one.dep_ == "relcl" and _has_object_before(one))), None)


def _has_object_before(verb: Token) -> bool:
    """ "€40 million that the agency awarded it": what comes before the clause is its object, or a word left out stands for it."""
    return not any(child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in ("which", "that", "who") for child in verb.children)


def _in_subject_phrase(token: Token, trigger: Token) -> bool:
    """Whether the figure stands in an apposition or a clause of the trigger's subject: "Arm, 90 percent of which SoftBank owns, holds"."""
    way = [token, *(one for one in governors(token) if one.i != trigger.i)]
    places = [one.dep_ for one in way]
    apart = next((number for number, place in enumerate(places) if place in ("appos", "relcl", "acl")), None)
    verbs = {trigger.i, *_clause_verbs(trigger)}
    subject = next((one for one in way if one.dep_ in ("nsubj", "nsubjpass") and one.head.i in verbs), None)
    return subject is not None and not is_a_deal(subject) and apart is not None and trigger.i not in {one.i for one in way[: apart + 1]}


def _is_of_another_year(doc: Doc, figure: Figure) -> bool:
    """ "(2024: 22% and 15%)": what it was before, in brackets."""
    token = _token(doc, figure)
    opening = next((one.i for one in reversed(doc[token.sent.start : token.i]) if one.text == "("), None) if token is not None else None
    if token is None or opening is None or any(one.text == ")" for one in doc[opening : token.i]):
        return False
    return any(one.text == ":" for one in doc[opening : opening + 4])


def _clause_verbs(trigger: Token) -> set[int]:
    """The verb that a noun trigger, or a verb without a clause of its own, hangs on."""
    own = any(child.dep_ in ("nsubj", "nsubjpass") for child in trigger.children)
    if trigger.pos_ == "VERB" and (trigger.dep_ in ("relcl", "ccomp", "parataxis") or (trigger.dep_ == "advcl" and own)):
        return set()
    for one in governors(trigger):
        if one.pos_ in ("VERB", "AUX"):
            return {one.i}
    return set()


def _token(doc: Doc, figure: Figure) -> Token | None:
    span: Span | None = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if span is not None and len(span) > 1 and span.root.lower_ == "won" and span.root.pos_ == "VERB":
        return span[:-1].root  # the currency, read as what one does with orders
    return span.root if span is not None else None


def _qualifier(doc: Doc, relation: Relation, figure: Figure) -> Qualifier | None:
    name = figure_name(doc, relation, figure)
    if name is None:
        return None
    return Qualifier(name=name, text=figure.text, value=figure.value, unit=figure.unit, iso=figure.iso, uncertain=figure.uncertain)
