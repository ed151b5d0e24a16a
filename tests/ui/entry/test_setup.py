"""Setting up a new office, with a real key store and a real encrypted file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from hvacdesk.app import Desk
from hvacdesk.domain.clock import office_time
from hvacdesk.domain.exchange.outside_lists import ListKind
from hvacdesk.services.entry import office_opening
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.entry.ways_out import WayOut
from hvacdesk.ui.entry.blocked import BlockedView
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.pin_view import PinView
from hvacdesk.ui.entry.setup_wizard import SetupWizard
from hvacdesk.ui.printing.preview import page_setup
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.errors import ErrorDialog
from hvacdesk.vault.errors import DiskFull
from tests.helpers.cups import CupsPrinter
from tests.helpers.desk_office import FACTS, OWNER, OWNER_PASSPHRASE, desk_on, now, shown, texts_in, wait
from tests.helpers.sabotage import replaced
from tests.helpers.secret_service import SecretService

pytestmark = pytest.mark.usefixtures("secret_service")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "office"


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[Desk]:
    with desk_on(home, qtbot, qapp) as made:
        made.show_login()
        yield made


@pytest.fixture
def wizard(qtbot: QtBot, desk: Desk) -> SetupWizard:
    wait(qtbot, lambda: isinstance(shown(desk), SetupWizard))
    view = shown(desk)
    assert isinstance(view, SetupWizard)
    return view


def press(qtbot: QtBot, wizard: SetupWizard) -> None:
    """The step's way on."""
    assert wizard.step.primary is not None
    qtbot.mouseClick(wizard.step.primary, Qt.MouseButton.LeftButton)


def to_the_sheet(qtbot: QtBot, wizard: SetupWizard) -> None:
    press(qtbot, wizard)
    form = wizard.office.form
    form.name.setText(FACTS.name)
    form.address.setText(FACTS.address)
    form.phone.setText(FACTS.phone)
    form.manager.setText(FACTS.privacy_manager)
    press(qtbot, wizard)
    wizard.owner.name.setText(OWNER)
    qtbot.keyClicks(wizard.owner.choice.first.edit, OWNER_PASSPHRASE)
    qtbot.keyClicks(wizard.owner.choice.second.edit, OWNER_PASSPHRASE)
    press(qtbot, wizard)
    wait(qtbot, lambda: wizard.step is wizard.paper)


def to_the_check(qtbot: QtBot, wizard: SetupWizard) -> None:
    to_the_sheet(qtbot, wizard)
    wizard.paper.finish()
    wait(qtbot, lambda: wizard.check is not None)


def test_the_whole_way_to_an_open_office(qtbot: QtBot, desk: Desk, wizard: SetupWizard, home: Path) -> None:
    to_the_check(qtbot, wizard)
    for position, edit in wizard.check.groups.items():
        wait(qtbot, edit.hasFocus)
        qtbot.keyClicks(edit, wizard._draft.printed_group(position).lower())
        assert not home.exists()
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    wait(qtbot, lambda: isinstance(shown(desk), PinView))
    assert f"The office “{FACTS.name}” was created." in texts_in(shown(desk))
    shown(desk).skipped.emit()
    wait(qtbot, lambda: desk.window is not None)
    assert desk.window.context.office.facts() == FACTS
    assert desk.window.context.actor.name == OWNER
    assert FACTS.name in desk.window.windowTitle()
    assert OfficeEntry(home, now).exists()


def test_a_cancelled_set_up_leaves_nothing(qtbot: QtBot, desk: Desk, wizard: SetupWizard, home: Path) -> None:
    to_the_check(qtbot, wizard)
    with qtbot.waitSignal(desk.finished):
        desk.flow.window.close()
    assert not home.exists()


def save_sheet(qtbot: QtBot, wizard: SetupWizard, file: Path) -> None:
    qtbot.mouseClick(wizard.paper.save, Qt.MouseButton.LeftButton)
    wait(qtbot, lambda: any(one.isVisible() for one in wizard.paper.findChildren(QFileDialog)))
    chooser = next(one for one in wizard.paper.findChildren(QFileDialog) if one.isVisible())
    assert f"{office_time(wizard._draft.made):%Y-%m-%d %H%M}" in chooser.selectedFiles()[0]
    chooser.fileSelected.emit(str(file))
    wait(qtbot, file.exists)
    wait(qtbot, wizard.paper.primary.isEnabled)


def question(wizard: SetupWizard) -> Dialog:
    (asked,) = [one for one in wizard.findChildren(Dialog) if one.isVisible()]
    return asked


def test_closing_asks_once_a_sheet_is_out_that_would_open_nothing(
    qtbot: QtBot, desk: Desk, wizard: SetupWizard, home: Path, tmp_path: Path
) -> None:
    to_the_sheet(qtbot, wizard)
    file = tmp_path / "sheet.pdf"
    save_sheet(qtbot, wizard, file)
    press(qtbot, wizard)
    window = desk.flow.window
    for _time in range(2):
        window.close()
        asked = question(wizard)
    said = texts_in(asked)
    assert "opens nothing then" in said
    assert wizard._draft.fingerprint in said
    assert "sheet.pdf" in said
    assert str(tmp_path) in said
    asked.primary.click()
    assert window.isVisible()
    assert wizard.step is wizard.check, "nothing typed is lost"
    window.close()
    with qtbot.waitSignal(desk.finished):
        next(one for one in question(wizard).findChildren(QPushButton) if one.text() == "Stop").click()
    assert not home.exists()


