"""Names that no list knows, told by the words around them: legal suffixes, appositions, "start-up X", "X's subsidiary Y".

Each finder yields token spans with a type; ingest/entities.py weighs them against the statistical model."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

LEGAL = frozenset(
    "inc inc. corp corp. corporation ltd ltd. limited llc l.l.c. plc gmbh ag sa s.a. nv n.v. bv b.v. se ab asa as oyj kk k.k. co co. "
    "pte pty sdn bhd spa s.p.a. s.r.l. srl ooo jsc pjsc holdings group technologies technology semiconductor semiconductors systems "
    "electronics industries laboratories materials microelectronics motors chemical chemicals energy pharmaceuticals therapeutics bancorp "
    "bank capital partners ventures foundry steel mining minerals robotics photonics networks software solutions networks airlines".split()
)
"""Last words of a firm's name."""
STRICT_LEGAL = frozenset(
    "inc inc. corp corp. corporation ltd ltd. limited llc l.l.c. plc gmbh ag nv "
    "n.v. bv b.v. ab asa oyj kk k.k. co. pte pty bhd spa s.p.a.".split()
)
COMPANY_NOUNS = frozenset(
    "company firm maker chipmaker toolmaker automaker carmaker "
    "drugmaker planemaker phonemaker startup manufacturer supplier foundry producer "
    "developer designer vendor distributor reseller operator conglomerate giant provider unit subsidiary affiliate retailer miner bank "
    "brokerage contractor utility refiner group arm division corporation business enterprise chain wholesaler integrator customer client "
    "packager assembler fabricator smelter spinoff spin-off unicorn hyperscaler rival competitor parent insurer lender carrier consultancy "
    "airline brewer publisher broadcaster multinational specialist trader broker shipper steelmaker batterymaker specialist".split()
)
RESEARCH_NOUNS = frozenset("institute academy laboratory lab university college institution".split())
CHIP_NOUNS = frozenset("chip chips gpu gpus accelerator accelerators processor processors cpu cpus npu npus asic soc chipset".split())
MODEL_NOUNS = frozenset("model models chatbot llm llms".split())
PERSON_TITLES = frozenset(
    "ceo cfo cto coo chairman chairwoman chairperson president director founder cofounder co-founder chief minister secretary analyst "
    "spokesman spokeswoman spokesperson mr mr. mrs mrs. ms ms. dr dr. prof prof. sir executive officer head manager senator representative "
    "commissioner governor premier researcher professor economist strategist partner engineer".split()
)
_CORPORATE_VERBS = frozenset(
    "supply produce manufacture acquire announce ship sell buy source license unveil launch invest assemble package rely depend outsource "
    "procure distribute export import partner compete own operate employ "
    "order purchase open build expand fabricate deliver design develop".split()
)
_NOT_NAMES = frozenset(
    "the a an this that these those it its he she they we i our their in "
    "on at of for and but or as by from with to if when while after before "
    "since however although though because according meanwhile also both some many most all such other another new recent last next first "
    "under over analysts officials reuters bloomberg today yesterday ai tech ceo "
    "cfo cto ip it us eu gpu cpu china's industry market supply "
    "chip chips cloud monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december q1 q2 q3 q4".split()
)


def unknown_names(doc: Doc, taken: set[int]) -> Iterator[tuple[int, int, str]]:
    """(start, end, type) of names told by their surroundings; tokens in `taken` already belong to a known name."""
    for start, end in capital_runs(doc, taken):
        label = _type_by_words(doc, start, end) or _type_by_surroundings(doc, start, end)
        if label:
            yield start, end, label


