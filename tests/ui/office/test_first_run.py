"""The first run on a Windows, in its window: answers that survive a lock, and a report without names."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from hvacdesk.commands import self_check
from hvacdesk.domain.office.first_run import HIDDEN, Try, TryAnswer
from hvacdesk.domain.office.self_check import Finding, Part, Verdict
from hvacdesk.domain.text.wording import english, phrase
from hvacdesk.services.office import first_run
from hvacdesk.ui.office.about_tab import AboutTab
from hvacdesk.ui.office.first_run_dialog import FirstRunDialog
from hvacdesk.ui.widgets.choices import choose
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.notice import Notice
from hvacdesk.ui.widgets.text import WORD_JOINER
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk
from tests.helpers.key_stores import REAL_NAME


def opened(desk: FrontDesk) -> FirstRunDialog:
    desk.window.navigate("settings", tab="about", first_run="yes")
    desk.calm()
    page = desk.window.findChild(FirstRunDialog)
    assert isinstance(page, FirstRunDialog)
    return page


def test_the_report_has_answers_and_facts_but_no_name_and_no_folder(
    desk: FrontDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(desk)
    choose(page.answers[Try.JAPANESE], TryAnswer.AS_DESCRIBED)
    choose(page.answers[Try.FILES], TryAnswer.DIFFERENT)
    page.remarks[Try.FILES].setText(f"Taro looked at {tmp_path} on desk-7")
    assert page.primary is not None
    page.primary.click()
    chooser = page.findChild(QFileDialog)
    assert chooser is not None, "the system's own dialog asks where the report goes"
    chooser.reject()
    file = tmp_path / "report.txt"
    own_names = first_run.private_names()
    monkeypatch.setattr(first_run, "private_names", lambda: frozenset({"taro", "DESK-7", str(tmp_path)}))
    page.save_to(str(file))
    desk.calm()
    text = file.read_text(encoding="utf-8-sig")
    assert "Typing Japanese: As described" in text
    assert f"Choosing a file: Different\n   {HIDDEN} looked at {HIDDEN} on {HIDDEN}" in text
    assert f"System's language: {QLocale.system().name()}" in text
    assert "Text size in the program: 100 %" in text
    assert f"Key store: {REAL_NAME}" in text
    for private in (*own_names, str(tmp_path), str(desk.office.folder)):
        assert private not in text
    assert not page.isVisible()
    said = " ".join(texts_in(one) for one in desk.window.findChildren(Notice))
    assert f"“report.txt” in {tmp_path}" in said.replace(WORD_JOINER, "")


def test_the_program_can_be_used_beside_the_page(desk: FrontDesk) -> None:
    """Its points print a work order and add a backup folder."""
    page = opened(desk)
    assert page.isVisible()
    assert QApplication.activeModalWidget() is None
    desk.go("today")
    assert page.isVisible()
    desk.window.navigate("settings", tab="about", first_run="yes")
    desk.calm()
    assert len([one for one in desk.window.findChildren(FirstRunDialog) if one.isVisible()]) == 1


def test_closing_the_page_keeps_the_answers_until_a_report_is_saved(desk: FrontDesk, tmp_path: Path) -> None:
    page = opened(desk)
    choose(page.answers[Try.DARK], TryAnswer.AS_DESCRIBED)
    page.close()
    assert not page.isVisible()
    assert not [one for one in desk.window.findChildren(Dialog) if one.isVisible()], "nothing is asked"
    again = FirstRunDialog(desk.window.context)
    again.open()
    desk.qtbot.waitUntil(lambda: again.answers[Try.DARK].currentData() == TryAnswer.AS_DESCRIBED)
    again.save_to(str(tmp_path / "report.txt"))
    desk.calm()
    assert desk.office.drafts.find(desk.actor, "first-run", "new") is None


def test_the_answers_are_there_again_after_the_lock_that_sleep_brings(desk: FrontDesk) -> None:
    page = opened(desk)
    choose(page.answers[Try.SLEEP], TryAnswer.AS_DESCRIBED)
    page.remarks[Try.SLEEP].setText("took a moment")
    assert desk.window.context.drafts.keep_all() == 1
    page.done(QDialog.DialogCode.Rejected)  # as a lock ends it, which asks nothing
    again = FirstRunDialog(desk.window.context)
    again.open()
    desk.qtbot.waitUntil(lambda: again.remarks[Try.SLEEP].text() == "took a moment")
    assert again.answers[Try.SLEEP].currentData() == TryAnswer.AS_DESCRIBED


@pytest.mark.parametrize(("system", "there"), [("win32", True), ("linux", False)])
def test_the_page_is_offered_where_windows_runs(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch, system: str, there: bool
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    tab = AboutTab(desk.window.context)
    desk.qtbot.addWidget(tab)
    assert hasattr(tab, "first_run_button") is there
    if there:
        tab.first_run_button.click()
        assert desk.window.findChild(FirstRunDialog) is not None


@pytest.mark.parametrize("there", [True, False])
def test_the_self_check_of_the_command_line_says_where_the_page_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, there: bool
) -> None:
    finding = Finding(Part.CLOCK, Verdict.GOOD, phrase("SelfCheck", "Clock"))
    monkeypatch.setattr(self_check.self_check, "run", lambda *_asked, **_named: (finding,))
    monkeypatch.setattr(self_check, "words", lambda: english)
    monkeypatch.setattr(first_run, "offered", lambda: there)
    assert self_check.run(tmp_path) == 0
    assert ("First run on this Windows" in capsys.readouterr().out) is there
