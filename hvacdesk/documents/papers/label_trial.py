"""The trial sheet of the labels: where their edges will be, and rulers that show how far a printer misses."""

from __future__ import annotations

from hvacdesk.documents.kit.page import MM, Sheet
from hvacdesk.domain.papers.label_sheets import A4_HEIGHT_MM, LabelSheet, LabelShift
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Documents", "Trial sheet for labels")
_SIZE = phrase("Documents", "{count} labels, {width} × {height} mm")
_MOVED = phrase("Documents", "Printed with: to the right {right} mm, down {down} mm")
_HOW = phrase(
    "Documents",
    "Hold this page over a sheet of labels against the light. Where a label's edge lies right of or below "
    "its line here, add that many millimetres; left of or above it, take them off. One mark is 1 mm.",
)

RULER_MM = 5
"""As far as the labels can be moved."""

_PAD = 5.0 * MM
_LONG_MARK, _SHORT_MARK = 2.4 * MM, 1.2 * MM


def draw_trial(sheet_of: LabelSheet, shift: LabelShift, words: Words, day: str) -> bytes:
    """Every label's outline, a ruler across two edges in the middle of the sheet, and how to use it."""
    sheet = Sheet(words, words(_TITLE), day)
    for position in range(sheet_of.count):
        _outline(sheet, sheet_of, shift, position)
    _ruler(sheet, sheet_of, shift)
    _instructions(sheet, sheet_of, shift)
    sheet.next_page()
    return sheet.finish()


def _outline(sheet: Sheet, sheet_of: LabelSheet, shift: LabelShift, position: int) -> None:
    left, top = _corner(sheet_of, shift, position)
    width, height = sheet_of.width * MM, sheet_of.height * MM
    sheet.frame(left, top, width, height, weight=0.4, radius=0)


def _ruler(sheet: Sheet, sheet_of: LabelSheet, shift: LabelShift) -> None:
    """Marks to both sides of an upright and a level edge, at a corner in the middle of the sheet."""
    middle = (sheet_of.rows // 2) * sheet_of.columns + sheet_of.columns // 2
    x, y = _corner(sheet_of, shift, middle)
    for at in range(-RULER_MM, RULER_MM + 1):
        mark = _LONG_MARK if at in (-RULER_MM, 0, RULER_MM) else _SHORT_MARK
        sheet.upright(x + at * MM, y + mark, y - mark, weight=0.6)
        sheet.rule(x - mark, x + mark, y - at * MM, weight=0.6)


def _instructions(sheet: Sheet, sheet_of: LabelSheet, shift: LabelShift) -> None:
    """In the first label, as large as fits."""
    left, top = _corner(sheet_of, shift, 0)
    width, room = sheet_of.width * MM - 2 * _PAD, sheet_of.height * MM - 2 * _PAD
    setter = sheet.set
    size = {"width": f"{sheet_of.width:g}", "height": f"{sheet_of.height:g}"}
    moved = {"right": f"{shift.right:g}", "down": f"{shift.down:g}"}
    share = 1.0
    while True:
        lines = [
            *setter.fit(setter.say(_TITLE), width, (11 * share, 6), bold=True),
            *setter.fit(setter.say(_SIZE, count=sheet_of.count, **size), width, (8 * share, 5)),
            *setter.fit(setter.say(_MOVED, **moved), width, (8 * share, 5)),
            *setter.wrap(setter.say(_HOW), width, 7 * share),
        ]
        if sum(line.height for line in lines) <= room or share < 0.6:
            break
        share *= 0.95
    sheet.column(left + _PAD, top - _PAD, lines)


def _corner(sheet_of: LabelSheet, shift: LabelShift, position: int) -> tuple[float, float]:
    """A label's left and upper edge in points from the paper's lower left corner."""
    left, top = sheet_of.corner(position, shift)
    return left * MM, (A4_HEIGHT_MM - top) * MM
