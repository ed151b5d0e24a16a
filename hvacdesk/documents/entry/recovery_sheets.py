"""The recovery sheet 復旧用シート: a printed code for when the PC or the passphrases are lost."""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.documents.kit.dates import moment_with_era
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import Blank, Cell, blanks, listed, paragraph, row, section
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, RIGHT, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.clock import moment_of, office_day
from hvacdesk.domain.office.office import RecoverySheetFacts, grouped
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Documents", "Recovery sheet")
_DOCUMENT = phrase("Documents", "Recovery sheet {number}")
_NUMBER = phrase("Documents", "Sheet no. {number}")
_CREATED = phrase("Documents", "Made on {date}")
_MARK = phrase("Documents", "Fingerprint {fingerprint}")
_SECRET = phrase("Documents", "Secret. Whoever holds this sheet and a backup can read every customer record.")
_CODE = phrase("Documents", "Recovery code")
_CODE_HOW = phrase("Documents", "Type the groups in order. Hyphens, spaces and small letters do not matter.")
_OPENS = phrase("Documents", "What this sheet opens")
_OPENS_LINES = (
    phrase("Documents", "The office's encrypted file, and backups made while this sheet is in force."),
    phrase("Documents", "Older backups may need the sheet that was in force when they were made."),
    phrase("Documents", "Use it when the PC is lost or replaced, or every owner's passphrase is lost."),
)
_KEEP = phrase("Documents", "How to keep it")
_KEEP_LINES = (
    phrase("Documents", "Keep it in a safe or locked cabinet, away from the PC and the backup disks."),
    phrase("Documents", "Do not copy, photograph, scan or send it. Type the code into hvacdesk only."),
    phrase("Documents", "When a new sheet is printed, shred the older one at once (P-4 or finer)."),
    phrase("Documents", "If it is lost or may have been seen, tell the person responsible at once."),
)
_IDENTITY = phrase("Documents", "To tell this sheet from others")
_OFFICE = phrase("Documents", "Office")
_OFFICE_ID = phrase("Documents", "Office id")
_EPOCH = phrase("Documents", "Key epoch")
_FINGERPRINT = phrase("Documents", "Fingerprint of the signing key")
_RECORD = phrase("Documents", "Written in by hand")
_PLACE = phrase("Documents", "Kept at")
_KEEPER = phrase("Documents", "Kept by")
_OLD_SHREDDED = phrase("Documents", "Older sheet shredded on")
_SHREDDED_BY = phrase("Documents", "Shredded by")

_QR = 128.0
_MIN_CODE, _MAX_CODE = 12.0, 21.0


def draw_recovery_sheet(facts: RecoverySheetFacts, words: Words) -> bytes:
    """The sheet as a PDF, in memory only: it carries the office's last key."""
    day = office_day(moment_of(facts.made_at)).isoformat()
    sheet = Sheet(words, words(_DOCUMENT).format(number=facts.number), day)
    setter = sheet.set
    say = setter.say
    title_facts = [
        say(_NUMBER, number=facts.number),
        say(_CREATED, date=moment_with_era(words, facts.made_at)),
        say(_MARK, fingerprint=grouped(facts.fingerprint)),
        facts.office_name,
    ]
    bands = [
        *head(setter, say(_TITLE), title_facts),
        _warning(setter),
        *_code(setter, facts),
        *_list(setter, say(_OPENS), [say(text) for text in _OPENS_LINES]),
        *_list(setter, say(_KEEP), [say(text) for text in _KEEP_LINES]),
        *_identity(setter, facts),
        *_record(setter),
    ]
    return draw_single(sheet, bands, say(_DOCUMENT, number=facts.number))


def _warning(setter: Typesetter) -> Band:
    lines = setter.fit(setter.say(_SECRET), BODY - 62, (12.5, 9.5), bold=True)
    height = sum(line.height for line in lines) + 18

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.frame(LEFT, top, BODY, height, weight=1.6)
        sheet.warning(LEFT + 13, top - (height - 25) / 2, 25)
        sheet.column(LEFT + 50, top - 9, lines)

    return Band(height, draw, gap=10)


def _code(setter: Typesetter, facts: RecoverySheetFacts) -> list[Band]:
    """The groups, numbered and large on a grid, with the QR code beside them."""
    width = BODY - _QR - 34
    groups = [setter.clean(group) for group in facts.groups]
    columns, size = _grid(setter, groups, width)
    step = width / columns
    pitch = size + 21
    rows = -(-len(groups) // columns)
    height = max(rows * pitch + 16, _QR + 24)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.frame(LEFT, top, BODY, height, weight=1.3, radius=6)
        sheet.qr(RIGHT - _QR - 12, top - 12, _QR, facts.qr_text)
        offset = (height - rows * pitch) / 2
        for index, group in enumerate(groups):
            x = LEFT + 16 + (index % columns) * step
            y = top - offset - (index // columns) * pitch - size - 12
            sheet.text(x, y + size + 1.5, PrintedLine(str(index + 1), 8, grey=MUTED))
            sheet.text(x, y, PrintedLine(group, size, bold=True), spacing=_spacing(size))

    note = paragraph(setter.wrap(setter.say(_CODE_HOW), BODY, 9.5), gap=3)
    return [section(setter, setter.say(_CODE)), Band(height, draw, gap=3, keep=True), *note]


def _grid(setter: Typesetter, groups: Sequence[str], width: float) -> tuple[int, float]:
    """How many columns, and the largest type in which every group fits its column."""
    size = _MAX_CODE
    while True:
        widest = max(
            (setter.width(group, size, bold=True) + _spacing(size) * len(group) for group in groups),
            default=1,
        )
        columns = min(4, int(width // (widest + 14)))
        if columns >= 3 or size <= _MIN_CODE:
            return max(1, columns), size
        size -= 0.5


def _spacing(size: float) -> float:
    return size * 0.09


def _list(setter: Typesetter, title: str, texts: Sequence[str]) -> list[Band]:
    bands = [section(setter, title)]
    for text in texts:
        lines = setter.wrap(text, BODY - 14, 10.5)
        bands += row([Cell(LEFT, [PrintedLine("・", 10)]), Cell(LEFT + 13, lines)], pad=2)
    return bands


def _identity(setter: Typesetter, facts: RecoverySheetFacts) -> list[Band]:
    say = setter.say
    marks = [
        (say(_OFFICE), facts.office_name),
        (say(_OFFICE_ID), facts.office_id),
        (say(_EPOCH), str(facts.epoch)),
        (say(_FINGERPRINT), grouped(facts.fingerprint)),
    ]
    return [section(setter, say(_IDENTITY)), *listed(setter, marks, size=11)]


def _record(setter: Typesetter) -> list[Band]:
    say = setter.say
    middle = LEFT + BODY * 0.55
    lines = [
        [Blank(say(_PLACE), [("", "")], LEFT, middle - 10), Blank(say(_KEEPER), [("", "")], middle, RIGHT)],
        [
            Blank(say(_OLD_SHREDDED), [("", "")], LEFT, middle - 10),
            Blank(say(_SHREDDED_BY), [("", "")], middle, RIGHT),
        ],
    ]
    return [section(setter, say(_RECORD)), *(blanks(setter, line, height=34) for line in lines)]
