"""The five files as a Market, by the ids of the files themselves: what the readings of docs/methods.md are computed on."""

from collections import defaultdict
from pathlib import Path

from graph.market import Category, Market, Offer
from ingest.datasets.eto.entities import DESIGN_ID, DESIGN_NAME, designs
from ingest.datasets.eto.rows import ProvisionRow
from ingest.datasets.eto.shares import totals
from ingest.datasets.eto.tables import Tables, load


def market(folder: Path) -> Market:
    """The market that the files in `folder` describe; providers are named as there, countries by their three letters.

    Raises
    ------
    SourceError
        In one sentence with file and line, of the first thing that does not fit."""
    tables = load(folder)
    output, stages, kinds = tables.output.said.input_id, tuple(tables.stages), designs(tables)
    inputs, variants = _sequence(tables)
    inputs[output] += [*stages, *([DESIGN_ID] if kinds else [])]
    variants[DESIGN_ID] += kinds
    offers = _offers(tables)
    named: dict[str, tuple[str, str, float | None]] = {
        id: (one.said.input_name, one.said.type, one.said.size) for id, one in tables.inputs.items()
    }
    named |= {id: (one.said.stage_name, "stage", one.said.size) for id, one in tables.stages.items()}
    named |= {DESIGN_ID: (DESIGN_NAME, "process", None)} if kinds else {}
    return Market(
        categories={
            id: Category(id, name, kind, size, tuple(offers[id]), tuple(inputs[id]), tuple(variants[id]))
            for id, (name, kind, size) in named.items()
        },
        names={_key(tables, id): one.said.provider_name for id, one in tables.providers.items()},
        output=output,
        stages=stages,
        design=(DESIGN_ID, *kinds) if kinds else (),
    )


def _sequence(tables: Tables) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Category -> what goes into it, category -> its variants; each once, in the order of the file."""
    inputs: dict[str, dict[str, None]] = defaultdict(dict)
    variants: dict[str, dict[str, None]] = defaultdict(dict)
    for record in tables.sequence:
        if record.said.goes_into_id:
            inputs[record.said.goes_into_id][record.said.input_id] = None
        if record.said.is_type_of_id:
            variants[record.said.is_type_of_id][record.said.input_id] = None
    listed = ({id: list(found) for id, found in kind.items()} for kind in (inputs, variants))
    first, second = (defaultdict(list, kind) for kind in listed)
    return first, second


def _offers(tables: Tables) -> dict[str, list[Offer]]:
    sums, found = totals(tables), defaultdict(list)
    for record in tables.provision:
        provider = tables.providers[record.said.provider_id].said
        if provider.is_various:
            continue
        key = _key(tables, record.said.provider_id)
        country = key if provider.provider_type == "country" else provider.country
        found[record.said.provided_id].append(Offer(key, country, _share(record.said, sums), record.said.negligible))
    return found


def _share(row: ProvisionRow, sums: dict[str, float]) -> float | None:
    """raw share / sum of the raw country shares of the category, "Various" among them; of firms capped at 1."""
    return None if row.share_provided is None else min(1.0, row.share_provided / sums.get(row.provided_id, 1.0))


def _key(tables: Tables, provider: str) -> str:
    """A country by its letters, a firm by its id: two firms may have one name."""
    said = tables.providers[provider].said
    return said.provider_name if said.provider_type == "country" else provider
