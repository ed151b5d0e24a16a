"""An office with one owner for tests of the windows, and a hand that knows how long things take."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.app import Desk
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.roles import Role
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.ui import background
from hvacdesk.vault.keyfile.sealing import device_account
from tests.helpers.visible import visible
from tests.helpers.waiting import wait_until

V = TypeVar("V", bound=QWidget)

OWNER, OWNER_PASSPHRASE = "佐藤 花子", "ajisai-hashi-taiko-9"
PIN = "240611"
FACTS = OfficeFacts(
    name="青空空調サービス",
    phone="052-000-0001",
    address="愛知県名古屋市中区栄1-1-1",
    legal_form=LegalForm.COMPANY,
    fiscal_year_end_month=3,
    privacy_manager=OWNER,
)
PATIENCE_MS = 90_000
"""How long a test waits for a worker before it gives up; it never waits that long when all is well."""


def now() -> datetime:
    return datetime.now(UTC)


def set_up_office(home: Path, *, invite: str = "", roles: frozenset[Role] = frozenset({Role.DESK})) -> str:
    """Make an office in ``home``; returns the one-time passphrase of the invited person, if one is named."""
    entry = OfficeEntry(home, now)
    draft = entry.prepare()
    for position in draft.group_positions_to_retype():
        draft.confirm(position, draft.printed_group(position))
    office, owner = draft.create(FACTS, OWNER, OWNER_PASSPHRASE)
    one_time = office.accounts.invite(owner, invite, roles)[1] if invite else ""
    office.leave(owner)
    return one_time


def set_up_with_sheet(home: Path) -> str:
    """Make an office in ``home``; returns the recovery code as its QR code says it."""
    entry = OfficeEntry(home, now)
    draft = entry.prepare()
    for position in draft.group_positions_to_retype():
        draft.confirm(position, draft.printed_group(position))
    scanned = draft._draft.sheet.qr_text
    office, owner = draft.create(FACTS, OWNER, OWNER_PASSPHRASE)
    office.leave(owner)
    return scanned


@contextmanager
def desk_on(home: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    """The program on the folder ``home``, in English, not shown yet; closed when the block ends.

    At a logout it looks through what tests made, not through the process's modules and tests, which the suite
    sets aside (:mod:`tests.helpers.collecting`): they are most of a second each time.
    """
    made = Desk(home, now)
    made.preferences.code = "en"
    made.preferences.apply(qapp)
    with patch("hvacdesk.app.collect_all", gc.collect):
        try:
            yield made
        finally:
            end(qtbot, made)


def end(qtbot: QtBot, desk: Desk) -> None:
    """Close what the program shows, leave its office, and delete all of it, as the process's end would.

    A window or a flow that lives on is restyled with every later test's windows, read by every test of what
    screen readers can reach, and its timers go on.
    """
    if desk.window is not None:
        desk.window.close()
    background.settle()
    if desk.window is not None:  # it asks about something half typed, or is locked
        desk._part(desk._finish, only_if_due=False)
        background.settle()
    if desk.farewell is not None:
        desk.farewell.leave()
    flow = desk.flow
    if flow is not None:
        flow.window.close()
        flow.window.deleteLater()
        flow.deleteLater()
    background.settle()
    desk._runs_on.close()
    desk.serving.stop()
    wait(qtbot, background.idle)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def bring_up_login(qtbot: QtBot, desk: Desk) -> None:
    """Start the program if it is not shown; where somebody is just leaving, the login comes by itself."""
    wait(qtbot, lambda: desk.flow is not None or (desk.window is None and _said_farewell(desk)))
    if desk.flow is None:
        desk.show_login()


def _said_farewell(desk: Desk) -> bool:
    return desk.farewell is None or desk.farewell._over


def seen(qtbot: QtBot, desk: Desk, kind: type[V]) -> V:
    """Start the program if it is not shown yet, wait for a view of the entry window, and return it."""
    bring_up_login(qtbot, desk)
    wait(qtbot, lambda: isinstance(shown(desk), kind))
    view = shown(desk)
    assert isinstance(view, kind)
    return view


def device_account_of(home: Path) -> str:
    """The name under which the key store holds the secret of the office in ``home``."""
    entry = OfficeEntry(home, now)
    entry.open_sealed()
    assert entry._sealed is not None
    return device_account(entry._sealed.office_id, entry._sealed.epoch)


def wait(_qtbot: QtBot, until: Callable[[], object]) -> None:
    """Wait until the condition holds."""
    wait_until(until, PATIENCE_MS)


def calm(qtbot: QtBot) -> None:
    """Wait until no work runs and what it brought is on the screen: Qt shows new parts one turn later."""
    for _ in range(2):
        wait(qtbot, background.idle)
        QApplication.processEvents()


def shown(desk: Desk) -> QWidget | None:
    """What the entry window shows."""
    return desk.flow.window.content if desk.flow is not None else None


def texts_in(widget: QWidget) -> str:
    """Every text that a person or a screen reader could get from the visible parts of a window."""
    parts = [widget.windowTitle()]
    for child in (widget, *visible(widget, QWidget)):
        if child.isVisible():
            parts += [child.accessibleName(), child.accessibleDescription(), child.toolTip()]
            text = getattr(child, "text", None)
            parts.append(str(text()) if callable(text) else "")
    return "\n".join(parts)
