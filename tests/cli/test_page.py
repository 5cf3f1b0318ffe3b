"""`lithograph app` passes the settings that an installed package does not see."""

import tomllib

from cli.page import FLAGS, ROOT


def test_flags_equal_the_settings_file() -> None:
    tables = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
    said = {
        f"{section}.{key}": str(value).lower() if isinstance(value, bool) else str(value)
        for section, pairs in tables.items()
        for key, value in pairs.items()
    }
    assert said == FLAGS
