"""What is printed on every page of a copy: kind, profile, number and QR code above, its way back below."""

from __future__ import annotations

from hvacdesk.documents.kit.dates import calendar_day, workday
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import paragraph, section
from hvacdesk.documents.kit.letterhead import footer_lines, office_line
from hvacdesk.documents.kit.page import BODY, BOTTOM, LEFT, MUTED, RIGHT, TOP, Sheet
from hvacdesk.documents.kit.paper_code import named_code
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.papers.work_orders import PROFILE_NAMES, Profile, WorkOrderView
from hvacdesk.domain.text.wording import phrase

_TITLE = phrase("Documents", "Work order")
_FOR_CUSTOMER = phrase("Copy frame", "Notice of work")
_NUMBER = phrase("Copy frame", "Job no. {number}")
_COPY = phrase("Documents", "Copy {copy} of {copies}")
_PAGE = phrase("Copy frame", "Page {page}/{pages}")
_ISSUED = phrase("Documents", "Issued {date} by {name}")
_RETURN_BY = phrase("Documents", "Return by {date}")
_YOURS = phrase("Documents", "This copy is yours to keep")
_RETURN = phrase("Documents", "Do not leave this copy on site or in the van. Return it right after work.")
_ASK_TITLE = phrase("Documents", "About your personal data")
_ASK = phrase("Copy frame", "To see, correct or delete your data, tell us your customer number.")
_CUSTOMER_NUMBER = phrase("Copy frame", "Customer no. {number}")
_MISSING_SORT = phrase("Copy frame", "〓 stands for a character that cannot be printed. The screen shows it.")
_CONTINUED = phrase("Documents", "Further details")

_QR = 64.0
_META_RIGHT = RIGHT - _QR - 12
_META_WIDTH = _META_RIGHT - LEFT - 200
_HEADER = 76.0
_LOGO = (92.0, 28.0)
"""Room for the office's logo, beside the words of the foot."""

_GO_OUT = frozenset({Profile.TECHNICIAN, Profile.PARTNER})
"""Copies that leave the office and say when they have to be back there."""


class CopyFrame:
    """Head and foot of one copy. Texts too long for them are handed on to the body."""

    def __init__(self, setter: Typesetter, view: WorkOrderView, head: Letterhead) -> None:
        self._set = setter
        self._view = view
        self._head = head
        self._overflow: list[str] = []
        title = _FOR_CUSTOMER if view.profile is Profile.CUSTOMER else _TITLE
        self._title = PrintedLine(setter.clean(setter.say(title)), 23, bold=True)
        self._badge = PrintedLine(setter.clean(setter.say(PROFILE_NAMES[view.profile])), 16, bold=True)
        self._meta = self._meta_lines()
        self._code = self._one(named_code(setter, view.qr_text), BODY / 3, (6.5, 5))
        self._foot = self._foot_lines()
        self.body_top = TOP - _HEADER
        self.body_bottom = BOTTOM + 11 + sum(line.height for line in self._foot)

    def _one(
        self, text: str, width: float, sizes: tuple[float, float], *, bold: bool = False
    ) -> tuple[PrintedLine, ...]:
        """The text in at most two lines; else nothing here, and the whole of it in the body."""
        lines = self._set.fit(text, width, sizes, bold=bold)
        if len(lines) <= 2:
            return lines
        self._overflow.append(text)
        return ()

    def _meta_lines(self) -> list[PrintedLine]:
        view, words, say = self._view, self._set.words, self._set.say
        issued = say(_ISSUED, date=calendar_day(words, view.issued_on), name=view.issued_by)
        due = say(_YOURS) if view.profile is Profile.CUSTOMER else ""
        if view.profile in _GO_OUT and view.return_by:
            due = say(_RETURN_BY, date=workday(words, view.return_by))
        return [
            *self._one(say(_NUMBER, number=view.number), _META_WIDTH, (15, 8), bold=True),
            *self._one(issued, _META_WIDTH, (9.5, 7)),
            *self._one(due, _META_WIDTH, (12, 8), bold=True),
        ]

    def _office_lines(self) -> tuple[PrintedLine, ...]:
        office = self._one(office_line(self._set, self._head), self._foot_width, (9, 7))
        return (*office, *footer_lines(self._set, self._head, self._foot_width))

    @property
    def _foot_width(self) -> float:
        """What the logo, at the right of the foot, leaves to the words."""
        return BODY - (_LOGO[0] + 12 if self._head.logo else 0)

    def _foot_lines(self) -> list[PrintedLine]:
        if self._view.profile is Profile.CUSTOMER:
            return self._customer_foot()
        return self._return_foot() if self._view.profile in _GO_OUT else [*self._office_lines()]

    def _return_foot(self) -> list[PrintedLine]:
        words = self._set.fit(self._set.say(_RETURN), self._foot_width, (11, 8), bold=True)
        return [*words, *self._office_lines()]

    def _customer_foot(self) -> list[PrintedLine]:
        say, number = self._set.say, self._view.customer_number
        title = say(_ASK_TITLE)
        if number:
            title = f"{title}　{say(_CUSTOMER_NUMBER, number=number)}"
        return [
            *self._one(title, self._foot_width, (12, 8), bold=True),
            *self._set.fit(say(_ASK), self._foot_width, (9.5, 8)),
            *self._office_lines(),
        ]

    def overflow_bands(self) -> list[Band]:
        """What did not fit above or below, in full."""
        if not self._overflow:
            return []
        lines = [line for text in self._overflow for line in self._set.wrap(text, BODY, 9)]
        return [section(self._set, self._set.say(_CONTINUED)), *paragraph(lines)]

    def draw(self, sheet: Sheet, page: int, pages: int) -> None:
        """Draw head and foot of page ``page`` of ``pages``."""
        sheet.text(LEFT, TOP - 22, self._title)
        sheet.badge(LEFT, TOP - 36, 29, self._badge)
        sheet.qr(RIGHT - _QR, TOP, _QR, self._view.qr_text, quick=True)
        y = TOP
        for line in [*self._meta, self._count(page, pages)]:
            y -= line.height
            sheet.right(_META_RIGHT, y + line.size * 0.3, line)
        for index, line in enumerate(self._code):
            sheet.right(RIGHT, TOP - _QR - 8 - index * 7, line)
        self._draw_foot(sheet)

    def _count(self, page: int, pages: int) -> PrintedLine:
        view, say = self._view, self._set.say
        count = say(_COPY, copy=view.copy_number, copies=view.copies)
        return PrintedLine(f"{count}　{say(_PAGE, page=page, pages=pages)}", 9.5)

    def _draw_foot(self, sheet: Sheet) -> None:
        top = self.body_bottom - 5
        sheet.rule(LEFT, RIGHT, top, weight=0.9)
        sheet.column(LEFT, top - 3, self._foot)
        if self._head.logo:
            sheet.picture(RIGHT - _LOGO[0], top - 4, *_LOGO, self._head.logo)
        if self._set.substituted:
            note = self._set.fit(self._set.say(_MISSING_SORT), BODY, (7.5, 6), grey=MUTED)
            sheet.column(LEFT, BOTTOM - 1, note)
