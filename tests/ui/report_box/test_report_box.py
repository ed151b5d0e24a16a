"""The report box's windows: what is typed survives a change of language and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hvacdesk.app import Desk
from hvacdesk.domain.report_box.report_box import (
    Author,
    BoxReader,
    InboxView,
    Message,
    Report,
    ReportCategory,
    ReportState,
)
from hvacdesk.domain.report_box.report_box_input import NoReader
from hvacdesk.domain.roles import Role
from hvacdesk.services.report_box.report_desk import OpenedReport, box_rules
from hvacdesk.ui import background
from hvacdesk.ui.entry.box_flow import BoxFlow
from hvacdesk.ui.entry.entry_window import EntryWindow
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.pin_view import PinView
from hvacdesk.ui.report_box.flood_dialog import FloodDialog
from hvacdesk.ui.report_box.hand_over_dialog import HandOverDialog
from hvacdesk.ui.report_box.messages import Messages
from hvacdesk.ui.report_box.receipt_view import ReceiptView
from hvacdesk.ui.report_box.report_dialog import ReportDialog
from hvacdesk.ui.report_box.reports_section import ReportsSection
from hvacdesk.ui.report_box.start_view import ProtectionView, ReportStartView
from hvacdesk.ui.report_box.thread_view import ThreadView
from hvacdesk.ui.report_box.write_view import ReportWriteView
from hvacdesk.ui.shell.main_window import MainWindow
from hvacdesk.ui.staff.accounts_tab import ResetDialog
from hvacdesk.ui.staff.removal_dialog import RemovalDialog
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.warning_box import WarningBox
from hvacdesk.vault.report_box.report_box import writable_files_of
from hvacdesk.vault.report_box.report_box_errors import BoxFull, BoxUnreachable
from hvacdesk.vault.report_box.report_box_files import DAMAGED_FOLDER, FILE_NAME, PLACE_BYTES
from tests.helpers.desk_office import calm, desk_on, seen, shown, texts_in, wait
from tests.helpers.front_desk import FrontDesk, open_window
from tests.helpers.naming import spoken
from tests.helpers.real_office import NAMES, SECOND_OWNER, RealOffice, new_real_office, passphrase_of
from tests.helpers.sabotage import replaced
from tests.helpers.two_pcs import press

pytestmark = pytest.mark.usefixtures("secret_service")

READER = BoxReader("a" * 32, "責任 一郎", "0000 1111")
MARKUP = "<script>alert(1)</script><h1>大</h1>"
REPORT = Report(
    ReportCategory.LAW, "", (Message(Author.REPORTER, MARKUP, "2026-11-23"),), (READER.named(),), ()
)


class Entry:
    """A door whose box answers as it is told."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.failure = failure
        self.full = False
        self.sent: list[tuple[object, ...]] = []

    def open_report_box(self):  # type: ignore[no-untyped-def]
        if self.failure is not None:
            raise self.failure
        return self, box_rules()

    def look_for_room(self) -> None:
        if self.full:
            raise BoxFull

    def readers(self) -> tuple[BoxReader, ...]:
        return (READER,)

    def send(self, *what: object) -> str:
        self.sent.append(what)
        if isinstance(self.failure, BoxFull):
            raise self.failure
        return "1234567890123456"


@pytest.fixture
def window(qtbot: QtBot) -> EntryWindow:
    made = EntryWindow()
    qtbot.addWidget(made)
    made.show()
    return made


def flow(qtbot: QtBot, window: EntryWindow, entry: Entry) -> BoxFlow:
    made = BoxFlow(window, entry, "試験空調", window)  # type: ignore[arg-type]
    made.begin()
    wait(qtbot, background.idle)
    return made


def writing(qtbot: QtBot, window: EntryWindow, entry: Entry) -> tuple[BoxFlow, ReportWriteView]:
    made = flow(qtbot, window, entry)
    start = window.content
    assert isinstance(start, ReportStartView)
    start.write_wanted.emit()
    wait(qtbot, background.idle)
    view = window.content
    assert isinstance(view, ReportWriteView)
    return made, view


