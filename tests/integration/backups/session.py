"""A person's session in a real office, and what tests ask of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hvacdesk.domain.backups.backups import BackupFacts, BackupOutcome
from hvacdesk.domain.oversight.audit_log import Action, AuditEntry
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.backups.backups import Backups
from hvacdesk.services.open_office import Office
from hvacdesk.services.workplace import Workplace
from hvacdesk.vault.office import OpenVault
from tests.helpers.real_office import NAMES, RealOffice, passphrase_of


@dataclass
class Session:
    """An open office and who uses it."""

    office: Office
    actor: Actor
    left: bool = False

    @property
    def backups(self) -> Backups:
        """The service under test."""
        return self.office.backups

    @property
    def workplace(self) -> Workplace:
        """The ground that it stands on."""
        return self.office._workplace

    @property
    def vault(self) -> OpenVault:
        """The session's keys."""
        return self.workplace.vault

    def run(self) -> tuple[BackupOutcome, ...]:
        """Back up everywhere."""
        return self.backups.run(self.actor)

    def backup(self) -> BackupFacts:
        """Back up into the one folder."""
        (outcome,) = self.run()
        assert outcome.backup is not None, outcome.failure
        return outcome.backup

    def logged(self, action: Action) -> list[AuditEntry]:
        """The audit log's entries of a kind, the newest first."""
        return list(self.office.audit.entries(self.actor, action=action))

    def close(self) -> None:
        """Leave, once."""
        if not self.left:
            self.left = True
            self.office.leave(self.actor)


def session_of(real: RealOffice, who: Role | str) -> Session:
    """Log somebody in."""
    return Session(*real.login(who))


def joined(real: RealOffice, role: Role) -> Session:
    """Let somebody join the office, and log them in."""
    owner = session_of(real, Role.OWNER)
    account, one_time = owner.office.accounts.invite(owner.actor, NAMES[role], {role})
    owner.close()
    real.accounts[NAMES[role]] = account
    return Session(*real.entry().accept_invitation(account, one_time, passphrase_of(NAMES[role])))


def names(place: Path) -> list[str]:
    """The backups in a folder."""
    return sorted(path.name for path in place.iterdir() if path.is_dir())
