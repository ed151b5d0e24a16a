"""``hvacdesk self-check``: the table that a helper on the phone can have read out."""

from __future__ import annotations

from pathlib import Path

from hvacdesk import __version__
from hvacdesk.commands.door import NOT_INTACT, OK, default_home, now, words
from hvacdesk.domain.office.self_check import PART_NAMES, VERDICT_NAMES, Finding, Verdict
from hvacdesk.domain.text.text_forms import shown_width
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.office import first_run, self_check
from hvacdesk.ui import input_method
from hvacdesk.ui.printing.printers import known_printers


def run(home: Path | None) -> int:
    """Print the table, and on Windows where the page of its first run is; 2 when a part does not work.

    At a seat it is that of the computer and of the connection to the office PC.
    """
    say = words()
    entry = OfficeEntry(home or default_home(), now)
    if entry.is_seat:
        findings = at_seat(entry, say)
    else:
        findings = self_check.run(entry.home, now, say, known_printers, input_method=input_method.look)
    names = [say(PART_NAMES[finding.part]) for finding in findings]
    verdicts = [say(VERDICT_NAMES[finding.verdict]) for finding in findings]
    widths = [max(map(shown_width, column)) for column in (names, verdicts)]
    for name, verdict, finding in zip(names, verdicts, findings, strict=True):
        print("  ".join((_wide(name, widths[0]), _wide(verdict, widths[1]), finding.sentence(say))))
    if first_run.offered():
        print(say(first_run.WHERE_IT_IS))
    return NOT_INTACT if any(finding.verdict is Verdict.BAD for finding in findings) else OK


def at_seat(entry: OfficeEntry, say: Words) -> tuple[Finding, ...]:
    """What a seat needs of its computer, and of the way to its office PC."""
    from hvacdesk.seats.connection_check import look

    computer = self_check.run_at_seat(entry.home, now, say, known_printers, input_method.look)
    return (*computer, *look(entry.seat_pc(), __version__, now, say))


def _wide(text: str, width: int) -> str:
    return text + " " * (width - shown_width(text))
