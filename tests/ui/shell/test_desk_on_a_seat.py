"""The desk's window over a connection: the same code, with an office whose services are elsewhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Role
from hvacdesk.seats.doors import doors
from tests.helpers.cut_line import Line
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import SECRETS, TANAKA, FrontDesk, open_desk
from tests.helpers.people import customer
from tests.helpers.real_office import RealOffice
from tests.ui.customers.test_customers import TestFinding, TestForm, TestReveal

__all__ = ["TestFinding", "TestForm", "TestReveal"]
"""Customers at the desk, as in their own file, with the window of this one."""

ROOT = Path(__file__).parents[3]
OF_A_SEAT = {"brought_up", "changes", "clock", "recovery", "session_actor", "today"}
"""What an office has at a seat without asking."""
AT_THE_OFFICE_PC = {"audit.write_anchor", "folder", "integrity.full_if_due", "require_login", "seat_list"}
"""What windows ask of an office that a seat has not: its files, its upkeep, its seats, its own login."""


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot, line: Line) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.DESK, line) as opened:
        yield opened


def test_a_customer_is_found_and_shown(desk: FrontDesk, line: Line) -> None:
    desk.search("田中")
    assert [row.name.text for row in desk.page.table.rows()] == ["田中 ●●", "田中 ●●"]
    assert desk.page.count.text() == "2 / 3 customers"
    desk.go("customers", customer=desk.customer(TANAKA))
    assert desk.page.panel.detail.phones[0].number.text == "●●●-●●●●-5678"
    shown = texts_in(desk.window)
    assert [secret for secret in SECRETS if secret in shown] == []
    assert line.transport.asked


def test_a_save_whose_answer_is_lost_is_there_once(desk: FrontDesk, line: Line) -> None:
    before = desk.office.customers.search(desk.actor, "柳川").hits
    line.transport.losing = 2
    line.seat.customers.add(desk.actor, customer())
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
