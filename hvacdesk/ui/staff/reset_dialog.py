"""A new start for somebody who forgot the passphrase."""

from __future__ import annotations

from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.roles import Role
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.staff.slip import slip_printing
from hvacdesk.ui.widgets.one_time import OneTimeDialog
from hvacdesk.ui.wording.lost_reports import lost_reports


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
        context, account = self._context, self._member.account
        self.start(
            self.tr("Making the one-time passphrase"),
            lambda _progress: context.office.accounts.reset(context.actor, account),
            self._show,
        )

    def _show(self, one_time: str) -> None:
        text = self.tr("Hand this to {name} in person. It is shown only now and works once.")
        title = self.tr("The one-time passphrase")
        slip = slip_printing(self._context, self._member.account, self)
        self.show_once(title, text.format(name=self._member.name), one_time, slip=slip)
