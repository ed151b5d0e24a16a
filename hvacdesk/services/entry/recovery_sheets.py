"""A recovery sheet between printing and use: what a window needs to print it and to check the paper."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.office.office import OfficeFacts, RecoverySheetFacts, grouped
from hvacdesk.domain.text.wording import Words

if TYPE_CHECKING:
    from hvacdesk.vault.office import SheetDraft


class SheetOnPaper:
    """A recovery sheet that is being printed and retyped.

    Attributes:
        made: the moment that is printed on it.
        number: counts the office's sheets from 1.
        fingerprint: by which the sheets of two set-ups are told apart, as it is printed.
    """

    def __init__(self, draft: SheetDraft, made: datetime) -> None:
        self._draft = draft
        self.made = made
        self.number = draft.sheet.number
        self.fingerprint = grouped(draft.sheet.fingerprint)

    def sheet_pdf(self, facts: OfficeFacts, words: Words) -> bytes:
        """The recovery sheet, to be printed before anything is written."""
        from hvacdesk.documents.entry.recovery_sheets import draw_recovery_sheet

        sheet = self._draft.sheet
        return draw_recovery_sheet(
            RecoverySheetFacts(
                office_name=facts.name,
                office_id=sheet.office_id,
                number=sheet.number,
                epoch=sheet.epoch,
                made_at=stamp(self.made),
                groups=sheet.groups,
                fingerprint=sheet.fingerprint,
                qr_text=sheet.qr_text,
            ),
            words,
        )

    def group_positions_to_retype(self) -> tuple[int, ...]:
        """Which groups (from 0) must be typed back from paper."""
        return self._draft.positions

    def printed_group(self, position: int) -> str:
        """One group of the code as the sheet prints it."""
        return self._draft.sheet.groups[position]

    def confirm(self, position: int, typed: str) -> bool:
        """Whether the typed group is the printed one."""
        return self._draft.confirm(position, typed)
