"""What may be deducted of purchases from firms without an invoice number. The shares are dated data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

FORMAT = 1
"""The form of the text that this program understands."""

_KEYS = frozenset({"format", "as_of", "source", "share"})


@dataclass(frozen=True)
class DeductionShare:
    """A share of the tax, per cent, the first day on which it holds, and the last; None while it stays."""

    percent: int
    since: date
    until: date | None


@dataclass(frozen=True)
class DeductionTable:
    """The shares, oldest first; ``as_of`` is the month in which the source was read."""

    shares: tuple[DeductionShare, ...]
    source: str
    as_of: str

    def on(self, day: date) -> DeductionShare:
        """The share in force on a day. Raises :class:`ValueError` for a day before the first one."""
        found = [share for share in self.shares if share.since <= day]
        if not found:
            raise ValueError(f"no share is known for {day}")
        return found[-1]


def parse_deduction(text_toml: str) -> DeductionTable:
    """The table in a TOML text. Raises :class:`ValueError` for any other form: it is shipped and must fit."""
    document = tomllib.loads(text_toml)
    if set(document) != _KEYS or document["format"] != FORMAT:
        raise ValueError("not a table of shares")
    known = sorted(map(_share, document["share"]), key=lambda share: share[1])
    ends = [since - timedelta(days=1) for _percent, since in known[1:]]
    shares = (
        DeductionShare(percent, since, until)
        for (percent, since), until in zip(known, (*ends, None), strict=True)
    )
    return DeductionTable(tuple(shares), document["source"], document["as_of"])


def _share(entry: dict[str, Any]) -> tuple[int, date]:
    if set(entry) != {"percent", "from"} or not isinstance(entry["from"], date):
        raise ValueError("not a share")
    return entry["percent"], entry["from"]
