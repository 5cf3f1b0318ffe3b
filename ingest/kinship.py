"""Which names a nominal goes with by their own words: "the airline" with "Sable Air", "the start-up" with no "Capital"."""

from spacy.tokens import Doc, Token

from ingest.reading import Found

KINDRED: dict[str, frozenset[str]] = {
    noun: frozenset(words.split())
    for nouns, words in (
        ("carmaker automaker truckmaker", "motor motors auto autos automotive truck trucks cars mobility"),
        ("chipmaker foundry", "semiconductor semiconductors semi silicon chips micro microelectronics foundry memory logic devices"),
        ("toolmaker", "tools tool machines instruments lithography equipment systems"),
        ("airline carrier", "air airlines airways aviation"),
        ("utility", "energy energi energie power electric grid"),
        ("drugmaker", "pharma pharmaceuticals therapeutics biologics"),
        ("miner", "minerals mining metals resources lithium nickel cobalt"),
        ("steelmaker", "steel stahl"),
        ("shipbuilder shipyard", "marine maritime shipyard shipbuilding yards"),
        ("bank lender", "bank bancorp"),
        ("fund investor", "capital ventures partners equity fund investments"),
        ("packager", "packaging assembly"),
    )
    for noun in nouns.split()
}
"""The last words of names that tell what their bearer does."""
MONEYED = KINDRED["fund"]
ANY = frozenset("company firm group business corporation owner parent shareholder backer buyer seller bidder".split())
"""What an investor may be called, too."""


def kindred_first(doc: Doc, noun: Token, candidates: list[Found]) -> list[Found]:
    """The candidates with those first whose names say what the noun says, and without investors where it means no investor."""
    word = noun.lower_
    kindred = KINDRED.get(word, frozenset())
    moneyed = word in ANY or kindred == MONEYED or word in ("bank", "lender")
    kept = [one for one in candidates if moneyed or one.label != "Company" or not _last_words(doc, one) & MONEYED]
    return sorted(kept, key=lambda one: not _last_words(doc, one) & kindred)


def _last_words(doc: Doc, found: Found) -> set[str]:
    """The last word of a name, as it stands and in full."""
    return {(found.name or doc[found.start : found.end].text).split()[-1].lower(), doc[found.end - 1].lower_}
