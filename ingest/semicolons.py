"""Clauses between semicolons are parsed apart: of "Intel supplies Dell; AMD, which owns Altera, supplies Lenovo" the small model makes AMD
an apposition of Dell. Each stays in its sentence, under the first."""

from collections.abc import Iterator, Sequence

from spacy.attrs import DEP, HEAD, LEMMA, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from ingest.arcs import rehang
from ingest.attributes import REMEMBERED, RULER

STAGES = ("transformer", "tok2vec", "tagger", "parser", REMEMBERED, RULER, "lemmatizer")
"""What parses; a model has one of the first two and one of the two rulers."""
ATTRIBUTES = [HEAD, DEP, TAG, POS, LEMMA]
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_KNOWN = "clauses apart"


class Semicolons:
    """See the module."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        if not doc.has_annotation("DEP"):
            return doc
        known: set[int] = doc.user_data.setdefault(_KNOWN, set())
        for sentence in list(doc.sents):
            starts = [token.i + 1 for token in sentence[:-1] if token.text == ";"]
            again = self._parsed(sentence, starts) if starts else None
            if again is not None:
                rows = doc.to_array(ATTRIBUTES)
                rows[sentence.start : sentence.end] = again.to_array(ATTRIBUTES)
                doc.from_array(ATTRIBUTES, rows)  # type: ignore[arg-type]
                known.update(starts)
        return doc

    def _parsed(self, sentence: Span, starts: Sequence[int]) -> Doc | None:
        """The sentence parsed clause by clause; None where a part of it is no clause."""
        again = Doc(
            sentence.doc.vocab,
            words=[token.text for token in sentence],
            spaces=[bool(token.whitespace_) for token in sentence],
            sent_starts=[token.i in starts or token.i == sentence.start for token in sentence],
        )
        again = parsed(self.nlp, again)
        roots = [token for token in again if token.head.i == token.i]
        if len(roots) != len(starts) + 1 or not all(_is_clause(root) for root in roots):
            return None
        join(again, [start - sentence.start for start in starts])
        return again


@Language.factory("semicolons")
def _semicolons(nlp: Language, name: str) -> Semicolons:
    return Semicolons(nlp)


def parsed(nlp: Language, doc: Doc) -> Doc:
    """The Doc, of which only the words are known, with the parse of the statistical model."""
    for stage in STAGES:
        if nlp.has_pipe(stage):
            doc = nlp.get_pipe(stage)(doc)
    return doc


def apart(doc: Doc) -> set[int]:
    """Where clauses begin that were parsed apart."""
    known: set[int] = doc.user_data.get(_KNOWN, set())
    return known


def join(doc: Doc, starts: Sequence[int]) -> None:
    """Hang the roots of the clauses that begin at `starts` under the root of the clause before the first of them."""
    if starts:
        rehang(doc, {root.i: (first.i, "parataxis") for first, root in _pairs(doc, starts)})


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
