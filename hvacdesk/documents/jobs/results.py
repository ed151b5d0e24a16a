"""What is filled in on site: measured results, checks, simple inspection, warranty, remarks, signatures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hvacdesk.documents.jobs.inspection import inspection_bands
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import TICK_WIDTH, Blank, Cell, blanks, row, section, tick_rows, together
from hvacdesk.documents.kit.letterhead import draw_seal_boxes
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, RIGHT, Sheet
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.jobs.results import leaves_a_unit, measured_units, removed_units
from hvacdesk.domain.papers.letterhead import Letterhead, OptionalBlock
from hvacdesk.domain.papers.work_orders import Profile, WorkOrderView
from hvacdesk.domain.text.wording import Phrase, phrase

_RESULTS = phrase("Documents", "Results (written in on site)")
_AIRTIGHTNESS = phrase("Results sheet", "Airtightness")
_VACUUM = phrase("Results sheet", "Vacuum")
_REACHED = phrase("Results sheet", "reached")
_WORKED = phrase("Documents", "Worked on")
_MONTH = phrase("Documents", "month")
_DAY = phrase("Documents", "day")
_FROM_OLD = phrase("Documents", "from the old unit")
_HELD = phrase("Results sheet", "held")
_REFRIGERANT = phrase("Results sheet", "Refrigerant")
_ADDED = phrase("Results sheet", "added")
_RECOVERED = phrase("Results sheet", "recovered")
_NET = phrase("Results sheet", "net charge")
_INSULATION = phrase("Results sheet", "Insulation")
_TEMPERATURE = phrase("Results sheet", "Temperature")
_SUCTION = phrase("Results sheet", "suction")
_OUTLET_AIR = phrase("Results sheet", "outlet")
_CURRENT = phrase("Results sheet", "Current")
_MINUTES = phrase("Documents", "min")
_DRAIN = phrase("Documents", "Drain test")
_QUIET = phrase("Documents", "No noise or vibration")
_REMOTE = phrase("Documents", "Remote control")
_EXPLAINED = phrase("Documents", "Explained")
_PHOTOS = phrase("Documents", "Photos")
_BEFORE = phrase("Documents", "before")
_HIDDEN = phrase("Documents", "hidden")
_AFTER = phrase("Documents", "after")
_WARRANTY = phrase("Results sheet", "Warranty")
_YEARS = phrase("Documents", "years")
_REMARKS = phrase("Results sheet", "Remarks")
_CUSTOMER_SIGNS = phrase("Results sheet", "Customer's signature")
_SEALS = phrase("Documents", "Checked by (seal)")
_DATE_BLANK = phrase("Results sheet", "Date")

_MEGAPASCAL, _PASCAL, _KILOGRAM, _MEGAOHM, _CELSIUS, _AMPERE = "MPa", "Pa", "kg", "MΩ", "℃", "A"


def result_bands(setter: Typesetter, view: WorkOrderView, head: Letterhead) -> list[Band]:
    """The lower half of a work order, as far as the office's layout has its blocks."""
    inspected = view.commercial and head.shows(OptionalBlock.INSPECTION)
    return [
        *_written_in(setter, view, head),
        *(inspection_bands(setter, view) if inspected else ()),
        _closing(setter, view, head.layout.seal_titles),
    ]


def _written_in(setter: Typesetter, view: WorkOrderView, head: Letterhead) -> list[Band]:
    lines = _sheet_lines(view)
    checks = _checks if leaves_a_unit(view.work_kind) else _checks_of_removal
    after = setter.once(checks) if head.shows(OptionalBlock.CHECKS) else []
    if not head.shows(OptionalBlock.RESULTS):
        return together([setter.once(_title), *after]) if after else []
    title = setter.once(_title)
    if len(lines) > 1 and not _is_exchange(lines):
        return [title, *_table(setter, lines), *together(after)]
    single = setter.once(_exchanged if _is_exchange(lines) else _single)
    return together([title, *single, *after])


def _title(setter: Typesetter) -> Band:
    """The section's title, and beside it the day and the times of the work, to write in."""
    say = setter.say
    title = section(setter, say(_RESULTS))
    left = LEFT + BODY * 0.42
    times = [("", say(_MONTH)), ("", say(_DAY)), ("", "～"), ("", "")]
    when = blanks(setter, [Blank(say(_WORKED), times, left, RIGHT)])

    def draw(sheet: Sheet, top: float, height: float) -> None:
        title.draw(sheet, top - height + title.height, title.height)
        when.draw(sheet, top + 3, height)

    return replace(title, height=when.height, draw=draw, gap=4)


