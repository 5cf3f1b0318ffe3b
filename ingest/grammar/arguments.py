"""The two ends of a clause: subjects and objects of verbs, owners and bearers of nouns, whatever turn the clause takes."""

from spacy.tokens import Token

from ingest.grammar.appositions import bearer, last_of_list, name_behind, nearer_name
from ingest.grammar.lost_subjects import lost_subjects
from ingest.grammar.tree import CONTROLLING, STEPS, SUBJECTS, denied_deed, gerund_after, governors, is_passive, is_reduced, trigger_head

PROMOTE = frozenset("promote appoint elevate elect name".split())
BECOME = frozenset(["become", "remain"])
REPLACE = frozenset("replace succeed displace supplant oust join beat serve act".split())
"""Verbs whose subject is what stands after "as": "replaced Hoshino as supplier"."""
TRADING = frozenset("supplier provider vendor source maker producer buyer customer".split())
"""Nouns whose "of" names goods, not firms."""
ONE_OF = frozenset("one two three four some several many most both another all part number be rank count".split())
"""Words whose "of" or "among" tells what they are: "another of Tesla's suppliers", "ranks among"."""
BLAMING = frozenset(
    "accuse suspect convict acquit absolve clear fine fin penalise penalize punish sue criticise criticize stop bar ban".split()
)
"""Verbs whose object did, or did not do, what follows "of", "for" or "from"."""
RELYING = frozenset("rely depend count call bank lean".split())
LISTS = frozenset("include comprise be number feature".split())
"""Verbs that say what a noun before them stands for."""


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Who does what the trigger says, also in a passive; of a noun or adjective, what it is said of."""
    if depth > STEPS:
        return []
    if verb.pos_ in ("NOUN", "PROPN", "ADJ"):
        return described(verb)
    if verb.pos_ == "ADV":  # "together with A, B builds"
        above = next((one for one in governors(verb) if one.pos_ in ("VERB", "AUX")), None)
        return surface_subjects(above, depth) if above is not None else []
    if is_passive(verb):
        return _by(verb) or [p for one in verb.children if one.dep_ == "prep" for noun in one.children for p in _by(noun)]
    return surface_subjects(verb, depth)


def _by(word: Token) -> list[Token]:
    """The agent that hangs on the word; "was hit with sanctions by the EU" has it on the noun before."""
    first = [by for by in word.children if by.dep_ == "agent" or by.lower_ == "by"]
    again = [by for one in first for by in one.conjuncts if by.i > one.i and by.lower_ == "by"]  # "by A and by B"
    return [p for by in (*first, *again) for p in by.children if p.dep_ == "pobj"]


def surface_subjects(verb: Token, depth: int) -> list[Token]:
    """The grammatical subject, inherited where the clause has none of its own."""
    own = [child for child in verb.children if child.dep_ in (*SUBJECTS, "nsubjpass")]
    if own:
        return [_antecedent(verb, token) for token in own]
    stray = [child for child in verb.lefts if child.dep_ in ("compound", "npadvmod", "nmod", "dep") and child.pos_ in ("PROPN", "NOUN")]
    if stray and verb.pos_ == "VERB":  # the small model takes a name before a verb for a compound
        return stray[-1:]
    lost = lost_subjects(verb)
    if lost:
        return lost
    head = verb.head
    if head.i == verb.i or depth > STEPS:
        return []
    denied = denied_deed(verb)
    if denied is not None:
        return surface_subjects(denied, depth + 1)
    if verb.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN"):
        return holders(head) if verb.tag_ == "VB" else [head]
    if verb.dep_ == "relcl":
        to = verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts) and head.pos_ == "NOUN"
        return holders(head) or [head] if to else [head]  # "signed a memorandum to award"
    if verb.dep_ in ("xcomp", "conj", "advcl", "ccomp") and head.pos_ in ("VERB", "AUX"):
        things = [child for child in head.children if child.dep_ == "dobj"]
        if relied := _relied_on(verb, head):
            return relied
        if verb.dep_ == "xcomp" and things and head.lemma_ in {*CONTROLLING, "let", "get", "have"}:
            return things
        return surface_subjects(head, depth + 1)
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "conj") and head.pos_ == "ADJ":  # "is due to supply", "unable to buy"
        return described(head)
    if verb.dep_ == "pcomp" and (blamed := _blamed(head, depth)):
        return blamed
    if verb.dep_ == "pcomp" and head.head.pos_ in ("VERB", "AUX"):
        return surface_subjects(head.head, depth + 1)
    if (
        verb.dep_ == "pcomp" and head.lower_ == "of" and head.head.pos_ == "NOUN"
    ):  # "has no intention of buying", "Intel's hopes of supplying"
        return holders(head.head)
    if verb.dep_ == "dobj" and verb.tag_ == "VBG" and head.pos_ == "VERB":  # "ruled out buying from"
        return surface_subjects(head, depth + 1)
    return []


def _blamed(prep: Token, depth: int) -> list[Token]:
    """Who has done what follows the preposition: "accused DeepSeek of having used", "fined Bosch $3 million for shipping"."""
    above = prep.head.head if prep.head.pos_ in ("NOUN", "NUM", "SYM") and prep.head.dep_ == "dobj" else prep.head
    if above.lemma_ not in BLAMING:
        return []
    found = [child for child in above.children if child.dep_ == "dative" and child.pos_ != "ADP"] or objects(above, depth + 1)
    return before_a_sum(found) or found


def before_a_sum(objects: list[Token]) -> list[Token]:
    """Who stands before a count, a sum or a tax break that the parser takes the name for a part of: of "sold Apple 320 modems", "fined
    Larkin RM3 million", "grants Intel tax credits" the firm."""
    return [one for goods in objects for one in goods.lefts if one.pos_ == "PROPN" and _begins_a_sum(one.nbor())]


