"""Ingest: paste, upload or fetch; look at what would be stored; store it."""

import tempfile
from pathlib import Path

import streamlit as st

from answers.article import preview as looked_at
from graph.evidence import Article
from graph.priors import SOURCE_RELIABILITY
from graph.settings import settings
from ingest.extract import Extractor
from ingest.markup import bare
from ingest.pipeline import Report, ingest
from ingest.reader import Failure, Given, read
from ingest.tiers import choose
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


def readers() -> list[str]:
    """The extractors that are configured here."""
    models = [tier for tier, place in (("gliner", settings().gliner_model), ("llm", settings().llm_url)) if place]
    return ["rules", *(f"rules+{tier}" for tier in models), *(["rules+gliner+llm"] if len(models) > 1 else []), *models]


def preview(article: Article, extractor: Extractor) -> None:
    """The article with its entities marked, and what it would add."""
    extraction = attempt(lambda: extractor.extract(article))
    found = looked_at(extraction)
    st.subheader(plain(bare(article.title or article.doc_id)))
    if extraction.reduced:
        st.warning("Read without the statistical model: only what the lexicons know is found.")
    st.markdown(f"{len(found.statements)} statements, {len(extraction.entities)} entities")
    show_legend(found.legend)
    for passage in found.passages:
        show_article(passage.pieces)
        if passage.statements:
            show_relations_alone(passage.statements)


def keep_all(named: list[str]) -> Report:
    """What became of the sources; the rules learn from the graph by themselves."""
    extractor = None if read_by == "rules" else choose(read_by, store().known())
    return ingest(named, store(), given, extractor=extractor, progress=progress_bar())


st.title("Ingest")
pasted = st.text_area("Paste an article", height=180, key="pasted")
uploads = st.file_uploader("Or upload files", type=["txt", "md", "html", "htm", "xml", "rss", "atom"], accept_multiple_files=True)
url = st.text_input("Or the address of a page or feed", key="url", bind="query-params", placeholder="https://…")
first, second, third = st.columns(3)
day = first.date_input("Published", value=None, help="Where the source has no date of its own")
publisher = second.text_input("Publisher", help="Where the source names none")
kind = third.selectbox("Kind of source", list(SOURCE_RELIABILITY), index=list(SOURCE_RELIABILITY).index("unknown"))
named_readers = attempt(readers)
read_by = named_readers[0]
if len(named_readers) > 1:
    read_by = st.selectbox(
        "Read by", named_readers, key="read_by", help="A model that is configured can read along; an endpoint elsewhere gets the text"
    )
given = Given(day.isoformat() if day else None, publisher or None, None if kind == "unknown" else kind)

look, keep = st.columns(2)
previewing = look.button("Preview", icon=":material/visibility:", width="stretch")
storing = keep.button("Store", icon=":material/save:", type="primary", width="stretch")
if not (previewing or storing):
    st.stop()
with tempfile.TemporaryDirectory() as folder:
    named = sources(Path(folder))
    if not named:
        st.info("There is nothing to read yet: paste a text, upload a file or give an address.")
        st.stop()
    if previewing:
        extractor = attempt(lambda: choose(read_by, store().known()))
        for item in (item for source in named for item in read(source, given)):
            if isinstance(item, Failure):
                st.error(plain(str(item.error)))
            else:
                preview(item, extractor)
    else:
        report = attempt(lambda: keep_all(named))
        (st.warning if report.skipped else st.success)(plain(report.summary))
        st.dataframe([line.model_dump() for line in report.lines], hide_index=True, width="stretch", key="report")
