"""What can be wrong with a file that is to be imported."""

from __future__ import annotations

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase


class NotATable(UserFacingError):
    """The content is neither text nor an Excel workbook, whatever the name says."""

    what = phrase("Errors", "This file is neither a CSV file nor an Excel workbook.")
    todo = phrase("Errors", "Open it in the program it comes from and save it as .xlsx or .csv.")


class OldWorkbook(UserFacingError):
    """An Excel file of the format before 2007."""

    what = phrase("Errors", "This is an Excel file of the old format (.xls).")
    todo = phrase("Errors", "Open it in Excel and save it as an Excel workbook (.xlsx).")


class LockedWorkbook(UserFacingError):
    """A workbook under a password: none was given, or another one."""

    what = phrase("Errors", "This workbook is protected by a password.")
    todo = phrase("Errors", "Type the workbook's password, or save the workbook without one.")


class LockedArchive(LockedWorkbook):
    """A ZIP archive under a password: none was given, or another one."""

    what = phrase("Errors", "This ZIP archive is protected by a password.")
    todo = phrase("Errors", "Type the password that was shown when the list was made.")


class WorkbookRefused(UserFacingError):
    """A workbook that unpacks to more than any customer list needs: damaged, or made to do harm."""

    what = phrase("Errors", "This workbook is too large when unpacked, or damaged.")
    todo = phrase("Errors", "Copy the list into a new workbook and save that.")


class EncodingUnknown(UserFacingError):
    """The text is in none of the encodings that Japanese programs write."""

    what = phrase("Errors", "The characters of this file could not be read.")
    todo = phrase("Errors", "Save it from Excel as “CSV UTF-8” or as an Excel workbook (.xlsx).")


class EmptyTable(UserFacingError):
    """There is no row with content."""

    what = phrase("Errors", "There is nothing in this table.")
    todo = phrase("Errors", "Choose another sheet or another file.")


class RowTooLong(UserFacingError):
    """One line or cell is longer than any list has; usually a quotation mark that is never closed."""

    what = phrase("Errors", "Line {line} of this file is too long.")
    todo = phrase("Errors", "Look there for a quotation mark that is not closed, and save the file again.")

    def __init__(self, line: int) -> None:
        super().__init__(line=line)


class QuoteNotClosed(UserFacingError):
    """A cell begins with a quotation mark, and nobody knows where it ends: rows would be lost in it."""

    what = phrase(
        "Errors", "A quotation mark in line {line} of this file is not closed, or stands where none belongs."
    )
    todo = phrase("Errors", "Correct that line in the program that the file comes from, and save it again.")

    def __init__(self, line: int) -> None:
        super().__init__(line=line)


class RowsWithinQuotes(UserFacingError):
    """Two quotation marks that stand where none belong make one cell of the rows between them."""

    what = phrase(
        "Errors",
        "Lines {line} to {last} of this file stand within one pair of quotation marks, and look like rows "
        "of their own.",
    )
    todo = phrase("Errors", "Correct that line in the program that the file comes from, and save it again.")

    def __init__(self, line: int, last: int) -> None:
        super().__init__(line=line, last=last)


class RowsOutOfOrder(UserFacingError):
    """A sheet whose rows or cells are not in their order, or there twice: some would be lost."""

    what = phrase("Errors", "The cells of this sheet are not in their order near row {line}.")
    todo = phrase("Errors", "Copy the list into a new workbook and save that.")

    def __init__(self, line: int) -> None:
        super().__init__(line=line)
