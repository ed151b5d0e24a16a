"""Why something is done: one of a few reasons, none chosen beforehand but where it is plain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QRadioButton, QVBoxLayout, QWidget

from hvacdesk.domain.text.wording import Phrase, Words

Reason = TypeVar("Reason")


class ReasonChoice(QWidget, Generic[Reason]):
    """The reasons under each other.

    Signals:
        changed(): a reason was chosen.
    """

    changed = Signal()

    def __init__(self, words: Words, names: Mapping[Reason, Phrase], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.buttons: dict[Reason, QRadioButton] = {}
        for reason, name in names.items():
            made = QRadioButton(words(name))
            made.toggled.connect(lambda _on: self.changed.emit())
            self.buttons[reason] = made
            column.addWidget(made)

    def chosen(self) -> Reason | None:
        """The chosen reason."""
        return next((reason for reason, made in self.buttons.items() if made.isChecked()), None)

    def choose(self, reason: Reason | None) -> None:
        """Choose one, or none."""
        for one, made in self.buttons.items():
            made.setAutoExclusive(False)
            made.setChecked(one == reason)
            made.setAutoExclusive(True)

    def arm(self, button: QPushButton) -> None:
        """Let the button that goes on wait until one is chosen."""

        def follow() -> None:
            button.setEnabled(self.chosen() is not None)

        self.changed.connect(follow)
        follow()
