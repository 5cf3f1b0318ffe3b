"""The tier `gliner`: names found by a GLiNER model (Zaratiana et al., 2023), for firms and goods that no lexicon or cue knows.

Alone it finds entities; ingest/tiers/joining.py gives its names to the rules, so that the frames relate them.
Nothing is downloaded unless the setting says `hub:NAME`."""

import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from graph.errors import SettingsError
from graph.evidence import Article, Entity, Extraction, Mention
from graph.settings import settings
from ingest.tiers.naming import entity_called, is_name
from ingest.tiers.sections import sections

log = logging.getLogger(__name__)
VERSION = "gliner-1"
HUB = "hub:"
WORDS, CHARACTERS = 300, 3000
"""Of a section: published models read 384 words at a time and leave out the rest."""
LABELS: dict[str, str] = {
    "Company": "company",
    "ResearchOrg": "research institute",
    "GovBody": "government agency",
    "Country": "country",
    "Region": "region or state",
    "City": "city",
    "Facility": "factory, plant or data centre",
    "Chip": "computer chip",
    "AIModel": "artificial intelligence model",
    "Product": "technology product",
    "Material": "raw material or chemical",
    "Policy": "law, regulation or sanction",
    "Person": "person",
    "Investment": "investment fund or plan",
}
"""Ontology label -> what the model is asked for. Provision, Licence and Input have no names that prose repeats."""
_LABEL_BY_WORDS = {words: label for label, words in LABELS.items()}


class Predictor(Protocol):
    """The part of a `gliner.GLiNER` that is used."""

    def predict_entities(self, text: str, labels: list[str], *, threshold: float) -> list[dict[str, Any]]: ...


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of the text that the model takes for a name."""

    start: int
    end: int
    label: str


class GlinerExtractor:
    """Entities and their mentions; no relations."""

    def __init__(self, model: Predictor, *, name: str = VERSION, threshold: float = 0.5) -> None:
        self.model, self.name, self.threshold = model, name, threshold

    def extract(self, article: Article) -> Extraction:
        """What the model names in the article."""
        entities: dict[str, Entity] = {}
        mentions: list[Mention] = []
        for found in names_in(article.text, self.model, self.threshold):
            text = article.text[found.start : found.end]
            entity = entity_called(text, found.label)
            if entity is not None:
                entities.setdefault(entity.id, entity)
                mentions.append(Mention(entity=entity.id, start=found.start, end=found.end, text=text))
        listed = tuple(entities[id] for id in sorted(entities))
        return Extraction(article=article, extractor=self.name, entities=listed, mentions=tuple(mentions))


def configured() -> tuple[Predictor, str, float]:
    """The model of the settings, the name of its tier, and the least score.

    Raises
    ------
    SettingsError
        If none is set, its folder is not there, or the package is not installed."""
    held = settings()
    if not held.gliner_model:
        raise SettingsError("the extractor 'gliner' needs LITHOGRAPH_GLINER_MODEL: a folder of weights, or hub:NAME to download them")
    place = held.gliner_model.removeprefix(HUB)
    local = not held.gliner_model.startswith(HUB)
    if local and not Path(place).is_dir():
        raise SettingsError(f"LITHOGRAPH_GLINER_MODEL: there is no folder {place!r}; hub:{place} would download a model of that name")
    return _load(place, local=local), f"{VERSION}:{Path(place).name.replace('+', '-')}", held.gliner_threshold


def names_in(text: str, model: Predictor, threshold: float) -> Iterator[Name]:
    """The model's names in `text`, none overlapping another; what does not stand where it says is dropped and counted."""
    dropped, last = 0, 0
    for start, end in sections(text, words=WORDS, characters=CHARACTERS):
        rows = model.predict_entities(text[start:end], list(LABELS.values()), threshold=threshold)
        for row in sorted(rows, key=lambda row: (row["start"], -row["end"], -row["score"], row["label"])):
            found = _name(row, text, start, end)
            if found is None or found.start < last:
                dropped += 1
                continue
            last = found.end
            yield found
    if dropped:
        log.info("gliner: %d stretches dropped: no names, overlapping, or not where they should be", dropped)


def _name(row: dict[str, Any], text: str, start: int, end: int) -> Name | None:
    """The row as offsets into the whole text; None unless it quotes the text there, with a label that was asked for."""
    first, last = start + int(row["start"]), start + int(row["end"])
    label = _LABEL_BY_WORDS.get(str(row["label"]))
    if not start <= first < last <= end or text[first:last] != row["text"] or label is None:
        return None
    if text[first:last].endswith(("'s", "’s")):
        last -= 2
    return Name(first, last, label) if is_name(text[first:last].strip(), label) else None


def _load(place: str, *, local: bool) -> Predictor:
    """The model; with `local` the libraries below are told to stay offline, whatever its files refer to."""
    if local:
        os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    try:
        from gliner import GLiNER
    except ImportError as error:
        raise SettingsError("the extractor 'gliner' is not installed; pip install 'lithograph[gliner]' adds it") from error
    try:
        model: Predictor = GLiNER.from_pretrained(place, local_files_only=local)
    except (OSError, ValueError, KeyError) as error:
        raise SettingsError(f"LITHOGRAPH_GLINER_MODEL: {place!r} holds no model that gliner can load") from error
    return model
