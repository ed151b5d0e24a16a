"""Windows that tests leave behind.

Each later style sheet is worked out for them too, their timers go on, and what they show is read by every
test that asks what can be read anywhere: so what a file's tests made has to be gone at the file's end.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass
class LeftWindows:
    """The windows of one file's tests.

    Attributes:
        since: the test after which a window was there first, by the window's address.
        excused: a test failed, and what is told of it keeps what it had made.
    """

    since: dict[int, str] = field(default_factory=dict)
    excused: bool = False

    def after_test(self, test: str, *, failed: bool) -> None:
        """Delete what waits for a turn of the program's own loop, and note what is there now."""
        self.excused |= failed
        delete_what_waits()
        self.since = {address: self.since.get(address, test) for address in _windows()}

    def after_file(self) -> list[str]:
        """Delete what is left; returns which test left what."""
        found = _windows()
        told = [f"{_say(one)}, left by {self.since.get(address, '?')}" for address, one in found.items()]
        for one in found.values():
            one.close()  # which ends timers of what belongs to it
            one.deleteLater()
        delete_what_waits()
        self.since.clear()
        excused, self.excused = self.excused, False
        return [] if excused else told


def _windows() -> dict[int, QWidget]:
    """What was shown, by address. Not what never was: print jobs are followed through such a widget."""
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication
    from shiboken6 import getCppPointer

    shown = Qt.WidgetAttribute.WA_WState_Created
    found = [one for one in QApplication.topLevelWidgets() if one.testAttribute(shown)]
    return {getCppPointer(one)[0]: one for one in found}


def delete_what_waits() -> None:
    """Delete what was closed for good, as the next turn of the program's own loop does."""
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _say(window: QWidget) -> str:
    text = getattr(window, "text", str)()
    name = window.windowTitle() or window.accessibleName() or window.objectName() or text
    return f"{type(window).__name__} {name}".rstrip()
