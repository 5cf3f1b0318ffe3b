"""Whom "its" cannot mean: nobody is his own customer, takes over his own plant, or is on the list of his own clients."""

from spacy.tokens import Token

from ingest.clause_subjects import subjects_of
from ingest.grammar import climbed, fillers, governors
from ingest.grammar.owners import MONEY

TRADERS = frozenset("buyer user supplier maker seller customer distributor licensee owner operator reseller tenant".split())
BOUGHT = frozenset("plant fab factory site unit division arm business operation subsidiary asset mine smelter line".split())
"""What one does not buy of oneself."""
SHARING = frozenset("account represent contribute buy take purchase absorb hold own control generate make bring provide".split())
"""What a firm does with a part of what another has."""
GIVING = frozenset("account represent contribute constitute comprise provide bring yield".split())
"""What a customer does with a part of another's revenue; no firm does so with its own."""
PARTS = frozenset(
    "shares stock plant board ceo unit revenue sales profit customers clients buyers suppliers users subscribers backers investors".split()
)
"""Subjects after which "it" is whose they are."""


def others(token: Token) -> set[int]:
    """What the owner cannot be: of "Kuiper, which is its biggest customer" and "Kuiper, its biggest customer" Kuiper."""
    noun = token.head
    if token.dep_ in ("dobj", "dative", "pobj") and token.lower_ != "itself":
        return _doers(token)
    if token.dep_ == "poss" and token.pos_ == "NOUN" and (above := _takes_part_of(token)):
        return above  # "Ridgeback accounted for 38% of the company's sales"
    if token.dep_ == "poss" and noun.lemma_.lower() in MONEY and (giver := _gives_part_of(token)):
        return giver  # "Bosch accounted for 29% of its sales"
    if token.dep_ == "poss" and noun.lemma_.lower() in ("share", "equity") and (holder := _takes_part_of(token)):
        return holder  # "SoftBank owns 9.4% of its shares"
    if token.dep_ == "poss" and (listed := _listed_above(token)):
        return listed  # "its clients include Stellantis and Intel, which uses its software"
    if token.dep_ == "poss" and noun.dep_ == "pobj" and noun.head.lower_ == "among" and noun.head.head.lemma_ == "be":
        return {subject.i for subject in subjects_of(noun.head.head)}  # "Kuiper is among its customers"
    if token.dep_ == "poss" and noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in TRADERS:
        noun = noun.head.head  # "Dovetail, a buyer of its chips"
    if token.dep_ == "poss" and noun.dep_ == "dobj" and noun.lemma_.lower() in BOUGHT and _takes_over(noun.head):
        return {subject.i for subject in subjects_of(noun.head)}  # "Qorvo sold more when Luxshare took over its plant"
    if token.dep_ == "poss" and noun.dep_ == "dobj" and (several := _several(noun.head)):
        return several  # "Intel, AMD and Arm use its tools"
    if token.dep_ != "poss" or noun.dep_ not in ("attr", "appos") or token.nbor().lower_ == "own":
        return set()
    return {noun.head.i} if noun.dep_ == "appos" else {subject.i for subject in subjects_of(noun.head)}


def _doers(token: Token) -> set[int]:
    """Who does it of "Penhallow, which owned 9% of the group": what is done to the group, another does."""
    verb = next((one for one in governors(token) if one.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return set()
    found = {one.i for subject in fillers(verb, "subj") for one in (subject, *climbed(verb, [subject]), *_apposed_to(subject))}
    return found | {one.head.i for one in (token.doc[i] for i in found) if one.dep_ == "appos"}


def _takes_part_of(token: Token) -> set[int]:
    """The subject of a clause that says what part of the firm's sales, goods or shares it has."""
    verb = next((one for one in governors(token) if one.pos_ in ("VERB", "AUX")), None)
    return {subject.i for subject in _shared_subjects(verb)} if verb is not None and verb.lemma_ in SHARING else set()


def _gives_part_of(token: Token) -> set[int]:
    """The subject of a clause that says what part of a firm's revenue comes from it, and what the clause is about: "…, which"."""
    verb = next((one for one in governors(token) if one.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_ not in GIVING or verb.i > token.i:
        return set()
    return {subject.i for subject in _shared_subjects(verb)} | ({verb.head.i} if verb.dep_ == "relcl" else set())


def _shared_subjects(verb: Token) -> list[Token]:
    """Its subjects, or those of the verb before that it goes on: "Bosch buys sensors and accounts for 29% of its sales"."""
    return list(subjects_of(verb)) or fillers(verb, "subj")


def _listed_above(token: Token) -> set[int]:
    """The members of the list of customers or suppliers that the clause of the word is about."""
    clause = next((one for one in governors(token) if one.dep_ == "relcl"), None)
    way = [clause.head, *governors(clause.head)] if clause is not None else []
    verb = next((one for one in way if one.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_ != "include" or not any(one.lower_ in PARTS for one in subjects_of(verb)):
        return set()
    return {one.i for child in verb.children if child.dep_ == "dobj" for one in (child, *child.conjuncts, *_apposed_to(child))}


def _several(verb: Token) -> set[int]:
    """The subjects of a clause that has several, joined by "and"; each of several has its own."""
    members = {one.i for subject in verb.children if subject.dep_ == "nsubj" for one in (subject, *subject.conjuncts)}
    joined = any(child.lower_ == "and" for i in members for child in verb.doc[i].children)
    each = any(word.lower_ in ("each", "both") for word in verb.doc[verb.sent.start : verb.i + 1])
    return members if len(members) > 1 and joined and not each else set()


def _apposed_to(noun: Token) -> list[Token]:
    return [child for one in (noun, *noun.conjuncts) for child in one.children if child.dep_ == "appos"]


def _takes_over(verb: Token) -> bool:
    return verb.lemma_ in ("acquire", "buy", "purchase") or (
        verb.lemma_ == "take" and any(child.lower_ == "over" for child in verb.children)
    )
