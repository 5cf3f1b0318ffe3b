"""Settings from the environment, and the clock. Each is read where it is used and documented in docs/settings.md."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Literal

import platformdirs
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.errors import SettingsError

Count = Annotated[int, Field(gt=0)]


class Settings(BaseSettings):
    """What the environment says; nothing is read from files.

    `NEO4J_*` choose a server; without a URI the embedded engine is used."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True)

    home: Path = Field(default_factory=lambda: Path(platformdirs.user_data_dir("lithograph")), alias="LITHOGRAPH_HOME")
    queries: Path | None = Field(default=None, alias="LITHOGRAPH_QUERIES")
    now: datetime | None = Field(default=None, alias="LITHOGRAPH_NOW")
    neo4j_uri: str | None = Field(default=None, alias="NEO4J_URI")
    neo4j_username: str = Field(default="neo4j", alias="NEO4J_USERNAME")
    neo4j_password: SecretStr = Field(default=SecretStr(""), alias="NEO4J_PASSWORD")
    neo4j_database: str = Field(default="neo4j", alias="NEO4J_DATABASE")
    gliner_model: str | None = Field(default=None, alias="LITHOGRAPH_GLINER_MODEL")
    """A folder of weights, or `hub:NAME` for one that may be downloaded."""
    gliner_threshold: Annotated[float, Field(ge=0, le=1)] = Field(default=0.5, alias="LITHOGRAPH_GLINER_THRESHOLD")
    llm_url: str | None = Field(default=None, alias="LITHOGRAPH_LLM_URL")
    llm_model: str | None = Field(default=None, alias="LITHOGRAPH_LLM_MODEL")
    llm_key: SecretStr | None = Field(default=None, alias="LITHOGRAPH_LLM_KEY")
    llm_format: Literal["json_schema", "json_object"] = Field(default="json_schema", alias="LITHOGRAPH_LLM_FORMAT")
    llm_allow_host: str | None = Field(default=None, alias="LITHOGRAPH_LLM_ALLOW_HOST")
    """HOST:PORT of an endpoint that is neither on this machine nor public and encrypted."""
    llm_seconds: Annotated[float, Field(gt=0)] = Field(default=300, alias="LITHOGRAPH_LLM_SECONDS")
    """For one article, repetitions included."""
    llm_article_tokens: Count = Field(default=60_000, alias="LITHOGRAPH_LLM_ARTICLE_TOKENS")
    llm_run_tokens: Count = Field(default=1_000_000, alias="LITHOGRAPH_LLM_RUN_TOKENS")


def settings() -> Settings:
    """The settings as the environment stands now.

    Raises
    ------
    SettingsError
        Naming the variable that makes no sense, never its value."""
    try:
        return Settings()
    except ValidationError as error:
        names = ", ".join(str(part["loc"][0]) for part in error.errors())
        raise SettingsError(f"the setting {names} makes no sense; see docs/settings.md for its form") from None


def now() -> datetime:
    """The present moment in UTC, or `LITHOGRAPH_NOW` where that is set."""
    fixed = settings().now
    if fixed is None:
        return datetime.now(UTC)
    return fixed if fixed.tzinfo else fixed.replace(tzinfo=UTC)


def today() -> date:
    """The present day in UTC."""
    return now().date()
