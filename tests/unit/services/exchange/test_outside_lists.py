"""Lists outside the program stay registered until somebody says that they are destroyed."""

from __future__ import annotations

from pathlib import Path

import pytest

from hvacdesk.domain.errors import NotPermitted, RecordGone
from hvacdesk.domain.exchange.exporting import ExportExtent, ExportReason
from hvacdesk.domain.exchange.importing import Duplicates
from hvacdesk.domain.exchange.outside_lists import ListKind, ListMethod
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.exchange.exporting import Exporting
from hvacdesk.services.exchange.importing import Importing
from hvacdesk.services.exchange.outside_lists import OutsideLists
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.exchange import outside_lists as store
from hvacdesk.ui.file_reading import given_file
from tests.helpers.ground import Ground
from tests.helpers.people import customer


@pytest.fixture
def imported(ground: Ground, tmp_path: Path) -> OutsideLists:
    path = tmp_path / "list.csv"
    path.write_text("氏名,電話\n髙﨑 花子,052-123-4567\n山田 太郎,\n", encoding="utf-8")
    importing = Importing(ground.workplace)
    table = importing.open(ground.desk, given_file(path))
    preview = importing.preview(
        ground.desk,
        table.key,
        "",
        importing.layout(ground.desk, table.key, ""),
        lambda *_: None,
        lambda: False,
    )
    importing.run(
        ground.desk,
        preview.table,
        only_good_rows=True,
        duplicates=Duplicates.LEAVE_OUT,
        progress=lambda *_: None,
        cancelled=lambda: False,
    )
    return OutsideLists(ground.workplace)


def test_a_file_is_known_by_the_seat_at_which_it_was_given_out(ground: Ground) -> None:
    """Only there can somebody see to it that it is gone."""
    lists = OutsideLists(ground.workplace)
    Customers(ground.workplace).add(ground.desk, customer())
    ground.workplace.seat = "受付の席"
    export(ground)
    ground.workplace.seat = ""
    export(ground)
    assert [(one.seat, one.made_by) for one in lists.out(ground.owner)] == [
        ("", "owner"),
        ("受付の席", "owner"),
    ]


def export(ground: Ground) -> None:
    exporting = Exporting(ground.workplace)
    note = (lambda *_: None, lambda: False)
    exporting.export(ground.owner, ExportReason.TAX_ADVISER, ExportExtent.MASKED, english, *note)


def test_an_imported_list_is_out_until_it_is_confirmed(ground: Ground, imported: OutsideLists) -> None:
    (one,) = imported.out(ground.desk)
    assert (one.kind, one.customers, one.made_by, one.made_on) == (ListKind.IMPORTED, 2, "desk", "2026-11-24")
    imported.confirm_destroyed(ground.owner, one.list, ListMethod.WIPED)
    assert imported.out(ground.desk) == ()
    (gone,) = imported.all(ground.desk)
    assert (gone.destroyed_by, gone.method) == ("owner", ListMethod.WIPED)
    (entry,) = AuditLog(ground.workplace).entries(ground.owner, action=Action.LIST_DESTROYED)
    assert entry.details == {"method": "wiped"}
    with pytest.raises(RecordGone):
        imported.confirm_destroyed(ground.owner, one.list, ListMethod.WIPED)


def test_an_export_is_out_as_well(ground: Ground, imported: OutsideLists) -> None:
    Exporting(ground.workplace).export(
        ground.owner, ExportReason.MAILING, ExportExtent.MASKED, english, lambda *_: None, lambda: False
    )
    assert [one.kind for one in imported.out(ground.desk)] == [ListKind.EXPORTED, ListKind.IMPORTED]


