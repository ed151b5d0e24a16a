"""What is said once all that was certain in a file was taken over at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.edits import SavingWork


def tell_taken(
    ctx: DeskContext, taking: SavingWork[Any], taken: int, told: Sequence[str], doubted: int
) -> None:
    """Say how much was taken over, with *Undo* where anything was, and what was left to a person.

    Args:
        taking: the work that did it.
        told: what was taken over, with its number, and what more there is to know of it.
        doubted: how many were certain when the file was read, and are not any more.
    """
    lines = list(told)
    if doubted:
        left = QCoreApplication.translate(
            "TakenAtOnce", "%n are doubtful by now and were left alone: the list says why.", "", doubted
        )
        lines.append(left)
    said = "\n".join(lines)
    if taken:
        ctx.edits.offer(taking, said)
    else:
        ctx.notify(said)
