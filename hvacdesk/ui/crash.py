"""What happens to a bug: a report without personal data in the office's folder, and a plain word to the user.

The report names the error's class and the lines of code it went through. Messages and values are left out,
since they may hold what somebody typed.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from hvacdesk import __version__, own_files
from hvacdesk.domain.clock import Clock, stamp
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.saved_files import FileNotSaved
from hvacdesk.ui.file_writing import write_own

FOLDER = "crashes"
MOST_REPORTS = 200
"""So many are kept; the oldest give way."""

_log = logging.getLogger(__name__)


def report_text(kind: type[BaseException], trace: TracebackType | None, moment: str) -> str:
    """The report: version, platform, class of the error, and where it happened."""
    frames = traceback.extract_tb(trace)
    lines = [
        f"hvacdesk {__version__} on {sys.platform}, Python {sys.version.split()[0]}",
        moment,
        f"{kind.__module__}.{kind.__qualname__}",
    ]
    lines += [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join(lines) + "\n"


def install(
    home: Path,
    clock: Clock,
    tell: Callable[[Path | None], object],
    tell_foreseen: Callable[[UserFacingError], object],
) -> None:
    """From now on write a report for each bug and ``tell`` the user where it is: nowhere, if none could be.

    Args:
        tell_foreseen: says a foreseen error that nobody met on its way, such as an office PC that is away.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, UserFacingError):
            tell_foreseen(error)
            return
        tell(write_report(home, error, clock()))

    sys.excepthook = hook


def write_report(home: Path, error: BaseException, now: datetime) -> Path | None:
    """Write the report of a bug into the office's folder; returns where it is, or None if that takes none."""
    moment = stamp(now)
    text = report_text(type(error), error.__traceback__, moment)
    _log.critical("%s", text)
    file = home / FOLDER / f"{moment.replace(':', '')}.txt"
    try:
        own_files.require_folder(file.parent)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for oldest in sorted(file.parent.glob("*.txt"))[: 1 - MOST_REPORTS]:
            own_files.remove(oldest)
        write_own(file, text.encode())
    except (OSError, FileNotSaved):
        _log.critical("the report could not be written")
        return None
    return file
