"""Contact cards: every version's way of writing, and what a damaged file does."""

from __future__ import annotations

import encodings
from encodings.aliases import aliases
from pathlib import Path
from pkgutil import iter_modules

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.exchange import contact_cards
from hvacdesk.exchange.contact_cards import HEADER, LONGEST_TEXT, ContactCards, _unfolded, is_cards
from hvacdesk.exchange.encodings import in_charset
from hvacdesk.exchange.errors import EncodingUnknown, RowTooLong


def card(tmp_path: Path, *lines: str, encoding: str = "utf-8") -> dict[str, str]:
    """The only card of a file, its empty cells left out."""
    path = tmp_path / "contacts.vcf"
    path.write_bytes("\r\n".join(("BEGIN:VCARD", *lines, "END:VCARD", "")).encode(encoding))
    header, (number, cells) = ContactCards(path.read_bytes()).rows()
    assert (header, number) == ((1, list(HEADER)), 2)
    return {name: text for name, text in zip(HEADER, cells, strict=True) if text}


def test_folded_lines_and_escapes_are_undone(tmp_path: Path) -> None:
    found = card(tmp_path, "N:試\r\n 験;花\r\n\t子", r"NOTE:犬\, 猫\; 鳥\n二階")
    assert found == {"N family": "試験", "N given": "花子", "NOTE": "犬, 猫; 鳥\n二階"}


def test_groups_parameters_and_kinds_are_understood(tmp_path: Path) -> None:
    found = card(
        tmp_path,
        "FN:試験 花子",
        'item1.TEL;TYPE="work,voice":052-000-0001',
        "TEL;type=CELL;type=pref:090-0000-0002",
        "TEL;FAX;WORK:052-000-0003",
        "TEL;VALUE=uri:tel:+81-52-000-0004;ext=12",
        "TEL:052-000-0005",
    )
    assert found == {
        "FN": "試験 花子",
        "TEL work": "052-000-0001",
        "TEL cell": "090-0000-0002",
        "TEL fax": "052-000-0003",
        "TEL home": "+81-52-000-0004\n052-000-0005",
    }


def test_of_several_addresses_the_preferred_one_is_taken_and_the_others_noted(tmp_path: Path) -> None:
    found = card(
        tmp_path,
        "N:試験;花子",
        "ADR;HOME:;;栄1丁目;名古屋市中区;愛知県;460-0008;日本",
        "ADR;WORK;PREF:;;司町40;岐阜市;岐阜県;500-8076;日本",
        "ADR;WORK:;;;;;;",
    )
    assert (found["ADR region"], found["ADR locality"], found["ADR street"]) == ("岐阜県", "岐阜市", "司町40")
    assert "愛知県名古屋市中区栄1丁目" in found["NOTE"], "no address is lost"


def test_pictures_are_left_out(tmp_path: Path) -> None:
    found = card(
        tmp_path, "N:試験;花子", "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ", " SkZJRg==", "LOGO;BASE64:AAAA"
    )
    assert found == {"N family": "試験", "N given": "花子"}


@pytest.mark.parametrize("charset", ["Shift_JIS", "SHIFT-JIS", "Windows-31J", "unheard-of", "EUC-JP"])
def test_a_values_own_character_set_is_used(tmp_path: Path, charset: str) -> None:
    codec = "euc_jp" if charset == "EUC-JP" else "cp932"
    text = "".join(f"={byte:02X}" for byte in "高崎①".encode(codec, "ignore"))
    found = card(tmp_path, f"N;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:{text};", encoding="ascii")
    assert found["N family"].startswith("高崎")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
def test_a_file_in_any_encoding_is_known_by_its_beginning(tmp_path: Path, encoding: str) -> None:
    assert card(tmp_path, "VERSION:3.0", "N:髙﨑;花子", encoding=encoding)["N family"] == "髙﨑"
    assert is_cards((tmp_path / "contacts.vcf").read_bytes())


def test_other_files_are_no_cards(tmp_path: Path) -> None:
    path = tmp_path / "list.vcf"
    path.write_text("氏名,BEGIN:VCARD\n", encoding="utf-8")
    assert not is_cards(path.read_bytes())


def test_both_ways_of_going_on_in_the_next_line_are_joined(tmp_path: Path) -> None:
    lines = ("NOTE;ENCODING=QUOTED-PRINTABLE:=E7=8A=AC=", "=E3=81=8C", " =E3=81=84=E3=82=8B")
    assert card(tmp_path, *lines) == {"NOTE": "犬がいる"}


