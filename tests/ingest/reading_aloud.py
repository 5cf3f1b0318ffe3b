"""What the extractor makes of a short text, as tuples that a test can compare."""

from spacy.language import Language

from ingest.extract import RulesExtractor
from ingest.reader import Given, article


def pipeline() -> Language:
    """The real pipeline, one in each process."""
    return RulesExtractor().nlp


def relations(text: str, *, given: Given | None = None) -> set[tuple[str, str, str]]:
    """(type, subject, object) of every affirmed statement, by name."""
    read = RulesExtractor().extract(article(text.encode(), "test", given or Given(published_at="2025-02-24")))
    names = {entity.id: entity.name for entity in read.entities}
    return {(one.type, names[one.subject], names[one.object]) for one in read.statements if one.polarity == "affirmed"}


def denied(text: str) -> set[tuple[str, str, str]]:
    """(type, subject, object) of every negated statement, by name."""
    read = RulesExtractor().extract(article(text.encode(), "test", Given(published_at="2025-02-24")))
    names = {entity.id: entity.name for entity in read.entities}
    return {(one.type, names[one.subject], names[one.object]) for one in read.statements if one.polarity == "negated"}


def names(text: str) -> dict[str, str]:
    """The type of every entity, by name."""
    read = RulesExtractor().extract(article(text.encode(), "test", Given(published_at="2025-02-24")))
    return {entity.name: entity.type for entity in read.entities}


def shares(text: str) -> dict[tuple[str, str], str]:
    """The percentage of every affirmed stake that has one, by the names of holder and firm."""
    read = RulesExtractor().extract(article(text.encode(), "test", Given(published_at="2025-02-24")))
    names = {entity.id: entity.name for entity in read.entities}
    owned = [one for one in read.statements if one.type == "OWNS" and one.polarity == "affirmed"]
    return {(names[one.subject], names[one.object]): q.text for one in owned for q in one.qualifiers if q.name == "percent"}


def qualifiers(text: str) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Name and text of all that is bound, by type and object of the statement."""
    read = RulesExtractor().extract(article(text.encode(), "test", Given(published_at="2025-02-24")))
    names = {entity.id: entity.name for entity in read.entities}
    return {(one.type, names[one.object]): [(q.name, q.text) for q in one.qualifiers] for one in read.statements}