@dataclass(frozen=True)
class _SheetLine:
    """A unit with values to write in; ``removed``: only what is recovered from it."""

    number: str
    removed: bool


def _sheet_lines(view: WorkOrderView) -> list[_SheetLine]:
    """The units of the table of units that are measured, or emptied, in its order."""
    records = [unit for _, unit in view.units]
    measured, removed = measured_units(view.units, records), removed_units(view.units, records)
    return [
        _SheetLine(str(at + 1), at in removed)
        for at in range(len(records))
        if at in measured or at in removed
    ]


def _is_exchange(lines: Sequence[_SheetLine]) -> bool:
    """One old unit is removed and one new one is put in: what is recovered comes out of the old one."""
    return sorted(line.removed for line in lines) == [False, True]


def _exchanged(setter: Typesetter) -> list[Band]:
    return _one_circuit(setter, _FROM_OLD)


def _single(setter: Typesetter) -> list[Band]:
    return _one_circuit(setter, _RECOVERED)


def _one_circuit(setter: Typesetter, recovered: Phrase) -> list[Band]:
    say = setter.say
    minutes = say(_MINUTES)
    vacuum = [("", minutes), (say(_REACHED), _PASCAL), (say(_HELD), minutes)]
    refrigerant = [(say(_ADDED), _KILOGRAM), (say(recovered), _KILOGRAM), (say(_NET), _KILOGRAM)]
    temperature = [(say(_SUCTION), _CELSIUS), (say(_OUTLET_AIR), _CELSIUS)]
    first, second = LEFT + BODY * 0.4, LEFT + BODY * 0.7
    airtight = [("", _MEGAPASCAL), ("", minutes)]
    return [
        blanks(
            setter,
            [
                Blank(say(_AIRTIGHTNESS), airtight, LEFT, first - 10),
                Blank(say(_VACUUM), vacuum, first, RIGHT),
            ],
        ),
        blanks(
            setter,
            [
                Blank(say(_REFRIGERANT), refrigerant, LEFT, second - 10),
                Blank(say(_INSULATION), [("", _MEGAOHM)], second, RIGHT),
            ],
        ),
        blanks(
            setter,
            [
                Blank(say(_TEMPERATURE), temperature, LEFT, second - 10),
                Blank(say(_CURRENT), [("", _AMPERE)], second, RIGHT),
            ],
        ),
    ]


_GRID = (0.0, 24.0, 68.0, 102.0, 138.0, 184.0, 220.0, 264.0, 308.0, 354.0, 396.0, 432.0, 468.0, BODY)
"""Vertical rules of the table of results, from the left margin."""


def _table(setter: Typesetter, lines: Sequence[_SheetLine]) -> list[Band]:
    """One row to fill in per unit, under two lines of heads: quantity and unit."""
    say = setter.say
    minutes = say(_MINUTES)
    groups = (
        (_AIRTIGHTNESS, 1, 3),
        (_VACUUM, 3, 6),
        (_REFRIGERANT, 6, 9),
        (_INSULATION, 9, 10),
        (_TEMPERATURE, 10, 12),
        (_CURRENT, 12, 13),
    )
    names = [(start, end, _head(setter, say(name), start, end, 8.5)) for name, start, end in groups]
    units = [
        _MEGAPASCAL,
        minutes,
        minutes,
        f"{say(_REACHED)} {_PASCAL}",
        f"{say(_HELD)} {minutes}",
        f"{say(_ADDED)} {_KILOGRAM}",
        f"{say(_RECOVERED)} {_KILOGRAM}",
        f"{say(_NET)} {_KILOGRAM}",
        _MEGAOHM,
        f"{say(_SUCTION)} {_CELSIUS}",
        f"{say(_OUTLET_AIR)} {_CELSIUS}",
        _AMPERE,
    ]
    names += [(at, at + 1, _head(setter, unit, at, at + 1, 7)) for at, unit in enumerate(units, 1)]
    head = _grid_head(names, len(groups))
    return [head, *(_grid_row(line, head) for line in lines)]


def _head(setter: Typesetter, text: str, start: int, end: int, size: float) -> tuple[PrintedLine, ...]:
    return setter.fit(text, _GRID[end] - _GRID[start] - 4, (size, 5))