def test_a_large_picture_keeps_nobody_out(tmp_path: Path) -> None:
    lines = [" " + "A" * 75] * (LONGEST_TEXT // 75 + 1)
    assert card(tmp_path, "PHOTO;ENCODING=b:", *lines, "N:試験;花子") == {
        "N family": "試験",
        "N given": "花子",
    }


def test_a_text_longer_than_any_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RowTooLong):
        card(tmp_path, "N:試験;花子", "NOTE:", *[" " + "A" * 60_000] * (LONGEST_TEXT // 60_000 + 1))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), max_size=12))
def test_no_content_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    path = tmp_path_factory.getbasetemp() / "any.vcf"
    path.write_text("BEGIN:VCARD\n" + "\n".join(f"{line}:{line}" for line in lines), encoding="utf-8")
    try:
        for _number, cells in ContactCards(path.read_bytes()).rows():
            assert len(cells) == len(HEADER)
    except UserFacingError:
        return


def one(name: str) -> str:
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{name};太郎\r\nTEL:052-000-0001\r\nEND:VCARD\r\n"


@pytest.mark.parametrize(
    ("lost", "instead"),
    [
        (one("二階"), one("二階").removesuffix("END:VCARD\r\n")),
        (one("二階"), one("二階").removeprefix("BEGIN:VCARD\r\n")),
        (one("二階"), one("二階").partition("TEL:")[0]),
        (one("二階"), "BEGIN:VCARD\r\nN;ENCODING=QUOTED-PRINTABLE:=E4=BA=8C=E9=9A=8E=\r\n"),
    ],
)
def test_a_card_that_lost_its_beginning_or_its_end_is_a_row_that_says_so(
    tmp_path: Path, lost: str, instead: str
) -> None:
    path = tmp_path / "contacts.vcf"
    for names, broken in (("一階", "二階", "三階"), [3]), (("一階", "二階"), [3]), (("二階", "三階"), [2]):
        whole = "".join(map(one, names))
        path.write_bytes(whole.replace(lost, instead).encode())
        cards = ContactCards(path.read_bytes())
        found = [cells[HEADER.index("N family")] for _, cells in cards.rows()][1:]
        assert (found, sorted(cards.broken_off)) == (list(names), broken)
        path.write_bytes(whole.encode())
        assert len(list(ContactCards(path.read_bytes()).rows())) == len(names) + 1


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "utf-16"])
def test_no_card_before_the_place_where_a_file_was_cut_is_lost(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "contacts.vcf"
    whole = one("一階").encode(encoding)
    last = one("二階").encode(encoding.replace("16", "16-le"))
    for length in range(13 * (2 if encoding == "utf-16" else 1), len(last) - 4):
        path.write_bytes(whole + last[:length])
        cards = ContactCards(path.read_bytes())
        try:
            _, (_, first), *_ = cards.rows()
        except EncodingUnknown:  # half of a letter that is no foreign one
            assert encoding == "utf-16"
            continue
        assert (first[HEADER.index("N family")], sorted(cards.broken_off)) == ("一階", [3])


def test_what_goes_on_over_many_lines_is_not_copied_at_each_of_them() -> None:
    """A text that is joined at each line costs its length times its lines: minutes here."""
    soft = ["NOTE;ENCODING=QUOTED-PRINTABLE:=", *["a="] * 450_000, "a"]
    assert list(_unfolded(soft)) == ["NOTE;ENCODING=QUOTED-PRINTABLE:" + "a" * 450_001]


def test_a_parameter_that_is_there_very_often_is_read(tmp_path: Path) -> None:
    assert card(tmp_path, "TEL" + ";TYPE=x" * 50_000 + ";TYPE=CELL:1") == {"TEL cell": "1"}


@pytest.mark.parametrize("filling", ["TEL:1", "", "PHOTO:1"])
def test_a_card_without_an_end_for_ever_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, filling: str
) -> None:
    monkeypatch.setattr(contact_cards, "MOST_LINES", 50)
    assert card(tmp_path, "N:試験", *[filling] * 40)["N family"] == "試験"
    with pytest.raises(RowTooLong):
        card(tmp_path, "N:試験", *[filling] * 60)


USELESS = {"undefined", "idna", "punycode", "unicode_escape", "raw_unicode_escape"}
CHARSETS = sorted(
    {
        *aliases,
        *aliases.values(),
        *(found.name for found in iter_modules(encodings.__path__)),
        "x" * 500,
        "../x",
    }
    | USELESS
)


@pytest.mark.parametrize(
    "raw", ["=41;=ff=fe=00A", "=5Cud800", "+2AA-", "=5Cd", "=E7=8A=AC", "x" * 64, "xn--a"]
)
def test_no_character_set_that_a_card_can_name_breaks_the_reader(tmp_path: Path, raw: str) -> None:
    path = tmp_path / "contacts.vcf"
    values = (f"N;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:{raw}\nTEL:1" for charset in CHARSETS)
    path.write_text("".join(f"BEGIN:VCARD\n{value}\nEND:VCARD\n" for value in values), encoding="utf-8")
    cards = [cells for _, cells in ContactCards(path.read_bytes()).rows()][1:]
    assert [cells[HEADER.index("TEL home")] for cells in cards] == ["1"] * len(CHARSETS)
    for cells in cards:
        "".join(cells).encode("utf-8")


@pytest.mark.parametrize("charset", [*sorted(USELESS), "rot13", "hex", "zip", "", "a\x00"])
def test_a_character_set_that_no_text_is_in_is_none(charset: str) -> None:
    assert in_charset(b"a", charset) is None


@pytest.mark.parametrize("charset", ["utf-8", "Shift_JIS", "ISO-2022-JP", "EUC-JP", "UTF-16"])
def test_a_character_set_that_texts_are_in_is_read(charset: str) -> None:
    assert in_charset("試験".encode(charset), charset) == "試験"
