"""The form whose save is under way: it ends in the transaction that saves it, and is not saved twice.

Between both the power may go, or the line to a seat: what was saved would be offered as unfinished work, and
saved again by whoever did not hear of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from hvacdesk.domain.clock import moment_of, office_time, stamp
from hvacdesk.domain.office.half_typed import SavedBefore, SavedForm
from hvacdesk.services.office.kept_values import check_openings
from hvacdesk.store.engine import Session
from hvacdesk.store.office import ended_forms
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


def require_unsaved(session: Session) -> None:
    """Look, as a transaction begins, whether the form whose save is under way was saved before.

    Raises:
        SavedBefore: it was, by another attempt.
        InvalidInput: its names are none that the program makes.
    """
    form, account = _saved.get()
    if form is not None:
        check_openings(form.attempt, *form.names)
        require_other(session, account, form.names, form.attempt)


def require_other(session: Session, account: str, openings: tuple[str, ...], attempt: str) -> None:
    """Raise :class:`SavedBefore` where one of these openings was saved by another attempt than this."""
    if at := ended_forms.saved_before(session, account, openings, attempt):
        raise SavedBefore(at=f"{office_time(moment_of(at)):%Y-%m-%d %H:%M}")


def end_form(session: Session, now: datetime) -> None:
    """Note, within a transaction of its save, that the form whose save is under way ended; its draft goes."""
    form, account = _saved.get()
    if form is not None:
        names = tuple(filter(None, form.names))
        store.end_draft(session, account, form.form, form.subject, names)
        ended_forms.note_saved(session, account, names, form.attempt, stamp(now))