def test_what_was_typed_survives_another_language_alone(qtbot: QtBot, window: EntryWindow) -> None:
    made, view = writing(qtbot, window, Entry())
    view.text.edit.setPlainText("本文")
    view.contact.setText("合図")
    view.readers.choose(frozenset({READER.account}))
    view.category.setCurrentIndex(2)
    made.show_again()
    after = window.content
    assert isinstance(after, ReportWriteView)
    assert after is not view
    assert (after.text.text(), after.contact.text()) == ("本文", "合図")
    assert after.readers.chosen() == {READER.account}
    assert after.category.currentIndex() == 2
    after.leave()
    made.begin()
    start = window.content
    assert isinstance(start, ReportStartView)
    start.write_wanted.emit()
    wait(qtbot, background.idle)
    again = window.content
    assert isinstance(again, ReportWriteView)
    assert (again.text.text(), again.contact.text(), again.readers.chosen()) == ("", "", frozenset())


def test_nothing_can_be_undone_into_the_field_after_sending(qtbot: QtBot, window: EntryWindow) -> None:
    _made, view = writing(qtbot, window, Entry())
    view.text.edit.setPlainText("本文")
    view.readers.choose(frozenset({READER.account}))
    seen_after: list[tuple[str, bool]] = []
    edit = view.text.edit

    def look(_receipt: str) -> None:
        edit.undo()
        seen_after.append((edit.toPlainText(), edit.document().isUndoAvailable()))

    view.sent.connect(look)
    view.sent.disconnect(_made._receipt)
    view.send()
    wait(qtbot, background.idle)
    assert seen_after == [("", False)]


def test_the_receipt_is_gone_from_the_screen_with_its_view(qtbot: QtBot) -> None:
    view = ReceiptView("1234567890123456")
    qtbot.addWidget(view)
    view.show()
    assert "1234 5678 9012 3456" in texts_in(view)
    view.leave()
    assert view.receipt == ""
    assert "1234" not in texts_in(view)


def test_a_window_closed_before_the_number_was_noted_asks_once(qtbot: QtBot, window: EntryWindow) -> None:
    def question() -> Dialog:
        (asked,) = [one for one in view.findChildren(Dialog) if one.isVisible()]
        return asked

    closed: list[bool] = []
    window.closed.connect(lambda: closed.append(True))
    for noted in (False, True):
        window.show()
        view = ReceiptView("1234567890123456")
        window.show_content(view)
        view.noted.setChecked(noted)
        window.close()
        if not noted:
            assert window.isVisible()
            assert view.receipt
            press(question(), "Show it again")
            window.close()
            press(question(), "Close all the same")
            assert view.receipt == ""
        assert not window.isVisible()
        assert closed.pop()
        assert not closed


def test_a_failure_keeps_the_text_on_the_screen(qtbot: QtBot, window: EntryWindow) -> None:
    entry = Entry()
    _made, view = writing(qtbot, window, entry)
    entry.failure = BoxFull()
    view.text.edit.setPlainText("本文")
    view.send()
    wait(qtbot, background.idle)
    assert window.content is view
    assert view.text.text() == "本文"
    wait(qtbot, lambda: "no room left for the report box" in texts_in(view))
    entry.failure = None
    view.send()
    wait(qtbot, background.idle)
    assert isinstance(window.content, ReceiptView)


def test_a_box_that_cannot_be_reached_says_so(qtbot: QtBot, window: EntryWindow) -> None:
    made = BoxFlow(window, Entry(BoxUnreachable()), "試験空調", window)  # type: ignore[arg-type]
    told: list[object] = []
    made.blocked.connect(told.append)
    made.begin()
    wait(qtbot, background.idle)
    assert [type(error) for error in told] == [BoxUnreachable]


