"""Appositions that the parser took for an object: "buys bonders from Hanmi and from Hanwha as well, a subsidiary of Vision"."""

from spacy.tokens import Token

ADDED = frozenset("as well too also instead again alone".split())
"""What may stand between a name and the comma before what it is."""


def bearer(noun: Token) -> Token | None:
    """The name before the comma that a noun with an article follows, where the noun hangs on a verb further left; else None."""
    doc, first = noun.doc, noun.left_edge.i
    verb = noun.head
    if noun.dep_ != "dobj" or noun.pos_ != "NOUN" or first - 2 <= verb.i or doc[first].lower_ not in ("a", "an", "the"):
        return None
    if doc[first - 1].text != ",":
        return None
    position = first - 2
    while position > verb.i and doc[position].lower_ in ADDED:
        position -= 1
    name = doc[position]
    return name if position > verb.i and name.pos_ == "PROPN" and name.dep_ in ("pobj", "dobj", "conj") else None


def name_behind(noun: Token) -> Token | None:
    """Of "shares of polysilicon producer Wacker rose" Wacker, which the parser took for a subject of its own."""
    first = noun.nbor() if noun.i + 1 < noun.sent.end else noun
    if noun.dep_ == "nsubj" and noun.right_edge.text == "," and noun.right_edge.i + 1 < noun.sent.end:
        first = noun.right_edge.nbor()  # "Intel's former supplier of substrates, Ibiden, ceased deliveries"
    if noun.pos_ != "NOUN" or noun.dep_ not in ("nsubj", "pobj", "dobj") or first.pos_ != "PROPN":
        return None
    while first.dep_ == "compound" and first.head.i == first.i + 1:
        first = first.nbor()
    within = first.head.dep_ in ("relcl", "ccomp") and first.head.head.i == noun.i
    return first if first.dep_ == "nsubj" and not within else None


def nearer_name(noun: Token) -> Token | None:
    """The name right before the comma, where the parser hung the apposition on another, a verb further left.

    Of "its memory sits beside the dies in Blackwell, the accelerator designed by Nvidia" Blackwell."""
    doc, first = noun.doc, noun.left_edge.i
    if first < 2 or doc[first].lower_ not in ("a", "an", "the") or doc[first - 1].text != ",":
        return None
    name = doc[first - 2]
    between = doc[noun.head.i + 1 : name.i]
    apart = any(token.pos_ in ("VERB", "AUX") for token in between)
    return name if apart and name.i > noun.head.i and name.pos_ == "PROPN" and name.dep_ in ("pobj", "dobj", "conj", "attr") else None


def last_of_list(noun: Token) -> Token | None:
    """Of "GE Vernova and Solar Turbines, Caterpillar's subsidiary" the second: one thing is said of one name, the nearest."""
    before = noun.left_edge.i - 2
    listed = [one for one in noun.head.conjuncts if one.i == before]
    return listed[0] if noun.tag_ == "NN" and listed and noun.doc[before + 1].text == "," else None
