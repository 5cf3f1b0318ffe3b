"""Denials of a kind or of a duty alone: who has no long-term contract, or need not supply, may well supply."""

from spacy.tokens import Token

from ingest.grammar import governors

KINDS = frozenset("term long-term binding written exclusive firm formal multi-year minimum fixed guaranteed".split())
BONDS = frozenset("contract agreement deal order arrangement commitment pact".split())
DUTIES = frozenset("obligation duty commitment requirement guarantee assurance right".split())


def is_denied_in_part(trigger: Token) -> bool:
    """Whether only a kind of bond ("no long-term contract with") or a duty ("no obligation to supply") is denied."""
    if trigger.lemma_.lower() in BONDS:
        return any(child.lower_ in KINDS for child in trigger.lefts for child in (child, *child.lefts))
    return any(
        token.lemma_.lower() in DUTIES and any(child.lower_ in ("no", "any") for child in token.lefts) for token in governors(trigger)
    )
