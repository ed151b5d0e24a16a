"""The report box on a real office: what a report leaves behind, and who can read it."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.oversight.duties import DutyKind
from hvacdesk.domain.report_box.report_box import ReportCategory, ReportState
from hvacdesk.domain.report_box.report_box_input import NoReader
from hvacdesk.domain.roles import Role
from hvacdesk.services.backups.restoring import Restoring
from hvacdesk.services.language import words_for
from hvacdesk.services.open_office import Office
from hvacdesk.services.report_box.report_box import InboxClosed, StillOpen
from hvacdesk.vault.report_box.report_box_errors import ReceiptUnknown, StillReadable
from hvacdesk.vault.report_box.report_box_files import FILE_NAME
from tests.helpers.one_time import reset as reset_passphrase
from tests.helpers.real_office import (
    NAMES,
    SECOND_OWNER,
    RealOffice,
    copied_real_office,
    new_real_office,
    passphrase_of,
)
from tests.helpers.secret_service import SecretService

pytestmark = pytest.mark.usefixtures("secret_service")

SECRET = "倉庫の鍵を社長が持ち出している"
ANSWER = "調査を始めました"


@pytest.fixture
def real(tmp_path: Path, secret_service: SecretService) -> Iterator[RealOffice]:
    made = copied_real_office(_with_the_desk, tmp_path / "office")
    entry = made.entry()
    entry.stir_report_box()
    yield made
    entry.release()
    secret_service.forget_all()


def _with_the_desk(home: Path) -> RealOffice:
    return new_real_office(home, names=[NAMES[Role.DESK], SECOND_OWNER])


@dataclass(frozen=True)
class Trace:
    """What a file tells about itself, its content apart."""

    size: int
    mode: int
    changed: int
    owner: tuple[int, int]


def traces(home: Path) -> dict[str, tuple[Trace, str]]:
    found = {}
    for path in sorted(home.rglob("*")):
        about = path.stat()
        content = path.read_bytes() if path.is_file() else b""
        trace = Trace(
            len(content), stat.S_IMODE(about.st_mode), about.st_mtime_ns, (about.st_uid, about.st_gid)
        )
        found[path.relative_to(home).as_posix()] = trace, sha256(content).hexdigest()
    return found


def outside_box(found: dict[str, tuple[Trace, str]]) -> dict[str, tuple[Trace, str]]:
    return {name: facts for name, facts in found.items() if name != FILE_NAME}


def sit_down(real: RealOffice, who: Role | str) -> None:
    """Somebody works and leaves; the login window is shown afterwards."""
    office, actor = real.login(who)
    office.leave(actor)


def write(real: RealOffice, text: str, *names: str) -> str:
    desk = real.entry().report_desk()
    accounts = [real.accounts[name] for name in names or (SECOND_OWNER,)]
    return desk.send(ReportCategory.PERSONAL_DATA, text, "", accounts)


def test_two_reports_by_two_users_leave_nothing_but_sealed_bytes(real: RealOffice) -> None:
    """The acceptance test: the whole data folder before and after, of one user's report and another's."""
    changes = []
    for who, text in ((Role.DESK, "短い"), (SECOND_OWNER, SECRET * 100)):
        sit_down(real, who)
        real.entry().stir_report_box()
        folder_before, before = real.home.stat().st_mtime_ns, traces(real.home)
        write(real, text)
        after = traces(real.home)
        assert outside_box(before) == outside_box(after)
        assert real.home.stat().st_mtime_ns == folder_before
        (old, was), (new, now) = before[FILE_NAME], after[FILE_NAME]
        assert was != now
        assert old == new
        changes.append(new)
    assert changes[0] == changes[1]


def test_a_start_without_a_report_changes_the_folder_just_the_same(real: RealOffice) -> None:
    before = traces(real.home)
    real.entry().stir_report_box()
    quiet = traces(real.home)
    write(real, SECRET)
    told = traces(real.home)
    for old, new in ((before, quiet), (quiet, told)):
        assert outside_box(old) == outside_box(new)
        assert old[FILE_NAME][0] == new[FILE_NAME][0]
        assert old[FILE_NAME][1] != new[FILE_NAME][1]


def test_no_plain_word_of_a_report_is_anywhere(real: RealOffice, tmp_path: Path) -> None:
    receipt = write(real, SECRET)
    private = [Path(os.environ[name]) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")]
    needles = [SECRET.encode(), SECRET.encode("utf-16-le"), receipt.encode()]
    for folder in (tmp_path, *private):
        for path in folder.rglob("*"):
            if path.is_file() and not path.is_symlink():
                content = path.read_bytes()
                assert not any(needle in content for needle in needles), path


def dump(office: Office) -> dict[str, list[str]]:
    """Every row of every table, as whoever has the database's key reads it."""
    connection = office._workplace.vault.connect()
    try:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: [repr(row) for row in connection.execute(f'SELECT * FROM "{name}"')] for (name,) in names
        }
    finally:
        connection.close()


