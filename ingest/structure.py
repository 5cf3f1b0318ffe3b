"""Relations that stand in the shape of a phrase and not in a verb: "Dutch toolmaker ASML", "Germany's Siemens",
"plants in Hangzhou", "NVIDIA CEO Jensen Huang", "U.S. controls on chips"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from graph.evidence import label_of
from graph.ontology import allows
from ingest.assertion import assertion
from ingest.denotation import STATE_NOUNS
from ingest.given_up import is_given_up
from ingest.grammar import trigger_head
from ingest.group_seats import group_seats
from ingest.measures import ISSUING, scope
from ingest.planned_sites import closed_by, is_being_built, is_to_come, stands
from ingest.posts import posts
from ingest.reading import Found, Relation, mention_at, reading_of
from ingest.seats import seats

RAISING = frozenset("put raise open build construct erect establish site locate add launch create".split())
"""Verbs without which their object would stand nowhere: "has no plan to build a fab in Leuven"."""
HAVING = frozenset("have own operate run".split())
ARM_WORDS = frozenset(["cloud", "unit", "arm", "division", "subsidiary"])


def structural(doc: Doc) -> Iterator[Relation]:
    """All structural relations of a Doc; nothing where mentions were given from outside without their parse."""
    for what, place, pattern in (*seats(doc), *group_seats(doc)):
        yield from _made("LOCATED_IN", what, place, pattern, doc[what.start : what.end].root)
    for found in reading_of(doc).mentions:
        root = doc[found.start : found.end].root
        if found.can_be("Company", "ResearchOrg") and found.kind == "name":
            yield from _arm(doc, found, root)
        if found.label == "Facility" and (found.source == "phrase" or found.owner or found.place):
            yield from _site(found, root)
        if found.can_be("Person") and found.kind == "name":
            for firm, pattern, modality in posts(doc, found, root):
                yield from (replace(one, modality=modality) for one in _made("WORKS_FOR", found, firm, pattern, root))
        if found.label == "GovBody" and found.kind == "name":
            yield from _body(doc, found, root)
        if found.label == "GovBody" and found.owner is not None:
            yield from _made("PART_OF", found, found.owner, "struct.body", root)
        if found.label == "Policy" and found.kind == "name":
            yield from _issuer(doc, found, root)
        if found.label == "Policy" and found.source == "phrase":
            yield from _measure(doc, found)


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
        if said is None:
            yield Relation(type, head, tail, pattern, trigger.i)
            return
        built = is_being_built(trigger)
        modality = "planned" if built and said.modality == "actual" else said.modality
        bears = _is_denied_with(type, trigger)
        yield Relation(type, head, tail, pattern, trigger.i, said.polarity if bears else "affirmed", modality, said.attribution)


def _arm(doc: Doc, arm: Found, root: Token) -> Iterator[Relation]:
    """ "Alibaba's DAMO Academy", "Amazon's cloud unit AWS": the possessor is the parent."""
    before = doc[arm.start - 1].lower_ if arm.start > 1 else ""
    hyphenated = (
        mention_at(doc, arm.start - 3)
        if before in ("owned", "controlled", "backed") and doc[arm.start - 2].text == "-" and arm.start > 2
        else None
    )
    if hyphenated is not None and hyphenated.can_be("Company", "Country") and arm.can_be("Company"):
        yield from _made(
            "INVESTS_IN" if before == "backed" else "SUBSIDIARY_OF",
            *((hyphenated, arm) if before == "backed" else (arm, hyphenated)),
            "struct.hyphen",
            root,
        )
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
    """Who runs a site, and where it stands; a site that is there already may stand in a sentence about plans."""
    there = stands(root)
    found: list[Relation] = []
    closing = closed_by(root)
    if site.owner is not None and closing is not None:
        found += [replace(one, modality="historical") for one in _made("OPERATES", site.owner, site, "struct.site_closed", closing)]
    elif site.owner is not None:
        found += _made("OPERATES", site.owner, site, "struct.site_owner", root, said_by=not there)
    if site.place is not None:
        placed = _made("LOCATED_IN", site, site.place, "struct.site_place", root, said_by=not there)
        found += [replace(one, modality="actual") if one.modality == "historical" else one for one in placed]
    planned = is_to_come(root)
    yield from (replace(one, modality="planned") if planned and one.modality == "actual" else one for one in found)


def _is_denied_with(type: str, noun: Token) -> bool:
    """Whether a denial of the verb above denies the relation too: "denied imposing curbs", but not "has not closed its plant"."""
    owned = any(child.dep_ == "poss" for child in noun.children)
    some = not owned and not any(
        child.lower_ in ("the", "this", "that", "its", "their") for child in noun.lefts
    )  # "has no plant in Mexico"
    verbs = RAISING | ISSUING | (HAVING if type == "OPERATES" or some else frozenset())
    raised = noun.dep_ == "dobj" and noun.head.lemma_.lower() in verbs
    return raised or (type == "OPERATES" and not owned) or is_given_up(noun)


CHANGING = frozenset("lift ease remove suspend extend tighten relax loosen end drop waive".split())
"""What is done to a measure that stands."""


def _body(doc: Doc, body: Found, root: Token) -> Iterator[Relation]:
    """ "the U.S. Commerce Department", "South Korea's Ministry of Trade", "the Commerce Department's Bureau of …".

    "The Garante, Italy's privacy watchdog", too."""
    whole = _state_before(doc, body) or _state_after(doc, body) or _state_of_noun(doc, body, root) or _whose(doc, body, root)
    if whole is not None:
        yield from _made("PART_OF", body, whole, "struct.body", root)


def _state_after(doc: Doc, body: Found) -> Found | None:
    """ "The Ministry of Trade of the Republic of Korea"."""
    if body.end + 1 >= len(doc) or doc[body.end].lower_ != "of":
        return None
    state = mention_at(doc, body.end + 1 + (doc[body.end + 1].lower_ == "the"))
    return state if state is not None and state.label == "Country" and state.kind == "name" else None


def _whose(doc: Doc, body: Found, root: Token) -> Found | None:
    """The state or body that "whose" before it stands for: "the Commerce Department, whose Bureau of Industry and Security"."""
    whose = next((child for child in root.children if child.lower_ == "whose"), None)
    whole = mention_at(doc, trigger_head(whose).i) if whose is not None else None
    return whole if whole is not None and whole.label in ("Country", "GovBody") else None


def _state_of_noun(doc: Doc, body: Found, root: Token) -> Found | None:
    """The country before the noun in apposition that says what the body is."""
    nouns = [child for child in root.children if child.dep_ == "appos" and child.i >= body.end and child.lemma_.lower() in STATE_NOUNS]
    before = [mention_at(doc, child.i) for noun in nouns[:1] for child in noun.lefts if child.dep_ in ("poss", "amod", "compound")]
    return next((one for one in before if one is not None and one.label == "Country"), None)


def _issuer(doc: Doc, policy: Found, root: Token) -> Iterator[Relation]:
    """ "Beijing's New Foundations programme", "the U.S. Entity List"."""
    state = _state_before(doc, policy)
    if state is not None:
        yield from _made("ISSUED_BY", policy, state, "struct.issuer", root)


def _state_before(doc: Doc, found: Found) -> Found | None:
    """The state or body that stands right before a name, as an adjective or possessor."""
    position = found.start - 1
    if position > 0 and doc[position].text == "'s":
        position -= 1
    state = mention_at(doc, position) if position >= 0 and not doc[found.start].is_sent_start else None
    return (
        state
        if state is not None and state.label in ("Country", "GovBody", "Region") and state.end == position + 1 and state.kind == "name"
        else None
    )


def _measure(doc: Doc, policy: Found) -> Iterator[Relation]:
    """The state that issued a measure, and what the phrase says it is on."""
    root = doc[policy.start : policy.end].root
    if policy.owner is not None:
        yield from _made("ISSUED_BY", policy, policy.owner, "struct.issuer", root)
    if policy.properties.get("kind") in ("export control", "sanction", "tariff"):
        for hit in scope(doc, root):
            yield from _made("RESTRICTS", policy, hit, "struct.scope", root, said_by=root.head.lemma_.lower() not in CHANGING)
