"""What a work order asks for: when, what and where, on which units, with which work items."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from hvacdesk.documents.kit.dates import calendar_day, full_workday, workday
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import TICK_WIDTH, Cell, pairs, paragraph, row, section, tick_rows, together
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, RIGHT, Sheet
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.customers.cautions import CAUTION_NAMES, CautionKind
from hvacdesk.domain.customers.customers import PAYMENT_METHOD_NAMES, PaymentMethod
from hvacdesk.domain.jobs.jobs import (
    ADDITIONAL_ITEMS,
    STANDARD_ITEMS,
    TOLD_ITEMS,
    UNIT_PART_NAMES,
    WORK_ITEM_NAMES,
    WORK_KIND_NAMES,
    ItemLine,
    UnitPart,
    UnitRecord,
    WorkItem,
    WorkKind,
)
from hvacdesk.domain.jobs.site_fields import ACCESS_NAME
from hvacdesk.domain.jobs.surveys import HARMFUL, SURVEY_NAMES, SurveyOutcome
from hvacdesk.domain.jobs.work_subjects import WORK_SUBJECTS
from hvacdesk.domain.papers.letterhead import Letterhead, OptionalBlock
from hvacdesk.domain.papers.work_orders import Profile, WorkOrderView
from hvacdesk.domain.text.wording import phrase

_UNDATED = phrase("Documents", "Date not fixed")
_STAFF = phrase("Work scope", "Staff")
_PARTNER = phrase("Work scope", "Partner firm")
_PAYMENT = phrase("Documents", "Payment")
_TO_COLLECT = phrase("Documents", "Amount to collect")
_AMOUNT_DUE = phrase("Documents", "Amount due")
_PAID = phrase("Documents", "(¥{yen} already paid)")
_NOTHING = phrase("Documents", "Nothing to collect")
_NOT_FIXED = phrase("Documents", "Amount to collect: not fixed yet")
_SITE = phrase("Documents", "Customer and site")
_PHONE_LABEL = phrase("Documents", "Phone")
_NO_PHONE = phrase("Documents", "none registered")
_CALL_OFFICE = phrase("Documents", "Call through the office")
_CUSTOMER_NUMBER = phrase("Documents", "Customer no.")
_BUILDING = phrase("Documents", "Building")
_DETACHED = phrase("Documents", "Detached house")
_APARTMENT = phrase("Documents", "Apartment")
_FLOOR = phrase("Documents", "Floor")
_ATTENDS = phrase("Documents", "Attends")
_PERMISSION = phrase("Documents", "Permission")
_GIVEN = phrase("Documents", "given")
_NOT_YET = phrase("Documents", "not yet")
_STARTED = phrase("Documents", "Started")
_CAUTIONS = phrase("Documents", "Please mind")
_ASBESTOS = phrase("Documents", "Asbestos survey first")
_ASBESTOS_WHY = phrase(
    "Documents",
    "Built before September 2006, or date unknown. Survey and record before drilling or removing.",
)
_ASBESTOS_SURVEY = phrase("Work scope", "Asbestos survey")
_SURVEY_COMES = phrase(
    "Work scope",
    "The building was begun before September 2006, or we do not know when: we look for asbestos before we "
    "drill or take anything down, and tell you what we found.",
)
_SURVEYED = phrase("Documents", "Surveyed")
_NO_ASBESTOS = phrase("Documents", "No asbestos")
_HAS_ASBESTOS = phrase("Documents", "Asbestos found: stop")
_TAKEN_FOR_ASBESTOS = phrase("Documents", "Presumed asbestos: only as work on asbestos")
_UNITS = phrase("Work scope", "Units")
_INDOOR = phrase("Documents", "Indoor")
_OUTDOOR = phrase("Documents", "Outdoor")
_COL_WORK = phrase("Work scope", "Work")
_COL_PLACE = phrase("Documents", "Unit, place")
_COL_MAKER = phrase("Documents", "Maker, year")
_COL_MODEL = phrase("Documents", "Model / serial no.")
_COL_CAPACITY = phrase("Work scope", "Capacity")
_COL_REFRIGERANT = phrase("Work scope", "Refrigerant")
_COL_POWER = phrase("Documents", "Power")
_SERIAL = phrase("Work scope", "Serial no.")
_STANDARD = phrase("Documents", "Standard work")
_ADDITIONAL = phrase("Documents", "Additional work")

_HALF = LEFT + BODY * 0.335
_THIRD = LEFT + BODY * 0.675


def scope_bands(setter: Typesetter, view: WorkOrderView, head: Letterhead) -> list[Band]:
    """The upper half of a work order."""
    return [
        *_appointment(setter, view),
        *_site(setter, view, head.facts.phone),
        *(_asbestos(setter, view) if view.asbestos_survey or view.survey.outcome else ()),
        *_reported(setter, view),
        *_units(setter, view),
        *_items(setter, view.items, whole_list=_installs(view) and head.shows(OptionalBlock.WORK_ITEMS)),
    ]


def _installs(view: WorkOrderView) -> bool:
    """Whether the list of work items, which are about installing, has any use on this paper."""
    return view.work_kind not in (WorkKind.INSPECT, WorkKind.CLEAN) and not _tells(view)


def _tells(view: WorkOrderView) -> bool:
    """Whether this copy announces the work to the customer, who is informed and gets no order."""
    return view.profile is Profile.CUSTOMER


def _on_site(view: WorkOrderView) -> bool:
    """Whether this copy is the one that is worked with and written on."""
    return view.profile in (Profile.TECHNICIAN, Profile.PARTNER)


def _appointment(setter: Typesetter, view: WorkOrderView) -> list[Band]:
    """When, what and what is paid, large in a frame; who, in the frame if there is room, else below."""
    split = LEFT + 222
    left, room = split + 14, RIGHT - split - 28
    slot = " – ".join(part for part in (view.starts, view.ends) if part)
    written = full_workday if _tells(view) else workday
    day = written(setter.words, view.on) or setter.say(_UNDATED)
    when = [*setter.fit(day, 196, (22, 12), bold=True), *setter.fit(slot, 196, (22, 12), bold=True)]
    names = WORK_SUBJECTS if _tells(view) else WORK_KIND_NAMES
    kind = setter.fit(setter.say(names[view.work_kind]), room, (22, 14), bold=True)
    people = [(setter.say(_STAFF), "・".join(view.staff)), (setter.say(_PARTNER), view.partner_firm)]
    who = pairs(setter, people, left=left, width=room, size=11.5)
    fits = len(who) <= 2
    inside = [*(who if fits else ()), *paragraph(_payment(setter, view, room), left=left)]
    right = sum(line.height for line in kind) + sum(band.height for band in inside)
    height = max(sum(line.height for line in when), right) + 12

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.frame(LEFT, top, BODY, height, weight=1.3, radius=6)
        sheet.upright(split, top - 10, top - height + 10, grey=MUTED)
        sheet.column(LEFT + 14, top - 6, when)
        y = sheet.column(left, top - 6, kind)
        for band in inside:
            band.draw(sheet, y, band.height)
            y -= band.height

    frame = Band(height, draw)
    return [frame] if fits else [frame, *pairs(setter, people, size=11)]


def _payment(setter: Typesetter, view: WorkOrderView, width: float) -> tuple[PrintedLine, ...]:
    """What the technician collects, or how the customer pays and what. Nothing where the profile hides it."""
    if not view.shows_payment:
        return ()
    say, method = setter.say, view.payment_method
    parts: list[str] = []
    if method:
        known = PAYMENT_METHOD_NAMES[PaymentMethod(method)] if method in set(PaymentMethod) else None
        parts.append(f"{say(_PAYMENT)} {say(known) if known else method}")
    if view.amount_to_collect is not None:
        label = _AMOUNT_DUE if view.profile is Profile.CUSTOMER else _TO_COLLECT
        parts.append(f"{say(label)} ¥{view.amount_to_collect:,}")
    elif view.amount_paid:
        parts.append(say(_NOTHING))
    nothing = _NOT_FIXED if view.amount_not_fixed else _NOTHING
    told = setter.fit("　".join(parts) or say(nothing), width, (13, 9), bold=True)
    paid = say(_PAID, yen=f"{view.amount_paid:,}") if view.amount_paid else ""
    return (*told, *setter.fit(paid, width, (11, 9))) if paid else told


def _site(setter: Typesetter, view: WorkOrderView, office_phone: str) -> list[Band]:
    say = setter.say
    name = f"{view.name} {view.honorific}".strip()
    beside = [(say(_PHONE_LABEL), say(_NO_PHONE) if view.phone_missing else view.phone)]
    if _on_site(view):
        beside.append((say(_CALL_OFFICE), office_phone))
    if view.profile is Profile.OFFICE:
        beside.append((say(_CUSTOMER_NUMBER), view.customer_number))
    bands = [
        section(setter, say(_SITE)),
        *_beside(setter, setter.fit(name, BODY, (18, 11), bold=True), beside),
        *paragraph(setter.fit(view.address, BODY, (15, 10.5), bold=True)),
    ]
    notes = [(say(ACCESS_NAME), view.access), (say(_CAUTIONS), _caution_line(setter, view))]
    return [*bands, *pairs(setter, [*_building(setter, view), *notes])]


def _caution_line(setter: Typesetter, view: WorkOrderView) -> str:
    """The cautions on one line; what is written beside one follows it in brackets."""
    words = []
    for caution in view.cautions:
        name = setter.say(CAUTION_NAMES[caution.kind])
        other = caution.kind is CautionKind.OTHER
        words.append(caution.detail if other else f"{name}（{caution.detail}）" if caution.detail else name)
    return "、".join(words)


def _beside(setter: Typesetter, lines: Sequence[PrintedLine], more: Sequence[tuple[str, str]]) -> list[Band]:
    """Lines with labelled values to the right of a single one, or below when they do not fit."""
    if len(lines) == 1:
        used = setter.width(lines[0].text, lines[0].size, bold=lines[0].bold) + 28
        beside = pairs(setter, more, left=LEFT + used, width=max(BODY - used, 60), size=11.5)
        if len(beside) == 1 and used < BODY * 0.6:
            line = lines[0]

            def draw(sheet: Sheet, top: float, height: float) -> None:
                sheet.middle(LEFT, top, height, line)
                beside[0].draw(sheet, top, height)

            return [Band(line.height, draw)]
    return [*paragraph(lines), *pairs(setter, more, size=11.5)]


def _building(setter: Typesetter, view: WorkOrderView) -> list[tuple[str, str]]:
    say = setter.say
    kinds = {True: say(_DETACHED), False: say(_APARTMENT), None: ""}
    facts = [
        (say(_BUILDING), kinds[view.detached]),
        (say(_FLOOR), view.floor),
        (say(_ATTENDS), view.attends),
    ]
    if view.detached is False or (view.detached is None and view.manager_permission):
        facts.append((say(_PERMISSION), say(_GIVEN if view.manager_permission else _NOT_YET)))
    facts.append((say(_STARTED), calendar_day(setter.words, view.building_started_on)))
    return facts


def _asbestos(setter: Typesetter, view: WorkOrderView) -> list[Band]:
    """What the survey found; a framed warning while it is not done, or where it found asbestos."""
    survey = view.survey
    if survey.outcome is None:
        if _tells(view):
            return paragraph(setter.wrap(setter.say(_SURVEY_COMES), BODY, 10), gap=6)
        return [_survey_first(setter, on_site=_on_site(view))]
    outcome = setter.say(SURVEY_NAMES[survey.outcome])
    said = f"{outcome}　{calendar_day(setter.words, survey.on)}　{survey.by}"
    if survey.outcome in HARMFUL and not _tells(view):
        return [_asbestos_found(setter, said, presumed=survey.outcome is SurveyOutcome.PRESUMED)]
    return pairs(setter, [(setter.say(_ASBESTOS_SURVEY), said)], size=10.5)


def _asbestos_found(setter: Typesetter, said: str, *, presumed: bool) -> Band:
    """In a heavy frame: the person who drills must not overlook it."""
    title = _TAKEN_FOR_ASBESTOS if presumed else _HAS_ASBESTOS
    lines = [
        *setter.fit(setter.say(title), BODY - 54, (11.5, 9), bold=True),
        *setter.fit(said, BODY - 54, (9.5, 7.5)),
    ]

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.frame(LEFT, top, BODY, height, weight=2)
        sheet.warning(LEFT + 10, top - (height - 25) / 2, 25)
        sheet.column(LEFT + 44, top - 5, lines)

    return Band(sum(line.height for line in lines) + 9, draw, gap=6)


def _survey_first(setter: Typesetter, *, on_site: bool) -> Band:
    """A framed warning, with boxes to tick where it is read on site.

    Source: 石綿障害予防規則 3 and the date of the ban, 2006-09-01.
    """
    left, inner = LEFT + 44, BODY - 54
    title = setter.fit(setter.say(_ASBESTOS), inner, (11.5, 9), bold=True)
    lines = [*title, *setter.fit(setter.say(_ASBESTOS_WHY), inner, (9, 7.5))]
    choices = [setter.say(text) for text in (_SURVEYED, _NO_ASBESTOS, _HAS_ASBESTOS)] if on_site else []
    used = setter.width(title[0].text, title[0].size, bold=True) + 16
    beside = tick_rows(setter, choices, left=left + used, width=inner - used, size=9)
    below = tick_rows(setter, choices, left=left, width=inner, size=9.5)
    one_line = len(beside) <= 1 and len(title) == 1
    height = sum(line.height for line in lines) + sum(band.height for band in below if not one_line) + 9

    def draw(sheet: Sheet, top: float, height: float) -> None:
        size = min(25.0, height - 8)
        sheet.frame(LEFT, top, BODY, height, weight=1.3)
        sheet.warning(LEFT + 22 - size / 2, top - (height - size) / 2, size)
        y = sheet.column(left, top - 5, lines)
        for band in beside if one_line else below:
            band.draw(sheet, top - 4 if one_line else y, band.height)
            y -= band.height

    return Band(height, draw, gap=6)


_COLUMNS = (0.0, 20.0, 71.0, 150.0, 234.0, 358.0, 404.0, 458.0, BODY + 6)
"""Left edges of the table of units, from the left margin."""


def _units(setter: Typesetter, view: WorkOrderView) -> list[Band]:
    head = setter.once(_unit_head)
    bands = [section(setter, setter.say(_UNITS)), head]
    writes = _on_site(view)
    for number, (part, unit) in enumerate(view.units, 1):
        bands += _unit_row(setter, (number, part, unit), head, writes=writes)
    return bands if view.units else [*bands, _empty_row(), _empty_row()]


def _unit_head(setter: Typesetter) -> Band:
    names = (_COL_WORK, _COL_PLACE, _COL_MAKER, _COL_MODEL, _COL_CAPACITY, _COL_REFRIGERANT, _COL_POWER)
    cells = [
        Cell(LEFT + left, setter.fit(setter.say(name), right - left - 6, (8.5, 6), grey=MUTED))
        for name, left, right in zip(names, _COLUMNS[1:], _COLUMNS[2:], strict=False)
    ]
    band = row(cells, pad=2.5, rule=True)[0]
    return Band(band.height, band.draw, keep=True)


def _unit_row(
    setter: Typesetter, unit: tuple[int, UnitPart, UnitRecord], head: Band, *, writes: bool
) -> list[Band]:
    number, part, record = unit

    def cell(column: int, *texts: str, bold: bool = False, size: float = 10.0) -> Cell:
        width = _COLUMNS[column + 1] - _COLUMNS[column] - 6
        lines = [
            line
            for index, text in enumerate(texts)
            for line in setter.fit(text, width, (size - index, 7.5), bold=bold and index == 0)
        ]
        return Cell(LEFT + _COLUMNS[column], lines)

    serial_label = setter.say(_SERIAL)
    model = cell(
        4, record.model, f"{serial_label} {record.serial}" if record.serial else "", bold=True, size=11
    )
    # The technician reads a missing serial number off the plate, so the copy has a line for it.
    if writes and not record.serial:
        lines = [*model.lines, PrintedLine(setter.clean(serial_label), 9, grey=MUTED)]
        model = Cell(model.left, lines, write_to=LEFT + _COLUMNS[5] - 10)
    charge = "" if record.charge_kg is None else f"{record.charge_kg:g} kg"
    cells = [
        cell(0, str(number), bold=True),
        cell(1, setter.say(UNIT_PART_NAMES[part]), bold=True),
        cell(2, setter.say(_OUTDOOR if record.outdoor else _INDOOR), record.place),
        cell(3, record.maker, "" if record.year is None else str(record.year)),
        model,
        cell(5, "" if record.capacity_kw is None else f"{record.capacity_kw:g} kW"),
        cell(6, record.refrigerant, charge),
        cell(7, "" if record.volts is None else f"{record.volts} V", record.outlet),
    ]
    return row(cells, pad=1.5, rule=True, repeat=head)


def _reported(setter: Typesetter, view: WorkOrderView) -> list[Band]:
    """What the customer said is wrong, for those who go there and for the office."""
    if _tells(view):
        return []
    told = [line for line in view.items if line.item in TOLD_ITEMS and line.detail]
    return pairs(setter, [(setter.say(WORK_ITEM_NAMES[one.item]), one.detail) for one in told], size=11.5)


def _empty_row() -> Band:
    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.rule(LEFT, RIGHT, top - height, weight=0.35, grey=MUTED)

    return Band(26, draw)


def _items(setter: Typesetter, items: Sequence[ItemLine], *, whole_list: bool) -> list[Band]:
    """Work items with their boxes, ticked where the job orders them; standard ones left.

    Without ``whole_list`` only what is ordered is there: an office may do without the rest.
    """
    ordered = {line.item for line in items}
    standard, additional = (
        [item for item in offered if whole_list or item in ordered]
        for offered in (STANDARD_ITEMS, ADDITIONAL_ITEMS)
    )
    if not (standard or additional):
        return []
    half = (len(additional) + 1) // 2
    columns = (standard, additional[:half], additional[half:])
    edges = ((LEFT, _HALF), (_HALF, _THIRD), (_THIRD, RIGHT + 8))
    bands = [setter.once(_item_heads)]
    for line in zip_longest(*columns):
        cells = [
            _item_cell(setter, item, items, left, right - left - 8)
            for item, (left, right) in zip(line, edges, strict=True)
            if item is not None
        ]
        bands += row(cells, pad=0.9)
    return together(bands)


def _item_heads(setter: Typesetter) -> Band:
    standard = section(setter, setter.say(_STANDARD), right=_HALF - 14)
    additional = section(setter, setter.say(_ADDITIONAL), left=_HALF)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        standard.draw(sheet, top, height)
        additional.draw(sheet, top, height)

    return Band(max(standard.height, additional.height) + 2, draw, gap=standard.gap, keep=True)


def _item_cell(
    setter: Typesetter, item: WorkItem, items: Sequence[ItemLine], left: float, width: float
) -> Cell:
    ordered = [line for line in items if line.item is item]
    amounts = "・".join(filter(None, map(_amount, ordered)))
    text = f"{setter.say(WORK_ITEM_NAMES[item])}　{amounts}".rstrip()
    lines = setter.fit(text, width - TICK_WIDTH, (10, 8), bold=bool(amounts))
    return Cell(left + TICK_WIDTH, lines, ticked=bool(ordered))


def _amount(line: ItemLine) -> str:
    quantity = "" if line.quantity is None else f"{line.quantity:g} {line.unit}"
    return f"{quantity} {line.detail}".strip()
