"""Every class of window, found in the program itself: nobody has to remember to enter a new one anywhere."""

from __future__ import annotations

import importlib
import pkgutil

from PySide6.QtWidgets import QWidget

import hvacdesk.ui
from hvacdesk.ui.disposal.step import Step
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.entry_view import EntryView
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.section import Section


def window_classes() -> set[type[QWidget]]:
    """Every page, dialog, view, section and step that the program can show."""
    for module in pkgutil.walk_packages(hvacdesk.ui.__path__, "hvacdesk.ui."):
        importlib.import_module(module.name)
    found: set[type[QWidget]] = set()
    waiting: list[type[QWidget]] = [Page, Dialog, EntryView, Section, Step]
    while waiting:
        kind = waiting.pop()
        below = [one for one in kind.__subclasses__() if one.__module__.startswith("hvacdesk.")]
        waiting += below
        if not below:
            found.add(kind)
    return found
