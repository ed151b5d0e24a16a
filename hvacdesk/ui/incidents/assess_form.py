"""The questions of the law: the four triggers, encryption, what survives, and the client who is told
first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from hvacdesk.domain.errors import BadNumber
from hvacdesk.domain.incidents.concerned import Extent
from hvacdesk.domain.incidents.incidents import IncidentDetail
from hvacdesk.domain.incidents.leak_rules import (
    ANSWER_NAMES,
    ANSWERED,
    ENCRYPTABLE,
    LOSSES,
    SHIELD_WORDS,
    TRIGGER_NAMES,
    VERDICT_NAMES,
    Answer,
    Assessment,
    Encryption,
    IncidentKind,
    Shield,
    Trigger,
    judge,
    likely_triggers,
)
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.incidents.clients import client_line
from hvacdesk.ui.incidents.incident_form import IncidentForm
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.firm_field import FirmField, offer_firms
from hvacdesk.ui.widgets.numbers import number_of
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.text import label

OPEN = "open"
ENCRYPTION = ("encrypted", "key_apart", "key_protected")
"""The three questions that decide whether encryption exempts."""


class AssessForm(IncidentForm):
    """Each question with its source; the answer's consequence is said as one answers."""

    def __init__(self, ctx: DeskContext, incident: IncidentDetail) -> None:
        title = QCoreApplication.translate("AssessForm", "Has {number} to be reported?")
        super().__init__(ctx, title.format(number=incident.number), incident, width=600)
        self._law = ctx.office.incidents.law()
        answers = incident.assessment
        self.form.column.addWidget(
            label(self.tr("“Possible” counts, and “not known” counts as possible."), "muted", wrap=True)
        )
        self.triggers = {one: self._trigger(one) for one in ANSWERED}
        self.encryption = self._encryption() if incident.facts.kind in ENCRYPTABLE else ()
        self.survives: QComboBox | None = None
        if incident.facts.kind in LOSSES:
            self.survives = self._ask(
                "survives",
                self.tr("Is the same data still there elsewhere, for example in a backup?"),
                self._law.sources["survives"],
                answers.survives,
            )
        self.unreadable: QComboBox | None = None
        if incident.facts.kind in LOSSES:
            key = incident.facts.kind is IncidentKind.LOST_KEY
            self.unreadable = self._ask(
                "unreadable",
                self.tr("Is it of no use to whoever finds it, for example because it was replaced?")
                if key
                else self.tr("Was it destroyed so that nobody can have read it, for example shredded?"),
                self.tr("If not, somebody may have read it, and it is judged as a leak."),
                answers.unreadable,
            )
        self.at_most: QLineEdit | None = None
        # Only where nobody can say whose data it was: else the people concerned are counted.
        if incident.extent is Extent.UNTRACEABLE:
            known = "" if answers.at_most is None else str(answers.at_most)
            self.at_most = self.form.add(
                "at_most",
                self.tr("How many people can it be at the most?"),
                QLineEdit(known),
                hint=self.tr("Left empty, every customer counts: {count}. {source}").format(
                    count=incident.registered, source=self._law.sources["number"]
                ),
            )
            self.at_most.textChanged.connect(lambda _text: self._say())
        by_jobs = incident.clients[0].client if incident.clients else ""
        self.client = self.form.add(
            "client",
            self.tr("The client that entrusted the data, if any"),
            QLineEdit(answers.client or by_jobs),
            hint=self.tr("A client (元請) is told first; then the client reports. {source}").format(
                source=self._law.sources["client"]
            ),
        )
        by_jobs_first = [one.client for one in incident.clients]
        self.client_field = FirmField(self, "client", as_client=True, first=by_jobs_first)
        self.clients: QLabel = label(
            "\n".join(client_line(one) for one in incident.clients), "body", tone="warn", wrap=True
        )
        self.form.column.addWidget(self.clients)
        self.clients.setVisible(bool(incident.clients))
        self.told = self.form.add(
            "client_told_on", self.tr("The client was told on"), DateField(ctx.today(), past=True)
        )
        self.told.set_iso(answers.client_told_on)
        self.outcome: QLabel = label("", "strong", wrap=True)
        self.add_note(self.outcome)
        for box in self._questions().values():
            box.currentIndexChanged.connect(lambda _at: self._say())
        self._say()
        self.fit(640, 720)
        counted = {"at_most": self.at_most} if self.at_most else {}
        told = {"client": self.client, "client_told_on": self.told}
        self.watch({**self._questions(), **counted, **told}, known=True)
        self.keep_for_incident("assess")
        offer_firms(ctx, self, self.client_field)

    def collect(self) -> Callable[[], object]:
        office, actor, incident = self.ctx.office, self.ctx.actor, self._incident.incident
        answers = self._answers(self.told.iso("client_told_on"))
        shown = self._incident.assessment
        return lambda: office.incidents.writing.assess(actor, incident, answers, shown=shown)

    def present(self) -> Present | None:
        ctx = self.ctx
        return self.present_incident(lambda now: AssessForm(ctx, now))

    def _questions(self) -> dict[str, QComboBox]:
        """The questions that this kind of incident asks, by name."""
        asked = {trigger.value: box for trigger, box in self.triggers.items()}
        asked |= dict(zip(ENCRYPTION, self.encryption, strict=False))
        losses = {"survives": self.survives, "unreadable": self.unreadable}
        return asked | {name: box for name, box in losses.items() if box}

    def _trigger(self, trigger: Trigger) -> QComboBox:
        chosen = self._incident.assessment.answer(trigger)
        hint = self._law.triggers[trigger]
        if trigger in likely_triggers(self._incident.facts.kind, self._incident.fields):
            warning = self.tr("The facts suggest it: think it over.")
            hint = in_a_row(warning, hint)
        return self._ask(trigger.value, self.ctx.words(TRIGGER_NAMES[trigger]), hint, chosen)

    def _encryption(self) -> tuple[QComboBox, ...]:
        known = self._incident.assessment.encryption
        questions = (
            self.tr("Was all of the data encrypted, strongly?"),
            self.tr("Were passphrase, key and recovery sheet kept elsewhere?"),
            self.tr("Was the computer off or locked, and its passphrase known to nobody else?"),
        )
        hints = (self._law.sources["encryption"], "", "")
        answers = (known.encrypted, known.key_apart, known.key_protected)
        asked = zip(ENCRYPTION, questions, hints, answers, strict=True)
        return tuple(self._ask(*one) for one in asked)

    def _ask(self, key: str, question: str, hint: str, chosen: Answer | None) -> QComboBox:
        box = QComboBox()
        if key in {one.value for one in ANSWERED}:
            box.addItem(self.tr("Not answered"), OPEN)
        for answer, name in ANSWER_NAMES.items():
            box.addItem(self.ctx.words(name), answer.value)
        box.setCurrentIndex(max(0, box.findData(chosen.value if chosen else OPEN)))
        return self.form.add(key, question, box, hint=hint)

    def _answers(self, told: str) -> Assessment:
        given = {one: box.currentData() for one, box in self.triggers.items()}
        return Assessment(
            {one: Answer(answer) for one, answer in given.items() if answer != OPEN},
            Encryption(*(Answer(box.currentData()) for box in self.encryption)),
            Answer(self.survives.currentData()) if self.survives else Answer.UNKNOWN,
            self.client.text().strip(),
            told,
            Answer(self.unreadable.currentData()) if self.unreadable else Answer.UNKNOWN,
            number_of(self.at_most.text(), int, "at_most") if self.at_most else None,
        )

    def _say(self) -> None:
        day = self.told.day()
        try:
            answers = self._answers(day.isoformat() if day else "")
        except BadNumber:  # it is being typed
            return
        most = replace(self._incident, assessment=answers).most
        found = judge(self._incident.facts.kind, answers, most, self._law, own=self._incident.mixed)
        lines = [self.ctx.words(VERDICT_NAMES[found.verdict])]
        if found.shield is not Shield.NONE:
            lines.append(self.ctx.words(SHIELD_WORDS[found.shield]))
        self.outcome.setText("\n".join(lines))
