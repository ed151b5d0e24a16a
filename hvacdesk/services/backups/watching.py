"""How far a backup or a restore is: who asks for one says whom to tell, and whether it is to stop."""

from __future__ import annotations

from collections.abc import Callable

from hvacdesk.domain.text.wording import Phrase

Progress = Callable[[Phrase, int, int], None]
"""Is told the step, its number and how many there are."""


def unwatched(_step: Phrase, _number: int, _steps: int) -> None:
    """Nobody watches."""


def never() -> bool:
    """Nobody stops it."""
    return False
