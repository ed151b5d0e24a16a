"""Files at a seat's windows: those of the office PC, with this PC's files, and what is done there only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hvacdesk.domain.office.integrity import Damage, DamageKind
from hvacdesk.domain.roles import Role
from hvacdesk.ui.backups.backups_tab import BackupsTab
from hvacdesk.ui.oversight.audit_view import AuditView
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_desk
from tests.helpers.real_office import RealOffice
from tests.helpers.seats import seat_of
from tests.ui.exchange.test_exporting import (
    test_a_place_that_cannot_be_written_is_told_and_shows_no_password,
    test_the_password_is_shown_once_and_opens_the_file,
)
from tests.ui.exchange.test_importing import (
    listed,
    test_a_file_that_is_no_list_is_told_beside_its_name,
    test_a_locked_workbook_asks_for_its_password,
    test_an_import_is_undone_from_its_last_step,
    test_from_a_file_to_registered_customers,
    test_rows_left_out_are_saved_for_their_owner_alone,
)
from tests.ui.papers.test_other_papers import (
    test_a_printer_chosen_in_the_print_dialog_prints_with_its_own_shift,
    test_labels_begin_where_the_keys_point,
)

__all__ = [
    "listed",
    "test_a_file_that_is_no_list_is_told_beside_its_name",
    "test_a_locked_workbook_asks_for_its_password",
    "test_a_place_that_cannot_be_written_is_told_and_shows_no_password",
    "test_a_printer_chosen_in_the_print_dialog_prints_with_its_own_shift",
    "test_an_import_is_undone_from_its_last_step",
    "test_from_a_file_to_registered_customers",
    "test_labels_begin_where_the_keys_point",
    "test_rows_left_out_are_saved_for_their_owner_alone",
    "test_the_password_is_shown_once_and_opens_the_file",
]
"""What these windows do at the office PC they do at a seat, with the window of this module."""

OWNERS = {
    "test_a_place_that_cannot_be_written_is_told_and_shows_no_password",
    "test_the_password_is_shown_once_and_opens_the_file",
}


@pytest.fixture
def desk(
    template: RealOffice, tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest
) -> Iterator[FrontDesk]:
    owners = request.node.originalname in OWNERS or "owner" in request.fixturenames
    who = Role.OWNER if owners else Role.DESK
    with open_desk(template, tmp_path / "office", qtbot, who, lambda *them: seat_of(*them)[0]) as opened:
        yield opened


@pytest.fixture
def dialog(desk: FrontDesk, request: pytest.FixtureRequest) -> object:
    desk.go("customers")
    if request.node.originalname in OWNERS:
        desk.page.export_list()
    else:
        desk.page.import_list()
    return desk.dialog()


@pytest.fixture
def owner(desk: FrontDesk) -> FrontDesk:
    return desk


def test_the_log_s_state_is_kept_on_a_stick_of_this_pc(owner: FrontDesk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    owner.go("safeguards", section="audit")
    (view,) = owner.page.findChildren(AuditView)
    view.save_to(str(stick))
    owner.wait(lambda: len(list(stick.iterdir())) == 2)
    owner.calm()
    view.compare_with(str(stick))
    owner.wait(lambda: view.chip.text == "Agrees with kept copies")


def test_keys_are_seen_to_at_the_office_pc(owner: FrontDesk) -> None:
    owner.go("settings", tab="keys")
    assert "The recovery sheet is printed there" in texts_in(owner.page)
    assert not [one for one in owner.page.findChildren(QPushButton) if "Renew" in one.text()]


def test_a_seat_begins_a_backup_and_says_where_folders_are_chosen(owner: FrontDesk, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    local = owner.real.login(Role.OWNER)
    local[0].backups.add_place(local[1], str(disk))
    owner.go("settings", tab="backups")
    tab = owner.page.backups
    assert isinstance(tab, BackupsTab)
    owner.wait(tab.run_button.isEnabled)
    shown = texts_in(tab)
    assert str(disk) in shown
    assert "chosen and given up there" in shown
    offered = {one.text() for one in tab.findChildren(QPushButton) if one.isVisible()}
    assert offered & {"Add a folder", "Remove", "Restore from a backup…"} == set()
    owner.click(tab.run_button)
    owner.wait(lambda: any(disk.iterdir()))
    owner.calm()
    assert "Backed up and verified." in texts_in(owner.window)
    local[0].close()


def test_a_seat_offers_no_restore_where_damage_was_found(owner: FrontDesk) -> None:
    alarm = owner.window.alarm
    alarm._add_damage(Damage(DamageKind.FILE, None), acts=True)
    owner.calm()
    assert "A backup is restored at the office PC" in texts_in(alarm)
    assert alarm.findChildren(QPushButton) == []
