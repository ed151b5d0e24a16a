"""Which paper is meant by what is printed on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.papers.copy_codes import is_whole_code
from hvacdesk.domain.papers.paper_names import NamedPaper, PrintedAgain, SeveralCopies, read_name
from hvacdesk.domain.papers.register import PaperRow
from hvacdesk.domain.text.wording import phrase
from hvacdesk.store.engine import Session
from hvacdesk.store.papers import register
from hvacdesk.store.papers import work_orders as copy_store

if TYPE_CHECKING:
    from hvacdesk.store.models import Copy, Paper


class UnknownCopy(UserFacingError):
    """Nothing registered is called so."""

    what = phrase("Errors", "This code belongs to no registered paper.")
    todo = phrase("Errors", "Scan it again, or type the code printed under the square.")


def named(session: Session, typed: str) -> tuple[Copy | Paper, ...]:
    """Every paper that has this record id, code or number.

    They are several where a number has several copies, or where a filed page was printed again: each sheet of
    it bears the code of the first, and is in the register with a number of its own.

    Raises:
        WrongCopyCode: the text names no paper, or a digit of it is wrong.
        UnknownCopy: no registered paper is called so.
    """
    wanted = typed.strip()
    if found := _by_code(session, wanted):
        return found
    name = read_name(wanted)
    if name.order:
        copies = copy_store.copies_called(session, name.order, name.copy, name.copies)
        if not copies:
            raise UnknownCopy
        return copies
    by_number = () if is_whole_code(wanted) else register.numbered(session, name.code)
    if found := by_number or _by_code(session, name.code):
        return found
    raise UnknownCopy


def one_named(session: Session, typed: str, today: date) -> Copy | Paper:
    """The one paper that is meant. Raises as :func:`named`, and as :func:`several` says."""
    found = named(session, typed)
    if len(found) > 1:
        raise several(session, found, typed, today)
    return found[0]


def several(session: Session, papers: Sequence[Copy | Paper], typed: str, today: date) -> SeveralCopies:
    """What is said where a number or code names more than one paper."""
    copies = any(isinstance(paper, copy_store.OrderCopy) for paper in papers)
    kind = SeveralCopies if copies else PrintedAgain
    return kind(told(session, papers, today), typed.strip())


def told(session: Session, papers: Sequence[Copy | Paper], today: date) -> tuple[NamedPaper, ...]:
    """Papers as they are told to the person who named them."""
    rows = register.rows_of(session, [paper.record_id for paper in papers], today)
    return tuple(map(as_named, rows))


def as_named(row: PaperRow) -> NamedPaper:
    """A line of the register without its customer."""
    return NamedPaper(row.paper, row.number, row.kind, row.state, row.profile, row.registered_on)


def _by_code(session: Session, code_or_id: str) -> tuple[Copy | Paper, ...]:
    copy = copy_store.find_copy(session, code_or_id)
    return (copy,) if copy is not None else register.coded(session, code_or_id)
