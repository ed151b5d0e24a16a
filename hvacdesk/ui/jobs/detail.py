"""One job: how far it is and the step that follows, who, where, what, its events and its papers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.billing.open_items import MoneyMeanwhile
from hvacdesk.domain.errors import ChangedMeanwhile, UserFacingError
from hvacdesk.domain.jobs.job_events import (
    EVENT_NAMES,
    MONEY_EVENTS,
    TOLD_ELSEWHERE,
    EventKind,
    JobEvent,
    expected_amount,
)
from hvacdesk.domain.jobs.job_fields import JOB_FIELDS
from hvacdesk.domain.jobs.jobs import (
    JOB_STATE_NAMES,
    PARTY_NAMES,
    UNIT_PART_NAMES,
    JobDetail,
    JobField,
    JobState,
    Party,
    SiteField,
)
from hvacdesk.domain.jobs.next_events import next_events
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_of, day_text, long_day
from hvacdesk.ui.edits import SavingWork
from hvacdesk.ui.finder.reveal import Revealer
from hvacdesk.ui.finder.site_lines import site_lines
from hvacdesk.ui.jobs.cancel_question import ask_cancel
from hvacdesk.ui.jobs.event_form import ACCOUNTED, EventForm, StrikeEventForm
from hvacdesk.ui.jobs.received_lines import ReceivedLines
from hvacdesk.ui.jobs.results_tab import ResultsTab
from hvacdesk.ui.jobs.standing import standing_row
from hvacdesk.ui.jobs.visit_card import VisitCard
from hvacdesk.ui.language import words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.fact_lines import FactLines
from hvacdesk.ui.widgets.kept_note import KeptNote
from hvacdesk.ui.widgets.numbers import yen
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.tab_row import TabRow
from hvacdesk.ui.widgets.text import label, rule
from hvacdesk.ui.widgets.warning_box import WarningBox
from hvacdesk.ui.wording.advances import Advances
from hvacdesk.ui.wording.cautions import caution_lines
from hvacdesk.ui.wording.jobs import (
    collect_text,
    items_text,
    moved_text,
    suspended_text,
    time_text,
    who_text,
)
from hvacdesk.ui.wording.units import unit_text

EVENT_OF_STATE = {
    JobState.ARRANGED: EventKind.CONTRACT,
    JobState.DONE: EventKind.HANDOVER,
    JobState.INVOICED: EventKind.INVOICE,
    JobState.PAID: EventKind.SETTLEMENT,
}
"""States that say nothing to retention unless the document behind them is recorded too."""

READ = frozenset({Room.JOBS, Room.CUSTOMERS, Room.PARTNERS, Room.PAPERS, Room.STAFF})


class JobDialog(Dialog):
    """The page of one job.

    While it is open it follows every change. What is shown for a call stays shown while the job is the same.

    Signals:
        edit_wanted(detail): the booking is to be changed.
    """

    edit_wanted = Signal(object)

    def __init__(self, ctx: DeskContext, detail: JobDetail) -> None:
        title = QCoreApplication.translate("JobDialog", "Job {number}")
        super().__init__(title.format(number=detail.row.number), ctx.window, width=620)
        self._ctx = ctx
        self.detail = detail
        self._reader = background.Reader(self)
        fresh = Freshness(self, ctx.changes, READ, self.read, ages=False)
        self.reveal = Revealer(ctx, self, _likely_reason(ctx, detail))
        self._scroll = ScrollColumn(name=self.tr("Job"))
        self.tabs = TabRow()
        self.tabs.add(self.tr("Job"), self._scroll)
        self.results = ResultsTab(ctx, detail.row.job)
        locked = detail.row.suspended
        self.estimates = ctx.rooms.estimates_tab(detail.row.job)
        priced = ctx.actor.may(Permission.SEE_ALL_JOBS)
        self._add_tab(self.tr("Results"), self.results, shown=not locked)
        self._add_tab(self.tr("Estimates"), self.estimates, shown=priced and not locked)
        self.invoices = ctx.rooms.invoices_tab(detail.row.job)
        billed = ctx.actor.may(Permission.SEE_BILLING)
        self._add_tab(self.tr("Invoices"), self.invoices, shown=billed and not locked)
        self.tabs.changed.connect(self._show_tab)
        self.body.addWidget(self.tabs, 1)
        self._print = button(self.tr("Print work order"), self._print_order, icon="printer")
        self._others = button(
            "", self._offer_papers, kind="icon", icon="ellipsis", name=self.tr("Other papers")
        )
        self._edit = button(self.tr("Change booking"), self._want_edit, icon="pencil")
        self.buttons.insertWidget(0, self._print)
        self.buttons.insertWidget(1, self._others)
        self.buttons.insertWidget(2, self._edit)
        self.set_primary(self.tr("Close"))
        self.fit(720, 740)
        self._fill()
        fresh.note()

    def _add_tab(self, name: str, tab: QWidget, *, shown: bool) -> None:
        """A tab that is not shown is deleted with the dialog too: without a parent it would stay for ever."""
        if shown:
            self.tabs.add(name, tab)
        else:
            tab.setParent(self)
            tab.hide()

    def read(self) -> None:
        """Read the job again."""
        ctx, job = self._ctx, self.detail.row.job
        self._reader.read(lambda: ctx.office.jobs.detail(ctx.actor, job)).then(self._show)

    def _show(self, detail: JobDetail) -> None:
        if detail != self.detail:
            self.detail = detail
            self._fill()

    def _fill(self) -> None:
        content = QWidget()
        content.setProperty("role", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.px(14), 0)
        column.setSpacing(theme.px(8))
        self._add_standing(column)
        self._add_facts(column)
        self._add_site(column)
        self._add_work(column)
        self._add_visit(column)
        self._add_events(column)
        kept = KeptNote(self._ctx)
        kept.read(self.detail.row.customer, self.detail.row.number)
        column.addWidget(kept)
        column.addStretch(1)
        self._scroll.exchange(content)
        may, row = self._ctx.actor.may, self.detail.row
        free = not row.suspended
        printable = free and row.state is not JobState.CANCELLED
        self._print.setVisible(may(Permission.ISSUE_WORK_ORDERS) and printable)
        self._others.setVisible(self._ctx.actor.may_address and free)
        self._edit.setVisible(may(Permission.EDIT_JOBS) and free)

    def _show_tab(self, _number: int) -> None:
        shown = self.tabs.stack.currentWidget()
        if shown in (self.results, self.estimates, self.invoices):
            shown.read()

    def type_in_results(self) -> None:
        """Bring the results to the front and open their form."""
        self.tabs.show_tab(self.tabs.stack.indexOf(self.results))
        self.results.open_form()

    def write_estimate(self, estimate: str = "yes") -> None:
        """Bring the estimates to the front and open the draft of one, or the one that comes next."""
        self.tabs.show_tab(self.tabs.stack.indexOf(self.estimates))
        if estimate == "yes":
            self.estimates.draft()
        else:
            self.estimates.open_draft(estimate)

    def record_survey(self) -> None:
        """Bring the results to the front and open the form for the asbestos survey."""
        self.tabs.show_tab(self.tabs.stack.indexOf(self.results))
        self.results.open_survey()

    def accept_estimate(self, estimate: str) -> None:
        """Bring the estimates to the front and open the form for that one's acceptance."""
        self.tabs.show_tab(self.tabs.stack.indexOf(self.estimates))
        self.estimates.accept_later(estimate)

    def write_invoice(self, invoice: str) -> None:
        """Bring the invoices to the front and open the draft of one, or the next one."""
        self.show_invoices()
        if invoice in ("", "yes"):
            self.invoices.draft()
        else:
            self.invoices.open_draft(invoice)

    def ask_share(self) -> None:
        """Bring the invoices to the front and ask what share is asked for in advance."""
        self.show_invoices()
        self.invoices.ask_share()

    def show_invoices(self) -> None:
        """Bring the invoices to the front."""
        self.tabs.show_tab(self.tabs.stack.indexOf(self.invoices))

    def send_fax(self) -> None:
        """Open the form for a FAX to the partner firm."""
        self._ctx.rooms.send_fax(self.detail.row)

    # Parts

    def _add_standing(self, column: QVBoxLayout) -> None:
        """Buttons come first, as on the other tabs; then the job's state."""
        ctx, detail = self._ctx, self.detail
        if detail.next_states:
            column.addLayout(self._steps_row())
        column.addLayout(standing_row(detail.row, ctx.words))
        if detail.row.suspended:
            column.addWidget(WarningBox(suspended_text(detail.row)))
        if detail.no_phone and not detail.row.suspended:
            text = self.tr("No phone number is registered for whoever is at the site.")
            action = (self.tr("Show the customer"), self.show_customer)
            column.addWidget(WarningBox(text, action=action if self._may_enter_phone() else None))

    def _steps_row(self) -> QHBoxLayout:
        words, states = self._ctx.words, self.detail.next_states
        steps = QHBoxLayout()
        steps.setSpacing(theme.px(8))
        forward = [state for state in states if state is not JobState.CANCELLED]
        self.steps: dict[JobState, QWidget] = {}
        for number, state in enumerate(forward[:3]):
            text = self.tr("To “{state}”").format(state=words(JOB_STATE_NAMES[state]))
            made = button(text, partial(self.move_to, state), icon="arrow-right" if not number else "")
            if number:
                made.setProperty("kind", "link")
            self.steps[state] = made
            steps.addWidget(made)
        steps.addStretch(1)
        if JobState.CANCELLED in states:
            cancel = button(self.tr("Cancel the job"), self._ask_cancel, kind="link", icon="ban")
            self.steps[JobState.CANCELLED] = cancel
            steps.addWidget(cancel)
        return steps

    def _may_enter_phone(self) -> bool:
        return self._ctx.actor.may(Permission.EDIT_CUSTOMERS)

    def show_customer(self) -> None:
        """Open the page of the customer at the site, to enter the number."""
        parties = {one.party: one.customer for one in self.detail.parties}
        customer = parties.get(Party.RESIDENT) or self.detail.row.customer
        self.accept()
        self._ctx.navigate("customers", customer=customer)

    def _add_facts(self, column: QVBoxLayout) -> None:
        ctx, detail = self._ctx, self.detail
        day = day_of(detail.row.on)
        when = long_day(day) if day else self.tr("no day yet")
        lines = [(self.tr("When"), f"{when}  {time_text(detail.row)}".strip())]
        lines.append((self.tr("Who goes"), who_text(detail.row) or self.tr("nobody yet")))
        lines += [(ctx.words(PARTY_NAMES[one.party]), one.name.text) for one in detail.parties]
        if detail.contact.text:
            lines.append((self.tr("Contact there"), detail.contact.text))
        texts = {key: masked.text for key, masked in detail.texts.items()}
        contractor, slip = texts[JobField.CLIENT_CONTRACTOR], texts[JobField.CLIENT_SLIP]
        if contractor:
            name = ctx.words(JOB_FIELDS[JobField.CLIENT_CONTRACTOR].label)
            lines.append((name, f"{contractor}  {slip}".strip()))
        if detail.amount_to_collect is not None:
            on_site, elsewhere = (
                self.tr("To collect, with tax"),
                self.tr("Amount with tax (not collected at the site)"),
            )
            called = on_site if detail.paid_on_site else elsewhere
            if detail.row.state is JobState.CANCELLED:
                called = self.tr("Amount agreed on, with tax")
            lines.append((called, collect_text(detail)))
        told = (JobField.PARTNER_FIRM, JobField.CLIENT_CONTRACTOR, JobField.CLIENT_SLIP)
        lines += [
            (ctx.words(one.label), texts[one.key])
            for one in JOB_FIELDS
            if one.key not in told and texts[one.key]
        ]
        self._add_lines(column, lines)

    def _add_lines(self, column: QVBoxLayout, lines: list[tuple[str, str]]) -> None:
        column.addLayout(FactLines(lines))

    def _add_site(self, column: QVBoxLayout) -> None:
        self._heading(column, self.tr("Site"))
        lines = dict(site_lines(self._ctx, self.reveal, self.detail.site))
        codes = lines.pop(SiteField.LOCK_CODES, None)
        for line in lines.values():
            column.addWidget(line)
        if self.detail.cautions:
            column.addWidget(WarningBox("\n".join(caution_lines(self.detail.cautions, self._ctx.words))))
        if codes is not None:
            column.addWidget(codes)

    def _add_work(self, column: QVBoxLayout) -> None:
        words, detail = self._ctx.words, self.detail
        if not (detail.units or detail.items):
            return
        self._heading(column, self.tr("Work"))
        for part, unit in detail.units:
            column.addWidget(label(f"{words(UNIT_PART_NAMES[part])}  {unit_text(unit.record)}", wrap=True))
        if detail.items:
            column.addWidget(label(items_text(detail, words), wrap=True))
        if self._ctx.actor.may(Permission.EDIT_JOBS):
            again = button(self.tr("Plan this again…"), self.plan_again, kind="link", icon="rotate-cw")
            column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_visit(self, column: QVBoxLayout) -> None:
        """A contract made on a visit, if the person may see it."""
        self.visit: VisitCard | None = None
        if self._ctx.actor.may(Permission.SEE_ALL_JOBS):
            self._heading(column, self.tr("Contract on a visit"))
            self.visit = VisitCard(self._ctx, self.detail)
            column.addWidget(self.visit)

    def record_visit(self) -> None:
        """Open the form for a contract made on a visit."""
        if self.visit is not None:
            self.visit.record()

    def _add_events(self, column: QVBoxLayout) -> None:
        ctx = self._ctx
        self._heading(column, self.tr("Events"))
        events = self.detail.events
        if events:
            self._add_lines(column, [(day_text(one.on), self._event(one)) for one in events])
        else:
            column.addWidget(
                label(
                    self.tr(
                        "Nothing recorded. Without an invoice's or handover's day, data of work that was "
                        "done is never due."
                    ),
                    "muted",
                    wrap=True,
                )
            )
        if ctx.actor.may(Permission.SEE_BILLING):
            column.addWidget(ReceivedLines(ctx, self.detail.row.job))
        if ctx.actor.may(Permission.EDIT_JOBS) or ctx.actor.may(Permission.SEE_PAYMENT):
            self.record_button = button(
                self.tr("Record an event"), self.record_event, kind="link", icon="plus"
            )
            column.addWidget(self.record_button, 0, Qt.AlignmentFlag.AlignLeft)
        if ctx.actor.may(Permission.EDIT_JOBS) and self._strikable():
            self.strike_button = button(self.tr("Strike an event…"), self.strike_event, kind="link", icon="x")
            column.addWidget(self.strike_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _strikable(self) -> list[JobEvent]:
        return [one for one in self.detail.events if one.kind not in TOLD_ELSEWHERE]

    def strike_event(self) -> None:
        """Ask which event was recorded wrongly, and why."""
        ctx = self._ctx
        listed = [(one, f"{day_text(one.on)}  {self._event(one)}") for one in self._strikable()]
        StrikeEventForm(ctx, self.detail.row.job, listed).open()

    def _event(self, event: JobEvent) -> str:
        amount = yen(event.amount) if event.amount is not None and event.kind in MONEY_EVENTS else ""
        return "  ".join(filter(None, (self._ctx.words(EVENT_NAMES[event.kind]), event.number, amount)))

    def _heading(self, column: QVBoxLayout, title: str) -> None:
        column.addSpacing(theme.px(4))
        column.addWidget(rule())
        column.addWidget(label(title, "strong"))

    # Acts

    def move_to(self, state: JobState) -> None:
        """Move the job forward; where a document belongs to the step, the form for it does both at once."""
        ctx, job = self._ctx, self.detail.row.job
        if self._lacks_event_of(state):
            self.record_event(EVENT_OF_STATE[state], state)
            return
        shown = self.detail.row.state
        self._move(lambda: ctx.office.jobs.set_state(ctx.actor, job, state, shown=shown), state)

    def _move(self, work: Callable[[], None], state: JobState) -> None:
        ctx, said = self._ctx, moved_text(self.detail.row, state, words)
        moving = SavingWork(work)
        asked = background.ask(self, moving).then(lambda _nothing: ctx.edits.offer(moving, said))
        asked.otherwise(self._not_moved)

    def _not_moved(self, error: UserFacingError) -> None:
        if isinstance(error, MoneyMeanwhile):
            what, safe, _todo = error.sentences(words)
            self._ask_to_cancel(in_a_row(what, safe))
        elif isinstance(error, ChangedMeanwhile):
            self._ctx.notify(
                self.tr(
                    "Nothing was done: the job had moved on already, by somebody else or by you. Look at it "
                    "as it is now."
                )
            )
            self.read()
        else:
            self._ctx.report_error(error)

    def _ask_cancel(self) -> None:
        self._ask_to_cancel("")

    def _ask_to_cancel(self, why_again: str) -> None:
        ctx, row = self._ctx, self.detail.row

        def cancel(money: Advances) -> None:
            to, shown = JobState.CANCELLED, row.state
            self._move(
                lambda: ctx.office.jobs.set_state(ctx.actor, row.job, to, shown=shown, money=money), to
            )

        ask_cancel(ctx, self, row, cancel, why_again=why_again)

    def record_event(
        self,
        kind: EventKind | None = None,
        step: JobState | None = None,
        typed_for: JobState | None = None,
    ) -> None:
        """Open the form for an event, which moves the job to the state ``step`` too.

        Args:
            kind: the event; without it the one that is usually recorded next.
            typed_for: the step of the draft that is opened again, where it is not made any more.
        """
        detail = self.detail
        amounts = {one: expected_amount(one, detail.events, detail.amount_to_collect) for one in EventKind}
        kind = kind or self._next_event()
        not_done = JobState.DONE in detail.next_states
        shown = detail.row.state
        EventForm(
            self._ctx, detail.row, kind, amounts, step, typed_for, not_done=not_done, shown=shown
        ).open()

    def _next_event(self) -> EventKind:
        all_of_them = self._ctx.actor.may(Permission.EDIT_JOBS)
        coming = next_events(self.detail.row.state, {one.kind for one in self.detail.events})
        offered = (kind for kind in coming if all_of_them or kind in ACCOUNTED)
        return next(offered, EventKind.INVOICE)

    def reopen_event(self, step: str) -> None:
        """Open the form whose draft was stored: for an event, or for a step; this alone moves nothing."""
        wanted = next((state for state in EVENT_OF_STATE if state == step), None)
        if wanted is None:
            self.record_event()
        elif wanted in self.detail.next_states and self._lacks_event_of(wanted):
            self.record_event(EVENT_OF_STATE[wanted], wanted)
        else:
            self.record_event(EVENT_OF_STATE[wanted], typed_for=wanted)

    def _lacks_event_of(self, state: JobState) -> bool:
        """Whether a document belongs to the step that is not recorded yet."""
        kind = EVENT_OF_STATE.get(state)
        return kind is not None and all(event.kind is not kind for event in self.detail.events)

    def plan_again(self) -> None:
        """Plan work that comes round again at this site."""
        ctx, row, site = self._ctx, self.detail.row, self.detail.site.site
        ctx.rooms.add_plan(row.customer, row.name.text, site, row.work_kind)

    def _print_order(self) -> None:
        self._ctx.rooms.print_work_order(self.detail.row)

    def _offer_papers(self) -> None:
        self._ctx.rooms.offer_job_papers(self._others, self.detail.row)

    def _want_edit(self) -> None:
        self.edit_wanted.emit(self.detail)


def _likely_reason(ctx: DeskContext, detail: JobDetail) -> RevealReason:
    today = detail.row.on == ctx.today().isoformat()
    return RevealReason.TODAYS_JOB if today else RevealReason.BOOKING
