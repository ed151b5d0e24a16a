"""Backups as the office takes them: which folders, how they stand, what is kept, what is logged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from hvacdesk.domain.backups.backups import BackupOutcome, PlaceState
from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.backups.backups import BackupNotNoted, Backups
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault import milestones
from hvacdesk.vault.backup import backup_errors, catalogue, destinations
from hvacdesk.vault.backup.backup_errors import PlaceFailure
from hvacdesk.vault.device import keyring_store
from hvacdesk.vault.errors import DiskFull, LockUnusable
from tests.helpers.disks import SmallDisk
from tests.helpers.real_office import RealOffice
from tests.helpers.sabotage import replaced
from tests.helpers.systems import symbolic_link
from tests.integration.backups.session import Session, joined, names


@contextmanager
def at_milestone(name: str, act: Callable[[], Any]) -> Iterator[None]:
    """Do something when a milestone is passed."""
    with replaced(milestones, "reached", lambda passed: act() if passed == name else None):
        yield


def failure(outcomes: tuple[BackupOutcome, ...]) -> object:
    (outcome,) = outcomes
    assert outcome.backup is None
    return outcome.failure


def test_without_a_folder_nothing_is_due_and_nothing_is_reachable(owner: Session) -> None:
    overview = owner.backups.overview(owner.actor)
    assert (overview.places, overview.verified_at, overview.due) == ((), "", False)
    assert owner.run() == ()
    with pytest.raises(backup_errors.BackupNeeded):
        owner.backups.require_reachable(owner.actor)


def test_a_folder_is_named_filled_and_stands_well_for_a_day(
    owner: Session, real: RealOffice, place: Path
) -> None:
    named = owner.backups.add_place(owner.actor, str(place))
    assert named.state is PlaceState.NEVER
    assert owner.backups.overview(owner.actor).due
    owner.backups.require_reachable(owner.actor)
    facts = owner.backup()
    assert facts.head_hash == owner.office.audit.verify(owner.actor).head_hash or facts.head_sequence > 0
    (stands,) = owner.backups.places(owner.actor)
    assert (stands.state, stands.verified_at, stands.backup) == (PlaceState.GOOD, facts.taken_at, facts.path)
    assert not owner.backups.overview(owner.actor).due
    assert owner.backups.check(owner.actor, facts.path) == facts
    real.clock.pass_time(hours=24)
    assert owner.backups.places(owner.actor)[0].state is PlaceState.GOOD
    real.clock.pass_time(minutes=1)
    assert owner.backups.places(owner.actor)[0].state is PlaceState.OVERDUE
    assert owner.backups.overview(owner.actor).due
    assert [entry.subject for entry in owner.logged(Action.BACKUP_PLACE_ADDED)] == [f"place:{named.place}"]
    (entry,) = owner.logged(Action.BACKUP_TAKEN)
    assert entry.details == {"backup": Path(facts.path).name, "rows": facts.rows, "removed": 0}


def test_a_stamp_from_the_future_does_not_put_the_next_backup_off(
    owner: Session, real: RealOffice, place: Path
) -> None:
    owner.backups.add_place(owner.actor, str(place))
    owner.backup()
    real.clock.pass_time(days=-3)  # the clock had been wrong, and is put right
    assert owner.backups.overview(owner.actor).due
    later = owner.backup()
    assert owner.backups.places(owner.actor)[0].backup == later.path, (
        "the newest is the one with the longest log"
    )


def test_everybody_may_back_up_and_only_owners_name_folders(
    real: RealOffice, owner: Session, place: Path
) -> None:
    named = owner.backups.add_place(owner.actor, str(place))
    owner.close()
    desk = joined(real, Role.DESK)
    with pytest.raises(NotPermitted):
        desk.backups.add_place(desk.actor, str(place.parent))
    with pytest.raises(NotPermitted):
        desk.backups.remove_place(desk.actor, named.place)
    assert desk.backup().office_id == desk.vault.office_id
    desk.close()


def test_the_same_folder_is_named_once_and_taken_up_again_later(
    owner: Session, place: Path, tmp_path: Path
) -> None:
    first = owner.backups.add_place(owner.actor, str(place))
    link = tmp_path / "link"
    symbolic_link(link, place)
    for again in (str(place), str(link), f"{place}/../{place.name}"):
        with pytest.raises(backup_errors.PlaceKnown):
            owner.backups.add_place(owner.actor, again)
    facts = owner.backup()
    owner.backups.remove_place(owner.actor, first.place)
    assert owner.backups.places(owner.actor) == ()
    assert Path(facts.path).is_dir()
    assert not (place / destinations.MARKER_NAME).exists()
    assert owner.backups.add_place(owner.actor, str(place)).state is PlaceState.GOOD


@pytest.mark.parametrize("with_backups", [False, True])
def test_the_log_says_how_many_backups_stay_in_a_folder_that_is_none_any_more(
    owner: Session, place: Path, disk: SmallDisk, real: RealOffice, with_backups: bool
) -> None:
    for folder in (disk.top, place):
        owner.backups.add_place(owner.actor, str(folder))
    owner.run()
    real.clock.pass_time(days=1)
    owner.run()
    disk.pull_out()
    away, here = owner.backups.places(owner.actor)
    owner.backups.remove_place(owner.actor, here.place, with_backups=with_backups)
    owner.backups.remove_place(owner.actor, away.place, with_backups=with_backups)
    assert len(names(place)) == (0 if with_backups else 2)
    left = [entry.details["left"] for entry in owner.logged(Action.BACKUP_PLACE_REMOVED)]
    assert left == [2, 0 if with_backups else 2], "an absent disk keeps what it had"


def test_a_disk_that_is_now_elsewhere_is_the_same_folder(owner: Session, place: Path, tmp_path: Path) -> None:
    first = owner.backups.add_place(owner.actor, str(place))
    owner.backup()
    moved = tmp_path / "E"
    place.rename(moved)
    assert owner.backups.places(owner.actor)[0].state is PlaceState.ABSENT
    again = owner.backups.add_place(owner.actor, str(moved))
    assert again.place == first.place
    assert [known.folder for known in owner.backups.places(owner.actor)] == [str(moved)]


def test_a_damaged_note_says_so_and_begins_anew(owner: Session, place: Path, real: RealOffice) -> None:
    owner.backups.add_place(owner.actor, str(place))
    (real.home / destinations.NOTE_NAME).write_bytes(b"{")
    uses: tuple[Callable[[], object], ...] = (
        lambda: owner.backups.overview(owner.actor),
        owner.run,
        lambda: owner.backups.require_reachable(owner.actor),
    )
    for use in uses:
        with pytest.raises(backup_errors.PlacesUnreadable):
            use()
    owner.backups.add_place(owner.actor, str(place))
    owner.backup()


def test_a_full_disk_of_the_office_holds_no_backup_up_and_is_said_of_those_that_are_there(
    owner: Session, place: Path, tmp_path: Path
) -> None:
    def full(*_: object, **_options: object) -> None:
        raise DiskFull

    other = tmp_path / "other"
    other.mkdir()
    owner.backups.add_place(owner.actor, str(place))
    owner.backups.add_place(owner.actor, str(other))
    with replaced(destinations, "write", full), replaced(audit_log, "append", full):
        with pytest.raises(BackupNotNoted) as told:
            owner.run()
        for folder in (place, other):
            (backup,) = [path for path in folder.iterdir() if catalogue.is_name(path.name)]
            owner.backups.check(owner.actor, str(backup))
        assert "The disk is full." in told.value.sentences(english)[0]
        place.rename(tmp_path / "away")
        other.rename(tmp_path / "away, too")
        with pytest.raises(DiskFull):
            owner.run()


def test_an_absent_disk_is_named_and_an_empty_mount_point_stays_empty(
    owner: Session, disk: SmallDisk, place: Path
) -> None:
    owner.backups.add_place(owner.actor, str(disk.top))
    owner.backups.add_place(owner.actor, str(place))
    owner.run()
    disk.pull_out()
    away, here = owner.run()
    assert away.failure == backup_errors.PlaceAbsent.what
    assert here.backup is not None, "one folder does not hold up the other"
    assert list(disk.top.iterdir()) == []
    stands = owner.backups.places(owner.actor)[0]
    assert (stands.state, stands.failure) == (PlaceState.ABSENT, backup_errors.PlaceAbsent.what)
    assert stands.verified_at, "what it held when it was last seen"
    assert stands.tried_at
    assert owner.logged(Action.BACKUP_FAILED)[0].details == {"failure": "absent"}
    assert not owner.backups.overview(owner.actor).due


@pytest.mark.parametrize(
    ("when", "break_it", "kind"),
    [
        ("backup.pinned", SmallDisk.fill, backup_errors.PlaceFull),
        ("backup.pinned", SmallDisk.pull_out, backup_errors.PlaceVanished),
        # Not write-protected while pinned: a disk with a file that is open for writing cannot be.
        ("backup.checked", SmallDisk.fill, backup_errors.PlaceFull),
        ("backup.checked", SmallDisk.protect, backup_errors.PlaceReadOnly),
        ("backup.checked", SmallDisk.pull_out, backup_errors.PlaceVanished),
    ],
)
def test_what_happens_to_a_disk_meanwhile_is_told_in_its_own_words(
    owner: Session,
    disk: SmallDisk,
    when: str,
    break_it: Callable[[SmallDisk], object],
    kind: type[PlaceFailure],
) -> None:
    owner.backups.add_place(owner.actor, str(disk.top))
    with at_milestone(when, lambda: break_it(disk)):
        assert failure(owner.run()) == kind.what
    assert owner.logged(Action.BACKUP_FAILED)[0].details == {"failure": kind.code}
    stands = owner.backups.places(owner.actor)[0]
    assert stands.failure == kind.what
    assert stands.state in {PlaceState.FAILED, PlaceState.ABSENT}
    if break_it is not SmallDisk.protect:
        assert names(disk.top) == []


@pytest.mark.parametrize(
    "break_it",
    [
        SmallDisk.fill,
        SmallDisk.protect,
        SmallDisk.pull_out,
        lambda disk: disk.leave_free(destinations.SPARE // 2),
    ],
)
def test_only_a_folder_that_takes_a_backup_counts_as_reachable(
    owner: Session, disk: SmallDisk, break_it: Callable[[SmallDisk], object]
) -> None:
    owner.backups.add_place(owner.actor, str(disk.top))
    owner.backups.require_reachable(owner.actor)
    break_it(disk)
    with pytest.raises(backup_errors.BackupNeeded):
        owner.backups.require_reachable(owner.actor)


def test_what_was_cut_short_or_exchanged_since_does_not_count_as_a_backup(
    owner: Session, place: Path, real: RealOffice
) -> None:
    owner.backups.add_place(owner.actor, str(place))
    older = owner.backup()
    real.clock.pass_time(days=1)
    newer = Path(owner.backup().path)
    assert owner.backups.places(owner.actor)[0].backup == str(newer)
    text = (newer / "backup.json").read_text(encoding="utf-8")
    (newer / "backup.json").write_text(text.replace("2026-11-25", "2026-11-26"), encoding="utf-8")
    assert owner.backups.places(owner.actor)[0].backup == older.path
    (newer / "backup.json").write_text(text, encoding="utf-8")
    (newer / "office-1.db").write_bytes((newer / "office-1.db").read_bytes()[:-1])
    assert owner.backups.places(owner.actor)[0].backup == older.path


def test_a_success_makes_a_failure_forgotten(owner: Session, disk: SmallDisk) -> None:
    owner.backups.add_place(owner.actor, str(disk.top))
    disk.fill()
    assert failure(owner.run()) == backup_errors.PlaceFull.what
    disk.make_room()
    owner.backup()
    (stands,) = owner.backups.places(owner.actor)
    assert (stands.state, stands.failure) == (PlaceState.GOOD, None)


def test_on_a_full_disk_those_go_first_that_would_go_afterwards(
    owner: Session, disk: SmallDisk, real: RealOffice
) -> None:
    owner.backups.add_place(owner.actor, str(disk.top))
    real.clock.pass_time(days=-1)
    yesterdays = owner.backup()
    real.clock.pass_time(days=1)
    with replaced(Backups, "_tidy", lambda *_: 0):  # as if the program had ended before
        first, second = owner.backup(), owner.backup()
    disk.leave_free(destinations.SPARE + first.size // 2)
    (outcome,) = owner.run()
    assert outcome.backup is not None
    assert outcome.removed == 2
    assert names(disk.top) == [Path(yesterdays.path).name, Path(outcome.backup.path).name]
    assert not Path(second.path).exists()
    disk.leave_free(destinations.SPARE // 2)
    assert failure(owner.run()) == backup_errors.PlaceFull.what, "nothing else may go"
    assert names(disk.top) == [Path(yesterdays.path).name, Path(outcome.backup.path).name]


def test_backups_of_one_epoch_are_thinned_out_by_the_rule(
    owner: Session, real: RealOffice, place: Path
) -> None:
    owner.backups.add_place(owner.actor, str(place))
    for _ in range(3):
        real.clock.pass_time(minutes=10)
        owner.backup()
    assert len(names(place)) == 1, "of one day the newest"
    for _ in range(9):
        real.clock.pass_time(days=1)
        owner.backup()
    # From 24 November to 3 December: seven days and, for its week, the Sunday before them.
    days = [name.split("-")[3][:8] for name in names(place)]
    assert days == ["20261127", "20261128", "20261129", "20261130", "20261201", "20261202", "20261203"]
    removed = [entry.details["removed"] for entry in owner.logged(Action.BACKUP_TAKEN)]
    assert removed == [1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0]


def test_stopped_it_returns_what_is_done(owner: Session, place: Path, disk: SmallDisk) -> None:
    owner.backups.add_place(owner.actor, str(place))
    owner.backups.add_place(owner.actor, str(disk.top))
    steps: list[int] = []
    outcomes = owner.backups.run(
        owner.actor, lambda _step, number, _steps: steps.append(number), lambda: len(steps) > 1
    )
    assert [outcome.folder for outcome in outcomes] == [str(place)]
    assert names(disk.top) == []
    assert owner.logged(Action.BACKUP_FAILED) == []


def test_one_folder_alone_can_be_asked_for(owner: Session, place: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    owner.backups.add_place(owner.actor, str(place))
    wanted = owner.backups.add_place(owner.actor, str(other))
    (outcome,) = owner.backups.run(owner.actor, places={wanted.place})
    assert outcome.folder == str(other)
    assert names(place) == []
    assert wanted.place in owner.backups.beside_the_office(owner.actor)


def test_after_a_rotation_the_former_epoch_goes_with_the_first_verified_backup(
    owner: Session, disk: SmallDisk, place: Path
) -> None:
    for folder in (disk.top, place):
        owner.backups.add_place(owner.actor, str(folder))
    owner.run()
    owner.workplace.store.close()
    owner.vault.epochs.rotate()
    assert owner.backups.overview(owner.actor).pending_epochs == (1,)
    disk.fill()
    for folder in (place, disk.top):
        (folder / destinations.MARKER_NAME).rename(folder / "away")
    assert [outcome.failure for outcome in owner.run()] == [backup_errors.PlaceAbsent.what] * 2
    assert owner.backups.overview(owner.actor).pending_epochs == (1,), "nothing is let go without a backup"
    for folder in (place, disk.top):
        (folder / "away").rename(folder / destinations.MARKER_NAME)
    full, good = owner.run()
    assert (full.failure, good.removed) == (backup_errors.PlaceFull.what, 1)
    assert owner.backups.overview(owner.actor).pending_epochs == ()
    assert [name[-3:] for name in names(place)] == ["-e2"]
    assert [name[-3:] for name in names(disk.top)] == ["-e1"], (
        "its only backup stays until there is a new one"
    )
    assert [copy.folder for copy in owner.backups.former_copies(owner.actor)] == [str(disk.top)]
    assert owner.logged(Action.FORMER_KEYS_DISCARDED)[0].details == {"epochs": [1]}
    disk.make_room()
    owner.run()
    assert owner.backups.former_copies(owner.actor) == ()


def test_a_key_store_that_lets_nothing_go_spoils_no_backup(
    owner: Session, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner.backups.add_place(owner.actor, str(place))
    owner.workplace.store.close()
    owner.vault.epochs.rotate()
    (tmp_path / "hvacdesk" / "key-store.lock").mkdir(parents=True)
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(keyring_store, "_lock_folder", lambda: tmp_path / "hvacdesk")
        (outcome,) = owner.run()
    assert outcome.backup is not None
    overview = owner.backups.overview(owner.actor)
    assert (overview.pending_epochs, type(overview.pending_because)) == ((1,), LockUnusable)
    owner.run()
    overview = owner.backups.overview(owner.actor)
    assert (overview.pending_epochs, overview.pending_because) == ((), None)


def test_a_backup_of_before_a_rotation_lets_nothing_go_after_it(owner: Session, place: Path) -> None:
    owner.backups.add_place(owner.actor, str(place))
    owner.backup()
    new = owner.backups.take(owner.actor)
    owner.workplace.store.close()
    owner.vault.epochs.rotate()
    (outcome,) = owner.backups.finish(owner.actor, new)
    assert outcome.backup is not None
    assert owner.backups.overview(owner.actor).pending_epochs == (1,)
    assert [name[-3:] for name in names(place)] == ["-e1", "-e1"]


def test_an_absent_folder_with_former_copies_stays_named(
    owner: Session, disk: SmallDisk, place: Path
) -> None:
    for folder in (disk.top, place):
        owner.backups.add_place(owner.actor, str(folder))
    owner.run()
    owner.workplace.store.close()
    owner.vault.epochs.rotate()
    owner.run()
    assert owner.backups.former_copies(owner.actor) == ()
    disk.pull_out()
    owner.workplace.store.close()
    owner.vault.epochs.rotate()
    owner.run()
    (stands,) = owner.backups.former_copies(owner.actor)
    assert (stands.folder, stands.state, stands.former_epochs) == (str(disk.top), PlaceState.ABSENT, 1)


def test_a_former_backup_that_holds_more_than_the_office_is_kept(owner: Session, place: Path) -> None:
    """As after the restore of an older backup: nobody but a person decides what becomes of the later one."""
    owner.backups.add_place(owner.actor, str(place))
    owner.backup()
    owner.workplace.store.close()
    owner.vault.epochs.rotate()
    with replaced(type(owner.backups), "_on_chain", lambda *_: False):
        assert owner.run()[0].removed == 0
    assert [name[-3:] for name in names(place)] == ["-e1", "-e2"]
    assert owner.run()[0].removed == 2, "the former one, and the earlier one of today"


NOBODY = Actor("0" * 32, "nobody", frozenset())
EVERY_ROLE = frozenset(Role)
DISPOSING = MANAGING = frozenset({Role.OWNER})


@pytest.mark.parametrize(
    ("asked", "allowed"),
    [
        (lambda backups, actor: backups.overview(actor), EVERY_ROLE),
        (lambda backups, actor: backups.places(actor), EVERY_ROLE),
        (lambda backups, actor: backups.require_reachable(actor), DISPOSING),
        (lambda backups, actor: backups.former_copies(actor), DISPOSING),
        (lambda backups, actor: backups.set_aside(actor), MANAGING),
    ],
    ids=[
        "overview",
        "places",
        "require_reachable",
        "former_copies",
        "set_aside",
    ],
)
def test_what_each_role_may_ask_of_the_backups(
    owner: Session, place: Path, asked: Callable[[Backups, Actor], object], allowed: frozenset[Role]
) -> None:
    owner.backups.add_place(owner.actor, str(place))
    for role in Role:
        actor = Actor(owner.actor.account, owner.actor.name, frozenset({role}))
        if role in allowed:
            asked(owner.backups, actor)
        else:
            with pytest.raises(NotPermitted):
                asked(owner.backups, actor)
    with pytest.raises(NotPermitted):
        asked(owner.backups, NOBODY)
