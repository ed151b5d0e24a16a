"""Every screen of the program, and how to bring each to the front: what looks at all of them goes by this.

A new page, dialog or step needs one line in the module of the part that it belongs to (a new part: a module
of its own, named in :mod:`~tests.helpers.screens.desk`; before the login:
:mod:`~tests.helpers.screens.entry`): a name, how to open it on the sample office, and for whom. Tabs are
walked by themselves. A window class that no line shows fails ``test_every_screen.py`` by name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.roles import Role

if TYPE_CHECKING:
    from tests.helpers.screens.stage import Stage


@dataclass(frozen=True)
class Screen:
    """One screen.

    Attributes:
        name: of its picture; unique.
        open: brings it to the front in the main window and returns what is to be looked at: the window
            itself, or a dialog of it.
        who: whose desk shows it.
    """

    name: str
    open: Callable[[Stage], QWidget]
    who: Role = Role.DESK
