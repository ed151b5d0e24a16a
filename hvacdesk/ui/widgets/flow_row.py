"""Widgets side by side, on further lines where large text leaves no room for all of them on one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hvacdesk.ui.theme import theme


class FlowRow(QWidget):
    """A row that breaks between its parts.

    Args:
        parts: from the left, as far as they are known already; hidden ones take no room.
        at_end: after them, at the right end of their line; together on the next one where it has no room
            for all of them.
        fills: the part that takes what its line leaves over.
        even: all parts of a line are equally wide and high, and fill it; the lines are equally full.
        gap: between parts and between lines, in design pixels.
        breaks: False where the row asks for the room of one line, so that it never has to.
    """

    def __init__(
        self,
        parts: Sequence[QWidget] = (),
        *,
        at_end: Sequence[QWidget] = (),
        fills: QWidget | None = None,
        even: bool = False,
        gap: int = 8,
        breaks: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._parts: list[QWidget] = []
        self._ends: list[QWidget] = []
        self._fills = fills
        self._even, self._gap, self._breaks = even, theme.px(gap), breaks
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for part in parts:
            self.add(part)
        for part in at_end:
            self.add_at_end(part)

    def add(self, part: QWidget) -> None:
        """Add a part after those from the left."""
        part.setParent(self)
        self._parts.append(part)
        self.updateGeometry()

    def fill_with(self, part: QWidget) -> None:
        """Add a part that takes what its line leaves over."""
        self.add(part)
        self._fills = part

    def add_at_end(self, part: QWidget) -> None:
        """Add a part at the right end."""
        part.setParent(self)
        self._ends.append(part)
        self.updateGeometry()

    def _shown(self) -> list[QWidget]:
        return [part for part in (*self._parts, *self._ends) if not part.isHidden()]

    def _lines(self, width: int) -> Iterator[list[tuple[QWidget, int]]]:
        """The parts of each line with their widths."""
        parts = self._shown()
        if self._even:
            yield from self._even_lines(parts, width)
            return
        line: list[tuple[QWidget, int]] = []
        left = width
        ends = [part for part in self._ends if not part.isHidden()]
        together = bool(ends) and self._room(ends) <= width < self._room(parts)
        for part in parts:
            wanted = min(_wanted(part), width)
            if line and (wanted > left or (together and part is ends[0])):
                yield line
                line, left = [], width
            line.append((part, wanted))
            left -= wanted + self._gap
        if line:
            yield line

    def _room(self, parts: Sequence[QWidget]) -> int:
        """How wide a line of these would be."""
        return sum(map(_wanted, parts)) + max(0, len(parts) - 1) * self._gap

    def _even_lines(self, parts: Sequence[QWidget], width: int) -> Iterator[list[tuple[QWidget, int]]]:
        if not parts:
            return
        widest = max(_least(part) for part in parts)
        fitting = max(1, (width + self._gap) // (widest + self._gap))
        lines = -(-len(parts) // fitting)
        columns = -(-len(parts) // lines)
        share, over = divmod(width - (columns - 1) * self._gap, columns)
        for first in range(0, len(parts), columns):
            line = enumerate(parts[first : first + columns])
            yield [(part, share + (at < over)) for at, part in line]

    def _places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        """Where each part lies; in a line they are centred on each other."""
        top = 0
        for line in self._lines(width):
            heights = [_height(part, room) for part, room in line]
            left, height = 0, max(heights)
            spare = width - sum(room for _, room in line) - (len(line) - 1) * self._gap
            for (part, room), own in zip(line, heights, strict=True):
                tall = height if self._even else own
                wide = room
                if part is self._fills:
                    wide, spare = room + spare, 0
                elif part in self._ends:
                    left, spare = left + spare, 0
                yield part, QRect(left, top + (height - tall) // 2, wide, tall)
                left += wide + self._gap
            top += height + self._gap

    def _arrange(self) -> None:
        for part, place in self._places(self.width()):
            part.setGeometry(place)

    # Qt's overrides

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        widths = [_wanted(part) for part in self._shown()]
        width = sum(widths) + max(0, len(widths) - 1) * self._gap
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        shown = self._shown()
        width = max((_least(part) for part in shown), default=0)
        height = max((part.minimumSizeHint().height() for part in shown), default=0)
        return QSize(width if self._breaks else self.sizeHint().width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Nobody tells a hidden row that a part wants another size."""
        super().showEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """A part wants another size, or was shown or hidden."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange()
        return super().event(event)


def _wanted(part: QWidget) -> int:
    """The width that a part would like to have, within the bounds that were set for it."""
    return max(part.minimumWidth(), min(part.sizeHint().width(), part.maximumWidth()))


def _least(part: QWidget) -> int:
    """The width that a part cannot do without."""
    return max(part.minimumWidth(), min(part.minimumSizeHint().width(), part.maximumWidth()))


def _height(part: QWidget, width: int) -> int:
    wanted = part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
    return max(wanted, part.minimumSizeHint().height())
