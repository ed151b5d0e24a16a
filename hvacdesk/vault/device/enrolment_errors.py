"""What can go wrong when another login of this computer is to open the office."""

from __future__ import annotations

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase
from hvacdesk.vault import errors


class EnrolmentMissing(UserFacingError):
    """Nobody invited a login, or the invitation was used."""

    about_the_computer = True
    what = phrase("Errors", "No login of this computer is waiting to be enrolled.")
    safe = phrase("Errors", "Nothing was opened and nothing was changed.")
    todo = phrase("Errors", "Ask a person responsible to enrol this login in the settings, under Keys.")


class EnrolmentExpired(UserFacingError):
    """The invitation is older than a day, or the office's keys were changed since."""

    what = phrase("Errors", "The one-time words for this login are no longer valid.")
    safe = phrase("Errors", "Nothing was opened and nothing was changed.")
    todo = phrase("Errors", "Ask a person responsible for new ones.")


class EnrolmentWrongWords(errors.WrongPassphrase):
    """These are not the words of the invitation; tries are slowed as for a passphrase."""

    what = phrase("Errors", "These are not the one-time words.")
    todo = phrase("Errors", "Type them again, as they were shown to the person responsible.")


class LoginGone(UserFacingError):
    """The login was withdrawn in the meantime."""

    what = phrase("Errors", "This login of the computer can no longer open the office anyway.")
    todo = phrase("Errors", "Look at the list again.")
