"""The signed list of whom the office destroyed lies wherever a restore may begin."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hvacdesk.domain.disposal.disposed_list import DisposedList
from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.roles import Role
from hvacdesk.store.disposal import disposed_list as disposed
from hvacdesk.vault.erasure import disposed_list
from hvacdesk.vault.keyfile.rotation_plan import Plan
from tests.helpers.disks import SmallDisk
from tests.helpers.disposed import destroyed, listed
from tests.helpers.real_office import RealOffice
from tests.helpers.sabotage import replaced
from tests.integration.backups.session import Session, joined, session_of

FIRST, SECOND = destroyed("1" * 32), destroyed("2" * 32, "C-000008")


def note(session: Session, destroyed_list: DisposedList) -> None:
    """Let the ledger say so, as after a disposal."""
    with session.workplace.transaction() as writing:
        disposed.replay(writing, destroyed_list)


def found(session: Session, folder: Path) -> DisposedList | None:
    vault = session.vault
    return disposed_list.read(folder, vault.office_id, vault.verify)


def test_nobody_destroyed_is_no_list(owner: Session, place: Path, real: RealOffice) -> None:
    owner.backups.add_place(owner.actor, str(place))
    owner.backups.write_disposed_list(owner.actor)
    owner.run()
    assert not (real.home / disposed_list.NAME).exists()
    assert not (place / disposed_list.NAME).exists()


def test_two_threads_write_it_one_after_the_other(owner: Session) -> None:
    """A disposal writes it while the backups are taken, which do so too: there is one unfinished file."""
    note(owner, listed(FIRST))
    write, inside, most = disposed_list.write, [0], [0]

    def slowly(holder: Path, content: bytes) -> None:
        inside[0] += 1
        most[0] = max(most[0], inside[0])
        time.sleep(0.1)
        write(holder, content)
        inside[0] -= 1

    with replaced(disposed_list, "write", slowly), ThreadPoolExecutor(2) as both:
        for one in [both.submit(owner.backups.write_disposed_list, owner.actor) for _ in range(2)]:
            one.result()
    assert most == [1]


def test_it_lies_in_the_office_and_in_every_folder_in_reach(
    owner: Session, place: Path, real: RealOffice, disk: SmallDisk
) -> None:
    for folder in (disk.top, place):
        owner.backups.add_place(owner.actor, str(folder))
    note(owner, listed(FIRST))
    disk.pull_out()
    owner.backups.write_disposed_list(owner.actor)
    assert found(owner, real.home) == found(owner, place) == listed(FIRST)
    assert list(disk.top.iterdir()) == []


def test_only_who_holds_the_signing_key_writes_it_and_anybody_spreads_it(
    owner: Session, place: Path, real: RealOffice
) -> None:
    owner.backups.add_place(owner.actor, str(place))
    note(owner, listed(FIRST))
    owner.backups.write_disposed_list(owner.actor)
    (place / disposed_list.NAME).unlink()
    owner.close()
    desk = joined(real, Role.DESK)
    with pytest.raises(NotPermitted):
        desk.backups.write_disposed_list(desk.actor)
    desk.run()
    assert found(desk, place) == listed(FIRST)
    desk.close()


def test_a_list_that_says_more_is_never_shortened(owner: Session, place: Path, real: RealOffice) -> None:
    owner.backups.add_place(owner.actor, str(place))
    vault = owner.vault
    note(owner, listed(FIRST))
    owner.backups.write_disposed_list(owner.actor)
    other = disposed_list.written(listed(SECOND), vault.office_id, (), vault.sign)
    (place / disposed_list.NAME).write_bytes(other)
    owner.close()
    desk = joined(real, Role.DESK)
    desk.run()
    assert found(desk, place) == listed(SECOND)
    desk.close()
    again = session_of(real, Role.OWNER)
    again.run()
    both = listed(FIRST, SECOND)
    assert found(again, place) == found(again, real.home) == both
    again.close()


def test_a_planted_list_is_replaced(owner: Session, place: Path) -> None:
    owner.backups.add_place(owner.actor, str(place))
    note(owner, listed(FIRST))
    owner.backups.write_disposed_list(owner.actor)
    good = (place / disposed_list.NAME).read_bytes()
    for bad in (b"", good[:-10], good.replace(b"C-000007", b"C-000009")):
        (place / disposed_list.NAME).write_bytes(bad)
        owner.run()
        assert (place / disposed_list.NAME).read_bytes() == good


def test_it_is_signed_anew_when_the_signing_key_changed(owner: Session, place: Path) -> None:
    owner.backups.add_place(owner.actor, str(place))
    note(owner, listed(FIRST))
    owner.backups.write_disposed_list(owner.actor)
    owner.workplace.rotate(owner.actor, Plan(new_signing_key=True))
    assert found(owner, place) is None
    owner.run()
    assert found(owner, place) == listed(FIRST)
