"""Measurements, run by hand: `make eval`, `make bench`."""
