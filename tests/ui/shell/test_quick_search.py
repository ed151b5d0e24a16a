"""Ctrl+K at the desk: everything by one field and the keyboard, and nothing that the role or a mask hides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.domain.partners.partners import Contract, FirmFacts
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.backups.backups_tab import BackupsTab
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.help.help_dialog import HelpDialog
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.language import language
from hvacdesk.ui.shell.destinations import DESTINATIONS, RULES_TABS, SETTINGS_TABS, find_destinations
from hvacdesk.ui.shell.quick_hits import FoundLine
from hvacdesk.ui.shell.quick_search import QuickSearchDialog
from hvacdesk.ui.staff.accounts_tab import AccountsTab
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import (
    OTHER_TANAKA,
    SECRETS,
    SHOP,
    TANAKA,
    FrontDesk,
    build_front_desk,
    open_desk,
    type_in,
)
from tests.helpers.real_office import RealOffice
from tests.helpers.secret_service import SecretService

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> RealOffice:
    real = build_front_desk(tmp_path_factory.mktemp("template") / "office")
    office, owner = real.login(Role.OWNER)
    contract = Contract("2025-04-01", "委-12", "2027-03-31", confidentiality=True)
    office.partners.register(owner, FirmFacts("株式会社見本設備", contract=contract))
    office.close()
    return real


@pytest.fixture
def owner(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        yield opened


def opened(desk: FrontDesk) -> QuickSearchDialog:
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)
    desk.key(desk.window, Qt.Key.Key_K, CTRL)
    dialog = desk.dialog()
    assert isinstance(dialog, QuickSearchDialog)
    return dialog


def sought(desk: FrontDesk, text: str) -> QuickSearchDialog:
    """The search with this text typed into it and answered."""
    dialog = opened(desk)
    type_in(dialog.search, text)
    desk.wait(lambda: dialog._live.wanted == text and dialog._live.settled)
    desk.calm()
    return dialog


def found(dialog: QuickSearchDialog, kind: str = "") -> list[str]:
    rows = [row for row in dialog.table.rows() if isinstance(row, FoundLine)]
    return [row.what.text for row in rows if kind in ("", row.kind)]


def enter(desk: FrontDesk, dialog: QuickSearchDialog) -> None:
    desk.key(dialog.search, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    desk.calm()


class TestOpening:
    def test_a_customer(self, desk: FrontDesk) -> None:
        enter(desk, sought(desk, "青葉"))
        desk.wait(lambda: desk.window._current == "customers" and desk.page.panel is not None)
        assert desk.page.panel.detail.name.text == SHOP.organisation

    def test_enter_pressed_again_on_the_customer_shows_nothing_hidden(self, desk: FrontDesk) -> None:
        enter(desk, sought(desk, "青葉"))
        desk.wait(lambda: desk.window._current == "customers" and desk.page.panel is not None)
        desk.window.activateWindow()
        desk.wait(lambda: desk.page.panel.isAncestorOf(QApplication.focusWidget() or desk.window))
        panel = desk.page.panel
        for _again in range(2):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
            desk.calm()
        assert not any(value.shown for value in panel.contact.values.values())
        assert QApplication.activePopupWidget() is None

    def test_a_job_by_its_number_and_by_its_end(self, desk: FrontDesk) -> None:
        job = desk.office.jobs.of_customer(desk.actor, desk.customer(TANAKA))[0]
        for text in (job.number, job.number[-2:]):
            dialog = sought(desk, text)
            assert found(dialog)[0] == "田中 美沙緒"
            assert dialog.table.select(lambda row: row.kind == "Job" and job.number in row.more.text)
            dialog._take(dialog.table.current())
            shown = desk.dialog()
            assert isinstance(shown, JobDialog)
            assert job.number in texts_in(shown)
            shown.reject()
            desk.calm()

    def test_a_customer_brings_their_jobs(self, desk: FrontDesk) -> None:
        assert found(sought(desk, "田中"), "Job")

    def test_a_firm(self, owner: FrontDesk) -> None:
        dialog = sought(owner, "見本")
        assert found(dialog, "Firm") == ["株式会社見本設備"]
        enter(owner, dialog)
        assert owner.window._current == "safeguards"
        assert owner.page.section.firms.table.current().facts.firm == "株式会社見本設備"

    @pytest.mark.parametrize("text", ["backup", "Backups", "バックアップ", "ﾊﾞｯｸｱｯﾌﾟ"])
    def test_a_tab_in_both_languages(self, owner: FrontDesk, text: str) -> None:
        dialog = sought(owner, text)
        assert found(dialog, "Page")[0] == "Backups"
        enter(owner, dialog)
        assert owner.window._current == "settings"
        assert isinstance(owner.page.backups, BackupsTab)
        assert owner.page.backups.isVisible()

    def test_what_the_help_says_finds_the_place_and_its_page(self, owner: FrontDesk) -> None:
        dialog = sought(owner, "招待")
        assert "Accounts" in found(dialog, "Page")
        assert dialog.table.select(lambda row: row.kind == "Page" and row.what.text == "Accounts")
        desk_row = dialog.table.current()
        dialog._take(desk_row)
        owner.calm()
        assert isinstance(owner.page.accounts, AccountsTab)
        dialog = sought(owner, "shredder")
        assert found(dialog, "Help")
        dialog.table.select(lambda row: row.kind == "Help")
        dialog._take(dialog.table.current())
        owner.calm()
        assert owner.window.findChild(HelpDialog) is not None

    def test_something_to_do(self, desk: FrontDesk) -> None:
        enter(desk, sought(desk, "新規のお客様"))
        assert isinstance(desk.dialog(), CustomerForm)

    def test_the_curtain_and_what_it_hides(self, desk: FrontDesk) -> None:
        dialog = sought(desk, "田中")
        desk.window.draw_curtain()
        assert not dialog.isVisible()
        assert "田中" not in texts_in(desk.window)
        desk.window.uncover()
        desk.wait(dialog.isVisible)


class TestWhatIsHidden:
    def test_no_hit_shows_more_than_its_mask(self, desk: FrontDesk) -> None:
        """Of today's job the name is whole, as on every list of the day; nothing else of the customer is."""
        dialog = sought(desk, "田中")
        everything = texts_in(dialog)
        assert len(found(dialog, "Customer")) == 2
        assert not [one for one in SECRETS if one in everything and one != "美沙緒"]
        rows = [row for row in dialog.table.rows() if row.kind == "Customer"]
        assert not any("美沙緒" in row.what.text + row.more.text for row in rows)

    @pytest.mark.parametrize("role", [Role.TECHNICIAN, Role.INSPECTOR])
    def test_who_may_not_find_customers_finds_none(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot, role: Role
    ) -> None:
        with open_desk(template, tmp_path / "own", qtbot, role) as desk:
            dialog = sought(desk, "田中")
            assert not found(dialog, "Customer")
            assert not found(dialog, "Job")

    @pytest.mark.parametrize("role", list(Role))
    def test_places_are_those_of_the_role(self, role: Role) -> None:
        actor = Actor("a" * 32, "x", frozenset({role}))
        shown = {place.page for place in DESTINATIONS if place.visible_to(actor) and not place.within}
        assert ("customers" in shown) is (role in {Role.OWNER, Role.DESK, Role.ACCOUNTING})
        backups = [
            one
            for one in find_destinations(actor, "backup", 50).named
            if one.arguments.get("tab") == "backups"
        ]
        assert bool(backups) is (role is Role.OWNER)

    @pytest.mark.parametrize("role", list(Role))
    def test_the_tabs_are_those_of_the_pages(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot, role: Role
    ) -> None:
        with open_desk(template, tmp_path / "own", qtbot, role) as desk:
            may = desk.actor.may
            for page, tabs in (("settings", SETTINGS_TABS), ("rules", RULES_TABS)):
                desk.go(page)
                shown = [tab for tab in tabs if not tab[2] or any(map(may, tab[2]))]
                assert list(desk.page.tabs.names) == [tab[0] for tab in shown]
                titles = [made.text() for made in desk.page.tabs._group.buttons()]
                assert titles == [english(tab[1]) for tab in shown]

    def test_the_window_knows_each_act(self, desk: FrontDesk) -> None:
        assert {place.act for place in DESTINATIONS if place.act} == set(desk.window.keys.acts())


