"""What was extracted against what a reader annotated, both in the exchange format. Pure: no store, no language model."""

from ingest.compare.document import Document, Fact, Mention, document
from ingest.compare.misses import misses
from ingest.compare.relations import Judged, Matching, match
from ingest.compare.tally import Tally

__all__ = ["Document", "Fact", "Judged", "Matching", "Mention", "Tally", "document", "match", "misses"]
