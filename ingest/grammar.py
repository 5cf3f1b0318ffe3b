"""The slot walker: what stands around a trigger word, with passives, relative clauses, participles, light verbs and
coordination handled once for all frames."""

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECTS = ("nsubj", "csubj")
PASSIVE = ("nsubjpass", "auxpass")
LIGHT = frozenset(
    ("have hold own take buy place win sign receive get make give do secure land build launch cut reduce keep maintain end need").split()
)
FORBID = frozenset("bar ban block prohibit forbid stop prevent keep".split())
PROMOTE = frozenset("promote appoint elevate elect name".split())
BECOME = frozenset(["become", "remain"])
PARTS = frozenset("all most half much some part many none bulk rest third quarter majority lot".split())
MONEY = frozenset("sale revenue turnover income profit earnings".split())
OUTPUT = frozenset("sale revenue turnover income business shipment output production delivery".split())
LISTS = frozenset("include comprise be number feature".split())
"""Verbs that say what a noun before them stands for."""
SUCH = frozenset(["as", "including", "like"])
STEPS = 12
"""No walk up the tree is longer."""


def fillers(trigger: Token, slot: str) -> list[Token]:
    """The words in `slot` of the trigger, with those coordinated to them on the same side of it: of "CDT (bought by Sumitomo) and
    Canon" only the first was bought.

    Slots: `subj`, `obj`, `poss`, `is` (what a noun is said of), `holder` (who has or makes what a noun names), `comp`
    (what stands before a noun), `whole` (what "a share of" is taken of), or a preposition."""
    if slot == "subj":
        found = _subjects(trigger, 0)
    elif slot == "obj":
        found = _objects(trigger, 0)
    elif slot == "poss":
        found = _possessors(trigger)
    elif slot == "is":
        found = _described(trigger)
    elif slot == "holder":
        found = _holders(trigger)
    elif slot == "topic":
        found = _topic(trigger)
    elif slot == "forbidder":
        found = _forbidders(trigger)
    elif slot == "whose":
        found = _owners_of_subject(trigger)
    elif slot == "causer":
        found = _causers(trigger)
    elif slot == "listed":
        found = _listed(trigger)
    elif slot == "seller":
        found = _sellers(trigger)
    elif slot == "lawgiver":
        found = [
            p for one in governors(trigger) for under in one.children if under.lower_ == "under" for p in under.children if p.dep_ == "pobj"
        ]
    elif slot == "sayer":
        found = _sayers(trigger)
    elif slot == "earner":
        found = _earners(trigger)
    elif slot == "source":
        found = _sources(trigger)
    elif slot == "user":
        found = _users(trigger)
    elif slot == "behalf":
        found = _behalf(trigger)
    elif slot == "designer":
        found = _designers(trigger)
    elif slot == "whole":
        found = _wholes(trigger)
    elif slot == "comp":
        found = [child for child in trigger.lefts if child.dep_ in ("compound", "nmod", "amod")]
    else:
        found = _prepositional(trigger, slot)
    return [one for token in found for one in expanded(token) if token.i > trigger.i or one.i < trigger.i]


def expanded(token: Token) -> list[Token]:
    """`token`, what is coordinated to it, and the examples that stand for it: "makers such as A and B"."""
    group = [token, *(one for one in token.conjuncts if one.i > token.i and one.pos_ not in ("VERB", "AUX"))]
    more: list[Token] = []
    for one in group:
        for child in one.rights:
            if child.dep_ in ("prep", "appos") and child.lower_ in SUCH:
                more += [deep for pobj in child.children if pobj.dep_ == "pobj" for deep in [pobj, *pobj.conjuncts]]
            elif child.dep_ == "appos":
                more += [child, *(deep for deep in child.conjuncts if deep.i > child.i)]
    return [*group, *more]


