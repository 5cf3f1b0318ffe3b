"""Relations that stand in the shape of a phrase and not in a verb: "Dutch toolmaker ASML", "Germany's Siemens",
"plants in Hangzhou", "NVIDIA CEO Jensen Huang", "U.S. controls on chips"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graph.evidence import label_of
from graph.ontology import allows
from ingest.assertion import assertion
from ingest.coreference import FIRMS
from ingest.grammar import governors
from ingest.reading import Found, Relation, mention_at, reading_of

TITLES = frozenset(
    (
        "ceo cfo cto coo chief chairman chairwoman chair president founder cofounder co-founder director executive officer "
        "secretary minister spokesman spokeswoman spokesperson analyst head chancellor commissioner vice manager partner "
        "professor"
    ).split()
)
FIRM_NOUNS = FIRMS | frozenset(
    "distributor reseller vendor developer designer operator refiner "
    "subsidiary unit affiliate brand retailer broker lender institute".split()
)
ARM_WORDS = frozenset(["cloud", "unit", "arm", "division", "subsidiary"])


def structural(doc: Doc) -> Iterator[Relation]:
    """All structural relations of a Doc; nothing where mentions were given from outside without their parse."""
    for found in reading_of(doc).mentions:
        root = doc[found.start : found.end].root
        if found.can_be("Company", "ResearchOrg") and found.kind == "name":
            yield from _seat(doc, found, root)
            yield from _arm(doc, found, root)
        if found.label == "Facility" and found.source == "phrase":
            yield from _site(found, root)
        if found.can_be("Person") and found.kind == "name":
            yield from _title(doc, found, root)
        if found.label == "Policy" and found.source == "phrase":
            yield from _measure(doc, found)
        if found.can_be("City"):
            yield from _city(doc, found)


def may_relate(type: str, head: Found, tail: Found) -> bool:
    """Whether the ontology has edges of `type` from what `head` is, or may be, to what `tail` is."""
    if not head.entity or not tail.entity or head.entity == tail.entity:
        return False
    return any(allows(type, source, target) for source in _labels(head) for target in _labels(tail))


def _labels(found: Found) -> frozenset[str]:
    return found.labels or frozenset((label_of(found.entity),))


def _made(type: str, head: Found, tail: Found, pattern: str, trigger: Token, *, said_by: bool = False) -> Iterator[Relation]:
    if may_relate(type, head, tail):
        said = assertion(trigger) if said_by else None
        planned = said is not None and (said.modality == "planned" or _is_being_built(trigger))
        yield Relation(type, head, tail, pattern, trigger.i, modality="planned" if planned else "actual")


def _seat(doc: Doc, firm: Found, root: Token) -> Iterator[Relation]:
    """Where a firm is from, as an adjective or possessive says; "China's Huawei", "Dutch toolmaker ASML"."""
    near = [child for child in root.children if child.dep_ in ("poss", "amod", "compound", "nmod") and child.i < firm.start]
    heads = [root.head] if root.dep_ == "appos" and root.head.lemma_.lower() in FIRM_NOUNS else []
    heads += [child for child in root.children if child.dep_ == "appos" and child.lemma_.lower() in FIRM_NOUNS]
    near += [child for head in heads for child in head.children if child.dep_ in ("amod", "poss", "compound", "nmod")]
    for word in near:
        place = mention_at(doc, word.i)
        if place is None or not place.can_be("Country") or not -8 <= firm.start - place.end <= 4:
            continue
        between = [token.lemma_.lower() for token in doc[place.end : firm.start]] if place.end <= firm.start else ["firm"]
        if word.dep_ == "poss" or not between or any(lemma in FIRM_NOUNS for lemma in between):
            yield from _made("LOCATED_IN", firm, place, "struct.seat", root)


def _arm(doc: Doc, arm: Found, root: Token) -> Iterator[Relation]:
    """ "Alibaba's DAMO Academy", "Amazon's cloud unit AWS": the possessor is the parent."""
    owner = next((child for child in root.children if child.dep_ == "poss" and child.i < arm.start), None)
    parent = mention_at(doc, owner.i) if owner is not None else None
    if parent is None or not parent.can_be("Company") or owner is None:
        return
    between = {token.lower_ for token in doc[parent.end : arm.start]}
    if arm.can_be("Company") and between & ARM_WORDS:
        yield from _made("SUBSIDIARY_OF", arm, parent, "struct.arm", root)
    elif arm.can_be("ResearchOrg"):
        yield from _made("INVESTS_IN", parent, arm, "struct.arm", root)


def _site(site: Found, root: Token) -> Iterator[Relation]:
    """Who runs a site, and where it stands."""
    if site.owner is not None:
        owner = site.owner
        yield from _made("OPERATES", owner, site, "struct.site_owner", root, said_by=True)
    if site.place is not None:
        yield from _made("LOCATED_IN", site, site.place, "struct.site_place", root, said_by=True)


def _title(doc: Doc, person: Found, root: Token) -> Iterator[Relation]:
    """ "NVIDIA CEO Jensen Huang"; "Jensen Huang, chief executive of NVIDIA"."""
    before = doc[max(person.start - 6, 0) : person.start]
    firm_before = next((found for token in reversed(before) if (found := mention_at(doc, token.i)) and found.can_be(*_EMPLOYERS)), None)
    if firm_before is not None and firm_before.kind == "name" and firm_before.end <= person.start:
        words = [token.lower_ for token in doc[firm_before.end : person.start]]
        if (
            words
            and all(w in TITLES or w in ("'s", "and", "of", ",") or w.islower() for w in words)
            and any(w in TITLES for w in words)
            and len(words) < 6
        ):
            yield from _made("WORKS_FOR", person, firm_before, "struct.title_before", root)
            return
    after = doc[person.end : min(person.end + 12, root.sent.end)]
    titles = [token for token in after if token.lower_ in TITLES]
    if after and after[0].text == "," and titles and titles[0].i - person.end <= 6:
        for token in doc[titles[-1].i + 1 : min(titles[-1].i + 6, root.sent.end)]:
            firm = mention_at(doc, token.i)
            if firm is not None and firm.can_be(*_EMPLOYERS):
                yield from _made("WORKS_FOR", person, firm, "struct.title_after", root)
                return
            if token.lower_ not in ("of", "at", "the", "for", "'s", "and", ","):
                break
        held = next(
            (found for t in doc[person.end + 1 : titles[0].i] if (found := mention_at(doc, t.i)) and found.can_be(*_EMPLOYERS)), None
        )
        if held is not None:
            yield from _made("WORKS_FOR", person, held, "struct.title_after", root)


def _is_being_built(site: Token) -> bool:
    """ "Building 30 new data centers": not there yet."""
    verbs = [one for one in governors(site) if one.pos_ == "VERB"]
    return bool(verbs) and verbs[0].lemma_.lower() in ("build", "construct", "plan", "add") and verbs[0].tag_ in ("VBG", "VB", "NNP", "VBP")


_EMPLOYERS = ("Company", "ResearchOrg", "GovBody")
_TARGETS = ("Company", "Product", "Chip", "Material", "Country", "AIModel", "ResearchOrg", "Region")


def _measure(doc: Doc, policy: Found) -> Iterator[Relation]:
    """The state that issued a measure, and what the phrase says it is on."""
    inside = [
        found for found in reading_of(doc).mentions if policy.start <= found.start and found.end <= policy.end and found is not policy
    ]
    root = doc[policy.start : policy.end].root
    for found in inside:
        if found.start < root.i and found.label in ("Country", "GovBody"):
            yield from _made("ISSUED_BY", policy, found, "struct.issuer", root)
        elif found.label in _TARGETS and policy.properties.get("kind") in ("export control", "sanction"):
            yield from _made("RESTRICTS", policy, found, "struct.scope", root, said_by=True)


def _city(doc: Doc, city: Found) -> Iterator[Relation]:
    """ "Boise, Idaho"; "Veldhoven, Netherlands"; "Hsinchu in Taiwan"."""
    if city.end + 1 < len(doc) and doc[city.end].lower_ in (",", "in"):
        place = mention_at(doc, city.end + 1)
        if place is not None and place.can_be("Country", "Region") and place.start == city.end + 1:
            yield from _made("LOCATED_IN", city, place, "struct.city", doc[city.start])
