"""What a form asks before it saves."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from PySide6.QtWidgets import QWidget


class SaveQuestion(NamedTuple):
    """A question before saving. ``back`` leaves the form open, and Enter means that.

    Attributes:
        about: the control that is asked about, if it is one; it has the keyboard after the way back.
        instead: what the first answer does where that is to mend the form, which is saved so then.
        agreed: what the other answer does besides going on.
    """

    question: str
    why: str
    back: str
    go_on: str
    about: QWidget | None = None
    instead: Callable[[], object] | None = None
    agreed: Callable[[], object] | None = None


class Settled(Protocol):
    """What watches a field and has a word on it before the form is saved."""

    def settle(self) -> None: ...

    def question(self) -> SaveQuestion | None: ...
