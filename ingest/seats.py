"""Where a firm, a body or a town is, as the shape of a phrase says: "Dutch toolmaker ASML", "Sumida Crystal of Japan",
"Kestrel, a start-up from Grenoble", "Palladian (Texas)", "the Oslo-based firm", "Cebu, the Philippines"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.anaphors import FIRMS
from ingest.reading import Found, mention_at, reading_of
from ingest.words import COMPANY_NOUNS

PLACES = ("City", "Region", "Country")
PARTIES = ("Company", "ResearchOrg")
NOUNS = (FIRMS | COMPANY_NOUNS | frozenset("institute university laboratory agency upstart truckmaker lasermaker".split())) - frozenset(
    ["customer", "client"]
)
_REACH = 14
RELATIVE = frozenset(["that", "which", "who", "whom", "whose"])
_SEATED = frozenset(["based", "headquartered", "headquarters", "located", "incorporated", "registered", "domiciled"])
Seat = tuple[Found, Found, str]


def seats(doc: Doc) -> Iterator[Seat]:
    """(what, place, pattern) of every such phrase."""
    for found in reading_of(doc).mentions:
        if found.can_be(*PARTIES) and found.kind == "name":
            place = _before(doc, found) or _after(doc, found) or _opened(doc, found)
            if place is not None:
                yield found, place[0], place[1]
        elif found.can_be(*PARTIES) and found.kind == "nominal":
            inside = _inside(doc, found)
            if inside is not None:
                yield found, inside, "seat.nominal"
        elif found.can_be("City", "Region") and not _is_in_a_label(doc, found):
            place_of = _within(doc, found)
            if place_of is not None:
                yield found, place_of, "seat.place"


def _is_in_a_label(doc: Doc, found: Found) -> bool:
    """Of a dateline, which is no sentence: "HAIPHONG, Vietnam, April 14 -"."""
    return any(part.role == "label" and part.start <= found.start < part.end for part in reading_of(doc).parts)


def _opened(doc: Doc, firm: Found) -> tuple[Found, str] | None:
    """ "Based in Zelenograd, Zarnitsa makes": a sentence that opens with where its subject is."""
    sentence = doc[firm.start].sent
    if sentence[0].lower_ not in _SEATED or firm.start < sentence.start + 4 or doc[firm.start - 1].text != ",":
        return None
    place = _place(doc, sentence.start + 2)
    commas = [token.i for token in doc[sentence.start : firm.start] if token.text == ","]
    alone = place is not None and all(mention_at(doc, i + 1) is not None for i in commas)
    return (place, "seat.opened") if place is not None and alone else None


def _before(doc: Doc, firm: Found) -> tuple[Found, str] | None:
    """ "Germany's Siemens", "Dutch toolmaker ASML", "Haiphong-based Pha Le", "Jena-based start-up Lumora"."""
    position = firm.start - 1
    seated = False
    while position >= max(0, firm.start - 7) and not doc[position + 1].is_sent_start:
        place = mention_at(doc, position)
        if place is not None and place.can_be("Product", "Material", "Chip"):
            position = place.start - 1  # "U.S. server builder Branford Systems"
            continue
        if place is not None:
            if not place.can_be(*PLACES) or place.kind != "name":
                return None
            between = doc[place.end : firm.start]
            words = [token.lower_ for token in between]
            if not RELATIVE.isdisjoint(words):
                return None  # "a Korean firm that Hanul controls"
            if seated or words == ["'s"] or (words and words[0] == "'s" and _is_noun(between[-1])):
                return place, "seat.before"
            nouns = any(_is_noun(token) for token in between) or (len(between) and _is_agent(between[-1], firm))
            return (place, "seat.before") if nouns and place.can_be("Country", "Region", "City") else None
        token = doc[position]
        seated = seated or token.lower_ in ("based", "headquartered")
        if position == firm.start - 1 and token.text == "," and _closes_a_noun(doc, firm):
            position -= 1
            continue  # "Germany's largest lens maker, Harrow"
        if (
            token.text not in ("-", "'s")
            and not token.text[0].isalpha()
            or token.pos_ in ("VERB", "ADP", "AUX")
            and token.lower_ != "based"
        ):
            return None
        position -= 1
    return None


def _closes_a_noun(doc: Doc, firm: Found) -> bool:
    """Whether a firm's name is set off by commas after the noun that says what it is."""
    if reading_of(doc).given:
        return False  # where types are open, the owner of "our subsidiary, Pathway" cannot be told from a place
    after = doc[firm.end].text if firm.end < len(doc) else "."
    return firm.start > 2 and _is_noun(doc[firm.start - 2]) and after in (",", ".", ";")


