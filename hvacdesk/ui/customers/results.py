"""The list of customers that a search found, and what it says when there is nobody."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from hvacdesk.domain.customers.customers import CustomerRow, FoundCustomers
from hvacdesk.domain.customers.typed_customer import typed_customer
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.text.search_marks import SearchMarks
from hvacdesk.services.customers.customers import PAGE
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.finder.live_search import LiveSearch
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.failure import FailurePane
from hvacdesk.ui.widgets.named_rows import names_its_customer
from hvacdesk.ui.widgets.steady_line import SteadyLine
from hvacdesk.ui.widgets.table_painter import TablePainter
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.places import last_digits, place

PAUSE_MS = 250
"""Somebody who is still typing presses the next key within this time; only after it is the first hit opened
beside the list."""

LEAST_FIRST = 12
"""At least so many lines are shown at once; more where the list is higher. A page follows in the pause, and
the rest as soon as somebody scrolls to it."""
MOST_SORTED = 10_000
"""So many hits are sorted in no time; of more, only the best are, and the line under the list says so."""


class CustomerResults(Card):
    """The hits of a :class:`LiveSearch`, best first or sorted as the person chose, and the first line chosen;
    all of them, as one scrolls.

    The highlight belongs to a customer and never to a line: to the one chosen last, in whatever way.

    While the list is in front, who was found keeps their line, though being used makes them a better hit:
    nobody may slip under the pointer.

    Signals:
        chosen(row): the row to show beside the list; None when there is none.
        opened(row): Enter or a double click: the row is what was looked for.
        register_wanted(typed): nobody was found, and a new customer is to be registered with what was typed.
    """

    chosen = Signal(object)
    opened = Signal(object)
    register_wanted = Signal(object)

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__(padding=1)
        self._ctx = ctx
        self._open_first = False
        self.live = LiveSearch(ctx, self, self._lines_first, PAGE)
        self.live.answered.connect(self._show)
        self.live.completed.connect(self._complete)
        self.live.failed.connect(self._show_error)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._rest)
        self._after_paint = QTimer(self)
        """The parts around the list are laid out again then, and a timer fires only after the painting."""
        self._after_paint.setSingleShot(True)
        self._after_paint.timeout.connect(self._follow)
        self._customer = self._shown_text = self._counted = ""
        self._filling = self._nobody = self._more = self._keeps_lines = False
        self._hits = 0
        self._takes_first = False  # whether the first line is the chosen one, whoever comes to be in it
        self._when_whole: Callable[[], None] | None = None
        self._make_table()
        self._make_states()
        self.count = label("", "muted")
        self.count.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(8))
        self.body.addWidget(SteadyLine(self.count))
        self.setFocusProxy(self.table)

    def _make_table(self) -> None:
        self.table = DataTable(self.tr("Customers found"), record="customer")
        self.table.set_columns(
            (
                Column("name", self.tr("Name"), width=100, stretch=4, most=240, kind="masked"),
                Column("kana", self.tr("Kana"), width=84, stretch=3, most=140, kind="masked", wide_only=True),
                Column(
                    "address",
                    self.tr("Address"),
                    width=92,
                    stretch=5,
                    most=200,
                    kind="masked",
                    value=place,
                ),
                Column("phone", self.tr("Phone"), width=68, kind="number", value=last_digits),
                Column("state", self.tr("State"), width=80, kind="chip", value=self._state),
            )
        )
        self.table.keep_columns(self._ctx.columns, "customers", names_its_customer)
        self.table.current_changed.connect(self._pick)
        self.table.activated_row.connect(self._open)
        self.table.whole = self._make_whole
        self.table.chosen.connect(lambda _choice: self._rearranged())
        self.table.verticalScrollBar().valueChanged.connect(lambda _value: self._load_at_end())
        self.lists = QStackedWidget()
        self.lists.addWidget(self.table)
        self.body.addWidget(self.lists, 1)

    def _make_states(self) -> None:
        registers = self._ctx.actor.may(Permission.EDIT_CUSTOMERS)
        self.empty = EmptyState(
            "users",
            self.tr("No customers yet"),
            self.tr("Register the first one when the phone rings: the postal code fills in the address."),
            (self.tr("New customer"), self._register) if registers else None,
        )
        self.no_hit = EmptyState(
            "search",
            self.tr("Nobody found"),
            self.tr(
                "Try the family name, kana, town or the last four digits. "
                "A given name, street or whole number is found only when typed in full."
            ),
            (self.tr("Register as a new customer"), self._register) if registers else None,
        )
        self.trouble = FailurePane()
        for one in (self.empty, self.no_hit, self.trouble):
            self.lists.addWidget(one)

    def _state(self, row: object) -> ChipValue | None:
        assert isinstance(row, CustomerRow)
        words = [self._ctx.words(row.state).format(**row.state_details)] if row.state else []
        if row.found_by is not None:
            words.append(self._ctx.words(row.found_by))
        return ChipValue(self.tr(", ").join(words), row.tone) if words else None

    # Searching

    def _lines_first(self) -> int:
        """As many lines as the list can show, and one cut off; for a text read again, all that are there."""
        lines = min(PAGE, max(LEAST_FIRST, self.lists.height() // TablePainter.row_height() + 1))
        return max(lines, len(self.table.rows())) if self.live.wanted == self._shown_text else lines

    @property
    def resting(self) -> bool:
        """Whether the last text was answered and nothing waits for a pause in the typing."""
        return self.live.settled and not (self._pause.isActive() or self._after_paint.isActive())

    def search(self, text: str) -> None:
        """Look for what was typed; who is in the first line is chosen."""
        self._open_first = False
        self.live.search(text)

    def mark(self, customer: str) -> None:
        """Highlight who was opened some other way, or nobody where the list does not hold them."""
        self._customer, self._takes_first = customer, False
        self._filling = True
        self._highlight()
        self._filling = False

    def open_best(self) -> None:
        """Open the chosen hit, or the first one as soon as what was typed last is answered."""
        if not self.live.settled:
            self._open_first = True
        elif self.table.rows():
            if self.table.current() is None:
                self.table.selectRow(0)
            self._open(self.table.current())
        elif self.no_hit.button is not None and self.lists.currentWidget() is self.no_hit:
            self.no_hit.button.setFocus()

    def enter(self) -> None:
        """Move the keyboard into the list."""
        self.table.enter()

    def _show(self, text: str, found: FoundCustomers) -> None:
        self._filling = True
        self.table.set_marks(SearchMarks(text, found.places).of if text.strip() else None)
        self._fill(text, found)
        self._filling = False
        anew, self._shown_text = text != self._shown_text, text
        self._count(found)
        self._after_paint.start()
        self._more = found.hits > len(found.rows)
        if anew or self.table.current() is not None:  # one that is read again closes nobody opened meanwhile
            self._choose(self.table.current())
        if self._more and not self._pause.isActive():
            self._pause.start()
        if self._open_first:
            self._open_first = False
            self.open_best()

    def _follow(self) -> None:
        """Say how many there are, and that nobody is chosen any more."""
        self._show_count()
        if self._nobody:
            self._nobody = False
            self.chosen.emit(None)

    def _count(self, found: FoundCustomers) -> None:
        self._hits = found.hits
        self._counted = self.tr("{hits} / {total} customers").format(
            hits=f"{found.hits:,}", total=f"{found.total:,}"
        )
        if self.table.choice.sort and found.hits > len(found.rows) >= MOST_SORTED:
            self._counted += "  " + self.tr("{rows} of them are sorted").format(rows=f"{len(found.rows):,}")

    def _show_count(self) -> None:
        self.count.setText(self._counted)
        self.count.setAccessibleName(self._counted)

    def _fill(self, text: str, found: FoundCustomers) -> None:
        """A newly typed text chooses its first line; the same text read again keeps who was chosen."""
        if text != self._shown_text:
            self.table.verticalScrollBar().setValue(0)
            self._keeps_lines = False
            self._takes_first = bool(text.strip())
        rows = self._on_their_lines(found.rows, others=-1)
        self.table.set_rows(rows, keep=lambda row: row.customer == self._customer)
        self._choose_first()
        self._keeps_lines = self.isVisible()
        if found.rows:
            self.lists.setCurrentWidget(self.table)
        else:
            self.lists.setCurrentWidget(self.no_hit if text.strip() else self.empty)

    def _on_their_lines(self, rows: Sequence[CustomerRow], others: int) -> tuple[CustomerRow, ...]:
        """The rows in the order of the lines that are shown; those of ``others`` before or after them all."""
        if not self._keeps_lines:
            return tuple(rows)
        shown = (row for row in self.table.unsorted if isinstance(row, CustomerRow))
        lines = {row.customer: line for line, row in enumerate(shown)}
        return tuple(sorted(rows, key=lambda row: lines.get(row.customer, others)))

    def _choose_first(self) -> None:
        """Let the first line be the chosen one, as long as nobody chose another since the text was typed."""
        rows = self.table.rows() if self._takes_first else ()
        if rows and isinstance(rows[0], CustomerRow):
            self._customer = rows[0].customer
            self._highlight()

    def _highlight(self) -> None:
        current = self.table.current()
        if isinstance(current, CustomerRow) and current.customer == self._customer:
            return
        if not self.table.select(lambda row: row.customer == self._customer):
            self.table.selectionModel().clear()

    def _rest(self) -> None:
        """Show who is chosen. That nobody is, because the list was filled again, was told before.

        Of a sorted list it is not known who is in its first line before all of it is there.
        """
        unsorted = self._more and self.table.choice.sort and len(self.table.rows()) < MOST_SORTED
        if self.table.current() is not None and not (self._takes_first and unsorted):
            self.chosen.emit(self.table.current())
        self._load(MOST_SORTED if self.table.choice.sort else PAGE)

    # All that is counted

    def _load(self, limit: int) -> None:
        """Load lines until there are so many, if so many were found."""
        if self._more and len(self.table.rows()) < limit:
            self.live.complete(min(limit, self._hits))

    def _rearranged(self) -> None:
        """Load more before sorting: it is about all customers found, not only the first of them."""
        self._takes_first = False
        if self.table.choice.sort:
            self._load(MOST_SORTED)

    def _make_whole(self, then: Callable[[], None]) -> None:
        """Load all who are counted, then call ``then``: a print of the list needs all of them."""
        if self._more and self.live.settled:
            self._when_whole = then
            self._load(MOST_SORTED)
        else:
            then()

    def _load_at_end(self) -> None:
        """Load more lines when somebody has scrolled near to the last one."""
        bar = self.table.verticalScrollBar()
        if bar.value() and bar.value() + bar.pageStep() >= bar.maximum() and not self._pause.isActive():
            self._load(2 * max(PAGE, len(self.table.rows())))

    def _complete(self, _text: str, found: FoundCustomers) -> None:
        """Add the lines that follow the shown ones, or show all again if the shown ones changed meanwhile."""
        shown, rows = self.table.unsorted, self._on_their_lines(found.rows, others=len(found.rows))
        self._filling = True
        if shown == rows[: len(shown)]:
            self.table.add_rows(rows[len(shown) :])
            if self.table.current() is None:
                self._highlight()
        else:
            self.table.set_rows(rows, keep=lambda row: row.customer == self._customer)
        self._choose_first()
        self._filling = False
        if self._takes_first and self.table.choice.sort:
            self._choose(self.table.current())
        self._more = len(shown) < len(rows) < found.hits
        self._count(found)
        self._show_count()
        then, self._when_whole = self._when_whole, None
        if then is not None:
            then()
        self._load_at_end()

    def _show_error(self, _text: str, error: UserFacingError) -> None:
        self.trouble.show_error(error, self.live.again)
        self.lists.setCurrentWidget(self.trouble)
        self._counted = ""
        self._show_count()
        self._open_first = False

    def _pick(self, row: object) -> None:
        """Another row is chosen, and not because the list was filled."""
        if not self._filling:
            self._takes_first = False
            self._choose(row)

    def _choose(self, row: object) -> None:
        if isinstance(row, CustomerRow):
            self._customer = row.customer
        self._nobody = row is None and bool(self.live.wanted.strip() or not self.table.rows())
        if self._nobody:
            self._customer = ""
        if row is not None:
            self._pause.start()
        elif self._nobody:
            self._pause.stop()
            self._after_paint.start()

    def _open(self, row: object) -> None:
        if isinstance(row, CustomerRow):
            self._pause.stop()
            self.opened.emit(row)

    def _register(self) -> None:
        self.register_wanted.emit(typed_customer(self.live.wanted))

    # Qt's overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.table.current() is not None:
            self._choose(self.table.current())

    def hideEvent(self, event: QHideEvent) -> None:
        self._pause.stop()
        self._keeps_lines = False
        super().hideEvent(event)
