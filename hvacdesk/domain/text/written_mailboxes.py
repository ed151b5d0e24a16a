"""How a mailbox is recognised that is written so that no program takes it for one: misao(at)b.example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_AT = r"(?:[\W_]{0,3}(?:at|a|あつと(?:ま-?く)?)[\W_]{0,3}|[\W_]{1,3})"
"""(at), ［アット］, アットマーク, ★ and whatever sign stands for @, in a folded text."""
_DOT = r"(?:[\W_]{0,2}(?:dot|どつと)[\W_]{0,2}|[\W_])"
_MAILBOX = re.compile(r"([^@\s]*\w[^@\s]*)@([^@\s]*\w[^@\s]*)")


def mailbox_in(folded: str, mailbox: str) -> Iterator[tuple[int, int]]:
    """Where a folded mailbox is in a folded text; nothing where it is none, such as a text about one."""
    parts = _MAILBOX.fullmatch(mailbox)
    if parts is None or parts[1] not in folded or parts[2].partition(".")[0] not in folded:
        return
    yield from (one.span() for one in _written(parts[1], parts[2]).finditer(folded))


@lru_cache(maxsize=256)
def _written(local: str, domain: str) -> re.Pattern[str]:
    return re.compile(f"{re.escape(local)}{_AT}{_DOT.join(map(re.escape, domain.split('.')))}")
