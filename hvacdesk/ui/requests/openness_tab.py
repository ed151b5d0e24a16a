"""The customer's own page: what is held and why, who saw it, what they were told, agreed to and asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.partners.client_data import ClientJob
from hvacdesk.domain.partners.partners import RETURN_TERM_NAMES
from hvacdesk.domain.requests.consents import CONSENT_WAY_NAMES, CONSENTS, ConsentKind
from hvacdesk.domain.requests.openness import Openness
from hvacdesk.domain.requests.purposes_notice import NOTICE_WAY_NAMES
from hvacdesk.domain.requests.requests import REQUEST_KIND_NAMES, RequestKind
from hvacdesk.domain.retention.record_fields import RECORD_FIELD_NAMES
from hvacdesk.domain.roles import Permission
from hvacdesk.services.requests.purposes_notice import NoNoticeYet
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.printing.notice import note_notice, print_notice
from hvacdesk.ui.requests.forms import RequestForm
from hvacdesk.ui.requests.notice_forms import ConsentForm, NoticeGivenForm
from hvacdesk.ui.requests.request_dialog import open_request
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.kept_note import disposable_text, known_text
from hvacdesk.ui.widgets.record_tab import OpennessPart
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.text import label, rule
from hvacdesk.ui.wording.counting import counted
from hvacdesk.ui.wording.customer_tabs import history_tab, papers_tab
from hvacdesk.ui.wording.requests import state_chip


class OpennessTab(OpennessPart):
    """Kinds and counts of what is held, no values, so nothing hidden is shown by it.

    Attributes:
        buttons: what can be done, by name: ``notice``, ``request``, and the code of each kind of consent.
        shown: the page as it was read.

    Signals:
        changed(): a request went a step further, which may have locked or opened the record.
    """

    def __init__(self, ctx: DeskContext, customer: str, name: str) -> None:
        super().__init__()
        self._ctx = ctx
        self._reader = background.Reader(self)
        self._customer = customer
        self._name = name
        self._keeps = ctx.actor.may(Permission.KEEP_REQUESTS)
        self.buttons: dict[str, QPushButton] = {}
        self.shown: Openness | None = None
        self._scroll = ScrollColumn(name=self.tr("Data and requests"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def read(self) -> None:
        """Read the page."""
        ctx, customer = self._ctx, self._customer
        self._reader.read(lambda: ctx.office.openness.page(ctx.actor, customer)).then(self._show)

    def _show(self, page: Openness) -> None:
        if page == self.shown:
            return  # the keyboard stays where it is
        self.shown = page
        self.buttons = {}
        content = QWidget()
        content.setProperty("role", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(6))
        self._add_held(column, page)
        self._add_notices(column, page)
        self._add_consents(column, page)
        self._add_requests(column, page)
        column.addStretch(1)
        self._scroll.setWidget(content)

    def _heading(
        self,
        column: QVBoxLayout,
        text: str,
        key: str = "",
        act: str = "",
        slot: Callable[[], None] | None = None,
    ) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(label(text, "strong", wrap=True), 1)
        if slot is not None and self._keeps:
            self.buttons[key] = button(act, slot, kind="link", icon="plus")
            row.addWidget(self.buttons[key])
        column.addLayout(row)

    def _add_held(self, column: QVBoxLayout, page: Openness) -> None:
        words = self._ctx.words
        self._heading(column, self.tr("What is held"))
        each = self.tr("{name} ({count})")
        held = self.tr(", ").join(
            each.format(name=words(RECORD_FIELD_NAMES[one.field]), count=f"{one.values:,}")
            for one in page.held
        )
        column.addWidget(label(held, wrap=True))
        sentence, facts = page.kept
        column.addWidget(label(day_text(words(sentence).format(**facts)), "muted", wrap=True))
        self._add_reason(column, page)
        seen = self.tr("%n entry(s) in the log", "", page.looks)
        if page.last_look:
            moment = day_text(f"{office_time(moment_of(page.last_look)):%Y-%m-%d %H:%M}")
            latest = self.tr("{entries}, the latest {moment}: see “{tab}”")
            seen = latest.format(entries=seen, moment=moment, tab=history_tab())
        papers = self.tr("%n paper(s) and copy(s): see “{tab}”", "", page.papers).format(tab=papers_tab())
        column.addWidget(label(f"{seen}\n{papers}", "muted", wrap=True))
        column.addWidget(rule())

    def _add_reason(self, column: QVBoxLayout, page: Openness) -> None:
        """The rule that binds longest, how it was counted, the way to it, and what clients were promised."""
        words = self._ctx.words
        longest = page.reasons[0]
        said = counted(longest, words)
        if said:
            text = self.tr("{record}: {counted}")
            column.addWidget(label(text.format(record=words(longest.title), counted=said), wrap=True))
        if already := known_text(longest, page.reasons, words):
            column.addWidget(label(already, wrap=True))
        if page.disposable_from is not None:
            said = disposable_text(page.disposable_from, self._ctx.today())
            column.addWidget(label(said, "muted", wrap=True))
        if longest.rule:
            self.buttons["rule"] = button(self.tr("Show the rule"), self._show_rule, kind="link")
            column.addWidget(self.buttons["rule"], 0, Qt.AlignmentFlag.AlignLeft)
        for job in page.given_back:
            column.addWidget(label(self._agreed(job), wrap=True, tone="warn"))

    def _agreed(self, job: ClientJob) -> str:
        agreed = self._ctx.words(RETURN_TERM_NAMES[job.terms.data_after])
        text = self.tr(
            "Agreed with {client} for job {job}: {agreed} by {due}. Records that a law asks us to keep stay "
            "until the day above; tell the client which."
        )
        due = day_text(job.due) if job.due else self.tr("the agreed day once the work is done")
        return text.format(client=job.client, job=job.job_number, agreed=agreed, due=due)

    def _show_rule(self) -> None:
        if self.shown is not None:
            self._ctx.navigate("rules", tab="retention", rule=self.shown.reasons[0].rule)

    def _add_notices(self, column: QVBoxLayout, page: Openness) -> None:
        words = self._ctx.words
        self._heading(column, self.tr("Purposes notice"), "notice", self.tr("It was given"), self.give_notice)
        each = self.tr("{day}  version {version}, {way}, by {who}")
        lines = [
            each.format(
                day=day_text(one.given_on),
                version=one.version,
                way=words(NOTICE_WAY_NAMES[one.way]),
                who=one.given_by,
            )
            for one in page.notices
        ]
        line = QHBoxLayout()
        line.addWidget(label("\n".join(lines) or self.tr("Not given yet."), "muted", wrap=True), 1)
        if self._keeps:
            self.buttons["print"] = button(
                self.tr("Print"),
                self.print_notice,
                kind="link",
                icon="printer",
                name=self.tr("Print the purposes notice"),
            )
            line.addWidget(self.buttons["print"], 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addWidget(rule())

    def _add_consents(self, column: QVBoxLayout, page: Openness) -> None:
        self._heading(column, self.tr("Consents"))
        for kind in ConsentKind:
            self._add_consent(column, page, kind)
        column.addWidget(rule())

    def _add_consent(self, column: QVBoxLayout, page: Openness, kind: ConsentKind) -> None:
        words, event = self._ctx.words, page.consent(kind)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(label(words(CONSENTS[kind].name), wrap=True), 1)
        given = event is not None and event.given
        if event is None:
            row.addWidget(Chip(self.tr("not asked"), Tone.NEUTRAL))
        else:
            row.addWidget(
                Chip(self.tr("agreed"), Tone.GOOD) if given else Chip(self.tr("taken back"), Tone.WARN)
            )
        if self._keeps:
            act = self.tr("Withdraw") if given else self.tr("Record")
            name = self.tr("{act}: {kind}").format(act=act, kind=words(CONSENTS[kind].name))
            made = button(act, partial(self.change_consent, kind, given=not given), kind="link", name=name)
            self.buttons[kind.value] = made
            row.addWidget(made)
        column.addLayout(row)
        if event is not None:
            said = self.tr("{day}  {way}, recorded by {who}").format(
                day=day_text(event.on), way=words(CONSENT_WAY_NAMES[event.way]), who=event.recorded_by
            )
            column.addWidget(label("  ".join(filter(None, (said, event.note))), "muted", wrap=True))

    def _add_requests(self, column: QVBoxLayout, page: Openness) -> None:
        words = self._ctx.words
        self._heading(column, self.tr("Requests"), "request", self.tr("Enter a request"), self.enter_request)
        if not page.requests:
            column.addWidget(label(self.tr("None."), "muted"))
        for request in page.requests:
            row = QHBoxLayout()
            row.setSpacing(theme.px(8))
            kind = words(REQUEST_KIND_NAMES[request.kind])
            act = partial(self.open_request, request.request)
            if self._keeps:
                made = button(request.number, act, kind="link", name=f"{request.number}  {kind}")
                self.buttons[request.request] = made
                row.addWidget(made)
            else:
                row.addWidget(label(request.number))
            row.addWidget(label(kind, wrap=True), 1)
            row.addWidget(label(day_text(request.due_on if request.open else request.answered_on), "muted"))
            chip = state_chip(request, words)
            row.addWidget(Chip(chip.text, chip.tone))
            column.addLayout(row)

    # Acts

    def give_notice(self) -> None:
        """Note that the notice was given: the wording that is in force now."""
        ctx = self._ctx
        background.ask(self, lambda: ctx.office.notices.in_force(ctx.actor)).then(self._note_given)

    def _note_given(self, version: int) -> None:
        if not version:
            self._ctx.report_error(NoNoticeYet())
            return
        form = NoticeGivenForm(self._ctx, self._customer, version)
        form.saved.connect(lambda _answer: self.read())
        form.open()

    def print_notice(self) -> None:
        """Show the notice in force and print it from there; once printed, noting it is one click away."""
        print_notice(self._ctx, self, self._offer_to_note)

    def _offer_to_note(self, number: int) -> None:
        said, action = self.tr("The notice was sent to the printer."), self.tr("Note it as given")
        self._ctx.notify(said, lambda: self._note_on_paper(number), action=action)

    def _note_on_paper(self, number: int) -> None:
        note_notice(
            self._ctx, self._customer, number, lambda _nothing: self.read() if isValid(self) else None
        )

    def change_consent(self, kind: ConsentKind, *, given: bool) -> None:
        """Note a consent or its withdrawal."""
        form = ConsentForm(self._ctx, self._customer, kind, given=given, named=self._name)
        form.saved.connect(lambda _answer: self.read())
        form.open()

    def enter_request(self, kind: RequestKind = RequestKind.DISCLOSURE) -> None:
        """Enter a request of this customer and open it."""
        form = RequestForm(self._ctx, self._customer, self._name, kind)
        form.saved.connect(lambda request: self.open_request(str(request)))
        form.saved.connect(lambda _request: self.read())
        form.open()

    def open_request(self, request: str) -> None:
        """Open one of the requests; its steps may re-make the panel, and this tab with it."""
        open_request(self._ctx, request, self._stepped)

    def _stepped(self) -> None:
        if isValid(self):
            self.read()
            self.changed.emit()
