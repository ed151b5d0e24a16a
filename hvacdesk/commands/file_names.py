"""Names of files in a locale that cannot write them all.

Under ``LC_ALL=C`` or an old Japanese locale Python takes every path for text of that code page. A folder that
was named in the window, in Japanese, would then look as if it were not there.
"""

from __future__ import annotations

import os
import sys


def read_as_utf8() -> None:
    """Start again with UTF-8 for names of files, as the window has it, where the locale says something else.

    Python decides that once, at its start (PEP 540). What was built for Linux is started that way already.
    """
    if sys.platform == "win32" or sys.getfilesystemencoding() == "utf-8" or getattr(sys, "frozen", False):
        return
    os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])
