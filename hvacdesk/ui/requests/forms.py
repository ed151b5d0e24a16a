"""Entering a request, putting it right, and noting how the person was known."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit

from hvacdesk.domain.customers.customers import CustomerKind
from hvacdesk.domain.errors import Missing
from hvacdesk.domain.jobs.ahead import JobAhead
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.domain.requests.requests import (
    AGENT_CHECKS,
    ANSWER_CLOCK,
    IDENTITY_NAMES,
    IDENTITY_SOURCE,
    REQUEST_KIND_NAMES,
    REQUEST_LAWS,
    REQUEST_WAY_NAMES,
    TAKES_FROM_WORK,
    IdentityCheck,
    NewRequest,
    RequestDetail,
    RequestKind,
    RequestWay,
    asks_person,
)
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import as_of_text
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.choices import choice, choose
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.jobs_ahead import JobsAheadBox
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.steady_text import SteadyText
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.jobs_ahead import (
    still_ahead,
    told_of,
)
from hvacdesk.ui.wording.places import chosen_text


class RequestForm(FormDialog):
    """A request as it comes in; without a customer, the person who asks is named here."""

    def __init__(
        self,
        ctx: DeskContext,
        customer: str = "",
        name: str = "",
        kind: RequestKind = RequestKind.DISCLOSURE,
        *,
        detail: RequestDetail | None = None,
    ) -> None:
        title = QCoreApplication.translate("RequestForm", "A customer's request")
        super().__init__(ctx, title, width=540)
        self._reader = background.Reader(self)
        self._customer = customer
        self.who = label(name or self.tr("Somebody who is not in the register"), "strong", wrap=True)
        self.find_button = button(self.tr("Choose the customer"), self.find, kind="link", icon="search")
        self.form.column.addLayout(side_by_side((self.who, 1), (self.find_button, 0)))
        self.find_button.setVisible(not customer)
        self.kind = self.form.add("kind", self.tr("What is asked for"), choice(ctx.words, REQUEST_KIND_NAMES))
        choose(self.kind, kind.value)
        self.law = SteadyText(self._laws(), "muted")
        self.form.column.addWidget(self.law)
        self._ahead_reader = background.Reader(self)
        self.way = choice(ctx.words, REQUEST_WAY_NAMES)
        self.received = DateField(ctx.today(), past=True)
        self.received.set_iso(ctx.today().isoformat())
        self.form.column.addLayout(
            side_by_side(
                (self.form.field("way", self.tr("How it came"), self.way), 1),
                (self.form.field("received_on", self.tr("Received on"), self.received, required=True), 1),
            )
        )
        self.by_agent = QCheckBox(self.tr("Somebody else asks for them (agent, guardian)"))
        self.form.column.addWidget(self.by_agent)
        self.person = self.form.add(
            "person",
            self.tr("Name of the person concerned"),
            QLineEdit(),
            required=True,
            hint=self.tr("Only a person can ask: type the name of whoever is concerned, not the firm's."),
        )
        self.name, self.contact = QLineEdit(), QLineEdit()
        self.form.column.addLayout(
            side_by_side(
                (self.form.field("name", self.tr("Name of whoever asks"), self.name), 1),
                (self.form.field("contact", self.tr("How to reach them"), self.contact), 1),
            )
        )
        self.asked = QPlainTextEdit()
        self.asked.setTabChangesFocus(True)
        self.asked.setFixedHeight(theme.px(84))
        self.form.add(
            "asked",
            self.tr("What exactly, in their words"),
            self.asked,
            hint=self.tr("No number of an identity document. It goes with the customer's data."),
        )
        self.ahead = JobsAheadBox(ctx.words)
        self.form.column.addWidget(self.ahead)  # last, so that no field goes away under the mouse
        self.keep_width()
        self.form.column.addStretch(1)
        self.kind.currentIndexChanged.connect(lambda _at: self._read_ahead())
        self.by_agent.toggled.connect(lambda _on: self._name_fields())
        self._firm = False
        self._kept_request = detail.row.request if detail else ""
        if detail is not None:
            self._show(detail)
        self._name_no_work()
        self._name_fields()
        self.fit(580, 660)
        # Only now: what a noted request holds already does not count as typed.
        self.watch(beside={"by_agent": self.by_agent}, known=detail is not None)
        self._begun_with = customer
        if customer:
            self._read_customer(customer)
        self._read_ahead()
        kept, place = self._kept_request, {"section": "requests"}
        if kept:
            self.keep_draft("request-correct", kept, "safeguards", **place, request=kept, correct="yes")
        else:
            about = {"enter": "yes", "customer": customer}
            self.keep_draft("request", customer or "new", "safeguards", **place, **about)
        self.kind.setFocus()

    def find(self) -> None:
        """Seek the customer in the register."""
        finder = CustomerFinder(self.ctx, self.tr("Whose data is it about?"), self)
        finder.chosen.connect(lambda row: self._read_customer(row.customer))
        finder.open()

    def _show(self, detail: RequestDetail) -> None:
        """What was noted before."""
        choose(self.way, detail.row.way.value)
        self.received.set_iso(detail.row.received_on)
        self.by_agent.setChecked(detail.row.by_agent)
        for field, text in (
            (self.person, detail.person),
            (self.name, detail.name),
            (self.contact, detail.contact),
        ):
            field.setText(text)
        self.asked.setPlainText(detail.asked)

    def set_customer(self, customer: str, name: str, *, firm: bool) -> None:
        """Let the request be about a customer; a firm's is a person's there."""
        self._customer, self._firm = customer, firm
        self.who.setText(name)
        self._name_fields()
        self._read_ahead()

    def collect(self) -> Callable[[], object]:
        ctx, new = self.ctx, self._request()
        return lambda: ctx.office.requests.receive(ctx.actor, new)

    def typed(self) -> Typed | None:
        typed = super().typed()
        chosen = self._customer if self._customer != self._begun_with else ""
        return {**(typed or {}), "customer": chosen} if chosen else typed

    def fill(self, typed: Typed) -> None:
        super().fill(typed)
        if customer := str(typed.get("customer", "")):
            self._read_customer(customer)

    def _read_customer(self, customer: str) -> None:
        """Read what they are called, which a draft does not store, and whether they are a firm."""
        ctx = self.ctx
        self._reader.read(lambda: ctx.office.customers.detail(ctx.actor, customer)).then(
            lambda one: self.set_customer(
                one.customer, chosen_text(one), firm=one.kind is CustomerKind.ORGANISATION
            )
        )

    def _read_ahead(self) -> None:
        """Name the work that the request would stop while whoever asks can still be asked about it."""
        ctx, customer, kind = self.ctx, self._customer, RequestKind(self.kind.currentData())
        self._name_no_work()
        if not customer or kind not in TAKES_FROM_WORK:
            return
        self._ahead_reader.read(lambda: ctx.office.jobs_ahead.of_customer(ctx.actor, customer)).then(
            lambda found: self._show_ahead(customer, kind, found)
        ).otherwise(lambda _error: self._name_no_work())

    def _show_ahead(self, customer: str, kind: RequestKind, found: tuple[JobAhead, ...]) -> None:
        if (customer, kind) == (self._customer, self.kind.currentData()):
            self.ahead.show_jobs(still_ahead(), found, told_of(kind))
            self.law.say(self._law(kind, work=bool(found)))

    def _name_no_work(self) -> None:
        self.ahead.hide()
        self.law.say(self._law(RequestKind(self.kind.currentData())))

    def _request(self) -> NewRequest:
        return NewRequest(
            kind=RequestKind(self.kind.currentData()),
            way=RequestWay(self.way.currentData()),
            received_on=self.received.iso("received_on"),
            customer=self._customer,
            by_agent=self.by_agent.isChecked(),
            name=self.name.text(),
            contact=self.contact.text(),
            asked=self.asked.toPlainText(),
            person=self.person.text(),
        )

    def _name_fields(self) -> None:
        """A known customer who asks in person needs no second name here."""
        self.form.fields["person"].setVisible(asks_person(self._request_so_far(), firm=self._firm))
        shown = not self._customer or self.by_agent.isChecked()
        for key in ("name", "contact"):
            self.form.fields[key].setVisible(shown)

    def _request_so_far(self) -> NewRequest:
        """What decides which names are asked for."""
        return NewRequest(
            RequestKind(self.kind.currentData()),
            RequestWay(self.way.currentData()),
            "",
            customer=self._customer,
            by_agent=self.by_agent.isChecked(),
        )

    def _laws(self) -> Iterator[str]:
        """Everything that may stand below the choice."""
        for kind in REQUEST_LAWS:
            yield self._law(kind)
            if kind in TAKES_FROM_WORK:
                yield self._law(kind, work=True)

    def _law(self, kind: RequestKind, *, work: bool = False) -> str:
        """By when the law wants an answer, and that jobs are named farther down, perhaps out of sight."""
        text = self.tr("{law}. To be answered within {days} days ({source}, as of {as_of}).").format(
            law=REQUEST_LAWS[kind],
            days=ANSWER_CLOCK.days,
            source=ANSWER_CLOCK.source,
            as_of=as_of_text(ANSWER_CLOCK.as_of),
        )
        if not work:
            return text
        below = self.tr("Jobs are still ahead: see the foot of the form.")
        return f"{text}\n{below}"


class CorrectForm(RequestForm):
    """What was noted of a request, put right before it is answered; whose it is stays."""

    def __init__(self, ctx: DeskContext, detail: RequestDetail) -> None:
        row = detail.row
        self._noted = detail.noted
        super().__init__(ctx, row.customer, row.name.text, row.kind, detail=detail)
        title = QCoreApplication.translate("CorrectForm", "Correct request {number}")
        self.set_title(title.format(number=row.number))
        self.find_button.hide()
        self.form.column.addWidget(
            label(
                self.tr("If another person is named, the identity has to be checked again."),
                "muted",
                wrap=True,
            )
        )

    def collect(self) -> Callable[[], object]:
        ctx, new, request, shown = self.ctx, self._request(), self._kept_request, self._noted
        return lambda: ctx.office.requests.correct(ctx.actor, request, new, shown=shown)

    def present(self) -> Present | None:
        ctx, request = self.ctx, self._kept_request
        return Present(
            SavedKind.REQUEST,
            request,
            0,
            lambda: ctx.office.requests.detail(ctx.actor, request),
            lambda now: CorrectForm(ctx, now),
        )


class IdentityForm(FormDialog):
    """How it was checked who the person is: only the kind of proof is stored."""

    def __init__(self, ctx: DeskContext, detail: RequestDetail) -> None:
        title = QCoreApplication.translate("IdentityForm", "How do you know who asks?")
        super().__init__(ctx, title, width=460)
        self._detail = detail
        fitting = {
            check: name
            for check, name in IDENTITY_NAMES.items()
            if (check in AGENT_CHECKS) is detail.row.by_agent
        }
        self.identity = self.form.add(
            "identity",
            self.tr("Checked by"),
            choice(ctx.words, fitting, none=True),
            required=True,
            hint=self.tr("Look at the document and give it back. Its number is not written down or copied."),
        )
        choose(self.identity, detail.row.identity)
        self.form.column.addWidget(label(IDENTITY_SOURCE, "muted", wrap=True))
        self.form.column.addStretch(1)
        self.watch(known=True)
        self.fit(500, 320)

    def collect(self) -> Callable[[], object]:
        if self.identity.currentData() is None:
            raise Missing("identity")
        ctx, check, detail = self.ctx, IdentityCheck(self.identity.currentData()), self._detail
        return lambda: ctx.office.requests.check_identity(
            ctx.actor, detail.row.request, check, shown=detail.noted, known_by=detail.row.identity
        )

    def present(self) -> Present | None:
        ctx, request = self.ctx, self._detail.row.request
        return Present(
            SavedKind.REQUEST,
            request,
            0,
            lambda: ctx.office.requests.detail(ctx.actor, request),
            lambda now: IdentityForm(ctx, now),
        )
