"""How a PC proves that it was invited, and the office PC that it is the one which invited.

The code that the office PC shows holds where it is, the fingerprint of its certificate and a secret of 80
random bits, good once and for some minutes. The seat looks at the certificate of the PC that answers before
it sends anything, and then sends a request for a certificate with an HMAC under the secret over both the
office PC's certificate and the request; the answer comes with the office PC's HMAC over the same. So neither
side trusts on first use, and somebody between them can exchange neither certificate nor request. A
password-authenticated exchange would protect a short secret against trying it out off line; against 80 bits
that try has 10²⁴ steps, and an HMAC has nothing that could be got wrong.

Who *read* the code over a shoulder and was faster has the secret. Therefore both screens show four words that
are drawn from the secret, the certificate, the request and a number that the office PC draws after the
request arrived: nobody can look for a request that gives the words of another one.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import ipaddress
import re
import secrets
import unicodedata
from dataclasses import dataclass, field

from hvacdesk.domain.seats.places import place_text
from hvacdesk.domain.seats.seats import (
    PairingAddressMissing,
    PairingCodeIncomplete,
    PairingCodeMistyped,
)
from hvacdesk.vault import ciphers
from hvacdesk.vault.keyfile.words import WORDS

SECRET_BYTES = 10
FINGERPRINT_BYTES = 9
_CHECK_BYTES = 1
NUMBER_BYTES = 16
WORDS_COMPARED = 4
_GROUP = 4
_LETTERS = (FINGERPRINT_BYTES + SECRET_BYTES + _CHECK_BYTES) * 8 // 5
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
"""Of RFC 4648; it has neither 0 nor 1, and who types them means O and I."""
_COMMAS = str.maketrans("、", ",")
"""NFKC has made a comma of a wide one."""
_SPACED_COMMA = re.compile(r"\s*,\s*")
_MEANT = str.maketrans("018", "OIB")


@dataclass(frozen=True)
class PairingCode:
    """What the office PC shows and somebody types at the other PC.

    Attributes:
        fingerprint: how the SHA-256 of the office PC's certificate begins.
        also: further addresses of the office PC.
    """

    address: str
    port: int
    fingerprint: bytes = field(repr=False)
    secret: bytes = field(repr=False)
    also: tuple[str, ...] = ()

    @staticmethod
    def draw(address: str, port: int, fingerprint: bytes, also: tuple[str, ...] = ()) -> PairingCode:
        """A code with a new secret."""
        drawn = secrets.token_bytes(SECRET_BYTES)
        return PairingCode(address, port, fingerprint[:FINGERPRINT_BYTES], drawn, also)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address that it carries."""
        return (self.address, *self.also)

    def text(self) -> str:
        """As it is shown and typed: ``192.168.1.10:47011 ABCD-EFGH-…``, several addresses with a comma."""
        held = self.fingerprint + self.secret
        coded = base64.b32encode(held + self._check(held)).decode("ascii")
        groups = "-".join(coded[at : at + _GROUP] for at in range(0, len(coded), _GROUP))
        return f"{self.place} {groups}"

    @property
    def place(self) -> str:
        """Its first part: ``192.168.1.10:47011``."""
        return place_text(self.addresses, self.port)

    @staticmethod
    def read(typed: str) -> PairingCode:
        """What was typed, in whatever width and case.

        Raises:
            PairingAddressMissing: it does not begin with an address and a port.
            PairingCodeIncomplete: there are too few letters, or too many.
            PairingCodeMistyped: all is there, but something is another than it was shown.
        """
        whole = unicodedata.normalize("NFKC", typed).strip().translate(_COMMAS)
        place, _space, groups = _SPACED_COMMA.sub(",", whole).partition(" ")
        addresses, port = _read_place(place)
        letters = "".join(one for one in groups.upper().translate(_MEANT) if one in _ALPHABET)
        if len(letters) != _LETTERS:
            raise PairingCodeIncomplete(len(letters), _LETTERS)
        held = base64.b32decode(letters)
        code = PairingCode(
            addresses[0],
            port,
            held[:FINGERPRINT_BYTES],
            held[FINGERPRINT_BYTES:-_CHECK_BYTES],
            addresses[1:],
        )
        if held[-_CHECK_BYTES:] != code._check(held[:-_CHECK_BYTES]):
            raise PairingCodeMistyped(addresses, port)
        return code

    def is_of(self, certificate: bytes) -> bool:
        """Whether a certificate, by its SHA-256, is the one that the code names."""
        return hmac.compare_digest(certificate[:FINGERPRINT_BYTES], self.fingerprint)

    def _check(self, held: bytes) -> bytes:
        place = f"{','.join(self.addresses)} {self.port}".encode("ascii")
        return hashlib.sha256(place + held).digest()[:_CHECK_BYTES]


def _read_place(place: str) -> tuple[tuple[str, ...], int]:
    """The addresses and the port before the letters. Raises :class:`PairingAddressMissing`."""
    shown, _colon, port = place.rpartition(":")
    try:
        addresses = tuple(str(ipaddress.ip_address(one.strip("[]"))) for one in shown.split(","))
        number = int(port)
    except ValueError as error:
        raise PairingAddressMissing from error
    if not 0 < number < 65536:
        raise PairingAddressMissing
    return addresses, number


def proof(secret: bytes, side: str, certificate: bytes, request: bytes, number: bytes = b"") -> bytes:
    """What only who has the secret can send.

    Args:
        side: who says it and to what end: ``seat`` that asks, ``office`` that answers, ``collecting`` seat;
            with ``words`` nothing is sent, but what both screens show is drawn from it. None can be
            used as another.
        certificate: the SHA-256 of the office PC's.
        request: for the seat's certificate.
        number: drawn by the office PC.
    """
    return hmac.digest(secret, ciphers.context("pairing", side, certificate, request, number), "sha256")


def is_proof(found: bytes, expected: bytes) -> bool:
    """Whether a proof is the expected one, in a time that tells nothing."""
    return hmac.compare_digest(found, expected)


def words_to_compare(secret: bytes, certificate: bytes, request: bytes, number: bytes) -> tuple[str, ...]:
    """The words that both screens show; some 38 bits."""
    drawn = int.from_bytes(proof(secret, "words", certificate, request, number), "big")
    words = []
    for _word in range(WORDS_COMPARED):
        drawn, which = divmod(drawn, len(WORDS))
        words.append(WORDS[which])
    return tuple(words)
