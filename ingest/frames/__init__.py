"""Frames as data: one TOML file an edge type. Each frame names its triggers and the slots that its two ends stand in."""

import tomllib
from functools import lru_cache
from pathlib import Path

from graph.evidence import Modality, Model, Polarity
from graph.ontology import EDGE_BY_TYPE
from graph.priors import CUES
from ingest.number_words import FRACTIONS

FOLDER = Path(__file__).parent


class Example(Model):
    """A sentence and what the frames must find in it: the relation's two ends, as the text has them."""

    text: str
    head: str = ""
    tail: str = ""
    polarity: Polarity = "affirmed"
    modality: Modality = "actual"


class Frame(Model):
    """One way to say a relation."""

    id: str
    type: str
    lemmas: tuple[str, ...]
    """Trigger lemmas; a trigger of several words is written with spaces and matched on lower-case text."""
    pos: tuple[str, ...] = ("VERB",)
    head: tuple[str, ...]
    """Slots that may hold the source, in order of preference (ingest/grammar/slots.py)."""
    tail: tuple[str, ...]
    product: tuple[str, ...] = ()
    needs: dict[str, tuple[str, ...]] = {}
    """Slot -> lemmas of which one must stand in it."""
    lacks: dict[str, tuple[str, ...]] = {}
    """Slot -> lemmas of which none may stand in it."""
    head_labels: tuple[str, ...] = ()
    tail_labels: tuple[str, ...] = ()
    modality: Modality | None = None
    """Where the words fix it whatever stands around: reducing a reliance still states it."""
    polarity: Polarity | None = None
    """Where the words fix it: "stopped exporting bauxite" states the stop."""
    reverses: bool = False
    """Whether it says an end, so that its denial affirms: "denied having dropped it as a supplier"."""
    only_given: bool = False
    """Whether it speaks only of spans given from outside; in articles the words say less ("owned by": a stake of any size)."""
    cue: str | None = None
    trend: str | None = None
    positive: tuple[Example, ...] = ()
    negative: tuple[Example, ...] = ()
    """Sentences in which this frame must find no relation of its type between the ends given (or none at all)."""


def _with_all_fractions(frame: Frame) -> Frame:
    """The frame, its conditions that name "third" met by "fifth" and "tenth" too."""
    conditions = {"needs": frame.needs, "lacks": frame.lacks}
    wider = {key: {slot: (*words, *_fractions(words)) for slot, words in said.items()} for key, said in conditions.items()}
    return frame.model_copy(update=wider)


def _fractions(words: tuple[str, ...]) -> frozenset[str]:
    return FRACTIONS if "third" in words else frozenset()


@lru_cache(maxsize=1)
def load_frames(folder: Path = FOLDER) -> tuple[Frame, ...]:
    """Every frame, checked against the ontology and the table of cues.

    Raises
    ------
    ValueError
        If a frame names an unknown edge type or cue, or an id stands twice."""
    frames = []
    for path in sorted(folder.glob("*.toml")):
        with path.open("rb") as file:
            said = tomllib.load(file)
        frames += [_with_all_fractions(Frame(type=said["type"], **frame)) for frame in said["frame"]]
    ids = [frame.id for frame in frames]
    wrong = [f.id for f in frames if f.type not in EDGE_BY_TYPE or (f.cue and f.cue not in CUES)]
    wrong += [id for id in ids if ids.count(id) > 1]
    if wrong:
        raise ValueError(f"frames {', '.join(sorted(set(wrong)))} do not fit the ontology, the cues, or stand twice")
    return tuple(frames)
