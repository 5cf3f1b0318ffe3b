"""Tests, laid out like the source. A package of its own: some distributions ship a top-level `tests`."""
