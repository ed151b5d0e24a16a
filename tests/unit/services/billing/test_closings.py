"""What one collective invoice takes, and what it leaves for the next."""

from __future__ import annotations

from datetime import date

import pytest

from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing import collective as collective_services
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.collective import Collective
from hvacdesk.services.billing.prices import Prices
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground

CLOSED = date(2026, 11, 30)


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


def test_jobs_that_have_no_room_on_the_page_are_billed_apart(
    billed: Billed, monkeypatch: pytest.MonkeyPatch
) -> None:
    workplace = billed.ground.workplace
    Prices(workplace).keep(billed.ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    who = billed.someone()
    BillingTerms(workplace).change_customer(billed.books, who, PayTerms(31, 1, 31))
    jobs = [billed.job(who) for _count in range(3)]
    (whole,) = Collective(workplace).preview(billed.books, CLOSED, english)
    assert (len(whole.jobs), whole.left_out) == (3, ())
    monkeypatch.setattr(collective_services, "MOST_LINES", whole.lines - 1)
    (seen,) = Collective(workplace).preview(billed.books, CLOSED, english)
    assert seen.jobs == tuple(jobs[:2])
    assert seen.left_out == (billed.jobs.detail(billed.books, jobs[2]).row.number,)
    (done,) = Collective(workplace).issue(billed.books, [seen], english)
    assert done.issued is not None
    (rest,) = Collective(workplace).preview(billed.books, CLOSED, english)
    assert (rest.jobs, rest.left_out) == ((jobs[2],), ())
