"""``hvacdesk import`` in a process of its own: the words of the window, and all or nothing as there."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from hvacdesk.domain.exchange.importing import Duplicates
from hvacdesk.domain.exchange.outside_lists import ListKind
from hvacdesk.domain.roles import Role
from hvacdesk.ui.file_reading import given_file
from tests.helpers.loaded_program import Done, one_loaded
from tests.helpers.real_office import RealOffice, copied_real_office, new_real_office, passphrase_of
from tests.helpers.secret_service import SecretService
from tests.helpers.systems import SYSTEM
from tests.helpers.vault_offices import real_passphrases
from tests.integration.test_commands import FAILED, OK, OWNER, customers, hvacdesk, new_hvacdesk

LIST = """お客様一覧,,,
氏名,フリガナ,電話番号,備考
髙﨑 花子,タカサキ ハナコ,052-123-4567,①階
山田太郎,ヤマダ タロウ,582654000,
鈴木 一郎,スズキ イチロウ,,カード 4111 1111 1111 1111
髙﨑 花子,,052-123-4567,二度目
"""


@pytest.fixture(autouse=True)
def _in_full() -> Iterator[None]:
    """The program's own processes refuse an office whose passphrase work was done cheaply."""
    with real_passphrases():
        yield


@pytest.fixture(scope="module", autouse=True)
def _one_loaded() -> Iterator[None]:
    with one_loaded():
        yield


@pytest.fixture
def office(tmp_path: Path, secret_service: SecretService) -> Iterator[RealOffice]:
    yield copied_real_office(_owned, tmp_path / "事務所")
    secret_service.forget_all()


def _owned(home: Path) -> RealOffice:
    """Its passphrase work is done in full: it is made within a test."""
    return new_real_office(home, everybody=False)


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "お客様 一覧.csv"
    path.write_bytes(LIST.encode("cp932"))
    return path


def brought_in(
    office: RealOffice, *arguments: str, typed: str = "", run: Callable[..., Done] = hvacdesk
) -> tuple[int, str, str]:
    done = run("--home", str(office.home), "import", *arguments, typed=typed or passphrase_of(OWNER))
    return done.returncode, done.stdout, done.stderr


def _require_owner_alone(file: Path) -> None:
    if SYSTEM != "win32":  # there the folder's rights hold
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_checking_stores_nothing_and_prints_no_customer(office: RealOffice, listed: Path) -> None:
    status, said, wrong = brought_in(office, str(listed), "--check", run=new_hvacdesk)
    assert status == OK, wrong
    assert "Column 1, 氏名: Name (one cell)" in said
    assert "1 rows are ready, 1 need a look, 1 are probably registered, 1 cannot be imported." in said
    assert "Line 5: " in said
    assert "Nothing was stored" in said
    assert [one for one in ("髙﨑", "052-123", "4111", "①") if one in said + wrong] == []
    assert customers(office) == 0


def test_one_wrong_row_stops_everything_and_is_written_out(
    office: RealOffice, listed: Path, tmp_path: Path
) -> None:
    target = tmp_path / "left out.csv"
    status, _said, wrong = brought_in(office, str(listed), "--left-out", str(target))
    assert (status, "1 rows of this list cannot be imported." in wrong) == (FAILED, True)
    assert "No customer was registered." in wrong
    assert customers(office) == 0
    _require_owner_alone(target)
    text = target.read_text(encoding="utf-8-sig")
    assert text.splitlines()[1].startswith("5,")
    assert "鈴木 一郎" in text


def test_only_the_good_rows_are_registered_and_the_others_written_out(
    office: RealOffice, listed: Path, tmp_path: Path
) -> None:
    target = tmp_path / "left out.csv"
    status, said, wrong = brought_in(office, str(listed), "--only-good-rows", "--left-out", str(target))
    assert status == OK, wrong
    assert "2 customers were registered (C-000001 to C-000002)." in said
    assert "2 rows were left out." in said
    assert "お客様 一覧.csv" in said
    assert customers(office) == 2
    _require_owner_alone(target)
    assert [line.split(",")[0] for line in target.read_text(encoding="utf-8-sig").splitlines()] == [
        "Line",
        "5",
        "6",
    ]
    opened, actor = office.login(Role.OWNER)
    rest, _list = opened.outside_lists.out(actor)
    opened.close()
    assert (rest.kind, rest.customers, rest.place) == (ListKind.LEFT_OUT, 2, str(target))


def test_a_mapping_chosen_before_is_kept(office: RealOffice, listed: Path) -> None:
    opened, actor = office.login(Role.OWNER)
    table = opened.importing.open(actor, given_file(listed))
    layout = opened.importing.layout(actor, table.key, "")
    changed = {at: field for at, field in layout.mapping.items() if at != 3}
    preview = opened.importing.preview(
        actor, table.key, "", replace(layout, mapping=changed), lambda *_: None, lambda: False
    )
    opened.importing.run(
        actor,
        preview.table,
        only_good_rows=True,
        duplicates=Duplicates.LEAVE_OUT,
        progress=lambda *_: None,
        cancelled=lambda: False,
    )
    opened.leave(actor)
    _status, said, _wrong = brought_in(office, str(listed), "--check")
    assert "備考: not imported" in said
    assert "4 are probably registered" in said, "鈴木 一郎 too, of whom the list says nothing else"


