"""A form whose answer are words that are shown once, such as a one-time passphrase."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtWidgets import QLineEdit, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.form_draft import FormDraft, Typed
from hvacdesk.ui.widgets.one_time import OneTimeDialog
from hvacdesk.ui.widgets.typed_fields import TypedFields

T = TypeVar("T")


class OneTimeForm(OneTimeDialog):
    """Base class of the forms; what is typed is kept until the words are shown.

    A subclass places the form, calls :meth:`keep_draft` at last, and implements :meth:`invite`.

    Attributes:
        form: the fields.
        name: of whom or what the words are for.
        draft: what was typed, where a lock or a crash does not lose it.
    """

    def __init__(self, context: DeskContext, *, width: int = 480) -> None:
        super().__init__("", context.window, width=width)
        self.form = Form()
        self.name = QLineEdit()
        self.draft = FormDraft(self, context, self.typed, self.fill)
        self._fields = TypedFields({})

    def keep_draft(self, form: str, page: str, fields: Mapping[str, QWidget], **arguments: str) -> None:
        """Store what is typed into the fields from now on, and fill in what was stored earlier."""
        self._fields = TypedFields(fields)
        self.draft.keep(form, "new", page, arguments)

    def typed(self) -> Typed | None:
        """What was typed, as plain JSON values; None while nothing was."""
        return self._fields.changed()

    def fill(self, typed: Typed) -> None:
        """Put a stored draft back into the fields."""
        self._fields.fill(typed)

    def invite(self) -> None:
        """Make the words of what is typed, by :meth:`make`."""
        raise AssertionError(f"{type(self).__name__} makes nothing")

    def make(self, doing: str, work: Callable[[], T]) -> background.Ask[T]:
        """As :meth:`ask`, for the work that makes the words; :meth:`refuse` answers its errors."""
        return self.ask(doing, self.draft.here_alone(work))

    def refuse(self, error: UserFacingError) -> None:
        """Say what is wrong at its field, or over the form where it is about none."""
        if not self.draft.asks_twice(error, self.invite) and not self.form.show_invalid(error):
            show_error(self, error)

    def turn_to(self, title: str, close: str) -> None:
        self.draft.release()
        super().turn_to(title, close)

    # Qt's overrides

    def open(self) -> None:
        """Show it; where the same form is open already, that one stays the only one."""
        if self.draft.open_already():
            self.deleteLater()
        else:
            super().open()

    def reject(self) -> None:
        if self.working or self.answered:
            super().reject()
        else:
            self.draft.give_up(super().reject)
