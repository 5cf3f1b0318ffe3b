"""Names learnt from the graph: found in an article as the lexicon's are, where the lexicon finds nothing.

What a graph knows well enough is for graph/support.py to say; here are the guards that spare the text's other words."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from graph.evidence import Entity
from ingest.dictionary import english, is_word
from ingest.gazetteer import city_countries
from ingest.names import Names
from ingest.reading import Found, reading_of
from ingest.runs import known_at
from ingest.words import CORPORATE, GENERIC_FIRST, STOP, STRICT_LEGAL, TERMS, given_names

TYPES = frozenset("Company ResearchOrg GovBody Facility Chip AIModel Product Material City Region Person Policy".split())
"""Types whose names prose repeats as they are."""
LONGEST = 80


class Learnt:
    """Entities by the names that may be looked for; `nlp` is the pipeline that will read with them."""

    def __init__(self, nlp: Language, entities: Sequence[Entity] = ()) -> None:
        self.entities: dict[str, Entity] = {}
        self.matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
        held = nlp.get_pipe("names")
        assert isinstance(held, Names)
        for entity in entities:
            for name in _names(entity, held, english(nlp)):
                self.entities[name] = entity
                self.matcher.add(name, [nlp.tokenizer(name)])

    def spans(self, doc: Doc) -> list[Span]:
        """Where its names stand, the longest where several do."""
        return filter_spans([Span(doc, start, end, label=key) for key, start, end in self.matcher(doc)])


@Language.component("learnt")
def learnt(doc: Doc) -> Doc:
    """Adds the learnt names to the Doc's mentions; without any it changes nothing."""
    reading = reading_of(doc)
    if reading.learnt is None or reading.given:
        return doc
    known = known_at(doc)
    spans = reading.learnt.spans(doc)
    longer = {span.label_ for span in spans if _is_part(span, known)}
    for span in spans:
        if span.label_ not in longer and not any(position in known for position in range(span.start, span.end)):
            entity = reading.learnt.entities[span.label_]
            reading.mentions.append(Found(span.start, span.end, entity.type, "learnt", entity=entity.id, name=entity.name))
    reading.mentions.sort(key=lambda one: (one.start, -one.end))
    return doc


def _names(entity: Entity, held: Names, words: frozenset[str]) -> Iterator[str]:
    """The entity's names that may be looked for: those that no lexicon has and that mean nothing else."""
    if entity.type not in TYPES:
        return
    for name in dict.fromkeys(one.replace("’", "'") for one in (entity.name, *entity.aliases)):
        listed = any(f"{role}:{name.casefold()}" in held.ids for role in ("name", "metonym", "adjective"))
        if not listed and len(name) <= LONGEST and "\n" not in name and any(sign.isupper() or sign.isdigit() for sign in name):
            parts = name.split()
            if _is_distinct(parts[0], entity, words) if len(parts) == 1 else _is_compound(parts, entity, words):
                yield name


def _is_distinct(word: str, entity: Entity, words: frozenset[str]) -> bool:
    """Whether one word is a name and nothing else: no English word, given name, surname or town; without a dictionary none is."""
    plain = word.casefold()
    if len(word) < 3 or not any(sign.isalpha() for sign in word) or entity.type == "Person" or not words:
        return False
    if plain in words or plain.removesuffix("s") in words or plain in STOP | TERMS | GENERIC_FIRST | CORPORATE:
        return False
    return word not in given_names() and (entity.type == "City" or word not in city_countries())


def _is_compound(parts: Iterable[str], entity: Entity, words: frozenset[str]) -> bool:
    """Whether several words are a name: of what text alone knows one must be no English word ("Advanced Packaging")."""
    plain = [part.casefold().strip(".,&") for part in parts]
    return not entity.provisional or not words or any(part and part not in words | STOP | CORPORATE for part in plain)


def _is_part(span: Span, known: dict[int, Found]) -> bool:
    """Whether a learnt word stands in a longer name ("Hokuriku Steel"): then it may mean that one in the whole text."""
    doc = span.doc
    if len(span) > 1:
        return False
    after = doc[span.end] if span.end < len(doc) and not doc[span.end].is_sent_start else None
    before = doc[span.start - 1] if not doc[span.start].is_sent_start and span.start else None
    return _belongs(before, known) or _belongs(after, known)


def _belongs(beside: Token | None, known: dict[int, Found]) -> bool:
    """Whether a neighbour is one more word of the name: a capital that is no word of its own, or a word that firms end in."""
    if beside is None or not beside.text[0].isupper() or beside.i in known or beside.lower_ in STRICT_LEGAL:
        return False
    return beside.lower_ in CORPORATE or not is_word(beside)
