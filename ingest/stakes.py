"""Stakes said without naming what they are in: "TSMC owns 70 percent of ESMC; Bosch, Infineon and NXP have 10 percent each"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from ingest.assertion import assertion
from ingest.denotation import mentions_of
from ingest.grammar import fillers
from ingest.number_words import FRACTIONS
from ingest.reading import Figure, Found, Relation, mention_at, reading_of

HOLDING = frozenset("hold have own keep retain control take".split())
SELLING = frozenset("sell divest offload dump".split())
HOLDERS = ("Company", "Person", "Country", "GovBody")
HELD = ("Company", "Facility")
APART = frozenset("nsubj nsubjpass csubj relcl advcl ccomp parataxis appos acl".split())
"""What hangs so on a verb, or on its object, is a clause or a name of its own: a figure in it is not the verb's."""
TRADE = frozenset(
    "sale revenue turnover market output production capacity shipment demand supply order import export profit income".split()
)
"""What a share of is no stake in a firm."""
BUYING = frozenset(["buy", "purchase", "acquire"])
REMAINS = frozenset(["rest", "remainder", "balance", "remaining"])
EQUITY = frozenset("equity shares stock capital votes company firm".split())
REST = frozenset(["remaining", "rest", "remainder", "other", "others"])


def stakes(doc: Doc, known: list[Relation]) -> Iterator[Relation]:
    """OWNS relations of holders whose verb has a percentage as its object; the firm is the one of the stake said before."""
    said = list(known)
    for token in doc:
        if token.lemma_.lower() in HOLDING and (token.pos_ in ("VERB", "AUX") or _is_misread_own(token)):
            found = list(_at(doc, token, said))
        elif token.lemma_.lower() in SELLING and token.tag_ in ("VBD", "VBN") and _is_own_part(token):
            found = [
                replace(one, polarity="affirmed", modality="historical") for one in _at(doc, token, said) if one.polarity == "affirmed"
            ]
        else:
            continue
        said += found
        yield from found


def _is_own_part(verb: Token) -> bool:
    """ "The fund sold its 10% in 2023", with no firm named behind."""
    return any(child.lower_ in ("its", "their", "his", "her") for one in fillers(verb, "obj") for child in one.children)


def rests(doc: Doc, known: list[Relation]) -> Iterator[Relation]:
    """ACQUIRES relations of who holds a part and buys the rest: "holds 20% of Altera and may buy the balance"; OWNS where the rest is a
    figure: "the remaining 49%"."""
    for token in doc:
        if token.lemma_.lower() not in BUYING or token.pos_ != "VERB" or not _is_rest(token):
            continue
        how = assertion(token)
        buyers = {one.entity: one for one in _holders(token)}
        held = [one for one in known if one.type == "OWNS" and one.polarity == "affirmed" and one.head.entity in buyers]
        near = [one for one in held if one.trigger < token.i and doc[one.trigger].sent.start >= _sentence_before(doc, token)]
        for one in near[-1:]:
            buyer = buyers[one.head.entity]
            type = "OWNS" if any(bought.lower_ in ("%", "percent", "cent") for bought in fillers(token, "obj")) else "ACQUIRES"
            yield Relation(type, buyer, one.tail, "stakes.rest", token.i, how.polarity, how.modality, how.attribution, how.alleged)


def _is_rest(verb: Token) -> bool:
    """ "Buys the balance", "may acquire the remaining 49%"."""
    bought = fillers(verb, "obj")
    left = [child for one in bought for child in one.children if child.dep_ in ("amod", "advmod")]
    whole = any(child.lower_ in ("of", "in") for one in bought for child in one.children)
    return any(one.lower_ in REMAINS for one in (*bought, *left)) and not whole


def _sentence_before(doc: Doc, token: Token) -> int:
    """Where the sentence before begins."""
    start = token.sent.start
    return doc[start - 1].sent.start if start else 0


def _is_misread_own(token: Token) -> bool:
    """ "A and B each own 10% of C": the parser takes the verb for the adjective."""
    return token.lower_ == "own" and any(child.dep_ == "dobj" for child in token.children)


def _at(doc: Doc, verb: Token, known: list[Relation]) -> Iterator[Relation]:
    clause = _own_clause(verb)
    figures = _percentages(doc, clause)
    holders = _holders(verb) if figures else []
    firm = _firm(doc, verb, clause, holders, known) if holders else None
    if firm is None or any(_is_of_trade(token) for token in clause):
        return
    how = assertion(verb)
    listed = _listed(verb)
    for number, holder in enumerate(holders):
        if holder.entity != firm.entity:
            place = (
                number
                if len(figures) == len(holders)
                else next((i for i, one in enumerate(listed) if holder.start <= one.i < holder.end), -1)
            )
            apart = len(figures) in (len(holders), len(listed)) and place >= 0
            figure = figures[place : place + 1] if apart else figures if len(figures) == 1 else []
            yield Relation(
                "OWNS",
                holder,
                firm,
                "stakes.elliptic",
                verb.i,
                how.polarity,
                how.modality,
                how.attribution,
                how.alleged,
                figures=(*figure, *_dates(doc, clause)),
            )


