"""Answering a request: what came of it, and on which ground where it is not done as asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit

from hvacdesk.domain.errors import Missing
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.domain.requests.refusal_grounds import REFUSAL_GROUNDS, grounds_for
from hvacdesk.domain.requests.request_answers import missing_act, possible_answers
from hvacdesk.domain.requests.requests import (
    OUTCOME_NAMES,
    REQUEST_KIND_NAMES,
    REQUEST_WAY_NAMES,
    RequestAnswer,
    RequestDetail,
    RequestKind,
    RequestNotReady,
    RequestOutcome,
    RequestWay,
)
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import as_of_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.choices import choice, choose
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.jobs_ahead import JobsAheadBox
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.save_question import SaveQuestion
from hvacdesk.ui.widgets.shown_fields import Shown
from hvacdesk.ui.widgets.steady_text import SteadyText
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.warning_box import WarningBox
from hvacdesk.ui.wording.jobs_ahead import (
    ahead_lines,
    still_ahead,
    suspension_stops,
    suspension_ways,
    told_of,
)

REFUSED = "refused"
DECISIONS: dict[str, Phrase] = {
    RequestOutcome.GRANTED: OUTCOME_NAMES[RequestOutcome.GRANTED],
    RequestOutcome.PARTLY: OUTCOME_NAMES[RequestOutcome.PARTLY],
    REFUSED: phrase("Requests", "Refused"),
}


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
        self.ahead = JobsAheadBox(ctx.words)
        self.form.column.addWidget(self.ahead)  # last, so that no field goes away under the mouse
        self.keep_width()
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
        self.ground.setEnabled(False)
        self._ground_at = 1 if len(grounds) == 1 else 0
        self.law = SteadyText(("", *map(self._law, grounds)), "muted")
        self.form.column.addWidget(self.law)
        # Shown with every answer, since what stands below would move away under the mouse.
        for part in (self.form.fields["ground"], self.law):
            part.setVisible(bool(grounds))

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
            about=self.decision,
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
        self._ask_for_ground(self.decision.currentData() != RequestOutcome.GRANTED)
        self.law.say(self._law(self.ground.currentData() or ""))
        self.note.setVisible(bool(self.note.text()) and self.decision.currentData() != REFUSED)
        ahead = self._detail.ahead if self._stops_jobs() else ()
        self.ahead.show_jobs(still_ahead(), ahead, told_of(self._row.kind))

    def _ask_for_ground(self, needed: bool) -> None:
        """Let one be chosen where the answer needs it; what was chosen is there again when it does."""
        if needed is self.ground.isEnabled():
            return
        if not needed:
            self._ground_at = self.ground.currentIndex()
        self.ground.setEnabled(needed)
        self.ground.setCurrentIndex(self._ground_at if needed else 0)

    def _law(self, code: str) -> str:
        """Where the law has that ground; empty where none is chosen."""
        ground = REFUSAL_GROUNDS.get(code)
        if ground is None:
            return ""
        text = self.tr("{law} ({source}, as of {as_of}). Have a professional confirm it.")
        return text.format(
            law=ground.law_of(self._row.kind), source=ground.source, as_of=as_of_text(ground.as_of)
        )

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
