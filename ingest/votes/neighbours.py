"""What the words right before and after a name say of it."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.currencies import SIGNS
from ingest.dictionary import is_word
from ingest.gazetteer import city_countries
from ingest.reading import Found, mention_at
from ingest.runs import is_opening, is_title
from ingest.votes.ballot import Vote
from ingest.votes.roles import marked
from ingest.words import (
    CHIP_NOUNS,
    COMPANY_NOUNS,
    FIRM_THINGS,
    MODEL_NOUNS,
    PLACE_PREPS,
    PRODUCT_NAMED,
    PRODUCT_NOUNS,
    SITE_NOUNS,
    STRICT_LEGAL,
    given_names,
)

PREMISES = SITE_NOUNS | frozenset("store stores warehouse depot office offices headquarters yard works".split())
SITES_OF_A_TOWN = frozenset("fab plant factory smelter refinery campus site works".split())
PAYING = frozenset("grant award pay lend fine give offer promise owe".split())
LINES = frozenset("family line series range generation".split())
KIN = frozenset("family wife husband brother sister son daughter mother father brothers sisters parents widow".split())
SPEAKING = frozenset("spokesman spokeswoman spokesperson lawyer lawyers attorney counsel analysts".split())


def neighbours(doc: Doc, start: int, end: int) -> Iterator[Vote]:
    """What stands right before and after."""
    before = doc[start - 1] if start and not doc[start].is_sent_start else None
    after = doc[end] if end < len(doc) and not doc[end].is_sent_start else None
    further = doc[end + 1] if after is not None and end + 1 < len(doc) and not doc[end + 1].is_sent_start else None
    name = doc[start:end]
    designation = marked(doc, start, end) or end - start == 1
    if before is not None:
        word = before.lower_
        if _manages_money(before) and doc[start].text not in given_names():
            yield "Company", 5.0  # "U.S. fund manager Ardley Point"
        elif is_title(before) and word not in ("partner", "partners"):
            yield "Person", 5.0 if end - start > 1 else 2.0
        elif word in ("mr.", "ms.", "mrs.", "dr.", "mr", "ms", "mrs", "dr", "prof", "prof."):
            yield "Person", 8.0
        if is_opening(before) and word in COMPANY_NOUNS:
            yield "Company", 5.0  # "Rival Oriel"
        elif (
            before.text.islower()
            and word in COMPANY_NOUNS
            and (before.dep_ in ("compound", "amod", "nmod", "appos") or before.head.i in range(start, end))
        ):
            yield "Company", 5.0
        if word == "up" and start > 2 and doc[start - 3].lower_ == "start":
            yield "Company", 6.0
        if before.text.islower() and word in MODEL_NOUNS and before.dep_ in ("compound", "nmod", "appos", "nsubj", "dobj"):
            yield "AIModel", 4.0
        elif before.text.islower() and word in CHIP_NOUNS and before.dep_ in ("compound", "nmod", "appos", "nsubj", "dobj"):
            yield "Chip", 4.0
        if word in PRODUCT_NAMED:
            yield from _named(doc, start)
        elif word == "as" and start > 1 and doc[start - 2].lower_ == "known":
            yield from _named(doc, start - 1)
        if word == "of" and start > 1 and (doc[start - 2].lower_ in STRICT_LEGAL or doc[start - 2].ent_type_ == "ORG"):
            yield "City", 1.0
        if word == "of" and start > 2 and doc[start - 2].text == "," and doc[start - 3].text[0].isupper() and name.text in city_countries():
            yield "City", 3.0  # "Larkin, of Okayama, which"
        if _is_seat(doc, start, end):
            yield "City", 3.0  # "Thornybeck Cryogenics Ltd, of Harwell, makes"
        if word == "in" and before.head.lemma_.lower() in PREMISES and before.head.i == start - 2:
            yield "City", 2.5  # "a fab in Hexham"
        if word == "," and _follows_a_town(doc, start, end):
            yield "Region", 3.0  # "in Hexham, Northumberland."
        if word == "of" and start > 1 and doc[start - 2].pos_ == "PROPN" and name.text in city_countries():
            yield "City", 2.5  # "Pell & Draycott of Bristol"
        if (
            word in ("its", "their", "our")
            and after is not None
            and {after.lower_, after.lemma_.lower()} & PREMISES
            and name.text in city_countries()
        ):
            yield "City", 4.0  # "its Brno stores"
        if _is_spun_out(doc, start):
            yield "Company", 4.0  # "spun out of Corvelle in 2022"
        if word in ("city", "town", "village", "suburb", "port") or (
            word == "of" and start > 1 and doc[start - 2].lower_ in ("city", "town", "village", "port", "suburb")
        ):
            yield "City", 6.0
        if word == "of" and start > 1 and doc[start - 2].lower_ in ("county", "province", "prefecture", "region"):
            yield "Region", 6.0
        if word == "for" and start > 1 and doc[start - 2].lower_ in SPEAKING:
            yield "Company", 4.0
        if word in PLACE_PREPS and (before.dep_ == "prep" or before.pos_ == "ADP"):
            yield "City", 3.0 if name.text in city_countries() else 1.5
        if word == "at" and before.head.lemma_.lower() in SITE_NOUNS and before.head.i == start - 2:
            yield "City", 2.5  # "a plant at Boden"
        if word in ("its", "their", "our", "'s") and after is not None and {after.lower_, after.lemma_.lower()} & SITES_OF_A_TOWN:
            yield "City", 2.5  # "its Batu Kawan fab"
        if word == "of" and start > 2 and doc[start - 2].lower_ == "out" and doc[start - 3].text == ",":
            yield "City", 4.0  # "Cask & Ember, out of Bristol,"
        if word in ("at", "from"):
            yield "City", 2.0 if word == "at" and name.text in city_countries() else 0.3
        if word in ("the", "a", "an", "another") and name.text in city_countries() and _is_of_a_firm(after, further):
            yield "City", 6.0  # "the Bergen company", "a Turin designer", "a Turin lidar maker"
    if before is not None and before.lemma_.lower() in PAYING and _is_sum(after, further):
        yield "Company", 4.0  # "granted Elbtaler Halbleiter €610 million"
    if after is not None and after.lower_ == "of" and _is_of_its_town(doc, start, end):
        yield "Company", 1.5  # "Waferlight of Eindhoven has closed"
    if after is None:
        return
    word = after.lower_
    if word == "-" and further is not None and not after.whitespace_:
        if further.lower_ in ("based", "headquartered"):
            yield "City", 6.0
        elif further.lower_ in ("owned", "made", "backed", "led", "designed", "built", "supplied", "controlled", "branded", "listed"):
            yield "Company", 3.0
    elif (word in CHIP_NOUNS or _further_noun(after, further, CHIP_NOUNS)) and designation:
        yield "Chip", 6.0 if marked(doc, start, end) else 3.5
        yield "Company", 1.0
    elif word in ("core", "cores", "gpus", "cpus") and designation and after.pos_ == "NOUN":
        yield "Chip", 3.0  # "Zen cores"
    elif (word in MODEL_NOUNS or _further_noun(after, further, MODEL_NOUNS)) and designation:
        yield "AIModel", 3.0
    elif word in LINES and (kind := _kind_of_line(doc, end + 1)):
        yield kind, 4.0
    elif word in PRODUCT_NOUNS and after.pos_ == "NOUN":
        yield "Product", 1.2
    elif word in ("province", "prefecture", "county", "region", "peninsula", "valley", "desert", "state"):
        yield "Region", 4.0
    elif word == "'s" and further is not None and further.lower_ in KIN:
        yield "Person", 4.0
    elif word == "'s" and further is not None:
        head = after.nbor(1) if end + 1 < len(doc) else further
        things = {token.lower_ for token in doc[end + 1 : end + 4]}
        if things & FIRM_THINGS or head.lower_ in FIRM_THINGS:
            yield "Company", 2.5
    elif word in ("group", "conglomerate") and before is not None and before.lower_ == "the":
        yield "Company", 2.0  # "the Malmberg group"
    elif word in FIRM_THINGS and after.pos_ in ("NOUN", "PROPN") and not is_title(after):
        yield "Company", 1.5
    elif word in ("spokesman", "spokeswoman", "spokesperson", "ceo", "cfo", "chairman", "executives"):
        yield "Company", 4.0
    elif word == "(" and further is not None:
        yield from _parenthesis(doc, end)
    elif word == "," and further is not None and further.lower_ == "of" and _is_of_its_town(doc, start, end + 1):
        yield "Company", 3.0  # "Corbel, of Montreal, has"
    elif word == "," and further is not None and further.lower_ in ("based", "headquartered"):
        yield "Company", 4.0  # "Orbeline, based in Lyon, is"
    elif word == "," and further is not None and further.text.isdecimal() and 15 < int(further.text) < 100 and _closes(doc, end + 2):
        yield "Person", 5.0  # "Pilar Ibarlucea, 71,"
    elif word == ",":
        place = mention_at(doc, end + 1)
        if place is not None and place.label in ("Country", "Region", "City") and end - start <= 3:
            yield "City", 2.5 if before is not None and before.lower_ in (*PLACE_PREPS, "at", "from", "to", "and") else 1.0


def _is_spun_out(doc: Doc, start: int) -> bool:
    words = [one.lower_ for one in doc[max(start - 3, 0) : start]]
    return words[:1] in (["spun"], ["carved"]) and words[1:] in (["out", "of"], ["off", "from"], ["off", "by"], ["out", "from"])


def _is_sum(after: Token | None, further: Token | None) -> bool:
    """Whether a sum of money begins with these words: "$", "€610", "A$" and a number, "2 billion"."""
    if after is None:
        return False
    return after.tag_ == "$" or after.text[0] in SIGNS or (after.like_num and further is not None and further.like_num)


def _is_of_its_town(doc: Doc, start: int, end: int) -> bool:
    """Whether "of" and a town or country follow a name that is no English word."""
    set_off = doc[end - 1].text == ","
    strange = set_off or not all(is_word(token) for token in doc[start:end])
    return strange and place_after(doc, end) is not None


def place_after(doc: Doc, position: int) -> Found | None:
    """The town, region or country that "of" at `position` names."""
    found = mention_at(doc, position + 1) if position + 1 < len(doc) and doc[position].lower_ == "of" else None
    return found if found is not None and found.label in ("City", "Country", "Region") else None


def _is_seat(doc: Doc, start: int, end: int) -> bool:
    """Whether a name stands between commas after "of" and the legal form of a firm."""
    formed = start > 2 and doc[start - 1].lower_ == "of" and doc[start - 2].text == "," and doc[start - 3].lower_ in STRICT_LEGAL
    return formed and end - start < 3 and end < len(doc) and doc[end].text in (",", ".")


def _follows_a_town(doc: Doc, start: int, end: int) -> bool:
    """Whether a name closes "in" or "near" a town, and nothing goes on to list more towns."""
    town = mention_at(doc, start - 2) if start > 2 else None
    first = town.start if town is not None else start - 2
    placed = first > 0 and doc[first - 1].lower_ in ("in", "near", "at", "of") and doc[start - 2].text[0].isupper()
    return placed and (town is None or town.label == "City") and end < len(doc) and doc[end].text in (",", ".", ";")


def _manages_money(noun: Token) -> bool:
    return noun.lower_ in ("manager", "managers") and any(one.lower_ in ("fund", "asset", "wealth", "money") for one in noun.lefts)


def _kind_of_line(doc: Doc, start: int) -> str:
    """What "the Mirabel family of language models" is; "" where nothing says."""
    if start >= len(doc) or doc[start].lower_ != "of":
        return ""
    words = {token.lower_ for token in doc[start + 1 : start + 5]}
    return "AIModel" if words & MODEL_NOUNS else "Chip" if words & CHIP_NOUNS else ""


def _closes(doc: Doc, position: int) -> bool:
    return position < len(doc) and doc[position].text in (",", ".")


def _is_of_a_firm(after: Token | None, further: Token | None) -> bool:
    """Whether the word after a name, or the one after that, calls a firm."""
    near = [one for one in (after, further) if one is not None]
    if len(near) == 2 and near[0].lower_ == "start" and near[1].text == "-":
        return True
    return bool(near) and near[0].text.islower() and any(one.lemma_.lower() in COMPANY_NOUNS for one in near)


def _further_noun(after: Token, further: Token | None, nouns: frozenset[str]) -> bool:
    """Whether one plain word stands between the name and a noun of `nouns`: "Otter radio chip", "Kestra-70B language model"."""
    plain = after.text.islower() and after.pos_ in ("NOUN", "ADJ") or after.lower_ == "ai"
    return further is not None and plain and further.lower_ in nouns


def _named(doc: Doc, start: int) -> Iterator[Vote]:
    """ "a glass interposer called GlassBridge": the noun before says what it is."""
    for token in reversed(doc[max(start - 8, 0) : start - 1]):
        word = token.lemma_.lower()
        if token.text[0].isupper():
            continue
        if word in COMPANY_NOUNS:
            yield "Company", 5.0
        elif word in CHIP_NOUNS:
            yield "Chip", 5.0
        elif word in MODEL_NOUNS:
            yield "AIModel", 5.0
        elif word in SITE_NOUNS:
            yield "Facility", 6.0
        elif token.pos_ == "NOUN":
            yield "Product", 4.0
        else:
            continue
        return


def _parenthesis(doc: Doc, end: int) -> Iterator[Vote]:
    """ "Tessel (TSL.AS)", "Kestrel (NASDAQ: KST)": a ticker makes a firm."""
    inside = doc[end + 1 : min(end + 6, len(doc))].text.split(")")[0]
    if any(mark in inside for mark in ("NASDAQ", "Nasdaq", "NYSE", "TSX", "LSE", "TYO", "HKEX", "TWSE", "KRX", "XETRA")):
        yield "Company", 8.0
    elif inside.replace(".", "").isalnum() and "." in inside and inside.isupper():
        yield "Company", 6.0
    elif inside.isdigit():
        yield "Person", 3.0  # an age
