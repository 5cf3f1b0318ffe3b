"""Ids, spans and what a statement may say."""

import pytest
from pydantic import ValidationError

from graph.errors import OntologyError
from graph.evidence import article_ids, entity_id, label_of, slug
from tests.factory import article, statement


@pytest.mark.parametrize("name", ["NVIDIA", "nvidia", "NVI\u200bDIA", "ＮＶＩＤＩＡ", " Nvidia. "])
def test_one_name_in_many_spellings_is_one_slug(name: str) -> None:
    assert slug(name) == "nvidia"


def test_an_id_carries_its_type() -> None:
    assert entity_id("AIModel", "GPT-4") == "ai_model:gpt-4"
    assert label_of("ai_model:gpt-4") == "AIModel"
    with pytest.raises(OntologyError, match="no type"):
        label_of("planet:mars")


def test_an_edge_that_the_ontology_forbids_is_refused() -> None:
    with pytest.raises((OntologyError, ValidationError), match="SUPPLIES does not run"):
        statement(article("x"), "SUPPLIES", "person:a", "company:b")


def test_copies_that_differ_in_space_and_case_have_one_origin() -> None:
    (one, _, origin), (two, _, same) = article_ids("TSMC supplies  NVIDIA.\n"), article_ids("tsmc supplies nvidia")
    assert one != two
    assert origin == same
