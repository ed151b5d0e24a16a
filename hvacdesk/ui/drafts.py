"""Half-typed forms survive the lock: each open form registers here, and a lock keeps them for their author.

What is kept lies inside the encrypted database (``office.drafts``) and comes back to nobody but the person
who typed it, after unlocking or at their next login.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.roles import Actor

if TYPE_CHECKING:
    from hvacdesk.services.office import Office

Payload = dict[str, Any]


@dataclass(frozen=True)
class OpenForm:
    """A form with something typed into it, and how to get back to it.

    Attributes:
        form: the form's kind, for example ``customer``.
        key: which one: a record id, or ``new``.
        page: the page's name in the navigation.
        arguments: for ``navigate(page, **arguments)``; must let the page open the same form again.
    """

    form: str
    key: str
    page: str
    arguments: Mapping[str, str]


class DraftKeeper(QObject):
    """Keeps what is half typed. One per logged-in person."""

    def __init__(self, office: Office, actor: Actor) -> None:
        super().__init__()
        self._office = office
        self._actor = actor
        self._forms: dict[int, tuple[OpenForm, Callable[[], Payload | None]]] = {}

    def register(
        self,
        owner: QWidget,
        form: str,
        key: str,
        payload: Callable[[], Payload | None],
        *,
        page: str,
        **arguments: str,
    ) -> None:
        """Watch an open form until ``owner`` is destroyed or :meth:`release` is called.

        Args:
            payload: gives what was typed as plain JSON values, or None while nothing worth keeping was typed.
            page: the page to come back to, with ``arguments`` for its ``open``.
        """
        number = id(owner)
        self._forms[number] = (OpenForm(form, key, page, arguments), payload)
        owner.destroyed.connect(lambda: self._forms.pop(number, None))

    def release(self, owner: QWidget) -> None:
        """The form was saved or given up: forget it, and what was kept of it."""
        registered = self._forms.pop(id(owner), None)
        if registered is not None:
            self._office.drafts.drop(self._actor, registered[0].form, registered[0].key)

    def find(self, form: str, key: str) -> Payload | None:
        """What was kept of a form for this person; it stays kept until :meth:`release`."""
        kept = self._office.drafts.find(self._actor, form, key)
        return None if kept is None else dict(kept["typed"])

    def keep_all(self) -> int:
        """Put every half-typed form into the database; called at each lock. Returns how many there were."""
        count = 0
        for form, payload in list(self._forms.values()):
            typed = payload()
            if typed is not None:
                kept = {"page": form.page, "arguments": dict(form.arguments), "typed": typed}
                self._office.drafts.keep(self._actor, form.form, form.key, kept)
                count += 1
        return count

    def left_open(self) -> tuple[OpenForm, ...]:
        """The forms that this person left half typed, newest first."""
        found = []
        for form, key, _stamp in self._office.drafts.list(self._actor):
            kept = self._office.drafts.find(self._actor, form, key)
            if kept is not None:
                found.append(OpenForm(form, key, kept["page"], dict(kept["arguments"])))
        return tuple(found)
