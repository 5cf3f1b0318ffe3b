"""What is asserted of a relation: polarity, modality, who says so. Fields, never filters."""

from dataclasses import dataclass

from spacy.tokens import Token

from graph.evidence import Modality, Polarity
from ingest.contrary import is_contrary
from ingest.endings import ENDED, goes_on, is_over
from ingest.given_up import is_given_up
from ingest.grammar import fillers, governors, remembered
from ingest.modality import DEAL_NOUNS, is_left_open, is_no_longer, modality
from ingest.reading import mention_at, reading_of

UNTRUE = frozenset(
    (
        "false untrue wrong inaccurate incorrect baseless unfounded mistaken fabricated groundless erroneous lie myth fiction fantasy "
        "nonsense fabrication"
    ).split()
)
DENY = frozenset(
    (
        "dismiss rebut contest deny dispute reject refute refuse decline cease stop halt quit fail scrap shelve "
        "abandon cancel avoid exclude"
    ).split()
)
ENDING = frozenset(["stop", "cease", "halt"])
UNABLE = frozenset("unable unwilling unlikely reluctant".split())
BESIDE = frozenset("despite notwithstanding after besides since following".split())
"""Prepositions of a clause that is so whatever the main one says: "despite having bought Arm, it does not want"."""
SAY = frozenset("say tell state announce report claim add write note declare confirm estimate warn argue acknowledge".split())
ALLEGE = frozenset(["allege", "accuse", "claim", "suspect"])
ALLEGED = frozenset(["reportedly", "allegedly", "purportedly", "rumored", "rumoured", "alleged"])
RUMOUR = frozenset("talk rumour rumor speculation suggestion allegation accusation ask question whether report claim".split())
PROOF = frozenset("evidence proof indication sign basis truth suggestion existence knowledge".split())
INTENT = frozenset("plan intention intent wish desire".split())
NOBODY = frozenset(["nothing", "none", "nobody", "neither"])
TRUE = frozenset("true correct right accurate so case".split())
FINITE = frozenset("has have had is are was were will would does do did can could may might must should shall 's 've 'll".split())
NO = frozenset("no neither nor none not never n't without nowhere".split())


@dataclass(frozen=True, slots=True)
class Assertion:
    """How a relation is asserted."""

    polarity: Polarity
    modality: Modality
    attribution: str | None
    alleged: bool


def assertion(trigger: Token, *, fixed: Modality | None = None, stops: bool = False) -> Assertion:
    """How the relation that `trigger` expresses is asserted; `fixed` says the modality whatever stands around, `stops` that to stop
    something is what the relation says: "the curbs stopped a line"."""
    return remembered(trigger.doc, ("assertion", trigger.i, fixed, stops), lambda: _assertion(trigger, fixed, stops))


def _assertion(trigger: Token, fixed: Modality | None, stops: bool) -> Assertion:
    above = [trigger, *governors(trigger)]
    clause = _clause(above)
    asserted = fixed or modality(trigger, clause)
    return Assertion(_polarity(trigger, clause, stops), asserted, _attribution(trigger, above), _alleged(trigger, above))


def _clause(above: list[Token]) -> list[Token]:
    """The trigger and the words above it that bear on whether it is so: up to the verb that reports it."""
    kept = above[:1]
    for below, token in zip(above, above[1:], strict=False):
        if _is_apart(below, token) or _is_drawn_from(below, token) or (below.dep_ == "pcomp" and token.lower_ in BESIDE):
            break
        if _is_second_that(below, token):
            continue
        if below.dep_ in ("relcl", "advcl", "conj", "appos", "parataxis", "nsubj", "nsubjpass", "pobj", "poss", "npadvmod") and not _bears(
            below, token
        ):
            break
        kept.append(token)
    return kept


def _is_second_that(below: Token, token: Token) -> bool:
    """ "Denied that A depends on B or that B could buy it": the second clause hangs on the first, and is denied like it."""
    return (
        below.dep_ == "conj" and token.dep_ == "ccomp" and any(child.dep_ == "mark" and child.lower_ == "that" for child in below.children)
    )


def _is_drawn_from(below: Token, token: Token) -> bool:
    """ "We depend on China, so this is not a rounding error": the second clause says something else."""
    joined = below.dep_ == "ccomp" and below.i < token.i and token.lemma_ == "be"
    return joined and any(child.dep_ == "cc" and child.lower_ in ("so", "and", "yet") for child in below.children)


