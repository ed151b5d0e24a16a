"""The code of a recovery sheet, as somebody reads it from the paper."""

from __future__ import annotations

from hvacdesk.services.entry.recovery_sheets import SheetOnPaper


def printed_groups(sheet: SheetOnPaper) -> list[str]:
    """The groups of the code, in their order."""
    return list(sheet._draft.sheet.groups)
