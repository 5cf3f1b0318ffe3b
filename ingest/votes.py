"""What type a capitalised stretch has: votes from its own words, from the words around it, and from the statistical model.

Each finder yields (type, weight); ingest/entities.py adds them up over all occurrences of a name in a document."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from ingest.dictionary import is_word
from ingest.gazetteer import city_countries
from ingest.grammar import is_passive
from ingest.reading import mention_at, reading_of
from ingest.runs import LAWS, is_opening, is_title
from ingest.words import (
    CHIP_NOUNS,
    COMPANY_NOUNS,
    CORPORATE,
    CORPORATE_VERBS,
    FIRM_THINGS,
    GOV_FIRST,
    GOV_LAST,
    GOV_WORDS,
    MODEL_NOUNS,
    OBJECT_VERBS,
    PARTY_PREPS,
    PARTY_TRIGGERS,
    PERSON_NOUNS,
    PLACE_PREPS,
    POLICY_LAST,
    PRODUCT_NAMED,
    PRODUCT_NOUNS,
    RESEARCH_NOUNS,
    SITE_NOUNS,
    STRICT_LEGAL,
    STRONG_CORPORATE,
    TERRITORY,
    given_names,
)

Vote = tuple[str, float]
AUTHORITY = frozenset(
    "export control customs enforcement intelligence antitrust competition trade sanctions security tax fraud safety patent".split()
)
CREATING = frozenset("unveil introduce launch release design develop make manufacture build fabricate tape debut present".split())
SPEAKING = frozenset("spokesman spokeswoman spokesperson lawyer lawyers attorney counsel analysts".split())
_MODEL: dict[str, tuple[str, float]] = {
    "ORG": ("Company", 2.0),
    "PERSON": ("Person", 1.5),
    "GPE": ("City", 2.0),
    "LOC": ("Region", 2.0),
    "PRODUCT": ("Product", 1.0),
    "FAC": ("Facility", 1.0),
    "LAW": ("Policy", 2.0),
    "EVENT": ("", 1.5),
    "WORK_OF_ART": ("", 1.5),
    "NORP": ("", 2.0),
    "LANGUAGE": ("", 3.0),
}


def votes(doc: Doc, start: int, end: int) -> Iterator[Vote]:
    """Everything around doc[start:end] that speaks for a type; the type "" speaks for none at all."""
    yield from _model(doc, start, end)
    yield from _neighbours(doc, start, end)
    if doc[start:end].text.isupper() and _is_dateline(doc, start, end):
        yield "City", 4.0
    if doc.has_annotation("DEP"):
        yield from _syntax(doc, start, end)


def own_votes(doc: Doc, start: int, end: int) -> Iterator[Vote]:
    """What the words of the name itself give away: the same wherever it stands."""
    words = [token.lower_ for token in doc[start:end]]
    first, last, several = words[0], words[-1], len(words) > 1
    if several and last in STRICT_LEGAL:
        yield "Company", 12.0
    elif several and last in STRONG_CORPORATE:
        yield "Company", 7.0
    elif several and last in CORPORATE:
        yield "Company", 4.0
    elif several and is_word(doc[end - 1]) and doc[start].text not in given_names() and last not in TERRITORY | SITE_NOUNS | POLICY_LAST:
        yield "Company", 1.5  # "Granite Spindle": persons are seldom called after things
    if several and (
        first in ("university", "institute", "academy", "universiteit", "université") or last in RESEARCH_NOUNS - {"center", "centre"}
    ):
        yield "ResearchOrg", 8.0
    if several and any(word in RESEARCH_NOUNS and following in ("of", "for") for word, following in pairwise(words)):
        yield "ResearchOrg", 12.0
    if several and (first in GOV_FIRST and "of" in words or last in GOV_LAST and last not in ("unit", "board", "office", "service")):
        yield "GovBody", 9.0
    if len(words) > 2 and first in LAWS and words[1] in ("on", "of", "for"):
        yield "Policy", 9.0
    if several and last in ("unit", "office", "board", "service", "directorate", "division") and set(words) & AUTHORITY:
        yield "GovBody", 7.0
    if several and last in POLICY_LAST and not (last in ("list", "plan", "code") and several < 2):
        yield "Policy", 7.0
    if several and (last in TERRITORY):
        yield "Region", 7.0
    if several and (last in SITE_NOUNS or (doc[end - 1].text.isdigit() and words[-2] in SITE_NOUNS) or first == "fab"):
        yield "Facility", 6.0
    if (
        len(words) > 2
        and last in ("center", "centre")
        and words[-2] in ("manufacturing", "data", "production", "fabrication", "technology", "assembly")
    ):
        yield "Facility", 9.0
    if (
        2 <= len(words) <= 4
        and doc[start].text in given_names()
        and last not in CORPORATE
        and all(t.text[0].isalpha() for t in doc[start:end])
    ):
        yield "Person", 2.5
    follows = doc[end].lower_ if end < len(doc) else ""
    if len(words) == 2 and follows not in SITE_NOUNS and _is_called_after_its_town(doc, start, last):
        yield "Company", 2.0  # "Grozny Electromash"
    if _city_name(doc[start:end].text) in city_countries():
        yield "City", 0.3 if all(is_word(token) for token in doc[start:end]) else 0.9
    if any(_designation(token.text) for token in doc[start:end]) and last not in CORPORATE:
        yield "Product", 2.0
        yield "Chip", 1.8


def _is_called_after_its_town(doc: Doc, start: int, last: str) -> bool:
    """Whether a word that is no English one stands after a town, and nothing makes a person, a place or a body of the two."""
    town, name = doc[start].text, doc[start + 1]
    plain = name.text.isalpha() and name.text[0].isupper() and not is_word(name) and town not in given_names()
    return plain and town in city_countries() and last not in TERRITORY | SITE_NOUNS | POLICY_LAST | GOV_LAST


def _is_dateline(doc: Doc, start: int, end: int) -> bool:
    """Whether a name in capitals stands where a report says where it comes from."""
    labelled = any(part.role == "label" and part.start <= start < part.end for part in reading_of(doc).parts)
    return labelled and (not is_word(doc[start]) or _city_name(doc[start:end].text) in city_countries())


def _city_name(text: str) -> str:
    """GOTHENBURG in a dateline is Gothenburg."""
    return text.title() if text.isupper() and len(text) > 4 else text


def _designation(text: str) -> bool:
    """ "PX7", "NX-400", "Tala-1": capitals and digits mixed."""
    return any(letter.isdigit() for letter in text) and text[0].isalpha() and text[0].isupper() and not text.isalpha()


def _model(doc: Doc, start: int, end: int) -> Iterator[Vote]:
    """What the statistical model says; of a single word said to be a person it is not sure."""
    labels = [token.ent_type_ for token in doc[start:end] if token.ent_type_]
    if not labels:
        if not is_opening(doc[start]) and not all(is_word(token) for token in doc[start:end]):
            yield "Company", 1.6 if end - start > 1 else 1.5
        return
    label = max(sorted(set(labels)), key=labels.count)
    name = doc[start:end].text
    words = {token.lower_ for token in doc[start:end]}
    kind, weight = _MODEL.get(label, ("", 0.0))
    share = labels.count(label) / (end - start)
    if label == "GPE" and name not in city_countries():
        weight = 0.8
        yield "Company", 0.7  # the model takes many a firm for a place; a place of any size is in the gazetteer
    if label == "PERSON" and (end - start == 1 or doc[start].text not in given_names()):
        weight = 0.7 if end - start == 1 or is_word(doc[end - 1]) else 1.0
    if label in ("ORG", "GPE") and words & GOV_WORDS and end - start > 1:
        kind = "GovBody"
    if kind == "City" and words & TERRITORY:
        kind = "Region"
    yield kind, weight * share


def _neighbours(doc: Doc, start: int, end: int) -> Iterator[Vote]:
    """What stands right before and after."""
    before = doc[start - 1] if start and not doc[start].is_sent_start else None
    after = doc[end] if end < len(doc) and not doc[end].is_sent_start else None
    further = doc[end + 1] if after is not None and end + 1 < len(doc) and not doc[end + 1].is_sent_start else None
    name = doc[start:end]
    designation = any(letter.isdigit() for letter in name.text) or end - start == 1
    if before is not None:
        word = before.lower_
        if is_title(before) and word not in ("partner", "partners"):
            yield "Person", 5.0 if end - start > 1 else 2.0
        elif word in ("mr.", "ms.", "mrs.", "dr.", "mr", "ms", "mrs", "dr", "prof", "prof."):
            yield "Person", 8.0
        if is_opening(before) and word in COMPANY_NOUNS:
            yield "Company", 5.0  # "Rival Oriel"
        elif (
            before.text.islower()
            and word in COMPANY_NOUNS
            and (before.dep_ in ("compound", "amod", "nmod", "appos") or before.head.i in range(start, end))
        ):
            yield "Company", 5.0
        if word == "up" and start > 2 and doc[start - 3].lower_ == "start":
            yield "Company", 6.0
        if before.text.islower() and word in MODEL_NOUNS and before.dep_ in ("compound", "nmod", "appos", "nsubj", "dobj"):
            yield "AIModel", 4.0
        elif before.text.islower() and word in CHIP_NOUNS and before.dep_ in ("compound", "nmod", "appos", "nsubj", "dobj"):
            yield "Chip", 4.0
        if word in PRODUCT_NAMED:
            yield from _named(doc, start)
        elif word == "as" and start > 1 and doc[start - 2].lower_ == "known":
            yield from _named(doc, start - 1)
        if word == "of" and start > 1 and (doc[start - 2].lower_ in STRICT_LEGAL or doc[start - 2].ent_type_ == "ORG"):
            yield "City", 1.0
        if word in ("city", "town", "village", "suburb", "port") or (
            word == "of" and start > 1 and doc[start - 2].lower_ in ("city", "town", "village", "port", "suburb")
        ):
            yield "City", 6.0
        if word == "for" and start > 1 and doc[start - 2].lower_ in SPEAKING:
            yield "Company", 4.0
        if word in PLACE_PREPS and (before.dep_ == "prep" or before.pos_ == "ADP"):
            yield "City", 3.0 if name.text in city_countries() else 1.5
        if word in ("at", "from"):
            yield "City", 0.3
    if after is None:
        return
    word = after.lower_
    if word == "-" and further is not None and not after.whitespace_:
        if further.lower_ in ("based", "headquartered"):
            yield "City", 6.0
        elif further.lower_ in ("owned", "made", "backed", "led", "designed", "built", "supplied", "controlled", "branded", "listed"):
            yield "Company", 3.0
    elif (word in CHIP_NOUNS or _further_noun(after, further, CHIP_NOUNS)) and designation:
        yield "Chip", 3.5
        yield "Company", 1.0
    elif (word in MODEL_NOUNS or _further_noun(after, further, MODEL_NOUNS)) and designation:
        yield "AIModel", 3.0
    elif word in PRODUCT_NOUNS and after.pos_ == "NOUN":
        yield "Product", 1.2
    elif word in ("province", "prefecture", "county", "region", "peninsula", "valley", "desert", "state"):
        yield "Region", 4.0
    elif word == "'s" and further is not None:
        head = after.nbor(1) if end + 1 < len(doc) else further
        things = {token.lower_ for token in doc[end + 1 : end + 4]}
        if things & FIRM_THINGS or head.lower_ in FIRM_THINGS:
            yield "Company", 2.5
    elif word in ("group", "conglomerate") and before is not None and before.lower_ == "the":
        yield "Company", 2.0  # "the Malmberg group"
    elif word in FIRM_THINGS and after.pos_ in ("NOUN", "PROPN") and not is_title(after):
        yield "Company", 1.5
    elif word in ("spokesman", "spokeswoman", "spokesperson", "ceo", "cfo", "chairman", "executives"):
        yield "Company", 4.0
    elif word == "(" and further is not None:
        yield from _parenthesis(doc, end)
    elif word == ",":
        place = mention_at(doc, end + 1)
        if place is not None and place.label in ("Country", "Region", "City") and end - start <= 3:
            yield "City", 2.5 if before is not None and before.lower_ in (*PLACE_PREPS, "at", "from", "to", "and") else 1.0


def _further_noun(after: Token, further: Token | None, nouns: frozenset[str]) -> bool:
    """Whether one plain word stands between the name and a noun of `nouns`: "Otter radio chip", "Kestra-70B language model"."""
    plain = after.text.islower() and after.pos_ in ("NOUN", "ADJ") or after.lower_ == "ai"
    return further is not None and plain and further.lower_ in nouns


def _named(doc: Doc, start: int) -> Iterator[Vote]:
    """ "a glass interposer called GlassBridge": the noun before says what it is."""
    for token in reversed(doc[max(start - 8, 0) : start - 1]):
        word = token.lemma_.lower()
        if token.text[0].isupper():
            continue
        if word in COMPANY_NOUNS:
            yield "Company", 5.0
        elif word in CHIP_NOUNS:
            yield "Chip", 5.0
        elif word in MODEL_NOUNS:
            yield "AIModel", 5.0
        elif word in SITE_NOUNS:
            yield "Facility", 6.0
        elif token.pos_ == "NOUN":
            yield "Product", 4.0
        else:
            continue
        return


def _parenthesis(doc: Doc, end: int) -> Iterator[Vote]:
    """ "Tessel (TSL.AS)", "Kestrel (NASDAQ: KST)": a ticker makes a firm."""
    inside = doc[end + 1 : min(end + 6, len(doc))].text.split(")")[0]
    if any(mark in inside for mark in ("NASDAQ", "Nasdaq", "NYSE", "TSX", "LSE", "TYO", "HKEX", "TWSE", "KRX", "XETRA")):
        yield "Company", 8.0
    elif inside.replace(".", "").isalnum() and "." in inside and inside.isupper():
        yield "Company", 6.0
    elif inside.isdigit():
        yield "Person", 3.0  # an age


def _syntax(doc: Doc, start: int, end: int) -> Iterator[Vote]:
    """What the parse says of the name: apposition, copula, the verb or preposition it hangs on."""
    root = doc[start:end].root
    head = root.head
    nouns = [child for child in root.children if child.dep_ == "appos" and child.i >= end and not _another_name(doc, end, child)]
    nouns += _next_noun(doc, end)
    if root.dep_ in ("nsubj", "nsubjpass") and head.lemma_ in ("be", "become", "remain"):
        nouns += [child for child in head.children if child.dep_ == "attr" and child.i > root.i]
    if root.dep_ == "appos" and head.pos_ in ("NOUN", "PROPN") and head.i < start:
        nouns.append(head)
    for noun in nouns:
        yield from _noun(noun)
    for clause in (child for child in root.children if child.dep_ == "relcl" and child.i >= end):
        pronouns = [one.lower_ for one in clause.subtree][:3]
        if "who" in pronouns:
            yield "Person", 3.0
        elif "which" in pronouns or "whose" in pronouns:
            yield "Person", -3.0
            yield "Company", 0.7
    among = next((one for one in root.sent if one.lower_ == "among" and any(p.lemma_.lower() in COMPANY_NOUNS for p in one.children)), None)
    if among is not None and root.head.lemma_ == "be" and among.head.i == root.head.i:
        yield "Company", 3.0
    yield from _as_subject(root, head, doc[start:end])
    yield from _as_object(root, head)
    yield from _as_creation(doc, root, start, end)
    if root.dep_ == "conj" or any(child.dep_ == "conj" for child in root.children):
        yield from _beside(doc, root, start, end)


def _another_name(doc: Doc, end: int, noun: Token) -> bool:
    """Whether the apposition belongs to a name between: "Pieter Maas of Hollander & Vries, a brokerage"."""
    between = doc[end : noun.left_edge.i]
    return any(token.pos_ == "PROPN" and token.text[0].isupper() for token in between)


def _next_noun(doc: Doc, end: int) -> list[Token]:
    """The noun of the phrase that follows the name after a comma: ", a Utrecht brokerage"."""
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in ("a", "an", "the", "its", "another", "one"):
        return []
    for token in doc[end + 2 : min(end + 10, len(doc))]:
        if token.text in (",", ".", ";") or token.is_sent_start or token.dep_ == "prep" or token.pos_ in ("VERB", "AUX", "ADP"):
            return []
        if token.pos_ == "NOUN" and token.dep_ == "appos" and not 0 <= token.head.i - end < token.i - end:
            return [token] if token.head.i < end and _another_name(doc, token.head.i + 1, token) else []
    return []


def _noun(noun: Token) -> Iterator[Vote]:
    lemma = noun.lemma_.lower()
    if noun.pos_ not in ("NOUN", "PROPN") or noun.text[0].isupper():
        return
    if lemma in PERSON_NOUNS or (lemma == "head" and any(child.lower_ == "of" for child in noun.children)):
        yield "Person", 4.0
    elif lemma in CHIP_NOUNS:
        yield "Chip", 5.0
    elif lemma in MODEL_NOUNS:
        yield "AIModel", 4.0
    elif lemma in ("university", "institute", "academy", "laboratory", "college", "institution"):
        yield "ResearchOrg", 5.0
    elif lemma in ("ministry", "agency", "regulator", "watchdog", "court", "department"):
        yield "GovBody", 5.0
    elif lemma in ("city", "town", "suburb", "village", "capital", "hub"):
        yield "City", 5.0
    elif lemma in ("province", "state", "region", "island", "county"):
        yield "Region", 5.0
    elif lemma in COMPANY_NOUNS or (lemma == "up" and noun.i > 1 and noun.doc[noun.i - 2].lower_ == "start"):
        yield "Company", 5.0
    elif lemma in ("law", "rule", "regulation", "measure", "act", "programme", "program"):
        yield "Policy", 3.0
    elif lemma in PRODUCT_NOUNS:
        yield "Product", 3.0


def _as_creation(doc: Doc, root: Token, start: int, end: int) -> Iterator[Vote]:
    """ "Unveiled the Heron", "the KN9, designed by": what "the" or digits mark and somebody makes is a thing."""
    marked = any(letter.isdigit() for letter in doc[start:end].text) or (start and doc[start - 1].lower_ == "the" and end - start == 1)
    made = root.dep_ in ("dobj", "nsubjpass") and root.head.lemma_.lower() in CREATING
    made = made or any(child.dep_ in ("acl", "relcl") and child.tag_ == "VBN" and child.lemma_.lower() in CREATING for child in root.rights)
    if marked and made:
        yield "Product", 1.5
        yield "Company", -2.0


def _as_subject(root: Token, head: Token, doc_span: Span) -> Iterator[Vote]:
    verb = head.lemma_.lower()
    if root.dep_ == "nsubj" and head.pos_ == "VERB":
        if verb in CORPORATE_VERBS:
            yield "Company", 1.5
        elif verb in ("say", "tell", "add", "decline", "deny", "confirm"):
            claims = any(
                one.dep_ in ("nsubj", "nsubjpass") and one.lower_ == "it"
                for child in head.children
                if child.dep_ == "ccomp"
                for one in child.children
            )
            yield "Company", 2.0 if claims else 0.4
            yield "Person", 1.2 if verb in ("say", "add") and root.i > head.i and len(doc_span) > 1 else 0.2
    elif root.dep_ == "nsubjpass" and verb in (
        "own",
        "found",
        "list",
        "acquire",
        "blacklist",
        "fine",
        "control",
        "spin",
        "headquarter",
        "base",
        "back",
    ):
        yield "Company", 2.0
    elif root.dep_ == "pobj" and head.dep_ == "agent" and (head.head.lemma_.lower() in CORPORATE_VERBS or is_passive(head.head)):
        yield "Company", 1.5


def _as_object(root: Token, head: Token) -> Iterator[Vote]:
    if root.dep_ == "dobj" and head.lemma_.lower() in OBJECT_VERBS:
        yield "Company", 1.5
    if root.dep_ == "pobj" and head.lower_ in PARTY_PREPS and head.head.lemma_.lower() in PARTY_TRIGGERS:
        yield "Company", 2.0 if head.lower_ != "from" else 1.5
    if (
        root.dep_ == "pobj"
        and head.lower_ == "in"
        and head.head.lemma_.lower() in ("stake", "share", "invest", "investment", "shareholding", "interest")
    ):
        yield "Company", 3.5
    if (
        root.dep_ == "pobj"
        and head.lower_ in ("as", "including", "like")
        and head.head.lemma_.lower() in COMPANY_NOUNS | {"rival", "peer", "maker"}
    ):
        yield "Company", 3.5
    if root.dep_ == "poss" and head.lemma_.lower() in FIRM_THINGS | COMPANY_NOUNS:
        yield "Company", 1.5
    if root.dep_ in ("compound", "nmod") and head.lemma_.lower() in (
        "share",
        "stock",
        "executive",
        "spokesman",
        "spokeswoman",
        "subsidiary",
        "affiliate",
    ):
        yield "Company", 2.5


def _beside(doc: Doc, root: Token, start: int, end: int) -> Iterator[Vote]:
    """A name coordinated with a known one has most often its type."""
    for other in root.conjuncts:
        found = mention_at(doc, other.i)
        if found is not None and found.kind == "name" and found.label and not start <= other.i < end:
            yield found.label, 2.0
            return