def governors(token: Token) -> Iterator[Token]:
    """The words above `token`, nearest first; ends at the root."""
    for _ in range(STEPS):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def meeting(one: Token, other: Token) -> Token | None:
    """The lowest word that both hang on, or that one of them is; None across sentences and very deep parses."""
    above = {token.i for token in (one, *governors(one))}
    return next((token for token in (other, *governors(other)) if token.i in above), None)


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: "is made by", "chips made by"."""
    if any(child.dep_ in PASSIVE for child in verb.children):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(child.dep_ in (*SUBJECTS, "aux") for child in verb.children):
        return is_passive(verb.head) if verb.head.pos_ in ("VERB", "AUX") else False
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "advcl") and not any(child.dep_ == "aux" for child in verb.children)


def _subjects(verb: Token, depth: int) -> list[Token]:
    if depth > STEPS:
        return []
    if verb.pos_ in ("NOUN", "PROPN", "ADJ"):
        return _described(verb)
    if is_passive(verb):
        return [p for by in verb.children if by.dep_ == "agent" or by.lower_ == "by" for p in by.children if p.dep_ == "pobj"]
    return _surface_subjects(verb, depth)


def _surface_subjects(verb: Token, depth: int) -> list[Token]:
    """The grammatical subject, inherited where the clause has none of its own."""
    own = [child for child in verb.children if child.dep_ in (*SUBJECTS, "nsubjpass")]
    if own:
        return [_antecedent(verb, token) for token in own]
    stray = [child for child in verb.lefts if child.dep_ in ("compound", "npadvmod", "nmod", "dep") and child.pos_ in ("PROPN", "NOUN")]
    if stray and verb.pos_ == "VERB":  # the small model takes a name before a verb for a compound
        return stray[-1:]
    head = verb.head
    if head.i == verb.i or depth > STEPS:
        return []
    if verb.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN"):
        return _holders(head) if verb.tag_ == "VB" else [head]
    if verb.dep_ == "relcl":
        return [head]
    if verb.dep_ in ("xcomp", "conj", "advcl", "ccomp") and head.pos_ in ("VERB", "AUX"):
        objects = [child for child in head.children if child.dep_ == "dobj"]
        if verb.dep_ == "xcomp" and objects and head.lemma_ in ("allow", "force", "ask", "tell", "order", "let", "get", "have"):
            return objects
        return _surface_subjects(head, depth + 1)
    if verb.dep_ == "pcomp" and head.head.pos_ in ("VERB", "AUX"):
        return _surface_subjects(head.head, depth + 1)
    return []


def _antecedent(verb: Token, token: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.lower_ in ("which", "that", "who") and verb.dep_ == "relcl":
        return verb.head
    return token


def _objects(verb: Token, depth: int) -> list[Token]:
    if is_passive(verb):
        found = [child for child in verb.children if child.dep_ == "nsubjpass"]
        if found:
            return [_antecedent(verb, token) for token in found]
        if verb.dep_ in ("acl", "relcl", "amod"):
            return [verb.head]
        if verb.dep_ == "advcl" and verb.tag_ == "VBN":  # "Based in Boise, Micron …"
            return _surface_subjects(verb.head, depth) if verb.head.pos_ in ("VERB", "AUX") else [verb.head]
        return _surface_subjects(verb, depth) if verb.dep_ in ("conj", "xcomp") else []
    found = [child for child in verb.children if child.dep_ in ("dobj", "dative", "oprd") and child.pos_ != "ADP"]
    if found:
        return [_antecedent(verb, token) for token in found]
    later = [c for c in verb.conjuncts if c.i > verb.i and c.pos_ == "VERB" and not any(x.dep_ in SUBJECTS for x in c.children)]
    if later and depth == 0:
        return _objects(later[0], 1)
    return [verb.head] if verb.dep_ == "relcl" and any(child.dep_ in SUBJECTS for child in verb.children) else []


def _prepositional(trigger: Token, word: str) -> list[Token]:
    """Objects of the preposition `word` that belongs to the trigger, to its object, or to the verb that a noun hangs on."""
    anchors = [trigger]
    if trigger.pos_ in ("VERB", "AUX"):
        anchors += [child for child in trigger.children if child.dep_ in ("dobj", "attr", "nsubjpass", "oprd", "prt", "acomp")]
        if word in ("to", "of") and trigger.lemma_ in ("require", "need", "face"):
            anchors += [child for child in trigger.children if child.dep_ == "nsubj"]
        anchors += [
            child
            for child in trigger.children
            if child.lower_ in ("out", "away", "together", "jointly") and child.dep_ in ("prep", "advmod", "prt")
        ]
        anchors += [deep for one in anchors[1:] if one.dep_ == "dobj" for deep in one.conjuncts if deep.i > one.i]
        anchors += [deep for one in anchors[1:] for of in one.children if of.lower_ == "of" for deep in of.children if deep.dep_ == "pobj"]
    else:
        if (
            trigger.dep_ in ("dobj", "attr", "nsubjpass", "acomp", "oprd")
            and trigger.head.pos_ in ("VERB", "AUX")
            or trigger.dep_ == "nsubj"
            and trigger.head.lemma_ == "be"
        ):
            anchors.append(trigger.head)
        anchors += [one for one in trigger.conjuncts if one.i > trigger.i and one.pos_ == trigger.pos_]  # "chairman and CEO of"
    found = [
        pobj
        for anchor in anchors
        for prep in anchor.children
        if prep.lower_ == word and (prep.dep_ in ("prep", "dative", "agent") or prep.pos_ == "ADP") and prep.i > trigger.i - 12
        for pobj in prep.children
        if pobj.dep_ in ("pobj", "pcomp")
    ]
    if not found and word in ("from", "to", "with") and trigger.pos_ in ("VERB", "NOUN"):
        found = _further(trigger, word)
    found = [trigger_head(pobj) if pobj.lower_ in ("which", "whom") else pobj for pobj in found]
    if not found and word == "with" and trigger.pos_ == "NOUN":
        found = _deeper(trigger, word)
    if not found and word in ("at", "in", "for") and trigger.pos_ in ("VERB", "AUX", "NOUN"):
        found = _whereabouts(trigger) or _deeper(trigger, word)
    if not found and trigger.pos_ in ("VERB", "AUX") and trigger.conjuncts:
        later = [one for one in trigger.conjuncts if one.i > trigger.i and one.pos_ == "VERB"]
        found = [p for one in later[:1] for prep in one.children if prep.lower_ == word for p in prep.children if p.dep_ == "pobj"]
    return found


def _further(trigger: Token, word: str) -> list[Token]:
    """The preposition that the parser hung on a word between: "an order worth $50 million from Verano"."""
    for prep in trigger.subtree:
        if prep.i > trigger.i and prep.lower_ == word and prep.dep_ == "prep":
            between = []
            token = prep.head
            while token.i != trigger.i and token.head.i != token.i:
                between.append(token)
                token = token.head
            if between and not any(
                one.pos_ in ("VERB", "AUX") or (one.dep_ in ("relcl", "acl", "advcl", "appos") and one.lower_ not in PARTS)
                for one in between
            ):
                return [p for p in prep.children if p.dep_ == "pobj"]
    return []


def _whereabouts(trigger: Token) -> list[Token]:
    """The place of "where" in "Opower, where she led sales": the noun that the clause hangs on."""
    verb = trigger if trigger.pos_ == "VERB" else trigger.head
    if not any(child.lower_ == "where" for child in verb.children):
        return []
    where = [child for child in verb.children if child.lower_ == "where"]
    return [*where, verb.head] if verb.dep_ == "relcl" else where


def _deeper(trigger: Token, word: str) -> list[Token]:
    """The preposition one noun further down: "professor of physics at MIT", "vice president of sales at Intel"."""
    inner = [
        pobj
        for prep in trigger.children
        if prep.dep_ == "prep" and prep.lower_ in ("of", "as", "for", "in")
        for pobj in prep.children
        if pobj.dep_ == "pobj" and pobj.pos_ in ("NOUN", "PROPN")
    ]
    return [p for one in inner for deep in [one, *one.conjuncts] for prep in deep.children if prep.lower_ == word for p in prep.children]


def _wholes(trigger: Token) -> list[Token]:
    """What a share is taken of: "accounts for half of output of HBM", "for a fifth of TSMC's revenue"."""
    found: list[Token] = []
    level = _prepositional(trigger, "for")
    for _ in range(3):
        level = [p for one in level for of in one.children if of.lower_ in ("of", "in") for p in of.children if p.dep_ == "pobj"]
        found += [deep for one in level for deep in (one, *(child for child in one.children if child.dep_ == "poss"))]
    return found


def _topic(trigger: Token) -> list[Token]:
    start = trigger.sent.start
    if not start:
        return []
    before = trigger.doc[start - 1].sent
    return [child for child in before.root.children if child.dep_ in (*SUBJECTS, "nsubjpass")]


def _forbidders(verb: Token) -> list[Token]:
    """Of "barred firms from selling to ZTE" with `sell` as the trigger: who barred."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "from" or verb.head.head.lemma_ not in FORBID:
        return []
    return _subjects(verb.head.head, 0)


