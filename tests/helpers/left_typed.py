"""What a person left half typed at the PC of a window."""

from __future__ import annotations

from typing import Any

from hvacdesk.ui.drafts import DraftKeeper
from hvacdesk.ui.half_typed import subject_of


def left_typed(keeper: DraftKeeper, form: str, key: str) -> dict[str, Any] | None:
    """What is stored of a form; None where nothing is."""
    kept = keeper._office.drafts.find(keeper._actor, form, subject_of(key, keeper.seat))
    return None if kept is None else dict(kept["typed"])
