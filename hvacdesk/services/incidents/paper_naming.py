"""Saying that an incident is about papers, by what is printed on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hvacdesk.domain.incidents.incident_errors import TooManyPapers, UnknownPaper
from hvacdesk.domain.incidents.leak_rules import LOSES_PAPERS
from hvacdesk.domain.papers.copy_codes import WrongCopyCode
from hvacdesk.domain.papers.paper_names import names_in
from hvacdesk.domain.roles import Actor
from hvacdesk.services.papers.paper_names import UnknownCopy, one_named
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.incidents import incidents as store
from hvacdesk.store.papers import register as paper_register

if TYPE_CHECKING:
    from hvacdesk.store.models import Incident as Row

MOST_NAMED = 1_000
"""So many papers are named at once: nobody else can save while they are looked up, some seconds by then."""


def name_papers(
    workplace: Workplace, register: Papers, session: Session, actor: Actor, row: Row, papers: str
) -> list[str]:
    """Name each line's paper; returns the numbers of those that are new.

    Where papers themselves are gone, the register says of each new one that it is lost; a drill changes
    nothing there.

    Raises:
        TooManyPapers: they are more than :data:`MOST_NAMED`.
        UnknownPaper: a line names none.
        SeveralCopies: a number is on several copies.
    """
    lines = names_in(papers)
    if len(lines) > MOST_NAMED:
        raise TooManyPapers("paper", count=f"{len(lines):,}", most=f"{MOST_NAMED:,}")
    lost = row.kind in LOSES_PAPERS and not row.drill
    today, new = workplace.today(), []
    for line, typed in enumerate(lines, 1):
        try:
            found = one_named(session, typed, today)
        except (WrongCopyCode, UnknownCopy):
            raise UnknownPaper("paper", line=line) from None
        paper = paper_register.row(session, found.record_id, today)
        if store.name_paper(session, row, paper, workplace.now()):
            new.append(paper.number)
            if lost:
                register.lose(session, actor, paper.paper, row.record_id)
    return new
