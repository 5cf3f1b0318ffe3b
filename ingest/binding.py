"""Figures -> qualifiers: which amount, share, date or quantity belongs to which relation."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from graph.evidence import Qualifier
from ingest.figure_names import figure_name
from ingest.reach import is_undated_shape, reaches
from ingest.reading import Figure, Relation, chars_of, reading_of, text_of
from ingest.share_names import SHARED


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
    trigger, end = doc[relation.trigger], doc[relation.trigger].sent.end
    subject = next((one for one in trigger.children if one.dep_ == "nsubjpass"), None)
    if subject is not None and subject.lower_ in ("most", "all"):
        return [Qualifier(name="share", text=subject.text)]  # "all of our substrates are purchased from"
    goods = [p for prep in trigger.children if prep.lower_ == "for" for p in prep.children if p.dep_ == "pobj"]
    whole = next((p for p in goods if p.lower_ in ("most", "all") and _is_of_what_is_needed(p)), None)
    if whole is not None and relation.type == "DEPENDS_ON":
        return [Qualifier(name="share", text=whole.text)]  # "relies on Zeiss, based in Oberkochen, for all of its mirrors"
    buyer = relation.tail if relation.type == "SUPPLIES" else relation.head
    if buyer.start > relation.trigger:  # "sells most of its output to"
        return []
    for token in doc[relation.trigger + 1 : min(relation.trigger + 6, end - 2)]:
        if token.lower_ in ("most", "all") and {one.lower_ for one in doc[token.i + 1 : token.i + 3]} & {"its", "their", "our"}:
            return [Qualifier(name="share", text=token.text)]
    return []


def _is_of_what_is_needed(word: Token) -> bool:
    """ "All its mirrors", "most of our mirrors"."""
    return not {"its", "their", "our"}.isdisjoint(one.lower_ for one in word.doc[word.i + 1 : word.i + 3])


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
        own = not _in_mention(doc, figure, relation) or _is_of_its_size(doc, figure, relation)
        if own and reaches(doc, figure, rivals, relation):
            found.append(figure)
    return found


def _may_have(doc: Doc, rival: Relation, figure: Figure, relation: Relation) -> bool:
    """Whether the figure could be the rival's; the shape of a phrase takes none, nor a guess from what is said in a known way."""
    if is_undated_shape(rival):
        return False
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


def _is_of_its_size(doc: Doc, figure: Figure, relation: Relation) -> bool:
    """ "Is building a 120 MW data centre": the capacity in the words for a site is that of who runs it there."""
    start, end = chars_of(doc, relation.tail)
    return relation.type == "OPERATES" and figure.type == "QUANTITY" and start <= figure.start < end


def _qualifier(doc: Doc, relation: Relation, figure: Figure) -> Qualifier | None:
    name = figure_name(doc, relation, figure)
    if name is None:
        return None
    return Qualifier(name=name, text=figure.text, value=figure.value, unit=figure.unit, iso=figure.iso, uncertain=figure.uncertain)
