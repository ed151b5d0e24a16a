"""Damage in the office's file, and a clock that was set back: what stands over every page, and what to do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.ui.backups.alarm import ClockBox
from hvacdesk.ui.backups.clock_question import ClockQuestion
from hvacdesk.ui.backups.damage import DamageBox
from hvacdesk.ui.dates import long_day
from hvacdesk.vault.database.pages import PAGE_BYTES
from hvacdesk.vault.errors import DatabaseDamaged
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_window
from tests.helpers.real_office import NAMES, RealOffice, new_real_office
from tests.helpers.secret_service import SecretService


@pytest.fixture
def real(tmp_path: Path, secret_service: SecretService) -> Iterator[RealOffice]:
    """An owner, the desk, and a verified backup."""
    made = new_real_office(tmp_path / "office", names=[NAMES[Role.DESK]], backups=tmp_path / "backups")
    office, owner = made.login(Role.OWNER)
    office.backups.run(owner)
    office.leave(owner)
    return made


def damage_a_page(real: RealOffice) -> None:
    """Flip a bit in the last page of the database."""
    (path,) = real.home.glob("office-*.db")
    with path.open("r+b") as file:
        file.seek(path.stat().st_size - PAGE_BYTES // 2)
        byte = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([byte[0] ^ 1]))


def boxes(desk: FrontDesk) -> list[DamageBox]:
    return [one for one in desk.window.findChildren(DamageBox) if one.isVisible()]


def find_damage(desk: FrontDesk) -> None:
    with desk.office._workplace.store.connection() as connection:
        connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    damage_a_page(desk.real)
    desk.window.upkeep.check_fully()
    desk.calm()


def test_a_sound_file_is_no_news(real: RealOffice, qtbot: QtBot) -> None:
    with open_window(real, qtbot) as desk:
        desk.window.upkeep.check_quickly()
        desk.window.upkeep.check_fully()
        desk.calm()
        assert boxes(desk) == []


def test_damage_stands_over_every_page_and_leads_to_the_newest_backup(real: RealOffice, qtbot: QtBot) -> None:
    with open_window(real, qtbot) as desk:
        find_damage(desk)
        (box,) = boxes(desk)
        said = texts_in(box)
        assert "The database file is damaged." in said
        assert "Do not delete any file" in said
        desk.go("settings")
        assert boxes(desk) == [box]
        wanted: list[str] = []
        desk.window.restore_wanted.connect(wanted.append)
        assert box.button.text().startswith("Restore from the verified backup of today")
        desk.click(box.button)
        desk.press(desk.dialog(), "Close the office")
        assert Path(wanted[0]).name.startswith("hvacdesk-backup-")


def test_a_check_that_finds_the_same_again_leaves_the_box_and_the_keyboard_alone(
    real: RealOffice, qtbot: QtBot
) -> None:
    """The quick check comes three seconds after a login, when somebody may be about to press its button."""
    with open_window(real, qtbot) as desk:
        find_damage(desk)
        (box,) = boxes(desk)
        box.button.setFocus()
        desk.window.upkeep.check_quickly()
        desk.window.upkeep.check_fully()
        desk.calm()
        assert boxes(desk) == [box]
        assert box.button.hasFocus()


def test_those_who_cannot_act_are_asked_to_tell_who_can(real: RealOffice, qtbot: QtBot) -> None:
    with open_window(real, qtbot, Role.DESK) as desk:
        find_damage(desk)
        (box,) = boxes(desk)
        assert "Tell the person responsible now." in texts_in(box)
        assert box.findChildren(QPushButton) == []


def test_an_exchanged_file_is_told_at_login_until_an_owner_answers_for_it(
    real: RealOffice, qtbot: QtBot, tmp_path: Path
) -> None:
    (path,) = real.home.glob("office-*.db")
    shutil.copy(path, tmp_path / "older.db")
    office, owner = real.login(Role.OWNER)
    office.leave(owner)
    shutil.copy(tmp_path / "older.db", path)
    with open_window(real, qtbot) as desk:
        (box,) = boxes(desk)
        assert "The audit log does not hold an entry" in texts_in(box)
        desk.click(box.checked_button)
        desk.press(desk.dialog(), "Note it again")
        assert boxes(desk) == []
        entries = desk.office.audit.entries(desk.actor, limit=5)
        assert Action.CHAIN_REANCHORED in [entry.action for entry in entries]
    with open_window(real, qtbot) as desk:
        assert boxes(desk) == []


def clock_boxes(desk: FrontDesk) -> list[ClockBox]:
    return [one for one in desk.window.findChildren(ClockBox) if one.isVisible()]


def test_a_clock_set_back_by_weeks_is_told_at_each_login_and_locks_nobody_out(
    real: RealOffice, qtbot: QtBot
) -> None:
    with open_window(real, qtbot) as desk:
        assert clock_boxes(desk) == []
    real.clock.pass_time(days=-21)
    for who in (Role.DESK, Role.DESK):
        with open_window(real, qtbot, who) as desk:
            (box,) = clock_boxes(desk)
            said = texts_in(box)
            assert "it was set back" in said
            assert "deadline" in said
            assert "backup" in said
            assert box.findChildren(QPushButton) == [], "only somebody responsible answers for the clock"
            desk.go("settings")
            assert clock_boxes(desk) == [box]
    with open_window(real, qtbot, Role.DESK) as desk:
        real.clock.pass_time(days=21)
        desk.window.alarm.look_at_clock()
        desk.calm()
        assert clock_boxes(desk) == []


def test_an_owner_answers_for_a_clock_that_was_ahead_before(real: RealOffice, qtbot: QtBot) -> None:
    real.clock.pass_time(days=-21)
    with open_window(real, qtbot) as desk:
        (box,) = clock_boxes(desk)
        desk.click(box.confirm_button)
        desk.calm()
        assert clock_boxes(desk) == []
        assert Action.CLOCK_CONFIRMED in [
            one.action for one in desk.office.audit.entries(desk.actor, limit=3)
        ]
    with open_window(real, qtbot) as desk:
        assert clock_boxes(desk) == []


def test_an_owner_answers_for_a_clock_that_leapt_by_the_date_in_words(real: RealOffice, qtbot: QtBot) -> None:
    real.clock.pass_time(days=4000)
    with open_window(real, qtbot, Role.DESK) as desk:
        (box,) = clock_boxes(desk)
        assert "4,000 days" in texts_in(box)
        assert box.findChildren(QPushButton) == []
    real.clock.pass_time(days=1)
    with open_window(real, qtbot) as desk:
        (box,) = clock_boxes(desk)
        desk.click(box.confirm_button)
        (question,) = desk.window.findChildren(ClockQuestion)
        assert long_day(desk.office.today()) in question.windowTitle() + texts_in(question)
        question.reject()
        desk.calm()
        assert clock_boxes(desk) == [box]
        desk.click(box.confirm_button)
        question = next(one for one in desk.window.findChildren(ClockQuestion) if one.isVisible())
        question.accept()
        desk.calm()
        assert clock_boxes(desk) == []
    with open_window(real, qtbot) as desk:
        assert clock_boxes(desk) == []


def test_damage_that_the_work_meets_is_told_over_every_page_at_once(real: RealOffice, qtbot: QtBot) -> None:
    with open_window(real, qtbot) as desk:
        store = desk.office._workplace.store
        with store.connection() as connection:
            connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        store.close()
        desk.window.upkeep.look_for_met_damage()
        desk.calm()
        assert boxes(desk) == []
        (path,) = real.home.glob("office-*.db")
        content = path.read_bytes()
        path.write_bytes(content[:PAGE_BYTES] + bytes(byte ^ 1 for byte in content[PAGE_BYTES:]))
        with pytest.raises(DatabaseDamaged):
            desk.office.customers.search(desk.actor, "")
        desk.window.upkeep.look_for_met_damage()
        desk.calm()
        (box,) = boxes(desk)
        assert "The database file is damaged." in texts_in(box)
        path.write_bytes(content)
        store.close()
