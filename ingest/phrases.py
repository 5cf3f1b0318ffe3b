"""Entities that have no name of their own: sites ("chip plants in Hangzhou"), measures ("U.S. export controls on
advanced chips"), funds ("$52 billion investment plan")."""

import re
from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc, Token

from ingest.grammar import fillers, governors
from ingest.reading import Figure, Found, mention_at, reading_of, text_of

SITES: dict[str, str] = {
    **dict.fromkeys(("fab", "fabs", "foundry", "foundries", "megafab"), "fab"),
    **dict.fromkeys(("plant", "plants", "factory", "factories", "line", "smelter", "refinery"), "plant"),
    **dict.fromkeys(("datacenter", "datacenters", "center", "centers", "centre", "centres", "campus"), "data centre"),
    **dict.fromkeys(("mine", "mines"), "mine"),
    **dict.fromkeys(("lab", "labs", "laboratory"), "lab"),
    **dict.fromkeys(("port", "ports"), "port"),
}
MEASURES: dict[str, str] = {
    **dict.fromkeys(("control", "controls", "curb", "curbs", "restriction", "restrictions", "ban", "bans", "embargo"), "export control"),
    **dict.fromkeys(("sanction", "sanctions"), "sanction"),
    **dict.fromkeys(("tariff", "tariffs", "duty", "duties"), "tariff"),
    **dict.fromkeys(("probe", "probes", "investigation", "investigations"), "probe"),
    **dict.fromkeys(("subsidy", "subsidies"), "subsidy"),
}
FUNDS = frozenset("plan fund round investment program programme package initiative vehicle".split())
RUNNING = frozenset("operate run own open build construct plan expand have start set close launch establish add".split())
_PLACES = ("Country", "Region", "City")
_IN = frozenset(["in", "near", "at", "across", "outside"])


@Language.component("phrases")
def phrases(doc: Doc) -> Doc:
    """Adds sites, measures and funds to the mentions."""
    reading = reading_of(doc)
    if reading.given or not doc.has_annotation("DEP"):
        return doc
    lead = lead_company(doc)
    new: list[Found] = []
    for token in doc:
        covering = mention_at(doc, token.i)
        if covering is not None and covering.label != "Product":
            continue
        new += _sites(doc, token, lead) + _measure(doc, token)
    new += [found for figure in reading.figures if figure.type == "MONEY" for found in _fund(doc, figure)]
    reading.mentions = sorted([*reading.mentions, *new], key=lambda found: (found.start, -found.end))
    return doc


def lead_company(doc: Doc) -> Found | None:
    """The firm an article is about: the one named most often, the first of equals."""
    reading = reading_of(doc)
    if reading.lead is None:
        firms = [found for found in reading.mentions if found.label == "Company" and found.kind == "name"]
        counts = Counter(found.name or text_of(doc, found) for found in firms)
        reading.lead = max(firms, key=lambda found: (counts[found.name or text_of(doc, found)], -found.start), default=None)
    return reading.lead


def _sites(doc: Doc, token: Token, lead: Found | None) -> list[Found]:
    """`token` as the head of one site, or of one a place: "plants in Hangzhou and Malaysia" are two."""
    kind = SITES.get(token.lower_)
    if kind is None or token.pos_ not in ("NOUN", "PROPN") or _is_product(token):
        return []
    if kind == "data centre" and token.lower_ not in ("campus", "datacenter", "datacenters") and not _follows(token, "data"):
        return []
    if _follows(token, "packaging", "assembly", "test"):
        kind = "packaging"
    places, owner = _places(doc, token), _owner(doc, token, lead)
    if owner is None or (not places and (token.lower_ in ("line", "center", "centre") or kind == "lab")):
        return []
    start = token.i
    while start and doc[start - 1].dep_ in ("compound", "amod") and doc[start - 1].head.i == token.i and mention_at(doc, start - 1) is None:
        start -= 1
    holder = reading_of(doc).entities[owner.entity].name if owner.entity in reading_of(doc).entities else text_of(doc, owner)
    if not places:
        return [_site(start, token, f"{holder} {kind}", kind, owner, None)]
    return [_site(start, token, f"{holder} {kind} in {one.name or text_of(doc, one)}".strip(), kind, owner, one) for one in places]


def _site(start: int, token: Token, name: str, kind: str, owner: Found | None, place: Found | None) -> Found:
    return Found(start, token.i + 1, "Facility", "phrase", name=name, properties={"kind": kind}, kind="nominal", owner=owner, place=place)


