"""An office that is being set up."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from hvacdesk.domain.clock import Clock
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.office import OfficeFacts
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.entry.entry_errors import SetUpUnfinished
from hvacdesk.services.entry.office_opening import OfficeOpening
from hvacdesk.services.entry.recovery_sheets import SheetOnPaper

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office
    from hvacdesk.vault.keyfile.signers import LogSigner
    from hvacdesk.vault.office import NewOffice


class NewOfficeDraft(SheetOnPaper):
    """An office that is being set up: its keys exist in memory alone."""

    def __init__(self, office: NewOffice, clock: Clock, opening: OfficeOpening) -> None:
        super().__init__(office.draft, clock())
        self._office = office
        self._clock = clock
        self._opening = opening

    def create(self, facts: OfficeFacts, owner_name: str, passphrase: str) -> tuple[Office, Actor]:
        """Write the office: its facts go into the database before the key file makes it exist.

        Raises:
            SetUpUnfinished: the office exists; the one who set it up has to log in.
            UserFacingError: there is no office; this can be called again.
        """
        from hvacdesk.services.office.settings import check_facts

        facts = check_facts(facts)

        def fill(connect: Callable[[], Any], owner: str, signer: LogSigner) -> None:
            _fill_new_office(connect, facts, owner, owner_name, self._clock, signer)

        try:
            vault = self._office.create(owner_name, passphrase, office_name=facts.name, fill=fill)
            office, actor = self._opening.open(lambda _in_use: vault)
        except UserFacingError as error:
            if self._office.made:
                raise SetUpUnfinished(error) from error
            raise
        with suppress(UserFacingError):  # the next close notes it, too
            office.audit.write_anchor()
        return office, actor


def _fill_new_office(
    connect: Callable[[], Any],
    facts: OfficeFacts,
    owner: str,
    owner_name: str,
    clock: Clock,
    signer: LogSigner,
) -> None:
    """The first rows of an office, written before its key file makes it exist."""
    from hvacdesk.domain.oversight.audit_log import Action
    from hvacdesk.store import schema
    from hvacdesk.store.engine import Store
    from hvacdesk.store.office import office as store
    from hvacdesk.store.oversight import audit_log

    database = Store(connect)
    try:
        schema.bring_up_to_date(database)
        with database.transaction() as session:
            store.save_facts(session, facts)
            store.add_account(session, owner, owner_name, {Role.OWNER}, clock())
            audit_log.append(
                session, clock(), owner, Action.OFFICE_CREATED, f"account:{owner}", {}, signer=signer
            )
    finally:
        database.close()
