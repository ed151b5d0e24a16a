"""The evening's check sheet 紙の点検表: what is out and with whom, what is overdue, what is shredded today.

It names papers and customers only by their numbers, so that the sheet itself is nobody's personal data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hvacdesk.documents.kit.dates import day_with_era, workday
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import paragraph, section
from hvacdesk.documents.kit.letterhead import draw_seal_boxes, footer_lines
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, RIGHT, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.table import Row, table
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.papers.register import PaperRow, kind_text
from hvacdesk.domain.text.wording import Phrase, Words, phrase

_TITLE = phrase("Documents", "Evening check of papers")
_OUT_COUNT = phrase("Documents", "Out: {count}")
_OVERDUE = phrase("Documents", "Overdue: find them today ({count})")
_TO_SHRED = phrase("Documents", "To shred today ({count})")
_OUT = phrase("Documents", "Out, not due yet ({count})")
_GIVE_BACK = phrase("Documents", "The customers' own papers, to be given back ({count})")
_NONE = phrase("Day sheet", "None.")
_PERHAPS = phrase("Documents", "Perhaps printed: look for them, and register what became of each ({count})")
_LOST = phrase("Documents", "Reported lost, and nobody responsible works on it yet: {count}")
_ROUND = phrase(
    "Documents",
    "Also look at: the printer's tray, the desk, the counter, the vans, the FAX. Every paper found goes back "
    "into the register.",
)
_CHECKED = phrase("Documents", "Checked by, time")
_COLUMNS: tuple[Phrase, ...] = (
    phrase("Documents", "Number"),
    phrase("Day sheet", "Kind"),
    phrase("Day sheet", "Customer"),
    phrase("Documents", "Who has it"),
    phrase("Documents", "Due back"),
)
_SHARES = (4, 20, 22, 13, 22, 19)


@dataclass(frozen=True)
class DayPapers:
    """What the sheet lists; nothing is in two lists.

    Attributes:
        perhaps: what was registered, and nobody has said yet that it left the printer.
    """

    day: str
    overdue: Sequence[PaperRow]
    to_shred: Sequence[PaperRow]
    out: Sequence[PaperRow]
    give_back: Sequence[PaperRow]
    lost: int
    perhaps: Sequence[PaperRow]


def draw_day_sheet(papers: DayPapers, words: Words, letterhead: Letterhead) -> bytes:
    """The sheet as a PDF."""
    sheet = Sheet(words, words(_TITLE), papers.day)
    setter = sheet.set
    count = len(papers.overdue) + len(papers.to_shred) + len(papers.out)
    facts = [day_with_era(words, papers.day), setter.say(_OUT_COUNT, count=count), letterhead.facts.name]
    bands = [
        *head(setter, setter.say(_TITLE), facts),
        *_list(setter, _OVERDUE, papers.overdue),
        *_list(setter, _TO_SHRED, papers.to_shred),
        *_list(setter, _OUT, papers.out),
        *(_list(setter, _GIVE_BACK, papers.give_back) if papers.give_back else ()),
        *(_list(setter, _PERHAPS, papers.perhaps) if papers.perhaps else ()),
    ]
    if papers.lost:
        lost = setter.say(_LOST, count=papers.lost)
        bands += paragraph(setter.wrap(lost, BODY, 11, bold=True), gap=8)
    bands += paragraph(setter.wrap(setter.say(_ROUND), BODY, 10), gap=10)
    bands.append(_signing(setter, letterhead))
    bands += paragraph(footer_lines(setter, letterhead), gap=6)
    return draw_single(sheet, bands, f"{letterhead.facts.name}　{setter.say(_TITLE)}")


def _list(setter: Typesetter, title: Phrase, papers: Sequence[PaperRow]) -> list[Band]:
    bands = [section(setter, setter.say(title, count=len(papers)))]
    if not papers:
        return [*bands, *paragraph([PrintedLine(setter.clean(setter.say(_NONE)), 10, grey=MUTED)])]
    rows = [
        Row(
            (
                "□",
                paper.number,
                kind_text(paper, setter.words),
                paper.customer_number,
                paper.holder,
                workday(setter.words, paper.return_by),
            )
        )
        for paper in papers
    ]
    titles = ["", *(setter.say(name) for name in _COLUMNS)]
    return [*bands, *table(setter, titles, _SHARES, rows, size=10)]


def _signing(setter: Typesetter, letterhead: Letterhead) -> Band:
    """A line for the person who checked, and the office's boxes for seals."""
    label = PrintedLine(setter.clean(setter.say(_CHECKED)), 9, grey=MUTED)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        end = sheet.text(LEFT, top - height + 6, label)
        sheet.rule(end + 6, LEFT + BODY * 0.55, top - height + 4)
        draw_seal_boxes(sheet, letterhead.layout.seal_titles, LEFT + BODY * 0.6, RIGHT, top, height)

    return Band(54, draw, gap=14)
