"""Headers, their check against the text, and the gate for queries that did not come with the product."""

import re
from pathlib import Path

import pytest

from graph.errors import QueryError
from queries import load_queries
from queries.gate import require_reading
from queries.loading import FOLDER, read_query
from queries.model import SavedQuery

HEADER = """// title = "Firms"
// question = "Which firms are there?"
//
// [parameters.name]
// help = "Of a firm"
// default = "TSMC"
//
// [returns]
// id = "Its id"

"""
TEXT = "MATCH (n:Company {name: $name})\nRETURN n.id AS id\nORDER BY id;\n"


def saved(cypher: str) -> SavedQuery:
    """A query with this text and no parameter, its columns as the text has them."""
    columns = re.findall(r"AS (\w+)", cypher.rpartition("RETURN")[2])
    return SavedQuery(name="own", title="Own", question="?", returns=dict.fromkeys(columns, "x"), cypher=cypher)


@pytest.mark.parametrize("name", load_queries())
def test_a_query_keeps_the_rules_that_make_it_run_everywhere(name: str) -> None:
    query = load_queries()[name]
    require_reading(query)
    assert "recorded_at" not in query.cypher
    assert not re.search(r"(?i)\b(labels|elementId|id)\s*\(", query.cypher)
    assert not re.search(r"\*(\d+\.\.)?[\s\]]|\)[+*]", query.cypher), "a variable-length pattern has no bound"
    assert re.search(r"\nORDER BY [^\n]*;?$", query.cypher.strip())
    assert (FOLDER / f"{name}.cypher").read_text().endswith(";\n")


@pytest.mark.parametrize("name", load_queries())
def test_a_header_says_all_that_a_form_shows(name: str) -> None:
    query = load_queries()[name]
    assert query.question.endswith("?")
    assert all(query.returns.values())
    assert all(one.help for one in query.parameters.values())


def test_there_are_enough_of_them() -> None:
    assert len(load_queries()) >= 12


WRONG = {
    "a parameter that the text does not use": (HEADER, TEXT.replace("$name", "'x'"), "names the parameters"),
    "a parameter that the header does not name": (HEADER, TEXT.replace("ORDER", "SKIP $n ORDER"), "the text uses"),
    "a column that the header does not name": (HEADER, TEXT.replace("\nORDER", ", n.name AS name\nORDER"), "the text returns"),
    "a column that the text does not return": (HEADER.replace('id = "Its', 'key = "Its'), TEXT, "promises the columns"),
    "no title": (HEADER.replace("// title", "// titel"), TEXT, "title"),
    "a field that there is not": (HEADER.replace("// help", '// hint = "x"\n// help'), TEXT, "hint"),
    "a default of another type": (HEADER.replace("// help", '// type = "integer"\n// help'), TEXT, "takes a whole number, not 'TSMC'"),
    "a header that is no TOML": ("// title = \n", TEXT, "its header is no TOML"),
    "no header": ("", TEXT, "title"),
    "nothing": ("", "", "title"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_header_that_does_not_fit_is_said_in_one_sentence(case: str, tmp_path: Path) -> None:
    header, text, words = WRONG[case]
    path = tmp_path / "own.cypher"
    path.write_text(header + text)
    with pytest.raises(QueryError) as raised:
        read_query(path)
    assert words in str(raised.value)
    assert str(raised.value).startswith("own")


def test_what_stands_in_a_string_is_no_parameter_and_no_column(tmp_path: Path) -> None:
    path = tmp_path / "own.cypher"
    path.write_text(
        HEADER + TEXT.replace("ORDER", "// costs $5\nORDER").replace("n.id AS id", "n.id + ' AS x, $y' AS id").replace("// costs $5\n", "")
    )
    assert read_query(path).returns == {"id": "Its id"}


def test_a_folder_of_ones_own_is_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "firms.cypher").write_text(HEADER + TEXT)
    monkeypatch.setenv("LITHOGRAPH_QUERIES", str(tmp_path))
    assert {"firms", "suppliers_by_tier"} <= set(load_queries())


@pytest.mark.parametrize("name", ["Firms.cypher", "a b.cypher", "x" * 65 + ".cypher", "..cypher"])
def test_a_file_with_an_odd_name_is_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / name).write_text(HEADER + TEXT)
    monkeypatch.setenv("LITHOGRAPH_QUERIES", str(tmp_path))
    with pytest.raises(QueryError, match="a query is a file of its own"):
        load_queries()


