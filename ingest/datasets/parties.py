"""Who and where a table speaks of: countries by their codes, firms by their names, as the entities that articles have too."""

import re
import warnings
from functools import cache

import countrynames

from graph.evidence import Entity, entity_id, slug
from ingest.gazetteer import load
from ingest.linking import display_name, fold

ODD_CODES = {"MAL": "MY"}
"""Codes in use that are no ISO 3166 alpha-3 code."""


@cache
def country_of(code: str) -> Entity:
    """The country with this three-letter code.

    Raises
    ------
    ValueError
        If there is none."""
    found = load().by_country.get(_alpha_2(code) or "") if re.fullmatch("[A-Z]{3}", code) else None
    if found is None:
        raise ValueError(f"{code!r} is no known country code; write ISO 3166 alpha-3, such as NLD")
    return load().entries[found].entity


def place(name: str) -> str | None:
    """The id of the country with this three-letter code or name; None if there is none."""
    try:
        return country_of(name.strip().upper()).id
    except ValueError:
        found = load().find(name.strip(), ("Country",))
        return found.id if found is not None else None


def named(name: str, labels: tuple[str, ...]) -> Entity:
    """The lexicon's entity called `name` of one of `labels`, the first preferred, else a new one of the first.

    Raises
    ------
    ValueError
        If the name holds neither letter nor digit."""
    folded = fold(name)
    if not folded:
        raise ValueError(f"{name!r} is no name; it needs a letter or a digit")
    gazetteer = load()
    known = gazetteer.find(name, labels[:1]) or gazetteer.find(folded, labels) or gazetteer.find(name, labels)
    shown = display_name(name)  # it may strip signs, which only a legal form is worth
    return known or Entity(id=entity_id(labels[0], folded), type=labels[0], name=name if slug(shown) == slug(name) else shown)


def _alpha_2(code: str) -> str | None:
    if code in ODD_CODES:
        return ODD_CODES[code]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it recommends a package for other scripts, which codes are not in
        found: str | None = countrynames.to_code(code)
    return found
