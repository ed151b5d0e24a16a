"""Recording a contract that was made on a visit, when its paper was received, and a withdrawal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

from hvacdesk.domain.jobs.jobs import JobRow
from hvacdesk.domain.jobs.visit_contracts import (
    VISIT_EXCEPTION_NAMES,
    WITHDRAWAL_WAY_NAMES,
    VisitException,
    VisitRecord,
    VisitView,
    WithdrawalWay,
)
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.services.jobs.visit_contracts import shipped_visit_law
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import as_of_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.choices import code_choice
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.save_question import SaveQuestion
from hvacdesk.ui.widgets.text import label

TEXT_HEIGHT = 60


class VisitForm(FormDialog):
    """One contract; ``view`` is its state, ``record`` is what is known of it, or None."""

    def __init__(self, ctx: DeskContext, row: JobRow, view: VisitView, record: VisitRecord | None) -> None:
        title = QCoreApplication.translate("VisitForm", "Contract on a visit, job {number}")
        super().__init__(ctx, title.format(number=row.number), width=620)
        self._row, self._job, self._view = row, row.job, view
        today = ctx.today().isoformat()
        before = record or VisitRecord(today, ctx.actor.name)
        self._add_contract(before)
        self._add_exception(before)
        self._add_texts(before)
        self._add_withdrawal(before)
        self.form.column.addStretch(1)
        self.watch(known=bool(view.version))
        self.exception.currentIndexChanged.connect(lambda _at: self._show_parts())
        self._show_parts()
        self.keep_draft("visit", row.job, "schedule", job=row.job, visit="yes")
        self.fit(680, 720)

    def collect(self) -> Callable[[], object]:
        record = VisitRecord(
            contract_on=self.contract_on.iso("contract_on"),
            seller=self.seller.text().strip(),
            exception=self._chosen(),
            asked_on=self.asked_on.iso("asked_on"),
            asked_for=self.asked_for.text().strip(),
            confirmed=self.confirmed.isChecked(),
            payment=self.payment.text().strip(),
            terms=self.terms.toPlainText().strip(),
            paper_on=self.paper_on.iso("paper_on"),
            withdrawn_on=self.withdrawn_on.iso("withdrawn_on"),
            withdrawn_way=WithdrawalWay(self.withdrawn_way.currentData()),
        )
        ctx, job, version = self.ctx, self._job, self._view.version
        return lambda: ctx.office.visit_contracts.record(ctx.actor, job, version, record)

    def present(self) -> Present | None:
        ctx, row, contracts = self.ctx, self._row, self.ctx.office.visit_contracts

        def read() -> tuple[VisitView, VisitRecord | None]:
            return contracts.of_job(ctx.actor, row.job), contracts.record_for_edit(ctx.actor, row.job)

        return Present(
            SavedKind.VISIT, row.job, self._view.version, read, lambda now: VisitForm(ctx, row, *now)
        )

    def save_question(self) -> SaveQuestion | None:
        """Ask about a day of receipt if no paper was printed here: that day starts the cooling-off days."""
        received = self.paper_on.iso("paper_on")
        if not received or received == self._view.paper_on or self._view.printed:
            return None
        return SaveQuestion(
            self.tr("Did the customer receive another paper?"),
            self.tr(
                "No contract paper for this job was printed here. The cooling-off days only begin with a "
                "paper that says all the law asks for. Enter the day if you handed one over that was made "
                "elsewhere."
            ),
            self.tr("Back to the form"),
            self.tr("Save the day"),
            about=self.paper_on,
        )

    def fill(self, typed: Typed) -> None:
        super().fill(typed)
        self._show_parts()

    # Parts

    def _day(self, iso: str) -> DateField:
        field = DateField(self.ctx.today(), past=True)
        field.set_iso(iso)
        return field

    def _add_contract(self, before: VisitRecord) -> None:
        self.contract_on, self.paper_on = self._day(before.contract_on), self._day(before.paper_on)
        self.seller = QLineEdit(before.seller)
        paper = self.form.field("paper_on", self.tr("Paper received by the customer on"), self.paper_on)
        self.form.column.addLayout(
            side_by_side(
                (self.form.field("contract_on", self.tr("Concluded on"), self.contract_on, required=True), 1),
                (paper, 1),
            )
        )
        self.form.add("seller", self.tr("Concluded for us by"), self.seller, required=True)
        law = shipped_visit_law()
        text = self.tr(
            "The customer may withdraw for {days} days, the day of receipt included. {source} (as of "
            "{as_of})."
        ).format(days=law.days, source=law.cooling_source, as_of=as_of_text(law.as_of))
        self.form.column.addWidget(label(text, "muted", wrap=True))

    def _add_exception(self, before: VisitRecord) -> None:
        self.exception: QComboBox = code_choice(self.ctx.words, VISIT_EXCEPTION_NAMES)
        self.exception.setCurrentIndex(self.exception.findData(before.exception.value))
        law = shipped_visit_law()
        self.form.add(
            "exception",
            self.tr("Exception"),
            self.exception,
            hint=self.tr("{source} (as of {as_of}).").format(
                source=law.exception_source, as_of=as_of_text(law.as_of)
            ),
        )
        self.narrow = label(
            self.tr(
                "This holds only where the customer called to have this very contract made at home. A call "
                "for a look, an estimate or a repair is no such call, and whatever was added on the visit is "
                "not covered. In doubt choose no exception and hand over the paper."
            ),
            "body",
            tone="warn",
            wrap=True,
        )
        self.form.column.addWidget(self.narrow)
        self.asked_on, self.asked_for = self._day(before.asked_on), QLineEdit(before.asked_for)
        self.form.column.addLayout(
            side_by_side(
                (self.form.field("asked_on", self.tr("Called us on"), self.asked_on, required=True), 1),
                (self.form.field("asked_for", self.tr("Called us for"), self.asked_for, required=True), 2),
            )
        )
        self.confirmed = self.form.add(
            "confirmed",
            self.tr("Confirmed"),
            QCheckBox(self.tr("Nothing beyond what they called for was agreed on")),
        )
        self.confirmed.setChecked(before.confirmed)

    def _add_texts(self, before: VisitRecord) -> None:
        self.payment = self.form.add(
            "payment", self.tr("Time and way of payment (empty: on completion)"), QLineEdit(before.payment)
        )
        self.terms = QPlainTextEdit(before.terms)
        self.terms.setFixedHeight(theme.px(TEXT_HEIGHT))
        self.terms.setTabChangesFocus(True)
        self.form.add("terms", self.tr("Special terms (empty: none)"), self.terms)

    def _add_withdrawal(self, before: VisitRecord) -> None:
        self.withdrawn_on = self._day(before.withdrawn_on)
        self.withdrawn_way = code_choice(self.ctx.words, WITHDRAWAL_WAY_NAMES)
        self.withdrawn_way.setCurrentIndex(self.withdrawn_way.findData(before.withdrawn_way.value))
        sent = self.form.field("withdrawn_on", self.tr("Withdrawn: notice sent on"), self.withdrawn_on)
        way = self.form.field("withdrawn_way", self.tr("Sent by"), self.withdrawn_way)
        self.form.column.addLayout(side_by_side((sent, 1), (way, 1)))

    def _chosen(self) -> VisitException:
        return VisitException(self.exception.currentData())

    def _show_parts(self) -> None:
        asked = self._chosen() is VisitException.ASKED
        self.narrow.setVisible(asked)
        for name in ("asked_on", "asked_for", "confirmed"):
            self.form.fields[name].setVisible(asked)
