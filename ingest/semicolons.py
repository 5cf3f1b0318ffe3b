"""Clauses between semicolons are parsed apart: of "Intel supplies Dell; AMD, which owns Altera, supplies Lenovo" the small model makes AMD
an apposition of Dell. Each stays in its sentence, under the first."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.attrs import DEP, HEAD, LEMMA, POS, TAG
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc, Span, Token
from spacy.util import minibatch

from ingest.arcs import rehang
from ingest.attributes import REMEMBERED, RULER

STAGES = ("transformer", "tok2vec", "tagger", "parser", REMEMBERED, RULER, "lemmatizer")
"""What parses; a model has one of the first two and one of the two rulers."""
ATTRIBUTES = [HEAD, DEP, TAG, POS, LEMMA]
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_KNOWN = "clauses apart"


class Semicolons:
    """See the module; the clauses of several Docs are parsed at once."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        for docs in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]
            asked = [(doc, *one) for doc in docs if doc.has_annotation("DEP") for one in _parted(doc)]
            for (doc, sentence, starts), again in zip(asked, parsed(self.nlp, [_clauses(*one[1:]) for one in asked]), strict=True):
                if _are_clauses(again, len(starts) + 1):
                    join(again, [start - sentence.start for start in starts])
                    rows = doc.to_array(ATTRIBUTES)
                    rows[sentence.start : sentence.end] = again.to_array(ATTRIBUTES)
                    doc.from_array(ATTRIBUTES, rows)
                    apart(doc).update(starts)
            yield from docs


@Language.factory("semicolons")
def _semicolons(nlp: Language, name: str) -> Semicolons:
    return Semicolons(nlp)


def parsed(nlp: Language, docs: Iterable[Doc]) -> list[Doc]:
    """The Docs, of which only the words are known, with the parse of the statistical model."""
    for stage in STAGES:
        if nlp.has_pipe(stage):
            docs = _through(nlp.get_pipe(stage), docs)
    return list(docs)


def apart(doc: Doc) -> set[int]:
    """Where clauses begin that were parsed apart."""
    known: set[int] = doc.user_data.setdefault(_KNOWN, set())
    return known


def join(doc: Doc, starts: Sequence[int]) -> None:
    """Hang the roots of the clauses that begin at `starts` under the root of the clause before the first of them."""
    if starts:
        rehang(doc, {root.i: (first.i, "parataxis") for first, root in _pairs(doc, starts)})


def _through(stage: Callable[[Doc], Doc], docs: Iterable[Doc]) -> Iterator[Doc]:
    """The Docs through one part of the pipeline."""
    return stage.pipe(docs) if isinstance(stage, Pipe) else map(stage, docs)


def _parted(doc: Doc) -> Iterator[tuple[Span, list[int]]]:
    """The sentences with semicolons, and where a clause begins in each."""
    for sentence in doc.sents:
        if starts := [token.i + 1 for token in sentence[:-1] if token.text == ";"]:
            yield sentence, starts


def _clauses(sentence: Span, starts: Sequence[int]) -> Doc:
    """The words of the sentence, each clause as a sentence."""
    return Doc(
        sentence.doc.vocab,
        words=[token.text for token in sentence],
        spaces=[bool(token.whitespace_) for token in sentence],
        sent_starts=[token.i in starts or token.i == sentence.start for token in sentence],
    )


def _are_clauses(again: Doc, clauses: int) -> bool:
    """Whether each part of the sentence is a clause."""
    roots = [token for token in again if token.head.i == token.i]
    return len(roots) == clauses and all(_is_clause(root) for root in roots)


def _pairs(doc: Doc, starts: Sequence[int]) -> Iterator[tuple[Token, Token]]:
    sentences = list(doc.sents)
    first = sentences[0].root
    for sentence in sentences:
        if sentence.start in starts:
            yield first, sentence.root
        else:
            first = sentence.root


def _is_clause(root: Token) -> bool:
    """Whether it has a verb and a subject of its own."""
    return root.pos_ in ("VERB", "AUX") and any(child.dep_ in SUBJECTS for child in root.children)
