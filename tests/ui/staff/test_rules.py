"""The rules page: owners write and put in force, everybody reads, takes the quiz, and is held to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.staff.rule_texts import RuleDraft, RuleState
from hvacdesk.domain.staff.standing import StandingState
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.staff.compare_dialog import CompareDialog
from hvacdesk.ui.staff.quiz_dialog import QuizDialog
from hvacdesk.ui.staff.rule_form import RuleForm
from hvacdesk.ui.staff.violation_form import ViolationForm
from hvacdesk.ui.widgets.errors import ErrorDialog
from hvacdesk.ui.widgets.notice import Notice
from hvacdesk.ui.widgets.task_list import TaskRow
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TANAKA, TODAY, FrontDesk, open_desk
from tests.helpers.real_office import NAMES, RealOffice

SCRIPT = "<script>alert('x')</script><b>太字</b>"


@pytest.fixture
def owner(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        yield opened


@pytest.fixture
def clerk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.DESK) as opened:
        yield opened


def in_force(desk: FrontDesk) -> None:
    """Let the shipped texts be in force, put there by the office's owner."""
    name = NAMES[Role.OWNER]
    owner = Actor(desk.real.accounts[name], name, frozenset({Role.OWNER}))
    desk.office.rules.take_proposals(owner)


def tabs(desk: FrontDesk) -> list[str]:
    return list(desk.page.tabs.names)


def waiting_lines(desk: FrontDesk) -> list[str]:
    return [row.line.text for row in desk.page.attention.findChildren(TaskRow) if row.isVisible()]


