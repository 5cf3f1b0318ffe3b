"""The subjects of a clause as a reader who looks for what "it" means takes them; ingest/grammar has those of a relation."""

from spacy.tokens import Token

from ingest.anaphors import SUBJECTS
from ingest.grammar import CONTROLLING


def subjects_of(verb: Token) -> list[Token]:
    """The subjects of a clause; of a relative clause also the noun it hangs on."""
    found = [child for child in verb.children if child.dep_ in SUBJECTS]
    if verb.dep_ == "relcl" and (not found or found[0].lower_ in ("which", "that", "who")):
        return [verb.head]
    return found or _controllers(verb)


def _controllers(verb: Token) -> list[Token]:
    """Who is to do it: "ordered Shenlong to sell its stake", "barred Shenlong from selling its stake"."""
    above = (
        verb.head if verb.dep_ in ("xcomp", "ccomp") else verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "from" else verb
    )
    if above.i == verb.i or above.lemma_.lower() not in CONTROLLING:
        return []
    return [child for child in above.children if child.dep_ in ("dobj", "nsubjpass")]
