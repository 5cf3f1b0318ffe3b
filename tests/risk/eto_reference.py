"""The readings of the ETO chip supply chain by plain recursion over the five files: what the engine is compared with.

It shares no code with the product and no array library. Slow and literal on purpose: one function a sentence of
docs/methods.md, "The ETO chip supply chain". Where that text leaves something open, this is how it is read:

- A country listed without a share beside stated ones, and not called negligible, has the share 0 (no such row exists).
- In `stated`, tiers b and c count 0 and their market sizes stay in the denominator of W2.
- Lower bounds of several denied countries are added, although together they may have to hold more.
- "N1 to N4 have no provision of their own" belongs to G1. In G0 they do not lead to the chip; asked about as a target
  there, they use their rows.
- A category has a size only if all its variants have one, whatever its own row says.
- Inputs and pooled variants are read with the same reading all the way up: W1 means W1 of the inputs.
- The upstream nodes of a target include the target. Where none has a market size, W2 is 0.
- Face value is of S1, S2 and S3 under the evidence asked for; hidden exposure takes L2 of the target on G1 under `stated`,
  literally, whatever was asked for (of a firm under `central` it can be negative, where its imputed share of a stage is
  larger than anything stated of it).
- A firm counts with its stated shares under every evidence; its imputed shares, which use central shares, count under
  `central` and, so that lo <= central <= hi, under `hi`. Firms without a stated share divide their country's share among all
  its firms that are listed and not negligible. In tier c a firm counts 0.
- Where firms that state a share and firms that do not stand side by side, the former are not taken out first.
- Binding is the node at which L2 arises: from the target, follow the input with the greatest cut for as long as no own
  share and no pooled variants reach it. A category binds itself, unless all its variants bind at one and the same node: then
  that node does. Ties go to the node's own share, then its variants, then the input with the lowest id. None where L2 is 0.
- A draw for a node whose providers are all negligible treats them as if none were.
- A firm is called by its name in providers.csv, a country by its code there; `MYS` is taken for `MAL`."""

import csv
import random
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

DESIGNS = ("N1", "N2", "N3", "N4")
STAGES = ("S1", "S2", "S3")
SCALE = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
Share = Callable[[str], float]


def readings(folder: Path, target: str, deny: str | Sequence[str], graph: str = "G0", evidence: str = "stated") -> dict[str, Any]:
    """What `lithograph chokepoints --data` prints for this question."""
    data = Data(folder)
    denied = tuple(dict.fromkeys([deny] if isinstance(deny, str) else deny))
    own = data.denied(denied, evidence)
    cut = Cut(data, graph, own)
    face = [own(stage) for stage in STAGES]
    short = Cut(data, graph, lambda x: own(x) if x in STAGES or data.kind[x] == "material_resource" else 0.0)
    l2 = cut.L2(target)
    found = {
        "L1": cut.L1(target),
        "L2": l2,
        "LO": cut.LO(target),
        "L2_short": short.L2(target),
        "L2_rho10": max(0.0, 1 - (1 - l2) * 1.1),
        "W1": cut.W1(target),
        "W2": cut.W2(target),
        **dict(zip(STAGES, face, strict=True)),
        "face": sum(face) / len(face),
        "hidden": Cut(data, "G1", data.denied(denied, "stated")).L2(target) - sum(face) / len(face),
    }
    bound = cut.binding(target)
    binding = {"id": bound, "name": data.names.get(bound, bound)} if bound else None
    return {"target": target, "deny": list(denied), "graph": graph, "evidence": evidence, "readings": found, "binding": binding}


