"""The calendar of duties in the window: overdue first, each line one click from its work, saved as a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import icalendar
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hvacdesk.domain.backups.drills import DrillOutcome
from hvacdesk.domain.oversight.duties import Duty, DutyKind
from hvacdesk.domain.roles import Role
from hvacdesk.ui.oversight.duties_view import DrillForm
from hvacdesk.ui.oversight.duty_opening import OPENINGS
from tests.helpers.front_desk import SECRETS, FrontDesk, build_front_desk, open_window
from tests.helpers.real_office import RealOffice
from tests.helpers.secret_service import SecretService


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> RealOffice:
    return build_front_desk(tmp_path_factory.mktemp("office") / "office")


@pytest.fixture
def desk(real: RealOffice, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_window(real, qtbot, Role.OWNER) as opened:
        yield opened


def test_every_kind_of_duty_opens_something() -> None:
    assert set(OPENINGS) == set(DutyKind)


def test_a_duty_opens_its_work_by_keyboard(desk: FrontDesk) -> None:
    desk.go("safeguards", section="duties")
    view = desk.page.section
    kinds = [duty.kind for duty in view.table.rows()]
    view.table.select(lambda duty: duty.kind is DutyKind.RECOVERY_SHEET)
    assert kinds == [duty.kind for duty in sorted(view.table.rows(), key=lambda duty: duty.due)]
    desk.key(view.table, Qt.Key.Key_Return)
    assert desk.window.page.accessibleName() == "Settings"


def test_a_drill_is_noted_from_its_line(desk: FrontDesk) -> None:
    desk.go("safeguards", section="duties", drill="yes")
    form = desk.dialog()
    assert isinstance(form, DrillForm)
    form.backup_of.setText("2026-11-23")
    form.save()
    desk.calm()
    (drill,) = desk.office.drills.all(desk.actor)
    assert drill.drill.outcome is DrillOutcome.GOOD
    due = next(duty for duty in desk.page.section.table.rows() if duty.kind is DutyKind.BACKUP_DRILL)
    assert due.due.isoformat() == "2027-05-24"


def test_the_file_is_read_by_another_program_and_names_no_customer(desk: FrontDesk, tmp_path: Path) -> None:
    desk.go("safeguards", section="duties")
    desk.page.section.save_to(str(tmp_path / "duties.ics"))
    desk.calm()
    text = (tmp_path / "duties.ics").read_text(encoding="utf-8")
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert len(events) == len(desk.page.section.table.rows()) > 0
    unfolded = text.replace("\r\n ", "").replace("\n ", "")
    assert not [one for one in (*SECRETS, "田中", "青葉", "青葉商店", "鈴木") if one in unfolded]


def test_the_home_page_names_what_presses(desk: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    late, soon = (
        Duty(DutyKind.PARTNER_CHECK, day, "見本設備")
        for day in (desk.window.context.today().replace(day=1), desk.window.context.today())
    )
    monkeypatch.setattr(desk.office.today_page._duties, "pressing", lambda _actor: (late, soon))
    desk.go("today")
    desk.page._read()
    desk.calm()
    lines = [
        row.line
        for row in desk.page.attention.tasks.rows
        if row.line.text.startswith("Check of a partner firm")
    ]
    assert [bool(line.alarm) for line in lines] == [True, False]
