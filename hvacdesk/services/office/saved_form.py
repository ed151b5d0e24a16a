"""The form whose save is under way: its draft ends in the transaction that saves it.

Between both the power may go, or the line to a seat: what was saved would be offered as unfinished work.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from hvacdesk.domain.office.half_typed import SavedForm
from hvacdesk.store.engine import Session
from hvacdesk.store.office import office as store

_saved: ContextVar[tuple[SavedForm | None, str]] = ContextVar("saved_form", default=(None, ""))


@contextmanager
def saving(form: SavedForm | None, account: str) -> Iterator[None]:
    """What is called within it, on this thread, saves the form of this person; None: nothing of the kind."""
    before = _saved.set((form, account))
    try:
        yield
    finally:
        _saved.reset(before)


def form_saved_here() -> SavedForm | None:
    """The form whose save is under way on this thread."""
    return _saved.get()[0]


def end_draft(session: Session) -> None:
    """Delete, within a transaction of its save, the draft of the form whose save is under way."""
    form, account = _saved.get()
    if form is not None:
        store.end_draft(session, account, form.form, form.subject, form.names)
