"""What may have become of a document after it was filed as it was issued."""

from __future__ import annotations

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase


class FiledPageDestroyed(UserFacingError):
    """The page named a customer whose data was destroyed, and went with it."""

    what = phrase(
        "Errors", "The page of {number} was destroyed, together with the data of a customer whom it named."
    )
    safe = phrase("Errors", "Its number, sums and hash are still there.")
    todo = phrase("Errors", "Nothing needs to be done. The certificate of the disposal counts it.")
