"""The shipped data of list headers, and columns that a person named on the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.import_columns import HeaderWords, header_key, parse_header_words
from hvacdesk.domain.exchange.import_layout import Rows, find_layout, header_like, layout_below, with_mapping
from hvacdesk.domain.exchange.importing import REPEATABLE, ImportField, TableLayout
from hvacdesk.domain.text.wording import phrase
from hvacdesk.resource_files import resource

Chosen = Mapping[str, ImportField | None]
"""What columns hold, by their header or letter; None for one that is not to be imported."""

Remembered = Mapping[str, object]
"""Mappings that were used before, by the header that they belong to."""


class ColumnUnknown(UserFacingError):
    """A column that was named is not in the list."""

    what = phrase("Errors", "There is no column “{column}” in this list.")
    todo = phrase("Errors", "Name one of these: {columns}.")


@cache
def shipped_words() -> HeaderWords:
    """The headers of offices and of other programs, as shipped."""
    return parse_header_words(resource("import", "columns.toml").read_text(encoding="utf-8"))


def key_of(columns: Sequence[str]) -> str:
    """Under what a mapping is remembered: the header's words, which are nobody's data."""
    return "\x1f".join(columns)


def layout_of(rows: Rows, remembered: Remembered, chosen: Chosen) -> TableLayout:
    """How a table is laid out: by its header, by what was chosen for that header before, and by ``chosen``.

    Args:
        rows: the first rows.

    Raises:
        ColumnUnknown: ``chosen`` names a column that is not there.
    """
    words = shipped_words()
    layout = _known_before(rows, remembered) or find_layout(rows, words)
    if chosen and not _all_in(layout, chosen) and (line := header_like(rows, list(chosen))):
        layout = layout_below(rows, line, words)
    known = remembered.get(key_of(layout.columns)) if layout.header_row else None
    if isinstance(known, dict):
        layout = with_mapping(layout, {int(at): ImportField(kind) for at, kind in known.items()})
    return _with_chosen(layout, chosen) if chosen else layout


def _known_before(rows: Rows, remembered: Remembered) -> TableLayout | None:
    """The layout of a header that was used before, also of one in which no word is known."""
    if not remembered:
        return None
    for number, _cells in rows:
        layout = layout_below(rows, number, shipped_words())
        if key_of(layout.columns) in remembered:
            return layout
    return None


def _all_in(layout: TableLayout, chosen: Chosen) -> bool:
    return {header_key(name) for name in chosen} <= {header_key(name) for name in layout.columns}


def _with_chosen(layout: TableLayout, chosen: Chosen) -> TableLayout:
    places: dict[str, int] = {}
    for at, name in enumerate(layout.columns):
        places.setdefault(header_key(name), at)
    mapping = dict(layout.mapping)
    for name, kind in chosen.items():
        place = places.get(header_key(name))
        if place is None:
            raise ColumnUnknown(column=name, columns="、".join(layout.columns))
        mapping.pop(place, None)
        if kind is not None:
            mapping[place] = kind
    return with_mapping(layout, _once(mapping, {places[header_key(name)] for name in chosen}))


def _once(mapping: Mapping[int, ImportField], named: set[int]) -> dict[int, ImportField]:
    """Without the guesses for a field that a named column holds now."""
    held = {kind for at, kind in mapping.items() if at in named and kind not in REPEATABLE}
    return {at: kind for at, kind in mapping.items() if at in named or kind not in held}
