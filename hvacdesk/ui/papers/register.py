"""The register of all papers: what is out, with whom, what is kept where; lending and putting away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hvacdesk.domain.papers.register import (
    AWAY,
    KIND_NAMES,
    STATE_NAMES,
    CabinetRow,
    PaperCounts,
    PaperKind,
    PaperRow,
    PaperState,
    RegisterQuery,
    by_due_day,
    kind_text,
)
from hvacdesk.domain.roles import Permission
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.papers.cabinets import CabinetsDialog
from hvacdesk.ui.papers.filing import FilePaperDialog
from hvacdesk.ui.papers.losses import LossList
from hvacdesk.ui.papers.scan_card import ScanCard
from hvacdesk.ui.printing.showing import draw_pages
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.in_front import in_front
from hvacdesk.ui.widgets.name_choice import NameChoice
from hvacdesk.ui.widgets.named_rows import names_its_customer
from hvacdesk.ui.widgets.search_box import SearchBox
from hvacdesk.ui.widgets.text import label, restyle
from hvacdesk.ui.wording.papers import paper_chip, what_it_is, whereabouts

_OVERDUE = "overdue"
_EVERY = ""
_UNFILTERED = RegisterQuery(states=AWAY)
"""What is shown at first: everything out, and customers' own papers that should have been given back."""


