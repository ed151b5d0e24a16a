"""The desk's window over a connection: the same code, with an office whose services are elsewhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Actor, Role
from hvacdesk.seats.doors import doors
from hvacdesk.services.open_office import Office
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import SECRETS, TANAKA, FrontDesk, copy_office, open_window
from tests.helpers.people import customer
from tests.helpers.real_office import RealOffice
from tests.helpers.seats import DirectTransport, seat_of
from tests.ui.customers.test_customers import TestFinding, TestForm, TestReveal

__all__ = ["TestFinding", "TestForm", "TestReveal"]
"""Customers at the desk, as in their own file, with the window of this one."""

ROOT = Path(__file__).parents[3]
OF_A_SEAT = {"brought_up", "changes", "clock", "recovery", "session_actor", "today"}
"""What an office has at a seat without asking."""
AT_THE_OFFICE_PC = {"audit.write_anchor", "folder", "integrity.full_if_due", "require_login", "seat_list"}
"""What windows ask of an office that a seat has not: its files, its upkeep, its seats, its own login."""


class OnASeat:
    """Makes the window's office a remote one and keeps what passes."""

    transport: DirectTransport
    office: Office

    def __call__(self, office: Office, actor: Actor) -> Office:
        self.office, self.transport = seat_of(office, actor)
        return self.office


@pytest.fixture
def seat() -> OnASeat:
    return OnASeat()


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot, seat: OnASeat) -> Iterator[FrontDesk]:
    home = tmp_path / "office"
    copy_office(template.home, home)
    real = RealOffice(home, template.clock, template.accounts)
    with open_window(real, qtbot, Role.DESK, seat) as opened:
        yield opened


def test_a_customer_is_found_and_shown(desk: FrontDesk, seat: OnASeat) -> None:
    desk.search("田中")
    assert [row.name.text for row in desk.page.table.rows()] == ["田中 ●●", "田中 ●●"]
    assert desk.page.count.text() == "2 / 3 customers"
    desk.go("customers", customer=desk.customer(TANAKA))
    assert desk.page.panel.detail.phones[0].number.text == "●●●-●●●●-5678"
    shown = texts_in(desk.window)
    assert [secret for secret in SECRETS if secret in shown] == []
    assert seat.transport.asked


def test_a_save_whose_answer_is_lost_is_there_once(desk: FrontDesk, seat: OnASeat) -> None:
    before = desk.office.customers.search(desk.actor, "柳川").hits
    seat.transport.losing = 2
    seat.office.customers.add(desk.actor, customer())
    desk.search("柳川")
    assert len(desk.page.table.rows()) == before + 1


def asked_of_an_office(path: Path) -> set[str]:
    """What follows ``office.`` in a module, as far as it is read or called directly."""
    chains = (
        ast.unparse(one)
        for one in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(one, ast.Attribute)
    )
    return {found[1] for one in chains if (found := re.search(r"\b_?office\.([a-z_]+(?:\.[a-z_]+)*)$", one))}


def test_what_windows_ask_of_an_office_has_a_door() -> None:
    known = {*doors(), *OF_A_SEAT}
    asked: set[str] = set()
    for path in (ROOT / "hvacdesk" / "ui").rglob("*.py"):
        if path.parent.name != "entry":  # before a login there is no office
            asked |= asked_of_an_office(path)
    without = {
        one for one in asked if one not in known and not any(door.startswith(f"{one}.") for door in known)
    }
    assert without == AT_THE_OFFICE_PC