def _is_product(token: Token) -> bool:
    """`plant equipment`, `factory workers`: no site."""
    return token.dep_ == "compound"


def _follows(token: Token, *words: str) -> bool:
    return any(child.lower_ in words for child in token.lefts) or (token.i > 0 and token.nbor(-1).lower_ in words)


def _places(doc: Doc, token: Token) -> list[Found]:
    heads = [p for prep in token.children if prep.dep_ == "prep" and prep.lower_ in _IN for p in prep.children if p.dep_ == "pobj"]
    tokens = [one for head in heads for one in [head, *head.conjuncts]]
    found = [mention_at(doc, one.i) for one in tokens]
    named = [one for one in found if one is not None and one.label in _PLACES]
    if named:
        return list({one.start: one for one in named}.values())
    before = [mention_at(doc, child.i) for child in token.lefts if child.dep_ in ("compound", "nmod", "amod", "poss")]
    return [one for one in before if one is not None and one.label in ("City", "Region")][:1]


def _owner(doc: Doc, token: Token, lead: Found | None) -> Found | None:
    """The firm that the phrase names ("its" is resolved), else the one that operates, builds or opens the site.

    A bullet without any subject speaks of the firm that the article is about."""
    for child in token.lefts:
        found = mention_at(doc, child.i)
        if found is not None and found.label == "Company" and child.dep_ in ("poss", "compound", "nmod"):
            return found
    if any(child.dep_ == "poss" for child in token.lefts):
        return None
    verb = next((one for one in governors(token) if one.pos_ == "VERB"), None)
    if verb is None or verb.lemma_ not in RUNNING or token not in fillers(verb, "obj"):
        return None
    subjects = [found for one in fillers(verb, "subj") if (found := mention_at(doc, one.i)) is not None]
    if subjects:
        return subjects[0] if subjects[0].label == "Company" else None
    alone = not any(one.dep_ in ("nsubj", "nsubjpass") for one in token.sent)
    bulleted = any(part.role == "bullet" and part.start <= token.i < part.end for part in reading_of(doc).parts)
    return lead if alone and bulleted else None


def _measure(doc: Doc, token: Token) -> list[Found]:
    """`U.S. export controls on advanced chips`, `China's antitrust probes`, `curbs on gallium exports`."""
    kind = MEASURES.get(token.lower_)
    if kind is None or token.pos_ != "NOUN" or token.dep_ == "compound":
        return []
    left = [child for child in token.lefts if child.dep_ in ("compound", "amod", "poss", "nmod")]
    states = [found for child in left if (found := mention_at(doc, child.i)) and found.label in ("Country", "GovBody")]
    topic = [child for child in left if child.lower_ in ("export", "trade", "antitrust", "import", "security", "chip", "technology")]
    if not states and not topic:
        return []
    start = min(child.left_edge.i for child in left)
    while doc[start].pos_ == "DET":
        start += 1
    end = token.i + 1
    for prep in token.rights:
        if prep.dep_ == "prep" and prep.lower_ in ("on", "into", "against"):
            end = max(end, _end_of_phrase(prep))
            break
    words = re.sub(r"\s+", " ", doc[start:end].text)
    state = next((found.name or text_of(doc, found) for found in states), None)
    properties: dict[str, str | float | bool] = {"kind": kind}
    name = words if state is None else f"{state} {doc[max(found.end for found in states) : end].text.removeprefix(chr(39) + 's').strip()}"
    return [Found(start, end, "Policy", "phrase", name=name, properties=properties, kind="nominal")]


def _end_of_phrase(prep: Token) -> int:
    """The end of the preposition's object with what stands left of it; no relative clauses."""
    return max([child.i + 1 for child in prep.children if child.dep_ in ("pobj",)] + [prep.i + 1])


def _fund(doc: Doc, figure: Figure) -> list[Found]:
    """`a $52 billion investment plan`, `a $1 billion fund`."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if span is None:
        return []
    for token in doc[span.end : span.end + 4]:
        if token.lower_ in FUNDS and token.pos_ == "NOUN" and token.dep_ != "compound":
            return [Found(span.start, token.i + 1, "Investment", "phrase", name=doc[span.start : token.i + 1].text, kind="nominal")]
        if token.pos_ not in ("NOUN", "ADJ", "PROPN") and token.dep_ not in ("compound", "amod"):
            return []
    return []
