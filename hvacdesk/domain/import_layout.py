"""Finding the header of a customer list, and what its columns hold, by the words that offices use."""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.domain.imports import REPEATABLE, ImportField, TableLayout
from hvacdesk.domain.text_forms import fold

_HEADERS: dict[ImportField, tuple[str, ...]] = {
    ImportField.NAME: (
        "氏名 お名前 名前 顧客名 お客様名 お客様 得意先名 名称 宛名 ご氏名",
        "name customer customername fullname",
    ),
    ImportField.KANA: (
        "フリガナ ふりがな カナ 氏名カナ 氏名フリガナ 顧客名カナ お名前カナ カナ氏名 よみ 読み",
        "kana",
    ),
    ImportField.FAMILY_NAME: ("姓 苗字 名字", "familyname lastname surname"),
    ImportField.GIVEN_NAME: ("名", "givenname firstname"),
    ImportField.FAMILY_KANA: ("姓カナ 姓フリガナ セイ 姓かな", "familykana"),
    ImportField.GIVEN_KANA: ("名カナ 名フリガナ メイ 名かな", "givenkana"),
    ImportField.ORGANISATION: (
        "会社名 法人名 会社 団体名 屋号 勤務先 会社名法人名",
        "company organisation organization",
    ),
    ImportField.ORGANISATION_KANA: ("会社名カナ 法人名カナ 会社カナ", "companykana"),
    ImportField.POSTAL_CODE: ("郵便番号 〒 郵便", "zip zipcode postalcode postcode"),
    ImportField.ADDRESS: ("住所 ご住所 所在地 現住所", "address"),
    ImportField.PREFECTURE: ("都道府県 県", "prefecture state"),
    ImportField.CITY: ("市区町村 市町村 市区郡町村", "city"),
    ImportField.STREET: ("番地 丁目番地 町名番地", "street"),
    ImportField.BUILDING: ("建物 建物名 マンション名 ビル名 方書 アパート", "building"),
    ImportField.PHONE: (
        "電話 電話番号 tel お電話 自宅電話 自宅電話番号 連絡先 固定電話",
        "phone telephone",
    ),
    ImportField.MOBILE: ("携帯 携帯電話 携帯番号 携帯電話番号", "mobile cell"),
    ImportField.FAX: ("ファックス ファクス fax番号", "fax"),
    ImportField.EMAIL: ("メール メールアドレス 電子メール eメール", "email mail"),
    ImportField.NOTE: ("備考 メモ 備考欄 特記事項 摘要", "note notes memo remarks"),
}


def _header_key(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum() or letter == "〒")


_BY_HEADER = {
    _header_key(word): kind for kind, lines in _HEADERS.items() for line in lines for word in line.split()
}

_HEADER_ROWS = 40
"""A header stands within so many rows; above it are titles, dates and empty rows."""


def guess_field(header: str) -> ImportField | None:
    """What a column with this header usually holds; 電話番号2 is a 電話番号."""
    key = _header_key(header)
    return _BY_HEADER.get(key) or _BY_HEADER.get(key.rstrip("0123456789"))


def find_layout(rows: Sequence[tuple[int, Sequence[str]]]) -> TableLayout:
    """The header among the first rows (the one that names most fields) and what its columns hold."""
    best: tuple[int, Sequence[str]] = (0, ())
    known = 0
    for number, cells in rows[:_HEADER_ROWS]:
        named = len({kind for cell in dict.fromkeys(cells) if (kind := guess_field(cell))})
        if named > known and named >= min(2, len([cell for cell in cells if cell])):
            best, known = (number, cells), named
    width = max((len(cells) for _, cells in rows), default=0)
    header_row, cells = best
    columns = tuple(
        cells[at].strip() if at < len(cells) and cells[at].strip() else column_letter(at)
        for at in range(width)
    )
    return TableLayout(header_row, columns, _mapping(columns if header_row else ()))


def _mapping(columns: Sequence[str]) -> dict[int, ImportField]:
    mapping: dict[int, ImportField] = {}
    for at, header in enumerate(columns):
        kind = guess_field(header)
        if kind is not None and (kind in REPEATABLE or kind not in mapping.values()):
            mapping[at] = kind
    return mapping


def column_letter(at: int) -> str:
    """The name that Excel gives to a column, counted from 0: A, B, … Z, AA."""
    name = ""
    at += 1
    while at:
        at, digit = divmod(at - 1, 26)
        name = chr(ord("A") + digit) + name
    return name
