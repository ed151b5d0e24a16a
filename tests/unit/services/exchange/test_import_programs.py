"""Lists as other programs write them: recognised by the shipped data, and the same two customers in each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from hvacdesk.domain.customers.customers import CustomerRecord, PhoneKind
from hvacdesk.domain.exchange.import_choices import RowChoices
from hvacdesk.domain.exchange.import_columns import parse_header_words
from hvacdesk.domain.exchange.importing import ImportField, RowState, TableLayout
from hvacdesk.services.exchange.import_columns import shipped_words
from hvacdesk.services.exchange.importing import Importing
from hvacdesk.services.office.help_pages import help_pages
from hvacdesk.ui.file_reading import given_file
from tests.helpers.ground import Ground

LISTS = Path(__file__).parents[3] / "fixtures" / "customer_lists"
PERSON_AT = "愛知県名古屋市中区栄3丁目0-0 栄ハイツ201"
FIRM_AT = "愛知県名古屋市中区栄3丁目0-1"
WITHOUT_KANA = {"dolibarr", "dolibarr_short", "google_outlook", "jobber", "misoca", "site_list", "square"}
"""All but these have columns for kana."""

PROGRAMS = {
    "dolibarr": "Dolibarr (third parties)",
    "dolibarr_short": "Dolibarr (third parties, short headers)",
    "freee": "freee会計（取引先）",
    "fudegurume": "筆ぐるめ（住所録）",
    "fudemame": "筆まめ（住所録）",
    "google_2023": "Google コンタクト（2023年までのGoogle CSV）",
    "google_2024": "Google コンタクト（2024年からのCSV）",
    "google_outlook": "Google コンタクト（Outlook CSV）",
    "hvacdesk_en": "hvacdesk (English)",
    "hvacdesk_ja": "hvacdesk",
    "jobber": "Jobber (clients)",
    "misoca": "Misoca（取引先）",
    "money_forward": "マネーフォワード クラウド請求書（取引先）",
    "outlook_en": "Outlook (English)",
    "outlook_ja": "Outlook（日本語）",
    "site_list": "",
    "square": "Square（顧客リスト）",
    "vcard_21": "vCard",
    "vcard_30": "vCard",
    "vcard_40": "vCard",
    "web_form": "",
    "yayoi": "弥生販売・やよいの顧客管理（得意先台帳）",
}

OWN = {"hvacdesk", "hvacdesk (English)", "vCard"}
"""Lists of no program but this one, and of every address book: the help has words of its own for them."""

HELP_LIST = {
    "en": re.compile(r"^Lists that (.+) write are recognised by their headings", re.MULTILINE),
    "ja": re.compile(r"^(.+)の一覧は、見出しで見分けます", re.MULTILINE),
}
IN_ENGLISH = {
    "マネーフォワード": "Money Forward",
    "弥生": "Yayoi",
    "筆まめ": "Fudemame",
    "筆ぐるめ": "Fudegurume",
    "Googleコンタクト": "Google Contacts",
}
"""The others are written alike in both languages."""

NOTED = {"jobber": "丸の内1丁目0-9 名古屋市中区 愛知県 460-0002"}
"""A list without a column of notes: the address that is not taken is kept all the same."""


def named_in_help(language: str) -> list[str]:
    found = HELP_LIST[language].search(help_pages(language)["import"].body)
    assert found is not None
    return re.split(r", | and |、", found[1])


def files() -> Sequence[Path]:
    return sorted(LISTS.iterdir())


def understood(ground: Ground, path: Path) -> list[CustomerRecord]:
    importing = Importing(ground.workplace)
    table = importing.open(ground.desk, given_file(path))
    layout = importing.layout(ground.desk, table.key, table.sheets[0])
    program = shipped_words().program(layout.columns)
    assert (program.name if program else "") == PROGRAMS[path.stem]
    preview = importing.preview(
        ground.desk, table.key, table.sheets[0], layout, lambda *_: None, lambda: False
    )
    assert [row.state for row in preview.rows] == [RowState.GOOD] * 2, [row.remarks for row in preview.rows]
    return [row.record for row in preview.rows if row.record is not None]


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_a_programs_list_is_understood_as_it_comes(ground: Ground, path: Path) -> None:
    person, firm = understood(ground, path)
    assert (person.name.family, person.name.given, person.organisation) == ("試験", "花子", "")
    if path.stem not in WITHOUT_KANA:
        assert (person.name.family_kana, person.name.given_kana) == ("シケン", "ハナコ")
    assert person.address.full() == PERSON_AT
    assert (person.address.city, person.address.town) == ("名古屋市中区", "栄")
    assert person.phones[0].kind is PhoneKind.HOME
    assert person.phones[0].number.replace("-", "") == "0520000001"
    assert person.note.split("\n")[0] in {"犬がいます", "", NOTED.get(path.stem, "")}
    assert PERSON_AT.replace(" ", "") not in "".join(person.note.split()), "nothing is said twice"
    assert person.email in {"hanako@hidden.example", ""}
    assert (firm.organisation, firm.name.family) == ("株式会社みどり工務店", "")
    assert firm.address.full() == FIRM_AT
    assert [phone.number for phone in firm.phones] == ["052-000-0002"]


@pytest.mark.parametrize(
    "stem", ["google_2024", "google_2023", "outlook_ja", "vcard_21", "vcard_40", "jobber"]
)
def test_a_mobile_phone_is_one(ground: Ground, stem: str) -> None:
    (path,) = LISTS.glob(f"{stem}.*")
    person, _firm = understood(ground, path)
    assert [phone.kind for phone in person.phones] == [PhoneKind.HOME, PhoneKind.MOBILE]


def test_of_two_addresses_one_is_taken_whole_and_the_other_noted(ground: Ground) -> None:
    person, _firm = understood(ground, LISTS / "outlook_ja.csv")
    assert person.address.postal_code == "4600008"
    assert "丸の内1丁目0-9" in person.note
    assert "460-0002" in person.note
    assert person.note.startswith("犬がいます")


def test_a_customers_address_and_that_of_the_site_are_two(ground: Ground, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "施主名,現場住所,住所,備考\n"
        "試験 花子,愛知県名古屋市中区丸の内1丁目0-9,愛知県名古屋市中区栄3丁目0-0,鍵は管理室\n"
        "試験 次郎,愛知県名古屋市中区栄3丁目0-0,,\n",
        encoding="utf-8",
    )
    importing = Importing(ground.workplace)
    table = importing.open(ground.desk, given_file(path))
    layout = importing.layout(ground.desk, table.key, "")
    preview = importing.preview(ground.desk, table.key, "", layout, lambda *_: None, lambda: False)
    both, site_alone = [row.record for row in preview.rows if row.record is not None]
    assert both.address.full() == site_alone.address.full() == "愛知県名古屋市中区栄3丁目0-0"
    assert both.note == "鍵は管理室\n愛知県名古屋市中区丸の内1丁目0-9"
    assert site_alone.note == ""
    assert preview.rows[0].cells[1] == "愛知県名古屋市中区丸の内1丁目0-9", (
        "the row itself keeps what stood there"
    )


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("施主名", ImportField.NAME),
        ("現場住所", ImportField.ADDRESS),
        ("お名前（必須）", ImportField.NAME),
        ("電話番号（自宅）", ImportField.PHONE),
        ("携帯電話 ※任意", None),
        ("住所（番地まで）", ImportField.ADDRESS),
        ("得意先名称", ImportField.NAME),
        ("メールアドレス【必須】", ImportField.EMAIL),
        ("担当者", None),
    ],
)
def test_words_of_offices_are_known(header: str, field: ImportField | None) -> None:
    assert shipped_words().guess(header).kind is field


def test_every_program_names_its_source_and_when_it_was_looked_up() -> None:
    for program in shipped_words().programs:
        assert program.source, program.name
        assert program.as_of, program.name
        assert any(column.kind for column in program.columns.values()), program.name


def test_every_program_that_is_recognised_has_a_list_here() -> None:
    assert {program.name for program in shipped_words().programs} == set(PROGRAMS.values()) - {""}
    assert {path.stem for path in files()} == set(PROGRAMS)


def test_the_help_names_the_programs_that_are_recognised() -> None:
    named = named_in_help("ja")
    recognised = {one.name.replace(" ", "") for one in shipped_words().programs if one.name not in OWN}
    unnamed = {one for one in recognised if not one.startswith(tuple(named))}
    assert not unnamed, "recognised, and not in the help"
    unknown = {one for one in named if not any(name.startswith(one) for name in recognised)}
    assert not unknown, "in the help, and not recognised"
    assert named_in_help("en") == [IN_ENGLISH.get(one, one) for one in named]


def test_a_header_cannot_stand_for_two_fields() -> None:
    text = 'format = 1\nremarks = []\nprogram = []\n[words]\nname = ["氏名"]\nkana = ["氏　名"]\n'
    with pytest.raises(ValueError, match="two fields"):
        parse_header_words(text)


def test_a_postal_code_alone_is_no_address_where_another_one_says_more() -> None:
    kinds = (ImportField.POSTAL_CODE, ImportField.STREET, ImportField.POSTAL_CODE, ImportField.STREET)
    layout = TableLayout(1, tuple("ABCD"), dict(enumerate(kinds)), {2: 2, 3: 2})
    assert RowChoices(layout).of(["460-0008", "", "500-8076", "司町40"]) == ["", "", "500-8076", "司町40"]
    assert RowChoices(layout).of(["460-0008", "", "", ""]) == ["460-0008", "", "", ""]
    assert RowChoices(layout).of(["", "栄3丁目", "500-8076"]) == ["", "栄3丁目", ""]
