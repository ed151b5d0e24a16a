"""Ctrl+/: every key, those of the page in front first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hvacdesk.domain.roles import Permission
from hvacdesk.domain.text.wording import phrase
from hvacdesk.ui.language import words
from hvacdesk.ui.page_entry import PageEntry, page_key
from hvacdesk.ui.shortcuts import EVERYWHERE, IN_PARTS, OF_PAGES, Key, KeyGroup
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.text import label

WIDTH, HEIGHT = 520, 620
May = Callable[[Permission], bool]
BETWEEN = "  ·  "


class ShortcutOverview(Dialog):
    """A table of keys and what they do, in groups; what the role does not show or allow is left out.

    Args:
        front: the name of the page in front.
        may: whether the person holds a permission.
    """

    def __init__(
        self, pages: tuple[PageEntry, ...], front: str, may: May, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent, width=WIDTH)
        self.set_title(self.tr("Keys"))
        content = QWidget()
        content.setProperty("role", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(theme.px(10), theme.px(8), theme.px(14), theme.px(8))
        column.setSpacing(theme.px(8))
        for group in groups(pages, front, may):
            column.addWidget(label(words(group.title), "strong"))
            column.addLayout(_lines(group))
            column.addSpacing(theme.px(8))
        column.addStretch(1)
        area = ScrollColumn(content, name=self.tr("Keys"))
        self.body.addWidget(area, 1)
        self.set_primary(self.tr("Close"))
        self.fit(WIDTH, HEIGHT)
        area.setFocus()


def groups(pages: tuple[PageEntry, ...], front: str, may: May) -> Iterator[KeyGroup]:
    """The groups that hold for these pages, what is at hand first, with the keys that do something."""
    for group in _all_groups(pages, front):
        keys = tuple(key for key in group.keys if key.needs is None or may(key.needs))
        if keys:
            yield replace(group, keys=keys)


def _all_groups(pages: tuple[PageEntry, ...], front: str) -> Iterator[KeyGroup]:
    names = {page.name for page in pages}
    numbers = tuple(Key(page_key(number), page.title) for number, page in enumerate(pages, 1))
    shown = [group for group in OF_PAGES if group.page in names]
    yield from (group for group in shown if group.page == front)
    yield EVERYWHERE
    yield KeyGroup(phrase("Shortcuts", "Pages"), numbers)
    yield from (group for group in shown if group.page != front)
    yield from IN_PARTS


def _lines(group: KeyGroup) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(24))
    grid.setVerticalSpacing(theme.px(6))
    grid.setColumnMinimumWidth(0, theme.px(150))
    grid.setColumnStretch(1, 1)
    for row, key in enumerate(group.keys):
        grid.addWidget(label(key_text(key)), row, 0)
        grid.addWidget(label(words(key.does), "muted", wrap=True), row, 1)
    return grid


def key_text(key: Key) -> str:
    """The key as this desktop's system names it."""
    native = QKeySequence.SequenceFormat.NativeText
    return BETWEEN.join(QKeySequence(one).toString(native) for one in key.each())
