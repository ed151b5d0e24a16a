"""The report box from outside: can it be filled, and can it be seen that somebody reported?

The program is used through its services, as windows use them. Work is counted where it leaves the program, in
the library that does it, and never by the clock.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

import argon2.low_level
import pytest

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.report_box.report_box import ReportCategory
from hvacdesk.domain.roles import Role
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.open_office import Office
from hvacdesk.services.report_box.report_desk import ReportDesk
from tests.adversary.conftest import ATTACK
from tests.adversary.observing import Observer
from tests.helpers.ground import MovableClock
from tests.helpers.real_office import FACTS, NAMES, SECOND_OWNER, as_inspector, passphrase_of
from tests.helpers.sabotage import replaced
from tests.helpers.vault_offices import MemorySecrets, real_passphrases

pytestmark = pytest.mark.linux("the watcher reads Linux's times and descriptors")

FLOOD = 300
GENUINE = "倉庫の鍵を社長が持ち出している"


@dataclass
class WatchedOffice:
    """An office with two persons responsible and one at the desk, its keys in memory."""

    home: Path
    secrets: MemorySecrets
    clock: MovableClock = field(default_factory=MovableClock)
    accounts: dict[str, str] = field(default_factory=dict)

    def entry(self) -> OfficeEntry:
        """The door, as a start of the program finds it."""
        made = OfficeEntry(self.home, self.clock, self.secrets)  # type: ignore[arg-type]
        made.acquire()
        made.open_sealed()
        return made

    def copied(self, home: Path) -> WatchedOffice:
        """The same office once more, with keys of its own from now on."""
        shutil.copytree(self.home, home)
        return WatchedOffice(home, deepcopy(self.secrets), deepcopy(self.clock), dict(self.accounts))

    def login(self, entry: OfficeEntry, name: str) -> tuple[Office, Any]:
        return entry.login(self.accounts[name], passphrase_of(name))


@pytest.fixture(scope="module")
def derivations() -> Iterator[list[int]]:
    """The memory in KiB of each memory-hard derivation, which is done cheaply."""
    done: list[int] = []

    def derive(
        secret: bytes, salt: bytes, _passes: int, memory: int, _lanes: int, length: int, _kind: object
    ) -> bytes:
        done.append(memory)
        return hashlib.blake2b(secret, key=salt, digest_size=length).digest()

    with replaced(argon2.low_level, "hash_secret_raw", derive):
        yield done


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, derivations: list[int]) -> WatchedOffice:
    """To be copied. Made with the cheap derivations, as it is opened."""
    assert derivations == []
    made = WatchedOffice(tmp_path_factory.mktemp("watched") / "office", MemorySecrets())
    draft = OfficeEntry(made.home, made.clock, made.secrets).prepare()  # type: ignore[arg-type]
    for position in draft.group_positions_to_retype():
        assert draft.confirm(position, draft.printed_group(position))
    owner = NAMES[Role.OWNER]
    opened, actor = draft.create(FACTS, owner, passphrase_of(owner))
    made.accounts[owner] = actor.account
    people = {SECOND_OWNER: {Role.OWNER}, NAMES[Role.DESK]: {Role.DESK}}
    invited = {name: opened.accounts.invite(actor, name, roles) for name, roles in people.items()}
    opened.leave(actor)
    for name, (account, one_time) in invited.items():
        entry = made.entry()
        opened, actor = entry.accept_invitation(account, one_time, passphrase_of(name))
        made.accounts[name] = account
        opened.leave(actor)
        entry.release()
    return made


def test_a_flood_pays_more_and_more_and_keeps_nobody_out(
    office: WatchedOffice,
    derivations: list[int],
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    office = office.copied(tmp_path / "office")
    entry = office.entry()
    entry.begin_box_rounds()
    entry.end_box_rounds()
    desk = entry.report_desk()
    target, other = office.accounts[NAMES[Role.OWNER]], office.accounts[SECOND_OWNER]
    costs: list[int] = []
    with real_passphrases():
        for number in range(FLOOD):
            derivations.clear()
            desk.send(ReportCategory.OTHER, f"あふれさせる {number}", "", [target])
            costs.append(len(derivations))
            assert min(derivations) >= 64 * 1024, "work that needs no memory slows nobody down"
        receipt = desk.send(ReportCategory.LAW, GENUINE, "", [target])
        assert desk.open(receipt).report.messages[0].text == GENUINE
    assert set(costs[:30]) == {1}, "whoever writes into an ordinary box pays for the receipt alone"
    assert costs == sorted(costs)
    assert costs[-1] >= 30
    assert sum(costs[FLOOD // 2 :]) >= 2 * sum(costs[: FLOOD // 2])

    opened, actor = office.login(entry, NAMES[Role.OWNER])
    inbox = opened.reports.inbox(actor)
    texts = [row.report.messages[0].text for row in inbox.rows]
    assert len(texts) == FLOOD + 1, "nothing was pushed out"
    assert GENUINE in texts
    assert inbox.unread == FLOOD + 1, "the reader is told of a flood"
    assert len(opened.reports.duties(actor)) == 1, "a flood is one line among a reader's duties"
    opened.leave(actor)
    opened, actor = office.login(entry, SECOND_OWNER)
    inbox = opened.reports.inbox(actor)
    assert (inbox.rows, inbox.unread, inbox.grown) == ((), 0, True), "the others hear of it too"
    assert actor.account == other
    opened.leave(actor)
    record_property(f"{ATTACK}box filled without a login", f"{FLOOD:4}  came in, and so did the genuine one")
    record_property(f"{ATTACK}box: derivations for a flood", f"{sum(costs):4}  the last post {costs[-1]}")


# Somebody who watches


def test_nobody_who_watches_sees_that_somebody_reported(
    office: WatchedOffice, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    observed, rounds = seen_of_both(office, tmp_path)
    quiet, told = observed
    for (occasion, without), (_same, with_report) in zip(quiet, told, strict=True):
        assert differences(without, with_report) == [], occasion
    features = sum(len(look["files"]) + len(look["steps"]) + len(look["key store"]) for _, look in quiet)
    assert rounds >= 3
    assert any(name == "report-box.sealed" for _, look in quiet for name in look["files"])
    record_property(f"{ATTACK}box watched while somebody reports", f"{features:4}  differing 0")


@pytest.mark.parametrize("leak", ["a write of its own", "a larger file", "a time", "a note beside", "a key"])
def test_the_one_who_watches_would_see_it(office: WatchedOffice, tmp_path: Path, leak: str) -> None:
    """What a box that gives somebody away looks like to the same eyes."""

    def give_away(watched: WatchedOffice, entry: OfficeEntry) -> None:
        box = watched.home / "report-box.sealed"
        if leak == "a write of its own":
            entry.stir_report_box()
        elif leak == "a larger file":
            box.write_bytes(box.read_bytes() + bytes(65_536))
        elif leak == "a time":
            box.touch()
        elif leak == "a note beside":
            (watched.home / "note").write_text("x", encoding="utf-8")
        else:
            watched.secrets.write("office/9/reported", b"x")

    (quiet, told), _rounds = seen_of_both(office, tmp_path, give_away)
    assert any(
        differences(without, with_report) for (_, without), (_, with_report) in zip(quiet, told, strict=True)
    )


def differences(one: dict[str, Any], other: dict[str, Any]) -> list[Any]:
    """What two looks do not share."""
    lists = [
        (feature, a, b)
        for feature in ("steps", "key store", "log")
        if (a := one.get(feature)) != (b := other.get(feature))
    ]
    names = one["files"].keys() | other["files"].keys()
    files = [
        (name, a, b)
        for name in sorted(names)
        if (a := one["files"].get(name)) != (b := other["files"].get(name))
    ]
    return [*lists, *files]


Seen = list[tuple[str, dict[str, Any]]]


def seen_of_both(
    office: WatchedOffice, tmp_path: Path, leak: Callable[[WatchedOffice, OfficeEntry], None] | None = None
) -> tuple[tuple[Seen, Seen], int]:
    """The same day in two copies of one office: in one of them somebody reports, comes back and adds."""
    reporting, quiet = (office.copied(tmp_path / name / "office") for name in ("reporting", "quiet"))
    told, rounds = day(reporting, Reporter(reporting, leak))
    without, _ = day(quiet, Nobody(rounds))
    return (without, told), len(rounds)


def day(office: WatchedOffice, who: Reporter | Nobody) -> tuple[Seen, list[str]]:
    """A start, the regular writes, a login, work, a lock, the end; then another start and its end."""
    observer = Observer(office.home, office.secrets)
    observer.look("before")
    rounds: list[str] = []
    with observer.watching():
        entry = office.entry()
        entry.begin_box_rounds()
        observer.look("start")
        for occasion in who.uses_the_box(entry):
            observer.look(f"{occasion}, before the regular write")
            entry.turn_box()
            observer.look(occasion)
            rounds.append(occasion)
        entry.end_box_rounds()
        opened, actor = office.login(entry, NAMES[Role.DESK])
        observer.look("login")
        opened.accounts.lock(actor)
        observer.look("lock")
        opened.leave(actor)
        observer.look("left")
        entry.begin_box_rounds()
        entry.end_box_rounds()
        entry.release()
        observer.look("closed without a login")
    entry = office.entry()
    opened, actor = office.login(entry, NAMES[Role.OWNER])
    log = [(one.action, tuple(one.details)) for one in opened.audit.entries(as_inspector(actor))]
    opened.leave(actor)
    entry.release()
    observer.seen.append(("the log", {"files": {}, "steps": [], "key store": [], "log": log}))
    return observer.seen, rounds


@dataclass
class Nobody:
    """Lets as many of the regular writes pass."""

    rounds: list[str]

    def uses_the_box(self, _entry: OfficeEntry) -> Iterator[str]:
        yield from self.rounds


@dataclass
class Reporter:
    """Opens the box, reports, comes back with a wrong number and the right one, and adds."""

    office: WatchedOffice
    leak: Callable[[WatchedOffice, OfficeEntry], None] | None

    def uses_the_box(self, entry: OfficeEntry) -> Iterator[str]:
        desk, _rules = entry.open_report_box()
        chosen = [reader.account for reader in desk.readers()][:1]
        with ThreadPoolExecutor(1) as worker:
            sent = worker.submit(desk.send, ReportCategory.LAW, GENUINE, "", chosen)
            yield from until_done(sent, "while it is sent")
            if self.leak is not None:
                self.leak(self.office, entry)
            receipt = sent.result()
            self._mistype(desk, receipt)
            opened = desk.open(receipt)
            assert opened.report.messages[0].text == GENUINE
            added = worker.submit(desk.add, opened, "もう一つ")
            yield from until_done(added, "while more is added")
            assert len(added.result().report.messages) == 2
        yield "afterwards"

    def _mistype(self, desk: ReportDesk, receipt: str) -> None:
        with pytest.raises(UserFacingError):
            desk.open(f"{(int(receipt) + 1) % 10**16:016}")


def until_done(work: Future[Any], occasion: str) -> Iterator[str]:
    """One regular write after the other, until the work is done."""
    pause = Event()
    while not work.done():
        pause.wait(0.05)
        yield occasion
