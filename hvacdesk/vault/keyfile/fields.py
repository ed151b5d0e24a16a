"""Values of the key files as JSON carries them; whatever has another form raises an error of the parser."""

from __future__ import annotations

import base64


def text(raw: bytes) -> str:
    """Bytes as text."""
    return base64.b64encode(raw).decode("ascii")


def raw(value: object) -> bytes:
    """Bytes from text.

    Raises:
        ValueError, TypeError: it is not what :func:`text` writes.
    """
    return base64.b64decode(string(value), validate=True)


def hexadecimal(value: object, length: int) -> bytes:
    """So many bytes from hexadecimal digits.

    Raises:
        ValueError, TypeError: it is anything else.
    """
    found = bytes.fromhex(string(value))
    if len(found) != length:
        raise ValueError(f"{length} bytes expected")
    return found


def string(value: object) -> str:
    """A text.

    Raises:
        TypeError: it is none.
    """
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def count(value: object) -> int:
    """A number from 1.

    Raises:
        TypeError: it is none.
    """
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 2**53:
        raise TypeError("positive number expected")
    return value
