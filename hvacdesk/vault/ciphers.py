"""The few cryptographic operations that the vault is built of, each one call.

Every use is bound to its purpose by a *context*: length-prefixed parts, so that no two different lists of
parts ever give the same bytes. The library is imported at first use: the login window is painted before that.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives import hpke

KEY_BYTES = 32
SALT_BYTES = 16
_NONCE_BYTES = 12


class NotOpened(Exception):
    """A sealed value did not open: other key, other context, or altered bytes.

    Callers turn it into a message.
    """


def new_key() -> bytes:
    """32 random bytes."""
    return secrets.token_bytes(KEY_BYTES)


def new_salt() -> bytes:
    """16 random bytes."""
    return secrets.token_bytes(SALT_BYTES)


def context(*parts: str | int | bytes) -> bytes:
    """Join parts unambiguously: each is preceded by its length in four bytes."""
    joined = bytearray()
    for part in parts:
        raw = part if isinstance(part, bytes) else str(part).encode("utf-8")
        joined += len(raw).to_bytes(4, "big") + raw
    return bytes(joined)


def derive(secret: bytes, *purpose: str | int | bytes) -> bytes:
    """HKDF-SHA256 of a secret for one purpose: 32 bytes."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_BYTES, salt=None, info=context("hvacdesk", *purpose)).derive(secret)


class Likeness:
    """Tells whether what is read later is the same to the byte: AES-GCM's tag alone (GMAC, NIST SP 800-38D).

    Both sides use one key, which is made for it and leaves no memory. A SHA-256 says as much to others who do
    not have the key, and takes fifteen times as long (measured).
    """

    def __init__(self, key: bytes) -> None:
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        self._state = Cipher(algorithms.AES(key), modes.GCM(bytes(_NONCE_BYTES))).encryptor()

    def add(self, piece: bytes | memoryview) -> None:
        """The next piece; how the whole is divided into pieces makes no difference."""
        self._state.authenticate_additional_data(piece)

    def tag(self) -> bytes:
        """What is the same for the same bytes; nothing can be added afterwards."""
        self._state.finalize()
        return self._state.tag


def seal(key: bytes, plain: bytes, bound_to: bytes) -> bytes:
    """AES-256-GCM under a random nonce; the result is nonce, ciphertext and tag."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound_to)


def unseal(key: bytes, sealed: bytes, bound_to: bytes) -> bytes:
    """Open what :func:`seal` made.

    Raises:
        NotOpened: other key, other context, or altered bytes.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(sealed) < _NONCE_BYTES + 16:
        raise NotOpened
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], bound_to)
    except InvalidTag as error:
        raise NotOpened from error


def exchange_public(private: bytes) -> bytes:
    """The X25519 public key of a private one."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def seal_to(public: bytes, plain: bytes, bound_to: bytes) -> bytes:
    """HPKE base mode (RFC 9180): X25519, HKDF-SHA256, AES-256-GCM."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    return _suite().encrypt(plain, X25519PublicKey.from_public_bytes(public), info=bound_to)


def unseal_with(private: bytes, sealed: bytes, bound_to: bytes) -> bytes:
    """Open what :func:`seal_to` made.

    Raises:
        NotOpened: other key, other context, or altered bytes.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    try:
        return _suite().decrypt(sealed, X25519PrivateKey.from_private_bytes(private), info=bound_to)
    except (InvalidTag, ValueError) as error:
        raise NotOpened from error


def _suite() -> hpke.Suite:
    from cryptography.hazmat.primitives import hpke

    return hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


def signing_public(private: bytes) -> bytes:
    """The Ed25519 public key of a private one."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(private: bytes, purpose: str, data: bytes) -> bytes:
    """Ed25519 signature over data for one purpose: 64 bytes."""
    return _signature(private, context("hvacdesk", purpose, data))


def signature_fits(public: bytes, purpose: str, data: bytes, signature: bytes) -> bool:
    """Whether a signature was made by this key over this data for this purpose."""
    return _fits(public, context("hvacdesk", purpose, data), signature)


def sign_note(private: bytes, text: bytes) -> bytes:
    """Ed25519 signature over a note in a published form, which knows no context of ours: 64 bytes.

    A note begins with a printed line, a context with a zero byte: none is ever taken for the other.

    Raises:
        ValueError: the text does not begin like a note's.
    """
    if not text[:1].isalnum():
        raise ValueError("not a note")
    return _signature(private, text)


def note_fits(public: bytes, text: bytes, signature: bytes) -> bool:
    """Whether a signature was made by this key over a note in a published form."""
    return _fits(public, text, signature)


def _signature(private: bytes, text: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private).sign(text)


def _fits(public: bytes, text: bytes, signature: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, text)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: bytes) -> str:
    """A public key's fingerprint as printed: the first 16 bytes of its SHA-256 in groups of four digits."""
    import hashlib

    digits = hashlib.sha256(public).hexdigest()[:32].upper()
    return " ".join(digits[at : at + 4] for at in range(0, 32, 4))
