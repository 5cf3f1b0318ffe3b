"""Denials of a kind or of a duty alone: who has no long-term contract, or need not supply, may well supply."""

from spacy.tokens import Token

from ingest.grammar import governors

KINDS = frozenset("term long-term binding written exclusive firm formal multi-year minimum fixed guaranteed".split())
BONDS = frozenset("contract agreement deal order arrangement commitment pact".split())
DUTIES = frozenset("obligation duty commitment requirement guarantee assurance right".split())


ENDING = frozenset("stop cease halt end quit".split())
DENYING = frozenset("deny dispute reject refute dismiss contest".split())


def is_denied_in_part(trigger: Token) -> bool:
    """Whether only a kind of bond ("no long-term contract with"), a duty ("no obligation to supply") or an end is denied."""
    if _is_end_denied(trigger):
        return True
    if trigger.lemma_.lower() in BONDS:
        return any(child.lower_ in KINDS for child in trigger.lefts for child in (child, *child.lefts))
    return any(
        token.lemma_.lower() in DUTIES and any(child.lower_ in ("no", "any") for child in token.lefts) for token in governors(trigger)
    )


def _is_end_denied(trigger: Token) -> bool:
    """ "Denied a report that Bosch had stopped buying from Intel": who denies an end neither states nor denies a supply."""
    above = [trigger, *governors(trigger)]
    ends = next((number for number, token in enumerate(above) if token.lemma_ in ENDING and token.pos_ == "VERB"), None)
    return ends is not None and any(token.lemma_ in DENYING for token in above[ends + 1 :])
