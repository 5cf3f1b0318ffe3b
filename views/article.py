"""Article: its text with every mention and, under each sentence, the relations read from it; judge them here."""

from functools import partial

import streamlit as st

from answers.article import answer
from answers.snapshot import Snapshot
from answers.statements import StatementRow
from graph.evidence import Verdict
from ingest.markup import bare
from views.annotated import show_article, show_legend
from views.relations import show_relations
from views.session import attempt, current, store
from views.tables import statements
from views.words import article_link, plain, web_link


def chosen(held: Snapshot) -> str | None:
    """The article that the address asks for, by itself or by a statement of it; the reader may choose another."""
    said = held.evidence.get(st.query_params.get("statement", ""))
    if "statement" in st.query_params and said is None:
        st.warning("That statement is not in the graph any more.")
    asked = said.statement.article if said else st.query_params.get("article")
    ids = sorted(held.articles, key=lambda id: (held.articles[id].title or "", id))
    shown = st.selectbox(
        "Article",
        ids,
        index=ids.index(asked) if asked in ids else None,
        format_func=lambda id: f"{bare(held.articles[id].title or id)} ({held.articles[id].published_at or 'no date'})",
        placeholder="Choose an article",
    )
    if shown and shown != asked:
        st.query_params.from_dict({"article": shown})
        st.rerun()
    return shown


def open_(row: StatementRow) -> None:
    """Shows both ends of the relation in its sentence."""
    st.query_params["statement"] = row.id
    st.rerun()


def judge(row: StatementRow, verdict: Verdict | None, note: str | None) -> None:
    """Keeps what the reader says of a statement; the answer is computed anew."""
    attempt(lambda: store().judge(row.id, verdict, note) if verdict else store().withdraw(row.id))
    st.rerun()


st.title("Article")
held = current()
picked = chosen(held)
if picked is None:
    st.info("Choose an article to see what was read from it." if held.articles else "There is no article yet: page *Ingest* takes some.")
    st.stop()
article = attempt(partial(store().article, picked))
found = answer(held, article, attempt(partial(store().mentions, picked)), asked=st.query_params.get("statement"))
st.header(plain(bare(article.title or article.doc_id)))
address = web_link(article.url)
source = " · ".join(part for part in (article.publisher, article.published_at, article.source_kind, article.host) if part)
st.caption(plain(source) + (f" · [at its source]({address})" if address else ""))
for one in found.story:
    when = f" ({one.published_at})" if one.published_at else ""
    st.caption(f":material/content_copy: {one.how}: {article_link(one.id, one.title)}{when} · one source with this")
show_legend(found.legend)
for passage in found.passages:
    show_article(passage.pieces)
    if passage.statements:
        show_relations(passage.statements, found.asked.id if found.asked else None, open_, judge)
st.subheader(f"All {len(found.statements)} statements of this article")
statements(found.statements, "of-article")
