"""Settings → Keys in the real window on a real office: renewal, recovery sheets, logins of this computer."""

from __future__ import annotations

import io
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.ui.entry.keys_tab import KeysTab
from hvacdesk.ui.entry.sheet_renewal import NewSheetDialog
from hvacdesk.ui.widgets.warning_box import WarningBox
from hvacdesk.vault.device import keyring_store
from hvacdesk.vault.errors import RecoveryCodeForeign
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_window
from tests.helpers.real_office import RealOffice, copied_real_office, new_real_office
from tests.helpers.secret_service import SecretService
from tests.helpers.systems import SYSTEM
from tests.helpers.typed_codes import printed_groups

pytestmark = pytest.mark.usefixtures("secret_service")


@pytest.fixture
def real(tmp_path: Path, secret_service: SecretService) -> Iterator[RealOffice]:
    """The only copy with these secrets: these tests change keys."""
    yield copied_real_office(_of_one, tmp_path / "office")
    secret_service.forget_all()


def _of_one(home: Path) -> RealOffice:
    return new_real_office(home, everybody=False)


@pytest.fixture
def desk(real: RealOffice, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_window(real, qtbot, Role.OWNER) as opened:
        opened.go("settings", tab="keys")
        yield opened


def tab_of(desk: FrontDesk) -> KeysTab:
    found = desk.page.keys
    assert isinstance(found, KeysTab)
    return found


def slots(desk: FrontDesk) -> bytes:
    return (desk.real.home / "office.keys").read_bytes()


def audited(desk: FrontDesk) -> list[Action]:
    return [entry.action for entry in desk.office.audit.entries(desk.actor, limit=20)]


def test_the_keys_are_renewed_and_say_what_is_left_to_do(desk: FrontDesk) -> None:
    tab = tab_of(desk)
    assert tab.epoch.text() == "Epoch 1"
    fingerprint = tab.fingerprint.text()
    assert fingerprint
    assert not tab.findChildren(WarningBox)
    desk.click(tab.renew_button)
    desk.press(desk.dialog(), "Renew the keys")
    assert tab.epoch.text() == "Epoch 2"
    assert tab.fingerprint.text() == fingerprint
    (box,) = tab.findChildren(WarningBox)
    assert "epoch 1" in box.accessibleName()
    desk.press(box, "Back up")
    assert desk.page.backups.isVisible()


def test_what_else_keeps_the_former_key_is_named(
    desk: FrontDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = tab_of(desk)
    desk.click(tab.renew_button)
    desk.press(desk.dialog(), "Renew the keys")
    (tmp_path / "backups").mkdir()
    desk.office.backups.add_place(desk.actor, str(tmp_path / "backups"))
    (tmp_path / "hvacdesk" / "key-store.lock").mkdir(parents=True)
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(keyring_store, "_lock_folder", lambda: tmp_path / "hvacdesk")
        desk.office.backups.run(desk.actor)
    desk.go("settings", tab="keys")
    (box,) = tab.findChildren(WarningBox)
    assert "key-store.lock" in box.accessibleName()
    assert "until a verified backup" not in box.accessibleName()


class TestNewSheet:
    @pytest.fixture
    def wizard(self, desk: FrontDesk) -> NewSheetDialog:
        desk.click(tab_of(desk).sheet_button)
        dialog = desk.dialog()
        assert isinstance(dialog, NewSheetDialog)
        return dialog

    def to_the_check(self, desk: FrontDesk, wizard: NewSheetDialog) -> None:
        desk.press(wizard, "Begin")
        desk.wait(lambda: wizard.step is wizard.paper)
        assert not wizard.paper.by_hand.isEnabled(), "no code was shown yet"
        desk.click(wizard.paper.preview)
        desk.wait(lambda: wizard.paper.sheet is not None)
        wizard.paper.sheet.reject()
        desk.calm()
        desk.press(wizard, "Without a printer: I copied the code by hand")
        assert wizard.step is wizard.check

    def type_groups(self, wizard: NewSheetDialog) -> None:
        for position, edit in wizard.check.groups.items():
            edit.setText(wizard._renewal.printed_group(position).lower())

    def code(self, wizard: NewSheetDialog) -> str:
        renewal = wizard._renewal
        return "-".join(printed_groups(renewal))

    def test_nothing_changes_before_the_last_step(self, desk: FrontDesk, wizard: NewSheetDialog) -> None:
        before = slots(desk)
        self.to_the_check(desk, wizard)
        code = self.code(wizard)
        wizard.check.groups[0].setText("00000")
        desk.press(wizard, "Put the new sheet in force")
        assert wizard.check.form.fields["0"].error.text()
        desk.key(wizard, Qt.Key.Key_Escape)
        desk.press(desk.dialog(), "Stop")
        assert not wizard.isVisible()
        assert slots(desk) == before
        with pytest.raises(RecoveryCodeForeign):
            OfficeEntry(desk.real.home, desk.real.clock).recover(code)

    def test_the_new_sheet_opens_the_office_and_the_old_one_is_to_be_shredded(
        self, desk: FrontDesk, wizard: NewSheetDialog
    ) -> None:
        tab = tab_of(desk)
        self.to_the_check(desk, wizard)
        self.type_groups(wizard)
        code = self.code(wizard)
        desk.press(wizard, "Put the new sheet in force")
        desk.wait(lambda: wizard.answered)
        assert "shred sheet 1" in texts_in(wizard)
        desk.press(wizard, "Close")
        assert [line.name for line in tab.sheets.lines] == ["Sheet 2", "Sheet 1"]
        assert [line.chip.text for line in tab.sheets.lines] == ["Opens the office", "To be shredded"]
        desk.press(tab, "Sheet 1 is shredded")
        assert tab.sheets.lines[1].chip.text == "Shredded"
        assert {Action.SHEET_RENEWED, Action.SHEET_SHREDDED} <= set(audited(desk))
        office, _actor = OfficeEntry(desk.real.home, desk.real.clock).recover(code)
        office.close()

    def test_the_old_sheet_can_be_ticked_off_in_the_wizard(
        self, desk: FrontDesk, wizard: NewSheetDialog
    ) -> None:
        self.to_the_check(desk, wizard)
        self.type_groups(wizard)
        desk.press(wizard, "Put the new sheet in force")
        desk.wait(lambda: wizard.answered)
        desk.press(wizard, "Sheet 1 is shredded")
        assert not wizard.isVisible()
        assert tab_of(desk).sheets.lines[1].chip.text == "Shredded"

    def test_a_saved_sheet_is_the_printed_one_and_for_its_owner_alone(
        self, desk: FrontDesk, wizard: NewSheetDialog, tmp_path: Path
    ) -> None:
        desk.press(wizard, "Begin")
        desk.wait(lambda: wizard.step is wizard.paper)
        assert not wizard.paper.primary.isEnabled()
        desk.click(wizard.paper.save)
        chooser = desk.dialog()
        file = tmp_path / "sheet.pdf"
        chooser.fileSelected.emit(str(file))
        chooser.close()
        desk.calm()
        if SYSTEM != "win32":  # there the folder's rights hold
            assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert list(tmp_path.glob("*.part")) == []
        text = PdfReader(io.BytesIO(file.read_bytes())).pages[0].extract_text()
        assert wizard._renewal.printed_group(3) in text
        assert wizard.paper.primary.isEnabled()
        assert "delete it" in wizard.paper.state.text()


class TestLogins:
    def test_another_login_gets_words_that_are_shown_once(self, desk: FrontDesk) -> None:
        tab = tab_of(desk)
        desk.click(tab.enrol_button)
        dialog = desk.dialog()
        desk.press(dialog, "Make the words")
        assert dialog.form.fields["name"].error.text()
        dialog.name.setText("倉庫 yamada")
        desk.press(dialog, "Make the words")
        assert dialog.one_time
        assert "24 hours" in texts_in(dialog)
        assert (desk.real.home / "office.enrol").exists()
        assert dialog.one_time.encode() not in (desk.real.home / "office.enrol").read_bytes()
        desk.press(dialog, "I have handed it over")
        assert not dialog.isVisible()

    def test_this_login_cannot_be_withdrawn(self, desk: FrontDesk) -> None:
        tab = tab_of(desk)
        (line,) = tab.logins.lines
        assert line.chip.text == "This login"
        assert line.actions == ()
