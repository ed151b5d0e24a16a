"""The screens of earlier imports, of which the sample office has none."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hvacdesk.services.import_history import ImportRow
from hvacdesk.ui.exchange.imports_dialog import ImportsDialog, UndoImportDialog
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import Stage

ROWS = (
    ImportRow("a" * 32, "2026-11-24T00:10:00Z", "佐藤 綾", 120, "C-000101", "C-000220", undoable=True),
    ImportRow("b" * 32, "2026-10-02T05:00:00Z", "伊藤 誠", 3, "C-000025", "C-000027", undoable=False),
)


def earlier(stage: Stage) -> QWidget:
    dialog = stage.show(ImportsDialog(stage.ctx, lambda: None, stage.window))
    dialog._show(ROWS)
    stage.calm()
    return dialog


def undo(stage: Stage) -> QWidget:
    return stage.show(UndoImportDialog(stage.ctx, ROWS[0], lambda: None, stage.window))


IMPORTS = (Screen("imports", earlier), Screen("import-undo", undo))
