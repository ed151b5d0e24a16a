"""Importing a customer list into an office: looked through first, stored whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from sqlalchemy import func, select

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.exchange import importing as domain
from hvacdesk.domain.exchange.importing import (
    CUT_SHORT,
    KANA_UNDIVIDED,
    REGISTERED,
    Duplicates,
    ImportField,
    ImportPreview,
    ImportReport,
    RowState,
    TableLayout,
)
from hvacdesk.domain.exchange.outside_lists import ListKind
from hvacdesk.domain.exchange.taken_imports import ImportKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.exchange.errors import EmptyTable
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.exact_tries import FREE_TRIES
from hvacdesk.services.exchange.import_history import ImportHistory
from hvacdesk.services.exchange.importing import Importing, ImportStopped, ListOvertaken, RowsRefused
from hvacdesk.services.exchange.outside_lists import OutsideLists
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.exchange import importing as store
from hvacdesk.store.models import Customer, CustomerFinding, CustomerPhone
from hvacdesk.store.office import office as office_store
from hvacdesk.store.requests import suspension
from hvacdesk.ui.file_reading import given_file
from tests.helpers.ground import Ground
from tests.helpers.people import customer
from tests.helpers.sabotage import replaced

HEADER = "No,氏名,フリガナ,郵便番号,住所,電話番号,備考"
LIST = f"""お客様一覧,,,,,,
,,,,,,
{HEADER}
1,髙﨑 花子,タカサキ ハナコ,460-0008,愛知県名古屋市中区栄3丁目15-33,052-123-4567,①階
2,山田太郎,ヤマダ タロウ,,岐阜県岐阜市司町40-1,582654000,
3,株式会社みどり工務店,ミドリコウムテン,,三重県四日市市諏訪町1-5,059-354-8104,
4,鈴木 一郎,,,,,カード 4111 1111 1111 1111
5,髙﨑 花子,,,,052-123-4567,二度目
"""
NO_ONE_WAITS = lambda *_: None  # noqa: E731


def never() -> bool:
    return False


@pytest.fixture
def importing(ground: Ground) -> Importing:
    return Importing(ground.workplace)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "お客様 一覧.csv"
    file.write_bytes(LIST.encode("cp932"))
    return file


def looked_through(ground: Ground, importing: Importing, path: Path) -> ImportPreview:
    table = importing.open(ground.desk, given_file(path))
    layout = importing.layout(ground.desk, table.key, table.sheets[0])
    return importing.preview(ground.desk, table.key, table.sheets[0], layout, NO_ONE_WAITS, never)


def imported(ground: Ground, importing: Importing, preview: ImportPreview, **choices: object) -> ImportReport:
    chosen = {"only_good_rows": True, "duplicates": Duplicates.LEAVE_OUT} | choices
    return importing.run(ground.desk, preview.table, progress=NO_ONE_WAITS, cancelled=never, **chosen)  # type: ignore[arg-type]


def counts(ground: Ground) -> Sequence[int]:
    with ground.workplace.reading() as session:
        return [
            session.scalar(select(func.count()).select_from(table)) or 0
            for table in (Customer, CustomerPhone, CustomerFinding)
        ]


def test_a_list_is_looked_through_before_anything_is_stored(
    ground: Ground, importing: Importing, path: Path
) -> None:
    preview = looked_through(ground, importing, path)
    assert [(row.line, row.state) for row in preview.rows] == [
        (4, RowState.GOOD),
        (5, RowState.CHECK),
        (6, RowState.GOOD),
        (7, RowState.WRONG),
        (8, RowState.DUPLICATE),
    ]
    assert counts(ground) == [0, 0, 0]


def test_good_rows_are_registered_found_and_logged_once(
    ground: Ground, importing: Importing, path: Path
) -> None:
    before = Customers(ground.workplace).search(ground.desk, "").total
    report = imported(ground, importing, looked_through(ground, importing, path))
    assert (before, report.imported, report.first_number, report.last_number) == (
        0,
        3,
        "C-000001",
        "C-000003",
    )
    assert report.left_out == 2
    assert counts(ground) == [3, 3, 3]
    customers = Customers(ground.workplace)
    for text in ("髙﨑", "高崎", "たかさき", "4567", "司町", "みどり"):
        assert customers.search(ground.desk, text).hits == 1, text
    entries = AuditLog(ground.workplace).entries(ground.owner, action=Action.CUSTOMERS_IMPORTED)
    assert [entry.details for entry in entries] == [
        {"customers": 3, "first": "C-000001", "last": "C-000003", "left_out": 2}
    ]


def test_the_next_number_follows_an_import(ground: Ground, importing: Importing, path: Path) -> None:
    imported(ground, importing, looked_through(ground, importing, path))
    again = imported(ground, importing, looked_through(ground, importing, path), duplicates=Duplicates.IMPORT)
    assert (again.first_number, again.imported) == ("C-000004", 4)
    with ground.workplace.reading() as session:
        assert len(set(session.scalars(select(Customer.record_id)))) == 7


def firm_list(path: Path, numbers: Iterable[str]) -> Path:
    rows = (f"{at},株式会社みどり工務店,,,,{one}," for at, one in enumerate(numbers))
    path.write_text("\n".join((HEADER, *rows)), encoding="utf-8")
    return path


def duplicates_in(preview: ImportPreview) -> int:
    return sum(row.state is RowState.DUPLICATE for row in preview.rows)


def exact_entries(ground: Ground) -> list[dict[str, object]]:
    entries = AuditLog(ground.workplace).entries(ground.owner, action=Action.EXACT_SEARCH)
    return [entry.details for entry in entries]


def test_a_list_of_all_numbers_finds_nobodys(ground: Ground, importing: Importing, path: Path) -> None:
    """A firm's name is shown to everybody; of one name a list is told no more than is tried by hand."""
    imported(ground, importing, looked_through(ground, importing, path))
    guesses = [f"059-{middle}-8104" for middle in range(300, 360)]
    right = guesses.index("059-354-8104")
    assert right > FREE_TRIES
    assert duplicates_in(looked_through(ground, importing, firm_list(path, guesses))) == 0
    assert exact_entries(ground) == [{"field": "duplicate", "hits": 0, "tries": len(guesses) - FREE_TRIES}]
    for guess in guesses[right - 1 : right + 2]:
        assert duplicates_in(looked_through(ground, importing, firm_list(path, [guess]))) == 0, "list by list"
    ground.clock.pass_time(minutes=11)
    assert duplicates_in(looked_through(ground, importing, firm_list(path, guesses[right:]))) == 1


