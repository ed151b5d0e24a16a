"""What is filled in on site: measured results, checks, simple inspection, warranty, payment, remarks, signatures."""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.documents.flow import Band
from hvacdesk.documents.form import (
    SECTION_GAP,
    TICK_WIDTH,
    Blank,
    Cell,
    blanks,
    paragraph,
    row,
    section,
    tick_rows,
)
from hvacdesk.documents.page import BODY, LEFT, MUTED, RIGHT, Sheet
from hvacdesk.documents.text import Line, Typesetter
from hvacdesk.domain.customers import PAYMENT_METHOD_NAMES, PaymentMethod
from hvacdesk.domain.jobs import UnitPart
from hvacdesk.domain.wording import Phrase, phrase
from hvacdesk.domain.work_orders import Profile, WorkOrderView

_RESULTS = phrase("Documents", "Results (written in on site)")
_AIRTIGHTNESS = phrase("Documents", "Airtightness")
_VACUUM = phrase("Documents", "Vacuum")
_REACHED = phrase("Documents", "reached")
_HELD = phrase("Documents", "held")
_REFRIGERANT = phrase("Documents", "Refrigerant")
_ADDED = phrase("Documents", "added")
_RECOVERED = phrase("Documents", "recovered")
_NET = phrase("Documents", "net charge")
_INSULATION = phrase("Documents", "Insulation")
_TEMPERATURE = phrase("Documents", "Temperature")
_SUCTION = phrase("Documents", "suction")
_OUTLET_AIR = phrase("Documents", "outlet")
_CURRENT = phrase("Documents", "Current")
_MINUTES = phrase("Documents", "min")
_DRAIN = phrase("Documents", "Drain test")
_QUIET = phrase("Documents", "No noise or vibration")
_REMOTE = phrase("Documents", "Remote control")
_EXPLAINED = phrase("Documents", "Explained to the customer")
_PHOTO_BEFORE = phrase("Documents", "Photo: before")
_PHOTO_HIDDEN = phrase("Documents", "Photo: hidden part")
_PHOTO_AFTER = phrase("Documents", "Photo: after")
_INSPECTION = phrase("Documents", "Simple inspection (commercial unit)")
_INSPECTION_ITEMS = (
    phrase("Documents", "Noise"),
    phrase("Documents", "Vibration"),
    phrase("Documents", "Damage"),
    phrase("Documents", "Corrosion"),
    phrase("Documents", "Oil"),
    phrase("Documents", "Frost"),
    phrase("Documents", "Outlet air"),
)
_NORMAL = phrase("Documents", "normal")
_FAULT = phrase("Documents", "fault")
_WARRANTY = phrase("Documents", "Warranty")
_WARRANTY_WORK = phrase("Documents", "work")
_WARRANTY_UNIT = phrase("Documents", "unit")
_YEARS = phrase("Documents", "years")
_PAYMENT = phrase("Documents", "Payment")
_METHOD = phrase("Documents", "Method")
_TO_COLLECT = phrase("Documents", "Amount to collect")
_NOTHING = phrase("Documents", "Nothing to collect")
_REMARKS = phrase("Documents", "Remarks")
_CUSTOMER_SIGNS = phrase("Documents", "Customer's signature")
_TECHNICIAN_SIGNS = phrase("Documents", "Technician's signature")
_SEALS = phrase("Documents", "Checked by (seal)")
_DATE_BLANK = phrase("Documents", "Date")

_MEGAPASCAL, _PASCAL, _KILOGRAM, _MEGAOHM, _CELSIUS, _AMPERE = "MPa", "Pa", "kg", "MΩ", "℃", "A"


def result_bands(setter: Typesetter, view: WorkOrderView) -> list[Band]:
    """The lower half of a work order."""
    circuits = _circuits(view)
    measured = _table(setter, circuits) if len(circuits) > 1 else _single(setter)
    return [
        section(setter, setter.say(_RESULTS)),
        *measured,
        *_checks(setter),
        *(_simple_inspection(setter) if view.commercial else ()),
        *_payment(setter, view),
        _closing(setter, view),
    ]


def _circuits(view: WorkOrderView) -> list[str]:
    """Numbers, as in the table of units, of those that close a refrigerant circuit and are measured one by one.

    Outdoor units stand for their circuits; where none is listed, every unit that stays does.
    """
    staying = [
        (str(number), unit.outdoor)
        for number, (part, unit) in enumerate(view.units, 1)
        if part is not UnitPart.REMOVE
    ]
    outdoor = [number for number, is_outdoor in staying if is_outdoor]
    return outdoor or [number for number, _ in staying]


def _single(setter: Typesetter) -> list[Band]:
    say = setter.say
    minutes = say(_MINUTES)
    vacuum = [("", minutes), (say(_REACHED), _PASCAL), (say(_HELD), minutes)]
    refrigerant = [(say(_ADDED), _KILOGRAM), (say(_RECOVERED), _KILOGRAM), (say(_NET), _KILOGRAM)]
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
                Blank(say(_TEMPERATURE), temperature, LEFT, first + 40),
                Blank(say(_CURRENT), [("", _AMPERE)], second, RIGHT),
            ],
        ),
    ]


_GRID = (0.0, 24.0, 68.0, 102.0, 138.0, 184.0, 220.0, 264.0, 308.0, 354.0, 396.0, 432.0, 468.0, BODY)
"""Vertical rules of the table of results, from the left margin."""


def _table(setter: Typesetter, circuits: Sequence[str]) -> list[Band]:
    """One row to fill in per circuit, under two lines of heads: quantity and unit."""
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
    return [head, *(_grid_row(Line(number, 11, bold=True), head) for number in circuits)]


