"""Accounts, for the person responsible: who works here, with which roles, and inviting others."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hvacdesk.domain.errors import InvalidInput, UserFacingError
from hvacdesk.domain.office import StaffMember
from hvacdesk.domain.roles import ROLE_NAMES, Role
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.language import words
from hvacdesk.ui.theme import Tone, theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.text import label


def role_words(roles: tuple[str, ...]) -> str:
    """The roles' names in one line."""
    return "・".join(words(ROLE_NAMES[role]) for role in Role if role.value in roles)


class AccountsTab(QWidget):
    """The list of accounts with *Invite* and *Change roles*."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        text = self.tr("Each person logs in under their own name, so that the log can tell who did what.")
        row.addWidget(label(text, "muted", wrap=True), 1)
        self.roles_button = button(self.tr("Change roles"), self._change_roles, icon="pencil")
        self.roles_button.setEnabled(False)
        row.addWidget(self.roles_button)
        row.addWidget(button(self.tr("Invite"), self._invite, kind="primary", icon="user-plus"))
        column.addLayout(row)
        card = Card(padding=1)
        self.table = DataTable(self.tr("Accounts"))
        self.table.set_columns(
            [
                Column("name", self.tr("Name"), 140),
                Column("roles", self.tr("Roles"), 140, 1, value=lambda row: role_words(row.roles)),
                Column("state", self.tr("State"), 84, kind="chip", value=self._state),
            ]
        )
        self.table.current_changed.connect(lambda row: self.roles_button.setEnabled(row is not None))
        self.table.activated_row.connect(lambda _row: self._change_roles())
        card.body.addWidget(self.table)
        column.addWidget(card, 1)

    def refresh(self) -> None:
        """Read the accounts again."""
        context = self._context
        background.run(self, lambda _progress: context.office.accounts.list(context.actor), self._show)

    def _show(self, staff: tuple[StaffMember, ...]) -> None:
        chosen = self.table.current()
        account = chosen.account if isinstance(chosen, StaffMember) else ""
        self.table.set_rows(staff, keep=lambda row: row.account == account)

    def _state(self, member: StaffMember) -> ChipValue:
        if not member.active:
            return ChipValue(self.tr("Left"), Tone.NEUTRAL)
        if member.invited:
            return ChipValue(self.tr("Invited"), Tone.WARN)
        return ChipValue(self.tr("Active"), Tone.GOOD)

    def _invite(self) -> None:
        dialog = InviteDialog(self._context)
        dialog.accepted.connect(self.refresh)
        dialog.open()

    def _change_roles(self) -> None:
        member = self.table.current()
        if isinstance(member, StaffMember):
            dialog = RolesDialog(self._context, member)
            dialog.accepted.connect(self.refresh)
            dialog.open()


class RoleChoice(QWidget):
    """The five roles to tick."""

    def __init__(self, ticked: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        self.boxes: dict[Role, QCheckBox] = {}
        for role in Role:
            box = QCheckBox(words(ROLE_NAMES[role]))
            box.setChecked(role.value in ticked)
            self.boxes[role] = box
            column.addWidget(box)

    def chosen(self) -> frozenset[Role]:
        """The ticked roles."""
        return frozenset(role for role, box in self.boxes.items() if box.isChecked())


class InviteDialog(Dialog):
    """Name and roles of a new person; afterwards the one-time passphrase, shown once.

    Attributes:
        one_time: the passphrase that is shown, empty before.
    """

    def __init__(self, context: DeskContext) -> None:
        super().__init__("", context.window)
        self.set_title(self.tr("Invite"))
        self._context = context
        self.one_time = ""
        self.form = Form()
        self.name = self.form.add("name", self.tr("Name"), QLineEdit(), required=True)
        self.roles = self.form.add("roles", self.tr("Roles"), RoleChoice((Role.DESK.value,)), required=True)
        self.body.addWidget(self.form)
        self.busy = Busy(self.tr("Making the account"), cancellable=False)
        self.body.addWidget(self.busy)
        self.invite_button = self.set_primary(self.tr("Invite"), self.invite)
        self.cancel_button = self.add_secondary(self.tr("Cancel"))
        self.name.setFocus()

    def invite(self) -> None:
        """Make the account."""
        self.form.clear_errors()
        name, roles, context = self.name.text().strip(), self.roles.chosen(), self._context
        if not name:
            self.form.set_error("name", self.tr("Type the person's name."))
            return
        if not roles:
            self.form.set_error("roles", self.tr("Tick at least one role."))
            return
        self.invite_button.setEnabled(False)
        background.run(
            self,
            lambda _progress: context.office.accounts.invite(context.actor, name, roles),
            lambda made: self._show_once(name, made[1]),
            self._refused,
            busy=self.busy,
        )

    def _refused(self, error: UserFacingError) -> None:
        self.invite_button.setEnabled(True)
        if not (isinstance(error, InvalidInput) and self.form.show_invalid(error)):
            self._context.report_error(error)

    def _show_once(self, name: str, one_time: str) -> None:
        self.one_time = one_time
        self.form.hide()
        self.cancel_button.hide()
        self.invite_button.hide()
        self.set_title(self.tr("The one-time passphrase"))
        text = self.tr("Hand this to {name} in person. It is shown only now and works once.")
        self.add_text(text.format(name=name))
        ground = Card()
        shown = label(one_time, "code", wrap=True)
        shown.setAccessibleName(one_time)
        ground.body.addWidget(shown)
        self.body.addWidget(ground)
        self.set_primary(self.tr("I have handed it over"), self.accept).setFocus()
        QTimer.singleShot(0, self, self.adjustSize)

    # Qt's overrides

    def reject(self) -> None:
        """Once the account exists, closing means the same as handing over: the list must be read again."""
        if self.one_time:
            self.accept()
        else:
            super().reject()


class RolesDialog(Dialog):
    """Other roles for somebody who works here."""

    def __init__(self, context: DeskContext, member: StaffMember) -> None:
        super().__init__("", context.window)
        self.set_title(self.tr("Roles of {name}").format(name=member.name))
        self._context = context
        self._member = member
        self.form = Form()
        self.roles = self.form.add("roles", self.tr("Roles"), RoleChoice(member.roles))
        self.body.addWidget(self.form)
        self.set_primary(self.tr("Save"), self.save)
        self.add_secondary(self.tr("Cancel"))

    def save(self) -> None:
        """Give the ticked roles."""
        roles, context = self.roles.chosen(), self._context
        if not roles:
            self.form.set_error("roles", self.tr("Tick at least one role."))
            return
        background.run(
            self,
            lambda _progress: context.office.accounts.change_roles(
                context.actor, self._member.account, roles
            ),
            lambda _nothing: self.accept(),
        )
