"""No module's source text stays in memory for PySide6's sake."""

from __future__ import annotations

import subprocess
import sys

COUNT = """
import hvacdesk.app, hvacdesk.ui.shell.main_window, hvacdesk.services.open_office, linecache
print([name for name, kept in linecache.cache.items() if len(kept) > 1 and name.endswith(".py")])
"""


def test_no_source_text_is_kept() -> None:
    done = subprocess.run([sys.executable, "-c", COUNT], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "[]\n"
