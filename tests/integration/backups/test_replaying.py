"""Whoever was destroyed after the backup is destroyed again before anybody can log in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.orm import Session as Writing

from hvacdesk.domain.backups.restore_certificates import RestoreCertificateFacts
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.disposal.certificates import CertificatePaper
from hvacdesk.domain.disposal.disposed_list import DisposedList
from hvacdesk.domain.disposal.remnants import LEFT_IN_RECORDS, RemnantPlace
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.services.backups import restore_certificates, restored_file
from hvacdesk.services.backups.found_lists import (
    DisposedListBesideDamaged,
    DisposedListsDamaged,
    DisposedListsOlder,
)
from hvacdesk.services.backups.restoring import Restoring
from hvacdesk.services.disposal.filed_certificates import CertificateAltered
from hvacdesk.store.disposal import disposed_list as disposed
from hvacdesk.store.disposal import erasure, reduction
from hvacdesk.vault.backup import backup_errors
from hvacdesk.vault.database.pages import OpenedFile, PageKey
from hvacdesk.vault.erasure import disposed_list
from hvacdesk.vault.errors import DiskFull
from hvacdesk.vault.keyfile import signers
from hvacdesk.vault.keyfile.rotation_plan import Plan
from tests.helpers.disposed import destroyed, listed
from tests.helpers.ground import MovableClock
from tests.helpers.paper import read_text
from tests.helpers.people import HIDDEN, customer
from tests.helpers.real_office import RealOffice
from tests.helpers.sabotage import replaced
from tests.integration.backups.session import Session, session_of

STAYING = customer(name=PersonName("森", "茂"), email="mori@example.test", note="", phones=())
VALUES = tuple(HIDDEN[name].encode() for name in ("given", "email", "note"))


def plain(session: Session) -> bytes:
    """Every page of the session's database, decrypted."""
    session.workplace.store.close()
    vault = session.vault
    with OpenedFile(vault.database_path, PageKey(vault.database_key())) as file:
        return b"".join(file.page(number) for number in file.numbers())


def restored(
    real: RealOffice, path: Path, home: Path | None = None, *, without_list: bool = False
) -> Session:
    office, actor, _ = Restoring(home or real.home, real.clock).restore_with_sheet(
        str(path), real.code, without_list=without_list
    )
    return Session(office, actor)


def flip_a_bit(file: Path, *, at: float) -> None:
    """Damage a file as a failing disk does, so far into it (0 to 1)."""
    content = bytearray(file.read_bytes())
    content[int(at * (len(content) - 1))] ^= 1
    file.write_bytes(content)


def total(session: Session) -> int:
    return session.office.customers.search(session.actor, "").total


def destroy(session: Session, record: str) -> DisposedList:
    """Destroy a customer as far as tables and list are concerned, and write the list everywhere."""
    whole = listed(destroyed(record))
    with session.workplace.transaction() as writing:
        disposed.replay(writing, whole)
    session.backups.write_disposed_list(session.actor)
    return whole


@pytest.fixture
def record(owner: Session) -> str:
    """The customer who is destroyed; another one stays."""
    owner.office.customers.add(owner.actor, STAYING)
    (row,) = owner.office.customers.search(owner.actor, "柳川").rows
    return row.customer


@pytest.fixture
def taken(owner: Session, place: Path, record: str) -> Path:
    """A backup with both customers; then one of them was destroyed, and the owner left."""
    assert record
    owner.backups.add_place(owner.actor, str(place))
    return Path(owner.backup().path)


