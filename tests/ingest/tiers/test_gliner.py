"""The gliner tier with a stand-in for the model that has its interface: seams, offsets, sections, settings."""

import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from graph.errors import SettingsError
from graph.ontology import NODE_BY_LABEL
from ingest.extract import EXTRACTOR, RulesExtractor
from ingest.tiers import choose
from ingest.tiers.gliner import LABELS, WORDS, GlinerExtractor
from ingest.tiers.joining import rules_and_gliner
from ingest.tiers.naming import is_name
from tests.factory import article

NAMES = {"xylo": "company", "Brimtek": "company", "NVIDIA": "person", "quexium": "raw material or chemical"}
TEXT = "NVIDIA buys wafers from xylo9. “xylo9’s” plant uses quexium."


class Model:
    """Finds the words of NAMES, as `gliner.GLiNER` would return them."""

    def __init__(self, names: dict[str, str] = NAMES, **changed: Any) -> None:
        self.names, self.changed, self.texts = names, changed, list[str]()

    def predict_entities(self, text: str, labels: list[str], *, threshold: float = 0.5) -> list[dict[str, Any]]:
        self.texts.append(text)
        assert set(labels) == set(LABELS.values())
        found = [(match, label) for word, label in self.names.items() for match in re.finditer(rf"{word}\w*", text)]
        return [
            {"start": match.start(), "end": match.end(), "text": match[0], "label": label, "score": 0.9} | self.changed
            for match, label in found
        ]


def test_every_label_is_of_the_ontology() -> None:
    assert set(NODE_BY_LABEL) - set(LABELS) == {"Provision", "Licence", "Input"}
    assert set(LABELS) <= set(NODE_BY_LABEL)
    assert len(set(LABELS.values())) == len(LABELS)


def test_alone_it_finds_names_and_no_relations() -> None:
    found = GlinerExtractor(Model()).extract(article(TEXT))
    assert {entity.id for entity in found.entities} == {"company:xylo9", "material:quexium", "person:nvidia"}
    assert all(TEXT[one.start : one.end] == one.text for one in found.mentions)
    assert (found.extractor, found.statements) == ("gliner-1", ())


def test_the_frames_relate_what_it_names() -> None:
    rules, both = RulesExtractor().extract(article(TEXT)), rules_and_gliner(Model()).extract(article(TEXT))
    supplies = [one for one in both.statements if one.type == "SUPPLIES"]
    assert not any(one.subject == "company:xylo9" for one in rules.statements)
    assert [(one.subject, one.object, one.extractor) for one in supplies] == [("company:xylo9", "company:nvidia", EXTRACTOR)]
    assert both.extractor == f"{EXTRACTOR}+gliner-1"
    assert all(TEXT[one.start : one.end] == one.text for one in both.mentions)


def test_what_the_rules_know_stays_as_it_is() -> None:
    both = rules_and_gliner(Model()).extract(article(TEXT))
    assert "company:nvidia" in {one.id for one in both.entities}
    assert "person:nvidia" not in {one.id for one in both.entities}


def test_two_readings_are_byte_identical() -> None:
    extractor = rules_and_gliner(Model())
    assert extractor.extract(article(TEXT)).model_dump_json() == extractor.extract(article(TEXT)).model_dump_json()


@pytest.mark.parametrize(
    "changed", [{"text": "other"}, {"label": "spaceship"}, {"start": -1}, {"end": 10_000}], ids=["text", "label", "start", "end"]
)
def test_what_does_not_stand_where_it_says_is_dropped(changed: dict[str, Any]) -> None:
    assert GlinerExtractor(Model({"xylo": "company"}, **changed)).extract(article(TEXT)).mentions == ()


def test_a_noun_of_the_kind_is_no_name() -> None:
    found = GlinerExtractor(Model({"chipmaker": "company", "the firm": "company"})).extract(article("A chipmaker bought the firm."))
    assert found.mentions == ()


@pytest.mark.parametrize(
    ("text", "label", "named"),
    [
        ("The Trade Desk", "Company", True),
        ("the Dutch firm", "Company", False),
        ("the firm", "Company", False),
        ("chipmaker", "Company", False),
        ("gallium", "Material", True),
        ("the export ban", "Policy", True),
        ("xylo9", "Company", True),
    ],
)
def test_names_and_what_points_at_them_are_told_apart(text: str, label: str, named: bool) -> None:
    assert is_name(text, label) is named


def test_a_long_text_is_read_in_sections() -> None:
    model, text = Model(), "Nothing happened on that day.\n" * 150 + TEXT
    found = GlinerExtractor(model).extract(article(text))
    assert len(model.texts) > 2
    assert all(len(re.findall(r"\w+(?:[-_]\w+)*|\S", one)) <= WORDS for one in model.texts)
    assert "".join(model.texts) == text
    assert "xylo9" in {one.text for one in found.mentions}
    assert all(text[one.start : one.end] == one.text for one in found.mentions)


def test_settings_and_package_are_asked_for_in_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="needs LITHOGRAPH_GLINER_MODEL"):
        choose("gliner")
    monkeypatch.setenv("LITHOGRAPH_GLINER_MODEL", "some/name")
    with pytest.raises(SettingsError, match="no folder 'some/name'; hub:some/name would download"):
        choose("rules+gliner")
    monkeypatch.setenv("LITHOGRAPH_GLINER_MODEL", str(tmp_path))
    monkeypatch.setitem(sys.modules, "gliner", None)
    with pytest.raises(SettingsError, match=r"not installed; pip install 'lithograph\[gliner\]'"):
        choose("gliner")


@pytest.mark.parametrize(("prefix", "local"), [("", True), ("hub:", False)], ids=["folder", "hub"])
def test_only_a_model_named_on_the_hub_may_be_downloaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, prefix: str, local: bool) -> None:
    asked: list[tuple[str, bool]] = []

    class GLiNER(Model):
        @classmethod
        def from_pretrained(cls, name: str, *, local_files_only: bool) -> "GLiNER":
            asked.append((name, local_files_only))
            return cls()

    stand_in = ModuleType("gliner")
    stand_in.GLiNER = GLiNER  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gliner", stand_in)
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
        monkeypatch.setenv(name, "0")
    monkeypatch.setenv("LITHOGRAPH_GLINER_MODEL", f"{prefix}{tmp_path}")
    extractor = choose("gliner")
    assert asked == [(str(tmp_path), local)]
    assert extractor.name == f"gliner-1:{tmp_path.name}"
    assert {one.id for one in extractor.extract(article(TEXT)).entities} >= {"company:xylo9"}
