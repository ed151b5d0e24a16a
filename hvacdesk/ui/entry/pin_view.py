"""Offers a six-digit PIN that opens the screen lock until its user logs out."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.entry.pins import PinTooEasy, check_pin
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.ui.language import words
from hvacdesk.ui.widgets.entry_view import WorkingView
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.passphrase_edit import PassphraseEdit
from hvacdesk.ui.widgets.text import label


def pin_digits(text: str) -> str:
    """What was typed with full-width digits made plain."""
    return unicodedata.normalize("NFKC", text).strip()


class PinFields(Form):
    """The PIN, typed twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        first, second = self.tr("PIN"), self.tr("The same again")
        self.first = self.add("first", first, PassphraseEdit(first, digits=True))
        self.second = self.add("second", second, PassphraseEdit(second, digits=True))
        for edit in (self.first, self.second):
            edit.changed.connect(self.clear_errors)
        self.setFocusProxy(self.first.edit)

    def pin(self) -> str | None:
        """The six digits; None and the mistake marked where it is no PIN."""
        self.clear_errors()
        pin = pin_digits(self.first.text())
        try:
            check_pin(pin)
        except PinTooEasy as easy:
            self.set_error("first", easy.in_short(words))
            return None
        except InvalidInput:
            self.set_error("first", self.tr("Type six digits."))
            return None
        if not self.second.text():
            self.set_error("second", self.tr("Type the same digits here once more."))
            self.second.edit.setFocus()
            return None
        if pin_digits(self.second.text()) != pin:
            self.set_error("second", self.tr("The two PINs differ."))
            return None
        return pin

    def empty(self) -> None:
        """Leave no PIN in the fields."""
        self.first.clear()
        self.second.clear()


class PinView(WorkingView):
    """Asks for the PIN twice; skipping means that the lock asks for the passphrase.

    Signals:
        chosen(pin): six digits.
        skipped(): no PIN today.
    """

    chosen = Signal(str)
    skipped = Signal()

    def __init__(self, parent: QWidget | None = None, *, made: str = "") -> None:
        """``made``: the name of an office that was just set up."""
        super().__init__(parent)
        self.set_heading(
            self.tr("A PIN for the screen lock"),
            self.tr(
                "Choose six digits. They open the locked screen until you log out or switch the user; at "
                "the next login you choose again, and may take the same. After five wrong tries the "
                "passphrase is needed."
            ),
        )
        if made:
            told = self.tr("The office “{name}” was created.")
            self.body.addWidget(label(told.format(name=made), wrap=True))
        self.form = PinFields()
        self.body.addWidget(self.form)
        self.form.second.submitted.connect(self.go)
        self.add_busy(self.tr("Setting the PIN"))
        self.set_primary(self.tr("Use this PIN"), self.go)
        self.add_back(self.tr("Without a PIN"), self.skipped.emit)
        self.setFocusProxy(self.form)

    def go(self) -> None:
        """Pass the PIN on if it is one and both fields agree."""
        pin = self.form.pin()
        if pin is not None:
            self.form.empty()
            self.chosen.emit(pin)
