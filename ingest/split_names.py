"""Names that the small model cuts in two sentences before their legal form: "Solvarre | NV of Mechelen, which builds etchers"."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from ingest.arcs import rehang
from ingest.reading import reading_of
from ingest.words import STRICT_LEGAL


@Language.component("split_names")
def split_names(doc: Doc) -> Doc:
    """Joins the two sentences."""
    cuts = {root.i: (form.i, "compound") for root, form in _cuts(doc)} if doc.has_annotation("DEP") else {}
    if cuts:
        rehang(doc, cuts)
    return doc


def _cuts(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """The root of what stands before, where it is no more than the beginning of a name, and the legal form."""
    parts = {part.start for part in reading_of(doc).parts}
    for form in doc[1:]:
        if not form.is_sent_start or form.i in parts or not form.text[0].isupper() or form.lower_ not in STRICT_LEGAL:
            continue
        before = doc[form.i - 1].sent
        word = before[-1]
        if before.root.i == word.i and word.text[0].isupper() and word.text.isalpha() and word.pos_ in ("PROPN", "NOUN", "ADJ"):
            yield before.root, form
