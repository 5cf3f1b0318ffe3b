"""What keeps a frame from relating two names that fill its slots: a question, what may not be or was not done, a firm that is sold, a name
that is left out or has a figure of its own."""

from spacy.tokens import Doc, Span, Token

from ingest.conditions import is_money
from ingest.frames import Frame
from ingest.grammar import FORBID, fillers, governors
from ingest.grammar.prepositions import FLOWS
from ingest.reading import Found, Relation, mention_at, reading_of

PERMITS = frozenset("licence license permit permission approval clearance".split())
WANTING = frozenset("need require seek request await lack want".split())
"""What one does without a permit: what it is for is not done yet."""
TELLING = frozenset("tell order instruct ask urge direct advise warn".split())
QUOTES = frozenset(['"', "'", "”", "’", ")"])
EXCLUDING = frozenset(["not", "except", "excluding", "barring", "instead"])


def is_asked(doc: Doc, relation: Relation) -> bool:
    """Whether a question alone says it: "Will Kazakhstan restrict exports of gallium?"."""
    if reading_of(doc).given or relation.pattern.startswith("seat."):
        return False
    return is_question(doc[relation.trigger].sent)


def is_question(sentence: Span) -> bool:
    """Whether its last sign, quotation marks apart, is a question mark."""
    last = next((token for token in reversed(list(sentence)) if not token.is_space and token.text not in QUOTES), None)
    return last is not None and last.text == "?"


def is_excluded(doc: Doc, found: Found) -> bool:
    """ "not from Hanbit but from Soitec", "Infineon, but not Bosch", "all but Japan": the name is left out."""
    position = found.start - 1
    while position > 0 and doc[position].lower_ in ("the", "from", "to", "by", "with", "on", "in", "of", "for"):
        position -= 1
    if position < 0 or doc[found.start].is_sent_start:
        return False
    after = doc[position + 1].lower_ if position + 1 < len(doc) else ""
    if doc[position].lower_ == "than" and doc[position - 1].lower_ == "rather":
        return True
    if doc[position].lower_ == "instead" and after != "of":  # "the order goes instead to Bosch"
        return False
    return doc[position].lower_ in EXCLUDING and after not in ("only", "just", "least")


def is_neither(trigger: Token, found: Found) -> bool:
    """ "Sells to neither Teguh nor Fenglan": one of two names behind the trigger of which it is said of none."""
    doc = trigger.doc
    before = doc[found.start - 1].lower_ if found.start > trigger.i + 1 else ""
    first = before == "nor" and any(token.lower_ == "neither" for token in doc[trigger.i + 1 : found.start])
    return first or before == "neither"


def has_a_figure_apart(trigger: Token, found: Found) -> bool:
    """Whether a name joined to another has a number of its own, in a clause without a verb: "bought ten from A and B five"."""
    doc = trigger.doc
    if found.start < trigger.i or found.kind != "name" or found.end + 1 >= len(doc):
        return False
    if doc[found.start : found.end].root.dep_ != "conj" or doc[found.end].pos_ != "NUM":
        return False
    return doc[found.end + 1].is_punct or doc[found.end + 1].lower_ in ("percent", "%", "per", "and")


def is_forbidden(token: Token) -> bool:
    """ "Is barred from selling to Huawei", "from bidding for AMD": what may not be done is neither done nor denied."""
    if token.dep_ in ("acl", "relcl") and token.tag_ == "VB" and token.head.lemma_ in PERMITS and token.head.head.lemma_ in WANTING:
        return True  # "needs a licence to ship"
    if token.dep_ in ("xcomp", "ccomp") and token.tag_ == "VB" and token.head.lemma_ in ("forbid", "prohibit", "bar", "ban"):
        return True  # "forbids Nvidia to sell"
    if _is_told_to_stop(token.head):
        return True
    return token.dep_ == "pcomp" and token.head.lower_ == "from" and token.head.head.lemma_ in FORBID


def _is_told_to_stop(verb: Token) -> bool:
    """ "Told Alibaba to stop buying": what one is to stop, one has not stopped yet."""
    return verb.lemma_ in ("stop", "cease", "halt", "avoid") and verb.tag_ == "VB" and verb.head.lemma_ in TELLING


def is_counterfactual(token: Token) -> bool:
    """ "Lisbon should have asked for a stake": what was not done."""
    above = (token, *governors(token))
    helpers = ({child.lower_ for child in one.children if child.dep_ == "aux"} for one in above)
    return any("should" in words and "have" in words for words in helpers)


def lacks_something(token: Token) -> bool:
    """ "Cannot make masks without Sakaido": of what somebody makes with it nothing is denied."""
    denied = any(child.dep_ == "neg" for child in token.children)
    return denied and any(child.lower_ == "without" for child in token.children)


def permits_alone(token: Token) -> bool:
    """ "Gave its fab a licence", "the licence it had granted Larkin": who permits something, and names no money, gives none."""
    given = [token.head, *token.subtree] if token.dep_ == "relcl" else list(token.subtree)
    return any(one.lemma_ in PERMITS for one in given) and not any(map(is_money, token.subtree))


def sells_a_firm(token: Token, frame: Frame) -> bool:
    """Whether what changes hands is a firm or a site: an acquisition, not a supply."""
    words = [filler for slot in frame.product for filler in fillers(token, slot)]
    if reading_of(token.doc).given:  # where goods are not looked for, a name for which something is paid is a firm's
        return any(word.pos_ == "PROPN" for word in words)
    words += [p for word in words for of in word.children if of.lower_ == "of" for p in of.children if p.pos_ == "PROPN"]
    words += fillers(token, "obj") if token.lemma_ in ("buy", "purchase", "acquire") else []
    things = [mention_at(token.doc, word.i) for word in words]
    if any(word.lemma_ in ("percent", "%", "cent") and not any(of.lower_ == "of" for of in word.children) for word in words):
        return True  # "bought 15 percent from": of a firm named elsewhere
    return any(found is not None and found.label in ("Company", "Facility", "City", "Region") for found in things)


def is_source(trigger: Token, found: Found) -> bool:
    """ "…, the Financial Times reported.": who tells it at the end of the sentence, whatever the parser makes of the name."""
    doc = trigger.doc
    if found.start <= trigger.i or found.end + 1 >= len(doc) or doc[found.end].lower_ not in ("reported", "said", "wrote"):
        return False
    before = [token.text for token in doc[max(found.start - 2, 0) : found.start]]
    return "," in before and trigger.i != found.end and doc[found.end + 1].is_punct


def is_before_shares(doc: Doc, found: Found) -> bool:
    """ "The purchase of the Arm shares": a part of the firm, as far as is said."""
    return found.end < len(doc) and doc[found.end].lower_ in ("shares", "stock", "stake", "shareholding")


def is_seller(doc: Doc, found: Found) -> bool:
    """ "Restricts sales of our oscillator": whose the goods are that may not leave, and nobody who is hit by name."""
    pronoun = doc[found.start]
    if found.kind != "pronoun" or pronoun.tag_ != "PRP$":
        return False
    return any(one.lemma_ in FLOWS and one.lemma_ != "import" for one in governors(pronoun))


def is_share(trigger: Token, found: Found) -> bool:
    """Of "bought 51% of Altera" a part alone: who buys it does not take the firm over."""
    of = trigger.doc[found.start : found.end].root.head
    return (
        of.lower_ == "of"
        and of.head.head.i == trigger.i
        and of.head.lower_ in ("%", "percent", "cent")
        and not any(one.text == "100" for one in of.head.lefts)
    )
