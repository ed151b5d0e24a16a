"""A scanner at the full speed of the screen's server, into a real window while Japanese is switched on.

Usage: ``python -m tests.journeys.fast_scanner METHOD SCANS``; tells as JSON how many codes came and how many
of them were wrong.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from random import Random
from tempfile import TemporaryFile

from PySide6.QtWidgets import QApplication

from hvacdesk.ui import input_method
from hvacdesk.ui.tour.hands import wait_for
from hvacdesk.ui.widgets.scan_field import ScanField
from tests.helpers.real_typing import Typist, desktop

DIGITS = 15


def main(method: str, scans: int) -> None:
    with desktop(method):
        input_method.prepare()
        app = QApplication([])
        hands = Typist(app)
        field = ScanField("Code", "Scan")
        came: list[str] = []
        field.returnPressed.connect(lambda: (came.append(field.text()), field.clear()))
        field.show()
        field.setFocus()
        wait_for(lambda: field.isActiveWindow() and field.hasFocus(), "the keyboard in the field")
        figures = Random(scans)
        codes = ["".join(figures.choices("0123456789", k=DIGITS)) for _ in range(scans)]
        with TemporaryFile("w+", encoding="ascii") as keys:
            for code in codes:
                keys.write(f"type --delay 0 {code}\nkey --delay 0 Return\n")
            keys.seek(0)
            scanner = subprocess.Popen(["xdotool", "-"], stdin=keys)
        wait_for(lambda: len(came) >= scans or hands.composing.preedit != "", "every code")
        if len(came) >= scans:
            scanner.wait()
        wrong = sum(one != other for one, other in zip(came, codes, strict=False))
        sys.stdout.write(json.dumps({"came": len(came), "wrong": wrong}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
    sys.stdout.flush()
    os._exit(0)  # Qt's own teardown is no part of it
