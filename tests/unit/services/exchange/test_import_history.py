"""Undoing an import: whole, as far as nobody has worked with its customers; what stays is said before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from hvacdesk.domain.calls.call_notes import CallNoteRecord, CallSubject
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import NotPermitted, RecordGone
from hvacdesk.domain.exchange.importing import Duplicates, ImportReport
from hvacdesk.domain.exchange.taken_imports import ImportKind, StayingRow, StayReason
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.calls.call_notes import CallNotes
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.exchange.import_history import ImportHistory, ImportTouched
from hvacdesk.services.exchange.importing import Importing
from hvacdesk.services.exchange.outside_lists import OutsideLists
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.office.drafts import Drafts
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.models import Customer, CustomerFinding, CustomerPhone
from hvacdesk.ui.file_reading import given_file
from tests.helpers.ground import Ground
from tests.helpers.people import customer

LIST = "氏名,電話,住所\n髙﨑 花子,052-123-4567,愛知県名古屋市中区栄3丁目15-33\n山田 太郎,,\n森 茂,,\n"

CUSTOMERS = ImportKind.CUSTOMERS


@pytest.fixture
def history(ground: Ground) -> ImportHistory:
    return ImportHistory(ground.workplace)


def bring_in(ground: Ground, path: Path, text: str = LIST) -> ImportReport:
    path.write_text(text, encoding="utf-8")
    importing = Importing(ground.workplace)
    table = importing.open(ground.desk, given_file(path))
    layout = importing.layout(ground.desk, table.key, "")
    preview = importing.preview(ground.desk, table.key, "", layout, lambda *_: None, lambda: False)
    return importing.run(
        ground.desk,
        preview.table,
        only_good_rows=True,
        duplicates=Duplicates.IMPORT,
        progress=lambda *_: None,
        cancelled=lambda: False,
    )


def rows(ground: Ground) -> list[int]:
    with ground.workplace.reading() as session:
        return [
            session.scalar(select(func.count()).select_from(table)) or 0
            for table in (Customer, CustomerPhone, CustomerFinding)
        ]


def undo(history: ImportHistory, actor: Actor, record: str) -> int:
    """Look at an import, and take it back as it was seen."""
    return history.undo(actor, CUSTOMERS, record, history.look(actor, CUSTOMERS, record).mark)


def test_an_import_that_nobody_touched_is_undone_whole(
    ground: Ground, history: ImportHistory, tmp_path: Path
) -> None:
    Customers(ground.workplace).add(ground.desk, customer())
    before = rows(ground)
    report = bring_in(ground, tmp_path / "list.csv")
    (row,) = history.all(ground.desk)
    assert (row.record, row.going, row.staying, row.by) == (report.record, 3, 0, "desk")
    assert history.look(ground.desk, CUSTOMERS, report.record).rows == ()
    assert (row.first_number, row.last_number) == ("C-000002", "C-000004")
    assert undo(history, ground.owner, report.record) == 3
    assert rows(ground) == before
    assert history.all(ground.desk) == ()
    assert Customers(ground.workplace).search(ground.desk, "髙﨑").hits == 0
    (entry,) = AuditLog(ground.workplace).entries(ground.owner, action=Action.IMPORT_UNDONE)
    assert entry.details == {
        "customers": 3,
        "first": "C-000002",
        "last": "C-000004",
        "imported": "customers",
        "stayed": 0,
    }
    assert len(OutsideLists(ground.workplace).out(ground.desk)) == 1  # the file itself is still there
    with pytest.raises(RecordGone):
        undo(history, ground.desk, report.record)


def change(ground: Ground, person: str) -> None:
    Customers(ground.workplace).change(ground.desk, person, 1, {"note": "裏口から"})


def look(ground: Ground, person: str) -> None:
    Customers(ground.workplace).reveal(ground.desk, person, CustomerField.NAME, RevealReason.CALL)


def add_site(ground: Ground, person: str) -> None:
    Jobs(ground.workplace).add_site_at_customer(ground.desk, person)


def note_call(ground: Ground, person: str) -> None:
    CallNotes(ground.workplace).take(ground.desk, CallNoteRecord(person, subject=CallSubject.CHANGE))


def half_type(ground: Ground, person: str) -> None:
    Drafts(ground.workplace).keep(ground.desk, "customer", person, {"typed": {"note": "途中"}})


def destroy(ground: Ground, person: str) -> None:
    with ground.workplace.transaction() as session:
        session.delete(session.scalars(select(Customer).where(Customer.record_id == person)).one())


def test_the_last_five_imports_can_be_undone(ground: Ground, history: ImportHistory, tmp_path: Path) -> None:
    for number in range(6):
        bring_in(ground, tmp_path / f"{number}.csv", f"氏名,電話\n鈴木 {number}郎,052-123-000{number}\n")
    known = history.all(ground.desk)
    assert [row.first_number for row in known] == [f"C-{number:06}" for number in (6, 5, 4, 3, 2)]


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (change, StayReason.USED),
        (look, StayReason.USED),
        (add_site, StayReason.NAMED),
        (note_call, StayReason.NAMED),
        (half_type, StayReason.HALF_TYPED),
        (destroy, None),
    ],
)
def test_whom_somebody_worked_with_stays_and_that_is_said_before(
    ground: Ground,
    history: ImportHistory,
    tmp_path: Path,
    act: Callable[[Ground, str], None],
    reason: StayReason | None,
) -> None:
    report = bring_in(ground, tmp_path / "list.csv")
    with ground.workplace.reading() as session:
        person = session.scalar(select(Customer.record_id).where(Customer.number == report.last_number))
    assert person is not None
    ground.clock.pass_time(minutes=1)
    act(ground, person)
    seen = history.look(ground.desk, CUSTOMERS, report.record)
    assert seen.rows == ((StayingRow(report.last_number, reason),) if reason else ())
    assert seen.row.going == 2
    assert history.undo(ground.desk, CUSTOMERS, report.record, seen.mark) == 2
    with ground.workplace.reading() as session:
        left = session.scalars(select(Customer.number)).all()
    assert left == ([report.last_number] if reason else [])


def test_what_changed_since_it_was_looked_at_is_not_undone_unseen(
    ground: Ground, history: ImportHistory, tmp_path: Path
) -> None:
    report = bring_in(ground, tmp_path / "list.csv")
    seen = history.look(ground.desk, CUSTOMERS, report.record)
    with ground.workplace.reading() as session:
        person = session.scalar(select(Customer.record_id).where(Customer.number == report.first_number))
    assert person is not None
    add_site(ground, person)
    before = rows(ground)
    with pytest.raises(ImportTouched):
        history.undo(ground.desk, CUSTOMERS, report.record, seen.mark)
    assert rows(ground) == before
    for number in (report.first_number, "C-000002", "C-000003"):
        with ground.workplace.reading() as session:
            person = session.scalar(select(Customer.record_id).where(Customer.number == number))
        if person is not None:
            add_site(ground, person)
    seen = history.look(ground.desk, CUSTOMERS, report.record)
    assert (seen.row.going, seen.row.staying) == (0, 3)
    with pytest.raises(ImportTouched):
        history.undo(ground.desk, CUSTOMERS, report.record, seen.mark)


def test_the_last_five_imports_can_be_taken_back(
    ground: Ground, history: ImportHistory, tmp_path: Path
) -> None:
    reports = [bring_in(ground, tmp_path / "list.csv") for _time in range(6)]
    assert {row.record for row in history.all(ground.desk)} == {one.record for one in reports[1:]}


def test_numbers_that_were_taken_back_are_not_given_out_again(
    ground: Ground, history: ImportHistory, tmp_path: Path
) -> None:
    report = bring_in(ground, tmp_path / "list.csv")
    undo(history, ground.desk, report.record)
    assert bring_in(ground, tmp_path / "list.csv").first_number == "C-000004"


def test_a_later_customer_with_the_same_key_is_not_taken_for_an_imported_one(
    ground: Ground, history: ImportHistory, tmp_path: Path
) -> None:
    first = bring_in(ground, tmp_path / "list.csv")
    with ground.workplace.transaction() as session:
        for person in session.scalars(select(Customer)):
            session.delete(person)
    second = bring_in(ground, tmp_path / "again.csv")
    assert [row.record for row in history.all(ground.desk)] == [second.record]
    with pytest.raises(RecordGone):
        undo(history, ground.desk, first.record)
    assert undo(history, ground.desk, second.record) == 3


def test_a_failure_half_way_undoes_nothing(
    ground: Ground, history: ImportHistory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = bring_in(ground, tmp_path / "list.csv")
    before = rows(ground)

    def fail(*_arguments: object, **_details: object) -> int:
        raise RuntimeError("as if the log could not be written")

    monkeypatch.setattr(ground.workplace, "record", fail)
    with pytest.raises(RuntimeError):
        undo(history, ground.desk, report.record)
    monkeypatch.undo()
    assert rows(ground) == before
    assert history.all(ground.desk)[0].going == 3


def test_others_may_not(ground: Ground, history: ImportHistory, tmp_path: Path) -> None:
    report = bring_in(ground, tmp_path / "list.csv")
    for role in (Role.ACCOUNTING, Role.TECHNICIAN, Role.INSPECTOR):
        with pytest.raises(NotPermitted):
            history.undo(ground.people[role], CUSTOMERS, report.record, "")
