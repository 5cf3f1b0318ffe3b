"""What is derived from the ontology: statements for the database, docs/ontology.md, form fields."""

import pytest

from graph.errors import OntologyError
from graph.ontology import EDGE_TYPES, NODE_TYPES
from graph.schema import LINKS, NAMES_INDEX, RECORDS, bootstrap, form_fields, ontology_markdown, shapes
from graph.store import Store


def test_no_name_is_both_a_label_and_a_relationship_type() -> None:
    labels = {*RECORDS, *(node.label for node in NODE_TYPES)}
    types = {*LINKS, *(edge.type for edge in EDGE_TYPES)}
    assert not labels & types
    assert not {label.upper() for label in labels} & types


def test_every_record_has_a_unique_id_on_both_engines(store: Store) -> None:
    made = store.read("SHOW CONSTRAINTS YIELD labelsOrTypes, properties RETURN labelsOrTypes AS labels, properties AS properties")
    assert {row["labels"][0] for row in made if row["properties"] == ["id"]} >= set(RECORDS)


def test_only_neo4j_is_told_of_the_full_text_index() -> None:
    assert any(NAMES_INDEX in statement for statement in bootstrap("neo4j"))
    assert not any("FULLTEXT" in statement for statement in bootstrap("embedded"))


def test_preparing_leaves_nothing_behind(store: Store) -> None:
    assert len(list(shapes())) == len(NODE_TYPES) + 3 + len(EDGE_TYPES) + len(LINKS)
    assert store.read("MATCH (n {id: 'shape'}) RETURN count(n) AS n") == [{"n": 0}]


def test_the_page_names_every_type_and_property() -> None:
    page = ontology_markdown()
    for node in NODE_TYPES:
        assert f"| `{node.label}` | {node.exchange} |" in page
        assert all(f"`{one.name}`" in page for one in node.properties)
    assert all(f"| `{edge.type}` |" in page for edge in EDGE_TYPES)


def test_a_form_asks_for_what_the_ontology_names() -> None:
    assert [field.name for field in form_fields("Facility")] == ["name", "aliases", "kind", "country"]
    assert {field.name: field.type for field in form_fields("OWNS")}["percent"] == "share"
    assert all(form_fields(edge.type) is not None for edge in EDGE_TYPES)
    with pytest.raises(OntologyError, match="Spaceship"):
        form_fields("Spaceship")
