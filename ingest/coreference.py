"""Pronouns and nominals -> the entity they stand for, by rules: the subjects of the clauses around first, then those of the
two sentences before, then the nearest name; always of a fitting type."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from graph.evidence import MentionKind
from ingest.anaphors import PRONOUNS, SUBJECTS, WITH_SEAT, fitting, seat_of, types_of
from ingest.clause_subjects import subjects_of
from ingest.employers import employer
from ingest.grammar import governors
from ingest.homes import is_at_home
from ingest.kinship import kindred_first
from ingest.others import PARTS, others
from ingest.reading import Found, mention_at, reading_of
from ingest.several import several
from ingest.speakers import is_quoted, speaking_firm
from ingest.words import COMPANY_NOUNS, FIRM_THINGS

SPEAKERS = frozenset(["we", "our", "us", "ours"])
"""Who speaks: the filer, or the firm whose people are quoted (ingest/speakers.py)."""
SAYING = frozenset("say add report announce state tell confirm note".split())
TITLED = frozenset("ministry commission agency department bureau court regulation order rule act law directive decree notice list".split())
OBJECTS = ("dobj", "dative", "attr")
MODIFIERS = ("compound", "amod", "nmod")
WINDOW = 2
SHORTEST = 3
"""Headings and labels of so few words do not count as sentences between."""


@Language.component("coreference")
def coreference(doc: Doc) -> Doc:
    """Adds pronouns and nominals with their entity to the mentions."""
    reading = reading_of(doc)
    if reading.given or not doc.has_annotation("DEP"):
        return doc
    for sentence in doc.sents:
        for token in sentence:
            if token.lower_ in SPEAKERS and (token.pos_ in ("PRON", "DET") or token.lower_ == "ours"):
                speaker = speaking_firm(doc, token)
                if speaker is not None:
                    reading.mentions.append(
                        Found(token.i, token.i + 1, speaker.label, "coreference", speaker.entity, "pronoun", speaker.name)
                    )
                continue
            together = several(doc, token)
            if together or token.lower_ in ("both", "two"):
                reading.mentions += together
                continue
            firm = employer(doc, token) if mention_at(doc, token.i) is None else None
            if firm is not None:
                reading.mentions.append(_mention(doc, token, firm))
                continue
            types = types_of(token)
            if not types or mention_at(doc, token.i) is not None:
                continue
            found = _apposed(doc, token, types) or _antecedent(doc, sentence, token, types)
            if found is not None:
                reading.mentions.append(_mention(doc, token, found))
    reading.mentions.sort(key=lambda one: (one.start, -one.end))
    return doc


def _mention(doc: Doc, token: Token, antecedent: Found) -> Found:
    """A pronoun alone; a nominal from its article's next word on: "the German firm" is "German firm" where nothing else is named in it."""
    kind: MentionKind = "pronoun" if token.lower_ in PRONOUNS else "nominal"
    start = token.i
    if kind == "nominal":
        start = min([token.i, *(child.i for child in token.lefts if child.dep_ in ("amod", "compound", "det", "nummod"))])
        while start < token.i and mention_at(doc, start) is not None:
            start += 1
        start = token.i if any(mention_at(doc, i) is not None for i in range(start, token.i)) else start
    return Found(start, token.i + 1, antecedent.label, "coreference", entity=antecedent.entity, kind=kind, name=antecedent.name)


def _antecedent(doc: Doc, sentence: Span, token: Token, types: tuple[str, ...]) -> Found | None:
    """The first fitting mention in the order in which a reader looks."""
    seat = seat_of(token)
    pronoun = token.lower_ in PRONOUNS
    role = token.head.lemma_.lower() in COMPANY_NOUNS or token.head.lower_ in FIRM_THINGS
    if token.dep_ == "poss" and "Company" in types and len(types) > 1 and role:
        types = ("Company",)  # "its chips": hardly a country's
    types = fitting(token, types)
    apart, quoted = others(token), is_quoted(doc, token)
    same = {one.entity for i in apart if (one := mention_at(doc, i)) is not None}
    looked_at = [
        *_fellow_owner(doc, token),
        *_subject_to_come(doc, token),
        *_ranked(doc, sentence, token, pronoun),
        *_speaker_to_come(doc, token),
        *_namesake(doc, token),
    ]
    for found in looked_at if pronoun else _neighbours_first(doc, kindred_first(doc, token, looked_at), seat):
        if (
            not found.covers(token.i)
            and not any(found.covers(i) for i in apart)
            and found.entity not in same
            and (quoted or found.start < sentence.start or not is_quoted(doc, doc[found.start]))
            and found.label in types
            and found.entity
            and not (found.kind == "pronoun" and doc[found.start].lower_ in SPEAKERS)
            and (pronoun or not found.entity.startswith("country:") or "Country" in types)
            and (seat is None or is_at_home(doc, found, seat) is not False)
        ):
            return found
    return None


