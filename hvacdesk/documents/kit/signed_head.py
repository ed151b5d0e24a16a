"""The audit log's state on a paper as a signed checkpoint: small lines to read, and a code to scan.

The code holds exactly the note (c2sp.org/tlog-checkpoint). Scanned into a file it is what a witness keeps.
"""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, RIGHT, Sheet
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.text.wording import phrase

_WHAT = phrase(
    "Documents",
    "The log's state up to this entry, signed by the office (C2SP checkpoint). Scanned into a text file, it "
    "is compared with the log by “Compare with kept copies” on the page of the audit log.",
)
_QR = 84.0
_QUIET = 8.0
_SIZE = 6.5
_GAP = 4.0
ROOM = BODY - _QR - 3 * _QUIET
"""How wide the lines beside the code may be."""


def signed_head(setter: Typesetter, checkpoint: str, above: Sequence[Band] = ()) -> list[Band]:
    """The note's lines beside its code.

    Args:
        checkpoint: the note; where the paper has none, only what is ``above`` is printed.
        above: printed over the note's lines, beside the code too; no wider than :data:`ROOM`.
    """
    if not checkpoint:
        return list(above)
    lines = [*setter.wrap(setter.say(_WHAT), ROOM, 8.5, grey=MUTED)]
    lines += [line for text in checkpoint.split("\n") if text for line in _cut(setter, text, ROOM)]
    upper = sum(band.gap + band.height for band in above) + (_GAP if above else 0)
    height = max(upper + sum(line.height for line in lines), _QR + 2 * _QUIET)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.qr(RIGHT - _QR - _QUIET, top - _QUIET, _QR, checkpoint)
        sheet.column(LEFT, top - upper, lines)
        for band in above:
            top -= band.gap
            band.draw(sheet, top, band.height)
            top -= band.height

    return [Band(height, draw, gap=_GAP)]


def _cut(setter: Typesetter, text: str, room: float) -> list[PrintedLine]:
    """A long line of a note, cut where the room ends as measured: it has no words to break between."""
    rest = setter.clean(text)
    lines: list[PrintedLine] = []
    while rest:
        end = len(rest)
        while end > 1 and setter.width(rest[:end], _SIZE) > room:
            end -= 1
        lines.append(PrintedLine(rest[:end], _SIZE))
        rest = rest[end:]
    return lines