class TestTexts:
    def test_proposals_come_into_force_with_one_click_and_a_question(self, owner: FrontDesk) -> None:
        assert waiting_lines(owner) == ["Office rules: 4 texts to put in force"]
        owner.click(owner.page.attention.findChildren(TaskRow)[0])
        tab = owner.page.rules
        assert tab.isVisible()
        assert len(tab.table.rows()) == 4
        owner.click(tab.take_all_button)
        owner.press(owner.dialog(), "Put in force")
        assert {row.state for row in tab.table.rows()} == {RuleState.IN_FORCE}
        assert not tab.take_all_button.isVisible()
        owner.go("today")
        assert waiting_lines(owner) == ["Yearly training"]

    def test_a_text_is_written_as_a_draft_and_script_in_it_is_text(self, owner: FrontDesk) -> None:
        owner.go("rules", tab="rules")
        tab = owner.page.rules
        owner.click(tab.new_button)
        form = owner.dialog()
        assert isinstance(form, RuleForm)
        form.title.setText("鍵の決まり")
        form.text.setPlainText(f"## 鍵\n{SCRIPT}")
        owner.press(form, "Save as a draft")
        assert tab.table.current().state is RuleState.DRAFT
        shown = [one for one in tab.text.findChildren(QLabel) if SCRIPT in one.text()]
        assert len(shown) == 1
        assert shown[0].textFormat() is Qt.TextFormat.PlainText

    def test_a_form_without_a_text_is_refused_at_its_field(self, owner: FrontDesk) -> None:
        owner.go("rules", tab="rules")
        owner.click(owner.page.rules.new_button)
        form = owner.dialog()
        form.title.setText("題だけ")  # type: ignore[attr-defined]
        owner.press(form, "Save as a draft")
        assert form.isVisible()
        assert form.form.fields["body"].error.text()  # type: ignore[attr-defined]
        form.title.setText("")  # type: ignore[attr-defined]

    def test_a_half_written_text_survives_a_lock(self, owner: FrontDesk) -> None:
        owner.go("rules", tab="rules")
        owner.click(owner.page.rules.new_button)
        form = owner.dialog()
        form.title.setText("書きかけ")  # type: ignore[attr-defined]
        owner.window.drafts.keep_all()
        form.hide()
        owner.window.rebuild()
        owner.calm()
        owner.go("rules", tab="rules", edit="new")
        again = owner.dialog()
        assert isinstance(again, RuleForm)
        owner.wait(lambda: again.title.text() == "書きかけ")
        again._begun = (again.title.text(), again.text.toPlainText())

    def test_versions_are_compared_in_words(self, owner: FrontDesk) -> None:
        in_force(owner)
        rules = owner.office.rules
        text = next(one for one in rules.current(owner.actor) if one.code == "papers")
        rules.save_draft(owner.actor, RuleDraft(text.title, f"{text.body}\n- 表紙は青。", code="papers"))
        owner.go("rules", tab="rules")
        tab = owner.page.rules
        tab.table.select(lambda row: row.state is RuleState.DRAFT)
        owner.click(tab.compare_button)
        dialog = owner.dialog()
        assert isinstance(dialog, CompareDialog)
        said = texts_in(dialog)
        assert "1 line differs." in said
        assert "new" in said
        assert "表紙は青。" in said
        assert [dialog.before.itemText(at) for at in range(dialog.before.count())][
            -1
        ] == "Proposal of the program"

    @pytest.mark.parametrize(("act", "agree"), [("put_in_force", "Put in force"), ("withdraw", "Throw away")])
    def test_what_another_pc_saved_while_the_question_was_open_is_not_agreed_to(
        self, owner: FrontDesk, act: str, agree: str
    ) -> None:
        rules = owner.office.rules
        text = rules.save_draft(owner.actor, RuleDraft("鍵の決まり", "鍵は棚へ。"))
        owner.go("rules", tab="rules")
        tab = owner.page.rules
        tab.table.select(lambda row: row.text == text)
        shown = tab.table.current()
        getattr(tab, act)()
        question = owner.dialog()
        rules.save_draft(
            owner.actor, RuleDraft(shown.title, "鍵は各自が持ち帰る。", shown.code, text, shown.revision)
        )
        owner.press(question, agree)
        owner.wait(lambda: owner.window.findChild(ErrorDialog))
        told = owner.window.findChild(ErrorDialog)
        assert isinstance(told, ErrorDialog)
        assert ChangedMeanwhile.what.text in texts_in(told)
        told.close()
        now = next(one for one in rules.current(owner.actor) if one.text == text)
        assert (now.state, now.body) == (RuleState.DRAFT, "鍵は各自が持ち帰る。")

    def test_a_draft_that_is_thrown_away_leaves_no_other_text_chosen(self, owner: FrontDesk) -> None:
        in_force(owner)
        text = owner.office.rules.save_draft(owner.actor, RuleDraft("鍵の決まり", "鍵は棚へ。"))
        owner.go("rules", tab="rules")
        tab = owner.page.rules
        tab.table.select(lambda row: row.text == text)
        owner.click(tab.withdraw_button)
        owner.press(owner.dialog(), "Throw away")
        owner.calm()
        assert text not in {row.text for row in tab.table.rows()}
        assert tab.table.current() is None, "the next Withdraw would be about another text"
        assert not tab.withdraw_button.isVisible()
        assert "鍵は棚へ" not in texts_in(tab)
        tab.table.select_first()
        assert tab.withdraw_button.isVisible()
        assert [row.state for row in tab.table.rows()] == ["in_force"] * 4

    def test_what_is_in_force_is_withdrawn_after_a_question(self, owner: FrontDesk) -> None:
        in_force(owner)
        owner.go("rules", tab="rules")
        tab = owner.page.rules
        owner.click(tab.withdraw_button)
        owner.press(owner.dialog(), "Withdraw")
        assert sorted(row.state for row in tab.table.rows()) == ["in_force"] * 3 + ["withdrawn"]


