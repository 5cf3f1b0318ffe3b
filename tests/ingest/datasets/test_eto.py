"""The ETO chip supply chain: every trap and every error on folders written by hand, counts on the real files where they are at hand."""

import json
from collections import Counter
from pathlib import Path

import pytest

from graph.errors import DataSetError, LithographError, MissingSource, UnreadableSource
from graph.evidence import Extraction, Statement
from graph.store import Store
from ingest.datasets.eto import read
from tests.conftest import DATA
from tests.ingest.datasets.folders import FILES, folder

REAL = DATA / "datasets" / "eto"


@pytest.fixture(scope="module")
def real() -> Extraction:
    """The real files, where reference data are at hand."""
    if not REAL.is_dir():
        pytest.skip(f"the ETO files are not at {REAL}; set LITHOGRAPH_DATA")
    return read(REAL)


def said(found: Extraction, subject: str, object: str) -> Statement:
    return next(one for one in found.statements if (one.subject, one.object) == (subject, object))


def share(found: Extraction, subject: str, object: str) -> tuple[float | None, float | None]:
    one = said(found, subject, object)
    return one.share_lo, one.share_hi


def test_country_shares_are_divided_by_their_sum_with_various_in_it(tmp_path: Path) -> None:
    found = read(folder(tmp_path))
    assert share(found, "country:netherlands", "input:scanners") == pytest.approx((0.5, 0.5))
    assert share(found, "country:japan", "input:scanners") == pytest.approx((1 / 6, 1 / 6))


def test_a_firms_share_is_divided_by_the_sum_of_the_country_shares(tmp_path: Path) -> None:
    assert share(read(folder(tmp_path)), "company:asml", "input:scanners") == pytest.approx((0.5, 0.5))


def test_without_country_shares_a_firms_share_counts_as_it_stands(tmp_path: Path) -> None:
    assert share(read(folder(tmp_path)), "company:obscurex", "input:lenses") == (0.9, 0.9)


def test_negligible_is_at_most_two_percent(tmp_path: Path) -> None:
    one = said(read(folder(tmp_path)), "country:malaysia", "input:scanners")
    assert (one.share_lo, one.share_hi) == (0.0, 0.02)
    assert [(q.name, q.text) for q in one.qualifiers] == [("negligible", "negligible")]


def test_what_is_listed_without_a_share_has_no_bounds(tmp_path: Path) -> None:
    assert share(read(folder(tmp_path)), "company:obscurex", "input:scanners") == (None, None)


def test_the_raw_share_and_the_headquarters_are_kept(tmp_path: Path) -> None:
    kept = {q.name: (q.text, q.entity) for q in said(read(folder(tmp_path)), "company:asml", "input:scanners").qualifiers}
    assert kept == {"share": ("60%", None), "headquarters": ("NLD", "country:netherlands")}


def test_various_is_nobody(tmp_path: Path) -> None:
    found = read(folder(tmp_path))
    assert not any("various" in one.name.casefold() for one in found.entities)
    assert sum(one.type == "PROVIDES" for one in found.statements) == 8


def test_countries_and_firms_are_those_of_articles(tmp_path: Path) -> None:
    entities = {one.id: one for one in read(folder(tmp_path)).entities}
    assert {"country:netherlands", "country:malaysia", "country:united-states", "company:asml", "company:nvidia"} <= set(entities)
    assert entities["company:obscurex"].properties == {"country": "JP"}
    assert "ASML Holding" in entities["company:asml"].aliases


def test_an_input_knows_kind_stage_market_and_id(tmp_path: Path) -> None:
    entities = {one.id: one for one in read(folder(tmp_path)).entities}
    assert entities["input:advanced-widgets"].properties == {"kind": "process", "stage": "S1", "market_size": 5.7e9, "eto_id": "N1"}
    assert entities["input:wafers"].properties == {"kind": "material_resource", "eto_id": "N26"}
    assert entities["input:design"].properties == {"kind": "stage", "market_size": 7e10, "eto_id": "S1"}


def test_another_name_of_an_input_is_an_alias(tmp_path: Path) -> None:
    lenses = next(one for one in read(folder(tmp_path)).entities if one.id == "input:lenses")
    assert lenses.aliases == ("Lenses (all)", "N27")


def test_a_firms_name_that_contradicts_its_id_is_joined_by_id_and_no_alias(tmp_path: Path) -> None:
    found = read(folder(tmp_path, provision=("Obscurex,P6,Scanners", "Toshiba,P6,Scanners")))
    assert said(found, "company:obscurex", "input:scanners").sentence.startswith("Toshiba,")
    assert [one.kind for one in found.mentions if one.text == "Toshiba"] == ["nominal"]


