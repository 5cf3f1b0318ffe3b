"""Deeds that were tried and not done: "dropped its bid to acquire Arm", "the takeover of Arm fell through"."""

from spacy.tokens import Token

from ingest.grammar import governors

UNDERTAKINGS = frozenset(
    "attempt bid plan effort offer proposal takeover purchase acquisition merger buyout deal intention pursuit hope dream ambition".split()
)
DROP = frozenset("dash drop ditch abandon scrap shelve withdraw forgo cancel axe abort rescind scuttle thwart veto block foil".split())
"""What one does to an undertaking, of one's own or another's, that comes to nothing."""
FAIL = frozenset("fail collapse lapse founder unravel".split())
VAIN = frozenset("failed aborted abortive unsuccessful abandoned thwarted vetoed scuttled blocked foiled collapsed".split())
TO_COME = frozenset(["planned", "proposed"])
"""What makes a plan of any noun: "scrapped a planned fab"."""
NOTHING = frozenset("nothing naught failure vain".split())
PARTICLES = {"call": "off", "give": "up", "fall": "through", "walk": "away", "back": "out", "pull": "out"}
OUT_OF = frozenset(["from", "of", "on"])


def is_given_up(trigger: Token) -> bool:
    """Whether the trigger is an undertaking, or what one is to do, that somebody gave up or that failed."""
    for token in (trigger, *governors(trigger)):
        if token.pos_ in ("VERB", "AUX") and token.i != trigger.i:
            return False
        if token.pos_ == "NOUN" and (token.lemma_.lower() in UNDERTAKINGS or any(child.lower_ in TO_COME for child in token.lefts)):
            return any(child.lower_ in VAIN for child in token.lefts) or _came_to_nothing(token)
    return False


def _came_to_nothing(noun: Token) -> bool:
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ in OUT_OF:  # "walked away from its bid"
        verb = next((one for one in governors(noun) if one.pos_ == "VERB"), verb)
        return _with_particle(verb)
    if verb.pos_ != "VERB" or noun.dep_ not in ("dobj", "nsubj", "nsubjpass") or any(child.dep_ == "neg" for child in verb.children):
        return False
    given_up = verb.lemma_ in DROP and noun.dep_ != "nsubj"
    if noun.dep_ == "nsubj" and any(end.lower_ in NOTHING for to in verb.children if to.dep_ == "prep" for end in to.children):
        return True  # "came to nothing", "ended in failure"
    return given_up or _with_particle(verb) or (verb.lemma_ in FAIL and noun.dep_ == "nsubj")


def _with_particle(verb: Token) -> bool:
    return any(child.lower_ == PARTICLES.get(verb.lemma_) for child in verb.children)