def _is_agent(token: Token, firm: Found) -> bool:
    """A noun for who does something, right before the name: "the Japanese trading house Asahina Shoji"."""
    hangs = token.dep_ in ("compound", "nmod", "amod", "appos") and firm.start <= token.head.i < firm.end
    bears = any(firm.start <= child.i < firm.end for child in token.children if child.dep_ == "appos")
    return (
        token.pos_ == "NOUN"
        and token.text.islower()
        and (hangs or bears)
        and token.lower_.endswith(("er", "or", "house", "shop", "chain", "agent"))
    )


def _is_noun(token: Token) -> bool:
    return token.lemma_.lower() in NOUNS or token.lower_.endswith(("maker", "builder")) or token.lower_ in ("up", "giant", "group")


def _after(doc: Doc, firm: Found) -> tuple[Found, str] | None:
    """ "Sumida Crystal of Japan", "Palladian (Texas)", "ASML, a Dutch toolmaker", "Lumora, a start-up from Grenoble"."""
    if firm.end + 1 >= len(doc) or doc[firm.end].is_sent_start:
        return None
    sign = doc[firm.end].text
    if sign == "in" and _stands_alone(doc, firm) and firm.source != "lexicon":
        place = _place(doc, firm.end + 1)
        return (place, "seat.in") if place is not None and place.can_be("Country", "City") and _is_noun_of_place(doc, place) else None
    if sign in ("of", "("):
        place = _place(doc, firm.end + 1)
        closed = place is not None and (sign == "of" or (place.end < len(doc) and doc[place.end].text in (")", ",")))
        return (place, "seat.of") if place is not None and closed and _is_noun_of_place(doc, place) else None
    owned = _of_a_country(doc, firm)
    if owned is not None:
        return owned, "seat.copula"
    return (_set_off(doc, firm) or _apposed(doc, firm)) if sign in (",", "-", "–", "—") else None


def _set_off(doc: Doc, firm: Found) -> tuple[Found, str] | None:
    """ "Larkin, from Grenoble, makes", "made by Larkin, in Grenoble."."""
    if doc[firm.end + 1].lower_ not in ("in", "from", "of"):
        return None
    place = _place(doc, firm.end + 2)
    closed = place is not None and place.end < len(doc) and (doc[place.end].text in (",", ".", ";") or doc[place.end].lower_ == "in")
    return (place, "seat.set_off") if place is not None and closed and firm.source != "lexicon" else None


def _stands_alone(doc: Doc, firm: Found) -> bool:
    """Whether "in" after a name can tell where the firm is, and not where something is done."""
    before = doc[firm.start - 1].lower_ if firm.start and not doc[firm.start].is_sent_start else ""
    return before in ("", "to", "from", "with", "by") or firm.can_be("ResearchOrg")


def _of_a_country(doc: Doc, firm: Found) -> Found | None:
    """ "Larkin is a German company", "Larkin, Germany's biggest wafer maker": the country before the noun."""
    position = firm.end
    if doc[position].text != "," and doc[position].lower_ not in ("is", "was", "remains"):
        return None
    position += 1
    while position < len(doc) and doc[position].lower_ in ("a", "an", "the", "one", "of", "now", "still"):
        position += 1
    place = mention_at(doc, position) if position < len(doc) else None
    if place is None or not place.can_be("Country") or place.start != position or place.kind != "name":
        return None
    if doc[position - 1].text == "," and (place.end >= len(doc) or doc[place.end].text != "'s"):
        return None
    following = doc[place.end : min(place.end + 7, len(doc))]
    stop = next(
        (i for i, token in enumerate(following) if token.text in (",", ".", ";") or token.pos_ in ("VERB", "ADP", "AUX")), len(following)
    )
    return place if any(_is_noun(token) for token in following[:stop]) else None


def _is_noun_of_place(doc: Doc, place: Found) -> bool:
    """Not an adjective: "Bank of Dutch …"."""
    return doc[place.start : place.end].root.pos_ != "ADJ"


