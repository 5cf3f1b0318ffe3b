"""The tiers of extraction: `rules` always, `gliner` and `llm` where the user has them; several are merged."""

from ingest.tiers.choose import TIERS, choose, read_with

__all__ = ["TIERS", "choose", "read_with"]
