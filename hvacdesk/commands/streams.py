"""The command line's three streams, whatever the terminal, pipe or file behind them can write."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

JAPANESE = "あ漢"
BYTE_ORDER_MARK = "\ufeff"
"""Windows' PowerShell begins what it hands on with it."""


def prepare() -> None:
    """Let no output fail or get lost, and give a program without streams some that take everything.

    A terminal that cannot write a character is shown its code. A pipe or file whose code page knows no
    Japanese gets UTF-8 instead, in which every name can be read.
    """
    if sys.stdin is None:  # type: ignore[unreachable,unused-ignore]
        sys.stdin = _nowhere("r")
    sys.stdout, sys.stderr = (_ready(stream) for stream in (sys.stdout, sys.stderr))


def _ready(stream: TextIO | None) -> TextIO:
    if stream is None:  # Windows gives a program with windows none
        return _nowhere("w")
    if isinstance(stream, io.TextIOWrapper):
        if not stream.isatty() and not _writes_japanese(stream.encoding):
            stream.reconfigure(encoding="utf-8")
        stream.reconfigure(errors="backslashreplace")
    return stream


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
    """One line of standard input without its end: in UTF-8, or else in the stream's own code page."""
    buffer = getattr(sys.stdin, "buffer", None)
    if buffer is None:
        return sys.stdin.readline().rstrip("\r\n")
    line = buffer.readline().rstrip(b"\r\n")
    try:
        text: str = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode(sys.stdin.encoding, errors="replace")
    return text.removeprefix(BYTE_ORDER_MARK)
