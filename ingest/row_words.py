"""What the words of a row, or those above a list, tell: whether customers, suppliers or holders are listed, of whom, of which goods."""

from spacy.tokens import Doc, Token

from ingest.denotation import THINGS
from ingest.reading import Found, mention_at

SALES = frozenset("revenue revenues sales turnover customer customers client clients buyer buyers".split())
EQUITY = frozenset(
    "share shares stock equity capital votes shareholder shareholders shareholding owner owners owns ownership holder holders".split()
)
PURCHASES = frozenset("purchases supply needs supplier suppliers source vendor vendors procurement purchasing spending".split())


def kind_of(doc: Doc, start: int, end: int) -> str | None:
    """What the first telling word makes of who is listed: a customer, a supplier, a holder."""
    kinds = {"customer": SALES, "holder": EQUITY, "supplier": PURCHASES}
    told = (kind for token in doc[start:end] for kind, words in kinds.items() if token.lower_ in words and not _is_of_all(doc, token))
    return next(told, None)


def _is_of_all(doc: Doc, token: Token) -> bool:
    """ "Share of sales", "market share": the word says nothing of equity."""
    around = doc[max(token.i - 1, 0)].lower_, doc[min(token.i + 1, len(doc) - 1)].lower_
    return token.lower_ in ("share", "shares") and (
        around[0] == "market" or around[1] == "of" or (token.lower_ == "share" and around[1] == "in")
    )


def owner_of(doc: Doc, start: int, end: int, who: Found) -> Found | None:
    """Whose sales, purchases or shares they are: the only firm that the words name but the one listed."""
    stop = next((token.i for token in doc[start:end] if token.text in (",", ";")), end)
    named = [one for token in doc[start:stop] if (one := mention_at(doc, token.i)) is not None]
    firms = {one.entity: one for one in named if one.label == "Company" and one.entity and one.entity != who.entity}
    return next(iter(firms.values())) if len(firms) == 1 else None


def goods_of(doc: Doc, start: int, end: int) -> Found | None:
    """The first goods named."""
    return next((one for token in doc[start:end] if (one := mention_at(doc, token.i)) is not None and one.label in THINGS), None)