class PaperRegister(QWidget):
    """Losses, the scanner's field, and the list with its filters."""

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._wanted = ""
        self._reader = background.Reader(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(14))
        self.losses = LossList(ctx)
        column.addWidget(self.losses)
        self.scan = ScanCard(ctx, self)
        column.addWidget(self.scan)
        column.addWidget(self._list_card(), 1)
        self.scan.code.take_typing_of(self.table)
        self.scan.chosen_row = self.table.current

    def _list_card(self) -> Card:
        card = Card(padding=1)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), 0)
        self.count = label("", "strong", wrap=True)
        self.table = self._table()
        self.states = self._states()
        self.kinds = self._kinds()
        self.holder = SearchBox(self.tr("Holder or number"), self.table.enter, delay_ms=150)
        self.holder.searched.connect(lambda _text: self.read())
        self.holder.setMaximumWidth(theme.px(220))
        head.addWidget(FlowRow((self.count,), at_end=(self.states, self.kinds, self.holder)))
        card.body.addLayout(head)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(EmptyState("file-check", *self._none_out()))
        self.none = EmptyState("file-text", "", "", (self.tr("Register a paper"), self.file))
        self.stack.addWidget(self.none)
        card.body.addWidget(self.stack, 1)
        card.body.addLayout(self._actions())
        return card

    def _states(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("State"))
        words = self._ctx.words
        box.addItem(words(STATE_NAMES[PaperState.OUT]), PaperState.OUT.value)
        box.addItem(self.tr("Overdue"), _OVERDUE)
        for state in (state for state in PaperState if state not in AWAY):
            box.addItem(words(STATE_NAMES[state]), state.value)
        box.addItem(self.tr("In every state"), _EVERY)
        box.activated.connect(lambda _at: self.read())
        return box

    def _kinds(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Kind"))
        box.addItem(self.tr("All kinds"), _EVERY)
        for kind, name in KIND_NAMES.items():
            box.addItem(self._ctx.words(name), kind.value)
        box.activated.connect(lambda _at: self.read())
        return box

    def _table(self) -> DataTable:
        words = self._ctx.words
        table = DataTable(self.tr("Papers"))
        table.set_columns(
            (
                Column("number", self.tr("Paper number"), width=150, kind="number"),
                Column(
                    "kind", self.tr("Kind"), width=170, stretch=4, value=lambda row: what_it_is(row, words)
                ),
                Column("customer_number", self.tr("Customer"), width=92, kind="muted", wide_only=True),
                Column("name", self.tr("Name"), width=96, stretch=2, kind="masked", wide_only=True),
                Column("holder", self.tr("Where"), width=120, stretch=3, kind="muted", value=whereabouts),
                Column("return_by", self.tr("Due back"), width=104, kind="number"),
                Column(
                    "state", self.tr("State"), width=84, kind="chip", value=lambda row: paper_chip(row, words)
                ),
            )
        )
        table.keep_columns(self._ctx.columns, "papers", names_its_customer)
        table.offer(
            lambda: (self.lend_button, self.put_button), opening=self.tr("Put the number into the field")
        )
        table.activated_row.connect(self._pick)
        table.current_changed.connect(self._arm)
        table.current_changed.connect(self.scan.another_chosen)
        return table

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(10))
        self.file_button = button(self.tr("Register a paper"), self.file, icon="plus", tip="Ctrl+N")
        tip = self.tr("Somebody takes the selected paper out")
        self.lend_button = button(self.tr("Lend"), self.lend, icon="hand", tip=tip)
        self.sheet_button = button(
            self.tr("Evening check sheet"), self.print_sheet, icon="printer", tip="Ctrl+P"
        )
        name = self.tr("Put the selected paper into another cabinet")
        self.put_button = button("", self.put, kind="icon", icon="map-pin", name=name)
        acts = FlowRow((self.file_button, self.lend_button, self.put_button))
        if self._ctx.actor.may(Permission.MANAGE_OFFICE):
            acts.add(button(self.tr("Cabinets"), self.open_cabinets, icon="lock"))
        acts.add_at_end(self.sheet_button)
        row.addWidget(acts)
        QShortcut(QKeySequence("Ctrl+N"), self, self.file)
        self._arm(None)
        return row

    # Reading

    def read(self) -> None:
        """Read the register."""
        ctx, query = self._ctx, self.query()
        self.losses.read()
        self._reader.read(lambda: _found(ctx, query)).then(lambda found: self._show(query, *found))

    def query(self) -> RegisterQuery:
        """What the filters ask for."""
        state, kind = str(self.states.currentData()), str(self.kinds.currentData())
        one_state = frozenset({PaperState(state)} if state in set(PaperState) else ())
        return RegisterQuery(
            kinds=frozenset({PaperKind(kind)} if kind else ()),
            states=AWAY if state == PaperState.OUT else one_state,
            overdue=state == _OVERDUE,
            holder=self.holder.whole_text().strip(),
        )

    def show_out(self) -> None:
        """Show everything that is out."""
        self.states.setCurrentIndex(0)
        self.kinds.setCurrentIndex(0)
        self.holder.clear()

    def show_paper(self, row: PaperRow) -> None:
        """Show one paper: its line in the list, its code in the scanner's field, and its state.

        It is asked for by its number: among all papers it may not be one of those that a list shows at most.
        """
        self.show_out()
        self.states.setCurrentIndex(self.states.findData(_EVERY))
        self.holder.setText(row.number)
        self._wanted = row.paper
        self.scan.pick(row)
        self.read()

    def _show(self, query: RegisterQuery, counts: PaperCounts, rows: tuple[PaperRow, ...]) -> None:
        before = self.table.current()
        kept = self._wanted or (before.paper if isinstance(before, PaperRow) else "")
        self._wanted = ""
        self.table.set_rows(rows, keep=lambda row: row.paper == kept)
        self.stack.setCurrentIndex(0 if rows else 1 if query == _UNFILTERED else 2)
        self.none.say(*self._none_found(query))
        counted = self.tr("%n paper(s) out", "", counts.out)
        if counts.printing:
            counted += "  " + self.tr("%n waiting to be printed", "", counts.printing)
        if counts.late:
            counted += "  " + self.tr("%n overdue", "", counts.late)
        self.count.setText(counted)
        self.count.setProperty("tone", "bad" if counts.late else "")
        restyle(self.count)

    def _none_out(self) -> tuple[str, str]:
        return (
            self.tr("No paper is out"),
            self.tr(
                "Printed work orders, and what somebody takes out, are listed here until they are back and "
                "kept or shredded. All other papers are listed under “{every}”."
            ).format(every=self.tr("In every state")),
        )

    def _none_found(self, query: RegisterQuery) -> tuple[str, str]:
        """What is missing, by what the filters ask for, and where else to look."""
        none = self.tr("No such paper")
        if query.holder:
            told = self.tr(
                "Nobody of this name has a paper like this, and none has this number. Look at what you "
                "typed, or choose other kinds or states above."
            )
        elif query.kinds:
            told = self.tr(
                "None of this kind is in this state. Choose other kinds or states above, or register a paper "
                "that came in."
            )
        elif query.overdue:
            none = self.tr("No paper is overdue")
            told = self.tr("What is not back by its day is listed here.")
        elif query.states:
            none = self.tr("No paper is “{state}”").format(state=self.states.currentText())
            told = self.tr("Choose another state above, or register a paper that came in.")
        else:
            none = self.tr("No paper is in the register yet")
            told = self.tr(
                "What is printed here enters itself. Register what comes from elsewhere, such as a signed "
                "contract."
            )
        return none, told

    def _arm(self, row: object) -> None:
        kept = isinstance(row, PaperRow) and row.state is PaperState.KEPT
        self.lend_button.setEnabled(kept)
        self.put_button.setEnabled(kept and isinstance(row, PaperRow) and row.profile is None)

    # Doing

    def _pick(self, row: object) -> None:
        if isinstance(row, PaperRow):
            self.scan.pick(row)

    def file(self) -> None:
        """Register a paper that came in."""
        dialog = FilePaperDialog(self._ctx)
        dialog.saved.connect(self._filed)
        dialog.open()

    def _filed(self, row: object) -> None:
        """Say its number, and choose it in the list, which shows it whatever it was narrowed down to."""
        if not isinstance(row, PaperRow):
            return
        self.scan.let_go()
        text = self.tr("Registered as {number}. Write this number on the paper.")
        self.scan.say(text.format(number=row.number), "good")
        query = self.query()
        if row.state not in (query.states or PaperState) or query.kinds or query.overdue or query.holder:
            self.show_out()
            self.states.setCurrentIndex(self.states.findData(row.state.value))
        self._wanted = row.paper
        self.read()

    def lend(self) -> None:
        """Register who takes the selected paper out."""
        row = self.table.current()
        if isinstance(row, PaperRow) and row.state is PaperState.KEPT:
            self._lend(row)

    def _lend(self, row: PaperRow) -> None:
        said = self.tr("{number} is taken out.").format(number=row.number)
        dialog = LendDialog(self._ctx, row)
        dialog.saved.connect(lambda _lent: self.scan.say(said, "good"))
        dialog.open()

    def lend_one(self, paper: str) -> None:
        """Register who takes the paper with this record id out, as its stored draft asks."""
        ctx = self._ctx

        def found(row: PaperRow) -> None:
            if row.state is PaperState.KEPT:
                self._lend(row)

        background.ask(self, lambda: ctx.office.papers.find(ctx.actor, paper)).then(found)

    def put(self) -> None:
        """Put the selected paper into another cabinet. Copies of work orders lie with their jobs."""
        row = self.table.current()
        if isinstance(row, PaperRow) and self.put_button.isEnabled():
            dialog = PutDialog(self._ctx, row)
            dialog.saved.connect(lambda _put: self.scan.forget_refusal())
            dialog.open()

    def open_cabinets(self) -> None:
        """Show the cabinets and who holds their keys."""
        if in_front(CabinetsDialog, lambda _one: True) is None:
            CabinetsDialog(self._ctx).open()

    def print_sheet(self) -> None:
        """Draw the evening's check sheet and show it, ready to print."""
        ctx = self._ctx
        document = self.tr("Evening check sheet {day}").format(day=ctx.today().isoformat())
        draw_pages(self, ctx, lambda: ctx.office.papers.day_sheet(ctx.actor, ctx.words), document)

    def take_keyboard(self) -> None:
        """Be ready for the scanner."""
        self.scan.code.setFocus(Qt.FocusReason.OtherFocusReason)


