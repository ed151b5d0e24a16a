"""What people write into an address that is none: a phone, a mailbox, the code of a key box, somebody's name.

On a copy nobody needs it there, whether it is registered or not. The numbers of a block, a house and a room
stay as they are: 3丁目41-7, 4番70号, 12番地の3, 502号室.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import chain

from hvacdesk.domain.customers.customers import Address
from hvacdesk.domain.text.input_checks import MAILBOX
from hvacdesk.domain.text.named_people import named_in
from hvacdesk.domain.text.reached_by import abroad_in
from hvacdesk.domain.text.text_forms import ARABIC, letter_for_letter
from hvacdesk.domain.text.traces import Blackout, Trace, dotted

_BETWEEN = r"[-\s().の・/_ー]{0,2}"
_PHONE = re.compile(
    rf"(?<![0-9])0(?:{_BETWEEN}[0-9]){{9,10}}?(?![0-9])"
    rf"|(?<![0-9])\+?81[-\s(]{{0,2}}(?:0\)?[-\s]?)?[1-9](?:{_BETWEEN}[0-9]){{8,9}}(?![0-9])"
    r"|(?:(?<![a-z])(?:tel|fax)|[℡☎]|電話|携帯|内線)(?:番号)?[\s:.は]*"
    rf"(?P<told>[0-9(](?:{_BETWEEN}[0-9]){{2,12}})",
    re.IGNORECASE,
)
"""A phone number: by its digits, or behind the word for it; the room of a HOTEL is none."""


def _also_half_width(pattern: str) -> str:
    """A pattern that finds kana with marks, too, whose marks are signs of their own: ﾎﾞ."""
    parted = {sign: unicodedata.normalize("NFD", sign) for sign in pattern}
    return "".join(f"(?:{sign}|{parted[sign]})" if len(parted[sign]) > 1 else sign for sign in pattern)


_CODE = re.compile(
    _also_half_width(
        r"(?:キー?(?:ボックス|box|コード)|key\s?box|暗証|鍵(?![屋町])|錠|オートロック|ロック(?=番号)|ダイヤル|パスワード"
        r"|(?<![a-z])(?:pin|code|password)(?![a-z])|(?<![ァ-ヶー])コード|解除|[解開]錠)"
    )
    + r"(?:(?:番号)?[\sはの:=.#*no]{0,4}(?P<near>[0-9](?:-?[0-9]){2,7})"
    r"|[^0-9]{0,8}(?P<far>[0-9](?:-?[0-9]){3,7}))(?![0-9])(?!\s?(?:号|室|階|番[地館町目街0-9]|丁目))",
    re.IGNORECASE,
)
"""A code behind the word for what it opens; 鍵屋町123 is a street, and コンコード 1005 a room."""
_SOMEBODY = re.compile(
    r"([^0-9、。,()\[\]「」『』/●]+)(?:(?<![客皆])様(?!似)|さま|(?:殿|氏|さん)(?=方|宅|邸))"
)
_OF_BLOCK = re.compile(r"^(?:丁目|番地の?|番|号室?|室|階|[のFf])+")


def without_others(place: Address, *, names: bool) -> Address:
    """The address without what is no part of one.

    Args:
        names: hide given names before 様 and 様方, too; the family name is on the door, and stays.
    """
    return replace(
        place,
        prefecture=_cleaned(place.prefecture, names=names),
        city=_cleaned(place.city, names=names),
        town=_cleaned(place.town, names=names),
        street=_cleaned(place.street, names=names),
        building=_cleaned(place.building, names=names),
    )


def _cleaned(text: str, *, names: bool) -> str:
    usual = letter_for_letter(text)
    reached = usual.translate(ARABIC)
    found = chain(
        abroad_in(reached),
        (one.span("told" if one["told"] else 0) for one in _PHONE.finditer(reached)),
        (one.span() for one in MAILBOX.finditer(usual)),
        (one.span("near" if one["near"] else "far") for one in _CODE.finditer(reached)),
    )
    text = dotted(text, found)
    return _without_given(text) if names else text


def _without_given(text: str) -> str:
    """Without the given names of those at whose home it is."""
    named = [
        named_in(_OF_BLOCK.sub("", one[1]).strip()) for one in _SOMEBODY.finditer(letter_for_letter(text))
    ]
    if not named:
        return text
    traces = (Trace(names=one.names, words=one.wholes) for one in named)
    return Blackout(traces)(text, codes=False)
