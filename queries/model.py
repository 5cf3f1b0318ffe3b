"""SavedQuery: a Cypher statement with the header that says what it asks, takes and returns."""

import math
import re
from datetime import date
from typing import Any, Literal

from pydantic import Field, model_validator

from graph.errors import QueryError
from graph.evidence import Model

ParameterType = Literal["text", "integer", "number", "date", "flag"]
_STRINGS = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`")


class Parameter(Model):
    """One parameter: what it means, its default and its bounds."""

    type: ParameterType = "text"
    help: str
    default: str | int | float | bool
    minimum: float | None = None
    maximum: float | None = None
    entity: str | None = None
    """Node type whose names it takes, for suggestions in a form."""

    def parse(self, name: str, given: Any) -> str | int | float | bool:
        """`given` as this parameter's type.

        Raises
        ------
        QueryError
            If it cannot be, or lies outside the bounds."""
        try:
            value: str | int | float | bool = _PARSERS[self.type](given)
        except (TypeError, ValueError):
            raise QueryError(f"the parameter {name!r} takes {_ARTICLES[self.type]}, not {given!r}") from None
        if not isinstance(value, str) and not self._within(value):
            raise QueryError(f"the parameter {name!r} lies between {self.minimum} and {self.maximum}, not at {value}")
        return value

    def _within(self, value: float) -> bool:
        return (self.minimum is None or value >= self.minimum) and (self.maximum is None or value <= self.maximum)


def _flag(given: Any) -> bool:
    words = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    return words[str(given).strip().lower()] if str(given).strip().lower() in words else _refuse()


def _refuse() -> bool:
    raise ValueError


def _text(given: Any) -> str:
    text = str(given)
    text.encode()  # half a character, as from a broken terminal: no database takes it
    return text


def _integer(given: Any) -> int:
    value = int(given)
    return value if abs(value) < 2**63 else int(_refuse())


def _number(given: Any) -> float:
    value = float(given)
    return value if math.isfinite(value) else float(_refuse())


def _day(given: Any) -> str:
    return date.fromisoformat(str(given)).isoformat()


_PARSERS: dict[ParameterType, Any] = {"text": _text, "integer": _integer, "number": _number, "date": _day, "flag": _flag}
_ARTICLES: dict[ParameterType, str] = {
    "text": "a text",
    "integer": "a whole number",
    "number": "a number",
    "date": "a date (YYYY-MM-DD)",
    "flag": "true or false",
}


class SavedQuery(Model):
    """A question with its Cypher. The header is checked against the text."""

    name: str = Field(pattern=r"^[a-z0-9_-]{1,64}$")
    title: str
    question: str
    parameters: dict[str, Parameter] = {}
    returns: dict[str, str]
    """Column -> what it holds."""
    cypher: str

    @model_validator(mode="after")
    def _defaults_fit(self) -> "SavedQuery":
        for name, one in self.parameters.items():
            try:
                one.parse(name, one.default)
            except QueryError as error:
                raise QueryError(f"{self.name}: the default does not fit: {error}") from None
        return self

    @model_validator(mode="after")
    def _header_fits_text(self) -> "SavedQuery":
        bare = _STRINGS.sub("''", self.cypher)
        used, named = set(re.findall(r"\$(\w+)", bare)), set(self.parameters)
        if used != named:
            raise QueryError(f"{self.name}: the header names the parameters {sorted(named)}, the text uses {sorted(used)}")
        last = re.split(r"(?i)\bRETURN\b", bare)[-1]
        columns = re.findall(r"(?i)\bAS\s+(\w+)", re.split(r"(?i)\bORDER\s+BY\b", last)[0])
        if columns != list(self.returns):
            raise QueryError(f"{self.name}: the header promises the columns {list(self.returns)}, the text returns {columns}")
        return self

    def values(self, given: dict[str, Any]) -> dict[str, Any]:
        """Every parameter's value: what is given, else its default.

        Raises
        ------
        QueryError
            If a parameter is unknown or does not fit."""
        unknown = sorted(set(given) - set(self.parameters))
        if unknown:
            raise QueryError(f"{self.name} has no parameter {unknown[0]!r}; it takes {', '.join(self.parameters) or 'none'}")
        return {name: one.parse(name, given.get(name, one.default)) for name, one in self.parameters.items()}
