"""The screens of imports, exports and lists outside the program; the sample office has imported nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.exchange.outside_lists import ListKind, OutsideListFacts
from hvacdesk.domain.exchange.taken_imports import (
    ImportKind,
    ImportLook,
    ImportRow,
    StayingRow,
    StayReason,
)
from hvacdesk.domain.roles import Role
from hvacdesk.ui.exchange.export_dialog import ExportDialog
from hvacdesk.ui.exchange.import_dialog import CHECK as IMPORT_CHECK
from hvacdesk.ui.exchange.import_dialog import COLUMNS, DONE, ImportDialog
from hvacdesk.ui.exchange.imports_dialog import ImportsDialog, UndoImportDialog
from hvacdesk.ui.exchange.outside_dialog import ListDestroyedDialog
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import Stage

LISTS = Path(__file__).parents[2] / "fixtures" / "customer_lists"
LIST = (
    "お客様名簿,,,,\n氏名,住所,電話,備考,契約日\n"
    "髙﨑 太郎,愛知県名古屋市中区栄3丁目41-7 メゾン栄 502号室,09012345678,犬がいます,H31.4.1\n"
    "佐々木 花子,愛知県日進市浅田町123,052-123-4567,,令和4年6月\n"
    "名無し,,番号なし,,\n"
)
CUSTOMERS = ImportKind.CUSTOMERS
ROWS = (
    ImportRow("a" * 32, CUSTOMERS, "2026-11-24T00:10:00Z", "佐藤 綾", 118, 2, "C-000101", "C-000220"),
    ImportRow("b" * 32, CUSTOMERS, "2026-10-02T05:00:00Z", "伊藤 誠", 0, 3, "C-000025", "C-000027"),
)


def importing(step: int) -> Callable[[Stage], QWidget]:
    def make(stage: Stage) -> QWidget:
        listed = stage.home.with_name("お客様 一覧.csv")
        listed.write_bytes(LIST.encode("cp932"))
        dialog = stage.show(ImportDialog(stage.ctx))
        if step:
            dialog.file.open_path(str(listed))
            stage.wait(lambda: dialog.stack.currentIndex() == COLUMNS)
        for at in range(COLUMNS, step):
            dialog.next_button.click()
            stage.wait(partial(_past, dialog, at))
        stage.calm()
        return dialog

    return make


def other_programs_list(stage: Stage) -> QWidget:
    """The columns of a list that was recognised."""
    dialog = stage.show(ImportDialog(stage.ctx))
    dialog.file.open_path(str(LISTS / "outlook_ja.csv"))
    stage.wait(lambda: dialog.stack.currentIndex() == COLUMNS)
    stage.calm()
    return dialog


def _past(dialog: ImportDialog, step: int) -> bool:
    return dialog.stack.currentIndex() > step


PLACE = r"C:\Users\山田 太郎\Documents\お客様一覧 2026年11月.xlsx"


def list_outside(stage: Stage) -> QWidget:
    one = OutsideListFacts(
        "0" * 32, ListKind.IMPORTED, "2026-11-20", "佐藤 綾", 1250, seat="受付の席", place=PLACE
    )
    return stage.show(ListDestroyedDialog(stage.ctx, one, lambda: None))


def earlier(stage: Stage) -> QWidget:
    dialog = stage.show(ImportsDialog(stage.ctx, CUSTOMERS))
    dialog._show(ROWS)
    stage.calm()
    return dialog


def undo(stage: Stage) -> QWidget:
    stay = (StayingRow("C-000104", StayReason.USED), StayingRow("C-000130", StayReason.NAMED))
    return stage.show(UndoImportDialog(stage.ctx, ImportLook(ROWS[0], stay, ""), lambda: None, stage.window))


def undo_deposits(stage: Stage) -> QWidget:
    """A bank file of which two payments stay."""
    row = ImportRow(
        *("c" * 64, ImportKind.DEPOSITS, "2026-11-24T00:10:00Z", "佐藤 綾", 31, 2),
        *("P2026-000004", "P2026-000036"),
    )
    stay = (
        StayingRow("P2026-000009", StayReason.RECEIPT),
        StayingRow("P2026-000021", StayReason.IN_BOOKS),
    )
    return stage.show(UndoImportDialog(stage.ctx, ImportLook(row, stay, ""), lambda: None, stage.window))


EXCHANGE = (
    Screen("import-1-file", importing(0)),
    Screen("import-2-columns", importing(COLUMNS)),
    Screen("import-2-columns-known", other_programs_list),
    Screen("import-3-check", importing(IMPORT_CHECK)),
    Screen("import-4-done", importing(DONE)),
    Screen("imports", earlier),
    Screen("import-undo", undo),
    Screen("import-undo-deposits", undo_deposits, Role.ACCOUNTING),
    Screen("list-outside", list_outside),
    Screen("export", lambda stage: stage.show(ExportDialog(stage.ctx)), Role.OWNER),
)
