"""Whether what a clause says is so, was so, is planned or only possible."""

from spacy.tokens import Token

from graph.evidence import Modality
from ingest.grammar import is_to_do
from ingest.opening_dates import until_before
from ingest.reading import reading_of

PLAN = frozenset(
    (
        "plan offer aim intend expect seek hope pledge promise target want prepare propose vow commit agree schedule set slate project "
        "forecast intend design start begin count bank"
    ).split()
)
PLAN_NOUNS = frozenset("plan hope proposal ambition goal aim bid pledge target intention effort commitment push".split())
DEAL_NOUNS = frozenset("contract deal order agreement intent option mandate accord memorandum undertaking letter".split())
"""What is to be done under them is planned: "a contract to supply"."""
WILL = frozenset(["will", "shall", "'ll", "wo"])
EXPECTED = WILL | {"should"}
TELL = frozenset("say announce confirm add state disclose tell promise pledge vow declare".split())
MAY = frozenset(["could", "may", "might", "would", "can"])
MAYBE = frozenset("consider explore mull discuss weigh study contemplate negotiate ponder".split())
MAYBE_NOUNS = frozenset(["talk", "talks", "possibility", "option", "negotiation", "prospect", "risk", "chance"])
BOUND = frozenset("about due set ready poised keen eager willing slated scheduled bound determined committed obliged".split())
"""Of whom is so what follows is planned: "is due to supply"."""
CHANCY = frozenset("likely unlikely free able expected reluctant".split())
PAST = frozenset(["formerly", "previously", "once", "earlier"])
FORMER = frozenset(["former", "onetime", "erstwhile", "ex"])
TERMED = frozenset("grant issue award sign extend renew lease rent agree allow permit approve suspend delay postpone".split())
"""What is done once, for as long as is said: "issued a licence until 31 December"."""
GOING_ON = frozenset("keep continue go remain stay".split())
PERMITS = frozenset("licence license permit waiver authorisation authorization exemption approval permission".split())
NOT_PLANS = frozenset(["start", "begin", "set", "design"])


def modality(trigger: Token, clause: list[Token]) -> Modality:
    """The modality of what the trigger says; `clause` is the trigger and the words above it that bear on it."""
    if any(_is_possible(token, number) for number, token in enumerate(clause)):
        return "possible"
    if any(_is_planned(token, number, clause) for number, token in enumerate(clause)):
        return "planned"
    if _is_past(trigger, clause):
        return "historical"
    return "actual"


def is_no_longer(token: Token) -> bool:
    """ "Can no longer buy from ASML": it does not."""
    return any(child.lower_ == "longer" and any(deep.lower_ == "no" for deep in child.children) for child in token.children)


def is_left_open(token: Token) -> bool:
    """ "Did not rule out that it would buy Arm": it may."""
    denied = any(child.dep_ == "neg" or child.lower_ == "never" for child in token.children)
    return denied and ((token.lemma_ == "rule" and any(child.lower_ == "out" for child in token.children)) or token.lemma_ == "exclude")


def _is_possible(token: Token, number: int) -> bool:
    if number > 0 and is_left_open(token):
        return True
    if any(child.dep_ == "aux" and child.lower_ in MAY and not _is_a_month(child) for child in token.children) and not _is_told_to_come(
        token
    ):
        if _is_permitted(token):
            return False
        return not is_no_longer(token) and (number > 0 or not _is_able(token))
    if any(child.dep_ == "mark" and child.lower_ in ("if", "whether", "unless") for child in token.children):
        return True
    if number > 0 and token.pos_ == "ADJ" and token.lower_ in CHANCY:
        return True
    return number > 0 and (token.lemma_.lower() in MAYBE or (token.lemma_.lower() in MAYBE_NOUNS and token.pos_ == "NOUN"))


def _is_a_month(word: Token) -> bool:
    """ "On 4 May the regulator fined Intel": a month that the parser takes for a helping verb."""
    return word.text == "May" and not word.is_sent_start and word.nbor(-1).pos_ in ("NUM", "ADP")


def _is_permitted(verb: Token) -> bool:
    """ "Under a licence it may keep running the plant": what somebody is allowed to go on doing, he does."""
    allowed = verb.lemma_ in GOING_ON and any(child.dep_ == "aux" and child.lower_ in ("may", "can") for child in verb.children)
    return allowed and any(one.lemma_.lower() in PERMITS for one in verb.subtree)


def _is_able(verb: Token) -> bool:
    """ "The plant can make 1,800 tonnes a year": what it is able to, so much in so long, it does."""
    can = any(child.dep_ == "aux" and child.lower_ == "can" for child in verb.children)
    rated = any(
        deep.dep_ == "npadvmod" or deep.lower_ == "per" for child in verb.children if child.dep_ == "dobj" for deep in child.children
    )
    return (
        can
        and rated
        and verb.lemma_
        in (
            "make",
            "produce",
            "build",
            "process",
            "package",
            "refine",
            "treat",
            "assemble",
            "turn",
            "finish",
            "yield",
            "handle",
            "coat",
            "grow",
        )
    )


