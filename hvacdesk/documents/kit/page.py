"""An A4 sheet and what is drawn on it: text, rules, boxes to tick, lines to write on, QR codes.

Lengths are points (1/72 inch), positions are measured from the paper's lower left corner. Made for a black
and white laser printer: meaning is carried by words, weight and frames, never by colour or by grey alone.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from hvacdesk.documents.kit.fonts import REGULAR, load_fonts
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.text.wording import Words

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
"""Points in a millimetre."""

WIDTH, HEIGHT = 595.28, 841.89
LEFT, RIGHT = 45.0, WIDTH - 45.0
TOP, BOTTOM = HEIGHT - 30.0, 28.0
BODY = RIGHT - LEFT
FAX_LEAST = 8.0
"""The smallest type that a FAX machine's coarse mode leaves legible."""

_FAX_RULE = 0.8
MUTED = 0.33
"""The grey of labels; darker than a laser printer's screen pattern needs, so that small type stays sharp."""

_RED = (0.78, 0.0, 0.0)
"""A red that a colour printer prints as red and that is dark enough to be read."""

_MIDDLE = 0.37
"""From the baseline to the middle of a Japanese character, in ems."""


def new_canvas(
    buffer: io.BytesIO, title: str, issued_on: str, size: tuple[float, float] | None = None
) -> Canvas:
    """A blank document without personal data in its properties.

    ``title`` is the kind of document and its number. The creation date is the day of issue (ISO date) at
    midnight in Japan, and the document's id is the digest of its content: same facts, same bytes.
    """
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas as PdfCanvas

    rl_config.useA85 = 0
    canvas = PdfCanvas(
        buffer, pagesize=size or (WIDTH, HEIGHT), invariant=1, pageCompression=1, initialFontName=REGULAR
    )
    stamp = f"D:{issued_on.replace('-', '')}000000+09'00'"
    canvas.setDateFormatter(lambda *_now: stamp)
    canvas.setTitle(title)
    canvas.setCreator("hvacdesk")
    canvas.setAuthor("hvacdesk")
    canvas.setSubject("")
    canvas.setProducer("hvacdesk, ReportLab")
    return canvas


