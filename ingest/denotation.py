"""Which mentions a word of a clause stands for: the one it belongs to, one that modifies it, one that its "of" names."""

from itertools import chain

from spacy.tokens import Doc, Token

from ingest.grammar import fillers, trigger_head
from ingest.number_words import FRACTIONS
from ingest.reading import Found, mention_at, mentions_at

Labels = tuple[str, ...]
THINGS = ("Chip", "Product", "Material", "AIModel", "Input")
STATE_NOUNS = frozenset(
    (
        "law legislation government authority regulator official administration customs lawmaker parliament cabinet state leader "
        "ministry agency watchdog department bureau commission court prosecutor legislator senator minister president"
    ).split()
)
OFFSHOOTS = frozenset(
    (
        "engineer researcher scientist team designer unit subsidiary arm division affiliate business plant factory fab "
        "office branch operation foundry"
    ).split()
)
"""What belongs to a firm and trades in its name."""
GROUPS = frozenset(
    "company firm entity supplier customer maker client group chipmaker carmaker startup business "
    "investor rival competitor institute".split()
)
PART_NOUNS = (
    frozenset(
        (
            "servicing use transfer purchase installation sale delivery expansion construction upgrade extension part some most all half "
            "majority bulk supply supplier number range version generation kind type share third quarter ton tonne export shipment sale "
            "import series batch variety stockpile volume amount thousand million percent lot week month day inventory stock reserve "
            "enough % year hour warehouse metric book line unit piece kilogram gb gigabyte terabyte tb stack "
            "gigawatt-hour megawatt-hour kilometre litre"
        ).split()
    )
    | FRACTIONS
)
"""Words that stand for what their "of" names: "shipments of gallium"."""
SOME = frozenset("one none any some many few all each most both several neither".split())
"""Words that are no nouns and do so of goods: "not a single one of the modules"."""
ORIGINATING = frozenset(
    (
        "make supply build produce provide deliver manufacture license source buy purchase obtain procure rent lease import order design"
    ).split()
)
"""What is done to goods by the firm that they come from, or by way of it."""
NAMING = frozenset(["call", "name", "dub", "codename", "code-name", "brand", "know", "designate"])
PLAN_NOUNS = frozenset("blueprint plan list rule act strategy programme program policy law order regulation".split())
THING_NOUNS = frozenset(
    (
        "chip accelerator processor gpu cpu semiconductor tool machine system scanner memory wafer export shipment product module "
        "part component model stack equipment supply stock sale import substrate material metal gas server software technology "
        "laser mask resist device magnet drive card board unit sample licence license line family lineup range output production"
    ).split()
)
"""Head nouns for which a thing named before them stands: "H20 accelerators", "gallium exports"."""


def mentions_of(token: Token, labels: Labels, *, loose: bool = False) -> list[Found]:
    """The mention that `token` belongs to, else one that modifies it: "H20 accelerators", "gallium exports".

    With `loose` a firm that modifies a thing stands for it too: "NVIDIA's chips"."""
    doc = token.doc
    here = [found for found in mentions_at(doc, token.i) if found.can_be(*labels)]
    named = _called(token, labels) if here and here[0].source == "phrase" and here[0].label in THINGS else []
    named = named or (_named_before(token, here[0], labels) if here and here[0].label in THINGS else [])
    if named:  # "an accelerator code-named Sparrow" is Sparrow
        return named
    if here:
        widest = max(found.end - found.start for found in here)
        return [*_coordinated_before(doc, token, here[0], labels), *(found for found in here if found.end - found.start == widest)]
    if token.pos_ == "NUM" and (counted := [word for word in _objects_of(token) if word.dep_ == "pobj"]):
        return [one for word in counted for one in mentions_of(word, labels, loose=loose)]  # "16,000 of Nvidia's chips"
    found = _modifiers(token, labels, loose)
    if found or token.pos_ not in ("NOUN", "PROPN"):
        some = not found and token.lower_ in SOME and any(label in labels for label in THINGS)
        return _parts(token, labels, loose) if some else found[:1]
    return (
        _owners(token, labels)
        or _states(token, labels)
        or _called(token, labels)
        or _described(token, labels)
        or _listed_members(doc, token, labels)
        or _parts(token, labels, loose)
        or (_origins(token, labels) if loose else [])
    )