def test_who_keeps_the_books_is_told_of_invoices_and_of_what_was_their_own_doing(
    ground: Ground, imported: OutsideLists
) -> None:
    (others,) = imported.out(ground.desk)
    books = ground.people[Role.ACCOUNTING]
    today = ground.workplace.today()
    with ground.workplace.transaction() as session:
        invoice = store.add(
            session, ListKind.INVOICE, 1, ground.owner.account, today, document="I2026-000001"
        )
        store.add(session, ListKind.DISCLOSED, 1, ground.owner.account, today)
        own = store.add(session, ListKind.IMPORTED, 7, books.account, today)
    assert [one.list for one in imported.out(books)] == [own, invoice]
    assert [one.list for one in imported.all(books)] == [own, invoice]
    for list_ in (others.list, "0" * 32):
        with pytest.raises(RecordGone):
            imported.confirm_destroyed(books, list_, ListMethod.DELETED)
    for list_ in (own, invoice):
        imported.confirm_destroyed(books, list_, ListMethod.DELETED)
    assert imported.out(books) == ()
    assert len(imported.out(ground.desk)) == 2


def test_its_place_is_known_while_it_is_out_and_noted_by_its_maker_alone(ground: Ground) -> None:
    lists = OutsideLists(ground.workplace)
    with ground.workplace.transaction() as session:
        made = store.add(session, ListKind.EXPORTED, 3, ground.owner.account, ground.workplace.today())
    with pytest.raises(RecordGone):
        lists.note_place(ground.desk, made, "/elsewhere/list.xlsx")
    for place in ("C:\\Users\\山田\u3000太郎\\一覧.xlsx", "/請求書\u00a0控え/a\nb.xlsx"):
        lists.note_place(ground.owner, made, place)
        assert [one.place for one in lists.out(ground.desk)] == [place], "the file is found by it"
    lists.note_place(ground.owner, made, "/no letter \udc80.xlsx")
    assert [one.place for one in lists.out(ground.desk)] == ["/no letter \\udc80.xlsx"]
    lists.note_place(ground.owner, made, "長" * 2_000 + ".pdf")
    assert lists.out(ground.desk)[0].place == "長" * 996 + ".pdf"
    lists.confirm_destroyed(ground.owner, made, ListMethod.DELETED)
    assert [one.place for one in lists.all(ground.owner)] == [""]
    with pytest.raises(RecordGone):
        lists.note_place(ground.owner, made, "/late")


def test_an_imported_list_says_where_it_is(ground: Ground, imported: OutsideLists, tmp_path: Path) -> None:
    assert [one.place for one in imported.out(ground.desk)] == [str(tmp_path / "list.csv")]


def test_where_a_recovery_sheet_lies_is_told_to_those_alone_who_print_one(ground: Ground) -> None:
    lists = OutsideLists(ground.workplace)
    with pytest.raises(NotPermitted):
        lists.note_sheet(ground.desk, 1, "/home/sheet.pdf")
    lists.note_sheet(ground.owner, 2, "/home/sheet.pdf")
    (one,) = lists.out(ground.owner)
    assert (one.kind, one.document, one.place) == (ListKind.RECOVERY_SHEET, "2", "/home/sheet.pdf")
    assert lists.out(ground.desk) == ()
    with pytest.raises(RecordGone):
        lists.confirm_destroyed(ground.desk, one.list, ListMethod.DELETED)
    (entry,) = AuditLog(ground.workplace).entries(ground.owner, action=Action.SHEET_SAVED)
    assert (entry.subject, entry.details) == ("sheet:2", {}), "no folder is in the log"
    lists.confirm_destroyed(ground.owner, one.list, ListMethod.DELETED)


def test_others_neither_see_nor_confirm(ground: Ground, imported: OutsideLists) -> None:
    (one,) = imported.out(ground.desk)
    for role in (Role.TECHNICIAN, Role.INSPECTOR):
        with pytest.raises(NotPermitted):
            imported.out(ground.people[role])
        with pytest.raises(NotPermitted):
            imported.confirm_destroyed(ground.people[role], one.list, ListMethod.DELETED)


def test_a_file_that_could_not_be_saved_is_not_out_and_only_its_maker_says_so(ground: Ground) -> None:
    lists = OutsideLists(ground.workplace)
    with ground.workplace.transaction() as session:
        made = store.add(session, ListKind.EXPORTED, 3, ground.owner.account, ground.workplace.today())
    with pytest.raises(RecordGone):
        lists.not_written(ground.desk, made)
    assert [one.list for one in lists.out(ground.owner)] == [made]
    lists.not_written(ground.owner, made)
    assert lists.out(ground.owner) == ()
    with pytest.raises(RecordGone):
        lists.not_written(ground.owner, made)