def _apposed(doc: Doc, firm: Found) -> tuple[Found, str] | None:
    """A place in the apposition: before its noun, or after it with "in", "from", "of"; "based in" without a noun."""
    position = firm.end + 1
    article = doc[position].lower_ in ("a", "an", "the", "another", "one")
    if not article and doc[position].lower_ not in _SEATED and doc[position].lower_ != "whose":
        return None
    noun = seated = False
    for token in doc[position : min(position + _REACH, len(doc))]:
        if token.is_sent_start or token.text in (";", ".", ",", ")") or (token.pos_ == "VERB" and token.lower_ not in _SEATED):
            return None
        seated = seated or token.lower_ in _SEATED
        place = mention_at(doc, token.i)
        if place is None or place.can_be("Product", "Material", "Chip"):
            noun = noun or _is_noun(token) or (token.pos_ == "NOUN" and token.dep_ == "appos")
            continue
        if not place.can_be(*PLACES) or place.kind != "name" or (place.end < len(doc) and doc[place.end].text == "'s"):
            return None
        before = doc[place.start - 1].lower_
        if noun and doc[place.end : place.end + 2].text in ("-based", "-headquartered"):
            return None  # "a unit of Chongqing-based Dongshui Group"
        if before == "the":
            before = doc[place.start - 2].lower_
        if seated and before in ("in", "at", "near", "outside") or noun and before in ("in", "from", "of", "near", "outside"):
            return place, "seat.apposed"
        if article and not noun and any(_is_noun(one) for one in doc[place.end : min(place.end + 5, len(doc))]):
            return place, "seat.apposed"
        return None
    return None


def _inside(doc: Doc, firm: Found) -> Found | None:
    """The place in a nominal: "the German firm", "the Oslo-based company", "the Eindhoven firm"."""
    start = firm.start
    articled = doc[start].lower_ in ("the", "this", "that", "a")  # "In Singapore the group"
    while not articled and start and not doc[start].is_sent_start and doc[start - 1].lower_ not in ("the", "this", "that", "a"):
        start -= 1
        if firm.start - start > 4:
            return None
    for position in range(start, firm.end):
        place = mention_at(doc, position)
        if place is not None and place is not firm and place.can_be(*PLACES) and place.kind == "name":
            return place
    return next(
        (one for one in reading_of(doc).mentions if one is not firm and firm.start <= one.start < firm.end and one.can_be(*PLACES)), None
    )


def _within(doc: Doc, place: Found) -> Found | None:
    """ "Boise, Idaho"; "Cebu, the Philippines"; "Hsinchu in Taiwan"; "Dresden, the capital of Saxony"; "Gunma prefecture"."""
    if place.end + 1 >= len(doc) or doc[place.end].is_sent_start:
        return None
    sign = doc[place.end].lower_
    if sign in (",", "in", "("):
        wider = _place(doc, place.end + 1) or _province(doc, place.end + 1)
        if wider is not None and _is_wider(doc, place, wider, sign):
            return wider
    if sign == "," and place.end + 4 < len(doc) and doc[place.end + 1].lower_ in ("the", "a"):
        for token in doc[place.end + 2 : place.end + 6]:
            if token.lower_ in ("of", "in"):
                return _place(doc, token.i + 1)
            if token.pos_ not in ("NOUN", "ADJ"):
                return None
    return None


def _province(doc: Doc, position: int) -> Found | None:
    """ "Xining, in the western province of Qinghai"."""
    words = [token.lower_ for token in doc[position : position + 5]]
    if words[:2] != ["in", "the"] or "of" not in words[2:]:
        return None
    of = position + words.index("of")
    return _place(doc, of + 1) if doc[of - 1].lower_ in ("province", "state", "region", "county", "prefecture") else None


def _is_wider(doc: Doc, place: Found, wider: Found, sign: str) -> bool:
    rank = {"City": 0, "Region": 1, "Country": 2}
    if rank.get(wider.label or "", 0) < rank.get(place.label or "", 0) or wider.label == "City":
        return False
    if doc[wider.start : wider.end].root.pos_ == "ADJ" or (wider.end < len(doc) and doc[wider.end].text == "'s"):
        return False
    if sign != "," or wider.label != place.label:
        listed = wider.end < len(doc) and doc[wider.end].lower_ in ("and", "or") and place.label == wider.label
        return not listed
    return False


def _place(doc: Doc, position: int) -> Found | None:
    """The place that is named at `position`, after an article."""
    if position < len(doc) and doc[position].lower_ == "the":
        position += 1
    found = mention_at(doc, position) if position < len(doc) else None
    return found if found is not None and found.start == position and found.kind == "name" and found.can_be(*PLACES) else None