def _named_before(token: Token, here: Found, labels: Labels) -> list[Found]:
    """Of "the C1 modem" C1: the name that stands right before the word for its kind."""
    left = [one for child in token.lefts if child.dep_ in ("compound", "nmod") and (one := mention_at(token.doc, child.i)) is not None]
    kind = token.doc[here.start : here.end]
    return [
        one
        for one in left
        if one.end == here.start and one.kind == "name" and one.label in ("Chip", "AIModel") and one.can_be(*labels) and kind.text.islower()
    ]


def _named(tokens: list[Token], labels: Labels) -> list[Found]:
    """The mentions at these words that fit."""
    return [one for token in tokens if (one := mention_at(token.doc, token.i)) is not None and one.can_be(*labels)]


def _objects_of(token: Token) -> list[Token]:
    """What follows its "of", also behind what it may not do without: "exports without a licence of gallium"."""
    beside = [*token.rights, *(token.head.rights if token.dep_ == "dobj" else ())]
    wanting = [word for prep in beside if prep.lower_ == "without" for word in prep.children if word.dep_ == "pobj"]
    return [word for one in (token, *wanting) for prep in one.rights if prep.lower_ == "of" for word in prep.children]


def _modifiers(token: Token, labels: Labels, loose: bool) -> list[Found]:
    wanted = labels if loose else tuple(label for label in labels if label in THINGS)
    left = [child for child in token.lefts if child.dep_ in ("compound", "nmod", "amod") or (loose and child.dep_ == "poss")]
    left += [grand for child in left for grand in child.lefts if loose and grand.dep_ == "poss"]
    left = [trigger_head(child) if child.lower_ == "whose" else child for child in left]
    found = [one for one in _named(left, wanted) if one.kind == "name" or token.doc[one.start : one.end].root.dep_ == "poss"]
    if token.lemma_.lower() in PLAN_NOUNS and "Policy" in labels:
        return _named(list(token.lefts), ("Policy",)) or found
    if token.lemma_.lower() in THING_NOUNS:
        return found
    return [one for one in found if loose and not one.can_be(*THINGS)]


def _owners(token: Token, labels: Labels) -> list[Found]:
    """ "Tessel's Singapore unit" has no name: what it sells, Tessel sells."""
    if token.lemma_.lower() not in OFFSHOOTS or token.dep_ in ("appos", "attr") or any(label in labels for label in THINGS):
        return []
    if _named([child for child in token.rights if child.dep_ == "appos"], labels):
        return []  # "Hanul's American arm, Hanul Power" has a name
    lefts = [child for child in token.lefts if child.dep_ in ("poss", "compound", "nmod")]
    owners = [*(child for child in lefts if child.dep_ != "poss"), *(child for child in lefts if child.dep_ == "poss")]
    return _named([*owners, *_objects_of(token)], labels)[:1]


def _states(token: Token, labels: Labels) -> list[Found]:
    """ "The Dutch government"."""
    if token.lemma_.lower() not in STATE_NOUNS or "Country" not in labels:
        return []
    body = _named(fillers(token, "is"), ("GovBody",)) if "GovBody" in labels else []
    wanted = ("Country", "Region") if "Region" in labels else ("Country",)
    around = [*_objects_of(token), *token.lefts] if token.lemma_ == "state" else [*token.lefts, *_objects_of(token)]
    return body or _named(around, wanted)[:1]  # "the Garante, Italy's privacy watchdog"


