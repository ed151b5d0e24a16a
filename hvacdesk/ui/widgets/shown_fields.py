"""What the fields of a form show, in words, so that three states of one record can be laid side by side."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.part_edit import PartEdit, PartText
from hvacdesk.ui.widgets.typed_fields import ComposedField


class Shown(NamedTuple):
    """A field's name, what it holds, and whether a stored value is hidden behind that.

    ``record`` is what it stands for, where the same thing may be shown in other words another time.
    """

    name: str
    text: str
    hidden: bool = False
    record: str = ""

    @property
    def held(self) -> str:
        """What two states are compared by."""
        return self.record or self.text


def shown_in(form: Form) -> dict[str, Shown]:
    """Every field of a form by its key, and the boxes that are among the fields."""
    found: dict[str, Shown] = {}
    controls: list[QWidget] = []
    for key, field in form.fields.items():
        if field.control in controls and key not in field_keys(form, field.control):
            continue
        controls.append(field.control)
        text = text_of(field.control)
        if text is not None:
            found[key] = Shown(field.plain_name, text, _hides(field.control))
    for box in form.findChildren(QCheckBox):
        if box.text() and not any(one is box or one.isAncestorOf(box) for one in controls):
            found[box.text()] = Shown(box.text(), _ticked(box))
    return found


def field_keys(form: Form, control: QWidget) -> tuple[str, ...]:
    """The keys of one control without those that stand for all parts of it, such as ``name``."""
    keys = [key for key, field in form.fields.items() if field.control is control]
    return tuple(key for key in keys if not any(other.startswith(f"{key}.") for other in keys))


def text_of(control: QWidget) -> str | None:
    """What a field holds, in words; None for one that its form has to put into words."""
    if isinstance(control, QLineEdit):
        return control.text().strip()
    if isinstance(control, QPlainTextEdit):
        return control.toPlainText().strip()
    if isinstance(control, QComboBox):
        return control.currentText().strip()
    if isinstance(control, QAbstractSpinBox):
        return control.text()
    if isinstance(control, QCheckBox):
        return _ticked(control)
    if isinstance(control, ComposedField):
        return control.said()
    return None


def named_by(columns: Collection[str], key: str) -> bool:
    """Whether the log's columns mean the field of that key: ``family_name`` is ``name.family``."""
    part = key.rpartition(".")[2]
    whole = key.partition(".")[0]
    return any(
        column in (part, f"{part}_name") or (column == whole and whole != "name") for column in columns
    )


def _ticked(box: QCheckBox) -> str:
    yes, no = (
        QCoreApplication.translate("ShownFields", "yes"),
        QCoreApplication.translate("ShownFields", "no"),
    )
    return yes if box.isChecked() else no


def _hides(control: QWidget) -> bool:
    return isinstance(control, PartEdit | PartText) and control.masked_stored
