"""Every error the product raises on purpose, as one tree. A message names the thing, the value and the way out.

LithographError
├── SettingsError            a setting that makes no sense
├── OntologyError            a type, edge or property that the ontology does not know
├── SourceError              something to be read cannot be read
│   ├── MissingSource        no such file or folder
│   ├── UnreadableSource     empty, binary, too large, not text
│   ├── ForbiddenAddress     a URL that points to a private or otherwise refused address
│   ├── TooLarge             more than the free memory can hold
│   ├── NotAFeed             a feed that is not a feed
│   ├── WrongLanguage        an article that is not in English
│   ├── DataSetError         a table or a row of one that does not fit
│   └── TierError            an optional extractor gives no answer, or would exceed its budget
├── StoreError               the graph store refused or failed
│   ├── StoreUnavailable     no answer from the server, or it cannot be started
│   ├── StoreAuthError       wrong user name or password
│   ├── SchemaTooNew         written by a newer version of the product
│   └── StoreFull            no space left on the disk
├── UnknownEntity            no entity of that name; carries suggestions
├── UnknownQuery             no saved query of that name
└── QueryError               a saved query whose header does not match its text, or a bad parameter
"""

from collections.abc import Sequence


class LithographError(Exception):
    """Base of all errors below: shown to the user as one sentence."""


class SettingsError(LithographError):
    """A setting that makes no sense."""


class OntologyError(LithographError):
    """A type, edge or property that the ontology does not know."""


class SourceError(LithographError):
    """Something to be read cannot be read."""


class MissingSource(SourceError):
    """No such file or folder."""


class UnreadableSource(SourceError):
    """Empty, binary, too large, or not text."""


class ForbiddenAddress(SourceError):
    """A URL that points to a private or otherwise refused address."""


class TooLarge(SourceError):
    """More than the free memory can hold."""


class NotAFeed(SourceError):
    """A feed that is not a feed."""


class WrongLanguage(SourceError):
    """An article that is not in English."""


class DataSetError(SourceError):
    """A table, or a row of one, that does not fit; names the file and the line."""


class TierError(SourceError):
    """An optional extractor gives no answer of the right form, or would exceed its budget."""


class StoreError(LithographError):
    """The graph store refused or failed."""


class StoreUnavailable(StoreError):
    """No answer from the server, or it cannot be started."""


class StoreAuthError(StoreError):
    """Wrong user name or password."""


class SchemaTooNew(StoreError):
    """The store was written by a newer version of the product."""


class StoreFull(StoreError):
    """No space left on the disk."""


def did_you_mean(suggestions: Sequence[str]) -> str:
    """`; did you mean 'a' or 'b'?`, or nothing when there is nothing to suggest."""
    return f"; did you mean {' or '.join(repr(name) for name in suggestions)}?" if suggestions else ""


class UnknownEntity(LithographError):
    """No entity of that name; `suggestions` holds the nearest names."""

    def __init__(self, name: str, suggestions: Sequence[str] = ()) -> None:
        self.name, self.suggestions = name, tuple(suggestions)
        super().__init__(f"no entity {name!r} in the graph{did_you_mean(self.suggestions)}")


class UnknownQuery(LithographError):
    """No saved query of that name; `suggestions` holds the nearest names."""

    def __init__(self, name: str, suggestions: Sequence[str] = ()) -> None:
        self.name, self.suggestions = name, tuple(suggestions)
        super().__init__(f"no saved query {name!r}{did_you_mean(self.suggestions)}")


class QueryError(LithographError):
    """A saved query whose header does not match its text, or a parameter that does not fit."""