def _neighbours_first(doc: Doc, candidates: list[Found], seat: Found | None) -> list[Found]:
    """Those first that are known to be where the nominal says: "the Belgian firm"."""
    return candidates if seat is None else sorted(candidates, key=lambda one: not is_at_home(doc, one, seat))


def _fellow_owner(doc: Doc, token: Token) -> list[Found]:
    """ "Sanctioned Amur Gas and its owner": the name that the thing owned is coordinated with."""
    head = token.head
    if token.dep_ != "poss" or token.lower_ not in ("its", "their") or head.dep_ != "conj" or head.head.i > token.i:
        return []
    return [one for one in _at(doc, head.head) if one.kind == "name" and one.start < token.i]


def _subject_to_come(doc: Doc, token: Token) -> list[Found]:
    """The subject after a phrase that opens the sentence: "For its new tablet, Pellucid turned to …"."""
    if token.dep_ != "poss" or token.lower_ not in ("its", "their"):
        return []
    way = [token, *governors(token)]
    for below, verb in zip(way, way[1:], strict=False):
        subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        opens = below.dep_ in ("prep", "advcl") and below.left_edge.i == verb.sent.start
        if opens and subject is not None and subject.i > token.i:
            return [one for one in _at(doc, subject) if one.kind == "name"]
    return []


def _namesake(doc: Doc, token: Token) -> list[Found]:
    """However far back, what bears the noun in its name: "the ministry" after "Ministry of Industry"."""
    if token.lower_ not in TITLED:
        return []
    named = [one for one in reading_of(doc).mentions if one.kind == "name" and one.end <= token.i]
    return [one for one in reversed(named) if token.lower_ in {word.lower_ for word in doc[one.start : one.end]}][:1]


def _speaker_to_come(doc: Doc, token: Token) -> list[Found]:
    """Where nothing before fits, who says it: "The company's suppliers are A and B, Voltmere said"."""
    said = (verb for verb in governors(token) if verb.lemma_ in SAYING)
    return [
        found
        for verb in said
        for subject in subjects_of(verb)
        if subject.i > token.i
        for found in _at(doc, subject)
        if found.kind == "name"
    ]


def _ranked(doc: Doc, sentence: Span, token: Token, pronoun: bool) -> Iterator[Found]:
    """Subjects of the clauses above, nearest first; other names before it in the sentence; then the sentences before."""
    own = _own_clause(token)
    for verb in governors(token):
        for subject in subjects_of(verb):
            if subject.i < token.i and (token.dep_ == "poss" or verb.i != own):
                yield from _at(doc, subject)
    yield from _opened(doc, token)
    if pronoun and (token.dep_ == "dative" or (token.dep_ in SUBJECTS and token.head.dep_ == "relcl")):
        yield from _given(doc, token)
    if not pronoun or token.dep_ == "poss":
        fellows = set() if token.dep_ == "poss" else {subject.i for subject in subjects_of(doc[own])} if own >= 0 else set()
        ends = [one for one in _names(doc, sentence.start, token.i) if any(one.covers(i) for i in fellows)]
        same = {one.entity for one in ends if token.dep_ != "poss"}
        yield from (one for one in reversed(_names(doc, sentence.start, token.i)) if one not in ends and one.entity not in same)
    earlier = list(_sentences_before(doc, sentence))
    for number, one in enumerate(earlier):
        for subject in subjects_of(one.root):
            yield from _at(doc, subject)
            yield from _owner_of(doc, subject)
        yield from _names(doc, one.start, one.end, SUBJECTS)
        if number == 0:
            yield from _names(doc, one.start, one.end, OBJECTS)
    for one in earlier:
        yield from reversed(_names(doc, one.start, one.end))


