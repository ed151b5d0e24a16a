"""The completion report 作業完了報告書: work done, measured values, photos, warranty, signatures, seals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hvacdesk.documents.kit.dates import calendar_day, day_with_era, full_workday
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import TICK_WIDTH, Cell, listed, pairs, paragraph, row, section, together
from hvacdesk.documents.kit.letterhead import draw_seal_boxes, office_block, office_line
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, RIGHT, Sheet
from hvacdesk.documents.kit.single import coded_head, draw_single
from hvacdesk.documents.kit.table import Row, table
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.jobs.jobs import (
    TOLD_ITEMS,
    UNIT_PART_NAMES,
    WORK_ITEM_NAMES,
    WORK_KIND_NAMES,
    ItemLine,
    UnitPart,
)
from hvacdesk.domain.jobs.quantities import MEASURES, Quantity, shown
from hvacdesk.domain.jobs.results import (
    CHECK_NAMES,
    INSPECTION_NAMES,
    JOB_CHECK_NAMES,
    PHOTO_CHECKS,
    Check,
    InspectionItem,
    JobCheck,
    asked_checks,
    difference,
    leaves_a_unit,
)
from hvacdesk.domain.jobs.surveys import SURVEY_NAMES
from hvacdesk.domain.papers.completion_report import CompletionReport, ReportUnit
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.text.wording import Phrase, Words, phrase

_TITLE = phrase("Documents", "Completion report")
_NUMBER = phrase("Completion report", "No. {number}")
_JOB = phrase("Completion report", "Job no. {number}")
_ISSUED_ON = phrase("Completion report", "Issued {date}")
_CUSTOMER_NUMBER = phrase("Completion report", "Customer no. {number}")
_STATEMENT = phrase("Documents", "We have completed the following work.")
_WORK = phrase("Documents", "Work done")
_KIND = phrase("Completion report", "Work")
_WHEN = phrase("Documents", "Done on")
_WHERE = phrase("Documents", "Site")
_STAFF = phrase("Completion report", "Staff")
_PARTNER = phrase("Completion report", "Partner firm")
_ITEMS = phrase("Documents", "Work items")
_SURVEY = phrase("Completion report", "Asbestos survey")
_UNITS = phrase("Completion report", "Units")
_UNIT_COLUMNS = (
    phrase("Documents", "No."),
    phrase("Completion report", "Work"),
    phrase("Completion report", "Place"),
    phrase("Completion report", "Maker, model"),
    phrase("Completion report", "Serial no."),
    phrase("Completion report", "Capacity"),
    phrase("Completion report", "Refrigerant"),
)
_UNIT_SHARES = (5, 9, 16, 30, 18, 10, 12)
_MEASURED = phrase("Documents", "Measured values")
_QUANTITY = phrase("Documents", "Quantity")
_UNIT_NUMBER = phrase("Completion report", "Unit {number}")
_DIFFERENCE = phrase("Documents", "difference {difference} K")
_NET = phrase("Completion report", "net charge")
_REMARK = phrase("Completion report", "Remark")
_CHECKED = phrase("Documents", "Checked")
_PHOTOS = phrase("Documents", "Photos taken")
_INSPECTION = phrase("Completion report", "Simple inspection (commercial unit)")
_WARRANTY = phrase("Completion report", "Warranty")
_WARRANTY_UNTIL = phrase("Documents", "Until {date}")
_NO_WARRANTY = phrase("Documents", "None agreed")
_REMARKS = phrase("Completion report", "Remarks")
_ACCEPTED = phrase("Documents", "I have received the explanation and accept the work.")
_CUSTOMER_SIGNS = phrase("Completion report", "Customer's signature")
_OFFICE_SIGNS = phrase("Documents", "Work done by")
_IN_CHARGE = phrase("Documents", "In charge")
_SEAL = phrase("Completion report", "Seal")
_DATE = phrase("Completion report", "Date")
_ASK = phrase("Completion report", "To see, correct or delete your data, tell us your customer number.")

_GROUPS: tuple[tuple[Phrase, Sequence[tuple[Phrase | None, Quantity]]], ...] = (
    (
        phrase("Completion report", "Airtightness"),
        ((None, Quantity.AIRTIGHT_MPA), (None, Quantity.AIRTIGHT_MIN)),
    ),
    (
        phrase("Completion report", "Vacuum"),
        (
            (None, Quantity.VACUUM_MIN),
            (phrase("Completion report", "reached"), Quantity.VACUUM_PA),
            (phrase("Completion report", "held"), Quantity.VACUUM_HELD_MIN),
        ),
    ),
    (
        phrase("Completion report", "Refrigerant"),
        (
            (phrase("Completion report", "added"), Quantity.ADDED_KG),
            (phrase("Completion report", "recovered"), Quantity.RECOVERED_KG),
        ),
    ),
    (phrase("Completion report", "Insulation"), ((None, Quantity.INSULATION_MOHM),)),
    (
        phrase("Completion report", "Temperature"),
        (
            (phrase("Completion report", "suction"), Quantity.SUCTION_C),
            (phrase("Completion report", "outlet"), Quantity.OUTLET_C),
        ),
    ),
    (phrase("Completion report", "Current"), ((None, Quantity.CURRENT_A),)),
)
"""The lines of the results sheet and the values in each, with the word that tells them apart."""

_COLUMNS = 3
"""So many units' values are printed side by side; more get a table of their own below."""

