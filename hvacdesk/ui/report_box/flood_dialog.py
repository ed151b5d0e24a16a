"""Sorting a flood out: what is nonsense is ticked and deleted together; whatever is not stays as it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hvacdesk.domain.report_box.report_box import CATEGORY_NAMES, ReportRow
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.work_dialog import WorkDialog

_SHOWN = 120
"""So many characters of a text are enough to tell nonsense from a report."""


class FloodDialog(WorkDialog):
    """Shows how each unread report begins, nothing ticked.

    Attributes:
        listed: the reports, one line each.

    Signals:
        deleted(): some are gone.
    """

    deleted = Signal()

    def __init__(
        self, context: DeskContext, rows: Sequence[ReportRow], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent or context.window, width=720)
        self.set_title(self.tr("Sort out unread reports"))
        self._context = context
        self.add_text(
            self.tr(
                "Tick what is nonsense. It is deleted for every reader, and its writer finds nothing any "
                "more. What is not ticked stays in the list: if you are not sure of one, leave it and open "
                "it there."
            )
        )
        self.listed = QListWidget()
        self.listed.setAccessibleName(self.tr("Unread reports"))
        self.listed.setWordWrap(True)
        self.listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.listed.setMinimumHeight(theme.px(280))
        for row in rows:
            self.listed.addItem(self._line(row))
        self.listed.itemChanged.connect(lambda _item: self._count())
        self.body.addWidget(self.listed)
        self.set_primary(self._deleting(0), self.delete, kind="danger")
        self.add_secondary(self.tr("Tick all"), self.tick_all)
        self.add_secondary(self.tr("Cancel"))
        self._count()

    def tick_all(self) -> None:
        """Tick everything, so that what is genuine can be left out."""
        for item in self._items():
            item.setCheckState(Qt.CheckState.Checked)

    def chosen(self) -> tuple[str, ...]:
        """The reports that are ticked."""
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        )

    def delete(self) -> None:
        """Delete what is ticked."""
        reports, actor, cases = self._context.office.reports, self._context.actor, self.chosen()
        self.ask(self.tr("Deleting the reports"), lambda: reports.delete_unread(actor, cases)).then(
            lambda _nothing: self._gone()
        )

    def _line(self, row: ReportRow) -> QListWidgetItem:
        text = " ".join(row.report.messages[0].text.split())
        beginning = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        item = QListWidgetItem(f"{self._context.words(CATEGORY_NAMES[row.report.category])}　{beginning}")
        item.setData(Qt.ItemDataRole.UserRole, row.case)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        return item

    def _items(self) -> list[QListWidgetItem]:
        return [self.listed.item(at) for at in range(self.listed.count())]

    def _count(self) -> None:
        if self.primary is not None:
            ticked = len(self.chosen())
            self.primary.setText(self._deleting(ticked))
            self.primary.setEnabled(ticked > 0)

    def _deleting(self, ticked: int) -> str:
        return self.tr("Delete %n reports", "", ticked)

    def _gone(self) -> None:
        self.deleted.emit()
        self.accept()
