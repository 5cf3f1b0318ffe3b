"""How the statistical model multiplies matrices: by NumPy's BLAS, three times as fast as the BLIS that spaCy brings (OpenBLAS, AVX2).

On one thread: several gain nothing on matrices this small, and a second core is better used by a second worker."""

from spacy.language import Language
from spacy.pipeline import TrainablePipe
from thinc.backends import NumpyOps
from threadpoolctl import threadpool_limits


def multiply_by_numpy(nlp: Language) -> None:
    """Let every layer of the pipeline multiply by NumPy's BLAS, of which this process uses one thread from now on."""
    threadpool_limits(limits=1, user_api="blas")
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        if isinstance(pipe, TrainablePipe):
            for layer in pipe.model.walk():
                layer.ops = ops
