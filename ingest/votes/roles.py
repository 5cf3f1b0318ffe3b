"""What the verb or preposition says that a name hangs on."""

import itertools
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from ingest.grammar import governors, is_passive
from ingest.reading import mention_at
from ingest.votes.ballot import Vote
from ingest.words import COMPANY_NOUNS, CORPORATE_VERBS, FIRM_THINGS, OBJECT_VERBS, PARTY_PREPS, PARTY_TRIGGERS

TRADING = frozenset("buy source get obtain purchase order procure import sell ship supply deliver export take draw earn derive".split())
OWNING = frozenset("own hold control buy acquire purchase sell keep".split())
EARNED = frozenset("revenue revenues sale sales turnover income".split())
FLOWS = frozenset("delivery shipment sale supply export order purchase import".split())
DRAWING = frozenset("design tape fabricate".split())
CREATING = frozenset("unveil introduce launch release design develop make manufacture build fabricate tape debut present".split())


def marked(doc: Doc, start: int, end: int) -> bool:
    """Whether digits, or a letter after a hyphen, mark a designation: "Gaon 300", "Inkstone-V"."""
    text = doc[start:end].text
    return any(letter.isdigit() for letter in text) or (len(text) > 3 and text[-2] in "- " and text[-1].isupper())


def as_creation(doc: Doc, root: Token, start: int, end: int) -> Iterator[Vote]:
    """ "Unveiled the Heron", "the KN9, designed by": what "the" or a mark says is a thing and somebody makes is one."""
    designated = marked(doc, start, end) or (start and doc[start - 1].lower_ == "the" and end - start == 1)
    made = root.dep_ in ("dobj", "nsubjpass") and root.head.lemma_.lower() in CREATING
    made = made or any(child.dep_ in ("acl", "relcl") and child.tag_ == "VBN" and child.lemma_.lower() in CREATING for child in root.rights)
    if designated and made:
        yield ("Chip", 1.7) if root.head.lemma_.lower() in DRAWING else ("Product", 1.5)
        yield "Company", -2.0


def as_trained(root: Token, start: int, end: int) -> Iterator[Vote]:
    """ "Trained Stylite 4 on the Corvane M1": what is trained is a model, on what, where digits mark it, a chip."""
    head = root.head
    if root.dep_ in ("dobj", "nsubjpass") and head.lemma_ == "train":
        yield "AIModel", 4.0
        yield "Company", -1.0
    runs = root.dep_ == "nsubj" and head.lemma_ in ("run", "train") and marked(root.doc, start, end)
    ran_on = [p for on in head.children if on.lower_ == "on" for p in on.children] if runs else []
    if any((found := mention_at(root.doc, p.i)) is not None and found.label == "Chip" for p in ran_on):
        yield "AIModel", 3.0
    on = head if root.dep_ == "pobj" and head.lower_ == "on" else None
    if on is not None and marked(root.doc, start, end) and any(one.lemma_ in ("train", "run") for one in (on.head, on.head.head)):
        yield "Chip", 4.0


def as_subject(root: Token, head: Token, doc_span: Span) -> Iterator[Vote]:
    verb = head.lemma_.lower()
    if root.dep_ == "nsubj" and head.pos_ == "VERB":
        if verb in CORPORATE_VERBS:
            yield "Company", 1.5
        elif verb in TRADING and _earns(head):
            yield "Company", 2.0
        elif verb in ("say", "tell", "add", "decline", "deny", "confirm"):
            claims = any(
                one.dep_ in ("nsubj", "nsubjpass") and one.lower_ == "it"
                for child in head.children
                if child.dep_ == "ccomp"
                for one in child.children
            )
            yield "Company", 2.0 if claims else 0.4
            yield "Person", 3.0 if len(doc_span) > 1 and _is_somebodys(root) else 0.0  # "Maeve Corrigan of the Commerce Department said"
            yield "Person", 1.2 if verb in ("say", "add") and root.i > head.i and len(doc_span) > 1 else 0.2
    elif root.dep_ == "nsubjpass" and verb in (
        "own",
        "found",
        "list",
        "acquire",
        "blacklist",
        "fine",
        "control",
        "spin",
        "headquarter",
        "base",
        "back",
    ):
        yield "Company", 2.0
    elif root.dep_ == "pobj" and head.dep_ == "agent" and (head.head.lemma_.lower() in CORPORATE_VERBS or is_passive(head.head)):
        yield "Company", 1.5


