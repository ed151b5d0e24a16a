"""Objects of which the program has one, for all its windows."""

from __future__ import annotations

from typing import Protocol, TypeVar, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid


class _OfApplication(Protocol):
    def __init__(self, app: QApplication) -> None: ...


T = TypeVar("T", bound=_OfApplication)

_made: dict[type, object] = {}


def program_wide(kind: type[T]) -> T:
    """The one object of a kind, made when it is first asked for and gone with the application.

    It is not looked for among the application's children: PySide6 would make a class of each of them, and
    those of the style with their hundreds of names took a seventh of the program's start.
    """
    made = _made.get(kind)
    if made is None or not isValid(cast(QObject, made)):
        made = _made[kind] = kind(cast(QApplication, QApplication.instance()))
    return cast(T, made)