class TestReading:
    def test_a_clerk_reads_and_says_so_and_finds_nothing_to_write(self, clerk: FrontDesk) -> None:
        assert "Office rules" not in " ".join(waiting_lines(clerk))
        in_force(clerk)
        clerk.page.refresh()
        clerk.calm()
        assert len(waiting_lines(clerk)) == 5
        row = next(
            row for row in clerk.page.attention.findChildren(TaskRow) if "seven rules" not in row.line.text
        )
        assert row.line.note.startswith("To be done by ")
        clerk.click(clerk.page.attention.findChildren(TaskRow)[0])
        tab = clerk.page.rules
        assert tabs(clerk) == ["rules", "training", "retention", "access"]
        assert not tab.edit_button.isVisible()
        assert not tab.withdraw_button.isVisible()
        for _ in range(4):
            unread = tab.table.select(lambda one: not one.acknowledged_on)
            assert unread
            clerk.click(tab.read_button)
        assert not tab.read_button.isVisible()
        assert clerk.office.rules.to_acknowledge(clerk.actor) == ()

    def test_english_windows_show_the_shipped_english(self, clerk: FrontDesk) -> None:
        in_force(clerk)
        clerk.go("rules", tab="rules")
        assert "Seven rules for protecting customers' data" in texts_in(clerk.page.rules)


class TestTraining:
    def test_the_quiz_tells_after_each_answer_and_is_on_record_at_its_end(self, clerk: FrontDesk) -> None:
        in_force(clerk)
        clerk.go("rules", tab="training")
        clerk.click(clerk.page.training.quiz_button)
        quiz = clerk.dialog()
        assert isinstance(quiz, QuizDialog)
        for number, asked in enumerate(quiz._quiz.questions):
            assert quiz.answers is not None
            wrong = number == 0
            place = (asked.right + 1) % 3 if wrong else asked.right
            quiz.answers.rows[place].setFocus()
            clerk.key(quiz.answers.rows[place], Qt.Key.Key_Return)
            said = texts_in(quiz)
            assert asked.question.text("en").why in said
            assert ("not right" in said) is wrong
            clerk.key(quiz.next_button, Qt.Key.Key_Return)
        assert "9 of 10 answers were right" in texts_in(quiz)
        clerk.press(quiz, "Close")
        assert clerk.office.training.own(clerk.actor)[0].right == 9
        assert "Passed on" in texts_in(clerk.page.training)

    def test_a_quiz_that_is_stopped_leaves_nothing(self, clerk: FrontDesk) -> None:
        clerk.go("rules", tab="training")
        clerk.click(clerk.page.training.quiz_button)
        quiz = clerk.dialog()
        quiz.answer(0)  # type: ignore[attr-defined]
        clerk.press(quiz, "Stop")
        assert clerk.office.training.own(clerk.actor) == ()

    def test_ones_own_record_can_be_printed(self, clerk: FrontDesk) -> None:
        clerk.go("rules", tab="training")
        clerk.click(clerk.page.training.print_button)
        assert isinstance(clerk.dialog(), PreviewDialog)