def test_types_inputs_and_stages_make_the_chain(tmp_path: Path) -> None:
    chain = {(one.type, one.subject, one.object) for one in read(folder(tmp_path)).statements if one.type != "PROVIDES"}
    assert chain == {
        ("VARIANT_OF", "input:lenses", "input:scanners"),
        ("INPUT_TO", "input:scanners", "input:finished-chip"),
        ("INPUT_TO", "input:wafers", "input:finished-chip"),
        ("INPUT_TO", "input:design", "input:finished-chip"),
        ("INPUT_TO", "input:fabrication", "input:finished-chip"),
        ("INPUT_TO", "input:logic-chip-design-categories", "input:finished-chip"),
        ("VARIANT_OF", "input:advanced-widgets", "input:logic-chip-design-categories"),
    }


def test_every_statement_quotes_its_row(tmp_path: Path) -> None:
    found = read(folder(tmp_path))
    text = found.article.text
    assert all(text[one.start : one.end] == one.sentence for one in found.statements)
    assert said(found, "country:japan", "input:wafers").sentence == "JPN,P2,Wafers,N26,,"
    assert said(found, "input:advanced-widgets", "input:logic-chip-design-categories").sentence.count("\n") == 1
    assert all(text[one.start : one.end] == one.text for one in found.mentions)


def test_the_text_is_the_files_one_after_another(tmp_path: Path) -> None:
    (folder(tmp_path) / "stages.csv").write_bytes(b"\xef\xbb\xbf" + FILES["stages.csv"].replace("\n", "\r\n").encode())
    text = read(tmp_path).article.text
    assert "\ufeff" not in text
    assert [line for line in text.splitlines() if line.startswith("# ")] == [f"# {name}" for name in FILES]


def test_a_repeated_row_counts_once(tmp_path: Path) -> None:
    plain, twice = tmp_path / "plain", tmp_path / "twice"
    plain.mkdir(), twice.mkdir()
    repeated = "JPN,P2,Wafers,N26,,\n"
    assert len(read(folder(twice, provision=(repeated, repeated * 2))).statements) == len(read(folder(plain)).statements)


def test_it_is_known_since_its_publication_else_since_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LITHOGRAPH_NOW", "2026-03-04T05:06:07Z")
    assert {one.known_at for one in read(folder(tmp_path)).statements} == {"2026-03-04"}
    assert {one.known_at for one in read(tmp_path, published_at="2025-01").statements} == {"2025-01"}


