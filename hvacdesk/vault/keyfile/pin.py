"""The six-digit PIN that re-opens the screen lock while the keys are in memory anyway."""

from __future__ import annotations

import hmac
import unicodedata
from threading import Lock

from hvacdesk.domain.entry.pins import check_pin
from hvacdesk.vault import ciphers
from hvacdesk.vault.keyfile import kdf

TRIES = 5


class SessionPin:
    """A PIN for one session; it is never stored. After five wrong tries only the passphrase helps.

    Raises:
        InvalidInput: not six digits (full-width digits are understood), or too easy to guess.
    """

    def __init__(self, pin: str) -> None:
        digits = unicodedata.normalize("NFKC", pin)
        check_pin(digits)
        self._salt = ciphers.new_salt()
        self._key = kdf.session_key(digits, self._salt)
        self._tries_left = TRIES
        self._trying = Lock()  # guesses side by side are counted one after the other

    @property
    def tries_left(self) -> int:
        """How many more wrong tries are taken."""
        return self._tries_left

    def matches(self, pin: str) -> bool:
        """Whether this is the PIN; always False once the tries are used up."""
        with self._trying:
            if self._tries_left == 0:
                return False
            key = kdf.session_key(unicodedata.normalize("NFKC", pin), self._salt)
            if hmac.compare_digest(key, self._key):
                self._tries_left = TRIES
                return True
            self._tries_left -= 1
            return False
