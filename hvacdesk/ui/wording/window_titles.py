"""What the program's windows are called in the taskbar."""

from __future__ import annotations

NAMELESS = "hvacdesk"
"""A window's title while it is covered, too: neither office nor customer."""


def window_title(office: str, pc: str = "") -> str:
    """With the PC first where it is one of several of an office: their windows may be on one screen.

    Args:
        office: empty where it is not known.
        pc: what the office calls a seat; empty at the office PC.
    """
    return " – ".join(filter(None, (pc, office, NAMELESS)))
