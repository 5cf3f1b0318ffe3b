"""Words that stand for a span given from outside, so that what is said of them counts for it: the noun before "which",
the other pronouns of the same person, the name that the brackets repeat, the town before its state.

In articles coreference does this; here nothing but the spans is known, so the rules are short and bold."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.reading import Found, reading_of

RELATIVE = frozenset(["which", "that", "who", "where", "whose", "whom"])
FAMILIES = tuple(
    frozenset(words.split())
    for words in ("he him his himself", "she her hers herself", "i me my mine", "we us our ours", "it its itself", "they them their")
)
"""Pronouns that mean the same within one text of a few sentences."""
PEOPLE = FAMILIES[0] | FAMILIES[1]
THING = FAMILIES[4] | frozenset(["they", "them", "their"])
PERSONAL = PEOPLE | FAMILIES[2]
SUBJECTS = ("nsubj", "nsubjpass")
SAME = frozenset("as known formerly officially originally now previously also abbreviated called named or aka renamed".split())
PLACES = ("City", "Region", "Country")


def standins(doc: Doc) -> list[Found]:
    """New mentions, each with the entity and the types of the given span that it stands for."""
    reading = reading_of(doc)
    taken = {position for found in reading.mentions for position in range(found.start, found.end)}
    kept: dict[tuple[int, str], Found] = {}
    for found in reading.mentions:
        for start, end in _places(doc, found):
            if start < end and taken.isdisjoint(range(start, end)):
                kept.setdefault((start, found.entity), Found(start, end, None, "standin", found.entity, labels=found.labels))
    return list(kept.values())


def _places(doc: Doc, found: Found) -> Iterator[tuple[int, int]]:
    """Where something stands for `found`."""
    root = doc[found.start : found.end].root
    word = root.lower_ if found.end - found.start == 1 else ""
    if word in RELATIVE:
        yield from _span(_antecedent(root))
    else:
        yield from (_alone(one) for one in _relatives(doc, root))
    yield from (_alone(one) for one in _pronouns(doc, found, root, word))
    if word in PEOPLE | THING:
        yield from _span(_before(doc, root, word))
    if found.can_be(*PLACES) and not word:
        yield from _town(doc, found)
    yield from _other_name(doc, found)


def _alone(token: Token) -> tuple[int, int]:
    return token.i, token.i + 1


def _span(token: Token | None) -> Iterator[tuple[int, int]]:
    """The name that `token` heads, or the word alone."""
    if token is not None:
        start = token.i
        while start and doc_left(token, start - 1):
            start -= 1
        yield start, token.i + 1


def doc_left(head: Token, position: int) -> bool:
    """Whether the word at `position` is a part of the name that `head` ends."""
    word = head.doc[position]
    return word.dep_ == "compound" and word.head.i == head.i


def _antecedent(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun or "where" takes up."""
    verb = pronoun
    for _ in range(4):
        verb = verb.head
        if verb.dep_ == "relcl" and verb.head.i < pronoun.i:
            return verb.head
    before = [token for token in pronoun.doc[max(pronoun.sent.start, pronoun.i - 4) : pronoun.i] if token.pos_ in ("PROPN", "NOUN")]
    return before[-1] if before else None


def _relatives(doc: Doc, root: Token) -> Iterator[Token]:
    """The pronouns that take up the noun."""
    for verb in root.children:
        if verb.dep_ == "relcl":
            yield from (one for one in verb.subtree if one.lower_ in RELATIVE and one.i < verb.i)
    for token in doc[root.i + 1 : min(root.i + 4, len(doc))]:
        if token.lower_ in ("where", "which", "who") and doc[token.i - 1].text == ",":
            yield token


def _pronouns(doc: Doc, found: Found, root: Token, word: str) -> Iterator[Token]:
    """The other pronouns of a given pronoun's family; of a name, those after it that no other name is nearer to."""
    family = next((one for one in FAMILIES if word in one), None)
    if family is not None:
        yield from (token for token in doc if token.lower_ in family and token.i != root.i)
        return
    if word in RELATIVE:
        return
    people = found.can_be("Person") and (root.ent_type_ == "PERSON" or found.labels == frozenset(["Person"]))
    wanted, kinds = (PEOPLE, ("PERSON",)) if people else (THING, ("ORG",))
    for token in doc[found.end :]:
        if token.ent_type_ in kinds and token.dep_ in SUBJECTS:
            return
        if token.lower_ in wanted:
            yield token


def _before(doc: Doc, pronoun: Token, word: str) -> Token | None:
    """The nearest subject before a pronoun that is a name of its kind; for people, else the nearest person at all."""
    kind = "PERSON" if word in PEOPLE else "ORG"
    named = [token for token in doc[: pronoun.i] if token.pos_ == "PROPN" and token.dep_ not in ("compound", "amod", "nmod")]
    subjects = [token for token in named if token.dep_ in SUBJECTS and (token.ent_type_ == kind or not token.ent_type_)]
    if subjects:
        return subjects[-1]
    people = [token for token in named if token.ent_type_ == "PERSON"] if kind == "PERSON" else []
    after = [token for token in doc[pronoun.i + 1 :] if token.ent_type_ == kind and token.dep_ in SUBJECTS] if not people else []
    return people[-1] if people else after[0] if after and pronoun.sent.start == after[0].sent.start else None


def _town(doc: Doc, place: Found) -> Iterator[tuple[int, int]]:
    """Of "Ohio" in "Cincinnati, Ohio" the town: who is in the one is in the other."""
    position = place.start - 1
    for _ in range(3):
        if position < 1 or doc[position].text not in (",", "(") or not doc[position - 1].is_title:
            return
        end = position
        position -= 1
        while position and doc[position - 1].is_title and not doc[position].is_sent_start:
            position -= 1
        yield position, end
        position -= 1
        if position > 0 and doc[position].text != ",":
            return


def _other_name(doc: Doc, found: Found) -> Iterator[tuple[int, int]]:
    """The name before brackets that repeat it, "X (Y)", "X, formerly Y"; and the one inside them."""
    position = found.start - 1
    words = 0
    while position > 0 and (doc[position].lower_ in SAME or doc[position].text in ('"', "“", "'", ":", "the", "‘")) and words < 5:
        position, words = position - 1, words + 1
    opened = position > 0 and doc[position].text in ("(", ",")
    if opened and (doc[position].text == "(" or words) and doc[position - 1].pos_ in ("PROPN", "NOUN"):
        yield from _span(doc[position - 1])
    if found.end + 1 < len(doc) and doc[found.end].text == "(":
        inside = [token for token in doc[found.end + 1 : found.end + 9] if token.pos_ == "PROPN"]
        if inside and all(token.lower_ in SAME or token.is_punct for token in doc[found.end + 1 : inside[0].i]):
            yield from _span(inside[0])