def words_in(dumped: dict[str, list[str]]) -> str:
    return "\n".join(row for rows in dumped.values() for row in rows)


def counts(dumped: dict[str, list[str]]) -> dict[str, int]:
    """Rows per table, the log of logins and logouts apart."""
    return {name: len(rows) for name, rows in dumped.items() if not name.startswith("audit")}


def test_the_desk_and_an_owner_who_is_no_reader_learn_nothing(real: RealOffice) -> None:
    office, actor = real.login(Role.OWNER)
    before = dump(office)
    office.leave(actor)
    write(real, SECRET, SECOND_OWNER)
    reader, person = real.login(SECOND_OWNER)
    (row,) = reader.reports.inbox(person).rows
    reader.reports.answer(person, row.case, ANSWER)
    reader.reports.note(person, row.case, "注意して進める")
    reader.leave(person)
    office, actor = real.login(Role.OWNER)
    assert office.reports.inbox(actor).rows == ()
    assert office.reports.waiting(actor) == 0
    assert not [duty for duty in office.duties.all(actor) if duty.kind is DutyKind.REPORT]
    now = dump(office)
    for word in (SECRET, ANSWER, "注意して進める", row.case):
        assert word not in words_in(now)
    assert counts(before) == counts(now)
    office.leave(actor)
    office, actor = real.login(Role.DESK)
    with pytest.raises(NotPermitted):
        office.reports.inbox(actor)
    with pytest.raises(NotPermitted):
        office.reports.answer(actor, row.case, "x")
    assert office.reports.duties(actor) == ()
    assert not any(word in words_in(dump(office)) for word in (SECRET, ANSWER))
    office.leave(actor)


def test_the_log_of_a_reader_who_answers_says_login_and_logout_alone(real: RealOffice) -> None:
    write(real, SECRET)
    reader, person = real.login(SECOND_OWNER)
    before = dump(reader)
    (row,) = reader.reports.inbox(person).rows
    reader.reports.read(person, row.case)
    reader.reports.answer(person, row.case, ANSWER)
    reader.reports.set_state(person, row.case, ReportState.CLOSED)
    reader.reports.delete(person, row.case)
    assert dump(reader) == before
    reader.leave(person)


def test_there_and_back_with_the_receipt(real: RealOffice) -> None:
    receipt = write(real, SECRET)
    reader, person = real.login(SECOND_OWNER)
    (row,) = reader.reports.inbox(person).rows
    assert row.report.state is ReportState.NEW
    assert row.report.messages[0].on == "2026-11-23", "the week alone"
    assert row.answer_due is not None
    assert reader.reports.waiting(person) == 1
    assert reader.reports.read(person, row.case).report.state is ReportState.READ
    with pytest.raises(StillOpen):
        reader.reports.delete(person, row.case)
    answered = reader.reports.answer(person, row.case, ANSWER)
    assert answered.report.state is ReportState.IN_PROGRESS
    assert answered.answer_due is None
    assert reader.reports.waiting(person) == 0
    reader.leave(person)
    desk = real.entry().report_desk()
    opened = desk.open(receipt)
    assert opened.report.messages[-1].text == ANSWER
    added = desk.add(opened, "もう一つ")
    assert [one.text for one in added.report.messages] == [SECRET, ANSWER, "もう一つ"]
    reader, person = real.login(SECOND_OWNER)
    (row,) = reader.reports.inbox(person).rows
    assert row.report.messages[-1].text == "もう一つ"
    reader.reports.set_state(person, row.case, ReportState.CLOSED)
    real.clock.pass_time(days=364)
    assert len(reader.reports.inbox(person).rows) == 1
    real.clock.pass_time(days=3)
    assert reader.reports.inbox(person).rows == (), "kept long enough"
    reader.leave(person)
    with pytest.raises(ReceiptUnknown):
        real.entry().report_desk().open(receipt)