def _called(token: Token, labels: Labels) -> list[Found]:
    """ "A start-up called Verano"."""
    naming = [child for child in token.children if child.dep_ == "acl" and child.lemma_ in NAMING]
    names = [word for verb in naming for word in verb.children if word.dep_ == "oprd"]
    return list(chain.from_iterable(mentions_of(word, labels) for word in names))


def _described(token: Token, labels: Labels) -> list[Found]:
    """ "Verano is among the companies that buy from Larkin"."""
    if token.tag_ != "NNS" or token.lemma_.lower() not in GROUPS or token.dep_ != "pobj":
        return []
    return _named([word for word in fillers(token, "is") if word.pos_ == "PROPN"], labels)


def _parts(token: Token, labels: Labels, loose: bool) -> list[Found]:
    """ "Shipments of gallium and germanium"."""
    if token.dep_ == "appos" and token.lemma_ in ("part", "unit"):
        return []  # "BIS, part of the Commerce Department, rescinded"
    timed = [word for year in token.children if year.dep_ == "npadvmod" for word in _objects_of(year)]  # "40 units a year of lasers"
    inner = [
        word
        for word in (*_objects_of(token), *timed)
        if (token.lemma_.lower() in PART_NOUNS or token.lower_ in SOME) and word.dep_ == "pobj"
    ]
    return [one for word in inner for deep in [word, *word.conjuncts] for one in mentions_of(deep, labels, loose=loose)]


def _origins(token: Token, labels: Labels) -> list[Found]:
    """ "Scanners from Vermeer", "cores licensed from Harrow"."""
    anchors = [token, *(clause for clause in token.rights if clause.dep_ == "acl" and clause.lemma_ in ORIGINATING)]
    beside = token.nbor() if token.i + 1 < token.sent.end else token
    preps = [prep for one in anchors for prep in one.rights if prep.lower_ in ("from", "by")] or [beside] * (beside.lower_ == "from")
    nouns = [word for prep in preps for word in prep.children if word.dep_ == "pobj"]
    return _named([deep for word in nouns for deep in (word, *word.conjuncts)], labels)


def _coordinated_before(doc: Doc, token: Token, here: Found, labels: tuple[str, ...]) -> list[Found]:
    """Of "HBM and EUV scanners", which the parser takes for one noun, the first name."""
    if token.i + 1 < here.end or here.start < 2 or doc[here.start - 1].lower_ not in ("and", "or", "nor", ","):
        return []
    before = mention_at(doc, here.start - 2)
    inside = before is not None and before.start >= token.left_edge.i and before.end == here.start - 1
    return (
        [before]
        if before is not None
        and inside
        and before.label == here.label
        and before.can_be(*labels)
        and doc[before.end - 1].dep_ in ("compound", "nmod", "amod")
        else []
    )


def _listed_members(doc: Doc, token: Token, labels: tuple[str, ...]) -> list[Found]:
    return listed_members(doc, token, labels) if token.tag_ == "NNS" and token.lemma_.lower() in GROUPS else []


def listed_members(doc: Doc, token: Token, labels: tuple[str, ...]) -> list[Found]:
    """Of "14 Chinese companies to the Entity List, among them A and B" the members named after "among them", "including", "namely"."""
    start = next((i for i in range(token.i + 1, token.sent.end - 1) if _opens_list(doc, i)), None)
    if start is None:
        return []
    found: list[Found] = []
    position = start
    while position < token.sent.end:
        one = mention_at(doc, position)
        if one is not None and one.kind == "name" and one.can_be(*labels):
            found.append(one)
            position = one.end
        elif doc[position].text == "," or doc[position].lower_ in ("and", "as", "well", "or", "the", "both"):
            position += 1
        else:
            break
    return found


def _opens_list(doc: Doc, position: int) -> bool:
    """Whether a list of names begins here."""
    before, last = doc[position - 1].lower_, doc[position - 2].lower_
    return (before == "them" and last in ("among", "of")) or before in ("including", "namely") or (before == "as" and last == "such")
