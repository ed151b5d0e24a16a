"""What a form hands to the office when it saves, and whether each of its fields has a part in that.

The office is stood in for while a form is asked: nothing is saved, so that every field can be changed in
turn. That the office keeps what it is handed is for the tests of the services.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from unittest.mock import MagicMock

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QWidget,
)
from shiboken6 import isValid

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form import FormField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from tests.helpers.typing_forms import text_fields

TEXTS = ("7", "字", "8")
"""What is typed, one after the other, until a field takes it and is heard."""
DAYS = ("2026-11-23", "2026-11-22")
CHOICES = 4
"""So many other choices are tried before one is said to change nothing."""


def unheeded(form: FormDialog, own: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Names of the fields that may hold this or that, and the form hands over the same.

    Args:
        own: what is typed into a field that takes nothing of :data:`TEXTS`, by its name.
    """
    _make_complete(form, own)
    found = {
        name_in(form, control): None
        for control in fields_in(form)
        if isValid(control) and _is_open(control, form) and not _is_heeded(form, control, own)
    }
    return list(found)


def name_in(form: FormDialog, control: QWidget) -> str:
    """What the form calls a field, or what it is a part of; and what stands on a box or button."""
    named = {id(one): key for key, one in vars(form).items() if isinstance(one, QWidget)}
    named |= {id(field.control): key for key, field in form.form.fields.items()}
    at: QWidget | None = control
    while at is not None and id(at) not in named:
        at = at.parentWidget()
    said = control.text() if isinstance(control, QAbstractButton) else ""
    return " ".join(one for one in (named.get(id(at), ""), said) if one)


def fields_in(form: FormDialog) -> list[QWidget]:
    """Everything in it that somebody types into, ticks, counts or chooses from, as it is now."""
    picked = [one for one in form.form.findChildren(QWidget) if _is_picked(one) and _is_open(one, form)]
    return [*text_fields(form.form), *picked]


def _is_picked(one: QWidget) -> bool:
    if isinstance(one, QComboBox):
        return one.isEditable() or one.count() > 1
    return isinstance(one, (QCheckBox, QRadioButton, QSpinBox))


def _is_open(one: QWidget, form: FormDialog) -> bool:
    return one.isVisibleTo(form) and one.isEnabled()


def _make_complete(form: FormDialog, own: Mapping[str, tuple[str, ...]]) -> None:
    """Fill whatever is empty, and then what the form cannot be saved with as it is."""
    for control in fields_in(form):
        if isinstance(control, QRadioButton):
            if not any(one.isChecked() for one in _choice_of(control)):
                control.setChecked(True)
        elif isinstance(control, (QLineEdit, QPlainTextEdit)) and not _held(control):
            _put(control, next(_others(form, control, own)))
    tried: dict[str, int] = {}
    while (error := _refused(form)) is not None:
        control = _control_of(form, error)
        others = list(_others(form, control, own))
        at = tried[error.field] = tried.get(error.field, -1) + 1
        assert at < len(others), f"{type(form).__name__} cannot be saved with anything in {error.field}"
        _put(control, others[at])


def _refused(form: FormDialog) -> InvalidInput | None:
    """Why the form cannot be saved as it is."""
    try:
        _handed(form)
    except InvalidInput as error:
        return error
    return None


def _field_of(form: FormDialog, error: InvalidInput) -> FormField:
    """The field that an error is about."""
    fields = form.form.fields
    field = fields.get(f"{error.field}.{error.part}", fields.get(error.field))
    assert field is not None, f"{type(form).__name__} has no field {error.field}"
    return field


def _control_of(form: FormDialog, error: InvalidInput) -> QWidget:
    """What is to be filled in there first."""
    field = _field_of(form, error).control
    within = [one for one in fields_in(form) if one is field or field.isAncestorOf(one)]
    assert within, f"nothing can be put into {error.field} of {type(form).__name__}"
    return within[0]


