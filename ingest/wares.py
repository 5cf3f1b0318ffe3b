"""Categories of goods that no lexicon lists: a technical noun with what narrows it, as "pump lasers" or "fibre couplers"."""

from collections.abc import Iterator
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from ingest.goods import (
    AID,
    AIMS,
    ANOTHER,
    BARE,
    COMPOUNDS,
    DEALING,
    GOODS,
    GRADED,
    GRADES,
    NO_THINGS,
    OF_A_FIRM,
    PARTS,
    PLAIN,
    PREFIXES,
    PROCESSES,
    RAYS,
    STORED,
    STUFF,
    TECHNICAL,
    VAGUE,
    WATCHING,
)
from ingest.homographs import S_FORMS
from ingest.reading import Found, mention_at, reading_of
from ingest.runs import SAID_OF


@Language.component("wares")
def wares(doc: Doc) -> Doc:
    """Adds categories of goods to the mentions; a bare head noun later in the document stands for one named in full before."""
    reading = reading_of(doc)
    if reading.given or not doc.has_annotation("DEP"):
        return doc
    headings = {i for part in reading.parts if part.role in ("heading", "label") for i in range(part.start, part.end)}
    named: dict[str, Found] = {}
    added: list[Found] = []
    for token in doc:
        if token.i in headings or not _is_good(token):
            continue
        start = min([token.i, *_modifiers(token)])
        key = _noun(token)
        if key in COMPOUNDS and not any(_narrows(one) for one in doc[start : token.i]):
            continue
        if (key == "source" and doc[token.i - 1].lemma_.lower() not in RAYS) or _is_no_thing(token):
            continue
        covering = mention_at(doc, token.i)
        if covering is not None and covering.start <= start:
            continue
        if start < token.i:
            found = Found(start, token.i + 1, "Material" if key in STUFF else "Product", "phrase", name=_name(doc, start, token))
            named[key] = found
        elif key in named and token.dep_ not in ("compound", "nmod"):
            found = Found(token.i, token.i + 1, named[key].label, "phrase", name=named[key].name, kind="nominal")
        elif key in BARE or _is_prefixed(key) or (key in GOODS and key not in VAGUE and _is_traded(token)):
            found = Found(token.i, token.i + 1, "Material" if key in STUFF else "Product", "phrase", name=token.lemma_.lower())
        else:
            continue
        added.append(found)
    for one in reading.mentions:
        if one.label == "Material" and one.kind == "name" and one.source == "lexicon":
            one.start = _graded(doc, one.start)
            if one.end < len(doc) and ANOTHER.fullmatch(doc[one.end].lower_) and doc[one.end].pos_ in ("NOUN", "PROPN"):
                one.end, one.entity, one.name, one.source = one.end + 1, "", "", "phrase"  # "germanium tetrachloride" is another
        elif one.label == "Product" and one.kind == "name" and one.source == "lexicon" and _is_joined_before(doc, one.start):
            start, last = one.start - 3, doc[one.end - 1]
            one.start, one.entity, one.name, one.source = start, "", _name(doc, start, last), "phrase"  # "electron-beam mask writers"
    inside = [one for one in reading.mentions if any(new.start <= one.start and one.end <= new.end and new is not one for new in added)]
    dropped = {id(one) for one in inside if one.label in ("Product", "Chip", "Material")}
    reading.mentions = sorted([*(one for one in reading.mentions if id(one) not in dropped), *added], key=lambda one: (one.start, -one.end))
    return doc


@lru_cache(maxsize=10_000)
def _is_known(noun: str) -> bool:
    return noun in GOODS or noun in COMPOUNDS or _is_prefixed(noun)


def _is_prefixed(noun: str) -> bool:
    """ "cryopump", "photodetector"."""
    return any(noun.startswith(prefix) and noun[len(prefix) :].lstrip("-") in GOODS for prefix in PREFIXES)