def _found(ctx: DeskContext, query: RegisterQuery) -> tuple[PaperCounts, tuple[PaperRow, ...]]:
    """How many papers are out and overdue in all, and the rows that the filters ask for."""
    papers, actor = ctx.office.papers, ctx.actor
    counts, rows = papers.counts(actor), papers.rows(actor, query)
    if query == _UNFILTERED:
        rows = tuple(by_due_day((*papers.to_give_back(actor), *rows)))
    return counts, rows


class PutDialog(FormDialog):
    """Asks for the cabinet; the one where the paper is now is chosen already."""

    def __init__(self, ctx: DeskContext, row: PaperRow) -> None:
        super().__init__(ctx, "", width=460)
        self.set_title(self.tr("Where is {number} kept?").format(number=row.number))
        self._row = row
        self.form.column.addWidget(label(kind_text(row, ctx.words), "muted"))
        self.cabinet = QComboBox()
        self.cabinet.addItem(self.tr("no cabinet"), "")
        self.form.add("cabinet", self.tr("Cabinet"), self.cabinet)
        self.form.column.addStretch(1)
        background.ask(self, lambda: ctx.office.papers.cabinets.all(ctx.actor)).then(self._offer)
        self.cabinet.setFocus()

    def _offer(self, cabinets: tuple[CabinetRow, ...]) -> None:
        for one in cabinets:
            self.cabinet.addItem(one.label, one.cabinet)
        self.cabinet.setCurrentIndex(max(0, self.cabinet.findText(self._row.cabinet)))

    def collect(self) -> Callable[[], object]:
        """The work that puts the paper there."""
        office, actor, paper = self.ctx.office, self.ctx.actor, self._row.paper
        cabinet = str(self.cabinet.currentData())
        return lambda: office.papers.put(actor, paper, cabinet)


class LendDialog(FormDialog):
    """Asks for a name of the staff or any other, and a day; today unless another is typed."""

    def __init__(self, ctx: DeskContext, row: PaperRow) -> None:
        super().__init__(ctx, "", width=460)
        self.set_title(self.tr("Lend {number}").format(number=row.number))
        self._row = row
        self.form.column.addWidget(label(kind_text(row, ctx.words), "muted"))
        self.holder = NameChoice()
        self.form.add("holder", self.tr("Who takes it"), self.holder, required=True)
        self.until = self.form.add("return_by", self.tr("Back by"), DateField(ctx.today()), required=True)
        self.until.set_iso(ctx.today().isoformat())
        self.watch()
        self.keep_draft("lend", row.paper, "work_orders", copies="yes", lend=row.paper)
        if self.primary is not None:
            self.primary.setText(self.tr("Lend"))
        background.ask(self, lambda: ctx.office.jobs.staff(ctx.actor)).then(
            lambda staff: self.holder.offer([member.name for member in staff])
        )
        self.holder.setFocus()

    def collect(self) -> Callable[[], object]:
        """The work that registers the loan."""
        office, actor, paper = self.ctx.office, self.ctx.actor, self._row.paper
        holder, until = self.holder.currentText(), self.until.iso("return_by")
        return lambda: office.papers.lend(actor, paper, holder, until)