def _is_apart(below: Token, token: Token) -> bool:
    """Whether a semicolon, a colon or "but" stands between two clauses: what is said of the one is not said of the other."""
    first, last = sorted((below.i, token.i))
    return token.pos_ in ("VERB", "AUX") and any(one.text in (";", ":") or one.lower_ == "but" for one in below.doc[first + 1 : last])


def _bears(below: Token, token: Token) -> bool:
    """Whether what is said of `token` holds for what hangs below it: a shared subject in a coordination, a prepared noun."""
    if below.dep_ == "conj" and token.pos_ in ("VERB", "AUX"):
        helped = any(map(_is_finite_helper, below.children)) and not _is_alternative(below)
        own = helped or any(child.dep_ in ("nsubj", "nsubjpass") for child in below.children)
        return not own and not _is_finite_beside(below, token)
    if (
        below.dep_ == "relcl" and below.tag_ == "VB" and token.lemma_.lower() in {*DEAL_NOUNS, *INTENT, "talk", "negotiation"}
    ):  # "signed a contract to supply", "there are no plans for Intel to buy"
        return any(child.lower_ == "to" and child.dep_ == "aux" for child in below.children)
    if below.dep_ == "pobj" and token.dep_ == "prep":
        return below.pos_ == "NOUN"
    if below.dep_ == "advcl" and below.tag_ == "VBN" and token.lemma_ == "be":  # "was not, in whatever way, bought by"
        return not any(child.dep_ in ("attr", "acomp") for child in token.children)
    if below.dep_ == "advcl" and below.tag_ == "VB":  # "will invest … to build"
        return any(child.lower_ == "to" for child in below.children)
    return below.dep_ == "conj" and below.pos_ == "NOUN"


def _is_finite_helper(token: Token) -> bool:
    """ "Had" in "did not use it and had trained it": a verb with its own helper takes none, and no denial, from the one before."""
    return token.dep_ in ("aux", "auxpass") and token.lower_ in FINITE


def _is_alternative(below: Token) -> bool:
    """ "Denied that it was controlled by X or had ever shipped to Y": the second of two that are denied."""
    return any(one.lower_ in ("or", "nor") for one in below.head.children if one.dep_ == "cc" and one.i < below.i)


def _is_finite_beside(below: Token, token: Token) -> bool:
    """Whether a finite verb is joined by "and" to one with a helper, which it does not share: "had never bought it and got ore"."""
    joined = any(child.dep_ == "cc" and child.lower_ in ("and", "but") for word in (token, below.head) for child in word.children)
    helped = token.tag_ in ("VB", "VBN") and any(child.dep_ in ("aux", "auxpass") for child in token.children)
    return joined and helped and below.tag_ in ("VBD", "VBZ", "VBP")


def is_end_denied(trigger: Token) -> bool:
    """Whether the end is denied that the trigger, or the verb above it, tells of: "has denied that it will halt exports"."""
    verb = next((one for one in (trigger, trigger.head) if one.lemma_ in ENDED), None)
    return verb is not None and _polarity(verb, _clause([verb, *governors(verb)]), stops=True) == "negated"


