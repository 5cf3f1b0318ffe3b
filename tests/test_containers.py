"""compose.yaml and the Dockerfile name what there is: settings, options, packages, ports on loopback alone."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import typer.main
import yaml

from cli.app import app
from graph.settings import Settings
from graph.store import Store

ROOT = Path(__file__).parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text()
COMMAND = ["lithograph", "app", "--address", "0.0.0.0", "--port", "8501", "--no-browser"]


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    """The services of compose.yaml."""
    found: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]
    return found


def test_every_port_is_published_on_loopback(services: dict[str, Any]) -> None:
    ports = [port for service in services.values() for port in service["ports"]]
    assert len(ports) == 3
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_password_comes_from_outside(services: dict[str, Any]) -> None:
    said = [services["neo4j"]["environment"]["NEO4J_AUTH"].removeprefix("neo4j/"), services["app"]["environment"]["NEO4J_PASSWORD"]]
    assert all(re.fullmatch(r"\$\{NEO4J_PASSWORD:\?[^}]+\}", value) for value in said)


def test_the_app_is_given_settings_that_it_reads(services: dict[str, Any]) -> None:
    known = {str(field.alias) for field in Settings.model_fields.values()}
    set_in_image = set(re.findall(r"\b(LITHOGRAPH_\w+)=", DOCKERFILE))
    assert set_in_image == {"LITHOGRAPH_HOME"}
    assert set(services["app"]["environment"]) | set_in_image <= known
    assert services["app"]["environment"]["NEO4J_URI"] == "bolt://neo4j:7687"


def test_the_app_waits_for_a_server_that_answers(services: dict[str, Any]) -> None:
    assert services["app"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert "cypher-shell 'RETURN 1'" in services["neo4j"]["healthcheck"]["test"][1]
    assert "/_stcore/health" in DOCKERFILE


def test_the_server_is_given_settings_that_it_knows(services: dict[str, Any], neo4j_store: Store) -> None:
    known = {row["name"] for row in neo4j_store.read("SHOW SETTINGS YIELD name RETURN name AS name ORDER BY name")}
    said = {name.removeprefix("NEO4J_") for name in services["neo4j"]["environment"] if name != "NEO4J_AUTH"}
    assert {re.sub("_+", lambda run: "_" if len(run[0]) == 2 else ".", name) for name in said} <= known


def test_the_image_holds_what_the_wheel_holds() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]
    copied = {word for line in re.findall(r"^COPY (.+)$", DOCKERFILE, re.M) for word in line.split()[:-1]}
    assert set(listed) <= copied


def test_the_image_starts_a_command_that_there_is() -> None:
    assert str(COMMAND).replace("'", '"') in DOCKERFILE
    command = typer.main.get_command(app).get_command(None, COMMAND[1])  # type: ignore[attr-defined]
    assert command.make_context("app", COMMAND[2:]).params == {"port": 8501, "address": "0.0.0.0", "browser": False}


def test_the_image_runs_as_nobody_special() -> None:
    assert re.findall(r"^USER (\w+)$", DOCKERFILE, re.M) == ["lithograph"]
