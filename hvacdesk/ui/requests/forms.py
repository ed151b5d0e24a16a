"""Entering a request, noting how the person was known, and answering."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit

from hvacdesk.domain.customers.customers import CustomerKind
from hvacdesk.domain.errors import Missing
from hvacdesk.domain.jobs.ahead import JobAhead
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.domain.requests.refusal_grounds import REFUSAL_GROUNDS, grounds_for
from hvacdesk.domain.requests.request_answers import missing_act, possible_answers
from hvacdesk.domain.requests.requests import (
    AGENT_CHECKS,
    ANSWER_CLOCK,
    IDENTITY_NAMES,
    IDENTITY_SOURCE,
    OUTCOME_NAMES,
    REQUEST_KIND_NAMES,
    REQUEST_LAWS,
    REQUEST_WAY_NAMES,
    TAKES_FROM_WORK,
    IdentityCheck,
    NewRequest,
    RequestAnswer,
    RequestDetail,
    RequestKind,
    RequestNotReady,
    RequestOutcome,
    RequestWay,
    asks_person,
)
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import as_of_text
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.choices import choice, choose
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog, SaveQuestion
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.jobs_ahead import JobsAheadBox
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.shown_fields import Shown
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.warning_box import WarningBox
from hvacdesk.ui.wording.jobs_ahead import (
    ahead_lines,
    still_ahead,
    suspension_stops,
    suspension_ways,
    told_of,
)
from hvacdesk.ui.wording.places import chosen_text

REFUSED = "refused"
DECISIONS: dict[str, Phrase] = {
    RequestOutcome.GRANTED: OUTCOME_NAMES[RequestOutcome.GRANTED],
    RequestOutcome.PARTLY: OUTCOME_NAMES[RequestOutcome.PARTLY],
    REFUSED: phrase("Requests", "Refused"),
}


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
        self.law = label("", "muted", wrap=True)
        self.form.column.addWidget(self.law)
        self.ahead = JobsAheadBox(ctx.words)
        self._ahead_reader = background.Reader(self)
        self.form.column.addWidget(self.ahead)
        self.way = choice(ctx.words, REQUEST_WAY_NAMES)
        self.received = DateField(ctx.today())
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
        self.form.column.addStretch(1)
        self.kind.currentIndexChanged.connect(self._show_law)
        self.kind.currentIndexChanged.connect(lambda _at: self._read_ahead())
        self.by_agent.toggled.connect(lambda _on: self._name_fields())
        self._firm = False
        self._kept_request = detail.row.request if detail else ""
        if detail is not None:
            self._show(detail)
        self._show_law()
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
        if not customer or kind not in TAKES_FROM_WORK:
            self.ahead.hide()
            return
        self._ahead_reader.read(lambda: ctx.office.jobs_ahead.of_customer(ctx.actor, customer)).then(
            lambda found: self._show_ahead(customer, kind, found)
        ).otherwise(lambda _error: self.ahead.hide())

    def _show_ahead(self, customer: str, kind: RequestKind, found: tuple[JobAhead, ...]) -> None:
        if (customer, kind) == (self._customer, self.kind.currentData()):
            self.ahead.show_jobs(still_ahead(), found, told_of(kind))

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

    def _show_law(self) -> None:
        text = self.tr("{law}. To be answered within {days} days ({source}, as of {as_of}).")
        self.law.setText(
            text.format(
                law=REQUEST_LAWS[RequestKind(self.kind.currentData())],
                days=ANSWER_CLOCK.days,
                source=ANSWER_CLOCK.source,
                as_of=as_of_text(ANSWER_CLOCK.as_of),
            )
        )


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


class AnswerForm(FormDialog):
    """What came of a request, and on which ground where it is not done as asked."""

    def __init__(self, ctx: DeskContext, detail: RequestDetail) -> None:
        title = QCoreApplication.translate("AnswerForm", "Answer the request")
        super().__init__(ctx, title, width=540)
        self._row, self._detail = detail.row, detail
        row = detail.row
        self._possible = possible_answers(detail)
        self.form.column.addWidget(label("  ".join(_told(ctx, detail).values()), "strong", wrap=True))
        decisions = {code: name for code, name in DECISIONS.items() if _outcome(code) in self._possible}
        missing = missing_act(detail)
        if missing is not None:
            self.form.column.addWidget(WarningBox(ctx.words(missing)))
        self.decision = self.form.add("outcome", self.tr("What came of it"), choice(ctx.words, decisions))
        self.ahead = JobsAheadBox(ctx.words)
        self.form.column.addWidget(self.ahead)
        self._add_grounds()
        self.way = self.form.add(
            "way", self.tr("How the answer reaches them"), choice(ctx.words, REQUEST_WAY_NAMES)
        )
        choose(self.way, row.way.value)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(84))
        self.form.add("text", self.tr("What the letter says besides"), self.text)
        self.note = label(self._consequence(), "muted", wrap=True)
        self.form.column.addWidget(self.note)
        self.form.column.addStretch(1)
        self.decision.currentIndexChanged.connect(lambda _at: self._follow())
        self.ground.currentIndexChanged.connect(lambda _at: self._follow())
        self._follow()
        self.fit(580, 580)
        self.watch({"outcome": self.decision, "ground": self.ground, "way": self.way, "text": self.text})
        request = row.request
        self.keep_draft("answer", request, "safeguards", section="requests", request=request, answer="yes")

    def _add_grounds(self) -> None:
        usable = frozenset[str]().union(*self._possible.values())
        grounds = {
            ground.code: ground.text for ground in grounds_for(self._row.kind) if ground.code in usable
        }
        self.ground = self.form.add("ground", self.tr("Ground"), choice(self.ctx.words, grounds, none=True))
        if len(grounds) == 1:
            self.ground.setCurrentIndex(1)
        self.law = label("", "muted", wrap=True)
        self.form.column.addWidget(self.law)

    def collect(self) -> Callable[[], object]:
        decision = self.decision.currentData()
        if decision != RequestOutcome.GRANTED and not self.ground.currentData():
            raise Missing("ground")
        answer = RequestAnswer(
            outcome=_outcome(decision),
            way=RequestWay(self.way.currentData()),
            ground=self.ground.currentData() or "",
            text=self.text.toPlainText(),
        )
        ctx, request, shown = self.ctx, self._row.request, self._detail.noted
        ahead = tuple(one.planned for one in self._detail.ahead)
        return lambda: ctx.office.requests.answer(ctx.actor, request, answer, shown=shown, ahead=ahead)

    def save_question(self) -> SaveQuestion | None:
        """Whoever would come to the door tomorrow is thought of before the record is locked."""
        if not self._stops_jobs():
            return None
        count = len(self._detail.ahead)
        why = (still_ahead(), *ahead_lines(self._detail.ahead, self.ctx.words), suspension_stops())
        return SaveQuestion(
            self.tr("Suspend although %n job(s) are still to be done?", "", count),
            "\n".join((*why, suspension_ways())),
            self.tr("Back to the answer"),
            self.tr("Suspend all the same"),
        )

    def _stops_jobs(self) -> bool:
        suspends = self._row.kind is RequestKind.SUSPENSION and self.decision.currentData() != REFUSED
        return suspends and bool(self._detail.ahead)

    def present(self) -> Present | None:
        ctx, request = self.ctx, self._row.request

        def read() -> RequestDetail:
            now = ctx.office.requests.detail(ctx.actor, request)
            if not possible_answers(now):
                raise RequestNotReady
            return now

        return Present(SavedKind.REQUEST, request, 0, read, lambda now: AnswerForm(ctx, now), decides=True)

    def shown(self) -> dict[str, Shown]:
        """With what was noted, which the answer is decided from."""
        names = {
            "kind": self.tr("What is asked for"),
            "received_on": self.tr("Received on"),
            "person": self.tr("Name of the person concerned"),
            "name": self.tr("Name of whoever asks"),
            "contact": self.tr("How to reach them"),
            "asked": self.tr("What exactly, in their words"),
        }
        noted = self._detail.noted
        said = {**{key: str(getattr(noted, key)) for key in names}, **_told(self.ctx, self._detail)}
        found = {**super().shown(), **{key: Shown(name, said[key]) for key, name in names.items()}}
        jobs = "\n".join(ahead_lines(self._detail.ahead, self.ctx.words))
        return {**found, "ahead": Shown(self.tr("Jobs still to be done"), jobs)}

    def typed(self) -> Typed | None:
        """With the kind of request that the answer is about: it may be corrected before it goes on."""
        typed = super().typed()
        return None if typed is None else {**typed, "kind": self._row.kind.value}

    def fill(self, typed: Typed) -> None:
        super().fill(typed)
        kind = typed.get("kind", self._row.kind.value)
        if kind != self._row.kind.value and self.others is None:
            told = self.tr("The request was corrected after you had typed this. It was: {kind}")
            name = self.ctx.words(REQUEST_KIND_NAMES[RequestKind(str(kind))])
            self.form.column.insertWidget(0, WarningBox(told.format(kind=name)))

    def _follow(self) -> None:
        needed = self.decision.currentData() != RequestOutcome.GRANTED
        self.form.fields["ground"].setVisible(needed)
        ground = REFUSAL_GROUNDS.get(self.ground.currentData() or "")
        self.law.setVisible(needed and ground is not None)
        if ground is not None:
            text = self.tr("{law} ({source}, as of {as_of}). Have a professional confirm it.")
            self.law.setText(
                text.format(
                    law=ground.law_of(self._row.kind), source=ground.source, as_of=as_of_text(ground.as_of)
                )
            )
        self.note.setVisible(bool(self.note.text()) and self.decision.currentData() != REFUSED)
        ahead = self._detail.ahead if self._stops_jobs() else ()
        self.ahead.show_jobs(still_ahead(), ahead, told_of(self._row.kind))

    def _consequence(self) -> str:
        if self._row.kind is RequestKind.SUSPENSION:
            return self.tr(
                "Saving locks the record at once: masked for everybody, nothing changed or printed but what "
                "laws require, until it is lifted."
            )
        if self._row.kind is RequestKind.PROVISION_STOP:
            return self.tr(
                "Saving stops it at once: no data of this customer goes to another firm for its own use "
                "until the stop is lifted. What is entrusted for a job goes on."
            )
        return ""


def _told(ctx: DeskContext, detail: RequestDetail) -> dict[str, str]:
    """Which request it is, in words: what is asked for and by whom."""
    row = detail.row
    said = {
        "kind": ctx.words(REQUEST_KIND_NAMES[row.kind]),
        "customer": row.name.text,
        "person": detail.person,
        "name": detail.name,
    }
    return {key: text for key, text in said.items() if text}


def _outcome(decision: str) -> RequestOutcome | None:
    return None if decision == REFUSED else RequestOutcome(decision)
