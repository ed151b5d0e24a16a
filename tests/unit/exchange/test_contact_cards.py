"""Contact cards: every version's way of writing, and what a damaged file does."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.exchange.contact_cards import HEADER, LONGEST_TEXT, ContactCards, is_cards
from hvacdesk.exchange.errors import FileUnreadable, RowTooLong


def card(tmp_path: Path, *lines: str, encoding: str = "utf-8") -> dict[str, str]:
    """The only card of a file, its empty cells left out."""
    path = tmp_path / "contacts.vcf"
    path.write_bytes("\r\n".join(("BEGIN:VCARD", *lines, "END:VCARD", "")).encode(encoding))
    header, (number, cells) = ContactCards(path).rows()
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
    assert is_cards(tmp_path / "contacts.vcf")


def test_other_files_are_no_cards(tmp_path: Path) -> None:
    path = tmp_path / "list.vcf"
    path.write_text("氏名,BEGIN:VCARD\n")
    assert not is_cards(path)
    with pytest.raises(FileUnreadable):
        is_cards(tmp_path / "missing.vcf")


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
        for _number, cells in ContactCards(path).rows():
            assert len(cells) == len(HEADER)
    except UserFacingError:
        return
