"""Whoever removes somebody, or takes away the role by which they go out, is told of the work ahead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Role
from hvacdesk.ui.staff.accounts_tab import AccountsTab
from hvacdesk.ui.staff.removal_dialog import RemovalDialog
from hvacdesk.ui.staff.roles_dialog import RolesDialog
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import (
    SECRETS,
    TANAKA,
    FrontDesk,
    book,
    build_front_desk,
    open_window,
)
from tests.helpers.real_office import NAMES
from tests.helpers.secret_service import SecretService

TOMORROW = "2026-11-25"
TECHNICIAN = NAMES[Role.TECHNICIAN]


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, secret_service: SecretService) -> Iterator[FrontDesk]:
    """The only copy with these secrets: keys change when somebody leaves."""
    with open_window(build_front_desk(tmp_path / "office"), qtbot, Role.OWNER) as opened:
        yield opened
    secret_service.forget_all()


def sent(desk: FrontDesk) -> tuple[str, str]:
    """A job of the technician tomorrow, and its number."""
    jobs, actor = desk.office.jobs, desk.actor
    job = book(desk.office, actor, desk.customer(TANAKA), "10:00", "12:00", TOMORROW)
    record = replace(jobs.record_for_edit(actor, job), staff=(desk.real.accounts[TECHNICIAN],))
    jobs.change(actor, job, jobs.detail(actor, job).version, record)
    return job, jobs.detail(actor, job).row.number


def tab(desk: FrontDesk, name: str) -> AccountsTab:
    desk.go("settings", tab="accounts")
    found = desk.page.accounts
    assert isinstance(found, AccountsTab)
    assert found.table.select(lambda row: row.name == name)
    desk.calm()
    return found


def named(text: str, number: str) -> bool:
    return all(one in text for one in (number, "10:00", "名古屋市中区栄")) and not any(
        secret in text for secret in SECRETS
    )


def test_a_leavers_work_is_named_before_and_after_and_the_calendar_shows_it(desk: FrontDesk) -> None:
    job, number = sent(desk)
    desk.click(tab(desk, TECHNICIAN).remove_button)
    dialog = desk.dialog()
    assert isinstance(dialog, RemovalDialog)
    assert named(texts_in(dialog.ahead), number)
    desk.press(dialog, "Remove")
    assert named(texts_in(dialog), number)
    desk.press(dialog, "Schedule")
    (card,) = (one for one in desk.page.calendar.board.blocks if one.placed.block.row.job == job)
    assert card.warning == "Left"


def test_of_somebody_without_work_ahead_nothing_is_said(desk: FrontDesk) -> None:
    sent(desk)
    desk.click(tab(desk, NAMES[Role.DESK]).remove_button)
    dialog = desk.dialog()
    assert isinstance(dialog, RemovalDialog)
    assert not dialog.ahead.isVisible()
    dialog.done(0)


def test_who_loses_the_role_by_which_they_go_out_is_told_of_too(desk: FrontDesk) -> None:
    _job, number = sent(desk)
    member = next(one for one in desk.office.accounts.list(desk.actor) if one.name == TECHNICIAN)
    dialog = RolesDialog(desk.window.context, member)
    dialog.open()
    desk.calm()
    assert not dialog.ahead.isVisible()
    dialog.roles.boxes[Role.TECHNICIAN].setChecked(False)
    dialog.roles.boxes[Role.DESK].setChecked(True)
    assert named(texts_in(dialog.ahead), number)
    dialog.roles.boxes[Role.OWNER].setChecked(True)
    assert not dialog.ahead.isVisible()
    dialog.done(0)
