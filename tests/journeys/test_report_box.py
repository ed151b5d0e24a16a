"""A report in real windows: written before the login, answered, come back to with the receipt, closed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.app import Desk
from hvacdesk.domain.report_box.report_box import ReportState
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.pin_view import PinView
from hvacdesk.ui.report_box.receipt_view import ReceiptView
from hvacdesk.ui.report_box.report_dialog import ReportDialog
from hvacdesk.ui.report_box.reports_section import ReportsSection
from hvacdesk.ui.report_box.return_view import ReturnView
from hvacdesk.ui.report_box.start_view import ReportStartView
from hvacdesk.ui.report_box.thread_view import ThreadView
from hvacdesk.ui.report_box.write_view import ReportWriteView
from hvacdesk.ui.shell.main_window import MainWindow
from hvacdesk.ui.widgets.entry_view import WorkingView
from hvacdesk.vault.report_box.report_box_files import FILE_NAME
from tests.helpers.desk_office import calm, desk_on, seen, shown, texts_in, wait
from tests.helpers.real_office import (
    FACTS,
    NAMES,
    SECOND_OWNER,
    RealOffice,
    Role,
    new_real_office,
    passphrase_of,
)

pytestmark = pytest.mark.usefixtures("secret_service")

TEXT = "<script>alert(1)</script> <b>冷媒</b>の本数が帳簿と合いません"
ANSWER = "調べ始めました。<i>来週</i>回答します"
MORE = "写真はありません"


@pytest.fixture
def real(tmp_path: Path) -> RealOffice:
    return new_real_office(tmp_path / "office", names=[NAMES[Role.DESK], SECOND_OWNER])


@pytest.fixture
def desk(real: RealOffice, qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    with desk_on(real.home, qtbot, qapp) as made:
        yield made


def click(qtbot: QtBot, part: QWidget | None) -> None:
    assert part is not None
    assert part.isEnabled()
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)
    calm(qtbot)


def at_the_box(qtbot: QtBot, desk: Desk) -> ReportStartView:
    login = seen(qtbot, desk, LoginView)
    calm(qtbot)
    click(qtbot, login.report_button)
    return seen(qtbot, desk, ReportStartView)


def log_in(qtbot: QtBot, desk: Desk, real: RealOffice, name: str) -> MainWindow:
    view = seen(qtbot, desk, LoginView)
    view.choose(real.accounts[name])
    view.passphrase.edit.setText(passphrase_of(name))
    click(qtbot, view.primary)
    seen(qtbot, desk, PinView).skipped.emit()
    wait(qtbot, lambda: desk.window is not None)
    calm(qtbot)
    assert desk.window is not None
    return desk.window


def inbox(qtbot: QtBot, window: MainWindow) -> ReportsSection:
    window.navigate("safeguards", section="reports")
    calm(qtbot)
    section = window.page.section  # type: ignore[attr-defined]
    assert isinstance(section, ReportsSection)
    return section


def the_report(qtbot: QtBot, section: ReportsSection) -> ReportDialog:
    section._open(section.table.current())
    calm(qtbot)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReportDialog)
    return dialog


def send(qtbot: QtBot, desk: Desk, view: WorkingView) -> None:
    """Seal and send; the box's next regular write takes it along."""
    assert view.primary is not None
    assert desk.flow is not None
    desk.flow._box_rounds.stop()  # a regular write may be due just now
    QTest.mouseClick(view.primary, Qt.MouseButton.LeftButton)
    rounds = desk.entry.report_desk()._box._rounds
    wait(qtbot, lambda: bool(rounds._waiting))
    assert view.busy.isVisibleTo(view) or not view.primary.isEnabled()
    desk.flow._box_rounds.timeout.emit()
    desk.flow._box_rounds.start()
    calm(qtbot)


def test_from_the_report_to_its_end(qtbot: QtBot, qapp: QApplication, desk: Desk, real: RealOffice) -> None:
    # Somebody reports, and leaves a person responsible out.
    start = at_the_box(qtbot, desk)
    assert desk.flow is not None
    title = desk.flow.window.windowTitle()
    assert title == f"{FACTS.name} – hvacdesk", "as at the login"
    before = (real.home / FILE_NAME).read_bytes()
    click(qtbot, start.primary)
    write = seen(qtbot, desk, ReportWriteView)
    assert desk.flow.window.windowTitle() == title
    assert write.readers.chosen() == frozenset(), "nobody is chosen beforehand"
    click(qtbot, write.primary)
    assert write.form.fields["text"].error.text()
    write.text.edit.setPlainText(TEXT)
    write.readers.boxes[real.accounts[SECOND_OWNER]].setChecked(True)
    write.text.edit.selectAll()
    write.text.edit.copy()
    send(qtbot, desk, write)
    receipt_view = seen(qtbot, desk, ReceiptView)
    receipt = receipt_view.receipt
    assert not receipt_view.primary.isEnabled()  # type: ignore[union-attr]
    receipt_view.noted.click()
    click(qtbot, receipt_view.primary)
    seen(qtbot, desk, LoginView)
    assert QGuiApplication.clipboard().text() == ""
    assert before != (real.home / FILE_NAME).read_bytes()
    assert desk.preferences.last_account == ""

    # The one who was left out finds nothing; the chosen one reads and answers.
    window = log_in(qtbot, desk, real, NAMES[Role.OWNER])
    section = inbox(qtbot, window)
    assert section.pane.empty.isVisible()
    switch(qtbot, desk, window)
    window = log_in(qtbot, desk, real, SECOND_OWNER)
    section = inbox(qtbot, window)
    dialog = the_report(qtbot, section)
    assert TEXT in texts_in(dialog), "markup is shown as it was typed"
    assert dialog.row.report.state is ReportState.READ
    assert not dialog.delete_button.isVisible()
    dialog.text.edit.setPlainText(ANSWER)
    click(qtbot, dialog.primary)
    assert dialog.text.text() == ""
    dialog.reject()
    calm(qtbot)
    switch(qtbot, desk, window)

    # Back with the receipt: a wrong one first.
    start = at_the_box(qtbot, desk)
    click(qtbot, start.return_button)
    back = seen(qtbot, desk, ReturnView)
    back.receipt.setText("1")
    click(qtbot, back.primary)
    assert "16" in back.form.fields["receipt"].error.text()
    back.receipt.setText(f"{(int(receipt) + 1) % 10**16:016}")
    click(qtbot, back.primary)
    assert "No report opens" in back.form.fields["receipt"].error.text()
    back.receipt.setText(receipt)
    click(qtbot, back.primary)
    thread = seen(qtbot, desk, ThreadView)
    assert ANSWER in texts_in(thread)
    assert "in progress" in thread.standing.text()
    thread.text.edit.setPlainText(MORE)
    send(qtbot, desk, thread)
    assert MORE in texts_in(thread)
    click(qtbot, thread.back_button)

    # The reader closes and deletes it.
    window = log_in(qtbot, desk, real, SECOND_OWNER)
    dialog = the_report(qtbot, inbox(qtbot, window))
    assert MORE in texts_in(dialog)
    dialog.state.setCurrentIndex(dialog.state.findData(ReportState.CLOSED.value))
    dialog.change_state()
    calm(qtbot)
    click(qtbot, dialog.delete_button)
    question = QApplication.activeModalWidget()
    assert isinstance(question, QDialog)
    click(qtbot, question.primary)  # type: ignore[attr-defined]
    calm(qtbot)
    assert inbox(qtbot, window).pane.empty.isVisible()


def switch(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    window.switch_wanted.emit()
    wait(qtbot, lambda: isinstance(shown(desk), LoginView))
    calm(qtbot)
