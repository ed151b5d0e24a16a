"""What a text in JSON says to who opens it, and what a search of its letters alone would miss.

A line's end within a value is stored as two letters, and a form has a field for each part of a name: between
the parts stand the fields' own names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import product

_BEGINNINGS = ("{", "[", '"')
_PARTS = (("family", "given"), ("town", "street"))
"""How fields are called whose values are one together: ``family_kana`` goes on in ``given_kana``."""

_TELLING = ("\\", *(first for first, _ in _PARTS))
"""Where a text has none of these, its letters say all that its values do."""

_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)


def may_say_more(text: str) -> bool:
    """Whether it is worth while to ask for :func:`said_besides`; quick over megabytes of text."""
    return any(one in text for one in _TELLING)


def said_besides(text: str) -> Iterator[str]:
    """Values that are written otherwise in JSON than they read, and those that make one with another.

    Nothing, where the text is none. A value may itself be JSON.
    """
    waiting = [text]
    while waiting:
        one = waiting.pop()
        joined: list[str] = []
        if may_say_more(one) and _loads(one, joined.extend):
            escaped = [json.loads(said, strict=False) for said in _STRING.findall(one) if "\\" in said]
            waiting += escaped
            yield from (*escaped, *joined)


def changed_in_json(text: str, change: Callable[[str], str]) -> str | None:
    """JSON with each of its strings changed, and nothing else; None where the text is none."""
    if not _loads(text):
        return None

    def changed(found: re.Match[str]) -> str:
        said = json.loads(found[0], strict=False)
        new = change(said)
        # Half of a sign, which JSON can write, cannot be stored.
        written = json.dumps(new, ensure_ascii=False).encode(errors="replace").decode()
        return found[0] if new == said else written

    return _STRING.sub(changed, text)


def _loads(text: str, note: Callable[[Iterator[str]], object] = tuple) -> bool:
    """Whether a text is JSON: what people write in brackets or quotes is not.

    Args:
        note: is given what each object says by two of its values.
    """
    if not text.lstrip().startswith(_BEGINNINGS):
        return False
    try:
        json.loads(text, strict=False, object_pairs_hook=lambda pairs: note(_joined(pairs)))
    except (ValueError, RecursionError):
        return False
    return True


def _joined(pairs: Sequence[tuple[str, object]]) -> Iterator[str]:
    """Names and addresses of an object that has them in two parts."""
    values = dict(pairs)
    for (key, value), (first, second) in product(pairs, _PARTS):
        rest = values.get(key.replace(first, second)) if first in key else None
        if isinstance(value, str) and isinstance(rest, str):
            yield f"{value}{rest}"
