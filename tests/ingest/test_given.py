"""Spans that come with the text: what is related, between which offsets, and what happens to lines that cannot be read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from ingest.given import relate
from ingest.kinds import FOREIGN
from ingest.linear import NONE, load_model
from ingest.pairs import WEIGHTS
from ingest.spans import BadLine, GivenText, read_lines
from tests.cli.conftest import Ran, lithograph  # noqa: F401 - a fixture
from tests.ingest.reading_aloud import pipeline


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The real pipeline."""
    return pipeline()


def row(text: str, *names: str, id: str = "t", types: tuple[str | None, ...] = ()) -> dict[str, Any]:
    """A line whose spans are the first places of `names`; their ids are numbers in that order."""
    spans = [(text.index(name), len(name)) for name in names]
    kinds = types or (None,) * len(names)
    entities = [{"id": n, "start": at, "end": at + size, **({"type": kinds[n]} if kinds[n] else {})} for n, (at, size) in enumerate(spans)]
    return {"id": id, "text": text, "entities": entities}


def related(nlp: Language, text: str, *names: str, types: tuple[str | None, ...] = ()) -> set[tuple[str, str, str]]:
    done = next(relate(nlp, [GivenText.model_validate(row(text, *names, types=types))]))
    assert all(text[one["head"][0] : one["head"][1]] == names[one["head_id"]] for one in done["relations"])
    return {(one["type"], names[one["head_id"]], names[one["tail_id"]]) for one in done["relations"]}


def test_the_subsidiary_of_a_firm_is_not_its_parent(nlp: Language) -> None:
    text = "Celcom, the Malaysian mobile subsidiary of the Axiata Group Berhad (Axiata), one of the leading telecommuni (more)"
    found = related(nlp, text, "Celcom", "Axiata Group Berhad")
    assert ("SUBSIDIARY_OF", "Celcom", "Axiata Group Berhad") in found
    assert ("SUBSIDIARY_OF", "Axiata Group Berhad", "Celcom") not in found


def test_the_ends_are_the_given_spans(nlp: Language) -> None:
    text = "Acorn Works said on Monday that it has acquired Birchfield Ltd for $3 million."
    given = GivenText.model_validate(row(text, "Acorn Works", "Birchfield Ltd"))
    done = next(relate(nlp, [given]))
    (found,) = [one for one in done["relations"] if one["type"] == "ACQUIRES"]
    assert (found["head"], found["tail"], found["head_id"], found["tail_id"]) == ([0, 11], [48, 62], 0, 1)
    assert done["doc_id"] == "t"
    assert text[slice(*found["evidence"].values())] == text
    assert [one["name"] for one in done["entities"]] == ["Acorn Works", "Birchfield Ltd"]


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        pytest.param("It is a unit of Birchfield.", ("It", "Birchfield"), ("SUBSIDIARY_OF", "It", "Birchfield"), id="pronoun"),
        pytest.param("She leads Acorn Works.", ("She", "Acorn Works"), ("WORKS_FOR", "She", "Acorn Works"), id="person"),
        pytest.param(
            "Acorn, which is based in Leeds, makes pumps.", ("which", "Leeds"), ("LOCATED_IN", "which", "Leeds"), id="relative pronoun"
        ),
        pytest.param("Ann Reed is 40. She works for Acorn.", ("Ann Reed", "Acorn"), ("WORKS_FOR", "Ann Reed", "Acorn"), id="said of she"),
        pytest.param("Acorn is based in Leeds, England.", ("Acorn", "England"), ("LOCATED_IN", "Acorn", "England"), id="wider place"),
        pytest.param(
            "The Acorn Pump Company (Acorn) is a unit of Birchfield.",
            ("(Acorn"[1:], "Birchfield"),
            ("SUBSIDIARY_OF", "Acorn", "Birchfield"),
            id="repeated name",
        ),
        pytest.param("Acorn-Birchfield talks failed; Acorn bought Cedar.", ("Acorn", "Cedar"), None, id="cut inside a word"),
    ],
)
def test_what_stands_for_a_span_counts_for_it(
    nlp: Language, text: str, names: tuple[str, ...], wanted: tuple[str, str, str] | None
) -> None:
    found = related(nlp, text, *names)
    assert wanted is None or wanted in found


def test_the_types_of_the_source_are_mapped_or_shut_out(nlp: Language) -> None:
    text = "Acorn bought Birchfield."
    assert ("ACQUIRES", "Acorn", "Birchfield") in related(nlp, text, "Acorn", "Birchfield", types=("COMPANY", "ORG"))
    assert related(nlp, text, "Acorn", "Birchfield", types=("COMPANY", "MONEY")) == set()
    assert related(nlp, text, "Acorn", "Birchfield", types=("PERSON", "LOCATION")) == set()
    assert FOREIGN["DATE"] == frozenset()


