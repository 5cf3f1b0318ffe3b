"""The app's entry: the list of pages, and nothing else. `lithograph app` runs it."""

from pathlib import Path

import streamlit as st

st.set_page_config(page_title="Lithograph", page_icon=str(Path(__file__).with_name("views") / "data" / "icon.png"), layout="wide")
st.navigation(
    [
        st.Page("views/overview.py", title="Overview", icon=":material/public:", default=True),
        st.Page("views/entity.py", title="Entity", icon=":material/domain:", url_path="entity"),
        st.Page("views/reliance.py", title="Reliance", icon=":material/account_tree:", url_path="reliance"),
        st.Page("views/chokepoints.py", title="Chokepoints", icon=":material/filter_alt:", url_path="chokepoints"),
        st.Page("views/scores.py", title="Scores", icon=":material/speed:", url_path="scores"),
        st.Page("views/statements.py", title="Statements", icon=":material/format_quote:", url_path="statements"),
        st.Page("views/article.py", title="Article", icon=":material/article:", url_path="article"),
        st.Page("views/saved_queries.py", title="Queries", icon=":material/manage_search:", url_path="queries"),
        st.Page("views/reading.py", title="Ingest", icon=":material/upload_file:", url_path="ingest"),
    ]
).run()
