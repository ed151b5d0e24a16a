"""``printer.py``: a printer that prints into files, until it is told to end or standard input is closed.

Prints the printer's socket for ``CUPS_SERVER`` and the folder of its papers, each on a line of its own.
It is the printer of the tests, with a CUPS of its own; the computer's printers are left alone.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.helpers import cups

signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit())  # takes its CUPS along
with cups.running_printer(cups.new_socket()) as printer:
    print(printer.socket, printer.output, sep="\n", flush=True)
    sys.stdin.read()
