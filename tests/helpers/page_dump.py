"""Decrypting a SQLCipher file page by page without a line of the program's own code, to check what it claims.

Format as published for SQLCipher 4 and measured: pages of 4,096 bytes with 80 reserved: ciphertext, IV (16),
HMAC-SHA512 (64) over ciphertext, IV and the page's number. The WAL has a head of 32 bytes, each frame one of
24.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

PAGE, RESERVED, SALT = 4096, 80, 16
WAL_HEAD, FRAME_HEAD = 32, 24


def plain_pages(database: Path, key_hex: str) -> Iterator[bytes]:
    """Every page of a database file and of its WAL in the clear.

    Raises:
        AssertionError: a page's checksum does not fit, or the file does not end with a whole page.
    """
    data = database.read_bytes()
    assert len(data) % PAGE == 0
    key = _Key(key_hex, data[:SALT])
    for at in range(0, len(data), PAGE):
        yield key.open(at // PAGE + 1, data[at : at + PAGE])
    wal = database.with_name(database.name + "-wal")
    frames = wal.read_bytes()[WAL_HEAD:] if wal.exists() else b""
    for at in range(0, len(frames), FRAME_HEAD + PAGE):
        number = int.from_bytes(frames[at : at + 4], "big")
        yield key.open(number, frames[at + FRAME_HEAD : at + FRAME_HEAD + PAGE])


class _Key:
    def __init__(self, key_hex: str, salt: bytes) -> None:
        raw = bytes.fromhex(key_hex)[:32]
        self._aes = AES(raw)
        self._mac = hashlib.pbkdf2_hmac("sha512", raw, bytes(byte ^ 0x3A for byte in salt), 2, 32)

    def open(self, number: int, page: bytes) -> bytes:
        body = page[SALT if number == 1 else 0 :]
        signed, mac = body[:-64], body[-64:]
        assert hmac.digest(self._mac, signed + number.to_bytes(4, "little"), "sha512") == mac, number
        return Cipher(self._aes, CBC(signed[-16:])).decryptor().update(signed[:-16])
