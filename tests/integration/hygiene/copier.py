"""A window on a real X screen that copies, or another program that looks at the clipboard.

Usage: ``python -m tests.integration.hygiene.copier ours|other``. Reads commands from standard input, one a
line, and answers each with one line of JSON:

``copy TEXT``: a plain field is filled and its text copied with Ctrl+C, as any widget does.
``select TEXT``: a plain field is filled and its text marked with the mouse's selection.
``look``: the text and the formats of the clipboard and of the selection.
``forget``: clear what is ours.
``end``: end as the program ends.
"""

from __future__ import annotations

import json
import sys
import threading

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from hvacdesk.ui.clipboard import clipboard


class Commands(QObject):
    """Brings the lines from the thread that waits for them."""

    came = Signal(str)

    def read(self) -> None:
        for line in sys.stdin:
            self.came.emit(line.rstrip("\n"))


class Program(QObject):
    """One of the two programs."""

    def __init__(self, app: QApplication, *, ours: bool) -> None:
        super().__init__()
        self._app = app
        self._board = app.clipboard()
        self._edit = QLineEdit()
        if ours:
            clipboard.watch(app)
        self._edit.show()
        QTest.qWaitForWindowExposed(self._edit)

    def obey(self, line: str) -> None:
        command, _, text = line.partition(" ")
        answer: object = None
        if command == "copy":
            self._edit.setText(text)
            self._edit.selectAll()
            QTest.keyClick(self._edit, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        elif command == "select":
            self._board.setText(text, QClipboard.Mode.Selection)
        elif command == "look":
            answer = {
                mode.name: [self._board.text(mode), sorted(self._board.mimeData(mode).formats())]
                for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
            }
        elif command == "forget":
            clipboard.forget()
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
        if command == "end":
            self._app.quit()


def main(which: str) -> None:
    app = QApplication([])
    program, commands = Program(app, ours=which == "ours"), Commands()
    commands.came.connect(program.obey)
    threading.Thread(target=commands.read, daemon=True).start()
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
