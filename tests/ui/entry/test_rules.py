"""Between login and desk: rules that came into force are read there, or later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.app import Desk
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.open_office import Office
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.pin_view import PinView
from hvacdesk.ui.entry.rules_view import RulesView
from hvacdesk.vault.session import VaultClosed
from tests.helpers.desk_office import (
    OWNER,
    OWNER_PASSPHRASE,
    desk_on,
    now,
    seen,
    set_up_office,
    shown,
    texts_in,
    wait,
)
from tests.helpers.secret_service import SecretService

CLERK, CLERK_PASSPHRASE = "受付 花子", "tsubame-no-su-ga-mittsu"


def as_owner(home: Path, act: Callable[[Office, Actor], object]) -> None:
    """What the owner does between two logins of the clerk."""
    entry = OfficeEntry(home, now)
    entry.open_sealed()
    account = next(one.account for one in entry.staff() if one.name == OWNER)
    office, owner = entry.login(account, OWNER_PASSPHRASE)
    act(office, owner)
    office.leave(owner)


@pytest.fixture
def home(tmp_path: Path, secret_service: SecretService) -> Path:
    made = tmp_path / "office"
    one_time = set_up_office(made, invite=CLERK, roles=frozenset({Role.DESK}))
    entry = OfficeEntry(made, now)
    entry.open_sealed()
    account = next(one.account for one in entry.staff() if one.name == CLERK)
    office, clerk = entry.accept_invitation(account, one_time, CLERK_PASSPHRASE)
    office.leave(clerk)
    return made


@pytest.fixture
def desk(home: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    with desk_on(home, qtbot, qapp) as made:
        yield made


def log_in(qtbot: QtBot, desk: Desk) -> None:
    login = seen(qtbot, desk, LoginView)
    assert login.choose(next(one.account for one in desk.entry.staff() if one.name == CLERK))
    login.passphrase.edit.setText(CLERK_PASSPHRASE)
    login.primary.click()
    seen(qtbot, desk, PinView).skipped.emit()


def test_without_rules_the_desk_opens_at_once(home: Path, qtbot: QtBot, desk: Desk) -> None:
    log_in(qtbot, desk)
    wait(qtbot, lambda: desk.window is not None)


def test_each_text_is_read_before_the_desk_opens(home: Path, qtbot: QtBot, desk: Desk) -> None:
    as_owner(home, lambda office, owner: office.rules.take_proposals(owner, "papers", "safeguards"))
    log_in(qtbot, desk)
    view = seen(qtbot, desk, RulesView)
    assert "(1 of 2)" in texts_in(view)
    assert "To be done by" in texts_in(view)
    view.acknowledge()
    wait(qtbot, lambda: "(2 of 2)" in texts_in(view))
    assert desk.window is None
    view.acknowledge()
    wait(qtbot, lambda: desk.window is not None)
    assert desk.window is not None
    context = desk.window.context
    assert context.office.rules.to_acknowledge(context.actor) == ()


def test_later_opens_the_desk_and_the_home_page_goes_on_asking(home: Path, qtbot: QtBot, desk: Desk) -> None:
    as_owner(home, lambda office, owner: office.rules.take_proposals(owner, "papers"))
    log_in(qtbot, desk)
    view = seen(qtbot, desk, RulesView)
    view.back_button.click()
    wait(qtbot, lambda: desk.window is not None)
    assert desk.window is not None
    context = desk.window.context
    assert len(context.office.rules.to_acknowledge(context.actor)) == 1
    assert len(context.office.standings.waiting(context.actor)) == 2


def test_a_text_withdrawn_while_it_was_being_read_holds_nobody_up(
    home: Path, qtbot: QtBot, desk: Desk
) -> None:
    as_owner(home, lambda office, owner: office.rules.take_proposals(owner, "papers"))
    log_in(qtbot, desk)
    view = seen(qtbot, desk, RulesView)
    text = view._waiting[0].text
    office = view._office
    owner = next(one for one in desk.entry.staff() if one.name == OWNER)
    office.rules.withdraw(Actor(owner.account, OWNER, frozenset({Role.OWNER})), text)
    view.acknowledge()
    wait(qtbot, lambda: desk.window is not None)


def test_another_language_begins_with_what_is_left(home: Path, qtbot: QtBot, desk: Desk) -> None:
    as_owner(home, lambda office, owner: office.rules.take_proposals(owner, "papers", "safeguards"))
    log_in(qtbot, desk)
    view = seen(qtbot, desk, RulesView)
    view.acknowledge()
    wait(qtbot, lambda: "(2 of 2)" in texts_in(view))
    assert desk.flow is not None
    desk.flow.window.language_chosen.emit("ja")
    wait(qtbot, lambda: isinstance(shown(desk), RulesView) and shown(desk) is not view)
    again = shown(desk)
    assert again is not None
    assert "紙の取り扱いの決まり" in texts_in(again)
    assert "（1／1）" in texts_in(again)


def test_closing_the_window_there_closes_the_office(home: Path, qtbot: QtBot, desk: Desk) -> None:
    as_owner(home, lambda office, owner: office.rules.take_proposals(owner, "papers"))
    log_in(qtbot, desk)
    view = seen(qtbot, desk, RulesView)
    office = view._office
    assert desk.flow is not None
    desk.flow.window.close()
    with pytest.raises(VaultClosed):
        office._workplace.vault.database_key()
    assert desk.window is None
