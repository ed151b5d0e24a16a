"""What one search over everything finds: customers, jobs, papers and firms, each as its reader may see it."""

from __future__ import annotations

from dataclasses import dataclass

from hvacdesk.domain.customers.customers import CustomerRow
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs.jobs import JobRow
from hvacdesk.domain.papers.register import PaperRow
from hvacdesk.domain.partners.partners import FirmRow


@dataclass(frozen=True, kw_only=True)
class FoundEverywhere:
    """The best hits of each kind; a kind that the actor may not see is empty.

    Attributes:
        refused: why customers could not be looked through this time.
    """

    customers: tuple[CustomerRow, ...] = ()
    jobs: tuple[JobRow, ...] = ()
    papers: tuple[PaperRow, ...] = ()
    firms: tuple[FirmRow, ...] = ()
    refused: UserFacingError | None = None
