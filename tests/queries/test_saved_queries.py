"""Every saved query on both engines: equal rows, the rows that a reader of the articles expects, parameters as data."""

from functools import partial
from typing import Any

import pytest

from graph.errors import QueryError, UnknownQuery
from graph.store import Store
from graph.store.connection import rows
from queries import load_queries, run
from tests.factory import article, entity, extraction, told

NAMES = sorted(load_queries())
HOSTILE = ("' OR 1=1 //", '") DETACH DELETE n //', "`", "\\", "$company", "x" * 5000, "\x00", "名前 🏭", "*", "", "' }) SET n.x = 1 //")
Row = dict[str, Any]


def draw(store: Store) -> None:
    """A supply chain from ASML to Microsoft with an owner, a rival, a control, a site, a plan, a denial, an allegation."""
    names = [
        entity("Company", "NVIDIA", "Nvidia Corp", country="US"),
        entity("Company", "TSMC", "Taiwan Semiconductor", country="TW"),
        entity("Company", "ASML", country="NL"),
        entity("Company", "AMD"),
        entity("Chip", "H100"),
        entity("Country", "Taiwan", country="TW"),
        entity("City", "Hsinchu", country="TW"),
        entity("Facility", "Fab 18", kind="fab"),
        entity("Policy", "Entity List"),
    ]
    for one in (
        told("Microsoft relies on NVIDIA.", "DEPENDS_ON", "company:microsoft", "company:nvidia"),
        told("Microsoft buys from NVIDIA.", "SUPPLIES", "company:nvidia", "company:microsoft", product="chip:h100", cue="sole"),
        told("TSMC supplies NVIDIA.", "SUPPLIES", "company:tsmc", "company:nvidia", share_lo=0.5, share_hi=1.0, cue="most"),
        told("Samsung may supply NVIDIA.", "SUPPLIES", "company:samsung", "company:nvidia", modality="possible"),
        told("Intel is said to supply NVIDIA.", "SUPPLIES", "company:intel", "company:nvidia", alleged=True),
        told("SMIC does not supply NVIDIA.", "SUPPLIES", "company:smic", "company:nvidia", polarity="negated"),
        told("TSMC relies on ASML.", "DEPENDS_ON", "company:tsmc", "company:asml"),
        told("NVIDIA develops the H100.", "DEVELOPS", "company:nvidia", "chip:h100"),
        told("Amkor packages the H100.", "MANUFACTURES", "company:amkor", "chip:h100"),
        told("Mellanox belongs to NVIDIA.", "SUBSIDIARY_OF", "company:mellanox", "company:nvidia"),
        told("Mellanox competes with Broadcom.", "COMPETES_WITH", "company:mellanox", "company:broadcom"),
        told("NVIDIA competes with AMD.", "COMPETES_WITH", "company:amd", "company:nvidia"),
        told("Wingtech owns Nexperia.", "OWNS", "company:wingtech", "company:nexperia"),
        told("Nexperia BV is Nexperia's.", "SUBSIDIARY_OF", "company:nexperia-bv", "company:nexperia"),
        told("The Entity List names Huawei.", "RESTRICTS", "policy:entity-list", "company:huawei", valid_from="2019-05"),
        told("Fab 18 stands in Hsinchu.", "LOCATED_IN", "facility:fab-18", "city:hsinchu"),
        told("TSMC operates Fab 18.", "OPERATES", "company:tsmc", "facility:fab-18"),
        told("TSMC will build by 2027.", "OPERATES", "company:tsmc", "facility:fab-21", modality="planned", qualifiers=[DUE]),
        told("TSMC said on Thursday it will buy.", "OPERATES", "company:tsmc", "facility:fab-22", modality="planned", qualifiers=[SAID]),
        extraction(article("Taiwan is an island."), [], names[5:6]),
    ):
        listed = {item.id for item in one.entities}
        known = [item for item in names if item.id in listed]
        others = [item for item in one.entities if item.id not in {item.id for item in names}]
        store.write(extraction(one.article, one.statements, [*known, *others]))


DUE = {"name": "deadline", "text": "by 2027", "iso": "2027"}
SAID = {"name": "date", "text": "Thursday", "iso": "2026-01-01"}


@pytest.fixture(scope="module")
def drawn(opened_embedded: Store, opened_neo4j: Store) -> list[Store]:
    """The same small graph on both engines; nothing here writes to it."""
    for store in (opened_embedded, opened_neo4j):
        store.wipe()
        draw(store)
    return [opened_embedded, opened_neo4j]


def both(stores: list[Store], name: str, **parameters: Any) -> list[Row]:
    """The rows, after a look that both engines give the same."""
    found, other = (run(store, name, parameters) for store in stores)
    assert found == other
    return found