def test_leaving_for_a_backup_asks_as_closing_does(
    qtbot: QtBot, desk: Desk, wizard: SetupWizard, tmp_path: Path
) -> None:
    left: list[str] = []
    wizard.restore_wanted.connect(lambda: left.append("restore"))
    to_the_sheet(qtbot, wizard)
    save_sheet(qtbot, wizard, tmp_path / "sheet.pdf")
    wizard.welcome.restore_wanted.emit()
    assert left == []
    assert "opens nothing then" in texts_in(question(wizard))


def test_a_saved_sheet_is_named_and_remembered_until_it_is_gone(
    qtbot: QtBot, desk: Desk, wizard: SetupWizard, tmp_path: Path
) -> None:
    to_the_sheet(qtbot, wizard)
    file = tmp_path / "sheet.pdf"
    save_sheet(qtbot, wizard, file)
    said = texts_in(wizard.paper)
    assert "sheet.pdf" in said
    assert str(tmp_path) in said
    assert "It is not printed yet" in said
    assert wizard._draft.fingerprint in said, "it is told from the sheet of another set-up"
    press(qtbot, wizard)
    assert "was saved and not printed here" in texts_in(wizard.check)
    for position, edit in wizard.check.groups.items():
        edit.setText(wizard._draft.printed_group(position))
    press(qtbot, wizard)
    wait(qtbot, lambda: isinstance(shown(desk), PinView))
    shown(desk).skipped.emit()
    wait(qtbot, lambda: desk.window is not None)
    office, actor = desk.window.context.office, desk.window.context.actor
    (out,) = office.outside_lists.out(actor)
    assert (out.kind, out.place, out.document) == (ListKind.RECOVERY_SHEET, str(file), "1")
    card = desk.window.page.lists_outside
    wait(qtbot, card.isVisible)
    assert "sheet.pdf" in "".join(row.line.note for row in card.rows.rows)


def test_a_mistyped_group_does_not_get_on(qtbot: QtBot, wizard: SetupWizard, home: Path) -> None:
    to_the_check(qtbot, wizard)
    first, last = wizard.check.groups
    wizard.check.groups[first].setText(wizard._draft.printed_group(first))
    wizard.check.groups[last].setText("00000")
    press(qtbot, wizard)
    assert wizard.check.form.fields[str(last)].error.text()
    assert not wizard.check.form.fields[str(first)].error.text()
    assert not home.exists()


def test_an_office_needs_a_name(qtbot: QtBot, wizard: SetupWizard) -> None:
    press(qtbot, wizard)
    press(qtbot, wizard)
    assert wizard.step is wizard.office
    assert wizard.office.form.fields["name"].error.text()


def test_a_sole_proprietors_year_is_the_calendar_year(qtbot: QtBot, wizard: SetupWizard) -> None:
    form = wizard.office.form
    form.legal_form.setCurrentIndex(1)
    assert form.facts().fiscal_year_end_month == 12
    assert not form.year_end.isEnabled()


@pytest.mark.parametrize(
    ("first", "second", "marked"),
    [
        ("short", "short", "first"),
        ("passwordpassword", "passwordpassword", "first"),
        (OWNER_PASSPHRASE, OWNER_PASSPHRASE + "x", "second"),
    ],
    ids=["short", "common", "different"],
)
def test_a_weak_or_mistyped_passphrase_is_refused(
    qtbot: QtBot, wizard: SetupWizard, first: str, second: str, marked: str
) -> None:
    choice = wizard.owner.choice
    choice.first.set_text(first)
    choice.second.set_text(second)
    assert not choice.ready()
    assert choice.form.fields[marked].error.text()


def test_a_suggested_passphrase_is_strong_and_must_be_typed_once_more(wizard: SetupWizard) -> None:
    choice = wizard.owner.choice
    choice.use_suggestion()
    suggested = choice.text()
    assert not choice.ready()
    choice.second.set_text(suggested)
    assert choice.ready()


def test_another_language_keeps_what_was_typed(qtbot: QtBot, desk: Desk, wizard: SetupWizard) -> None:
    to_the_sheet(qtbot, wizard)
    draft = wizard._draft
    desk.flow.window.language_chosen.emit("en")
    again = shown(desk)
    assert again is not wizard
    assert isinstance(again, SetupWizard)
    assert again.office.form.facts() == FACTS
    assert again.owner.name.text() == OWNER
    assert again._draft is draft
    assert again.owner.choice.text() == ""


