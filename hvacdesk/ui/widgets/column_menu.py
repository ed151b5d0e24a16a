"""Choosing a table's columns: the menu of its header, which is part of a row's menu too, and its dialog."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QWidget,
)

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.number_field import NumberField
from hvacdesk.ui.widgets.table_choice import NARROWEST, WIDEST, TableChoice
from hvacdesk.ui.widgets.table_model import Column

BY_ITSELF = NARROWEST - 1
"""The spin box's lowest value, which means no width of one's own."""


class ColumnsShown(Protocol):
    """A table as far as its columns are chosen; :class:`hvacdesk.ui.widgets.data_table.DataTable` is one."""

    choice: TableChoice

    @property
    def columns(self) -> Sequence[Column]: ...
    def visible_keys(self) -> tuple[str, ...]: ...
    def ordered_keys(self) -> tuple[str, ...]: ...
    def show_column(self, key: str, shown: bool) -> None: ...
    def choose(self, choice: TableChoice) -> None: ...
    def accessibleName(self) -> str: ...
    def window(self) -> QWidget: ...


def fill_column_menu(table: ColumnsShown, menu: QMenu) -> None:
    """Which columns are seen, and the dialog for everything else about them."""
    translate = QCoreApplication.translate
    menu.setAccessibleName(translate("ColumnMenu", "Columns"))
    visible = table.visible_keys()
    for column in table.columns:
        action = QAction(column.title, menu, checkable=True)
        action.setChecked(column.key in visible)
        action.setEnabled(visible != (column.key,))
        action.toggled.connect(partial(table.show_column, column.key))
        menu.addAction(action)
    menu.addSeparator()
    menu.addAction(translate("ColumnMenu", "Order, width and sorting…"), lambda: ColumnDialog(table).open())
    reset = menu.addAction(
        translate("ColumnMenu", "As the program shows it"), lambda: table.choose(TableChoice())
    )
    reset.setEnabled(table.choice != TableChoice())


class ColumnDialog(Dialog):
    """Order, visibility, width and sorting of one table's columns, all of it by keyboard."""

    def __init__(self, table: ColumnsShown) -> None:
        super().__init__("", table.window(), width=440)
        self.set_title(self.tr("Columns: {table}").format(table=table.accessibleName()))
        self._table = table
        self._widths = dict(table.choice.widths)
        self._titles = {column.key: column.title for column in table.columns}
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Columns in their order"))
        self.list.setMinimumHeight(theme.px(200))
        visible = table.visible_keys()
        for key in table.ordered_keys():
            item = QListWidgetItem(self._titles[key])
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setSizeHint(QSize(0, theme.px(34)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in visible else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(self._moving())
        self._add_fields(table)
        self.list.currentRowChanged.connect(lambda _row: self._show_width())
        self.list.itemChanged.connect(lambda _item: self._judge())
        self.set_primary(self.tr("Use"), self._use)
        self.add_secondary(self.tr("Cancel"))
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _moving(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(button(self.tr("To the left"), lambda: self._move(-1), icon="arrow-left"))
        row.addWidget(button(self.tr("To the right"), lambda: self._move(1), icon="arrow-right"))
        row.addStretch(1)
        return row

    def _add_fields(self, table: ColumnsShown) -> None:
        form = Form()
        self.width_box = form.add("width", self.tr("Width of the chosen column"), NumberField())
        self.width_box.setRange(BY_ITSELF, WIDEST)
        self.width_box.setSingleStep(10)
        self.width_box.setSpecialValueText(self.tr("by itself"))
        self.width_box.valueChanged.connect(self._keep_width)
        self.sort = form.add("sort", self.tr("Sorted by"), QComboBox())
        self.sort.addItem(self.tr("as the rows come"), "")
        for column in table.columns:
            self.sort.addItem(column.title, column.key)
        self.sort.setCurrentIndex(max(0, self.sort.findData(table.choice.sort)))
        self.descending = QCheckBox(self.tr("The last first"))
        self.descending.setChecked(table.choice.descending)
        form.column.addWidget(self.descending)
        self.body.addWidget(form)

    def _key(self, row: int) -> str:
        return str(self.list.item(row).data(Qt.ItemDataRole.UserRole))

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + step < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + step, item)
            self.list.setCurrentRow(row + step)

    def _show_width(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.width_box.blockSignals(True)
            self.width_box.setValue(self._widths.get(self._key(row), BY_ITSELF))
            self.width_box.blockSignals(False)

    def _keep_width(self, width: int) -> None:
        key = self._key(self.list.currentRow())
        if width == BY_ITSELF:
            self._widths.pop(key, None)
        else:
            self._widths[key] = width

    def _checked(self) -> frozenset[str]:
        rows = range(self.list.count())
        return frozenset(
            self._key(row) for row in rows if self.list.item(row).checkState() is Qt.CheckState.Checked
        )

    def _judge(self) -> None:
        if self.primary is not None:
            self.primary.setEnabled(bool(self._checked()))

    def _use(self) -> None:
        order = tuple(self._key(row) for row in range(self.list.count()))
        checked = self._checked()
        before = self._table.choice
        came = checked - frozenset(self._table.visible_keys())
        own = tuple(column.key for column in self._table.columns)
        self._table.choose(
            replace(
                before,
                order=() if order == own else order,
                hidden=(before.hidden | (frozenset(self._table.visible_keys()) - checked)) - checked,
                shown=(before.shown | came) & checked,
                widths=self._widths,
                sort=str(self.sort.currentData()),
                descending=self.descending.isChecked() and bool(self.sort.currentData()),
            )
        )
        self.accept()
