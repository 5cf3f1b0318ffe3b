"""The wording that says how large a relation is, and whether it grows or shrinks."""

from spacy.tokens import Token

from ingest.frames import Frame

MEASURED = ("SUPPLIES", "DEPENDS_ON", "MANUFACTURES", "USES")
"""Types of which adjectives say how large they are."""
CUE_WORDS: dict[str, str] = {
    **dict.fromkeys(("sole", "only", "exclusive", "exclusively", "solely"), "sole"),
    **dict.fromkeys(("most", "majority", "primarily", "mostly", "bulk"), "most"),
    **dict.fromkeys(("key", "major", "main", "largest", "biggest", "leading", "primary", "top"), "main"),
    "heavily": "relies",
}


def cue_of(token: Token, frame: Frame) -> str | None:
    """The wording that says how large it is: an adjective on the trigger or on its object, else the frame's own."""
    if frame.type not in MEASURED:
        return frame.cue
    around = [
        *token.children,
        *(grand for child in token.children if child.dep_ in ("dobj", "attr", "pobj", "agent") for grand in child.children),
    ]
    if token.pos_ == "NOUN" and token.dep_ in ("attr", "appos", "dobj"):
        around += list(token.children)
    words = [CUE_WORDS[word.lower_] for word in around if word.lower_ in CUE_WORDS]
    nearly = any(word.lower_ in ("nearly", "almost", "one", "among") for word in around)
    for cue in ("sole", "most", "main"):
        if cue in words:
            return "most" if cue == "sole" and nearly else cue
    return frame.cue


def trend_of(token: Token) -> str | None:
    above = token.head.lemma_.lower() if token.dep_ in ("dobj", "nsubjpass", "pobj") else ""
    if above in ("reduce", "cut", "lower", "lessen", "ease", "curb", "shrink", "end", "break", "wean", "decrease", "limit", "diminish"):
        return "falling"
    return "rising" if above in ("increase", "deepen", "raise", "grow", "heighten") else None
