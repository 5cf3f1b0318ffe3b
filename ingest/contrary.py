"""Wordings that say without a "not" that something is not so: "instead of supplying", "wrongly named as", "nothing shows that"."""

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.grammar import governors

WRONGLY = frozenset("wrongly incorrectly falsely erroneously mistakenly inaccurately".split())
INSTEAD = frozenset([("instead", "of"), ("far", "from"), ("rather", "than")])
SHOW = frozenset("show suggest indicate prove say state demonstrate support confirm imply link establish".split())
NO_ONE = frozenset(["nothing", "none", "nobody", "no-one", "neither"])
NAY = frozenset("deny dispute reject refute rebut dismiss contest discount quash rubbish".split())
TELL = frozenset(["say", "add", "tell"])
OCCASIONS = frozenset("time point stage moment way means circumstance account event case sense occasion condition shape form".split())
"""Of none of which something is so: "at no time", "in no way", "by no means"."""
CLEAR = frozenset("acquit absolve clear exonerate".split())
RUMOURS = frozenset(
    "report rumour rumor claim allegation suggestion notion idea speculation story accusation both talk assertion theory charge "
    "gossip chatter whisper hearsay".split()
)
AIMS = frozenset("talk negotiation plan intention agreement deal contract bid offer attempt position order discussion way".split())
"""What "to" do something hangs on without being what is denied."""
AWAY = frozenset([("brush", "aside"), ("wave", "away"), ("wave", "aside"), ("wave", "off"), ("laugh", "off"), ("bat", "away")])


def is_contrary(trigger: Token) -> bool:
    """Whether what the trigger says is set aside by the words above it."""
    above = [trigger, *governors(trigger)]
    return (
        any(_is_set_aside(token) or _is_never(token) for token in _nonfinite(above))
        or any(child.lower_ in WRONGLY for token in above[1:] if token.pos_ in ("VERB", "AUX") for child in token.children)
        or any(_is_shown_by_nothing(token, below) for below, token in zip(above, above[1:], strict=False))
        or _is_denied_rumour(above)
        or _is_told_in_a_denied_rumour(trigger)
        or any(token.lemma_ in CLEAR and below.lower_ == "of" for below, token in zip(above, above[1:], strict=False))
    )


def _is_denied_rumour(above: list[Token]) -> bool:
    """ "disputed a report that …", "pushed back against the notion that …", "denied both that … and that …"."""
    for below, token in zip(above, above[1:], strict=False):
        if below.dep_ == "acl" and below.tag_ == "VB" and token.lemma_.lower() in AIMS:
            continue  # "a report that it was in talks to buy Arm"
        if below.dep_ in ("appos", "relcl", "acl"):  # what describes another noun on the way is none of the rumour
            noun = _that_is_told(below, token)
            return noun.lemma_.lower() in RUMOURS and _is_denied(noun)
    return False


def _is_told_in_a_denied_rumour(trigger: Token) -> bool:
    """ "Denies talk in the trade that Intel has bought it", by the words, since the model may take "talk" for a verb and "that" for the
    trade."""
    before = trigger.doc[trigger.sent.start : trigger.i]
    that = next((one for one in reversed(before) if one.lower_ == "that"), None)
    if that is None or any(one.text in (",", ";") or one.lower_ == "but" or one.lemma_ in TELL for one in trigger.doc[that.i : trigger.i]):
        return False
    for word in reversed(before[: that.i - before.start]):
        if word.lemma_.lower() in RUMOURS:
            return any(map(_says_nay, trigger.doc[max(word.i - 5, before.start) : word.i]))
        if word.pos_ not in ("ADP", "DET", "NOUN", "PROPN", "ADJ"):
            return False
    return False


def _that_is_told(clause: Token, noun: Token) -> Token:
    """The noun that a clause with "that" and a subject of its own tells of: "a report in the Globe that Intel will buy Arm"."""
    told = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)
    above = [noun, *governors(noun)] if told and any(child.dep_ in ("nsubj", "nsubjpass") for child in clause.children) else []
    return next((one for one in above if one.lemma_.lower() in RUMOURS), noun)


def _is_denied(noun: Token) -> bool:
    against = noun.dep_ == "pobj" and noun.head.lower_ == "against"
    return against or (noun.dep_ == "dobj" and _says_nay(noun.head)) or _is_called_so(noun)


def _says_nay(verb: Token) -> bool:
    """ "Rejected", "brushed aside"."""
    return verb.lemma_ in NAY or any((verb.lemma_, child.lower_) in AWAY for child in verb.children)


def _is_called_so(noun: Token) -> bool:
    """ "Rejected as "pure invention" the suggestion that": between the verb and its object stands as what it is dismissed."""
    before = list(noun.doc[noun.sent.start : noun.i])
    called = next((token for token in reversed(before) if token.lower_ == "as"), None)
    if called is None or any(token.pos_ in ("VERB", "AUX") for token in noun.doc[called.i : noun.i]):
        return False
    verbs = [token for token in before if token.pos_ == "VERB" and token.i < called.i]
    return bool(verbs) and called.i - verbs[-1].i <= 2 and _says_nay(verbs[-1])


def _nonfinite(above: list[Token]) -> Iterator[Token]:
    """The trigger and what it hangs on, up to and with the first verb."""
    for token in above:
        yield token
        if token.pos_ in ("VERB", "AUX"):
            return


def _is_set_aside(verb: Token) -> bool:
    """ "Instead of supplying Tesla, …", "rather than buy from Intel, …", "far from being a subsidiary of Huawei, …"."""
    first = min([verb.i, *(child.i for child in verb.lefts)])
    places = [first, verb.i] if verb.tag_ in ("VBG", "VB") else []
    doc = verb.doc
    before = [(doc[at - 2].lower_, doc[at - 1].lower_) for at in places if at >= 2]
    inside = [(doc[at].lower_, doc[at + 1].lower_) for at in places if at + 1 < len(doc)]
    return any(pair in INSTEAD for pair in (*before, *inside))


def _is_never(verb: Token) -> bool:
    """ "Has at no time supplied", "in no way depends", "under no circumstances will it buy"."""
    phrases = [child for child in verb.children if child.lower_ in ("at", "in", "by", "under", "on")]
    nouns = [p for prep in phrases for p in prep.children if p.lemma_.lower() in OCCASIONS]
    return any(child.lower_ in ("no", "neither") for noun in nouns for child in noun.lefts)


def _is_shown_by_nothing(verb: Token, below: Token) -> bool:
    """ "Nothing in the filing shows that …", "no document suggests that …"."""
    if verb.lower_ == "nothing" and any(
        child.dep_ == "mark" for child in below.children
    ):  # "Nothing in the filing shows", read as one phrase
        return True
    if verb.lemma_ not in SHOW or below.dep_ not in ("ccomp", "xcomp", "dobj"):
        return False
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    return any(one.lower_ in NO_ONE or any(child.lower_ == "no" and child.dep_ == "det" for child in one.children) for one in subjects)
