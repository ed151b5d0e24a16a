"""Where the program's own files lie: fonts, icons, translations, help, legal data.

In a checkout they stand in ``resources/`` beside the package. An installed build names its own place once, at
start, with :func:`use_place`.
"""

from __future__ import annotations

from pathlib import Path

_place = Path(__file__).resolve().parent.parent / "resources"


def use_place(folder: Path) -> None:
    """Look for every resource below ``folder`` from now on."""
    global _place  # noqa: PLW0603 - one place per process, set once by an installed build
    _place = folder


def resource(*parts: str) -> Path:
    """The path of one resource, for example ``resource("icons", "eye.svg")``; it need not exist."""
    return _place.joinpath(*parts)
