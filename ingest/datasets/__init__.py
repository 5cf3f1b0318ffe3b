"""Structured sources: tables whose every row is evidence. Each becomes one Extraction, which the store writes whole or not at all."""
