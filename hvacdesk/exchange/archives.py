"""Writing ZIP archives under a password: the one door to pyzipper."""

from __future__ import annotations

import io
from collections.abc import Iterable

from hvacdesk.exchange.delimited_writing import delimited
from hvacdesk.exchange.tables import Table


def encrypted_archive(tables: Iterable[Table], password: str) -> bytes:
    """Each table as a CSV file, encrypted with AES-256 as WinZip and 7-Zip do it, made in memory alone.

    The names of the files stand in clear in any ZIP archive; they tell of no customer.
    """
    import pyzipper

    made = io.BytesIO()
    with pyzipper.AESZipFile(
        made, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES
    ) as archive:
        archive.setpassword(password.encode("utf-8"))
        for table in tables:
            archive.writestr(f"{table.title}.csv", delimited(table.header, table.rows))
    return made.getvalue()