def _given(doc: Doc, token: Token) -> Iterator[Found]:
    """Of "awarded Larkin a grant for the plant it is building" Larkin: who gets what the clause of "it" is about."""
    for verb in governors(token):
        for receiver in verb.children:
            if receiver.dep_ in ("dative", "dobj", "nsubjpass") and receiver.i < token.i and verb.pos_ == "VERB":
                yield from (one for one in _at(doc, receiver) if one.kind == "name")


def _opened(doc: Doc, token: Token) -> Iterator[Found]:
    """The subjects of clauses that stand before the one above the token: "Intel is short of cash: in April it agreed"."""
    for verb in governors(token):
        for clause in verb.lefts:
            if clause.dep_ in ("ccomp", "parataxis", "advcl") and clause.right_edge.i < token.i:
                yield from (one for subject in subjects_of(clause) for one in _at(doc, subject))


def _sentences_before(doc: Doc, sentence: Span) -> Iterator[Span]:
    """The sentences before, nearest first; not across a heading."""
    seen = 0
    while sentence.start and seen < WINDOW:
        sentence = doc[sentence.start - 1].sent
        seen += len(sentence) > SHORTEST
        yield sentence


def _own_clause(token: Token) -> int:
    """The verb whose argument the token is: no word stands for its fellow argument ("Carlyle owns half of the company")."""
    return next((one.i for one in governors(token) if one.pos_ in ("VERB", "AUX")), -1)


def _at(doc: Doc, token: Token) -> list[Found]:
    """The mention at a word, or the firm that a possessive subject belongs to: "Kestrel's plant … its", "Kestrel's clients … its"."""
    found = mention_at(doc, token.i)
    if found is not None:
        return [found]
    owners = [one for child in token.lefts if child.dep_ == "poss" and (one := mention_at(doc, child.i)) is not None]
    return owners if token.lower_ in PARTS else []


def _owner_of(doc: Doc, subject: Token) -> list[Found]:
    """Whose a subject is that is no name: of "Shares of Larkin fell" and "Larkin's order book is full" Larkin."""
    if mention_at(doc, subject.i) is not None:
        return []
    owners = [child for child in subject.lefts if child.dep_ == "poss"]
    owners += [p for of in subject.rights if of.lower_ == "of" for p in of.children if p.dep_ == "pobj"]
    return [found for one in owners if (found := mention_at(doc, one.i)) is not None]


def _names(doc: Doc, start: int, end: int, places: tuple[str, ...] = ()) -> list[Found]:
    """The mentions in [start, end) that stand in one of the syntactic `places`; without those, all that modify no other noun."""
    found = [one for one in reading_of(doc).mentions if start <= one.start < end]
    roots = [(one, doc[one.start : one.end].root.dep_) for one in found]
    return [one for one, place in roots if (place in places if places else place not in MODIFIERS)]


def _apposed(doc: Doc, token: Token, types: tuple[str, ...]) -> Found | None:
    """ "The distributor, Al Noor Trading, bought": the name right after the nominal."""
    beside = mention_at(doc, token.i + 1) if token.i + 1 < token.sent.end else None
    if token.lower_ in WITH_SEAT or token.lower_ in PRONOUNS:
        beside = None  # its name may stand beside a unit, and is no other word for it
    if beside is not None and beside.start == token.i + 1 and beside.kind == "name" and beside.label in types and beside.entity:
        return beside  # "the window maker Ventanal"
    if token.i + 2 < len(doc) and doc[token.i + 1].text in (",", "-", "–", "—") and token.lower_ not in PRONOUNS:
        found = mention_at(doc, token.i + 2)
        if found is not None and found.kind == "name" and found.label in types and found.entity:
            closed = found.end < len(doc) and doc[found.end].text in (",", "-", "–", "—", ".")
            return found if closed and doc[found.start : found.end].root.dep_ != "nsubj" else None
    return None