def test_a_full_box_says_so_before_a_text_is_written(qtbot: QtBot, window: EntryWindow) -> None:
    entry = Entry()
    entry.full = True
    made = flow(qtbot, window, entry)
    told: list[object] = []
    made.blocked.connect(told.append)
    window.content.write_wanted.emit()  # type: ignore[attr-defined]
    wait(qtbot, background.idle)
    assert [type(error) for error in told] == [BoxFull]
    assert isinstance(window.content, ReportStartView)


def test_protection_and_outside_desks_are_one_click_away(qtbot: QtBot, window: EntryWindow) -> None:
    flow(qtbot, window, Entry())
    start = window.content
    assert isinstance(start, ReportStartView)
    start.protection_button.click()
    view = window.content
    assert isinstance(view, ProtectionView)
    text = texts_in(view)
    assert "03-3507-9262" in text
    assert "Nobody may search for who wrote a report" in text
    assert view.back_button is not None
    view.back_button.click()
    wait(qtbot, background.idle)
    assert isinstance(window.content, ReportStartView)


def test_markup_in_a_report_is_shown_as_text(qtbot: QtBot) -> None:
    messages = Messages()
    qtbot.addWidget(messages)
    messages.show_messages(REPORT.messages)
    messages.show()
    assert MARKUP in texts_in(messages)
    assert MARKUP in [spoken(one) for one in messages.findChildren(QLabel)]
    thread = ThreadView(None, OpenedReport(REPORT, None))  # type: ignore[arg-type]
    qtbot.addWidget(thread)
    thread.show()
    assert MARKUP in texts_in(thread)


