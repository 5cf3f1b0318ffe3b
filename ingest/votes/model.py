"""What the statistical model says of a name."""

from collections.abc import Iterator

from spacy.tokens import Doc

from ingest.dictionary import is_word
from ingest.gazetteer import city_countries
from ingest.runs import is_opening
from ingest.votes.ballot import Vote
from ingest.words import GOV_WORDS, POLICY_LAST, TERRITORY, given_names

_MODEL: dict[str, tuple[str, float]] = {
    "ORG": ("Company", 2.0),
    "PERSON": ("Person", 1.5),
    "GPE": ("City", 2.0),
    "LOC": ("Region", 2.0),
    "PRODUCT": ("Product", 1.0),
    "FAC": ("Facility", 1.0),
    "LAW": ("Policy", 2.0),
    "EVENT": ("", 1.5),
    "WORK_OF_ART": ("", 1.5),
    "NORP": ("", 0.7),
    "LANGUAGE": ("", 3.0),
}


def by_model(doc: Doc, start: int, end: int) -> Iterator[Vote]:
    """What the statistical model says; of a single word said to be a person it is not sure."""
    labels = [token.ent_type_ for token in doc[start:end] if token.ent_type_]
    if not labels:
        plain = [is_word(token) for token in doc[start:end]]
        strange = end - start > 1 and not any(plain) and all(token.pos_ == "PROPN" for token in doc[start:end])
        if strange or (not is_opening(doc[start]) and not all(plain)):
            yield "Company", 1.6 if end - start > 1 else 1.5
        return
    label = max(sorted(set(labels)), key=labels.count)
    name = doc[start:end].text
    words = {token.lower_ for token in doc[start:end]}
    kind, weight = _MODEL.get(label, ("", 0.0))
    share = labels.count(label) / (end - start)
    if label == "GPE" and name not in city_countries():
        weight = 0.8
        yield "Company", 0.7  # the model takes many a firm for a place; a place of any size is in the gazetteer
    if label == "PERSON" and (end - start == 1 or doc[start].text not in given_names()):
        weight = 0.7 if end - start == 1 or is_word(doc[end - 1]) else 1.0
    if label in ("ORG", "GPE") and words & GOV_WORDS and end - start > 1:
        kind = "GovBody"
    if label == "LAW" and not words & (POLICY_LAST | GOV_WORDS):
        weight = 0.5
    if kind == "City" and words & TERRITORY:
        kind = "Region"
    yield kind, weight * share
