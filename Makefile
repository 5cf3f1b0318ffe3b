# Every target leans on `install`, which makes .venv from the lock file and does nothing when it is up to date.
PYTHON ?= python3
BIN := .venv/bin
SLOW := $(if $(filter true,$(CI)),,-m "not slow")

.PHONY: help install run test check docs eval bench lock clean

help:     ## List these targets
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 10

install: .venv/.installed  ## Make .venv and install everything that is locked

.venv/.installed: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

run: install      ## Open the app; an empty store gets the sample corpus first
	$(BIN)/lithograph app

test: install     ## Run the fast tests; with CI=true all of them
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadgroup $(SLOW)

check: install    ## Formatting, lint, types, import layers, generated docs
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports
	$(BIN)/python -m docs.generate --check

docs: install     ## Write the generated parts of docs/
	$(BIN)/python -m docs.generate

eval: install     ## Measure the extraction on the gold articles and the published sets
	$(BIN)/python -m benchmarks.extraction

bench: install    ## Time the pipeline and the measures beside their peers
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.engine

lock: install     ## Resolve the dependencies anew (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --only-binary :all: --no-annotate --custom-compile-command "make lock" --output-file requirements.lock

clean:    ## Remove what was built
	rm -rf .venv dist build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