_ROW_NAME = 84.0

_WORK_CHECKS = tuple(
    check for check in JobCheck if check not in PHOTO_CHECKS and check is not JobCheck.SIGNED
)


def draw_completion_report(report: CompletionReport, words: Words, letterhead: Letterhead) -> bytes:
    """One report as a PDF."""
    view = report.view
    sheet = Sheet(words, words(_TITLE), view.issued_on)
    setter = sheet.set
    facts = [
        setter.say(_NUMBER, number=report.number),
        setter.say(_JOB, number=view.number),
        setter.say(_ISSUED_ON, date=calendar_day(words, view.issued_on)),
    ]
    bands = [
        *coded_head(setter, setter.say(_TITLE), facts, report.code),
        _addressee(setter, report, letterhead),
        *_work(setter, report),
        *_units(setter, report.units),
        *_measured(setter, report.units),
        *_inspected(setter, report.units),
        *_checks(setter, report),
        *_remarks(setter, report),
        _signatures(setter, letterhead),
        *paragraph(setter.fit(setter.say(_ASK), BODY, (8.5, 7), grey=MUTED), gap=4),
    ]
    return draw_single(sheet, bands, f"{report.number}　{office_line(setter, letterhead)}")


def _addressee(setter: Typesetter, report: CompletionReport, letterhead: Letterhead) -> Band:
    """To whom it goes at the left, the office with its seal at the right."""
    view = report.view
    office = office_block(setter, letterhead, billing=False)
    room = BODY * 0.5
    number = setter.say(_CUSTOMER_NUMBER, number=view.customer_number) if view.customer_number else ""
    lines = [
        *setter.fit(f"{view.name} {view.honorific}".strip(), room, (17, 10), bold=True),
        *setter.fit(number, room, (9, 7), grey=MUTED),
        *setter.fit(setter.say(_STATEMENT), room, (10.5, 8)),
    ]

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.column(LEFT, top, lines)
        office.draw(sheet, top, office.height)

    return Band(max(sum(line.height for line in lines), office.height), draw, gap=4)


def _work(setter: Typesetter, report: CompletionReport) -> list[Band]:
    say, view = setter.say, report.view
    day = full_workday(setter.words, report.worked_on)
    times = " – ".join(filter(None, (report.started, report.ended)))
    survey = report.survey
    facts = [
        (say(_KIND), say(WORK_KIND_NAMES[view.work_kind])),
        (say(_WHEN), f"{day}　{times}".strip()),
        (say(_WHERE), view.address),
        (say(_STAFF), "・".join(view.staff)),
        (say(_PARTNER), view.partner_firm),
        (say(_ITEMS), "、".join(_item(setter, one) for one in view.items if one.item not in TOLD_ITEMS)),
    ]
    if survey.outcome is not None:
        day = calendar_day(setter.words, survey.on)
        said = (say(SURVEY_NAMES[survey.outcome]), day, survey.by, survey.basis)
        facts.append((say(_SURVEY), "　".join(filter(None, said))))
    return [section(setter, say(_WORK)), *listed(setter, [fact for fact in facts if fact[1]])]