def _polarity(trigger: Token, clause: list[Token], stops: bool) -> Polarity:
    """Of what the trigger says; with `stops` it is no denial that the trigger itself says an end."""
    if goes_on(trigger) or any(map(is_left_open, clause)):
        return "affirmed"
    flips = 0
    for token in clause:
        flips += any(
            (child.dep_ == "neg" or (child.lower_ in NO and child.dep_ in ("det", "advmod", "preconj"))) and not _is_added_to(child)
            for child in token.children
        )
        flips += is_no_longer(token)
        flips += token.lower_ in ("without",) or (token.dep_ == "pcomp" and token.head.lower_ == "without")
    for below, token in zip(clause, clause[1:], strict=False):
        if token.lemma_.lower() in DENY and (below.dep_ in ("xcomp", "ccomp", "dobj", "acl", "pcomp") or token.lemma_ == "deny"):
            flips += 1
        if token.lemma_ == "rule" and any(child.lower_ == "out" for child in token.children):
            flips += 1
        flips += token.lower_ in UNABLE and below.dep_ in ("xcomp", "ccomp", "advcl")
        flips += token.lemma_ == "have" and below.dep_ == "xcomp" and any(child.lower_ == "yet" for child in token.children)
    verbs = [token for token in clause if token.pos_ in ("VERB", "AUX")][:1]
    subject = [child for verb in {trigger, *verbs} for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    flips += any(_is_nobody(one) for one in subject)
    objects = [child for child in trigger.children if child.dep_ in ("dobj", "attr")] if trigger.pos_ in ("VERB", "AUX") else []
    flips += any(_is_none(one) for one in objects)
    flips += not stops and (trigger.lemma_.lower() in ENDING or is_over(trigger))
    if not flips and is_given_up(trigger):
        return "negated"
    flips += (
        _ends_with_no_more(trigger)
        or _is_answered_no(trigger)
        or _is_called_untrue(trigger)
        or _follows_nor(trigger)
        or _is_denied_next(trigger)
        or _is_left_out(trigger)
        or is_contrary(trigger)
    )
    return "negated" if flips % 2 or flips > 1 else "affirmed"


def _is_added_to(no: Token) -> bool:
    """ "Not only Intel supplies", "not just Intel": more is said, nothing denied."""
    return no.lower_ in ("not", "n't") and no.i + 1 < len(no.doc) and no.nbor().lower_ in ("only", "just", "merely", "simply", "solely")


def _is_nobody(subject: Token) -> bool:
    """ "None of its firms", "neither", "no chip", "not one tool", "not a single one"."""
    told = [child for child in subject.children if child.lower_ != "without"]  # "export without a licence is banned"
    if subject.lower_ in ("none", "neither") or any(child.lower_ in NO and not _is_added_to(child) for child in told):
        return True
    first = subject.left_edge
    return first.lower_ == "not" and first.i < subject.i and first.nbor().lower_ in ("one", "a", "even", "an")


def _is_none(noun: Token) -> bool:
    """ "nothing", "no chips", "not a single share", "neither Intel nor AMD"; "Ford, not Tesla" is Ford."""
    return noun.lower_ in NOBODY or any(child.lower_ in ("no", "neither", "not") for child in noun.lefts)


def _is_left_out(trigger: Token) -> bool:
    """ "Its customers do not include Intel": the verb that lists is denied, and not the noun."""
    verb = trigger.head
    return trigger.dep_ == "nsubj" and verb.lemma_ in ("include", "number", "comprise") and any(one.dep_ == "neg" for one in verb.children)


def _follows_nor(trigger: Token) -> bool:
    """ "Nor, he added, does Intel depend on it": the helping verb before the subject tells whose "nor" it is."""
    verb = trigger if trigger.pos_ in ("VERB", "AUX") else next((one for one in governors(trigger) if one.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return False
    subjects = [child.i for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    helping = [child.i for child in verb.children if child.dep_ in ("aux", "auxpass")]
    inverted = bool(subjects and helping and min(helping) < min(subjects)) or (bool(subjects) and verb.i < min(subjects))
    return inverted and any(token.lower_ == "nor" for token in trigger.doc[trigger.sent.start : min([verb.i, *helping])])


def _is_denied_next(trigger: Token) -> bool:
    """Whether it is what others say and the next sentence only denies it: "A blog said that Intel buys from AMD. It does not." """
    doc, end = trigger.doc, trigger.sent.end
    if end >= len(doc) or not any(token.lemma_.lower() in SAY | RUMOUR for token in governors(trigger)):
        return False
    words = [token.lower_ for token in doc[end].sent if not token.is_punct and not token.is_space]
    if not words or len(words) > 6 or words[0] not in ("it", "that", "this", "they", "he", "she", "not", "wrong", "false"):
        return False
    return words[-1] in ("not", "n't") or words[:2] == ["not", "so"] or bool(UNTRUE & set(words) and len(words) < 5)


def _is_called_untrue(trigger: Token) -> bool:
    """ "It is untrue that Intel owns AMD", "it is not true that", "it is a lie that"."""
    way = [trigger, *governors(trigger)]
    for below, token in zip(way, way[1:], strict=False):
        marked = below.dep_ == "relcl" and any(child.dep_ == "mark" for child in below.children)
        if below.dep_ not in ("ccomp", "csubj", "acl") and not marked:
            continue
        said = [token, *(child for child in token.children if child.dep_ in ("acomp", "attr"))]
        verbs = [token, token.head] if token.dep_ in ("attr", "acomp") else [token]  # "it is not the case that"
        denied = any(child.dep_ == "neg" or child.lower_ in ("nor", "neither", "hardly") for verb in verbs for child in verb.children)
        if any(one.lower_ in UNTRUE for one in said) or (denied and any(one.lower_ in TRUE for one in said)):
            return True
    return False


def _ends_with_no_more(trigger: Token) -> bool:
    """ "buys from nVeris no more": said at the end of the clause."""
    for token in trigger.doc[trigger.i + 1 : min(trigger.i + 9, trigger.sent.end)]:
        if token.text in (",", ";", ".", ":"):
            return False
        bound = token.i + 1 < len(token.doc) and token.nbor().lower_ == "than"  # "with no more than 10% of its modules"
        if token.lower_ in ("more", "longer") and token.nbor(-1).lower_ in ("no", "any") and not bound:
            return token.nbor(-1).lower_ == "no"
    return False


def _is_answered_no(trigger: Token) -> bool:
    """Whether the clause is what is rumoured, asked or claimed, and the sentence says that it is not so.

    "Asked about talk that Redhawk buys from Grindel, a spokesman said it does not"; "a report that … was false"."""
    above = list(governors(trigger))
    if any(token.lemma_.lower() in PROOF and any(child.lower_ in NO for child in token.children) for token in above):
        return True
    if not any(token.lemma_.lower() in RUMOUR for token in above):
        return False
    inside = {token.i for token in trigger.subtree}
    if any(token.i not in inside and (token.lemma_.lower() in UNTRUE or _is_not_true(token)) for token in trigger.sent):
        return True
    last = next((token for token in reversed(list(trigger.sent)) if not token.is_punct and not token.is_space), trigger)
    if last.i > trigger.i and last.lemma_.lower() in UNTRUE:  # "called a report that Intel buys from AMD false"
        return True
    return last.i > trigger.i and last.i not in inside and last.lower_ in ("not", "n't", "no")


def _is_not_true(token: Token) -> bool:
    """ "are not correct", "is not true"."""
    return token.lower_ in TRUE and any(child.dep_ == "neg" for child in token.head.children)


def _attribution(trigger: Token, above: list[Token]) -> str | None:
    """Who says so, where the sentence names them."""
    doc = trigger.doc
    for below, token in zip(above, above[1:], strict=False):
        if token.lemma_.lower() in SAY and below.dep_ in ("ccomp", "parataxis", "advcl"):
            return _named(fillers(token, "subj"))
    for token in above:
        for child in token.children:
            if child.lemma_.lower() in SAY and child.dep_ in ("parataxis", "ccomp", "advcl") and child.i > token.i:
                return _named(fillers(child, "subj"))
            if child.lower_ == "to" and child.head.lower_ in ("according",):
                return _named([p for p in child.children if p.dep_ == "pobj"])
        if token.i + 1 < len(doc) and token.lower_ == "according":
            return _named(fillers(token, "to"))
    according = [one for one in trigger.sent if one.lower_ == "according"]
    return _named([p for one in according for to in one.children for p in to.children if p.dep_ == "pobj"]) if according else None


def _named(tokens: list[Token]) -> str | None:
    for token in tokens:
        if token.lower_ in ("we", "i"):
            return token.text
        found = mention_at(token.doc, token.i)
        if found is not None:
            entity = reading_of(token.doc).entities.get(found.entity)
            return entity.name if entity is not None else token.doc[found.start : found.end].text
    return tokens[0].doc[tokens[0].left_edge.i : tokens[0].i + 1].text if tokens else None


def _alleged(trigger: Token, above: list[Token]) -> bool:
    words = [child for token in above for child in token.children if child.dep_ in ("advmod", "amod")]
    return any(word.lower_ in ALLEGED for word in words) or any(
        token.lemma_.lower() in ALLEGE
        for below, token in zip(above, above[1:], strict=False)
        if below.dep_ in ("ccomp", "xcomp", "prep", "pcomp", "oprd")
    )
