"""Keeps PySide6 from reading the source text of every module that is imported after it.

PySide6 looks for its own name in each module's source, to know where ``from __feature__ import …`` may take
effect, and Python keeps what was read. Measured for an open desk: 720 files, 23 MiB. Nothing here uses that
import, so the answer is given by the module's name.
"""

from __future__ import annotations

import linecache
from types import ModuleType

from PySide6 import QtCore  # noqa: F401 - what is changed here exists only once PySide6 is loaded

_QUESTION = "_mod_uses_pyside"
_ANSWER_TRUE = ("hvacdesk.ui", "hvacdesk.app", "PySide6")


def _uses_pyside(module: ModuleType) -> bool:
    return module.__name__.startswith(_ANSWER_TRUE)


def leave_unread() -> None:
    """Answer by name from now on, and drop from memory what was read until now.

    A PySide6 that asks in another way is left alone; it then only takes more memory.
    """
    from shibokensupport import feature  # type: ignore[import-not-found]

    if hasattr(feature, _QUESTION):
        setattr(feature, _QUESTION, _uses_pyside)
    linecache.clearcache()
