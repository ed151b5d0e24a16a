"""No view of the entry window cuts a text or scrolls sideways: both languages, narrow, with large text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.domain.backups import Examination, FoundBackup, RestoreReport
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office import StaffMember
from hvacdesk.services import ways_out
from hvacdesk.services.entry import OfficeEntry
from hvacdesk.ui import background
from hvacdesk.ui.entry.blocked import BlockedView
from hvacdesk.ui.entry.enrol import EnrolView
from hvacdesk.ui.entry.entry_window import EntryWindow
from hvacdesk.ui.entry.recovery import RecoveryView
from hvacdesk.ui.entry.restore.report_step import ReportStep
from hvacdesk.ui.entry.restore.wizard import RestoreWizard
from hvacdesk.ui.entry.setup_wizard import SetupWizard
from hvacdesk.ui.entry.take_over import TakeOverView
from hvacdesk.ui.entry.view import EntryView
from hvacdesk.ui.preferences import Preferences
from hvacdesk.vault import errors
from tests.helpers.desk_office import now, wait
from tests.helpers.fitting import cut, scrolling

FOUND = FoundBackup(
    path="/media/satou/バックアップ用USB/青空空調/hvacdesk-backup-1a2b3c4d-20261123T090507Z-e4",
    office_id="1a2b" * 8,
    office_name="株式会社青空空調サービス名古屋営業所",
    epoch=4,
    taken_at="2026-11-23T09:05:07Z",
    size=24_117_248,
    program="0.1.0",
)
OWNERS = (("a" * 32, "佐藤 花子"), ("b" * 32, "長谷川 由美子"))
DETAILS = {
    "file": "office-1.db",
    "backend": "keyring.backends.null.Keyring",
    "recorded": "keyring.backends.SecretService.Keyring",
    "found": "keyring.backends.kwallet.DBusKeyring",
}


class Shelf:
    """Stands for the backups that the service finds: only their looks matter here."""

    def known(self) -> tuple[FoundBackup, ...]:
        return (FOUND,)

    def examine(self, _path: str) -> Examination:
        return Examination(FOUND, OWNERS, 12, replaces=True, disposed_lists=0)


class Shown:
    """Stands for an office that the recovery sheet opened."""

    class recovery:  # noqa: N801 - the attribute's name
        @staticmethod
        def owners() -> tuple[StaffMember, ...]:
            return tuple(StaffMember(account, name, ("owner",)) for account, name in OWNERS)


@pytest.fixture
def entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OfficeEntry:
    made = OfficeEntry(tmp_path / "office", now)
    monkeypatch.setattr(made, "restoring", Shelf, raising=False)
    return made


@pytest.fixture(autouse=True)
def plain_look(tmp_path: Path) -> Iterator[None]:
    """Later tests find the look as it was."""
    yield
    Preferences(tmp_path / "nowhere").apply(cast(QApplication, QApplication.instance()))


def wizard_at(entry: OfficeEntry, come: Callable[[RestoreWizard], object]) -> Callable[[QtBot], EntryView]:
    def make(qtbot: QtBot) -> EntryView:
        wizard = RestoreWizard(entry)
        wait(qtbot, background.idle)
        come(wizard)
        wait(qtbot, background.idle)
        return wizard

    return make


def at_the_check(wizard: RestoreWizard) -> None:
    wizard.go_check(FOUND.path)


def at_the_proof(wizard: RestoreWizard) -> None:
    wizard.unlock.show_backup(Shelf().examine(""))
    wizard.show_step(wizard.unlock, 2)


def at_the_failure(wizard: RestoreWizard) -> None:
    wizard.show_step(wizard.run, 3)
    wizard.run.fail(errors.DiskFull())


def at_the_report(wizard: RestoreWizard) -> None:
    wizard._show_report(RestoreReport(FOUND, 3, 120, "", 5), True)


def blocked(kind: type[UserFacingError]) -> BlockedView:
    view = BlockedView(kind(**DETAILS), dict.fromkeys(ways_out.WayOut, lambda: None))
    if ways_out.WayOut.RESTORE in view.ways:
        view.name_backup(FOUND)
    return view


def refused(entry: OfficeEntry) -> TakeOverView:
    view = TakeOverView(entry, cast(Any, Shown), restored=True)
    view._on_refused(errors.KeyringLocked())
    return view


def views(entry: OfficeEntry) -> dict[str, Callable[[QtBot], EntryView]]:
    made: dict[str, Callable[[QtBot], EntryView]] = {
        "set-up": lambda _bot: SetupWizard(entry),
        "sheet": lambda _bot: RecoveryView(entry),
        "enrol": lambda _bot: EnrolView(entry),
        "take over": lambda _bot: refused(entry),
        "find": wizard_at(entry, lambda wizard: None),
        "check": wizard_at(entry, at_the_check),
        "proof": wizard_at(entry, at_the_proof),
        "failure": wizard_at(entry, at_the_failure),
        "report": wizard_at(entry, at_the_report),
        "restored": lambda _bot: ReportStep(
            RestoreReport(FOUND, 0, 0, "/media/satou/office/hvacdesk/set-aside-20261124T101500Z", 5),
            by_sheet=False,
        ),
    }
    return made | {kind.__name__: lambda _bot, kind=kind: blocked(kind) for kind in ways_out._WAYS}


@pytest.mark.parametrize(("size", "width"), [(100, 880), (100, 560), (150, 880)])
@pytest.mark.parametrize("code", ["ja", "en"])
def test_the_entry_windows_views_fit(
    qtbot: QtBot, qapp: QApplication, entry: OfficeEntry, tmp_path: Path, code: str, size: int, width: int
) -> None:
    look = Preferences(tmp_path / "nowhere")
    look.code, look.text_size = code, size
    look.apply(qapp)
    wrong = []
    for name, make in views(entry).items():
        window = EntryWindow()
        qtbot.addWidget(window)
        window.resize(width, 640)
        window.show()
        window.show_content(make(qtbot))
        qapp.processEvents()
        wrong += [f"{name}: {what}" for what in cut(window) + scrolling(window)]
        window.close()
    assert wrong == []
