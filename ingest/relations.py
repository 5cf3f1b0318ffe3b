"""Frames and structural patterns -> relations between mentions, typed by the ontology."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import minibatch

from graph.evidence import Polarity
from graph.ontology import EDGE_BY_TYPE
from ingest.assertion import PROOF, RUMOUR, assertion, is_end_denied
from ingest.bearers import bearers_of_places, is_within_goods, named_thing, names_its_bearer
from ingest.conditions import fits, has_ends
from ingest.contributions import contributions
from ingest.deal_terms import deal_terms
from ingest.denotation import THINGS, mentions_of
from ingest.endings import is_over
from ingest.former_posts import former_posts
from ingest.frames import Frame, load_frames
from ingest.gapping import gapped
from ingest.grammar import climbed, fillers
from ingest.licence_terms import ended
from ingest.likewise import likewise, those
from ingest.notices import notices
from ingest.partial_denials import is_denied_in_part
from ingest.partitives import partitives
from ingest.reading import Found, Relation, reading_of
from ingest.remainders import remainders
from ingest.reparse import Stretch
from ingest.rest_owners import rest_owners
from ingest.rows import with_rows
from ingest.speakers import lead_company
from ingest.stakes import rests, stakes
from ingest.standing_bodies import stand_for_bodies
from ingest.standing_measures import stand_for_measures
from ingest.structure import may_relate, structural
from ingest.twice import twice
from ingest.withheld import (
    has_a_figure_apart,
    is_asked,
    is_before_shares,
    is_counterfactual,
    is_excluded,
    is_forbidden,
    is_neither,
    is_seller,
    is_share,
    is_source,
    lacks_something,
    permits_alone,
    sells_a_firm,
)
from ingest.wording_cues import cue_of, trend_of

BONDS = frozenset(
    "subsidiary unit arm division affiliate supplier customer client rival competitor owner parent partner shareholder".split()
)
"""Nouns for what one is to another."""
BARRED = ("SUPPLIES", "ACQUIRES", "INVESTS_IN", "MANUFACTURES", "USES", "WORKS_FOR")
"""Types of what somebody may be barred from doing."""
MOST_PAIRS = 40
BEARERS = ("subj", "obj", "holder", "poss")
"""Slots in which a noun may stand for the one that it describes."""
PREPOSITIONS = ("from", "to", "with", "for", "by")
"""Slots in which it does where a clause hangs on it: "is the only vendor from which Intel buys"."""
_NONE: list[Found | None] = [None]


class Relations:
    """Component: finds the relations of Docs; what several have to be parsed for again is parsed at once."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self.by_lemma: dict[str, list[Frame]] = defaultdict(list)
        for frame in load_frames():
            for lemma in frame.lemmas:
                self.by_lemma[lemma].append(frame)

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        for docs in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]
            self._relate([doc for doc in docs if doc.has_annotation("DEP")])
            yield from docs

    def _relate(self, docs: Sequence[Doc]) -> None:
        for doc in docs:
            stand_for_measures(doc)
            stand_for_bodies(doc)
        own = [doc for doc in docs if not reading_of(doc).given]
        found = dict(zip(map(id, own), twice(self.nlp, own, self._read), strict=True))
        for doc in docs:
            reading_of(doc).relations = found[id(doc)] if id(doc) in found else self._read(doc, [(0, len(doc))])

    def _read(self, doc: Doc, parts: Sequence[Stretch]) -> list[Relation]:
        named = {doc[one.start].sent.start for one in reading_of(doc).mentions}
        worded = [doc[start:end] for start, end in parts if not named.isdisjoint(range(start, end))]
        found = [relation for span in worded for relation in self._within(span)]
        found += [*partitives(doc), *former_posts(doc), *notices(doc)]
        found += contributions(doc, found)
        found += stakes(doc, found)
        found += rests(doc, found)
        found += rest_owners(doc, found)
        found += [*deal_terms(doc, found), *remainders(doc, found)]
        more = [*gapped(doc, found), *likewise(doc, found), *those(doc, found)]
        holders = {one.head.start for one in more if one.type == "OWNS"}
        apart = [one for one in (*found, *more) if one.type != "OWNS" or one.tail.start not in holders]
        return _distinct([one for one in ended(doc, with_rows(doc, [*apart, *structural(doc)])) if not is_asked(doc, one)])

    def _within(self, span: Span) -> Iterator[Relation]:
        """What the frames find in a stretch; those for whose ends it has no mention of a fitting type are not tried."""
        reading = reading_of(span.doc)
        types = {one.label for one in reading.mentions if span.start <= one.start < span.end}
        if any(part.role == "bullet" and part.start < span.end and span.start < part.end for part in reading.parts):
            types.add("Company")  # a bullet without a subject speaks of the firm that the article is about
        ends = frozenset(types)
        for token in span:
            frames = (*self.by_lemma.get(token.lemma_.lower(), ()), *self.by_lemma.get(token.lower_, ()))
            pos = token.pos_ if frames else ""
            tried = [frame for frame in frames if pos in frame.pos and (reading.given or has_ends(frame, ends))]
            if tried and not is_within_goods(token):
                yield from (relation for frame in tried if fits(frame, token) for relation in _fill(frame, token))