def _possessors(trigger: Token) -> list[Token]:
    """Whose it is; of "TSMC's rival Samsung" the possessor hangs on the name."""
    own = [trigger_head(child) if child.lower_ == "whose" else child for child in trigger.children if child.dep_ == "poss"]
    if own or trigger.dep_ not in ("amod", "compound"):
        return own
    return [child for child in trigger.head.children if child.dep_ == "poss" and child.i < trigger.i]


def _described(noun: Token) -> list[Token]:
    """What a noun or an adjective is said of: copula, apposition either way, a title before a name, "one of" several."""
    head = noun.head
    if (
        noun.dep_ == "pobj"
        and head.lower_ in ("of", "among")
        and head.head.lemma_ in ("one", "two", "three", "some", "part", "number", "be", "rank", "count")
    ):
        return _surface_subjects(head.head, 0) if head.head.pos_ in ("AUX", "VERB") else _described(head.head)
    if noun.dep_ in ("attr", "acomp") and head.pos_ in ("AUX", "VERB"):
        return _surface_subjects(head, 0)
    if noun.dep_ == "oprd" and head.pos_ == "VERB":  # "named her chairwoman", "was named chairwoman"
        return _objects(head, 0) or _surface_subjects(head, 0)
    if noun.dep_ == "appos":
        return [head]
    if noun.dep_ == "amod" or (noun.dep_ == "acl" and noun.pos_ == "ADJ"):
        return [head]
    if noun.dep_ == "conj" and head.pos_ == noun.pos_:
        return _described(head)
    if noun.dep_ == "compound" and head.pos_ == "PROPN":
        return [head]
    if noun.dep_ == "pobj" and head.head.pos_ in ("VERB", "AUX") and (head.lower_ == "as" or head.head.lemma_ in PROMOTE):
        return [one for one in _objects(head.head, 0) if one.i != noun.i] or _surface_subjects(head.head, 0)
    if noun.dep_ == "dobj" and head.lemma_ in BECOME:  # the small model takes what one becomes for an object
        return _surface_subjects(head, 0)
    if noun.dep_ == "nsubj" and head.lemma_ in LISTS:  # "its customers include A", "its main rival is A"
        return [child for child in head.children if child.dep_ in ("dobj", "attr", "acomp")]
    return [child for child in noun.children if child.dep_ == "appos"]


