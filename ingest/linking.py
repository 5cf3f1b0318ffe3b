"""Mentions -> entities: the lexicon's where it knows the name, else a provisional one made of the folded name.

Short forms join the long form of the same document and type; nothing is merged because one name contains another."""

from functools import lru_cache
from pathlib import Path

from cleanco import basename
from spacy.language import Language
from spacy.tokens import Doc

from graph.evidence import Entity, entity_id, slug
from ingest.gazetteer import Gazetteer, city_countries, city_name, load
from ingest.reading import Found, Reading, reading_of, text_of

_PARTY = ("Company", "ResearchOrg", "GovBody")
_PLACE = ("City", "Region", "Country")
_UNIT = frozenset("cloud foundry labs lab research capital ventures bank china india japan europe america asia korea".split())
"""Last words that make a unit of its own: Alibaba Cloud is not Alibaba."""
_DESCRIPTIVE = frozenset("group holding holdings company corporation technologies technology semiconductor electronics industries".split())


class Linking:
    """Component: gives every name mention its entity."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def __call__(self, doc: Doc) -> Doc:
        reading = reading_of(doc)
        names = [found for found in reading.mentions if (found.kind == "name" or found.source == "phrase") and found.label]
        long_forms = self._long_forms(doc, names)
        for found in names:
            if not found.entity:
                self._link(doc, reading, found, long_forms)
            if found.entity in self.gazetteer.entries:
                reading.entities[found.entity] = self.gazetteer.entries[found.entity].entity
            elif found.source == "learnt":
                _add_provisional(reading, found, found.name)
        return doc

    def _long_forms(self, doc: Doc, names: list[Found]) -> dict[tuple[str, str], str]:
        """(type, folded short form) -> the folded long form of this document; of several the one that stands first."""
        candidates: dict[tuple[str, str], str] = {}
        for found in names:
            full = fold(text_of(doc, found)) if not found.entity else slug(found.name)
            for short in short_forms(full, found.label or ""):
                candidates.setdefault((found.label or "", short), found.entity or full)
        return candidates

    def _link(self, doc: Doc, reading: Reading, found: Found, long_forms: dict[tuple[str, str], str]) -> None:
        label, text = found.label or "", found.name or text_of(doc, found)
        known = self._site(doc, found) or self._known(text, label)
        if known:
            found.entity, found.label = known.id, known.type
            reading.entities[known.id] = known
            return
        folded = fold(text)
        folded = long_forms.get((label, folded), folded)
        if ":" in folded:
            found.entity = folded
            if folded in self.gazetteer.entries:
                reading.entities.setdefault(folded, self.gazetteer.entries[folded].entity)
            return
        if not folded:
            return
        found.entity = entity_id(label, folded)
        _add_provisional(reading, found, text)

    def _site(self, doc: Doc, found: Found) -> Entity | None:
        """The listed site that "TSMC's Arizona fab" or "TSMC's fab in Arizona" means."""
        if found.label != "Facility" or found.owner is None or found.place is None:
            return None
        owner = self.gazetteer.entries.get(found.owner.entity)
        owners = (owner.entity.name, *owner.entity.aliases) if owner is not None else ()
        place, kind = text_of(doc, found.place), doc[found.end - 1].text
        phrases = (f"{one}'s {place} {kind}" for one in owners)
        return next((site for phrase in phrases if (site := self.gazetteer.find(phrase, ("Facility",)))), None)

    def _known(self, text: str, label: str) -> Entity | None:
        """The lexicon's entity of that name and a type that agrees."""
        agreeing = next((group for group in (_PARTY, _PLACE) if label in group), (label,))
        return self.gazetteer.find(text, (label,)) or self.gazetteer.find(fold(text), agreeing) or self.gazetteer.find(text, agreeing)


@Language.factory("linking", default_config={"lexicon": ""})
def _linking(nlp: Language, name: str, lexicon: str) -> Linking:
    return Linking(load(Path(lexicon)))


@lru_cache(maxsize=10_000)
def fold(name: str) -> str:
    """The folded name: legal suffixes gone, applied until nothing changes; never empty where `name` is not."""
    plain = name.strip()
    while True:
        shorter = basename(plain).strip(" ,.&")
        if not shorter or shorter == plain:
            break
        plain = shorter
    return slug(plain) or slug(name)


def short_forms(folded: str, label: str) -> list[str]:
    """What a document may call the entity after its full name: surname, name without "group", initials."""
    words = folded.split("-")
    if len(words) < 2:
        return []
    if label == "Person":
        return [words[-1], *(["-".join(words[-2:])] if len(words) > 2 else [])]
    if label == "Chip":
        return [words[0]] if words[-1][:1].isdigit() else []
    if label not in _PARTY:
        return []
    stem = list(words)
    while len(stem) > 1 and stem[-1] in _DESCRIPTIVE:
        stem.pop()
    initials = "".join(word[0] for word in words if word not in ("of", "and", "the", "for"))
    forms = ["-".join(stem)] if len(stem) < len(words) else []
    if label == "Company" and len(words[0]) > 3 and words[-1] not in _UNIT:
        forms.append(words[0])
    return [*forms, initials] if len(initials) > 2 else forms


def _add_provisional(reading: Reading, found: Found, text: str) -> None:
    """A new node known from text alone, named by its shortest spelling in this article; a person by the fullest."""
    held = reading.entities.get(found.entity)
    aliases = held.aliases if held else ()
    properties = {**(held.properties if held else {}), **found.properties}
    text = city_name(text) if found.label == "City" else text
    if found.label == "City" and text in city_countries():
        properties["country"] = city_countries()[text]
    spelling = text if found.source == "phrase" else display_name(text)
    best = max if found.label == "Person" else min
    name = best(spelling, held.name, key=lambda one: (len(one), one)) if held else spelling
    reading.entities[found.entity] = Entity(
        id=found.entity, type=found.label or "", name=name, aliases=aliases, provisional=True, properties=properties
    )


def display_name(text: str) -> str:
    """The name as it is written, without its legal form."""
    plain = text.strip()
    while (shorter := basename(plain).strip(" ,.&")) and shorter != plain:
        plain = shorter
    return plain or text
