"""The register of papers beside its list: what is chosen there is meant, and what was refused passes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from hvacdesk.domain.papers.register import PaperKind, PaperState
from hvacdesk.ui.papers.filing import FilePaperDialog
from hvacdesk.ui.papers.register import LendDialog, PaperRegister, PutDialog
from tests.helpers.front_desk import FrontDesk
from tests.ui.papers.test_register import filed, opened, scan, state_of


def register_button(register: PaperRegister) -> QPushButton:
    return next(one for one in register.scan.findChildren(QPushButton) if one.text() == "Register")


def refused(desk: FrontDesk, register: PaperRegister) -> None:
    register.scan.register()
    desk.calm()
    assert "First scan a paper" in register.scan.answer.text()


def test_what_was_refused_is_not_said_any_more_once_the_paper_is_taken_out(desk: FrontDesk) -> None:
    row = filed(desk)
    register = opened(desk, "kept")
    register.table.select(lambda one: one.paper == row.paper)
    refused(desk, register)
    desk.click(register.lend_button)
    dialog = desk.dialog()
    assert isinstance(dialog, LendDialog)
    dialog.holder.setEditText("伊藤 誠")
    dialog.save()
    desk.wait(lambda: not dialog.isVisible())
    desk.calm()
    assert state_of(desk, row) is PaperState.OUT
    assert register.scan.answer.text() == f"{row.number} is taken out."
    assert register.scan.answer.property("tone") == "good"


def test_nor_once_it_is_put_into_another_cabinet(desk: FrontDesk) -> None:
    row = filed(desk)
    register = opened(desk, "kept")
    register.table.select(lambda one: one.paper == row.paper)
    refused(desk, register)
    desk.click(register.put_button)
    dialog = desk.dialog()
    assert isinstance(dialog, PutDialog)
    dialog.save()
    desk.wait(lambda: not dialog.isVisible())
    assert register.scan.answer.text() == ""


def test_pressing_what_happened_means_the_chosen_paper_where_no_number_is_typed(desk: FrontDesk) -> None:
    rows = [filed(desk), filed(desk)]
    register = opened(desk, "kept")
    register.table.select(lambda one: one.paper == rows[0].paper)
    desk.click(register.scan.choices[PaperState.SHREDDED])
    assert register.scan.code.text() == rows[0].number
    assert rows[0].number in register.scan.answer.text()
    assert state_of(desk, rows[0]) is PaperState.KEPT, "it is registered by the next press, as it says"
    scan(register.scan.code, rows[1].code)  # whoever scans another one means that
    desk.wait(lambda: state_of(desk, rows[1]) is PaperState.SHREDDED)
    assert state_of(desk, rows[0]) is PaperState.KEPT


def test_the_button_takes_the_chosen_paper_and_then_registers_it(desk: FrontDesk) -> None:
    row = filed(desk)
    register = opened(desk, "kept")
    register.scan.choose(PaperState.SHREDDED)
    register.table.select(lambda one: one.paper == row.paper)
    desk.click(register_button(register))
    desk.calm()
    assert register.scan.code.text() == row.number
    assert state_of(desk, row) is PaperState.KEPT
    desk.click(register_button(register))
    desk.wait(lambda: state_of(desk, row) is PaperState.SHREDDED)


def test_a_typed_number_is_meant_whatever_paper_is_chosen(desk: FrontDesk) -> None:
    rows = [filed(desk), filed(desk)]
    register = opened(desk, "kept")
    register.table.select(lambda one: one.paper == rows[0].paper)
    register.scan.code.setText(rows[1].number)
    desk.click(register.scan.choices[PaperState.SHREDDED])
    desk.click(register_button(register))
    desk.wait(lambda: state_of(desk, rows[1]) is PaperState.SHREDDED)
    assert state_of(desk, rows[0]) is PaperState.KEPT


def test_a_scanners_enter_alone_takes_no_paper_of_the_list(desk: FrontDesk) -> None:
    row = filed(desk)
    register = opened(desk, "kept")
    register.scan.choose(PaperState.SHREDDED)
    register.table.select(lambda one: one.paper == row.paper)
    for _twice in range(2):
        desk.key(register.scan.code, Qt.Key.Key_Return)
        desk.calm()
    assert register.scan.code.text() == ""
    assert state_of(desk, row) is PaperState.KEPT


def test_a_paper_that_was_registered_is_shown_and_chosen_whatever_the_list_was_narrowed_to(
    desk: FrontDesk,
) -> None:
    known = filed(desk)
    register = opened(desk)
    for state, kind, holder in (
        ("out", "", ""),
        ("kept", PaperKind.ESTIMATE.value, ""),
        ("kept", "", "伊藤"),
        ("kept", "", ""),
    ):
        register.states.setCurrentIndex(register.states.findData(state))
        register.kinds.setCurrentIndex(register.kinds.findData(kind))
        register.holder.setText(holder)
        register.table.activated_row.emit(known)  # what was picked before does not take the answer away
        desk.click(register.file_button)
        dialog = desk.dialog()
        assert isinstance(dialog, FilePaperDialog)
        row = filed(desk)
        dialog.saved.emit(row)
        dialog.reject()
        desk.calm()
        chosen = register.table.current()
        assert chosen is not None
        assert chosen.paper == row.paper
        assert register.lend_button.isEnabled()
        assert register.scan.code.text() == ""
        assert f"Registered as {row.number}" in register.scan.answer.text()


def test_an_answer_of_one_line_leaves_the_list_where_it_is(desk: FrontDesk) -> None:
    row = filed(desk)
    register = opened(desk, "kept")

    def top() -> int:
        return register.table.mapTo(register, QPoint()).y()

    before = top()
    register.table.activated_row.emit(row)
    desk.calm()
    assert register.scan.answer.isVisible()
    assert abs(top() - before) <= 2, "Japanese letters may be a little higher than no letters"
