"""What Enter does, everywhere: it presses the button that has the keyboard, and leads from field to field.
The buttons beside fields that remove or show what is typed are pressed by Space alone.

No button is a default one, which Enter would press from anywhere: somebody who confirms a conversion of
the input method once too often would save half a customer, and Enter on *Cancel* would do what it is to
prevent. Windows give :func:`take_enter` the keys that nothing in them used; ``test_every_screen.py`` walks
all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from hvacdesk.ui.widgets.keyboard import ENTERS, follow_keyboard
from hvacdesk.ui.widgets.tab_order import BESIDE, LEADS_ON, WAY_BACK, focus_stop, is_usable, reading_order

if TYPE_CHECKING:
    from hvacdesk.ui.widgets.form import FormField

_BOXES = (QCheckBox, QRadioButton)
_LEADING = ("primary", "danger")
_MOVING = ("tab", "nav")


def take_enter(window: QWidget, event: QKeyEvent, *, form: bool = True) -> bool:
    """Do what Enter means in a window; false where the key is another one.

    Args:
        form: whether the whole window is one form, as a dialog is. In others boxes are ticked by Enter too,
            and only a :class:`FormField` is left for the next one.
    """
    if event.key() not in ENTERS or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    entered, now = follow_keyboard().take_entered(), QApplication.focusWidget()
    if now is None or not window.isAncestorOf(now) or not is_usable(now):
        return form
    if entered not in (None, now):
        return True  # a line has acted on it and sent the keyboard elsewhere: it is not for what is there
    if event.isAutoRepeat() or _acts_itself(now):
        return form  # a key that is held down presses nothing: it would run through a form and save it
    if (
        isinstance(now, QAbstractButton)
        and not (form and isinstance(now, _BOXES))
        and not now.property(BESIDE)
    ):
        _press(now)
        return True
    if form or _form_field(now) is not None:
        _go_on_from(now, window)
        return True
    return False


def is_place(one: QWidget) -> bool:
    """Whether something is typed or chosen there: a field, a list, a button that is a field's control."""
    if not isinstance(one, QAbstractButton) or isinstance(one, _BOXES):
        return True
    return (one.isCheckable() and one.property("kind") not in _MOVING) or _form_field(one) is not None


def has_fields(window: QWidget) -> bool:
    """Whether a window is a form, which asks for something that can be saved."""
    from hvacdesk.ui.widgets.form import FormField  # not before the login window is painted

    return any(one.isVisibleTo(window) for one in window.findChildren(FormField))


def first_place(window: QWidget) -> QWidget | None:
    """The first place of a window to type or to choose at; what is only read and scrolled is none."""
    places = (one for one in reading_order(window) if is_place(one))
    return next((one for one in places if not isinstance(one, QScrollArea)), None)


def form_end(page: QWidget) -> QPushButton | None:
    """The button that ends the form on a page which has the keyboard; None outside of a form."""
    now = QApplication.focusWidget()
    if now is None or not page.isAncestorOf(now) or _form_field(now) is None:
        return None
    part = now.parentWidget()
    while part is not None and page.isAncestorOf(part):
        for one in reading_order(part):
            if isinstance(one, QPushButton) and _leads(one):
                return one
        part = part.parentWidget()
    return None


def _acts_itself(now: QWidget) -> bool:
    """Whether Enter in a line has a meaning of its own, such as to search: it has done that by now."""
    return isinstance(now, QLineEdit) and now.receivers(SIGNAL("returnPressed()")) > 0


def _press(now: QAbstractButton) -> None:
    if isinstance(now, QPushButton) and now.menu() is not None:
        now.showMenu()
    else:
        now.click()


def _go_on_from(now: QWidget, window: QWidget) -> None:
    """To the next field, and from the last one onto the button that ends the form, or to the way back."""
    stops = list(reading_order(window))
    if now not in stops:
        return
    after = stops[stops.index(now) + 1 :]
    following = next((one for one in after if is_place(one) or _leads(one) or one.property(WAY_BACK)), None)
    if following is not None:
        focus_stop(following)


def _leads(one: QWidget) -> bool:
    leads = one.property("kind") in _LEADING or bool(one.property(LEADS_ON))
    return isinstance(one, QPushButton) and leads


def _form_field(one: QWidget) -> FormField | None:
    """The field that a part belongs to; of buttons only the field's control, or what gets its focus."""
    from hvacdesk.ui.widgets.form import FormField  # not before the login window is painted

    part = one.parentWidget()
    while part is not None and not isinstance(part, FormField):
        part = part.parentWidget()
    if part is None or not isinstance(one, QAbstractButton):
        return part
    control = part.control
    return part if one is control or control.focusProxy() is one else None