def _is_heeded(form: FormDialog, control: QWidget, own: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether the form hands over something else while the field holds something else."""
    stood = _held(control)
    chosen = [one for one in _choice_of(control) if one.isChecked()]
    if chosen == [control]:
        return True  # the others are looked at, and this is what it was instead
    for value in _others(form, control, own):
        _put(control, value)
        error = _refused(form)
        itself = error is not None and _is_about(form, error, control)
        if error is not None and not itself:
            # What it asks for besides stays in its field, so that only this one makes the difference.
            _make_complete(form, own)
        after = None if itself else _handed(form)
        if chosen:
            chosen[0].setChecked(True)
        else:
            _put(control, stood)
        _make_complete(form, own)
        if after is not None and _handed(form) != after:
            return True
    return False


def _is_about(form: FormDialog, error: InvalidInput, control: QWidget) -> bool:
    """Whether an error is about what a field holds, alone or with others."""
    field = _field_of(form, error).control
    return field is control or field.isAncestorOf(control)


def _choice_of(control: QWidget) -> list[QRadioButton]:
    """The buttons of which a button is one, of which one is chosen at a time."""
    beside = control.parentWidget()
    if not isinstance(control, QRadioButton) or beside is None:
        return []
    return beside.findChildren(QRadioButton, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _held(control: QWidget) -> object:
    if isinstance(control, (QCheckBox, QRadioButton)):
        return control.isChecked()
    if isinstance(control, QSpinBox):
        return control.value()
    if isinstance(control, QComboBox):
        return control.currentText() if control.isEditable() else control.currentIndex()
    assert isinstance(control, (QLineEdit, QPlainTextEdit))
    return control.toPlainText() if isinstance(control, QPlainTextEdit) else control.text()


def _others(form: FormDialog, control: QWidget, own: Mapping[str, tuple[str, ...]]) -> Iterator[object]:
    """What a field may hold instead."""
    held, wanted = _held(control), own.get(name_in(form, control), ())
    if isinstance(control, (QCheckBox, QRadioButton)):
        yield not held
    elif isinstance(control, QSpinBox):
        yield from (one for one in (control.value() + 1, control.value() - 1))
    elif isinstance(control, QComboBox) and not control.isEditable():
        at, count = control.currentIndex(), control.count()
        yield from ((at + step) % count for step in range(1, min(count, CHOICES + 1)))
    else:
        texts = DAYS if isinstance(control, DateField) else TEXTS
        yield from (one for one in wanted or texts if one != held)


def _put(control: QWidget, value: object) -> None:
    if isinstance(control, (QCheckBox, QRadioButton)):
        control.setChecked(bool(value))
    elif isinstance(control, QSpinBox):
        control.setValue(int(str(value)))
    elif isinstance(control, QComboBox) and not control.isEditable():
        control.setCurrentIndex(int(str(value)))
    elif isinstance(control, QComboBox):
        control.setEditText(str(value))
    elif isinstance(control, QPlainTextEdit):
        control.setPlainText(str(value))
    elif isinstance(control, DateField) and value in DAYS:
        control.set_iso(str(value))
    else:
        assert isinstance(control, QLineEdit)
        control.setText(str(value))


def _handed(form: FormDialog) -> tuple[object, ...]:
    """What the form hands to the office as it stands, and to whoever hears that it is saved.

    Raises:
        InvalidInput: a field cannot be saved as it is.
    """
    real, office = form.ctx, MagicMock()
    office.today, office.clock = real.office.today, real.office.clock
    form.ctx = replace(real, office=office)
    try:
        result = form.collect()()
    finally:
        form.ctx = real
    calls = ((name, _told(args), _told(named)) for name, args, named in office.mock_calls)
    return (*calls, _told(result))


def _told(value: object) -> object:
    """A value that was handed over, with everything in it; of what cannot be compared, what it is."""
    if is_dataclass(value) and not isinstance(value, type):
        return (type(value).__name__, *((one.name, _told(getattr(value, one.name))) for one in fields(value)))
    if isinstance(value, Mapping):
        return tuple((_told(key), _told(one)) for key, one in value.items())
    if isinstance(value, (tuple, list)):
        return tuple(_told(one) for one in value)
    if isinstance(value, (set, frozenset)):
        return tuple(sorted(repr(_told(one)) for one in value))
    if value is None or isinstance(value, (str, int, float, bytes, Enum)):
        return value
    return type(value).__name__
