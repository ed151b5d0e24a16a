"""A month's end without a mouse: from today's page to a printed certificate, by keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from hvacdesk.domain.disposal.disposal import BatchState, Decision
from hvacdesk.ui.disposal.decide_step import HoldDialog
from hvacdesk.ui.disposal.reasons_dialog import ReasonsDialog
from hvacdesk.ui.disposal.wizard import (
    APPROVAL,
    CERTIFICATE,
    CHECK,
    DECIDE,
    DESTROY,
    PAPERS,
    DisposalWizard,
)
from hvacdesk.ui.pages.disposal import DisposalPage
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.tour.hands import dialog, expect, keys, wait_for
from hvacdesk.ui.widgets.danger_confirm import DangerConfirm
from tests.helpers.cups import CupsPrinter
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import SHOP, FrontDesk
from tests.helpers.keyboard import commit, focused, key, tab_to
from tests.helpers.paper import qr_codes, read_text
from tests.helpers.real_office import SECOND_OWNER, passphrase_of

TANAKA_SHOWN = "田中 ●●"
FEW = 8
"""Presses of Tab from where a step puts the keyboard to what the step is about."""


class Keys:
    """Somebody at the keyboard of the wizard."""

    def __init__(self, desk: FrontDesk) -> None:
        self.desk = desk

    @property
    def wizard(self) -> DisposalWizard:
        return expect(DisposalPage, self.desk.window.page).wizard

    def at(self, step: int) -> QWidget:
        """The step, once it is in front and the wizard has the keyboard."""
        wait_for(self.wizard.steps[step].isVisible, f"step {step}")
        self.desk.calm()
        wait_for(lambda: self.wizard.isAncestorOf(focused()), "the keyboard")
        return self.wizard.steps[step]

    def on(self, one: QWidget) -> None:
        """Wait until the keyboard is where somebody expects it."""
        wait_for(lambda: focused() is one, f"the keyboard on {type(one).__name__}")

    def push(self, one: QWidget, most: int = FEW) -> None:
        """Reach a button and press it."""
        tab_to(one, most)
        key(Qt.Key.Key_Space)

    def go_on(self) -> None:
        wait_for(self.wizard.next_button.isEnabled, "the way on")
        self.push(self.wizard.next_button, 2 * FEW)

    def decided(self) -> dict[str, Decision]:
        rows = self.wizard.steps[DECIDE].table.rows()
        return {row.name.text: row.decision for row in rows}

    def line_of(self, table: QWidget, name: str) -> None:
        """Go down the list to somebody."""
        tab_to(table)
        key(Qt.Key.Key_Home)
        for _ in table.rows():
            if table.current().name.text == name:
                return
            key(Qt.Key.Key_Down)
        raise AssertionError(f"{name} cannot be reached with Down")


def test_a_month_is_closed_by_keys_alone(
    desk: FrontDesk, papers: list[bytes], cups_printer: CupsPrinter
) -> None:
    hands = Keys(desk)
    _begin(hands)
    _decide(hands)
    _shred(hands, papers)
    _approve(hands)
    _destroy(hands)
    _print(hands, cups_printer)


def _begin(hands: Keys) -> None:
    buttons = hands.desk.window.navigation._buttons
    keys(hands.desk.window, buttons["disposal"].toolTip())
    page = expect(DisposalPage, hands.desk.window.page)
    hands.push(page._start)
    hands.at(CHECK)
    hands.on(hands.wizard.next_button)
    key(Qt.Key.Key_Space)


def _decide(hands: Keys) -> None:
    """Every key of the list, the menu of all, and a look at the reasons."""
    step = hands.at(DECIDE)
    hands.on(step.table)
    both = {TANAKA_SHOWN, SHOP.organisation}
    assert hands.decided() == dict.fromkeys(both, Decision.DESTROY)
    hands.line_of(step.table, SHOP.organisation)
    key(Qt.Key.Key_K)
    wait_for(lambda: hands.decided()[SHOP.organisation] is Decision.KEEP, "kept")
    hands.on(step.table)
    key(Qt.Key.Key_D)
    wait_for(lambda: hands.decided()[SHOP.organisation] is Decision.DESTROY, "destroyed again")
    key(Qt.Key.Key_Return)
    reasons = expect(ReasonsDialog, dialog())
    assert "Destroy" not in texts_in(reasons)
    key(Qt.Key.Key_Escape)
    wait_for(lambda: not reasons.isVisible(), "the closed reasons")
    _hold(hands, step)
    hands.push(step.all_button)
    wait_for(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
    for press in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
        QTest.keyClick(QApplication.activePopupWidget(), press)
    hands.desk.calm()
    hands.go_on()


def _hold(hands: Keys, step: QWidget) -> None:
    """Put off with a reason, which a question asks for."""
    hands.line_of(step.table, SHOP.organisation)
    key(Qt.Key.Key_H)
    question = expect(HoldDialog, dialog())
    commit("照会への回答待ち")
    for _ in (question.reason, question.until, question.primary):
        key(Qt.Key.Key_Return)
    wait_for(lambda: not question.isVisible(), "the answered question")
    wait_for(lambda: hands.decided().get(SHOP.organisation) is Decision.HOLD, "on hold")


def _shred(hands: Keys, papers: list[bytes]) -> None:
    step = hands.at(PAPERS)
    hands.on(step.code)
    (code,) = qr_codes(papers[0])
    commit(code)
    key(Qt.Key.Key_Return)
    _name_a_witness(hands, step)
    hands.go_on()


def _name_a_witness(hands: Keys, step: QWidget) -> None:
    """Somebody of the staff is taken from the list; whoever is not in it is typed."""
    desk, witness = hands.desk, step.how.witness
    batch = hands.wizard.steps[PAPERS]._batch

    def noted() -> str:
        return desk.window.context.office.disposal.reviews.shredding(desk.actor, batch).witness

    tab_to(witness)
    wait_for(lambda: witness.findText(SECOND_OWNER) >= 0, "the staff")
    key(Qt.Key.Key_Down)
    wait_for(lambda: noted() == witness.itemText(0), "a name of the staff")
    witness.lineEdit().selectAll()
    commit("証人 一郎")
    key(Qt.Key.Key_Tab)
    wait_for(lambda: noted() == "証人 一郎", "a name that was typed")


def _approve(hands: Keys) -> None:
    step = hands.at(APPROVAL)
    hands.on(step.table)
    key(Qt.Key.Key_Return)
    reasons = expect(ReasonsDialog, dialog())
    key(Qt.Key.Key_Escape)
    wait_for(lambda: not reasons.isVisible(), "the closed reasons")
    tab_to(step.passphrase.edit, FEW)
    commit(passphrase_of(SECOND_OWNER))
    key(Qt.Key.Key_Return)


def _destroy(hands: Keys) -> None:
    step = hands.at(DESTROY)
    assert focused() is not step.destroy_button, "a stray Enter does not begin it"
    hands.push(step.dry_run_button)
    wait_for(lambda: step.dry_run.text().startswith("Dry run: 1 customer"), "the dry run")
    hands.push(step.destroy_button, 2 * FEW)
    question = expect(DangerConfirm, dialog())
    hands.on(question.typed)
    key(Qt.Key.Key_Return)
    assert question.isVisible()
    commit("1")
    key(Qt.Key.Key_Return)
    assert question.isVisible(), "the red button has the keyboard only now"
    assert focused() is question.primary
    key(Qt.Key.Key_Return)


def _print(hands: Keys, printer: CupsPrinter) -> None:
    step = hands.at(CERTIFICATE)
    (batch,) = hands.desk.office.disposal.reviews.batches(hands.desk.actor)
    assert batch.state is BatchState.VERIFIED
    assert batch.certificate in texts_in(step)
    hands.on(step.print_button)
    key(Qt.Key.Key_Space)
    preview = expect(PreviewDialog, dialog())
    keys(preview, "Ctrl+P")
    wait_for(lambda: bool(preview.findChildren(QPrintDialog)), "the print dialog")
    QTest.keyClick(preview.findChildren(QPrintDialog)[-1], Qt.Key.Key_Return)
    wait_for(lambda: not preview.isVisible(), "the printer")
    assert batch.certificate in read_text(printer.printed(1)[0])
    hands.push(hands.wizard.stop_button)
    page = expect(DisposalPage, hands.desk.window.page)
    hands.on(page.table)
    key(Qt.Key.Key_Return)
    hands.at(CERTIFICATE)
