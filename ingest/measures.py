"""Measures without a name of their own ("U.S. export controls on advanced chips") and funds ("$52 billion investment plan")."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.denotation import mentions_of
from ingest.grammar import fillers, governors
from ingest.grammar.prepositions import FLOWS
from ingest.modality import MAYBE
from ingest.reading import Figure, Found, mention_at, reading_of, text_of

MEASURES: dict[str, str] = {
    **dict.fromkeys(
        (
            "control controls curb curbs restriction restrictions ban bans embargo embargoes limits requirement requirements quota quotas "
            "regime regimes"
        ).split(),
        "export control",
    ),
    **dict.fromkeys(("freeze", "freezes", "sanction", "sanctions", "blacklist", "list", "lists", "package", "packages"), "sanction"),
    **dict.fromkeys(("tariff", "tariffs", "duty", "duties", "levy", "levies"), "tariff"),
    **dict.fromkeys(("probe", "probes", "investigation", "investigations", "inquiry"), "probe"),
    **dict.fromkeys(("subsidy", "subsidies"), "subsidy"),
    **dict.fromkeys(("rule", "rules", "regulation", "regulations", "order", "decree", "directive", "notice", "guidance"), "export control"),
}
"""Head noun -> kind of policy."""
VAGUE = frozenset("freeze freezes requirement requirements regime regimes list lists package packages".split())
PERMITTING = frozenset(
    "asset assets licensing licence license export import permit sanctions control controls entity entities user users debarment".split()
)
"""What a noun of VAGUE needs before it: others are of wages, of tests, of governments, of prices."""
LEGAL_NOUNS = frozenset("rule rules regulation regulations order decree directive notice guidance".split())
TOPICS = frozenset(
    "export exports trade antitrust anti-trust import imports security chip technology licensing licence license investment outbound "
    "sanctions dumping countervailing anti-dumping sales control entity".split()
)
LEGAL_WORDS = frozenset(
    "interim final proposed draft new export emergency temporary sweeping revised amended executive import licensing denial draft".split()
)
ISSUING = frozenset(
    (
        "announce impose sign issue decree order draft adopt publish enact pass introduce unveil levy slap approve propose bring set "
        "draw write frame craft prepare release formulate draft"
    ).split()
)
BANNING = frozenset("ban bar restrict prohibit forbid block curb limit cap outlaw".split())
ON = frozenset(["on", "against", "into", "for", "over"])
FUNDS = frozenset("plan fund round investment program programme package initiative vehicle facility loan line".split())
TAKING = frozenset("win gain take seize assume obtain get secure regain wrest lose cede have keep hold exert exercise share".split())
_STATES = ("Country", "GovBody", "Region")
_HIT = ("Company", "Product", "Chip", "Material", "Country", "AIModel", "ResearchOrg", "Region", "GovBody", "Person")


def measures(doc: Doc, token: Token) -> list[Found]:
    """`token` as the head of a measure: `U.S. export controls`, `China's antitrust probes`, `curbs` in `curbs on gallium exports`."""
    kind = MEASURES.get(token.lower_)
    if kind is None or token.pos_ != "NOUN" or token.dep_ == "compound" or _is_power(token):
        return []
    left = [child for child in token.lefts if child.dep_ in ("compound", "amod", "poss", "nmod")]
    states = [found for child in left if (found := mention_at(doc, child.i)) and found.label in _STATES]
    topic = [child for child in left if child.lower_ in TOPICS or (token.lower_ in LEGAL_NOUNS and child.lower_ in LEGAL_WORDS)]
    hit = list(scope(doc, token))
    topic += [
        child
        for child in left
        if (found := mention_at(doc, child.i)) and found.label in ("Material", "Chip", "Product") and found.kind == "name"
    ]
    if not states and not topic and (not hit or token.lower_ in LEGAL_NOUNS or _is_only_thought_of(token)):
        return _told_by_a_clause(doc, token, kind)
    if token.lower_ in ("quota", "quotas") and not states:  # "has set the quota for gallium": who sets it restricts
        return []
    if token.lower_ in VAGUE and not any(child.lower_ in PERMITTING for child in left):
        return []
    state = next((found for found in states), None)
    owner = state or next(iter(_issuers(token)), None)
    return [
        Found(
            _start(doc, token, left, state),
            token.i + 1,
            "Policy",
            "phrase",
            name=_title(doc, token, left, state, hit),
            properties={"kind": kind},
            kind="nominal",
            owner=owner,
        )
    ]


def _is_power(token: Token) -> bool:
    """ "Gained control over Arm": what one has over a firm, and no measure."""
    return token.lower_ == "control" and token.dep_ == "dobj" and token.head.lemma_.lower() in TAKING


def _is_only_thought_of(token: Token) -> bool:
    """ "Is considering similar limits on neon": a measure without a name that there is not yet."""
    return token.dep_ == "dobj" and token.head.lemma_.lower() in MAYBE


def _told_by_a_clause(doc: Doc, token: Token, kind: str) -> list[Found]:
    """A bare noun that stands for nothing named before, where a clause says whose it is or what it hits: "a decree signed by
    Manila", "the order bans exports of nickel"."""
    if mention_at(doc, token.i) is not None:
        return []
    issuers = _issuers(token)
    banning = token.dep_ == "nsubj" and token.head.lemma_.lower() in BANNING
    verbs = [token.head] * banning + [child for child in token.children if child.dep_ == "relcl" and child.lemma_.lower() in BANNING]
    hit = [found for verb in verbs for one in fillers(verb, "obj") for found in mentions_of(one, _HIT)]
    if not issuers and not hit:
        return []
    entity = reading_of(doc).entities.get(issuers[0].entity) if issuers else None
    about = f"by {entity.name}" if entity is not None else f"on {hit[0].name or text_of(doc, hit[0])}" if hit else ""
    owner = issuers[0] if issuers else None
    name = f"{token.text.lower()} {about}".strip()
    return [Found(token.i, token.i + 1, "Policy", "phrase", name=name, properties={"kind": kind}, kind="nominal", owner=owner)]


