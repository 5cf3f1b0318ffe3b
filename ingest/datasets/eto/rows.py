"""The rows of the five files of the ETO chip supply chain, one model a file. Ids join them; names beside ids are ignored."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from graph.evidence import Share
from ingest.datasets.checking import RowModel, filled, one_of, optional
from ingest.datasets.figures import parse_money, parse_percent
from ingest.datasets.parties import country_of

Kind = Literal["process", "tool_resource", "material_resource", "ultimate_output"]
Name = Annotated[str, BeforeValidator(filled)]
MaybeId = Annotated[str | None, optional(str)]
Dollars = Annotated[float | None, optional(parse_money)]
Percent = Annotated[Share | None, optional(parse_percent)]
VARIOUS = "Various"
"""The provider that stands for all countries that are not listed."""


class StageRow(RowModel):
    """stages.csv: a stage of production, which has a market of its own."""

    stage_id: Name
    stage_name: Name
    size: Dollars = Field(alias="market_share_chart_global_market_size_info")


class InputRow(RowModel):
    """inputs.csv: a category of process, tool or material."""

    input_name: Name
    input_id: Name
    type: Annotated[Kind, one_of(("process", "tool_resource", "material_resource", "ultimate_output"))]
    stage_id: MaybeId
    size: Dollars = Field(alias="market_share_chart_global_market_size_info")


class ProviderRow(RowModel):
    """providers.csv: a country by its code, or a firm with the country of its headquarters."""

    provider_name: Name
    provider_id: Name
    provider_type: Annotated[Literal["country", "organization"], one_of(("country", "organization"))]
    country: MaybeId

    @model_validator(mode="after")
    def _has_a_country(self) -> "ProviderRow":
        if self.provider_type == "organization":
            country_of(self.country or "")
        elif not self.is_various:
            country_of(self.provider_name)
        return self

    @property
    def is_various(self) -> bool:
        """Whether it stands for countries that are not listed."""
        return self.provider_type == "country" and self.provider_name == VARIOUS


class ProvisionRow(RowModel):
    """provision.csv: who provides what, with the share of the world market where one is stated; negligible is at most 2 %."""

    provider_id: Name
    provided_id: Name
    share_provided: Percent
    negligible_market_share: Annotated[Literal["", "negligible"], one_of(("", "negligible"))]

    @model_validator(mode="after")
    def _says_one_thing(self) -> "ProvisionRow":
        if self.negligible and self.share_provided is not None:
            raise ValueError("a share and 'negligible' at once; keep one of the two")
        return self

    @property
    def negligible(self) -> bool:
        """Whether the share is said to be too small to be listed."""
        return bool(self.negligible_market_share)


class SequenceRow(RowModel):
    """sequence.csv: what goes into what, and what is a type of what."""

    input_id: Name
    goes_into_id: MaybeId
    is_type_of_id: MaybeId

    @model_validator(mode="after")
    def _leads_somewhere(self) -> "SequenceRow":
        if not (self.goes_into_id or self.is_type_of_id):
            raise ValueError("neither goes_into_id nor is_type_of_id; fill in one of them")
        if self.input_id in (self.goes_into_id, self.is_type_of_id):
            raise ValueError(f"{self.input_id} leads to itself; correct one of the two ids")
        return self
