"""The ontology: node types, edge types and their properties. The single declaration.

Constraints, indexes, form fields and docs/ontology.md are generated from these tables (graph/schema.py).
Direction matters: every edge runs source -> target as its `reads` sentence says."""

import re
from typing import Literal

from pydantic import BaseModel, ConfigDict

PropertyType = Literal["text", "number", "share", "date", "choice", "flag"]


class Property(BaseModel):
    """A typed property of a node or an edge. Unknown is absent, never 0."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    type: PropertyType = "text"
    help: str = ""
    choices: tuple[str, ...] = ()


class NodeType(BaseModel):
    """A type of entity: its label in the graph, its name in the exchange format, what counts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str
    counts: str
    examples: tuple[str, ...] = ()
    properties: tuple[Property, ...] = ()

    @property
    def exchange(self) -> str:
        """The type's name in the exchange format: `AIModel` -> `AI_MODEL`."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", self.label).upper()

    @property
    def prefix(self) -> str:
        """The first part of an id: `company` in `company:tsmc`."""
        return self.exchange.lower()


class EdgeType(BaseModel):
    """A type of relation between entities, from one of `source` to one of `target`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    reads: str
    carries: tuple[str, ...] = ()
    directed: bool = True


def _choice(name: str, help: str, *choices: str) -> Property:
    return Property(name=name, type="choice", help=help, choices=choices)


def _date(name: str, help: str) -> Property:
    return Property(name=name, type="date", help=help)


COUNTRY_CODE = Property(name="country", help="ISO 3166-1 alpha-2 code of headquarters or site")
POLICY_STATUS = ("announced", "proposed", "interim final", "in force", "suspended", "stayed", "rescinded", "lapsed")

NODE_TYPES: tuple[NodeType, ...] = (
    NodeType(
        label="Company",
        counts="a firm, its division or cloud arm with a name of its own",
        examples=("Alibaba Group", "Alibaba Cloud", "TSMC"),
        properties=(COUNTRY_CODE, Property(name="sector", help="what the firm does, in two words")),
    ),
    NodeType(label="ResearchOrg", counts="institute, academy, university lab", examples=("imec",), properties=(COUNTRY_CODE,)),
    NodeType(
        label="GovBody",
        counts="ministry, agency, regulator, court",
        examples=("Bureau of Industry and Security", "METI"),
        properties=(COUNTRY_CODE,),
    ),
    NodeType(
        label="Country",
        counts="a country; a capital that speaks for its government",
        examples=("Taiwan", "Netherlands"),
        properties=(Property(name="country", help="its own ISO 3166-1 alpha-2 code"),),
    ),
    NodeType(
        label="Region", counts="a region inside or across countries", examples=("Southeast Asia", "Arizona"), properties=(COUNTRY_CODE,)
    ),
    NodeType(label="City", counts="a city or town", examples=("Hsinchu",), properties=(COUNTRY_CODE,)),
    NodeType(
        label="Facility",
        counts="a site; made where it stands, never where its owner has its headquarters",
        examples=("TSMC fab in Kumamoto",),
        properties=(
            _choice("kind", "what kind of site", "fab", "packaging", "data centre", "plant", "mine", "lab", "port"),
            COUNTRY_CODE,
        ),
    ),
    NodeType(label="Chip", counts="a chip or chip family", examples=("H20", "Ascend 910C")),
    NodeType(label="AIModel", counts="a named model", examples=("GPT-4",)),
    NodeType(label="Product", counts="equipment, component, cloud service, software", examples=("EUV scanner", "HBM", "EDA software")),
    NodeType(label="Material", counts="raw or refined material, gas, chemical", examples=("gallium", "neon", "photoresist")),
    NodeType(
        label="Policy",
        counts="a control, sanction, tariff, subsidy, plan or probe; a first-class object, never a string on an edge",
        examples=("Entity List", "CHIPS Act"),
        properties=(
            _choice(
                "kind", "what kind of measure", "export control", "sanction", "tariff", "subsidy", "plan", "probe", "investment screening"
            ),
            _choice("status", "its standing", *POLICY_STATUS),
            _date("announced", "first made public"),
            _date("published", "in the official journal"),
            _date("effective", "in force from"),
            _date("compliance", "to be complied with from"),
            _date("comments_close", "last day for comments"),
            _date("expiry", "in force until"),
        ),
    ),
    NodeType(
        label="Provision",
        counts="one conjunction inside a policy: these items x these destinations, end users or end uses -> this requirement",
        examples=("3A090 to D:5, presumption of denial",),
        properties=(
            _choice("requirement", "what it asks", "prohibited", "licence required", "notification", "condition"),
            _choice("licence_policy", "how licences are reviewed", "presumption of denial", "case by case", "presumption of approval"),
            Property(name="eccn", help="export control classification number"),
            Property(name="hs_code", help="Harmonised System code"),
            Property(name="threshold", help="technical threshold, as the text states it"),
            Property(name="exceptions", help="named exceptions"),
            Property(name="de_minimis_percent", type="share", help="foreign goods with less controlled content are free"),
            Property(name="foreign_direct_product", type="flag", help="reaches foreign goods made with controlled technology"),
            Property(name="citation", help="where the text stands"),
        ),
    ),
    NodeType(
        label="Licence",
        counts="a permission under a control: export licence, validated end user, temporary general licence",
        examples=("licences for H20",),
        properties=(
            _choice("status", "its standing", "granted", "denied", "pending", "revoked"),
            _date("issued", "granted on"),
            _date("expiry", "valid until"),
        ),
    ),
    NodeType(label="Person", counts="a named person", examples=("Morris Chang",)),
    NodeType(label="Investment", counts="a fund, plan or round with an amount", examples=("$52 billion plan",)),
    NodeType(
        label="Input",
        counts="a category of product, process, tool, material or service that has a market of its own",
        examples=("EUV scanners",),
        properties=(
            _choice("kind", "what it is to the product", "process", "tool_resource", "material_resource", "ultimate_output", "stage"),
            Property(name="stage", help="the stage of production that it is part of, such as S1"),
            Property(name="market_size", type="number", help="US dollars a year, as a source states them"),
            Property(name="eto_id", help="its id in the ETO chip supply chain, such as N20"),
        ),
    ),
)

