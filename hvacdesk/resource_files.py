"""Where the program's own files lie: fonts, icons, translations, legal data.

They are in ``resources/`` beside the package in a checkout, and inside the package when it was installed as
a wheel.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of one resource, for example ``resource("icons", "eye.svg")``; it need not exist."""
    return _place().joinpath(*parts)


def program_folder() -> Path:
    """The folder of the program itself, which an update exchanges and its removal deletes."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return Path(__file__).resolve().parent


@cache
def _place() -> Path:
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
