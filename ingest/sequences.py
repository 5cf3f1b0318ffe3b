"""What the words between two given spans say where the parse says nothing: a short list of word patterns.

For spans given from outside alone. In articles a name may stand between the two by chance; here somebody asks about this pair."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc

from ingest.assertion import assertion
from ingest.grammar import meeting
from ingest.reading import Found, Relation, reading_of

ROLES = (
    r"(?:ceo|cfo|cto|coo|chief|chairman|chairwoman|chairperson|president|founder|co-?founder|director|executive|head|officer|manager|"
    r"professor|lecturer|fellow|member|editor|analyst|engineer|scientist|researcher|partner|consultant|adviser|advisor|trustee|governor|"
    r"controller|treasurer|counsel|spokes(?:man|woman|person)|reporter|correspondent|faculty|staff|employee|coach|associate|assistant)s?"
)
WORKED = r"(?:worked|works|working|work|served|serves|serving|joined|joins|joining|taught|teaches|led|employed|hired|appointed|elected)"
SEATED = r"(?:headquartered|headquarters|headquarter|based|located|situated|domiciled)"
PLACES = ("City", "Region", "Country")
PLACE_ENTITIES = ("GPE", "LOC", "NORP", "FAC")


@dataclass(frozen=True)
class Sequence:
    """Words around two spans, in lower case, that say a relation; `back` where its source is the second of them."""

    id: str
    type: str
    between: str
    before: str = ""
    after: str = ""
    back: bool = False
    compiled: tuple[re.Pattern[str], ...] = field(init=False)

    def __post_init__(self) -> None:
        patterns = (rf"(?:{self.before})$" if self.before else "", rf"^(?:{self.between})$", rf"^(?:{self.after})" if self.after else "")
        object.__setattr__(self, "compiled", tuple(re.compile(pattern) for pattern in patterns))

    def fits(self, before: str, between: str, after: str) -> bool:
        """Whether the words are these."""
        return all(pattern.search(text) for pattern, text in zip(self.compiled, (before, between, after), strict=True))


SEQUENCES = (
    Sequence("seq.seated", "LOCATED_IN", rf"[^.;]{{0,150}}\b{SEATED}\b[^.;]{{0,60}}\b(?:in|at|near|of|to|is)\b[^.;]{{0,40}}"),
    Sequence("seq.seated_first", "LOCATED_IN", r"(?:,[^,.;]{0,30}){1,3}", before=rf"\b{SEATED} (?:in|at|near)\b[^.;]{{0,30}}", back=True),
    Sequence("seq.based", "LOCATED_IN", r"[ -]based\b[^.;]{0,60}", back=True),
    Sequence("seq.kind_of_place", "LOCATED_IN", r"\W{0,2}(?:\([^)]*\) )?(?:is|was) (?:a|an|the)(?: [a-z-]+){0,2} ", after=r" [a-z]"),
    Sequence("seq.in_place", "LOCATED_IN", r"[ ,]{1,2}in (?:the )?(?:[a-z]+ of )?"),
    Sequence("seq.serves_place", "LOCATED_IN", r"\W{0,2}(?:\([^)]*\) )?(?:is|was) (?:a|an|the|one)\b[^.;]{0,90}\bin (?:the )?"),
    Sequence("seq.adjective", "LOCATED_IN", r"(?: (?!(?:in|of|for|by|and|to|at|with|from|as|on|is|was) )[a-z-]+){0,3} ", back=True),
    Sequence("seq.wider", "LOCATED_IN", r",? "),
    Sequence("seq.role", "WORKS_FOR", rf"[^;]{{0,150}}\b{ROLES}\b[^.;]{{0,60}}\b(?:of|at|for|with|in|on|to)\b[^.;]{{0,60}}"),
    Sequence(
        "seq.worked",
        "WORKS_FOR",
        rf"[^;]{{0,100}}\b{WORKED}\b(?: [^.;]{{0,60}})?(?:\b(?:at|for|with|by|on|to|of)\b[^.;]{{0,40}})? (?:the )?",
    ),
    Sequence("seq.of_firm", "WORKS_FOR", r",? (?:of|at|from|with) (?:the )?"),
    Sequence("seq.employer_first", "WORKS_FOR", rf"(?:'s)?[^.;]{{0,25}}\b{ROLES}\b[^.;a-z]{{0,20}}", back=True),
    Sequence("seq.where", "WORKS_FOR", r",? where ", back=True),
    Sequence(
        "seq.subsidiary",
        "SUBSIDIARY_OF",
        r"[^.;]{0,90}\b(?:subsidiary|unit|division|arm|label)\b[^.;,]{0,20}\b(?:of|to|from)\b[^.;,]{0,40}",
    ),
    Sequence(
        "seq.its_subsidiary",
        "SUBSIDIARY_OF",
        r"[^.;]{0,80}\b(?:its|our|their|the|'s|s|’s?)\b[^.;]{0,30}\bsubsidiar(?:y|ies)\b(?!(?: \w+)? (?:of|to|from)\b)[^.;]{0,90}",
        back=True,
    ),
    Sequence("seq.parent", "SUBSIDIARY_OF", r"[^.;]{0,25}\bparent(?: company| firm| group)?\b[^.;]{0,25}"),
    Sequence("seq.parent_of", "SUBSIDIARY_OF", r"[^.;]{0,60}\bparent(?: company| firm| group)?\b (?:of|for|to)\b[^.;]{0,60}", back=True),
)


def sequences(doc: Doc) -> Iterator[Relation]:
    """The relations that the words around two given spans of one sentence say."""
    spans = [found for found in reading_of(doc).mentions if found.source == "given"]
    text = doc.text.lower()
    for first in spans:
        for second in spans:
            if first.end <= second.start and doc[first.start].sent == doc[second.start].sent:
                around = (text[: doc[first.start].idx], text[_end(doc, first) : doc[second.start].idx], text[_end(doc, second) :])
                yield from _found(doc, first, second, around)


def _end(doc: Doc, found: Found) -> int:
    last = doc[found.end - 1]
    return last.idx + len(last)


def _found(doc: Doc, first: Found, second: Found, around: tuple[str, str, str]) -> Iterator[Relation]:
    for one in SEQUENCES:
        head, tail = (second, first) if one.back else (first, second)
        if one.fits(*around) and _may_be(doc, one, head, tail):
            trigger = meeting(doc[first.start : first.end].root, doc[second.start : second.end].root) or doc[first.start].sent.root
            said = assertion(trigger)
            yield Relation(one.type, head, tail, one.id, trigger.i, polarity=said.polarity, modality=said.modality)


def _may_be(doc: Doc, one: Sequence, head: Found, tail: Found) -> bool:
    if one.type == "WORKS_FOR":
        return (
            _is(doc, head, ("Person",), ("PERSON",)) and tail.can_be("Company", "ResearchOrg", "GovBody") and not _is(doc, tail, PLACES, ())
        )
    if one.type == "LOCATED_IN":
        inside = _is(doc, head, PLACES, ())
        return (
            _is(doc, tail, PLACES, PLACE_ENTITIES)
            and (one.id == "seq.wider") == inside
            and head.can_be("Company", "Facility", "City", "ResearchOrg")
        )
    return head.can_be("Company") and tail.can_be("Company")


def _is(doc: Doc, found: Found, labels: tuple[str, ...], entities: tuple[str, ...]) -> bool:
    """Whether a span can only be of `labels`, or can be and the statistical model says so."""
    if found.labels and found.labels <= frozenset(labels):
        return True
    return found.can_be(*labels) and doc[found.start : found.end].root.ent_type_ in entities
