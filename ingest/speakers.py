"""Whom "we" stands for: the firm whose filing it is, the one whose people are quoted, the one that an interview is with."""

from collections import Counter

from spacy.tokens import Doc, Span, Token

from graph.evidence import Entity, entity_id
from ingest.linking import display_name, fold
from ingest.reading import Found, mention_at, reading_of, text_of

_QUOTES = '"“”'
_SAYING = frozenset("say tell add write note explain argue warn state declare insist stress claim joke recall".split())


def lead_company(doc: Doc) -> Found | None:
    """The firm an article is about: the one named most often, the first of equals."""
    reading = reading_of(doc)
    if reading.lead is None:
        firms = [found for found in reading.mentions if found.label == "Company" and found.kind == "name"]
        counts = Counter(found.entity or found.name or text_of(doc, found) for found in firms)
        reading.lead = max(firms, key=lambda found: (counts[found.entity or found.name or text_of(doc, found)], -found.start), default=None)
    return reading.lead


def speaking_firm(doc: Doc, token: Token) -> Found | None:
    """The firm that says "we" at `token`; None where nothing tells."""
    if is_quoted(doc, token):
        return _quoted(doc, token)
    defined = _defined(doc)
    if defined is not None:
        return defined
    if reading_of(doc).filer:
        return filing_firm(doc)
    person = _answerer(doc, token)
    return _firm_of(doc, person) if person is not None else None


def filing_firm(doc: Doc) -> Found | None:
    """The firm whose filing it is: as the text names it, else by the publisher's name."""
    reading = reading_of(doc)
    id = entity_id("Company", fold(reading.filer or ""))
    named = next((one for one in reading.mentions if one.label == "Company" and one.entity == id), None)
    if named is not None:
        return named
    reading.entities.setdefault(id, Entity(id=id, type="Company", name=display_name(reading.filer or ""), provisional=True))
    return Found(0, 1, "Company", "coreference", id, "pronoun", reading.entities[id].name)


def _answerer(doc: Doc, token: Token) -> Found | None:
    """The named person whose answer it stands in: "Yoon: We stopped"; under a question, the first whom the interview names."""
    parts = reading_of(doc).parts
    here = next((number for number, part in enumerate(parts) if part.start <= token.i < part.end), 0)
    label = parts[here - 1] if here else None
    persons = [one for one in reading_of(doc).mentions if one.label == "Person"]
    named = [one for one in persons if label is not None and label.role == "label" and label.start <= one.start < label.end]
    if not named:
        heading = next((part for part in reversed(parts[:here]) if part.role == "heading"), None)
        named = persons if heading is not None and doc[heading.end - 1].text == "?" else []
    return named[0] if named else None


def _firm_of(doc: Doc, person: Found) -> Found | None:
    """The firm in whose sentence somebody is introduced, else the first that the interview names."""
    firms = [one for one in reading_of(doc).mentions if one.label == "Company" and one.kind == "name" and one.entity]
    met = [one for one in reading_of(doc).mentions if one.entity == person.entity and one.start <= person.start]
    for one in met[:1]:
        sentence = doc[one.start].sent
        beside = [firm for firm in firms if sentence.start <= firm.start < sentence.end]
        if beside:
            return min(beside, key=lambda firm: abs(firm.start - one.start))
    return firms[0] if firms else None


def _defined(doc: Doc) -> Found | None:
    """ "Gangotri Wafer Technologies Limited ("Gangotri", the "Company", "we")"."""
    for token in doc[: min(len(doc), 400)]:
        if token.lower_ in ("we", "company", "our", "us", "registrant") and token.i and doc[token.i - 1].text in _QUOTES:
            firms = [
                one
                for one in reading_of(doc).mentions
                if one.label == "Company" and one.kind == "name" and token.i - 16 < one.end <= token.i
            ]
            if firms:
                return firms[0]
    return None


def is_quoted(doc: Doc, token: Token) -> bool:
    """Whether an odd number of quotation marks stands before it in its segment."""
    part = next((part for part in reading_of(doc).parts if part.start <= token.i < part.end), None)
    start = part.start if part is not None else token.sent.start
    return sum(one.text in _QUOTES for one in doc[start : token.i]) % 2 == 1


def _quoted(doc: Doc, token: Token) -> Found | None:
    """The firm of the speaker: the one that says it, or the one named beside the person who does, else the subject before."""
    found = _sayer(doc, token.sent)
    if found is not None:
        return found
    start = token.sent.start
    for _ in range(3):
        if not start:
            break
        before = doc[start - 1].sent
        said = _sayer(doc, before)
        if said is not None:
            return said
        for subject in (child for child in before.root.children if child.dep_ in ("nsubj", "nsubjpass")):
            found = mention_at(doc, subject.i)
            if found is not None and found.label == "Company":
                return found
        start = before.start
    return lead_company(doc)


def _sayer(doc: Doc, sentence: Span) -> Found | None:
    """Whoever says the words of the sentence: a firm, or the one named beside the person."""
    for verb in (one for one in sentence if one.lemma_.lower() in _SAYING):
        for subject in (child for child in verb.children if child.dep_ == "nsubj"):
            found = mention_at(doc, subject.i)
            if found is not None and found.label == "Company":
                return found
            near = [
                one
                for one in reading_of(doc).mentions
                if one.label == "Company"
                and one.entity
                and one.kind != "pronoun"
                and -6 <= one.start - subject.i <= 9
                and one.start < sentence.end
            ]
            outside = [one for one in near if not is_quoted(doc, doc[one.start])]
            if outside:
                return min(outside, key=lambda one: abs(one.start - subject.i))
    return None
