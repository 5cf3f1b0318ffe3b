"""How far a figure reaches: from where it stands up to the word that states a relation, and past what does not keep it."""

import itertools

from spacy.tokens import Doc, Span, Token

from ingest.asides import fronted, is_a_deal, of_another_verb, passes
from ingest.date_names import BEGINNINGS
from ingest.grammar import governors
from ingest.licence_terms import of_the_term
from ingest.more_said import adds
from ingest.opening_dates import called
from ingest.reading import Figure, Found, Relation, mention_at
from ingest.share_names import in_brackets_after

DATED_SHAPES = ("struct.issuer", "struct.scope", "struct.site_closed")
RUNNING_AT = frozenset("finish make produce process handle turn coat run test polish package assemble refine smelt treat".split())
GROWING = frozenset("double triple expand enlarge raise extend bring take".split())
"""What is done to a site up to the capacity that it then has: "doubling its plant to 36 million units a month"."""
REST = frozenset("rest remainder balance".split())
SAY = frozenset("say tell add announce report state write note declare confirm deny reject dispute disclose reveal".split())


def reaches(doc: Doc, figure: Figure, triggers: set[int], relation: Relation) -> bool:
    """Whether the figure hangs on the relation's trigger, or on the verb of a noun that is one, and on no other verb before."""
    token = _token(doc, figure)
    if token is None:
        return False
    if of_the_term(doc, figure, relation) is not None:
        return True
    if relation.type == "INPUT_TO":
        return True  # what is a measure of the input, its name tells (ingest/figure_names.py)
    if relation.type == "MANUFACTURES" and figure.type == "QUANTITY" and _is_capacity_beside(doc[relation.trigger], token):
        return True
    if relation.type == "OPERATES" and figure.type == "QUANTITY":
        if _is_capacity_of(doc[relation.tail.start : relation.tail.end].root, token):
            return True
        if relation.pattern == "struct.site_owner":
            return False
    if figure.type == "DATE" and relation.type == "WORKS_FOR":
        posted = _is_of_the_post(doc, figure, relation)
        if posted is not None:
            return posted
    opened = called(doc, figure)
    if opened is not None and relation.type != "WORKS_FOR":
        return relation.trigger in opened
    if is_undated_shape(relation):
        return False
    trigger = doc[relation.trigger]
    if relation.type == "RESTRICTS" and _is_of_what_it_does(token, trigger):
        return False
    if _is_of_another_year(doc, figure) or _was_before(doc, figure):
        return False
    if adds(token, relation) or _is_of_what_is_sold(token, trigger, relation):
        return True
    bracketed = in_brackets_after(doc, figure, relation)
    if bracketed is not None:
        return bracketed
    if _is_of_which(doc, figure) and trigger.i < token.i:
        return False
    if _is_of_one_alone(doc, figure, relation) or _is_before_the_rest(doc, figure, relation):
        return False
    participle = _participle(doc, figure, triggers)
    if participle is not None or _in_subject_phrase(token, trigger):
        return participle == relation.trigger
    lasting = figure.type == "DATE" and (
        (trigger.dep_ == "attr" and _is_of_a_term(token, relation)) or trigger.head.lower_ in ("as", "under")
    )
    apposed = trigger.pos_ == "NOUN" and trigger.dep_ in ("appos", "attr", "pobj", "conj")
    if _is_measured(trigger, token) or _is_of_the_holding(token, trigger, relation):
        return True
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    inside = {one.i for one in span or ()} - {token.i}  # "1.2 billion won", the currency read as a verb
    for position in (token.i, *(one.i for one in governors(token) if one.i not in inside)):
        if figure.type == "DATE" and fronted(token, doc[position], trigger):
            return True
        if position in triggers:
            return position == relation.trigger
        if of_another_verb(token, doc[position], trigger):
            return False
        if passes(doc[position], figure, relation):
            continue
        if doc[position].pos_ in ("VERB", "AUX"):
            return (not apposed or lasting) and position in _clause_verbs(trigger) and doc[position].lemma_.lower() not in SAY
    return False


def is_undated_shape(relation: Relation) -> bool:
    """Whether it is the shape of a phrase that says where or whose a thing is: at no date, of no amount."""
    return relation.pattern.startswith(("struct.", "seat.")) and relation.pattern not in DATED_SHAPES


def _is_capacity_of(site: Token, token: Token) -> bool:
    """ "Its plant at Kokkola, with a capacity of 60,000 wafers a year", "its factory, which can finish 2,000 plates a month"."""
    if token.i < site.i and any(one.i == site.i for one in itertools.islice(governors(token), 3)):
        return True  # "a 120-megawatt campus"
    after = site.i < token.i <= site.i + 16
    for one in itertools.islice(governors(token), 4):
        if one.lemma_ == "capacity" and one.head.lower_ == "with":
            return after
        if one.lemma_ == "capacity" and one.dep_ == "dobj" and one.head.lemma_ == "have":
            told = one.head.dep_ == "relcl" and one.head.head.pos_ == "PROPN"  # "a plant in Passau, which has a capacity of"
            return (site.dep_ == "nsubj" and site.head.i == one.head.i) or (told and after)
        if one.pos_ in ("VERB", "AUX"):
            told = one.dep_ == "relcl" and site.i < one.i <= site.i + 12
            doing = one.lemma_ in RUNNING_AT and (told or (site.dep_ == "nsubj" and site.head.i == one.i))
            return doing or (one.lemma_ in GROWING and site.dep_ == "dobj" and site.head.i == one.i and after)
    return False