def test_a_locked_workbook_asks_for_its_password_after_the_passphrase(
    office: RealOffice, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("名簿").append(["氏名", "電話"])
    book["名簿"].append(["髙﨑 花子", "052-123-4567"])
    plain, locked = tmp_path / "plain.xlsx", tmp_path / "locked.xlsx"
    book.save(plain)
    with plain.open("rb") as source, locked.open("wb") as target:
        OOXMLFile(source).encrypt("himitsu-no-1", target)
    typed = f"{passphrase_of(OWNER)}\nhimitsu-no-1"
    status, said, _wrong = brought_in(office, str(locked), "--sheet", "住所録", typed=typed)
    assert (status, "名簿" in said) == (FAILED, True)
    status, said, wrong = brought_in(office, str(locked), "--sheet", "名簿", typed=typed)
    assert status == OK, wrong
    assert "1 customers were registered" in said
    status, _said, wrong = brought_in(office, str(locked), typed=f"{passphrase_of(OWNER)}\nwrong")
    assert (status, "protected by a password" in wrong) == (FAILED, True)


def test_what_is_no_list_says_so(office: RealOffice, tmp_path: Path) -> None:
    status, _said, wrong = brought_in(office, str(tmp_path / "nowhere.csv"))
    assert (status, "cannot be read" in wrong) == (FAILED, True)


@pytest.mark.parametrize("second", ["", '"'], ids=["not closed", "closed later"])
def test_a_lone_quotation_mark_is_told_with_its_line_and_registers_nobody(
    office: RealOffice, tmp_path: Path, second: str
) -> None:
    rows = "".join(f"鈴木 {at},052-333-{at:04},メモ{at}\r\n" for at in range(60))
    text = f'氏名,電話,備考\r\n山田 太郎,052-111-2222,メモ\r\n渡辺 一,052-222-4444,"5馬力\r\n{rows}'
    path = tmp_path / "一覧.csv"
    path.write_bytes(f"{text}林 花子,052-444-5555,三馬力{second}\r\n".encode("cp932"))
    before = customers(office)
    status, _said, wrong = brought_in(office, str(path))
    assert status == FAILED
    assert ("Lines 3 to 64" if second else "line 3") in wrong
    assert customers(office) == before


UNKNOWN = "取引番号,ご芳名,ご芳名よみ,れんらくさき\n0001,髙﨑 花子,タカサキ ハナコ,052-123-4567\n"


def test_columns_are_named_on_the_command_line_and_remembered(office: RealOffice, tmp_path: Path) -> None:
    path = tmp_path / "一覧.csv"
    path.write_bytes(UNKNOWN.encode("cp932"))
    named = ("--column", "name=ご芳名", "--column", "kana=ご芳名よみ", "--column", "phone=れんらくさき")
    status, said, wrong = brought_in(office, str(path), *named)
    assert status == OK, wrong
    assert "Column 2, ご芳名: Name (one cell)" in said
    assert "Column 1, 取引番号: not imported" in said
    assert customers(office) == 1
    status, said, _wrong = brought_in(office, str(path), "--check")
    assert status == OK
    assert "Column 4, れんらくさき: Phone" in said
    assert "1 are probably registered" in said
    status, said, _wrong = brought_in(office, str(path), "--check", "--column", "none=れんらくさき")
    assert "Column 4, れんらくさき: not imported" in said


def test_a_column_or_field_that_is_not_there_is_named(office: RealOffice, listed: Path) -> None:
    status, said, _wrong = brought_in(office, str(listed), "--check", "--column", "nickname=氏名")
    assert (status, "“nickname=氏名” names no field." in said, "family_name" in said) == (FAILED, True, True)
    status, _said, wrong = brought_in(office, str(listed), "--check", "--column", "name=取引先名")
    assert (status, "There is no column “取引先名” in this list." in wrong) == (FAILED, True)
    assert "氏名、フリガナ、電話番号、備考" in wrong
    assert customers(office) == 0


def test_the_rows_left_out_replace_no_file_and_stay_out_of_the_offices_folder(
    office: RealOffice, listed: Path, tmp_path: Path
) -> None:
    another = tmp_path / "another.txt"
    another.write_bytes(b"somebody's")
    (office.home / "report-box.sealed").write_bytes(b"reports")
    places = {
        listed: "in that folder already",
        another: "in that folder already",
        tmp_path: "in that folder already",
        office.home / "report-box.sealed": "the office's data",
        office.home / "backup.places": "the office's data",
        office.home / "nowhere" / "x.csv": "the office's data",
        tmp_path / "nowhere" / "x.csv": "could not be saved there",
    }
    before = {path: path.read_bytes() for path in (listed, another, *office.home.iterdir()) if path.is_file()}
    for place, said in places.items():
        for way in (["--check"], ["--only-good-rows"]):
            status, _said, wrong = brought_in(office, str(listed), *way, "--left-out", str(place))
            assert (status, said in wrong) == (FAILED, True), (place, wrong)
    assert {path: path.read_bytes() for path in before} == before
    assert not (office.home / "backup.places").exists()
    assert customers(office) == 0
