"""What an entry of the audit log can be about: it is never blacked out and outlives every customer."""

from __future__ import annotations

import re

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.text.input_checks import clean_line

_SUBJECT = re.compile(r"[a-z_]+:[0-9A-Za-z._-]{1,64}")
PRINTER_LIMIT = 200
"""Characters of a printer's name. Systems let people name printers as they like, so it is no code."""

_CODE = re.compile(r"[0-9A-Za-z._-]{1,64}")


def check_subject(subject: str) -> None:
    """Raise InvalidInput for what is neither empty nor a kind and an id or number, as ``job:`` and its id.

    Whatever a caller passed for an id must not become a text that nobody can take out of the log again.
    """
    if subject and not _SUBJECT.fullmatch(subject):
        raise InvalidInput("subject")


def printer_name(printer: str) -> str:
    """A printer's name as it is stored. Raises TooLong or UnprintableCharacter."""
    return clean_line("printer", printer, limit=PRINTER_LIMIT)


def check_code(field: str, code: str) -> None:
    """Raise InvalidInput for what is neither empty nor a code, as the log names a list by."""
    if code and not _CODE.fullmatch(code):
        raise InvalidInput(field)
