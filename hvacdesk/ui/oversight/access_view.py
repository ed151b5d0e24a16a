"""The access review in the safeguards: one month's sheet, what is unusual on top, and the signature."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLabel, QStackedWidget, QVBoxLayout, QWidget

from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.oversight.access_review import (
    PATTERN_NAMES,
    CustomerSum,
    MonthSheet,
    PersonSum,
    ReviewFinding,
)
from hvacdesk.domain.oversight.audit_log import REVEAL_REASON_NAMES, RevealReason
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text, month_text
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.printing.showing import draw_pages
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.section import Section
from hvacdesk.ui.widgets.tab_row import TabRow
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.leaks import text_box


class AccessView(Section):
    """A person responsible reads it, asks about what is unusual, and signs; an inspector reads and prints."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted, self._signs = "", False
        self._months: tuple[tuple[str, bool], ...] = ()
        self._comes_forward = False
        self._reader = background.Reader(self)
        self._fresh = Freshness(
            self,
            context.changes,
            frozenset({Room.OVERSIGHT, Room.STAFF, Room.CUSTOMERS, Room.JOBS, Room.BILLING}),
            self._read_months,
        )
        self.sheet: MonthSheet | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._actions())
        self._busy = Busy(self.tr("Reading the log"), cancellable=False)
        column.addWidget(self._busy)
        self._about: QLabel = label("", "muted", wrap=True)
        column.addWidget(self._about)
        self.tabs = TabRow(frugal=True)
        self.findings = self._findings_table()
        self.people = self._people_table()
        self.customers = self._customers_table()
        self._stacks: list[QStackedWidget] = []
        calm = self.tr("Nothing unusual")
        for name, table, empty in (
            (self.tr("Unusual"), self.findings, calm),
            (self.tr("By person"), self.people, self.tr("Nobody looked at anything")),
            (self.tr("By customer"), self.customers, self.tr("Nobody was looked at")),
        ):
            stack = QStackedWidget()
            stack.addWidget(table)
            stack.addWidget(EmptyState("shield-check", empty, self.tr("Sign the sheet all the same.")))
            self._stacks.append(stack)
            card = Card()
            card.body.addWidget(stack, 1)
            self.tabs.add(name, card)
        column.addWidget(self.tabs, 1)

    def refresh(self) -> None:
        """Read the months and the sheet again."""
        self._comes_forward = True
        self._fresh.read()

    def _read_months(self) -> None:
        office, actor = self._context.office, self._context.actor
        self._reader.read(lambda: office.access_review.months(actor)).then(self._show_months)

    def open(self, **arguments: object) -> None:
        """``month=YYYY-MM`` shows that month's sheet; ``sign`` goes on signing it."""
        self._wanted = str(arguments.get("month", ""))
        self._signs = bool(arguments.get("sign"))
        self.refresh()

    def sign(self) -> None:
        """Sign the sheet that is shown."""
        if self.sheet is not None:
            form = SignForm(self._context, self.sheet)
            form.open()

    def print_sheet(self) -> None:
        """Show the sheet as a paper, and print it from there."""
        ctx, sheet = self._context, self.sheet
        if sheet is None:
            return
        month = sheet.month
        draw_pages(
            self,
            ctx,
            lambda: ctx.office.access_review.sheet_pdf(ctx.actor, month, ctx.words),
            QCoreApplication.translate("AccessView", "Access review {month}").format(month=month_text(month)),
            note=lambda: ctx.office.access_review.sheet_printed(ctx.actor, month),
        )

    def _actions(self) -> FlowRow:
        self.month = QComboBox()
        self.month.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.month.setAccessibleName(self.tr("Month"))
        self.month.activated.connect(lambda _at: self._read())
        self.state = Chip("")
        self.print_button = button(self.tr("Print the sheet"), self.print_sheet, icon="printer")
        self.sign_button = button(self.tr("Sign"), self.sign, kind="primary", icon="pencil")
        if not self._context.office.access_review.may_sign(self._context.actor):
            self.sign_button.hide()
        return FlowRow((self.month, self.state), at_end=(self.print_button, self.sign_button))

    def _show_months(self, months: tuple[tuple[str, bool], ...]) -> None:
        chosen = self._wanted or self.month.currentData() or self._first_open(months)
        self._wanted = ""
        if months != self._months:
            self._months = months
            self._offer_months(months)
        self.month.setCurrentIndex(max(0, self.month.findData(chosen)))
        self._read()

    def _offer_months(self, months: tuple[tuple[str, bool], ...]) -> None:
        self.month.clear()
        for month, signed in months:
            text = month_text(month)
            if signed:
                text = self.tr("{month} (signed)").format(month=text)
            self.month.addItem(text, month)

    def _first_open(self, months: Sequence[tuple[str, bool]]) -> str:
        """The newest month that is over."""
        return months[1][0] if len(months) > 1 else ""

    def _read(self) -> None:
        month = self.month.currentData()
        if not month:
            return
        office, actor = self._context.office, self._context.actor
        shown = self.sheet is not None and self.sheet.month == month
        self._reader.read(lambda: office.access_review.sheet(actor, month)).with_busy(
            None if shown else self._busy  # which would push aside what is being read
        ).then(self._show)

    def _show(self, sheet: MonthSheet) -> None:
        self.sheet = sheet
        signed = sheet.signature
        if signed is not None:
            self.state.set(self.tr("signed"), Tone.GOOD)
            when = office_time(moment_of(signed.at)).date()
            text = self.tr("Signed by {who} on {day}. The log's chain ended with entry {entry}, {hash}.")
            said = text.format(
                who=signed.by, day=day_text(when), entry=signed.head_sequence, hash=signed.head_hash[:16]
            )
            if signed.about_themselves:
                said += " " + self.tr("Nobody else could have signed it.")
        elif not sheet.over:
            self.state.set(self.tr("still running"), Tone.NEUTRAL)
            said = self.tr("The month can be signed after its last day.")
        else:
            self.state.set(self.tr("not signed"), Tone.WARN)
            said = self.tr("Ask about what is unusual, then sign. Unusual is not wrong.")
        self._about.setText(said)
        self.sign_button.setEnabled(signed is None and sheet.over)
        finding, person, customer = (
            table.current() for table in (self.findings, self.people, self.customers)
        )
        # Whom or what the chosen row is about stays chosen, though its counts went on.
        self.findings.set_rows(sheet.findings, keep=lambda row: _about(row) == _about(finding))
        self.people.set_rows(sheet.people, keep=lambda row: _about(row) == _about(person))
        self.customers.set_rows(sheet.customers, keep=lambda row: _about(row) == _about(customer))
        for stack, table in zip(self._stacks, (self.findings, self.people, self.customers), strict=True):
            table.choose_first(keyboard=self._comes_forward)
            stack.setCurrentIndex(0 if table.rows() else 1)
        self._comes_forward = False
        if self._signs and self.sign_button.isEnabled() and self.sign_button.isVisibleTo(self):
            self.sign()
        self._signs = False

    def _findings_table(self) -> DataTable:
        words = self._context.words
        return self._table(
            "access-findings",
            self.tr("Unusual"),
            [
                Column("name", self.tr("Who"), width=100),
                Column("when", self.tr("When"), width=140),
                Column(
                    "pattern",
                    self.tr("What"),
                    width=220,
                    stretch=2,
                    value=lambda one: words(PATTERN_NAMES[one.pattern]),
                ),
                Column("count", self.tr("Count"), width=64, kind="number", align="right"),
                Column(
                    "customers", self.tr("Customers"), width=120, stretch=1, value=_numbers, wide_only=True
                ),
            ],
        )

    def _people_table(self) -> DataTable:
        return self._table(
            "access-people",
            self.tr("By person"),
            [
                Column("name", self.tr("Who"), width=110),
                *self._counts(),
                Column("exports", self.tr("Exported"), width=72, kind="number", align="right"),
                Column(
                    "searches", self.tr("Searched"), width=72, kind="number", align="right", wide_only=True
                ),
                Column(
                    "reasons", self.tr("Reasons"), width=160, stretch=1, value=self._reasons, wide_only=True
                ),
            ],
        )

    def _customers_table(self) -> DataTable:
        return self._table(
            "access-customers",
            self.tr("By customer"),
            [
                Column("number", self.tr("Customer"), width=100),
                *self._counts(),
                Column("people", self.tr("Who"), width=120, stretch=1, value=_people),
                Column(
                    "reasons", self.tr("Reasons"), width=160, stretch=1, value=self._reasons, wide_only=True
                ),
            ],
        )

    def _counts(self) -> tuple[Column, Column]:
        return (
            Column("reveals", self.tr("Shown"), width=72, kind="number", align="right"),
            Column("prints", self.tr("Printed"), width=72, kind="number", align="right"),
        )

    def _table(self, key: str, name: str, columns: Sequence[Column]) -> DataTable:
        table = DataTable(name)
        table.set_columns(columns)
        table.keep_columns(self._context.columns, key, names_nobody)
        return table

    def _reasons(self, row: PersonSum | CustomerSum) -> str:
        known = {one.value: self._context.words(REVEAL_REASON_NAMES[one]) for one in RevealReason}
        return "・".join(f"{known.get(reason, reason)} {count}" for reason, count in row.reasons)


