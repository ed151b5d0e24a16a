"""A work order about nobody, on which the person responsible sees how the office's papers will look."""

from __future__ import annotations

from hvacdesk.documents.papers.work_orders import draw_work_orders
from hvacdesk.domain.jobs.jobs import ItemLine, UnitPart, UnitRecord, WorkItem, WorkKind
from hvacdesk.domain.papers.copy_codes import make_code
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.papers.print_view import PERSON_HONORIFIC
from hvacdesk.domain.papers.work_orders import Profile, WorkOrderView
from hvacdesk.domain.text.wording import Words, phrase

_NAME = phrase("Documents", "Sample")
_ADDRESS = phrase("Documents", "1-2-3 Sample Town")
_NUMBER = "0000-000001"


def draw_sample(head: Letterhead, words: Words, today: str) -> bytes:
    """The office's copy, which has the boxes for seals, then the technician's."""
    views = [_view(profile, words, today) for profile in (Profile.OFFICE, Profile.TECHNICIAN)]
    return draw_work_orders(views, words, head)


def _view(profile: Profile, words: Words, today: str) -> WorkOrderView:
    unit = UnitRecord(maker="", model="AB-25", capacity_kw=2.5, refrigerant="R32", commercial=True)
    return WorkOrderView(
        profile=profile,
        number=_NUMBER,
        copy_number=1,
        copies=2,
        issued_on=today,
        issued_by=words(_NAME),
        return_by=today,
        qr_text=make_code(_NUMBER, 1),
        work_kind=WorkKind.INSTALL,
        on=today,
        starts="09:00",
        ends="11:00",
        staff=(words(_NAME),),
        partner_firm="",
        name=words(_NAME),
        honorific=PERSON_HONORIFIC,
        address=words(_ADDRESS),
        phone="",
        access="",
        payment_method="",
        amount_to_collect=None,
        shows_payment=False,
        customer_number="",
        detached=True,
        floor="",
        attends="",
        manager_permission=False,
        building_started_on="",
        asbestos_survey=False,
        units=((UnitPart.INSTALL, unit),),
        items=(ItemLine(WorkItem.TRIAL_RUN),),
        commercial=True,
    )