class TestStanding:
    def test_the_owner_sees_everybody_and_prints_the_year(self, owner: FrontDesk) -> None:
        in_force(owner)
        owner.go("rules", tab="standing")
        tab = owner.page.standing
        states = {row.name: row.state(owner.office.today()) for row in tab.table.rows()}
        assert set(NAMES.values()) <= set(states)
        assert states[NAMES[Role.DESK]] is StandingState.ASKED
        owner.click(tab.year_button)
        preview = owner.dialog()
        assert isinstance(preview, PreviewDialog)
        preview.reject()
        owner.click(tab.person_button)
        assert isinstance(owner.dialog(), PreviewDialog)

    def test_an_inspector_reads_it_and_writes_nothing(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        with open_desk(template, tmp_path / "office", qtbot, Role.INSPECTOR) as inspector:
            inspector.go("rules")
            assert tabs(inspector) == ["rules", "training", "standing", "retention", "access"]


class TestViolations:
    def test_one_is_recorded_and_closed(self, owner: FrontDesk) -> None:
        owner.go("rules", tab="violations")
        tab = owner.page.violations
        assert "No violation is on record" in texts_in(tab)
        owner.click(tab.add_button)
        form = owner.dialog()
        assert isinstance(form, ViolationForm)
        form.account.setCurrentIndex(form.account.findData(owner.real.accounts[NAMES[Role.DESK]]))
        form.what.setPlainText("複合機に1枚残した")
        owner.press(form, "Save")
        (row,) = tab.table.rows()
        assert (row.number, row.name) == ("V-0001", NAMES[Role.DESK])
        owner.click(tab.close_button)
        owner.press(owner.dialog(), "Close the record")
        refusal = owner.dialog()
        assert "what followed" in texts_in(refusal)
        refusal.hide()
        owner.click(tab.change_button)
        form = owner.dialog()
        assert isinstance(form, ViolationForm)
        choice: QComboBox = form.consequence
        choice.setCurrentIndex(choice.findData("talk"))
        owner.press(form, "Save")
        owner.click(tab.close_button)
        owner.press(owner.dialog(), "Close the record")
        assert tab.table.rows()[0].closed_on
        assert not tab.change_button.isEnabled()
        owner.click(tab.print_button)
        assert isinstance(owner.dialog(), PreviewDialog)

    def test_a_card_number_is_refused_where_it_was_typed(self, owner: FrontDesk) -> None:
        owner.go("rules", tab="violations")
        owner.click(owner.page.violations.add_button)
        form = owner.dialog()
        assert isinstance(form, ViolationForm)
        form.what.setPlainText("4111 1111 1111 1111")
        owner.press(form, "Save")
        assert form.form.fields["what"].error.text()
        assert form.not_a_number.isVisible()
        form.what.setPlainText("")


class TestOverdue:
    @pytest.fixture
    def late(self, template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
        with open_desk(template, tmp_path / "office", qtbot, Role.DESK) as opened:
            in_force(opened)
            before = opened.real.clock.now
            opened.real.clock.pass_time(days=31)
            yield opened
            opened.real.clock.now = before

    def test_the_home_page_says_so_in_red_and_a_reveal_is_refused_with_the_way_out(
        self, late: FrontDesk
    ) -> None:
        late.page.refresh()
        late.window.rebuild()
        late.calm()
        lines = [row.line for row in late.page.attention.findChildren(TaskRow)]
        overdue = [one for one in lines if one.alarm.startswith("Overdue since")]
        assert len(overdue) >= 5
        customer = late.customer(TANAKA)
        late.go("customers", customer=customer)
        late.key(late.page, Qt.Key.Key_F6)
        said = texts_in(late.dialog())
        assert "The 30 days" in said
        assert "Open “Rules”" in said
        assert "8765" not in said
        late.dialog().hide()

    def test_todays_work_orders_print_all_the_same(self, late: FrontDesk) -> None:
        (job, *_others) = late.office.jobs.day(late.actor, date.fromisoformat(TODAY))
        issued = late.office.work_orders.issue(late.actor, job.job, (Profile.TECHNICIAN,), english)
        assert issued.pdf.startswith(b"%PDF")

    def test_it_is_said_at_the_login(self, template: RealOffice, tmp_path: Path, qtbot: QtBot) -> None:
        with open_desk(template, tmp_path / "office", qtbot, Role.DESK) as first:
            in_force(first)
            first.window.start()
            first.calm()
            notices = [one for one in first.window.findChildren(Notice) if one.isVisible()]
            assert "To be done by" in notices[-1].accessibleName()
            first.press(notices[-1], "Do it now")
            assert first.window.page is first.window._pages["rules"]


def test_whose_days_are_over_can_take_it_up_again(clerk: FrontDesk) -> None:
    in_force(clerk)
    before = clerk.real.clock.now
    clerk.real.clock.pass_time(days=31)
    try:
        for one in clerk.office.rules.to_acknowledge(clerk.actor):
            clerk.office.rules.acknowledge(clerk.actor, one.text)
        quiz = clerk.office.training.begin()
        clerk.office.training.finish(clerk.actor, quiz, [one.right for one in quiz.questions])
        shown = clerk.office.customers.reveal(
            clerk.actor, clerk.customer(TANAKA), CustomerField.PHONE, RevealReason.CALL
        )
        assert shown == TANAKA.phones[0].number
    finally:
        clerk.real.clock.now = before
    QApplication.processEvents()
