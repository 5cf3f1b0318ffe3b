"""Names that the lexicons know: longest match, with a cue where the name is also an everyday word."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from ingest.dictionary import english, is_word
from ingest.gazetteer import Entry, Gazetteer, city_countries, load
from ingest.reading import Found, reading_of
from ingest.words import CHIP_NOUNS, MODEL_NOUNS

_ANY_CASE = ("Product", "Material", "Policy", "Chip", "AIModel", "Facility")
_CRIED = ("City", "Region", "Country", "Company")
"""Types whose names stand in capitals in datelines and headlines."""
_ACTS = frozenset(
    ("say tell warn announce impose ban bar approve order respond retaliate accuse agree vow pledge want seek push restrict").split()
)
_SENT = frozenset(
    "ship shipment send export furnace move travel flight route road deliver delivery fly return trip visit sell sale".split()
)
_PLACE_WORDS = frozenset(["in", "at", "near", "from", "around", "outside"])


class Names:
    """Component: finds lexicon names and puts them among the Doc's mentions."""

    def __init__(self, nlp: Language, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.words = english(nlp)
        self.exact = PhraseMatcher(nlp.vocab, attr="ORTH")
        self.folded = PhraseMatcher(nlp.vocab, attr="LOWER")
        self.ids: dict[str, list[tuple[str, str]]] = {}
        for id, entry in gazetteer.entries.items():
            self._add(nlp, id, entry)

    def __call__(self, doc: Doc) -> Doc:
        reading = reading_of(doc)
        reading.words = self.words
        if reading.given:
            return doc
        spans = [Span(doc, start, end, label=key) for matcher in (self.exact, self.folded) for key, start, end in matcher(doc)]
        open_spans = []
        for span in filter_spans(spans):
            found = self._choose(doc, _without_article(span))
            if found:
                reading.mentions.extend(self._apart(doc, found))
            else:
                open_spans.append(span)
        known = {found.entity for found in reading.mentions if found.entity.startswith("company:")}
        reading.mentions.extend(found for span in open_spans if (found := self._once_known(span, known)))
        reading.mentions.sort(key=_position)
        reading.figures = [f for f in reading.figures if not any(_inside(doc, f.start, f.end, m) for m in reading.mentions)]
        return doc

    def _once_known(self, span: Span, known: set[str]) -> Found | None:
        """A firm called by an everyday word without a cue here, where the document has named it elsewhere: "Mistral competes with"."""
        opens = span[0].is_sent_start and len(span) == 1 and span.text[:1].isupper() and span.end < len(span.doc)
        if not opens or is_word(span.doc[span.end]) and span.doc[span.end].pos_ in ("DET", "PRON"):
            return None
        ids = [id for _, id in self.ids.get(f"name:{span.text.casefold()}", ()) if id in known]
        return _found(span, self.gazetteer.entries[ids[0]]) if ids else None

    def _apart(self, doc: Doc, found: Found) -> list[Found]:
        """The state in front of a body or a law is a name of its own: "U.S. Commerce Department"; inside a measure it is one too."""
        if found.label in ("Chip", "AIModel") and found.end - found.start > 1:
            return self._without_maker(doc, found)
        if found.label == "GovBody" and doc[found.start].lower_ in ("ministry", "department"):
            return self._without_its_state(doc, found)
        if found.label not in ("GovBody", "Policy") or found.end - found.start < 2 or _is_official(doc, found):
            return [found]
        for stop in range(found.end - 1, found.start, -1):
            ids = [id for role in ("name", "adjective") for _, id in self.ids.get(f"{role}:{doc[found.start : stop].text.casefold()}", ())]
            state = next((self.gazetteer.entries[id] for id in ids if self.gazetteer.entries[id].entity.type == "Country"), None)
            if state is None:
                continue
            place = _found(doc[found.start : stop], state)
            first = stop + (doc[stop].text == "'s")
            if first < found.end and (doc[first].text[0].isupper() or doc[found.end - 1].lower_ == "ministry"):
                found.start = first
            return [place, found]
        return [found]

    def _without_its_state(self, doc: Doc, found: Found) -> list[Found]:
        """The state behind a ministry is a name of its own: "the Ministry of Commerce of China"."""
        state = self.gazetteer.find(doc[found.end - 1].text, ("Country",)) if doc[found.end - 2].lower_ == "of" else None
        if state is None or found.end - found.start < 4:
            return [found]
        place = Found(found.end - 1, found.end, "Country", "lexicon", entity=state.id, name=state.name)
        found.end -= 2
        return [found, place]

    def _without_maker(self, doc: Doc, found: Found) -> list[Found]:
        """The firm in front of a chip or model is a name of its own where the rest is called so alone: "NVIDIA H200"."""
        firms = [id for _, id in self.ids.get(f"name:{doc[found.start].text.casefold()}", ()) if id.startswith("company:")]
        rest = doc[found.start + 1 : found.end]
        if not firms or ("name", found.entity) not in self.ids.get(f"name:{rest.text.casefold()}", ()):
            return [found]
        maker = _found(doc[found.start : found.start + 1], self.gazetteer.entries[firms[0]])
        found.start += 1
        return [maker, found]

    def _add(self, nlp: Language, id: str, entry: Entry) -> None:
        for role, words in (
            ("name", (entry.entity.name, *entry.entity.aliases)),
            ("metonym", entry.metonyms),
            ("adjective", entry.adjectives),
        ):
            for word in _with_plurals(words, entry):
                word = word.replace("’", "'").replace("‘", "'")
                if entry.entity.type == "Facility" and "'s " in word:
                    continue  # a phrase of owner and place, which ingest/sites.py reads and linking knows again
                pattern = nlp.tokenizer(word)
                if not len(pattern):
                    continue
                key = f"{role}:{word.casefold()}"
                self.ids.setdefault(key, [])
                if (role, id) not in self.ids[key]:
                    self.ids[key].append((role, id))
                self.exact.add(key, [pattern])
                if role == "name" and entry.entity.type in _CRIED and len(word) > 4 and not word.isupper() and not entry.common:
                    self.exact.add(key, [nlp.tokenizer(word.upper())])
                if role == "name" and entry.entity.type in _CRIED and word[0].islower() and not entry.common:  # "onsemi" begins a sentence
                    self.exact.add(key, [nlp.tokenizer(word[0].upper() + word[1:])])
                if entry.entity.type in _ANY_CASE and not entry.common and (len(pattern) > 1 or word.islower()):
                    self.folded.add(key, [pattern])

    def _choose(self, doc: Doc, span: Span) -> Found | None:
        """The entity that a matched span names here, or None when its cue is missing."""
        fold = span.text.casefold()
        if f"name:{fold}" not in self.ids and f"name:the {fold}" in self.ids:
            fold = f"the {fold}"
        keys = [key for role in ("name", "metonym", "adjective") for key in self.ids.get(f"{role}:{fold}", ())]
        entries = [(role, self.gazetteer.entries[id]) for role, id in keys]
        places = [entry for role, entry in entries if role == "name" and entry.entity.type in ("City", "Region", "Country")]
        state = self.ids.get("name:new york state")
        if fold == "new york" and state and _follows_its_city(doc, span):
            return _found(span, self.gazetteer.entries[state[0][1]])
        if fold == "georgia" and span.start and doc[span.start - 1].text == ",":
            region = self.ids.get("name:georgia (u.s. state)")
            entries = [(role, self.gazetteer.entries[id]) for role, id in region or keys]  # "Covington, Georgia"
            return _found(span, entries[0][1])
        capitals = [entry for role, entry in entries if role == "metonym"]
        if capitals:
            if speaks_for_government(span):
                return _found(span, capitals[0])
            if places:
                return _found(span, places[0])
            return Found(span.start, span.end, "City", "lexicon", name=span.text)
        for role, entry in entries:
            if (
                role == "adjective"
                and span.end < len(doc) - 1
                and doc[span.end].text == "-"
                and doc[span.end + 1].lower_ in ("language", "speaking")
            ):
                continue
            if entry.common and not _has_cue(span):
                continue
            if entry.entity.type in ("AIModel", "Chip") and len(span) == 1 and is_word(span[0]) and not _has_kind_beside(span):
                continue
            return _found(span, entry)
        return None


def _is_official(doc: Doc, found: Found) -> bool:
    """Whether a state belongs to a body's own name: "Japan Fair Trade Commission", unlike "Dutch Ministry of Finance"."""
    whole = found.label == "GovBody" and found.name == doc[found.start : found.end].text and doc[found.start].pos_ != "ADJ"
    return whole and not {token.lower_ for token in doc[found.start : found.end]} & {"ministry", "department", "court", "parliament", "uk"}


@Language.factory("names", default_config={"lexicon": ""})
def _names(nlp: Language, name: str, lexicon: str) -> Names:
    return _cached(nlp, Path(lexicon))


@lru_cache(maxsize=4)
def _cached(nlp: Language, lexicon: Path) -> Names:
    return Names(nlp, load(lexicon))


def _with_plurals(words: Iterable[str], entry: Entry) -> Iterator[str]:
    """The names, and of chips called after a number the plural: "50,000 H100s"."""
    for word in words:
        yield word
        if entry.entity.type == "Chip" and word[-1:].isdigit() and not entry.common:
            yield f"{word}s"


def _without_article(span: Span) -> Span:
    """ "the Netherlands" is named by its second word; "The Hague" keeps its article."""
    if len(span) > 1 and span[0].lower_ == "the" and span[-1].lower_ != "hague":
        return Span(span.doc, span.start + 1, span.end, label=span.label)
    return span


def speaks_for_government(span: Span) -> bool:
    """Whether a capital stands for its government: it says, bans, has a policy; "in Beijing" is the city."""
    doc = span.doc
    before = doc[span.start - 1] if span.start else None
    after = doc[span.end] if span.end < len(doc) else None
    if before is not None and before.lower_ in _PLACE_WORDS:
        return False
    if after is not None and (
        after.lower_ in ("-", ",") and span.end + 1 < len(doc) and doc[span.end + 1].lower_ in ("based", "headquartered")
    ):
        return False
    root = span.root
    if root.dep_ in ("nsubj", "agent") or (root.dep_ == "pobj" and root.head.dep_ == "agent"):
        return True
    if after is not None and after.text == "'s" and _is_strange(doc, after.i + 1):
        return False  # "Seoul's Haneul Hosting"
    if after is not None and after.text == "'s":
        return after.i + 1 < len(doc) and root.head.lemma_.lower() not in ("airport", "street", "suburb", "outskirt", "district", "mayor")
    return (
        before is not None
        and (before.lower_ in ("between", "with", "by", "and", "against", "toward", "towards") or _is_told(before))
        and root.head.pos_ != "VERB"
    )


def _is_strange(doc: Doc, position: int) -> bool:
    """Whether a name follows that is no English word: a firm of the town, not a ministry of the state."""
    return position < len(doc) and doc[position].text[:1].isupper() and doc[position].is_alpha and not is_word(doc[position])


def _is_told(to: Token) -> bool:
    """Whether what goes "to" a capital goes to its government: "a warning to Beijing", but not "shipments to Minsk"."""
    return to.lower_ == "to" and to.head.lemma_.lower() not in _SENT


def _follows_its_city(doc: Doc, span: Span) -> bool:
    """ "Albany, New York", but not "Boston, New York and Austin"."""
    if span.start < 2 or doc[span.start - 1].text != "," or city_countries().get(doc[span.start - 2].text) != "US":
        return False
    return span.end >= len(doc) or doc[span.end].lower_ not in ("and", "or")


KINDS = MODEL_NOUNS | CHIP_NOUNS | {"ai"}
BRINGING_OUT = frozenset("launch release unveil train debut chat".split())
"""What is done with models and chips, and seldom with what else is called by such words."""


def _has_cue(span: Span) -> bool:
    """Whether a name that is also an everyday word is meant as a name."""
    first = span[0]
    if len(span) > 1 and first.text[:1].isupper():
        return True
    if not first.text[:1].isupper():
        return False
    if span.text.isupper() and len(span.text) > 2:
        return True
    opens = first.is_sent_start or (first.i > 0 and span.doc[first.i - 1].text in ('"', "'", "(", ":", "-"))
    if not opens:
        return first.pos_ in ("PROPN", "NOUN", "ADJ", "")
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return first.ent_type_ in ("ORG", "GPE", "PRODUCT", "PERSON") or (
        after is not None and first.pos_ == "PROPN" and (after.text == "'s" or after.pos_ in ("VERB", "AUX") or _is_told_of(after))
    )


def _is_told_of(comma: Token) -> bool:
    """Whether a clause after a comma tells of the name: "Intel, which sells"."""
    return comma.text == "," and comma.i + 1 < len(comma.doc) and comma.nbor().lower_ in ("which", "whose", "who")


def _has_kind_beside(span: Span) -> bool:
    """Whether a model or chip called after an everyday word is called one here: "the Granite model", "Blackwell GPUs"."""
    near = span.doc[max(span.start - 3, span.sent.start) : min(span.end + 4, span.sent.end)]
    return any(token.lower_ in KINDS or token.lemma_.lower() in BRINGING_OUT for token in near)


def _found(span: Span, entry: Entry) -> Found:
    return Found(span.start, span.end, entry.entity.type, "lexicon", entity=entry.entity.id, name=entry.entity.name)


def _inside(doc: Doc, start: int, end: int, found: Found) -> bool:
    first, last = doc[found.start], doc[found.end - 1]
    return start >= first.idx and end <= last.idx + len(last)


def _position(found: Found) -> tuple[int, int]:
    return found.start, -found.end
