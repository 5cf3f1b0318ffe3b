"""The lexicons as entries: ingest/lexicon/*.csv, one file per type. Knows no language model."""

import csv
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from graph.evidence import Entity, entity_id, slug

LEXICON = Path(__file__).parent / "lexicon"
FILES: dict[str, str] = {
    "companies": "Company",
    "research_orgs": "ResearchOrg",
    "gov_bodies": "GovBody",
    "countries": "Country",
    "regions": "Region",
    "cities": "City",
    "facilities": "Facility",
    "chips": "Chip",
    "ai_models": "AIModel",
    "products": "Product",
    "materials": "Material",
    "policies": "Policy",
    "persons": "Person",
}
"""File stem -> node type, in order of precedence when two files hold one name."""
_PROPERTIES = ("country", "sector", "kind", "status", "announced", "effective", "expiry")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: an entity and the words that name it."""

    entity: Entity
    common: bool
    """Whether the name is also an everyday word and needs a capital and a cue."""
    metonyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    issuer: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Entries by id and by folded name."""

    entries: dict[str, Entry] = field(default_factory=dict)
    by_slug: dict[str, tuple[str, ...]] = field(default_factory=dict)
    by_country: dict[str, str] = field(default_factory=dict)
    """ISO code -> id of the country."""

    def find(self, name: str, labels: tuple[str, ...] = ()) -> Entity | None:
        """The entity called `name`, of one of `labels` where given; None when two could be meant."""
        found = [id for id in self.by_slug.get(slug(name), ()) if not labels or self.entries[id].entity.type in labels]
        return self.entries[found[0]].entity if found else None


@lru_cache(maxsize=8)
def load(folder: Path = LEXICON) -> Gazetteer:
    """The lexicon in `folder`; files that are not there are empty."""
    gazetteer = Gazetteer()
    for stem, label in FILES.items():
        path = folder / f"{stem}.csv"
        if path.exists():
            with path.open(encoding="utf-8", newline="") as lines:
                for row in csv.DictReader(lines):
                    _add(gazetteer, _entry(row, label))
    return gazetteer


@lru_cache(maxsize=1)
def city_countries() -> dict[str, str]:
    """Name of a city of 15,000 or more -> ISO code of the country of the largest one so called (GeoNames, CC BY 4.0)."""
    with (LEXICON / "geonames.csv").open(encoding="utf-8", newline="") as lines:
        return {row["name"]: row["country"] for row in csv.DictReader(lines)}


def _entry(row: dict[str, str], label: str) -> Entry:
    properties: dict[str, str | float | bool] = {key: row[key] for key in _PROPERTIES if row.get(key)}
    entity = Entity(
        id=entity_id(label, row["name"]), type=label, name=row["name"], aliases=_several(row.get("aliases")), properties=properties
    )
    return Entry(
        entity=entity,
        common=(row.get("common_word") or "").strip().lower() == "yes",
        metonyms=_several(row.get("metonyms")),
        adjectives=_several(row.get("adjectives")),
        issuer=row.get("issuer") or "",
        city=row.get("city") or "",
    )


def _add(gazetteer: Gazetteer, entry: Entry) -> None:
    id = entry.entity.id
    if id in gazetteer.entries:
        return
    gazetteer.entries[id] = entry
    if entry.entity.type == "Country" and "country" in entry.entity.properties:
        gazetteer.by_country.setdefault(str(entry.entity.properties["country"]), id)
    for name in (entry.entity.name, *entry.entity.aliases):
        held = gazetteer.by_slug.get(slug(name), ())
        if id not in held:
            gazetteer.by_slug[slug(name)] = (*held, id)


def _several(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").split("|") if part.strip())


def city_name(text: str) -> str:
    """GOTHENBURG in a dateline is Gothenburg."""
    return text.title() if text.isupper() and len(text) > 3 else text
