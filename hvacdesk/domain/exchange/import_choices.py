"""A row whose list has an address or a name several times: one of them is chosen, whole, none is mixed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import PhoneKind
from hvacdesk.domain.exchange.import_cells import is_error
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

    def of(self, cells: Sequence[str], left: list[str] | None = None) -> list[str]:
        """The row as it is understood; one without choices is as it was.

        Args:
            left: gets what else the row says: the note has to keep that.
        """
        chosen = list(cells)
        over = [text for group in self._groups for text in self._choose(group, chosen)]
        if self._layout.separator:
            over += self._divide(chosen)
        if left is not None:
            left += over
        return chosen

    def _columns(self, family: frozenset[ImportField]) -> Mapping[int, list[int]]:
        """The columns of a family by their choice, in its order."""
        groups: dict[int, list[int]] = {}
        for at, kind in sorted(self._layout.mapping.items()):
            if kind in family:
                groups.setdefault(self._layout.choices.get(at, 1), []).append(at)
        return dict(sorted(groups.items()))

    def _choose(self, group: Mapping[int, list[int]], cells: list[str]) -> Iterator[str]:
        """Choose one of a group, and give the others.

        A postal code alone is no address where another one says more; a formula that failed says nothing.
        """
        filled = [
            [at for at in columns if at < len(cells) and _says_something(cells[at])]
            for columns in group.values()
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
                yield text

    def _says_where(self, columns: Sequence[int]) -> bool:
        return any(self._layout.mapping[at] is not ImportField.POSTAL_CODE for at in columns)

    def _divide(self, cells: list[str]) -> Iterator[str]:
        """Several phones in one cell are divided; of several e-mail addresses all but the first are given."""
        for at, kind in self._layout.mapping.items():
            if at >= len(cells) or self._layout.separator not in cells[at]:
                continue
            parts = [part.strip() for part in cells[at].split(self._layout.separator) if part.strip()]
            if kind in KINDS_OF_PHONES:
                cells[at] = "\n".join(parts)
            elif kind in MAILBOXES:
                cells[at] = parts[0] if parts else ""
                yield from parts[1:]


def _says_something(cell: str) -> bool:
    text = cell.strip()
    return bool(text) and not is_error(text)


def _same(taken: Sequence[str], text: str) -> bool:
    """Whether a text only repeats what was chosen, in one piece."""
    whole = _squeezed(text)
    return all(_squeezed(part) in whole for part in taken)


def _squeezed(text: str) -> str:
    return "".join(text.split())
