"""What can go wrong when another login of this computer is to open the office."""

from __future__ import annotations

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.wording import phrase
from hvacdesk.vault import errors


class EnrolmentMissing(UserFacingError):
    """Nobody invited a login, or the invitation was used."""

    what = phrase("Errors", "There is no invitation for another login of this computer.")
    safe = phrase("Errors", "Nothing was opened and nothing was changed.")
    todo = phrase("Errors", "Ask a person responsible to invite this login in the settings, under Keys.")


class EnrolmentExpired(UserFacingError):
    """The invitation is older than a day, or the office's keys were changed since."""

    what = phrase("Errors", "The invitation for this login is no longer valid.")
    safe = phrase("Errors", "Nothing was opened and nothing was changed.")
    todo = phrase("Errors", "Ask a person responsible to invite this login again.")


class EnrolmentWrongWords(errors.WrongPassphrase):
    """These are not the words of the invitation; tries are slowed as for a passphrase."""

    what = phrase("Errors", "These are not the words of the invitation.")
    todo = phrase("Errors", "Type them again, as the person responsible was shown them.")


class LoginGone(UserFacingError):
    """The login was withdrawn in the meantime."""

    what = phrase("Errors", "This login of the computer can no longer open the office anyway.")
    todo = phrase("Errors", "Look at the list again.")