def _item(setter: Typesetter, line: ItemLine) -> str:
    quantity = "" if line.quantity is None else f"{line.quantity:g} {line.unit}".strip()
    return " ".join(filter(None, (setter.say(WORK_ITEM_NAMES[line.item]), quantity, line.detail)))


def _units(setter: Typesetter, units: Sequence[ReportUnit]) -> list[Band]:
    if not units:
        return []
    rows = [
        Row(
            (
                str(unit.number),
                setter.say(UNIT_PART_NAMES[unit.part]),
                unit.record.place,
                f"{unit.record.maker} {unit.record.model}".strip(),
                unit.record.serial,
                "" if unit.record.capacity_kw is None else f"{unit.record.capacity_kw:g} kW",
                unit.record.refrigerant,
            )
        )
        for unit in units
    ]
    heads = [setter.say(name) for name in _UNIT_COLUMNS]
    return [section(setter, setter.say(_UNITS)), *table(setter, heads, _UNIT_SHARES, rows, pad=2)]


def _measured(setter: Typesetter, units: Sequence[ReportUnit]) -> list[Band]:
    """The lines of the results sheet, a column for each unit."""
    shown_units = [unit for unit in units if unit.measured or unit.text]
    bands = [section(setter, setter.say(_MEASURED))] if shown_units else []
    for start in range(0, len(shown_units), _COLUMNS):
        chunk = shown_units[start : start + _COLUMNS]
        bands += _side_by_side(setter, chunk, _value_rows(setter, chunk))
    return bands


def _value_rows(setter: Typesetter, units: Sequence[ReportUnit]) -> list[Row]:
    rows: list[Row] = []
    for name, parts in _GROUPS:
        texts = ["　".join(_said(setter, unit, parts)) for unit in units]
        if any(texts):
            rows.append(Row((setter.say(name), *texts)))
    if any(unit.text for unit in units):
        rows.append(Row((setter.say(_REMARK), *[unit.text for unit in units])))
    return rows


def _said(
    setter: Typesetter, unit: ReportUnit, parts: Sequence[tuple[Phrase | None, Quantity]]
) -> Iterator[str]:
    """The measured ones of a line's values, each after its word; and what follows from them."""
    for word, quantity in parts:
        value = unit.measured.get(quantity)
        if value is not None:
            said = setter.say(word) if word is not None else ""
            yield f"{said} {shown(value)} {MEASURES[quantity].unit_name(setter.words)}".strip()
    quantities = {quantity for _, quantity in parts}
    gap = difference(unit.measured)
    if Quantity.OUTLET_C in quantities and gap is not None:
        yield setter.say(_DIFFERENCE, difference=shown(abs(gap)))
    stays = unit.part is not UnitPart.REMOVE and bool(unit.measured)
    if Quantity.ADDED_KG in quantities and stays and unit.net_kg is not None:
        yield f"{setter.say(_NET)} {shown(unit.net_kg)} kg"


def _inspected(setter: Typesetter, units: Sequence[ReportUnit]) -> list[Band]:
    inspected = [unit for unit in units if unit.checks]
    bands = [section(setter, setter.say(_INSPECTION))] if inspected else []
    for start in range(0, len(inspected), _COLUMNS):
        chunk = inspected[start : start + _COLUMNS]
        rows = [
            Row((setter.say(name), *[_answer(setter, unit.checks, item) for unit in chunk]))
            for item, name in INSPECTION_NAMES.items()
            if any(item in unit.checks for unit in chunk)
        ]
        bands += _side_by_side(setter, chunk, rows)
    return bands


def _answer(setter: Typesetter, checks: Mapping[InspectionItem, Check], item: InspectionItem) -> str:
    found = checks.get(item)
    return "" if found is None else setter.say(CHECK_NAMES[found])