def _head(setter: Typesetter, text: str, start: int, end: int, size: float) -> list[Line]:
    return setter.fit(text, _GRID[end] - _GRID[start] - 4, (size, 5))


def _grid_head(cells: Sequence[tuple[int, int, list[Line]]], groups: int) -> Band:
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


def _grid_row(number: Line, head: Band) -> Band:
    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.centred(LEFT, LEFT + _GRID[1], top - height / 2 - 4, number)
        sheet.rule(LEFT, RIGHT, top - height)
        for x in _GRID[1:-1]:
            sheet.upright(LEFT + x, top, top - height, weight=0.35)

    return Band(25, draw, repeat=head)


def _checks(setter: Typesetter) -> list[Band]:
    done: tuple[Phrase, ...] = (_DRAIN, _QUIET, _REMOTE, _EXPLAINED)
    photos: tuple[Phrase, ...] = (_PHOTO_BEFORE, _PHOTO_HIDDEN, _PHOTO_AFTER)
    bands = tick_rows(setter, [setter.say(word) for word in (*done, *photos)])
    first = bands[0]
    return [Band(first.height, first.draw, gap=6), *bands[1:], _warranty(setter)]


def _warranty(setter: Typesetter) -> Band:
    years = setter.say(_YEARS)
    parts = [(setter.say(_WARRANTY_WORK), years), (setter.say(_WARRANTY_UNIT), years)]
    return blanks(setter, [Blank(setter.say(_WARRANTY), parts, LEFT, LEFT + BODY * 0.62)], height=24)


def _simple_inspection(setter: Typesetter) -> list[Band]:
    """The quarterly look at commercial units. Source: フロン排出抑制法 16, items as the design lists them."""
    words = (setter.say(_NORMAL), setter.say(_FAULT))
    cells = [_inspection_band(setter, setter.say(item), words) for item in _INSPECTION_ITEMS]
    bands = [section(setter, setter.say(_INSPECTION))]
    bands += [_side_by_side(cells[start : start + 3]) for start in range(0, len(cells), 3)]
    return bands


def _inspection_band(setter: Typesetter, item: str, words: tuple[str, str]) -> list[Cell]:
    name = Cell(0, setter.fit(item, 54, (10, 6.5)))
    normal, fault = (setter.fit(word, 32, (9, 6)) for word in words)
    return [name, Cell(58 + TICK_WIDTH, normal, ticked=False), Cell(110 + TICK_WIDTH, fault, ticked=False)]


def _side_by_side(triples: Sequence[Sequence[Cell]]) -> Band:
    third = BODY / 3
    cells = [
        Cell(LEFT + index * third + cell.left, cell.lines, cell.ticked)
        for index, triple in enumerate(triples)
        for cell in triple
    ]
    return row(cells, pad=3.5)[0]


def _payment(setter: Typesetter, view: WorkOrderView) -> list[Band]:
    """What the technician takes, or what the customer is to pay. Nothing at all where the profile hides it."""
    if not view.shows_payment:
        return []
    say = setter.say
    parts: list[str] = []
    if view.payment_method:
        known = set(PaymentMethod)
        method = view.payment_method
        named = say(PAYMENT_METHOD_NAMES[PaymentMethod(method)]) if method in known else method
        parts.append(f"{say(_METHOD)}  {named}")
    if view.amount_to_collect is not None:
        parts.append(f"{say(_TO_COLLECT)}  ¥{view.amount_to_collect:,}")
    lines = setter.fit("　　".join(parts) or say(_NOTHING), BODY - 90, (14, 9), bold=True)
    label = Line(setter.clean(say(_PAYMENT)), 11.5, bold=True)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.middle(LEFT, top, lines[0].height, label)
        sheet.column(LEFT + 90, top, lines)

    if len(lines) > 3:
        return [section(setter, label.text), *paragraph(lines)]
    return [Band(sum(line.height for line in lines), draw, gap=SECTION_GAP)]


def _closing(setter: Typesetter, view: WorkOrderView) -> Band:
    """Remarks and who signs: the customer on site, the technician on the customer's copy, seals in the office."""
    say = setter.say
    signs = {Profile.CUSTOMER: _TECHNICIAN_SIGNS, Profile.OFFICE: _SEALS}.get(view.profile, _CUSTOMER_SIGNS)
    split = LEFT + BODY * 0.6
    remarks = Line(setter.clean(say(_REMARKS)), 9, grey=MUTED)
    signature = Line(setter.clean(say(signs)), 9, grey=MUTED)
    day = Line(setter.clean(say(_DATE_BLANK)), 9, grey=MUTED)
    seals = 3 if view.profile is Profile.OFFICE else 0

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.frame(LEFT, top, split - LEFT - 10, height)
        sheet.frame(split, top, RIGHT - split, height)
        sheet.middle(LEFT + 8, top - 4, 14, remarks)
        sheet.middle(split + 8, top - 4, 14, signature)
        if seals:
            _seal_boxes(sheet, split, top - 20, height - 28, seals)
        else:
            end = sheet.middle(split + 8, top - height + 20, 14, day)
            sheet.rule(end + 4, RIGHT - 10, top - height + 8, grey=MUTED)

    return Band(66, draw, gap=SECTION_GAP, grow=70)


def _seal_boxes(sheet: Sheet, left: float, top: float, height: float, count: int) -> None:
    side = (RIGHT - left - 16) / count
    for index in range(count):
        sheet.frame(left + 8 + index * side, top, side, height, radius=0.1, weight=0.4)
