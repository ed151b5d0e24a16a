"""Half-typed forms survive the lock: each open form registers here, and a lock keeps them for their author.

What is kept lies inside the encrypted database (``office.drafts``) and comes back to nobody but the person who
typed it, after unlocking or at their next login.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.roles import Actor

if TYPE_CHECKING:
    from hvacdesk.services.office import Office

_INDEX_FORM = "open-forms"
_INDEX_KEY = "all"


@dataclass(frozen=True)
class OpenForm:
    """A form with something typed into it, and how to get back to it.

    Attributes:
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
        self._forms: dict[QWidget, tuple[OpenForm, Callable[[], dict[str, object] | None]]] = {}

    def register(
        self,
        owner: QWidget,
        form: str,
        key: str,
        payload: Callable[[], dict[str, object] | None],
        *,
        page: str,
        **arguments: str,
    ) -> None:
        """Watch an open form until ``owner`` is destroyed or released.

        Args:
            form: the form's kind, for example ``customer``.
            key: which one: a record id, or ``new``.
            payload: gives what was typed as plain JSON values, or None while nothing worth keeping was typed.
            page: page to come back to, with ``arguments`` for its :meth:`Page.open`.
        """
        self._forms[owner] = (OpenForm(form, key, page, arguments), payload)
        owner.destroyed.connect(lambda: self._forms.pop(owner, None))

    def release(self, owner: QWidget) -> None:
        """The form was saved or given up: forget it and drop what was kept of it."""
        registered = self._forms.pop(owner, None)
        if registered is not None:
            self._office.drafts.drop(self._actor, registered[0].form, registered[0].key)

    def take(self, form: str, key: str) -> dict[str, object] | None:
        """What was kept of a form for this person, and drop it there; for filling the form again."""
        return self._office.drafts.take(self._actor, form, key)

    def keep_all(self) -> int:
        """Put every half-typed form into the database; called at each lock. Returns how many there were."""
        kept: list[dict[str, object]] = []
        for form, payload in list(self._forms.values()):
            typed = payload()
            if typed is not None:
                self._office.drafts.keep(self._actor, form.form, form.key, typed)
                kept.append(
                    {"form": form.form, "key": form.key, "page": form.page, "arguments": dict(form.arguments)}
                )
        if kept:
            self._office.drafts.keep(self._actor, _INDEX_FORM, _INDEX_KEY, {"forms": kept})
        return len(kept)

    def left_open(self) -> tuple[OpenForm, ...]:
        """The forms that were half typed when this person's screen was last locked."""
        index = self._office.drafts.take(self._actor, _INDEX_FORM, _INDEX_KEY)
        forms = index.get("forms", []) if index else []
        return tuple(OpenForm(f["form"], f["key"], f["page"], dict(f["arguments"])) for f in forms)