def _grid_head(cells: Sequence[tuple[int, int, tuple[PrintedLine, ...]]], groups: int) -> Band:
    upper = max(len(lines) for *_, lines in cells[:groups]) * 11.5 + 2
    lower = max(sum(line.height for line in lines) for *_, lines in cells[groups:]) + 3

    def draw(sheet: Sheet, top: float, height: float) -> None:
        for index, (start, end, lines) in enumerate(cells):
            y = top - 1 - (0 if index < groups else upper)
            for line in lines:
                y -= line.height
                sheet.centred(LEFT + _GRID[start], LEFT + _GRID[end], y + line.size * 0.3, line)
        sheet.rule(LEFT, RIGHT, top - height)
        for start, *_ in cells[:groups]:
            sheet.upright(LEFT + _GRID[start], top, top - height, weight=0.35)

    return Band(upper + lower, draw, keep=True)


_RECOVERED_COLUMN = 7


def _grid_row(line: _SheetLine, head: Band) -> Band:
    """A row to write in; of a removed unit only what is recovered, the other cells are ruled out."""
    number = PrintedLine(line.number, 11, bold=True)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.centred(LEFT, LEFT + _GRID[1], top - height / 2 - 4, number)
        sheet.rule(LEFT, RIGHT, top - height)
        for x in _GRID[1:-1]:
            sheet.upright(LEFT + x, top, top - height, weight=0.35)
        for at in range(1, len(_GRID) - 1) if line.removed else ():
            if at != _RECOVERED_COLUMN:
                middle = top - height / 2
                sheet.rule(LEFT + _GRID[at] + 6, LEFT + _GRID[at + 1] - 6, middle, weight=0.35, grey=MUTED)

    return Band(25, draw, repeat=head)


def _checks(setter: Typesetter) -> list[Band]:
    first, *more = tick_rows(setter, [setter.say(word) for word in (_DRAIN, _QUIET, _REMOTE, _EXPLAINED)])
    return [replace(first, gap=4), *more, _photos_and_warranty(setter)]


def _checks_of_removal(setter: Typesetter) -> list[Band]:
    """A removal leaves no unit that could be tried or warranted."""
    first, *more = tick_rows(setter, [setter.say(_EXPLAINED)])
    return [replace(first, gap=4), *more, _photos_and_warranty(setter, warranted=False)]


def _photos_and_warranty(setter: Typesetter, *, warranted: bool = True) -> Band:
    """Which photos were taken, to tick, and the warranty in years, to fill in."""
    parts = [("", setter.say(_YEARS))]
    split = LEFT + BODY * 0.52
    warranty = blanks(setter, [Blank(setter.say(_WARRANTY), parts, split, RIGHT)])
    label = setter.fit(setter.say(_PHOTOS), 60, (10, 6))[0]
    cells = [Cell(LEFT, [label])]
    x = LEFT + setter.width(label.text, label.size) + 9
    room = (split - 12 - x) / 3 - TICK_WIDTH - 8
    for word in (_BEFORE, _HIDDEN, _AFTER):
        lines = setter.fit(setter.say(word), room, (10, 6))
        cells.append(Cell(x + TICK_WIDTH, lines, ticked=False))
        x += TICK_WIDTH + max(setter.width(line.text, line.size) for line in lines) + 12
    ticks = row(cells, pad=2.5)[0]
    height = max(warranty.height, ticks.height)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        if warranted:
            warranty.draw(sheet, top, height)
        ticks.draw(sheet, top - height + ticks.height, ticks.height)

    return Band(height, draw)


def _closing(setter: Typesetter, view: WorkOrderView, seal_titles: Sequence[str]) -> Band:
    """Remarks, and who signs: the customer at the site, or seals in the office."""
    say = setter.say
    seals = view.profile is Profile.OFFICE
    signs = _SEALS if seals else _CUSTOMER_SIGNS
    split = LEFT + BODY * 0.6
    remarks = PrintedLine(setter.clean(say(_REMARKS)), 9, grey=MUTED)
    signature = PrintedLine(setter.clean(say(signs)), 9, grey=MUTED)
    day = PrintedLine(setter.clean(say(_DATE_BLANK)), 9, grey=MUTED)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.frame(LEFT, top, split - LEFT - 10, height)
        sheet.frame(split, top, RIGHT - split, height)
        sheet.middle(LEFT + 8, top - 2, 14, remarks)
        sheet.middle(split + 8, top - 2, 14, signature)
        if seals:
            draw_seal_boxes(sheet, seal_titles, split + 8, RIGHT - 8, top - 17, height - 22)
        else:
            end = sheet.text(split + 8, top - height + 7, day)
            sheet.rule(end + 4, RIGHT - 10, top - height + 5, grey=MUTED)

    return Band(40, draw, gap=6, grow=90)
