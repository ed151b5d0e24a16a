"""How each row was understood, what needs a look, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hvacdesk.domain.exchange.importing import (
    COLUMNS_LEFT_OUT,
    ROW_STATE_NAMES,
    Duplicates,
    ImportPreview,
    ReadRow,
    RowState,
)
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.language import listed
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.table_model import LeftOut
from hvacdesk.ui.widgets.text import label

_TONES = {
    RowState.GOOD: Tone.GOOD,
    RowState.CHECK: Tone.WARN,
    RowState.DUPLICATE: Tone.INFO,
    RowState.WRONG: Tone.BAD,
    RowState.NOBODY: Tone.INFO,
}


class ImportCheckStep(QWidget):
    """The rows that need a look come first.

    Attributes:
        remark: the whole remark of the row that is chosen.

    Signals:
        changed(): another choice was made.
    """

    changed = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._preview: ImportPreview | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        self.sentence = label("", wrap=True)
        row.addWidget(self.sentence, 1)
        self.filter = QComboBox()
        self.filter.setAccessibleName(self.tr("Which rows are shown"))
        self.filter.currentIndexChanged.connect(lambda _at: self._show_rows())
        row.addWidget(self.filter)
        column.addLayout(row)
        self.left_out = label("", wrap=True, tone="warn")
        column.addWidget(self.left_out)
        card = Card(padding=1)
        self.table = DataTable(self.tr("Rows of the list"))
        self.table.setMinimumHeight(theme.px(220))
        self.table.set_columns(
            [
                Column(
                    "line",
                    self.tr("Line"),
                    44,
                    kind="number",
                    value=lambda row: str(row.line),  # as the table program numbers it
                    sort=lambda row: row.line,
                ),
                Column("state", self.tr("State"), 120, kind="chip", value=self._state),
                Column("family", self.tr("Family name"), 76, 1, value=_family),
                Column("given", self.tr("Given name"), 70, value=_given),
                Column("kana", self.tr("Kana"), 100, value=_kana, wide_only=True),
                Column("phone", self.tr("Phone"), 100, value=_phone),
                Column(
                    "address",
                    self.tr("Address"),
                    110,
                    2,
                    value=_address,
                    wide_only=True,
                    left_out=LeftOut.EARLY,
                ),
                Column(
                    "note",
                    self.tr("Note"),
                    110,
                    1,
                    kind="muted",
                    value=_note,
                    wide_only=True,
                    left_out=LeftOut.FIRST,
                ),
                Column(
                    "remark",
                    self.tr("Remark"),
                    320,
                    5,
                    value=self._remark,
                    wide_only=True,
                    left_out=LeftOut.LATE,
                ),
            ]
        )
        self.table.keep_columns(context.columns, "import", names_nobody)
        card.body.addWidget(self.table)
        column.addWidget(card, 1)
        self.remark = label("", wrap=True)
        self.table.current_changed.connect(self._show_remark)
        column.addWidget(self.remark)
        self.with_duplicates = QCheckBox(self.tr("Also import what is probably registered already"))
        self.with_duplicates.toggled.connect(lambda _on: self.changed.emit())
        column.addWidget(self.with_duplicates)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show how the list was understood."""
        self._preview = preview
        text = self.tr(
            "{good} rows are ready, {check} need a look, {duplicate} are probably registered, "
            "{wrong} cannot be imported."
        )
        counts = {state.value: f"{preview.count(state):,}" for state in RowState}
        if preview.count(RowState.NOBODY):
            nobody = self.tr("{nobody} rows are no customers.")
            text = in_a_row(text, nobody)
        self.sentence.setText(text.format(**counts))
        show_left_out(self.left_out, preview.left_out, self._context)
        self.with_duplicates.setVisible(preview.count(RowState.DUPLICATE) > 0)
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.addItem(self.tr("Rows that need a look"), "look")
        self.filter.addItem(self.tr("All rows"), "all")
        looks = preview.count(RowState.GOOD) < preview.total
        self.filter.setCurrentIndex(0 if looks else 1)
        self.filter.blockSignals(False)
        self._show_rows()

    def duplicates(self) -> Duplicates:
        """What is done with rows that are probably registered already."""
        return Duplicates.IMPORT if self.with_duplicates.isChecked() else Duplicates.LEAVE_OUT

    def taken(self) -> int:
        """How many rows would be imported."""
        if self._preview is None:
            return 0
        states = {RowState.GOOD, RowState.CHECK}
        if self.with_duplicates.isChecked():
            states.add(RowState.DUPLICATE)
        return self._preview.count(*states)

    def button_text(self) -> str:
        """What the button that imports says."""
        return self.tr("Register {count} customers").format(count=f"{self.taken():,}")

    def _show_rows(self) -> None:
        if self._preview is None:
            return
        everything = self.filter.currentData() == "all"
        self.table.set_rows(list(self._preview.rows if everything else self._preview.looks))
        self.table.select_first(keyboard=False)
        self._show_remark(self.table.current())

    def _show_remark(self, row: object) -> None:
        """Say the whole remark of the chosen row: the table has room for its beginning, or for none of it."""
        remark = self._remark(row) if isinstance(row, ReadRow) else ""
        self.remark.setVisible(bool(remark))
        if isinstance(row, ReadRow):
            said = self.tr("Line {line}: {remark}")
            self.remark.setText(said.format(line=row.line, remark=remark))

    def _state(self, row: ReadRow) -> ChipValue:
        return ChipValue(self._context.words(ROW_STATE_NAMES[row.state]), _TONES[row.state])

    def _remark(self, row: ReadRow) -> str:
        said = (self._context.words(remark.text).format(**remark.details) for remark in row.remarks)
        return in_a_row(*said)


def show_left_out(shown: QLabel, columns: Sequence[str], context: DeskContext) -> None:
    """Say which columns are not imported though something is in them."""
    shown.setText(context.words(COLUMNS_LEFT_OUT).format(columns=listed(columns)))
    shown.setVisible(bool(columns))


def _family(row: ReadRow) -> str:
    if row.record is None:
        return "　".join(cell for cell in row.cells if cell.strip())[:40]
    return "　".join(filter(None, (row.record.organisation, row.record.name.family)))


def _given(row: ReadRow) -> str:
    return row.record.name.given if row.record is not None else ""


def _kana(row: ReadRow) -> str:
    if row.record is None:
        return ""
    name = row.record.name
    return "　".join(filter(None, (row.record.organisation_kana, name.family_kana, name.given_kana)))


def _phone(row: ReadRow) -> str:
    return row.record.phones[0].number if row.record is not None and row.record.phones else ""


def _address(row: ReadRow) -> str:
    return row.record.address.full() if row.record is not None else ""


def _note(row: ReadRow) -> str:
    """What goes into the note, with the dates as they were read."""
    return " ".join(row.record.note.split("\n")) if row.record is not None else ""