def test_a_destroyed_customer_does_not_come_back(
    owner: Session, real: RealOffice, taken: Path, record: str
) -> None:
    whole = destroy(owner, record)
    owner.close()
    examined = Restoring(real.home, real.clock).examine(str(taken))
    assert (examined.lists.lists, examined.lists.own, examined.list_may_be_older) == (2, True, False)
    office, actor, report = Restoring(real.home, real.clock).restore_with_sheet(str(taken), real.code)
    session = Session(office, actor)
    assert (report.replayed, total(session), report.remnants) == (1, 1, ())
    assert session.logged(Action.DISPOSALS_REPLAYED)[0].details == {"customers": 1, "lines": 1}
    with session.workplace.reading() as reading:
        assert disposed.listed(reading) == whole
    assert not any(value in plain(session) for value in VALUES)
    assert session.office.audit.verify(session.actor).intact
    (certified,) = session.office.restore_certificates.all(session.actor)
    assert (certified.number, certified.destroyed, certified.reduced) == (report.certificate, 1, 0)
    assert [one.certificate for one in certified.repeated] == ["DC2026-004"]
    assert (certified.lists, certified.list_is_older) == (2, False)
    assert certified.pages > 10
    paper = session.office.restore_certificates.paper(session.actor, certified.number, "ja")
    printed = read_text(paper.pdf)
    require_kept(session, paper)
    assert "DC2026-004" in printed
    assert not any(value in printed for value in map(bytes.decode, VALUES))
    session.close()


def test_whoever_is_named_elsewhere_in_the_restored_file_is_an_exception(
    owner: Session, real: RealOffice, place: Path, record: str
) -> None:
    """A note that was blacked out at the disposal is whole again in a backup from before it."""
    named = customer(
        name=PersonName("林", "繁"),
        email="hayashi@example.test",
        note=f"紹介は柳川{HIDDEN['given']}様",
        phones=(),
    )
    owner.office.customers.add(owner.actor, named)
    owner.backups.add_place(owner.actor, str(place))
    taken = Path(owner.backup().path)
    destroy(owner, record)
    owner.close()
    office, actor, report = Restoring(real.home, real.clock).restore_with_sheet(str(taken), real.code)
    session = Session(office, actor)
    assert (report.replayed, report.remnants) == (1, ((RemnantPlace.CUSTOMERS.value, 1),))
    (certified,) = session.office.restore_certificates.all(session.actor)
    assert (certified.exceptions, certified.remnants) == ((LEFT_IN_RECORDS,), report.remnants)
    paper = session.office.restore_certificates.paper(session.actor, certified.number, "en")
    said = " ".join(read_text(paper.pdf).split())
    assert "Records and notes of other customers: 1" in said
    assert HIDDEN["given"] not in said
    session.close()


def require_kept(session: Session, paper: CertificatePaper) -> None:
    """The certificate stays as it was issued, whatever a later version would draw; else it is not shown."""
    certificates = session.office.restore_certificates
    with replaced(restore_certificates, "draw_restore_certificate", lambda *_: b"%PDF otherwise"):
        assert certificates.paper(session.actor, paper.number, "ja") == paper
    certificates.printed(session.actor, paper)
    (entry,) = session.logged(Action.CERTIFICATE_PRINTED)
    assert entry.details == {"certificate": paper.number, "sha256": paper.sha256}
    with session.workplace.transaction() as writing:
        writing.execute(text("UPDATE certificate_pdfs SET pdf = CAST(pdf || 'x' AS BLOB)"))
    with pytest.raises(CertificateAltered):
        certificates.paper(session.actor, paper.number, "ja")


def test_a_backup_from_before_a_reduction_is_reduced_again(
    owner: Session, real: RealOffice, taken: Path, record: str
) -> None:
    """Nobody is destroyed: only some fields of somebody who stays must not come back."""
    keeps = "address name slip"
    whole = listed(destroyed(record, keeps=keeps, keeps_until="2033-05-31"))
    with owner.workplace.transaction() as writing:
        disposed.replay(writing, whole)
    owner.backups.write_disposed_list(owner.actor)
    owner.close()
    office, actor, report = Restoring(real.home, real.clock).restore_with_sheet(str(taken), real.code)
    session = Session(office, actor)
    assert (report.replayed, report.reduced, total(session)) == (0, 1, 2)
    assert HIDDEN["email"].encode() not in plain(session)
    assert HIDDEN["given"].encode() in plain(session)
    (certified,) = session.office.restore_certificates.all(session.actor)
    assert (certified.destroyed, certified.reduced, certified.values > 0) == (0, 1, True)
    assert session.logged(Action.DISPOSALS_REPLAYED)[0].details["reduced"] == 1
    session.close()


