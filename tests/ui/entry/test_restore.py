"""Bringing an office back from a backup through the windows: on a new computer, and over a damaged office."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from hvacdesk.app import Desk
from hvacdesk.domain.backups.backups import FoundBackup
from hvacdesk.services.backups.restoring import Restoring
from hvacdesk.services.entry import office_opening
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.entry.ways_out import WayOut
from hvacdesk.services.open_office import Office
from hvacdesk.ui import background
from hvacdesk.ui.entry.blocked import BlockedView
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.pin_view import PinView
from hvacdesk.ui.entry.restore.put_back import PutBackWizard
from hvacdesk.ui.entry.restore.report_step import ReportStep
from hvacdesk.ui.entry.restore.wizard import RestoreWizard
from hvacdesk.ui.entry.restore.wording import backup_time
from hvacdesk.ui.entry.setup_wizard import SetupWizard
from hvacdesk.ui.entry.take_over import TakeOverView
from hvacdesk.vault.errors import DiskFull
from tests.helpers.backed_up import LATER, BackedUp, back_up_office, log_in_owner
from tests.helpers.desk_office import (
    FACTS,
    OWNER,
    OWNER_PASSPHRASE,
    desk_on,
    now,
    seen,
    shown,
    texts_in,
    wait,
)
from tests.helpers.sabotage import replaced

pytestmark = pytest.mark.usefixtures("secret_service")
NEW_PASSPHRASE = "kawara-no-yane-7"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "office"


@pytest.fixture
def office(home: Path, tmp_path: Path) -> BackedUp:
    return back_up_office(home, tmp_path / "usb" / "backups")


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[Desk]:
    with desk_on(home, qtbot, qapp) as made:
        yield made


def from_the_start_page(qtbot: QtBot, desk: Desk) -> RestoreWizard:
    """A new computer: nothing here, the wizard is asked for."""
    setup = seen(qtbot, desk, SetupWizard)
    qtbot.mouseClick(setup.welcome.restore, Qt.MouseButton.LeftButton)
    return seen(qtbot, desk, RestoreWizard)


def from_a_damaged_office(qtbot: QtBot, desk: Desk, home: Path) -> BlockedView:
    """The database is damaged, which the login finds."""
    database = next(home.glob("office-*.db"))
    database.write_bytes(database.read_bytes()[:4096] + bytes(8192))
    login = seen(qtbot, desk, LoginView)
    login.choose(next(one.account for one in desk.entry.staff() if one.name == OWNER))
    login.passphrase.set_text(OWNER_PASSPHRASE)
    login.log_in()
    return seen(qtbot, desk, BlockedView)


def find_in(qtbot: QtBot, wizard: RestoreWizard | PutBackWizard, folder: Path) -> None:
    """Choose a folder to look in, and wait for the list."""
    wait(qtbot, background.idle)
    wizard.finding.look_in(str(folder))
    wait(qtbot, lambda: wizard.finding.table.rows() and background.idle())


def go_on(qtbot: QtBot, wizard: RestoreWizard | PutBackWizard) -> None:
    """Press the step's way on once it is open."""
    assert wizard.step.primary is not None
    wait(qtbot, wizard.step.primary.isEnabled)
    qtbot.mouseClick(wizard.step.primary, Qt.MouseButton.LeftButton)


def to_the_proof(qtbot: QtBot, wizard: RestoreWizard, folder: Path) -> None:
    find_in(qtbot, wizard, folder)
    go_on(qtbot, wizard)
    assert wizard.step is wizard.check
    go_on(qtbot, wizard)
    assert wizard.step is wizard.unlock


def scan(qtbot: QtBot, wizard: RestoreWizard, text: str) -> None:
    """A wedge scanner: it types the text and presses Enter."""
    if not wizard.unlock.by_sheet.isChecked():
        wizard.unlock.by_sheet.setChecked(True)
    qtbot.keyClicks(wizard.unlock.code.edit, text)
    qtbot.keyClick(wizard.unlock.code.edit, Qt.Key.Key_Return)


def report(qtbot: QtBot, wizard: RestoreWizard) -> ReportStep:
    wait(qtbot, lambda: isinstance(wizard.step, ReportStep) or wizard.run.failed)
    assert isinstance(wizard.step, ReportStep), texts_in(wizard)
    return wizard.step


# the whole way


