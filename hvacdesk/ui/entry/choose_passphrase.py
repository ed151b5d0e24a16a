"""Choosing a passphrase: typed twice, checked as one types, with a generated one on offer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui.language import words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.passphrase_edit import PassphraseEdit
from hvacdesk.ui.widgets.text import label

LEAST = 15
"""Characters that a passphrase needs (NIST SP 800-63B-4); the vault enforces it and the block list."""


class ChoosePassphrase(QWidget):
    """Two fields, a running judgement and *Suggest one*.

    Args:
        suggest: gives a random passphrase.
        check: raises a :class:`UserFacingError` for a passphrase that is refused.

    Signals:
        changed(): :meth:`ready` may answer differently now.
    """

    changed = Signal()

    def __init__(
        self, suggest: Callable[[], str], check: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._suggest = suggest
        self._check = check
        self._refusal: UserFacingError | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        self.form = Form()
        hint = self.tr(
            "At least {count} characters: letters, digits and signs as they are on the keys, and spaces. "
            "Several words are easier to remember than signs."
        )
        self.first = self.form.add(
            "first",
            self.tr("Passphrase"),
            PassphraseEdit(self.tr("Passphrase")),
            required=True,
            hint=hint.format(count=LEAST),
        )
        self.second = self.form.add(
            "second", self.tr("The same again"), PassphraseEdit(self.tr("The same again")), required=True
        )
        column.addWidget(self.form)
        row = QHBoxLayout()
        row.addWidget(button(self.tr("Suggest one"), self.use_suggestion, kind="link", icon="key-round"))
        self.verdict = label("", "muted", wrap=True)
        row.addWidget(self.verdict, 1)
        column.addLayout(row)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(250)
        self._timer.timeout.connect(self._judge)
        for field in (self.first, self.second):
            field.changed.connect(self._on_typed)

    def text(self) -> str:
        """The chosen passphrase."""
        return self.first.text()

    def ready(self) -> bool:
        """Whether both fields agree and the passphrase is accepted; marks what is wrong."""
        self._judge()
        self.form.clear_errors()
        if self._refusal is not None:
            self.form.set_error("first", self._refusal.in_short(words))
            return False
        if self.second.text() != self.first.text():
            self.form.set_error("second", self.tr("The two passphrases differ."))
            return False
        return True

    def use_suggestion(self) -> None:
        """Fill in a random passphrase, readable, to be written down or remembered."""
        self.first.set_text(self._suggest())
        self.first.set_shown(shown=True)
        self.second.clear()
        self.second.setFocus()

    def forget(self) -> None:
        """Empty both fields."""
        self.first.clear()
        self.second.clear()

    def _on_typed(self) -> None:
        self.form.clear_errors()
        self._timer.start()
        self.changed.emit()

    def _judge(self) -> None:
        self._timer.stop()
        typed = self.first.text()
        self._refusal = None
        try:
            self._check(typed)
        except UserFacingError as error:
            self._refusal = error
        self.verdict.setText("" if not typed else self._opinion(typed))

    def _opinion(self, typed: str) -> str:
        if len(typed) < LEAST:
            return self.tr("Characters still missing: {count}").format(count=LEAST - len(typed))
        if self._refusal is not None:
            return self._refusal.sentences(words)[0]
        if self.second.text() != typed:
            return self.tr("Good. Now type it once more.")
        return self.tr("Good.")
