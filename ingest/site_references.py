"""Sites named before: "the plant", "the facility", "that fab" stand for the last site of their kind."""

from spacy.tokens import Doc, Token

from ingest.reading import Found, reading_of

KINDS: dict[str, tuple[str, ...]] = {
    "fab": ("fab", "plant"),
    "plant": ("plant", "fab", "packaging"),
    "factory": ("plant", "fab", "packaging"),
    "mine": ("mine",),
    "smelter": ("plant",),
    "refinery": ("plant",),
    "laboratory": ("lab",),
    "lab": ("lab",),
    "campus": ("data centre", "plant"),
    **dict.fromkeys(("site", "facility", "complex"), ("plant", "fab", "packaging", "mine", "data centre", "lab", "port")),
    **dict.fromkeys(("center", "centre"), ("data centre", "lab", "plant")),
}
"""Head noun -> kinds of sites that it can stand for, the likeliest first."""
DEFINITE = frozenset(["the", "this", "that", "both", "these"])


def referring(doc: Doc, mentions: list[Found]) -> list[Found]:
    """The nominals that stand for a site among `mentions`, which are in the order of the text."""
    sites = [one for one in mentions if one.label == "Facility"]
    taken = {position for one in mentions for position in range(one.start, one.end)} if sites else set()
    return [found for token in doc if token.i not in taken and (found := _reference(doc, token, sites)) is not None]


def _reference(doc: Doc, token: Token, sites: list[Found]) -> Found | None:
    kinds = KINDS.get(token.lower_)
    if kinds is None or token.pos_ != "NOUN" or token.dep_ in ("compound", "attr", "appos") or not _is_definite(token):
        return None
    before = [one for one in sites if one.end <= token.i]
    fitting = [one for one in before if one.properties.get("kind", kinds[0]) in kinds]
    if not fitting:
        return None
    site = fitting[-1]
    start = next((child.i + 1 for child in token.lefts if child.lower_ in DEFINITE), token.i)
    entity = reading_of(doc).entities.get(site.entity)
    return Found(
        start,
        token.i + 1,
        "Facility",
        "phrase",
        site.entity,
        "nominal",
        site.name or (entity.name if entity else ""),
        properties=site.properties,
    )


def _is_definite(token: Token) -> bool:
    """Whether it says that the site is known: "the plant", "the Malaysian plant", but neither "the plant in Kulim" nor "the new plant"."""
    definite = any(child.lower_ in DEFINITE and child.dep_ == "det" for child in token.lefts)
    other = any(child.lower_ in ("new", "second", "first", "third", "other", "only", "planned") for child in token.lefts)
    return definite and not other and not any(child.dep_ in ("poss", "relcl") for child in token.children)
