"""What the parse says of a name: apposition, copula, coordination."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.dictionary import is_word
from ingest.reading import mention_at
from ingest.votes.ballot import Vote
from ingest.votes.roles import as_creation, as_object, as_subject, as_trained
from ingest.words import CHIP_NOUNS, COMPANY_NOUNS, CORPORATE, CORPORATE_VERBS, MODEL_NOUNS, PERSON_NOUNS, PRODUCT_NOUNS

ARTICLES = frozenset("a an the its another one".split())
FROM_OR_UNTIL = frozenset("until till since formerly previously once now".split())


def syntax(doc: Doc, start: int, end: int) -> Iterator[Vote]:
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
            placed = start > 0 and doc[start - 1].lower_ in ("of", "in", "from", "at", "near")  # "Larkin, of Okayama, which makes"
            yield "Company", 2.0 if clause.lemma_.lower() in CORPORATE_VERBS and not placed else 1.0
    among = next((one for one in root.sent if one.lower_ == "among" and any(p.lemma_.lower() in COMPANY_NOUNS for p in one.children)), None)
    if among is not None and root.head.lemma_ == "be" and among.head.i == root.head.i:
        yield "Company", 3.0
    if _is_a_department(doc, start, end):
        yield "", 5.0
    yield from as_subject(root, head, doc[start:end])
    yield from as_object(root, head)
    yield from as_creation(doc, root, start, end)
    yield from as_trained(root, start, end)
    yield from _beside_a_firm(doc, start, end)
    if root.dep_ == "conj" or any(child.dep_ == "conj" for child in root.children):
        yield from _beside(doc, root, start, end)


def _another_name(doc: Doc, end: int, noun: Token) -> bool:
    """Whether the apposition belongs to a name between: "Pieter Maas of Hollander & Vries, a brokerage"."""
    between = doc[end : noun.left_edge.i]
    return any(token.pos_ == "PROPN" and token.text[0].isupper() for token in between)


def _next_noun(doc: Doc, end: int) -> list[Token]:
    """The noun of the phrase that follows the name after a comma: ", a Utrecht brokerage"."""
    article = _article_behind(doc, end)
    if article is None:
        return []
    for token in doc[article + 1 : min(article + 9, len(doc))]:
        if token.text in (",", ".", ";") or token.is_sent_start or token.dep_ == "prep" or token.pos_ in ("VERB", "AUX", "ADP"):
            break
        if token.pos_ == "NOUN" and token.dep_ == "appos" and not 0 <= token.head.i - end < token.i - end:
            return [token] if token.head.i < end and _another_name(doc, token.head.i + 1, token) else []
    return _plain_phrase(doc, article + 1)


def _article_behind(doc: Doc, end: int) -> int | None:
    """Where what the name is called begins behind a comma, also behind a day or "formerly": "Altera, until 2024 a unit of Intel"."""
    if end + 2 >= len(doc) or doc[end].text != ",":
        return None
    reach = 5 if doc[end + 1].lower_ in FROM_OR_UNTIL else 1
    words = [token.lower_ for token in doc[end + 1 : min(end + 1 + reach, len(doc) - 1)]]
    return next((end + 1 + number for number, word in enumerate(words) if word in ARTICLES and "," not in words[:number]), None)


def _plain_phrase(doc: Doc, start: int) -> list[Token]:
    """The noun of the words from `start`, whatever the parser made of them: "an accelerator that American law keeps out"."""
    noun = None
    for token in doc[start : min(start + 6, len(doc))]:
        if token.is_sent_start or token.pos_ not in ("ADJ", "NOUN", "PROPN", "NUM", "PUNCT") or token.text in (",", ".", ";"):
            break
        noun = token if token.pos_ == "NOUN" else noun
    return [noun] if noun is not None else []


def has_firm_apposed(doc: Doc, end: int) -> bool:
    """Whether what follows a word that opens a sentence calls it a firm: "Anchorite, the Toronto model maker, trained"."""
    apposed = end + 2 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in ("a", "an", "the")
    nouns = (*_next_noun(doc, end), *_plain_phrase(doc, end + 2)) if apposed else ()
    return any(noun.lemma_.lower() in COMPANY_NOUNS for noun in nouns)


def _noun(noun: Token) -> Iterator[Vote]:
    lemma = noun.lemma_.lower()
    if noun.pos_ not in ("NOUN", "PROPN") or noun.text[0].isupper():
        return
    if lemma in PERSON_NOUNS or _is_a_chief(noun) or (lemma == "head" and any(child.lower_ == "of" for child in noun.children)):
        yield "Person", 4.0
    elif lemma in CHIP_NOUNS:
        yield "Chip", 5.0
    elif lemma in MODEL_NOUNS:
        yield "AIModel", 4.0
    elif lemma in ("university", "institute", "academy", "laboratory", "college", "institution") or _is_think_tank(noun):
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


def _is_think_tank(noun: Token) -> bool:
    return noun.lemma_ == "tank" and any(child.lemma_ in ("think", "thinktank") for child in noun.lefts)


def _is_a_chief(noun: Token) -> bool:
    """ "Chief buyer at Tanith", "head of purchasing", "deputy director"."""
    before = {child.lower_ for child in noun.lefts}
    return bool(before & {"chief", "deputy", "senior", "vice", "former"}) and any(
        child.lower_ in ("at", "of", "for") for child in noun.rights
    )


def _is_a_department(doc: Doc, start: int, end: int) -> bool:
    """ "Licensing" of "Director of Licensing at the Trade Ministry"."""
    titled = start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in ("director", "head", "chief", "manager", "president")
    at = end < len(doc) and doc[end].lower_ in ("at", "for")
    return titled and at and all(is_word(token) or token.lower_.endswith("ing") for token in doc[start:end])


def _beside_a_firm(doc: Doc, start: int, end: int) -> Iterator[Vote]:
    """ "Norrsken Tåg and Ludovika Motors": what is coordinated with a name that is plainly a firm's is most often one."""
    if end - start < 2:
        return
    before = start - 2 if start > 1 and doc[start - 1].lower_ in ("and", "or") else None
    after = end + 1 if end + 1 < len(doc) and doc[end].lower_ in ("and", "or") else None
    while after is not None and after + 1 < len(doc) and doc[after + 1].text[0].isupper() and doc[after].text[0].isupper():
        after += 1
    for position in (before, after):
        if (
            position is not None
            and doc[position].lower_ in CORPORATE
            and doc[position - 1].text[0].isupper()
            and doc[position].text[0].isupper()
        ):
            yield "Company", 2.0
            return


def _beside(doc: Doc, root: Token, start: int, end: int) -> Iterator[Vote]:
    """A name coordinated with a known one has most often its type."""
    for other in root.conjuncts:
        found = mention_at(doc, other.i)
        if found is not None and found.kind == "name" and found.label and not start <= other.i < end:
            yield found.label, 2.0
            return
