"""Qualifiers of the relations found: which figure was bound to which relation, under which name."""

from collections.abc import Iterable

from ingest.compare.document import Fact
from ingest.compare.relations import Matching
from ingest.compare.tally import Tally, tally, total

FIGURES = frozenset(
    "amount amount_value percent share share_of_revenue rate quantity capacity date start end until duration deadline period as_of "
    "effective year weeks_of_supply value".split()
)
"""Names of qualifiers that are numbers and dates."""
ALIKE = dict.fromkeys(("amount_value", "percent", "share", "rate", "share_of_revenue"), "amount")
"""Names that lenient counting takes for one when the text is equal."""
UNJUDGED = frozenset(["trend"])
"""What no annotation marks: it is no stretch of the text."""
Bound = tuple[str, str]


def qualifiers(matching: Matching, *, lenient: bool = False, figures: bool = False) -> Tally:
    """Name and text alike, but for white space; with `lenient` amount, percent and share are one name; with `figures`
    numbers and dates alone."""
    shared = [key for key in matching.wanted if key in matching.found]
    return total(tally(_bound(matching.found[key], lenient, figures), _bound(matching.wanted[key], lenient, figures)) for key in shared)


def _bound(facts: Iterable[Fact], lenient: bool, figures: bool) -> set[Bound]:
    """Every (name, text) that any of the places where the relation is stated adds to it."""
    pairs = {(name, " ".join(text.split())) for fact in facts for name, text in fact.qualifiers if name not in UNJUDGED}
    return {(ALIKE.get(name, name) if lenient else name, text) for name, text in pairs if name in FIGURES or not figures}
