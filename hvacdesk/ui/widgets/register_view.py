"""A register: the acts over one list of records, read in the background, and read again after each change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hvacdesk.domain.errors import InvalidInput, UserFacingError
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets import data_table
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.folding_row import FoldingRow
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.list_pane import ListPane
from hvacdesk.ui.widgets.named_rows import Names
from hvacdesk.ui.widgets.section import Section
from hvacdesk.ui.widgets.table_painter import ROW_HEIGHT
from hvacdesk.ui.widgets.text import label

LEAST_HEIGHT = data_table.LEAST_HEIGHT + 2 * (ROW_HEIGHT + 2)
"""Design pixels for three rows, however large the text is: one is no list. The page scrolls if it must."""


class RegisterView(Section):
    """Base class of the registers.

    While a register is in front it is read again whenever something in one of its ``rooms`` was changed. A
    subclass names them, gives :meth:`make_table`, :meth:`make_empty` and :meth:`reading`, and adds its
    buttons with :meth:`act`.

    Attributes:
        rooms: what the list is read from; empty where it does not lie in the tables.
        empty_may_be_unfit: whether what :meth:`make_empty` says is said where nothing fits what the list is
            narrowed down by, too, since it tells more of it.
        line: the acts, over the list.
        above: between the acts and the list, such as a note or what the list is narrowed down by.
        wrong: what is wrong with what was typed to narrow the list down; hidden while nothing is.
        table: the list.
        pane: the list's place.
        comes_forward: whether what is read next is read since somebody came to the list.
    """

    rooms: frozenset[Room] = frozenset()
    empty_may_be_unfit = False

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._acts: list[tuple[QPushButton, Callable[[Any], bool], Callable[[Any], str], str]] = []
        self._after: Callable[[], object] | None = None
        self._saved = ""  # what a form saved and the list does not show yet
        self._reader = background.Reader(self)
        self.comes_forward = False
        self._fresh = Freshness(self, context.changes, self.rooms, self._read_again)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.gap(10))
        self.line = FoldingRow()
        self.column.addWidget(self.line)
        self.above = QVBoxLayout()
        self.above.setSpacing(theme.px(8))
        self.column.addLayout(self.above)
        self.wrong = label("", "error", wrap=True)
        self.wrong.hide()
        self.column.addWidget(self.wrong)
        self.card = Card(padding=1 if theme.large else 16)
        self.table = self.make_table()
        self.table.setMinimumHeight(theme.px(LEAST_HEIGHT))
        self.table.current_changed.connect(self._chosen)
        self.table.pressed.connect(self._forget_saved)
        self.pane = ListPane(self.table, self.make_empty, None if self.empty_may_be_unfit else _unfit)
        self.card.body.addWidget(self.pane, 1)
        self.column.addWidget(self.card, 1)

    # What a subclass gives

    def make_table(self) -> DataTable:
        """The table with its columns; :meth:`new_table` makes it."""
        raise AssertionError(f"{type(self).__name__} has no table")

    def make_empty(self) -> EmptyState:
        """What is shown while there is nothing in the register."""
        raise AssertionError(f"{type(self).__name__} has no empty state")

    def reading(self) -> Callable[[], Any]:
        """What a worker thread reads; it is put together on the window's thread, which may ask widgets.

        Raises:
            InvalidInput: what they hold is no question; :meth:`show_wrong` says so.
        """
        raise AssertionError(f"{type(self).__name__} reads nothing")

    def show_wrong(self, error: InvalidInput) -> None:
        """Say what is wrong with what was typed to narrow the list down; it may be half typed.

        The list stays as it was, and where it is empty nothing says why any more; nothing of it is printed or
        saved while this is said.
        """
        self.wrong.setText(error.sentences(self.context.words)[0])
        self.wrong.show()

    def show_read(self, found: Any) -> None:
        """Show what was read; a register that reads more than its rows says here which they are."""
        self.show_rows(found)

    def enable(self) -> None:
        """Let what :meth:`act` does not know follow the list and its chosen row."""

    # What a subclass is given

    def new_table(
        self, name: str, columns: Sequence[Column], *, kept_as: str, names: Names, record: str = ""
    ) -> DataTable:
        """A table whose columns each person chooses for themselves.

        Args:
            kept_as: the name under which that is remembered.
            names: whom a row names, for who prints the list.
            record: attribute of a row with the record's id, so that the chosen record stays chosen.
        """
        table = DataTable(name, record=record)
        table.set_columns(columns)
        table.keep_columns(self.context.columns, kept_as, names)
        return table

    def act(
        self,
        made: QPushButton,
        when: Callable[[Any], bool] | None = None,
        why: Callable[[Any], str] = lambda _row: "",
    ) -> QPushButton:
        """Add a button over the list.

        Args:
            when: whether it can be done with the chosen row; without it the button does not depend on one.
            why: why it cannot, of a row with which it cannot be done; empty where the list says it.
        """
        self.line.add_at_end(made)
        if when is not None:
            self._acts.append((made, when, why, made.toolTip()))
            made.setEnabled(False)
        return made

    def narrow_with(self, part: QWidget) -> None:
        """Put what the list is narrowed down with over it; where height is short it is in the line's menu."""
        self.above.addWidget(part)
        self.line.narrow_with(part)

    def add_note(self, text: str) -> None:
        """Say something over the list."""
        self.above.addWidget(label(text, "muted", wrap=True))

    def refresh(self) -> None:
        """Read the register again for who comes to it; :meth:`narrow` is for what narrows it down.

        Of several readings the last one is shown, whichever ends first.
        """
        self.comes_forward = True
        self._read_again()

    def narrow(self, *_said: object) -> None:
        """Read what the list is narrowed down to by now; the keyboard stays with what narrows it."""
        self.comes_forward = False
        self._read_again()

    def _read_again(self) -> None:
        try:
            read = self.reading()
        except InvalidInput as error:
            self._reader.drop()  # what is on its way is no answer to what is typed now
            self._after = None
            self.show_wrong(error)
            self.pane.claim_nothing()
            return
        self.wrong.hide()
        self._fresh.note()
        self._reader.read(read).then(self._read).otherwise(self._failed)

    def once_read(self, then: Callable[[], object]) -> None:
        """Do something as soon as the register is read, such as choosing a record or opening its form.

        Where it cannot be read, since what narrows it down is wrong or something fails, that is said and the
        wish is dropped: no form opens by surprise once the list is read later.
        """
        self._after = then
        if not self._reader.reading:
            self.refresh()

    def in_hand(self) -> tuple[str, str]:
        """Record id and shown name of the chosen row's customer; two empty texts where it names none."""
        row = self.table.current()
        customer, name = getattr(row, "customer", ""), getattr(row, "name", None)
        return (customer, name.text) if customer and isinstance(name, Masked) else ("", "")

    def open_form(self, form: FormDialog | Dialog) -> None:
        """Open a form or a question about the register; what a form saved is chosen then."""
        if isinstance(form, FormDialog):
            form.saved.connect(self.choose_saved)
            form.saved.connect(self._changed)
        else:
            form.accepted.connect(self._changed)
        form.open()

    def choose_saved(self, result: object) -> None:
        """Choose the record whose id saving returned, now or in the list as it is shown next; else none.

        Later, or where somebody clicked or chose a row meanwhile, that row stays: the next act is about it.
        """
        if isinstance(result, str) and not self._select(result):
            self._saved = result

    def do(self, work: Callable[[], object]) -> None:
        """Change something of the register on a worker thread."""
        background.ask(self, work).then(self._changed)

    def show_rows(self, rows: Sequence[object]) -> None:
        """Show other rows; the chosen record stays chosen, and the first one is where none was yet."""
        saved, self._saved = self._saved, ""
        self.pane.show_rows(rows, narrowed=self.line.narrows)
        if saved:
            self._select(saved)
        self.table.choose_first(keyboard=self.comes_forward)
        self.comes_forward = False
        self._arm()

    def _select(self, record: str) -> bool:
        return self.table.select(lambda row: self.table.record_of(row) == record)

    def _chosen(self, _row: object) -> None:
        self._forget_saved()
        self._arm()

    def _forget_saved(self) -> None:
        self._saved = ""

    def _changed(self, *_answer: object) -> None:
        if not self.rooms:  # no notice tells of it
            self.refresh()

    def _failed(self, error: UserFacingError) -> None:
        self._after = None
        self.pane.show_error(error, self.refresh)

    def _read(self, found: object) -> None:
        self.show_read(found)
        after, self._after = self._after, None
        if after is not None:
            after()

    def _arm(self) -> None:
        row = self.table.current()
        for made, when, why, tip in self._acts:
            made.setEnabled(row is not None and when(row))
            because = why(row) if row is not None and not made.isEnabled() else ""
            made.setToolTip(because or tip)
            made.setAccessibleDescription(because)
        self.enable()

    # Qt's overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.line.fold()


def _unfit() -> EmptyState:
    return EmptyState(
        "search",
        QCoreApplication.translate("RegisterView", "Nothing fits what the list is narrowed down by"),
        QCoreApplication.translate(
            "RegisterView", "Change or empty what stands above the list to see more of it."
        ),
    )


def any_record(_row: object) -> bool:
    """For acts that can be done with every record, once one is chosen."""
    return True
