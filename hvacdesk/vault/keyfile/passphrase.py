"""Passphrases: which are taken, and good ones to offer.

Source: NIST SP 800-63B-4 (2025-07): at least 15 characters where a passphrase is the only factor typed, no
composition rules, no forced change, comparison against a blocklist, normalisation before hashing.
"""

from __future__ import annotations

import math
import secrets
import unicodedata

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase

SHORTEST = 15
LONGEST = 128
_OFFERED_BITS = 70
_FEWEST_DIFFERENT = 5


class PassphraseRefused(UserFacingError):
    """A passphrase that is not taken.

    ``reason`` is a code: ``short``, ``long``, ``untypable``, ``common`` or ``unchanged``.
    """

    reason = "refused"
    what = phrase("Errors", "This passphrase is not accepted.")
    todo = phrase("Errors", "Choose another one, or take the one that is offered.")


class PassphraseShort(PassphraseRefused):
    """Fewer than 15 characters."""

    reason = "short"
    what = phrase("Errors", "The passphrase is too short: it needs at least {shortest} characters.")


class PassphraseLong(PassphraseRefused):
    """More than 128 characters."""

    reason = "long"
    what = phrase("Errors", "The passphrase is too long: at most {longest} characters are possible.")


class PassphraseUntypable(PassphraseRefused):
    """Characters that a field which hides them cannot take."""

    reason = "untypable"
    what = phrase(
        "Errors",
        "A passphrase has letters, digits, signs and spaces as they are on the keys; no Japanese characters.",
    )
    todo = phrase("Errors", "Switch the input method off and type it without conversion.")


class PassphraseCommon(PassphraseRefused):
    """On the blocklist, or hardly more than one repeated or counted character."""

    reason = "common"
    what = phrase("Errors", "This passphrase is too easy to guess.")


class PassphraseUnchanged(PassphraseRefused):
    """The new passphrase is the old one."""

    reason = "unchanged"
    what = phrase("Errors", "The new passphrase is the same as the old one.")


_COMMON = (
    "passwordpassword",
    "password12345678",
    "123456789012345",
    "qwertyuiopasdfgh",
    "iloveyouiloveyou",
    "correcthorsebatterystaple",
    "adminadminadmin",
    "hvacdeskhvacdesk",
    "airconditioning",
    "pasuwaadopasuwaado",
    "konnichiwasekai",
    "nihonnihonnihon",
    "sakurasakurasakura",
    "arigatougozaimasu",
    "yoroshikuonegaishimasu",
)
_RUNS = (
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "01234567890123456789",
    "98765432109876543210",
)


def normalized(text: str) -> str:
    """The form that is hashed: NFKC, so that full-width and half-width typing give the same passphrase."""
    return unicodedata.normalize("NFKC", text)


def check_passphrase(text: str) -> None:
    """Return when the passphrase may be chosen.

    Without an input method, which hidden fields keep out, only ASCII comes from every keyboard; those chosen
    before this was asked open as ever.

    Raises:
        PassphraseRefused: with the reason.
    """
    plain = normalized(text)
    if len(plain) < SHORTEST:
        raise PassphraseShort(shortest=SHORTEST)
    if len(plain) > LONGEST:
        raise PassphraseLong(longest=LONGEST)
    if not (plain.isascii() and plain.isprintable()):
        raise PassphraseUntypable
    if _is_common(plain):
        raise PassphraseCommon


def _is_common(plain: str) -> bool:
    bare = "".join(letter for letter in plain.casefold() if letter.isalnum())
    if len(set(bare)) < _FEWEST_DIFFERENT:
        return True
    if any(bare in run for run in _RUNS) or any(bare.startswith(known) for known in _COMMON):
        return True
    return any(bare == (bare[:size] * len(bare))[: len(bare)] for size in range(1, len(bare) // 2 + 1))


def generate_passphrase() -> str:
    """Random words with at least 70 bits between them, lower case, joined by hyphens."""
    from hvacdesk.vault.keyfile.words import WORDS

    count = math.ceil(_OFFERED_BITS / math.log2(len(WORDS)))
    return "-".join(secrets.choice(WORDS) for _ in range(count))
