"""Long work in a seat's real window: the bar moves, cancel stops the office PC, and a cut is waited out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.services.exchange import importing
from hvacdesk.ui.exchange.export_dialog import ExportDialog
from hvacdesk.ui.exchange.import_dialog import CHECK, COLUMNS, DONE, ImportDialog
from hvacdesk.ui.shell.main_window import MainWindow
from tests.helpers.sabotage import replaced
from tests.helpers.systems import for_owner_alone
from tests.helpers.two_pcs import TwoPcs

ROWS = 40
HALF = 20


class Storing:
    """Registers a list in two halves, and waits between them until it is let go on.

    Attributes:
        times: how often it was begun.
    """

    def __init__(self) -> None:
        self.times = 0
        self.go_on = Event()
        self._real: Callable[..., Iterator[int]] = importing.store.add_all

    def add_all(self, *args: Any, **kwargs: Any) -> Iterator[int]:
        self.times += 1
        stored = list(self._real(*args, **kwargs))
        while not self.go_on.wait(0.01):
            yield HALF
        yield from stored


@pytest.fixture
def storing() -> Iterator[Storing]:
    made = Storing()
    with replaced(importing.store, "add_all", made.add_all):
        yield made
        made.go_on.set()


@pytest.fixture
def dialog(pcs: TwoPcs, tmp_path: Path) -> ImportDialog:
    """The list was looked through at the seat, and can be registered."""
    pcs.join()
    pcs.log_in(pcs.seat, Role.DESK)
    listed = tmp_path / "一覧.csv"
    rows = "".join(f"試験 {number},052-000-{number:04}\n" for number in range(ROWS))
    listed.write_text(f"氏名,電話番号\n{rows}", encoding="utf-8")
    window_of(pcs).navigate("customers")
    pcs.calm()
    window_of(pcs).page.import_list()
    opened = pcs.dialog(ImportDialog)
    opened.file.open_path(str(listed))
    pcs.wait(lambda: opened.stack.currentIndex() == COLUMNS)
    opened.next_button.click()
    pcs.wait(lambda: opened.stack.currentIndex() == CHECK)
    return opened


def window_of(pcs: TwoPcs) -> MainWindow:
    assert pcs.seat.window is not None
    return pcs.seat.window


def customers(pcs: TwoPcs) -> int:
    owner = pcs.office.window
    assert owner is not None
    return owner.context.office.customers.search(owner.context.actor, "").total


def test_the_bar_moves_and_the_list_is_registered(
    pcs: TwoPcs, dialog: ImportDialog, storing: Storing
) -> None:
    before = customers(pcs)
    dialog.next_button.click()
    pcs.wait(lambda: dialog.busy.isVisible() and dialog.busy.bar.value() == HALF)
    assert dialog.busy.bar.maximum() == ROWS
    assert dialog.busy.text.text() == f"Registering: {HALF} of {ROWS}"
    storing.go_on.set()
    pcs.wait(lambda: dialog.stack.currentIndex() == DONE)
    assert customers(pcs) == before + ROWS


def test_cancel_stops_the_office_pc(pcs: TwoPcs, dialog: ImportDialog, storing: Storing) -> None:
    before = customers(pcs)
    dialog.next_button.click()
    pcs.wait(dialog.busy.cancel_button.isVisible)
    dialog.busy.cancel_button.click()
    pcs.wait(dialog.trouble.isVisible)
    assert "The import was stopped. No customer was registered." in dialog.trouble.text()
    assert customers(pcs) == before
    assert not storing.go_on.is_set()


def test_what_the_office_pc_did_while_nothing_was_heard_of_it_is_told(
    pcs: TwoPcs, dialog: ImportDialog, storing: Storing
) -> None:
    before = customers(pcs)
    dialog.next_button.click()
    pcs.wait(lambda: dialog.busy.bar.value() == HALF)
    pcs.cut()
    pcs.wait(lambda: pcs.seat._life is not None and pcs.seat._life.away)
    storing.go_on.set()
    pcs.wait(lambda: customers(pcs) == before + ROWS)
    assert dialog.stack.currentIndex() == CHECK
    pcs.mend()
    pcs.wait(lambda: dialog.stack.currentIndex() == DONE)
    assert dialog.done_step.sentence.text().startswith(f"{ROWS} customers were registered")
    assert storing.times == 1


def test_an_export_is_saved_at_the_seat_and_logged_at_the_office_pc(pcs: TwoPcs, tmp_path: Path) -> None:
    pcs.join()
    owner = pcs.office.window
    assert owner is not None
    owner.switch_user()
    pcs.wait(lambda: pcs.office.window is None)
    pcs.log_in(pcs.seat, Role.OWNER)
    window = window_of(pcs)
    window.navigate("customers")
    pcs.calm()
    window.page.export_list()
    dialog = pcs.dialog(ExportDialog)
    dialog.reason.setCurrentIndex(1)
    written = tmp_path / "お客様.xlsx"
    dialog.export_to(str(written))
    pcs.wait(lambda: dialog.one_time)
    assert for_owner_alone(written)
    entries = window.context.office.audit.entries(window.context.actor, action=Action.CUSTOMERS_EXPORTED)
    assert len(entries) == 1
    assert not list((tmp_path / "seat").rglob("*.xlsx"))
    dialog.accept()