def test_a_list_is_no_try_where_all_are_registered_or_nobody_is(
    ground: Ground, importing: Importing, path: Path
) -> None:
    for _ in range(FREE_TRIES):
        looked_through(ground, importing, path)
    imported(ground, importing, looked_through(ground, importing, path))
    for _ in range(FREE_TRIES):
        assert duplicates_in(looked_through(ground, importing, path)) == 4
    assert exact_entries(ground) == []
    assert Customers(ground.workplace).search(ground.desk, "0593548104").hits == 1, "nobody has to wait"


def test_a_list_tells_nothing_of_whoever_is_suspended(
    ground: Ground, importing: Importing, path: Path
) -> None:
    imported(ground, importing, looked_through(ground, importing, path))
    with ground.workplace.transaction() as session:
        for customer in session.scalars(select(Customer)).all():
            suspension.lock(session, customer, "2026-11-24")
    assert [
        row.line for row in looked_through(ground, importing, path).rows if row.state is RowState.DUPLICATE
    ] == [8], "twice in the list itself"


def test_a_second_import_finds_everybody_registered(ground: Ground, importing: Importing, path: Path) -> None:
    imported(ground, importing, looked_through(ground, importing, path))
    preview = looked_through(ground, importing, path)
    assert [row.state for row in preview.rows if row.record] == [RowState.DUPLICATE] * 4
    assert preview.rows[0].remarks[-1].details == {"number": "C-000001"}
    assert imported(ground, importing, preview).imported == 0
    assert counts(ground) == [3, 3, 3]


