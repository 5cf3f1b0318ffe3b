"""Mentions -> entities: what the lexicon knows, a short form's long form, else a provisional entity. Never a substring."""

from pathlib import Path

from cleanco import basename
from spacy.language import Language
from spacy.tokens import Doc

from graph.evidence import Entity, entity_id, slug
from ingest.gazetteer import Gazetteer, load
from ingest.reading import Found, reading_of, text_of


class Linking:
    """Component: gives every mention its entity."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def __call__(self, doc: Doc) -> Doc:
        reading = reading_of(doc)
        long_forms = _long_forms(doc)
        for found in reading.mentions:
            if not found.entity:
                found.entity = self._entity(doc, found, long_forms)
            if found.entity in self.gazetteer.entries:
                reading.entities[found.entity] = self.gazetteer.entries[found.entity].entity
        return doc

    def _entity(self, doc: Doc, found: Found, long_forms: dict[str, str]) -> str:
        label = found.label or "Company"
        name = found.name or text_of(doc, found)
        if label in ("Company", "ResearchOrg"):
            name = folded(name)
        known = self.gazetteer.find(name, (label,))
        if known is not None:
            return known.id
        if label in ("Company", "Person") and slug(name) in long_forms:
            name = long_forms[slug(name)]
            known = self.gazetteer.find(name, (label,))
            if known is not None:
                return known.id
        id = entity_id(label, name) if slug(name) else ""
        if id:
            self._provisional(doc, id, label, name, found)
        return id

    def _provisional(self, doc: Doc, id: str, label: str, name: str, found: Found) -> None:
        if id not in reading_of(doc).entities:
            reading_of(doc).entities[id] = Entity(id=id, type=label, name=name, provisional=True, properties=found.properties)


@Language.factory("linking", default_config={"lexicon": ""})
def _linking(nlp: Language, name: str, lexicon: str) -> Linking:
    return Linking(load(Path(lexicon)))


def folded(name: str) -> str:
    """A firm's name without its legal form, folded until nothing changes; never empty."""
    while (shorter := basename(name).strip(" ,.")) and shorter != name:
        name = shorter
    return name


def _long_forms(doc: Doc) -> dict[str, str]:
    """Slug of a short form -> the one longer name in this document that it stands for.

    The first word of one firm's name, or the last of one person's; a word that could stand for two stands for none."""
    longer: dict[str, set[str]] = {}
    for found in reading_of(doc).mentions:
        if found.entity or found.kind != "name":
            continue
        name = folded(text_of(doc, found)) if found.label == "Company" else text_of(doc, found)
        words = name.split()
        if len(words) > 1 and found.label in ("Company", "Person"):
            longer.setdefault(slug(words[0] if found.label == "Company" else words[-1]), set()).add(name)
    return {short: next(iter(names)) for short, names in longer.items() if len(names) == 1}
