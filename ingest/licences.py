"""Permissions without a name of their own: "annual licences for chipmaking equipment", known by who has or gets them."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.grammar import fillers, governors
from ingest.reading import Found, mention_at, reading_of, text_of

LICENCES = frozenset("licence license licences licenses authorisation authorization waiver waivers permit permits".split())
GIVING = frozenset("grant issue award give extend renew approve deny refuse hand clear".split())
HAVING = frozenset("receive obtain get win hold secure have lose await".split())
KINDS = frozenset("general individual open global temporary special bulk annual".split())
TRADED = frozenset("export import trade sale shipment supply ship sell deliver".split())
"""What a permission is for that a firm is said to own: "Larkin's licence to export neon", "its export licence"."""
ALLOWING = frozenset("cover allow permit authorise authorize".split())
HOLDERS = ("Company", "Facility")
_NOT = frozenset("requirement requirements application applications regime rule rules fee fees holder agreement deal".split())


def licences(doc: Doc, token: Token) -> list[Found]:
    """`token` as the head of a permission that somebody has, gets or is denied, or that is one of a kind for some goods."""
    if token.lower_ not in LICENCES or token.pos_ not in ("NOUN", "PROPN") or token.dep_ == "compound":
        return []
    if token.i + 1 < len(doc) and doc[token.i + 1].lower_ in _NOT:
        return []
    holder = next(_holders(token), None)
    if holder is None and not _is_of_a_kind(token):
        return []
    start = min([token.i, *(child.i for child in token.lefts if child.dep_ in ("amod", "compound") and mention_at(doc, child.i) is None)])
    name = f"{doc[start : token.i].text} licence {_about(doc, token, holder)}".strip()
    return [Found(start, token.i + 1, "Licence", "phrase", name=name, kind="nominal")]


def _about(doc: Doc, token: Token, holder: Found | None) -> str:
    """What keeps two permissions apart: who has it, else the words behind it."""
    entity = reading_of(doc).entities.get(holder.entity) if holder is not None else None
    if holder is None:
        words = [one.text for one in token.subtree if one.i > token.i and one.pos_ in ("NOUN", "PROPN")]
        return f"for {' '.join(words[:3])}" if words else ""
    return f"for {entity.name if entity else text_of(doc, holder)}"


def _is_of_a_kind(token: Token) -> bool:
    """ "The general licence covering neon", "an open licence for neon lapses": a kind of permission, and what it allows."""
    kind = any(child.lower_ in KINDS for child in token.lefts)
    allows = any(child.lower_ == "for" or (child.dep_ in ("acl", "relcl") and child.lemma_ in ALLOWING) for child in token.rights)
    stands = token.dep_ == "nsubj" and token.head.lemma_ in ALLOWING
    return kind and (allows or stands)


def _holders(token: Token) -> Iterator[Found]:
    """Who gets it from a verb of giving, who has it, whom the noun itself names."""
    verb = next((one for one in governors(token) if one.pos_ == "VERB"), None)
    words: list[Token] = []
    if verb is not None and verb.lemma_ in GIVING and token.dep_ in ("dobj", "nsubjpass", "oprd", "dative"):
        words = [one for slot in ("obj", "to") for one in fillers(verb, slot)]
        words += [child for child in verb.children if child.dep_ in ("dative", "nsubjpass")]
    elif verb is not None and verb.lemma_ in HAVING and token.dep_ == "dobj":
        words = fillers(verb, "subj")
    clauses = [child for child in token.children if child.dep_ in ("acl", "relcl")]
    words += [one for clause in clauses if clause.lemma_ in GIVING for one in (*fillers(clause, "to"), *_recipients(clause))]
    words += [one for clause in clauses if clause.lemma_ in HAVING for one in fillers(clause, "subj")]
    words += _acting_under(token)
    words += [child for child in token.lefts if child.dep_ == "poss" and _is_for_trade(token)]
    found = (mention_at(token.doc, word.i) for word in words)
    yield from (one for one in found if one is not None and one.label in HOLDERS)


def _acting_under(token: Token) -> list[Token]:
    """Who may do something with it: "under a general licence, Larkin may keep running its plant"."""
    if token.dep_ != "pobj" or token.head.lower_ not in ("under", "with", "by"):
        return []
    verb = next((one for one in governors(token) if one.pos_ in ("VERB", "AUX")), None)
    helped = verb is not None and any(child.dep_ == "aux" and child.lower_ in ("may", "can") for child in verb.children)
    return fillers(verb, "subj") if verb is not None and helped else []


def _is_for_trade(token: Token) -> bool:
    """Whether it is said to be one for goods that go abroad."""
    meant = [p for child in token.children if child.lower_ == "for" for p in child.children]
    behind = token.doc[token.i + 1 : token.i + 3]  # "to export", with the verb read as a noun
    return any(one.lemma_.lower() in TRADED for one in (*token.children, *meant, *behind))


def _recipients(clause: Token) -> list[Token]:
    """Who gets it without a preposition: "a licence that BIS granted Larkin"."""
    return [child for child in clause.children if child.dep_ in ("dative", "dobj") and child.pos_ != "ADP"]