def test_an_office_comes_to_a_new_computer_with_the_disk_and_the_sheet(
    qtbot: QtBot, desk: Desk, home: Path, office: BackedUp
) -> None:
    office.lose_computer()
    wizard = from_the_start_page(qtbot, desk)
    to_the_proof(qtbot, wizard, office.place)
    assert not wizard.unlock.by_passphrase.isVisible()
    assert not home.exists()
    scan(qtbot, wizard, office.sheet)
    step = report(qtbot, wizard)
    texts = texts_in(step)
    assert FACTS.name in texts
    assert "If the office moved from another computer" in texts
    assert "Former files" not in texts
    assert not wizard.unlock.code.text()
    step.go_on.emit()
    take_over = seen(qtbot, desk, TakeOverView)
    take_over.choice.first.set_text(NEW_PASSPHRASE)
    take_over.choice.second.set_text(NEW_PASSPHRASE)
    take_over.go()
    seen(qtbot, desk, PinView).skipped.emit()
    wait(qtbot, lambda: desk.window is not None)
    inside = desk.window.context
    assert inside.actor.name == OWNER
    assert inside.office.facts() == FACTS
    actions = [entry.action.value for entry in inside.office.audit.entries(inside.actor)]
    assert "backup_restored" in actions
    assert LATER not in {member.name for member in inside.office.accounts.list(inside.actor)}