def _is_good(token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN") or not _is_known(_noun(token)) or _is_capital(token):
        return False
    covering = mention_at(token.doc, token.i)
    if covering is not None and not (covering.label == "Product" and covering.end == token.i + 1 and covering.kind == "name"):
        return False
    return token.dep_ not in ("compound", "nmod") or _noun(token.head) not in GOODS


def _is_capital(token: Token) -> bool:
    """A capital that neither opens a sentence nor spells an abbreviation."""
    return token.text[0].isupper() and not token.is_sent_start and not token.text[:-1].isupper()


def _graded(doc: Doc, start: int) -> int:
    """Where the name of a material begins with its grade: "high-purity graphite", "acid-grade fluorspar", "synthetic quartz"."""
    if start and doc[start - 1].lower_ in GRADES and doc[start - 1].is_lower:
        return start - 1
    hyphened = start > 2 and doc[start - 1].lower_ in GRADED and doc[start - 2].text == "-" and not doc[start - 3].whitespace_
    return start - 3 if hyphened else start


def _is_joined_before(doc: Doc, start: int) -> bool:
    """Whether a plain word joined to another narrows what begins here."""
    if start < 3 or doc[start - 2].text != "-" or doc[start - 2].whitespace_ or doc[start - 3].whitespace_:
        return False
    joined = doc[start - 3 : start]
    plain = all(token.is_lower for token in (joined[0], joined[2])) and all(mention_at(doc, token.i) is None for token in joined)
    return plain and joined[2].dep_ in ("compound", "amod") and joined[2].lower_ not in PLAIN | OF_A_FIRM | SAID_OF


def _is_counted(token: Token) -> bool:
    """ "2,300 servers" is a quantity."""
    return any(one.type == "QUANTITY" and one.start <= token.idx < one.end for one in reading_of(token.doc).figures)


def _is_traded(token: Token) -> bool:
    """Whether a bare noun is what is bought, sold, made or held: "gets its lasers from", "five weeks of resist", "90% of its film"."""
    if (token.tag_ != "NNS" and token.lemma_.lower() not in STUFF) or _is_counted(token):
        return False
    if any(child.dep_ not in ("det", "poss", "case") for child in token.lefts):
        return False
    first = token
    while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN"):  # "sells valves, seals and pumps"
        first = first.head
    head = first.head
    if first.dep_ in ("dobj", "nsubjpass"):
        return head.lemma_ in DEALING
    if first.dep_ != "pobj":
        return False
    if head.lower_ == "with":
        return head.head.lemma_ in ("supply", "provide", "furnish")
    whole = head.head
    parts = whole.lemma_.lower() in STORED or whole.lemma_ in ("%", "percent", "cent") or whole.lower_ in PARTS
    return head.lower_ == "of" and parts


def _is_no_thing(token: Token) -> bool:
    """ "A rescue package", "the trade press", "a price target"."""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    word = token.lemma_.lower()
    if word == "regulator" and before in WATCHING | {"'s", "’s"}:
        return True
    return (
        (word == "package" and before in AID)
        or (word == "target" and before in AIMS)
        or (word, before) in NO_THINGS
        or (word == "press" and token.tag_ != "NNS")
    )


def _modifiers(token: Token) -> Iterator[int]:
    """Nouns and technical adjectives right before the head: "200-millimetre", "prismatic", "silicon carbide power"."""
    position, joined = token.i - 1, False
    while position >= 0 and not token.doc[position + 1].is_sent_start:
        word = token.doc[position]
        found = mention_at(token.doc, position)
        if word.lower_ in S_FORMS and position and _may_be_a_verb(word):
            return
        if found is not None and found.label not in ("Material", "Product"):
            return
        if word.text == "-" and position and not word.whitespace_:
            joined = not token.doc[position - 1].whitespace_
            position -= 1
            continue
        if joined and found is None and word.text[0].isalnum():  # "low" in "low-CTE yarn", "float" in "float-zone silicon"
            joined = False
            yield position
            position -= 1
            continue
        joined = False
        if _is_joined_participle(word):
            yield position
            position -= 1
            continue
        if (
            word.dep_ not in ("compound", "amod", "nmod", "nummod", "npadvmod")
            and word.lower_ not in PROCESSES
            and found is None
            or word.lower_ in PLAIN
            or word.lower_ in ("its", "their")
        ):
            return
        if (
            word.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM", *(("VERB",) if word.lower_ in PROCESSES else ()))
            or word.head.i > token.i
            or (word.pos_ == "NUM" and word.nbor(1).text != "-")
        ):
            return
        if word.tag_ == "VBG" and word.lower_ not in PROCESSES and position and token.doc[position - 1].pos_ in ("ADP", "SCONJ"):
            return  # "for shipping compressors"
        if word.pos_ == "ADJ" and (word.tag_ in ("JJR", "JJS") or (word.text[0].isupper() and not word.is_sent_start)):
            return
        yield position
        position -= 1


def _may_be_a_verb(word: Token) -> bool:
    """ "Rents" in "OpenAI rents servers", "manufactures" in "designs and manufactures modules"."""
    before = word.nbor(-1)
    return mention_at(word.doc, before.i) is not None or (
        before.lower_ in ("and", "or") and before.i > 0 and before.nbor(-1).lower_ in S_FORMS
    )


def _is_joined_participle(word: Token) -> bool:
    """ "Cooled" in "liquid-cooled servers", "tracking" in "vessel-tracking software"; not "made" in "Chinese-made modules"."""
    hyphened = word.i > 1 and word.nbor(-1).text == "-" and not word.nbor(-1).whitespace_ and not word.nbor(-2).whitespace_
    return hyphened and word.tag_ in ("VBN", "VBG") and word.lower_ not in SAID_OF | PLAIN | OF_A_FIRM


def _narrows(word: Token) -> bool:
    """Whether a word before a noun of COMPOUNDS makes a kind of goods of it."""
    return (
        word.pos_ in ("NOUN", "PROPN")
        or word.dep_ == "compound"
        or word.lower_ in TECHNICAL
        or word.lower_ in PROCESSES
        or word.text == "-"
    )


def _noun(token: Token) -> str:
    """The noun in the singular, also of an abbreviation: "mosfet" of "MOSFETs"."""
    short = token.text[-1:] == "s" and token.text[-2:-1].isupper()
    return token.text[:-1].lower() if short else token.lemma_.lower()


def _name(doc: Doc, start: int, token: Token) -> str:
    """The category in the singular, as the key of its entity."""
    before = doc[start : token.i].text
    return f"{before}{' ' if doc[token.i - 1].whitespace_ else ''}{token.lemma_.lower() if token.tag_ == 'NNS' else token.text}"
