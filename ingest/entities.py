"""Names from the statistical model and from cues, one type per name in a document, found wherever they stand.

What the lexicons know (ingest/names.py) always wins; a name keeps no possessive, title or article."""

from collections import Counter, defaultdict
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from graph.evidence import slug
from ingest.cues import PERSON_TITLES, unknown_names
from ingest.gazetteer import Gazetteer, load
from ingest.reading import Found, reading_of

_MODEL_LABELS = {"ORG": "Company", "PERSON": "Person", "GPE": "City", "LOC": "Region", "PRODUCT": "Product"}
_GOV_WORDS = frozenset(
    "ministry department commission bureau agency court administration committee authority parliament congress council senate government "
    "treasury pentagon regulator cabinet tribunal house customs secretariat board".split()
)
_RESEARCH_WORDS = frozenset("university institute academy laboratory college school lab labs hai research".split())
_EDGE_WORDS = frozenset(
    "the a an 's ' \" , . - – — ( ) : ; ! ? dr dr. mr mr. ms ms. mrs mrs. prof prof. sir rival rivals startup chipmaker president".split()
)
_STOP = frozenset(
    "ai tech ceo cfo cto coo gpu gpus cpu cpus it ip r&d ipo esg iot vr ar "
    "5g 6g 4g api gdp usd eur q1 q2 q3 q4 euv duv hbm dram nand ev evs "
    "llm llms roi saas m&a covid covid-19 internet christmas cloud government state congress board company group inc corp ltd co".split()
)
_TERRITORY = frozenset("county province state district prefecture territory region valley".split())
_CUE_WEIGHT, _MODEL_WEIGHT = 3, 1


class Entities:
    """Component: adds names that no lexicon knows to the Doc's mentions."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def __call__(self, doc: Doc) -> Doc:
        reading = reading_of(doc)
        if reading.given:
            return doc
        taken = {position for found in reading.mentions for position in range(found.start, found.end)}
        headings = {position for part in reading.parts if part.role in ("heading",) for position in range(part.start, part.end)}
        figures = {position for figure in reading.figures for position in _tokens(doc, figure.start, figure.end)}
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        spans: dict[str, set[tuple[int, ...]]] = defaultdict(set)
        for start, end, label, weight in self._candidates(doc, taken | figures, headings):
            key = slug(doc[start:end].text)
            votes[key][label] += weight
            spans[key].add(tuple(token.orth for token in doc[start:end]))
        labels = {key: _winner(count) for key, count in votes.items()}
        _fold_surnames(labels)
        reading.mentions.extend(_everywhere(doc, spans, labels, taken))
        reading.mentions.sort(key=lambda found: (found.start, -found.end))
        return doc

    def _candidates(self, doc: Doc, taken: set[int], headings: set[int]) -> list[tuple[int, int, str, int]]:
        """(start, end, type, weight) from the model's entities and the cues."""
        found = []
        for ent in doc.ents:
            if ent.label_ in _MODEL_LABELS and ent.start not in headings:
                span = _trim(doc, ent.start, ent.end, taken)
                if span:
                    found.append((*span, _mapped(doc, *span, ent.label_), _MODEL_WEIGHT))
        for start, end, label in unknown_names(doc, taken):
            span = _trim(doc, start, end, taken)
            if span and start not in headings:
                found.append((*span, label, _CUE_WEIGHT))
        return [item for item in found if item[2]]


@Language.factory("entities", default_config={"lexicon": ""})
def _entities(nlp: Language, name: str, lexicon: str) -> Entities:
    return Entities(load(Path(lexicon)))


def _tokens(doc: Doc, start: int, end: int) -> range:
    span = doc.char_span(start, end, alignment_mode="expand")
    return range(span.start, span.end) if span is not None else range(0)


def _trim(doc: Doc, start: int, end: int, taken: set[int]) -> tuple[int, int] | None:
    """The name inside [start, end): the longest stretch free of known names, without articles, titles, possessives."""
    best: tuple[int, int] | None = None
    position = start
    while position < end:
        stop = position
        while stop < end and stop not in taken and doc[stop].text != "'s":
            stop += 1
        left, right = position, stop
        while left < right and (doc[left].lower_ in _EDGE_WORDS or doc[left].lower_ in PERSON_TITLES or not doc[left].text[0].isalnum()):
            left += 1
        while left < right and (
            doc[right - 1].lower_ in ("'s", "'", '"', ",", "-", "(", ")", ":", "—", "–", "the") or doc[right - 1].lower_ in PERSON_TITLES
        ):
            right -= 1
        if left < right and (best is None or right - left > best[1] - best[0]):
            best = (left, right)
        position = max(stop, position) + 1
    if best is None or not _is_name(doc, *best):
        return None
    if any(position in taken for position in range(start, end)) and best[1] - best[0] == 1 and doc[best[0]].pos_ not in ("PROPN",):
        return None
    return best


def _is_name(doc: Doc, start: int, end: int) -> bool:
    text = doc[start:end].text
    if text.casefold() in _STOP or len(text) < 2 or len(text) > 80 or not any(letter.isupper() for letter in text):
        return False
    return any(token.text[:1].isupper() or any(c.isupper() for c in token.text) for token in doc[start:end]) and not text.isdigit()


def _mapped(doc: Doc, start: int, end: int, label: str) -> str:
    """The node type of a model's entity; empty where its words say that it is none."""
    words = [token.lower_ for token in doc[start:end]]
    if label in ("ORG", "GPE", "LOC", "PERSON") and len(words) > 1 and any(word in _GOV_WORDS for word in words):
        return "GovBody"
    if label in ("ORG", "PERSON") and any(word in _RESEARCH_WORDS for word in words) and len(words) > 1 and "inc" not in words:
        return "ResearchOrg" if words[-1] != "research" else "Company"
    if label == "GPE":
        return "Region" if words[-1] in _TERRITORY else "City"
    if label == "PRODUCT":
        return "Product" if end < len(doc) and not doc[start].is_sent_start else ""
    return _MODEL_LABELS[label]


def _winner(count: Counter[str]) -> str:
    """The type with most votes; at a tie the order of _MODEL_LABELS."""
    order = list(_MODEL_LABELS.values())
    return min(count, key=lambda label: (-count[label], order.index(label) if label in order else 99))


def _fold_surnames(labels: dict[str, str]) -> None:
    """A last name alone has the type of the full name."""
    for full, label in list(labels.items()):
        if label == "Person" and "-" in full:
            last = full.rsplit("-", 1)[-1]
            if last in labels:
                labels[last] = "Person"


def _everywhere(doc: Doc, spans: dict[str, set[tuple[int, ...]]], labels: dict[str, str], taken: set[int]) -> list[Found]:
    """Every occurrence in the Doc of the names found anywhere in it, longest first."""
    patterns = {words: labels[key] for key, several in spans.items() for words in several}
    lengths = sorted({len(words) for words in patterns}, reverse=True)
    words_of_doc = doc.to_array("ORTH").tolist()
    free = [position not in taken for position in range(len(doc))]
    found: list[Found] = []
    for length in lengths:
        for start in range(len(doc) - length + 1):
            label = patterns.get(tuple(words_of_doc[start : start + length]))
            if label and all(free[start : start + length]):
                found.append(Found(start, start + length, label, "model"))
                free[start : start + length] = [False] * length
    return found
