"""One person's own settings: how the windows look, the passphrase, the PIN."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.languages import LANGUAGES
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.entry.choose_passphrase import ChoosePassphrase
from hvacdesk.ui.entry.pin_view import PinFields
from hvacdesk.ui.preferences import TEXT_SIZES
from hvacdesk.ui.theme import Scheme, theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form import Form, FormField
from hvacdesk.ui.widgets.passphrase_edit import PassphraseEdit
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.waiting import Waiting
from hvacdesk.ui.widgets.work_dialog import ShownWork, WorkDialog


class PersonalTab(QWidget):
    """Looks and secrets of the person who is logged in."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        column.addWidget(self._look_card())
        column.addWidget(self._secrets_card())

    def refresh(self) -> None:
        """Say whether there is a PIN now."""
        has_pin = self._context.office.accounts.has_pin(self._context.actor)
        self.pin_state.setText(
            self.tr("A PIN is set until you log out or switch the user.")
            if has_pin
            else self.tr("No PIN is set: the locked screen asks for the passphrase.")
        )

    def _look_card(self) -> Card:
        card = Card(self.tr("Look"))
        self.language = QComboBox()
        for code, spoken in LANGUAGES.items():
            self.language.addItem(spoken.name, code)
        self.scheme = QComboBox()
        for scheme, name in (
            (Scheme.SYSTEM, self.tr("As the desktop")),
            (Scheme.LIGHT, self.tr("Light")),
            (Scheme.DARK, self.tr("Dark")),
        ):
            self.scheme.addItem(name, scheme)
        self.text_size = QComboBox()
        for size in TEXT_SIZES:
            self.text_size.addItem(f"{size} %", size)
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        for name, box in (
            (self.tr("Language"), self.language),
            (self.tr("Colours"), self.scheme),
            (self.tr("Text size"), self.text_size),
        ):
            row.addWidget(FormField(name, box), 1)
        card.body.addLayout(row)
        look = self._context.look
        self.language.setCurrentIndex(self.language.findData(look.code))
        self.scheme.setCurrentIndex(self.scheme.findData(look.scheme))
        self.text_size.setCurrentIndex(self.text_size.findData(look.text_size))
        for box in (self.language, self.scheme, self.text_size):
            box.activated.connect(self._use_look)
        return card

    def _use_look(self) -> None:
        self._context.change_look(
            self.language.currentData(), Scheme(self.scheme.currentData()), self.text_size.currentData()
        )

    def _secrets_card(self) -> Card:
        card = Card(self.tr("Passphrase and PIN"))
        card.body.addWidget(
            label(
                self.tr("The passphrase is for each login; the PIN opens the locked screen."),
                wrap=True,
            )
        )
        self.pin_state = label("", "muted", wrap=True)
        card.body.addWidget(self.pin_state)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(button(self.tr("Change passphrase"), self._change_passphrase, icon="key-round"))
        row.addWidget(button(self.tr("Set PIN"), self._set_pin, icon="lock"))
        row.addStretch(1)
        card.body.addSpacing(theme.px(4))
        card.body.addLayout(row)
        return card

    def _change_passphrase(self) -> None:
        PassphraseDialog(self._context).open()

    def _set_pin(self) -> None:
        dialog = PinDialog(self._context)
        dialog.accepted.connect(self.refresh)
        dialog.open()


class PresentPassphrase(Form):
    """Asks for the passphrase that is used now, so that nobody changes anything at a desk left open."""

    def __init__(self, again: Callable[[], None]) -> None:
        """``again`` is called when another try makes sense."""
        super().__init__()
        name = self.tr("Present passphrase")
        self.old = self.add("old", name, PassphraseEdit(name), required=True)
        self._waiting = Waiting(self, self.fields["old"].set_error, again)
        self.setFocusProxy(self.old)

    def take(self) -> str | None:
        """What was typed; None and the mistake marked where that is nothing, or the next try has to wait."""
        if self._waiting.seconds:
            return None
        self.clear_errors()
        if not self.old.text():
            self.set_error("old", self.tr("Type the passphrase you use now."))
            return None
        return self.old.text()

    def refuse(self, error: UserFacingError) -> None:
        """Say why it was not taken."""
        self._waiting.tell(error)


class PassphraseDialog(Dialog):
    """The old passphrase once, the new one twice."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__("", context.window, width=480)
        self.set_title(self.tr("Change passphrase"))
        self._context = context
        accounts = context.office.accounts
        self.present = PresentPassphrase(self._enable)
        self.body.addWidget(self.present)
        self.choice = ChoosePassphrase(accounts.suggest_passphrase, accounts.check_passphrase)
        self.body.addWidget(self.choice)
        self.busy = Busy(self.tr("Changing the passphrase"), cancellable=False)
        self.body.addWidget(self.busy)
        self.set_primary(self.tr("Change"), self._go)
        self.add_secondary(self.tr("Cancel"))
        self.present.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        old = self.present.take()
        if old is None or not self.choice.ready():
            return
        new, context = self.choice.text(), self._context
        self._enable(enabled=False)
        changing = ShownWork(self, self.busy, self.tr("Changing the passphrase"))
        background.ask(
            self, lambda: context.office.accounts.change_own_passphrase(context.actor, old, new)
        ).with_busy(changing).then(lambda _nothing: self._changed()).otherwise(self.present.refuse)

    def _enable(self, *, enabled: bool = True) -> None:
        if self.primary is not None:
            self.primary.setEnabled(enabled)

    def _changed(self) -> None:
        self.accept()
        self._context.notify(self.tr("Your passphrase was changed."))


class PinDialog(WorkDialog):
    """Another PIN until its user logs out, for whoever knows the passphrase."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__("", context.window, width=480)
        self.set_title(self.tr("Set PIN"))
        self._context = context
        self.add_text(
            self.tr("Six digits that open the locked screen until you log out or switch the user."), "muted"
        )
        self.present = PresentPassphrase(lambda: None)
        self.fields = PinFields()
        self.body.addWidget(self.present)
        self.body.addWidget(self.fields)
        use = self.set_primary(self.tr("Use this PIN"), self._go)
        self.add_secondary(self.tr("Cancel"))
        self.fields.second.submitted.connect(use.click)  # rests with the button while it is being set
        self.present.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        passphrase, context = self.present.take(), self._context
        pin = self.fields.pin() if passphrase is not None else None
        if passphrase is not None and pin is not None:
            self.ask(
                self.tr("Setting the PIN"),
                lambda: context.office.accounts.change_own_pin(context.actor, passphrase, pin),
            ).then(lambda _nothing: self._changed()).otherwise(self.present.refuse)

    def _changed(self) -> None:
        self.accept()
        self._context.notify(self.tr("The PIN was set."))
