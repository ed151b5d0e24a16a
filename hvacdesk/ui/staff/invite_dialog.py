"""Inviting somebody: name and roles, then the one-time passphrase."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from hvacdesk.domain.errors import InvalidInput, UserFacingError
from hvacdesk.domain.roles import Role
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.staff.role_choice import RoleChoice, roles_area, roles_height
from hvacdesk.ui.staff.slip import slip_printing
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.one_time import OneTimeDialog


class InviteDialog(OneTimeDialog):
    """Name and roles of a new person; afterwards the one-time passphrase, shown once."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__("", context.window)
        self.set_title(self.tr("Invite"))
        self._context = context
        self.form = Form()
        self.name = self.form.add("name", self.tr("Name"), QLineEdit(), required=True)
        self.roles = self.form.add("roles", self.tr("Roles"), RoleChoice((Role.DESK.value,)), required=True)
        self.body.addWidget(roles_area(self.form), 1)
        self.set_primary(self.tr("Invite"), self.invite)
        self.add_secondary(self.tr("Cancel"))
        self.resize(theme.px(520), roles_height(self))
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
        self.start(
            self.tr("Making the account"),
            lambda _progress: context.office.accounts.invite(context.actor, name, roles),
            lambda made: self._show(name, *made),
            self._refused,
        )

    def _refused(self, error: UserFacingError) -> None:
        if not (isinstance(error, InvalidInput) and self.form.show_invalid(error)):
            self._context.report_error(error)

    def _show(self, name: str, account: str, one_time: str) -> None:
        text = self.tr("Hand this to {name} in person. It is shown only now and works once.")
        slip = slip_printing(self._context, account, self)
        self.show_once(self.tr("The one-time passphrase"), text.format(name=name), one_time, slip=slip)
