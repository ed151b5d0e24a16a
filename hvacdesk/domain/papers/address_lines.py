"""What people write into an address that is none: a phone, a mailbox, the code of a key box, somebody's name.

On a copy nobody needs it there, whether it is registered or not. The numbers of a block, a house and a room
stay as they are: 3丁目41-7, 4番70号, 12番地の3, 502号室.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from hvacdesk.domain.customers.customers import Address
from hvacdesk.domain.text.family_names import is_family
from hvacdesk.domain.text.named_people import NamedPeople, named_in
from hvacdesk.domain.text.reached_by import reached_in, surely_reached_in
from hvacdesk.domain.text.text_forms import ARABIC, letter_for_letter
from hvacdesk.domain.text.traces import Blackout, Trace, dotted


def _also_half_width(pattern: str) -> str:
    """A pattern that finds kana with marks, too, whose marks are signs of their own: ﾎﾞ."""
    parted = {sign: unicodedata.normalize("NFD", sign) for sign in pattern}
    return "".join(f"(?:{sign}|{parted[sign]})" if len(parted[sign]) > 1 else sign for sign in pattern)


_LENGTH = r"\s?(?:[mck]?m|[×x]\s?[0-9])(?![a-z])"
"""Behind the digits of a measure: 電源コード2000mm, 玄関 1500×900."""
_CODE = re.compile(
    _also_half_width(
        r"(?:キー?(?:ボックス|box|コード)|key\s?box|暗証|鍵(?![屋町])|錠|オートロック|ロック(?=番号)|ダイヤル|パスワード"
        r"|(?<![a-z])(?:pin|code|password)(?![a-z])|(?<![ァ-ヶー])コード(?![^0-9]{0,8}[0-9]+LENGTH)|解除|[解開]錠)"
    ).replace("LENGTH", _LENGTH)
    + r"(?:(?:番号)?[\sはの:=.#*no]{0,4}(?P<near>[0-9](?:-?[0-9]){2,7})"
    r"|[^0-9]{0,8}(?P<far>[0-9](?:-?[0-9]){3,7}))(?![0-9])(?!\s?(?:号|室|階|番[地館町目街0-9]|丁目))",
    re.IGNORECASE,
)
"""A code behind the word for what it opens; 鍵屋町123 is a street, and コンコード 1005 a room."""
_TYPED_CODE = re.compile(
    _also_half_width(r"(?:玄関|エントランス|(?<![ァ-ヶー])ポスト)")
    + r"[\s:は#]{0,3}([0-9]{3,8}[#*]?)(?![0-9-])(?!\s?(?:号|室|階|番|丁目|f)|"
    + _LENGTH
    + r")|(?<![0-9-])([0-9]{3,8}[#*])",
    re.IGNORECASE,
)
"""A code that is typed at the door: 玄関 1234#."""
_KEY_BOX = re.compile(
    _also_half_width(r"(?:キー?(?:ボックス|box)|key\s?box|暗証|オートロック|[解開]錠)")
    + r"(?:番号|コード)?[\sはの:=.#*no]{0,4}([0-9](?:-?[0-9]){2,7}[#*]?)"
    r"(?![0-9])(?!\s?(?:号|室|階|番[地館町]|丁目))",
    re.IGNORECASE,
)
"""A code behind a word that nobody uses of anything else; cords and devices have コード and 解除, too."""
_SOMEBODY = re.compile(
    r"([^0-9、。,()\[\]「」『』/●]+)(?:(?<![客皆])様(?!似)|さま|(?:殿|氏|さん)(?=方|宅|邸))"
)
_AT_HOME = re.compile(
    r"([^0-9\s、。,()\[\]「」『』/●]+(?:\s[^0-9\s、。,()\[\]「」『』/●]+)?)(?:方|宅|邸(?!\s*[0-9])|気付)(?=$|[\s、,)])"
)
_OF_HOUSEHOLD = re.compile(
    r"(?:世帯主|名義人|契約者|入居者|居住者|c/o|℅)[\s:はの]*([^0-9A-Za-z、。,()\[\]●]+)", re.IGNORECASE
)
_LATIN_CARE = re.compile(
    r"(?:c/o|℅)\s*((?!.*(?:hotel|inc|ltd|corp|company|bldg|building|heights|house))[a-z][a-z .\'-]*[a-z])",
    re.IGNORECASE,
)
_OF_PLACE = re.compile("[都道府県市区町村郡字]")
_LONGEST_GIVEN = 3
"""Letters of a given name that no 様 follows; more are a building's."""
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


def without_contacts(text: str, *, names: bool) -> str:
    """An instruction without phones, mailboxes and codes of key boxes; everything else of it has to stay.

    Args:
        names: hide given names that 様 or 様方 follows, too, where the family name is a known one.
    """
    reached = letter_for_letter(text).translate(ARABIC)
    codes = (one.span(1) for one in _KEY_BOX.finditer(reached))
    text = dotted(text, chain(surely_reached_in(text), codes))
    if not names:
        return text
    usual = letter_for_letter(text)
    return _without(text, (_surely_named(one[1]) for one in _SOMEBODY.finditer(usual)))


def _cleaned(text: str, *, names: bool) -> str:
    reached = letter_for_letter(text).translate(ARABIC)
    found = chain(
        reached_in(text),
        (one.span("near" if one["near"] else "far") for one in _CODE.finditer(reached)),
        (one.span(one.lastindex or 0) for one in _TYPED_CODE.finditer(reached)),
    )
    text = dotted(text, found)
    return _without_given(text) if names else text


def _without_given(text: str) -> str:
    """Without the given names of those at whose home it is."""
    usual = letter_for_letter(text)
    text = dotted(text, (one.span(1) for one in _LATIN_CARE.finditer(usual)))
    honoured = (_named(one[1]) for pattern in (_SOMEBODY, _OF_HOUSEHOLD) for one in pattern.finditer(usual))
    at_home = (_surely_named(one[1]) for one in _AT_HOME.finditer(usual))
    return _without(text, chain(honoured, at_home))


def _without(text: str, people: Iterable[NamedPeople]) -> str:
    named = [one for one in people if one.names or one.wholes]
    if not named:
        return text
    traces = (Trace(names=one.names, words=one.wholes) for one in named)
    return Blackout(traces)(text, codes=False)


def _named(text: str) -> NamedPeople:
    return named_in(_OF_BLOCK.sub("", text).strip())


def _surely_named(text: str) -> NamedPeople:
    """Who is named where no 様 says that it is a person: 枚方 and パークホームズ邸 are none."""
    return NamedPeople(
        tuple(
            one
            for one in _named(text).names
            if is_family(one.family)
            and len(one.family) > 1
            and 0 < len(one.given) <= _LONGEST_GIVEN
            and not _OF_PLACE.search(one.given)
        )
    )
