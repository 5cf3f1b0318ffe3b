"""The pronoun for a body of a state that is called by what it does: "Japan's trade ministry said it had fined Odessa".

Such bodies are found when pronouns are read already (ingest/phrases.py), so that what they say is looked at once more."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.assertion import SAY
from ingest.grammar import governors
from ingest.reading import Found, mention_at, reading_of

SUBJECTS = ("nsubj", "nsubjpass")


def stand_for_bodies(doc: Doc) -> None:
    """Make "it" in what such a body says the body."""
    reading = reading_of(doc)
    bodies = [one for one in reading.mentions if one.label == "GovBody" and one.source == "phrase" and one.entity]
    if not bodies or reading.given:
        return
    for token, body in list(_pronouns(doc, bodies)):
        before = mention_at(doc, token.i)
        reading.mentions = [one for one in reading.mentions if one is not before]
        reading.mentions.append(Found(token.i, token.i + 1, "GovBody", "coreference", body.entity, "pronoun", body.name))
    reading.mentions.sort(key=lambda one: (one.start, -one.end))


def _pronouns(doc: Doc, bodies: list[Found]) -> Iterator[tuple[Token, Found]]:
    """ "It" as the subject of a clause that a body says."""
    for token in doc:
        if token.lower_ != "it" or token.dep_ not in SUBJECTS or token.head.dep_ != "ccomp":
            continue
        saying = next((one for one in governors(token.head) if one.lemma_ in SAY), None)
        if saying is None or saying.i > token.i or token.head.head.i != saying.i:
            continue
        yield from ((token, body) for body in bodies for child in saying.children if child.dep_ == "nsubj" and body.covers(child.i))
