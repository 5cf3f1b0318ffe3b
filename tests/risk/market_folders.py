"""Folders of market data drawn at random, in the form of the ETO files, with names of nobody."""

import random
from pathlib import Path

SIZE = "market_share_chart_global_market_size_info"
COUNTRIES = ("NLD", "JPN", "USA", "DEU")
DESIGNS = ("N1", "N2", "N3", "N4")
STAGES = ("S1", "S2", "S3")


def drawn(folder: Path, seed: int) -> Path:
    """Ten inputs without circles, variants among them, three stages, four kinds of design, firms in four countries."""
    rng = random.Random(seed)
    inputs = [f"N{number}" for number in range(10, 20)]
    kinds = {one: rng.choice(("process", "tool_resource", "material_resource")) for one in inputs}
    _write(folder, "inputs", f"input_name,input_id,type,stage_id,{SIZE}", [_input(one, kinds, rng) for one in (*DESIGNS, *inputs, "N99")])
    _write(folder, "stages", f"stage_id,stage_name,{SIZE}", [f"{one},Stage {one}," for one in STAGES])
    firms = {f"P{number}": (f"Firm {number}", rng.choice(COUNTRIES)) for number in range(10, 18)}
    places = {f"P{number}": code for number, code in enumerate((*COUNTRIES, "Various"), 1)}
    rows = [f"{code},{id},country," for id, code in places.items()]
    rows += [f"{name},{id},organization,{country}" for id, (name, country) in firms.items()]
    _write(folder, "providers", "provider_name,provider_id,provider_type,country", rows)
    provided = [row for one in (*DESIGNS, *inputs, *STAGES) for row in _provision(one, rng, places, firms)]
    _write(folder, "provision", "provider_name,provider_id,provided_name,provided_id,share_provided,negligible_market_share", provided)
    columns = "input_name,input_id,goes_into_name,goes_into_id,is_type_of_name,is_type_of_id"
    _write(folder, "sequence", columns, _sequence(inputs, rng))
    return folder


def _write(folder: Path, name: str, header: str, rows: list[str]) -> None:
    (folder / f"{name}.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")


def _input(one: str, kinds: dict[str, str], rng: random.Random) -> str:
    kind, stage = ("ultimate_output", "") if one == "N99" else ("process", "S1") if one in DESIGNS else (kinds[one], "")
    return f"Input {one},{one},{kind},{stage},{rng.choice(('', '$3.1 billion (2019)', '$21 million'))}"


def _provision(one: str, rng: random.Random, places: dict[str, str], firms: dict[str, tuple[str, str]]) -> list[str]:
    """Stated country shares, or countries without, or firms alone; firms beside countries too. Stages have stated shares."""
    tier = "a" if one in STAGES else rng.choice("abc")
    found = []
    if tier != "c":
        named = rng.sample([id for id in sorted(places) if places[id] != "Various"], rng.randint(1, 3))
        others = [id for id in places if places[id] == "Various" and tier == "a" and rng.random() < 0.3]
        for id in (*named, *others):
            small = tier == "b" and rng.random() < 0.3
            share = f"{rng.randint(1, 60)}%" if tier == "a" else ""
            found.append(f"{places[id]},{id},Input {one},{one},{share},{'negligible' if small else ''}")
    for id in rng.sample(sorted(firms), rng.randint(1, 4)):
        stated = tier == "a" and rng.random() < 0.2
        small = not stated and rng.random() < 0.3
        found.append(f"{firms[id][0]},{id},Input {one},{one},{'5%' if stated else ''},{'negligible' if small else ''}")
    return found


def _sequence(inputs: list[str], rng: random.Random) -> list[str]:
    """Later inputs go into earlier ones, or are types of them; the first goes into the output, one into a kind of design."""
    found = [f"{inputs[0]},{inputs[0]},N99,N99,,", f"{inputs[-1]},{inputs[-1]},N1,N1,,"]
    for place, one in enumerate(inputs[1:], 1):
        above = rng.choice(inputs[:place])
        found.append(f"{one},{one},,,{above},{above}" if rng.random() < 0.4 else f"{one},{one},{above},{above},,")
        if rng.random() < 0.3 and place > 1:
            other = rng.choice([one for one in inputs[:place] if one != above])
            found.append(f"{one},{one},{other},{other},,")
    return found