def _about(row: object) -> tuple[str, ...]:
    """What a line of the sheet counts for."""
    match row:
        case ReviewFinding():
            return (row.pattern.value, row.account, row.when)
        case PersonSum():
            return (row.account,)
        case CustomerSum():
            return (row.number,)
    return ()


def _numbers(row: ReviewFinding) -> str:
    return "・".join(row.customers)


def _people(row: CustomerSum) -> str:
    return "・".join(row.people)


class SignForm(FormDialog):
    """The remark says what was asked and answered."""

    def __init__(self, ctx: DeskContext, sheet: MonthSheet) -> None:
        title = QCoreApplication.translate("SignForm", "Sign the access review of {month}")
        super().__init__(ctx, title.format(month=month_text(sheet.month)), width=520)
        self._month = sheet.month
        self.form.column.addWidget(
            label(self.tr("%n unusual thing(s) on the sheet.", "", len(sheet.findings)), "strong", wrap=True)
        )
        self.remark = self.form.add(
            "remark",
            self.tr("What you asked and what the answer was"),
            text_box(4),
            hint=self.tr("Without customers' names. Once signed, the sheet stands."),
        )
        self.form.column.addStretch(1)
        self.fit(560, 460)
        self.watch()
        self.keep_draft(
            "signature", self._month, "safeguards", section="access", month=self._month, sign="yes"
        )
        self.remark.setFocus()

    def collect(self) -> Callable[[], object]:
        office, actor, month = self.ctx.office, self.ctx.actor, self._month
        remark = self.remark.toPlainText()
        return lambda: office.access_review.sign(actor, month, remark)
