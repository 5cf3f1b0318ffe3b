"""Relations from a CSV file: what a row becomes, all rows or none, every error with its line."""

import json
import logging
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import DataSetError, LithographError, MissingSource, TooLarge, UnreadableSource
from graph.evidence import Extraction, Statement
from graph.store import Store
from ingest.datasets.relations_csv import COLUMNS, read

TEMPLATE = Path(__file__).parents[3] / "docs" / "relations-template.csv"


def loaded(path: Path, *rows: str, header: str = "source,type,target") -> Extraction:
    """The reading of a file with these rows under the header."""
    file = path / "own.csv"
    file.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return read(file)


def one(path: Path, row: str, header: str) -> Statement:
    return loaded(path, row, header=header).statements[0]


def test_three_columns_make_a_statement_that_quotes_its_row(tmp_path: Path) -> None:
    found = loaded(tmp_path, "Acmeworks,SUPPLIES,Foobarium")
    (said,) = found.statements
    assert (said.subject, said.type, said.object) == ("company:acmeworks", "SUPPLIES", "company:foobarium")
    assert said.sentence == "Acmeworks,SUPPLIES,Foobarium" == found.article.text[said.start : said.end]
    assert (found.article.text[slice(*said.head)], found.article.text[slice(*said.tail)]) == ("Acmeworks", "Foobarium")
    assert (said.share_lo, said.share_hi, said.modality, said.polarity) == (None, None, "actual", "affirmed")


def test_more_rows_than_the_memory_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.memory.free", lambda: 20_000)
    with pytest.raises(TooLarge, match="about 3 rows"):
        loaded(tmp_path, "Acmeworks,SUPPLIES,Foobarium", "Acmeworks,SUPPLIES,Bazium")


def test_names_merge_with_those_of_articles(tmp_path: Path) -> None:
    header = "source,type,target,source_type,target_type,product"
    said = one(tmp_path, "Taiwan Semiconductor Manufacturing Co.,SUPPLIES,Nvidia Corp,,,HBM", header)
    assert (said.subject, said.object, said.product) == ("company:tsmc", "company:nvidia", "product:hbm")
    assert one(tmp_path, "NLD,RESTRICTS,SMIC,Country,,", header).subject == "country:netherlands"


def test_a_known_institute_needs_no_type(tmp_path: Path) -> None:
    assert one(tmp_path, "imec,PARTNERS_WITH,ASML", "source,type,target").subject == "research_org:imec"


def test_a_firm_called_as_a_country_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert one(tmp_path, "Malta,SUPPLIES,ASML", "source,type,target").subject == "company:malta"
    assert "'Malta' is taken for a Company; the lexicon knows a Country of that name" in caplog.text


@pytest.mark.parametrize("type", ["Country", "COUNTRY", "country"])
def test_a_type_is_written_either_way(type: str, tmp_path: Path) -> None:
    assert one(tmp_path, f"ASML,LOCATED_IN,Netherlands,{type}", "source,type,target,target_type").object == "country:netherlands"


@pytest.mark.parametrize(
    ("cells", "bounds"),
    [("40%,,", (0.4, 0.4)), ("0.4,,", (0.4, 0.4)), (",10%,0.3", (0.1, 0.3)), (",10%,", (0.1, None)), (",,30%", (None, 0.3))],
)
def test_shares_become_bounds(cells: str, bounds: tuple[float | None, float | None], tmp_path: Path) -> None:
    said = one(tmp_path, f"A1,SUPPLIES,B1,{cells}", "source,type,target,share,share_lo,share_hi")
    assert (said.share_lo, said.share_hi) == bounds


def test_product_weight_citation_and_raw_share_are_qualifiers(tmp_path: Path) -> None:
    said = one(tmp_path, "A1,SUPPLIES,B1,cells,30 %,60%,p. 3", "source,type,target,product,product_weight,share,citation")
    assert [(q.name, q.text, q.value) for q in said.qualifiers] == [
        ("product", "cells", None),
        ("product_weight", "30 %", 0.3),
        ("share", "60%", None),
        ("citation", "p. 3", None),
    ]


def test_modality_polarity_and_times_are_kept(tmp_path: Path) -> None:
    header = "source,type,target,modality,polarity,valid_from,valid_to,published_at"
    said = one(tmp_path, "A1,SUPPLIES,B1,Planned,negated,2024-Q1,2025,2024-02", header)
    assert (said.modality, said.polarity, said.valid_from, said.valid_to) == ("planned", "negated", "2024-Q1", "2025")
    assert said.known_at == "2024-02"