class Data:
    """The five files, joined by id."""

    def __init__(self, folder: Path) -> None:
        inputs, stages = table(folder, "inputs"), table(folder, "stages")
        self.names = {row["input_id"]: row["input_name"] for row in inputs} | {row["stage_id"]: row["stage_name"] for row in stages}
        self.names["DESIGN"] = "Logic chip design categories"
        self.kind = {row["input_id"]: row["type"] for row in inputs} | {row["stage_id"]: "stage" for row in stages} | {"DESIGN": "process"}
        self.sizes = {row["input_id"]: dollars(row["market_share_chart_global_market_size_info"]) for row in inputs}
        self.provider = {row["provider_id"]: row for row in table(folder, "providers")}
        self.rows: dict[str, dict[str, dict[str, str]]] = {}
        for row in table(folder, "provision"):
            self.rows.setdefault(row["provided_id"], {}).setdefault(row["provider_id"], row)
        self.sequence = table(folder, "sequence")

    def denied(self, deny: Iterable[str], evidence: str) -> Share:
        """Node -> the part of its provision that is denied, capped at 1."""
        deny = tuple(deny)
        firms = {id for id, row in self.provider.items() if row["provider_type"] == "organization" and row["provider_name"] in deny}
        codes = {"MAL" if code == "MYS" else code for code in deny}
        known = {row["provider_name"] for row in self.provider.values()}
        assert codes <= known, f"nobody is called {sorted(codes - known)}"
        if firms:
            assert codes == {self.provider[firm]["provider_name"] for firm in firms}, "deny countries or firms, not both"
            return cache(lambda x: min(1.0, sum(self.firm(x, firm, evidence) for firm in firms)))
        return cache(lambda x: min(1.0, sum(self.countries(x, evidence).get(code, 0.0) for code in codes)))

    def countries(self, x: str, evidence: str) -> dict[str, float]:
        """Country -> its share of x under the evidence."""
        position = {"stated": 1, "lo": 0, "central": 1, "hi": 2}[evidence]
        tier, values = self.values(x)
        return {} if evidence == "stated" and tier != "a" else {code: value[position] for code, value in values.items()}

    def values(self, x: str) -> tuple[str, dict[str, tuple[float, float, float]]]:
        """The tier of x, and country -> (lo, central, hi)."""
        rows = [(self.provider[id], row) for id, row in self.rows.get(x, {}).items()]
        countries = [(one, row) for one, row in rows if one["provider_type"] == "country"]
        total = self.total(x)
        if total:
            stated = {one["provider_name"]: _stated(row, total) for one, row in countries if one["provider_name"] != "Various"}
            return "a", stated
        if countries:
            return "b", unstated({one["provider_name"]: negligible(row) for one, row in countries})
        return "c", by_country({one["provider_id"]: (one["country"], negligible(row)) for one, row in rows})

    def total(self, x: str) -> float:
        """The sum of the raw country shares of x, "Various" among them."""
        return sum(percent(row) for id, row in self.rows.get(x, {}).items() if self.provider[id]["provider_type"] == "country")

    def firm(self, x: str, firm: str, evidence: str) -> float:
        """The share of one firm in x."""
        row = self.rows.get(x, {}).get(firm)
        if row is None or negligible(row):
            return 0.0
        if percent(row):
            return percent(row) / (self.total(x) or 100)
        tier, values = self.values(x)
        if tier == "c" or evidence in ("stated", "lo"):
            return 0.0
        home = self.provider[firm]["country"]
        peers = [id for id, other in self.rows[x].items() if self.provider[id]["country"] == home and not negligible(other)]
        return values.get(home, (0.0, 0.0, 0.0))[1] / len(peers)

    def hhi(self, x: str) -> tuple[float, float]:
        """Least and greatest HHI by country of a node with stated shares: "Various" as atoms, and as one provider."""
        shares = [one[1] for one in self.values(x)[1].values()]
        various = max(0.0, 1 - sum(shares))
        return sum(s * s for s in shares), sum(s * s for s in shares) + various**2

    def sample(self, x: str, draw: random.Random) -> dict[str, float]:
        """One draw of the country shares of x."""
        rows = [(self.provider[id], row) for id, row in self.rows.get(x, {}).items()]
        tier, values = self.values(x)
        if tier == "a":
            return {code: value[1] for code, value in values.items()}
        listed = [(one, row) for one, row in rows if tier == "c" or one["provider_type"] == "country"]
        none = all(negligible(row) for _, row in listed)
        small = [(one, draw.uniform(0, 0.02)) for one, row in listed if negligible(row) and not none]
        large = [(one, draw.gammavariate(1, 1)) for one, row in listed if none or not negligible(row)]
        rest, weight = 1 - sum(share for _, share in small), sum(share for _, share in large)
        found: dict[str, float] = {}
        for one, share in [*small, *((one, share / weight * rest) for one, share in large)]:
            code = one["country"] if tier == "c" else one["provider_name"]
            found[code] = found.get(code, 0.0) + share
        return found


