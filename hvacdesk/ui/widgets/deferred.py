"""The place of something that is built when it is first needed, so that a page opens with one of its tabs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

W = TypeVar("W", bound=QWidget)


class Deferred(QWidget, Generic[W]):
    """Holds the content once it is shown or asked for.

    Args:
        build: makes the content.
        frame: puts it into what is shown, such as a scroll area.
    """

    def __init__(
        self,
        build: Callable[[], W],
        frame: Callable[[W], QWidget] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._build = build
        self._frame = frame
        self._content: W | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def content(self) -> W:
        """The content, built now if it was not yet."""
        if self._content is None:
            self._content = content = self._build()
            self._column.addWidget(content if self._frame is None else self._frame(content))
        return self._content

    # Qt's overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        _ = self.content