def _is_somebodys(root: Token) -> bool:
    """Whether "of" a firm or body follows the name."""
    after = root.nbor() if root.i + 1 < len(root.doc) else root
    whole = next((p for p in after.children if p.dep_ == "pobj"), None) if after.lower_ in ("of", "at") else None
    found = mention_at(root.doc, whole.i) if whole is not None else None
    return found is not None and found.label in ("GovBody", "Company", "ResearchOrg")


def _is_a_part_owned(part: Token) -> bool:
    """ "Owns 62% of Larkin", "bought a stake of 5 percent of Larkin"."""
    shared = part.lower_ in ("%", "percent", "cent") and part.dep_ in ("dobj", "pobj", "nsubjpass")
    verb = next((one for one in governors(part) if one.pos_ == "VERB"), None) if shared else None
    return verb is not None and verb.lemma_ in OWNING


def _earns(verb: Token) -> bool:
    """ "Gets 34% of its revenue from": the firm's own."""
    return any(
        one.lemma_.lower() in EARNED and any(child.lower_ == "its" for child in one.children) for one in verb.subtree if one.i > verb.i
    )


def _is_traded(noun: Token) -> bool:
    """Whether the noun is what somebody buys or sells, or a part of it."""
    above = list(itertools.islice(governors(noun), 3)) if noun.dep_ in ("pobj", "dobj") else []
    verb = next((one for one in above if one.pos_ == "VERB"), None)
    return verb is not None and verb.lemma_.lower() in TRADING


def _moves_goods(verb: Token) -> bool:
    """ "Stopped deliveries to Uralmotiv", where the parser hangs "to" on the verb."""
    return verb.pos_ == "VERB" and any(child.dep_ == "dobj" and child.lemma_.lower() in FLOWS for child in verb.children)


def as_object(root: Token, head: Token) -> Iterator[Vote]:
    if root.dep_ == "dobj" and head.lemma_.lower() in OBJECT_VERBS:
        yield "Company", 1.5
    if root.dep_ == "pobj" and head.lower_ == "of" and _is_a_part_owned(head.head):
        yield "Company", 3.0
    if root.dep_ == "pobj" and head.lower_ == "into" and head.head.lemma_ in ("put", "invest", "pump", "plough", "sink"):
        yield "Company", 2.0
    if root.dep_ == "pobj" and head.lower_ in PARTY_PREPS and head.head.lemma_.lower() in PARTY_TRIGGERS:
        yield "Company", 2.0 if head.lower_ != "from" else 1.5
    elif root.dep_ == "pobj" and head.lower_ in ("from", "to") and (_is_traded(head.head) or _moves_goods(head.head)):
        yield "Company", 1.5  # "buys two-thirds of its silicon carbide from South Korea's Baekdam"
    if (
        root.dep_ == "pobj"
        and head.lower_ == "in"
        and head.head.lemma_.lower() in ("stake", "share", "invest", "investment", "shareholding", "interest", "holding")
    ):
        yield "Company", 3.5
    if (
        root.dep_ == "pobj"
        and head.lower_ in ("as", "including", "like")
        and head.head.lemma_.lower() in COMPANY_NOUNS | {"rival", "peer", "maker"}
    ):
        yield "Company", 3.5
    if root.dep_ == "poss" and head.lemma_.lower() in FIRM_THINGS | COMPANY_NOUNS:
        yield "Company", 1.5
    if root.dep_ in ("compound", "nmod") and head.lemma_.lower() in (
        "share",
        "stock",
        "executive",
        "spokesman",
        "spokeswoman",
        "subsidiary",
        "affiliate",
    ):
        yield "Company", 2.5
