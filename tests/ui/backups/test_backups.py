"""Backups in the real window on a real office: folders, runs, today's page, the day's backup, closing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from hvacdesk.app import Desk
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.ui import background
from hvacdesk.ui.backups.backups_tab import BackupsTab
from hvacdesk.ui.backups.damage import RestoreQuestion
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.restore.wizard import RestoreWizard
from hvacdesk.ui.widgets.errors import ErrorDialog
from hvacdesk.ui.widgets.notice import Notice
from hvacdesk.vault.backup import strays
from hvacdesk.vault.backup.backup_errors import PlaceInOffice
from tests.helpers import disks
from tests.helpers.desk_office import (
    OWNER,
    OWNER_PASSPHRASE,
    desk_on,
    set_up_office,
    shown,
    texts_in,
    wait,
)
from tests.helpers.front_desk import FrontDesk, open_desk, open_window
from tests.helpers.real_office import RealOffice, new_real_office, passphrase_of
from tests.helpers.secret_service import SecretService

pytestmark = pytest.mark.usefixtures("secret_service")


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        opened.go("settings", tab="backups")
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "disk"
    made.mkdir()
    return made


@contextmanager
def days_later(desk: FrontDesk, days: int) -> Iterator[None]:
    """Within the block today's page is that of a later day."""
    desk.real.clock.pass_time(days=days)
    try:
        desk.page.refresh()
        desk.calm()
        yield
    finally:
        desk.real.clock.pass_time(days=-days)


def tab_of(desk: FrontDesk) -> BackupsTab:
    found = desk.page.backups
    assert isinstance(found, BackupsTab)
    return found


def add(desk: FrontDesk, folder: Path) -> None:
    """Choose a folder in the system's dialog."""
    desk.click(tab_of(desk).add_button)
    chooser = desk.dialog()
    chooser.fileSelected.emit(str(folder))
    chooser.close()
    desk.calm()


def chips(desk: FrontDesk) -> list[str]:
    return [line.chip.text for line in tab_of(desk).places.lines]


def backups_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("hvacdesk-backup-"))


def audited(desk: FrontDesk) -> list[Action]:
    return [entry.action for entry in desk.office.audit.entries(desk.actor, limit=20)]


def notices(desk: FrontDesk) -> str:
    return "\n".join(one.accessibleName() for one in desk.window.findChildren(Notice))


class TestFolders:
    def test_an_office_without_a_folder_is_told_what_to_choose(self, desk: FrontDesk) -> None:
        tab = tab_of(desk)
        assert tab.none.isVisible()
        assert not tab.run_button.isEnabled()

    def test_a_folder_is_added_backed_up_to_and_removed(self, desk: FrontDesk, folder: Path) -> None:
        add(desk, folder)
        tab = tab_of(desk)
        assert not tab.none.isVisible()
        assert chips(desk) == ["No backup yet"]
        desk.click(tab.run_button)
        assert chips(desk) == ["Up to date"]
        assert len(backups_in(folder)) == 1
        assert "Backed up and verified." in notices(desk)
        desk.press(tab.places, "Remove")
        dialog = desk.dialog()
        assert str(folder) in texts_in(dialog)
        desk.press(dialog, "Stop using the folder")
        assert chips(desk) == []
        assert len(backups_in(folder)) == 1
        add(desk, folder)
        desk.press(tab.places, "Remove")
        desk.dialog().with_backups.setChecked(True)
        desk.press(desk.dialog(), "Stop using the folder")
        assert backups_in(folder) == []

    def test_a_folder_that_cannot_be_used_is_refused_with_the_reason(self, desk: FrontDesk) -> None:
        add(desk, desk.real.home)
        told = desk.window.findChild(ErrorDialog)
        assert isinstance(told.error, PlaceInOffice)
        told.accept()
        assert chips(desk) == []

    def test_a_disk_that_is_away_is_named_and_comes_back_by_itself(
        self, desk: FrontDesk, folder: Path
    ) -> None:
        add(desk, folder)
        desk.click(tab_of(desk).run_button)
        folder.rename(folder.with_name("elsewhere"))
        desk.page.refresh()
        desk.calm()
        assert chips(desk) == ["Not connected"]
        assert "Connect the disk" in texts_in(tab_of(desk))
        desk.go("today")
        assert [task.text for task in desk.page.backups.shown_tasks] == ["Connect the backup disk"]
        folder.with_name("elsewhere").rename(folder)
        desk.go("settings", tab="backups")
        assert chips(desk) == ["Up to date"]

    def test_a_full_disk_says_so_beside_its_name(self, desk: FrontDesk, tmp_path: Path) -> None:
        try:
            with disks.small_disk(tmp_path / "small", 1) as disk:
                add(desk, disk.top)
                disk.fill()
                desk.click(tab_of(desk).run_button)
                assert chips(desk) == ["Last try failed"]
                assert tab_of(desk).places.lines[0].alarm
                assert "No folder has a new backup" in notices(desk)
        except disks.NotPermitted as reason:
            pytest.skip(str(reason))

    def test_folders_on_the_offices_own_disk_alone_are_warned_of(self, desk: FrontDesk, folder: Path) -> None:
        add(desk, folder)
        assert "Every backup folder is on the same disk as the office" in texts_in(tab_of(desk))


