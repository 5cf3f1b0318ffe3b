"""An article -> what it says. One protocol; `RulesExtractor` is always there and deterministic."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import groupby
from typing import Protocol

from spacy.language import Language
from spacy.tokens import Doc

from graph.dates import first_day
from graph.evidence import Article, Entity, Extraction, Mention, Modality, Qualifier, Statement, Value, statement_id
from ingest.binding import bind
from ingest.confidence import confidence
from ingest.gazetteer import load
from ingest.learnt import Learnt
from ingest.nlp import About, build_nlp, is_reduced, together, unread
from ingest.reading import Relation, raw_of, reading_of
from ingest.share_bounds import share

EXTRACTOR = "rules-2"
STATES = ("OWNS", "SUBSIDIARY_OF", "WORKS_FOR", "OPERATES")
"""Types of which it is said that they are over where it is said when they ended."""
LEAST_SURE: tuple[Modality, ...] = ("possible", "planned", "historical", "actual")
"""Where two readings of one sentence differ, what claims least is kept."""


class Extractor(Protocol):
    """Anything that reads an article."""

    @property
    def name(self) -> str:
        """Name and version, which its extractions bear."""
        ...

    def extract(self, article: Article) -> Extraction: ...


class RulesExtractor:
    """Lexicons, cues, rules and the small statistical model; two runs are byte-identical.

    `nlp` is another pipeline than the usual; `learnt` are entities of a graph, whose names are looked for too."""

    def __init__(self, nlp: Language | None = None, *, name: str = EXTRACTOR, learnt: Sequence[Entity] = ()) -> None:
        self._given = nlp
        self.name = name
        self.learnt = tuple(learnt)

    @cached_property
    def nlp(self) -> Language:
        """The pipeline, loaded when it is first needed."""
        return self._given or _nlp()

    def extract(self, article: Article) -> Extraction:
        """Entities, mentions, values and statements of one article; of a long one some sections at a time are in memory."""
        return next(self.extract_all([article]))

    def read(self, article: Article) -> Iterator[Doc]:
        """The article's sections as the pipeline leaves them."""
        return (doc for _, doc in together(self.nlp, self._sections([article])))

    def extract_all(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """The same of each, in their order: the model reads sections of several articles at once, which changes no result."""
        for (_, article), read in groupby(together(self.nlp, self._sections(articles)), key=lambda one: one[0]):
            yield self._extraction(article, (doc for _, doc in read))

    def _extraction(self, article: Article, docs: Iterable[Doc]) -> Extraction:
        said: list[Statement] = []
        mentions: list[Mention] = []
        values: list[Value] = []
        known: dict[str, Entity] = {}
        for doc in docs:
            said += _statements(doc, article)
            mentions += _mentions(doc, article)
            values += _values(doc)
            known |= reading_of(doc).entities
        statements: dict[str, Statement] = {}
        for one in consistent(said):
            statements[one.id] = _united(statements[one.id], one) if one.id in statements else one
        entities = _entities(known, mentions, list(statements.values()))
        return Extraction(
            article=article,
            extractor=self.name,
            entities=tuple(sorted(entities, key=lambda entity: entity.id)),
            mentions=tuple(sorted(mentions, key=lambda one: (one.start, one.end, one.entity))),
            values=tuple(values),
            statements=tuple(sorted(statements.values(), key=lambda one: (one.start, one.head, one.tail, one.type, one.id))),
            reduced=is_reduced(self.nlp),
        )

    def _sections(self, articles: Iterable[Article]) -> Iterator[tuple[tuple[int, Article], Doc]]:
        """Each section with its article and the article's number."""
        for number, article in enumerate(articles):
            filer = article.publisher if article.source_kind == "filing" else None
            about = About(published=article.published_at, known_at=article.known_at, filer=filer, learnt=self._names)
            for doc in unread(self.nlp, article.text, **about):
                yield (number, article), doc

    @cached_property
    def _names(self) -> Learnt | None:
        return Learnt(self.nlp, self.learnt) if self.learnt else None


@lru_cache(maxsize=1)
def _nlp() -> Language:
    return build_nlp()


def consistent(statements: list[Statement]) -> list[Statement]:
    """The statements without those that the same article denies: of one type and pair a denial beats a bare assertion.

    What another is said to claim ("allegedly", "according to a report") stays beside its denial, and so does what was once so."""
    denied = {(one.type, one.subject, one.object) for one in statements if one.polarity == "negated"}
    return [one for one in statements if (one.type, one.subject, one.object) not in denied or _stands_beside(one)]


def _united(one: Statement, other: Statement) -> Statement:
    """One statement of two readings of one sentence: the figures that only the other bound are added, and a doubt."""
    more = [added for added in other.qualifiers if added.name not in {known.name for known in one.qualifiers}]
    lo, hi = (one.share_lo, one.share_hi) if one.share_lo is not None else (other.share_lo, other.share_hi)
    modality = next(kind for kind in LEAST_SURE if kind in (one.modality, other.modality))
    return one.model_copy(update={"qualifiers": (*one.qualifiers, *more), "share_lo": lo, "share_hi": hi, "modality": modality})


def _stands_beside(one: Statement) -> bool:
    claimed = one.alleged or (one.attribution or "we").casefold() not in ("we", "i")
    return one.polarity == "negated" or one.modality in ("historical", "planned") or claimed


def _statements(doc: Doc, article: Article) -> Iterator[Statement]:
    for relation in reading_of(doc).relations:
        yield _statement(doc, relation, article)


def _statement(doc: Doc, relation: Relation, article: Article) -> Statement:
    sentence = doc[relation.trigger].sent
    start, end = reading_of(doc).raw_span(sentence.start_char, len(sentence.text.rstrip()) + sentence.start_char)
    qualifiers = bind(doc, relation)
    lo, hi = share(relation, qualifiers, doc)
    product = relation.product.entity if relation.product else None
    return Statement(
        id=statement_id(
            article.text_sha256,
            (start, end),
            relation.type,
            relation.head.entity,
            relation.tail.entity,
            relation.polarity,
            product,
        ),
        type=relation.type,
        subject=relation.head.entity,
        object=relation.tail.entity,
        polarity=relation.polarity,
        modality=_modality(relation, qualifiers, article),
        attribution=relation.attribution,
        alleged=relation.alleged,
        product=product,
        share_lo=lo,
        share_hi=hi,
        cue=relation.cue,
        qualifiers=qualifiers,
        article=article.id,
        sentence=article.text[start:end],
        start=start,
        end=end,
        head=raw_of(doc, relation.head),
        tail=raw_of(doc, relation.tail),
        extractor=EXTRACTOR,
        pattern=relation.pattern,
        confidence=confidence(relation.pattern, relation.type),
        valid_from=next((q.iso for q in qualifiers if q.name == "start"), None),
        valid_to=next((q.iso for q in qualifiers if q.name == "end"), None),
        known_at=article.known_at,
    )


def _modality(relation: Relation, qualifiers: tuple[Qualifier, ...], article: Article) -> Modality:
    """What is to be done by a day after publication is planned, whatever its verb; a post or holding that has ended is historical."""
    over = any(q.name == "end" and q.iso and first_day(q.iso) <= first_day(article.known_at) for q in qualifiers)
    if over and relation.type in STATES and relation.polarity == "affirmed" and relation.modality == "actual":
        return "historical"  # "Intel owned Altera from 2015 to 2025"
    names = ("deadline", "start") if relation.type == "WORKS_FOR" else ("deadline",)
    ahead = any(q.name in names and q.iso and first_day(q.iso) > first_day(article.known_at) for q in qualifiers)
    return "planned" if ahead and relation.modality == "actual" and relation.type != "DEPENDS_ON" else relation.modality


def _mentions(doc: Doc, article: Article) -> Iterator[Mention]:
    for found in reading_of(doc).mentions:
        if found.entity:
            start, end = raw_of(doc, found)
            yield Mention(entity=found.entity, start=start, end=end, text=article.text[start:end], kind=found.kind)


def _values(doc: Doc) -> Iterator[Value]:
    for figure in reading_of(doc).figures:
        start, end = reading_of(doc).raw_span(figure.start, figure.end)
        text = reading_of(doc).raw[start:end]
        yield Value(type=figure.type, start=start, end=end, text=text, value=figure.value, unit=figure.unit, iso=figure.iso)


def _entities(known: dict[str, Entity], mentions: list[Mention], statements: list[Statement]) -> list[Entity]:
    """Every entity mentioned, with the countries that lexicon entities belong to, so that each is a node of its own."""
    used = {mention.entity for mention in mentions} | {end for one in statements for end in (one.subject, one.object)}
    gazetteer = load()
    codes = {str(known[id].properties["country"]) for id in used if id in known and "country" in known[id].properties}
    homes = {gazetteer.by_country[code] for code in codes if code in gazetteer.by_country}
    return [known[id] if id in known else gazetteer.entries[id].entity for id in used | homes if id in known or id in gazetteer.entries]
