"""Signs of Markdown are found where they stand; words that look like them stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.markup import bare, headings, signs, visible


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("**TSMC** makes _chips_.", "TSMC makes chips."),
        ("### Who supplies whom", "Who supplies whom"),
        ("## Closed ##\nText", "Closed\nText"),
        ("> quoted", "quoted"),
        ("* one\n- two\n+ three", "• one\n• two\n• three"),
        ("Above\n---\nbelow\n* * *", "Above\n\nbelow\n"),
        ("[ASML](https://asml.com) sells.", "ASML sells."),
        ("a | b\n--|--\n1 | 2", "a | b\n\n1 | 2"),
        ("Use `make run`.", "Use make run."),
        ("C# and 5 * 3 and snake_case and No. # 5", "C# and 5 * 3 and snake_case and No. # 5"),
    ],
)
def test_signs_are_hidden_and_words_stay(raw: str, seen: str) -> None:
    assert bare(raw) == seen


def test_headings_are_where_their_line_begins() -> None:
    assert headings("# One\ntext\n  ## Two\n#none") == [0, 11]


@given(st.text(alphabet="ab \n*_#>-=`[]()|+"))
def test_signs_never_overlap(raw: str) -> None:
    found = signs(raw)
    assert len(visible(raw)) == len(raw)
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))
    assert all(0 <= one.start < one.end <= len(raw) for one in found)