def _holders(noun: Token) -> list[Token]:
    """Whose it is: the possessor, or the subject of the verb that has it as its object."""
    owners = [trigger_head(child) if child.lower_ == "whose" else child for child in noun.children if child.dep_ == "poss"]
    if owners:
        return owners
    head = noun.head
    if noun.dep_ in ("dobj", "attr") and head.pos_ in ("VERB", "AUX"):
        return _surface_subjects(head, 0)
    if noun.dep_ == "pobj" and head.dep_ == "prep" and head.head.pos_ in ("VERB", "AUX"):
        return _surface_subjects(head.head, 0)
    if noun.dep_ == "conj":
        return _holders(head) if head.pos_ == "NOUN" else []
    return []


def trigger_head(pronoun: Token) -> Token:
    """Of "to which we no longer sell" the noun that the clause hangs on; the pronoun itself where there is none."""
    clause = next((one for one in governors(pronoun) if one.dep_ == "relcl"), None)
    return clause.head if clause is not None else pronoun


def _owners_of_subject(verb: Token) -> list[Token]:
    """Whose the thing is that comes, or is bought, made, delivered: "Its separators are bought from", "Our motors are from"."""
    passive = [child for child in verb.children if child.dep_ == "nsubjpass"]
    plain = (
        [child for child in verb.children if child.dep_ == "nsubj"]
        if verb.lemma_ in ("come", "be", "stem", "originate", "go", "end", "flow")
        else []
    )
    things = passive or plain
    above = verb
    while not things and above.dep_ in ("xcomp", "conj") and above.head.pos_ in ("VERB", "AUX") and above.head.i != above.i:
        above = above.head
        things = [child for child in above.children if child.dep_ in ("nsubj", "nsubjpass")]
    if any(token.lemma_.lower() in MONEY for thing in things for token in thing.subtree):
        return []  # "half of its revenue comes from Apple" is said by another slot
    owners = [owner for thing in things for owner in _thing_owners(thing)]
    return owners or [thing for thing in things if thing.lower_ in ("ours", "mine")]


