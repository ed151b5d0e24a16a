"""Importing a customer list: file, columns, check, done. Nothing is stored before the last button."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.importing import ImportPreview, ImportReport, TableLayout
from hvacdesk.domain.exchange.taken_imports import ImportKind
from hvacdesk.services.exchange.opened_lists import OpenedList
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.exchange.check_step import ImportCheckStep
from hvacdesk.ui.exchange.columns_step import ColumnsStep
from hvacdesk.ui.exchange.done_step import DoneStep
from hvacdesk.ui.exchange.file_step import FileStep
from hvacdesk.ui.exchange.imports_dialog import ImportsDialog
from hvacdesk.ui.language import words
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.deferred import Deferred
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.step_bar import StepBar
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.work_dialog import ShownWork

FILE, COLUMNS, CHECK, DONE = range(4)


class ImportDialog(Dialog):
    """Leads from a file to registered customers.

    Attributes:
        report: what was imported; None until then.
    """

    def __init__(self, context: DeskContext) -> None:
        super().__init__("", context.window, width=1240)
        self.set_title(self.tr("Import a customer list"))
        self._context = context
        self._table: OpenedList | None = None
        self.report: ImportReport | None = None
        self.bar = StepBar([self.tr("File"), self.tr("Columns"), self.tr("Check")])
        self.body.addWidget(self.bar)
        self.stack = QStackedWidget()
        self.file = FileStep(context)
        self._columns = Deferred(self._columns_step)
        self._check = Deferred(self._check_step)
        self._done_step = Deferred(self._last_step)
        for step in (self.file, self._columns, self._check, self._done_step):
            self.stack.addWidget(step)
        self.body.addWidget(self.stack, 1)
        self.trouble = label("", "error", wrap=True)
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        self.next_button = self.set_primary("", self._next)
        self.back_button = self.add_secondary(self.tr("Back"), self._back)
        self.cancel_button = self.add_secondary(self.tr("Cancel"))
        self.busy = Busy(self.tr("Reading the list"), disable=self.next_button)
        self.body.addWidget(self.busy)
        self.file.opened.connect(self._opened)
        self.file.typed.connect(self._update)
        self.file.earlier_wanted.connect(self.show_earlier)
        self._go(FILE)

    @property
    def columns(self) -> ColumnsStep:
        """The second step."""
        return self._columns.content

    @property
    def check(self) -> ImportCheckStep:
        """The third step."""
        return self._check.content

    @property
    def done_step(self) -> DoneStep:
        """What is said at the end."""
        return self._done_step.content

    def _columns_step(self) -> ColumnsStep:
        made = ColumnsStep(self._context)
        made.changed.connect(self._update)
        return made

    def _check_step(self) -> ImportCheckStep:
        made = ImportCheckStep(self._context)
        made.changed.connect(self._update)
        return made

    def _last_step(self) -> DoneStep:
        made = DoneStep(self._context)
        made.earlier_wanted.connect(self.show_earlier)
        return made

    def _go(self, step: int) -> None:
        self.stack.setCurrentIndex(step)
        self.bar.set_current(step)
        self._refuse("")
        self._update()
        if step != DONE:
            QTimer.singleShot(0, self, self.go_to_first)

    def _update(self) -> None:
        step = self.stack.currentIndex()
        text, ready = {
            FILE: lambda: (self.tr("Next"), self._table is not None or self.file.waits),
            COLUMNS: lambda: (self.tr("Check the list"), self.columns.is_ready()),
            CHECK: lambda: (self.check.button_text(), self.check.taken() > 0),
            DONE: lambda: (self.tr("Close"), True),
        }[step]()
        self.next_button.setText(text)
        self.next_button.setEnabled(ready)
        self.back_button.setVisible(step in {COLUMNS, CHECK})
        self.cancel_button.setVisible(step != DONE)

    def _opened(self, table: OpenedList | None) -> None:
        self._close_table()
        self._table = table
        if table is None:
            self._update()
        else:
            self._read_layout()

    def _next(self) -> None:
        step = self.stack.currentIndex()
        if step == FILE and self.file.waits:
            self.file.open_typed()
        elif step == FILE:
            self._read_layout()
        elif step == COLUMNS:
            self._look_through(self.columns.layout_chosen())
        elif step == CHECK:
            self._import()
        else:
            self.accept()

    def _back(self) -> None:
        self._go(self.stack.currentIndex() - 1)

    def _read_layout(self) -> None:
        table, context = self._table, self._context
        if table is None:
            return
        sheet = self.file.sheet()
        self.busy.text.setText(self.tr("Reading the list"))

        def read() -> tuple[TableLayout, list[list[str]]]:
            layout = context.office.importing.layout(context.actor, table.key, sheet)
            return layout, context.office.importing.sample(context.actor, table.key, sheet, layout)

        def shown(found: tuple[TableLayout, list[list[str]]]) -> None:
            background.in_turns(self, self._show_columns(*found))

        background.ask(self, read).with_busy(self.busy).then(shown).otherwise(self._failed)

    def _show_columns(self, layout: TableLayout, sample: list[list[str]]) -> Iterator[None]:
        yield from self.columns.show_layout(layout, sample)
        yield
        self._go(COLUMNS)

    def _look_through(self, layout: TableLayout) -> None:
        table, context, sheet = self._table, self._context, self.file.sheet()
        if table is None:
            return
        text = self.tr("Looking through the list: {count} rows")

        def work(progress: background.Progress) -> ImportPreview:
            return context.office.importing.preview(
                context.actor,
                table.key,
                sheet,
                layout,
                lambda done, total: progress(done, total, text.format(count=f"{done:,}")),
                lambda: progress.cancelled,
            )

        def shown(preview: ImportPreview) -> None:
            background.in_turns(self, self._show_preview(preview))

        background.ask_with_progress(self, work).with_busy(self.busy).then(shown).otherwise(self._failed)

    def _show_preview(self, preview: ImportPreview) -> Iterator[None]:
        check = self.check
        yield
        check.show_preview(preview)
        yield
        self._go(CHECK)

    def _import(self) -> None:
        table, context = self._table, self._context
        if table is None:
            return
        duplicates = self.check.duplicates()
        text = self.tr("Registering: {count} of {total}")

        def work(progress: background.Progress) -> ImportReport:
            return context.office.importing.run(
                context.actor,
                table.key,
                only_good_rows=True,
                duplicates=duplicates,
                progress=lambda done, total: progress(
                    done, total, text.format(count=f"{done:,}", total=f"{total:,}")
                ),
                cancelled=lambda: progress.cancelled,
            )

        def finished(report: ImportReport) -> None:
            self.report = report
            self.done_step.show_report(report, table)
            self._go(DONE)
            self.next_button.setFocus()

        registering = text.format(count="0", total=f"{self.check.taken():,}")
        # Closed half-way, it would go on where nobody sees it; it has a cancel of its own.
        background.ask_with_progress(self, work).with_busy(ShownWork(self, self.busy, registering)).then(
            finished
        ).otherwise(self._failed)

    def show_earlier(self) -> None:
        """List the last imports, each with the way to take it back."""
        ImportsDialog(self._context, ImportKind.CUSTOMERS, self._note_undo, self).open()

    def _note_undo(self) -> None:
        """Close the dialog if it shows an import's result: after the undo that is no longer true."""
        if self.stack.currentIndex() == DONE:
            self.accept()

    def _failed(self, error: UserFacingError) -> None:
        self._refuse(error.in_full(words))
        self._update()

    def _refuse(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def _close_table(self) -> None:
        context, table, self._table = self._context, self._table, None
        if table is not None:
            background.ask(
                context.window, lambda: context.office.importing.close(context.actor, table.key)
            ).then(lambda _nothing: None).otherwise(lambda _error: None)  # the login's end closes it, too

    # Qt's overrides

    def done(self, result: int) -> None:
        self._close_table()
        super().done(result)
