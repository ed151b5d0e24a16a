"""How the batch's papers were destroyed, noted as soon as a field is left."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from hvacdesk.domain.disposal.shredding import COARSE, LEVELS, SHRED_METHOD_NAMES, ShredFacts, ShredMethod
from hvacdesk.domain.errors import ChangedMeanwhile, UserFacingError
from hvacdesk.domain.roles import Permission
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.name_choice import NameChoice
from hvacdesk.ui.widgets.text import label


class ShreddingFields(QWidget):
    """Method, level, witness and a contractor's certificate, in one row or in two."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reader = background.Reader(self)
        self._staff_reader = background.Reader(self)
        self._batch = ""
        self._noted: ShredFacts | None = None
        self._shown: ShredFacts | None = None
        """What the fields held when they last agreed with what is noted."""
        self.method, self.level = QComboBox(), QComboBox()
        for method, method_name in SHRED_METHOD_NAMES.items():
            self.method.addItem(context.words(method_name), method.value)
        self.level.addItems(LEVELS)
        self.witness, self.certificate = NameChoice(), QLineEdit()
        self.form = Form()
        row = FlowRow(even=True, gap=14)
        for key, name, control in (
            ("method", self.tr("How they were destroyed"), self.method),
            ("level", self.tr("Level of the shredder"), self.level),
            ("witness", self.tr("Witness (may stay empty)"), self.witness),
            ("certificate", self.tr("Contractor's certificate"), self.certificate),
        ):
            row.add(self.form.field(key, name, control))
        self.form.column.addWidget(row)
        self.warning: QLabel = label("", "body", tone="warn", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(self.warning)
        self.theirs = label("", "body", tone="warn", wrap=True)
        self.theirs.hide()
        column.addWidget(self.theirs)
        self.method.activated.connect(lambda _at: self._note())
        self.level.activated.connect(lambda _at: self._note())
        self.witness.named.connect(self._note)
        self.certificate.editingFinished.connect(self._note)

    def read(self, batch: str) -> None:
        """Show what is noted of a batch, unless something else was typed for it and is not noted yet."""
        if batch != self._batch:
            self._batch, self._shown, self._noted = batch, None, None
            self.theirs.hide()
        office, actor = self._context.office, self._context.actor
        self._reader.read(lambda: office.disposal.reviews.shredding(actor, batch)).then(self._show)
        if actor.may(Permission.PROPOSE_DISPOSAL):
            self._staff_reader.read(lambda: office.media.staff(actor)).then(self.witness.offer)

    def _show(self, facts: ShredFacts) -> None:
        if self._shown is not None and self._typed() != self._shown:
            return
        self._noted = facts
        self.method.setCurrentIndex(self.method.findData(facts.method.value))
        if facts.level:
            self.level.setCurrentText(facts.level)
        self.witness.setEditText(facts.witness)
        self.certificate.setText(facts.certificate)
        self._follow(facts)
        self._shown = self._typed()

    def _typed(self) -> ShredFacts:
        method = ShredMethod(self.method.currentData())
        level = self.level.currentText() if method is ShredMethod.SHRED else ""
        return ShredFacts(method, level, self.witness.currentText().strip(), self.certificate.text().strip())

    def _follow(self, facts: ShredFacts) -> None:
        shredded = facts.method is ShredMethod.SHRED
        self.level.setEnabled(shredded)
        self.certificate.setEnabled(not shredded)
        self.warning.setText(self._context.words(COARSE) if facts.coarse else "")
        self.warning.setVisible(facts.coarse)

    def _note(self) -> None:
        facts = self._typed()
        self._follow(facts)
        self.form.clear_errors()
        read = self._noted
        if read is None or facts == read:
            return
        office, actor, batch = self._context.office, self._context.actor, self._batch

        def noted(_nothing: object) -> None:
            self._noted = self._shown = facts
            self.theirs.hide()
            self.read(batch)  # with what somebody else noted beside it

        background.ask(
            self, lambda: office.disposal.reviews.note_shredding(actor, batch, facts, read=read)
        ).then(noted).otherwise(self._refused)

    def _show_theirs(self, facts: ShredFacts) -> None:
        """What somebody else noted meanwhile; what is typed here takes its place once it is left again."""
        self._noted = facts
        method = self._context.words(SHRED_METHOD_NAMES[facts.method])
        what = self.tr(", ").join(filter(None, (method, facts.level, facts.witness, facts.certificate)))
        self.theirs.setText(self.tr("Noted by somebody else meanwhile: {what}").format(what=what))
        self.theirs.show()

    def _refused(self, error: UserFacingError) -> None:
        if isinstance(error, ChangedMeanwhile):
            office, actor, batch = self._context.office, self._context.actor, self._batch
            self._reader.read(lambda: office.disposal.reviews.shredding(actor, batch)).then(self._show_theirs)
        if not self.form.show_invalid(error):
            self._context.report_error(error)
