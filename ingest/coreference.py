"""Pronouns and nominals -> the entity they stand for, by rules: type, subject first, at most two sentences back."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from graph.evidence import MentionKind
from ingest.reading import Found, mention_at, reading_of

FIRMS = frozenset(
    (
        "company firm chipmaker toolmaker carmaker manufacturer foundry group giant supplier maker producer startup start-up miner startup"
    ).split()
)
NOMINALS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(FIRMS, ("Company",)),
    **dict.fromkeys(
        ("measure", "rule", "rules", "ban", "restriction", "restrictions", "controls", "order", "law", "policy", "list"), ("Policy",)
    ),
    **dict.fromkeys(("plant", "fab", "factory", "site", "facility"), ("Facility",)),
    **dict.fromkeys(("ministry", "agency", "regulator", "department", "bureau"), ("GovBody",)),
    **dict.fromkeys(("chip", "processor", "accelerator"), ("Chip",)),
    **dict.fromkeys(("model",), ("AIModel",)),
    **dict.fromkeys(("investment", "fund"), ("Investment",)),
}
PRONOUNS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("it", "its"), ("Company", "ResearchOrg", "GovBody", "Country", "Facility")),
    "their": ("Company",),
    **dict.fromkeys(("he", "she", "his", "her"), ("Person",)),
    **dict.fromkeys(("which", "who", "that"), ()),
}
SUBJECTS = ("nsubj", "nsubjpass")
WINDOW = 2


@Language.component("coreference")
def coreference(doc: Doc) -> Doc:
    """Adds pronouns and nominals with their entity to the mentions."""
    reading = reading_of(doc)
    if reading.given or not doc.has_annotation("DEP"):
        return doc
    sentences = list(doc.sents)
    where = {token.i: number for number, sentence in enumerate(sentences) for token in sentence}
    added: list[Found] = []
    for token in doc:
        types = _types(doc, token)
        if not types or mention_at(doc, token.i) is not None:
            continue
        adjective = _country(doc, token)
        before = [*reading.mentions, *added]
        antecedent = _antecedent(doc, token, types, before, where, adjective)
        if antecedent is not None and antecedent.entity:
            kind: MentionKind = "pronoun" if token.pos_ == "PRON" or token.dep_ == "poss" else "nominal"
            start = token.i if kind == "pronoun" else token.left_edge.i if token.left_edge.sent == token.sent else token.i
            start = token.i if any(mention_at(doc, i) for i in range(start, token.i)) else start
            added.append(Found(start, token.i + 1, antecedent.label, "coreference", entity=antecedent.entity, kind=kind))
    reading.mentions = sorted([*reading.mentions, *added], key=lambda found: (found.start, -found.end))
    return doc


def _types(doc: Doc, token: Token) -> tuple[str, ...]:
    """The types that the token could stand for; empty when it stands for nothing."""
    if token.lower_ in PRONOUNS and token.pos_ == "PRON":
        return PRONOUNS[token.lower_] if token.lower_ != "it" or not _is_empty(token) else ()
    if token.lower_ not in NOMINALS or token.pos_ not in ("NOUN", "PROPN"):
        return ()
    definite = any(child.lower_ in ("the", "this", "that") and child.dep_ == "det" for child in token.children)
    modified = any(child.dep_ in ("prep", "relcl", "acl", "poss", "appos") for child in token.children)
    return NOMINALS[token.lower_] if definite and not modified and token.dep_ not in ("attr", "appos", "compound") else ()


def _is_empty(token: Token) -> bool:
    """`it is likely that …`, `it remains unclear whether …`"""
    verb = token.head
    return (
        token.dep_ in SUBJECTS
        and verb.lemma_ in ("be", "remain", "seem", "appear")
        and any(c.dep_ in ("ccomp", "acomp") for c in verb.children)
        and any(grand.dep_ in ("ccomp", "xcomp") for child in verb.children for grand in child.children)
    )


def _country(doc: Doc, token: Token) -> str | None:
    """The country that an adjective names: "the Korean company"."""
    for child in token.lefts:
        found = mention_at(doc, child.i)
        if found is not None and found.label == "Country":
            return found.entity
    return None


def _antecedent(
    doc: Doc, token: Token, types: tuple[str, ...], mentions: list[Found], where: dict[int, int], country: str | None
) -> Found | None:
    """The nearest subject of a fitting type in this sentence or the two before, else the nearest mention."""
    here = where[token.i]
    possessive = token.dep_ == "poss" or (token.pos_ != "PRON")
    best: tuple[int, int, int, Found] | None = None
    for found in mentions:
        if (
            found.start >= token.i
            or found.label not in types
            or not found.entity
            or found.entity.startswith("country:")
            and token.pos_ != "PRON"
        ):
            continue
        distance = here - where[found.start]
        if distance > WINDOW or (country and not _stands_in(doc, found, country)):
            continue
        root = doc[found.start : found.end].root
        if root.dep_ in ("compound", "amod", "nmod") and found.kind == "name":
            continue
        if distance == 0 and not possessive and _same_clause(root, token):
            continue
        rank = (-distance, int(root.dep_ in SUBJECTS), found.start)
        if best is None or rank > best[:3]:
            best = (*rank, found)
    return best[3] if best else None


def _same_clause(antecedent: Token, token: Token) -> bool:
    """A pronoun that is no possessive does not refer to another argument of its own verb."""
    return antecedent.head.i == token.head.i


def _stands_in(doc: Doc, found: Found, country: str) -> bool:
    entity = reading_of(doc).entities.get(found.entity)
    if entity is None or "country" not in entity.properties:
        return True
    named = reading_of(doc).entities.get(country)
    return named is None or named.properties.get("country") == entity.properties["country"]
