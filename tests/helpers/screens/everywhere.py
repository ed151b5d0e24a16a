"""The screens that belong to no part of the work: home, rules, settings, curtain, lock, errors."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.roles import Role
from hvacdesk.ui.help.help_dialog import HelpDialog
from hvacdesk.ui.office.sample_logins_dialog import SampleLogin, SampleLoginsDialog
from hvacdesk.ui.shell.crash_dialog import CrashDialog
from hvacdesk.ui.shell.quick_search import QuickSearchDialog
from hvacdesk.ui.widgets.column_menu import ColumnDialog
from hvacdesk.ui.widgets.data_table import DataTable
from hvacdesk.ui.widgets.errors import ErrorDialog
from hvacdesk.vault.errors import DatabaseBusy
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import Stage, page


def sample_logins(stage: Stage) -> QWidget:
    people = [SampleLogin("伊藤 誠", frozenset({Role.OWNER}), "sample office owner one")]
    return stage.show(SampleLoginsDialog(people, "二つの窓が開きます。", stage.window))


def curtain(stage: Stage) -> QWidget:
    stage.go("today")
    stage.window.draw_curtain()
    return stage.window


def locked(stage: Stage) -> QWidget:
    stage.go("today")
    stage.window.lock()
    stage.calm()
    return stage.window


def shortcut_overview(stage: Stage) -> QWidget:
    stage.window.help.show_keys()
    return stage.dialog()


def help_page(stage: Stage) -> QWidget:
    stage.with_customer()
    stage.window.help.show_page()
    shown = stage.window.findChild(HelpDialog)
    assert shown is not None
    stage.calm()
    return shown


def columns(stage: Stage) -> QWidget:
    page = stage.go("rules", tab="retention").page
    return stage.show(ColumnDialog(page.findChildren(DataTable)[0]))


def notice(stage: Stage) -> QWidget:
    stage.go("today")
    stage.window.notify(stage.window.edits.tr("Saved."), lambda: None)
    return stage.window


def error(stage: Stage) -> QWidget:
    return stage.show(ErrorDialog(DatabaseBusy(), stage.window))


def quick_search(stage: Stage) -> QWidget:
    stage.go("today")
    stage.window.keys.find_anything()
    dialog = stage.dialog()
    assert isinstance(dialog, QuickSearchDialog)
    dialog.search.setText(stage.job().number)
    stage.qtbot.waitUntil(lambda: dialog.table.current() is not None)
    stage.calm()
    return dialog


EVERYWHERE = (
    Screen("quick-search", quick_search),
    Screen("today", page("today")),
    Screen("notice", notice),
    Screen("rules", page("rules")),
    Screen("settings-desk", page("settings")),
    Screen("keys", shortcut_overview),
    Screen("help", help_page),
    Screen("columns", columns),
    Screen("curtain", curtain),
    Screen("lock", locked),
    Screen("error", error),
    Screen(
        "crash",
        lambda stage: stage.show(CrashDialog(Path("/srv/office/hvacdesk/crash-20261124.txt"), stage.window)),
    ),
    Screen("sample-logins", sample_logins, Role.OWNER),
    Screen("settings", page("settings"), Role.OWNER),
    Screen("today-technician", page("today"), Role.TECHNICIAN),
    Screen("settings-technician", page("settings"), Role.TECHNICIAN),
    Screen("today-accounting", page("today"), Role.ACCOUNTING),
)
