"""Ingest: paste, upload or fetch; look at what would be stored; store it."""

import tempfile
from pathlib import Path

import streamlit as st

from answers.article import preview as looked_at
from graph.evidence import Article
from graph.priors import SOURCE_RELIABILITY
from ingest.extract import RulesExtractor
from ingest.pipeline import ingest
from ingest.reader import Failure, Given, read
from views.annotated import show_article, show_legend
from views.relations import show_relations_alone
from views.session import attempt, progress_bar, store
from views.words import plain


def sources(folder: Path) -> list[str]:
    """What the form holds, as sources that the reader takes: uploads and pasted text become files in `folder`."""
    found = []
    for upload in uploads or []:
        path = folder / Path(upload.name).name
        path.write_bytes(upload.getvalue())
        found.append(str(path))
    if pasted.strip():
        path = folder / "pasted.txt"
        path.write_text(pasted, encoding="utf-8")
        found.append(str(path))
    return [*found, *([url.strip()] if url and url.strip() else [])]


def preview(article: Article) -> None:
    """The article with its entities marked, and what it would add."""
    extraction = RulesExtractor().extract(article)
    found = looked_at(extraction)
    st.subheader(plain(article.title or article.doc_id))
    if extraction.reduced:
        st.warning("Read without the statistical model: only what the lexicons know is found.")
    st.markdown(f"{len(found.statements)} statements, {len(extraction.entities)} entities")
    show_legend(found.legend)
    for passage in found.passages:
        show_article(passage.pieces)
        if passage.statements:
            show_relations_alone(passage.statements)


st.title("Ingest")
pasted = st.text_area("Paste an article", height=180, key="pasted")
uploads = st.file_uploader("Or upload files", type=["txt", "md", "html", "htm", "xml", "rss", "atom"], accept_multiple_files=True)
url = st.text_input("Or the address of a page or feed", key="url", bind="query-params", placeholder="https://…")
first, second, third = st.columns(3)
day = first.date_input("Published", value=None, help="Where the source has no date of its own")
publisher = second.text_input("Publisher", help="Where the source names none")
kind = third.selectbox("Kind of source", list(SOURCE_RELIABILITY), index=list(SOURCE_RELIABILITY).index("unknown"))
given = Given(day.isoformat() if day else None, publisher or None, None if kind == "unknown" else kind)

look, keep = st.columns(2)
previewing = look.button("Preview", icon=":material/visibility:", width="stretch")
storing = keep.button("Store", icon=":material/save:", type="primary", width="stretch")
if not (previewing or storing):
    st.stop()
with tempfile.TemporaryDirectory() as folder:
    chosen = sources(Path(folder))
    if not chosen:
        st.info("There is nothing to read yet: paste a text, upload a file or give an address.")
        st.stop()
    if previewing:
        for item in (item for source in chosen for item in read(source, given)):
            if isinstance(item, Failure):
                st.error(plain(str(item.error)))
            else:
                preview(item)
    else:
        report = attempt(lambda: ingest(chosen, store(), given, progress=progress_bar()))
        (st.warning if report.skipped else st.success)(plain(report.summary))
        st.dataframe([line.model_dump() for line in report.lines], hide_index=True, width="stretch", key="report")
