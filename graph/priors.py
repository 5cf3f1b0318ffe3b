"""Priors and conventions, versioned. They feed `p`, central and sampled figures only, and are labelled as priors.

A stored edge holds no prior: only the bounds that words or figures imply, and the name of the cue."""

from graph.evidence import Modality, Model, Share, SourceKind

VERSION = "2026-11"


class Cue(Model):
    """A wording that says how large a reliance is: bounds it implies, and a Beta-PERT prior inside them."""

    name: str
    wording: str
    documented: tuple[Share, Share]
    """What the words themselves imply of the share."""
    prior: tuple[Share, Share, Share]
    """lo, mode, hi of the prior."""

    @property
    def mean(self) -> float:
        """(lo + 4 mode + hi) / 6, the Beta-PERT mean."""
        lo, mode, hi = self.prior
        return (lo + 4 * mode + hi) / 6


CUES: dict[str, Cue] = {
    cue.name: cue
    for cue in (
        Cue(name="sole", wording="sole, only, exclusive, monopoly", documented=(1, 1), prior=(0.9, 0.97, 1)),
        Cue(name="dominant", wording="near-monopoly, dominates", documented=(0, 1), prior=(0.6, 0.8, 0.95)),
        Cue(name="most", wording="most, majority, primarily", documented=(0.5, 1), prior=(0.5, 0.65, 0.85)),
        Cue(name="relies", wording="relies on, depends on, relies heavily on", documented=(0, 1), prior=(0.2, 0.5, 0.85)),
        Cue(name="main", wording="key, major, main supplier", documented=(0, 1), prior=(0.15, 0.35, 0.65)),
        Cue(name="supplies", wording="buys, uses, supplies", documented=(0, 1), prior=(0.02, 0.15, 0.5)),
        Cue(name="negligible", wording="negligible", documented=(0, 0.02), prior=(0, 0.01, 0.02)),
        Cue(name="partner", wording="partner, collaborates", documented=(0, 1), prior=(0, 0.05, 0.2)),
    )
}
"""Shares of the table "Edge weight from text" in docs/methods.md; to be re-fitted as labelled data grow."""

LONE_SUPPLIER = (0.2, 0.8, 1.0)
"""lo, mode, hi of the share of a group's one documented supplier where no wording tells its size: others may exist."""

SOURCE_RELIABILITY: dict[SourceKind, float] = {
    "filing": 0.95,
    "official": 0.95,
    "data set": 0.9,
    "wire": 0.9,
    "newspaper": 0.85,
    "trade press": 0.8,
    "analyst": 0.8,
    "sample": 0.8,
    "newsletter": 0.7,
    "unknown": 0.7,
    "blog": 0.5,
}
"""A convention, not a measurement: how often a source of this kind is right about what it asserts."""

MODALITY_FACTOR: dict[Modality, float] = {"actual": 1.0, "historical": 1.0, "planned": 0.6, "possible": 0.3}

HALF_LIFE_DAYS: dict[str, int] = {
    **dict.fromkeys(("SUPPLIES", "MANUFACTURES", "DEPENDS_ON", "USES", "DEVELOPS", "OPERATES", "INPUT_TO", "PROVIDES"), 730),
    **dict.fromkeys(("OWNS", "SUBSIDIARY_OF"), 1825),
    "INVESTS_IN": 365,
}
"""Age at which a statement counts half; a type that is absent does not age (policies have validity intervals)."""