def test_a_denial_is_no_fact(nlp: Language) -> None:
    text = "Acorn does not supply Birchfield."
    done = next(relate(nlp, [GivenText.model_validate(row(text, "Acorn", "Birchfield"))]))
    assert {one["polarity"] for one in done["relations"]} == {"negated"}


def test_equal_nested_and_absent_spans(nlp: Language) -> None:
    text = "Acorn bought Birchfield Bank."
    entities = [
        {"id": "a", "start": 0, "end": 5},
        {"id": "b", "start": 13, "end": 28},
        {"id": "same", "start": 13, "end": 28},
        {"id": "in", "start": 13, "end": 23},
    ]
    done = list(relate(nlp, [GivenText(id="n", text=text, entities=entities), GivenText(id="e", text="Nothing.", entities=())]))  # type: ignore[arg-type]
    bought = {(one["head_id"], one["tail_id"]) for one in done[0]["relations"] if one["type"] == "ACQUIRES"}
    assert {("a", "b"), ("a", "same")} <= bought
    assert all("a" in (one["head_id"], one["tail_id"]) for one in done[0]["relations"])
    assert done[1] == {"doc_id": "e", "entities": [], "relations": []}


def test_two_runs_are_the_same_and_stated_relations_are_not_read(nlp: Language) -> None:
    line = row("Acorn makes pumps for Birchfield.", "Acorn", "Birchfield")
    told = {**line, "relations": [{"type": "ACQUIRES", "head": 1, "tail": 0}]}
    first, second = (list(relate(nlp, [GivenText.model_validate(one)])) for one in (line, told))
    assert first == second


def test_without_guesses_only_rules_speak(nlp: Language) -> None:
    given = GivenText.model_validate(row("Acorn bought Birchfield.", "Acorn", "Birchfield"))
    assert not any(one["pattern"].startswith("pair.") for one in next(relate(nlp, [given], guess=None))["relations"])


def test_owned_by_names_the_parent_of_a_given_span(nlp: Language) -> None:
    given = GivenText.model_validate(row("Acorn is owned by Birchfield.", "Acorn", "Birchfield"))
    assert ("SUBSIDIARY_OF", 0, 1) in {
        (one["type"], one["head_id"], one["tail_id"]) for one in next(relate(nlp, [given], guess=None))["relations"]
    }


def test_the_weights_know_every_label_they_may_give() -> None:
    model = load_model(WEIGHTS)
    assert NONE in model.labels
    assert model.weights.shape == (len(model.index), len(model.labels))
    assert model.probabilities(["bias"]).sum() == pytest.approx(1)


BAD = {
    "not JSON": ("{", "is not JSON"),
    "no text": ('{"id": "x"}', "text: field required"),
    "no object": ("[]", "the line: "),
    "outside": ('{"id": "x", "text": "ab", "entities": [{"id": 1, "start": 1, "end": 9}]}', "is not inside the text of 2 characters"),
    "twice": ('{"id": "x", "text": "abc", "entities": [{"id": 1, "start": 0, "end": 1}, {"id": 1, "start": 1, "end": 2}]}', "stands twice"),
    "no UTF-8": (b'{"id": "\xff"}', "is not UTF-8"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_line_is_one_sentence_with_its_number(case: str, tmp_path: Path) -> None:
    line, reason = BAD[case]
    path = tmp_path / "spans.jsonl"
    path.write_bytes(b'{"id": "good", "text": "x"}\n\n' + (line if isinstance(line, bytes) else line.encode()) + b"\n")
    good, bad = read_lines([str(path)])
    assert isinstance(good, GivenText)
    assert isinstance(bad, BadLine)
    assert f"{path}, line 3: " in bad.error
    assert reason in bad.error
    assert "\n" not in bad.error


def test_ids_that_stand_twice_and_files_that_are_not_there(tmp_path: Path) -> None:
    path = tmp_path / "spans.jsonl"
    path.write_text('{"id": 1, "text": "x"}\n{"id": "1", "text": "y"}\n', encoding="utf-8")
    errors = [one.error for one in read_lines([str(path), str(tmp_path / "none.jsonl")]) if isinstance(one, BadLine)]
    assert len(errors) == 2
    assert "stands twice in the file" in errors[0]
    assert "cannot read" in errors[1]


def test_the_command_prints_the_good_lines_and_fails(lithograph: Callable[..., Ran], tmp_path: Path) -> None:  # noqa: F811
    path = tmp_path / "spans.jsonl"
    path.write_text(json.dumps(row("Acorn bought Birchfield.", "Acorn", "Birchfield", id="one")) + "\n{\n", encoding="utf-8")
    ran = lithograph("extract", str(path), "--given-entities", "--format", "json")
    assert ran.code == 1
    assert [one["type"] for one in json.loads(ran.out)["one"]["relations"]] == ["ACQUIRES"]
    assert "line 2" in ran.err
