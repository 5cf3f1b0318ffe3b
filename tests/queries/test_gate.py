"""The gate for queries that a user adds: a list of what passes, and of ways around it that others fell for."""

import pytest

from graph.errors import QueryError
from queries.gate import require_reading
from queries.model import SavedQuery

READS = (
    "MATCH (e:Entity) RETURN e.id AS id",
    "MATCH (e:Entity) WHERE e.name = 'CREATE; DELETE // x' RETURN e.id AS id",
    "MATCH (e:Entity) WHERE e.set = 1 AND e.`delete me` = 2 RETURN e.id AS id",
    "MATCH (e:Entity) /* MERGE? no; ' */ RETURN e.id AS id",
    "MATCH (e:Entity) // it's fine\nRETURN e.id AS id",
    "CALL db.index.fulltext.queryNodes('entity_names', 'x') YIELD node RETURN node.id AS id",
    "MATCH (e:Entity) CALL (e) { MATCH (e)-->(n) RETURN n } RETURN n.id AS id",
    "MATCH (e:Entity) CALL { WITH e MATCH (e)-->(n) RETURN n } RETURN n.id AS id",
    "MATCH (e:Entity) WHERE EXISTS { (e)-[:OWNS]->() } RETURN e {.id, .set} AS id",
    "MATCH (e:Entity) RETURN e.id AS id UNION MATCH (e:Article) RETURN e.id AS id",
    "UNWIND [1.5, 2e3] AS id RETURN id AS id",
)
REFUSED = (
    "CREATE (n:Entity {id: 'x'}) RETURN n.id AS id",
    "MATCH (n) SET n.id = 1 RETURN n.id AS id",
    "MATCH (n) set n.id = 1 RETURN n.id AS id",
    "MATCH (n) DETACH DELETE n RETURN 1 AS id",
    "MATCH (n) REMOVE n.id RETURN 1 AS id",
    "MERGE (n:Entity {id: 'x'}) RETURN n.id AS id",
    "MATCH (n)\n// it's\nCREATE (m:Entity) // it's\nRETURN n.id AS id",
    "MATCH (n) /* ' */ SET n.x = 1 /* ' */ RETURN n.id AS id",
    "MATCH (n) WHERE n.x = '//' SET n.x = 1 RETURN n.id AS id //'",
    "MATCH (n) WHERE 1=1SET n.x = 1 RETURN n.id AS id",
    "MATCH (n) WITH n LIMIT 1.SET n.x = 1 RETURN n.id AS id",
    "MATCH (n) WHERE n.name = '\\u0027 SET n.x = 1 //' RETURN n.id AS id",
    "MATCH (n) \\u0053ET n.x = 1 RETURN n.id AS id",
    "FOREACH (x IN [1] | CREATE (:Entity)) RETURN 1 AS id",
    "MATCH (n) RETURN n.id AS id; MATCH (n) DELETE n",
    "LOAD CSV FROM 'file:///etc/hosts' AS row RETURN row AS id",
    "LOAD/**/CSV FROM 'http://127.0.0.1/' AS row RETURN row AS id",
    "CALL apoc.load.json('file:///etc/hosts') YIELD value RETURN value AS id",
    "CALL/**/apoc.load.json('file:///etc/hosts') YIELD value RETURN value AS id",
    "CALL `apoc`.`load`.json('x') YIELD value RETURN value AS id",
    "CALL db.labels() YIELD label RETURN label AS id",
    "CALL dbms.components YIELD name RETURN name AS id",
    "CALL db.index.fulltext.queryNodes.evil('x') YIELD node RETURN node.id AS id",
    "call db.index.fulltext.queryNodes('a', 'b') YIELD node CALL db.clearQueryCaches() YIELD value RETURN value AS id",
    "MATCH (e) CALL (e) { CREATE (n:Entity) RETURN n } RETURN n.id AS id",
    "SHOW DATABASES YIELD name RETURN name AS id",
    "USE other MATCH (n) RETURN n.id AS id",
    "PROFILE MATCH (n) RETURN n.id AS id",
    "DROP DATABASE neo4j",
    "GRANT ROLE admin TO x",
    "MATCH (n) RETURN n.id AS id 'open",
    "MATCH (n:`a``) SET n.x = 1 RETURN n.id AS id",
)


def _query(cypher: str) -> SavedQuery:
    return SavedQuery.model_construct(name="own", title="T", question="Q?", parameters={}, returns={"id": "x"}, cypher=cypher)


@pytest.mark.parametrize("cypher", READS)
def test_what_only_reads_passes(cypher: str) -> None:
    require_reading(_query(cypher))


@pytest.mark.parametrize("cypher", REFUSED)
def test_what_writes_or_reaches_out_is_refused(cypher: str) -> None:
    with pytest.raises(QueryError, match="^own: "):
        require_reading(_query(cypher))