def _is_capacity_beside(verb: Token, token: Token) -> bool:
    """ "Makes resin and has a capacity of 9,000 tonnes a year": what the second of two verbs says of making."""
    capacity = next((one for one in itertools.islice(governors(token), 2) if one.lemma_ == "capacity"), None)
    having = capacity is not None and capacity.dep_ == "dobj" and capacity.head.lemma_ == "have"
    return having and capacity is not None and capacity.head in verb.conjuncts and capacity.head.i > verb.i


def _was_before(doc: Doc, figure: Figure) -> bool:
    """ "60% of its compute, up from a third in 2023": what it was before."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    words = [one.lower_ for one in doc[max(span.sent.start, span.start - 8) : span.start]] if span is not None else []
    words = words[len(words) - words[::-1].index(",") :] if "," in words else words
    return any(pair in (("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to")) for pair in itertools.pairwise(words))


def _is_of_one_alone(doc: Doc, figure: Figure, relation: Relation) -> bool:
    """Of "to Kobold and, since last year, to Gwanak" the date is that of the second name; others of its list have no part in it."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if span is None or figure.type != "DATE" or span.start < 3 or [one.text for one in doc[span.end : span.end + 1]] != [","]:
        return False
    before = [one.lower_ for one in doc[span.start - 3 : span.start]]
    if before[-2:] != ["and", ","] and before[:2] != ["and", ","]:
        return False
    return not any(span.end < end.start <= span.end + 4 for end in (relation.head, relation.tail))


def _is_before_the_rest(doc: Doc, figure: Figure, relation: Relation) -> bool:
    """Of "60% from Aska and most of the remainder from Diersen" the share is not that of who has the rest."""
    later = max((relation.head, relation.tail), key=_start)
    start = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    words = [one.lower_ for one in doc[max(later.start - 5, 0) : later.start]]
    return figure.type == "PERCENT" and start is not None and start.end < later.start - 1 and not REST.isdisjoint(words)


def _start(end: Found) -> int:
    return end.start


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


def _is_of_the_post(doc: Doc, figure: Figure, relation: Relation) -> bool | None:
    """Of "Ingrid Berg, until May chief of Pike, will lead Saskia" the date is of the post beside it; None where it stands elsewhere."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if span is None or span.start < 3 or doc[span.start - 1].lower_ not in ("until", "since"):
        return None
    firm = mention_at(doc, span.start - 2)
    if firm is not None and firm.label in ("Company", "GovBody", "ResearchOrg"):  # "finance chief of Ferrand until May"
        return relation.tail.start == firm.start
    if doc[span.start - 2].text != ",":
        return None
    if relation.head.end != span.start - 2:
        return None
    end = next((one.i for one in doc[span.end : span.sent.end] if one.text == ","), span.sent.end)
    return relation.tail.start < end


def _is_of_what_is_sold(token: Token, trigger: Token, relation: Relation) -> bool:
    """ "Sold its 5% holding in Ozan to Bozkir": the share that the buyer gets."""
    noun = token if token.dep_ == "dobj" else token.head  # "may sell its 21% of Ozan to Bozkir"
    return relation.pattern == "owns.stake_sold_to" and noun.dep_ == "dobj" and noun.head.i == trigger.i and token.i <= noun.i


def _is_of_which(doc: Doc, figure: Figure) -> bool:
    """ "A mill, a third of which Saxony pays for": what the clause says, not what is said before it."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    return span is not None and [one.lower_ for one in doc[span.end : span.end + 2]] in (["of", "which"], ["of", "whom"], ["of", "whose"])


def _participle(doc: Doc, figure: Figure, triggers: set[int]) -> int | None:
    """The participle or clause that a figure belongs to: "90 percent owned by", "SEK 400 million that the agency awarded"."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    said = [child for one in span or () for child in one.rights if child.i in triggers]
    return next((one.i for one in said if one.dep_ in ("acl", "amod") or (one.dep_ == "relcl" and _has_object_before(one))), None)


def _is_of_what_it_does(token: Token, measure: Token) -> bool:
    """ "The curbs on neon stopped a line for nine days": how long what a measure does to somebody lasts, and not the measure."""
    verb = measure.head
    if measure.dep_ != "nsubj" or measure.pos_ != "NOUN" or verb.pos_ != "VERB" or verb.i > token.i:
        return False
    return any(child.dep_ == "dobj" and child.lower_ not in ("effect", "force") for child in verb.children)


def _has_object_before(verb: Token) -> bool:
    """ "€40 million that the agency awarded it": what comes before the clause is its object, or a word left out stands for it; of
    "€780 million, of which Poland pays €210 million" the first is the whole."""
    if any(one.lower_ == "of" and any(p.lower_ == "which" for p in one.children) for one in verb.children):
        return False
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
    if (
        trigger.dep_ == "relcl"
        and trigger.head.dep_ == "attr"
        and any(one.lower_ in ("only", "sole", "main") for one in trigger.head.lefts)
    ):
        return {trigger.head.head.i}  # "Until 2025 Soitec was the only vendor from which it bought"
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
