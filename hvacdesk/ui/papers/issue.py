"""From a job, or from a day, to the preview of its work orders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from secrets import token_hex

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs.jobs import JobRow, JobState
from hvacdesk.domain.papers.work_orders import (
    PROFILE_NAMES,
    REPRINT_REASON_NAMES,
    CopyRow,
    CopyState,
    IssuedDay,
    IssuedOrder,
    Profile,
    ReprintReason,
    needed_profiles,
)
from hvacdesk.services.papers.work_order_issuing import ReprintNeedsReason
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.firm_contract import FirmContractNote
from hvacdesk.ui.widgets.reason_choice import ReasonChoice
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.waiting_line import PatientReading
from hvacdesk.ui.widgets.work_dialog import ShownWork
from hvacdesk.ui.wording.jobs import job_line

_WORK_BEHIND = frozenset({JobState.DONE, JobState.INVOICED, JobState.PAID})
"""Nobody needs a job's copies any more, whatever was changed of it."""


def usual_profiles(row: JobRow) -> tuple[Profile, ...]:
    """The copies that a listed job needs."""
    return needed_profiles(row.staff, row.partner_firm)


def printed_profiles(copies: Iterable[CopyRow]) -> frozenset[Profile]:
    """The profiles of which a copy was printed."""
    return frozenset(copy.profile for copy in copies if copy.state is not CopyState.STRUCK)


def perhaps_printed(copies: Sequence[CopyRow]) -> frozenset[Profile]:
    """Those of which no copy surely came out of a printer: it is registered, and nobody has said so yet."""
    return printed_profiles(copies) - printed_profiles(copy for copy in copies if not _waits(copy))


def newest_on_paper(copies: Iterable[CopyRow]) -> dict[Profile, str]:
    """The newest copy of each profile, by record id, of those on paper; the register lists it first.

    Of a profile whose newest copy waits to be printed there is none: before that is printed, what it shows
    is compared.
    """
    newest: dict[Profile, CopyRow] = {}
    for copy in copies:
        if copy.state is not CopyState.STRUCK:
            newest.setdefault(copy.profile, copy)
    return {profile: copy.copy for profile, copy in newest.items() if not _waits(copy)}


def _waits(copy: CopyRow) -> bool:
    return copy.state is CopyState.PRINTING


def changed_copies(
    ctx: DeskContext, rows: Iterable[JobRow], copies: Mapping[str, Sequence[CopyRow]]
) -> dict[str, frozenset[Profile]]:
    """Of each job, by its record id, the profiles of which the copy on paper shows what was changed since."""
    ahead = [row.job for row in rows if row.state not in _WORK_BEHIND]
    newest = {job: newest_on_paper(copies.get(job, ())) for job in ahead}
    asked = [copy for by_profile in newest.values() for copy in by_profile.values()]
    found = frozenset(ctx.office.work_orders.changed_since(ctx.actor, asked) if asked else ())
    return {
        job: frozenset(profile for profile, copy in by_profile.items() if copy in found)
        for job, by_profile in newest.items()
    }


def changed_text(copy: str) -> str:
    """A copy's name, of which the one on paper is not right any more."""
    return QCoreApplication.translate("Papers", "{copy} (changed since printing)").format(copy=copy)


class ReprintDialog(Dialog):
    """Asks why copies are printed once more."""

    def __init__(self, ctx: DeskContext, count: int, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("ReprintDialog", "Why is it printed again?"), parent or ctx.window
        )
        self.add_text(self.tr("%n job(s) already have such a copy. The reason goes into the log.", "", count))
        self.choice = ReasonChoice(ctx.words, REPRINT_REASON_NAMES)
        self.body.addWidget(self.choice)
        self.choice.arm(self.set_primary(self.tr("Go on to the preview")))
        self.add_secondary(self.tr("Cancel"))


