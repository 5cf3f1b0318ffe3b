"""The extraction has not become worse: `python -m benchmarks.extraction --check`."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_no_figure_is_below_its_floor() -> None:
    done = subprocess.run([sys.executable, "-m", "benchmarks.extraction", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
