"""Sites without a name of their own: "chip plants in Hangzhou", "its Penang plant"; who runs them and where they stand."""

from spacy.tokens import Doc, Token

from ingest.grammar import fillers, governors, trigger_head
from ingest.reading import Found, mention_at, reading_of, text_of
from ingest.site_clauses import IN, PLACES, builder_after, is_outside, place_after

SITES: dict[str, str] = {
    **dict.fromkeys(("fab", "fabs", "foundry", "foundries", "megafab", "gigafab"), "fab"),
    **dict.fromkeys(
        (
            "plant",
            "plants",
            "factory",
            "factories",
            "line",
            "smelter",
            "smelters",
            "refinery",
            "refineries",
            "gigafactory",
            "shipyard",
            "works",
            "mill",
            "mills",
            "hall",
            "halls",
            "workshop",
            "warehouse",
            "warehouses",
        ),
        "plant",
    ),
    **dict.fromkeys(("facility", "facilities", "site", "sites", "complex"), "plant"),
    **dict.fromkeys(("datacenter", "datacenters", "center", "centers", "centre", "centres", "campus", "campuses"), "data centre"),
    **dict.fromkeys(("mine", "mines"), "mine"),
    **dict.fromkeys(("lab", "labs", "laboratory"), "lab"),
    **dict.fromkeys(("port", "ports", "terminal"), "port"),
}
"""Head noun -> kind of site."""
RUNNING = frozenset(
    "operate run open build construct plan expand have start set close shut launch establish add commission inaugurate erect idle "
    "develop double complete maintain relocate reopen restart finish".split()
)
MAKING = frozenset("make manufacture produce assemble build weave cut grow refine process package etch coat press smelt".split())
ACTING = frozenset("make manufacture produce say tell deny supply sell buy announce report plan stop halt ship add refuse decline".split())
"""What a firm does and a building does not."""
_VAGUE = frozenset(
    [
        "line",
        "site",
        "sites",
        "facility",
        "facilities",
        "complex",
        "center",
        "centre",
        "centers",
        "centres",
        "port",
        "ports",
        "works",
        "terminal",
    ]
)
"""Nouns that make a site only where somebody runs it or a modifier says what it does."""
WORKED_AT = frozenset(
    (
        "design engineering machining service test testing packaging assembly production manufacturing recycling logistics distribution "
        "repair"
    ).split()
)
"""What makes a site of a centre that is none of data."""
MOST = 9
"""Sites of one phrase at most."""
_DOING = frozenset(
    "production manufacturing assembly packaging test testing fabrication chip wafer research data refining processing battery substrate "
    "design recycling storage cloud ai computing".split()
)


def sites(doc: Doc, token: Token, lead: Found | None) -> list[Found]:
    """`token` as the head of one site, or of one a place: "plants in Hangzhou and Malaysia" are two."""
    kind = SITES.get(token.lower_)
    if token.lower_ in ("foundry", "fab") and token.dep_ == "pobj" and token.head.lower_ == "as":
        return []  # "uses TSMC as its foundry"
    if kind is None or token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "attr") or _is_a_firm(doc, token):
        return []
    modifiers = {child.lower_ for child in token.lefts}
    if kind == "data centre" and token.lower_ in ("center", "centers", "centre", "centres") and "data" not in modifiers:
        if not modifiers & WORKED_AT:
            return []
        kind = "plant"
    if modifiers & {"packaging", "assembly", "test", "testing"}:
        kind = "packaging"
    owner = owner_of(doc, token, lead) or builder_after(doc, token, RUNNING)
    places = (_places(doc, token) or place_after(doc, token))[: MOST if token.lower_.endswith("s") else 1]  # "a fab in A near B" is one
    investor = _investor(doc, token) if owner is None and not places else None
    if investor is not None and (token.lower_ not in _VAGUE or modifiers & _DOING):
        return [_site(_start(doc, token), token, f"{_name(doc, investor)} {kind}", kind, None, None)]
    if owner is None and not (places and (token.lower_ not in _VAGUE or modifiers & _DOING)):
        return []
    if owner is not None and not places and token.lower_ in _VAGUE and not modifiers & _DOING:
        return []
    start = _start(doc, token)
    holder = _name(doc, owner) if owner is not None else ""
    if not places:
        return [_site(start, token, f"{holder} {kind}", kind, owner, None)]
    return [_site(start, token, f"{holder} {kind} in {one.name or text_of(doc, one)}".strip(), kind, owner, one) for one in places]


