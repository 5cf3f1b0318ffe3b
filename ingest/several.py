"""Pronouns that stand for several firms at once: "both", "the two", "they", "their"."""

from spacy.tokens import Doc, Span, Token

from graph.evidence import MentionKind
from ingest.anaphors import SUBJECTS
from ingest.clause_subjects import subjects_of
from ingest.grammar import governors
from ingest.reading import Found, mention_at, reading_of
from ingest.words import COMPANY_NOUNS


def several(doc: Doc, token: Token) -> list[Found]:
    """The firms that the word stands for together, each a mention of its own; none where it does not tell."""
    if token.lower_ in ("both", "two") and mention_at(doc, token.i) is None:
        return _both(doc, token)
    if token.lower_ in ("they", "their") and token.dep_ in (*SUBJECTS, "poss"):
        firms = _listed_above(doc, token)
        return [Found(token.i, token.i + 1, "Company", "coreference", one.entity, "pronoun", one.name) for one in firms]
    return []


def _both(doc: Doc, token: Token) -> list[Found]:
    """ "Both get their tubing from Corvex", "both companies buy": the firms of the sentence before, where it names just two."""
    noun = token.head if token.dep_ in ("det", "predet", "nummod") and token.head.tag_ == "NNS" else token
    alone = token.lower_ == "both" or any(child.lower_ == "the" for child in noun.children)
    firms_meant = noun is token or noun.lemma_.lower() in COMPANY_NOUNS or noun.lower_.endswith(("makers", "builders"))
    if noun.dep_ not in SUBJECTS or not (alone and firms_meant):
        return []
    before = _before(doc, token)
    if before is None:
        return []
    firms = {
        one.entity: one
        for one in reading_of(doc).mentions
        if one.label == "Company" and one.entity and one.kind == "name" and before.start <= one.start < before.end
    }
    if len(firms) != 2:
        return []
    kind: MentionKind = "pronoun" if noun is token else "nominal"
    end = token.i + 1 if any(one.is_punct for one in doc[token.i : noun.i]) else noun.i + 1  # "the two, bitter rivals,"
    return [Found(token.i, end, "Company", "coreference", one.entity, kind, one.name) for one in firms.values()]


def _before(doc: Doc, token: Token) -> Span | None:
    """The words up to the last semicolon in the sentence, else the sentence before."""
    start = token.sent.start
    stop = next((one.i for one in reversed(doc[start : token.i]) if one.text == ";"), None)
    if stop is not None:
        return doc[start:stop]
    return doc[start - 1].sent if start else None


def _listed_above(doc: Doc, token: Token) -> list[Found]:
    """The firms that are together the subject of a clause above the word, else of the sentence before: "Intel and AMD said they"."""
    verbs = [one for one in governors(token) if one.pos_ in ("VERB", "AUX")]
    above = verbs if token.dep_ == "poss" else verbs[1:]
    subjects = [subject for verb in above for subject in subjects_of(verb) if subject.i < token.i]
    if not subjects and token.sent.start:
        subjects = subjects_of(doc[token.sent.start - 1].sent.root)
    for subject in subjects:
        found = [one for word in (subject, *subject.conjuncts) if (one := mention_at(doc, word.i)) is not None]
        firms = {one.entity: one for one in found if one.label == "Company" and one.kind == "name" and one.entity}
        if len(firms) > 1 or subject.tag_ in ("NN", "NNP"):
            return list(firms.values()) if len(firms) > 1 else []
    return []