@Language.factory("relations")
def _relations(nlp: Language, name: str) -> Relations:
    return Relations(nlp)


def _fill(frame: Frame, token: Token) -> Iterator[Relation]:
    """The relations of one frame at one trigger: every source with every target."""
    edge = EDGE_BY_TYPE[frame.type]
    if frame.tail_labels == ("Facility",) and reading_of(token.doc).given:
        return  # where types are open a site cannot be told from a firm
    if frame.only_given and not reading_of(token.doc).given:
        return
    heads = _mentions(token, frame.head, frame.head_labels or edge.source)
    tails = _mentions(token, frame.tail, frame.tail_labels or edge.target) if heads else []
    if not tails:
        return
    if frame.type == "SUPPLIES":
        heads = [one.owner if one.label == "Facility" and one.owner is not None else one for one in heads]
    if frame.type in ("DEPENDS_ON", "USES"):  # what a site relies on, its firm relies on
        heads = list({one.entity: one for one in (head.owner or head for head in heads)}.values())
    if frame.type == "LOCATED_IN":
        tails = _narrowest(token.doc, tails)
    if frame.type == "ACQUIRES" and token.pos_ == "VERB":  # of "bought Intel's NAND business" Intel is who sold
        tails = [one for one in tails if one.end >= len(token.doc) or token.doc[one.end].tag_ != "POS"]
    if frame.type in ("ACQUIRES", "SUBSIDISES"):
        tails = [one for one in tails if not is_share(token, one) and not is_before_shares(token.doc, one)]
    if frame.type == "RESTRICTS":
        tails = [one for one in tails if not is_seller(token.doc, one)]
    heads, tails = ([one for one in ends if not has_a_figure_apart(token, one)] for ends in (heads, tails))
    if edge.directed:  # of "tools made by Intel and AMD" neither makes them for the other
        mine = {one.entity for one in heads}
        tails = [one for one in tails if one.entity not in mine]
    pairs = [(h, t) for h in heads for t in tails if h.entity and t.entity and h.entity != t.entity][:MOST_PAIRS]
    if frame.type != "DEPENDS_ON" and lacks_something(token):
        return
    if is_counterfactual(token):
        return
    if frame.type == "SUBSIDISES" and permits_alone(token):
        return
    if not pairs or (frame.type == "SUPPLIES" and sells_a_firm(token, frame)) or (frame.type in BARRED and is_forbidden(token)):
        return
    products = _mentions(token, frame.product, THINGS) if frame.product else []
    said = assertion(token, fixed=frame.modality, stops=frame.type == "AFFECTS")
    modality = "actual" if said.modality in ("planned", "possible") and _is_a_bond_taken_for_granted(token) else said.modality
    polarity = _fixed(frame, said.polarity, token) or ("affirmed" if _is_presupposed(token, frame) else said.polarity)
    if polarity == "negated" and frame.polarity is None and is_denied_in_part(token):
        return
    for head, tail in pairs:
        if not may_relate(frame.type, head, tail) or ("sayer" not in frame.head and any(is_source(token, end) for end in (head, tail))):
            continue
        for product in products or _NONE:
            if product is not None and product.entity in (head.entity, tail.entity):
                continue
            excluded = any(is_excluded(token.doc, end) or is_neither(token, end) for end in (head, tail))
            yield Relation(
                type=frame.type,
                head=head,
                tail=tail,
                pattern=frame.id,
                trigger=token.i,
                polarity="negated" if excluded else polarity,
                modality=modality,
                attribution=said.attribution,
                alleged=said.alleged,
                cue=cue_of(token, frame),
                trend=frame.trend or trend_of(token),
                product=product,
            )


def _is_a_bond_taken_for_granted(token: Token) -> bool:
    """Whether somebody is called another's unit, rival or customer in a clause that plans something else: "could extend to Huawei's
    subsidiaries HiSilicon and Honor"."""
    owned = any(child.dep_ == "poss" for child in (*token.children, *(token.head.children if token.dep_ == "compound" else ())))
    return token.lemma_.lower() in BONDS and owned and token.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass", "conj", "compound", "nmod")


