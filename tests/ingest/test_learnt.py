"""Names that a graph knows are recognised in later articles; other words, the lexicon's names and longer names are spared."""

from pathlib import Path

import pytest

from graph.evidence import Entity, Extraction
from graph.store import Store
from ingest.extract import RulesExtractor
from ingest.nlp import build_nlp
from ingest.pipeline import Report, ingest
from ingest.reader import Given
from tests.factory import article, entity, extraction, statement

FIRST = "Rheinsil Chemie AG supplies TSMC with photoresist. Rheinsil is based in Munich, the company said."
SECOND = "Samsung buys resin from Rheinsil Chemie, a German chemical company. On Monday Rheinsil said that it will expand."
THIRD = "Analysts met in Dresden. They also saw Rheinsil there."


def read(text: str, *learnt: Entity) -> Extraction:
    return RulesExtractor(learnt=learnt).extract(article(text))


def names(text: str, *learnt: Entity) -> dict[str, str]:
    """Mention -> entity id."""
    return {mention.text: mention.entity for mention in read(text, *learnt).mentions if mention.kind == "name"}


def provisional(type: str, name: str, *aliases: str) -> Entity:
    return entity(type, name, *aliases, provisional=True)


RHEINSIL = provisional("Company", "Rheinsil Chemie", "Rheinsil")


def test_a_learnt_alias_links_to_the_entity_it_was_learnt_for() -> None:
    assert "Rheinsil" not in names(THIRD)
    assert names(THIRD, RHEINSIL)["Rheinsil"] == "company:rheinsil-chemie"


def test_a_learnt_name_bears_relations() -> None:
    said = read("Intel uses Quellmark.", provisional("Chip", "Quellmark")).statements
    assert [(one.type, one.subject, one.object) for one in said] == [("USES", "company:intel", "chip:quellmark")]


def test_the_reading_tells_only_what_the_text_tells() -> None:
    known = entity("Company", "Rheinsil Chemie", "Rheinsil", "RCH", country="DE")
    found = {one.id: one for one in read(THIRD, known).entities}["company:rheinsil-chemie"]
    assert (found.name, found.aliases, found.provisional, found.properties) == ("Rheinsil Chemie", (), True, {})


@pytest.mark.parametrize(
    ("learnt", "text"),
    [
        (provisional("Company", "Packaging"), "Use of Packaging grows."),
        (provisional("Company", "Q"), "Analysts saw Q there."),
        (provisional("Company", "Advanced Packaging"), "Analysts saw Advanced Packaging there."),
        (provisional("Person", "Weber"), "Analysts saw Weber there."),
        (provisional("Company", "Morris"), "Analysts saw Morris there."),
        (provisional("Product", "Coventry"), "They walked to Coventry."),
        (provisional("Product", "quellmark"), "They saw quellmark there."),
        (provisional("Licence", "Quellmark"), "They saw Quellmark there."),
    ],
    ids=["English word", "letter", "English words", "surname", "given name", "town", "no capital", "type without names"],
)
def test_what_may_be_another_word_is_not_learnt(learnt: Entity, text: str) -> None:
    assert names(text, learnt) == names(text)


def test_the_lexicon_wins() -> None:
    assert names("Analysts saw TSMC there.", provisional("Product", "TSMC"))["TSMC"] == "company:tsmc"


@pytest.mark.parametrize("longer", ["Rheinsil Steel", "Hokuriku Rheinsil"])
def test_a_word_of_a_longer_name_is_that_name_in_the_whole_text(longer: str) -> None:
    found = names(f"{longer} Ltd. supplies TSMC. Rheinsil said so.", RHEINSIL)
    assert "company:rheinsil-chemie" not in found.values()


def test_without_a_dictionary_no_single_word_is_learnt() -> None:
    extractor = RulesExtractor(build_nlp(reduced=True), learnt=[RHEINSIL])
    found = [extractor.extract(article(f"They saw {name} there.")).mentions[0].entity for name in ("Rheinsil", "Rheinsil Chemie")]
    assert found == ["company:rheinsil", "company:rheinsil-chemie"]


def test_nothing_learnt_changes_nothing() -> None:
    assert read(FIRST) == RulesExtractor(learnt=[provisional("Company", "Nobody Knows It")]).extract(article(FIRST))


def put(store: Store, folder: Path, *texts: str, **options: int) -> Report:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return ingest([str(folder / f"{number}.txt") for number in range(len(texts))], store, Given(published_at="2026-01-02"), **options)


def mentioned(store: Store, text: str) -> set[str]:
    """Ids of what the article with this text mentions."""
    return {mention.entity for one in store.articles() if store.article(one.id).text == text for mention in store.mentions(one.id)}


def test_what_two_stories_name_is_known_to_the_next_run(store: Store, tmp_path: Path) -> None:
    put(store, tmp_path, FIRST, SECOND, THIRD)
    assert "company:rheinsil-chemie" not in mentioned(store, THIRD)  # what a run adds is for the next one
    later = THIRD.replace("Dresden", "Berlin")
    put(store, tmp_path, later)
    assert "company:rheinsil-chemie" in mentioned(store, later)


def test_one_story_teaches_nothing_until_it_is_confirmed(store: Store, tmp_path: Path) -> None:
    put(store, tmp_path, FIRST)
    assert "company:rheinsil-chemie" not in {one.id for one in store.known()}
    said = next(one.statement for one in store.evidence() if one.statement.subject == "company:rheinsil-chemie")
    store.judge(said.id, "confirm")
    assert "company:rheinsil-chemie" in {one.id for one in store.known()}


def test_a_data_set_teaches_at_once(store: Store, tmp_path: Path) -> None:
    rows = article("rheinsil,tsmc", source_kind="data set")
    given = [entity("Company", "Rheinsil Chemie", "Rheinsil"), entity("Company", "TSMC")]
    store.write(extraction(rows, [statement(rows, "SUPPLIES", "company:rheinsil-chemie", "company:tsmc")], given))
    put(store, tmp_path, THIRD)
    assert "company:rheinsil-chemie" in mentioned(store, THIRD)


def test_the_sample_corpus_teaches_nothing(embedded_store: Store, tmp_path: Path) -> None:
    for text in (FIRST, SECOND):
        embedded_store.write(RulesExtractor().extract(article(text, source_kind="sample")))
    assert "company:rheinsil-chemie" not in {one.id for one in embedded_store.known()}


def test_reading_again_changes_nothing_and_workers_do_not_show(store: Store, tmp_path: Path) -> None:
    later = [THIRD.replace("Dresden", place) for place in ("Berlin", "Essen", "Bonn")]
    dumps = []
    for workers in (1, 2):
        store.wipe()
        put(store, tmp_path, FIRST, SECOND)
        put(store, tmp_path, *later, workers=workers)
        dumps.append(list(store.dump()))
        assert put(store, tmp_path, *later).summary.startswith("0 articles added, 3 already known")
        assert list(store.dump()) == dumps[-1]
    assert dumps[0] == dumps[1]