def _dates(doc: Doc, clause: list[Token]) -> list[Figure]:
    """ "Has held 8% since last autumn": from or until when; of what was sold the day."""
    places = {token.idx for token in clause}
    dates = [one for one in reading_of(doc).figures if one.type == "DATE" and any(i in places for i in range(one.start, one.end))]
    if any(token.lemma_.lower() in SELLING for token in clause):
        return dates
    spans = [(one, doc.char_span(one.start, one.end, alignment_mode="expand")) for one in dates]
    return [one for one, span in spans if span is not None and span.start and doc[span.start - 1].lower_ in ("since", "until")]


def _listed(verb: Token) -> list[Token]:
    """The members of the subject's list, named or not: of "Padma, Hsin-Tai and Padma's pension fund hold" three."""
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return [subject, *subject.conjuncts] if subject is not None else []


def _own_clause(verb: Token) -> list[Token]:
    """The words that hang on the verb by no clause, subject or apposition of their own, in the order of the text."""
    found, waiting = [verb], [verb]
    while waiting:
        token = waiting.pop()
        inside = [one for one in token.children if one.dep_ not in APART and not (one.dep_ == "conj" and one.pos_ in ("VERB", "AUX"))]
        if token.i == verb.i:
            inside += [one for one in token.children if one.dep_ == "nsubjpass"]  # "the rest is held by"
        found += inside
        waiting += inside
    return sorted(found, key=_position)


def _position(token: Token) -> int:
    return token.i


def _percentages(doc: Doc, clause: list[Token]) -> list[Figure]:
    places = {token.idx for token in clause}
    return [one for one in reading_of(doc).figures if one.type == "PERCENT" and any(i in places for i in range(one.start, one.end))]


def _is_of_trade(token: Token) -> bool:
    """ "36% of system sales"."""
    share = token.head.head
    return token.lemma_.lower() in TRADE and token.head.lower_ == "of" and share.lemma_ in {"%", "percent", "cent", "half"} | FRACTIONS


def _holders(verb: Token) -> list[Found]:
    """Who holds, also of a passive: "is held by Aurum"."""
    found = [one for word in fillers(verb, "subj") for one in mentions_of(word, HOLDERS)]
    return [one for one in {one.start: one for one in found}.values() if one.entity]


def _firm(doc: Doc, verb: Token, clause: list[Token], holders: list[Found], known: list[Relation]) -> Found | None:
    """What the stake is in: a firm after "of" or "in", the noun of a relative clause, else what was spoken of before."""
    for token in clause:
        if token.dep_ == "pobj" and token.head.lower_ in ("of", "in"):
            found = mention_at(doc, token.i)
            if found is not None and found.label in HELD and found.entity:
                return found
    if verb.dep_ == "relcl" and any(
        child.lower_ in ("in", "of") and any(p.lower_ == "which" for p in child.children) for child in verb.children
    ):
        found = mention_at(doc, verb.head.i)
        return found if found is not None and found.label in HELD else None
    return _spoken_of(doc, verb, {one.entity for one in holders}, {one.lower_ for one in clause}, known)


def _spoken_of(doc: Doc, verb: Token, holders: set[str], words: set[str], known: list[Relation]) -> Found | None:
    """The firm of the stake before; of one that this holder invested in, or is the parent of; not one within the holder's own phrase."""
    bought = _bought_before(doc, verb, holders, known) if words & EQUITY else None
    if bought is not None:
        return bought
    named = _only_firm(doc, verb, holders) if words & EQUITY else None
    if named is not None:
        return named
    inside = {token.i for token in verb.subtree}
    start = verb.sent.start
    if REST & words and start:
        start = doc[start - 1].sent.start
    before = [one for one in known if start <= one.trigger < verb.i and one.tail.label in HELD]
    apart = [one for one in before if one.trigger not in inside or doc[one.trigger].dep_ == "ccomp" or verb in doc[one.trigger].conjuncts]
    for one in sorted(apart, key=_trigger, reverse=True):
        if one.type == "OWNS":
            return one.tail
        if one.type == "INVESTS_IN" and one.head.entity in holders:
            return one.tail
        if one.type == "SUBSIDIARY_OF" and one.tail.entity in holders:
            return one.head
    return None


def _bought_before(doc: Doc, verb: Token, holders: set[str], known: list[Relation]) -> Found | None:
    """Of "SoftBank, which bought Arm in 2016, still holds 90% of the equity" Arm."""
    bought = [one for one in known if one.type == "ACQUIRES" and one.polarity == "affirmed" and one.head.entity in holders]
    return next((one.tail for one in reversed(bought) if verb.sent.start <= one.trigger < verb.i), None)


def _only_firm(doc: Doc, verb: Token, holders: set[str]) -> Found | None:
    """Of "Kask stays at Brennix and keeps 6% of the shares" Brennix: no other firm is spoken of before in the sentence."""
    before = [one for one in reading_of(doc).mentions if verb.sent.start <= one.start < verb.i and one.label == "Company" and one.entity]
    firms = {one.entity: one for one in before if one.entity not in holders}
    return next(iter(firms.values())) if len(firms) == 1 else None


def _trigger(relation: Relation) -> int:
    return relation.trigger
