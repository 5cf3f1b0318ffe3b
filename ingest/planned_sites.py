"""Whether a site is there, is being built, or is planned, as the words around its noun say."""

from spacy.tokens import Token

from ingest.grammar import governors

TREATED = frozenset("sell close shut idle expand enlarge upgrade extend modernise modernize mothball leave visit convert retool".split())
"""What is done, or to be done, to a site that is there: "could sell its Penang site"."""
RUN = frozenset("operate run own".split())
BUILDING = frozenset("build construct erect".split())
OPENING = frozenset("open start begin complete finish".split())
CLOSED = frozenset("close shut shutter".split())
PLANNING = frozenset("plan intend hope propose want aim".split())


def is_to_come(root: Token) -> bool:
    """Whether it is not there yet: "Its planned film plant", "its plant in Gwangju, to be completed by 2027"."""
    if any(child.lower_ in ("planned", "proposed", "future") for child in root.lefts) or _is_due(root) or _is_building_it(root):
        return True
    clauses = [child for child in root.rights if child.dep_ in ("acl", "relcl")]
    if any(_is_under_way(one) for one in clauses):
        return True
    later = [one for one in clauses if one.lemma_ in ("complete", "open", "finish", "build")]
    return any(child.lower_ == "to" and child.dep_ == "aux" for clause in later for child in clause.children)


def _is_due(root: Token) -> bool:
    """ "Its hall is due to open in 2028", "a test centre in Da Nang, due to open in March"."""
    subject = root.head.lemma_ == "be" and root.dep_ == "nsubj" and any(child.lower_ == "due" for child in root.head.children)
    after = root.doc[root.i + 1 : root.sent.end]
    opening = next((one for one in after if one.lower_ == "due" and one.nbor(-1).text == "," and one.i + 2 < root.sent.end), None)
    aside = opening is not None and not any(one.pos_ in ("VERB", "AUX") for one in root.doc[root.i + 1 : opening.i])
    return subject or (aside and opening is not None and opening.nbor(2).lemma_ in OPENING)


def _is_building_it(root: Token) -> bool:
    """ "The silicon carbide fab it is building", whatever the small model hangs the clause on."""
    after = root.doc[root.i + 1 : min(root.i + 4, root.sent.end)]
    return (
        len(after) == 3 and after[0].pos_ == "PRON" and after[1].lower_ in ("is", "are") and after[2].lower_ in ("building", "constructing")
    )


def closed_by(root: Token) -> Token | None:
    """The verb by which whoever ran the site runs it no longer: "closed its Kumagaya factory in 2024"."""
    verb = root.head
    done = root.dep_ == "dobj" and verb.lemma_ in CLOSED and verb.tag_ in ("VBD", "VBN")
    return verb if done and not any(child.dep_ == "neg" or child.tag_ == "MD" for child in verb.children) else None


def _is_under_way(clause: Token) -> bool:
    """ "A fab it is building in Cheongju", "a data centre that Bergtun plans to build": the site is yet to stand."""
    if clause.lemma_ in BUILDING and clause.tag_ == "VBG":
        return any(child.dep_ == "aux" and child.lemma_ == "be" and child.tag_ in ("VBZ", "VBP") for child in clause.children)
    later = [child for child in clause.children if child.dep_ == "xcomp"]
    return clause.lemma_ in PLANNING and any(one.lemma_ in BUILDING | {"open", "set", "locate"} for one in later)


def stands(root: Token) -> bool:
    """ "at its factory in Takasaki": whose it is and the preposition before it say that it is there."""
    if any(child.dep_ == "relcl" and child.lemma_ in RUN and child.tag_ in ("VBN", "VBD", "VBZ") for child in root.rights):
        return True  # "a data centre in Narvik that Fjellbris has operated since 2022"
    known = any(child.lower_ == "the" for child in root.lefts) and any(child.pos_ == "PROPN" for child in root.lefts)  # "the Ulm plant"
    owned = known or any(child.dep_ == "poss" for child in root.children)
    planned = any(child.lower_ in ("new", "planned", "second", "third", "future", "own") for child in root.lefts)
    treated = root.dep_ == "dobj" and root.head.lemma_ in TREATED and not any(child.dep_ == "neg" for child in root.head.children)
    return owned and (root.dep_ == "pobj" or treated) and not planned


def is_being_built(site: Token) -> bool:
    """ "Building 30 new data centers": not there yet."""
    verbs = [one for one in governors(site) if one.pos_ == "VERB"]
    return bool(verbs) and verbs[0].lemma_.lower() in ("build", "construct", "plan", "add") and verbs[0].tag_ in ("VBG", "VB", "NNP", "VBP")
