"""A whole office on real parts: set up through the program's own door, with one person of each role."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.open_office import Office
from tests.helpers.copied_office import made_once
from tests.helpers.ground import MovableClock
from tests.helpers.typed_codes import printed_groups

FACTS = OfficeFacts(
    name="試験空調",
    phone="052-000-0000",
    address="愛知県名古屋市中区栄3丁目0-0",
    legal_form=LegalForm.COMPANY,
    fiscal_year_end_month=3,
    privacy_manager="責任 一郎",
)
NAMES = {
    Role.OWNER: "責任 一郎",
    Role.DESK: "受付 花子",
    Role.ACCOUNTING: "経理 次郎",
    Role.TECHNICIAN: "作業 三郎",
    Role.INSPECTOR: "点検 四郎",
}
SECOND_OWNER = "副責任 五郎"


def as_inspector(actor: Actor) -> Actor:
    """The same person with the right to read the log, whatever keys their login holds."""
    return Actor(actor.account, actor.name, frozenset({Role.INSPECTOR}))


def passphrase_of(name: str) -> str:
    """The passphrase that a person of the test office chose, of characters that are on every keyboard."""
    return f"passphrase of {name.encode('unicode_escape').decode('ascii')}"


@dataclass
class RealOffice:
    """An office in a folder, and who may log in.

    Attributes:
        accounts: account ids by name.
        code: of the first recovery sheet.
    """

    home: Path
    clock: MovableClock
    accounts: dict[str, str] = field(default_factory=dict)
    code: str = ""

    def entry(self) -> OfficeEntry:
        """The door, with the key store already asked."""
        entry = OfficeEntry(self.home, self.clock)
        entry.open_sealed()
        return entry

    def login(self, who: Role | str) -> tuple[Office, Actor]:
        """Log a person in, by role or name."""
        name = NAMES[who] if isinstance(who, Role) else who
        return self.entry().login(self.accounts[name], passphrase_of(name))


def new_real_office(
    home: Path,
    clock: MovableClock | None = None,
    *,
    everybody: bool = True,
    names: Collection[str] | None = None,
    backups: Path | None = None,
) -> RealOffice:
    """Set an office up with a person of every role and a second owner; needs a key store.

    Args:
        everybody: False for the first owner alone.
        names: who works there beside the first owner, where it need not be everybody.
        backups: a folder to take backups to, which every disposal needs; made here.
    """
    real = RealOffice(home, clock or MovableClock())
    entry = OfficeEntry(home, real.clock)
    draft = entry.prepare()
    for position in draft.group_positions_to_retype():
        assert draft.confirm(position, draft.printed_group(position))
    owner = NAMES[Role.OWNER]
    real.code = "-".join(printed_groups(draft))
    office, actor = draft.create(FACTS, owner, passphrase_of(owner))
    real.accounts[owner] = actor.account
    if backups is not None:
        backups.mkdir()
        office.backups.add_place(actor, str(backups))
    if not everybody:
        office.leave(actor)
        return real
    others: dict[str, set[Role]] = {name: {role} for role, name in NAMES.items() if role is not Role.OWNER}
    others[SECOND_OWNER] = {Role.OWNER}
    if names is not None:
        others = {name: roles for name, roles in others.items() if name in names}
    invitations = {name: office.accounts.invite(actor, name, roles) for name, roles in others.items()}
    office.leave(actor)
    for name, (account, one_time) in invitations.items():
        office, person = real.entry().accept_invitation(account, one_time, passphrase_of(name))
        office.leave(person)
        real.accounts[name] = account
    return real


def copied_real_office(
    make: Callable[[Path], RealOffice], home: Path, *, backups: Path | None = None
) -> RealOffice:
    """A copy of the office that ``make`` made once for this process, with its secrets in the key store.

    Args:
        backups: a folder of the copy's own to take backups to; made here.
    """
    made = made_once(make).put(home)
    real = RealOffice(home, MovableClock(made.clock.now), dict(made.accounts), made.code)
    if backups is not None:
        backups.mkdir()
        office, owner = real.login(Role.OWNER)
        office.backups.add_place(owner, str(backups))
        office.leave(owner)
    return real