def _begins_a_sum(word: Token) -> bool:
    return word.pos_ in ("NUM", "DET") or word.lower_ in ("tax", "duty") or any(letter.isdigit() for letter in word.text)


def _relied_on(verb: Token, head: Token) -> list[Token]:
    """Who does it of "relies on TSMC to make them"."""
    to = verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)
    if not to or head.lemma_ not in RELYING:
        return []
    return [p for one in head.children if one.lower_ in ("on", "upon") for p in one.children if p.dep_ == "pobj" and p.i < verb.i]


def _antecedent(verb: Token, token: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.lower_ in ("which", "that", "who") and verb.dep_ == "relcl":
        return verb.head
    return token


def objects(verb: Token, depth: int = 0) -> list[Token]:
    """To whom or what it is done, also as the subject of a passive or before a relative clause."""
    if is_passive(verb):
        reduced = ("nsubj",) if is_reduced(verb) else ()
        found = [child for child in verb.children if child.dep_ in ("nsubjpass", *reduced)]
        if found:
            return [_antecedent(verb, token) for token in found]
        if verb.dep_ in ("acl", "relcl", "amod"):
            return [verb.head]
        if verb.dep_ == "advcl" and verb.tag_ == "VBN":  # "Based in Boise, Micron …"
            return surface_subjects(verb.head, depth) if verb.head.pos_ in ("VERB", "AUX") else [verb.head]
        if verb.dep_ == "acomp":  # "is 60 percent owned by"
            return surface_subjects(verb.head, depth)
        return surface_subjects(verb, depth) if verb.dep_ in ("conj", "xcomp") else []
    around = (verb, *gerund_after(verb))
    found = [child for one in around for child in one.children if child.dep_ in ("dobj", "dative", "oprd") and child.pos_ != "ADP"]
    found = [child for child in found if bearer(child) is None]
    if denied_deed(verb) is not None:
        return [verb.head]
    if found:
        return [_antecedent(verb, token) for token in (*_recipient(verb, found), *found)]
    later = [c for c in verb.conjuncts if c.i > verb.i and c.pos_ == "VERB" and not any(x.dep_ in SUBJECTS for x in c.children)]
    later = [c for c in later if not is_passive(c)]  # "bought from Larkin and was served by Odessa"
    later = [c for c in later if not any(one.lower_ == "but" or one.text in (";", ":") for one in verb.doc[verb.i : c.i])]
    if later and depth == 0:  # "designs, makes and sells lasers"
        return next((found for one in later if (found := objects(one, 1))), [])
    own = [child for child in verb.children if child.dep_ in SUBJECTS and child.lower_ not in ("which", "that", "who")]
    return [verb.head] if verb.dep_ == "relcl" and own else []  # of "wafers that Odessa buys", not of "Odessa, which sells to"


def _recipient(verb: Token, found: list[Token]) -> list[Token]:
    """Of "granted Rapidus 1.7 trillion yen" the name, which the small model takes for a part of the sum."""
    first = verb.doc[verb.i + 1 : verb.i + 6]
    inside = [one for one in first if one.pos_ == "PROPN" and one.dep_ in ("nmod", "compound") and one.head in found]
    last = inside[-1] if inside and inside[0].i == verb.i + 1 else None
    return [last] if last is not None and last.i + 1 < len(verb.doc) and last.nbor().pos_ in ("NUM", "SYM") else []


def possessors(trigger: Token) -> list[Token]:
    """Whose it is; of "TSMC's rival Samsung" the possessor hangs on the name."""
    own = [trigger_head(child) if child.lower_ == "whose" else child for child in trigger.children if child.dep_ == "poss"]
    if own or trigger.dep_ not in ("amod", "compound"):
        return own
    return [trigger_head(child) for child in trigger.head.children if child.dep_ == "poss" and child.i < trigger.i]


def described(noun: Token) -> list[Token]:
    """What a noun or an adjective is said of: copula, apposition either way, a title before a name, "one of" several."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ in ("of", "among") and head.head.lemma_ in ONE_OF:
        return surface_subjects(head.head, 0) if head.head.pos_ in ("AUX", "VERB") else described(head.head)
    own = [child for child in noun.children if child.dep_ == "nsubj"] if noun.pos_ == "ADJ" else []
    if own:  # "leaves Orbis dependent on"
        return own
    if noun.dep_ in ("attr", "acomp") and head.pos_ in ("AUX", "VERB"):
        return surface_subjects(head, 0)
    if noun.pos_ == "ADJ" and noun.dep_ == "advcl" and head.pos_ in ("AUX", "VERB"):  # "Reliant on a single mine, Dravik began"
        return surface_subjects(head, 0)
    if noun.dep_ == "oprd" and head.pos_ == "VERB":  # "named her chairwoman", "was named chairwoman"
        return objects(head, 0) or surface_subjects(head, 0)
    if noun.dep_ == "appos":
        return _named_after(noun) or [nearer_name(noun) or last_of_list(noun) or head]
    if (named := bearer(noun)) is not None or (named := name_behind(noun)) is not None:
        return [named]
    if noun.dep_ == "amod" or (noun.dep_ == "acl" and noun.pos_ == "ADJ"):
        return [head]
    if noun.dep_ == "conj" and head.pos_ == noun.pos_:
        return described(head)
    if noun.dep_ == "compound" and head.pos_ == "PROPN":
        return [head]
    if noun.dep_ == "pobj" and head.lower_ == "as" and head.head.lemma_ in REPLACE:
        return subjects(head.head)
    if noun.dep_ == "pobj" and head.lower_ == "as" and head.head.dep_ == "dobj" and head.head.head.lemma_ in REPLACE:
        return subjects(head.head.head)
    if noun.dep_ == "pobj" and head.head.pos_ in ("VERB", "AUX") and (head.lower_ == "as" or head.head.lemma_ in PROMOTE):
        return [one for one in objects(head.head, 0) if one.i != noun.i] or surface_subjects(head.head, 0)
    if noun.dep_ == "dobj" and head.lemma_ in BECOME:  # the small model takes what one becomes for an object
        return surface_subjects(head, 0)
    if noun.dep_ == "nsubj" and head.lemma_ in LISTS:  # "its customers include A", "its main rival is A"
        later = [one for verb in head.conjuncts if verb.tag_ == "VBN" and verb.i > head.i for one in verb.children]
        return [child for child in head.children if child.dep_ in ("dobj", "attr", "acomp")] + [
            one for one in later if one.dep_ == "nsubj"
        ]  # "its units are A and B, bought in May", read as two clauses
    own = [child for child in noun.children if child.dep_ == "appos"]
    if noun.lemma_ not in TRADING:
        return own
    inner = [p for of in noun.rights if of.lower_ in ("of", "for") for p in of.children if p.dep_ == "pobj" and p.pos_ == "NOUN"]
    return own or [child for one in inner for child in one.children if child.dep_ == "appos"]  # "its supplier of crystals, Larkin"


def _named_after(noun: Token) -> list[Token]:
    """Of "Arm, whose biggest licensee, Qualcomm, fell" Qualcomm, where the parser takes the clause for an apposition of Arm."""
    if not any(child.lower_ == "whose" and child.dep_ == "poss" for child in noun.lefts):
        return []
    own = [child for child in noun.children if child.dep_ == "appos"]
    return own or [child for child in noun.head.children if child.dep_ == "appos" and child.i > noun.i][:1]


def _punished(prep: Token) -> list[Token]:
    """Who is punished for it: "fined Bosch $3 million for shipments", "imposed a penalty on Bosch for shipments"."""
    verb = next((one for one in governors(prep) if one.pos_ == "VERB"), prep)
    if verb.lemma_ in BLAMING:
        return _blamed(prep, 0)
    things = [child for child in verb.children if child.dep_ == "dobj"]
    if not any(one.lemma_ in ("penalty", "fine", "sanction") for one in things):
        return []
    return [p for word in (verb, *things) for on in word.children if on.lower_ in ("on", "against") for p in on.children]


def holders(noun: Token) -> list[Token]:
    """Whose it is: the possessor, or the subject of the verb that has it as its object."""
    owners = [trigger_head(child) if child.lower_ == "whose" else child for child in noun.children if child.dep_ == "poss"]
    if owners:
        return owners
    head = noun.head
    if noun.dep_ in ("dobj", "attr") and head.pos_ in ("VERB", "AUX"):
        return surface_subjects(head, 0)
    if noun.dep_ == "pobj" and head.lower_ == "for" and (blamed := _punished(head)):
        return blamed
    if noun.dep_ == "pobj" and head.dep_ == "prep" and head.head.pos_ in ("VERB", "AUX"):
        return surface_subjects(head.head, 0)
    if noun.dep_ == "pobj" and head.lower_ == "under" and head.head.pos_ in ("NOUN", "PROPN"):  # "Larkin, under contract to Odessa"
        return [head.head]
    if noun.dep_ == "pobj" and head.head.pos_ == "NOUN" and head.head.dep_ in ("attr", "dobj"):  # "is party to an agreement"
        return surface_subjects(head.head.head, 0)
    if noun.dep_ == "conj":
        return holders(head) if head.pos_ == "NOUN" else []
    return []
