"""Parts of speech, morphology and lemmas that follow from a word's tag: spaCy's attribute ruler with its answers remembered.

The ruler matches each word of a text against its 179 patterns anew; for all but a few patterns of two words the answer depends on the
tag, the arc and the form of the word alone."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, cast

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token

RULER = "attribute_ruler"
REMEMBERED = "remembered_ruler"
FORM = "LOWER"
Key = tuple[int, int, int, bool]
"""Tag, arc, form where a rule names it, whether it is white space."""


class RememberedRuler:
    """Sets what the `ruler` would, several times as fast."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self.ruler = ruler
        asked = list(_asked(ruler))
        self.words = frozenset([*_forms(asked, "IN"), *_forms(asked, "NOT_IN")])
        self.shapes = re.compile("|".join(_forms(asked, "REGEX")) or "(?!)")
        self.several = Matcher(ruler.vocab)
        for number, rule in enumerate(ruler.patterns):
            if several := [pattern for pattern in cast(Any, rule["patterns"]) if len(pattern) > 1]:
                self.several.add(str(number), several)
        self.known: dict[Key, list[tuple[int, int]]] = {}

    def __call__(self, doc: Doc) -> Doc:
        several = ((int(doc.vocab.strings[match]), match, start, end) for match, start, end in self.several(doc, allow_missing=True))
        matches = [*several, *((*rule, token.i, token.i + 1) for token in doc for rule in self._rules(token))]
        self.ruler.set_annotations(doc, sorted(matches))  # type: ignore[no-untyped-call]  # later rules have precedence
        return doc

    def _rules(self, token: Token) -> list[tuple[int, int]]:
        """The rules of one word that hold for the token: number and label."""
        told = token.lower_ in self.words or self.shapes.search(token.lower_)
        key = (token.tag, token.dep, token.lower if told else 0, token.is_space)
        if key not in self.known:
            alone = Doc(token.vocab, words=[token.text], tags=[token.tag_], deps=[token.dep_], heads=[0])
            self.known[key] = [(number, label) for number, label, *_ in self.ruler.match(alone)]
        return self.known[key]


def remember(nlp: Language) -> None:
    """Let the pipeline, which has an attribute ruler, ask it once about words alike; one that asks for more than a Key stays as it is."""
    if nlp.has_pipe(RULER) and all(map(_is_known_by, _asked(cast(AttributeRuler, nlp.get_pipe(RULER))))):
        nlp.add_pipe(REMEMBERED, before=RULER)
        nlp.disable_pipe(RULER)


@Language.factory(REMEMBERED)
def _remembered_ruler(nlp: Language, name: str) -> RememberedRuler:
    return RememberedRuler(cast(AttributeRuler, nlp.get_pipe(RULER)))


def _asked(ruler: AttributeRuler) -> Iterator[dict[str, Any]]:
    """What each word of each pattern is asked for."""
    return (cast(dict[str, Any], token) for rule in ruler.patterns for pattern in cast(Any, rule["patterns"]) for token in pattern)


def _forms(asked: Iterable[dict[str, Any]], predicate: str) -> list[str]:
    """What the form of a word is compared with in this way."""
    values = (one[FORM] if isinstance(one[FORM], dict) else {"IN": [one[FORM]]} for one in asked if FORM in one)
    found = (value[predicate] for value in values if predicate in value)
    return [form for one in found for form in ([one] if isinstance(one, str) else one)]


def _is_known_by(asked: dict[str, Any]) -> bool:
    """Whether a Key tells the answer."""
    return asked.keys() <= {FORM, "TAG", "DEP", "IS_SPACE"} and (
        not isinstance(asked.get(FORM), dict) or asked[FORM].keys() <= {"IN", "NOT_IN", "REGEX"}
    )
