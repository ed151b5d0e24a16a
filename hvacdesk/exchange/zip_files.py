"""What CSV archives and workbooks have in common: both are ZIP files that somebody else packed."""

from __future__ import annotations

from zipfile import ZipInfo

ZIP = b"PK\x03\x04"
"""How one begins."""

MOST_RATIO = 200
"""Unpacked to packed size of one member; lists reach 30."""

_ANY_RATIO = 10_000_000
"""Bytes. What unpacks to no more than this may be packed as well as it likes."""


def swollen(member: ZipInfo) -> bool:
    """Whether a member unpacks to far more than a list packed this small, by the archive's directory."""
    return member.file_size > max(_ANY_RATIO, MOST_RATIO * max(member.compress_size, 1))