_PARTY = ("Company", "ResearchOrg")
_THING = ("Chip", "Product", "Material")
_PLACE = ("City", "Region", "Country")
_STATE = ("Country", "GovBody")

EDGE_TYPES: tuple[EdgeType, ...] = (
    EdgeType(
        type="SUPPLIES",
        source=("Company", "Facility"),
        target=("Company", "Facility", "ResearchOrg", "GovBody", "Country"),
        reads="source sells target something it needs",
        carries=("product", "role", "via", "share", "share_of_revenue", "amount", "period"),
    ),
    EdgeType(
        type="MANUFACTURES",
        source=("Company", "Facility", "Country"),
        target=_THING,
        reads="source makes target",
        carries=("quantity", "capacity", "date", "on_behalf_of", "at_facility"),
    ),
    EdgeType(type="DEVELOPS", source=_PARTY, target=("Chip", "AIModel", "Product"), reads="source designs target"),
    EdgeType(
        type="DEPENDS_ON",
        source=("Company", "ResearchOrg", "Country", "Region", "Facility", "AIModel", "Chip", "Product", "GovBody"),
        target=("Company", "Country", "Region", "Chip", "AIModel", "Product", "Material", "Input", "Facility"),
        reads="source is said to rely on target",
        carries=("product", "trend", "share"),
    ),
    EdgeType(
        type="USES",
        source=("Company", "ResearchOrg", "GovBody", "Country", "Facility", "AIModel", "Chip", "Product"),
        target=("Product", "Chip", "AIModel", "Material", "Company"),
        reads="source uses target, or target's service",
    ),
    EdgeType(type="OPERATES", source=("Company", "ResearchOrg", "GovBody"), target=("Facility",), reads="source runs the site target"),
    EdgeType(
        type="LOCATED_IN",
        source=("Company", "ResearchOrg", "GovBody", "Facility", "City", "Region"),
        target=_PLACE,
        reads="headquarters for a firm, site for a facility",
    ),
    EdgeType(
        type="OWNS",
        source=("Company", "Person", "Country", "GovBody", "Investment"),
        target=("Company", "Facility"),
        reads="source holds a stake in target",
        carries=("percent", "percent_of", "control", "valid_from", "valid_to"),
    ),
    EdgeType(type="SUBSIDIARY_OF", source=("Company",), target=("Company",), reads="source is a majority- or fully owned child of target"),
    EdgeType(type="ACQUIRES", source=("Company",), target=("Company",), reads="source buys target", carries=("amount", "date")),
    EdgeType(
        type="INVESTS_IN",
        source=("Company", "Person", "Country", "GovBody", "Investment", "ResearchOrg"),
        target=("Company", "Facility", "Investment", "Region", "Country", "City"),
        reads="source puts money into target",
        carries=("amount", "duration"),
    ),
    EdgeType(
        type="PARTNERS_WITH",
        source=("Company", "ResearchOrg", "GovBody", "Country"),
        target=("Company", "ResearchOrg", "GovBody", "Country"),
        reads="the two work together",
        directed=False,
    ),
    EdgeType(
        type="COMPETES_WITH", source=("Company", "Country"), target=("Company", "Country"), reads="the two are rivals", directed=False
    ),
    EdgeType(
        type="RESTRICTS",
        source=("Policy", "Country", "GovBody"),
        target=(*_PARTY, "GovBody", "Person", "Country", "Region", "Product", "Chip", "AIModel", "Material", "Input", "Facility"),
        reads="the control hits the target",
        carries=("item", "effective"),
    ),
    EdgeType(
        type="COVERS",
        source=("Provision", "Licence"),
        target=("Product", "Chip", "Material", "Input", "AIModel", "Country", *_PARTY),
        reads="one leg of the conjunction",
        carries=("role",),
    ),
    EdgeType(type="AMENDS", source=("Policy",), target=("Policy",), reads="source changes target", carries=("date",)),
    EdgeType(type="SUSPENDS", source=("Policy",), target=("Policy",), reads="source suspends target", carries=("date", "until")),
    EdgeType(type="SUPERSEDES", source=("Policy",), target=("Policy",), reads="source replaces target", carries=("date",)),
    EdgeType(type="GRANTED_TO", source=("Licence",), target=("Company", "Facility"), reads="who holds the permission", carries=("date",)),
    EdgeType(
        type="PAYS",
        source=("Company",),
        target=("Country", "GovBody", "Company"),
        reads="a levy, royalty or revenue share; never a share of purchases, a stake or a fine",
        carries=("rate", "base", "period", "condition"),
    ),
    EdgeType(
        type="HOLDS_STOCK",
        source=("Company", "Country"),
        target=_THING,
        reads="source has stock of target",
        carries=("quantity", "weeks_of_supply", "as_of"),
    ),
    EdgeType(
        type="EXPORTS_TO",
        source=("Country",),
        target=("Country",),
        reads="trade of one product",
        carries=("product", "hs_code", "value", "unit", "year", "reporter"),
    ),
    EdgeType(
        type="SUBSIDISES",
        source=("Policy", "Country", "Region", "GovBody"),
        target=("Company", "Facility"),
        reads="public money for target",
        carries=("amount", "instrument", "stage"),
    ),
    EdgeType(type="PENALISES", source=_STATE, target=("Company",), reads="a fine or penalty", carries=("amount", "date")),
    EdgeType(type="ISSUED_BY", source=("Policy", "Licence"), target=_STATE, reads="who issued it"),
    EdgeType(
        type="PART_OF",
        source=("GovBody", "Provision"),
        target=("Country", "GovBody", "Policy"),
        reads="a body of its state, a provision of its policy",
    ),
    EdgeType(
        type="WORKS_FOR",
        source=("Person",),
        target=("Company", "ResearchOrg", "GovBody"),
        reads="source is employed by target",
        carries=("role",),
    ),
    EdgeType(
        type="AFFECTS",
        source=("Policy", "Country", "GovBody", "Company"),
        target=("Company", "Country", "Region", "Facility", "Chip", "Product", "Material", "Input", "AIModel", "Investment"),
        reads="as the words say",
    ),
    EdgeType(
        type="ALIGNS_WITH", source=("Company", "Investment", "Policy", "Country"), target=("Policy", "Country"), reads="as the words say"
    ),
    EdgeType(type="EXPANDS_TO", source=("Company",), target=("Country", "Region", "City"), reads="source grows into target"),
    EdgeType(
        type="PROVIDES",
        source=("Company", "Country"),
        target=("Input",),
        reads="market share of an input",
        carries=("share", "negligible", "year"),
    ),
    EdgeType(
        type="INPUT_TO",
        source=("Input", "Material", "Product", "Chip"),
        target=("Input", "Product", "Chip"),
        reads="goes into",
        carries=("quantity",),
    ),
    EdgeType(type="VARIANT_OF", source=("Input",), target=("Input",), reads="is a type of"),
)

NODE_BY_LABEL: dict[str, NodeType] = {node.label: node for node in NODE_TYPES}
NODE_BY_EXCHANGE: dict[str, NodeType] = {node.exchange: node for node in NODE_TYPES}
EDGE_BY_TYPE: dict[str, EdgeType] = {edge.type: edge for edge in EDGE_TYPES}


def allows(edge_type: str, source: str, target: str) -> bool:
    """Whether `edge_type` may run from a node labelled `source` to one labelled `target`.

    An undirected type is allowed when either order is."""
    edge = EDGE_BY_TYPE[edge_type]
    forward = source in edge.source and target in edge.target
    return forward or (not edge.directed and target in edge.source and source in edge.target)
