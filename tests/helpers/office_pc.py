"""The one program that has an office open, with several people logged in, and what they do there."""

from __future__ import annotations

from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.open_office import Office
from tests.helpers.real_office import NAMES, RealOffice, passphrase_of


class OfficePc:
    """A program over one office, into which one person after the other logs in."""

    def __init__(self, real: RealOffice) -> None:
        self.real = real
        self.entry = real.entry()
        self._logins: list[Office] = []

    def login(self, who: Role | str) -> tuple[Office, Actor]:
        """Log a person in, by role or name, beside whoever is there."""
        name = NAMES[who] if isinstance(who, Role) else who
        office, actor = self.entry.login(self.real.accounts[name], passphrase_of(name))
        self._logins.append(office)
        return office, actor

    def close(self) -> None:
        """Close the office for everybody who has not left."""
        for office in self._logins:
            if not office._workplace.vault.closed:
                office.close()


def found(office: Office, actor: Actor) -> list[str]:
    """Every customer whom this login finds."""
    return [row.customer for row in office.customers.search(actor, "").rows]


def change(office: Office, actor: Actor, person: str, **changes: object) -> None:
    """Change some fields of a customer, as they are now."""
    office.customers.change(actor, person, office.customers.detail(actor, person).version, changes)
