"""No development article is judged by guesses that were learnt from it."""

from benchmarks.gold import annotated
from benchmarks.train_guesses import FOLDS, fold


def test_every_part_holds_some_articles_and_leaves_most() -> None:
    sizes = [sum(fold(one.gold.doc_id) == number for one in annotated("dev")) for number in range(FOLDS)]
    assert min(sizes) > 0
    assert max(sizes) < sum(sizes) / 2


def test_an_article_stays_in_its_part() -> None:
    assert [fold(one.gold.doc_id) for one in annotated("dev")] == [fold(one.gold.doc_id) for one in annotated("dev")]
