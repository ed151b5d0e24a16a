"""Objects of which the program has one, for all its windows."""

from __future__ import annotations

from typing import TypeVar, cast

from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import isValid

T = TypeVar("T", bound=QObject)

_made: dict[type[QObject], QObject] = {}


def program_wide(kind: type[T]) -> T:
    """The one object of a kind, made for the application when it is first asked for, and gone with it.

    It is not looked for among the application's children: PySide6 would make a class of each of them, which
    for the style loads hundreds of names (:data:`hvacdesk.ui.theme.STYLE`).
    """
    made = _made.get(kind)
    if made is None or not isValid(made):
        made = _made[kind] = kind(QCoreApplication.instance())
    return cast(T, made)
