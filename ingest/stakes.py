"""Stakes said without naming what they are in: "TSMC owns 70 percent of ESMC; Bosch, Infineon and NXP have 10 percent each"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.assertion import assertion
from ingest.grammar import fillers
from ingest.reading import Figure, Found, Relation, mention_at, reading_of

HOLDING = frozenset("hold have own keep retain control take".split())
HOLDERS = ("Company", "Person", "Country", "GovBody")
_COMMON = frozenset(["each", "apiece"])


def stakes(doc: Doc, known: list[Relation]) -> Iterator[Relation]:
    """OWNS relations of holders whose verb has a percentage as its object; the firm is the one of the stake said before."""
    for token in doc:
        if token.lemma_.lower() not in HOLDING or token.pos_ not in ("VERB", "AUX"):
            continue
        figures = _percentages(doc, token)
        if not figures:
            continue
        holders = [
            found for one in _subjects(token) if (found := mention_at(doc, one.i)) is not None and found.label in HOLDERS and found.entity
        ]
        firm = _firm(doc, token, known)
        if firm is None:
            continue
        said = assertion(token)
        for number, holder in enumerate(holders):
            if holder.entity != firm.entity:
                figure = figures[number] if len(figures) == len(holders) else figures[0] if len(figures) == 1 else None
                yield Relation(
                    "OWNS",
                    holder,
                    firm,
                    "stakes.elliptic",
                    token.i,
                    said.polarity,
                    said.modality,
                    said.attribution,
                    said.alleged,
                    figures=(figure,) if figure is not None else (),
                )


def _subjects(verb: Token) -> list[Token]:
    """The holders, also of a passive: "is held by Aurum"."""
    return fillers(verb, "subj")


def _percentages(doc: Doc, verb: Token) -> list[Figure]:
    """The percentages in the verb's own clause, after it or before a passive one."""
    inside = {child.i for child in verb.subtree}
    found = []
    for figure in reading_of(doc).figures:
        span = doc.char_span(figure.start, figure.end, alignment_mode="expand") if figure.type == "PERCENT" else None
        if span is not None and span.start in inside:
            found.append(figure)
    return found


def _firm(doc: Doc, verb: Token, known: list[Relation]) -> Found | None:
    """What the stake is in: a firm after "of" or "in", the noun of a relative clause, else the firm of the stake before."""
    for token in verb.subtree:
        if token.dep_ == "pobj" and token.head.lower_ in ("of", "in"):
            found = mention_at(doc, token.i)
            if found is not None and found.label in ("Company", "Facility") and found.entity:
                return found
    if verb.dep_ == "relcl" and any(
        child.lower_ in ("in", "of") and any(p.lower_ == "which" for p in child.children) for child in verb.children
    ):
        found = mention_at(doc, verb.head.i)
        return found if found is not None and found.label in ("Company", "Facility") else None
    before = [one for one in known if one.type == "OWNS" and one.trigger < verb.i and doc[one.trigger].sent.start >= verb.sent.start]
    return before[-1].tail if before else None
