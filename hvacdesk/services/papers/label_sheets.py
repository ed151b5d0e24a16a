"""The label sheets on offer, what is remembered of a printer's feed, and the trial sheet to find it out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from hvacdesk.documents.papers.label_trial import draw_trial
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.entry_shape import printer_name
from hvacdesk.domain.papers.label_sheets import NOT_SHIFTED, LabelSheet, LabelShift, parse_sheets
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words
from hvacdesk.resource_files import resource
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.office import office as store

SHIFTS = "label_shifts"
_WHO = (Permission.REVEAL_CONTACT, Permission.REVEAL_ADDRESSEE)


@cache
def shipped_sheets() -> Mapping[str, LabelSheet]:
    """The sheets by their keys, in the order in which they are offered."""
    return parse_sheets(resource("papers", "label_sheets.toml").read_text(encoding="utf-8"))


def sheet_of(key: str) -> LabelSheet:
    """One sheet. Raises :class:`InvalidInput`."""
    if key not in shipped_sheets():
        raise InvalidInput("sheet")
    return shipped_sheets()[key]


def _known(session: Session) -> dict[tuple[str, str], LabelShift]:
    kept = store.setting(session, store.OFFICE, SHIFTS) or []
    return {(printer, sheet): LabelShift(right, down) for printer, sheet, right, down in kept}


class LabelSheets:
    """The sheets of an open office; what is remembered holds for the office, as the printers do."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(*_WHO)
    def shifts(self, actor: Actor) -> Mapping[tuple[str, str], LabelShift]:
        """What is remembered, by the printer's name and the sheet's key."""
        with self._workplace.reading() as session:
            return _known(session)

    @needs(*_WHO)
    def keep(self, actor: Actor, printer: str, sheet: str, shift: LabelShift) -> None:
        """Remember the shift of a printer for a sheet; nothing is written where it is known already.

        The person who prints last has seen by how much the sheet is off, so theirs counts whatever was known
        before; what is known of other printers and sheets stays.

        Raises:
            OutOfRange: it would push an address off its label.
            InvalidInput: ``sheet`` or ``printer``.
        """
        sheet_of(sheet)
        shift.checked()
        place = (printer_name(printer), sheet)
        if self.shifts(actor).get(place, NOT_SHIFTED) == shift:
            return
        with self._workplace.transaction() as session:
            known = _known(session)
            kept = [(*one, value.right, value.down) for one, value in {**known, place: shift}.items()]
            store.save_setting(session, store.OFFICE, SHIFTS, kept)
            self._workplace.record(session, actor, Action.OFFICE_CHANGED, fields=[SHIFTS])

    @needs(*_WHO)
    def trial(self, actor: Actor, sheet: str, shift: LabelShift, words: Words) -> bytes:
        """A sheet of frames and rulers for plain paper, as a PDF. It names nobody and is not registered.

        Raises:
            OutOfRange, InvalidInput: as for :meth:`keep`.
        """
        return draw_trial(sheet_of(sheet), shift.checked(), words, self._workplace.today().isoformat())
