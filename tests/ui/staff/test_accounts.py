"""Settings → Accounts in the real window on a real office: one-time words, names, leavers, roles, keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from pytestqt.qtbot import QtBot

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import ROLE_ABOUT, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.staff.accounts_tab import AccountsTab, InviteDialog, RenameDialog
from hvacdesk.vault.errors import SlotGone, TooManyTries, WrongPassphrase
from tests.helpers.cups import CupsPrinter
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_window
from tests.helpers.others_save import in_place, save
from tests.helpers.paper import read_text
from tests.helpers.real_office import (
    NAMES,
    SECOND_OWNER,
    RealOffice,
    copied_real_office,
    new_real_office,
    passphrase_of,
)
from tests.helpers.secret_service import SecretService

pytestmark = pytest.mark.usefixtures("secret_service")
CLERK = NAMES[Role.DESK]
OWN_WORDS = "kawara-no-yane-7-hashi"


@pytest.fixture
def real(tmp_path: Path, secret_service: SecretService) -> Iterator[RealOffice]:
    """The only copy with these secrets: these tests change keys."""
    yield copied_real_office(new_real_office, tmp_path / "office")
    secret_service.forget_all()


@pytest.fixture
def desk(real: RealOffice, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_window(real, qtbot, Role.OWNER) as opened:
        opened.go("settings", tab="accounts")
        yield opened


def tab_of(desk: FrontDesk) -> AccountsTab:
    found = desk.page.accounts
    assert isinstance(found, AccountsTab)
    return found


def choose(desk: FrontDesk, name: str) -> AccountsTab:
    tab = tab_of(desk)
    assert tab.table.select(lambda row: row.name == name)
    desk.calm()
    return tab


def state_of(desk: FrontDesk, name: str) -> tuple[bool, tuple[str, ...]]:
    return next((row.active, row.roles) for row in tab_of(desk).table.rows() if row.name == name)


def epoch(desk: FrontDesk) -> int:
    return desk.office.keys.standing(desk.actor).epoch


class TestOneTimeWords:
    def test_a_reset_shows_words_once_that_are_exchanged_for_a_new_passphrase(self, desk: FrontDesk) -> None:
        tab = choose(desk, CLERK)
        desk.click(tab.reset_button)
        dialog = desk.dialog()
        desk.press(dialog, "Reset passphrase")
        words = dialog.one_time
        assert words
        assert words in texts_in(dialog)
        desk.press(dialog, "I have handed it over")
        assert not dialog.isVisible()
        account = desk.real.accounts[CLERK]
        office, actor = desk.real.entry().accept_invitation(account, words, OWN_WORDS)
        assert actor.name == CLERK
        office.leave(actor)
        for old in (words, passphrase_of(CLERK)):
            with pytest.raises((WrongPassphrase, TooManyTries)):
                desk.real.entry().login(account, old)

    def test_a_slip_is_printed_to_hand_over_and_the_log_says_so_without_its_words(
        self, desk: FrontDesk, cups_printer: CupsPrinter
    ) -> None:
        tab = choose(desk, CLERK)
        desk.click(tab.reset_button)
        dialog = desk.dialog()
        desk.press(dialog, "Reset passphrase")
        words = dialog.one_time
        desk.press(dialog, "Print a slip…")
        preview = desk.dialog()
        assert isinstance(preview, PreviewDialog)
        assert CLERK not in preview._document
        desk.click(preview.primary)
        desk.wait(lambda: preview.findChildren(QPrintDialog))
        desk.qtbot.keyClick(preview.findChildren(QPrintDialog)[-1], Qt.Key.Key_Return)
        desk.wait(lambda: not preview.isVisible())
        text = "".join(read_text(cups_printer.printed(1)[0]).split())
        assert "".join(words.split()) in text
        assert "shredder" in text
        desk.calm()
        desk.wait(lambda: not cups_printer.kept_pages())
        assert dialog.one_time == words
        desk.press(dialog, "I have handed it over")
        assert dialog.one_time == ""
        entry = next(
            one for one in desk.office.audit.entries(desk.actor) if one.action is Action.INVITATION_PRINTED
        )
        assert entry.subject == f"account:{desk.real.accounts[CLERK]}"
        assert not [word for word in words.split() if word in repr(entry)]

    def test_what_a_role_may_do_is_said_where_it_is_chosen(self, desk: FrontDesk) -> None:
        desk.press(tab_of(desk), "Invite")
        dialog = desk.dialog()
        assert isinstance(dialog, InviteDialog)
        for role, box in dialog.roles.boxes.items():
            assert english(ROLE_ABOUT[role]) in texts_in(dialog)
            assert box.accessibleDescription() == english(ROLE_ABOUT[role])

    def test_the_list_says_at_once_that_somebody_has_to_choose_a_passphrase(self, desk: FrontDesk) -> None:
        tab = choose(desk, CLERK)
        desk.click(tab.reset_button)
        desk.press(desk.dialog(), "Reset passphrase")
        desk.press(desk.dialog(), "I have handed it over")
        assert next(row.invited for row in tab.table.rows() if row.name == CLERK)


def test_a_new_name_stands_in_the_list_and_at_the_login(desk: FrontDesk) -> None:
    tab = choose(desk, CLERK)
    desk.click(tab.rename_button)
    dialog = desk.dialog()
    dialog.name.setText("  ")
    desk.press(dialog, "Save")
    assert dialog.form.fields["name"].error.text()
    dialog.name.setText("受付 華子")
    desk.press(dialog, "Save")
    assert not dialog.isVisible()
    assert state_of(desk, "受付 華子") == (True, ("desk",))
    assert "受付 華子" in [member.name for member in desk.real.entry().staff()]


def test_a_name_that_somebody_else_changed_meanwhile_is_shown_first(desk: FrontDesk) -> None:
    accounts, actor = desk.office.accounts, desk.actor
    tab = choose(desk, CLERK)
    desk.click(tab.rename_button)
    form = desk.dialog()
    assert isinstance(form, RenameDialog)
    form.name.setText("受付 花代")
    accounts.rename(actor, desk.real.accounts[CLERK], "新姓 花子", shown=CLERK)
    save(desk, form)
    fresh = in_place(desk, form)
    assert "新姓 花子" in texts_in(fresh.others)
    assert fresh.primary.text() == "Save mine on top"
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    assert "受付 花代" in {one.name for one in accounts.list(actor)}


class TestLeaving:
    def test_one_step_takes_the_account_away_and_renews_the_keys(self, desk: FrontDesk) -> None:
        before = epoch(desk)
        tab = choose(desk, CLERK)
        desk.click(tab.remove_button)
        dialog = desk.dialog()
        said = texts_in(dialog)
        assert "keys are renewed" in said
        assert "no printer" in said
        assert "recovery sheet" not in said
        desk.press(dialog, "Remove")
        assert epoch(desk) == before + 1
        with pytest.raises(SlotGone):
            desk.real.entry().login(desk.real.accounts[CLERK], passphrase_of(CLERK))
        desk.press(dialog, "Close")
        assert state_of(desk, CLERK) == (False, ("desk",))
        desk.go("customers")
        assert desk.office.customers.search(desk.actor, "x") is not None

    def test_an_owner_who_leaves_makes_a_new_recovery_sheet_due(self, desk: FrontDesk) -> None:
        tab = choose(desk, SECOND_OWNER)
        desk.click(tab.remove_button)
        dialog = desk.dialog()
        assert "recovery sheet" in texts_in(dialog)
        desk.press(dialog, "Remove")
        assert dialog.departure.sheet_due
        desk.press(dialog, "New recovery sheet")
        assert desk.page.keys.isVisible()
        assert "A new recovery sheet is due" in texts_in(desk.page)

    def test_what_waits_for_a_backup_is_said_and_one_click_away(self, desk: FrontDesk) -> None:
        tab = choose(desk, CLERK)
        desk.click(tab.remove_button)
        dialog = desk.dialog()
        desk.press(dialog, "Remove")
        assert dialog.departure.pending
        desk.press(dialog, "Back up now")
        assert desk.page.backups.isVisible()

    def test_cancelling_changes_nothing(self, desk: FrontDesk) -> None:
        before = epoch(desk)
        tab = choose(desk, CLERK)
        desk.click(tab.remove_button)
        desk.press(desk.dialog(), "Cancel")
        assert epoch(desk) == before
        assert state_of(desk, CLERK) == (True, ("desk",))

    def test_nobody_removes_or_resets_themselves(self, desk: FrontDesk) -> None:
        tab = choose(desk, desk.actor.name)
        assert tab.roles_button.isEnabled()
        assert not tab.reset_button.isEnabled()
        assert not tab.remove_button.isEnabled()
        assert tab.hint.text()


class TestRoles:
    def test_a_role_that_carried_a_key_is_taken_with_notice_and_new_keys(self, desk: FrontDesk) -> None:
        before = epoch(desk)
        tab = choose(desk, NAMES[Role.ACCOUNTING])
        desk.click(tab.roles_button)
        dialog = desk.dialog()
        dialog.roles.boxes[Role.TECHNICIAN].setChecked(True)
        assert not dialog.notice.isVisible()
        dialog.roles.boxes[Role.ACCOUNTING].setChecked(False)
        desk.calm()
        assert dialog.notice.isVisible()
        desk.press(dialog, "Save")
        assert epoch(desk) == before + 1
        assert state_of(desk, NAMES[Role.ACCOUNTING]) == (True, ("technician",))

    def test_a_role_that_carries_none_is_given_without_new_keys(self, desk: FrontDesk) -> None:
        before = epoch(desk)
        tab = choose(desk, CLERK)
        desk.click(tab.roles_button)
        dialog = desk.dialog()
        dialog.roles.boxes[Role.TECHNICIAN].setChecked(True)
        desk.press(dialog, "Save")
        assert epoch(desk) == before
        assert state_of(desk, CLERK) == (True, ("desk", "technician"))


def test_the_last_person_responsible_stays_one(qtbot: QtBot, tmp_path: Path) -> None:
    real = new_real_office(tmp_path / "office", everybody=False)
    with open_window(real, qtbot, Role.OWNER) as desk:
        desk.go("settings", tab="accounts")
        before = epoch(desk)
        tab = choose(desk, desk.actor.name)
        desk.click(tab.roles_button)
        dialog = desk.dialog()
        assert not dialog.roles.boxes[Role.OWNER].isEnabled()
        assert "another person responsible" in dialog.notice.text()
        dialog.roles.boxes[Role.DESK].setChecked(True)
        desk.press(dialog, "Save")
        assert epoch(desk) == before
        assert state_of(desk, desk.actor.name) == (True, ("desk", "owner"))
