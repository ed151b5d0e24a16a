"""The screens of the desk: each part of the program has a module with its own."""

from __future__ import annotations

from tests.helpers.screens import Screen
from tests.helpers.screens.about import ABOUT
from tests.helpers.screens.access import ACCESS
from tests.helpers.screens.accounts import ACCOUNTS
from tests.helpers.screens.billing import BILLING
from tests.helpers.screens.calls import CALLS
from tests.helpers.screens.customers import CUSTOMERS
from tests.helpers.screens.dispatch import DISPATCH
from tests.helpers.screens.disposal import DISPOSAL
from tests.helpers.screens.duties import DUTIES
from tests.helpers.screens.everywhere import EVERYWHERE
from tests.helpers.screens.exchange import EXCHANGE
from tests.helpers.screens.jobs import JOBS
from tests.helpers.screens.leaks import LEAKS
from tests.helpers.screens.papers import PAPERS
from tests.helpers.screens.partners import PARTNERS
from tests.helpers.screens.payments import PAYMENTS
from tests.helpers.screens.register import REGISTER
from tests.helpers.screens.report_box import REPORT_BOX
from tests.helpers.screens.requests import REQUESTS
from tests.helpers.screens.results import RESULTS
from tests.helpers.screens.retention import RETENTION
from tests.helpers.screens.rules import RULES
from tests.helpers.screens.safeguards import SAFEGUARDS
from tests.helpers.screens.seats import SEAT_SCREENS
from tests.helpers.screens.upkeep import UPKEEP

SCREENS: tuple[Screen, ...] = (
    *CUSTOMERS,
    *REGISTER,
    *CALLS,
    *EXCHANGE,
    *JOBS,
    *DISPATCH,
    *BILLING,
    *PAYMENTS,
    *PAPERS,
    *RESULTS,
    *DISPOSAL,
    *RETENTION,
    *SAFEGUARDS,
    *LEAKS,
    *ACCESS,
    *RULES,
    *REPORT_BOX,
    *DUTIES,
    *PARTNERS,
    *ACCOUNTS,
    *SEAT_SCREENS,
    *EVERYWHERE,
    *UPKEEP,
    *ABOUT,
    *REQUESTS,
)
