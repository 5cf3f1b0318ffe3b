"""What of an answer may be believed: facts whose quote stands in the article with both ends in it, and which the ontology allows.

Everything else is dropped and counted by reason. A quote proves that the article says so, not that it is so."""

from collections import Counter
from dataclasses import dataclass, field

from graph.evidence import Article, Entity, Mention, MentionKind, Qualifier, Statement, statement_id
from graph.ontology import EDGE_BY_TYPE, allows
from ingest.confidence import confidence
from ingest.periods import dates
from ingest.quantities import figures
from ingest.tiers.answer import SAID, Answer, SaidFact, SaidQualifier
from ingest.tiers.shares import share_of
from ingest.tiers.words import Known, Span, find, locate

_GOODS = ("Chip", "Product", "Material", "AIModel")
"""Types that a relation can be about."""
_PARTIES = ("Company", "ResearchOrg", "GovBody", "Country")
"""Types whose entities may supply or hold what a figure is a share of."""
Ends = tuple[Span, tuple[Span, MentionKind], tuple[Span, MentionKind]]
"""Quote, subject and object."""


@dataclass
class Checked:
    """What one section adds, and why the rest was dropped."""

    entities: dict[str, Entity] = field(default_factory=dict)
    mentions: set[Mention] = field(default_factory=set)
    statements: list[Statement] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)


def check(answer: Answer, article: Article, section: Span, extractor: str) -> Checked:
    """What the answer to `section` says that the section bears out."""
    text = article.text[slice(*section)]
    known = locate(answer.entities, text)
    checked = Checked(dropped=Counter({"malformed": answer.malformed, "entity not in the text": len(answer.entities) - len(known)}))
    for one in known.values():
        checked.entities[one.entity.id] = one.entity
        checked.mentions.update(_mention(article, section[0], one, span, "name") for span in one.names)
    for fact in answer.facts:
        wrong, ends = _judge(fact, known, text)
        if ends is None:
            checked.dropped[wrong] += 1
            continue
        for id, (span, kind) in ((fact.subject, ends[1]), (fact.object, ends[2])):
            checked.mentions.add(_mention(article, section[0], known[id], span, kind))
        checked.statements.append(_statement(fact, known, ends, article, section[0], extractor, checked.dropped))
    checked.dropped = +checked.dropped
    return checked


def _judge(fact: SaidFact, known: dict[str, Known], text: str) -> tuple[str, Ends | None]:
    """Why the fact is dropped, or where its quote and its ends stand."""
    subject, object = known.get(fact.subject), known.get(fact.object)
    if fact.type not in EDGE_BY_TYPE:
        return "unknown type", None
    if subject is None or object is None:
        return "unknown end", None
    if subject.entity.id == object.entity.id or not allows(fact.type, subject.entity.type, object.entity.type):
        return "not allowed by the ontology", None
    quotes = find(fact.quote, text)
    if not quotes:
        return "quote not in the text", None
    return "quote without both ends", next((ends for quote in quotes if (ends := _ends(quote, subject, object))), None)


def _ends(quote: Span, subject: Known, object: Known) -> Ends | None:
    """The ends in the quote, one beside the other."""
    for head in subject.within(quote):
        for tail in object.within(quote):
            if head[0][1] <= tail[0][0] or tail[0][1] <= head[0][0]:
                return quote, head, tail
    return None


def _statement(
    fact: SaidFact, known: dict[str, Known], ends: Ends, article: Article, offset: int, extractor: str, dropped: Counter[str]
) -> Statement:
    (start, end), head, tail = (_moved(span, offset) for span in (ends[0], ends[1][0], ends[2][0]))
    subject, object = known[fact.subject].entity.id, known[fact.object].entity.id
    qualifiers = _qualifiers(fact, known, article.text[start:end], article.published_at)
    dropped["qualifier not in the quote"] += len(fact.qualifiers) - len(qualifiers)
    product = next((q.entity for q in qualifiers if q.name == "product" and q.entity not in (subject, object)), None)
    share_lo, share_hi = share_of(fact.type, article.text[start:end], *_within(known, fact, ends))
    said = fact.attribution if fact.attribution and find(fact.attribution, article.text) else None
    return Statement(
        id=statement_id(article.text_sha256, (start, end), fact.type, subject, object, fact.polarity, product),
        type=fact.type,
        subject=subject,
        object=object,
        polarity=fact.polarity,
        modality=fact.modality,
        attribution=said,
        alleged=fact.alleged,
        product=product,
        share_lo=share_lo,
        share_hi=share_hi,
        qualifiers=qualifiers,
        article=article.id,
        sentence=article.text[start:end],
        start=start,
        end=end,
        head=head,
        tail=tail,
        extractor=extractor,
        pattern=f"llm.{fact.type}",
        confidence=confidence(f"llm.{fact.type}", fact.type),
        valid_from=next((q.iso for q in qualifiers if q.name == "start"), None),
        valid_to=next((q.iso for q in qualifiers if q.name == "end"), None),
        known_at=article.known_at,
    )


def _within(known: dict[str, Known], fact: SaidFact, ends: Ends) -> tuple[Span, Span, list[Span]]:
    """Subject, object and the names of other parties as offsets into the quote."""
    (start, stop), (head, _), (tail, _) = ends
    parties = [one for id, one in known.items() if id not in (fact.subject, fact.object) and one.entity.type in _PARTIES]
    others = [span for one in parties for span in one.names if start <= span[0] and span[1] <= stop]
    first, second, *rest = (_moved(span, -start) for span in (head, tail, *others))
    return first, second, rest


def _qualifiers(fact: SaidFact, known: dict[str, Known], quote: str, published: str | None) -> tuple[Qualifier, ...]:
    """Those that the type carries and the quote holds, one of each name, with what can be read from their words."""
    allowed = SAID | set(EDGE_BY_TYPE[fact.type].carries)
    held = {one.name: one for one in reversed(fact.qualifiers) if one.name in allowed and find(one.text, quote)}
    return tuple(_qualifier(one, known, quote, published) for one in reversed(held.values()))


def _qualifier(said: SaidQualifier, known: dict[str, Known], quote: str, published: str | None) -> Qualifier:
    text = quote[slice(*find(said.text, quote)[0])]
    named = [one.entity for one in known.values() if text in (one.entity.name, *one.entity.aliases) and one.entity.type in _GOODS]
    read = figures(text) or dates(text, published)
    if len(read) != 1:
        return Qualifier(name=said.name, text=text, entity=named[0].id if named else None)
    return Qualifier(name=said.name, text=text, value=read[0].value, unit=read[0].unit, iso=read[0].iso, uncertain=read[0].uncertain)


def _mention(article: Article, offset: int, known: Known, span: Span, kind: MentionKind) -> Mention:
    start, end = _moved(span, offset)
    return Mention(entity=known.entity.id, start=start, end=end, text=article.text[start:end], kind=kind)


def _moved(span: Span, offset: int) -> Span:
    return span[0] + offset, span[1] + offset