def _fixed(frame: Frame, said: Polarity, token: Token) -> Polarity | None:
    """The polarity that the frame's words fix; where they say an end, the denial of it is the contrary, and that of an end to exports says
    that there is none.

    Who denies a reason denies no end: "denies that it dropped Huawei only because of sanctions"."""
    if frame.polarity == "affirmed" and frame.type == "RESTRICTS" and is_end_denied(token):
        return "negated"
    reason = any(one.lower_ in ("only", "just", "because", "solely", "since") for one in token.subtree)
    return "affirmed" if frame.reverses and said == "negated" and not reason else frame.polarity


def _narrowest(doc: Doc, places: list[Found]) -> list[Found]:
    """Without what a place before it is in: of "Austin, Texas" and "Austin in Texas" the town, itself related to Texas."""
    return [one for one in places if not any(_holds(doc, one, other) for other in places)]


def _holds(doc: Doc, wider: Found, narrower: Found) -> bool:
    """Whether nothing but a comma or "in" stands between a place and a wider one."""
    between = [token.lower_ for token in doc[narrower.end : wider.start]]
    apposed = doc[wider.start : wider.end].root.dep_ == "appos"
    rank = {"City": 0, "Region": 1, "Country": 2}
    return between in ([","], ["in"], ["in", "the"], [",", "in"]) and (
        apposed or rank.get(wider.label or "", 0) > rank.get(narrower.label or "", 0)
    )


def _is_presupposed(token: Token, frame: Frame) -> bool:
    """Whether an apposition says it, so that no denial around it reaches it: "neither it nor its owner, SoftBank, has …"; who suspends
    a measure issued it."""
    if frame.type == "ISSUED_BY":
        return is_over(token)
    if frame.type == "OWNS" and token.dep_ == "pobj" and any(child.dep_ == "poss" for child in token.children):
        return token.head.head.lemma_.lower() not in RUMOUR | PROOF  # "denied that it sought a buyer for its stake in Zelmar"
    denied = any(child.dep_ == "neg" or child.lower_ in ("no", "not", "never") for child in token.children)
    return "is" in frame.head + frame.tail and not denied and any(child.dep_ == "appos" for child in token.children)


def _mentions(token: Token, slots: tuple[str, ...], labels: tuple[str, ...]) -> list[Found]:
    """The mentions of a fitting type in the first slot that holds any.

    The slot `lead` is the firm that the article is about; a bullet without a subject speaks of it too."""
    for slot in slots:
        if slot == "lead" or (slot in ("subj", "holder") and _subjectless_bullet(token)):
            lead = lead_company(token.doc)
            return [lead] if lead is not None and "Company" in labels else []
        loose = slot.endswith("~")
        words = fillers(token, slot.removesuffix("~"))
        found = [one for word in words for one in mentions_of(word, labels, loose=loose)]
        if not found and (slot in (*BEARERS, *PREPOSITIONS) or any(word.i < token.i and names_its_bearer(word) for word in words)):
            bearers = [of for word in words if names_its_bearer(word) for of in fillers(word, "is")] or climbed(token, words)
            found = next((held for of in bearers if (held := list(mentions_of(of, labels)))), [])
        found = bearers_of_places(token, words, found) if slot == "subj" else found
        if found:
            named = [named_thing(token.doc, one) for one in found]
            return list({(one.start, one.end, one.entity): one for one in named}.values())
    return []


def _subjectless_bullet(token: Token) -> bool:
    parts = reading_of(token.doc).parts
    bulleted = any(part.role == "bullet" and part.start <= token.i < part.end for part in parts)
    return bulleted and not any(one.dep_ in ("nsubj", "nsubjpass") for one in token.sent)


def _distinct(relations: list[Relation]) -> list[Relation]:
    """One of several readings of one pair in one sentence: the first pattern, the one with a product."""
    kept: dict[tuple[str, str, str, str, int], Relation] = {}
    for one in sorted(relations, key=lambda r: (r.trigger, r.product is None)):
        first, second = (
            (one.head.entity, one.tail.entity) if EDGE_BY_TYPE[one.type].directed else sorted((one.head.entity, one.tail.entity))
        )
        doc_key = (one.type, first, second, one.product.entity if one.product else "", one.trigger)
        kept.setdefault(doc_key, one)
    named = {(type, first, second, trigger) for type, first, second, product, trigger in kept if product}
    return [one for (type, first, second, product, trigger), one in kept.items() if product or (type, first, second, trigger) not in named]
