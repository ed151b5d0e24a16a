"""Buttons in the design's kinds. One primary button per page; red only where something is destroyed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from hvacdesk.ui.icons import POINTING_ON, icon_size
from hvacdesk.ui.icons import icon as tinted
from hvacdesk.ui.pressed import press_of, pressing
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.tab_order import BESIDE

_ICON_COLOURS = {"primary": "on_primary", "danger": "on_danger", "link": "primary", "icon": "primary"}


def button(
    text: str,
    slot: Callable[[], object] | None = None,
    *,
    kind: str = "",
    icon: str = "",
    name: str = "",
    tip: str = "",
    beside: bool = False,
    parent: QWidget | None = None,
) -> QPushButton:
    """A push button.

    Args:
        slot: called without arguments on each click.
        kind: ``primary``, ``danger``, ``link`` (text only), ``icon`` (picture only) or nothing (quiet).
        icon: a Lucide name.
        beside: whether it removes or shows what the field beside it holds, see :data:`BESIDE`.
        name: accessible name where it must differ from ``text``; required for ``icon`` buttons.
    """
    made = QPushButton(text.replace("&", "&&"), parent)
    if kind:
        made.setProperty("kind", kind)
    if beside:
        made.setProperty(BESIDE, True)
    if icon in POINTING_ON and text:
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    if icon:
        made.setIcon(tinted(icon, _ICON_COLOURS.get(kind, "text")))
        made.setIconSize(icon_size(theme.px(17), beside_text=kind != "icon"))
    made.setAccessibleName(name)  # without one screen readers say the text, also when it changes
    made.setToolTip(tip or (name if kind == "icon" else ""))
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if slot is not None:
        made.clicked.connect(lambda *_checked: _press(made, slot))
    return made


def _press(made: QPushButton, slot: Callable[[], object]) -> None:
    with pressing(press_of(made)):
        slot()
