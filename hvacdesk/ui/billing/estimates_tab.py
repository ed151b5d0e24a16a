"""The estimates of one job, the newest first, each with what can be done next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.billing.estimates import (
    ESTIMATE_STATE_NAMES,
    VARIANTS,
    EstimateDetail,
    EstimateLineRecord,
    EstimateRow,
    EstimateState,
    offer_of,
)
from hvacdesk.domain.billing.filed_documents import END_MARKS
from hvacdesk.domain.jobs.jobs import JobDetail, JobState
from hvacdesk.domain.papers.completion_report import IssuedPdf
from hvacdesk.domain.papers.register import PaperKind
from hvacdesk.domain.papers.shown import DrawnAt, ShownPages
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.billing.answer_form import AcceptedForm, AnswerBackForm, DeclinedForm
from hvacdesk.ui.billing.document_saving import Make, offer_saving
from hvacdesk.ui.billing.estimate_form import EstimateForm
from hvacdesk.ui.billing.filed_preview import show_for_nobody
from hvacdesk.ui.billing.issuing_form import ask_deletion
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.printing.notice_with_estimate import NoticeWithEstimate
from hvacdesk.ui.printing.still_so import marked
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.line_list import Line, LineAction, LineList
from hvacdesk.ui.widgets.numbers import totals_text, yen
from hvacdesk.ui.widgets.record_tab import EstimatesPart
from hvacdesk.ui.widgets.scroll_column import scrolled
from hvacdesk.ui.widgets.text import label, rule
from hvacdesk.ui.wording.advances import Advances, read_advances

TONES: dict[EstimateState, Tone] = {
    EstimateState.DRAFT: Tone.NEUTRAL,
    EstimateState.ISSUED: Tone.INFO,
    EstimateState.ACCEPTED: Tone.GOOD,
    EstimateState.DECLINED: Tone.WARN,
    EstimateState.REPLACED: Tone.NEUTRAL,
}
READ = frozenset({Room.BILLING, Room.JOBS, Room.PAPERS, Room.REQUESTS})
_PRINTED = frozenset({EstimateState.ISSUED, EstimateState.ACCEPTED, EstimateState.DECLINED})


def _was_given_up(row: EstimateRow) -> bool:
    """Whether the customer has got it, and another one since; a variant that stayed a draft has no page."""
    return row.state is EstimateState.REPLACED and bool(row.issued_on)


class EstimatesTab(EstimatesPart):
    """Drafts, issues, prints and records answers."""

    def __init__(self, ctx: DeskContext, job: str) -> None:
        super().__init__()
        self._ctx, self._job = ctx, job
        self.rows: tuple[EstimateRow, ...] = ()
        self._accepts = ""
        self._name = self._customer = ""
        self._cancelled = False
        self._paid_on_site = True
        self._reader = background.Reader(self)
        self._beginning_reader = background.Reader(self)
        self._fresh = Freshness(self, ctx.changes, READ, self._read)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addLayout(self._acts())
        self.called_off = label(
            self.tr("The job is cancelled: no estimate is made or accepted for it."), "muted", wrap=True
        )
        self.called_off.hide()
        column.addWidget(self.called_off)
        self.notice = NoticeWithEstimate(ctx, job)
        column.addWidget(self.notice)
        self._none = self._nothing_yet()
        column.addWidget(self._none)
        self.list = LineList(self.tr("Estimates"))
        column.addWidget(scrolled(self.list, (0, 0, theme.px(4), 0)), 1)
        self.busy = Busy(self.tr("Making the page"), cancellable=False)
        column.addWidget(self.busy)

    def _acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.draft_button = button(self.tr("Make an estimate"), self.draft, icon="plus")
        self.variant_button = button(self.tr("Add a variant"), self.add_variant, icon="plus")
        self.print_all_button = button(self.tr("Print all variants"), self.print_all, icon="printer")
        for made in (self.draft_button, self.variant_button, self.print_all_button):
            row.addWidget(made)
            made.hide()
        row.addStretch(1)
        return row

    def _nothing_yet(self) -> QWidget:
        """What is said while there is no estimate: what one would begin with."""
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        text = self.tr("No estimate yet. It begins with the job's work at the prices of the price list.")
        column.addWidget(label(text, "muted", wrap=True))
        column.addWidget(rule())
        column.addWidget(label(self.tr("It would begin with"), "strong"))
        self._beginning = label("", wrap=True)
        column.addWidget(self._beginning)
        return place

    def _show_beginning(self, lines: Sequence[EstimateLineRecord]) -> None:
        """Say which lines an estimate would begin with, and what they come to."""
        self._beginning.setText("\n".join(f"・{self._told(line)}" for line in lines))

    def _told(self, line: EstimateLineRecord) -> str:
        quantity = f"{line.quantity:g} {line.unit}".strip()
        price = yen(line.amount) if line.yen else self.tr("price to be filled in")
        return f"{line.label}  {quantity}  {price}"

    def read(self) -> None:
        """Read the estimates again."""
        self._fresh.read()

    def _read(self) -> None:
        ctx, job = self._ctx, self._job

        def found() -> tuple[JobDetail, tuple[EstimateRow, ...]]:
            detail = ctx.office.jobs.detail(ctx.actor, job)
            return detail, ctx.office.estimates.of_job(ctx.actor, job)

        self._reader.read(found).then(lambda told: self._show(*told))
        self.notice.read()

    def _show(self, detail: JobDetail, rows: tuple[EstimateRow, ...]) -> None:
        job, self._paid_on_site = detail.row, detail.paid_on_site
        cancelled = job.state is JobState.CANCELLED
        self.rows, self._cancelled = rows, cancelled
        self._name, self._customer = job.name.text, job.customer
        self.called_off.setVisible(cancelled)
        self._beginning_reader.drop()
        if not rows:
            ctx = self._ctx
            self._beginning_reader.read(
                lambda: ctx.office.estimates.beginning(ctx.actor, self._job, ctx.words)
            ).then(self._show_beginning)
        self._none.setVisible(not rows)
        newest = [row for row in rows if offer_of(row.number) == offer_of(rows[0].number)]
        self.list.set_lines([self._line(row, newest if row in newest else []) for row in rows])
        may = self._ctx.actor.may(Permission.EDIT_JOBS)
        draft = any(row.state is EstimateState.DRAFT for row in newest)
        self.draft_button.setVisible(may and not draft)
        full = len(newest) >= len(VARIANTS)
        self.variant_button.setVisible(may and draft and not full and not cancelled)
        prints = self._ctx.actor.may(Permission.ISSUE_WORK_ORDERS)
        self.print_all_button.setVisible(prints and len(self._waiting()) > 1)
        self.draft_button.setEnabled(not cancelled)
        why = self.called_off.text() if cancelled else ""
        self.draft_button.setToolTip(why)
        self.draft_button.setAccessibleDescription(why)
        self.draft_button.setText(self.tr("Make the next issue") if rows else self.tr("Make an estimate"))
        wanted, self._accepts = self._accepts, ""
        for row in rows:
            if row.estimate == wanted and row.state is EstimateState.ISSUED and not cancelled:
                self.accept(row)

    def _line(self, row: EstimateRow, newest: Sequence[EstimateRow]) -> Line:
        """``newest`` are the variants of the newest issue, where it is one of them."""
        notes = [row.label] if row.label else []
        notes.append(totals_text(row.sums))
        if row.issued_on:
            said = self.tr("Issued {day}, valid until {last}")
            notes.append(said.format(day=day_text(row.issued_on), last=day_text(row.valid_until)))
        state = self._ctx.words(ESTIMATE_STATE_NAMES[row.state])
        if row.state is EstimateState.REPLACED and not row.issued_on:
            state = self.tr("Not chosen")  # a variant in draft while another one was accepted
        return Line(
            row.number, notes, chip=ChipValue(state, TONES[row.state]), actions=self._actions(row, newest)
        )

    def _actions(self, row: EstimateRow, newest: Sequence[EstimateRow]) -> list[LineAction]:
        may = self._ctx.actor.may(Permission.EDIT_JOBS)
        acts = []
        if may and row.state is EstimateState.DRAFT and not self._cancelled:
            acts.append((self.tr("Change"), partial(self.open_draft, row.estimate)))
            delete = self.tr("Take it out") if row.variant else self.tr("Delete")
            acts.append((delete, partial(self.drop, row)))
        if self._ctx.actor.may(Permission.ISSUE_WORK_ORDERS) and row.state in _PRINTED:
            acts.append((self.tr("Print"), partial(self.print_out, row)))
        if self._ctx.actor.may(Permission.ISSUE_WORK_ORDERS) and _was_given_up(row):
            acts.append((self.tr("Show"), partial(self.show_replaced, row)))
        if may and newest and row.state is EstimateState.ISSUED:
            if not self._cancelled:
                acts.append((self.tr("Accepted…"), partial(self.accept, row)))
            acts.append((self.tr("Declined…"), partial(self.decline, row)))
        if may and row.answered:
            accepted = row.state is EstimateState.ACCEPTED
            back = self.tr("Take the acceptance back…") if accepted else self.tr("Take the refusal back…")
            acts.append((back, partial(self.take_back, row)))
        return [LineAction(text, slot, f"{text} {row.number}") for text, slot in acts]

    # Acts

    def draft(self) -> None:
        """Open the draft that there is; else make the first one, or the next issue."""
        ctx, job = self._ctx, self._job
        estimates = ctx.office.estimates

        def work() -> tuple[EstimateDetail, bool]:
            """The draft, and whether it alone is new: of variants made anew together none goes by itself."""
            before = {row.estimate for row in estimates.of_job(ctx.actor, job)}
            made = estimates.draft(ctx.actor, job, ctx.words)
            new = {row.estimate for row in estimates.of_job(ctx.actor, job)} - before
            return estimates.detail(ctx.actor, made), new == {made}

        background.ask(self, work).then(lambda found: self._open_form(*found))

    def open_draft(self, estimate: str) -> None:
        """Open the form of one draft."""
        ctx = self._ctx
        background.ask(self, lambda: ctx.office.estimates.detail(ctx.actor, estimate)).then(self._open_form)

    def add_variant(self) -> None:
        """Make a further variant of the draft, and open it."""
        ctx = self._ctx
        draft = next(row.estimate for row in self.rows if row.state is EstimateState.DRAFT)
        background.ask(
            self,
            lambda: ctx.office.estimates.detail(
                ctx.actor, ctx.office.estimates.add_variant(ctx.actor, draft)
            ),
        ).then(self._open_form)

    def drop(self, row: EstimateRow) -> None:
        """Delete a draft, after a question where somebody entered something in it."""
        ctx = self._ctx

        def delete() -> None:
            background.ask(
                self, lambda: ctx.office.estimates.drop(ctx.actor, row.estimate, row.version)
            ).then(lambda _gone: None)

        ask_deletion(self, ctx, row.estimate, delete, entered=row.version > 1)

    def _open_form(self, detail: EstimateDetail, just_made: bool = False) -> None:
        form = EstimateForm(self._ctx, detail, just_made=just_made)
        form.saved.connect(self._saved)
        form.open()

    def _saved(self, issued: str) -> None:
        if issued:
            self._print(issued)

    def accept_later(self, estimate: str) -> None:
        """Open the form for its acceptance, as soon as the estimates are read."""
        self._accepts = estimate
        self.read()

    def accept(self, row: EstimateRow) -> None:
        """Record that it was accepted."""
        beside = [one for one in self.rows if offer_of(one.number) == offer_of(row.number)]
        AcceptedForm(
            self._ctx,
            self._job,
            row,
            self._name,
            variants=len(beside) > 1,
            paid_on_site=self._paid_on_site,
        ).open()

    def decline(self, row: EstimateRow) -> None:
        """Record that it was declined."""
        ctx, job = self._ctx, self._job

        def read() -> tuple[JobState, Advances]:
            return ctx.office.jobs.detail(ctx.actor, job).row.state, read_advances(ctx, job)

        background.ask(self, read).then(lambda found: DeclinedForm(ctx, row, self._name, job, *found).open())

    def take_back(self, row: EstimateRow) -> None:
        """Take back what was noted as the customer's answer, after asking; what was built on it is said."""
        ctx = self._ctx
        background.ask(self, lambda: ctx.office.estimates.answer_taken_back(ctx.actor, row.estimate)).then(
            lambda follows: AnswerBackForm(ctx, row, self._name, follows).open()
        )

    def print_out(self, row: EstimateRow) -> None:
        """Show it as it is printed for the customer; what they declined is marked as such."""
        mark = END_MARKS.get(row.state)
        said = self.tr("The customer declined it. “{mark}” stands across each page.")
        self._print(row.estimate, note=said.format(mark=self._ctx.words(mark)) if mark is not None else "")

    def show_replaced(self, row: EstimateRow) -> None:
        """Show an estimate that another one took the place of, marked as such."""
        ctx = self._ctx
        customer, job = self._customer, self._job
        title = self.tr("Estimate {number}").format(number=row.number)
        label = self.tr("{number} (replaced)").format(number=row.number)

        def show(drawn: DrawnAt, pdf: bytes) -> None:
            said = self.tr("It does not stand any more. “{mark}” stands across each page.")
            shown = ShownPages(customers=(customer,), drawn=drawn)
            preview = show_for_nobody(ctx, title, pdf, PaperKind.ESTIMATE, shown, label, job)
            preview.add_warning(said.format(mark=ctx.words(END_MARKS[row.state])))

        draw = marked(ctx, lambda: ctx.office.estimates.show_replaced(ctx.actor, row.estimate, ctx.words))
        background.ask(self, draw).with_busy(self.busy).then(lambda made: show(*made))

    def print_all(self) -> None:
        """Show all variants that wait for an answer as one document."""
        first = self._waiting()[0]
        drafts = [
            row.number
            for row in self.rows
            if row.state is EstimateState.DRAFT and offer_of(row.number) == offer_of(first.number)
        ]
        missing = self.tr("{numbers} is still a draft and not in this document.")
        note = missing.format(numbers="・".join(drafts)) if drafts else ""
        self._print(first.estimate, all_variants=True, note=note)

    def _waiting(self) -> list[EstimateRow]:
        """The estimates that wait for an answer; more than one only where they are variants."""
        return [row for row in self.rows if row.state is EstimateState.ISSUED]

    def _print(self, estimate: str, *, all_variants: bool = False, note: str = "") -> None:
        ctx, with_notice = self._ctx, self.notice.wanted
        background.ask(
            self,
            lambda: ctx.office.estimates.print_out(
                ctx.actor, estimate, ctx.words, with_notice=with_notice, all_variants=all_variants
            ),
        ).with_busy(self.busy).then(
            partial(
                self._preview,
                note,
                lambda: ctx.office.estimates.save_copy(
                    ctx.actor, estimate, ctx.words, with_notice=with_notice, all_variants=all_variants
                ),
            )
        )

    def _preview(self, note: str, make: Make, issued: IssuedPdf) -> None:
        from hvacdesk.ui.printing.paper_preview import PaperPreview  # loads Qt's PDF and printing modules

        document = self.tr("Estimate {number}")
        preview = PaperPreview(
            self._ctx,
            (issued.row,),
            issued.pdf,
            document.format(number=issued.row.label),
            note=note,
            unprinted=self.tr("The estimate itself stays issued and can be printed later."),
        )
        preview.noted.connect(partial(self.notice.follow_printing, issued))
        preview.struck.connect(partial(self.notice.take_back, issued))
        offer_saving(self._ctx, preview, make, issued.row.label.partition(",")[0])
        preview.open()
