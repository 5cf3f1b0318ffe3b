"""What a share implies: the lowest and the highest that its words allow."""

import re

from spacy.tokens import Doc

from graph.evidence import Qualifier
from graph.priors import CUES
from ingest.reading import Relation
from ingest.share_names import SHARED

ROUNDING = 0.005
_BETWEEN = re.compile(r"(\d{1,2}(?:\.\d+)?)[-–](\d{1,3}(?:\.\d+)?)(?: ?%|[ -]per)")
"""A share that is a range: "10-15%"."""
ABOUT = frozenset("about around roughly nearly almost approximately some circa estimated".split())
OVER = frozenset(["over", "than", "exceeding", "above", "least"])


def share(relation: Relation, qualifiers: tuple[Qualifier, ...], doc: Doc) -> tuple[float | None, float | None]:
    """The bounds of the share that figures or words imply; (None, None) where they imply none."""
    name = "percent" if relation.type == "OWNS" else "share"
    between = next((match for q in qualifiers if q.name == name and (match := _BETWEEN.match(q.text))), None)
    if between is not None:
        return float(between[1]) / 100, float(between[2]) / 100
    stated = next((q for q in qualifiers if q.name == name and q.value is not None), None)
    if stated is not None and stated.value is not None:
        sentence = doc[relation.trigger].sent.text
        return bounds(stated.value / 100, sentence[: max(sentence.find(stated.text), 0)])
    cue = CUES.get(relation.cue or "")
    if cue is not None and cue.documented != (0, 1) and relation.type in (*SHARED, "MANUFACTURES"):
        return cue.documented
    return None, None


def bounds(value: float, before: str) -> tuple[float, float]:
    """The share that `value` states, by the words before it: within rounding; `about` within a tenth; `over` up to 1; `up to` from 0."""
    words = set(before.lower().split()[-3:])
    if {"less", "under", "below"} & words or {"up", "to"} <= words or {"at", "most"} <= words:
        return 0.0, min(1.0, value)
    if OVER & words:
        return value, 1.0
    spread = 0.1 * value if ABOUT & words else ROUNDING
    if value == 1.0:
        return 1.0 if not ABOUT & words else 0.9, 1.0
    return max(0.0, round(value - spread, 6)), min(1.0, round(value + spread, 6))
