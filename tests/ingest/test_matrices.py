"""How the statistical model multiplies."""

from importlib import import_module

import pytest
from spacy.attrs import DEP, HEAD, TAG
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from threadpoolctl import threadpool_info

from ingest.nlp import DEFAULT_MODEL
from tests.ingest.reading_aloud import pipeline


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline()


def test_every_layer_multiplies_by_numpy_on_one_thread(nlp: Language) -> None:
    models = [pipe.model for _, pipe in nlp.pipeline if isinstance(pipe, TrainablePipe)]
    assert models
    assert not any(layer.ops.use_blis for model in models for layer in model.walk())
    assert {one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas" and one["internal_api"] == "openblas"} <= {1}


def test_the_parse_is_that_of_the_model_as_it_comes(nlp: Language) -> None:
    text = "Tokyo Electron, which sells etchers to TSMC, was fined $20 million by Japan; Intel owns a tenth of it."
    bare = import_module(DEFAULT_MODEL).load()(text)
    ours = bare.copy()
    for stage in ("tok2vec", "tagger", "parser"):
        ours = nlp.get_pipe(stage)(ours)
    assert (bare.to_array([HEAD, DEP, TAG]) == ours.to_array([HEAD, DEP, TAG])).all()
