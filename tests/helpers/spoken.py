"""What a screen reader is handed of a window: Qt's tree of names and roles, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QLabel,
    QWidget,
)

Role = QAccessible.Role
TABLES = (Role.Table, Role.List, Role.Tree)
NAMED = frozenset(
    {
        Role.Button,
        Role.ButtonMenu,
        Role.CheckBox,
        Role.RadioButton,
        Role.ComboBox,
        Role.EditableText,
        Role.SpinBox,
        Role.PageTab,
        Role.PageTabList,
        Role.Graphic,
        Role.ProgressBar,
        Role.Dialog,
        Role.Link,
        Role.ListItem,
        *TABLES,
    }
)
"""Roles of what somebody uses or looks at: without a name a screen reader has nothing to say."""

SILENT = frozenset({Role.NoRole, Role.Client, Role.Pane, Role.Border, Role.Grouping})
"""Roles of what only holds other things: the keyboard must never be on one that says no more."""

SAID_BY_LABEL = frozenset({Role.ComboBox})
"""Their own name is what they hold under Linux; what they are for is told by a label that belongs to them."""

ROW_SLACK = 6
"""The tops of things in one row differ by so many pixels at most."""


@dataclass(frozen=True)
class Node:
    """One thing in the tree."""

    face: QAccessibleInterface
    depth: int

    @property
    def role(self) -> QAccessible.Role:
        return self.face.role()

    @property
    def name(self) -> str:
        return self.face.text(QAccessible.Text.Name).strip()

    @property
    def widget(self) -> QWidget:
        """The widget that it describes; cells and the like are not walked."""
        return cast(QWidget, self.face.object())

    def __str__(self) -> str:
        at = self.widget.mapTo(self.widget.window(), QPoint())
        return f"{self.role.name} {self.name[:50]!r} ({type(self.widget).__name__} at {at.x()}, {at.y()})"


def tree(window: QWidget) -> list[Node]:
    """Everything visible in the window, in the order in which it is read; tables without their cells."""
    return list(_below(QAccessible.queryAccessibleInterface(window), 0))


def _below(face: QAccessibleInterface, depth: int) -> Iterator[Node]:
    yield Node(face, depth)
    if isinstance(face.object(), QAbstractItemView):
        return
    for number in range(face.childCount()):
        child = face.child(number)
        inside = child.object()
        if isinstance(inside, QWidget) and inside.isVisible():
            yield from _below(child, depth + 1)


def dumped(window: QWidget) -> str:
    """The tree as text, for looking at."""
    return "\n".join(f"{'  ' * node.depth}{node.role.name}: {node.name}" for node in tree(window))


def misspoken(window: QWidget) -> list[str]:
    """What is wrong in the window's tree."""
    nodes = tree(window)
    wrong = [f"{node}: {fault}" for node in nodes for fault in _faults(node)]
    return wrong + [f"{later} is read after {earlier}" for earlier, later in _out_of_order(nodes)]


def _faults(node: Node) -> Iterator[str]:
    widget = node.widget
    if node.role in NAMED and not _inner(widget) and not node.name and not _labels(node):
        yield "has no name"
    if _takes_keyboard(widget) and node.role in SILENT:
        yield "takes the keyboard, but its role says nothing"
    if node.role in SAID_BY_LABEL and not _labels(node):
        yield "no label says what it is for"
    if isinstance(widget, QAbstractButton):
        words = widget.text().replace("&&", "&").split("  ")[0].strip()  # its key comes after two spaces
        if words.casefold() not in node.name.casefold():
            yield f"is shown as {words!r}"
        exclusive = widget.group() is not None and widget.group().exclusive()
        if node.role is Role.CheckBox and (exclusive or widget.property("kind") in ("nav", "tab")):
            yield "is no check box"


def _inner(widget: QWidget) -> bool:
    """A part that Qt makes for itself."""
    return widget.objectName().startswith("qt_") or isinstance(widget, QHeaderView)


def _takes_keyboard(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and not _inner(widget)


def _labels(node: Node) -> list[str]:
    found = node.face.relations(QAccessible.RelationFlag.Label)
    return [text for face, _kind in found if (text := face.text(QAccessible.Text.Name).strip())]


def _out_of_order(nodes: list[Node]) -> Iterator[tuple[Node, Node]]:
    """Neighbours of one parent that are read in another order than they are placed."""
    families: dict[int, list[Node]] = {}
    for node in nodes:
        parent = node.widget.parentWidget()
        if parent is not None and not isinstance(parent, QAbstractScrollArea) and _says(node):
            families.setdefault(id(parent), []).append(node)
    for family in families.values():
        for earlier, later in pairwise(family):
            if _stands_before(later.widget, earlier.widget):
                yield earlier, later


def _says(node: Node) -> bool:
    widget = node.widget
    words = bool(widget.text()) if isinstance(widget, QLabel) else True
    return words and bool(widget.width() and widget.height()) and not widget.isWindow()


def _stands_before(one: QWidget, other: QWidget) -> bool:
    """Above it, or on the same line left of it."""
    first, second = one.geometry(), other.geometry()
    if first.bottom() <= second.top() + ROW_SLACK:
        return True
    same_line = abs(first.top() - second.top()) <= ROW_SLACK
    return same_line and first.right() <= second.left()
