"""Clauses between semicolons are read apart and stay in one sentence."""

from ingest.nlp import read
from tests.ingest.reading_aloud import denied, pipeline, relations

TEXT = "Intel supplies Dell; AMD, which owns 10% of Altera, supplies Lenovo."


def test_the_subject_of_each_clause_is_its_own() -> None:
    found = {one for one in relations(TEXT) if one[0] in ("SUPPLIES", "OWNS")}
    assert found == {("SUPPLIES", "Intel", "Dell Technologies"), ("SUPPLIES", "AMD", "Lenovo"), ("OWNS", "AMD", "Altera")}


def test_they_stay_in_one_sentence() -> None:
    doc = next(read(pipeline(), TEXT, published="2025-05-14"))
    assert len(list(doc.sents)) == 1 and [token.dep_ for token in doc if token.text == "supplies"] == ["ROOT", "parataxis"]


def test_a_denial_stays_in_its_clause() -> None:
    text = "Intel does not supply Huawei; it supplies Lenovo."
    assert ("SUPPLIES", "Intel", "Huawei") in denied(text) and ("SUPPLIES", "Intel", "Lenovo") in relations(text)


def test_a_list_is_no_row_of_clauses() -> None:
    doc = next(read(pipeline(), "TSMC supplies Apple, of Cupertino; Dell, of Round Rock; and AMD.", published="2025-05-14"))
    assert not [token for token in doc if token.dep_ == "parataxis"]
