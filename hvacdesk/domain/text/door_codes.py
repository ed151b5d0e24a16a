"""Whether a few digits in a text are the code of a lock, or a year, a voltage or a room.

The office registers キーボックス2015 or 暗証200, and a work order says 2015年設置 and 200V too. So a code of
four digits or fewer counts, in this order of rules:

- with the very words that it is registered with (物置2015), always;
- with a unit right behind it (2015年, 200V, 301号室, 3階, 3000円), never; nor is it a code where it is
  registered so;
- in a sentence that speaks of a lock, a key, a code or a door within twelve characters of it, with # or * of
  a keypad at it, and, of four digits, alone in its line;
- nowhere else.

A code of more digits is hardly anything else, and counts wherever it is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from hvacdesk.domain.text.text_forms import ARABIC, digits, fold_letters, without_unseen

_FEWEST, _LONGEST_SHORT = 3, 4
_BESIDE = 12
"""Characters beside a code within which a sentence speaks of a lock."""
_PIECE = re.compile(r"[\s、。,;；/／]+")
_CODE = re.compile("[0-9]+(?:-[0-9]+)*")
_UNIT = re.compile(
    r"\s*(?:年(?!中|末|始)|号|階(?!段)|室(?!外|内)|円|畳|ボルト|ワット|℃|%|φ|(?:v|k?w|hz|f|[cm]?m|kg)(?![a-z]))"
)
_OF_LOCKS = re.compile(
    "鍵|かぎ|カギ|キー|key|(?<!ブ)ロック|lock|錠|暗証|(?<!部屋)番号|コード|code|pin|パスワード|ダイヤル|ポスト|宅配|押(?!入れ)"
    "|入力|呼出|呼び出|解除|裏口|勝手口|通用口|門扉|ゲート|ドア|扉|玄関|エントランス|開[けくか]"
)
_KEYPAD = frozenset("#*")


class DoorCode(NamedTuple):
    """A code as it is registered.

    Attributes:
        digits: without dashes.
        words: all that is written with it, folded; empty where that is nothing else.
    """

    digits: str
    words: str = ""

    @property
    def short(self) -> bool:
        """Whether it needs more than its digits to be recognised."""
        return len(self.digits) <= _LONGEST_SHORT


def door_codes_in(text: str) -> tuple[DoorCode, ...]:
    """The codes in what is registered of keys and locks."""
    found: list[DoorCode] = []
    for piece in map(fold_letters, _PIECE.split(text)):
        for one in _CODE.finditer(piece):
            code = DoorCode(digits(one[0]), "" if one[0] == piece else piece)
            unit = code.short and _UNIT.match(piece, one.end())
            if len(code.digits) >= _FEWEST and not unit:
                found.append(code)
    return tuple(dict.fromkeys(found))


def is_door_code(text: str, start: int, end: int) -> bool:
    """Whether a short code's digits at this place of a text are the code."""
    before, after = without_unseen(text[:start]).casefold(), without_unseen(text[end:]).casefold()
    if _UNIT.match(after):
        return False
    if before[-1:] in _KEYPAD or after[:1] in _KEYPAD:
        return True
    beside = (before.split("。")[-1][-_BESIDE:], after.split("。")[0][:_BESIDE])
    if any(map(_OF_LOCKS.search, beside)):
        return True
    line = before.rpartition("\n")[2] + after.partition("\n")[0]
    return not line.strip() and len(digits(text[start:end].translate(ARABIC))) == _LONGEST_SHORT
