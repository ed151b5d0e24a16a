"""CSV as Japanese Excel and other programs write it."""

from __future__ import annotations

import pytest

from hvacdesk.exchange.delimited import LONGEST_LINE, DelimitedFile, find_delimiter
from hvacdesk.exchange.encodings import SAMPLE, find_encoding
from hvacdesk.exchange.errors import EncodingUnknown, NotATable, RowTooLong

SAMPLE_LINES = SAMPLE // 14 + 1
"""So many lines of 14 bytes fill what is looked at for the encoding."""

LIST = (
    "氏名,電話,備考\r\n"
    "髙﨑 花子,052-123-4567,①階 ㈱の隣\r\n"
    '山田 太郎,090-1234-5678,"角の家,赤い屋根\n犬がいます"\r\n'
)
ROWS = [
    (1, ["氏名", "電話", "備考"]),
    (2, ["髙﨑 花子", "052-123-4567", "①階 ㈱の隣"]),
    (3, ["山田 太郎", "090-1234-5678", "角の家,赤い屋根\n犬がいます"]),
]


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("cp932", "cp932"),
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_every_encoding_that_excel_writes_is_found(encoding: str, found: str) -> None:
    file = DelimitedFile(LIST.encode(encoding))
    assert (file.encoding, file.delimiter, list(file.rows())) == (found, ",", ROWS)


def test_an_old_unix_programs_encoding_is_found() -> None:
    text = "氏名,電話\n高崎 花子,052-123-4567\nタカサキ ハナコ,052-123-4567\n" * 20
    file = DelimitedFile(text.encode("euc_jp"))
    assert file.encoding == "euc_jp"
    assert next(iter(file.rows()))[1] == ["氏名", "電話"]


def test_half_width_kana_in_code_page_932_stay() -> None:
    text = "氏名,カナ\n高崎 花子,ﾀｶｻｷ ﾊﾅｺ\n" * 20
    assert DelimitedFile(text.encode("cp932")).encoding == "cp932"


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    lines = [["氏名", "住所", "備考"], ["山田 太郎", "愛知県", "犬, 猫"], ["髙﨑", "岐阜県", ""]]
    assert (
        find_delimiter("\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in lines)) == delimiter
    )


def test_a_character_cut_by_the_samples_end_does_not_matter() -> None:
    content = ("あ" * SAMPLE).encode("utf-8")
    for length in (SAMPLE, SAMPLE - 1, SAMPLE + 1):
        assert find_encoding(content[:length][:SAMPLE] if length >= SAMPLE else content[:SAMPLE]) == "utf-8"


def test_what_is_no_text_is_refused() -> None:
    picture = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8
    with pytest.raises((NotATable, EncodingUnknown)):
        DelimitedFile(picture)
    with pytest.raises(EncodingUnknown):
        DelimitedFile(b"\x81\xff\xfe\xfd" * 50)


def test_a_later_byte_that_does_not_fit_is_told() -> None:
    file = DelimitedFile("氏名,電話\n".encode() * (SAMPLE // 8) + b"\xff\xfe,1\n")
    with pytest.raises(EncodingUnknown):
        list(file.rows())


def test_a_quotation_mark_that_is_never_closed_is_told_with_its_line() -> None:
    text = '氏名,備考\n山田,"よい\n' + "田中,ながい\n" * 40_000
    with pytest.raises(RowTooLong) as caught:
        list(DelimitedFile(text.encode()).rows())
    assert caught.value.details == {"line": 2}


@pytest.mark.parametrize("filling", ["\x00", ",", "あ"])
def test_a_line_without_an_end_is_told_with_its_number(filling: str) -> None:
    text = "氏名,備考\n" * SAMPLE_LINES + filling * LONGEST_LINE
    with pytest.raises(RowTooLong) as caught:
        list(DelimitedFile(text.encode()).rows())
    assert caught.value.details == {"line": SAMPLE_LINES + 1}


def test_zero_and_end_of_file_characters_of_old_programs_fall_away() -> None:
    file = DelimitedFile("氏名,電話\n山田,1\n\x1a".encode("cp932"))
    assert [row for _, row in file.rows()] == [["氏名", "電話"], ["山田", "1"], []] or [
        row for _, row in file.rows()
    ] == [["氏名", "電話"], ["山田", "1"]]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("氏名,電話,備考\n山田,1,a\n田中,2,b\n", False),
        ("氏名,電話,備考\n山田,1,a\n田中,2,b", False),
        ("氏名,電話,備考\n山田,1,a\n田", True),
        ('氏名,電話,備考\n山田,1,a\n田中,"2', True),
        ("お客様一覧\n\n氏名,電話,備考\n山田,1,a\n田中,2", True),
        ("氏名,電話,備考\n山田\n田中,2,b\n鈴木", False),
        ("氏名,電話,備考\n山田,1,a\n田中\n", False),
    ],
)
def test_a_file_that_breaks_off_within_its_last_row_is_known(text: str, cut: bool) -> None:
    for encoding in ("utf-8", "cp932"):
        file = DelimitedFile(text.encode(encoding))
        list(file.rows())
        assert bool(file.broken_off) is cut


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
def test_a_file_that_breaks_off_within_a_letter_is_read_to_there(encoding: str) -> None:
    content = "氏名,電話\n".encode(encoding) * (SAMPLE // 8) + "山田,1\n田中,後".encode(encoding)[:-1]
    file = DelimitedFile(content)
    *_, (_, last) = file.rows()
    assert (last, len(file.broken_off)) == (["田中", ""], 1)


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
def test_a_short_file_that_breaks_off_within_a_letter_keeps_its_encoding(encoding: str) -> None:
    file = DelimitedFile("氏名,電話\n田中,1\n佐藤花".encode(encoding)[:-1])
    assert list(file.rows()) == [(1, ["氏名", "電話"]), (2, ["田中", "1"]), (3, ["佐藤"])]
    assert (file.encoding, file.broken_off) == (encoding, (3,))