def _investor(doc: Doc, token: Token) -> Found | None:
    """The firm that puts money into a site that nothing else tells of, or holds it: "will invest $2 billion in a refinery"."""
    if token.dep_ == "dobj" and token.head.lemma_ in ("own", "lease", "rent", "buy", "acquire", "purchase"):
        return next((one for word in fillers(token.head, "subj") if (one := mention_at(doc, word.i)) and one.label == "Company"), None)
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("in", "into", "on") else None
    if verb is None or verb.lemma_ not in ("invest", "spend", "pour", "sink", "put"):
        return None
    firms = [found for one in fillers(verb, "subj") if (found := mention_at(doc, one.i)) is not None and found.label == "Company"]
    return firms[0] if firms else None


def _is_a_firm(doc: Doc, token: Token) -> bool:
    """ "Its longtime foundry, Taihang": who makes for it, no site."""
    if token.lower_ in ("foundry", "foundries") and _acts(doc, token):
        return True
    beside = [child for child in token.children if child.dep_ == "appos"] + ([token.head] if token.dep_ == "appos" else [])
    named = [mention_at(doc, one.i) for one in beside]
    return any(one is not None and one.label == "Company" and one.kind == "name" for one in named)


def _acts(doc: Doc, foundry: Token) -> bool:
    """ "The Taiwanese foundry had made it": nothing says where the foundry stands but a country or town before it, and it acts."""
    placed = any(child.dep_ == "prep" and child.lower_ in IN for child in foundry.children)
    owned = any(child.dep_ == "poss" for child in foundry.children)
    said = any(one.end == foundry.i + 1 and one.label == "Company" for one in reading_of(doc).mentions)
    subject = foundry.dep_ == "nsubj" and foundry.head.lemma_.lower() in ACTING
    return not placed and not owned and (said or subject)


def owner_of(doc: Doc, token: Token, lead: Found | None) -> Found | None:
    """The firm that the phrase names ("its" is resolved), else the one that operates, builds or opens the site.

    A bullet without any subject speaks of the firm that the article is about."""
    for child in token.lefts:
        found = mention_at(doc, trigger_head(child).i if child.lower_ == "whose" else child.i)
        if found is not None and found.label in ("Company", "ResearchOrg") and child.dep_ in ("poss", "compound", "nmod"):
            return found
    if any(child.dep_ == "poss" and mention_at(doc, child.i) is None for child in token.lefts):
        return None
    for of in (child for child in token.rights if child.lower_ == "of" and child.i == token.i + 1):
        found = next((one for p in of.children if (one := mention_at(doc, p.i)) is not None), None)
        if found is not None and found.label in ("Company", "ResearchOrg"):
            return found  # "the Dresden fab of Infineon"
    maker = _maker_at(doc, token)
    if maker is not None:
        return maker
    for verb in _running_verbs(token):
        subjects = [found for one in fillers(verb, "subj") if (found := mention_at(doc, one.i)) is not None]
        if subjects:
            return subjects[0] if subjects[0].label in ("Company", "ResearchOrg") else None
        alone = not any(one.dep_ in ("nsubj", "nsubjpass") for one in token.sent)
        bulleted = any(part.role == "bullet" and part.start <= token.i < part.end for part in reading_of(doc).parts)
        return lead if alone and bulleted else None
    return None


def _maker_at(doc: Doc, token: Token) -> Found | None:
    """Who makes things at sites that nobody else is said to own: "weaves its own glass cloth at a plant in Moncton", "at plants in"."""
    at = token.head if token.dep_ == "pobj" and token.head.lower_ == "at" else None
    verb = next((one for one in governors(at) if one.pos_ == "VERB"), None) if at is not None else None
    some = token.tag_ == "NNS" and not any(child.dep_ in ("det", "poss", "acl", "relcl") for child in token.children)
    one = any(child.lower_ in ("a", "an", "one", "single") for child in token.lefts)
    if verb is None or verb.lemma_ not in MAKING or not (one or some):
        return None
    firms = [found for one in fillers(verb, "subj") if (found := mention_at(doc, one.i)) is not None and found.label == "Company"]
    return firms[0] if len(firms) == 1 else None


