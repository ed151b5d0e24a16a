"""What can keep a file from being saved where a person wants it, in a window or by a command."""

from __future__ import annotations

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase


class FileNotSaved(UserFacingError):
    """The file could not be written; no part of it stays behind."""

    what = phrase("Errors", "The file could not be saved there.")
    safe = phrase("Errors", "No file was written.")
    todo = phrase("Errors", "Choose another folder, for example a USB stick, and save it again.")


class StillCounted(FileNotSaved):
    """The file could not be written, and that could not be noted at the office PC either."""

    safe = phrase(
        "Errors", "No file was written. The office PC does not answer and may still count it as saved."
    )
    todo = phrase("Errors", "Choose another folder or name, and save it again once the office PC answers.")


class FileOpenElsewhere(FileNotSaved):
    """Windows lets nobody replace a file that another program has open; ``file`` is its name."""

    what = phrase("Errors", "“{file}” is open in another program, such as a spreadsheet.")
    safe = phrase("Errors", "Nothing was saved; that file is as it was.")
    todo = phrase("Errors", "Close it there, or choose another name, and save it again.")


class FileThere(FileNotSaved):
    """Nobody was asked whether a file of that name is replaced; ``file`` is its name."""

    what = phrase("Errors", "“{file}” is in that folder already.")
    safe = phrase("Errors", "It was left as it is, and nothing was saved in its place.")
    todo = phrase("Errors", "Choose another folder, or take that file away, and save again.")


class FileInOffice(FileNotSaved):
    """It would lie among the files of an office or of a backup; ``file`` is its name."""

    what = phrase("Errors", "“{file}” would lie in the folder of the office's data or in a backup.")
    safe = phrase("Errors", "Nothing was saved there; what lies in that folder is as it was.")
    todo = phrase("Errors", "Choose another folder, for example a USB stick, and save it again.")