BROKEN = {
    "missing column": ("provision", ("share_provided", "share"), "provision.csv has no column 'share_provided'.*its columns are"),
    "column twice": ("sequence", ("is_type_of_name", "input_id"), "sequence.csv line 1: the column 'input_id' stands twice"),
    "semicolons": ("sequence", (FILES["sequence.csv"], "a;b\n"), "separate columns by commas"),
    "unknown provider": (
        "provision",
        ("JPN,P2,Wafers", "JPN,P99,Wafers"),
        "provision.csv line 8: provider_id: 'P99' is not in providers.csv",
    ),
    "unknown input": ("sequence", ("Wafers,N26,", "Wafers,N260,"), "sequence.csv line 4: input_id: 'N260' is not in inputs.csv"),
    "unknown stage": ("inputs", ("process,S1", "process,S9"), "inputs.csv line 2: stage_id: 'S9' is not in stages.csv"),
    "over 100 %": ("provision", ("60%", "160%"), "provision.csv line 2: share_provided: '160%' is over 100 %"),
    "negative": ("provision", ("60%", "-60%"), "provision.csv line 2: share_provided: '-60%' is negative"),
    "not a number": ("provision", ("60%", "NaN%"), "provision.csv line 2: share_provided: 'NaN%' is no share"),
    "no sign": ("provision", ("60%", "1"), "'1' has no % sign; write it as 47%"),
    "unreadable amount": ("inputs", ("$5.7 billion", "$5.7 gazillion"), "inputs.csv line 2: market_share_chart.*states no single amount"),
    "country code": ("providers", ("MAL,", "XYZ,"), "providers.csv line 5: 'XYZ' is no known country code"),
    "firm without country": ("providers", ("organization,NLD", "organization,"), "providers.csv line 6: '' is no known country code"),
    "kind of provider": (
        "providers",
        ("P4,country", "P4,planet"),
        "providers.csv line 5: provider_type: 'planet' is none of country, organization",
    ),
    "kind of input": ("inputs", ("tool_resource", "toy"), "inputs.csv line 4: type: 'toy' is none of process"),
    "share and negligible": ("provision", ("60%,", "60%,negligible"), "provision.csv line 2: a share and 'negligible' at once"),
    "contradiction": (
        "provision",
        ("JPN,P2,Wafers,N26,,\n", "JPN,P2,Wafers,N26,,\nJPN,P2,Wafers,N26,5%,\n"),
        "line 9: it says another share than line 8",
    ),
    "id twice": ("providers", ("JPN,P2", "JPN,P1"), "providers.csv line 3: the provider_id 'P1' is taken"),
    "name twice": ("inputs", ("Lenses,", "Wafers,"), "call N26 and N27 both 'Wafers'"),
    "empty name": ("inputs", ("Lenses,", ","), "inputs.csv line 6: input_name: the cell is empty"),
    "into itself": ("sequence", ("Finished chip,N99", "Scanners,N20"), "sequence.csv line 3: N20 leads to itself"),
    "into nothing": ("sequence", ("Finished chip,N99", ","), "sequence.csv line 3: neither goes_into_id nor is_type_of_id"),
    "no output": ("inputs", ("ultimate_output", "process"), "0 rows of the type ultimate_output"),
    "ragged": ("provision", ("60%,\n", "60%\n"), "provision.csv line 2: 5 cells where the header has 6"),
    "open quote": ("inputs", ('""two""', '"two'), "inputs.csv line 2: cannot be read as CSV"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_does_not_fit_is_named_with_file_and_line(case: str, tmp_path: Path) -> None:
    name, change, said = BROKEN[case]
    with pytest.raises(DataSetError, match=said):
        read(folder(tmp_path, **{name: change}))


def test_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    (folder(tmp_path) / "providers.csv").write_bytes(FILES["providers.csv"].replace("Obscurex", "Obscüré").encode("latin-1"))
    with pytest.raises(UnreadableSource, match="providers.csv line 7 is not UTF-8"):
        read(tmp_path)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(name: str, tmp_path: Path) -> None:
    (folder(tmp_path) / name).unlink()
    with pytest.raises(MissingSource, match=name):
        read(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LithographError, match="there is no folder"):
        read(tmp_path / "nowhere")


def test_loading_twice_leaves_an_equal_graph(store: Store, tmp_path: Path) -> None:
    found = read(folder(tmp_path))
    assert store.write(found).statements == len(found.statements)
    before = json.dumps(list(store.dump()))
    assert store.write(read(tmp_path)).known
    assert json.dumps(list(store.dump())) == before


def test_the_real_files_give_what_they_hold(real: Extraction) -> None:
    assert Counter(one.type for one in real.statements) == {"PROVIDES": 659 - 3, "INPUT_TO": 62 + 4, "VARIANT_OF": 31 + 4}
    assert Counter(one.type for one in real.entities)["Input"] == 79 + 3 + 1


def test_24_real_inputs_have_no_stated_share(real: Extraction) -> None:
    provided = {one.object for one in real.statements if one.type == "PROVIDES"}
    stated = {one.object for one in real.statements if any(q.name == "share" for q in one.qualifiers)}
    assert len(provided - stated) == 24


def test_five_real_inputs_have_a_second_name(real: Extraction) -> None:
    assert sum(len(one.aliases) > 1 for one in real.entities if one.type == "Input") == 5


def test_real_country_shares_add_up_to_one_where_various_is_not_listed(real: Extraction) -> None:
    sums: Counter[str] = Counter()
    for one in real.statements:
        if one.subject.startswith("country:") and any(q.name == "share" for q in one.qualifiers):
            sums[one.object] += one.share_lo or 0
    whole = {id: total for id, total in sums.items() if id not in ("input:design", "input:assembly-testing-and-packaging-atp")}
    assert sums["input:design"] == pytest.approx(0.91)
    assert {round(total, 9) for total in whole.values()} <= {1.0, 0.98}


@pytest.mark.slow
def test_the_real_files_load_on_both_engines_to_equal_graphs(real: Extraction, embedded_store: Store, neo4j_store: Store) -> None:
    for one in (embedded_store, neo4j_store, embedded_store):
        one.write(real)
    assert json.dumps(list(embedded_store.dump())) == json.dumps(list(neo4j_store.dump()))