class TestOpenedLast:
    def test_whom_one_opened_is_offered_before_anything_is_typed(self, desk: FrontDesk) -> None:
        assert found(opened(desk)) == []
        desk.dialog().reject()
        for record in (SHOP, OTHER_TANAKA):
            desk.go("customers", customer=desk.customer(record))
        dialog = opened(desk)
        assert found(dialog) == ["田中 ●●", SHOP.organisation]
        desk.key(dialog.search, Qt.Key.Key_Down)
        desk.key(dialog.table, Qt.Key.Key_Down)
        desk.key(dialog.table, Qt.Key.Key_Return)
        assert desk.page.panel.detail.name.text == SHOP.organisation

    def test_typing_a_search_opens_nobody(self, desk: FrontDesk) -> None:
        desk.search("青葉")
        desk.wait(lambda: desk.page.panel is not None)
        assert desk.window.context.recent.ids == ()
        desk.key(desk.page.search, Qt.Key.Key_Return)
        desk.wait(lambda: desk.window.context.recent.ids == (desk.customer(SHOP),))

    def test_who_is_gone_is_offered_no_longer(self, desk: FrontDesk) -> None:
        desk.window.context.recent.note("f" * 32)
        assert found(opened(desk)) == []


def test_in_japanese_the_english_name_is_found_too(owner: FrontDesk) -> None:
    language.use("ja")
    owner.window.rebuild()
    owner.calm()
    assert "バックアップ" in found(sought(owner, "backup"))