def test_only_the_same_name_with_the_same_phone_or_street_is_taken_for_one_customer(
    ground: Ground, importing: Importing, tmp_path: Path
) -> None:
    known, more = tmp_path / "known.csv", tmp_path / "more.csv"
    known.write_text(f"{HEADER}\n1,田中 一,,,,052-123-4567,\n2,田中 一,,,,052-123-4568,\n", encoding="utf-8")
    imported(ground, importing, looked_through(ground, importing, known))
    rows = ("田中 一,,,,052-123-4568,", "田中 一,,,,052-123-4569,", "田中 二,,,,052-123-4567,")
    lines = [f"{at},{row}" for at, row in enumerate((*rows, *rows[1:2]))]
    more.write_text("\n".join((HEADER, *lines)), encoding="utf-8")
    found = [
        row.remarks[-1].details if row.state is RowState.DUPLICATE else None
        for row in looked_through(ground, importing, more).rows
    ]
    assert found == [{"number": "C-000002"}, None, None, {"line": 3}]


def test_all_or_nothing_stores_nothing_for_one_wrong_row(
    ground: Ground, importing: Importing, path: Path
) -> None:
    with pytest.raises(RowsRefused) as caught:
        imported(ground, importing, looked_through(ground, importing, path), only_good_rows=False)
    assert caught.value.details == {"count": 1}
    assert counts(ground) == [0, 0, 0]


def test_stopping_in_the_middle_stores_nothing(ground: Ground, importing: Importing, path: Path) -> None:
    preview = looked_through(ground, importing, path)
    with replaced(store, "_AT_ONCE", 1), pytest.raises(ImportStopped):
        importing.run(
            ground.desk,
            preview.table,
            only_good_rows=True,
            duplicates=Duplicates.LEAVE_OUT,
            progress=NO_ONE_WAITS,
            cancelled=lambda: True,
        )
    assert counts(ground) == [0, 0, 0]
    assert imported(ground, importing, preview).first_number == "C-000001"


def test_the_mapping_of_the_same_header_is_remembered(
    ground: Ground, importing: Importing, path: Path
) -> None:
    table = importing.open(ground.desk, given_file(path))
    layout = importing.layout(ground.desk, table.key, "")
    del (changed := dict(layout.mapping))[6]
    changed[0] = ImportField.NOTE
    chosen = type(layout)(layout.header_row, layout.columns, changed)
    preview = importing.preview(ground.desk, table.key, "", chosen, NO_ONE_WAITS, never)
    imported(ground, importing, preview)
    assert (
        importing.layout(ground.desk, importing.open(ground.desk, given_file(path)).key, "").mapping
        == changed
    )


