"""Changing the office's keys in daily work, followed by a backup, so that the former ones can go."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor
from hvacdesk.services.backups.backups import Backups
from hvacdesk.services.permissions import step_of
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.vault.keyfile.rotation_plan import Plan


class KeyChanges:
    """Changes the keys of an open office."""

    def __init__(self, workplace: Workplace, backups: Backups) -> None:
        self._workplace = workplace
        self._backups = backups

    @step_of(
        "Accounts.change_roles", "Accounts.remove", "Keys.rotate", "Keys.renew_sheet", "Keys.withdraw_login"
    )
    def rotate(self, actor: Actor, plan: Plan, note: Callable[[Session], None] | None = None) -> None:
        """Bring the office into its next epoch; see :meth:`Workplace.rotate` for what it raises.

        Where no backup is possible now, the former epoch stays until one is: the rotation is pending.
        """
        self._workplace.rotate(actor, plan, note)
        with suppress(UserFacingError):  # told where backups are shown
            self._backups.run(actor)
