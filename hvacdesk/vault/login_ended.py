"""What a person responsible did to somebody whose login is over by that."""

from __future__ import annotations

from hvacdesk.domain.errors import (
    ACCOUNT_WAS_REMOVED,
    ROLE_WAS_TAKEN,
    TYPED_IS_KEPT,
    TYPED_WENT_WITH_ACCOUNT,
    TYPED_WENT_WITH_ROLE,
    LoginOver,
)
from hvacdesk.domain.text.wording import phrase


class LoginEnded(LoginOver):
    """The login of somebody who was given a further role or a one-time passphrase, or the keys of whom do
    not open the office any more. The ancestor of the other reasons.
    """

    what = phrase("Errors", "This login has ended: your account or the office's keys were changed.")
    safe = TYPED_IS_KEPT
    todo = phrase("Errors", "Log in again. If that does not work, ask a person responsible.")


class RoleTaken(LoginEnded):
    """A role of the person was taken away, and what was typed with it."""

    typed_stays = False
    what = ROLE_WAS_TAKEN
    safe = TYPED_WENT_WITH_ROLE
    todo = phrase("Errors", "Log in again: your new role is in force then.")


class AccountGone(LoginEnded):
    """The person was taken off the staff."""

    typed_stays = False
    what = ACCOUNT_WAS_REMOVED
    safe = TYPED_WENT_WITH_ACCOUNT
    todo = phrase("Errors", "Ask the person responsible.")
