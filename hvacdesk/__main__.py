"""``python -m hvacdesk``: the command line, whose default is the window."""

from __future__ import annotations

import sys

from hvacdesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
