"""Questions worth keeping: one `.cypher` file each, with a header; read, checked and run here."""

from queries.loading import load_queries
from queries.model import Parameter, SavedQuery
from queries.running import run

__all__ = ["Parameter", "SavedQuery", "load_queries", "run"]