def test_a_reduction_that_did_not_hold_is_no_restore(
    owner: Session, real: RealOffice, taken: Path, record: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = listed(destroyed(record, keeps="address name slip", keeps_until="2033-05-31"))
    with owner.workplace.transaction() as writing:
        disposed.replay(writing, whole)
    owner.backups.write_disposed_list(owner.actor)
    owner.close()
    monkeypatch.setattr(reduction, "carry_out", lambda *_all: None)
    with pytest.raises(backup_errors.ReplayUnproved):
        Restoring(real.home, real.clock).restore_with_sheet(str(taken), real.code)


def test_without_any_list_the_backup_is_what_it_was(
    owner: Session, real: RealOffice, taken: Path, record: str, tmp_path: Path
) -> None:
    """Which the test above needs to be one at all."""
    destroy(owner, record)
    owner.close()
    (taken.parent / disposed_list.NAME).unlink()
    session = restored(real, taken, tmp_path / "new")
    assert total(session) == 2
    (certified,) = session.office.restore_certificates.all(session.actor)
    assert (certified.lists, certified.repeated, certified.list_is_older) == (0, (), True)
    paper = session.office.restore_certificates.paper(session.actor, certified.number, "en")
    printed = read_text(paper.pdf)
    assert "No signed disposed list was found" in printed
    assert all(value in plain(session) for value in VALUES)
    session.close()


@pytest.mark.parametrize("where", ["the office's folder", "beside the backup", "another known folder"])
def test_one_list_is_enough_wherever_it_lies(
    owner: Session, real: RealOffice, taken: Path, record: str, tmp_path: Path, where: str
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    owner.backups.add_place(owner.actor, str(other))
    destroy(owner, record)
    owner.close()
    places = {
        "the office's folder": real.home,
        "beside the backup": taken.parent,
        "another known folder": other,
    }
    for name, folder in places.items():
        if name != where:
            (folder / disposed_list.NAME).unlink()
    session = restored(real, taken)
    assert total(session) == 1
    session.close()


def test_a_list_that_the_office_did_not_sign_destroys_nobody(
    owner: Session, real: RealOffice, taken: Path, record: str
) -> None:
    office_id = owner.vault.office_id
    good = disposed_list.written(listed(destroyed(record)), office_id, (), owner.vault.sign)
    foreign = disposed_list.written(
        listed(destroyed(record)), office_id, (), lambda data: signers.sign(bytes(32), data)
    )
    owner.close()
    for planted in (foreign, good[:-20], good.replace(record.encode(), b"0" * 32), b""):
        (taken.parent / disposed_list.NAME).write_bytes(planted)
        with pytest.raises(DisposedListsDamaged):
            restored(real, taken)
        session = restored(real, taken, without_list=True)
        assert total(session) == 2
        assert session.logged(Action.DISPOSALS_REPLAYED) == []
        session.close()
        real.clock.pass_time(minutes=1)
    (taken.parent / disposed_list.NAME).write_bytes(good)
    session = restored(real, taken)
    assert total(session) == 1
    session.close()


def test_where_every_list_is_damaged_the_restore_stops_and_asks(
    owner: Session, real: RealOffice, taken: Path, record: str
) -> None:
    destroy(owner, record)
    owner.close()
    holders = [folder for folder in (real.home, taken.parent) if (folder / disposed_list.NAME).exists()]
    whole = {folder: (folder / disposed_list.NAME).read_bytes() for folder in holders}
    assert len(holders) == 2
    slots_before = (real.home / "office.keys").read_bytes()
    for at in (0, 0.1, 0.3, 0.5, 0.7, 0.9, 1):
        for folder, content in whole.items():
            (folder / disposed_list.NAME).write_bytes(content)
            flip_a_bit(folder / disposed_list.NAME, at=at)
        with pytest.raises(DisposedListsDamaged) as stopped:
            restored(real, taken)
        assert stopped.value.details == {"count": 2}
        assert (real.home / "office.keys").read_bytes() == slots_before
    (taken.parent / disposed_list.NAME).write_bytes(whole[taken.parent])
    with pytest.raises(DisposedListBesideDamaged) as doubted:
        restored(real, taken)
    assert doubted.value.details["count"] == 1
    session = restored(real, taken, without_list=True)
    assert total(session) == 1, "the one whole list was not used"
    (certified,) = session.office.restore_certificates.all(session.actor)
    assert (certified.lists, certified.damaged_lists, certified.went_without_list) == (1, 1, False)
    paper = session.office.restore_certificates.paper(session.actor, certified.number, "en")
    assert "and not used: 1." in " ".join(read_text(paper.pdf).split())
    session.close()


def test_an_owner_who_goes_on_without_a_list_has_it_certified(
    owner: Session, real: RealOffice, taken: Path, record: str
) -> None:
    destroy(owner, record)
    owner.close()
    for folder in (real.home, taken.parent):
        flip_a_bit(folder / disposed_list.NAME, at=0.5)
    session = restored(real, taken, without_list=True)
    assert total(session) == 2
    (certified,) = session.office.restore_certificates.all(session.actor)
    assert (certified.lists, certified.damaged_lists, certified.went_without_list) == (0, 2, True)
    for language, said in (("en", "restored without a list"), ("ja", "一覧なしで復元")):
        paper = session.office.restore_certificates.paper(session.actor, certified.number, language)
        assert said.replace(" ", "") in "".join(read_text(paper.pdf).split())
    details = session.logged(Action.BACKUP_RESTORED)[0].details
    assert (details["lists"], details["lists_damaged"]) == (0, 2)
    session.close()


def test_a_list_signed_with_a_later_signing_key_counts_for_an_older_backup(
    owner: Session, real: RealOffice, taken: Path, record: str, tmp_path: Path
) -> None:
    owner.workplace.rotate(owner.actor, Plan(new_signing_key=True))
    destroy(owner, record)
    owner.close()
    session = restored(real, taken, tmp_path / "new")
    assert total(session) == 1
    session.close()


def test_the_longest_list_wins_over_a_stale_one_on_a_drawer_disk(
    owner: Session, real: RealOffice, record: str, tmp_path: Path
) -> None:
    drawer = tmp_path / "drawer"
    drawer.mkdir()
    owner.backups.add_place(owner.actor, str(drawer))
    with owner.workplace.transaction() as writing:
        disposed.replay(writing, listed(destroyed("5" * 32, "C-000099")))
    owner.run()
    on_drawer = next(path for path in drawer.iterdir() if path.is_dir())
    stale = (drawer / disposed_list.NAME).read_bytes()
    destroy(owner, record)
    owner.close()
    (drawer / disposed_list.NAME).write_bytes(stale)
    session = restored(real, on_drawer)
    assert total(session) == 1
    session.backups.write_disposed_list(session.actor)
    session.close()
    assert (drawer / disposed_list.NAME).read_bytes() != stale


def test_what_cannot_be_proved_gone_is_not_restored(
    owner: Session, real: RealOffice, taken: Path, record: str
) -> None:
    destroy(owner, record)
    owner.close()

    def leave(*_: object) -> None:
        """Rows are deleted, and their bytes stay."""

    before = {path.name for path in real.home.iterdir()}
    with (
        replaced(restored_file.erasure, "rebuild", leave),
        replaced(erasure, "delete_rows", leave),
        pytest.raises(backup_errors.ReplayUnproved),
    ):
        restored(real, taken)
    assert {path.name for path in real.home.iterdir()} == before
    session = session_of(real, Role.OWNER)
    assert total(session) == 1
    session.close()


@pytest.mark.parametrize("moment", ["before it is drawn", "before the commit", "at the commit"])
def test_a_certificate_for_which_there_is_no_room_certifies_no_restore(
    owner: Session, real: RealOffice, taken: Path, record: str, moment: str
) -> None:
    destroy(owner, record)
    owner.close()
    before = {path.name for path in real.home.iterdir()}

    def full(*_: object) -> None:
        raise DiskFull

    def filed(session: Writing, facts: RestoreCertificateFacts) -> None:
        if moment != "before it is drawn":
            restore_certificates.file_restore(session, facts)
            session.flush()
        if moment == "at the commit":
            event.listen(session, "before_commit", full)
        else:
            full()

    with replaced(restored_file, "file_restore", filed), pytest.raises(DiskFull):
        restored(real, taken)
    assert {path.name for path in real.home.iterdir()} == before
    session = session_of(real, Role.OWNER)
    assert session.office.restore_certificates.all(session.actor) == ()
    assert session.logged(Action.BACKUP_RESTORED) == []
    session.close()
    session = restored(real, taken)
    (certified,) = session.office.restore_certificates.all(session.actor)
    assert certified.destroyed == 1
    session.close()


def test_two_restores_in_one_minute_have_two_numbers(
    owner: Session, real: RealOffice, taken: Path, record: str, place: Path
) -> None:
    """The second restores a backup that was taken right after the first."""
    destroy(owner, record)
    owner.close()
    first = restored(real, taken)
    again = Path(first.backup().path)
    first.close()
    second = restored(real, again)
    numbers = [one.number for one in second.office.restore_certificates.all(second.actor)]
    assert numbers == ["RC20261124-1000b", "RC20261124-1000"]
    second.close()


def away_at_the_last_disposal(owner: Session, taken: Path, record: str, clock: MovableClock) -> Path:
    """A backup with its list from after the first disposal; its disk was not there at the second."""
    destroy(owner, record)
    clock.pass_time(days=10)
    later = Path(owner.backup().path)
    kept = Path(shutil.copytree(taken.parent, taken.parent.parent / "disk B"))
    (row,) = owner.office.customers.search(owner.actor, "").rows
    destroy(owner, row.customer)
    return kept / later.name


@pytest.mark.parametrize("same_computer", [False, True])
def test_a_list_from_before_the_last_disposal_is_asked_about(
    owner: Session, real: RealOffice, taken: Path, record: str, tmp_path: Path, same_computer: bool
) -> None:
    backup = away_at_the_last_disposal(owner, taken, record, real.clock)
    owner.close()
    home = real.home if same_computer else tmp_path / "another computer"
    if same_computer:
        examined = Restoring(home, real.clock).examine(str(backup))
        assert (examined.lists.own, examined.list_may_be_older) == (True, False)
        session = restored(real, backup, home)
        assert total(session) == 0, "the office's own list was not asked"
        session.close()
        return
    restoring = Restoring(home, real.clock)
    examined = restoring.examine(str(backup))
    assert (examined.lists.lists, examined.lists.own, examined.list_may_be_older) == (1, False, True)
    assert examined.lists.certificate == "DC2026-004"
    with pytest.raises(DisposedListsOlder) as doubted:
        restored(real, backup, home)
    assert doubted.value.details["certificate"] == "DC2026-004"
    assert not (home / "office.keys").exists()
    office, actor, report = restoring.restore_with_sheet(str(backup), real.code, without_list=True)
    assert (report.list_may_be_older, report.lists.certificate) == (True, "DC2026-004")
    session = Session(office, actor)
    assert total(session) == 1
    session.close()
