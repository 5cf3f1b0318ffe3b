"""Who stands around a clause: who forbids it, under which law, who says it, what the sentence before was about, who is listed."""

from spacy.tokens import Token

from ingest.grammar.arguments import subjects
from ingest.grammar.coordination import expanded
from ingest.grammar.tree import SUBJECTS, governors

FORBID = frozenset("bar ban block prohibit forbid stop prevent keep".split())
PERMITS = frozenset(
    "licence license licences licenses permit permits waiver waivers approval approvals permission authorisation authorization".split()
)
NAMING = frozenset("name list disclose identify cite mention serve supply".split())
MAY = frozenset("may can must shall".split())
NOBODY = frozenset("no nothing nobody none neither".split())
DEMAND = frozenset("require demand impose introduce need".split())


def topic(trigger: Token) -> list[Token]:
    """What the sentence before was about."""
    start = trigger.sent.start
    if not start:
        return []
    before = trigger.doc[start - 1].sent
    return [child for child in before.root.children if child.dep_ in (*SUBJECTS, "nsubjpass")]


def forbidders(verb: Token) -> list[Token]:
    """Of "barred firms from selling to ZTE" with `sell` as the trigger: who barred; also who wants a licence for it."""
    above = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "from" else verb.head
    if above.lemma_ in FORBID and (verb.dep_ == "pcomp" or (verb.dep_ in ("xcomp", "ccomp") and verb.tag_ == "VB")):
        return subjects(above)
    if verb.dep_ in ("acl", "xcomp") and above.lower_ in PERMITS and above.head.lemma_ in DEMAND:
        return subjects(above.head)
    if verb.dep_ in ("xcomp", "ccomp", "advcl") and above.lower_ in ("illegal", "unlawful") and above.head.pos_ == "VERB":
        return subjects(above.head)
    return []


def namers(noun: Token) -> list[Token]:
    """Of "customers named by Intel" Intel."""
    clauses = [child for child in noun.children if child.dep_ == "acl" and child.lemma_ in NAMING]
    return [p for clause in clauses for by in clause.children if by.dep_ == "agent" for p in by.children if p.dep_ == "pobj"]


def lawgivers(trigger: Token) -> list[Token]:
    """Under what law or order it is so: "Under the order, miners need …"."""
    clauses = [under for one in (trigger, *governors(trigger)) for under in one.children if under.lower_ == "under"]
    return [p for under in clauses for p in under.children if p.dep_ == "pobj"]


def prohibitors(verb: Token) -> list[Token]:
    """Under what law or order it may not be done: "Under the order, firms may not export gallium", "no goods may be sold to Larkin"."""
    may = any(child.dep_ == "aux" and child.lower_ in MAY for child in verb.children)
    named = [child for child in verb.children if child.dep_ in (*SUBJECTS, "nsubjpass")]
    nobody = any(one.left_edge.lower_ in NOBODY for one in named)
    return lawgivers(verb) if may and (nobody or any(child.dep_ == "neg" for child in verb.children)) else []


def sayers(noun: Token) -> list[Token]:
    """Who says what the noun is the subject of: "Orders from Verano rose, Larkin said"."""
    for one in governors(noun):
        verbs = [one, *(child for child in one.children if child.dep_ in ("ccomp", "parataxis") and child.i > noun.i)]
        said = [verb for verb in verbs if verb.lemma_ in ("say", "report", "add", "announce", "deny", "insist")]
        if said:
            return [child for child in said[0].children if child.dep_ == "nsubj"]
    return []


def set_apart(noun: Token) -> list[Token]:
    """Of "Huawei, on the Entity List since 2019, is …" with the list as the trigger: Huawei."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ != "on" or preposition.i < preposition.sent.start + 2:
        return []
    bearer = preposition.nbor(-2)
    return [bearer] if preposition.nbor(-1).text in (",", "(") and bearer.pos_ in ("NOUN", "PROPN") else []


def inverted(verb: Token) -> list[Token]:
    """Who is named after the verb: "Added to the list are, among others, A and B", "On the list are A and B"."""
    helping = [verb] if verb.lemma_ == "be" else [child for child in verb.children if child.lemma_ == "be" and child.i > verb.i]
    if not helping or any(child.dep_ in (*SUBJECTS, "nsubjpass") and child.i < helping[0].i for child in verb.children):
        return []
    around = [child for one in {*helping, verb} for child in one.children if child.i > helping[0].i]
    others = [p for among in around if among.lower_ == "among" for p in among.children if p.lower_ in ("others", "them")]
    named = [child for one in others for child in one.children if child.dep_ in ("appos", "conj")]
    return named + [
        child for child in around if child.dep_ in (*SUBJECTS, "nsubjpass", "attr", "acomp") and child.pos_ in ("NOUN", "PROPN")
    ]


def listed(noun: Token) -> list[Token]:
    """Who is named as one: "customers include A and B", "among its clients are A and B", "customers such as A"."""
    head = noun.head
    if noun.dep_ == "nsubj" and head.lemma_ in ("include", "be"):
        return [child for child in head.children if child.dep_ in ("dobj", "attr")]
    if noun.dep_ == "pobj" and head.lower_ in ("among", "amongst") and head.head.lemma_ == "be":
        return [child for child in head.head.children if child.dep_ in ("nsubj", "attr") and child.i != noun.i]
    found = [one for one in expanded(noun)[1:] if one.pos_ == "PROPN"]
    return [found[0]] if found and noun.tag_ == "NNS" else []
