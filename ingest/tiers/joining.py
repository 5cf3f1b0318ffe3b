"""Names of a model beside those of the rules: they join the mentions before these are linked, so that the frames relate them."""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from graph.evidence import Entity
from ingest.extract import EXTRACTOR, RulesExtractor
from ingest.nlp import build_nlp
from ingest.reading import Found, full_text, mention_at, reading_of
from ingest.tiers.gliner import VERSION, Name, Predictor, names_in


def rules_and_gliner(model: Predictor, *, name: str = VERSION, threshold: float = 0.5, learnt: Sequence[Entity] = ()) -> RulesExtractor:
    """The rules, with the model's names joined to theirs where theirs leave room."""
    nlp = build_nlp()
    component = nlp.add_pipe("gliner", before="linking")
    assert isinstance(component, Joining)
    component.model, component.threshold = model, threshold
    return RulesExtractor(nlp, name=f"{EXTRACTOR}+{name}", learnt=learnt)


class Joining:
    """Component: adds the model's names to the Doc's mentions; those that are there already stay as they are."""

    def __init__(self) -> None:
        self.model: Predictor | None = None
        self.threshold = 0.5

    def __call__(self, doc: Doc) -> Doc:
        reading = reading_of(doc)
        if self.model is None or reading.given:
            return doc
        added = [found for name in names_in(full_text(doc), self.model, self.threshold) if (found := _found(doc, name))]
        reading.mentions = sorted([*reading.mentions, *added], key=lambda one: (one.start, -one.end))
        return doc


@Language.factory("gliner")
def _gliner(nlp: Language, name: str) -> Joining:
    return Joining()


def _found(doc: Doc, name: Name) -> Found | None:
    """The name as a mention, where no other mention covers any of it."""
    span = doc.char_span(name.start, name.end, alignment_mode="expand")
    if span is None or any(mention_at(doc, position) for position in range(span.start, span.end)):
        return None
    exact = (span.start_char, span.end_char) == (name.start, name.end)
    return Found(span.start, span.end, name.label, "model", chars=None if exact else (name.start, name.end))