def test_a_locked_keyring_that_keeps_the_former_keys_is_named(
    tmp_path: Path, folder: Path, secret_service: SecretService, qtbot: QtBot
) -> None:
    real = new_real_office(tmp_path / "own", everybody=False)
    with open_window(real, qtbot) as desk:
        desk.go("settings", tab="backups")
        add(desk, folder)
        with secret_service.locked_keyring("二つ目"):
            desk.office.keys.rotate(desk.actor)
            desk.click(tab_of(desk).run_button)
            assert "“二つ目” is locked" in texts_in(tab_of(desk))
        desk.click(tab_of(desk).run_button)
        assert "not gone yet" not in texts_in(tab_of(desk))


def test_what_a_restore_set_aside_goes_only_when_somebody_says_so(
    tmp_path: Path, folder: Path, qtbot: QtBot
) -> None:
    real = new_real_office(tmp_path / "own", everybody=False)
    office, owner = real.login(Role.OWNER)
    office.backups.add_place(owner, str(folder))
    (outcome,) = office.backups.run(owner)
    office.leave(owner)
    restoring = real.entry().restoring()
    restored, actor, report = restoring.restore_with_passphrase(
        outcome.backup.path, owner.account, passphrase_of(owner.name)
    )
    restored.leave(actor)
    with open_window(real, qtbot) as desk:
        desk.go("settings", tab="backups")
        card = tab_of(desk).set_aside_card
        assert report.set_aside in [line.name for line in tab_of(desk).set_aside.lines]
        before = len(tab_of(desk).set_aside.lines)
        desk.press(card, "Remove")
        desk.press(desk.dialog(), "Keep it")
        assert Path(report.set_aside).is_dir()
        desk.press(card, f"Remove {report.set_aside}")
        desk.press(desk.dialog(), "Remove")
        assert not Path(report.set_aside).exists()
        assert len(tab_of(desk).set_aside.lines) == before - 1


