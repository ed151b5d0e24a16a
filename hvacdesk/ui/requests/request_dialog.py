"""One request: what is asked, by when it must be answered, and everything that can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton
from shiboken6 import isValid

from hvacdesk.domain.errors import ChangedMeanwhile, UserFacingError
from hvacdesk.domain.papers.shown import DrawnAt, ShownPages
from hvacdesk.domain.requests.erasure_requests import OUTCOME_NAMES as ERASURE_OUTCOME_NAMES
from hvacdesk.domain.requests.erasure_requests import STOPPED, ErasureAnswer, ErasureOutcome
from hvacdesk.domain.requests.refusal_grounds import REFUSAL_GROUNDS
from hvacdesk.domain.requests.request_answers import (
    erasure_waits,
    may_begin_erasure,
    missing_act,
    possible_answers,
)
from hvacdesk.domain.requests.requests import (
    IDENTITY_NAMES,
    OUTCOME_NAMES,
    REQUEST_KIND_NAMES,
    REQUEST_WAY_NAMES,
    RequestDetail,
    RequestKind,
    RequestNotReady,
    RequestRow,
    RequestState,
)
from hvacdesk.domain.roles import Permission
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.printing.erasure_answer import show_erasure_answer
from hvacdesk.ui.printing.notice import note_notice, print_notice
from hvacdesk.ui.printing.showing import show_pages
from hvacdesk.ui.printing.still_so import marked
from hvacdesk.ui.requests.answer_form import AnswerForm
from hvacdesk.ui.requests.disclose_dialog import DisclosureDialog
from hvacdesk.ui.requests.forms import CorrectForm, IdentityForm
from hvacdesk.ui.requests.in_the_way import InTheWay
from hvacdesk.ui.requests.next_step import next_step_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.fact_lines import FactLines
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.jobs_ahead import JobsAheadBox
from hvacdesk.ui.widgets.text import label, rule
from hvacdesk.ui.widgets.warning_box import WarningBox
from hvacdesk.ui.wording.jobs_ahead import still_ahead, told_of
from hvacdesk.ui.wording.requests import state_chip

COLUMNS = 2
_WAITS_FOR = {
    RequestKind.DISCLOSURE: "disclose",
    RequestKind.CORRECTION: "customer",
    RequestKind.PURPOSE: "notice",
    RequestKind.ERASURE: "erase",
}
"""The act by which what was asked for is done, before it can be answered."""


class _Act(NamedTuple):
    """A step, by its name; ``shown`` where the request's state and the person's role allow it."""

    key: str
    text: str
    icon: str
    shown: bool
    act: Callable[[], object]


class RequestDialog(Dialog):
    """Shows a request. Each step closes it and opens it again as it is then.

    Attributes:
        acts: the steps that the request's state and the person's role allow, by name.
        ahead: names the work that the request stops, or has stopped.
        in_the_way: what still stops the erasure that is asked for; None where nothing does.

    Signals:
        changed(): a step was taken.
    """

    changed = Signal()

    def __init__(self, ctx: DeskContext, detail: RequestDetail) -> None:
        super().__init__("", ctx.window, width=600)
        self._ctx = ctx
        self.detail = detail
        self.row: RequestRow = detail.row
        title = self.tr("{number}: {kind}")
        self.set_title(
            title.format(number=self.row.number, kind=ctx.words(REQUEST_KIND_NAMES[self.row.kind]))
        )
        self.acts: dict[str, QPushButton] = {}
        self._next: tuple[str, Callable[[], object]] | None = None
        self._add_standing()
        self._add_facts()
        missing = missing_act(detail)
        if said := next_step_text(ctx, detail):
            self.body.addWidget(WarningBox(said))
        self.ahead = JobsAheadBox(ctx.words, opened=self._open_job)
        self.body.addWidget(self.ahead)
        told = told_of(self.row.kind, in_force=not self.row.open)
        self.ahead.show_jobs(still_ahead(), detail.ahead, told)
        self.body.addWidget(rule())
        self._add_acts()
        self.in_the_way: InTheWay | None = None
        if missing is not None and detail.done.in_the_way is not None:
            self.body.addWidget(rule())
            self.in_the_way = InTheWay(ctx, detail.done.in_the_way, self.accept)
            self.body.addWidget(self.in_the_way)
        self.body.addStretch(1)
        self._add_next()

    def _add_standing(self) -> None:
        row, chip = self.row, state_chip(self.row, self._ctx.words)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(Chip(chip.text, chip.tone))
        name = "  ".join(filter(None, (row.name.text, row.customer_number)))
        line.addWidget(label(name or self.tr("Somebody who is not in the register"), "strong", wrap=True), 1)
        self.body.addLayout(line)

    def _add_facts(self) -> None:
        self.body.addLayout(FactLines((fact for fact in self._facts() if fact[1]), spacing=4))

    def _facts(self) -> list[tuple[str, str]]:
        row, words, detail = self.row, self._ctx.words, self.detail
        received = self.tr("{day}, {way}, taken by {who}").format(
            day=row.received_on, way=words(REQUEST_WAY_NAMES[row.way]), who=detail.received_by
        )
        asks = "  ".join(filter(None, (detail.name, detail.contact)))
        known = f"{words(IDENTITY_NAMES[row.identity])}  {row.identity_on}" if row.identity else ""
        outcome = words(OUTCOME_NAMES[row.outcome]) if row.outcome else ""
        answered = "  ".join(filter(None, (row.answered_on, row.answered_by, outcome)))
        ground = REFUSAL_GROUNDS.get(row.ground)
        stop = row.kind is RequestKind.PROVISION_STOP
        return [
            (self.tr("Received"), received),
            (self.tr("Answer due"), row.due_on if row.open else ""),
            (self.tr("Person concerned"), detail.person),
            (self.tr("Asked by (agent)") if row.by_agent else self.tr("Asked by"), asks),
            (self.tr("What exactly"), detail.asked),
            (self.tr("Identity"), known),
            (self.tr("As it stands"), self._standing()),
            (self.tr("What was done"), self._done()),
            (self.tr("Ended"), answered),
            (self.tr("Ground"), f"{words(ground.text)}  {ground.law_of(row.kind)}" if ground else ""),
            (self.tr("Answer"), detail.answer),
            (
                self.tr("Stop of provision lifted") if stop else self.tr("Suspension lifted"),
                row.lifted_on,
            ),
        ]

    def _done(self) -> str:
        """What the records say was done about it; empty while nothing was."""
        done = self.detail.done
        if not done.on and done.erasure is not ErasureOutcome.UNCONFIRMED:
            return ""
        what = self._ctx.words(ERASURE_OUTCOME_NAMES[done.erasure]) if done.erasure else self._done_word()
        return "  ".join(filter(None, (done.on, what)))

    def _standing(self) -> str:
        """What an erasure would come to, or is coming to, while it is not done."""
        erasure = self.detail.done.erasure
        if erasure is None or self.detail.done.on:
            return ""
        noted = self.tr("noted: erased as soon as nothing stands in the way")
        said = self._ctx.words(ERASURE_OUTCOME_NAMES[erasure])
        return f"{said}  {noted}" if erasure_waits(self.detail) else said

    def _erasure_word(self) -> str:
        if self.detail.done.erasure is ErasureOutcome.UNDER_WAY:
            return self.tr("Go on with the erasure")
        if self.detail.done.erasure in STOPPED:
            return self.tr("Erase as soon as it is possible")
        return self.tr("Begin the erasure")

    def _done_word(self) -> str:
        if self.row.kind is RequestKind.DISCLOSURE:
            return self.tr("Disclosure made")
        if self.row.kind is RequestKind.CORRECTION:
            return self.tr("Record changed")
        return self.tr("Notice given")

    def _add_acts(self) -> None:
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        waits = missing_act(self.detail) is not None and self.detail.done.erasure not in STOPPED
        waits_for = _WAITS_FOR.get(self.row.kind, "") if waits else ""
        # The step that the request waits for becomes the primary button, so it is not a link here too.
        for one in (*self._customer_acts(), *self._asked_acts(), *self._answered_acts(), *self._noted_acts()):
            if one.shown and one.key == waits_for:
                self._next = one.text, one.act
            elif one.shown:
                made = button(one.text, one.act, kind="link", icon=one.icon)
                place = len(self.acts)
                self.acts[one.key] = made
                grid.addWidget(made, place // COLUMNS, place % COLUMNS, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(grid)

    def _customer_acts(self) -> Iterator[_Act]:
        """Whose request it is."""
        row = self.row
        show, choose = self.tr("Show the customer"), self.tr("Choose the customer")
        yield _Act("customer", show, "user", bool(row.customer), self.show_customer)
        yield _Act("assign", choose, "search", row.open and not row.customer, self.find_customer)

    def _asked_acts(self) -> Iterator[_Act]:
        """What is done that was asked for."""
        row = self.row
        yield _Act(
            "disclose",
            self.tr("Make the disclosure…"),
            "download",
            self._answers
            and row.kind is RequestKind.DISCLOSURE
            and row.state in {RequestState.CHECKED, RequestState.ANSWERED}
            and bool(row.customer),
            self.disclose,
        )
        disposes = self._ctx.actor.may(Permission.PROPOSE_DISPOSAL)
        yield _Act(
            "erase",
            self._erasure_word(),
            "shredder",
            may_begin_erasure(self.detail) and disposes,
            self.erase,
        )
        yield _Act(
            "outlook",
            self.tr("What laws keep: print it"),
            "printer",
            row.kind is RequestKind.ERASURE
            and row.state is not RequestState.RECEIVED
            and bool(row.customer_number)
            and disposes,
            self.print_erasure,
        )
        notice = self.tr("Print the purposes notice")
        yield _Act("notice", notice, "printer", row.kind is RequestKind.PURPOSE, self.give_notice)

    def _answered_acts(self) -> Iterator[_Act]:
        """What is told of the answer, and what ends it."""
        row = self.row
        ended = row.state in {RequestState.ANSWERED, RequestState.REFUSED}
        printed = self.tr("Print the answer")
        yield _Act("letter", printed, "printer", self._answers and ended, self.print_letter)
        lift = (
            self.tr("Lift the stop of provision")
            if row.kind is RequestKind.PROVISION_STOP
            else self.tr("Lift the suspension")
        )
        yield _Act("lift", lift, "lock-open", self._answers and row.in_force, self.lift)

    def _noted_acts(self) -> Iterator[_Act]:
        """What becomes of the request itself."""
        row, detail = self.row, self.detail
        said = any((detail.name, detail.person, detail.contact, detail.asked, detail.answer))
        yield _Act(
            "forget",
            self.tr("Delete the words of the request"),
            "trash-2",
            self._answers and not row.open and not row.customer and said,
            self.forget,
        )
        yield _Act("correct", self.tr("Correct what was noted…"), "pencil", row.open, self.correct)
        back = self.tr("It was taken back") if row.open else self.tr("Do not erase any more")
        yield _Act("withdraw", back, "undo-2", row.open or detail.done.still_marked, self.withdraw)

    @property
    def _answers(self) -> bool:
        return self._ctx.actor.may(Permission.ANSWER_REQUESTS)

    def _add_next(self) -> None:
        """The step that the request waits for; an answer only where one would be true."""
        possible = possible_answers(self.detail) if self._answers else {}
        if self.row.state is RequestState.RECEIVED:
            self.set_primary(self.tr("Check the identity…"), self.check_identity)
        elif possible.keys() - {None}:
            self.set_primary(self.tr("Answer…"), self.answer)
        elif self._next is not None:
            self.acts[_WAITS_FOR[self.row.kind]] = self.set_primary(*self._next)
        else:
            self.set_primary(self.tr("Close"))
        if set(possible) == {None}:
            self.acts["answer"] = self.add_secondary(self.tr("Refuse…"), self.answer)
        if self.row.state is RequestState.RECEIVED or possible.keys() - {None} or self._next is not None:
            self.add_secondary(self.tr("Close"))

    # Steps

    def check_identity(self) -> None:
        """Note by what the person was known."""
        self._form(IdentityForm(self._ctx, self.detail))

    def correct(self) -> None:
        """Put right what was noted."""
        self._form(CorrectForm(self._ctx, self.detail))

    def answer(self) -> None:
        """Answer or refuse."""
        self._form(AnswerForm(self._ctx, self.detail))

    def disclose(self) -> None:
        """Make the PDF or the JSON."""
        dialog = DisclosureDialog(self._ctx, self.row)
        dialog.written.connect(lambda: dialog.finished.connect(lambda _result: self._stepped()))
        dialog.open()

    def lift(self) -> None:
        """Open a locked record again, or let its data be provided again."""
        ctx, request = self._ctx, self.row.request
        self._do(lambda: ctx.office.requests.lift(ctx.actor, request))

    def withdraw(self) -> None:
        """Note that the person does not ask any more."""
        ctx, request, shown = self._ctx, self.row.request, self.detail.noted
        self._do(lambda: ctx.office.requests.withdraw(ctx.actor, request, shown=shown))

    def forget(self) -> None:
        """Delete what somebody unknown said of themselves."""
        ctx, request = self._ctx, self.row.request
        self._do(lambda: ctx.office.requests.erase_words(ctx.actor, request))

    def find_customer(self) -> None:
        """Seek the customer whom the request is about."""
        ctx, request, shown = self._ctx, self.row.request, self.detail.noted
        finder = CustomerFinder(ctx, self.tr("Whose data is it about?"), self)
        finder.chosen.connect(
            lambda row: self._do(
                lambda: ctx.office.requests.assign(ctx.actor, request, row.customer, shown=shown)
            )
        )
        finder.open()

    def _open_job(self, job: str) -> None:
        """Open a job that is still to be done; once it is seen to, the request is opened again."""
        self.accept()
        self._ctx.rooms.open_job(job)

    def show_customer(self) -> None:
        """Open the customer's page."""
        ctx, request = self._ctx, self.row.request
        self.accept()
        ctx.navigate("customers", customer=self.row.customer)
        ctx.notify(
            self.tr("Request {number} is still open.").format(number=self.row.number)
            if self.row.open
            else self.tr("Request {number}").format(number=self.row.number),
            lambda: ctx.navigate("safeguards", section="requests", request=request),
            action=self.tr("Back to the request"),
        )

    def erase(self) -> None:
        """Begin a disposal of this one customer, as far as no law stops it."""
        ctx, request, shown = self._ctx, self.row.request, self.detail.noted
        background.ask(
            self,
            lambda: ctx.office.disposal.erasures.erase_on_request(ctx.actor, request, shown=shown),
        ).then(self._erasing).otherwise(self._refused)

    def _erasing(self, answer: ErasureAnswer) -> None:
        self._ctx.notify(self._ctx.words(ERASURE_OUTCOME_NAMES[answer.outcome]))
        if answer.batch:
            self.accept()
            self._ctx.navigate("disposal", batch=answer.batch)
        else:
            self._stepped()

    def print_erasure(self) -> None:
        """Show what was erased and which laws keep the rest, and print it from there."""
        ctx, row = self._ctx, self.row
        customer = row.customer or row.customer_number
        title = self.tr("Answer to the erasure request of {number}").format(number=row.customer_number)
        background.ask(
            self, lambda: ctx.office.disposal.erasures.answer_pdf(ctx.actor, customer, ctx.words)
        ).then(partial(show_erasure_answer, ctx, title))

    def print_letter(self) -> None:
        """Show the answer as a letter and print it from there."""
        ctx, request = self._ctx, self.row.request
        title = self.tr("Answer to {number}").format(number=self.row.number)
        customers = tuple(filter(None, (self.row.customer,)))

        def show(drawn: DrawnAt, pdf: bytes) -> None:
            show_pages(
                ctx,
                title,
                pdf,
                note=lambda: ctx.office.requests.letter_printed(ctx.actor, request),
                shown=ShownPages(customers=customers, drawn=drawn) if customers else None,
            )

        draw = marked(ctx, lambda: ctx.office.requests.letter(ctx.actor, request, ctx.words))
        background.ask(self, draw).then(lambda made: show(*made))

    def give_notice(self) -> None:
        """Print the purposes notice for the person who asked; once printed it counts as given to them."""
        print_notice(self._ctx, self, self._notice_printed)

    def _notice_printed(self, number: int) -> None:
        ctx, customer = self._ctx, self.row.customer
        if not customer:
            return

        def told(_nothing: object) -> None:
            said = QCoreApplication.translate("RequestDialog", "Printed, and noted as given to the customer.")
            action = QCoreApplication.translate("RequestDialog", "It did not come out")
            ctx.notify(said, lambda: note_notice(ctx, customer, number, given=False), action=action)
            if isValid(self):
                self._stepped()

        note_notice(ctx, customer, number, told)

    def _form(self, form: FormDialog) -> None:
        form.saved.connect(lambda _answer: self._stepped())
        form.open()

    def _do(self, act: Callable[[], None]) -> None:
        background.ask(self, act).then(lambda _nothing: self._stepped()).otherwise(self._refused)

    def _refused(self, error: UserFacingError) -> None:
        """Say it; where the request is another by now, show it as it is, and nothing was done."""
        if not isinstance(error, (ChangedMeanwhile, RequestNotReady)):
            self._ctx.report_error(error)
            return
        self._ctx.notify(
            self.tr(
                "Nothing was done: request {number} was changed meanwhile. This is how it is now."
            ).format(number=self.row.number)
        )
        self._stepped()

    def _stepped(self) -> None:
        self.accept()
        self.changed.emit()


def open_request(
    ctx: DeskContext,
    request: str,
    changed: Callable[[], object],
    *,
    answers: bool = False,
    corrects: bool = False,
) -> None:
    """Read a request and open it; after each step it opens again as it is then.

    Args:
        answers: go on with the answer that was left half-typed, if the request still waits for one.
        corrects: go on with the correction that was left half-typed.
    """

    def go_on() -> None:
        changed()
        open_request(ctx, request, changed)

    def show(detail: RequestDetail) -> None:
        dialog = RequestDialog(ctx, detail)
        dialog.changed.connect(go_on)
        dialog.open()
        if answers and possible_answers(detail) and ctx.actor.may(Permission.ANSWER_REQUESTS):
            dialog.answer()
        elif corrects and detail.row.open:
            dialog.correct()

    background.ask(ctx.window, lambda: ctx.office.requests.detail(ctx.actor, request)).then(show)
