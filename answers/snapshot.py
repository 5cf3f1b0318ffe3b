"""Snapshot: what the graph said on a day, read once; every answer is computed from one."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Protocol

import numpy as np
from rapidfuzz import fuzz, process

from graph.assemble import Edge, assemble
from graph.errors import UnknownEntity
from graph.evidence import Article, Entity, Evidence, Judgement, Revision, SourceKind, label_of, slug
from graph.network import Kind, Network
from graph.projection import FACTS, Scope, project
from graph.provision import market_of
from graph.settings import today

PREFERRED = ("Company", "Country", "Chip", "Product", "Material", "Policy", "AIModel", "GovBody", "ResearchOrg", "Facility")


class ArticleLike(Protocol):
    """What an answer says of an article."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str | None: ...
    @property
    def publisher(self) -> str | None: ...
    @property
    def published_at(self) -> str | None: ...
    @property
    def url(self) -> str | None: ...
    @property
    def source_kind(self) -> SourceKind: ...
    @property
    def origin(self) -> str: ...
    @property
    def revised_by(self) -> str | None: ...
    @property
    def revision(self) -> Revision | None: ...


class Readable(Protocol):
    """The part of a store that answers read."""

    def version(self) -> int: ...
    def entities(self) -> list[Entity]: ...
    def evidence(self) -> list[Evidence]: ...
    def articles(self) -> Sequence[ArticleLike]: ...
    def article(self, id: str) -> Article: ...
    def judgements(self) -> Sequence[Judgement]: ...


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Entities, evidence and articles with the edges and the network that hold `as_of`, `known_at`."""

    version: int
    as_of: date
    known_at: date | None
    scope: Scope
    entities: Mapping[str, Entity]
    evidence: Mapping[str, Evidence]
    """Statement id -> evidence; all of it, also what the scope leaves out."""
    articles: Mapping[str, ArticleLike]
    judgements: Mapping[str, Judgement]
    """Statement id -> what the analyst says of it."""

    @cached_property
    def edges(self) -> list[Edge]:
        """All edges of the day, plans and denials too."""
        return assemble(self.evidence.values(), as_of=self.as_of, known_at=self.known_at, judgements=self.judgements.values())

    @cached_property
    def network(self) -> Network:
        """The edges that the scope admits, as sparse arrays."""
        return project(self.edges, self.entities.values(), scope=self.scope)

    def flows_only(self) -> "Snapshot":
        """The same with a network of flows alone: what stops tomorrow's output, without tools and rights."""
        network, held = self.network, replace(self)
        held.__dict__["network"] = network.of_groups(np.flatnonzero(network.kind == Kind.FLOW))  # in place of the projection
        return held

    @cached_property
    def confirmed(self) -> frozenset[str]:
        """Ids of the statements that another origin confirms."""
        return frozenset(id for edge in self.edges if edge.standing == "confirmed" for id in edge.statements)

    @cached_property
    def _by_slug(self) -> dict[str, list[Entity]]:
        found: dict[str, list[Entity]] = {}
        for entity in self.entities.values():
            for key in {slug(name) for name in (entity.name, *entity.aliases)}:
                found.setdefault(key, []).append(entity)
        return found

    def find(self, name: str) -> Entity:
        """The entity with this id, name or alias; firms and countries before other types of the same name.

        Raises
        ------
        UnknownEntity
            With up to three near names."""
        if name in self.entities:
            return self.entities[name]
        matches = self._by_slug.get(slug(name), [])
        if not matches:
            raise UnknownEntity(name, self.suggest(name))
        return min(matches, key=lambda e: (PREFERRED.index(e.type) if e.type in PREFERRED else len(PREFERRED), e.id))

    def suggest(self, name: str, most: int = 3) -> list[str]:
        """Names near to `name`, best first: a help for typing, never a match."""
        names = {alias: entity.name for entity in self.entities.values() for alias in (entity.name, *entity.aliases)}
        near = process.extract(name, names.keys(), scorer=fuzz.ratio, processor=str.casefold, limit=3 * most, score_cutoff=60)
        return list(dict.fromkeys(names[match] for match, _, _ in near))[:most]

    def name(self, entity: str) -> str:
        """The display name of an id; a role such as `manufacture` stands for itself."""
        if entity in self.entities:
            return self.entities[entity].name
        if place := market_of(entity):
            return f"{self.name(place)} ({self.name(entity.partition('@')[2])})"
        return entity.partition(":")[2] or entity


def of_network(network: Network) -> Snapshot:
    """A snapshot of a network that was read from a table: names alone, no sentences.

    Countries that the table names are part of it, whether or not they supply anything themselves."""
    places = {place for parts in network.countries.values() for place in parts}
    ids = sorted({*network.ids, *places})
    if len(ids) > len(network.ids):
        position = np.array([bisect_left(ids, id) for id in network.ids], dtype=np.int64)
        network = replace(network, ids=ids, buyer=position[network.buyer], supplier=position[network.supplier])
    entities = {id: Entity(id=id, type=label_of(id), name=id.partition(":")[2]) for id in ids}
    held = Snapshot(0, today(), None, FACTS, entities, {}, {}, {})
    held.__dict__["network"] = network  # in place of the projection of its edges, of which it has none
    return held


def snapshot(store: Readable, *, as_of: date | None = None, known_at: date | None = None, scope: Scope = FACTS) -> Snapshot:
    """What `store` says as of a day (today where None is given), from what was known by `known_at`."""
    return Snapshot(
        version=store.version(),
        as_of=as_of or today(),
        known_at=known_at,
        scope=scope,
        entities={entity.id: entity for entity in store.entities()},
        evidence={item.statement.id: item for item in store.evidence()},
        articles={article.id: article for article in store.articles()},
        judgements={one.statement: one for one in store.judgements()},
    )


def judged_anew(held: Snapshot, store: Readable, version: int) -> Snapshot:
    """The same with what the analyst says by now: for a `version` that differs from `held`'s by judgements alone."""
    return replace(held, version=version, judgements={one.statement: one for one in store.judgements()})
