"""The last imports, and taking one back while nobody has worked with its customers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from hvacdesk.services.exchange.import_history import ImportRow
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.moments import moment_text
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.line_list import Line, LineAction, LineList
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.work_dialog import WorkDialog


class ImportsDialog(Dialog):
    """Lists the last imports; ``changed`` is called after one was undone."""

    def __init__(self, context: DeskContext, changed: Callable[[], object], parent: QWidget) -> None:
        super().__init__("", parent, width=560)
        self.set_title(self.tr("Earlier imports"))
        self._context = context
        self._changed = changed
        self._empty = label(self.tr("No list was imported yet."), "muted", wrap=True)
        self.body.addWidget(self._empty)
        self.lines = LineList(self.tr("Earlier imports"))
        self.body.addWidget(self.lines, 1)
        self.set_primary(self.tr("Close"))
        self.read()

    def read(self) -> None:
        """Read the imports."""
        context = self._context
        background.ask(self, lambda: context.office.import_history.all(context.actor)).then(self._show)

    def _show(self, rows: tuple[ImportRow, ...]) -> None:
        self._empty.setVisible(not rows)
        self.lines.set_lines([self._line(row) for row in rows])

    def _line(self, row: ImportRow) -> Line:
        count = self.tr("%n customer(s)", "", row.customers)
        name = f"{moment_text(row.at, self._context.today())}  {count}"
        facts = self.tr("{first} to {last}, by {who}").format(
            first=row.first_number, last=row.last_number, who=row.by
        )
        touched = self.tr("Somebody has worked with these customers since: this import stays.")
        undo = LineAction(
            self.tr("Undo"),
            partial(self.undo, row),
            self.tr("Undo the import of {when}").format(when=name),
        )
        return Line(
            name,
            (facts,) if row.undoable else (facts, touched),
            actions=(undo,) if row.undoable else (),
        )

    def undo(self, row: ImportRow) -> None:
        """Ask, and take it back."""
        UndoImportDialog(self._context, row, self._undone, self).open()

    def _undone(self) -> None:
        self.read()
        self._changed()


class UndoImportDialog(WorkDialog):
    """Says what an undo does before it is done; calls ``done`` after it."""

    def __init__(
        self, context: DeskContext, row: ImportRow, done: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Undo this import?"))
        self._context = context
        self._row = row
        self._done = done
        text = self.tr("The customers {first} to {last} leave the register at once: all of them or none.")
        self.add_text(text.format(first=row.first_number, last=row.last_number))
        self.add_text(
            self.tr(
                "Their numbers are not given out again, and the log keeps that the import was undone. "
                "This is no disposal: it is not verified and there is no certificate."
            ),
            "muted",
        )
        self.add_text(
            self.tr("The imported file itself is not touched; it stays on the page “Today”."), "muted"
        )
        self.undo_button = self.set_primary(self.tr("Remove %n customer(s)", "", row.customers), self.undo)
        self.add_secondary(self.tr("Cancel"))

    def undo(self) -> None:
        """Take it back."""
        context, record = self._context, self._row.record
        self.ask(
            self.tr("Undoing the import"), lambda: context.office.import_history.undo(context.actor, record)
        ).then(lambda _count: self._undone())

    def _undone(self) -> None:
        self.accept()
        self._context.notify(self.tr("The import was undone."))
        self._done()
