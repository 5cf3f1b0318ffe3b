"""Settings from the environment, and the clock. Each is read where it is used and documented in docs/settings.md."""

from datetime import UTC, date, datetime
from pathlib import Path

import platformdirs
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.errors import SettingsError


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