def test_a_row_without_a_date_is_known_since_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LITHOGRAPH_NOW", "2026-03-04T05:06:07Z")
    assert one(tmp_path, "A1,SUPPLIES,B1", "source,type,target").known_at == "2026-03-04"


def test_columns_may_stand_in_any_order_and_blank_lines_count_for_nothing(tmp_path: Path) -> None:
    found = loaded(tmp_path, "", "B1,A1,SUPPLIES", ",,", "C1,A1,SUPPLIES", header="target,source,type")
    assert {said.object for said in found.statements} == {"company:b1", "company:c1"}


def test_a_formula_is_data(tmp_path: Path) -> None:
    found = loaded(tmp_path, '"=HYPERLINK(""http://x"",""y"")",SUPPLIES,"+1, Inc"')
    assert {one.name for one in found.entities} == {'=HYPERLINK("http://x","y")', "+1"}


def test_a_byte_order_mark_and_windows_line_ends_are_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_bytes(b"\xef\xbb\xbfsource,type,target\r\nA1,SUPPLIES,B1\r\n")
    assert read(tmp_path / "own.csv").statements[0].sentence == "A1,SUPPLIES,B1"


WRONG = {
    "161%": ("A1,SUPPLIES,B1,161%", "share: '161%' is over 100 %"),
    "negative": ("A1,SUPPLIES,B1,-1%", "share: '-1%' is negative"),
    "nan": ("A1,SUPPLIES,B1,NaN", "share: 'NaN' is no share"),
    "formula in a number": ("A1,SUPPLIES,B1,=1/2", "share: '=1/2' is no share"),
    "both": ("A1,SUPPLIES,B1,50%,40%", "share and share_lo or share_hi at once"),
    "lo > hi": ("A1,SUPPLIES,B1,,50%,40%", "share_lo 0.5 is greater than share_hi 0.4"),
    "type": ("A1,SUPPLYS,B1", "type: no relation type 'SUPPLYS'; did you mean 'SUPPLIES'"),
    "no type": ("A1,,B1", "type: the type is empty"),
    "ends": ("A1,RESTRICTS,B1", "RESTRICTS does not run from Company to Company; it runs from Policy, Country, GovBody to"),
    "node type": ("A1,SUPPLIES,B1,,,,Compny", "source_type: no node type 'Compny'; did you mean 'Company'"),
    "source": (",SUPPLIES,B1", "source: the name is empty"),
    "target": ("A1,SUPPLIES,…", "target: '…' is no name"),
    "itself": ("TSMC,SUPPLIES,Taiwan Semiconductor", "source and target are both TSMC"),
    "day": ("A1,SUPPLIES,B1,,,,,2024-13-01", "valid_from: '2024-13-01' is no date"),
    "moment": ("A1,SUPPLIES,B1,,,,,2024-01-01T00:00", "is no date"),
    "order": ("A1,SUPPLIES,B1,,,,,2025,2024", "valid_from 2025 is after valid_to 2024"),
    "ahead": ("A1,SUPPLIES,B1,,,,,,,2999", "published_at: '2999' lies ahead"),
    "modality": ("A1,SUPPLIES,B1,,,,,,,,maybe", "modality: Input should be 'actual', 'planned'"),
    "weight alone": ("A1,SUPPLIES,B1,,,,,,,,,5%", "product_weight without a product"),
    "long name": (f"{'A' * 501},SUPPLIES,B1", "source: the name has 501 characters"),
}
HEADER = "source,type,target,share,share_lo,share_hi,source_type,valid_from,valid_to,published_at,modality,product_weight"


