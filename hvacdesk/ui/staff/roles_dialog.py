"""Other roles for somebody who works here, with a word beforehand when that renews the office's keys."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import ChangedMeanwhile, UserFacingError
from hvacdesk.domain.jobs.ahead import JobAhead
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.roles import ASSIGNABLE, Role, role_words
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.language import words
from hvacdesk.ui.staff.role_choice import RoleChoice, roles_area, roles_height
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.failure import FailureLine
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.jobs_ahead import JobsAheadBox
from hvacdesk.ui.widgets.scroll_column import bring_into_sight
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.work_dialog import WorkDialog
from hvacdesk.ui.wording.jobs_ahead import others_go, who_goes
from hvacdesk.ui.wording.lost_reports import lost_reports


class RolesDialog(WorkDialog):
    """Roles that carried a key and are taken away make the keys change; adding a role changes none."""

    def __init__(self, context: DeskContext, member: StaffMember) -> None:
        super().__init__("", context.window)
        self.set_title(self.tr("Roles of {name}").format(name=member.name))
        self._context = context
        self._member = member
        self.form = Form()
        self.roles = self.form.add("roles", self.tr("Roles"), RoleChoice(member.roles))
        self.body.addWidget(roles_area(self.form), 1)
        self.notice = label("", "muted", wrap=True)
        self.notice.hide()
        self.body.addWidget(self.notice)
        self.ahead = JobsAheadBox(context.words)
        self.body.addWidget(self.ahead)
        self._jobs: tuple[JobAhead, ...] = ()
        self._refusal = FailureLine(self.body)
        self.others = label("", "strong", wrap=True)
        self.others.hide()
        if member.account == context.actor.account:
            self.roles.boxes[Role.OWNER].setEnabled(False)
            self._say(self.tr("Only another person responsible can take that role from you."))
        self.roles.changed.connect(self._foretell)
        self.set_primary(self.tr("Save"), self.save)
        self.add_secondary(self.tr("Cancel"))
        self.resize(theme.px(520), roles_height(self))
        background.ask(self, lambda: context.office.jobs_ahead.of_staff(context.actor, member.account)).then(
            self._keep_jobs
        )

    def save(self) -> None:
        """Give the ticked roles."""
        roles, context, account = self.roles.chosen(), self._context, self._member.account
        shown = frozenset(map(Role, self._member.roles))
        self._refusal.clear()
        self.others.hide()
        if not roles:
            self.form.set_error("roles", self.tr("Tick at least one role."))
            return
        renews = context.office.accounts.withdraws_keys(context.actor, account, roles)
        self.ask(
            self.tr("Renewing the keys") if renews else self.tr("Saving"),
            lambda: context.office.accounts.change_roles(context.actor, account, roles, shown=shown),
        ).then(self._saved).otherwise(self._refused)

    def _foretell(self) -> None:
        """Say beforehand what saving these roles does to the keys."""
        self.form.clear_errors()
        roles = self.roles.chosen()
        context, account = self._context, self._member.account
        renews = bool(roles) and context.office.accounts.withdraws_keys(context.actor, account, roles)
        self._say(self._consequences(roles) if renews else "")
        self._show_jobs(roles)

    def _keep_jobs(self, found: tuple[JobAhead, ...]) -> None:
        self._jobs = found
        self._show_jobs(self.roles.chosen())

    def _show_jobs(self, roles: frozenset[Role]) -> None:
        """Name the work ahead of somebody who can be sent to none any more with these roles."""
        shown = not self.ahead.isHidden()
        jobs = self._jobs if roles and not roles & ASSIGNABLE else ()
        self.ahead.show_jobs(who_goes(self._member.name), jobs, (others_go(),))
        if jobs and not shown:
            self._make_room_for(self.ahead)
            bring_into_sight(self.ahead)

    def _say(self, text: str) -> None:
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    def _consequences(self, roles: frozenset[Role]) -> str:
        text = self.tr(
            "Saving renews the office's keys, so that those that went with the role open nothing any more. "
            "It takes some seconds. Nobody else needs to do anything."
        )
        if Role.OWNER.value in self._member.roles and Role.OWNER not in roles:
            text += "\n" + self.tr(
                "A person responsible may know the recovery sheet: print a new one afterwards."
            )
            text += "\n" + lost_reports(self._member.name)
        return text

    def _refused(self, error: UserFacingError) -> None:
        """Say it below the roles, which a box over them would hide; what somebody else gave, beside them."""
        self._make_room_for(self._refusal.show_error(error))
        if isinstance(error, ChangedMeanwhile):
            context = self._context
            background.ask(self, lambda: context.office.accounts.list(context.actor)).then(self._compare)

    def _compare(self, everybody: tuple[StaffMember, ...]) -> None:
        for now in everybody:
            if now.account == self._member.account:
                text = self.tr("By now {name} has: {roles}")
                self.others.setText(text.format(name=now.name, roles=role_words(now.roles, words)))
                self.body.addWidget(self.others)
                self.others.show()
                self._make_room_for(self.others)
                bring_into_sight(self.others)

    def _make_room_for(self, said: QWidget) -> None:
        """Grow by what is said, so that the roles stay in sight where the screen has room."""
        self.resize(self.width(), self.height() + said.heightForWidth(self.width()) + self.body.spacing())

    def _saved(self, renewed: bool) -> None:
        self.accept()
        name = self._member.name
        text = self.tr("The roles of {name} were saved and the keys renewed.") if renewed else ""
        self._context.notify((text or self.tr("The roles of {name} were saved.")).format(name=name))