def _running_verbs(token: Token) -> list[Token]:
    """The verbs that say who runs the site: the one it is an object of, or those of a clause that hangs on it."""
    verbs: list[Token] = []
    above = next((one for one in governors(token) if one.pos_ == "VERB"), None)
    if above is not None and above.lemma_.lower() in RUNNING and token in fillers(above, "obj"):
        verbs.append(above)
    for clause in token.children:
        if clause.dep_ in ("relcl", "acl"):
            verbs += [one for one in (clause, *(c for c in clause.children if c.dep_ == "xcomp")) if one.lemma_.lower() in RUNNING]
    return verbs


def _narrows(doc: Doc, position: int) -> bool:
    """Whether a word before the site's noun is a part of what it is called; of "150-millimetre fab" the number is one too."""
    joined = doc[position].dep_ == "nummod" and doc[position + 1].lower_ in ("-", "mm", "nm", "mw", "gw")
    return joined or doc[position].dep_ in ("compound", "amod", "nmod", "punct")


def _start(doc: Doc, token: Token) -> int:
    """The first modifier; a place may stand inside, an owner may not."""
    start = token.i
    while start and _narrows(doc, start - 1) and doc[start - 1].head.i in range(start, token.i + 1):
        found = mention_at(doc, start - 1)
        if found is not None and found.label not in (*PLACES, "Product", "Material", "Chip"):
            break
        if doc[start - 1].dep_ == "punct" and doc[start - 1].text != "-":
            break
        start -= 1
    return start


def _widens(doc: Doc, place: Found, named: list[Found]) -> bool:
    """ "in Takasaki, Gunma": the second place holds the first one."""
    after = mention_at(doc, place.end + 1) if place.end + 1 < len(doc) else None
    listed = place.end < len(doc) and doc[place.end].lower_ in ("and", ",") and after is not None and after.label in PLACES
    narrower = next((one for one in named if one.end == place.start - 1 and doc[place.start - 1].text == ","), None)
    rank = {"City": 0, "Region": 1, "Country": 2}
    return narrower is not None and not listed and rank[place.label or "City"] > rank[narrower.label or "City"]


def _name(doc: Doc, owner: Found) -> str:
    entities = reading_of(doc).entities
    return entities[owner.entity].name if owner.entity in entities else text_of(doc, owner)


def _site(start: int, token: Token, name: str, kind: str, owner: Found | None, place: Found | None) -> Found:
    return Found(start, token.i + 1, "Facility", "phrase", name=name, properties={"kind": kind}, kind="nominal", owner=owner, place=place)


def set_owner_and_place(doc: Doc, site: Found) -> None:
    """Whose a site with a name is and where it stands, as its phrase says: "Rio Tinto's Boron mine", "the Boron mine in California"."""
    root = doc[site.start : site.end].root
    before = [mention_at(doc, child.i) for child in root.lefts if child.dep_ == "poss"]
    site.owner = site.owner or next((one for one in before if one is not None and one.label == "Company"), None)
    site.place = site.place or next((one for one in _places(doc, root) if one.start >= site.end), None)


def _places(doc: Doc, token: Token) -> list[Found]:
    first = [prep for prep in token.children if prep.dep_ == "prep" and prep.lower_ in IN | {"on"}]
    preps = [*first, *(one for prep in first for one in prep.conjuncts if one.lower_ in IN)]  # "in Gliwice and in Brno"
    heads = [p for prep in preps for p in prep.children if p.dep_ == "pobj"]
    tokens = [one for head in heads for one in [head, *head.conjuncts]]
    found = [mention_at(doc, one.i) for one in tokens]
    named = [one for one in found if one is not None and one.label in PLACES and one.kind == "name" and not is_outside(doc, one)]
    named = [one for one in named if not _widens(doc, one, named)]
    if named:
        return list({one.start: one for one in named}.values())
    before = [mention_at(doc, child.i) for child in token.lefts if child.dep_ in ("compound", "nmod", "amod", "poss")]
    return [one for one in before if one is not None and one.label in PLACES][:1]
