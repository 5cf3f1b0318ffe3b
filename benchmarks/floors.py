"""The figures that may not get worse: benchmarks/floors.json. They rise with the work; lowering one is a commit of its own."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")


def below(figures: Mapping[str, float | None], absent: list[str]) -> Iterator[str]:
    """One sentence for each figure below its floor or above its ceiling; sets that are absent are not judged."""
    held = json.loads(FLOORS.read_text(encoding="utf-8"))
    for name, bound in (held["at least"] | held["at most"]).items():
        if name.partition(".")[0] in absent:
            continue
        value = figures.get(name)
        if value is None:
            yield f"{name} was not measured; its bound is {bound:g}"
        elif name in held["at least"] and value < bound:
            yield f"{name} is {value:.3f}, below its floor of {bound:g}"
        elif name in held["at most"] and value > bound:
            yield f"{name} is {value:.3f}, above its ceiling of {bound:g}"