def _is_planned(token: Token, number: int, clause: list[Token]) -> bool:
    if any(child.dep_ == "aux" and child.lower_ in EXPECTED for child in token.children) or _is_told_to_come(token):
        return True
    to = any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)
    below = clause[number - 1] if number else None
    if number == 0 and token.pos_ == "NOUN" and token.lemma_.lower() in DEAL_NOUNS and _has_its_deed(token):
        return True  # "signed a contract with Intel to buy"
    if number and token.pos_ == "ADJ" and token.lower_ in BOUND:
        return True
    if below is not None and token.lemma_.lower() in PLAN and below.dep_ in ("xcomp", "ccomp", "prep", "pcomp", "dobj", "advcl", "acl"):
        if token.lemma_ in ("start", "begin"):  # "has begun selling" does
            return any(child.dep_ == "aux" and child.lower_ in (*EXPECTED, "to", "would") for child in token.children)
        return token.lemma_.lower() not in NOT_PLANS or any(child.dep_ in ("auxpass", "aux") for child in token.children)
    if below is not None and token.lemma_ == "sign" and below.dep_ == "xcomp":  # "has signed to buy"
        return True
    if number == 0 and token.lemma_.lower() in ("promise", "pledge", "commit", "vow") and token.pos_ == "VERB":
        return True
    if below is not None and below.dep_ in ("acl", "relcl") and below.tag_ == "VB" and token.lemma_.lower() in DEAL_NOUNS:
        return below.dep_ == "acl" or any(child.lower_ == "to" and child.dep_ == "aux" for child in below.children)
    if below is not None and token.lemma_.lower() in PLAN_NOUNS and token.pos_ == "NOUN" and below.dep_ in ("acl", "prep", "pobj", "pcomp"):
        return True
    return bool(to and number == 0 and token.dep_ in ("xcomp", "advcl", "acl") and token.head.lemma_.lower() in ("be", "due", "set"))


def _has_its_deed(deal: Token) -> bool:
    """Whether it is said what is to be done under a deal: "a contract with Intel to buy"."""
    below = [one for one in deal.children if one.dep_ in ("acl", "relcl")]
    below += [one for one in deal.head.children if one.dep_ in ("xcomp", "advcl") and one.i > deal.i and deal.dep_ == "dobj"]
    return any(map(is_to_do, below))


def _is_told_to_come(verb: Token) -> bool:
    """ "It said that it would double its orders": what it will do, told of a day that is past."""
    would = any(child.dep_ == "aux" and child.lower_ == "would" for child in verb.children)
    told = verb.head if verb.dep_ == "conj" and verb.head.dep_ == "ccomp" else verb  # "said it had ordered X and would buy Y"
    said = told.head.lemma_.lower() in TELL and told.head.tag_ == "VBD"
    return (
        would
        and said
        and told.dep_ == "ccomp"
        and not any(child.dep_ in ("advcl", "mark") and child.lower_ == "if" for child in verb.subtree)
    )


def _is_past(trigger: Token, clause: list[Token]) -> bool:
    for token in clause:
        if any(child.lower_ in PAST and child.dep_ == "advmod" for child in token.children):
            return True
        if token.lemma_ == "use" and token.tag_ == "VBD" and token is not trigger:
            return True
    if trigger.pos_ == "NOUN" and (_ended(trigger) or _was_called(trigger)):
        return True
    if trigger.pos_ == "NOUN" and any(child.lower_ in FORMER for child in trigger.lefts):
        return True  # "a former engineer at Intel"
    past = trigger.tag_ in ("VBD", "VBN") or trigger.head.tag_ in ("VBD",)
    return (
        past
        and not any(token.lemma_ in TERMED for token in clause)
        and any(child.lower_ == "until" and not _lies_ahead(child) for token in clause for child in token.children)
    )


def _was_called(noun: Token) -> bool:
    """ "Altera, until 2024 a unit of Intel"."""
    until = until_before(noun)
    return until is not None and not _lies_ahead(until)


def _lies_ahead(until: Token) -> bool:
    """ "Has leased two halls until 2038": a year after the article's."""
    published = reading_of(until.doc).published
    years = [p.text for p in until.subtree if p.text.isdigit() and len(p.text) == 4]
    return published is not None and any(year > published[:4] for year in years)


def _ended(noun: Token) -> bool:
    """ "A unit of Larkin until 2022": a year that is no later than the article's."""
    published = reading_of(noun.doc).published
    years = [p.text for until in noun.children if until.lower_ == "until" for p in until.children]
    return published is not None and any(year.isdigit() and len(year) == 4 and year <= published[:4] for year in years)
