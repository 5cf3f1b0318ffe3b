"""Which of two words for one thing an end of a relation is: the name and not what it is, the firm and not its seat."""

from spacy.tokens import Doc, Token

from ingest.denotation import THINGS
from ingest.grammar import climbed
from ingest.reading import Found, mention_at


def bearers_of_places(token: Token, words: list[Token], found: list[Found]) -> list[Found]:
    """Of "Larkin of Mechelen, Belgium, which builds etchers" Larkin: a clause after a firm and where it is says what the firm does."""
    if not found or token.dep_ != "relcl" or any(one.label not in ("City", "Region", "Country") for one in found):
        return found
    place = found[0].start
    if place < 2 or token.doc[place - 1].lower_ not in ("of", "in", "from", ",") or token.doc[token.left_edge.i].lower_ == "where":
        return found
    above = [one for noun in climbed(token, words) if (one := mention_at(token.doc, noun.i)) is not None]
    firms = [one for one in above if one.kind == "name" and one.label in ("Company", "ResearchOrg")]
    return firms[:1] or _before_its_seat(token.doc, place) or found


def _before_its_seat(doc: Doc, place: int) -> list[Found]:
    """The firm of "Larkin, based in Mechelen, Belgium, which builds": the name that its seat is set off behind."""
    based = next((i for i in range(place - 1, max(place - 7, 1), -1) if doc[i].lower_ in ("based", "headquartered")), None)
    if based is None or doc[based - 1].text != ",":
        return []
    firm = mention_at(doc, based - 2)
    return [firm] if firm is not None and firm.kind == "name" and firm.label in ("Company", "ResearchOrg") else []


def named_thing(doc: Doc, found: Found) -> Found:
    """Of "Falcon 2, an inference chip that it designed" Falcon 2: the name beside the words for what it is."""
    root = doc[found.start : found.end].root
    beside = mention_at(doc, root.head.i) if root.dep_ == "appos" else None
    known = beside is not None and beside.kind == "name" and beside.source != "phrase" and beside.label in THINGS
    return beside if beside is not None and known and found.source == "phrase" and found.label in THINGS else found


def names_its_bearer(word: Token) -> bool:
    """Whether a noun says what something is, as "maker" in "ASML is a maker based in Veldhoven"."""
    place = word.head.dep_ if word.dep_ == "conj" and word.head.pos_ == "NOUN" else word.dep_
    return word.pos_ == "NOUN" and place in ("attr", "appos") and mention_at(word.doc, word.i) is None


def is_within_goods(token: Token) -> bool:
    """Whether a word taken for a verb narrows goods: "we furnish pump lasers"."""
    found = mention_at(token.doc, token.i) if token.pos_ == "VERB" else None
    after_subject = token.i > 0 and mention_at(token.doc, token.i - 1) is not None  # "Ford and Tesla order cells"
    return found is not None and found.label in THINGS and token.i < found.end - 1 and not after_subject