def test_rows_left_out_are_given_back_with_their_reason_and_without_formulas(
    ground: Ground, importing: Importing, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(f'{HEADER}\n1,=HYPERLINK("x"),,,,,@cmd 4111 1111 1111 1111\n', encoding="utf-8")
    preview = looked_through(ground, importing, file)
    imported(ground, importing, preview)
    made = importing.left_out_csv(ground.desk, preview.table, english)
    text = made.content.decode("utf-8-sig")
    lines = text.splitlines()
    assert lines[0] == f"Line,Reason,{HEADER}"
    assert lines[1].startswith(
        "2,This looks like a card number. Card numbers are never stored.,1,\"'=HYPERLINK("
    )
    assert lines[1].endswith(",'@cmd 4111 1111 1111 1111")
    (out,) = OutsideLists(ground.workplace).out(ground.desk)
    assert (out.list, out.kind, out.customers) == (made.list, ListKind.LEFT_OUT, 1)
    (entry,) = AuditLog(ground.workplace).entries(ground.owner, action=Action.LEFT_OUT_SAVED)
    assert entry.details == {"left_out": 1}


def test_only_who_may_change_customers_imports(ground: Ground, importing: Importing, path: Path) -> None:
    for role in (Role.ACCOUNTING, Role.TECHNICIAN, Role.INSPECTOR):
        with pytest.raises(NotPermitted):
            importing.open(ground.people[role], given_file(path))


def test_unfit_files_are_told(ground: Ground, importing: Importing, tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_text(",,\n\n", encoding="utf-8")
    with pytest.raises(EmptyTable):
        importing.layout(ground.desk, importing.open(ground.desk, given_file(empty)).key, "")


def test_kana_written_together_are_never_shown_nor_found_by_a_part(
    ground: Ground, importing: Importing, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    rows = ("1,山田 太郎,ヤマダタロウ,,,,", "2,堀米 健,ホリゴメケン,,,,", "3,蓬莱健,ホウライケン,,,,")
    path.write_text("\n".join((HEADER, *rows)), encoding="utf-8")
    preview = looked_through(ground, importing, path)
    assert [row.state for row in preview.rows] == [RowState.GOOD, RowState.CHECK, RowState.CHECK]
    assert preview.rows[1].remarks[0].text == KANA_UNDIVIDED
    imported(ground, importing, preview)
    customers = Customers(ground.workplace)
    shown = sorted(row.kana.text for row in customers.search(ground.desk, "").rows)
    assert shown == ["●●", "●●", "ヤマダ ●●"]
    assert [customers.search(ground.desk, part).hits for part in ("タロウ", "ゴメ", "ケン")] == [0, 0, 0]
    assert customers.search(ground.desk, "ホリゴメケン").hits == 1, "the whole is an exact find"


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("姓,名,フリガナ", "山田,太郎,ヤマダタロウ"),
        ("姓,名,姓カナ,名カナ", "山田,太郎,ヤマダタロウ,"),
        ("姓,名,姓カナ,名カナ", "山田,太郎,ヤマダタロウ,タロウ"),
        ("姓,名,セイ,メイ", "山田,太郎,ヤマダ・タロウ,タロウ"),
        ("姓,フリガナ", "山田太郎,ヤマダタロウ"),
        ("会社名,氏名,フリガナ", "㈱青葉,山田 太郎,ヤマダタロウ"),
    ],
)
def test_every_way_of_columns_tells_the_kana_apart(
    ground: Ground, importing: Importing, tmp_path: Path, header: str, row: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"{header}\n{row}\n", encoding="utf-8")
    (read,) = looked_through(ground, importing, path).rows
    assert read.record is not None
    name = read.record.name
    assert (name.family, name.given, name.family_kana, name.given_kana) == (
        "山田",
        "太郎",
        "ヤマダ",
        "タロウ",
    )


PHONETIC_CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:渡瀬;太郎\r\nX-PHONETIC-LAST-NAME:ワタセタロウ\r\n"
    "X-PHONETIC-FIRST-NAME:たろう\r\nEND:VCARD\r\n"
)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("list.csv", "姓,名,セイ,メイ\n渡瀬,太郎,ワタセタロウ,たろう\n"),
        ("list.csv", "姓,名,セイ,メイ\n渡瀬,太郎,ﾜﾀｾﾀﾛｳ,タロー\n"),
        ("cards.vcf", PHONETIC_CARD),
    ],
)
def test_kana_of_a_given_name_in_another_writing_are_not_shown(
    ground: Ground, importing: Importing, tmp_path: Path, file: str, text: str
) -> None:
    path = tmp_path / file
    path.write_text(text, encoding="utf-8")
    imported(ground, importing, looked_through(ground, importing, path))
    customers = Customers(ground.workplace)
    (row,) = customers.search(ground.desk, "ワタセ").rows
    assert row.kana.text in {"ワタセ ●●", "ﾜﾀｾ ●●"}
    assert customers.search(ground.desk, "タロ").hits == 0


@pytest.mark.parametrize("header", ["氏名,フリガナ", "姓,フリガナ"])
@pytest.mark.parametrize("name", ["渡瀬太郎（花子）", "渡瀬・太郎", "渡瀬、太郎", "渡瀬/太郎", "Watase.Taro"])
def test_a_whole_name_with_signs_is_marked_and_not_shown(
    ground: Ground, importing: Importing, tmp_path: Path, header: str, name: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"{header}\n{name},ワタセタロウ\n", encoding="utf-8")
    preview = looked_through(ground, importing, path)
    assert [row.state for row in preview.rows] == [RowState.CHECK]
    imported(ground, importing, preview, only_good_rows=False)
    customers = Customers(ground.workplace)
    (row,) = customers.search(ground.desk, "").rows
    assert (row.name.text, row.kana.text) in {("渡瀬 ●●", "●●"), ("Watase ●●", "●●")}
    assert [customers.search(ground.desk, part).hits for part in ("太郎", "花子", "Taro", "タロ")] == [0] * 4


