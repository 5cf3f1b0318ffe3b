"""`python -m tests.views.screenshots FOLDER`: every page on the sample corpus as a picture; `--readme` writes docs/screenshot.png too."""

import sys
import tempfile
from pathlib import Path

from tests.views.browser import ROOT, browser, outside, running, settled

SHOTS = {
    "overview": "",
    "entity": "entity?entity=NVIDIA",
    "reliance": "reliance?buyer=Microsoft&target=ASML",
    "chokepoints": "chokepoints",
    "scores": "scores",
    "statements": "statements?words=sole",
    "article": "article",
    "queries": "queries",
    "ingest": "ingest",
}


def main(arguments: list[str]) -> int:
    """Takes the pictures; 1 where a page asked for something outside this machine."""
    folder = Path(next((one for one in arguments if not one.startswith("-")), "screenshots"))
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, running(Path(home)) as address, browser() as (page, asked):
        for name, path in SHOTS.items():
            settled(page, f"{address}/{path}")
            page.screenshot(path=folder / f"{name}.png")
            page.set_viewport_size({"width": 1400, "height": 3000})
            page.wait_for_timeout(1_500)
            page.screenshot(path=folder / f"{name}-all.png")
            page.set_viewport_size({"width": 1400, "height": 1000})
            if name == "reliance" and "--readme" in arguments:
                page.wait_for_timeout(1_500)
                page.screenshot(path=ROOT / "docs" / "screenshot.png")
        left = outside(asked)
    sys.stderr.write("".join(f"left this machine: {one}\n" for one in left))
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
