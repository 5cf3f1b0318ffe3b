"""Market: categories of inputs, what goes into what, and who provides which part of each world market. A plain holder."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Offer:
    """A provider's part of the market of one category."""

    provider: str
    """Id of a country or a firm."""
    country: str | None
    """Id of the country: its own, or that of a firm's headquarters; None where unknown."""
    share: float | None
    """Part of the world market, 0 to 1; None where it is not stated."""
    negligible: bool = False
    """Whether it is said to be too small to be listed: at most 2 %."""

    @property
    def of_country(self) -> bool:
        """Whether the provider is a country."""
        return self.provider == self.country


@dataclass(frozen=True)
class Category:
    """A category of process, tool or material that has a market of its own."""

    id: str
    name: str
    kind: str
    """process, tool_resource, material_resource, ultimate_output or stage."""
    size: float | None
    """World market in US dollars; None where it is not stated."""
    offers: tuple[Offer, ...]
    """Shares of countries sum to 1 but for what is listed as various."""
    inputs: tuple[str, ...]
    """Categories that go into it: all are needed."""
    variants: tuple[str, ...]
    """Categories that are types of it: they stand in for one another."""


@dataclass(frozen=True, eq=False)
class Market:
    """Categories by id, with the names of providers."""

    categories: Mapping[str, Category]
    names: Mapping[str, str]
    """Provider or country id -> display name."""
    output: str
    """The category that all of it ends in."""
    stages: tuple[str, ...]
    """Stages of production, each with a market of its own: design, fabrication, assembly; they go into the output."""
    design: tuple[str, ...] = ()
    """The category of designs and its variants: no market of their own, since design capacity enters once, as a stage."""
