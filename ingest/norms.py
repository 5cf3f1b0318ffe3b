"""What the statistical model, which sees the norms of words and not their letters, takes for something else.

"64 billion won" is money, a crore a million, "Rs" a sign, of "export controls bar sales" the verb is the last but one word, "no longer
ships" and "the miner ships" are no vessels, "competes" always a verb and "spodumene concentrate" none, "the two plan" no plan, "Chile
capped exports" a deed, and "makes up to 900 tonnes" nothing made up."""

from spacy.tokens import Doc, Token

from ingest.currencies import SIGNS
from ingest.quantities import MAGNITUDE
from ingest.words import COMPANY_NOUNS

BARRING = frozenset("bar ban limit cover hit cap block restrict target halt".split())
"""What controls do, in forms that could be nouns."""
TRADING = frozenset("ships supplies orders exports imports sources stocks uses markets rents".split())
"""What firms do, in forms that could be nouns."""
CAPPING = frozenset("capped limited restricted halted curbed suspended".split())
"""What states did to exports, in forms that could be adjectives."""
NO_NOUNS = frozenset("competes refines fabricates smelts assembles employs".split())
"""What the model takes for plurals after an unknown name."""
BEFORE_VERBS = frozenset("to will would can could may might must should we they you and or not".split())
"""After what "concentrate" is no goods, but for plurals."""
CODES = frozenset(sign for sign in SIGNS if sign.isalpha() and sign.isascii())
"""Signs for money that are letters: "Rs", "SEK"."""


def mark_norms(doc: Doc) -> None:
    """Give such words the norm of a word that the model takes rightly; no letter of the text changes."""
    for token in doc[1:]:
        before = token.nbor(-1)
        if before.text in CODES and token.like_num:
            before.norm_ = "$"
        norm = _norm(before, token)
        if norm is not None:
            token.norm_ = norm
        elif token.lower_ in BARRING and before.lower_ == "controls":
            token.norm_, before.norm_ = "prohibit", "rules"
        elif token.lower_ == "to" and before.lower_ == "up" and token.i + 1 < len(doc) and token.nbor().like_num:
            before.norm_, token.norm_ = "about", "only"


def _is_the_firm(word: Token) -> bool:
    """ "The miner ships", "the Dutch toolmaker supplies"."""
    before = {one.lower_ for one in word.doc[max(word.i - 2, 0) : word.i]}
    return word.lower_ in COMPANY_NOUNS and bool(before & {"the", "this", "that"})


def _is_flow(word: Token) -> bool:
    """ "Exports" after "Chile capped"."""
    return word.i + 1 < len(word.doc) and word.nbor().lower_ in ("exports", "imports", "sales", "shipments")


def _is_plain_noun(doc: Doc, position: int) -> bool:
    """ "Lithium" of "Kestrel mines lithium", and no "in" or "and" of "the Kestrel mines in Peru"."""
    return position < len(doc) and doc[position].is_alpha and doc[position].is_lower and not doc[position].is_stop


def _norm(before: Token, token: Token) -> str | None:
    """What stands for the word after the word before it."""
    if token.lower_ == "won" and (before.like_num or before.lower_ in MAGNITUDE):
        return "dollars"
    if token.lower_ in ("crore", "lakh") and before.like_num:
        return "million"
    if token.lower_ == "plan" and before.lower_ in ("two", "both", "three", "pair"):
        return "want"
    if token.lower_ in NO_NOUNS or (token.lower_ in TRADING and (before.lower_ == "longer" or _is_the_firm(before))):
        return "sells"
    if token.lower_ in CAPPING and (before.text[0].isupper() or before.lower_ in ("has", "have", "had")) and _is_flow(token):
        return "banned"
    if token.lower_ == "mines" and before.text[0].isupper() and _is_plain_noun(token.doc, token.i + 1):
        return "sells"
    concentrate = token.lower_ == "concentrate" and before.is_alpha and before.lower_ not in BEFORE_VERBS and before.text[-1] != "s"
    return "powder" if concentrate else None