def _issuers(token: Token) -> list[Found]:
    """The state that the verb above or a clause after it names: "Manila decreed an embargo", "an embargo decreed by Manila"."""
    clauses = [child for child in token.children if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in ISSUING]
    above = [token.head] if token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_.lower() in ISSUING else []
    found = [found for verb in (*clauses, *above) for one in fillers(verb, "subj") for found in mentions_of(one, _STATES)]
    if found or token.lower_ not in LEGAL_NOUNS:
        return found
    bodies = [p for of in token.rights if of.lower_ in ("of", "from", "by") for p in of.children if p.dep_ == "pobj"]
    return [body for p in bodies for body in mentions_of(p, ("GovBody",))]  # "a rule of the Bureau of Industry and Security"


TARIFFS = frozenset("tariff duty levy surcharge".split())
"""Measures on what comes from a country."""


def scope(doc: Doc, token: Token) -> Iterator[Found]:
    """What the phrase says the measure is on: things, destinations, firms."""
    for child in token.lefts:
        found = mention_at(doc, child.i)
        if (
            found is not None
            and found.label in ("Material", "Chip", "Product")
            and found.kind == "name"
            and child.dep_ in ("compound", "nmod")
        ):
            yield found  # "the gallium ban"
    for clause in (child for child in token.rights if child.dep_ == "acl" and child.lemma_ in ("aim", "target", "direct")):
        for one in clause.subtree:
            found = mention_at(doc, one.i)
            if (
                found is not None
                and found.label in _HIT
                and found.kind == "name"
                and found.end - 1 == one.i
                and one.dep_ in ("pobj", "dobj", "conj")
            ):
                yield found
    after = (
        [child for child in token.head.rights if child.i > token.i and child.lower_ in ("on", "against")] if token.dep_ == "dobj" else []
    )
    for prep in (*token.rights, *after):
        if prep.dep_ == "prep" and prep.lower_ in ON:
            yield from _named_under(doc, prep)
        elif prep.dep_ == "acl" and prep.lemma_.lower() in ISSUING:  # "sanctions imposed by Japan on Huawei"
            for deep in (child for child in prep.subtree if child.dep_ == "prep" and child.lower_ in ("on", "against")):
                yield from _named_under(doc, deep)
    if token.lemma_.lower() in TARIFFS:
        yield from _origins(doc, token)
    yield from _destinations(doc, token)


def _origins(doc: Doc, tariff: Token) -> Iterator[Found]:
    """Whose goods a tariff is on: "duties on battery cells from China"."""
    after = [child for child in tariff.head.rights if child.i > tariff.i] if tariff.dep_ == "dobj" else []
    goods = [p for on in (*tariff.rights, *after) if on.lower_ == "on" for p in on.children if p.dep_ == "pobj"]
    froms = [child for word in (tariff, *goods) for child in word.rights if child.lower_ == "from"]
    froms += [child for child in after if child.lower_ == "from" and goods and child.i > goods[0].i]
    for prep in froms:
        for place in (one for p in prep.children if p.dep_ == "pobj" for one in (p, *p.conjuncts)):
            found = mention_at(doc, place.i)
            if found is not None and found.label in ("Country", "Region"):
                yield found