def _thing_owners(thing: Token) -> list[Token]:
    """The possessor of a thing, also of what it is a part of: "the nickel for its cathodes", "most of its film"."""
    own = [trigger_head(child) if child.lower_ == "whose" else child for child in thing.children if child.dep_ == "poss"]
    if own:
        return own
    inner = [
        p
        for prep in thing.children
        if prep.dep_ == "prep" and prep.lower_ in ("of", "for", "in")
        for p in prep.children
        if p.dep_ == "pobj"
    ]
    return [owner for one in inner for owner in one.children if owner.dep_ == "poss"]


def _earners(verb: Token) -> list[Token]:
    """Whose revenue it is: "40 percent of Larkin's revenue comes from"."""
    things = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    revenue = [token for thing in things for token in thing.subtree if token.lemma_.lower() in MONEY]
    return [p for one in revenue for p in one.children if p.dep_ == "poss"]


def _causers(verb: Token) -> list[Token]:
    """Who has something done: "Zuiderlicht has its valve seats made by De Boer"."""
    if verb.tag_ == "VBN" and verb.dep_ in ("ccomp", "xcomp", "acl", "oprd") and verb.head.lemma_ in ("have", "get"):
        return _surface_subjects(verb.head, 0)
    above = next((one for one in governors(verb) if one.pos_ == "VERB"), None)
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and above is not None and above.lemma_ in ("have", "get") and verb.head.dep_ == "dobj":
        return _surface_subjects(above, 0)
    return []


def _listed(noun: Token) -> list[Token]:
    """Who is named as one: "customers include A and B", "among its clients are A and B", "customers such as A"."""
    head = noun.head
    if noun.dep_ == "nsubj" and head.lemma_ in ("include", "be"):
        return [child for child in head.children if child.dep_ in ("dobj", "attr")]
    if noun.dep_ == "pobj" and head.lower_ in ("among", "amongst") and head.head.lemma_ == "be":
        return [child for child in head.head.children if child.dep_ in ("nsubj", "attr") and child.i != noun.i]
    found = [one for one in expanded(noun)[1:] if one.pos_ == "PROPN"]
    return [found[0]] if found and noun.tag_ == "NNS" else []