def test_of_a_flood_what_a_reader_opened_meanwhile_stays(real: RealOffice) -> None:
    """The list of the dialog is older than what another reader does beside it."""
    for text in ("あふれ 1", SECRET, "あふれ 2"):
        write(real, text)
    reader, person = real.login(SECOND_OWNER)
    rows = reader.reports.inbox(person).rows
    (genuine,) = (row.case for row in rows if row.report.messages[0].text == SECRET)
    reader.reports.read(person, genuine)
    reader.reports.delete_unread(person, [row.case for row in rows])
    (left,) = reader.reports.inbox(person).rows
    assert (left.case, left.report.state) == (genuine, ReportState.READ)
    reader.leave(person)


def test_a_report_is_never_in_a_calendar_file(real: RealOffice) -> None:
    write(real, SECRET)
    reader, person = real.login(SECOND_OWNER)
    assert [duty for duty in reader.duties.all(person) if duty.kind is DutyKind.REPORT]
    saved = reader.duties.calendar(person, words_for("en"))
    assert b"report" not in saved.lower()
    reader.leave(person)


def test_handing_over_before_somebody_leaves(real: RealOffice) -> None:
    receipt = write(real, SECRET, NAMES[Role.OWNER], SECOND_OWNER)
    reader, person = real.login(SECOND_OWNER)
    (row,) = reader.reports.inbox(person).rows
    assert row.handed_on == (), "both have it already"
    reader.leave(person)
    office, actor = real.login(Role.OWNER)
    office.accounts.remove(actor, real.accounts[SECOND_OWNER])
    (row,) = office.reports.inbox(actor).rows
    office.reports.answer(actor, row.case, ANSWER)
    office.leave(actor)
    assert real.entry().report_desk().open(receipt).report.messages[-1].text == ANSWER


def reset(real: RealOffice, name: str) -> None:
    """The owner resets somebody's passphrase, who then chooses the same one as before."""
    office, actor = real.login(Role.OWNER)
    one_time = reset_passphrase(office, actor, real.accounts[name])
    office.leave(actor)
    office, person = real.entry().accept_invitation(real.accounts[name], one_time, passphrase_of(name))
    office.leave(person)


def test_after_a_reset_both_sides_are_told_and_the_writer_sends_it_again(real: RealOffice) -> None:
    alone, both = write(real, SECRET), write(real, SECRET, NAMES[Role.OWNER], SECOND_OWNER)
    reader, person = real.login(SECOND_OWNER)
    assert reader.reports.inbox(person).key_replaced is None
    reader.leave(person)
    desk = real.entry().report_desk()
    assert (desk.open(alone).lost, desk.open(alone).orphaned) == ((), False)
    reset(real, SECOND_OWNER)
    desk = real.entry().report_desk()
    shared = desk.open(both)
    assert ([one.name for one in shared.lost], shared.orphaned) == ([SECOND_OWNER], False)
    with pytest.raises(StillReadable):
        desk.send_again(shared, "", [real.accounts[NAMES[Role.OWNER]]])
    opened = desk.open(alone)
    assert ([one.name for one in opened.lost], opened.orphaned) == ([SECOND_OWNER], True)
    with pytest.raises(NoReader):
        desk.send_again(opened, "", [])
    again = desk.send_again(opened, "もう一つ", [real.accounts[NAMES[Role.OWNER]]])
    assert (again.lost, again.orphaned) == ((), False)
    assert [one.text for one in desk.open(alone).report.messages] == [SECRET, "もう一つ"]

    reader, person = real.login(SECOND_OWNER)
    found = reader.reports.inbox(person)
    assert (found.rows, found.altered) == ((), 0)
    assert found.key_replaced == real.clock.now.date()
    real.clock.pass_time(days=200)
    assert reader.reports.inbox(person).key_replaced is None
    reader.leave(person)
    office, actor = real.login(Role.OWNER)
    rows = {row.report.messages[-1].text: row for row in office.reports.inbox(actor).rows}
    assert rows.keys() == {SECRET, "もう一つ"}
    assert [one.name for one in rows["もう一つ"].report.left_out] == [SECOND_OWNER]
    assert office.reports.inbox(actor).key_replaced is None
    office.reports.answer(actor, rows["もう一つ"].case, ANSWER)
    office.leave(actor)
    assert real.entry().report_desk().open(alone).report.messages[-1].text == ANSWER