class SecondSending:
    """A desk that takes a report a second time."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, frozenset[str]]] = []

    def add(self, *_what: object) -> OpenedReport:
        raise AssertionError("nobody could read what is added")

    def send_again(self, opened: OpenedReport, text: str, accounts: frozenset[str]) -> OpenedReport:
        if not accounts:
            raise NoReader("readers")
        self.sent.append((text, accounts))
        return OpenedReport(opened.report, opened.case)


def test_the_writer_hears_that_nobody_can_open_it_and_sends_it_again(qtbot: QtBot) -> None:
    desk = SecondSending()
    lost = OpenedReport(REPORT, None, REPORT.readers, (READER,))  # type: ignore[arg-type]
    thread = ThreadView(desk, lost)  # type: ignore[arg-type]
    qtbot.addWidget(thread)
    thread.show()
    assert "Nobody can open your report any more" in texts_in(thread)
    thread.send()
    wait(qtbot, background.idle)
    assert desk.sent == []
    assert thread.form.fields["readers"].error.text()
    assert thread.readers is not None
    thread.readers.boxes[READER.account].setChecked(True)
    thread.send()
    wait(qtbot, background.idle)
    assert desk.sent == [("", frozenset({READER.account}))]
    assert not thread.form.fields["readers"].isVisible()
    assert "Nobody can open your report any more" not in texts_in(thread)


def test_the_writer_hears_who_of_several_can_no_longer_open_it(qtbot: QtBot) -> None:
    other = replace(READER.named(), account="b" * 32, name="副責任 五郎")
    report = replace(REPORT, readers=(*REPORT.readers, other))
    thread = ThreadView(None, OpenedReport(report, None, (other,), (READER,)))  # type: ignore[arg-type]
    qtbot.addWidget(thread)
    thread.show()
    assert "副責任 五郎: the key was replaced" in texts_in(thread)
    assert "The others can" in texts_in(thread)
    assert thread.readers is None


def test_a_reader_with_a_new_key_hears_of_the_former_one(desk: FrontDesk) -> None:
    section = section_of(desk)
    told = InboxView(
        (), 0, 0, remade=False, unread=0, grown=False, fingerprint="8D0A", key_replaced=date(2026, 11, 20)
    )
    section.show_read(told)
    desk.calm()
    assert "A report that was sealed to your former key alone opens for nobody" in texts_in(section)
    section.show_read(replace(told, key_replaced=None))
    desk.calm()
    assert "former key" not in texts_in(section)


def test_whoever_is_chosen_in_the_list_the_box_looks_the_same(
    qtbot: QtBot, qapp: QApplication, real: RealOffice
) -> None:
    with desk_on(real.home, qtbot, qapp) as desk:
        views = []
        for name in (NAMES[Role.OWNER], SECOND_OWNER):
            login = seen(qtbot, desk, LoginView)
            wait(qtbot, background.idle)
            login.choose(real.accounts[name])
            login.passphrase.edit.setText("half typed")
            login.report_button.click()
            start = seen(qtbot, desk, ReportStartView)
            start.write_wanted.emit()
            view = seen(qtbot, desk, ReportWriteView)
            views.append(texts_in(view))
            view.leave()
            wait(qtbot, background.idle)
            start = seen(qtbot, desk, ReportStartView)
            start.left.emit()
            wait(qtbot, lambda: isinstance(shown(desk), LoginView))
        assert views[0] == views[1]


def test_the_box_is_written_at_each_of_its_moments_and_when_it_is_used_at_no_other(
    qtbot: QtBot, qapp: QApplication, real: RealOffice
) -> None:
    box = real.home / FILE_NAME
    with desk_on(real.home, qtbot, qapp) as desk:
        seen(qtbot, desk, LoginView)
        calm(qtbot)
        assert desk.flow is not None
        rounds = desk.flow._box_rounds
        assert rounds.isActive()
        assert 0 < rounds.interval() <= 60_000
        rounds.stop()  # a regular write may be due just now
        calm(qtbot)
        started = box.read_bytes()

        login = seen(qtbot, desk, LoginView)
        login.report_button.click()
        seen(qtbot, desk, ReportStartView).write_wanted.emit()
        write = seen(qtbot, desk, ReportWriteView)
        write.text.edit.setPlainText("本文")
        write.readers.choose(frozenset({real.accounts[SECOND_OWNER]}))
        write.send()
        until_waiting(qtbot, desk)
        assert box.read_bytes() == started, "using the box wrote into it"
        rounds.timeout.emit()
        rounds.start()
        seen(qtbot, desk, ReceiptView).leave()
        calm(qtbot)
        turned = box.read_bytes()
        assert turned != started
        assert len(turned) == len(started)

        window = log_in(qtbot, desk, real, NAMES[Role.OWNER])
        assert not rounds.isActive()
        logged_in = box.read_bytes()
        assert logged_in != turned
        window.lock()
        calm(qtbot)
        assert box.read_bytes() != logged_in


def test_a_report_that_waits_goes_out_when_the_window_is_closed(
    qtbot: QtBot, qapp: QApplication, real: RealOffice
) -> None:
    with desk_on(real.home, qtbot, qapp) as desk:
        login = seen(qtbot, desk, LoginView)
        calm(qtbot)
        before = taken(real)  # the first login window makes the box, with places that only look taken
        login.report_button.click()
        seen(qtbot, desk, ReportStartView).write_wanted.emit()
        write = seen(qtbot, desk, ReportWriteView)
        write.text.edit.setPlainText("閉じる前に")
        write.readers.choose(frozenset({real.accounts[SECOND_OWNER]}))
        assert desk.flow is not None
        desk.flow._box_rounds.stop()
        write.send()
        until_waiting(qtbot, desk)
        window = desk.flow.window
        window.close()
        assert window.isVisible(), "the number is still to come"
        assert seen(qtbot, desk, ReportWriteView) is write
        press(closing_question(write), "Close all the same")
        assert not window.isVisible()
        calm(qtbot)
        assert taken(real) == before + 1


def closing_question(view: ReportWriteView) -> Dialog:
    (asked,) = [one for one in view.findChildren(Dialog) if one.isVisible()]
    return asked


@pytest.mark.parametrize("answered", [True, False])
def test_who_waits_after_closing_the_window_gets_the_number(
    qtbot: QtBot, window: EntryWindow, answered: bool
) -> None:
    entry = Entry()
    _made, view = writing(qtbot, window, entry)
    under_seal = Event()
    send = entry.send

    def wait_and_send(*what: object) -> str:
        under_seal.wait(20)
        return send(*what)

    entry.send = wait_and_send  # type: ignore[method-assign]
    view.text.edit.setPlainText("本文")
    view.readers.choose(frozenset({READER.account}))
    window.close()
    assert not window.isVisible(), "nothing is sent yet, and nothing asks"
    window.show()
    view.send()
    try:
        for _time in range(2):
            window.close()
            assert window.isVisible()
        question = closing_question(view)
        if answered:
            press(question, "Wait for the number")
    finally:
        under_seal.set()
    wait(qtbot, lambda: isinstance(window.content, ReceiptView))
    assert "1234 5678 9012 3456" in texts_in(window)
    assert QApplication.activeModalWidget() is None


def until_waiting(qtbot: QtBot, desk: Desk) -> None:
    """Until what is sent waits for the next regular write."""
    waiting = desk.entry.report_desk()._box._rounds
    wait(qtbot, lambda: bool(waiting._waiting))


def taken(real: RealOffice) -> int:
    """How many places of the box are taken."""
    return len(writable_files_of(real.entry()._required_sealed()._book).read().cases)


def log_in(qtbot: QtBot, desk: Desk, real: RealOffice, name: str) -> MainWindow:
    view = seen(qtbot, desk, LoginView)
    view.choose(real.accounts[name])
    view.passphrase.edit.setText(passphrase_of(name))
    assert view.primary is not None
    view.primary.click()
    seen(qtbot, desk, PinView).skipped.emit()
    wait(qtbot, lambda: desk.window is not None)
    calm(qtbot)
    assert desk.window is not None
    return desk.window


# The readers' side


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, secret_service: object) -> RealOffice:
    return new_real_office(tmp_path_factory.mktemp("reports") / "office", names=[SECOND_OWNER])


@pytest.fixture
def desk(real: RealOffice, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_window(real, qtbot, Role.OWNER) as opened:
        yield opened


def section_of(desk: FrontDesk) -> ReportsSection:
    desk.go("safeguards", section="reports")
    found = desk.page.section
    assert isinstance(found, ReportsSection)
    return found


def write(real: RealOffice, text: str = "本文", *names: str) -> None:
    accounts = [real.accounts[name] for name in names or (NAMES[Role.OWNER],)]
    real.entry().report_desk().send(ReportCategory.LAW, text, "", accounts)


def test_a_report_is_answered_noted_and_closed(desk: FrontDesk, real: RealOffice) -> None:
    write(real, "答えてください")
    section = section_of(desk)
    section._open(section.table.current())
    desk.calm()
    dialog = desk.dialog()
    assert isinstance(dialog, ReportDialog)
    dialog.send()
    desk.calm()
    assert dialog.form.fields["text"].error.text(), "an empty answer is refused"
    dialog.text.edit.setPlainText("回答")
    dialog.send()
    desk.calm()
    dialog.to.setCurrentIndex(1)
    dialog.text.edit.setPlainText("メモ")
    dialog.send()
    desk.calm()
    assert [one.text for one in dialog.row.report.messages] == ["答えてください", "回答"]
    assert [one.text for one in dialog.row.notes.notes] == ["メモ"]
    dialog.reject()
    desk.calm()


def test_handing_over_needs_a_note_and_says_to_whom(desk: FrontDesk, real: RealOffice) -> None:
    write(real, "引き継ぎ")
    row = desk.office.reports.inbox(desk.actor).rows[0]
    dialog = HandOverDialog(desk.window.context, row)
    dialog.open()
    desk.calm()
    assert [dialog.to.itemText(at) for at in range(dialog.to.count())] == [one.name for one in row.handed_on]
    dialog.hand_over()
    desk.calm()
    assert dialog.isVisible()
    dialog.reject()


def test_a_damaged_box_and_a_missing_one_are_told(desk: FrontDesk, real: RealOffice) -> None:
    section_of(desk)
    box = real.home / FILE_NAME
    box.write_bytes(bytes(3 * PLACE_BYTES) + box.read_bytes()[3 * PLACE_BYTES :])
    real.entry().stir_report_box()
    assert "damaged" in texts_in(section_of(desk))
    box.unlink()
    section = section_of(desk)
    desk.calm()
    assert "was missing" in texts_in(section)
    section._understood()
    desk.calm()
    assert "was missing" not in texts_in(section)
    for path in (real.home / DAMAGED_FOLDER).iterdir():
        path.unlink()


def test_a_box_that_cannot_be_read_offers_to_try_again(desk: FrontDesk) -> None:
    def fail(_actor: object) -> None:
        raise BoxUnreachable

    section = section_of(desk)
    with replaced(desk.office.reports, "inbox", fail):
        section.refresh()
        desk.calm()
        assert section.pane.failure.isVisible()
    section.refresh()
    desk.calm()
    assert not section.pane.failure.isVisible()


def test_the_form_is_shown_before_it_is_printed(desk: FrontDesk) -> None:
    section = section_of(desk)
    desk.click(section.form_button)
    assert desk.dialog().accessibleName() == "Paper form"
    desk.dialog().reject()


def test_who_removes_or_resets_a_reader_hears_of_reports_whether_there_are_any(desk: FrontDesk) -> None:
    member = next(one for one in desk.office.accounts.list(desk.actor) if one.name == SECOND_OWNER)
    for dialog in (RemovalDialog(desk.window.context, member), ResetDialog(desk.window.context, member)):
        dialog.open()
        desk.calm()
        assert f"sealed to {SECOND_OWNER} alone" in texts_in(dialog)
        dialog.reject()


def test_a_reader_finds_the_due_answer_in_the_calendar_of_duties(desk: FrontDesk, real: RealOffice) -> None:
    write(real, "期限")
    case = next(
        row.case
        for row in desk.office.reports.inbox(desk.actor).rows
        if row.report.messages[0].text == "期限"
    )
    desk.go("safeguards", section="reports", report=case)
    dialog = desk.dialog()
    assert isinstance(dialog, ReportDialog)
    assert dialog.row.case == case
    dialog.reject()
    desk.calm()


def test_a_flood_is_told_and_sorted_out_in_one_go(desk: FrontDesk, real: RealOffice) -> None:
    box = real.entry().report_desk()
    to = [real.accounts[NAMES[Role.OWNER]]]
    for number in range(20):
        box.send(ReportCategory.OTHER, f"あふれ {number}", "", to)
    box.send(ReportCategory.LAW, "本物", "", to)
    section = section_of(desk)
    unread = sum(row.report.state is ReportState.NEW for row in section.table.rows())  # type: ignore[attr-defined]
    assert f"{unread} reports to you are unread" in texts_in(section)
    (note,) = section.findChildren(WarningBox)
    desk.click(note.button)
    dialog = desk.dialog()
    assert isinstance(dialog, FloodDialog)
    assert dialog.primary is not None
    assert not dialog.primary.isEnabled(), "nothing is ticked beforehand"
    dialog.tick_all()
    assert len(dialog.chosen()) == unread
    (genuine,) = dialog.listed.findItems("本物", Qt.MatchFlag.MatchContains)
    genuine.setCheckState(Qt.CheckState.Unchecked)
    assert dialog.primary.text() == f"Delete {unread - 1} reports"
    desk.click(dialog.primary)
    rows = desk.office.reports.inbox(desk.actor).rows
    assert [row.report.messages[0].text for row in rows if row.report.state is ReportState.NEW] == ["本物"]
    assert not section_of(desk).findChildren(WarningBox)


def test_who_is_not_flooded_hears_of_a_grown_box(desk: FrontDesk) -> None:
    section = section_of(desk)
    section.show_read(InboxView((), 0, 0, remade=False, unread=0, grown=True, fingerprint="8D0A"))
    desk.calm()
    assert "far more reports than is usual" in texts_in(section)
    section.refresh()
    desk.calm()