class IssueDialog(Dialog):
    """The copies of one job, as check marks; reprints ask why, so what was printed has to be known first."""

    def __init__(self, ctx: DeskContext, row: JobRow) -> None:
        heading = QCoreApplication.translate("IssueDialog", "Work order {number}")
        super().__init__(heading.format(number=row.number), ctx.window)
        self._ctx = ctx
        self._row = row
        self._printed: frozenset[Profile] = frozenset()
        self._changed: frozenset[Profile] = frozenset()
        self._reason_is_plain = False
        self._unheard: list[str] = []
        """Under which record ids tries registered copies whose answers were lost, and so nobody saw them."""
        self.body.addWidget(label(row.name.text, "strong", wrap=True))
        self.body.addWidget(label(job_line(row, ctx.words), wrap=True))
        self.boxes: dict[Profile, QCheckBox] = {}
        for profile in Profile:
            box = QCheckBox(ctx.words(PROFILE_NAMES[profile]))
            box.setChecked(profile in usual_profiles(row))
            box.setEnabled(profile is not Profile.PARTNER or bool(row.partner_firm))
            box.toggled.connect(lambda _on: self._judge())
            self.boxes[profile] = box
            self.body.addWidget(box)
        self.firm = FirmContractNote(ctx)
        self.body.addWidget(self.firm)
        self.firm.read(row.partner_firm)
        self._question = label(self.tr("Why is it printed again?"), "strong", wrap=True)
        self.body.addWidget(self._question)
        self.choice = ReasonChoice(ctx.words, REPRINT_REASON_NAMES)
        self.body.addWidget(self.choice)
        self.choice.changed.connect(self._judge)
        busy = Busy(self.tr("Drawing the work orders"), cancellable=False)
        self._issuing = ShownWork(self, busy, self.tr("Drawing the work orders"))
        self.body.addWidget(busy)
        self.set_primary(self.tr("Preview"), self._issue)
        self.add_secondary(self.tr("Cancel"))
        self._known = False
        self._judge()
        PatientReading(
            self,
            self.waiting_line,
            self.body,
            lambda: _copies_and_changes(ctx, row),
            lambda found: self._mark_printed(*found),
        )

    def _tell_printed(self, copies: tuple[CopyRow, ...]) -> None:
        self._printed, perhaps = printed_profiles(copies), perhaps_printed(copies)
        for profile in self._printed:
            name = self._ctx.words(PROFILE_NAMES[profile])
            if profile in self._changed:
                self.boxes[profile].setText(changed_text(name))
                continue
            said = (
                self.tr("{copy} (perhaps not printed)")
                if profile in perhaps
                else self.tr("{copy} (already printed)")
            )
            self.boxes[profile].setText(said.format(copy=name))

    def _mark_printed(self, copies: tuple[CopyRow, ...], changed: frozenset[Profile]) -> None:
        """What is on paper and still so is not chosen; what was changed since is printed anew, as a rule."""
        self._known, self._changed = True, changed
        self._tell_printed(copies)
        for profile in self._printed:
            anew = profile in changed and profile in usual_profiles(self._row)
            self.boxes[profile].setChecked(anew)
        if not self._chosen():
            self.boxes[usual_profiles(self._row)[0]].setFocus()
        self._judge()

    def _chosen(self) -> tuple[Profile, ...]:
        return tuple(profile for profile, box in self.boxes.items() if box.isChecked() and box.isEnabled())

    def _judge(self) -> None:
        chosen = self._chosen()
        again = not self._printed.isdisjoint(chosen)
        self._name_plain_reason(self._printed.intersection(chosen))
        self._question.setVisible(again)
        self.choice.setVisible(again)
        if self.primary is not None:
            reasoned = not again or self.choice.chosen() is not None
            self.primary.setEnabled(self._known and bool(chosen) and reasoned)
        self.adjustSize()

    def _name_plain_reason(self, again: frozenset[Profile]) -> None:
        """Why copies are printed again is plain where each of them shows what was changed since."""
        plain = bool(again) and again <= self._changed
        if plain == self._reason_is_plain:
            return
        self._reason_is_plain = plain
        if plain and self.choice.chosen() is None:
            self.choice.choose(ReprintReason.JOB_CHANGED)
        elif not plain and self.choice.chosen() is ReprintReason.JOB_CHANGED:
            self.choice.choose(None)

    def _issue(self) -> None:
        ctx, row, profiles = self._ctx, self._row, self._chosen()
        again = not self._printed.isdisjoint(profiles)
        reason = self.choice.chosen() if again else None
        order, unheard = token_hex(16), tuple(self._unheard)
        background.ask(
            self,
            lambda: ctx.office.work_orders.issue(
                ctx.actor, row.job, profiles, ctx.words, reason=reason, order=order, unheard=unheard
            ),
        ).with_busy(self._issuing).then(self._preview).otherwise(lambda error: self._failed(error, order))

    def _failed(self, error: UserFacingError, order: str) -> None:
        if error.may_be_done:
            self._unheard.append(order)
        self._judge()
        if not isinstance(error, ReprintNeedsReason):
            self._ctx.report_error(error)
            return
        ctx, job = self._ctx, self._row.job
        background.ask(self, lambda: ctx.office.work_orders.copies(ctx.actor, job=job)).then(self._ask_why)

    def _ask_why(self, copies: tuple[CopyRow, ...]) -> None:
        """Somebody issued such copies since the dialog read what there was."""
        self._tell_printed(copies)
        self._judge()
        self.choice.setFocus()

    def _preview(self, order: IssuedOrder) -> None:
        self.accept()
        document = self.tr("Work order {number}").format(number=order.number)
        from hvacdesk.ui.printing.preview import WorkOrderPreview  # loads Qt's PDF and printing modules

        WorkOrderPreview(self._ctx, (order,), order.pdf, document).open()


