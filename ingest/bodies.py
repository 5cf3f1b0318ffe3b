"""Bodies of a state that are called by what they do: "France's competition authority", "a Singapore court"."""

from spacy.tokens import Doc, Token

from graph.evidence import MentionKind
from ingest.reading import Found, mention_at, reading_of, text_of
from ingest.words import OFFICES

BODIES = frozenset("authority regulator watchdog agency court tribunal inspectorate bureau commission prosecutor".split())
GENERALS = frozenset(["attorney", "prosecutor", "solicitor"])
"""Of whom "general" makes an office."""
LEFT = ("compound", "amod", "nmod", "poss")


def body(doc: Doc, token: Token) -> list[Found]:
    """`token` as the head noun of a body that a country before it tells; the mention leaves the country out. A body in apposition
    to its name is none of its own."""
    office = token.lower_ == "general" and token.i > 0 and doc[token.i - 1].lower_ in GENERALS
    ministry = token.lower_ in ("ministry", "department") and token.i > 0 and doc[token.i - 1].lower_ in OFFICES
    if (
        not (office or ministry or token.lower_ in BODIES)
        or token.pos_ not in ("NOUN", "PROPN", "ADJ")
        or token.dep_ in ("compound", "appos", "attr")
    ):
        return []
    if any(child.dep_ == "appos" or (child.dep_ == "compound" and child.text[0].isupper()) for child in token.rights):
        return []
    left = [child for child in token.lefts if child.dep_ in LEFT]
    states = [one for child in left if (one := mention_at(doc, child.i)) is not None and one.label == "Country" and one.kind == "name"]
    if not states or mention_at(doc, token.i) is not None:
        return []
    start = states[-1].end + (doc[states[-1].end].tag_ == "POS")
    if not doc[start : token.i + 1].text.islower():
        return []
    entity = reading_of(doc).entities.get(states[-1].entity)
    state = entity.name if entity is not None else text_of(doc, states[-1])
    name = f"{state} {doc[start : token.i + 1].text}"
    kind: MentionKind = "name" if ministry else "nominal"
    return [Found(start, token.i + 1, "GovBody", "phrase", name=name, kind=kind, owner=states[-1])]