def test_the_sheet_comes_out_of_the_printer(
    qtbot: QtBot, wizard: SetupWizard, cups_printer: CupsPrinter
) -> None:
    to_the_sheet(qtbot, wizard)
    assert not wizard.paper.primary.isEnabled()
    qtbot.mouseClick(wizard.paper.preview, Qt.MouseButton.LeftButton)
    wait(qtbot, lambda: wizard.paper.sheet is not None)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(cups_printer.name)
    page_setup(printer)
    wizard.paper.sheet.send(printer)
    wait(qtbot, wizard.paper.primary.isEnabled)
    assert cups_printer.printed(1)


def test_without_a_printer_it_is_said_how_and_the_copy_is_what_is_checked(
    qtbot: QtBot, wizard: SetupWizard
) -> None:
    to_the_sheet(qtbot, wizard)
    paper = wizard.paper
    assert not paper.by_hand.isEnabled()
    why = "open the preview first"
    assert why in texts_in(paper)
    qtbot.mouseClick(paper.preview, Qt.MouseButton.LeftButton)
    wait(qtbot, lambda: paper.sheet is not None)
    assert paper.sheet is not None
    paper.sheet.reject()
    assert why not in texts_in(paper)
    qtbot.mouseClick(paper.by_hand, Qt.MouseButton.LeftButton)
    wait(qtbot, lambda: wizard.step is wizard.check)
    assert wizard.check is not None
    assert "the code that you copied by hand" in texts_in(wizard.check)
    assert "printed sheet" not in texts_in(wizard.check)
    press(qtbot, wizard)
    assert "Compare your copy with the preview" in texts_in(wizard.check)
    wizard.check.back.emit()
    paper.finish()
    assert "printed sheet" in texts_in(wizard.check)


def test_a_missing_key_store_is_explained_and_tried_again(
    qtbot: QtBot, wizard: SetupWizard, secret_service: SecretService
) -> None:
    press(qtbot, wizard)
    wizard.office.form.fill(FACTS)
    press(qtbot, wizard)
    wizard.owner.name.setText(OWNER)
    wizard.owner.choice.first.set_text(OWNER_PASSPHRASE)
    wizard.owner.choice.second.set_text(OWNER_PASSPHRASE)
    secret_service.stop_daemon()
    try:
        press(qtbot, wizard)
        wait(qtbot, lambda: wizard._failure.shown is not None)
        assert wizard.step is wizard.owner
    finally:
        secret_service.start_unlocked()
    wizard._failure.shown.retry_button.click()
    wait(qtbot, lambda: wizard.step is wizard.paper)
    assert wizard._failure.shown is None


def test_a_locked_key_store_stops_the_last_step_only_until_it_is_unlocked(
    qtbot: QtBot, desk: Desk, wizard: SetupWizard, home: Path, secret_service: SecretService
) -> None:
    to_the_check(qtbot, wizard)
    for position, edit in wizard.check.groups.items():
        edit.setText(wizard._draft.printed_group(position))
    secret_service.start_locked()
    try:
        press(qtbot, wizard)
        wait(qtbot, lambda: wizard.findChildren(ErrorDialog))
        wizard.findChild(ErrorDialog).close()
        assert wizard.step is wizard.check
        assert not OfficeEntry(home, now).exists()
    finally:
        secret_service.start_unlocked()
    press(qtbot, wizard)
    wait(qtbot, lambda: isinstance(shown(desk), PinView))


class TestFolder:
    """The office's folder is judged before anything is asked."""

    @pytest.fixture
    def home(self, tmp_path: Path) -> Path:
        (tmp_path / "shared" / ".stfolder").mkdir(parents=True)
        return tmp_path / "shared" / "office"

    def test_a_synchronised_folder_is_warned_of_and_can_be_accepted(
        self, qtbot: QtBot, wizard: SetupWizard
    ) -> None:
        assert "Syncthing synchronises" in texts_in(wizard)
        press(qtbot, wizard)
        assert wizard.step is wizard.welcome
        warning = wizard.welcome.warning
        assert warning is not None
        qtbot.keyClick(warning.accepted, Qt.Key.Key_Space)
        press(qtbot, wizard)
        assert wizard.step is wizard.office


def test_a_folder_on_this_disk_is_not_warned_of(wizard: SetupWizard) -> None:
    assert wizard.welcome.warning is None


def test_an_office_that_is_there_but_did_not_open_leads_to_its_login(
    qtbot: QtBot, desk: Desk, wizard: SetupWizard, home: Path
) -> None:
    """It must not be said that nothing was saved, nor may the same sheet be asked for again."""

    def full(*_: object) -> None:
        raise DiskFull

    to_the_check(qtbot, wizard)
    for position, edit in wizard.check.groups.items():
        edit.setText(wizard._draft.printed_group(position))
    with replaced(office_opening, "_entered", full):
        press(qtbot, wizard)
        wait(qtbot, lambda: isinstance(shown(desk), BlockedView))
    view = shown(desk)
    assert "The office was created" in "".join(texts_in(view))
    assert OfficeEntry(home, now).exists()
    view.ways[WayOut.RETRY].click()
    wait(qtbot, lambda: isinstance(shown(desk), LoginView))
