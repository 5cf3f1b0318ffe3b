"""Permissions without a name of their own: "annual licences for chipmaking equipment", known by who has or gets them."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.grammar import fillers, governors
from ingest.reading import Found, mention_at, reading_of, text_of

LICENCES = frozenset("licence license licences licenses authorisation authorization waiver waivers permit permits".split())
GIVING = frozenset("grant issue award give extend renew approve deny refuse hand clear".split())
HAVING = frozenset("receive obtain get win hold secure have lose await".split())
HOLDERS = ("Company", "Facility")
_NOT = frozenset("requirement requirements application applications regime rule rules fee fees holder agreement deal".split())


def licences(doc: Doc, token: Token) -> list[Found]:
    """`token` as the head of a permission that somebody has, gets or is denied."""
    if token.lower_ not in LICENCES or token.pos_ not in ("NOUN", "PROPN") or token.dep_ == "compound":
        return []
    if token.i + 1 < len(doc) and doc[token.i + 1].lower_ in _NOT:
        return []
    holder = next(_holders(token), None)
    if holder is None:
        return []
    start = min([token.i, *(child.i for child in token.lefts if child.dep_ in ("amod", "compound") and mention_at(doc, child.i) is None)])
    entity = reading_of(doc).entities.get(holder.entity)
    name = f"{doc[start : token.i].text} licence for {entity.name if entity else text_of(doc, holder)}".strip()
    return [Found(start, token.i + 1, "Licence", "phrase", name=name, kind="nominal")]


def _holders(token: Token) -> Iterator[Found]:
    """Who gets it from a verb of giving, who has it, whom the noun itself names."""
    verb = next((one for one in governors(token) if one.pos_ == "VERB"), None)
    words: list[Token] = []
    if verb is not None and verb.lemma_ in GIVING and token.dep_ in ("dobj", "nsubjpass", "oprd", "dative"):
        words = [one for slot in ("obj", "to") for one in fillers(verb, slot)]
        words += [child for child in verb.children if child.dep_ in ("dative", "nsubjpass")]
    elif verb is not None and verb.lemma_ in HAVING and token.dep_ == "dobj":
        words = fillers(verb, "subj")
    words += [one for clause in token.children if clause.dep_ == "acl" and clause.lemma_ in GIVING for one in fillers(clause, "to")]
    found = (mention_at(token.doc, word.i) for word in words)
    yield from (one for one in found if one is not None and one.label in HOLDERS)
