"""Step 4: another person responsible approves, here with their own passphrase or later at their own login."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hvacdesk.domain.disposal.disposal import BatchState, Decision, Review
from hvacdesk.domain.disposal.place_decisions import DecisionsChanged, PlacesUndecided
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.roles import Permission
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.disposal.other_places import OtherPlaces
from hvacdesk.ui.disposal.review_table import ReviewTable, whole_reason
from hvacdesk.ui.disposal.step import Step, call_notes_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.form import FormField
from hvacdesk.ui.widgets.passphrase_edit import PassphraseEdit
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.text import label


class ApprovalStep(Step):
    """The person who proposed a disposal does not approve it, unless nobody else may."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._reader = background.Reader(self)
        self.title = self.tr("Approval")
        self._review: Review | None = None
        self._ways: list[QPushButton] = []
        card = Card()
        self._facts = label("", "heading", wrap=True)
        card.body.addWidget(self._facts)
        self.table = ReviewTable(context, self.tr("Customers of the proposal"), "disposal_approval")
        self.table.setMinimumHeight(theme.px(160))
        card.body.addWidget(self.table, 1)
        self.reason = label("", "muted", wrap=True)
        self.table.current_changed.connect(lambda row: self.reason.setText(whole_reason(row, context.words)))
        card.body.addWidget(self.reason)
        self.places = OtherPlaces(context)
        self.places.settled.connect(self._allow)
        card.body.addWidget(self.places)
        self._with_credentials = self._credentials()
        card.body.addWidget(self._with_credentials)
        self._own = self._own_approval()
        card.body.addWidget(self._own)
        self._alone = self._alone_confirmation()
        card.body.addWidget(self._alone)
        self.body.addWidget(ScrollColumn(card), 1)

    def show_batch(self, review: Review) -> None:
        self._review = review
        text = self.tr(
            "%n customer(s) proposed to be destroyed by {name}", None, review.chosen(Decision.DESTROY)
        )
        facts = text.format(name=review.proposed_by)
        if reduced := review.chosen(Decision.REDUCE):
            facts += "\n" + self.tr("%n customer(s) proposed to be reduced to the ledger", None, reduced)
        if review.call_notes:
            facts += "\n" + call_notes_text(review.call_notes)
        self._facts.setText(facts)
        chosen = tuple(row for row in review.rows if row.decision in {Decision.DESTROY, Decision.REDUCE})
        self.table.set_rows(chosen, keep=lambda _row: False)
        self.table.setVisible(bool(chosen))
        self.table.select_first()
        for part in (self._with_credentials, self._own, self._alone):
            part.hide()
        self._allow(False)
        self.places.setVisible(review.state is BatchState.PROPOSED)
        if review.state is BatchState.PROPOSED:
            self.places.look(review.batch)
            office, actor, batch = self.context.office, self.context.actor, review.batch
            self._reader.read(
                lambda: (
                    office.disposal.approvals.approvers(actor, batch),
                    office.disposal.approvals.only_one_eligible(actor),
                ),
            ).then(self._offer)

    def first(self) -> QWidget:
        return self.table

    def may_go_on(self, review: Review) -> bool:
        return review.state is BatchState.APPROVED

    def sentence(self, review: Review) -> str:
        return self.tr("You may stop here: the batch waits for its approver. Nothing has been destroyed yet.")

    def _allow(self, settled: bool) -> None:
        """Nothing is approved while something is left to decide about; the line above says so."""
        for one in self._ways:
            one.setEnabled(settled)

    def end_waiting(self) -> None:
        for part in (self._with_credentials, self._own, self._alone, self.places):
            part.hide()

    def choose_approver(self, name: str) -> None:
        """Choose the person who approves here, by name."""
        self._who.setCurrentText(name)

    def _offer(self, answer: tuple[tuple[StaffMember, ...], bool]) -> None:
        approvers, only_one = answer
        actor = self.context.actor
        may_approve = actor.may(Permission.APPROVE_DISPOSAL)
        own = may_approve and any(member.account == actor.account for member in approvers)
        self._own.setVisible(own)
        self._alone.setVisible(only_one and may_approve and not approvers)
        self._who.clear()
        for member in approvers:
            if member.account != actor.account:
                self._who.addItem(member.name, member.account)
        self._with_credentials.setVisible(self._who.count() > 0 and not own)

    def _credentials(self) -> QWidget:
        part, column = _part()
        column.addWidget(
            label(
                self.tr("Approve here: the other person chooses their name and types their passphrase."),
                wrap=True,
            )
        )
        self._who = QComboBox()
        self.passphrase = PassphraseEdit(self.tr("Approver's passphrase"))
        self.passphrase.submitted.connect(self._approve_beside)
        column.addWidget(FormField(self.tr("Approver"), self._who))
        self._field = FormField(self.tr("Approver's passphrase"), self.passphrase)
        column.addWidget(self._field)
        line = QHBoxLayout()
        self.approve_button = button(
            self.tr("Approve disposal"), self._approve_beside, kind="primary", icon="check"
        )
        self._ways.append(self.approve_button)
        line.addWidget(self.approve_button)
        line.addWidget(button(self.tr("Send back"), self._reject))
        line.addStretch(1)
        self._busy = Busy(self.tr("Checking the passphrase"), cancellable=False, disable=self.approve_button)
        column.addLayout(line)
        column.addWidget(self._busy)
        return part

    def _own_approval(self) -> QWidget:
        part, column = _part()
        column.addWidget(
            label(self.tr("You may approve this batch. Look at the list first; Enter says why."), wrap=True)
        )
        line = QHBoxLayout()
        approve = button(self.tr("Approve disposal"), self._approve, kind="primary", icon="check")
        self._ways.append(approve)
        line.addWidget(approve)
        line.addWidget(button(self.tr("Send back"), self._reject))
        line.addStretch(1)
        column.addLayout(line)
        return part

    def _alone_confirmation(self) -> QWidget:
        part, column = _part()
        text = self.tr(
            "Nobody else here may approve. Confirm again yourself on a later day; the certificate says so."
        )
        column.addWidget(label(text, wrap=True))
        line = QHBoxLayout()
        confirm = button(self.tr("Confirm alone"), self._confirm_alone, kind="primary")
        self._ways.append(confirm)
        line.addWidget(confirm)
        line.addStretch(1)
        column.addLayout(line)
        return part

    def _approve_beside(self) -> None:
        account, passphrase = self._who.currentData(), self.passphrase.text()
        self.passphrase.clear()
        self._field.set_error("")
        office, actor, batch = self.context.office, self.context.actor, self._batch()
        seen = self.places.shown
        background.ask(
            self, lambda: office.disposal.approvals.approve_beside(actor, batch, account, passphrase, seen)
        ).with_busy(self._busy).then(lambda _answer: self.finished.emit()).otherwise(self._refused)

    def _refused(self, error: UserFacingError) -> None:
        self._field.set_error(error.in_short(self.context.words))
        self.passphrase.setFocus()
        self._look_again(error)

    def _look_again(self, error: UserFacingError) -> None:
        """Show the other places as they are by now, where they are not what was approved."""
        if isinstance(error, DecisionsChanged | PlacesUndecided):
            self._allow(False)
            self.places.look(self._batch())

    def _approve(self) -> None:
        self._run(lambda office, *what: office.disposal.approvals.approve(*what))

    def _confirm_alone(self) -> None:
        self._run(lambda office, *what: office.disposal.approvals.confirm_alone(*what))

    def _reject(self) -> None:
        office, actor, batch = self.context.office, self.context.actor, self._batch()
        background.ask(self, lambda: office.disposal.approvals.reject(actor, batch)).then(
            lambda _answer: self.changed.emit()
        )

    def _run(self, work) -> None:
        office, actor, batch, seen = self.context.office, self.context.actor, self._batch(), self.places.shown
        background.ask(self, lambda: work(office, actor, batch, seen)).then(
            lambda _answer: self.finished.emit()
        ).otherwise(self._own_refused)

    def _own_refused(self, error: UserFacingError) -> None:
        show_error(self, error)
        self._look_again(error)

    def _batch(self) -> str:
        if self._review is None:
            raise RuntimeError("no batch is shown")
        return self._review.batch


def _part() -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(10))
    return part, column