def _side_by_side(setter: Typesetter, units: Sequence[ReportUnit], rows: Sequence[Row]) -> list[Band]:
    """Values under their units; a single unit leaves room for another, so that no line is too long."""
    count = max(len(units), 2)
    empty = [""] * (count - len(units))
    heads = [setter.say(_UNIT_NUMBER, number=unit.number) for unit in units]
    padded = [Row((*one.texts, *empty)) for one in rows]
    shares = (19, *[81 / count] * count)
    return table(setter, [setter.say(_QUANTITY), *heads, *empty], shares, padded, pad=1.6)


def _checks(setter: Typesetter, report: CompletionReport) -> list[Band]:
    say = setter.say
    warranty = day_with_era(setter.words, report.warranty_until) if report.warranty_until else ""
    until = say(_WARRANTY_UNTIL, date=warranty) if warranty else say(_NO_WARRANTY)
    kind = report.view.work_kind
    asked = {*asked_checks(kind), *report.checks}
    promised = leaves_a_unit(kind) or bool(warranty)
    return together(
        [
            section(setter, say(_CHECKED)),
            *_ticks(setter, [check for check in _WORK_CHECKS if check in asked], report.checks),
            *_ticks(setter, PHOTO_CHECKS, report.checks, say(_PHOTOS)),
            *(pairs(setter, [(say(_WARRANTY), until)], size=11.5) if promised else ()),
        ]
    )


def _ticks(
    setter: Typesetter, checks: Sequence[JobCheck], answers: Mapping[JobCheck, Check], name: str = ""
) -> list[Band]:
    """Boxes, ticked where the technician ticked them, behind the name of the row."""
    left = LEFT + (_ROW_NAME if name else 0)
    room = (RIGHT - left) / len(checks)
    cells = [Cell(LEFT, setter.fit(name, _ROW_NAME - 6, (9.5, 6.5), grey=MUTED))] if name else []
    cells += [
        Cell(
            left + number * room + TICK_WIDTH,
            setter.fit(setter.say(JOB_CHECK_NAMES[check]), room - TICK_WIDTH - 6, (10, 6.5)),
            ticked=answers.get(check) is Check.OK,
        )
        for number, check in enumerate(checks)
    ]
    return row(cells, pad=2.5)


def _remarks(setter: Typesetter, report: CompletionReport) -> list[Band]:
    if not report.text:
        return []
    return [section(setter, setter.say(_REMARKS)), *paragraph(setter.wrap(report.text, BODY, 10))]


def _signatures(setter: Typesetter, letterhead: Letterhead) -> Band:
    """Left the customer signs and seals, right the person who did the work and the office's own seals."""
    say = setter.say
    half = BODY / 2 - 6
    right = LEFT + half + 12
    accepted = setter.fit(say(_ACCEPTED), half - 20, (9, 7))
    titles = [
        PrintedLine(setter.clean(say(text)), 9, grey=MUTED) for text in (_CUSTOMER_SIGNS, _OFFICE_SIGNS)
    ]
    day, charge, seal = (
        PrintedLine(setter.clean(say(text)), 9, grey=MUTED) for text in (_DATE, _IN_CHARGE, _SEAL)
    )

    def draw(sheet: Sheet, top: float, height: float) -> None:
        for left, title in zip((LEFT, right), titles, strict=True):
            sheet.frame(left, top, half, height)
            sheet.middle(left + 9, top - 3, 14, title)
        sheet.column(LEFT + 9, top - 18, accepted)
        sheet.frame(LEFT + half - 55, top - height + 53, 46, 46, radius=22.9, weight=0.4)
        sheet.centred(LEFT + half - 55, LEFT + half - 9, top - height + 27, seal)
        end = sheet.text(LEFT + 9, top - height + 34, day)
        sheet.rule(end + 5, LEFT + half - 64, top - height + 32, grey=MUTED)
        sheet.rule(LEFT + 9, LEFT + half - 64, top - height + 9, grey=MUTED)
        end = sheet.text(right + 9, top - height + 11, charge)
        sheet.rule(end + 5, RIGHT - 9, top - height + 9, grey=MUTED)
        boxes = letterhead.layout.seal_titles
        draw_seal_boxes(sheet, boxes, right + 9, RIGHT - 9, top - 20, height - 52)

    return Band(90.0, draw, gap=8, grow=26)
