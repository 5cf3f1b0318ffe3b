"""Which extractor reads, and which options go with it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from cli.output import WrongUse

if TYPE_CHECKING:
    from graph.evidence import Entity
    from ingest.extract import Extractor


class Show(StrEnum):
    """What of an extraction is printed."""

    relations = "relations"
    entities = "entities"
    candidates = "candidates"
    misses = "misses"


def check_use(extractor: str, workers: int, *, given_entities: bool = False, show: Show = Show.relations) -> None:
    """Refuses options that do not go together.

    Several processes would each hold a model's weights, or spend a budget of their own; and no model relates given spans.

    Raises
    ------
    WrongUse
        In one sentence."""
    if workers > 1 and extractor != "rules":
        raise WrongUse(f"--workers {workers} is for the rules alone; leave it out with --extractor {extractor}")
    if given_entities and extractor != "rules":
        raise WrongUse(f"--given-entities is for the rules alone; leave it out with --extractor {extractor}")
    if given_entities and show is not Show.relations:
        raise WrongUse(f"--show {show} is for articles; leave it out with --given-entities")
    if workers > 1 and (given_entities or show is Show.misses):
        raise WrongUse(
            f"--workers {workers} is for articles; leave it out with {'--given-entities' if given_entities else '--show misses'}"
        )


def chosen_of(extractor: str, learnt: "Sequence[Entity]" = ()) -> "Extractor | None":
    """What the option names, with what is `learnt` from the graph; None is the rules alone."""
    from ingest.tiers import choose

    return None if extractor == "rules" else choose(extractor, learnt)
