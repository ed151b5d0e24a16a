"""What each column holds: guessed from the header, changed by choosing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from hvacdesk.domain.exchange.import_cells import day_in
from hvacdesk.domain.exchange.import_layout import with_mapping
from hvacdesk.domain.exchange.importing import IMPORT_FIELD_NAMES, REPEATABLE, ImportField, TableLayout
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.text import label

_NAMES = frozenset({ImportField.NAME, ImportField.FAMILY_NAME, ImportField.ORGANISATION})
_EXAMPLES = 3


class ColumnsStep(QWidget):
    """A line for each column: its header, examples from the file, and what it is.

    Attributes:
        choices: the combo box of each column.
        examples: the label with example values of each column.

    Signals:
        changed(): another choice was made.
    """

    changed = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._layout: TableLayout | None = None
        self.choices: list[QComboBox] = []
        self.examples: list[QLabel] = []
        self._cells: list[tuple[str, ...]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.sentence = label("", "muted", wrap=True)
        column.addWidget(self.sentence)
        self._area = QScrollArea()
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setMinimumHeight(theme.px(220))
        column.addWidget(self._area, 1)
        self.hint = label(
            self.tr(
                "A customer has no date of a contract or of work: those belong to a job. The dates are read "
                "as shown here, and kept in the customer's note."
            ),
            "muted",
            wrap=True,
        )
        self.hint.hide()
        column.addWidget(self.hint)
        self.warning = label("", "error", wrap=True)
        column.addWidget(self.warning)

    def show_layout(self, layout: TableLayout, sample: Sequence[Sequence[str]]) -> Iterator[None]:
        """Show the columns with a few rows' cells as examples; in pieces, since a list may have many."""
        self._layout = layout
        if layout.header_row:
            found = self.tr("The header was found in line {line}. Please check what each column holds.")
            text = found.format(line=layout.header_row)
            if layout.program:
                known = self.tr("Recognised as {program}.").format(program=layout.program)
                text = in_a_row(known, text)
            self.sentence.setText(text)
        else:
            self.sentence.setText(self.tr("No header was found. Please choose what each column holds."))
        place = QWidget()
        place.setProperty("role", "clear")
        grid = QGridLayout(place)
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        self.choices, self.examples, self._cells = [], [], []
        for at, name in enumerate(layout.columns):
            # A row may end before the last column; empty cells would be no examples.
            cells = [row[at].replace("\n", " ") for row in sample if at < len(row) and row[at].strip()]
            self._cells.append(tuple(dict.fromkeys(cells[:_EXAMPLES])))
            choice = self._choice(name, layout.mapping.get(at))
            shown = label("", "muted", wrap=True)
            self.examples.append(shown)
            self._show_examples(at, layout.mapping.get(at))
            grid.addWidget(label(name, "strong", wrap=True), at, 0)
            grid.addWidget(shown, at, 1)
            grid.addWidget(choice, at, 2)
            self.choices.append(choice)
            yield
        grid.setRowStretch(len(layout.columns), 1)
        self._area.setWidget(place)
        self._judge()

    def layout_chosen(self) -> TableLayout:
        """The layout with what was chosen."""
        if self._layout is None:
            raise RuntimeError("show_layout() comes first")
        mapping = {at: kind for at, kind in enumerate(self._chosen()) if kind is not None}
        return with_mapping(self._layout, mapping)

    def is_ready(self) -> bool:
        """Whether there is a name, and nothing is chosen twice that a customer has once."""
        return not self.warning.text()

    def _chosen(self) -> list[ImportField | None]:
        data = [choice.currentData() for choice in self.choices]
        return [ImportField(kind) if kind else None for kind in data]

    def _choice(self, column: str, kind: ImportField | None) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(self.tr("What column {name} holds").format(name=column))
        choice.addItem(self.tr("Do not import"), "")
        for field, name in IMPORT_FIELD_NAMES.items():
            choice.addItem(self._context.words(name), field.value)
        choice.setCurrentIndex(max(0, choice.findData(kind.value if kind else "")))
        choice.currentIndexChanged.connect(lambda _at: self._judge())
        return choice

    def _show_examples(self, at: int, kind: ImportField | None) -> None:
        """Show examples from a column; for dates also how they are read, or that they are not understood."""
        cells = self._cells[at]
        if kind is ImportField.DATE:
            unread = self.tr("not understood")
            cells = tuple(f"{cell} → {day_in(cell).value or unread}" for cell in cells)
        self.examples[at].setText("　".join(cells))

    def _judge(self) -> None:
        for at, kind in enumerate(self._chosen()):
            self._show_examples(at, kind)
        self.hint.setVisible(ImportField.DATE in self._chosen())
        chosen = {at: kind for at, kind in enumerate(self._chosen()) if kind is not None}
        twice = self._twice(chosen)
        if not _NAMES.intersection(chosen.values()):
            self.warning.setText(self.tr("Choose the column that holds the name or the organisation."))
        elif twice is not None:
            text = self.tr("Two columns cannot both be “{field}”.")
            self.warning.setText(text.format(field=self._context.words(IMPORT_FIELD_NAMES[twice])))
        else:
            self.warning.setText("")
        self.warning.setVisible(bool(self.warning.text()))
        self.changed.emit()

    def _twice(self, chosen: Mapping[int, ImportField]) -> ImportField | None:
        """A field that two columns hold, which are no choices of each other."""
        choices = with_mapping(self._layout, chosen).choices if self._layout is not None else {}
        held = Counter((kind, choices.get(at, 1)) for at, kind in chosen.items() if kind not in REPEATABLE)
        return next((kind for (kind, _choice), times in held.items() if times > 1), None)
