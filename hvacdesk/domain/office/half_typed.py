"""What the windows and the office agree on about half-typed forms."""

from __future__ import annotations

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase

FILE = "file"
"""Under this name stands which file a list was read from, as a digest: the same at every PC."""

SEALED = "sealed"
"""Under this name stands, among what was typed, what may be stored under the payment key alone."""


class MovedElsewhere(UserFacingError):
    """The form is open at a PC from which its draft was taken to another one."""

    what = phrase("Errors", "You went on with this form at another PC.")
    safe = phrase("Errors", "What you had typed here by then is there. What you type here since is not kept.")
    todo = phrase("Errors", "Finish it there, and close it here.")
