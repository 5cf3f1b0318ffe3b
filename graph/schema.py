"""The ontology as the database, the docs and the forms need it: constraints, indexes, docs/ontology.md, form fields."""

from collections.abc import Iterator

from graph.documents import BANDS
from graph.errors import OntologyError
from graph.ontology import EDGE_BY_TYPE, EDGE_TYPES, NODE_BY_LABEL, NODE_TYPES, EdgeType, NodeType, Property

SCHEMA_VERSION = 2
"""Grows when what is kept in the graph changes its form; a store with a greater one is refused, a lesser one brought up."""

RECORDS = ("Entity", "Article", "Statement", "Judgement", "Meta")
"""Labels beside the ontology's own; every node of ours carries one of them and a unique `id`."""
LINKS = ("DECLARES", "MENTIONS", "SUBJECT", "OBJECT", "FROM", "JUDGES")
"""Relationship types beside the ontology's own: they tie articles, statements, judgements and entities together."""

INDEXED = (
    ("Statement", "pair"),
    *(("Article", name) for name in ("origin", "text_origin", "url", *(f"band_{number}" for number in range(BANDS)))),
)
"""Beside the unique ids; what else is looked up (names, kinds of source) is few enough to scan."""
NAMES_INDEX = "entity_names"
"""The full-text index over every name of an entity; the same name on both engines."""

_INHERENT = (
    Property(name="name", help="the name shown"),
    Property(name="aliases", help="other names, one a line"),
)
_CARRIED_TYPES: dict[str, Property] = {
    one.name: one
    for one in (
        Property(name="share", type="share", help="share of purchases or of the market"),
        Property(name="share_of_revenue", type="share", help="share of the source's sales"),
        Property(name="percent", type="share", help="stake"),
        Property(name="percent_of", type="choice", help="of what the stake is", choices=("voting", "economic", "unstated")),
        Property(name="rate", type="share", help="part of the base that is paid"),
        Property(name="negligible", type="flag", help="a share too small to be listed"),
        Property(name="quantity", type="number"),
        Property(name="capacity", type="number"),
        Property(name="value", type="number"),
        Property(name="year", type="number"),
        Property(name="weeks_of_supply", type="number", help="how long the stock lasts"),
        *(Property(name=name, type="date") for name in ("date", "effective", "until", "as_of", "valid_from", "valid_to")),
        Property(name="trend", type="choice", help="where the reliance goes", choices=("rising", "falling")),
        Property(name="instrument", type="choice", choices=("grant", "loan", "tax credit", "equity")),
        Property(name="stage", type="choice", choices=("preliminary", "final", "disbursed", "clawed back")),
    )
}


def bootstrap(engine: str) -> Iterator[str]:
    """The statements that make constraints and indexes, each harmless when repeated.

    The embedded engine makes its full-text index itself as it starts (graph/store/server.py)."""
    for label in RECORDS:
        yield f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    for label, name in INDEXED:
        yield f"CREATE INDEX {label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"
    if engine == "neo4j":
        yield f"CREATE FULLTEXT INDEX {NAMES_INDEX} IF NOT EXISTS FOR (n:Entity) ON EACH [n.names]"


def shapes() -> Iterator[str]:
    """Statements that make every label and relationship type known, and leave nothing behind.

    The embedded engine makes a table of its own for each at its first use, and two writers that meet there fail."""
    for label in ("Article", "Statement", "Judgement", *(f"Entity:{node.label}" for node in NODE_TYPES)):
        yield f"CREATE (n:{label} {{id: 'shape'}})\nDETACH DELETE n"
    for type in (*LINKS, *EDGE_BY_TYPE):
        yield f"CREATE (n:Entity:{NODE_TYPES[0].label} {{id: 'shape'}})-[:{type}]->(n)\nDETACH DELETE n"


def form_fields(name: str) -> tuple[Property, ...]:
    """The properties a form asks for: of the node type labelled `name`, or what an edge of type `name` carries.

    Raises
    ------
    OntologyError
        If the ontology has neither."""
    if name in NODE_BY_LABEL:
        return (*_INHERENT, *NODE_BY_LABEL[name].properties)
    if name in EDGE_BY_TYPE:
        return tuple(_CARRIED_TYPES.get(carried, Property(name=carried)) for carried in EDGE_BY_TYPE[name].carries)
    raise OntologyError(f"no node or edge type {name!r} in the ontology")


def ontology_markdown() -> str:
    """docs/ontology.md: every node and edge type with what counts, direction and properties."""
    lines = ["# The ontology", "", "Generated from `graph/ontology.py` by `make docs`; edit there.", ""]
    lines += ["## Node types", "", "| label | exchange name | what counts | examples | properties |", "| --- | --- | --- | --- | --- |"]
    lines += [_node_row(node) for node in NODE_TYPES]
    lines += ["", "## Edge types", "", "Every edge runs source → target, as its sentence reads.", ""]
    lines += ["| type | source | target | reads | carries |", "| --- | --- | --- | --- | --- |"]
    lines += [_edge_row(edge) for edge in EDGE_TYPES]
    return "\n".join(lines) + "\n"


def _node_row(node: NodeType) -> str:
    return _row(f"`{node.label}`", node.exchange, node.counts, ", ".join(node.examples), "; ".join(map(_described, node.properties)))


def _edge_row(edge: EdgeType) -> str:
    reads = edge.reads if edge.directed else f"{edge.reads} (no direction)"
    return _row(f"`{edge.type}`", ", ".join(edge.source), ", ".join(edge.target), reads, ", ".join(edge.carries))


def _described(one: Property) -> str:
    said = [f"`{one.name}`", f"({one.type})" if one.type not in ("text", "choice") else "", one.help]
    choices = f": {', '.join(one.choices)}" if one.choices else ""
    return " ".join(part for part in said if part) + choices


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
