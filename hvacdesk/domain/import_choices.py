"""A row whose list has an address or a name several times: one of them is taken, whole, and none is mixed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hvacdesk.domain.imports import ImportField, TableLayout

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
_PHONES = frozenset({ImportField.PHONE, ImportField.MOBILE, ImportField.WORK_PHONE})


class RowChoices:
    """What is taken of each row of a table."""

    def __init__(self, layout: TableLayout) -> None:
        self._layout = layout
        self._groups = [group for family in (_NAME, _ADDRESS) if len(group := self._columns(family)) > 1]
        self._note = next((at for at, kind in layout.mapping.items() if kind is ImportField.NOTE), None)

    def of(self, cells: Sequence[str]) -> list[str]:
        """The row as it is understood; one without choices is as it was.

        Another address than the one that is taken stands in the note, where the list has one.
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
        found = False
        for columns in group.values():
            texts = [cells[at].strip() for at in columns if at < len(cells) and cells[at].strip()]
            if not texts:
                continue
            if found:
                self._note_down(" ".join(texts), columns, cells)
            found = True

    def _note_down(self, text: str, columns: Sequence[int], cells: list[str]) -> None:
        taken = "".join("".join(cell.split()) for at, cell in enumerate(cells) if at not in columns)
        for at in columns:
            if at < len(cells):
                cells[at] = ""
        if self._note is None or "".join(text.split()) in taken:
            return
        cells.extend([""] * (self._note + 1 - len(cells)))
        cells[self._note] = f"{cells[self._note]}\n{text}".strip()

    def _divide(self, cells: list[str]) -> None:
        """Several phones in one cell come apart; of several e-mail addresses the first is taken."""
        for at, kind in self._layout.mapping.items():
            if at >= len(cells) or self._layout.separator not in cells[at]:
                continue
            parts = [part.strip() for part in cells[at].split(self._layout.separator) if part.strip()]
            if kind in _PHONES:
                cells[at] = "\n".join(parts)
            elif kind is ImportField.EMAIL:
                cells[at] = parts[0] if parts else ""
