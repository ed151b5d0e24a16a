"""The register of papers at the desk: filing, lending, scanning in any keyboard state, losses, evenings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.papers.register import STATE_NAMES, LossRow, NewPaper, PaperKind, PaperRow, PaperState
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.papers.losses import Losses
from hvacdesk.services.papers.register import Papers
from hvacdesk.store.models import Cabinet
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.papers.filing import FilePaperDialog
from hvacdesk.ui.papers.register import LendDialog, PutDialog
from hvacdesk.ui.printing.preview import PreviewDialog
from tests.helpers.cups import CupsPrinter
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import SECRETS, TANAKA, FrontDesk, open_desk
from tests.helpers.paper import read_text
from tests.helpers.real_office import RealOffice

KANA_KEYS = "わぬふあうえおやゆよ"
ALT = Qt.KeyboardModifier.AltModifier


def filed(desk: FrontDesk, kind: PaperKind = PaperKind.CONTRACT, return_by: str = "") -> PaperRow:
    customer = desk.office.jobs.day(desk.actor, desk.office.today())[0].customer
    new = NewPaper(kind, customer, label="保証書", return_by=return_by)
    return desk.office.papers.file(desk.actor, new)


def opened(desk: FrontDesk, state: str = "out"):  # type: ignore[no-untyped-def]
    desk.go("work_orders", copies="yes")
    register = desk.page.register
    register.states.setCurrentIndex(register.states.findData(state))
    register.read()
    desk.calm()
    return register


def scan(widget: QWidget, characters: str) -> None:
    """Type as a keyboard-wedge scanner does: key after key into whatever has the keyboard, then Enter."""
    target = widget
    for character in characters:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(target, key)
        target = QApplication.focusWidget() or target
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
        QApplication.sendEvent(target, key)


def shortened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a list show two papers at most, as if there were hundreds of them."""
    rows = Papers.rows
    monkeypatch.setattr(
        Papers, "rows", lambda papers, actor, query: rows(papers, actor, replace(query, limit=2))
    )


def state_of(desk: FrontDesk, row: PaperRow) -> PaperState:
    return desk.office.papers.find(desk.actor, row.paper).state


