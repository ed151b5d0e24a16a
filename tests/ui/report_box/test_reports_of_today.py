"""Today's page counts the reports that nobody has read, for whom they are sealed to and nobody else."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.report_box.report_box import ReportCategory
from hvacdesk.domain.roles import Role
from hvacdesk.services.open_office import Office
from hvacdesk.ui.report_box.reports_section import ReportsSection
from hvacdesk.vault.report_box.report_box_errors import BoxBusy
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_window
from tests.helpers.real_office import NAMES, SECOND_OWNER, RealOffice, new_real_office
from tests.helpers.seats import seat_of

pytestmark = pytest.mark.usefixtures("secret_service")
TEXT = "社長の車のこと"
ONE, TWO = (f"Report box: {count} that nobody has read" for count in ("1 report", "2 reports"))


@pytest.fixture
def real(tmp_path_factory: pytest.TempPathFactory) -> RealOffice:
    return new_real_office(tmp_path_factory.mktemp("reports") / "office")


def write(real: RealOffice, name: str) -> None:
    """At the login window, without a login."""
    real.entry().report_desk().send(ReportCategory.LAW, TEXT, "", [real.accounts[name]])


def lines(desk: FrontDesk) -> list[str]:
    """What waits on today's page that speaks of the box."""
    assert desk.window._current == "today"
    attention = desk.page.attention
    assert TEXT not in texts_in(attention)
    found = [one.line.text for one in attention.tasks.rows if "box" in one.line.text]
    assert not found or attention.isVisible()
    return found


def a_minute_later(desk: FrontDesk) -> list[str]:
    desk.window.context.changes.aged.emit()
    desk.calm()
    return lines(desk)


def at_a_seat(office: Office, actor: object) -> Office:
    return seat_of(office, actor)[0]  # type: ignore[arg-type]


def opened(real: RealOffice, qtbot: QtBot, who: Role, *, seat: bool) -> AbstractContextManager[FrontDesk]:
    return open_window(real, qtbot, who, reach=at_a_seat if seat else None)


@pytest.mark.parametrize("seat", [False, True], ids=["office-pc", "seat"])
def test_a_reader_sees_how_many_nobody_has_read_and_goes_there_with_a_click(
    qtbot: QtBot, real: RealOffice, seat: bool
) -> None:
    write(real, SECOND_OWNER)
    write(real, NAMES[Role.OWNER])
    write(real, NAMES[Role.OWNER])
    with opened(real, qtbot, Role.OWNER, seat=seat) as desk:
        desk.wait(lambda: lines(desk) == [TWO])  # a third one is sealed to somebody else
        (row,) = [one for one in desk.page.attention.tasks.rows if one.line.text == TWO]
        desk.click(row)
        section = desk.page.section
        assert isinstance(section, ReportsSection)
        section._open(section.table.current())
        desk.calm()
        desk.dialog().reject()
        desk.go("today")
        desk.wait(lambda: lines(desk) == [ONE])
        for found in desk.office.reports.inbox(desk.actor).rows:
            desk.office.reports.read(desk.actor, found.case)
        assert a_minute_later(desk) == []


def test_what_comes_while_somebody_looks_is_told_at_the_next_login_or_day(
    qtbot: QtBot, real: RealOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(real, NAMES[Role.OWNER])
    with opened(real, qtbot, Role.OWNER, seat=False) as desk:
        desk.wait(lambda: lines(desk) == [ONE])
        write(real, NAMES[Role.OWNER])
        assert a_minute_later(desk) == [ONE], "it would tell who was seen at the office PC"
        reports = desk.office.reports
        assert reports.waiting(desk.actor) == len(reports.duties(desk.actor)) == 1, "so would these"
        tomorrow = desk.office.today() + timedelta(days=1)
        monkeypatch.setattr(desk.office.reports._workplace, "today", lambda: tomorrow)
        assert a_minute_later(desk) == [TWO]
    with opened(real, qtbot, Role.OWNER, seat=False) as desk:
        desk.wait(lambda: lines(desk) == [TWO])


def test_a_box_that_could_not_be_read_at_first_is_counted_once_it_can(
    qtbot: QtBot, real: RealOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(real, NAMES[Role.OWNER])
    with opened(real, qtbot, Role.OWNER, seat=False) as desk:
        reports = desk.office.reports
        reports._there = None
        with monkeypatch.context() as patched:
            patched.setattr(reports, "_reader", _busy)
            assert reports.unread(desk.actor) == 0
        assert reports.unread(desk.actor) == 1


def _busy() -> object:
    raise BoxBusy


@pytest.mark.parametrize("who", [Role.DESK, Role.TECHNICIAN, Role.ACCOUNTING])
def test_nobody_else_is_told_anything(qtbot: QtBot, real: RealOffice, who: Role) -> None:
    write(real, NAMES[Role.OWNER])
    with opened(real, qtbot, who, seat=True) as desk:
        assert a_minute_later(desk) == []
        assert desk.office.reports.unread(desk.actor) == 0
        assert desk.office.today_page.overview(desk.actor).reports == 0
