"""Windows on a real X screen of 1366 × 768 with a panel and a window manager's frames."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.screen import virtual_screen, wait_for_manager

pytestmark = pytest.mark.linux("shows windows on an X screen")
ROOT = Path(__file__).parents[2]
PANEL = 40
RULES = f"""<openbox_config xmlns="http://openbox.org/3.4/rc">
<margins><top>0</top><bottom>{PANEL}</bottom><left>0</left><right>0</right></margins>
</openbox_config>"""


@pytest.fixture(scope="module")
def managed_screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A screen of its own with a window manager that leaves a panel its room."""
    rules = tmp_path_factory.mktemp("openbox") / "rc.xml"
    rules.write_text(RULES, encoding="utf-8")
    with virtual_screen() as display:
        manager = subprocess.Popen(
            ["openbox", "--config-file", str(rules)],
            env=os.environ | {"DISPLAY": display},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for_manager(display)
            yield display
        finally:
            manager.terminate()
            manager.wait(10)


@pytest.mark.parametrize("size", [100, 200])
def test_every_kind_of_window_lies_on_the_free_part_of_the_screen(
    managed_screen: str, tmp_path: Path, size: int
) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.helpers.real_windows", str(size), str(tmp_path / "nowhere")],
        cwd=ROOT,
        env=os.environ | {"DISPLAY": managed_screen, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found = json.loads(told.stdout)
    left, top, right, bottom = found["free"]
    assert (right - left + 1, bottom - top + 1) == (1366, 768 - PANEL)
    assert set(found["windows"]) == {"login", "dialog", "chooser"}
    for name, place in found["windows"].items():
        assert left <= place[0] < place[2] <= right, name
        assert top <= place[1] < place[3] <= bottom, name