class Sheet:
    """Draws on the current page of a document in memory."""

    def __init__(
        self,
        words: Words,
        title: str,
        issued_on: str,
        *,
        size: tuple[float, float] | None = None,
        fax: bool = False,
    ) -> None:
        """``size`` in points where it is not A4; ``fax`` uses only what a FAX machine can send."""
        self.set = Typesetter(load_fonts(), words, least=FAX_LEAST if fax else 0)
        self._fax = fax
        self._red = False
        self._pictures: dict[bytes, Any] = {}
        self._runs: dict[tuple[str, bool], list[tuple[str, str, float]]] = {}
        self._buffer = io.BytesIO()
        self._canvas = new_canvas(self._buffer, self.set.clean(title), issued_on, size)

    @contextmanager
    def in_red(self) -> Iterator[None]:
        """Text and frames are red within it, where a law asks for that; grey words are red too."""
        self._canvas.setFillColorRGB(*_RED)
        self._canvas.setStrokeColorRGB(*_RED)
        self._red = True
        yield
        self._red = False
        self._canvas.setFillGray(0)
        self._canvas.setStrokeGray(0)

    def begin_part(self, number: str) -> None:
        """Mark the page as the first of one paper among several in the document, called by its number.

        The marks tell whoever prints a pile which pages are whose.
        """
        self._canvas.bookmarkPage(number, fit="XYZ", left=0, top=HEIGHT, zoom=1)
        self._canvas.addOutlineEntry(number, number)

    def next_page(self) -> None:
        self._canvas.showPage()

    def finish(self) -> bytes:
        """The whole PDF. Nothing may be drawn afterwards."""
        self._canvas.save()
        return self._buffer.getvalue()

    def text(self, x: float, baseline: float, line: PrintedLine, *, spacing: float = 0.0) -> float:
        """Draw one line of printable text and return where it ends; ``spacing`` follows each character."""
        canvas = self._canvas
        grey = 0.0 if self._fax or self._red else line.grey
        if grey:
            canvas.setFillGray(grey)
        size, key = line.size, (line.text, line.bold)
        runs = self._runs.get(key)
        if runs is None:
            runs = self._runs[key] = self._measured(*key)
        for font, piece, width in runs:
            canvas.setFont(font, size)
            canvas.drawString(x, baseline, piece, charSpace=spacing)
            x += width * size + spacing * len(piece)
        if grey:
            canvas.setFillGray(0)
        return x

    def _measured(self, text: str, bold: bool) -> list[tuple[str, str, float]]:
        """A text cut where the font changes: font, piece, and the piece's width at size 1."""
        return [
            (font, piece, self.set.width(piece, 1.0, bold=bold))
            for font, piece in self.set.fonts.runs(text, bold=bold)
        ]

    def middle(self, x: float, top: float, height: float, line: PrintedLine) -> float:
        """Draw one line in the middle of a strip and return where it ends."""
        return self.text(x, top - height / 2 - _MIDDLE * line.size, line)

    def right(self, x: float, baseline: float, line: PrintedLine) -> None:
        """Draw one line that ends at ``x``."""
        self.text(x - self.set.width(line.text, line.size, bold=line.bold), baseline, line)

    def centred(self, left: float, right: float, baseline: float, line: PrintedLine) -> None:
        """Draw one line in the middle between two positions."""
        width = self.set.width(line.text, line.size, bold=line.bold)
        self.text((left + right - width) / 2, baseline, line)

    def column(self, x: float, top: float, lines: Sequence[PrintedLine]) -> float:
        """Draw lines under one another and return their lower edge."""
        for line in lines:
            self.middle(x, top, line.height, line)
            top -= line.height
        return top

    def rule(self, left: float, right: float, y: float, *, weight: float = 0.5, grey: float = 0.0) -> None:
        self._line(left, y, right, y, weight, grey)

    def dashed(self, left: float, right: float, y: float) -> None:
        """A line to cut along."""
        self._canvas.setDash(3, 3)
        self.rule(left, right, y, weight=0.4)
        self._canvas.setDash()

    def upright(self, x: float, top: float, bottom: float, *, weight: float = 0.5, grey: float = 0.0) -> None:
        self._line(x, top, x, bottom, weight, grey)

    def cells(
        self, edges: Sequence[float], top: float, bottom: float, *, weight: float, below: float
    ) -> None:
        """The lines of a row of cells: one at each edge, and one of weight ``below`` under all of them."""
        canvas = self._canvas
        canvas.setLineWidth(max(weight, _FAX_RULE) if self._fax else weight)
        for x in edges:
            canvas.line(x, top, x, bottom)
        self.rule(edges[0], edges[-1], bottom, weight=below)

    def _line(self, x1: float, y1: float, x2: float, y2: float, weight: float, grey: float) -> None:
        canvas = self._canvas
        if self._fax:
            weight, grey = max(weight, _FAX_RULE), 0.0
        canvas.setLineWidth(weight)
        if grey:
            canvas.setStrokeGray(grey)
        canvas.line(x1, y1, x2, y2)
        if grey:
            canvas.setStrokeGray(0)

    def frame(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        *,
        weight: float = 0.7,
        radius: float = 4.0,
    ) -> None:
        self._canvas.setLineWidth(weight)
        self._canvas.roundRect(left, top - height, width, height, radius, stroke=1, fill=0)

    def bar(self, left: float, bottom: float, width: float, height: float, *, filled: bool) -> None:
        """A bar of a chart, black or in outline: two kinds that any printer tells apart."""
        canvas = self._canvas
        canvas.setLineWidth(0.6)
        canvas.rect(left, bottom, width, height, stroke=1, fill=1 if filled else 0)

    def badge(
        self, left: float, top: float, height: float, line: PrintedLine, *, padding: float = 12.0
    ) -> float:
        """White words on a black ground, by FAX in a heavy frame; returns the right edge."""
        width = self.set.width(line.text, line.size, bold=line.bold) + 2 * padding
        if self._fax:
            self.frame(left, top, width, height, weight=2.0)
            self.middle(left + padding, top, height, line)
            return left + width
        canvas = self._canvas
        canvas.roundRect(left, top - height, width, height, 4, stroke=0, fill=1)
        canvas.setFillGray(1)
        self.middle(left + padding, top, height, line)
        canvas.setFillGray(0)
        return left + width

    def tick_box(self, left: float, middle: float, size: float, *, ticked: bool = False) -> None:
        """An empty box to tick, or a ticked one, centred on the height ``middle``."""
        canvas = self._canvas
        bottom = middle - size / 2
        canvas.setLineWidth(0.9)
        canvas.rect(left, bottom, size, size, stroke=1, fill=0)
        if ticked:
            canvas.setLineWidth(1.7)
            path = canvas.beginPath()
            path.moveTo(left + size * 0.18, bottom + size * 0.52)
            path.lineTo(left + size * 0.42, bottom + size * 0.24)
            path.lineTo(left + size * 0.86, bottom + size * 0.82)
            canvas.drawPath(path, stroke=1, fill=0)

    def cross(self, left: float, top: float, size: float) -> None:
        """A heavy ✕, for what failed."""
        inset = size * 0.2
        canvas = self._canvas
        canvas.setLineWidth(size * 0.13)
        canvas.line(left + inset, top - inset, left + size - inset, top - size + inset)
        canvas.line(left + inset, top - size + inset, left + size - inset, top - inset)

    def check(self, left: float, top: float, size: float) -> None:
        """A heavy ✓, for what was confirmed."""
        canvas = self._canvas
        canvas.setLineWidth(size * 0.13)
        path = canvas.beginPath()
        path.moveTo(left + size * 0.15, top - size * 0.52)
        path.lineTo(left + size * 0.40, top - size * 0.78)
        path.lineTo(left + size * 0.86, top - size * 0.24)
        canvas.drawPath(path, stroke=1, fill=0)

    def warning(self, left: float, top: float, size: float) -> None:
        """A triangle with an exclamation mark, for what must not be overlooked."""
        canvas = self._canvas
        canvas.setLineWidth(size * 0.08)
        path = canvas.beginPath()
        path.moveTo(left + size * 0.5, top - size * 0.06)
        path.lineTo(left + size * 0.98, top - size * 0.92)
        path.lineTo(left + size * 0.02, top - size * 0.92)
        path.close()
        canvas.drawPath(path, stroke=1, fill=0)
        self.centred(left, left + size, top - size * 0.83, PrintedLine("!", size * 0.6, bold=True))

    def picture(self, left: float, top: float, width: float, height: float, png: bytes) -> None:
        """A picture as large as fits into a box, in the box's upper left corner."""
        image = self._pictures.get(png)
        if image is None:
            from reportlab.lib.utils import ImageReader

            image = self._pictures[png] = ImageReader(io.BytesIO(png))
        pixels_wide, pixels_high = image.getSize()
        scale = min(width / pixels_wide, height / pixels_high)
        self._canvas.drawImage(
            image, left, top - pixels_high * scale, pixels_wide * scale, pixels_high * scale, mask="auto"
        )

    def qr(self, left: float, top: float, size: float, text: str, *, quick: bool = False) -> None:
        """A QR code of ``text`` as one vector path, in a square of ``size`` without its quiet zone.

        ``quick`` takes mask pattern 0 instead of weighing all eight, which is most of the work of a code.
        Any pattern is readable; for codes of copies, 0 is the best one most often (measured over 120 codes).
        """
        import segno

        matrix = segno.make(text, error="m", micro=False, mask=0 if quick else None).matrix
        module = size / len(matrix)
        path = self._canvas.beginPath()
        for index, row in enumerate(matrix):
            y = top - (index + 1) * module
            start = 0
            while (start := row.find(1, start)) >= 0:
                end = row.find(0, start)
                end = len(row) if end < 0 else end
                path.rect(left + start * module, y, (end - start) * module, module)
                start = end
        self._canvas.drawPath(path, stroke=0, fill=1)
