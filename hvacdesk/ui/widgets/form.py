"""Forms: label above, field, error below; the first wrong field takes the keyboard."""

from __future__ import annotations

from functools import partial
from typing import Protocol, TypeVar, runtime_checkable
from weakref import WeakSet

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from hvacdesk.domain.errors import InvalidInput, Missing, UserFacingError
from hvacdesk.domain.text.refused_numbers import RefusedNumber
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.language import words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.airy_text import give_air
from hvacdesk.ui.widgets.hidden_text_note import HiddenTextNote
from hvacdesk.ui.widgets.part_edit import PartEdit, PartText
from hvacdesk.ui.widgets.scroll_column import bring_into_sight
from hvacdesk.ui.widgets.text import label, restyle, rule

W = TypeVar("W", bound=QWidget)


@runtime_checkable
class MarksParts(Protocol):
    """A control made of several, such as the lines of an invoice, that knows which of them is wrong.

    ``edited`` says that it holds something else; ``mark_wrong`` marks what is wrong, or takes all marks away.
    """

    edited: SignalInstance

    def mark_wrong(self, wrong: bool) -> None: ...


class FormField(QWidget):
    """One field with its label, an optional hint and room for an error, which goes once it is corrected.

    Attributes:
        control: the widget to type into.
        required: whether it may not stay empty.
        plain_name: what it is called.

    Signals:
        edited(): it holds something else now.
    """

    edited = Signal()

    def __init__(
        self,
        name: str,
        control: QWidget,
        *,
        required: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._heard: WeakSet[QWidget] = WeakSet()
        if isinstance(control, QPlainTextEdit):
            give_air(control)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        self.label: QLabel = label("", "label")
        self.label.setBuddy(control)
        self.error: QLabel = label("", "error", wrap=True)
        self.error.hide()
        self._hint = ""
        self._hint_label: QLabel | None = None
        column.addWidget(self.label)
        column.addWidget(control)
        self.hidden_note: HiddenTextNote | None = None
        if isinstance(control, PartEdit | PartText):
            self.hidden_note = HiddenTextNote(control)
            self.hidden_note.turned.connect(self._describe)
            column.addWidget(self.hidden_note)
        column.addWidget(self.error)
        self.set_hint(hint)
        self.set_name(name, required=required)
        for change in _changes(control):
            change.connect(self._note_edit)

    def set_name(self, name: str, *, required: bool = False) -> None:
        """Name the field, on the screen and for screen readers."""
        self.required, self.plain_name = required, name
        mark = self.tr("{name} (required)").format(name=name) if required else name
        self.label.setText(mark)
        own = self.control.text() if isinstance(self.control, QAbstractButton) else ""
        self.control.setAccessibleName(f"{mark}: {own}" if own else mark)

    def set_hint(self, hint: str) -> None:
        """Say below the control what to type, to screen readers too; nothing with an empty text."""
        self._hint = hint
        if self._hint_label is None and hint:
            self._hint_label = label("", "muted", wrap=True)
            self._column.insertWidget(self._column.indexOf(self.control) + 1, self._hint_label)
        if self._hint_label is not None:
            self._hint_label.setText(hint)
            self._hint_label.setVisible(bool(hint))
        self._describe()

    def _note_edit(self, *_what: object) -> None:
        self.set_error("")
        self.edited.emit()

    @property
    def missing(self) -> bool:
        """Whether it can be seen, is required, and neither holds a text nor stands for a stored one."""
        control = self.control
        if not self.required or self.isHidden() or not isinstance(control, QLineEdit | QPlainTextEdit):
            return False
        if isinstance(control, PartEdit | PartText):
            return control.left_empty
        return not (control.text() if isinstance(control, QLineEdit) else control.toPlainText()).strip()

    def set_error(self, text: str) -> None:
        """Mark the field as wrong with a sentence, or as right with an empty text."""
        if text == self.error.text():
            return
        if text:
            self._hear_parts()
        self.error.setText(text)
        self.error.setVisible(bool(text))
        self.control.setProperty("invalid", "true" if text else "false")
        self._describe()
        restyle(self.control)
        if isinstance(self.control, MarksParts):
            self.control.mark_wrong(bool(text))

    def _hear_parts(self) -> None:
        """Of a control of several, what is changed in it, or said by it, takes the error away, too."""
        if _changes(self.control):
            return
        said = getattr(self.control, "edited", None)
        if isinstance(said, SignalInstance) and self.control not in self._heard:
            self._heard.add(self.control)
            said.connect(self._note_edit)
        for part in self.control.findChildren(QWidget):
            if part not in self._heard:
                self._heard.add(part)
                for change in _changes(part):
                    change.connect(self._note_edit)

    def _describe(self) -> None:
        """Let a screen reader say what is written below the field."""
        note = self.hidden_note.said() if self.hidden_note is not None else ""
        self.control.setAccessibleDescription(self.error.text() or note or self._hint)


class Form(QWidget):
    """Fields under each other, addressed by key.

    Attributes:
        column: the layout; rows of several fields may be added to it by hand with :meth:`field`.
        takes_statement: whether a person may state here that a number is no card number or My Number.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, FormField] = {}
        self.takes_statement = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(12))

    def judge_together(self, *keys: str) -> None:
        """Let a change of one of these fields take the errors of all: each may be what is wrong."""
        fields = [self.fields[key] for key in keys]
        for changed in fields:
            for other in fields:
                changed.edited.connect(partial(other.set_error, ""))

    def begin_section(self, title: str) -> None:
        """Set off what is added from here on, under a title."""
        self.column.addSpacing(theme.px(4))
        self.column.addWidget(rule())
        self.column.addWidget(label(title, "strong"))

    def add(self, key: str, name: str, control: W, *, required: bool = False, hint: str = "") -> W:
        """Add a field below the others and return its control."""
        self.column.addWidget(self.field(key, name, control, required=required, hint=hint))
        return control

    def field(
        self, key: str, name: str, control: QWidget, *, required: bool = False, hint: str = ""
    ) -> FormField:
        """Make a field without placing it, for rows of several."""
        made = FormField(name, control, required=required, hint=hint)
        self.fields[key] = made
        return made

    def replaced_unseen(self) -> list[FormField]:
        """The free texts of which a hidden one would be lost as the form is now."""
        return [
            one
            for one in self.fields.values()
            if isinstance(one.control, PartEdit | PartText) and one.control.replaces_hidden
        ]

    @property
    def left_empty(self) -> str:
        """Key of the first field that has to be filled in and is not, or an empty text."""
        return next((key for key, one in self.fields.items() if one.missing), "")

    def clear_errors(self) -> None:
        """Remove every error mark."""
        for one in self.fields.values():
            one.set_error("")

    def set_error(self, key: str, text: str) -> None:
        """Mark one field as wrong and put the cursor into it."""
        self.fields[key].set_error(text)
        self.fields[key].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_invalid(self, error: UserFacingError) -> bool:
        """Mark the field that a service refused; false when the error is about none that this form has.

        A part of a field made of several, such as ``family`` of ``name``, has the key ``name.family``.
        """
        if not isinstance(error, InvalidInput):
            return False
        keys = (f"{error.field}.{error.part}", error.field)
        key = next((one for one in keys if one in self.fields), None)
        if key is None:
            return False
        told = error.in_short(words)
        if type(error) is Missing and not isinstance(self.fields[key].control, MarksParts):
            told = self._fill_in()
        elif isinstance(error, RefusedNumber) and not self.takes_statement:
            told = in_a_row(error.sentences(words)[0], words(error.without_statement))
        self.set_error(key, day_text(told))
        self._mark_missing()
        return True

    def _fill_in(self) -> str:
        """What is said below an empty field: which one is meant is seen there."""
        return self.tr("Please fill this in.")

    def _mark_missing(self) -> None:
        """Mark what is empty as well, so that nobody comes back for each.

        The first one has the keyboard, and is scrolled to once its error has taken its room.
        """
        for one in self.fields.values():
            if one.missing and not one.error.text():
                one.set_error(self._fill_in())
        first = next((one for one in self.fields.values() if one.error.text()), None)
        if first is not None:
            first.control.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(first)


def _changes(control: QWidget) -> tuple[SignalInstance, ...]:
    """What a control says when it holds something else; nothing for those that are made of several."""
    if isinstance(control, QLineEdit | QPlainTextEdit):
        return (control.textChanged,)
    if isinstance(control, QComboBox):
        return control.currentIndexChanged, control.editTextChanged
    if isinstance(control, QAbstractSpinBox):
        return (control.lineEdit().textChanged,)
    if isinstance(control, MarksParts):
        return (control.edited,)
    return (control.toggled,) if isinstance(control, QAbstractButton) else ()
