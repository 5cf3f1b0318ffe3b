"""The tier `llm`: any OpenAI-compatible endpoint reads the article section by section; what it says is checked against the text.

It has no tools, writes no queries and fetches nothing: text goes out, text comes back, and only quoted facts stay."""

import logging
import time
from collections import Counter
from typing import Any

from graph.errors import TierError
from graph.evidence import Article, Entity, Extraction, Mention, Statement
from ingest.tiers import cache
from ingest.tiers.answer import Answer, read_answer
from ingest.tiers.check import check
from ingest.tiers.client import PAUSE_SECONDS, Reply, ask
from ingest.tiers.endpoint import Endpoint
from ingest.tiers.prompt import key_of, request, tokens
from ingest.tiers.sections import sections

log = logging.getLogger(__name__)
VERSION = "llm-1"
WORDS, CHARACTERS = 1_000, 6_000
"""Of a section: what a small model reads with care."""


class LlmExtractor:
    """One endpoint, one budget for all articles that it reads."""

    def __init__(self, endpoint: Endpoint, *, pause: float = PAUSE_SECONDS) -> None:
        self.endpoint, self.pause = endpoint, pause
        self.name = f"{VERSION}:{endpoint.model.replace('+', '-')}"  # + joins tiers
        self.spent = 0
        """Tokens of this run."""
        self.dropped: Counter[str] = Counter()
        """What was not believed in this run, by reason."""

    def extract(self, article: Article) -> Extraction:
        """What the model finds in the article, as far as the article bears it out.

        Raises
        ------
        TierError
            If a section gets no answer, or the article would exceed the budget: then nothing of it is kept."""
        until = time.monotonic() + self.endpoint.seconds
        parts = list(sections(article.text, words=WORDS, characters=CHARACTERS))
        bodies = [request(article.text[slice(*part)], model=self.endpoint.model, format=self.endpoint.format) for part in parts]
        self._afford(article, bodies)
        answers = [self._answer(body, until) for body in bodies]
        return self._extraction(article, parts, answers)

    def _afford(self, article: Article, bodies: list[dict[str, Any]]) -> None:
        """Refuses an article before anything of it is sent; answers that are kept cost nothing."""
        most = sum(tokens(body) for body in bodies if cache.kept(key_of(body)) is None)
        article_limit, run_limit = self.endpoint.article_tokens, self.endpoint.run_tokens
        if most > article_limit:
            raise TierError(f"{article.doc_id} may take {most:,} tokens, LITHOGRAPH_LLM_ARTICLE_TOKENS allows {article_limit:,}")
        if self.spent + most > run_limit:
            raise TierError(
                f"{article.doc_id} may take {most:,} tokens, of the {run_limit:,} of LITHOGRAPH_LLM_RUN_TOKENS {self.spent:,} are spent"
            )

    def _answer(self, body: dict[str, Any], until: float) -> Answer:
        """The kept answer, else the endpoint's, which is kept if it can be read."""
        held = cache.kept(key_of(body))
        if held is not None:
            return read_answer(held.content)
        reply: Reply = ask(self.endpoint, body, until=until, pause=self.pause)
        self.spent += reply.tokens or tokens(body)
        answer = read_answer(reply.content)
        cache.keep(key_of(body), reply)
        return answer

    def _extraction(self, article: Article, parts: list[tuple[int, int]], answers: list[Answer]) -> Extraction:
        entities: dict[str, Entity] = {}
        mentions: set[Mention] = set()
        statements: dict[str, Statement] = {}
        dropped: Counter[str] = Counter()
        for part, answer in zip(parts, answers, strict=True):
            found = check(answer, article, part, self.name)
            entities = {**found.entities, **entities}
            mentions |= found.mentions
            statements = {**{one.id: one for one in found.statements}, **statements}
            dropped += found.dropped
        self._tell(article, dropped)
        return Extraction(
            article=article,
            extractor=self.name,
            entities=tuple(entities[id] for id in sorted(entities)),
            mentions=tuple(sorted(mentions, key=lambda one: (one.start, one.end, one.entity))),
            statements=tuple(sorted(statements.values(), key=lambda one: (one.start, one.head, one.tail, one.type, one.id))),
        )

    def _tell(self, article: Article, dropped: Counter[str]) -> None:
        self.dropped += dropped
        if dropped:
            reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(dropped.items()))
            log.warning("%s: dropped of the language model's answer: %s", article.doc_id, reasons)
