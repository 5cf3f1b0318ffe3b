"""Measures and permissions named by a number or a year: "Executive Order 14105", "Export Order of 2021", "Licence E-0417"."""

import re

from spacy.tokens import Doc, Token

from ingest.reading import Found, full_text, reading_of

_NO_NAME = r"(?!(?:The|An?|Under|In|On|By|With|From|For|Of|To|As|At|Since|After|Before|Until|Both|And|This|That) )"
"""What a sentence opens with before the name of a measure."""
_POLICY = re.compile(
    r"\b(?:Executive Order|Public Law|Notice|Announcement|Proclamation|Circular|Decree|Directive|Regulation|Order)"
    r"(?: \(EU\))?(?: No\.?)? \d[\d/-]*(?: of \d{4})?"
    rf"|\b{_NO_NAME}(?:[A-Z][\w-]+ )*(?:Act|Order|Law|Regulations?|Rule|Decree) of (?:19|20)\d\d"
    rf"|\b{_NO_NAME}(?:[A-Z][\w'’-]+ ){{1,4}}\([A-Z][\w ,.'’-]*\) (?:Act|Order|Regulations?|Rules|Bill|Directive)\b(?! (?:19|20)\d\d)"
    rf"|\b{_NO_NAME}[A-Z][\w'’-]+ "
    r"(?:(?:[A-Z][\w'’-]+|\([A-Z][\w ,.'’-]*\)|and|of|for|on|to|the|&) ){0,8}"
    r"(?:Act|Order|Regulations?|Rules|Bill|Schedule|Decree|Directive|Ordinance) (?:19|20)\d\d\b"
    r"|\bAmendment No\.? ?\d+\b"
)
_NUMBER = r"(?:(?:Nos?\.?|[Nn]umber|no\.) ?)?(?=(?:[A-Z]{1,4} )?[\w./-]*\d)(?:[A-Z]{1,4}[ -]?)?[A-Z0-9][\w/-]*"
_LICENCE = re.compile(
    r"\b(?:(?:[Tt]emporary|[Oo]pen|[Ss]pecial|[Vv]alidated|[Ii]ndividual|[Gg]lobal|[Gg]eneral|[Ss]ingle|[Bb]ulk|"
    r"[Ee]xport|[Ii]mport|[Tt]rade) )*"
    r"(?:Licen[cs]e|Permit|Authori[sz]ation|(?:licen[cs]e|permit|authori[sz]ation)(?= (?:[Nn]o\b|[Nn]umber|[\w-]*[A-Z/-]|\d+[/-])))"
    rf" (?!(?:19|20)\d\d\b(?!/)){_NUMBER}\b"
    r"|\b(?:Temporary |Open |Special )?(?:General|Individual|Global) (?:Export )?(?:Licen[cs]e|Permit) (?:No\.? )?[A-Z0-9][\w/-]*\b"
)
"""In small letters with more than a number behind them: "permit TR 118", and not "a permit 30 days before"."""
_RULING = (
    r"(?:also |now |will |would |which |that |has |had )*"
    r"(?:bans?|banned|prohibits?|prohibited|bars?|barred|forbids?|restricts?|restricted|amends?|amended|repeals?|repealed|"
    r"suspends?|suspended|rescinds?|revokes?|enter(?:s|ed) into force|(?:takes|took|take) effect)\b"
)
_ISSUED = (
    r"(?:which |that )?(?:was |were |is |has been )?(?:issued|published|adopted|signed|gazetted|promulgated|decreed|enacted) (?:by|on|in)\b"
)
_DECREED = re.compile(
    r"\b(?!(?:Section|Article|Annex|Series|Phase|Unit|Fab|Line|Chapter|Part|Item|Clause|Category|Tranche|Class|Tier|Stage|Form|Licen[cs]e|"
    r"Permit|January|February|March|April|May|June|July|August|September|October|November|December) )"
    rf"[A-Z][a-zà-ÿ]+ (?:No\.? ?)?\d+(?:[/-]\d+)*(?=,? (?:{_RULING}|{_ISSUED}))"
)
"""A word with a capital and a number that rules or is issued: "Portaria 418 bans", "Dekret 77/2025, issued by"."""


def numbered_names(doc: Doc, known: dict[int, Found]) -> list[Found]:
    """Those that no lexicon knows; a number in a name is no date."""
    for one in reading_of(doc).mentions:
        if one.label == "Policy" and one.end < len(doc) and _is_year_of_a_law(doc[one.end]):
            one.end += 1
    found: list[Found] = []
    for label, pattern in (("Policy", _POLICY), ("Licence", _LICENCE), ("Policy", _decreed(full_text(doc)))):
        for match in pattern.finditer(full_text(doc)) if pattern is not None else ():
            span = doc.char_span(*match.span())
            taken = {i for one in found for i in range(one.start, one.end)}
            if span is not None and not any(i in known or i in taken for i in range(span.start, span.end)):
                found.append(Found(span.start, span.end, label, "model"))
    _drop_figures(doc, found)
    return found


def _decreed(text: str) -> re.Pattern[str] | None:
    """What finds the names of _DECREED wherever the text has them."""
    names = sorted({match.group() for match in _DECREED.finditer(text)})
    return re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names)) if names else None


def _drop_figures(doc: Doc, names: list[Found]) -> None:
    """Takes back figures that begin in a name: "2025" in "Notice 9/2025" is no date, "118" in "permit TR 118" counts nothing."""
    reading = reading_of(doc)
    inside = {i for one in names for i in range(doc[one.start].idx, doc[one.end - 1].idx + 1)}
    reading.figures = [figure for figure in reading.figures if figure.start not in inside]


def _is_year_of_a_law(token: Token) -> bool:
    """ "2021" in "the National Security and Investment Act 2021"."""
    return (
        len(token) == 4
        and token.text.isdigit()
        and token.text[:2] in ("19", "20")
        and token.nbor(-1).text in ("Act", "Order", "Regulations", "Rules", "Schedule")
    )
