"""The extractor that a name such as `rules+llm` stands for, and reading with it."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from graph.errors import SettingsError, SourceError, did_you_mean
from graph.evidence import Article, Entity, Extraction
from ingest.extract import Extractor, RulesExtractor
from ingest.reader import Failure
from ingest.tiers.agreement import joined
from ingest.tiers.merge import merge

TIERS = ("rules", "gliner", "llm")


class Merged:
    """Several extractors read an article; their readings are merged."""

    def __init__(self, extractors: Sequence[Extractor]) -> None:
        self.extractors = extractors
        self.name = joined(one.name for one in extractors)

    def extract(self, article: Article) -> Extraction:
        """The merged reading; where one of them cannot read the article there is none."""
        return merge([one.extract(article) for one in self.extractors])


def choose(names: str, learnt: Sequence[Entity] = ()) -> Extractor:
    """The extractor of the tiers in `names`, joined by `+`; where the rules are among them, they know what is `learnt`.

    Raises
    ------
    SettingsError
        If there is no such tier, or one is not installed or not configured."""
    tiers = [name.strip() for name in names.split("+")]
    for name in tiers:
        if name not in TIERS:
            raise SettingsError(f"no extractor {name!r}: join {', '.join(TIERS)} by +{did_you_mean(get_close_matches(name, TIERS, 1))}")
    extractors = [one for one in (_names_and_rules(tiers, learnt), _llm(tiers)) if one is not None]
    return extractors[0] if len(extractors) == 1 else Merged(extractors)


def read_with(extractor: Extractor, articles: Iterable[Article]) -> Iterator[Extraction | Failure]:
    """The readings of `articles` in their order; one that cannot be read comes as a Failure in its place."""
    for article in articles:
        try:
            yield extractor.extract(article)
        except SourceError as error:
            yield Failure(article.doc_id, error)


def _names_and_rules(tiers: list[str], learnt: Sequence[Entity]) -> Extractor | None:
    """The rules and gliner are one reading: the frames relate what gliner names."""
    if "gliner" not in tiers:
        return RulesExtractor(learnt=learnt) if "rules" in tiers else None
    from ingest.tiers.gliner import GlinerExtractor, configured
    from ingest.tiers.joining import rules_and_gliner

    model, name, threshold = configured()
    if "rules" in tiers:
        return rules_and_gliner(model, name=name, threshold=threshold, learnt=learnt)
    return GlinerExtractor(model, name=name, threshold=threshold)


def _llm(tiers: list[str]) -> Extractor | None:
    if "llm" not in tiers:
        return None
    from ingest.tiers.endpoint import check_place, configured
    from ingest.tiers.llm import LlmExtractor

    endpoint = configured()
    check_place(endpoint)
    return LlmExtractor(endpoint)
