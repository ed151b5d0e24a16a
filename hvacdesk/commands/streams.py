"""The command line's three streams, whatever the terminal, pipe or file behind them can write."""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from typing import TextIO

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase

JAPANESE = "あ漢"
BYTE_ORDER_MARK = "\ufeff"
"""Windows' PowerShell begins what it hands on with it."""

_COMMANDS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Control characters but the tab and the ends of lines; :func:`visible` is for what fills a sentence."""

_READER_LEFT = {errno.EPIPE, errno.EINVAL} if sys.platform == "win32" else {errno.EPIPE}
"""Windows says EINVAL of a pipe that nobody reads any more."""


class OutputLost(UserFacingError):
    """What a command said was not taken, by a full disk for example; ``reason`` is the system's."""

    what = phrase("Errors", "What this command says could not be written: {reason}.")
    safe = phrase("Errors", "The command itself was carried out to its end.")
    todo = phrase("Errors", "Let its output go somewhere else. Run it again if you need what it says.")


class Output(io.TextIOWrapper):
    """Where a command's words go. If nothing takes them any more they go nowhere, and the command goes on.

    Attributes:
        failure: why they were not taken, or None.
    """

    failure: OSError | None = None

    def write(self, text: str) -> int:
        """As every stream; what would be a command to the terminal is shown as its code."""
        try:
            super().write(_COMMANDS.sub(lambda one: one[0].encode("unicode_escape").decode(), text))
        except OSError as error:
            self._give_up(error)
        return len(text)

    def flush(self) -> None:
        """As every stream."""
        try:
            super().flush()
        except OSError as error:
            self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        """Let the rest, and what still waits to be written, go nowhere."""
        self.failure = self.failure or error
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.fileno())
        os.close(nowhere)


def lost() -> OutputLost | None:
    """What to tell where standard output was not taken; a reader who left had enough, as ``head`` does."""
    sys.stdout.flush()
    failure = sys.stdout.failure if isinstance(sys.stdout, Output) else None
    if failure is None or failure.errno in _READER_LEFT:
        return None
    return OutputLost(reason=os.strerror(failure.errno or 0))


def prepare() -> None:
    """Let no output fail or end a command, and give a program without streams some that take everything.

    A terminal that cannot write a character is shown its code. A pipe or file whose code page knows no
    Japanese gets UTF-8 instead, in which every name can be read.
    """
    if sys.stdin is None:  # type: ignore[unreachable,unused-ignore]
        sys.stdin = _nowhere("r")
    for name in ("stdout", "stderr"):
        former = getattr(sys, name)
        stream = _ready(former)
        setattr(sys, name, stream)
        if getattr(sys, f"__{name}__") is former:  # a built program flushes it at its end, too
            setattr(sys, f"__{name}__", stream)


def _ready(stream: TextIO | None) -> TextIO:
    if stream is None:  # Windows gives a program with windows none
        return _nowhere("w")
    if type(stream) is io.TextIOWrapper:
        lines, through = stream.line_buffering, stream.write_through
        encoding = stream.encoding
        stream = Output(stream.detach(), encoding=encoding, line_buffering=lines, write_through=through)
    if isinstance(stream, io.TextIOWrapper):
        if not stream.isatty() and not _writes_japanese(stream.encoding):
            stream.reconfigure(encoding="utf-8")
        stream.reconfigure(errors="backslashreplace")
    return stream


def has_reader() -> bool:
    """Whether what is printed goes anywhere: a program that Windows gave no streams has nobody to tell."""
    return not isinstance(sys.stdout, _Nowhere)


class _Nowhere(io.TextIOWrapper):
    def isatty(self) -> bool:
        """Never: Windows takes the device behind it for a terminal, at which somebody could type."""
        return False


def _nowhere(mode: str) -> TextIO:
    return _Nowhere(open(os.devnull, f"{mode}b"), encoding="utf-8")


def _writes_japanese(encoding: str) -> bool:
    try:
        JAPANESE.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def typed_line() -> str:
    """One line of standard input without its end: in UTF-8, or else in the stream's own code page.

    Nothing, where it cannot be read.
    """
    buffer = getattr(sys.stdin, "buffer", None)
    if buffer is None:
        return sys.stdin.readline().rstrip("\r\n")
    try:
        line = buffer.readline().rstrip(b"\r\n")
    except OSError:
        return ""
    try:
        text: str = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode(sys.stdin.encoding, errors="replace")
    return text.removeprefix(BYTE_ORDER_MARK)
