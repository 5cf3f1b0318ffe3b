"""Bounds of the market shares that provision.csv states, as fractions of the market of each input."""

from collections import defaultdict

from ingest.datasets.eto.rows import ProvisionRow
from ingest.datasets.eto.tables import Tables

NEGLIGIBLE_HI = 0.02
"""A share called negligible is at most 2 %."""


def bounds(row: ProvisionRow, totals: dict[str, float]) -> tuple[float | None, float | None]:
    """Least and greatest share that the row implies; None, None where it states none.

    s = raw share / sum of the raw country shares of the input, "Various" among them: they add up to 100 % but for rounding.
    The shares of firms are divided by the same sum, capped at 1; where no country's share is stated, by 100 %."""
    if row.negligible:
        return 0.0, NEGLIGIBLE_HI
    if row.share_provided is None:
        return None, None
    share = min(1.0, row.share_provided / totals.get(row.provided_id, 1.0))
    return share, share


def totals(tables: Tables) -> dict[str, float]:
    """Input id -> sum of its raw country shares, of those inputs that have any above 0."""
    found: dict[str, float] = defaultdict(float)
    for record in tables.provision:
        if record.said.share_provided and tables.providers[record.said.provider_id].said.provider_type == "country":
            found[record.said.provided_id] += record.said.share_provided
    return dict(found)