class Cut:
    """The readings of a question on one graph, each by recursion from the target upstream."""

    def __init__(self, data: Data, graph: str, denied: Share) -> None:
        self.data, self.graph, self._denied = data, graph, denied
        self._inputs: dict[str, list[str]] = {}
        self._variants: dict[str, list[str]] = {}
        for row in data.sequence:
            if row["goes_into_id"]:
                self._inputs.setdefault(row["goes_into_id"], []).append(row["input_id"])
            if row["is_type_of_id"]:
                self._variants.setdefault(row["is_type_of_id"], []).append(row["input_id"])
        output = next(id for id, kind in data.kind.items() if kind == "ultimate_output")
        self._inputs.setdefault(output, []).extend(["S2", "S3"] if graph == "G0" else ["S1", "S2", "S3", "DESIGN"])
        if graph == "G1":
            self._variants["DESIGN"] = [id for id in DESIGNS if id in data.kind]
        self.L1, self.L2, self.LO, self.W1 = cache(self._l1), cache(self._l2), cache(self._lo), cache(self._w1)

    def inputs(self, x: str) -> list[str]:
        return sorted(set(self._inputs.get(x, [])), key=order)

    def variants(self, x: str) -> list[str]:
        return sorted(set(self._variants.get(x, [])), key=order)

    def own(self, x: str) -> float:
        """The denied part of x's own provision."""
        without = self.variants(x) or (self.graph == "G1" and x in (*DESIGNS, "DESIGN"))
        return 0.0 if without else self._denied(x)

    def _l1(self, x: str) -> float:
        return max([self.own(x), *map(self.L1, self.inputs(x)), *map(self.L1, self.variants(x))])

    def _l2(self, x: str) -> float:
        return max([self.own(x), *map(self.L2, self.inputs(x)), *self.pooled(x, self.L2)])

    def _lo(self, x: str) -> float:
        variants = [self.LO(one) for one in self.variants(x)]
        return max([self.own(x), *map(self.LO, self.inputs(x)), *([min(variants)] if variants else [])])

    def _w1(self, x: str) -> float:
        terms = [*map(self.W1, self.inputs(x)), *self.pooled(x, self.W1)]
        return max(self.own(x), sum(terms) / len(terms)) if terms else self.own(x)

    def W2(self, target: str) -> float:
        sized = [x for x in self.upstream(target) if x in self.data.sizes and x not in DESIGNS and not self.variants(x)]
        sizes = {x: size for x in sized if (size := self.data.sizes[x])}
        return sum(size * self.own(x) for x, size in sizes.items()) / sum(sizes.values()) if sizes else 0.0

    def pooled(self, x: str, reading: Share) -> list[float]:
        """The weighted mean of the variants, as a list of one; of none where x has none."""
        variants = self.variants(x)
        sizes = [self.size(one) for one in variants]
        weights = [1.0] * len(sizes) if None in sizes else [size for size in sizes if size is not None]
        return [sum(w * reading(one) for w, one in zip(weights, variants, strict=True)) / sum(weights)] if variants else []

    def size(self, x: str) -> float | None:
        """The market of x in dollars; of a category the sum of its variants'."""
        parts = [self.size(one) for one in self.variants(x)]
        if parts:
            return None if None in parts else sum(part for part in parts if part is not None)
        return self.data.sizes.get(x)

    def binding(self, x: str) -> str | None:
        """The node at which L2 arises."""
        cut = self.L2(x)
        if cut == 0:
            return None
        if self.own(x) == cut:
            return x
        if cut in self.pooled(x, self.L2):
            bound = {self.binding(one) for one in self.variants(x)}
            return bound.pop() if len(bound) == 1 else x
        return self.binding(next(one for one in self.inputs(x) if self.L2(one) == cut))

    def upstream(self, target: str, without: str | None = None) -> set[str]:
        """The nodes that reach the target, itself included; by no path through `without`."""
        found: set[str] = set()
        left = [] if target == without else [target]
        while left:
            x = left.pop()
            if x not in found:
                found.add(x)
                left += [one for one in (*self.inputs(x), *self.variants(x)) if one != without]
        return found

    def dominated(self, target: str) -> dict[str, int]:
        """Node -> how many upstream nodes reach the target only through it, itself included."""
        upstream = self.upstream(target)
        return {x: len(upstream - self.upstream(target, without=x)) for x in upstream}


def unstated(listed: dict[str, bool]) -> dict[str, tuple[float, float, float]]:
    """(lo, central, hi) of providers listed without a share; the value says whether one is negligible."""
    small = sum(listed.values())
    large = len(listed) - small
    if not large:
        return dict.fromkeys(listed, (0.0, 1 / max(small, 1), 1.0))
    lo = 1 - 0.02 * small if large == 1 else 0.0
    return {one: (0.0, 0.01, 0.02) if little else (lo, (1 - 0.01 * small) / large, 1.0) for one, little in listed.items()}


def by_country(listed: dict[str, tuple[str, bool]]) -> dict[str, tuple[float, float, float]]:
    """The same of firms, summed by country: firm -> (country, whether negligible)."""
    found: dict[str, tuple[float, float, float]] = {}
    for firm, (lo, central, hi) in unstated({firm: little for firm, (_, little) in listed.items()}).items():
        country = listed[firm][0]
        before = found.get(country, (0.0, 0.0, 0.0))
        found[country] = (before[0] + lo, before[1] + central, min(1.0, before[2] + hi))
    homes = {country for country, little in listed.values() if not little}
    if len(homes) == 1:
        (home,) = homes
        elsewhere = sum(little and country != home for country, little in listed.values())
        found[home] = (1 - 0.02 * elsewhere, *found[home][1:])
    return found


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def negligible(row: dict[str, str]) -> bool:
    return row["negligible_market_share"] == "negligible"


def percent(row: dict[str, str]) -> float:
    return float(row["share_provided"].rstrip("%") or 0)


def dollars(text: str) -> float | None:
    match = re.search(r"\$([\d.,]+) (thousand|million|billion)", text)
    return float(match[1].replace(",", "")) * SCALE[match[2]] if match else None


def order(id: str) -> tuple[str, int]:
    """Ids in the order of their numbers."""
    letters = id.rstrip("0123456789")
    return letters, int(id[len(letters) :] or 0)


def _stated(row: dict[str, str], total: float) -> tuple[float, float, float]:
    share = percent(row) / total
    return (0.0, 0.0, 0.02) if negligible(row) else (share, share, share)
