"""Removing somebody who leaves: what it means, the renewal of the keys, and what is left to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt

from hvacdesk.domain.entry.keys import Departure
from hvacdesk.domain.jobs.ahead import JobAhead
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.papers.register import AWAY, PaperRow, RegisterQuery
from hvacdesk.domain.roles import Role
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.language import listed
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.jobs_ahead import JobsAheadBox
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.work_dialog import WorkDialog
from hvacdesk.ui.wording.jobs_ahead import ahead_lines, others_go, who_goes
from hvacdesk.ui.wording.lost_reports import lost_reports

PAPERS_NAMED = 6
Way = tuple[str, str, Callable[[], object]]
"""What is left to do, the words of the link to it, and where that leads."""


@dataclass(frozen=True)
class _Belongings:
    """What else concerns a leaver: names of other computer logins, papers out, cabinets' keys, work ahead."""

    logins: tuple[str, ...]
    papers: tuple[PaperRow, ...]
    cabinets: tuple[str, ...]
    jobs: tuple[JobAhead, ...]


class RemovalDialog(WorkDialog):
    """One step for a leaver; it never waits for a printer.

    Attributes:
        departure: what the removal did; None before.
    """

    def __init__(self, context: DeskContext, member: StaffMember) -> None:
        super().__init__("", context.window, width=520)
        self.set_title(self.tr("Remove {name}").format(name=member.name))
        self._context = context
        self._member = member
        self._papers: tuple[PaperRow, ...] = ()
        self._cabinets: tuple[str, ...] = ()
        self._jobs: tuple[JobAhead, ...] = ()
        self.departure: Departure | None = None
        for text in self._consequences():
            self.add_text(text)
        self.others = label("", wrap=True)
        self.others.hide()
        self.body.addWidget(self.others)
        self.ahead = JobsAheadBox(context.words)
        self.body.addWidget(self.ahead)
        self.set_primary(self.tr("Remove"), self.remove)
        self.add_secondary(self.tr("Cancel"))
        background.ask(self, self._look_up).then(self._show_belongings)

    def remove(self) -> None:
        """Remove the account and renew the keys."""
        context, account = self._context, self._member.account
        self.ask(
            self.tr("Removing the account and renewing the keys"),
            lambda: context.office.accounts.remove(context.actor, account),
        ).then(self._removed)

    def _consequences(self) -> tuple[str, ...]:
        name = self._member.name
        texts = [
            self.tr("{name} can no longer log in. The audit log keeps what they did.").format(name=name),
            self.tr(
                "The office's keys are renewed, so that nothing {name} knows or may have copied opens the "
                "data from now on. It takes some seconds and needs no printer."
            ).format(name=name),
        ]
        if Role.OWNER.value in self._member.roles:
            texts.append(
                self.tr("{name} may know the recovery sheet: print a new one afterwards.").format(name=name)
            )
            texts.append(lost_reports(name))
        return tuple(texts)

    def _look_up(self) -> _Belongings:
        office, actor = self._context.office, self._context.actor
        logins = office.keys.standing(actor).logins
        return _Belongings(
            tuple(login.name for login in logins if not login.here),
            office.papers.rows(actor, RegisterQuery(states=AWAY, holder=self._member.name)),
            tuple(
                cabinet.label
                for cabinet in office.papers.cabinets.all(actor)
                if cabinet.key_holder == self._member.account
            ),
            office.jobs_ahead.of_staff(actor, self._member.account),
        )

    def _show_belongings(self, found: _Belongings) -> None:
        self._papers, self._cabinets, self._jobs = found.papers, found.cabinets, found.jobs
        texts = []
        if found.logins:
            names = listed(found.logins)
            texts.append(
                self.tr(
                    "These logins of this computer have to be enrolled again afterwards: {names}."
                ).format(names=names)
            )
        if found.papers:
            texts.append(self._papers_text())
        if found.cabinets:
            texts.append(self._keys_text())
        if self.departure is not None:
            return
        if texts:
            self.others.setText("\n".join(texts))
            self.others.show()
        self.ahead.show_jobs(who_goes(self._member.name), found.jobs, (others_go(),))
        self.adjustSize()

    def _papers_text(self) -> str:
        numbers = listed(paper.number for paper in self._papers[:PAPERS_NAMED])
        more = "…" if len(self._papers) > PAPERS_NAMED else ""
        return self.tr("Papers still out with {name}: {numbers}").format(
            name=self._member.name, numbers=numbers + more
        )

    def _keys_text(self) -> str:
        text = self.tr("Take back the key of: {cabinets}. Then name who holds it.")
        return text.format(cabinets=listed(self._cabinets))

    def _removed(self, departure: Departure) -> None:
        self.departure = departure
        title = self.tr("{name} was removed and the keys were renewed").format(name=self._member.name)
        self.turn_to(title, self.tr("Close"))
        left = self._left_to_do(departure)
        if not left:
            self.add_text(self.tr("Nothing else needs to be done."))
        for text, link, go in left:
            self.add_text(text)
            if link:
                self.body.addWidget(button(link, go, kind="link"), 0, Qt.AlignmentFlag.AlignLeft)

    def _left_to_do(self, departure: Departure) -> list[Way]:
        left: list[Way] = []
        if self._jobs:
            left.append((self._jobs_text(), self.tr("Schedule"), self._go_to_jobs))
        if departure.sheet_due:
            text = self.tr("Print a new recovery sheet. Until then the present one still opens the office.")
            left.append((text, self.tr("New recovery sheet"), lambda: self._go("keys")))
        if departure.logins_to_enrol:
            names = listed(departure.logins_to_enrol)
            text = self.tr("Enrol these logins of this computer again: {names}.").format(names=names)
            left.append((text, self.tr("Computer logins"), lambda: self._go("keys")))
        if departure.pending:
            text = self.tr(
                "The former keys and their file are kept until a verified backup of the new ones exists."
            )
            left.append((text, self.tr("Back up now"), lambda: self._go("backups")))
        if self._papers:
            left.append((self._papers_text(), self.tr("Register returns"), self._go_to_papers))
        if self._cabinets:
            left.append((self._keys_text(), self.tr("Register of papers"), self._go_to_papers))
        return left

    def _jobs_text(self) -> str:
        lines = ahead_lines(self._jobs, self._context.words)
        return "\n".join((who_goes(self._member.name), *lines, self.tr("Put somebody else down for each.")))

    def _go_to_jobs(self) -> None:
        """The calendar, on the day of the nearest job, where its card says that who goes has left."""
        self.accept()
        day = next((one.on for one in self._jobs if one.on), "")
        self._context.navigate("schedule", **({"day": day} if day else {}))

    def _go(self, tab: str) -> None:
        self.accept()
        self._context.navigate("settings", tab=tab)

    def _go_to_papers(self) -> None:
        self.accept()
        self._context.navigate("work_orders", copies="yes")
