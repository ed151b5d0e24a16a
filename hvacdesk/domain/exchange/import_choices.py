"""A row whose list has an address or a name several times: one of them is chosen, whole, none is mixed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import PhoneKind
from hvacdesk.domain.exchange.importing import ImportField, TableLayout
from hvacdesk.domain.fields import TextKind

_ADDRESS = frozenset(
    {
        ImportField.POSTAL_CODE,
        ImportField.ADDRESS,
        ImportField.PREFECTURE,
        ImportField.CITY,
        ImportField.TOWN,
        ImportField.STREET,
        ImportField.BUILDING,
    }
)
_NAME = frozenset({ImportField.NAME})
MAILBOXES = frozenset(ImportField(one.key) for one in CUSTOMER_FIELDS.texts_of(TextKind.MAILBOX))
KINDS_OF_PHONES: Mapping[ImportField, PhoneKind] = {
    ImportField.PHONE: PhoneKind.HOME,
    ImportField.MOBILE: PhoneKind.MOBILE,
    ImportField.WORK_PHONE: PhoneKind.WORK,
    ImportField.FAX: PhoneKind.FAX,
}
"""One column may hold all numbers, and the others say of which kind some are."""


class RowChoices:
    """Which address or name is chosen in each row of a table."""

    def __init__(self, layout: TableLayout) -> None:
        self._layout = layout
        self._groups = [group for family in (_NAME, _ADDRESS) if len(group := self._columns(family)) > 1]
        self._note = next((at for at, kind in layout.mapping.items() if kind is ImportField.NOTE), None)

    def of(self, cells: Sequence[str]) -> list[str]:
        """The row as it is understood; one without choices is as it was.

        An address other than the one that was chosen is written in the note, where the list has one.
        """
        chosen = list(cells)
        for group in self._groups:
            self._choose(group, chosen)
        if self._layout.separator:
            self._divide(chosen)
        return chosen

    def _columns(self, family: frozenset[ImportField]) -> Mapping[int, list[int]]:
        """The columns of a family by their choice, in its order."""
        groups: dict[int, list[int]] = {}
        for at, kind in sorted(self._layout.mapping.items()):
            if kind in family:
                groups.setdefault(self._layout.choices.get(at, 1), []).append(at)
        return dict(sorted(groups.items()))

    def _choose(self, group: Mapping[int, list[int]], cells: list[str]) -> None:
        """Choose one of a group; a postal code alone is no address where another one says more."""
        filled = [
            [at for at in columns if at < len(cells) and cells[at].strip()] for columns in group.values()
        ]
        filled = [columns for columns in filled if columns]
        chosen = next(
            (columns for columns in filled if self._says_where(columns)), filled[0] if filled else []
        )
        taken = [cells[at] for at in chosen if self._layout.mapping[at] is not ImportField.POSTAL_CODE]
        for columns in filled:
            if columns is chosen:
                continue
            text = " ".join(cells[at].strip() for at in columns)
            for at in columns:
                cells[at] = ""
            if not _same(taken, text):
                self._note_down(text, cells)

    def _says_where(self, columns: Sequence[int]) -> bool:
        return any(self._layout.mapping[at] is not ImportField.POSTAL_CODE for at in columns)

    def _note_down(self, text: str, cells: list[str]) -> None:
        if self._note is None:
            return
        cells.extend([""] * (self._note + 1 - len(cells)))
        cells[self._note] = f"{cells[self._note]}\n{text}".strip()

    def _divide(self, cells: list[str]) -> None:
        """Several phones in one cell are divided; of several e-mail addresses the first is chosen."""
        for at, kind in self._layout.mapping.items():
            if at >= len(cells) or self._layout.separator not in cells[at]:
                continue
            parts = [part.strip() for part in cells[at].split(self._layout.separator) if part.strip()]
            if kind in KINDS_OF_PHONES:
                cells[at] = "\n".join(parts)
            elif kind in MAILBOXES:
                cells[at] = parts[0] if parts else ""


def _same(taken: Sequence[str], text: str) -> bool:
    """Whether a text only repeats what was chosen, in one piece."""
    whole = _squeezed(text)
    return all(_squeezed(part) in whole for part in taken)


def _squeezed(text: str) -> str:
    return "".join(text.split())
