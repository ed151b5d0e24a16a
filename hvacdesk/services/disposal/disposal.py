"""The disposals of an open office: its parts, in the order of the work."""

from __future__ import annotations

from collections.abc import Callable

from hvacdesk.services.backups.backups import Backups
from hvacdesk.services.disposal.approval import Approvals
from hvacdesk.services.disposal.certificates import Certificates
from hvacdesk.services.disposal.destruction import Destruction
from hvacdesk.services.disposal.place_decisions import Places
from hvacdesk.services.disposal.review import Reviews
from hvacdesk.services.requests.erasure_requests import ErasureRequests
from hvacdesk.services.workplace import Workplace


def _nothing_in_memory() -> None:
    """Nothing of a customer is kept outside the database."""


class Disposal:
    """Everything about disposals: a caller that needs a step asks the part that does it.

    Attributes:
        reviews: what is decided month by month of whom, and the papers that go with them.
        places: texts outside their own records in which those who go are named.
        approvals: who approves a batch, and that they did.
        destruction: carrying an approved batch out.
        certificates: the certificates and the ledger of what was destroyed.
        erasures: disposals that a customer asked for.

    Args:
        forget: called when customers are gone, to drop what is held of them in memory.
    """

    def __init__(
        self, workplace: Workplace, backups: Backups, forget: Callable[[], None] = _nothing_in_memory
    ) -> None:
        self.reviews = Reviews(workplace)
        self.places = Places(workplace)
        self.approvals = Approvals(workplace, self.places)
        self.destruction = Destruction(workplace, backups, forget)
        self.certificates = Certificates(workplace)
        self.erasures = ErasureRequests(workplace)
