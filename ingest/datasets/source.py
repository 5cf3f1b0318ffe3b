"""A data set as an Article: the raw text that its statements quote from."""

from datetime import timedelta

from graph.dates import first_day
from graph.errors import DataSetError
from graph.evidence import Article, article_ids
from graph.settings import now, today


def data_set(
    text: str, doc_id: str, *, title: str, publisher: str | None = None, url: str | None = None, published_at: str | None
) -> Article:
    """The article whose text is `text`; without `published_at` it is known since the day it is read.

    Raises
    ------
    DataSetError
        If it is dated ahead."""
    if published_at and first_day(published_at) > today() + timedelta(days=1):
        raise DataSetError(f"the date {published_at} of {doc_id} lies ahead; give the day on which it was published")
    id, digest, origin = article_ids(text)
    return Article(
        id=id,
        doc_id=doc_id,
        text=text,
        text_sha256=digest,
        title=title,
        url=url,
        host=None if url is None else url.split("/")[2],
        publisher=publisher,
        published_at=published_at,
        fetched_at=now().isoformat(timespec="seconds"),
        source_kind="data set",
        origin=origin,
    )
