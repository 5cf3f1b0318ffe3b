"""A row of a relations CSV: which columns there are, what each may hold, and what the ontology allows."""

import difflib
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator

from graph.dates import first_day, last_day
from graph.errors import did_you_mean
from graph.evidence import INVISIBLE, Modality, Polarity, Share
from graph.ontology import EDGE_BY_TYPE, NODE_BY_EXCHANGE, NODE_BY_LABEL, allows
from graph.projection import THINGS
from ingest.datasets.checking import RowModel, optional
from ingest.datasets.figures import parse_share
from ingest.linking import fold

DEFAULT_TYPE, DEFAULT_PRODUCT = "Company", "Product"
NAME_CHARACTERS = 500
_LABELS = {name.casefold(): node.label for names in (NODE_BY_EXCHANGE, NODE_BY_LABEL) for name, node in names.items()}


def parse_name(text: Any) -> str:
    """A name without invisible signs, blanks joined.

    Raises
    ------
    ValueError
        If it holds neither letter nor digit, or is too long."""
    name = " ".join(INVISIBLE.sub("", text or "").split())
    if not name:
        raise ValueError("the name is empty; fill it in or remove the row")
    if len(name) > NAME_CHARACTERS:
        raise ValueError(f"the name has {len(name)} characters; {NAME_CHARACTERS} are the most")
    if not _folded(name):
        raise ValueError(f"{name!r} is no name; it needs a letter or a digit")
    return name


def parse_label(text: str) -> str:
    """A node type by its label or its name in the exchange format, in any case.

    Raises
    ------
    ValueError
        If the ontology has none of that name."""
    if text.casefold() not in _LABELS:
        raise ValueError(f"no node type {text!r}{did_you_mean(near(text, NODE_BY_LABEL))}")
    return _LABELS[text.casefold()]


def parse_type(text: Any) -> str:
    """An edge type, in any case.

    Raises
    ------
    ValueError
        If the ontology has none of that name."""
    if not text:
        raise ValueError("the type is empty; write one of docs/ontology.md, such as SUPPLIES")
    if text.upper() not in EDGE_BY_TYPE:
        raise ValueError(f"no relation type {text!r}{did_you_mean(near(text.upper(), EDGE_BY_TYPE))}")
    return str(text.upper())


def parse_day(text: str) -> str:
    """A date: 2026, 2026-Q1, 2026-05 or 2026-05-03.

    Raises
    ------
    ValueError
        If it has none of these forms, or is no day of the calendar."""
    try:
        first_day(text)
    except ValueError:
        valid = False
    else:
        valid = len(text) <= len("2026-05-03")
    if not valid:
        raise ValueError(f"{text!r} is no date; write 2026, 2026-Q1, 2026-05 or 2026-05-03")
    return text


def near(text: str, names: Iterable[str]) -> list[str]:
    """The name that `text` may be a slip of."""
    return difflib.get_close_matches(text, list(names), n=1, cutoff=0.6)


def _word(default: str) -> BeforeValidator:
    return BeforeValidator(lambda text: text.lower() if text else default)


@cache
def _folded(name: str) -> str:
    return fold(name)


Name = Annotated[str, BeforeValidator(parse_name)]
MaybeName = Annotated[str | None, optional(parse_name)]
MaybeLabel = Annotated[str | None, optional(parse_label)]
MaybeShare = Annotated[Share | None, optional(parse_share)]
MaybeDay = Annotated[str | None, optional(parse_day)]


class RelationRow(RowModel):
    """One relation: source -> target as docs/ontology.md reads its type. Only the first three columns are needed."""

    source: Name
    type: Annotated[str, BeforeValidator(parse_type)]
    target: Name
    source_type: MaybeLabel = None
    target_type: MaybeLabel = None
    product: MaybeName = None
    product_type: MaybeLabel = None
    product_weight: MaybeShare = None
    """Part of all the buyer's purchases that this product is."""
    share: MaybeShare = None
    share_lo: MaybeShare = None
    share_hi: MaybeShare = None
    modality: Annotated[Modality, _word("actual")] = "actual"
    polarity: Annotated[Polarity, _word("affirmed")] = "affirmed"
    valid_from: MaybeDay = None
    valid_to: MaybeDay = None
    published_at: MaybeDay = None
    citation: str | None = None

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """Least and greatest share."""
        return (self.share, self.share) if self.share is not None else (self.share_lo, self.share_hi)

    def known_by(self, day: date) -> None:
        """Refuses a row published after `day`.

        Raises
        ------
        ValueError
            Naming the date."""
        if self.published_at and first_day(self.published_at) > day:
            raise ValueError(f"published_at: {self.published_at!r} lies ahead; write the day on which it was published")

    @model_validator(mode="after")
    def _fits_the_ontology(self) -> "RelationRow":
        source, target = self.source_type or DEFAULT_TYPE, self.target_type or DEFAULT_TYPE
        edge = EDGE_BY_TYPE[self.type]
        if not allows(self.type, source, target):
            allowed = f"{', '.join(edge.source)} to {', '.join(edge.target)}"
            raise ValueError(f"{self.type} does not run from {source} to {target}; it runs from {allowed}")
        if self.product_type and self.product_type not in THINGS:
            raise ValueError(f"a {self.product_type} is no product; product_type is one of {', '.join(THINGS)}")
        if not self.product and (self.product_type or self.product_weight is not None):
            raise ValueError("product_type or product_weight without a product; name the product")
        return self

    @model_validator(mode="after")
    def _says_one_share(self) -> "RelationRow":
        if self.share is not None and not (self.share_lo is self.share_hi is None):
            raise ValueError("share and share_lo or share_hi at once; share says both bounds")
        if self.share_lo is not None and self.share_hi is not None and self.share_lo > self.share_hi:
            raise ValueError(f"share_lo {self.share_lo:g} is greater than share_hi {self.share_hi:g}; swap them")
        return self

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> "RelationRow":
        if self.valid_from and self.valid_to and first_day(self.valid_from) > last_day(self.valid_to):
            raise ValueError(f"valid_from {self.valid_from} is after valid_to {self.valid_to}; swap them")
        return self
