"""ZIP archives of CSV files, under a password or not: the one door to pyzipper."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from hvacdesk.exchange.delimited import DelimitedFile
from hvacdesk.exchange.delimited_writing import delimited
from hvacdesk.exchange.errors import LockedArchive, NotATable, WorkbookRefused
from hvacdesk.exchange.tables import Table, distinct
from hvacdesk.exchange.zip_files import ZIP, swollen

ENDING = ".csv"
MOST_UNPACKED = 200_000_000
"""Bytes of one table. A list of 1,000,000 customers has about 100 MB."""

_ENCRYPTED = 0x1


def encrypted_archive(tables: Iterable[Table], password: str) -> bytes:
    """Each table as a CSV file, encrypted with AES-256 as WinZip and 7-Zip do it, made in memory only.

    The names of the files can be read in any ZIP archive without the password; they name no customer.
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


class Archive:
    """A ZIP archive whose CSV files are read as tables, in memory only.

    Attributes:
        sheets: the names of the tables, in their order.
    """

    def __init__(self, content: bytes, password: str = "") -> None:
        """Open the archive.

        Raises:
            NotATable, LockedArchive, WorkbookRefused: as they say.
        """
        import pyzipper

        if not content.startswith(ZIP):
            raise NotATable
        try:
            self._archive = pyzipper.AESZipFile(io.BytesIO(content))
        except pyzipper.BadZipFile as error:
            raise WorkbookRefused from error
        members = [one for one in self._archive.infolist() if one.filename.lower().endswith(ENDING)]
        self._members = dict(zip(_names([one.filename for one in members]), members, strict=True))
        self._password = password.encode("utf-8")
        self._texts: dict[str, DelimitedFile] = {}
        self.sheets = tuple(self._members)
        try:
            self._check()
        except BaseException:
            self.close()
            raise

    def rows(self, sheet: str) -> Iterator[tuple[int, list[str]]]:
        """Each row of a table with its number. Raises what reading a CSV file raises."""
        if sheet not in self._texts:
            self._texts[sheet] = DelimitedFile(self._content(sheet))
        return self._texts[sheet].rows()

    def broken_off(self, sheet: str) -> Collection[int]:
        """As :attr:`DelimitedFile.broken_off` of the table: it may have been cut before it was packed."""
        return self._texts[sheet].broken_off if sheet in self._texts else ()

    def close(self) -> None:
        """Close the file."""
        self._archive.close()

    def _check(self) -> None:
        """Refuse an archive without a table or that unpacks to too much, and a password that does not fit."""
        if not self.sheets:
            raise NotATable
        for one in self._members.values():
            if swollen(one) or one.file_size > MOST_UNPACKED:
                raise WorkbookRefused
        if any(one.flag_bits & _ENCRYPTED for one in self._members.values()):
            if not self._password:
                raise LockedArchive
            self._content(self.sheets[0], 1)

    def _content(self, sheet: str, most: int = -1) -> bytes:
        entry = self._members[sheet]
        try:
            with self._archive.open(entry, pwd=self._password or None) as member:
                content: bytes = member.read(most)
                return content
        except RuntimeError as error:  # what pyzipper says of a wrong password
            refusal = LockedArchive if entry.flag_bits & _ENCRYPTED else WorkbookRefused
            raise refusal from error
        except Exception as error:  # pyzipper raises whatever it meets in a damaged file
            raise WorkbookRefused from error


def _names(files: list[str]) -> list[str]:
    """The names of the tables: those of their files, without the ending if they then still differ."""
    stems = [file[: -len(ENDING)] for file in files]
    times = Counter(stems)
    return distinct(stem if times[stem] == 1 else file for stem, file in zip(stems, files, strict=True))
