"""Keys, for the person responsible: their state, the recovery sheets, and the logins of this computer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from hvacdesk.domain.entry.keys import DeviceLogin, KeyStanding, SheetRecord
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.entry.login_dialogs import EnrolDialog, WithdrawDialog
from hvacdesk.ui.entry.renew_dialog import RenewDialog
from hvacdesk.ui.entry.sheet_renewal import NewSheetDialog
from hvacdesk.ui.language import listed, words
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.line_list import Line, LineAction, LineList
from hvacdesk.ui.widgets.state_tab import StateTab
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.backup_places import still_kept_text


class KeysTab(StateTab):
    """Three cards; warnings that need somebody to act are shown above them."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._standing: KeyStanding | None = None
        self._reader = background.Reader(self)
        self.place_trouble()
        for card in (self._keys_card(), self._sheets_card(), self._logins_card()):
            self.column.addWidget(card)

    def refresh(self) -> None:
        """Read the state of the keys."""
        context = self._context
        self._reader.read(lambda: context.office.keys.standing(context.actor)).then(self._show).otherwise(
            self.show_trouble
        )

    # Building

    def _keys_card(self) -> Card:
        card = Card(self.tr("Keys of the office"))
        self.epoch = label("", wrap=True)
        self.fingerprint = label("", "code", wrap=True)
        card.body.addWidget(self.epoch)
        card.body.addWidget(
            label(self.tr("Fingerprint of the signing key, as on the recovery sheet"), "muted")
        )
        card.body.addWidget(self.fingerprint)
        self.renew_button = button(self.tr("Renew the keys"), self._renew, icon="refresh-cw")
        card.body.addWidget(self.renew_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _sheets_card(self) -> Card:
        self.sheet_button = button(self.tr("New recovery sheet"), self._new_sheet, icon="printer")
        self.sheets = LineList(self.tr("Recovery sheets"))
        text = self.tr("Only the newest opens the office. An older one opens old backups: shred it.")
        return _list_card(self.tr("Recovery sheets"), self.sheet_button, text, self.sheets)

    def _logins_card(self) -> Card:
        self.enrol_button = button(self.tr("Enrol another login"), self.enrol, icon="user-plus")
        self.logins = LineList(self.tr("Logins of this computer"))
        text = self.tr("Whose key stores hold the office's key. Most offices need one only.")
        return _list_card(self.tr("Logins of this computer"), self.enrol_button, text, self.logins)

    # Showing

    def _show(self, standing: KeyStanding) -> None:
        self.begin_showing()
        self._standing = standing
        self.epoch.setText(self.tr("Epoch {number}").format(number=standing.epoch))
        self.fingerprint.setText(standing.fingerprint)
        self._show_warnings(standing)
        newest = max((sheet.number for sheet in standing.sheets), default=0)
        self.sheets.set_lines([self._sheet_line(sheet, newest) for sheet in standing.sheets])
        self.logins.set_lines([self._login_line(login, standing.epoch) for login in standing.logins])

    def _show_warnings(self, standing: KeyStanding) -> None:
        back_up = partial(self._context.navigate, "settings", tab="backups")
        if standing.kept_because is not None:
            self.warn(still_kept_text(standing.kept_because, words), (self.tr("Back up"), back_up))
        elif standing.former_epochs:
            numbers = listed(str(epoch) for epoch in standing.former_epochs)
            text = self.tr(
                "The file and the key of epoch {numbers} are kept until a verified backup of the present "
                "epoch exists."
            ).format(numbers=numbers)
            self.warn(text, (self.tr("Back up"), back_up))
        if standing.sheet_due:
            text = self.tr("A new recovery sheet is due: the present one was used, or somebody may know it.")
            self.warn(text, (self.tr("New recovery sheet"), self._new_sheet))

    def _sheet_line(self, sheet: SheetRecord, newest: int) -> Line:
        name = self.tr("Sheet {number}").format(number=sheet.number)
        notes = [self.tr("printed {day}").format(day=day_text(sheet.created_on))]
        if sheet.replaced_on:
            notes.append(self.tr("replaced {day}").format(day=day_text(sheet.replaced_on)))
        if sheet.shredded_on:
            notes.append(self.tr("shredded {day}").format(day=day_text(sheet.shredded_on)))
        if not sheet.to_shred:
            in_force = sheet.number == newest
            chip = ChipValue(self.tr("Opens the office"), Tone.GOOD) if in_force else None
            return Line(name, [listed(notes)], chip=chip or ChipValue(self.tr("Shredded")))
        action = LineAction(
            self.tr("Shredded"),
            lambda: self._shredded(sheet.number),
            self.tr("Sheet {number} is shredded").format(number=sheet.number),
        )
        chip = ChipValue(self.tr("To be shredded"), Tone.WARN)
        return Line(name, [listed(notes)], chip=chip, actions=[action])

    def _login_line(self, login: DeviceLogin, epoch: int) -> Line:
        if login.here:
            return Line(login.name, chip=ChipValue(self.tr("This login"), Tone.GOOD))
        action = LineAction(
            self.tr("Withdraw"),
            lambda: self._withdraw(login),
            self.tr("Withdraw {name}").format(name=login.name),
        )
        if login.epoch == epoch:
            return Line(login.name, chip=ChipValue(self.tr("Enrolled"), Tone.GOOD), actions=[action])
        note = self.tr("Takes over the renewed keys by itself at its next start.")
        chip = ChipValue(self.tr("Behind"), Tone.NEUTRAL)
        return Line(login.name, [note], chip=chip, actions=[action])

    # Acts

    def _renew(self) -> None:
        self._open(RenewDialog(self._context))

    def _new_sheet(self) -> None:
        if self._standing is not None and self._standing.sheets:
            newest = max(sheet.number for sheet in self._standing.sheets)
            self._open(NewSheetDialog(self._context, newest))

    def _shredded(self, number: int) -> None:
        context = self._context
        background.ask(self, lambda: context.office.keys.sheet_shredded(context.actor, number)).then(
            lambda _nothing: self.refresh()
        )

    def enrol(self) -> None:
        """Ask for the name of another login of this computer."""
        self._open(EnrolDialog(self._context))

    def _withdraw(self, login: DeviceLogin) -> None:
        logins = self._standing.logins if self._standing is not None else ()
        others = tuple(one for one in logins if not one.here and one.login != login.login)
        self._open(WithdrawDialog(self._context, login, others))

    def _open(self, dialog: Dialog) -> None:
        dialog.accepted.connect(self.refresh)
        dialog.open()


def _list_card(title: str, act: QPushButton, text: str, lines: LineList) -> Card:
    """Some lines with what they are and one act."""
    card = Card(title)
    card.head.addWidget(act)
    card.body.addWidget(label(text, "muted", wrap=True))
    card.body.addWidget(lines)
    return card