def test_a_restore_that_is_in_force_leads_to_the_login_and_not_to_another_one(
    qtbot: QtBot, desk: Desk, home: Path, office: BackedUp
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    office.lose_computer()
    wizard = from_the_start_page(qtbot, desk)
    to_the_proof(qtbot, wizard, office.place)
    with replaced(office_opening, "_entered", full):
        scan(qtbot, wizard, office.sheet)
        wait(qtbot, lambda: isinstance(shown(desk), BlockedView))
    assert "The backup was restored" in texts_in(shown(desk))
    shown(desk).ways[WayOut.RETRY].click()
    wait(qtbot, lambda: isinstance(shown(desk), LoginView))


def test_a_damaged_office_is_restored_with_a_passphrase_and_its_files_are_kept(
    qtbot: QtBot, desk: Desk, home: Path, office: BackedUp
) -> None:
    view = from_a_damaged_office(qtbot, desk, home)
    restoring = OfficeEntry(home, now).restoring()
    time = backup_time(restoring.known()[0])
    wait(qtbot, lambda: f"Restore the backup of {time}" in texts_in(view))
    assert str(office.place) in texts_in(view)
    damaged = next(home.glob("office-*.db")).read_bytes()
    view.ways[WayOut.RESTORE].click()
    wizard = seen(qtbot, desk, RestoreWizard)
    assert wizard.step is wizard.check
    go_on(qtbot, wizard)
    assert wizard.unlock.by_passphrase.isChecked()
    wizard.unlock.passphrase.set_text(OWNER_PASSPHRASE)
    qtbot.keyClick(wizard.unlock.passphrase.edit, Qt.Key.Key_Return)
    step = report(qtbot, wizard)
    aside = next(home.glob("set-aside-*"))
    assert str(aside) in texts_in(step)
    assert damaged in [path.read_bytes() for path in aside.iterdir() if path.is_file()]
    assert "If the office moved" not in texts_in(step)
    qtbot.keyClick(step.primary, Qt.Key.Key_Return)
    seen(qtbot, desk, PinView).skipped.emit()
    wait(qtbot, lambda: desk.window is not None)
    assert desk.window.context.actor.name == OWNER


def test_after_a_restore_everybody_logs_in_as_before(
    qtbot: QtBot, desk: Desk, home: Path, office: BackedUp
) -> None:
    office.lose_computer()
    wizard = from_the_start_page(qtbot, desk)
    to_the_proof(qtbot, wizard, office.place)
    scan(qtbot, wizard, office.sheet)
    report(qtbot, wizard).login_wanted.emit()
    login = seen(qtbot, desk, LoginView)
    login.passphrase.set_text(OWNER_PASSPHRASE)
    login.log_in()
    seen(qtbot, desk, PinView)


def test_the_key_file_alone_comes_back_and_no_work_is_lost(
    qtbot: QtBot, desk: Desk, home: Path, office: BackedUp
) -> None:
    shutil.rmtree(office.backup)
    inside, owner = log_in_owner(home)
    inside.backups.run(owner)
    inside.leave(owner)
    database = next(home.glob("office-*.db")).read_bytes()
    for name in ("office.keys", "office.keys.copy"):
        (home / name).write_bytes(b"damaged")
    seen(qtbot, desk, BlockedView).ways[WayOut.PUT_BACK].click()
    wizard = seen(qtbot, desk, PutBackWizard)
    find_in(qtbot, wizard, office.place)
    go_on(qtbot, wizard)
    assert wizard.step is wizard.check
    go_on(qtbot, wizard)
    login = seen(qtbot, desk, LoginView)
    assert next(home.glob("office-*.db")).read_bytes() == database
    assert LATER in {member.name for member in desk.entry.staff()}
    assert login.staff.count() == 2


KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.vault import milestones

def reached(name):
    if name == sys.argv[3]:
        os._exit(9)

milestones.reached = reached
entry = OfficeEntry(Path(sys.argv[1]), lambda: datetime.now(UTC))
entry.acquire()
entry.restoring().restore_with_sheet(sys.argv[2], sys.stdin.read())
"""


@pytest.mark.parametrize("moment", ["rotation.exported", "rotation.secret"])
def test_a_restore_that_was_killed_leaves_the_start_page_and_can_be_done_again(
    qtbot: QtBot, desk: Desk, home: Path, office: BackedUp, moment: str
) -> None:
    office.lose_computer()
    command = [sys.executable, "-c", KILLED, str(home), str(office.backup), moment]
    assert subprocess.run(command, input=office.sheet, encoding="utf-8", check=False).returncode == 9
    assert list(home.glob("office-*")), "it was killed too early to show anything"
    wizard = from_the_start_page(qtbot, desk)
    to_the_proof(qtbot, wizard, office.place)
    scan(qtbot, wizard, office.sheet)
    report(qtbot, wizard)


# what is refused


def test_a_mistyped_group_is_named_and_nothing_is_changed(
    qtbot: QtBot, desk: Desk, home: Path, office: BackedUp
) -> None:
    wizard = restoring_over(qtbot, desk)
    to_the_proof(qtbot, wizard, office.place)
    before = office.files()
    groups = office.groups
    groups[2] = "00000" if groups[2] != "00000" else "11111"
    scan(qtbot, wizard, " ".join(groups))
    wait(qtbot, lambda: wizard.step is wizard.unlock and background.idle())
    assert "Group 3 " in wizard.unlock.form.fields["code"].error.text()
    assert office.files() == before


def test_a_wrong_passphrase_is_told_at_its_field_and_slows(
    qtbot: QtBot, desk: Desk, home: Path, office: BackedUp
) -> None:
    wizard = restoring_over(qtbot, desk)
    to_the_proof(qtbot, wizard, office.place)
    before = office.files()
    for _ in range(3):
        wizard.unlock.passphrase.set_text("not the passphrase")
        wizard.unlock.finish()
        wait(qtbot, lambda: wizard.step is wizard.unlock and background.idle())
    assert "5" in wizard.unlock.form.fields["passphrase"].error.text()
    assert not wizard.unlock.primary.isEnabled()
    assert office.files() == before


def test_a_half_copied_backup_is_marked_and_explained(
    qtbot: QtBot, desk: Desk, home: Path, office: BackedUp
) -> None:
    database = next(office.backup.glob("office-*.db"))
    database.write_bytes(database.read_bytes()[:-4096])
    office.lose_computer()
    wizard = from_the_start_page(qtbot, desk)
    find_in(qtbot, wizard, office.place)
    found = wizard.finding.table.rows()[0]
    wait(qtbot, lambda: wizard.finding._state(found).text == "Unfit")
    go_on(qtbot, wizard)
    wait(qtbot, lambda: "This backup is" in texts_in(wizard))
    assert not wizard.step.primary.isEnabled()
    wizard.check.another_wanted.emit()
    assert wizard.step is wizard.finding
    assert not home.exists()


def test_where_no_backup_lies_it_is_said(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    wizard = from_the_start_page(qtbot, desk)
    wait(qtbot, background.idle)
    assert "knows no backup folder" in wizard.finding.note.text()
    (tmp_path / "empty").mkdir()
    wizard.finding.look_in(str(tmp_path / "empty"))
    wait(qtbot, background.idle)
    assert "No backup was found there." in wizard.finding.note.text()
    assert not wizard.finding.primary.isEnabled()
    qtbot.keyClick(wizard.finding.other, Qt.Key.Key_Escape)
    seen(qtbot, desk, SetupWizard)


def test_backups_of_a_place_left_meanwhile_are_not_shown_over_those_of_the_next(
    qtbot: QtBot, desk: Desk, office: BackedUp, tmp_path: Path
) -> None:
    office.lose_computer()
    wizard = from_the_start_page(qtbot, desk)
    wait(qtbot, background.idle)
    (tmp_path / "slow").mkdir()
    late, found = Event(), wizard.finding._restoring.found

    def find(folder: str) -> tuple[FoundBackup, ...]:
        if folder.endswith("slow"):
            late.wait(20)
        return found(folder)

    with replaced(wizard.finding._restoring, "found", find):
        wizard.finding.look_in(str(tmp_path / "slow"))
        wizard.finding.look_in(str(office.place))
        wait(qtbot, wizard.finding.table.rows)
        late.set()
        wait(qtbot, background.idle)
    assert wizard.finding.table.rows()


def test_only_a_whole_backup_is_named_as_the_way_out(
    qtbot: QtBot, desk: Desk, home: Path, office: BackedUp, tmp_path: Path
) -> None:
    (tmp_path / "nas").mkdir()
    inside, owner = log_in_owner(home)
    second = inside.backups.add_place(owner, str(tmp_path / "nas"))
    newer = inside.backups.run(owner, places={second.place})[0].backup
    inside.leave(owner)
    assert newer is not None
    damaged = next(Path(newer.path).glob("office-*.db"))
    damaged.write_bytes(damaged.read_bytes()[:-4096])
    view = from_a_damaged_office(qtbot, desk, home)
    wait(qtbot, lambda: "Restore the backup of" in texts_in(view))
    view.ways[WayOut.RESTORE].click()
    assert seen(qtbot, desk, RestoreWizard).path == str(office.backup)


def test_where_an_office_was_the_start_page_speaks_of_its_backup(
    qtbot: QtBot, desk: Desk, home: Path, office: BackedUp
) -> None:
    for path in [*home.glob("office-*"), *home.glob("office.keys*")]:
        path.unlink()
    setup = seen(qtbot, desk, SetupWizard)
    wait(qtbot, setup.welcome.known.isVisible)
    assert FACTS.name in setup.welcome.known.text()
    assert setup.welcome.restore.hasFocus()


# cancelling, closing, and other languages


def restoring_over(qtbot: QtBot, desk: Desk) -> RestoreWizard:
    """The wizard over an office that works, as the settings open it."""
    desk.show_login()
    wait(qtbot, lambda: isinstance(shown(desk), LoginView))
    desk.flow.restore()
    return seen(qtbot, desk, RestoreWizard)


def test_a_damaged_list_of_destroyed_customers_stops_the_restore_until_an_owner_goes_on(
    qtbot: QtBot, desk: Desk, home: Path, office: BackedUp
) -> None:
    (office.place / "disposed.list").write_bytes(b"hvacdesk-disposed-list 3 damaged")
    wizard = restoring_over(qtbot, desk)
    to_the_proof(qtbot, wizard, office.place)
    before = office.files()
    scan(qtbot, wizard, office.sheet)
    wait(qtbot, lambda: wizard.run.failed and background.idle())
    said = texts_in(wizard)
    assert "none is whole and signed by the office" in said
    assert "comes back" in said
    assert office.files() == before
    without = {one.text(): one for one in wizard.run.findChildren(QPushButton)}["Restore without a list"]
    qtbot.mouseClick(without, Qt.MouseButton.LeftButton)
    report(qtbot, wizard)


def test_a_restore_is_cancelled_between_two_steps(
    qtbot: QtBot, desk: Desk, home: Path, office: BackedUp
) -> None:
    wizard = restoring_over(qtbot, desk)
    to_the_proof(qtbot, wizard, office.place)
    before = office.files()
    real = Restoring.restore_with_sheet

    def cancelled_early(
        self: Restoring, path: str, code: str, progress: Callable[..., None], *, without_list: bool
    ) -> object:
        assert wizard.run.busy._cancel is not None
        wizard.run.busy._cancel()
        return real(self, path, code, progress, without_list=without_list)

    with replaced(Restoring, "restore_with_sheet", cancelled_early):
        scan(qtbot, wizard, office.sheet)
        wait(qtbot, lambda: background.idle() and wizard.step is wizard.unlock)
    assert "Stopped. Nothing was changed." in texts_in(wizard)
    assert office.files() == before
    again, owner = log_in_owner(home)
    again.leave(owner)


def close_in_the_list(qtbot: QtBot, wizard: RestoreWizard, office: BackedUp) -> None:
    find_in(qtbot, wizard, office.place)


def close_at_the_check(qtbot: QtBot, wizard: RestoreWizard, office: BackedUp) -> None:
    find_in(qtbot, wizard, office.place)
    go_on(qtbot, wizard)


def close_at_the_proof(qtbot: QtBot, wizard: RestoreWizard, office: BackedUp) -> None:
    to_the_proof(qtbot, wizard, office.place)


def close_while_it_runs(qtbot: QtBot, wizard: RestoreWizard, office: BackedUp) -> None:
    to_the_proof(qtbot, wizard, office.place)
    scan(qtbot, wizard, office.sheet)


def close_at_the_report(qtbot: QtBot, wizard: RestoreWizard, office: BackedUp) -> None:
    to_the_proof(qtbot, wizard, office.place)
    scan(qtbot, wizard, office.sheet)
    report(qtbot, wizard)


@pytest.mark.parametrize(
    "come_to",
    [close_in_the_list, close_at_the_check, close_at_the_proof, close_while_it_runs, close_at_the_report],
    ids=lambda step: step.__name__,
)
def test_a_window_closed_at_any_step_leaves_a_whole_office(
    qtbot: QtBot, desk: Desk, home: Path, office: BackedUp, come_to: Callable[..., None]
) -> None:
    wizard = restoring_over(qtbot, desk)
    come_to(qtbot, wizard, office)
    opened: list[Office] = []
    wizard.restored.connect(lambda restored, _actor: opened.append(restored))
    opened += [held[0] for held in (desk.flow._rescue._held,) if held is not None]
    with qtbot.waitSignal(desk.finished):
        desk.flow.window.close()
    wait(qtbot, background.idle)
    assert all(restored._workplace.vault._session._held is None for restored in opened)
    entry = OfficeEntry(home, now)
    entry.acquire()
    entry.release()
    again, owner = log_in_owner(home)
    names = {member.name for member in again.accounts.list(owner)}
    again.leave(owner)
    if come_to is not close_at_the_report and come_to is not close_while_it_runs:
        assert LATER in names


def test_another_language_keeps_the_restored_office_and_its_report(
    qtbot: QtBot, desk: Desk, home: Path, office: BackedUp
) -> None:
    office.lose_computer()
    wizard = from_the_start_page(qtbot, desk)
    to_the_proof(qtbot, wizard, office.place)
    scan(qtbot, wizard, office.sheet)
    report(qtbot, wizard)
    desk.flow.window.language_chosen.emit("ja")
    try:
        again = seen(qtbot, desk, RestoreWizard)
        assert again is not wizard
        assert isinstance(again.step, ReportStep)
        again.step.go_on.emit()
        seen(qtbot, desk, TakeOverView)
    finally:
        desk.flow.window.language_chosen.emit("en")


def test_the_wizard_is_walked_by_keyboard_alone(
    qtbot: QtBot, desk: Desk, home: Path, office: BackedUp
) -> None:
    office.lose_computer()
    wizard = from_the_start_page(qtbot, desk)
    find_in(qtbot, wizard, office.place)
    wait(qtbot, wizard.finding.table.hasFocus)
    qtbot.keyClick(wizard.finding.table, Qt.Key.Key_Return)
    wait(qtbot, lambda: wizard.step is wizard.check and wizard.check.primary.hasFocus())
    qtbot.keyClick(wizard.check.primary, Qt.Key.Key_Escape)
    assert wizard.step is wizard.finding
    wait(qtbot, lambda: wizard.finding.table.hasFocus() and background.idle())
    qtbot.keyClick(wizard.finding.table, Qt.Key.Key_Return)
    wait(qtbot, lambda: wizard.step is wizard.check and wizard.check.primary.hasFocus())
    qtbot.keyClick(wizard.check.primary, Qt.Key.Key_Return)
    wait(qtbot, wizard.unlock.code.edit.hasFocus)
    scan(qtbot, wizard, office.sheet)
    step = report(qtbot, wizard)
    wait(qtbot, step.primary.hasFocus)
