"""Accounts, for the person responsible: who works here, with which roles, and what may be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hvacdesk.domain.office.office import StaffMember
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
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.register_view import RegisterView
from hvacdesk.ui.widgets.text import label


class AccountsTab(RegisterView):
    """The list of accounts; the buttons for the chosen one are under it."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        text = self.tr("Each person logs in under their own name, so that the log can tell who did what.")
        self.line.fill_with(label(text, "muted", wrap=True))
        self.act(button(self.tr("Invite"), self._invite, kind="primary", icon="user-plus"))
        self.card.body.addLayout(self._foot())

    def make_table(self) -> DataTable:
        columns = [
            Column("name", self.tr("Name"), 140),
            Column("roles", self.tr("Roles"), 140, 1, value=lambda row: role_words(row.roles)),
            Column("state", self.tr("State"), 84, kind="chip", value=self._state),
        ]
        table = self.new_table(self.tr("Accounts"), columns, kept_as="accounts", record="account")
        table.offer(lambda: (self.roles_button, self.rename_button, self.reset_button, self.remove_button))
        table.activated_row.connect(lambda _row: self._change_roles())
        return table

    def reading(self) -> Callable[[], tuple[StaffMember, ...]]:
        office, actor = self.context.office, self.context.actor
        return lambda: office.accounts.list(actor)

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
        self.enable()
        return foot

    def enable(self) -> None:
        """One's own passphrase is changed under *You*, and nobody removes the account they sit in."""
        row = self.table.current()
        works_here = isinstance(row, StaffMember) and row.active
        own = isinstance(row, StaffMember) and row.account == self.context.actor.account
        self.roles_button.setEnabled(works_here)
        self.rename_button.setEnabled(works_here)
        self.reset_button.setEnabled(works_here and not own)
        self.remove_button.setEnabled(works_here and not own)
        self.hint.setText(self.tr("Another person responsible can remove you.") if own else "")

    def show_read(self, found: tuple[StaffMember, ...]) -> None:
        self.pane.show_rows(found)  # none is chosen for whoever reads who works here

    def _state(self, member: StaffMember) -> ChipValue:
        if not member.active:
            return ChipValue(self.tr("Left"), Tone.NEUTRAL)
        if member.invited:
            return ChipValue(self.tr("Invited"), Tone.WARN)
        return ChipValue(self.tr("Active"), Tone.GOOD)

    def _invite(self) -> None:
        self.ask(InviteDialog(self.context))

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
            self.ask(kind(self.context, member))
