"""What starts with the login, for tests: written where no login of this computer reads it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from hvacdesk.services.seats import login_start
from tests.helpers.systems import SYSTEM


@contextmanager
def starts_apart(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """On Linux below the folder, and no systemd hears of it; on Windows in a key of this process's own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    monkeypatch.setattr(login_start, "_reload", lambda: None)
    key = rf"Software\hvacdesk-tests-{os.getpid()}"
    monkeypatch.setattr(login_start, "RUN_KEY", key)
    yield
    if SYSTEM == "win32":
        winreg: Any = import_module("winreg")
        with suppress(FileNotFoundError):
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
