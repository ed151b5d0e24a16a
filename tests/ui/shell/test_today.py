"""Today's page: everything that waits is one click or one key from its work, for each role its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.calendar.plans import AGREED, PlanRecord
from hvacdesk.domain.calls.call_notes import CallNoteRecord, CallSubject
from hvacdesk.domain.incidents.incidents import OpenIncident
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.jobs.jobs import WorkKind
from hvacdesk.domain.oversight.duties import Duty, DutyKind
from hvacdesk.domain.papers.register import NewPaper, PaperKind, PaperState
from hvacdesk.domain.requests.requests import IdentityCheck, NewRequest, RequestKind, RequestWay
from hvacdesk.domain.roles import Role
from hvacdesk.services.incidents.incidents import Happening
from hvacdesk.ui.calls.note_dialog import CallNoteDialog
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.pages.attention_card import DUTIES_SHOWN
from hvacdesk.ui.pages.today import TodayPage
from hvacdesk.ui.pages.waiting_box import LINES_SHOWN
from hvacdesk.ui.requests.request_dialog import RequestDialog
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.task_list import TaskLine, TaskList, TaskRow
from hvacdesk.vault.errors import DatabaseBusy
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import (
    SHOP,
    TANAKA,
    TODAY,
    FrontDesk,
    book,
    open_desk,
    open_window,
)
from tests.helpers.identity_checks import check_identity
from tests.helpers.real_office import SECOND_OWNER, RealOffice, new_real_office
from tests.helpers.secret_service import SecretService

LATE = CallNoteRecord(
    caller_name="渡辺 香織",
    phone="090-1111-2222",
    subject=CallSubject.BREAKDOWN,
    text="冷えない",
    call_back_by="2026-11-24T09:00",
)


@pytest.fixture
def owner(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "owner", qtbot, Role.OWNER) as opened:
        opened.go("today")
        yield opened


def rows(part: QWidget) -> list[TaskRow]:
    return [row for row in part.findChildren(TaskRow) if row.isVisible()]


def noted(desk: FrontDesk, *records: CallNoteRecord) -> None:
    for record in records:
        desk.office.call_notes.take(desk.actor, record)
    desk.page.refresh()
    desk.calm()


def drawn_in_red(row: QWidget) -> bool:
    """Whether any of a line is drawn in the colour of what is wrong, however thin the strokes."""
    image, wanted = row.grab().toImage(), QColor(theme.colours.bad).hue()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    colours = (image.pixelColor(x, y) for x, y in places)
    return any(colour.saturation() > 100 and abs(colour.hue() - wanted) < 10 for colour in colours)


def test_a_small_screen_shows_who_goes_and_the_state(desk: FrontDesk) -> None:
    desk.window.resize(1280, 698)
    desk.calm()
    assert {"Staff", "State"} <= set(desk.page.table.titles())


class TestBeforeItIsRead:
    """A page that first says that nobody waits for a call, though somebody does, says what is not true."""

    def test_it_shows_nothing_but_its_title(self, desk: FrontDesk) -> None:
        noted(desk, LATE)
        page = TodayPage(desk.window.context, desk.window)
        page.show()
        assert "call" not in texts_in(page)
        desk.wait(lambda: "open call notes: 1" in texts_in(page))
        assert "Nobody waits for a call." not in texts_in(page)

    def test_what_cannot_be_read_has_no_numbers(
        self, desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_arguments: object) -> None:
            raise DatabaseBusy

        monkeypatch.setattr(desk.office.today_page, "overview", refuse)
        page = TodayPage(desk.window.context, desk.window)
        page.show()
        desk.wait(lambda: "Try again" in texts_in(page))
        assert "open call notes: –" in texts_in(page)
        assert "Nobody waits for a call." not in texts_in(page)


class TestCalls:
    def test_mine_are_first_and_what_is_late_says_so_in_red_words(self, desk: FrontDesk) -> None:
        mine = CallNoteRecord(caller_name="森 茂", text="鍵", for_account=desk.actor.account)
        noted(desk, LATE, mine)
        card = desk.page.calls
        assert [row.line.text for row in card.mine.rows] == ["森 ●●  Other"]
        (late,) = card.others.rows
        assert late.line.alarm == "Overdue: today 09:00"
        assert "冷えない" in late.line.note
        assert drawn_in_red(late)
        assert not drawn_in_red(card.mine.rows[0])
        assert desk.page.calls_tile._number.text() == "2"
        assert "1111" not in texts_in(desk.window)

    def test_one_key_leads_to_it_and_enter_opens_it(self, desk: FrontDesk) -> None:
        noted(desk, LATE)
        desk.go("settings")
        desk.key(desk.window, Qt.Key.Key_F3)
        desk.wait(lambda: rows(desk.page.calls) and rows(desk.page.calls)[0].hasFocus())
        desk.key(rows(desk.page.calls)[0], Qt.Key.Key_Return)
        dialog = desk.dialog()
        assert isinstance(dialog, CallNoteDialog)
        dialog.finish_wanted.emit()
        desk.calm()
        form = desk.dialog()
        form.save()  # type: ignore[attr-defined]
        desk.wait(lambda: rows(desk.page.calls) == [])
        assert "Nobody waits for a call." in texts_in(desk.page.calls)

    def test_a_click_on_the_number_leads_to_the_list(self, desk: FrontDesk) -> None:
        noted(desk, LATE)
        desk.click(desk.page.calls_tile)
        assert desk.window._current == "calls"
        assert len(desk.page.table.rows()) == 1


class TestWhatElseWaits:
    def test_an_empty_page_says_so_in_words(self, template: RealOffice, tmp_path: Path, qtbot: QtBot) -> None:
        with open_desk(template, tmp_path / "technician", qtbot, Role.TECHNICIAN) as desk:
            shown = texts_in(desk.page)
            assert "No jobs today" in shown
            assert "Nobody waits for a call." in shown
            assert not desk.page.attention.isVisible()
            assert rows(desk.page) == []

    def test_each_role_sees_its_own(self, template: RealOffice, tmp_path: Path, qtbot: QtBot) -> None:
        home = tmp_path / "roles"
        with open_desk(template, home, qtbot) as desk:
            account = template.accounts["作業 三郎"]
            noted(desk, LATE, CallNoteRecord(caller_name="森 茂", text="鍵", for_account=account))
        real = RealOffice(home, template.clock, template.accounts)
        with open_window(real, qtbot, Role.TECHNICIAN) as desk:
            assert [row.line.text for row in rows(desk.page)] == ["森 ●●  Other"]
            assert not desk.page.overdue_tile.isVisible()
        with open_window(real, qtbot, Role.ACCOUNTING) as desk:
            assert len(rows(desk.page.calls)) == 2
            assert not desk.page.attention.isVisible()

    def test_recurring_work_that_nobody_booked_is_one_click_away(self, desk: FrontDesk) -> None:
        customer = desk.customer(TANAKA)
        site = desk.office.jobs.sites(desk.actor, customer)[0].site
        for day in ("2026-12-07", "2026-12-20"):
            desk.office.plans.keep(desk.actor, PlanRecord(customer, site, WorkKind.INSPECT, AGREED, 12, day))
        desk.page.refresh()
        desk.calm()
        (line,) = rows(desk.page.attention)
        assert line.line.text == "田中 ●●  Inspection"
        assert "Mon 7 Dec" in line.line.note
        desk.click(line)
        assert desk.window._current == "schedule"

    def test_the_review_of_the_month_is_one_click_away(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        clock = template.clock
        before = clock.now
        try:
            clock.pass_time(days=2)
            with open_desk(template, tmp_path / "late", qtbot, Role.OWNER) as desk:
                (line,) = [row for row in rows(desk.page.attention) if "November 2026" in row.line.text]
                desk.click(line)
                desk.wait(lambda: desk.window._current == "disposal")
                desk.wait(lambda: "November 2026" in desk.page.title_label.text())
        finally:
            clock.now = before

    def test_a_recovery_sheet_of_a_year_ago_is_to_be_renewed(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        clock = template.clock
        before = clock.now
        try:
            clock.pass_time(days=366)
            with open_desk(template, tmp_path / "year", qtbot, SECOND_OWNER) as desk:  # type: ignore[arg-type]
                texts = [row.line.text for row in rows(desk.page.backups)]
                assert "Renew the recovery sheet" in texts
        finally:
            clock.now = before


def reported(desk: FrontDesk, kind: IncidentKind = IncidentKind.MIS_SENT) -> OpenIncident:
    """A leak that somebody reported."""
    desk.office.incidents.report(desk.actor, Happening(kind, "A FAX went to a wrong number."))
    desk.go("today")
    desk.calm()
    return desk.office.incidents.open(desk.actor)[0]


class TestLeaks:
    """What warns of a leak goes when somebody says that they work on it, and not because they read it."""

    def test_to_read_a_report_quiets_nothing(self, owner: FrontDesk) -> None:
        assert not owner.page.urgent.isVisible()
        incident = reported(owner)
        (line,) = rows(owner.page.urgent)
        assert line.line.alarm == "Nobody works on it yet.  Preliminary report of a leak  by Sat 28 Nov"
        assert drawn_in_red(line)
        owner.click(line)
        owner.wait(lambda: owner.office.incidents.get(owner.actor, incident.incident).seen_at)
        owner.calm()
        view = owner.page.section.view
        assert view.state.text == "not begun"
        assert "read it first" in view.begin_button.toolTip()
        assert not view.close_button.isVisible()
        owner.go("today")
        owner.calm()
        assert rows(owner.page.urgent)[0].line.alarm == line.line.alarm

    def test_who_says_that_they_work_on_it_finds_it_among_the_rest(self, owner: FrontDesk) -> None:
        reported(owner)
        owner.click(rows(owner.page.urgent)[0])
        owner.wait(lambda: owner.page.section.view.incident)
        view = owner.page.section.view
        owner.click(view.begin_button)
        owner.wait(view.close_button.isVisible)
        assert not view.begin_button.isVisible()
        owner.go("today")
        owner.calm()
        assert not owner.page.urgent.isVisible()
        (line,) = [row for row in rows(owner.page.attention) if "I-0001" in row.line.text]
        assert line.line.note == "Being worked on  Preliminary report of a leak  by Sat 28 Nov"
        assert not line.line.alarm

    def test_what_is_begun_and_late_warns_again(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        clock = template.clock
        before = clock.now
        home = tmp_path / "late"
        try:
            with open_desk(template, home, qtbot, Role.OWNER) as desk:
                desk.office.incidents.begin(desk.actor, reported(desk).incident)
            clock.pass_time(days=6)
            with open_window(RealOffice(home, clock, template.accounts), qtbot, Role.OWNER) as desk:
                (line,) = rows(desk.page.urgent)
                assert "Overdue: Sat 28 Nov" in line.line.alarm
        finally:
            clock.now = before

    def test_a_lost_paper_is_there_for_the_desk_and_for_who_handles_it(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        home = tmp_path / "lost"
        with open_desk(template, home, qtbot) as desk:
            customer = desk.customer(TANAKA)
            paper = desk.office.papers.file(desk.actor, NewPaper(PaperKind.CONTRACT, customer))
            desk.office.papers.register_return(desk.actor, paper.paper, PaperState.LOST)
            desk.go("today")
            desk.calm()
            (line,) = rows(desk.page.urgent)
            assert line.line.text == f"Lost paper {paper.number}"
            desk.click(line)
            assert desk.window._current == "work_orders"
        real = RealOffice(home, template.clock, template.accounts)
        with open_window(real, qtbot, Role.OWNER) as desk:
            (line,) = rows(desk.page.urgent)
            assert line.line.text == f"Incident I-0001  Paper lost  {paper.number}"
            desk.office.incidents.look_at(desk.actor, desk.office.incidents.open(desk.actor)[0].incident)
        with open_window(real, qtbot, Role.DESK) as desk:
            assert [row.line.text for row in rows(desk.page.urgent)] == [f"Lost paper {paper.number}"]
            desk.office.papers.register_return(desk.actor, paper.paper, PaperState.KEPT)
            desk.go("today")
            desk.calm()
            assert not desk.page.urgent.isVisible()
            assert f"Paper {paper.number} was found again" in texts_of(desk.page.attention)
        with open_window(real, qtbot, Role.OWNER) as desk:
            (line,) = rows(desk.page.urgent)
            assert "Its papers were found again" in line.line.note
            desk.office.incidents.begin(desk.actor, desk.office.incidents.open(desk.actor)[0].incident)
        with open_window(real, qtbot, Role.DESK) as desk:
            assert not any(paper.number in text for text in texts_of(desk.page.attention))

    def test_the_others_are_counted_and_lead_to_the_list(self, owner: FrontDesk) -> None:
        for _ in range(LINES_SHOWN + 1):
            reported(owner)
        lines = rows(owner.page.urgent)
        assert lines[-1].line.text == "2 more incidents that wait"
        owner.click(lines[0])
        owner.calm()
        owner.go("today")
        owner.calm()
        owner.click(rows(owner.page.urgent)[-1])
        owner.calm()
        assert len(owner.page.section.list.table.rows()) == LINES_SHOWN + 1
        assert owner.page.section.list.isVisible()


class TestRequestsNobodyBeganWith:
    """An answer is owed without delay: such a request is seen in the morning, however much else has a day."""

    def test_it_stands_over_everything_else_until_it_is_begun(self, owner: FrontDesk) -> None:
        request = requested(owner)
        (line,) = rows(owner.page.requests)
        assert line.line.text == "A customer's request R-0001"
        assert line.line.note == "Nobody has begun with it. First check who asks.  by Tue 8 Dec"
        assert not line.line.alarm
        assert owner.page.requests.geometry().bottom() < owner.page.table.mapTo(owner.page, QPoint()).y()
        assert not [text for text in texts_of(owner.page.attention) if "R-0001" in text]
        owner.click(line)
        dialog = owner.dialog()
        assert isinstance(dialog, RequestDialog)
        assert dialog.row.request == request
        dialog.reject()
        check_identity(owner.office.requests, owner.actor, request, IdentityCheck.LICENCE)
        owner.go("today")
        owner.wait(lambda: not owner.page.requests.isVisible())
        assert "Answer to a request  R-0001" in texts_of(owner.page.attention)

    def test_one_that_is_begun_is_named_though_many_other_things_come_before_it(
        self, owner: FrontDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        today = owner.window.context.today()
        others = [Duty(DutyKind.PARTNER_CHECK, today, f"見本設備{number}") for number in range(DUTIES_SHOWN)]
        answer = Duty(DutyKind.REQUEST, today + timedelta(days=14), "R-0001", "r")
        last = Duty(DutyKind.WARRANTIES, today + timedelta(days=14), "11")
        monkeypatch.setattr(
            owner.office.today_page._duties, "pressing", lambda *_arguments: (*others, answer, last)
        )
        owner.page.refresh()
        owner.page._read()
        owner.calm()
        named = texts_of(owner.page.attention)
        assert "Answer to a request  R-0001" in named
        assert "1 more dated task" in named

    def test_one_that_is_late_says_so_in_red_words(self, owner: FrontDesk) -> None:
        requested(owner, on="2026-11-09")
        (line,) = rows(owner.page.requests)
        assert line.line.alarm == "Overdue: Mon 23 Nov"
        assert drawn_in_red(line)

    def test_the_others_are_counted_and_lead_to_the_list(self, owner: FrontDesk) -> None:
        for _ in range(LINES_SHOWN + 1):
            requested(owner)
        last = rows(owner.page.requests)[-1]
        assert last.line.text == "2 more requests that nobody has begun with"
        owner.click(last)
        owner.calm()
        assert len(owner.page.section.table.rows()) == LINES_SHOWN + 1

    def test_who_keeps_no_requests_finds_none(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        home = tmp_path / "others"
        with open_desk(template, home, qtbot, Role.OWNER) as desk:
            requested(desk)
        with open_window(RealOffice(home, template.clock, template.accounts), qtbot, Role.TECHNICIAN) as desk:
            assert not desk.page.requests.isVisible()


def requested(desk: FrontDesk, on: str = TODAY) -> str:
    """A request that came in on that day."""
    new = NewRequest(RequestKind.DISCLOSURE, RequestWay.COUNTER, on, desk.customer(TANAKA))
    request = desk.office.requests.receive(desk.actor, new)
    desk.page.refresh()
    desk.calm()
    return request


def texts_of(part: QWidget) -> list[str]:
    return [row.line.text for row in rows(part)]


class TestTheList:
    def test_arrow_keys_walk_and_the_place_is_kept(self, qtbot: QtBot) -> None:
        done: list[str] = []
        made = TaskList("Tasks")
        qtbot.addWidget(made)
        lines = [TaskLine(text, lambda text=text: done.append(text)) for text in ("a", "b", "c")]  # type: ignore[misc]
        made.set_lines(lines)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        made.rows[0].setFocus()
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
            qtbot.keyClick(QApplication.focusWidget(), key)
        assert made.rows[1].hasFocus()
        qtbot.keyClick(made.rows[1], Qt.Key.Key_Space)
        made.set_lines(lines)
        assert made.rows[1].hasFocus()
        assert done == ["b"]
        assert made.minimumSizeHint().width() < theme.px(200)


class TestFirstWeek:
    """Today's page of a new office says what comes first, until it is done or unwanted."""

    @pytest.fixture
    def fresh(self, tmp_path: Path, qtbot: QtBot, secret_service: SecretService) -> Iterator[FrontDesk]:
        with open_window(new_real_office(tmp_path / "fresh"), qtbot, Role.OWNER) as opened:
            opened.go("today")
            yield opened

    def steps(self, desk: FrontDesk) -> dict[str, bool]:
        return {row.line.text: row.line.chip is not None for row in desk.page.first_week.steps.rows}

    def test_what_papers_say_of_the_office_is_told_as_it_is(self, fresh: FrontDesk) -> None:
        said = texts_in(fresh.page.first_week)
        assert "work orders only the phone." in said
        assert "every paper" not in said

    def test_each_line_leads_to_its_work_and_is_ticked_by_what_is_there(self, fresh: FrontDesk) -> None:
        assert fresh.page.first_week.isVisible()
        assert not self.steps(fresh)["Book the first job"]
        customer = fresh.office.customers.add(fresh.actor, SHOP, with_site=True)
        book(fresh.office, fresh.actor, customer, "10:00", "11:00", on="2026-11-30")
        fresh.window.refresh()
        fresh.calm()
        done = self.steps(fresh)
        assert done["Book the first job"]
        assert done["Bring in your customer list"]
        said = {row.line.text: row.line.chip for row in fresh.page.first_week.steps.rows}
        assert said["Bring in your customer list"].text == "Customers are registered", (
            "no list was brought in"
        )
        assert not done["Print the first work order"]
        steps = fresh.page.first_week.steps.rows
        fresh.click(next(one for one in steps if one.line.text == "Invite those who work here"))
        assert fresh.window._current == "settings"
        assert fresh.page.accounts.isVisible()
        fresh.go("today")
        fresh.click(next(r for r in fresh.page.first_week.steps.rows if "register the first" in r.line.text))
        assert isinstance(fresh.dialog(), CustomerForm)

    def test_it_is_hidden_for_good_when_unwanted(self, fresh: FrontDesk) -> None:
        fresh.click(fresh.page.first_week.hide_button)
        fresh.wait(lambda: not fresh.page.first_week.isVisible())
        assert "No jobs today" in texts_in(fresh.window)
        fresh.window.rebuild()
        fresh.calm()
        assert fresh.office.today_page.overview(fresh.actor).first_week == ()