def capital_runs(doc: Doc, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Maximal runs of capitalised words that may be names, without what lexicon names cover."""
    position = 0
    while position < len(doc):
        if not _may_be_name(doc[position], taken):
            position += 1
            continue
        end = position + 1
        while end < len(doc) and not doc[end].is_sent_start and _continues(doc, end, taken):
            end += 1
        while end > position and doc[end - 1].lower_ in ("&", "and", "-", "of", "de"):
            end -= 1
        if end > position:
            yield position, end
        position = max(end, position + 1)


def _may_be_name(token: Token, taken: set[int]) -> bool:
    text = token.text
    if token.i in taken or token.lower_ in _NOT_NAMES or not any(letter.isalpha() for letter in text):
        return False
    return (
        text[0].isupper()
        and token.pos_ in ("PROPN", "NOUN", "ADJ", "X", "VERB", "")
        or (len(text) > 2 and text[0].islower() and any(letter.isupper() for letter in text[1:]) and token.pos_ == "PROPN")
    )


def _continues(doc: Doc, position: int, taken: set[int]) -> bool:
    token = doc[position]
    if position in taken:
        return False
    if token.lower_ in STRICT_LEGAL or (token.text[0].isupper() and _may_be_name(token, taken)):
        return True
    nearby = position + 1 < len(doc) and doc[position + 1].text[0].isupper() and position + 1 not in taken
    if token.text in ("&", "-") and nearby:
        return token.text == "&" or not doc[position - 1].whitespace_
    return (
        token.text == ","
        and position + 1 < len(doc)
        and doc[position + 1].lower_ in STRICT_LEGAL
        or (token.text[0].isdigit() and position > 0 and token.like_num and token.text.isdigit() and len(token.text) <= 4 and False)
    )


def _type_by_words(doc: Doc, start: int, end: int) -> str | None:
    """The type that the words of the name itself give away."""
    words = [token.lower_ for token in doc[start:end]]
    if len(words) > 1 and (words[-1] in LEGAL or words[-1] in STRICT_LEGAL):
        return "Company"
    if len(words) > 1 and (words[0] in ("university", "institute", "academy") or words[-1] in RESEARCH_NOUNS):
        return "ResearchOrg"
    if len(words) > 1 and (
        words[0] in ("ministry", "department", "bureau") or words[-1] in ("ministry", "commission", "agency", "bureau", "administration")
    ):
        return "GovBody"
    return None


def _type_by_surroundings(doc: Doc, start: int, end: int) -> str | None:
    """The type that the words beside the name give away."""
    before = doc[start - 1] if start and not doc[start].is_sent_start else None
    after = doc[end] if end < len(doc) and not doc[end].is_sent_start else None
    if before is not None and before.lower_.rstrip("s") in PERSON_TITLES and len(doc[start:end]) > 1:
        return "Person"
    if after is not None and after.lower_ in CHIP_NOUNS and _like_designation(doc, start, end):
        return "Chip"
    if after is not None and after.lower_ in MODEL_NOUNS and _like_designation(doc, start, end):
        return "AIModel"
    if before is not None and _is_company_noun(before) and before.pos_ in ("NOUN", "PROPN", "ADJ", "VERB"):
        return "Company"
    return _type_by_apposition(doc, start, end) or _type_by_verb(doc, start, end)


def _like_designation(doc: Doc, start: int, end: int) -> bool:
    """Letters and digits ("H20", "Qwen 2.5"), or a capitalised name beside its kind."""
    text = doc[start:end].text
    return any(letter.isdigit() for letter in text) or (end - start == 1 and text[0].isupper() and not text.isupper())


def _type_by_apposition(doc: Doc, start: int, end: int) -> str | None:
    """ "X, a chip maker based in …", "X, which makes"; "X is a supplier of"."""
    root = doc[start:end].root
    nouns = [child for child in root.children if child.dep_ == "appos" and child.i >= end]
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        nouns += [child for child in root.head.children if child.dep_ == "attr" and child.i > root.i]
    if root.dep_ == "appos" and root.head.pos_ == "NOUN":
        nouns.append(root.head)
    for noun in nouns:
        label = _type_of_noun(noun)
        if label:
            return label
    return None


def _type_of_noun(noun: Token) -> str | None:
    lemma = noun.lemma_.lower()
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    if lemma in PERSON_TITLES and lemma not in ("partner", "head"):
        return "Person"
    if lemma in CHIP_NOUNS:
        return "Chip"
    if lemma in MODEL_NOUNS and any(child.lower_ in ("ai", "language", "multimodal", "reasoning", "foundation") for child in noun.subtree):
        return "AIModel"
    if lemma in RESEARCH_NOUNS:
        return "ResearchOrg"
    return "Company" if _is_company_noun(noun) else None


def _is_company_noun(token: Token) -> bool:
    word = token.lemma_.lower()
    if word in COMPANY_NOUNS or token.lower_ in COMPANY_NOUNS:
        return True
    return word == "up" and token.i > 1 and token.doc[token.i - 2].lower_ == "start"


def _type_by_verb(doc: Doc, start: int, end: int) -> str | None:
    """An unknown capitalised subject of a firm's verb is a firm ("Voltacell supplies …")."""
    root = doc[start:end].root
    if root.pos_ == "PROPN" and root.dep_ == "nsubj" and root.head.lemma_.lower() in _CORPORATE_VERBS and root.ent_type_ != "PERSON":
        return "Company"
    return None
