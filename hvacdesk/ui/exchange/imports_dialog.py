"""The last imports, and taking a whole one back; what of it would stay is said first, row by row."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.exchange.taken_imports import STAY_NAMES, ImportKind, ImportLook, ImportRow
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.moments import moment_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.line_list import Line, LineAction, LineList
from hvacdesk.ui.widgets.scroll_column import scrolled
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.work_dialog import WorkDialog


def _nothing() -> None:
    """The view that shows what was imported reads it again by the notice of the change."""


class ImportsDialog(Dialog):
    """Lists the last imports of a kind.

    Args:
        changed: called after one was undone.
        parent: the window of the desk, where none is given.
    """

    def __init__(
        self,
        context: DeskContext,
        kind: ImportKind,
        changed: Callable[[], object] = _nothing,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent or context.window, width=560)
        self._reader = background.Reader(self)
        self.set_title(self.tr("Earlier imports"))
        self._context, self._kind = context, kind
        self._changed = changed
        self._empty = label(self._nothing_yet(), "muted", wrap=True)
        self.body.addWidget(self._empty)
        self.lines = LineList(self.tr("Earlier imports"))
        self.body.addWidget(self.lines, 1)
        self.set_primary(self.tr("Close"))
        self.read()

    def _nothing_yet(self) -> str:
        if self._kind is ImportKind.CUSTOMERS:
            return self.tr("No list was imported yet.")
        return self.tr("Nothing was taken over from a file yet, or all of it was taken back.")

    def read(self) -> None:
        """Read the imports."""
        context, kind = self._context, self._kind
        self._reader.read(lambda: context.office.import_history.all(context.actor, kind)).then(self._show)

    def _show(self, rows: tuple[ImportRow, ...]) -> None:
        self._empty.setVisible(not rows)
        self.lines.set_lines([self._line(row) for row in rows])

    def _line(self, row: ImportRow) -> Line:
        name = f"{moment_text(row.at, self._context.today())}  {_counted(row.kind, row.going + row.staying)}"
        facts = self.tr("{first} to {last}, by {who}").format(
            first=row.first_number, last=row.last_number, who=row.by
        )
        notes = [facts]
        if not row.going:
            notes.append(self.tr("Somebody has worked with all of it since: this import stays."))
        elif row.staying:
            notes.append(self.tr("Somebody has worked with %n of them since.", "", row.staying))
        undo = LineAction(
            self.tr("Undo"),
            partial(self.undo, row),
            self.tr("Undo the import of {when}").format(when=name),
        )
        return Line(name, notes, actions=(undo,) if row.going else ())

    def undo(self, row: ImportRow) -> None:
        """Look at what would go and what would stay, and ask."""
        context = self._context
        background.ask(
            self, lambda: context.office.import_history.look(context.actor, row.kind, row.record)
        ).then(lambda look: UndoImportDialog(context, look, self._undone, self).open())

    def _undone(self) -> None:
        self.read()
        self._changed()


class UndoImportDialog(WorkDialog):
    """Says what an undo does before it is done, and what stays and why; calls ``done`` after it."""

    def __init__(
        self, context: DeskContext, look: ImportLook, done: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__("", parent, width=520)
        self.set_title(self.tr("Undo this import?"))
        self._context = context
        self._look = look
        self._done = done
        for text in self._what_goes():
            self.add_text(text)
        if look.rows:
            self._add_staying()
        for text in self._what_is_safe():
            self.add_text(text, "muted")
        row = look.row
        said = self.tr("Take %n back", "", row.going)
        if row.kind is ImportKind.CUSTOMERS:
            said = self.tr("Remove %n customer(s)", "", row.going)
        self.undo_button = self.set_primary(said, self.undo)
        self.add_secondary(self.tr("Cancel"))

    def _what_goes(self) -> list[str]:
        row = self._look.row
        counted = _counted(row.kind, row.going)
        if row.kind is ImportKind.CUSTOMERS:
            if not row.staying:
                text = self.tr(
                    "The customers {first} to {last} leave the register at once: all of them or none."
                )
                return [text.format(first=row.first_number, last=row.last_number)]
            text = self.tr("Of the customers {first} to {last} these leave the register at once: {counted}.")
            return [text.format(first=row.first_number, last=row.last_number, counted=counted)]
        if row.kind is ImportKind.DEPOSITS:
            text = self.tr(
                "What was booked from this file is taken back at once: {counted}. Their invoices are open "
                "again, and the deposits wait in the file again."
            )
        else:
            text = self.tr(
                "What was noted from this file is taken back at once: {counted}. Each is again as it was "
                "before, with the days that stood there."
            )
        return [text.format(counted=counted)]

    def _add_staying(self) -> None:
        """Name each row that stays, with its reason."""
        look, words = self._look, self._context.words
        self.body.addWidget(
            label(self.tr("%n stay(s) as it is by now:", "", look.row.staying), wrap=True, tone="warn")
        )
        said = self.tr("{number}: {reason}")
        named = [said.format(number=one.number, reason=words(STAY_NAMES[one.reason])) for one in look.rows]
        if more := look.row.staying - len(look.rows):
            named.append(self.tr("and %n more", "", more))
        self.staying = label("\n".join(named), wrap=True)
        area = scrolled(self.staying, (0, 0, theme.px(4), 0))
        area.setAccessibleName(self.tr("What stays, and why"))
        area.setMinimumHeight(theme.px(min(24 * len(named) + 8, 160)))
        self.body.addWidget(area, 1)

    def _what_is_safe(self) -> list[str]:
        if self._look.row.kind is ImportKind.DEPOSITS:
            return [
                self.tr(
                    "The payments stay in the list as taken back, with their numbers, and the log keeps "
                    "both. Receipts and other documents are not touched."
                )
            ]
        if self._look.row.kind is ImportKind.OUTSIDE_INVOICES:
            return [
                self.tr(
                    "The log keeps what was noted and that it was taken back. The file itself is not "
                    "touched; it stays on the page “Today”."
                )
            ]
        return [
            self.tr(
                "Their numbers are not given out again, and the log keeps that the import was undone. "
                "This is no disposal: it is not verified and there is no certificate."
            ),
            self.tr("The imported file itself is not touched; it stays on the page “Today”."),
        ]

    def undo(self) -> None:
        """Take it back."""
        context, look = self._context, self._look
        self.ask(
            self.tr("Undoing the import"),
            lambda: context.office.import_history.undo(
                context.actor, look.row.kind, look.row.record, look.mark
            ),
        ).then(lambda _count: self._undone())

    def _undone(self) -> None:
        self.accept()
        self._context.notify(self.tr("The import was undone."))
        self._done()


def _counted(kind: ImportKind, count: int) -> str:
    """So many customers, jobs or payments."""
    translate = QCoreApplication.translate
    if kind is ImportKind.CUSTOMERS:
        return translate("ImportsDialog", "%n customer(s)", "", count)
    if kind is ImportKind.DEPOSITS:
        return translate("ImportsDialog", "%n payment(s)", "", count)
    return translate("ImportsDialog", "%n job(s)", "", count)
