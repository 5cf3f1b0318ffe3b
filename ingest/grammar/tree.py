"""Walks through the parse: what stands above a word, where two meet, whether a verb is passive."""

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECTS = ("nsubj", "csubj")
PASSIVE = ("nsubjpass", "auxpass")
ABOUT_DEEDS = frozenset("deny rule admit stop start begin halt cease resume consider continue avoid suspend keep".split())
CONTROLLING = frozenset(
    (
        "order force ask allow tell require urge press bar ban stop prevent permit help push prompt lead cause enable persuade "
        "prohibit forbid block instruct direct compel oblige authorise authorize keep"
    ).split()
)
"""Verbs whose object does what the verb below them says."""
PHRASE = ("pobj", "prep", "appos", "compound", "nmod")
"""How a word hangs on a noun of the same phrase."""
STEPS = 12
"""No walk up the tree is longer."""


def governors(token: Token) -> Iterator[Token]:
    """The words above `token`, nearest first; ends at the root."""
    position = token.i
    for _ in range(STEPS):
        token = token.head
        if token.i == position:
            return
        position = token.i
        yield token


def meeting(one: Token, other: Token) -> Token | None:
    """The lowest word that both hang on, or that one of them is; None across sentences and very deep parses."""
    above = {token.i for token in (one, *governors(one))}
    return next((token for token in (other, *governors(other)) if token.i in above), None)


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: "is made by", "chips made by"."""
    if any(child.dep_ in PASSIVE for child in verb.children) or (verb.dep_ == "acomp" and verb.tag_ == "VBN"):
        return True
    if is_reduced(verb):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(child.dep_ in (*SUBJECTS, "aux") for child in verb.children):
        return is_passive(verb.head) if verb.head.pos_ in ("VERB", "AUX") else False
    return (
        (verb.tag_ == "VBN" or _is_set_off(verb))
        and verb.dep_ in ("acl", "amod", "advcl")
        and not any(child.dep_ == "aux" for child in verb.children)
    )


def is_to_do(verb: Token) -> bool:
    """Whether it is an infinitive with its "to": "a contract to buy"."""
    return verb.tag_ == "VB" and any(one.lower_ == "to" and one.dep_ == "aux" for one in verb.children)


def _is_set_off(verb: Token) -> bool:
    """ "Kioxia, spun out of Toshiba in 2018, makes chips": a participle behind a comma that does nothing to an object."""
    plain = verb.tag_ == "VBD" and verb.dep_ == "acl" and verb.i > 0 and verb.nbor(-1).text == ","
    return plain and not any(child.dep_ in ("dobj", "ccomp", "xcomp", "nsubj") for child in verb.children)


def is_reduced(verb: Token) -> bool:
    """Whether a participle between commas was taken for the verb: "The modem, devised in-house by Apple, took a socket"."""
    if verb.tag_ not in ("VBD", "VBN") or verb.i < 2 or verb.nbor(-1).text != "," or verb.is_sent_start:
        return False
    if verb.lemma_ == "open":  # a plant that somebody opened may long be another's
        return False
    if any(child.dep_ in ("aux", "auxpass", "dobj", "dative", "neg") for child in verb.children):
        return False
    before = any(child.dep_ == "nsubj" and child.i < verb.i - 1 for child in verb.children)
    by = next((child for child in verb.children if child.lower_ == "by" and child.i <= verb.i + 5), None)
    return before and by is not None and any(p.pos_ == "PROPN" for p in by.children)


def gerund_after(verb: Token) -> list[Token]:
    """Of "source cooling pumps from" the gerund that the small model takes for a verb of its own: what hangs on it is the verb's."""
    return [child for child in verb.children if child.dep_ == "xcomp" and child.tag_ == "VBG" and child.i == verb.i + 1]


def denied_deed(verb: Token) -> Token | None:
    """Of "denied supplying seekers to" with `supplying`, taken for an adjective of "seekers", as the trigger: "denied"."""
    above = verb.head.head
    return above if verb.dep_ == "amod" and verb.tag_ == "VBG" and verb.head.dep_ == "dobj" and above.lemma_ in ABOUT_DEEDS else None


def trigger_head(pronoun: Token) -> Token:
    """Of "to which we no longer sell" the noun that the clause hangs on; the pronoun itself where there is none."""
    clause = next((one for one in governors(pronoun) if one.dep_ == "relcl"), None)
    if clause is not None:
        return clause.head
    before = pronoun.i - 2 if pronoun.head.pos_ == "ADP" and pronoun.head.i == pronoun.i - 1 else pronoun.i - 1
    if before > pronoun.sent.start and pronoun.doc[before].text == ",":  # the parser hung the clause on the verb before
        before -= 1
        return pronoun.doc[before] if pronoun.doc[before].pos_ in ("NOUN", "PROPN") else pronoun
    return pronoun


def climbed(trigger: Token, nouns: list[Token]) -> list[Token]:
    """Where a relative clause hangs on the last noun of a longer phrase, the nouns above it, nearest first.

    Of "Soravel, a maker of chips, which buys" with `buys` as the trigger and the chips: maker, Soravel."""
    above = {token.i for token in (trigger, *governors(trigger)) if token.dep_ == "relcl"}
    found: list[Token] = []
    for noun in nouns:
        if not any(child.i in above for child in noun.children):
            continue
        for token in governors(noun):
            if token.dep_ not in PHRASE and token.pos_ not in ("NOUN", "PROPN"):
                break
            found += [token] if token.pos_ in ("NOUN", "PROPN") else []
            if token.dep_ not in PHRASE:
                break
    return found
