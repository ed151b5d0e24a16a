"""Accounts, for the person responsible: who works here, with which roles, and what may be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.office.office import StaffMember
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.staff.invite_dialog import InviteDialog
from hvacdesk.ui.staff.removal_dialog import RemovalDialog
from hvacdesk.ui.staff.rename_dialog import RenameDialog
from hvacdesk.ui.staff.reset_dialog import ResetDialog
from hvacdesk.ui.staff.role_choice import role_words
from hvacdesk.ui.staff.roles_dialog import RolesDialog
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.text import label


class AccountsTab(QWidget):
    """The list of accounts; the buttons for the chosen one are under it."""

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
        self.table.keep_columns(context.columns, "accounts")
        self.table.offer(
            lambda: (self.roles_button, self.rename_button, self.reset_button, self.remove_button)
        )
        self.table.current_changed.connect(self._allow)
        self.table.activated_row.connect(lambda _row: self._change_roles())
        card.body.addWidget(self.table, 1)
        card.body.addLayout(self._foot())
        column.addWidget(card, 1)

    def refresh(self) -> None:
        """Read the accounts again."""
        context = self._context
        background.run(self, lambda _progress: context.office.accounts.list(context.actor), self._show)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(10))
        foot.setSpacing(theme.px(8))
        self.hint = label("", "muted", wrap=True)
        foot.addWidget(self.hint, 1)
        self.roles_button = button(self.tr("Change roles"), self._change_roles)
        self.rename_button = button(self.tr("Rename"), self._rename)
        self.reset_button = button(self.tr("Reset passphrase"), self._reset)
        self.remove_button = button(self.tr("Remove"), self._remove)
        foot.addWidget(
            FlowRow((self.roles_button, self.rename_button, self.reset_button, self.remove_button))
        )
        self._allow(None)
        return foot

    def _allow(self, row: object) -> None:
        """One's own passphrase is changed under *You*, and nobody removes the account they sit in."""
        works_here = isinstance(row, StaffMember) and row.active
        own = isinstance(row, StaffMember) and row.account == self._context.actor.account
        self.roles_button.setEnabled(works_here)
        self.rename_button.setEnabled(works_here)
        self.reset_button.setEnabled(works_here and not own)
        self.remove_button.setEnabled(works_here and not own)
        self.hint.setText(self.tr("Another person responsible can remove you.") if own else "")

    def _show(self, staff: tuple[StaffMember, ...]) -> None:
        chosen = self.table.current()
        account = chosen.account if isinstance(chosen, StaffMember) else ""
        self.table.set_rows(staff, keep=lambda row: row.account == account)
        self._allow(self.table.current())

    def _state(self, member: StaffMember) -> ChipValue:
        if not member.active:
            return ChipValue(self.tr("Left"), Tone.NEUTRAL)
        if member.invited:
            return ChipValue(self.tr("Invited"), Tone.WARN)
        return ChipValue(self.tr("Active"), Tone.GOOD)

    def _invite(self) -> None:
        self._open(InviteDialog(self._context))

    def _change_roles(self) -> None:
        self._about(RolesDialog)

    def _rename(self) -> None:
        self._about(RenameDialog)

    def _reset(self) -> None:
        self._about(ResetDialog)

    def _remove(self) -> None:
        self._about(RemovalDialog)

    def _about(self, kind: Callable[[DeskContext, StaffMember], Dialog]) -> None:
        member = self.table.current()
        if isinstance(member, StaffMember) and member.active:
            self._open(kind(self._context, member))

    def _open(self, dialog: Dialog) -> None:
        dialog.accepted.connect(self.refresh)
        dialog.open()
