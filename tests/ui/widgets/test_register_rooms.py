"""A register names every room that its list is read from, the staff's too where it shows their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import event
from sqlalchemy.engine import Engine

import hvacdesk.ui
from hvacdesk.domain.roles import Role
from hvacdesk.domain.rooms import Room
from hvacdesk.store.base import Base
from hvacdesk.store.written import UNTOLD
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.widgets.register_view import RegisterView
from tests.helpers.screens.stage import Stage, build_sample_office, open_stage
from tests.helpers.secret_service import SecretService

_TABLES = re.compile(r'\b(?:FROM|JOIN)\s+"?(\w+)', re.IGNORECASE)


def registers() -> list[type[RegisterView]]:
    for module in walk_packages(hvacdesk.ui.__path__, "hvacdesk.ui."):
        import_module(module.name)
    ours = (one for one in RegisterView.__subclasses__() if one.__module__.startswith("hvacdesk."))
    return sorted(ours, key=lambda one: one.__name__)  # without what other files of tests make of it


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot, secret_service: SecretService) -> Iterator[Stage]:
    """An office in whose registers something is."""
    assert secret_service.is_open()
    build_sample_office(tmp_path / "template")
    with open_stage(tmp_path / "template", tmp_path / "office", qtbot, Role.OWNER) as opened:
        yield opened


@contextmanager
def rooms_read() -> Iterator[set[Room]]:
    """The rooms of the tables that are read within the block."""
    found: set[Room] = set()
    described = {
        one.local_table.name: Room(one.class_.__module__.rpartition(".")[2])
        for one in Base.registry.mappers
        if one.local_table.name not in UNTOLD
    }

    def note(_connection, _cursor, statement: str, *_rest: object) -> None:  # type: ignore[no-untyped-def]
        found.update(described[name] for name in _TABLES.findall(statement) if name in described)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_they_name_the_rooms_that_they_read(stage: Stage) -> None:
    unnamed: dict[str, set[Room]] = {}
    for register in (one for one in registers() if one.rooms):
        view = register(stage.ctx)
        stage.qtbot.addWidget(view)
        read = view.reading()
        with rooms_read() as found:
            read()
        if found - register.rooms:
            unnamed[register.__name__] = found - register.rooms
    assert unnamed == {}


PLACES = (
    ("today", {}),
    ("calls", {}),
    ("work_orders", {}),
    ("schedule", {"tab": "calendar"}),
    ("schedule", {"tab": "reminders"}),
    ("disposal", {}),
    *(("rules", {"tab": tab}) for tab in ("rules", "training", "standing", "retention")),
    ("safeguards", {}),
    *(("safeguards", {"section": section}) for section in ("access", "audit", "leaks")),
)


def read_again(stage: Stage, fresh: Freshness) -> set[Room]:
    with rooms_read() as found:
        fresh.read()
        stage.calm()
    return found


def test_what_follows_changes_names_the_rooms_that_it_reads(stage: Stage) -> None:
    unnamed: dict[str, set[Room]] = {}
    for page, arguments in PLACES:
        stage.go(page, **arguments)
        shown = [one for one in stage.window.findChildren(Freshness) if one._widget.isVisible()]
        assert shown, (page, arguments)
        for fresh in shown:
            # Twice: what reads beside it, such as the search's memory after a login, does so once.
            found = read_again(stage, fresh) & read_again(stage, fresh)
            if found - fresh._rooms:
                unnamed[type(fresh._widget).__name__] = found - fresh._rooms
    assert unnamed == {}
