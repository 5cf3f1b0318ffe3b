"""What the pipeline finds in a split of the gold: in a development article with guesses that were not learnt from it."""

from spacy.language import Language

from benchmarks.gold import annotated, scores
from benchmarks.scoring import Score
from benchmarks.train_guesses import fold, models
from ingest.guesses import Guesses


def scores_of(split: str, nlp: Language) -> list[Score]:
    """The counts of each article of the split."""
    guesses = nlp.get_pipe("guesses") if "guesses" in nlp.pipe_names else None
    if split != "dev" or not isinstance(guesses, Guesses):
        return scores(annotated(split), nlp)
    found: list[Score] = []
    try:
        for number, model in enumerate(models()):
            guesses.model = model
            found += scores((one for one in annotated(split) if fold(one.gold.doc_id) == number), nlp)
    finally:
        guesses.model = None
    return found