def _named_under(doc: Doc, prep: Token) -> Iterator[Found]:
    """The names after a preposition, up to a clause."""
    for one in prep.subtree:
        if one.dep_ in ("relcl", "acl"):
            break
        found = mention_at(doc, one.i)
        named = found is not None and found.label in _HIT and found.kind == "name" and found.end - 1 == one.i
        if found is not None and named and not _is_origin(one, found) and not _describes(one, prep):
            yield found


def _describes(token: Token, prep: Token) -> bool:
    """Whether it stands in what a name before it is called: "on Huawei, a Chinese maker of phones"."""
    above = (one for one in (token, *governors(token)) if prep.i < one.i)
    return any(one.dep_ == "appos" and one.pos_ == "NOUN" and one.i != token.i for one in above)


def _is_origin(token: Token, found: Found) -> bool:
    """ "Limits on U.S. exports", "on the activities of U.S. persons": whose they are, which nothing keeps from that country."""
    narrows = found.label == "Country" and token.dep_ in ("compound", "amod", "nmod", "poss")
    return narrows and (token.head.lemma_ in FLOWS or token.head.lemma_ in ("person", "citizen", "national", "resident"))


def _destinations(doc: Doc, token: Token) -> Iterator[Found]:
    """Where goods may not go, where the parser hangs it on the measure or its verb: "curbs on exports of photoresist to China"."""
    on = [p for prep in token.rights if prep.lower_ in ON for p in prep.children if p.dep_ == "pobj"]
    if any(one.lemma_ in FLOWS for one in on):
        above = [token, token.head] if token.dep_ == "dobj" else [token]
        for prep in (child for one in above for child in one.rights if child.lower_ == "to" and child.i > on[0].i):
            yield from _named_under(doc, prep)


def _start(doc: Doc, token: Token, left: list[Token], state: Found | None) -> int:
    """From the state or the first modifier on; "its" and articles stay outside."""
    first = min([token.i, *(child.left_edge.i for child in left if child.pos_ != "PRON")])
    if state is not None and state.kind == "name":
        first = min(first, state.start)
    elif state is not None:
        first = max(first, state.end)
    while first < token.i and (doc[first].pos_ in ("DET", "PUNCT", "PRON") or doc[first].lower_ in ("next", "latest")):
        first += 1
    return first


def _title(doc: Doc, token: Token, left: list[Token], state: Found | None, hit: list[Found]) -> str:
    """A name that keeps two measures apart: the state's name, the words, what is hit."""
    after_state = state.end if state is not None else _start(doc, token, left, None)
    words = re.sub(r"\s+", " ", doc[after_state : token.i + 1].text).removeprefix("'s").strip()
    on = " and ".join(dict.fromkeys(one.name or text_of(doc, one) for one in hit[:3]))
    entity = reading_of(doc).entities.get(state.entity) if state is not None else None
    issuer = "" if state is None else (entity.name if entity is not None else state.name or text_of(doc, state))
    return " ".join(part for part in (issuer, words, f"on {on}" if on else "") if part)


def fund(doc: Doc, figure: Figure) -> list[Found]:
    """`a $52 billion investment plan`, `a $1 billion fund`, `a $90 million Series C`."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if span is None:
        return []
    for token in doc[span.end : span.end + 5]:
        if token.lower_ == "series" and token.i + 1 < len(doc) and len(token.nbor().text) == 1 and token.nbor().text.isupper():
            last = token.i + 2 + (doc[min(token.i + 2, len(doc) - 1)].lower_ == "round")
            return [Found(span.start, last, "Investment", "phrase", name=doc[span.start : last].text, kind="nominal")]
        if token.lower_ in FUNDS and (token.pos_ == "NOUN" or token.lower_ == "round") and token.dep_ != "compound":
            return [Found(span.start, token.i + 1, "Investment", "phrase", name=doc[span.start : token.i + 1].text, kind="nominal")]
        if token.pos_ not in ("NOUN", "ADJ", "PROPN", "PUNCT") and token.dep_ not in ("compound", "amod"):
            return []
    return []
