"""Another name for somebody who works here."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from hvacdesk.domain.errors import InvalidInput, UserFacingError
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.work_dialog import WorkDialog


class RenameDialog(WorkDialog):
    """The name as colleagues see it, at the login and everywhere else."""

    def __init__(self, context: DeskContext, member: StaffMember) -> None:
        super().__init__("", context.window)
        self.set_title(self.tr("Rename {name}").format(name=member.name))
        self._context = context
        self._member = member
        self.form = Form()
        self.name = self.form.add("name", self.tr("Name"), QLineEdit(member.name), required=True)
        self.name.selectAll()
        self.body.addWidget(self.form)
        self.set_primary(self.tr("Save"), self.save)
        self.add_secondary(self.tr("Cancel"))
        self.name.setFocus()

    def save(self) -> None:
        """Give the typed name."""
        self.form.clear_errors()
        name, context, account = self.name.text().strip(), self._context, self._member.account
        if not name:
            self.form.set_error("name", self.tr("Type the person's name."))
            return
        self.start(
            self.tr("Saving"),
            lambda _progress: context.office.accounts.rename(context.actor, account, name),
            lambda _nothing: self.accept(),
            self._refused,
        )

    def _refused(self, error: UserFacingError) -> None:
        if not (isinstance(error, InvalidInput) and self.form.show_invalid(error)):
            show_error(self, error)
