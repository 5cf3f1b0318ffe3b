"""A name and a type that a model gives -> an entity: the lexicon's where it knows the name, else a provisional one.

The same rules as ingest/linking.py, for tiers that work on a text alone."""

import re

from graph.evidence import Entity, entity_id
from ingest.gazetteer import load
from ingest.linking import display_name, fold

_GROUPS = (("Company", "ResearchOrg", "GovBody"), ("City", "Region", "Country"))
"""Types that a model and the lexicon may tell apart differently."""
_NOMINAL = re.compile(r"(?i:the|this|that|these|those|its|their|his|her|an?)\s(?:.*\s)?[a-z][^\s]*", re.S)
"""A determiner first and a common noun last: "the Dutch firm", unlike "The Trade Desk"."""
_LOWER = ("Material", "Product", "Policy", "Investment", "Facility", "Licence", "Provision", "Input")
"""Types whose names may have no capital."""


def entity_called(name: str, label: str) -> Entity | None:
    """The entity of that name and type; None where the name holds neither letter nor digit."""
    gazetteer = load()
    name = re.sub(r"(?i)^the\s+", "", name)
    folded = fold(name)
    if not folded:
        return None
    agreeing = next((group for group in _GROUPS if label in group), (label,))
    known = gazetteer.find(name, (label,)) or gazetteer.find(folded, agreeing) or gazetteer.find(name, agreeing)
    return known or Entity(id=entity_id(label, folded), type=label, name=display_name(name), provisional=True)


def is_name(text: str, label: str) -> bool:
    """Whether it names something, rather than pointing at it ("the firm") or at its kind ("chipmaker")."""
    if _NOMINAL.fullmatch(text) and label not in ("Policy", "Investment", "Facility"):
        return False
    return label in _LOWER or any(sign.isupper() or sign.isdigit() for sign in text)
