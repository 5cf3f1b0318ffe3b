"""The sample corpus: articles of our own on public facts, loaded by the real ingest, marked and removable."""

from collections.abc import Callable
from pathlib import Path

from ingest.pipeline import Report, Writable, ingest

FOLDER = Path(__file__).with_name("corpus")
SOURCE_KIND = "sample"


def load_sample(store: Writable, *, progress: Callable[[int, int | None], None] | None = None) -> Report:
    """Reads the sample corpus into `store`; a second time changes nothing."""
    total = len(list(FOLDER.glob("*.md")))

    def told(done: int, _: int | None) -> None:
        if progress:
            progress(done, total)

    return ingest([str(FOLDER)], store, progress=told)