def test_no_link_leads_out_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "outside.cypher").write_text(HEADER + TEXT)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "link.cypher").symlink_to(tmp_path / "outside.cypher")
    monkeypatch.setenv("LITHOGRAPH_QUERIES", str(tmp_path / "own"))
    with pytest.raises(QueryError, match="a query is a file of its own"):
        load_queries()


def test_a_file_that_is_no_text_or_a_folder_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "binary.cypher").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "below.cypher").mkdir()
    for folder in (tmp_path, tmp_path / "folder"):
        monkeypatch.setenv("LITHOGRAPH_QUERIES", str(folder))
        with pytest.raises(QueryError, match="cannot be read as text"):
            load_queries()
    monkeypatch.setenv("LITHOGRAPH_QUERIES", str(tmp_path / "nowhere"))
    with pytest.raises(QueryError, match="not a folder"):
        load_queries()


WRITES = (
    "CREATE (n:Entity) RETURN n.id AS id",
    "MATCH (n) SET n.x = 1 RETURN n.id AS id",
    "MATCH (n) set/**/n.x = 1 RETURN n.id AS id",
    "MATCH (n) //\nDETACH\nDELETE n RETURN 1 AS id",
    "MERGE (n:Entity {id: 'x'}) RETURN n.id AS id",
    "MATCH (n) REMOVE n.x RETURN n.id AS id",
    "MATCH (n) FOREACH (x IN [1] | SET n.x = x) RETURN n.id AS id",
    "MATCH (n) CALL (n) { SET n.x = 1 } RETURN n.id AS id",
    "MATCH (n) CALL { WITH n DELETE n } IN TRANSACTIONS RETURN 1 AS id",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row AS id",
    "CALL dbms.listConfig() YIELD name RETURN name AS id",
    "CALL apoc.load.json('http://127.0.0.1') YIELD value RETURN value AS id",
    "CALL `db`.`labels`() YIELD label RETURN label AS id",
    "CALL db.labels YIELD label RETURN label AS id",
    "RETURN 1 AS id; MATCH (n) DELETE n",
    "MATCH (n) \\u0053ET n.x = 1 RETURN n.id AS id",
    "RETURN 'a\\\\' SET n.x = 1 //' AS id",
    "DROP INDEX entity_names",
    "SHOW USERS YIELD user RETURN user AS id",
    "USE system MATCH (n) RETURN n AS id",
    "RETURN 'open AS id",
    "MATCH (n) RETURN n.a.b AS id, 1.SET",
)


@pytest.mark.parametrize("cypher", WRITES)
def test_a_query_that_would_write_or_reach_out_is_refused(cypher: str) -> None:
    query = SavedQuery.model_construct(name="own", title="", question="", parameters={}, returns={}, cypher=cypher)
    with pytest.raises(QueryError, match="own: "):
        require_reading(query)


READS = (
    "MATCH (n:Entity) WHERE n.name = 'DELETE me; // SET' RETURN n.id AS id",
    "MATCH (n:Entity {type: 'Policy'})-[r:RESTRICTS]->(m) RETURN n.set AS id",
    "MATCH (n) WHERE n.`create` IS NULL /* MERGE ; */ RETURN n.id AS id // DROP",
    "CALL db.index.fulltext.queryNodes('entity_names', 'tsmc') YIELD node RETURN node.id AS id",
    "MATCH (n) CALL (n) { MATCH (n)--(m) RETURN count(m) AS c } RETURN c AS id",
    "MATCH (n) RETURN n {.id, .name} AS id",
)


@pytest.mark.parametrize("cypher", READS)
def test_a_query_that_reads_passes(cypher: str) -> None:
    require_reading(saved(cypher))