def test_a_copy_in_the_office_s_folder_and_a_folder_too_full_are_said(
    desk: FrontDesk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, owner = desk.office, desk.actor
    office.backups.add_place(owner, str(folder))
    copied = Path(office.folder) / "office-1 - コピー.db"
    copied.write_bytes(b"pages under earlier keys")
    for number in range(200):
        (folder / f"{number:03}").mkdir()
    monkeypatch.setattr(strays, "MOST_FOLDERS", 100)
    desk.go("today")
    desk.go("settings", tab="backups")
    assert "There is more in this folder than is looked through" in texts_in(tab_of(desk))
    assert [line.name for line in tab_of(desk).set_aside.lines] == [str(copied)]
    assert "A backup or copy of an earlier state" in texts_in(tab_of(desk).set_aside_card)


class TestHomePage:
    def test_a_new_office_is_asked_for_a_folder_one_click_away(self, desk: FrontDesk) -> None:
        desk.go("today")
        card = desk.page.backups
        assert card.isVisible()
        assert "No verified backup yet." in texts_in(card)
        assert card.chip.text == "Not set up yet"
        with days_later(desk, 2):
            assert card.chip.text == "To do"
        desk.press(card, "Choose a backup folder")
        assert tab_of(desk).isVisible()

    def test_it_is_calm_once_there_is_a_verified_backup(self, desk: FrontDesk, folder: Path) -> None:
        add(desk, folder)
        desk.click(tab_of(desk).run_button)
        desk.go("today")
        card = desk.page.backups
        assert card.shown_tasks == ()
        assert card.chip.text == "Up to date"
        assert "Last verified backup: today" in texts_in(card)

    def test_those_who_cannot_act_are_asked_to_tell_who_can(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        with open_desk(template, tmp_path / "other", qtbot, Role.TECHNICIAN) as desk:
            card = desk.page.backups
            assert not card.isVisible(), "nothing is late in an office of today"
            with days_later(desk, 2):
                assert card.isVisible()
                assert "tell the person responsible" in texts_in(card)
                assert card.findChildren(QPushButton) == []


class TestTheDaysBackup:
    def test_it_is_taken_once_a_day_where_there_is_a_folder(self, desk: FrontDesk, folder: Path) -> None:
        desk.window.upkeep.back_up_if_due()
        desk.calm()
        add(desk, folder)
        desk.window.upkeep.back_up_if_due()
        desk.calm()
        assert chips(desk) == ["Up to date"]
        assert len(backups_in(folder)) == 1
        desk.window.upkeep.back_up_if_due()
        desk.calm()
        assert len(backups_in(folder)) == 1
        desk.real.clock.pass_time(hours=25)
        desk.window.upkeep.back_up_if_due()
        desk.calm()
        assert len(backups_in(folder)) == 2

    def test_a_failure_is_told_at_once(self, desk: FrontDesk, folder: Path) -> None:
        add(desk, folder)
        folder.rename(folder.with_name("elsewhere"))
        desk.go("today")
        desk.window.upkeep.back_up_if_due()
        desk.calm()
        assert str(folder) in notices(desk)
        assert [task.text for task in desk.page.backups.shown_tasks] == ["Connect the backup disk"]


class TestClosing:
    """With the program's own beginning and end."""

    @pytest.fixture
    def home(self, tmp_path: Path) -> Path:
        set_up_office(tmp_path / "office")
        return tmp_path / "office"

    @pytest.fixture
    def program(self, qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[Desk]:
        with desk_on(home, qtbot, qapp) as made:
            yield made

    def log_in(self, qtbot: QtBot, program: Desk) -> None:
        program.show_login()
        wait(qtbot, lambda: isinstance(shown(program), LoginView))
        view = shown(program)
        view.choose(next(m.account for m in program.entry.staff() if m.name == OWNER))
        view.passphrase.set_text(OWNER_PASSPHRASE)
        view.log_in()
        wait(qtbot, lambda: hasattr(shown(program), "skipped"))
        shown(program).skipped.emit()
        wait(qtbot, lambda: program.window is not None)
        wait(qtbot, background.idle)

    def add_place(self, program: Desk, folder: Path) -> None:
        context = program.window.context
        context.office.backups.add_place(context.actor, str(folder))

    def test_closing_the_window_backs_up_and_then_ends(
        self, qtbot: QtBot, program: Desk, folder: Path
    ) -> None:
        self.log_in(qtbot, program)
        self.add_place(program, folder)
        with qtbot.waitSignal(program.finished, timeout=20_000):
            program.window.close()
        assert len(backups_in(folder)) == 1
        assert list(folder.glob("*.part")) == []

    def test_an_office_without_a_folder_closes_as_ever(self, qtbot: QtBot, program: Desk, home: Path) -> None:
        self.log_in(qtbot, program)
        with qtbot.waitSignal(program.finished, timeout=20_000):
            program.window.close()

    def test_a_failure_is_told_and_can_be_tried_again(
        self, qtbot: QtBot, program: Desk, folder: Path
    ) -> None:
        self.log_in(qtbot, program)
        self.add_place(program, folder)
        folder.rename(folder.with_name("elsewhere"))
        program.window.close()
        wait(qtbot, lambda: program.farewell is not None and program.farewell.retry_button.isVisible())
        farewell = program.farewell
        assert str(folder) in texts_in(farewell)
        assert "not connected" in texts_in(farewell)
        assert "No verified backup yet." in texts_in(farewell)
        folder.with_name("elsewhere").rename(folder)
        with qtbot.waitSignal(program.finished, timeout=20_000):
            qtbot.mouseClick(farewell.retry_button, Qt.MouseButton.LeftButton)
        assert len(backups_in(folder)) == 1

    def test_a_failure_does_not_hold_anybody_back(self, qtbot: QtBot, program: Desk, folder: Path) -> None:
        self.log_in(qtbot, program)
        self.add_place(program, folder)
        folder.rename(folder.with_name("elsewhere"))
        program.window.close()
        wait(qtbot, lambda: program.farewell is not None and program.farewell.retry_button.isVisible())
        with qtbot.waitSignal(program.finished, timeout=20_000):
            qtbot.mouseClick(program.farewell.leave_button, Qt.MouseButton.LeftButton)

    def test_it_can_be_closed_without_waiting(self, qtbot: QtBot, program: Desk, folder: Path) -> None:
        self.log_in(qtbot, program)
        self.add_place(program, folder)
        with qtbot.waitSignal(program.finished, timeout=20_000):
            program.window.close()
            program.farewell.leave()
        assert list(folder.glob("*.part")) == []
        again = program.show_login()
        wait(qtbot, lambda: isinstance(again.window.content, LoginView))

    def test_somebody_else_logs_in_without_a_backup_unless_one_is_due(
        self, qtbot: QtBot, program: Desk, folder: Path
    ) -> None:
        self.log_in(qtbot, program)
        self.add_place(program, folder)
        program.window.switch_user()
        wait(qtbot, lambda: isinstance(shown(program), LoginView))
        assert len(backups_in(folder)) == 1
        program.flow.window.close()
        program.flow.window.deleteLater()
        self.log_in(qtbot, program)
        program.window.switch_user()
        wait(qtbot, lambda: isinstance(shown(program), LoginView))
        assert len(backups_in(folder)) == 1

    def test_a_restore_closes_the_office_without_a_backup_and_begins(
        self, qtbot: QtBot, program: Desk, folder: Path
    ) -> None:
        self.log_in(qtbot, program)
        self.add_place(program, folder)
        window = program.window
        window.navigate("settings", tab="backups")
        wait(qtbot, background.idle)
        qtbot.mouseClick(window.page.backups.restore_button, Qt.MouseButton.LeftButton)
        question = QApplication.activeModalWidget()
        assert isinstance(question, RestoreQuestion)
        question.reject()
        assert program.window is window
        qtbot.mouseClick(window.page.backups.restore_button, Qt.MouseButton.LeftButton)
        QApplication.activeModalWidget().accept()
        wait(qtbot, lambda: isinstance(shown(program), RestoreWizard))
        assert program.window is None
        assert backups_in(folder) == []
        shown(program).left.emit()
        wait(qtbot, lambda: isinstance(shown(program), LoginView))
