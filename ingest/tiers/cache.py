"""Answers kept in the data folder, one file each, so that a text is asked about once."""

import os
import tempfile
from pathlib import Path

from pydantic import ValidationError

from graph.settings import settings
from ingest.tiers.client import Reply


def folder() -> Path:
    """Where answers are kept; only the owner can read it."""
    return settings().home / "cache" / "llm"


def kept(key: str) -> Reply | None:
    """The answer kept under `key`; None where there is none, or what is there cannot be read."""
    try:
        return Reply.model_validate_json((folder() / f"{key}.json").read_bytes())
    except (FileNotFoundError, ValidationError):
        return None


def keep(key: str, reply: Reply) -> None:
    """Keeps the answer, whole or not at all."""
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=folder(), suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(reply.model_dump_json())
    Path(name).replace(folder() / f"{key}.json")
