"""The recovery sheet: a code on paper that opens the office when key store and passphrases are lost.

The code carries 160 random bits as 32 characters in eight groups; a fifth character in each group checks it.
The alphabet leaves out I, L, O and U; typed O is read as 0, I and L as 1. The check character is a weighted
sum in the field of 32 elements with different weights per position, started with the group's number: it
notices every single wrong character, every swap of neighbours and groups typed in the wrong place, and so
names the group.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass, field
from datetime import date

from hvacdesk.vault import ciphers, errors

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 8
GROUP_LENGTH = 5
CODE_BYTES = 20
_TO_RETYPE = (0, GROUPS - 1)
"""Which groups are typed back from paper, counted from 0."""

_QR_PREFIX = "HVACDESK-RECOVERY"
_LEAST_BEFORE_CODE = 1 + 32 + 1 + 1
"""Letters and digits of a QR code's text between prefix and code: version, office id, epoch and number."""

_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "ー": "-"})
"""The long vowel mark is what a Japanese input method makes of a hyphen."""

_MODULUS = 0b100101  # x^5 + x^2 + 1, irreducible over two elements


@dataclass(frozen=True)
class RecoverySheet:
    """Everything that is printed on the sheet. Holds the code: show and print it, never store it.

    Attributes:
        number: the sheet's number within the office, from 1.
        groups: the code's groups as printed, each with its check character.
        fingerprint: of the office's signing key, to compare certificates and lists with.
        qr_text: what the sheet's QR code says; it contains the code.
    """

    number: int
    office_id: str
    epoch: int
    created: date
    groups: tuple[str, ...] = field(repr=False)
    fingerprint: str
    qr_text: str = field(repr=False)


class SheetForgotten(RuntimeError):
    """The draft's code was dropped; using it further is a bug."""


class SheetDraft:
    """A recovery sheet that is being printed and checked. Its code exists here and on paper alone.

    Attributes:
        recovery_key: the public key that the office's keys will be sealed to.
        positions: the groups (from 0) that have to be typed back from paper.
    """

    positions = _TO_RETYPE

    def __init__(self, number: int, office_id: str, epoch: int, created: date, signer: bytes) -> None:
        code = new_code()
        self.recovery_key = ciphers.exchange_public(private_key(code, office_id))
        self._sheet: RecoverySheet | None = make_sheet(code, number, office_id, epoch, created, signer)
        self._confirmed: set[int] = set()

    @property
    def sheet(self) -> RecoverySheet:
        """What is printed.

        Raises:
            SheetForgotten: :meth:`forget` was called.
        """
        if self._sheet is None:
            raise SheetForgotten
        return self._sheet

    def confirm(self, position: int, typed: str) -> bool:
        """Whether a group was typed as printed; those of :attr:`positions` count as checked from then on."""
        if plain(typed) != self.sheet.groups[position]:
            return False
        self._confirmed.add(position)
        return True

    @property
    def confirmed(self) -> bool:
        """Whether every group of :attr:`positions` was typed as printed: the paper can be read."""
        return self._confirmed.issuperset(self.positions)

    def forget(self) -> None:
        """Drop the code: from now on it exists on paper alone."""
        self._sheet = None


def new_code() -> bytes:
    """The random bytes behind a new code."""
    return secrets.token_bytes(CODE_BYTES)


def make_sheet(
    code: bytes, number: int, office_id: str, epoch: int, created: date, signer: bytes
) -> RecoverySheet:
    """The sheet for a code; ``signer`` is the office's public signing key."""
    groups = encode(code)
    qr_text = ":".join((_QR_PREFIX, "1", office_id, str(epoch), str(number), "-".join(groups)))
    return RecoverySheet(number, office_id, epoch, created, groups, ciphers.fingerprint(signer), qr_text)


def encode(code: bytes) -> tuple[str, ...]:
    """A code's groups as printed."""
    number = int.from_bytes(code, "big")
    digits = [number >> shift & 31 for shift in range(5 * (4 * GROUPS - 1), -1, -5)]
    return tuple(_group(index, digits[4 * index : 4 * index + 4]) for index in range(GROUPS))


def decode(typed: str) -> bytes:
    """The bytes of a typed code, or of the text of the sheet's QR code. Spaces and hyphens are free.

    Raises:
        RecoveryCodeIncomplete: too few or too many characters.
        RecoveryCodeMistyped: with the number of the first wrong group, from 1.
    """
    text = _code_of(typed)
    if len(text) != GROUPS * GROUP_LENGTH:
        raise errors.RecoveryCodeIncomplete(
            expected=GROUPS, length=GROUP_LENGTH, found=f"{len(text) / GROUP_LENGTH:g}"
        )
    number = 0
    for index, group in enumerate(_groups(text)):
        if not _is_right(index, group):
            raise errors.RecoveryCodeMistyped(index + 1)
        for letter in group[:-1]:
            number = number << 5 | ALPHABET.index(letter)
    return number.to_bytes(CODE_BYTES, "big")


def judged(typed: str) -> tuple[bool, ...]:
    """Whether each group that is typed completely is right; a QR code's text is judged once it is whole."""
    return tuple(_is_right(index, group) for index, group in enumerate(_groups(_code_of(typed))))


def plain(typed: str) -> str:
    """Typed characters, full width too, without spaces and hyphens and in the alphabet's form."""
    text = unicodedata.normalize("NFKC", typed).upper().translate(_READ_AS)
    return "".join(letter for letter in text if letter.isalnum())


def private_key(code: bytes, office_id: str) -> bytes:
    """The X25519 private key of a code."""
    return ciphers.derive(code, "recovery", office_id)


def _code_of(typed: str) -> str:
    """The code in what was typed, or in a QR code's text that a scanner typed.

    A scanner set to another keyboard layout types other signs for ``:`` and ``-``, so only letters and digits
    are looked at; the code's are the last ones. Of a QR text that is not complete nothing is taken.
    """
    text, prefix = plain(typed), plain(_QR_PREFIX)
    if not text.startswith(prefix):
        return plain(typed.rpartition(":")[2])
    code = GROUPS * GROUP_LENGTH
    return text[-code:] if len(text) >= len(prefix) + _LEAST_BEFORE_CODE + code else ""


def _groups(text: str) -> tuple[str, ...]:
    """The complete groups, no more than a code has."""
    whole = min(len(text) // GROUP_LENGTH, GROUPS)
    return tuple(text[index * GROUP_LENGTH : (index + 1) * GROUP_LENGTH] for index in range(whole))


def _is_right(index: int, group: str) -> bool:
    """Whether a typed group carries its check character; ``index`` counts from 0."""
    digits = [ALPHABET.find(letter) for letter in group[:-1]]
    return -1 not in digits and _group(index, digits) == group


def _group(index: int, digits: list[int]) -> str:
    weight, total = 2, index
    for digit in digits:
        total ^= _times(weight, digit)
        weight = _times(weight, 2)
    return "".join(ALPHABET[digit] for digit in [*digits, total])


def _times(left: int, right: int) -> int:
    """Product in the field of 32 elements."""
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left & 0b100000:
            left ^= _MODULUS
        right >>= 1
    return product
