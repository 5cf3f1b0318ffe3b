"""What exists is documented; what is generated is up to date."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from graph.ontology import EDGE_TYPES, NODE_TYPES
from graph.settings import Settings
from queries import load_queries

ROOT = Path(__file__).resolve().parent.parent
DOCS = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md")}


def test_generated_pages_are_up_to_date() -> None:
    done = subprocess.run([sys.executable, "-m", "docs.generate", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", [node.label for node in NODE_TYPES] + [edge.type for edge in EDGE_TYPES])
def test_every_type_is_documented(name: str) -> None:
    assert name in DOCS["ontology.md"]


def test_every_query_setting_and_page_is_documented() -> None:
    assert all(name in DOCS["queries.md"] for name in load_queries())
    assert all(str(field.alias) in DOCS["settings.md"] for field in Settings.model_fields.values())
    pages = re.findall(r'st.Page\(.*?title="(\w+)"', (ROOT / "app.py").read_text())
    assert len(pages) == 9
    assert all(page in (ROOT / "README.md").read_text() + (ROOT / "CHANGELOG.md").read_text() for page in pages)


def test_every_command_is_documented() -> None:
    from typer.main import get_command

    from cli.app import app
    from docs.generate import COMMANDS

    group = get_command(app)
    found = {
        f"{name} {inner}".strip()
        for name, command in group.commands.items()  # type: ignore[attr-defined]
        for inner in getattr(command, "commands", {"": None})
    }
    assert found == set(COMMANDS)


def test_every_link_in_the_readme_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", (ROOT / "README.md").read_text()):
        assert (ROOT / target).exists(), target