def test_a_report_to_one_who_left_it_out_is_not_offered_to_hand_over(real: RealOffice) -> None:
    write(real, SECRET, SECOND_OWNER)
    reader, person = real.login(SECOND_OWNER)
    (row,) = reader.reports.inbox(person).rows
    assert row.handed_on == ()
    assert [one.name for one in row.report.left_out] == [NAMES[Role.OWNER]]
    reader.leave(person)


def test_a_session_from_the_recovery_sheet_opens_no_report(real: RealOffice) -> None:
    write(real, SECRET, NAMES[Role.OWNER])
    office, actor = real.entry().recover(real.code)
    with pytest.raises(InboxClosed):
        office.reports.inbox(actor)
    assert office.reports.waiting(actor) == 0
    office.close()


def test_a_backup_holds_nothing_of_the_box_and_a_restore_leaves_it(real: RealOffice, tmp_path: Path) -> None:
    place = tmp_path / "backups"
    place.mkdir()
    office, actor = real.login(Role.OWNER)
    office.backups.add_place(actor, str(place))
    receipt = write(real, SECRET, SECOND_OWNER)
    office.backups.run(actor)
    office.leave(actor)
    assert not [path for path in place.rglob("*") if "report" in path.name]
    desk = real.entry().report_desk()
    desk.add(desk.open(receipt), "あとから")
    entry = real.entry()
    entry.acquire()
    (found,) = entry.restoring().found(str(place))
    office, actor, _ = entry.restoring().restore_with_sheet(found.path, real.code)
    office.close()
    entry.release()
    assert [one.text for one in real.entry().report_desk().open(receipt).report.messages] == [
        SECRET,
        "あとから",
    ]
    office, actor = real.login(SECOND_OWNER)
    assert len(office.reports.inbox(actor).rows) == 1
    assert not office.reports.inbox(actor).remade
    office.leave(actor)
    moved = RealOffice(tmp_path / "moved" / "office", real.clock, real.accounts, real.code)
    office, actor, _ = Restoring(moved.home, real.clock).restore_with_sheet(found.path, real.code)
    office.close()
    office, actor = moved.login(SECOND_OWNER)
    inbox = office.reports.inbox(actor)
    assert (inbox.rows, inbox.remade) == ((), True), "the file has to be carried over by hand"
    office.leave(actor)
    shutil.copyfile(real.home / FILE_NAME, moved.home / FILE_NAME)
    office, actor = moved.login(SECOND_OWNER)
    assert len(office.reports.inbox(actor).rows) == 1
    office.leave(actor)


def test_what_is_wrong_with_a_report_is_said_before_anything_is_sealed(real: RealOffice) -> None:
    desk = real.entry().report_desk()
    with pytest.raises(NoReader):
        desk.send(ReportCategory.LAW, SECRET, "", [])
    with pytest.raises(NoReader):
        desk.send(ReportCategory.LAW, SECRET, "", [real.accounts[NAMES[Role.DESK]]])
