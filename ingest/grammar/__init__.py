"""The slot walker: what stands around a trigger word, with passives, relative clauses, participles, light verbs and
coordination handled once for all frames."""

from ingest.grammar.context import FORBID
from ingest.grammar.coordination import expanded
from ingest.grammar.slots import fillers, forget, remembered
from ingest.grammar.tree import CONTROLLING, climbed, governors, is_passive, is_to_do, meeting, trigger_head

__all__ = [
    "CONTROLLING",
    "FORBID",
    "climbed",
    "expanded",
    "fillers",
    "forget",
    "governors",
    "is_passive",
    "is_to_do",
    "meeting",
    "remembered",
    "trigger_head",
]
