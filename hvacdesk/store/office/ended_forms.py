"""Which openings of forms ended: what one of them stores afterwards is refused, and so is a second save."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import delete, func, select, update

from hvacdesk.store.engine import Session
from hvacdesk.store.models import EndedForm

MOST = 10_000
"""So many are known; the oldest give way. A form is open for a login at most, and saves are a few hundred a
day."""


_DESTROYED = "destroyed"
"""In place of an attempt, whose names are of other letters: a disposal took what the opening had stored."""


_TOLD = "destroyed and told"
"""The same, once its author knows."""


def ended(session: Session, account: str, opening: str) -> EndedForm | None:
    """What is known of an opening that ended."""
    return session.scalar(select(EndedForm).where(EndedForm.account == account, EndedForm.opening == opening))


def saved_before(session: Session, account: str, openings: Collection[str], attempt: str) -> str:
    """When one of these openings was saved last by another attempt than this, as a stamp; empty: never."""
    found = session.scalar(
        select(func.max(EndedForm.saved_at)).where(
            EndedForm.account == account,
            EndedForm.opening.in_(openings),
            (EndedForm.attempt != attempt) | (EndedForm.attempt == ""),
        )
    )
    return found or ""


def was_destroyed(session: Session, account: str, openings: Collection[str]) -> bool:
    """Whether a disposal took what one of these openings had stored."""
    gone = EndedForm.attempt.in_((_DESTROYED, _TOLD))
    query = select(EndedForm.id).where(EndedForm.account == account, gone)
    return session.scalar(query.where(EndedForm.opening.in_(openings)).limit(1)) is not None


def note_destroyed(session: Session, openings: Iterable[tuple[str, str]]) -> None:
    """A disposal takes what these openings stored; each is given with its account."""
    for account, opening in openings:
        _noted(session, account, opening).attempt = _DESTROYED
    _let_oldest_go(session)


def destroyed(session: Session, account: str) -> int:
    """How many openings a disposal took what they had stored, since their author was told of any."""
    query = select(func.count()).where(EndedForm.account == account, EndedForm.attempt == _DESTROYED)
    return session.scalar(query) or 0


def note_told(session: Session, account: str) -> None:
    """Their author knows."""
    untold = update(EndedForm).where(EndedForm.account == account, EndedForm.attempt == _DESTROYED)
    session.execute(untold.values(attempt=_TOLD))


def note_saved(session: Session, account: str, openings: Collection[str], attempt: str, at: str) -> None:
    """These openings were saved by an attempt, which may go on with them; ``at`` is a stamp."""
    for opening in openings:
        row = _noted(session, account, opening)
        row.attempt, row.saved_at = attempt, at
    _let_oldest_go(session)


def note_over(session: Session, account: str, openings: Collection[str]) -> None:
    """These openings are over, saved or not: no attempt goes on with them.

    Who had one open that a disposal took has seen that.
    """
    for opening in openings:
        row = _noted(session, account, opening)
        row.attempt = _TOLD if row.attempt in (_DESTROYED, _TOLD) else ""
    _let_oldest_go(session)


def _noted(session: Session, account: str, opening: str) -> EndedForm:
    row = ended(session, account, opening)
    if row is None:
        row = EndedForm(account=account, opening=opening, attempt="", saved_at="")
        session.add(row)
    return row


def _let_oldest_go(session: Session) -> None:
    session.flush()
    newest = select(func.max(EndedForm.id)).scalar_subquery()
    session.execute(delete(EndedForm).where(EndedForm.id <= newest - MOST))
