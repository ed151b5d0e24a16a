"""The cabinets in which papers are locked away, and who holds their keys."""

from __future__ import annotations

from hvacdesk.domain.errors import ChangedMeanwhile, Missing, UserFacingError
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import CABINET_LABEL_LIMIT, CabinetRow
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import clean_line
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.papers import register as store


class CabinetInUse(UserFacingError):
    """A cabinet with papers in it cannot be given up."""

    what = phrase("Errors", "{count} papers are still kept in this cabinet.")
    todo = phrase("Errors", "Put them into another cabinet first.")


class Cabinets:
    """The cabinets of an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.REGISTER_COPIES)
    def all(self, actor: Actor) -> tuple[CabinetRow, ...]:
        """The cabinets in use, and who holds their keys."""
        with self._workplace.reading() as session:
            return store.cabinets(session)

    @needs(Permission.MANAGE_OFFICE)
    def save(
        self, actor: Actor, cabinet: str, label: str, key_holder: str, shown: CabinetRow | None = None
    ) -> str:
        """Add a cabinet (``cabinet`` is empty) or change one; ``key_holder`` is an account, or empty.

        Args:
            shown: the cabinet as the change was made from it; None for one that is added.

        Raises:
            ChangedMeanwhile: somebody else changed it since, or gave it up.
            InvalidInput: its label.
            RecordGone: there is no such cabinet.
        """
        named = clean_line("label", label, limit=CABINET_LABEL_LIMIT)
        if not named:
            raise Missing("label")
        with self._workplace.transaction() as session:
            there = {row.cabinet: (row.label, row.key_holder) for row in store.cabinets(session)}
            known = (shown.label, shown.key_holder) if shown is not None else None
            if cabinet and there.get(cabinet) != known:
                raise ChangedMeanwhile
            saved = store.save_cabinet(session, cabinet, named, key_holder)
            self._workplace.record(session, actor, Action.CABINET_CHANGED, f"cabinet:{saved}")
            return saved

    @needs(Permission.MANAGE_OFFICE)
    def give_up(self, actor: Actor, cabinet: str) -> None:
        """Take an empty cabinet off the list. Raises :class:`CabinetInUse`."""
        with self._workplace.transaction() as session:
            kept = store.papers_in(session, cabinet)
            if kept:
                raise CabinetInUse(count=kept)
            store.give_up_cabinet(session, cabinet)
            self._workplace.record(session, actor, Action.CABINET_CHANGED, f"cabinet:{cabinet}")
