"""Drafts that are stored and read while somebody types on: none comes back, and nothing typed is lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Role
from hvacdesk.ui.staff.accounts_tab import InviteDialog
from tests.helpers.front_desk import FrontDesk, open_desk
from tests.helpers.left_typed import left_typed
from tests.helpers.real_office import RealOffice

PATIENCE = 10
"""Seconds for which a held worker waits at most."""


@pytest.fixture
def owner(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        yield opened


class Line:
    """A form that is filled in again and again, whose draft a worker is storing just now."""

    def __init__(self, desk: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.desk, self.keeper = desk, desk.window.drafts
        self.part = QWidget(desk.window)
        self.typed: dict[str, str] = {"label": "第一書庫"}
        self._go_on, began = threading.Event(), threading.Event()
        keep = desk.office.drafts.keep

        def held(*what: object) -> None:
            if threading.current_thread() is not threading.main_thread():
                began.set()
                self._go_on.wait(PATIENCE)
            keep(*what)  # type: ignore[arg-type]

        monkeypatch.setattr(desk.office.drafts, "keep", held)
        self.watch()
        self.keeper._keep_changed()
        assert began.wait(PATIENCE)

    def watch(self) -> None:
        self.keeper.register(
            self.part, "cabinet", "line", lambda: dict(self.typed) or None, page="work_orders"
        )

    def stored(self) -> dict[str, object] | None:
        """What is stored once the worker has gone on."""
        self._go_on.set()
        self.desk.calm()
        return left_typed(self.keeper, "cabinet", "line")


def test_what_was_saved_while_its_draft_was_stored_does_not_come_back(
    owner: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = Line(owner, monkeypatch)
    line.keeper.release(line.part)
    line.watch()
    line.typed.clear()
    assert line.stored() is None


def test_the_next_line_typed_meanwhile_is_kept(owner: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    line = Line(owner, monkeypatch)
    line.keeper.release(line.part)
    line.watch()
    line.typed = {"label": "第二書庫"}
    line.keeper.keep_all()
    assert line.stored() == {"label": "第二書庫"}


def test_the_same_form_opened_again_meanwhile_keeps_its_draft(
    owner: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = Line(owner, monkeypatch)
    line.keeper.release(line.part)
    line.part = QWidget(owner.window)
    line.watch()
    line.typed = {"label": "第二書庫"}
    line.keeper.keep_all()
    assert line.stored() == {"label": "第二書庫"}


def test_a_draft_that_is_read_late_leaves_what_is_typed(
    owner: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ctx = owner.window.context
    typed = {"page": "settings", "arguments": {}, "typed": {"name": "古い 下書"}}
    owner.office.drafts.keep(owner.actor, "invite", "new", typed)
    go_on, begin = threading.Event(), owner.office.drafts.begin
    monkeypatch.setattr(owner.office.drafts, "begin", lambda *which: (go_on.wait(PATIENCE), begin(*which))[1])
    dialog = InviteDialog(ctx)
    dialog.open()
    dialog.name.setText("今 入力中")
    go_on.set()
    owner.calm()
    assert dialog.name.text() == "今 入力中"
    owner.press(dialog, "Bring back the earlier")
    assert dialog.name.text() == "古い 下書"
    dialog.draft.release()
    dialog.done(0)