def test_the_row_in_which_a_file_breaks_off_is_no_customer(
    ground: Ground, importing: Importing, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"{HEADER}\n1,山田 太郎,,,,052-123-4567,\n2,田中 花", encoding="utf-8")
    preview = looked_through(ground, importing, path)
    assert [row.state for row in preview.rows] == [RowState.GOOD, RowState.NOBODY]
    report = imported(ground, importing, preview, only_good_rows=False)
    assert (report.imported, report.left_out) == (1, 1)


def test_a_row_of_which_nothing_is_left_is_told_of_and_no_other_in_its_place(
    ground: Ground, importing: Importing, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    for text in ("1,山田 太郎,,,,052-123-4567,\n,", "1,山田 太郎,,,,052-123-4567,\n花"):
        path.write_bytes(f"{HEADER}\n{text}".encode()[: -1 if "花" in text else None])
        rows = looked_through(ground, importing, path).rows
        assert [(row.line, row.state) for row in rows] == [(2, RowState.GOOD), (3, RowState.NOBODY)]


def test_cards_that_lost_their_beginning_or_end_are_told_of(
    ground: Ground, importing: Importing, tmp_path: Path
) -> None:
    whole = "BEGIN:VCARD\nN:山田;太郎\nTEL:052-123-4567\nEND:VCARD\n"
    path = tmp_path / "contacts.vcf"
    path.write_text(whole.removesuffix("END:VCARD\n") + whole + "BEGIN:VCARD\n", encoding="utf-8")
    preview = looked_through(ground, importing, path)
    assert [row.state for row in preview.rows] == [RowState.NOBODY, RowState.GOOD, RowState.NOBODY]
    assert {english(remark.text) for row in preview.rows for remark in row.remarks} == {english(CUT_SHORT)}
    report = imported(ground, importing, preview)
    assert (report.imported, report.left_out) == (1, 2)


def test_what_a_layout_says_of_the_columns_is_taken_from_the_list_itself(
    ground: Ground, importing: Importing, path: Path
) -> None:
    """A seat sends the layout back: what holds the list's own header is remembered for everybody."""
    table = importing.open(ground.desk, given_file(path))
    layout = importing.layout(ground.desk, table.key, "")
    mapping = {**layout.mapping, 700: ImportField.NOTE, -1: ImportField.NOTE}
    forged = TableLayout(
        layout.header_row, ("田中 次郎" * 1000,) * 900, mapping, {700: 2}, "x" * 1000, "y" * 1000
    )
    preview = importing.preview(ground.desk, table.key, "", forged, NO_ONE_WAITS, never)
    assert preview.layout == layout
    imported(ground, importing, preview)
    with ground.workplace.reading() as session:
        (remembered,) = office_store.setting(session, office_store.OFFICE, "import_mapping")
    assert remembered == "\x1f".join(layout.columns)


@pytest.mark.parametrize(
    "rows",
    [
        "氏名,メール\n髙﨑 花子,hanako@hidden.example\n",
        "会社名,住所\n株式会社みどり,愛知県名古屋市中区栄\n",
        "氏名,住所\n髙﨑 花子,愛知県名古屋市中区栄\n",
    ],
)
def test_who_has_only_a_mailbox_or_a_town_is_not_registered_twice(
    ground: Ground, importing: Importing, path: Path, rows: str
) -> None:
    path.write_text(rows, encoding="utf-8")
    assert imported(ground, importing, looked_through(ground, importing, path)).imported == 1
    again = looked_through(ground, importing, path)
    assert [row.state for row in again.rows] == [RowState.DUPLICATE]
    assert [remark.text for remark in again.rows[0].remarks] == [REGISTERED]


def test_two_branches_in_one_town_are_two(ground: Ground, importing: Importing, path: Path) -> None:
    path.write_text(
        "会社名,住所,電話\n株式会社みどり,愛知県名古屋市中区栄,052-123-4567\n"
        "株式会社みどり,愛知県名古屋市中区栄,052-123-4568\n",
        encoding="utf-8",
    )
    assert imported(ground, importing, looked_through(ground, importing, path)).imported == 2


@pytest.mark.parametrize("duplicates", Duplicates)
def test_of_two_checks_of_one_list_the_second_registers_nobody_twice(
    ground: Ground, importing: Importing, path: Path, duplicates: Duplicates
) -> None:
    first, second = (looked_through(ground, importing, path) for _ in range(2))
    imported(ground, importing, first)
    before = counts(ground)
    with pytest.raises(ListOvertaken):
        imported(ground, importing, second, duplicates=duplicates)
    assert counts(ground) == before
    again = looked_through(ground, importing, path)
    assert again.count(RowState.DUPLICATE) == 4
    assert imported(ground, importing, again).imported == 0


@pytest.mark.parametrize("other", ["", "田中 二\n"])
def test_an_import_that_was_undone_hides_nobody_who_was_registered_since(
    ground: Ground, importing: Importing, path: Path, other: str
) -> None:
    """The primary keys of customers who left the register are given to the next ones; numbers are not."""
    path.write_text("氏名,電話\n別人 一,052-123-0001\n別人 二,052-123-0002\n", encoding="utf-8")
    undone = imported(ground, importing, looked_through(ground, importing, path))
    path.write_text(f"氏名,電話\n田中 一,052-123-4567\n{other}", encoding="utf-8")
    first, second = (looked_through(ground, importing, path) for _ in range(2))
    history = ImportHistory(ground.workplace)
    look = history.look(ground.desk, ImportKind.CUSTOMERS, undone.record)
    assert history.undo(ground.desk, ImportKind.CUSTOMERS, undone.record, look.mark) == 2
    imported(ground, importing, first)
    with pytest.raises(ListOvertaken):
        imported(ground, importing, second)


def test_who_is_known_since_before_the_check_overtakes_nothing(
    ground: Ground, importing: Importing, path: Path
) -> None:
    path.write_text("氏名,電話\n田中 一,052-123-4567\n", encoding="utf-8")
    imported(ground, importing, looked_through(ground, importing, path))
    again = looked_through(ground, importing, path)
    Customers(ground.workplace).add(ground.desk, customer())
    assert imported(ground, importing, again, duplicates=Duplicates.IMPORT).imported == 1


def test_columns_that_are_not_imported_are_named_before_and_after(
    ground: Ground, importing: Importing, path: Path
) -> None:
    path.write_text("氏名,担当,空,電話\n髙﨑 花子,鈴木,,052-123-4567\n", encoding="utf-8")
    preview = looked_through(ground, importing, path)
    assert preview.left_out == ("担当",)
    assert imported(ground, importing, preview).columns == ("担当",)


NAMES_ALONE = "氏名,備考\n田中 一,\n株式会社みどり,\n渡瀬 花子,犬がいる\n"


def test_a_name_alone_is_not_registered_twice(ground: Ground, importing: Importing, path: Path) -> None:
    path.write_text(NAMES_ALONE, encoding="utf-8")
    first, second = (looked_through(ground, importing, path) for _ in range(2))
    assert imported(ground, importing, first).imported == 3
    with pytest.raises(ListOvertaken):
        imported(ground, importing, second)
    again = looked_through(ground, importing, path)
    assert [row.state for row in again.rows] == [RowState.DUPLICATE] * 3
    assert [(one.remarks[-1].text, one.remarks[-1].details) for one in again.rows] == [
        (domain.SAME_NAME, {"number": f"C-{at:06}"}) for at in (1, 2, 3)
    ]
    assert imported(ground, importing, again).imported == 0


def test_a_family_name_alone_is_not_registered_twice(
    ground: Ground, importing: Importing, path: Path
) -> None:
    path.write_text("氏名,電話\n山田,\n佐藤,052-123-4567\n山田 太郎,\n", encoding="utf-8")
    first = looked_through(ground, importing, path)
    assert [row.state for row in first.rows] == [RowState.GOOD] * 3
    assert imported(ground, importing, first).imported == 3
    again = looked_through(ground, importing, path)
    assert [(one.remarks[-1].text, one.remarks[-1].details) for one in again.rows] == [
        (domain.SAME_NAME, {"number": "C-000001"}),
        (REGISTERED, {"number": "C-000002"}),
        (domain.SAME_NAME, {"number": "C-000003"}),
    ]
    assert imported(ground, importing, again).imported == 0


def test_a_family_name_is_nobody_else_s_whole_name(ground: Ground, importing: Importing, path: Path) -> None:
    """Or a list of family names would find given names that are hidden: 林太郎 is 林 太郎."""
    path.write_text("姓,名\n林,太郎\n", encoding="utf-8")
    imported(ground, importing, looked_through(ground, importing, path))
    path.write_text("姓,名\n林太郎,\n林,\n", encoding="utf-8")
    assert duplicates_in(looked_through(ground, importing, path)) == 0


def test_a_row_that_is_compared_with_nobody_any_more_says_so(
    ground: Ground, importing: Importing, path: Path
) -> None:
    """After many new rows of one name nobody can tell whether the next is there: it is not called good."""
    imported(ground, importing, looked_through(ground, importing, firm_list(path, ["052-123-4567"])))
    new = [f"059-{middle}-8104" for middle in range(300, 300 + FREE_TRIES)]
    rows = looked_through(ground, importing, firm_list(path, [*new, "052-123-4567", "059-999-8104"])).rows
    assert [row.state for row in rows] == [*[RowState.GOOD] * FREE_TRIES, RowState.CHECK, RowState.CHECK]
    assert [row.remarks[-1].text for row in rows[FREE_TRIES:]] == [domain.NOT_COMPARED] * 2


def test_a_name_alone_is_told_of_who_has_got_a_number_since(
    ground: Ground, importing: Importing, tmp_path: Path
) -> None:
    known, alone = tmp_path / "known.csv", tmp_path / "alone.csv"
    known.write_text("氏名,電話\n田中 一,052-123-4567\n", encoding="utf-8")
    alone.write_text("氏名,電話\n田中 一,\n田中 一,052-123-4568\n田中 二,\n", encoding="utf-8")
    imported(ground, importing, looked_through(ground, importing, known))
    states = [row.state for row in looked_through(ground, importing, alone).rows]
    assert states == [RowState.DUPLICATE, RowState.GOOD, RowState.GOOD]


def test_two_of_one_name_in_a_list_are_asked_about_and_stay_two(
    ground: Ground, importing: Importing, path: Path
) -> None:
    path.write_text("氏名,電話\n田中 一,\n田中 一,052-123-4567\n田中 一,\n", encoding="utf-8")
    preview = looked_through(ground, importing, path)
    assert [row.state for row in preview.rows] == [RowState.GOOD, RowState.GOOD, RowState.CHECK]
    assert [(one.text, one.details) for one in preview.rows[2].remarks] == [
        (domain.SAME_NAME_ABOVE, {"line": 2})
    ]
    assert imported(ground, importing, preview).imported == 3


def test_a_list_of_given_names_finds_nobodys(ground: Ground, importing: Importing, path: Path) -> None:
    """A given name is hidden; of one family name a list is told no more of them than are tried by hand."""
    path.write_text("氏名\n田中 一\n", encoding="utf-8")
    imported(ground, importing, looked_through(ground, importing, path))
    ground.clock.pass_time(minutes=11)
    letters = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥東西南北"
    path.write_text("\n".join(("氏名", *(f"田中 {one}" for one in letters), "田中 一")), encoding="utf-8")
    assert duplicates_in(looked_through(ground, importing, path)) == 0
    tries = len(letters) + 1 - FREE_TRIES
    assert exact_entries(ground) == [{"field": "duplicate", "hits": 0, "tries": tries}]
    path.write_text("氏名\n田中 一\n", encoding="utf-8")
    assert duplicates_in(looked_through(ground, importing, path)) == 0, "list by list"
    ground.clock.pass_time(minutes=11)
    assert duplicates_in(looked_through(ground, importing, path)) == 1