def _copies_and_changes(ctx: DeskContext, row: JobRow) -> tuple[tuple[CopyRow, ...], frozenset[Profile]]:
    """A job's copies, and the profiles of which the one on paper shows what was changed since."""
    copies = ctx.office.work_orders.copies(ctx.actor, job=row.job)
    return copies, changed_copies(ctx, [row], {row.job: copies}).get(row.job, frozenset())


def issue_day(
    ctx: DeskContext,
    day: date,
    profiles: Mapping[str, Sequence[Profile]],
    again: int,
    busy: Busy,
) -> None:
    """Issue the chosen copies of a day and show them; ``again`` jobs have such a copy already."""

    def run(reason: ReprintReason | None) -> None:
        background.ask(ctx.window, lambda: _issued(ctx, day, profiles, reason)).with_busy(busy).then(
            lambda issued: preview_day(ctx, issued, day)
        ).otherwise(refused)

    def refused(error: UserFacingError) -> None:
        if isinstance(error, ReprintNeedsReason):
            background.ask(ctx.window, lambda: _with_copies(ctx, profiles)).then(ask_why)
        else:
            ctx.report_error(error)

    def ask_why(count: int) -> None:
        dialog = ReprintDialog(ctx, count)
        dialog.accepted.connect(lambda: run(dialog.choice.chosen()))
        dialog.open()

    if again:
        ask_why(again)
    else:
        run(None)


def _with_copies(ctx: DeskContext, profiles: Mapping[str, Sequence[Profile]]) -> int:
    """How many of these jobs have such a copy by now, whatever the page knew."""
    copies = ctx.office.work_orders.copies_of(ctx.actor, tuple(profiles))
    return sum(not printed_profiles(copies.get(job, ())).isdisjoint(one) for job, one in profiles.items())


def _issued(
    ctx: DeskContext, day: date, profiles: Mapping[str, Sequence[Profile]], reason: ReprintReason | None
) -> IssuedDay:
    """The day's work orders; what shows them is loaded meanwhile, so that the window need not wait for it."""
    from hvacdesk.ui.printing import preview  # noqa: F401

    return ctx.office.work_orders.issue_day(ctx.actor, day, profiles, ctx.words, reason=reason)


def preview_day(ctx: DeskContext, issued: IssuedDay, day: date) -> None:
    """Show a day's issued work orders."""
    document = QCoreApplication.translate("Papers", "Work orders {day}").format(day=day.isoformat())
    from hvacdesk.ui.printing.preview import WorkOrderPreview  # loads Qt's PDF and printing modules

    WorkOrderPreview(ctx, issued.orders, issued.pdf, document).open()
