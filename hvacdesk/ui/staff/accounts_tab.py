"""Accounts, for the person responsible: who works here with which roles; inviting, renaming, resetting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.domain.roles import Role, role_words
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.language import words
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.staff.removal_dialog import RemovalDialog
from hvacdesk.ui.staff.role_choice import RoleChoice, roles_area, roles_height
from hvacdesk.ui.staff.roles_dialog import RolesDialog
from hvacdesk.ui.staff.slip import slip_printing
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.one_time import OneTimeDialog
from hvacdesk.ui.widgets.one_time_form import OneTimeForm
from hvacdesk.ui.widgets.others_save import Present, chosen_of
from hvacdesk.ui.widgets.register_view import RegisterView
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.lost_reports import lost_reports


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
            Column("roles", self.tr("Roles"), 140, 1, value=lambda row: role_words(row.roles, words)),
            Column("state", self.tr("State"), 84, kind="chip", value=self._state),
        ]
        table = self.new_table(
            self.tr("Accounts"), columns, kept_as="accounts", names=names_nobody, record="account"
        )
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
        self.pane.show_rows(found)  # none is chosen for somebody who reads who works here

    def _state(self, member: StaffMember) -> ChipValue:
        if not member.active:
            return ChipValue(self.tr("Left"), Tone.NEUTRAL)
        if member.invited:
            return ChipValue(self.tr("Invited"), Tone.WARN)
        return ChipValue(self.tr("Active"), Tone.GOOD)

    def go_on_with(self, *, renamed: str = "") -> None:
        """Open the form that was left half-typed: for this account's name, or for an invitation."""

        def ask() -> None:
            if self.table.select(lambda row: row.account == renamed):
                self._rename()

        if renamed:
            self.once_read(ask)
        else:
            self._invite()

    def _invite(self) -> None:
        self.open_form(InviteDialog(self.context))

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
            self.open_form(kind(self.context, member))


class ResetDialog(OneTimeDialog):
    """Says what a reset does, then shows the one-time passphrase once."""

    def __init__(self, context: DeskContext, member: StaffMember) -> None:
        super().__init__("", context.window)
        self.set_title(self.tr("Reset the passphrase of {name}").format(name=member.name))
        self._context = context
        self._member = member
        self.add_text(
            self.tr(
                "{name} gets a one-time passphrase and chooses a new one with it at the next login. "
                "The present passphrase stops working at once. No data is lost."
            ).format(name=member.name)
        )
        if Role.OWNER.value in member.roles:
            self.add_text(lost_reports(member.name), "muted")
        self.set_primary(self.tr("Reset passphrase"), self.reset)
        self.add_secondary(self.tr("Cancel"))

    def reset(self) -> None:
        """Make the one-time passphrase."""
        context, member = self._context, self._member
        self.ask(
            self.tr("Making the one-time passphrase"),
            lambda: context.office.accounts.reset(context.actor, member.account, shown=member.since),
        ).then(self._show)

    def _show(self, one_time: str) -> None:
        slip = slip_printing(self._context, self._member.account, self)
        text = _hand_over(self._context, self._member.name)
        self.show_once(self.tr("The one-time passphrase"), text, one_time, slip=slip)


class RenameDialog(FormDialog):
    """The name as colleagues see it, at the login and everywhere else."""

    def __init__(self, context: DeskContext, member: StaffMember) -> None:
        super().__init__(context, "", width=440)
        self.set_title(self.tr("Rename {name}").format(name=member.name))
        self._member = member
        self.name = self.form.add("name", self.tr("Name"), QLineEdit(member.name), required=True)
        self.name.selectAll()
        self.watch(known=True)
        self.keep_draft("rename", member.account, "settings", tab="accounts", rename=member.account)
        self.name.setFocus()

    def save(self) -> None:
        """Give the typed name."""
        if self.name.text().strip():
            super().save()
        else:
            self.form.set_error("name", self.tr("Type the person's name."))

    def collect(self) -> Callable[[], object]:
        ctx, member, name = self.ctx, self._member, self.name.text().strip()
        return lambda: ctx.office.accounts.rename(ctx.actor, member.account, name, shown=member.name)

    def present(self) -> Present | None:
        ctx, account = self.ctx, self._member.account

        def read() -> StaffMember:
            return chosen_of(ctx.office.accounts.list(ctx.actor), lambda one: one.account == account)

        return Present(SavedKind.ACCOUNT, account, 0, read, lambda now: RenameDialog(ctx, now))


class InviteDialog(OneTimeForm):
    """Name and roles of a new person; afterwards the one-time passphrase, shown once."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self.set_title(self.tr("Invite"))
        self._context = context
        self.form.add("name", self.tr("Name"), self.name, required=True)
        self.roles = self.form.add("roles", self.tr("Roles"), RoleChoice((Role.DESK.value,)), required=True)
        self.body.addWidget(roles_area(self.form), 1)
        self.set_primary(self.tr("Invite"), self.invite)
        self.add_secondary(self.tr("Cancel"))
        self.resize(theme.px(520), roles_height(self))
        boxes = {role.value: box for role, box in self.roles.boxes.items()}
        self.keep_draft("invite", "settings", {"name": self.name, **boxes}, tab="accounts", invite="yes")
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
        self.make(
            self.tr("Making the account"), lambda: context.office.accounts.invite(context.actor, name, roles)
        ).then(lambda made: self._show(name, *made)).otherwise(self.refuse)

    def _show(self, name: str, account: str, one_time: str) -> None:
        slip = slip_printing(self._context, account, self)
        text = _hand_over(self._context, name)
        self.show_once(self.tr("The one-time passphrase"), text, one_time, slip=slip)


def _hand_over(context: DeskContext, name: str) -> str:
    """What to do with a one-time passphrase and, in an office with several PCs, at which of them it works."""
    text = QCoreApplication.translate(
        "OneTimePassphrase", "Hand this to {name} in person. It is shown only now and works once."
    )
    if context.several_pcs:
        text = QCoreApplication.translate(
            "OneTimePassphrase",
            "Hand this to {name} in person. It is shown only now and works once, at the office PC. "
            "After that first login every PC will do.",
        )
    return text.format(name=name)
