"""Copies of a story, corrections and updates: found by wording, whatever the order."""

import random

import pytest

from graph.documents import Document, bands, linked, revision, signature, stories

NAMES = [f"{start}{end}" for start in "Nor Sol Var Kel Tam Bri Ost Fen Gal Mir".split() for end in "tek dyne wave corp light field".split()]
THINGS = "wafers lasers gases magnets boards sensors lenses pumps cables resins filters valves".split()
TEMPLATES = (
    "{a} said on {day} that it would buy {n} {thing} from {b} over the coming {m} months.",
    "Shares of {a} fell {n} percent after {b} warned of a shortage of {thing}.",
    "The plant near {b} employs {n} people and makes {thing} for {a}, according to a filing.",
    "Analysts at {b} expect that {a} will spend {n} million dollars on {thing} by {m} of next year.",
    "A spokesperson for {a} declined to comment on talks with {b} about {thing}.",
    "Export rules that took effect on {day} cover {thing}, which {a} ships to {b} in lots of {n}.",
    "{b} competes with {a} in {thing}; both raised prices by {n} percent in {m}.",
)
DAYS = "Monday Tuesday Wednesday Thursday Friday".split()


def story(dice: random.Random, sentences: int = 12) -> str:
    """An article of sentences from few templates: as alike as unrelated articles get."""
    a, b = dice.sample(NAMES, 2)
    parts = [
        dice.choice(TEMPLATES).format(
            a=dice.choice([a, dice.choice(NAMES)]), b=dice.choice([b, dice.choice(NAMES)]), day=dice.choice(DAYS), n=dice.randint(2, 900),
            m=dice.randint(2, 30), thing=dice.choice(THINGS),
        )
        for _ in range(sentences)
    ]  # fmt: skip
    return " ".join(parts)


def changed(text: str, dice: random.Random, part: float = 0.05) -> str:
    """`text` with a part of its words replaced, dropped or doubled."""
    words = text.split()
    for at in dice.sample(range(len(words)), round(part * len(words))):
        words[at] = dice.choice([dice.choice(NAMES), "", f"{words[at]} {dice.choice(THINGS)}"])
    return " ".join(words)


def document(id: str, text: str, **fields: str | None) -> Document:
    values = {"known_at": "2026-01-01", "text_origin": f"origin:{id}", **fields}
    return Document.model_validate({"id": id, "signature": signature(text), **values})


@pytest.mark.slow
@pytest.mark.parametrize("sentences", [4, 12, 40])
def test_copies_are_found_and_strangers_are_not(sentences: int) -> None:
    dice = random.Random(sentences)
    texts = [story(dice, sentences) for _ in range(1000)]
    signed = [document(str(number), text) for number, text in enumerate(texts)]
    copies = [document(f"copy {number}", changed(texts[number], dice)) for number in range(100)]
    found = [
        linked(one, copy) and bool(set(bands(one.signature)) & set(bands(copy.signature)))
        for one, copy in zip(signed, copies, strict=False)
    ]
    false = sum(linked(one, other) for number, one in enumerate(signed) for other in signed[number + 1 :])
    assert sum(found) >= 99
    assert false <= 1


def test_a_copy_shares_the_origin_and_a_stranger_does_not() -> None:
    dice = random.Random(1)
    text = story(dice)
    told = [document("a", text), document("b", changed(text, dice)), document("c", story(dice))]
    origins = {id: one.origin for id, one in stories(told).items()}
    assert origins == {"a": "origin:a", "b": "origin:a", "c": "origin:c"}
    assert stories(told[::-1]) == stories(told)


def test_short_texts_are_copies_only_when_equal() -> None:
    assert signature("Firm 1 supplies B, says 1.") == ""
    assert not linked(document("a", "Firm 1 supplies B, says 1."), document("b", "Firm 1 supplies B, says 2."))


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("CORRECTED-Intel to buy lasers", "x", "corrects"),
        ("Intel buys lasers", "(Corrects paragraph 3 to say Ohio)\nIntel …", "corrects"),
        ("Intel buys lasers", "Intel …\n\nCorrection: An earlier version of this article misstated the sum.", "corrects"),
        ("UPDATE 2-Intel to buy lasers", "x", "updates"),
        ("Intel buys lasers", "(Updates with comment from the ministry)", "updates"),
        ("Corrections officers strike", "Updates to the rules are due.", None),
        (None, "Intel buys lasers.", None),
    ],
)
def test_what_an_article_says_of_itself(title: str | None, text: str, expected: str | None) -> None:
    assert revision(title, text) == expected


def test_a_correction_is_told_of_the_earlier_article() -> None:
    dice = random.Random(2)
    text = story(dice)
    first = document("a", text, url="https://x.example/1")
    second = document("b", changed(text, dice), known_at="2026-01-03", revises="updates")
    third = document("c", story(dice), known_at="2026-01-05", revises="corrects", url="https://x.example/1")
    found = stories([third, first, second])
    assert (found["a"].revised_by, found["a"].revision, found["a"].revised_at) == ("c", "corrects", "2026-01-05")
    assert found["b"].revised_by is None
    assert {one.origin for one in found.values()} == {"origin:a"}


def test_one_address_without_a_word_of_revision_is_no_link() -> None:
    dice = random.Random(3)
    assert not linked(*(document(id, story(dice), url="https://x.example/live") for id in "ab"))