@pytest.mark.parametrize("case", WRONG)
def test_what_does_not_fit_is_named_with_its_line(case: str, tmp_path: Path) -> None:
    row, said = WRONG[case]
    width = HEADER.count(",")
    with pytest.raises(DataSetError) as error:
        loaded(tmp_path, "A1,SUPPLIES,B1" + "," * (width - 2), row + "," * (width - row.count(",")), header=HEADER)
    assert str(error.value).startswith("own.csv line 3: ")
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("source,type", "has no column 'target'"),
        ("source,type,target,shar", "unknown column 'shar'; did you mean 'share'"),
        ("source,type,target,colour", "unknown column 'colour'; the columns are source,"),
        ("source,type,target,share,share", "the column 'share' stands twice"),
        ("source;type;target", "separate columns by commas"),
    ],
)
def test_a_wrong_header_is_refused(header: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(DataSetError, match=said):
        loaded(tmp_path, "x", header=header)


def test_errors_are_listed_up_to_ten_and_then_counted(tmp_path: Path) -> None:
    with pytest.raises(DataSetError) as error:
        loaded(tmp_path, *["A1,SUPPLIES,"] * 13)
    lines = str(error.value).splitlines()
    assert lines[0] == "own.csv has 13 errors, so nothing is loaded:"
    assert (lines[1], len(lines), lines[-1]) == ("  line 2: target: the name is empty; fill it in or remove the row", 12, "  and 3 more")


def test_a_line_is_counted_in_the_file_even_after_a_cell_of_several_lines(tmp_path: Path) -> None:
    with pytest.raises(DataSetError, match="own.csv line 4: target"):
        loaded(tmp_path, 'A1,SUPPLIES,B1,"two\nlines"', "A1,SUPPLIES,,", header="source,type,target,citation")


@pytest.mark.parametrize("row", ["A1,SUPPLIES", "A1,SUPPLIES,B1,C1", 'A1,SUPPLIES,"B1'])
def test_a_row_of_another_width_is_an_error(row: str, tmp_path: Path) -> None:
    with pytest.raises(DataSetError, match="own.csv line 2: "):
        loaded(tmp_path, row)


def test_shares_of_one_product_above_the_whole_name_their_rows(tmp_path: Path) -> None:
    header = "source,type,target,product,share,share_lo"
    with pytest.raises(DataSetError, match=r"line 2: the least shares of B1's group 'cells' add up to 110 % in lines 2, 4"):
        loaded(tmp_path, "A1,SUPPLIES,B1,cells,60%,", "A1,SUPPLIES,B1,wafers,90%,", "C1,SUPPLIES,B1,cells,,50%", header=header)


@pytest.mark.parametrize(
    "rows",
    [
        ("A1,SUPPLIES,B1,60%,,", "C1,SUPPLIES,B1,40%,,"),
        ("A1,SUPPLIES,B1,60%,,", "A1,SUPPLIES,B1,70%,,"),
        ("A1,SUPPLIES,B1,60%,,2023", "C1,SUPPLIES,B1,70%,2024,"),
        ("A1,SUPPLIES,C1,60%,,", "C1,SUPPLIES,B1,70%,,"),
    ],
    ids=["the whole", "one supplier twice", "one after the other", "other buyers"],
)
def test_shares_that_do_not_contradict_one_another_load(rows: tuple[str, ...], tmp_path: Path) -> None:
    assert len(loaded(tmp_path, *rows, header="source,type,target,share,valid_from,valid_to").statements) == 2


def test_another_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_bytes("source,type,target\nA1,SUPPLIES,Müller\n".encode("cp1252"))
    with pytest.raises(UnreadableSource, match="own.csv line 2 is not UTF-8"):
        read(tmp_path / "own.csv")


def test_no_file_and_no_rows_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(MissingSource, match="there is no file"):
        read(tmp_path / "nothing.csv")
    with pytest.raises(DataSetError, match="a header and no rows"):
        loaded(tmp_path)


def test_the_template_has_every_column_and_loads(store: Store) -> None:
    found = read(TEMPLATE)
    assert TEMPLATE.read_text(encoding="utf-8").splitlines()[0].split(",") == list(COLUMNS)
    assert all("(invented)" in one.sentence for one in found.statements)
    assert store.write(found).statements == len(found.statements) == 7
    before = json.dumps(list(store.dump()))
    assert store.write(read(TEMPLATE)).known
    assert json.dumps(list(store.dump())) == before


def test_a_row_becomes_the_same_on_both_engines(embedded_store: Store, neo4j_store: Store) -> None:
    for one in (embedded_store, neo4j_store):
        one.write(read(TEMPLATE))
    assert json.dumps(list(embedded_store.dump())) == json.dumps(list(neo4j_store.dump()))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(body=st.one_of(st.binary(max_size=200), st.text(alphabet='sourcetypa,"\n\r=%1\u202e', max_size=200).map(str.encode)))
def test_any_file_is_read_or_refused_in_words(body: bytes, tmp_path: Path) -> None:
    (tmp_path / "any.csv").write_bytes(b"source,type,target,share,published_at\n" + body)
    try:
        read(tmp_path / "any.csv")
    except LithographError as error:
        assert "any.csv" in str(error)
