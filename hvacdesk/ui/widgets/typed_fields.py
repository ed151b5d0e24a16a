"""The content of a form's plain fields, as the JSON values of a draft, and putting it back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget


@runtime_checkable
class ComposedField(Protocol):
    """A field made of several, such as the rows of a list, which a draft keeps as one.

    ``texts`` says what they hold, as JSON values, and ``fill`` puts such values back. ``said`` tells it as a
    person reads it, a line each, where two versions are laid side by side.
    """

    def texts(self) -> object: ...
    def fill(self, texts: object) -> None: ...
    def said(self) -> str: ...


class TypedFields:
    """Named lines, areas, numbers, choices and boxes, compared with what they held at first.

    A field that decides what others hold comes before them, since :meth:`fill` goes in this order.

    Args:
        known: the fields show what is stored already and somebody else may change meanwhile. A draft keeps
            only what was changed then, so that the other fields show the newer facts when it is put back.
            Without it a draft keeps every field: a day that was offered is the day of typing.
    """

    def __init__(self, fields: Mapping[str, QWidget], *, known: bool = False) -> None:
        self._fields = dict(fields)
        self._known = known
        self._before = self.now()

    def now(self) -> dict[str, object]:
        """What the fields hold."""
        return {key: _value(field) for key, field in self._fields.items()}

    def changed(self) -> dict[str, object] | None:
        """What a draft keeps; None while the fields hold the same as at first."""
        now = self.now()
        if now == self._before:
            return None
        return {key: value for key, value in now.items() if not self._known or value != self._before[key]}

    def reset(self, but: Collection[str] = ()) -> None:
        """Put back what the fields held at first, and begin with what those in ``but`` hold now."""
        now = self.now()
        self._before |= {key: now[key] for key in but}
        self.fill(self._before)

    def fill(self, typed: Mapping[str, object]) -> None:
        """Put values of :meth:`now` back; fields that they do not know keep what they have.

        Known facts do so even where a field that is put back decides what they hold.
        """
        wanted = {**self.now(), **typed} if self._known else typed
        for key, field in self._fields.items():
            if key in wanted and _value(field) != wanted[key]:
                _put(field, wanted[key])


def is_plain(field: QWidget) -> bool:
    """Whether a draft can keep what the field holds."""
    return isinstance(field, QLineEdit | QPlainTextEdit | QCheckBox | QSpinBox | QComboBox | ComposedField)


def _value(field: QWidget) -> object:
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, QSpinBox):
        return field.value()
    if isinstance(field, ComposedField):
        return field.texts()
    assert isinstance(field, QComboBox), f"a {type(field).__name__} is no plain field"
    return field.currentText() if field.isEditable() else field.currentData()


def _put(field: QWidget, value: object) -> None:
    if isinstance(field, QLineEdit):
        field.setText(str(value))
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(str(value))
    elif isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, ComposedField):
        field.fill(value)
    elif isinstance(field, QSpinBox) and isinstance(value, int):
        field.setValue(value)
    elif isinstance(field, QComboBox) and field.isEditable():
        field.setEditText(str(value))
    elif isinstance(field, QComboBox) and (place := field.findData(value)) >= 0:
        field.setCurrentIndex(place)
