"""Registering a medium, and saying how it was sanitized."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from hvacdesk.domain.disposal.media import (
    DESTINATION_NAMES,
    MEDIUM_KIND_NAMES,
    SANITIZATION_NAMES,
    TECHNIQUE_NAMES,
    VERIFICATION_NAMES,
    Destination,
    MediumFacts,
    MediumKind,
    MediumRow,
    Sanitization,
    Sanitized,
    Technique,
    Verification,
    destinations,
    techniques,
    warning,
)
from hvacdesk.domain.errors import Missing, RecordGone
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import long_day
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.choices import chosen, code_choice, leave_open
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.name_choice import NameChoice
from hvacdesk.ui.widgets.others_save import Present, chosen_of
from hvacdesk.ui.widgets.save_question import SaveQuestion
from hvacdesk.ui.widgets.shown_fields import Shown
from hvacdesk.ui.widgets.text import label


class MediumForm(FormDialog):
    """What the medium is; ``row`` is the one to correct, None for a new one."""

    def __init__(self, ctx: DeskContext, row: MediumRow | None = None) -> None:
        title = (
            QCoreApplication.translate("MediumForm", "Correct {number}").format(number=row.number)
            if row
            else QCoreApplication.translate("MediumForm", "Register a medium")
        )
        super().__init__(ctx, title, width=480)
        self._row = row
        self.kind = self.form.add("kind", self.tr("Kind"), code_choice(ctx.words, MEDIUM_KIND_NAMES))
        self.label = self.form.add(
            "label",
            self.tr("What is written on it"),
            QLineEdit(),
            required=True,
            hint=self.tr(
                "As the office tells it from others, for example “Backup A” or “PC at the counter”."
            ),
        )
        self.maker, self.model = QLineEdit(), QLineEdit()
        _add_row(self, ("maker", self.tr("Maker"), self.maker), ("model", self.tr("Model"), self.model))
        self.serial = self.form.add("serial", self.tr("Serial number"), QLineEdit())
        self.used_by = self.form.add("used_by", self.tr("Used by (person, computer)"), NameChoice())
        _offer_staff(self, ctx, self.used_by)
        self.form.column.addStretch(1)
        if row is not None:
            self._show(row.facts)
        self.watch(known=row is not None)
        if row is None:
            self.offer_another(self.label)
        key = row.medium if row else "new"
        self.keep_draft("medium", key, "safeguards", section="media", medium=key)
        self.fit(520, 510)

    def collect(self) -> Callable[[], object]:
        office, actor, facts, row = self.ctx.office, self.ctx.actor, self._facts(), self._row
        if row is None:
            return lambda: office.media.register(actor, facts)
        return lambda: office.media.change(actor, row.medium, facts, shown=row.facts)

    def present(self) -> Present | None:
        ctx, row = self.ctx, self._row
        if row is None:
            return None

        def read() -> MediumRow:
            return chosen_of(ctx.office.media.all(ctx.actor), lambda one: one.medium == row.medium)

        return Present(SavedKind.MEDIUM, row.medium, 0, read, lambda now: MediumForm(ctx, now))

    def _facts(self) -> MediumFacts:
        return MediumFacts(
            MediumKind(self.kind.currentData()),
            self.label.text(),
            self.maker.text(),
            self.model.text(),
            self.serial.text(),
            self.used_by.currentText(),
        )

    def _show(self, facts: MediumFacts) -> None:
        self.kind.setCurrentIndex(self.kind.findData(facts.kind.value))
        self.label.setText(facts.label)
        self.maker.setText(facts.maker)
        self.model.setText(facts.model)
        self.serial.setText(facts.serial)
        self.used_by.setEditText(facts.used_by)


class SanitizeForm(FormDialog):
    """How a medium was sanitized; once saved, this cannot be changed.

    It is the office's proof, so nothing that was done is filled in beforehand: whoever writes it says each.
    """

    def __init__(self, ctx: DeskContext, row: MediumRow) -> None:
        title = QCoreApplication.translate("SanitizeForm", "How was {number} sanitized?")
        super().__init__(ctx, title.format(number=row.number), width=560)
        self._row = row
        which = "  ".join(filter(None, (row.facts.label, row.facts.serial)))
        self.form.column.addWidget(label(which, "strong", wrap=True))
        self.day = self.form.add("on", self.tr("Day"), DateField(ctx.today(), past=True), required=True)
        self.day.set_iso(ctx.today().isoformat())
        self.sanitization = code_choice(ctx.words, SANITIZATION_NAMES)
        leave_open(self.sanitization, self.tr("Choose how far it was sanitized"))
        self.form.add("sanitization", self.tr("Kind of sanitization"), self.sanitization, required=True)
        self.technique = self.form.add("technique", self.tr("Technique"), QComboBox(), required=True)
        self.warning: QLabel = label("", "body", tone="warn", wrap=True)
        self.form.column.addWidget(self.warning)
        self.tool = self.form.add("tool", self.tr("Program with version, or machine"), QLineEdit())
        self.verification = code_choice(ctx.words, VERIFICATION_NAMES)
        leave_open(self.verification, self.tr("Choose what was looked at"))
        self.verified_by = NameChoice()
        _add_row(
            self,
            ("verification", self.tr("How it was verified"), self.verification),
            ("verified_by", self.tr("Verified by"), self.verified_by),
            required=True,
        )
        self.witness, self.certificate = NameChoice(), QLineEdit()
        _offer_staff(self, ctx, self.verified_by, self.witness)
        _add_row(
            self,
            ("witness", self.tr("Witness"), self.witness),
            ("certificate", self.tr("Number of the contractor's certificate"), self.certificate),
        )
        self.destination = QComboBox()
        self.form.add("destination", self.tr("Where it went"), self.destination, required=True)
        self.form.column.addWidget(
            label(
                self.tr("Once saved, this cannot be changed. The log keeps who saved it."), "muted", wrap=True
            )
        )
        self.form.column.addStretch(1)
        self.sanitization.currentIndexChanged.connect(lambda _at: self._offer_techniques())
        self.technique.currentIndexChanged.connect(lambda _at: self._warn())
        self.sanitization.currentIndexChanged.connect(lambda _at: self._offer_destinations())
        self._offer_techniques()
        self._offer_destinations()
        self.watch()
        self.keep_draft("sanitize", row.medium, "safeguards", section="media", sanitize=row.medium)
        self.fit(600, 700)

    def collect(self) -> Callable[[], object]:
        office, actor, row = self.ctx.office, self.ctx.actor, self._row
        done = Sanitized(
            on=self.day.iso("on"),
            sanitization=Sanitization(chosen(self.sanitization, "sanitization")),
            technique=Technique(chosen(self.technique, "technique")),
            verification=Verification(chosen(self.verification, "verification")),
            verified_by=self._verified_by(),
            destination=Destination(chosen(self.destination, "destination")),
            tool=self.tool.text(),
            witness=self.witness.currentText(),
            certificate=self.certificate.text(),
        )
        return lambda: office.media.sanitize(actor, row.medium, done, shown=row.facts)

    def save_question(self) -> SaveQuestion | None:
        """Ask before what is never changed; a day before the registration is said, for it may be right."""
        day, registered = self.day.day(), date.fromisoformat(self._row.registered_on)
        why = self.tr("Once saved, this cannot be changed. The log keeps who saved it.")
        if day is not None and day < registered:
            earlier = self.tr("The medium was only registered on {day}, after the day that is given here.")
            why = "\n".join((earlier.format(day=long_day(registered)), why))
        return SaveQuestion(
            self.tr("Write this down for good?"),
            why,
            self.tr("Back to the form"),
            self.tr("Write it down"),
            about=self.day,
        )

    def present(self) -> Present | None:
        ctx, medium = self.ctx, self._row.medium

        def read() -> MediumRow:
            row = chosen_of(ctx.office.media.all(ctx.actor), lambda one: one.medium == medium)
            if row.done is not None:
                raise RecordGone
            return row

        return Present(SavedKind.MEDIUM, medium, 0, read, lambda now: SanitizeForm(ctx, now), decides=True)

    def shown(self) -> dict[str, Shown]:
        """With the medium that the record is about."""
        facts, name = self._row.facts, QCoreApplication.translate
        told = {
            "kind": (name("MediumForm", "Kind"), self.ctx.words(MEDIUM_KIND_NAMES[facts.kind])),
            "label": (name("MediumForm", "What is written on it"), facts.label),
            "maker": (name("MediumForm", "Maker"), facts.maker),
            "model": (name("MediumForm", "Model"), facts.model),
            "serial": (name("MediumForm", "Serial number"), facts.serial),
            "used_by": (name("MediumForm", "Used by (person, computer)"), facts.used_by),
        }
        return {**super().shown(), **{key: Shown(*one) for key, one in told.items()}}

    def _verified_by(self) -> str:
        """Who made sure; asked for before what stands below it in the form."""
        if not (name := self.verified_by.currentText()).strip():
            raise Missing("verified_by")
        return name

    def _offer_techniques(self) -> None:
        """Offer the techniques of the chosen kind; of none nothing is offered."""
        kind = self.sanitization.currentData()
        self.technique.clear()
        for technique in techniques(self._row.facts.kind, Sanitization(kind)) if kind else ():
            self.technique.addItem(self.ctx.words(TECHNIQUE_NAMES[technique]), technique.value)
        asked = self.tr("Choose what was done") if kind else self.tr("Choose the kind above first")
        leave_open(self.technique, asked)
        self._warn()

    def _warn(self) -> None:
        """Say what speaks against what was chosen so far."""
        kind, technique = self.sanitization.currentData(), self.technique.currentData()
        said = None
        if kind:
            way = Technique(technique) if technique else None
            said = warning(self._row.facts.kind, Sanitization(kind), way)
        self.warning.setText(self.ctx.words(said) if said else "")
        self.warning.setVisible(said is not None)

    def _offer_destinations(self) -> None:
        """Offer where the medium can have gone; what was chosen stays if it still can be."""
        kind, before = self.sanitization.currentData(), self.destination.currentData()
        fitting = destinations(self._row.facts.kind, Sanitization(kind)) if kind else tuple(Destination)
        self.destination.clear()
        for one in fitting:
            self.destination.addItem(self.ctx.words(DESTINATION_NAMES[one]), one.value)
        leave_open(self.destination, self.tr("Choose where it went"))
        self.destination.setCurrentIndex(self.destination.findData(before) if before else -1)


def _offer_staff(dialog: FormDialog, ctx: DeskContext, *choices: NameChoice) -> None:
    def offer(names: tuple[str, ...]) -> None:
        for choice in choices:
            choice.offer(names)

    background.ask(dialog, lambda: ctx.office.media.staff(ctx.actor)).then(offer)


def _add_row(dialog: FormDialog, *fields: tuple[str, str, QWidget], required: bool = False) -> None:
    row = QHBoxLayout()
    row.setSpacing(theme.px(14))
    for key, name, control in fields:
        row.addWidget(dialog.form.field(key, name, control, required=required), 1)
    dialog.form.column.addLayout(row)
