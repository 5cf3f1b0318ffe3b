"""Owners named after "of which": "ESMC, 70% of which belongs to TSMC", "Arm, most of which SoftBank owns".

The parser hangs such clauses anywhere; the words themselves tell."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.assertion import assertion
from ingest.number_words import FRACTIONS
from ingest.reading import Figure, Found, Relation, mention_at, reading_of

HELD = ("Company", "Facility")
HOLDERS = ("Company", "Person", "Country", "GovBody")
WHOLES = frozenset("all most half majority part some bulk".split()) | FRACTIONS
PASSIVES = frozenset("own hold control".split())
LYING = {"hand": "of", "lie": "with", "rest": "with", "sit": "with"}
"""Words after which the holder stands: "is in the hands of", "lies with"."""
ABOUT = frozenset("a an the about around some roughly nearly almost just over under more than and".split())
FAR = 6


def partitives(doc: Doc) -> Iterator[Relation]:
    """OWNS relations of such clauses, with the share that stands before "of which"."""
    for token in doc[1:-2]:
        if token.lower_ != "of" or token.nbor().lower_ not in ("which", "whom"):
            continue
        figure = _share_before(doc, token)
        firm = _firm_before(doc, token, figure)
        verb = next((one for one in doc[token.i + 2 : token.i + FAR] if one.lemma_.lower() in {"belong", *PASSIVES, *LYING}), None)
        if firm is None or verb is None or verb.sent.start != token.sent.start:
            continue
        how = assertion(verb)
        figures = (figure,) if figure is not None else ()
        for holder in _holders(doc, token.i + 2, verb):
            if holder.entity and holder.entity != firm.entity:
                yield Relation(
                    "OWNS",
                    holder,
                    firm,
                    "stakes.of_which",
                    verb.i,
                    how.polarity,
                    how.modality,
                    how.attribution,
                    how.alleged,
                    figures=figures,
                )


def _share_before(doc: Doc, of: Token) -> Figure | None:
    last = doc[of.i - 1]
    return next((one for one in reading_of(doc).figures if one.type == "PERCENT" and one.start <= last.idx < one.end), None)


def _firm_before(doc: Doc, of: Token, figure: Figure | None) -> Found | None:
    """The firm before the share, past one comma and a noun phrase that says what it is."""
    position = of.i - 1
    if figure is None and doc[position].lower_ not in WHOLES:
        return None
    while figure is not None and position > 0 and doc[position].idx >= figure.start:
        position -= 1
    while position > 0 and (doc[position].lower_ in ABOUT | WHOLES or doc[position].text == ","):
        position -= 1
    commas = 0
    for place in range(position, max(position - 2 * FAR, of.sent.start - 1), -1):
        found = mention_at(doc, place)
        if found is not None and found.can_be(*HELD) and found.entity and found.kind != "pronoun":
            return found
        commas += doc[place].text == ","
        if doc[place].pos_ in ("VERB", "AUX") or commas > 1:
            return None
    return None


def _holders(doc: Doc, start: int, verb: Token) -> list[Found]:
    """Who holds: after "belongs to" and "is owned by", before "owns"."""
    follows = doc[verb.i + 1].lower_ if verb.i + 1 < len(doc) else ""
    if follows in ("to", "by", LYING.get(verb.lemma_.lower())):
        found = next((one for place in range(verb.i + 2, min(verb.i + FAR + 2, len(doc))) if (one := mention_at(doc, place))), None)
        found = _past_a_country(doc, found)
    else:
        found = next((one for place in range(start, verb.i) if (one := mention_at(doc, place))), None)
    return [found] if found is not None and found.can_be(*HOLDERS) else []


def _past_a_country(doc: Doc, found: Found | None) -> Found | None:
    """Of "Taiwan's TSMC" the firm."""
    if found is None or found.label not in ("Country", "City", "Region") or found.end + 1 >= len(doc):
        return found
    step = 1 if doc[found.end].lower_ in ("'s", "’s") else 0
    return mention_at(doc, found.end + step) or found
