"""Who somebody works for, as the shape of a phrase says: "NVIDIA CEO Jensen Huang", "Jensen Huang, chief executive of NVIDIA"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graph.evidence import Modality
from ingest.reading import Found, mention_at
from ingest.speakers import lead_company

TITLES = frozenset(
    (
        "ceo cfo cto coo chief chairman chairwoman chair president founder cofounder co-founder director executive officer "
        "secretary minister spokesman spokeswoman spokesperson analyst head chancellor commissioner vice manager partner "
        "professor"
    ).split()
)
POSTS = frozenset(
    "chief executive officer ceo cfo cto coo chairman chairwoman president founder financial operating "
    "managing director general manager counsel".split()
)
HEADS = frozenset("executive ceo cfo cto coo chairman chairwoman president founder director".split())
FORMER = frozenset("former ex formerly onetime until previously earlier once".split())
_EMPLOYERS = ("Company", "ResearchOrg", "GovBody")
Post = tuple[Found, str, Modality]
"""The employer, the pattern, and whether it is so or was."""


def posts(doc: Doc, person: Found, root: Token) -> Iterator[Post]:
    """ "NVIDIA CEO Jensen Huang"; "Jensen Huang, chief executive of NVIDIA"."""
    before = doc[max(person.start - 6, 0) : person.start]
    firm_before = next((found for token in reversed(before) if (found := mention_at(doc, token.i)) and found.can_be(*_EMPLOYERS)), None)
    if firm_before is not None and firm_before.kind == "name" and firm_before.end <= person.start:
        words = [token.lower_ for token in doc[firm_before.end : person.start]]
        if (
            words
            and all(w in TITLES or w in ("'s", "and", "of", ",") or w.islower() for w in words)
            and any(w in TITLES for w in words)
            and len(words) < 6
            and not {"its", "their", "our"} & set(words)
        ):
            yield firm_before, "struct.title_before", "actual"
            return
    if person.end + 1 < len(doc) and doc[person.end].lower_ in ("of", "at") and not doc[person.end].is_sent_start:
        firm = mention_at(doc, person.end + 1 + (doc[person.end + 1].lower_ == "the"))
        beside = doc[person.end].lower_ == "at" and firm is not None and firm.can_be("GovBody")  # "Donald Trump at the White House"
        if firm is not None and firm.can_be(*_EMPLOYERS) and firm.kind == "name" and not beside:
            yield firm, "struct.person_of", "actual"
            return
    employer = _unnamed_employer(doc, person)
    if employer is not None:
        yield employer, "struct.title_alone", "actual"
        return
    after = doc[person.end : min(person.end + 12, root.sent.end)]
    firms = (mention_at(doc, token.i) for token in after)
    named = next((one.start for one in firms if one is not None and one.can_be(*_EMPLOYERS) and one.kind == "name"), 0)
    titles = [token for token in after if token.lower_ in TITLES]
    titles = [token for token in titles if token.i < named] or titles  # not those of the post to come
    if after and after[0].text == "," and titles and titles[0].i - person.end <= 6:
        start = _past_department(doc, titles[-1].i + 1)
        for token in doc[start : min(start + 5, root.sent.end)]:
            firm = mention_at(doc, token.i)
            if firm is not None and firm.can_be(*_EMPLOYERS):
                ends = max(firm.end, titles[-1].i + 1)
                phrase = [*doc[person.end : ends], *(doc[ends : ends + 1] if ends < root.sent.end else ())]
                former = any(token.lower_ in FORMER for token in phrase)
                yield firm, "struct.title_after", "historical" if former else "actual"
                return
            if token.lower_ not in ("of", "at", "the", "for", "'s", "and", ","):
                break
        held = next(
            (found for t in doc[person.end + 1 : titles[0].i] if (found := mention_at(doc, t.i)) and found.can_be(*_EMPLOYERS)), None
        )
        if held is not None:
            past = any(token.lower_ in ("former", "formerly", "onetime") for token in doc[held.end : titles[-1].i])
            yield held, "struct.title_after", "historical" if past else "actual"


def _past_department(doc: Doc, position: int) -> int:
    """Where the employer is named, past what somebody is head of: "director of licensing at the Trade Ministry"."""
    if position + 1 >= len(doc) or doc[position].lower_ != "of":
        return position
    ahead = doc[position + 2 : min(position + 6, doc[position].sent.end)]
    at = next((token.i for token in ahead if token.lower_ == "at"), None)
    return at if at is not None and not any(token.text == "," for token in doc[position:at]) else position


def _unnamed_employer(doc: Doc, person: Found) -> Found | None:
    """ "its president Budi Santoso", "Chief Executive Dorothea Brandl": the firm of "its".

    Without "its", the one that the sentence or the one before is about."""
    position = person.start - 1
    while position > 0 and doc[position].lower_ in (*POSTS, "and", "dr.", "mr.", "ms.") and not doc[position + 1].is_sent_start:
        position -= 1
    if person.start - 1 - position < 1 or not {token.lower_ for token in doc[position + 1 : person.start]} & HEADS:
        return None
    found = mention_at(doc, position)
    if found is not None:
        return found if found.can_be("Company") and found.kind != "name" else None
    if doc[position].lower_ in ("'s", "of", "former"):
        return None
    sentence = doc[person.start].sent
    for span in (sentence, doc[sentence.start - 1].sent if sentence.start else sentence):
        for token in (child for child in span.root.children if child.dep_ in ("nsubj", "nsubjpass")):
            firm = mention_at(doc, token.i)
            if firm is not None and firm.can_be("Company"):
                return firm
    return lead_company(doc) if doc[position + 1].is_sent_start else None