@pytest.mark.parametrize("name", NAMES)
def test_its_defaults_give_equal_rows_on_both_engines(name: str, drawn: list[Store]) -> None:
    for row in both(drawn, name):
        assert list(row) == list(load_queries()[name].returns)


@pytest.mark.parametrize("name", NAMES)
def test_its_text_is_explained_on_both_engines(name: str, drawn: list[Store]) -> None:
    query = load_queries()[name]
    for store in drawn:
        store._connection.read(partial(rows, query=f"EXPLAIN {query.cypher}", parameters=query.values({})))


ANSWERS: dict[str, tuple[str, Row, str, list[Any]]] = {
    "suppliers by tier": ("suppliers_by_tier", {}, "supplier", ["H100", "TSMC", "ASML", "amkor"]),
    "suppliers of one tier": ("suppliers_by_tier", {"tiers": "1"}, "supplier", ["H100", "TSMC"]),
    "dependants of an alias": ("dependants", {"entity": "taiwan semiconductor"}, "dependant", ["NVIDIA"]),
    "dependants by id": ("dependants", {"entity": "company:nvidia"}, "dependant", ["microsoft", "microsoft"]),
    "path and its sentences": (
        "paths_between",
        {},
        "sentence",
        ["Microsoft relies on NVIDIA.", "Microsoft buys from NVIDIA.", "TSMC supplies NVIDIA.", "TSMC relies on ASML."],
    ),
    "no path within two hops": ("paths_between", {"hops": 2}, "hop", []),
    "single-sourced": ("single_sourced_inputs", {"company": "microsoft"}, "product", ["H100"]),
    "a policy": ("policy_restricts", {}, "valid_from", ["2019-05"]),
    "sites": ("facilities_by_country", {"country": "TAIWAN"}, "facility", ["Fab 18"]),
    "sites elsewhere": ("facilities_by_country", {"country": "Japan"}, "facility", []),
    "reliance": ("stated_reliance", {}, "dependant", ["microsoft", "microsoft"]),
    "rivals of a group": ("competitors_under_one_parent", {"company": "nvidia corp"}, "rival", ["AMD", "broadcom"]),
    "plans": ("plans_due", {}, "sentence", ["TSMC will build by 2027."]),
    "plans before": ("plans_due", {"by": "2026-12-31"}, "due", []),
    "owners": ("ownership_chain", {"company": "company:nexperia-bv"}, "owner", ["nexperia", "wingtech"]),
    "countries": ("countries_of_suppliers", {}, "country", ["TW"]),
    "denials": ("denied_claims", {"type": "SUPPLIES"}, "subject", ["smic"]),
    "denials of another type": ("denied_claims", {"type": "OWNS"}, "subject", []),
}


@pytest.mark.parametrize("case", ANSWERS)
def test_it_finds_what_the_articles_say(case: str, drawn: list[Store]) -> None:
    name, parameters, column, expected = ANSWERS[case]
    assert sorted(map(str, (row[column] for row in both(drawn, name, **parameters)))) == sorted(expected)


def test_an_article_is_found_by_title_and_by_id(drawn: list[Store]) -> None:
    written = told("TSMC supplies NVIDIA.", "SUPPLIES", "company:tsmc", "company:nvidia").article
    assert [row["subject"] for row in both(drawn, "article_statements", article=written.id)] == ["TSMC"]
    assert [row["object"] for row in both(drawn, "article_statements", article=written.doc_id)] == ["NVIDIA"]


def test_every_query_is_asked_for_what_it_should_find() -> None:
    assert {name for name, *_ in ANSWERS.values()} | {"article_statements"} == set(NAMES)


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_value_is_data(value: str, drawn: list[Store]) -> None:
    before = [store.version() for store in drawn]
    for name in NAMES:
        texts = {key: value for key, one in load_queries()[name].parameters.items() if one.type == "text"}
        if texts:
            both(drawn, name, **texts)
    assert [store.version() for store in drawn] == before


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("suppliers_by_tier", {"tiers": "many"}, "takes a whole number, not 'many'"),
        ("suppliers_by_tier", {"tiers": 99}, "lies between 1.0 and 6.0"),
        ("suppliers_by_tier", {"tiers": "1; MATCH"}, "takes a whole number"),
        ("suppliers_by_tier", {"firm": "x"}, "no parameter 'firm'; it takes company, tiers"),
        ("suppliers_by_tier", {"company": "\ud800"}, "takes a text"),
        ("plans_due", {"by": "soon"}, "takes a date"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(name: str, given: Row, words: str, drawn: list[Store]) -> None:
    with pytest.raises(QueryError, match=words):
        run(drawn[0], name, given)


def test_an_unknown_name_suggests_the_nearest(drawn: list[Store]) -> None:
    with pytest.raises(UnknownQuery, match="did you mean 'suppliers_by_tier'"):
        run(drawn[0], "supliers_by_tier")
