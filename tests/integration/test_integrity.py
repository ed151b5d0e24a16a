"""Damage of every kind: found, told, logged where possible, and led to the newest verified backup."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.office.integrity import DAMAGE_SENTENCES, DamageKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.open_office import Office
from hvacdesk.vault.database.pages import PAGE_BYTES
from hvacdesk.vault.errors import DatabaseBusy, DatabaseDamaged
from tests.helpers.people import customer
from tests.helpers.real_office import NAMES, RealOffice, copied_real_office, new_real_office
from tests.helpers.secret_service import SecretService


@pytest.fixture
def real(tmp_path: Path, secret_service: SecretService) -> Iterator[RealOffice]:
    """An owner, the desk, a few customers, and a backup of them."""
    assert secret_service.is_open()
    copied = copied_real_office(_with_customers, tmp_path / "office", backups=tmp_path / "backups")
    office, owner = copied.login(Role.OWNER)
    office.backups.run(owner)
    office.leave(owner)
    yield copied
    secret_service.forget_all()


def _with_customers(home: Path) -> RealOffice:
    made = new_real_office(home, names=[NAMES[Role.DESK]])
    office, owner = made.login(Role.OWNER)
    for _ in range(20):
        office.customers.add(owner, customer(note="長い覚え書き。" * 200))
    office.leave(owner)
    return made


@pytest.fixture
def opened(real: RealOffice) -> Iterator[tuple[Office, Actor]]:
    office, owner = real.login(Role.OWNER)
    yield office, owner
    office._workplace.store.close()
    office._workplace.vault.close()


def database_of(real: RealOffice) -> Path:
    (path,) = real.home.glob("office-*.db")
    return path


def emptied_log(office: Office) -> None:
    """Everything in the main file, as after closing."""
    with office._workplace.store.connection() as connection:
        connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def flip(path: Path, at: int) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        byte = file.read(1)
        file.seek(at)
        file.write(bytes([byte[0] ^ 1]))


def flip_a_page(path: Path) -> None:
    flip(path, path.stat().st_size - 3 * PAGE_BYTES + 100)


def flip_the_first_page(path: Path) -> None:
    flip(path, 100)


def cut_within_a_page(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size - 1000)


def cut_pages_off(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size - 5 * PAGE_BYTES)


def append_half_a_page(path: Path) -> None:
    with path.open("ab") as file:
        file.write(bytes(PAGE_BYTES // 2))


def test_a_sound_file_is_called_sound_and_looked_at_in_full_once_a_day(
    real: RealOffice, opened: tuple[Office, Actor]
) -> None:
    integrity = opened[0].integrity
    assert integrity.quick()
    assert integrity.chain_anchored()
    assert [integrity.full_if_due(), integrity.full_if_due()] == [True, None]
    real.clock.pass_time(days=1)
    assert integrity.full_if_due() is True
    assert integrity.damage is None


@pytest.mark.parametrize(
    "harm", [flip_a_page, flip_the_first_page, cut_within_a_page, cut_pages_off, append_half_a_page]
)
def test_a_damaged_file_is_found_at_the_start_and_leads_to_the_backup(
    real: RealOffice, opened: tuple[Office, Actor], tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    office, _ = opened
    assert office.integrity.quick()
    emptied_log(office)
    harm(database_of(real))
    assert not office.integrity.quick()
    damage = office.integrity.damage
    assert damage is not None
    assert (damage.kind, damage.what) == (DamageKind.FILE, DAMAGE_SENTENCES[DamageKind.FILE])
    assert damage.newest is not None
    assert Path(damage.newest.path).parent == tmp_path / "backups"
    assert damage.newest.taken_at == "2026-11-24T01:00:00Z"


def test_damage_that_only_the_full_look_finds_is_found_the_same_day_again(
    real: RealOffice, opened: tuple[Office, Actor]
) -> None:
    """A free page belongs to no tree."""
    office, owner = opened
    with office._workplace.store.connection() as connection:
        raw = connection.connection.driver_connection
        raw.execute("CREATE TABLE filler (id INTEGER PRIMARY KEY, text TEXT)")
        raw.executemany("INSERT INTO filler (text) VALUES (?)", [("x" * 3_000,)] * 50)
        raw.execute("DROP TABLE filler")
        assert raw.execute("PRAGMA freelist_count").fetchone()[0] >= 50
    emptied_log(office)
    path = database_of(real)
    flip(path, path.stat().st_size - 10 * PAGE_BYTES + 100)
    assert office.integrity.quick()
    assert [office.integrity.full_if_due(), office.integrity.full_if_due()] == [False, False]
    (logged,) = office.audit.entries(owner, action=Action.DAMAGE_FOUND)
    assert logged.details == {"kind": "file"}


def test_a_missing_file_is_told_as_such(real: RealOffice, opened: tuple[Office, Actor]) -> None:
    office, _ = opened
    office._workplace.store.close()
    database_of(real).rename(real.home / "elsewhere")
    assert not office.integrity.quick()
    assert office.integrity.damage is not None
    assert office.integrity.damage.kind is DamageKind.MISSING


def test_the_newest_backup_in_reach_is_named(
    real: RealOffice, opened: tuple[Office, Actor], tmp_path: Path
) -> None:
    office, owner = opened
    (tmp_path / "disk").mkdir()
    place = office.backups.add_place(owner, str(tmp_path / "disk"))
    real.clock.pass_time(hours=1)
    office.backups.run(owner, places={place.place})
    emptied_log(office)
    flip_a_page(database_of(real))
    assert not office.integrity.quick()
    assert office.integrity.damage is not None
    assert office.integrity.damage.newest is not None
    assert Path(office.integrity.damage.newest.path).parent == tmp_path / "disk"
    (tmp_path / "disk").rename(tmp_path / "pulled out")
    assert not office.integrity.quick()
    assert office.integrity.damage.newest is not None
    assert Path(office.integrity.damage.newest.path).parent == tmp_path / "backups"
    (tmp_path / "backups").rename(tmp_path / "pulled out, too")
    assert not office.integrity.quick()
    assert office.integrity.damage.newest is None


def test_while_somebody_reads_the_full_look_waits_for_its_next_round(opened: tuple[Office, Actor]) -> None:
    office, owner = opened
    office.customers.add(owner, customer())
    with office._workplace.reading() as session:
        session.connection().exec_driver_sql("SELECT count(*) FROM customers").fetchone()
        office.drafts.keep(owner, "customer", "new", {"note": "x"})
        with pytest.raises(DatabaseBusy):
            office.integrity.full_if_due()
    assert office.integrity.full_if_due() is True


class TestExchangedFile:
    """An older file of the same epoch in place of the present one."""

    @pytest.fixture
    def rolled_back(self, real: RealOffice) -> RealOffice:
        former = shutil.copy(database_of(real), real.home.parent / "former.db")
        office, owner = real.login(Role.OWNER)
        office.customers.add(owner, customer())
        office.leave(owner)
        shutil.copy(former, database_of(real))
        return real

    def test_every_start_says_so_until_a_person_responsible_has_looked(self, rolled_back: RealOffice) -> None:
        note = (rolled_back.home / "audit.head").read_bytes()
        for _ in range(2):
            office, desk = rolled_back.login(Role.DESK)
            assert office.integrity.damage is not None
            assert office.integrity.damage.kind is DamageKind.LOG
            assert not office.integrity.chain_anchored()
            office.audit.write_anchor()
            with pytest.raises(NotPermitted):
                office.audit.reanchor(desk)
            office.leave(desk)
            assert (rolled_back.home / "audit.head").read_bytes() == note
        office, owner = rolled_back.login(Role.OWNER)
        found = office.audit.entries(owner, action=Action.DAMAGE_FOUND)
        assert [entry.details["kind"] for entry in found] == ["log"] * 3
        assert not office.audit.verify(owner).intact
        office.audit.reanchor(owner)
        assert office.audit.verify(owner).intact
        assert office.integrity.chain_anchored()
        office.leave(owner)
        office, owner = rolled_back.login(Role.OWNER)
        assert office.integrity.damage is None
        assert len(office.audit.entries(owner, action=Action.CHAIN_REANCHORED)) == 1
        office.leave(owner)

    def test_without_the_note_in_the_folder_the_key_stores_shows_it(self, rolled_back: RealOffice) -> None:
        (rolled_back.home / "audit.head").unlink()
        office, owner = rolled_back.login(Role.OWNER)
        assert office.integrity.damage is not None
        assert office.integrity.damage.kind is DamageKind.LOG
        assert not office.integrity.chain_anchored()
        office.leave(owner)


def test_damage_that_some_work_meets_is_known_at_once_and_logged_once(
    real: RealOffice, opened: tuple[Office, Actor]
) -> None:
    office, owner = opened
    integrity = office.integrity
    assert not integrity.met_unsaid
    assert integrity.note_met()
    emptied_log(office)
    office._workplace.store.close()
    flip_every_page_but_the_first(database_of(real))
    with pytest.raises(DatabaseDamaged):
        office.customers.search(owner, "")
    assert integrity.met_unsaid
    assert not integrity.note_met()
    assert integrity.damage is not None
    assert integrity.damage.kind is DamageKind.FILE
    assert not integrity.met_unsaid


def test_the_day_of_the_last_full_look_is_known(real: RealOffice, opened: tuple[Office, Actor]) -> None:
    office, owner = opened
    assert office.integrity.last_seen(owner) == ""
    assert office.integrity.full_if_due() is True
    assert office.integrity.last_seen(owner) == "2026-11-24"
    with pytest.raises(NotPermitted):
        office.integrity.last_seen(Actor("0" * 32, "nobody"))


def flip_every_page_but_the_first(path: Path) -> None:
    for page in range(1, path.stat().st_size // PAGE_BYTES):
        flip(path, page * PAGE_BYTES + 100)