def _sellers(verb: Token) -> list[Token]:
    """Whose sales or output a share is of: "38% of the company's sales", "half of its output", "45 percent of what we ship"."""
    for token in verb.subtree:
        if token.i > verb.i and token.lemma_.lower() in OUTPUT:
            owners = [child for child in token.children if child.dep_ == "poss"]
            return owners or [p for prep in token.children if prep.lower_ in ("of", "at") for p in prep.children if p.dep_ == "pobj"]
        if token.i > verb.i and token.lemma_ in ("ship", "sell", "make", "produce") and token.dep_ in ("pcomp", "relcl", "ccomp"):
            return [child for child in token.children if child.dep_ in SUBJECTS]
    if verb.pos_ == "NOUN" and verb.head.pos_ in ("VERB", "AUX"):
        return _sellers(verb.head)  # "Sales to Whitmore represented 27% of our revenue"
    if verb.dep_ in ("conj", "advcl") and verb.head.lemma_ == verb.lemma_:
        return _sellers(verb.head)  # "… while Pukhan accounted for 17 percent"
    return []


def _things(verb: Token) -> list[Token]:
    """What a verb has as its object or after "on", and what that is a part of: "60 percent of the wafers"."""
    found = _objects(verb, 0) + [p for prep in verb.children if prep.lower_ in ("on", "upon") for p in prep.children if p.dep_ == "pobj"]
    return found + [p for one in found for prep in one.children if prep.lower_ == "of" for p in prep.children if p.dep_ == "pobj"]


def _agents(thing: Token, verbs: frozenset[str]) -> list[Token]:
    """By whom a thing is made or used, as a participle after it says: "wafers supplied by Larkin"."""
    clauses = [child for child in thing.children if child.dep_ in ("acl", "relcl") and child.lemma_ in verbs]
    clauses += [deep for clause in clauses for deep in clause.conjuncts if deep.lemma_ in verbs]
    return [p for clause in clauses for by in clause.children if by.dep_ == "agent" for p in by.children if p.dep_ == "pobj"]


MADE = frozenset("make supply produce build manufacture deliver provide sell fabricate package ship grow refine mine".split())
RENTED = frozenset(["rent", "lease", "source", "obtain", "procure", "license", "borrow"])
USED = frozenset("use buy need consume require order purchase import employ deploy install".split())


def _sources(verb: Token) -> list[Token]:
    """Of "uses wafers made by Larkin", "uses wafers from Larkin" with `use` as the trigger: Larkin."""
    things = _things(verb)
    made = [one for thing in things for one in _agents(thing, MADE)]
    bought = [clause for thing in things for clause in thing.children if clause.dep_ == "acl" and clause.lemma_ in USED | RENTED]
    made += [p for clause in bought for prep in clause.children if prep.lower_ == "from" for p in prep.children if p.dep_ == "pobj"]
    return made or [p for thing in things for prep in thing.children if prep.lower_ == "from" for p in prep.children if p.dep_ == "pobj"]


def _users(verb: Token) -> list[Token]:
    """Of "supplies 60 percent of the wafers used by Odessa" with `supply` as the trigger: Odessa."""
    return [one for thing in _things(verb) for one in _agents(thing, USED)]


def _behalf(verb: Token) -> list[Token]:
    """For whom it is done: "on behalf of Odessa"."""
    behalf = [p for token in verb.subtree if token.lower_ == "on" for p in token.children if p.lower_ == "behalf"]
    return [p for one in behalf for of in one.children if of.lower_ == "of" for p in of.children if p.dep_ == "pobj"]


def _designers(verb: Token) -> list[Token]:
    """Of "designed by Odessa and manufactured by Larkin" with `manufacture` as the trigger: Odessa."""
    others = [one for one in (verb.head, *verb.conjuncts) if one.i != verb.i and one.lemma_ in ("design", "develop") and one.tag_ == "VBN"]
    return [p for one in others for by in one.children if by.dep_ == "agent" for p in by.children if p.dep_ == "pobj"]


def _sayers(noun: Token) -> list[Token]:
    """Who says what the noun is the subject of: "Orders from Verano rose, Larkin said"."""
    for one in governors(noun):
        verbs = [one, *(child for child in one.children if child.dep_ in ("ccomp", "parataxis") and child.i > noun.i)]
        said = [verb for verb in verbs if verb.lemma_ in ("say", "report", "add", "announce")]
        if said:
            return [child for child in said[0].children if child.dep_ == "nsubj"]
    return []