def test_a_paper_is_filed_with_the_keyboard_and_says_its_number(desk: FrontDesk) -> None:
    register = opened(desk)
    desk.key(register, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = desk.dialog()
    assert isinstance(dialog, FilePaperDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData(PaperKind.HELD.value))
    assert dialog.until.isVisibleTo(dialog)
    desk.click(dialog.customer.choose_button)
    finder = desk.dialog()
    assert isinstance(finder, CustomerFinder)
    finder.search.setText("守山区")
    desk.wait(lambda: len(finder.table.rows()) == 1)
    desk.key(finder.search, Qt.Key.Key_Return)
    assert "健一郎" not in texts_in(dialog)
    desk.wait(lambda: dialog.job.count() == 2)
    dialog.job.setCurrentIndex(1)
    dialog.label.setText("保証書")
    dialog.save()
    desk.calm()
    assert "P2026-00001" in register.scan.answer.text()
    (row,) = desk.office.papers.rows(desk.actor, register.query().__class__())
    assert (row.kind, row.state, row.label) == (PaperKind.HELD, PaperState.KEPT, "保証書")


def test_without_a_customer_the_field_says_so(desk: FrontDesk) -> None:
    register = opened(desk)
    register.file()
    dialog = desk.dialog()
    assert isinstance(dialog, FilePaperDialog)
    dialog.save()
    desk.calm()
    assert dialog.form.fields["customer"].error.text()
    dialog.customer.fill(desk.customer(TANAKA), "田中")
    assert not dialog.form.fields["customer"].error.text(), "somebody is chosen now"
    dialog.reject()


def test_a_kept_paper_is_lent_and_comes_back_by_scanning(desk: FrontDesk) -> None:
    row = filed(desk)
    register = opened(desk, "kept")
    assert not register.lend_button.isEnabled()
    register.table.enter()
    desk.click(register.lend_button)
    dialog = desk.dialog()
    assert isinstance(dialog, LendDialog)
    desk.calm()
    dialog.holder.setEditText("作業 三郎")
    dialog.save()
    desk.wait(lambda: state_of(desk, row) is PaperState.OUT)
    desk.calm()
    register.scan.choose(PaperState.KEPT)
    scan(register.scan.code, row.code)
    desk.wait(lambda: state_of(desk, row) is PaperState.KEPT)
    desk.calm()


def test_a_paper_that_is_scanned_twice_is_said_to_be_registered_already(desk: FrontDesk) -> None:
    row = filed(desk)
    desk.office.papers.lend(desk.actor, row.paper, "作業 三郎", desk.office.today().isoformat())
    register = opened(desk)
    register.scan.choose(PaperState.KEPT)
    for _scan in range(2):
        scan(register.scan.code, row.code)
        desk.calm()
        said = register.scan.answer.text()
        assert row.number in said
        assert ("Nothing was changed." in said, desk.actor.name in said) == (bool(_scan), bool(_scan))


def test_a_customers_copy_that_went_back_to_them_is_said_to_be_handed_over(desk: FrontDesk) -> None:
    job = desk.office.jobs.day(desk.actor, desk.office.today())[0].job
    copy = desk.office.work_orders.issue(desk.actor, job, (Profile.CUSTOMER,), english).copies[0]
    register = opened(desk)
    register.scan.choose(PaperState.RETURNED)
    scan(register.scan.code, copy.code)
    desk.calm()
    assert english(STATE_NAMES[PaperState.HANDED_OVER]) in register.scan.answer.text()


def test_what_happens_with_papers_is_said_again_on_each_visit_to_the_page(desk: FrontDesk) -> None:
    """Else the first paper of the next visit is registered as what the last one of this visit was."""
    row = filed(desk)
    register = opened(desk, "kept")
    register.scan.choose(PaperState.SHREDDED)
    desk.go("today")
    register = opened(desk, "kept")
    assert register.scan.state is None
    register.table.activated_row.emit(row)
    scan(register.scan.code, "")
    assert "First choose what happened" in register.scan.answer.text()
    register.scan.choose(PaperState.SHREDDED)
    assert "First choose what happened" not in register.scan.answer.text()
    assert state_of(desk, row) is PaperState.KEPT


def test_a_kept_paper_moves_to_another_cabinet(desk: FrontDesk) -> None:
    with desk.office._workplace.transaction() as session:
        session.add(Cabinet(label="書庫B"))
    row = filed(desk)
    register = opened(desk, "kept")
    register.table.enter()
    desk.click(register.put_button)
    dialog = desk.dialog()
    assert isinstance(dialog, PutDialog)
    desk.calm()
    dialog.cabinet.setCurrentIndex(1)
    dialog.save()
    desk.wait(lambda: desk.office.papers.find(desk.actor, row.paper).cabinet == "書庫B")
    desk.calm()


@pytest.mark.parametrize(
    "keys",
    ["0123456789", KANA_KEYS, "０１２３４５６７８９", "à&é\"'(-è_ç", "éěěščřžýáí"],
    ids=["plain", "kana", "full width", "French", "wrong"],
)
def test_the_scanner_types_in_any_keyboard_state_and_looks_nowhere_first(desk: FrontDesk, keys: str) -> None:
    row = filed(desk)
    register = opened(desk, "kept")
    register.scan.choose(PaperState.SHREDDED)
    register.table.enter()
    desk.wait(register.table.hasFocus)
    scan(register.table, "".join(keys[int(figure)] for figure in row.code))
    desk.calm()
    understood = state_of(desk, row) is PaperState.SHREDDED
    assert understood == (keys != "éěěščřžýáí")
    if not understood:
        assert "not the code of a paper" in register.scan.answer.text()


@pytest.mark.parametrize("asked", ["lost", "lost, with a choice", "not shredded after all"])
def test_what_is_scanned_while_a_question_is_open_answers_nothing_and_is_named(
    desk: FrontDesk, asked: str
) -> None:
    """A scanner looks at no screen: its Enter pressed the answer with the keyboard, its digits were lost."""
    first, second, third = filed(desk), filed(desk), filed(desk)
    before = PaperState.KEPT
    if asked == "lost, with a choice":
        desk.office.papers.register_return(desk.actor, third.paper, PaperState.LOST)
    elif asked == "not shredded after all":
        before = PaperState.SHREDDED
        desk.office.papers.register_return(desk.actor, first.paper, before)
    register = opened(desk, "kept")
    register.scan.choose(PaperState.KEPT if before is PaperState.SHREDDED else PaperState.LOST)
    scan(register.scan.code, first.code)
    question = desk.dialog()
    scan(QApplication.focusWidget(), second.code)
    desk.calm()
    assert question.isVisible()
    assert f"{second.code}: not registered. Answer this first, then scan it again." in texts_in(question)
    question.reject()
    desk.calm()
    assert [state_of(desk, row) for row in (first, second)] == [before, PaperState.KEPT]
    assert register.scan.untaken.isVisible()
    assert f"because a question was open: {second.code}." in texts_in(register.scan.untaken)
    register.scan.choose(PaperState.SHREDDED)
    scan(register.scan.code, second.code)
    desk.calm()
    assert state_of(desk, second) is PaperState.SHREDDED
    assert not register.scan.untaken.isVisible()


def test_what_was_not_taken_is_named_until_it_is_scanned_or_the_page_is_left(desk: FrontDesk) -> None:
    first, second, third = filed(desk), filed(desk), filed(desk)
    register = opened(desk, "kept")
    register.scan.choose(PaperState.LOST)
    scan(register.scan.code, first.code)
    question = desk.dialog()
    for row in (second, third):
        scan(QApplication.focusWidget(), row.code)
    question.accept()
    desk.calm()
    assert state_of(desk, first) is PaperState.LOST
    assert register.scan.untaken.codes == [second.code, third.code]
    register.scan.choose(PaperState.KEPT)
    scan(register.scan.code, third.code)
    desk.calm()
    assert register.scan.untaken.codes == [second.code]
    desk.go("today")
    assert register.scan.untaken.codes == []


def test_the_input_method_stays_out_of_the_scanners_field(desk: FrontDesk) -> None:
    register = opened(desk)
    assert not register.scan.code.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_letters_with_ctrl_or_alt_are_no_scan(desk: FrontDesk) -> None:
    filed(desk)
    register = opened(desk, "kept")
    register.table.enter()
    desk.key(register.table, Qt.Key.Key_5, ALT)
    assert register.scan.code.text() == ""
    assert register.table.hasFocus()


def test_what_is_registered_is_the_row_that_was_double_clicked_or_nothing(desk: FrontDesk) -> None:
    rows = [filed(desk), filed(desk)]
    register = opened(desk, "kept")
    register.scan.choose(PaperState.SHREDDED)
    register.table.select(lambda row: row.paper == rows[0].paper)
    register.table.activated_row.emit(rows[0])
    assert register.scan.code.text() == rows[0].number
    for told in (rows[0].number, "保証書", "●"):
        assert told in register.scan.answer.text()
    register.table.select(lambda row: row.paper == rows[1].paper)
    assert register.scan.code.text() == ""
    register.scan.register()
    desk.calm()
    assert "double-click" in register.scan.answer.text()
    assert [state_of(desk, row) for row in rows] == [PaperState.KEPT] * 2
    register.table.activated_row.emit(rows[1])
    register.scan.register()
    desk.calm()
    assert [state_of(desk, row) for row in rows] == [PaperState.KEPT, PaperState.SHREDDED]


def test_what_a_person_types_stays_in_the_field_whatever_row_is_chosen(desk: FrontDesk) -> None:
    rows = [filed(desk), filed(desk)]
    register = opened(desk, "kept")
    register.table.activated_row.emit(rows[0])
    register.scan.code.setText(rows[1].number)
    register.table.select(lambda row: row.paper == rows[1].paper)
    assert register.scan.code.text() == rows[1].number


def test_a_paper_is_shown_also_where_all_of_them_are_more_than_a_list_shows(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [filed(desk) for _one in range(3)]
    shortened(monkeypatch)
    desk.go("work_orders", copies="yes", paper=rows[0])
    register = desk.page.register
    assert [row.paper for row in register.table.rows()] == [rows[0].paper]
    assert register.table.current().paper == rows[0].paper
    assert register.scan.code.text() == rows[0].number
    assert rows[0].number in register.scan.answer.text()


def test_a_list_that_does_not_reach_to_the_picked_paper_leaves_it_in_the_field(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [filed(desk) for _one in range(3)]
    register = opened(desk, "kept")
    register.table.activated_row.emit(rows[0])
    shortened(monkeypatch)
    register.read()
    desk.calm()
    assert rows[0].paper not in [row.paper for row in register.table.rows()]
    assert register.scan.code.text() == rows[0].number
    assert rows[0].number in register.scan.answer.text()


def test_what_is_scanned_after_a_paper_was_picked_takes_its_place(desk: FrontDesk) -> None:
    rows = [filed(desk), filed(desk)]
    register = opened(desk, "kept")
    register.scan.choose(PaperState.SHREDDED)
    register.table.activated_row.emit(rows[0])
    scan(register.scan.code, rows[1].code)
    desk.wait(lambda: state_of(desk, rows[1]) is PaperState.SHREDDED)
    desk.calm()
    assert state_of(desk, rows[0]) is PaperState.KEPT


@pytest.mark.parametrize("state", [PaperState.KEPT, PaperState.LOST])
def test_a_paper_registered_as_shredded_by_mistake_is_put_right_after_a_question(
    desk: FrontDesk, state: PaperState
) -> None:
    row = filed(desk)
    desk.office.papers.register_return(desk.actor, row.paper, PaperState.SHREDDED)
    register = opened(desk, "kept")
    register.scan.choose(state)
    scan(register.scan.code, row.number)
    question = desk.dialog()
    assert row.number in texts_in(question)
    desk.key(question, Qt.Key.Key_Return)  # as the scanner's next code ends
    desk.calm()
    assert state_of(desk, row) is PaperState.SHREDDED
    assert "stays “Shredded”" in register.scan.answer.text()
    scan(register.scan.code, row.number)
    desk.press(desk.dialog(), "It was not shredded")
    if state is PaperState.LOST:
        desk.press(desk.dialog(), "Register as lost")
    desk.calm()
    assert state_of(desk, row) is state


def test_the_list_shows_masked_names_only_and_filters(desk: FrontDesk) -> None:
    row = filed(desk)
    register = opened(desk, "kept")
    assert [one.paper for one in register.table.rows()] == [row.paper]
    assert not [secret for secret in SECRETS if secret in texts_in(desk.page)]
    register.kinds.setCurrentIndex(register.kinds.findData(PaperKind.ESTIMATE.value))
    register.read()
    desk.calm()
    assert register.table.rows() == ()
    assert "No such paper" in texts_in(desk.page)
    assert "None of this kind is in this state" in texts_in(desk.page)


def test_an_empty_list_says_what_its_filters_did_not_find(desk: FrontDesk) -> None:
    register = opened(desk, "shredded")
    assert "No paper is “Shredded”" in texts_in(register)
    for chosen, said in (("overdue", "No paper is overdue"), ("", "No paper is in the register yet")):
        register.states.setCurrentIndex(register.states.findData(chosen))
        register.read()
        desk.calm()
        assert said in texts_in(register)
    register.holder.setText("P2026-00099")
    register.read()
    desk.calm()
    assert "none has this number" in texts_in(register)
    register.show_out()
    register.read()
    desk.calm()
    assert "No paper is out" in texts_in(register)


def test_a_loss_stays_in_sight_of_the_desk_until_the_owner_has_looked(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    home = tmp_path / "lost"
    with open_desk(template, home, qtbot) as desk:
        row = filed(desk)
        register = opened(desk, "kept")
        desk.key(register.scan.code, Qt.Key.Key_4, ALT)
        scan(register.scan.code, row.number)
        desk.press(desk.dialog(), "Register as lost")
        desk.wait(lambda: register.losses.boxes)
        assert row.number in texts_in(register.losses)
        assert register.losses.boxes[0].button is None
        assert "It was found again on" not in texts_in(register.losses)
        desk.office.papers.register_return(desk.actor, row.paper, PaperState.KEPT)
        register.losses.read()
        desk.wait(lambda: "It was found again on" in texts_in(register.losses))


def test_an_older_reading_of_the_losses_is_not_shown_over_a_newer_one(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = filed(desk)
    register = opened(desk, "kept")
    desk.office.papers.register_return(desk.actor, row.paper, PaperState.LOST)
    lost, late = desk.office.papers.losses.waiting(desk.actor), Event()
    begun = Event()
    register.losses.read()
    desk.wait(lambda: register.losses.boxes)

    def slowly(_actor: Actor) -> tuple[LossRow, ...]:
        begun.set()
        late.wait(20)
        return lost

    monkeypatch.setattr(Losses, "waiting", lambda _losses, actor: slowly(actor))
    register.losses.read()
    desk.wait(begun.is_set)
    monkeypatch.setattr(Losses, "waiting", lambda _losses, _actor: ())
    register.losses.read()
    desk.wait(lambda: not register.losses.boxes)
    late.set()
    desk.calm()
    assert register.losses.boxes == []


def test_a_customers_own_paper_that_was_not_given_back_stands_at_home_and_in_the_register(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_desk(template, tmp_path / "held", qtbot) as desk:
        row = filed(desk, PaperKind.HELD, return_by=desk.office.today().isoformat())
        template.clock.pass_time(days=2)
        try:
            assert [one.paper for one in desk.office.today_page.overview(desk.actor).overdue] == [row.paper]
            register = opened(desk)
            assert [one.paper for one in register.table.rows()] == [row.paper]
            assert register.count.text().endswith("  1 overdue")
        finally:
            template.clock.pass_time(days=-2)


def test_the_evening_sheet_goes_to_a_real_printer_in_one_click(
    desk: FrontDesk, cups_printer: CupsPrinter
) -> None:
    row = filed(desk)
    desk.office.papers.lend(desk.actor, row.paper, "Partner Ltd", desk.office.today().isoformat())
    register = opened(desk)
    desk.click(register.sheet_button)
    preview = desk.dialog()
    assert isinstance(preview, PreviewDialog)
    desk.click(preview.primary)
    desk.wait(lambda: preview.findChildren(QPrintDialog))
    desk.qtbot.keyClick(preview.findChildren(QPrintDialog)[-1], Qt.Key.Key_Return)
    desk.wait(lambda: not preview.isVisible())
    text = read_text(cups_printer.printed(1)[0])
    assert row.number in text
    assert "Partner Ltd" in text
    desk.calm()


def test_an_owner_names_a_cabinet_and_gives_an_empty_one_up(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_desk(template, tmp_path / "owner", qtbot, who=Role.OWNER) as desk:
        register = opened(desk)
        register.open_cabinets()
        dialog = desk.dialog()
        desk.calm()
        dialog.save()  # type: ignore[attr-defined]
        desk.calm()
        assert dialog.form.fields["label"].error.text()  # type: ignore[attr-defined]
        dialog.name.setText("書庫A")  # type: ignore[attr-defined]
        dialog.holder.setCurrentIndex(1)  # type: ignore[attr-defined]
        dialog.save()  # type: ignore[attr-defined]
        desk.wait(lambda: desk.office.papers.cabinets.all(desk.actor))
        desk.calm()
        (cabinet,) = desk.office.papers.cabinets.all(desk.actor)
        assert cabinet.key_holder_name
        dialog.table.select_first()  # type: ignore[attr-defined]
        dialog.give_up()  # type: ignore[attr-defined]
        desk.wait(lambda: not desk.office.papers.cabinets.all(desk.actor))
        desk.calm()
        dialog.reject()


def struck(desk: FrontDesk) -> PaperRow:
    """A paper whose preview was closed without printing it."""
    job = desk.office.jobs.day(desk.actor, desk.office.today())[0].job
    (slip,) = desk.office.other_papers.contact_slip(desk.actor, job, english).papers
    desk.office.papers.not_printed(desk.actor, [slip.paper])
    return slip


@pytest.mark.parametrize("state", [PaperState.SHREDDED, PaperState.KEPT, PaperState.LOST])
def test_a_paper_that_was_never_printed_is_asked_about_before_anything_is_registered(
    desk: FrontDesk, state: PaperState
) -> None:
    row = struck(desk)
    register = opened(desk, "struck")
    register.scan.choose(state)
    scan(register.scan.code, row.code)
    question = desk.dialog()
    assert row.number in question.windowTitle()
    assert "Not printed" in texts_in(question)
    desk.press(question, "There is no such paper")
    desk.calm()
    assert state_of(desk, row) is PaperState.STRUCK
    assert row.number in register.scan.answer.text()
    scan(register.scan.code, row.code)
    desk.press(desk.dialog(), "It is on paper")
    if state is PaperState.LOST:
        desk.press(desk.dialog(), "Register as lost")
    desk.wait(lambda: state_of(desk, row) is state)
    desk.calm()


@pytest.mark.parametrize("state", [PaperState.KEPT, PaperState.LOST])
def test_what_became_of_a_paper_while_it_was_asked_about_is_asked_about_anew(
    desk: FrontDesk, state: PaperState
) -> None:
    row = struck(desk)
    register = opened(desk, "struck")
    register.scan.choose(state)
    scan(register.scan.code, row.code)
    question = desk.dialog()
    desk.office.papers.register_return(desk.actor, row.paper, PaperState.SHREDDED, overrule=PaperState.STRUCK)
    desk.press(question, "It is on paper")
    desk.wait(lambda: "not shredded after all" in desk.dialog().windowTitle())
    assert state_of(desk, row) is PaperState.SHREDDED
    desk.press(desk.dialog(), "It is another paper")
    desk.calm()
    assert state_of(desk, row) is PaperState.SHREDDED
