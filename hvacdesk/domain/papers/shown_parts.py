"""Which parts of the records each kind of paper shows, as the log names what was changed of them.

An invoice and a receipt are not among them: they stay as they were issued, whatever is changed since. Nor is
what the office alone knows, such as notes and lock codes, which stand on no paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import PaperKind

_NAME = frozenset({"family_name", "given_name", "organisation"})
_PLACE = frozenset({"prefecture", "city", "town", "street", "building"})
_THERE = frozenset({"detached", "floor", "attends", "manager_permission", "building_started_on", "access"})
_WORK = frozenset({"site", "work_kind", "parties", "units", "items", "on"})
_WHEN = frozenset({"on", "starts", "ends", "staff", "partner_firm"})

ADDRESSED = _NAME | _PLACE | {"postal_code"}
"""What a letter shows of the customer to whom it goes."""

ORDERED_FROM = frozenset({"firm", "one_person"})
"""What an order's paper shows of its firm: the name, and as a person's or an organisation's."""

PROVIDED_TO = frozenset({"firm", "seat", "representative"})
"""What the record of a provision shows of the firm that got the data."""


@dataclass(frozen=True)
class Parts:
    """What papers of a kind show.

    Attributes:
        customer: of the person whose name stands on it.
        site, job: of these; nothing of a job means that it may have none.
        contact: the name of whom the job is about at the customer's.
        units: whether it names the air conditioners.
        noted: what is entered as a whole, and is on the paper whatever was changed of it.
        everybody: whether the names of all who have a part in the job decide what stands there.
    """

    customer: frozenset[str] = frozenset()
    site: frozenset[str] = frozenset()
    job: frozenset[str] = frozenset()
    contact: frozenset[str] = frozenset()
    units: bool = False
    noted: frozenset[Action] = frozenset()
    everybody: bool = False


PARTS: dict[PaperKind, Parts] = {
    PaperKind.WORK_ORDER: Parts(
        customer=_NAME | {"phones", "cautions", "payment_method"},
        site=_PLACE | _THERE,
        job=_WORK | _WHEN | {"contact", "amount_to_collect"},
        contact=frozenset({"family_name"}),
        units=True,
        noted=frozenset({Action.SURVEY_RECORDED}),
        everybody=True,
    ),
    PaperKind.CONTACT_SLIP: Parts(
        customer=frozenset({"phones"}), job=_WHEN | {"site", "parties"}, everybody=True
    ),
    PaperKind.FAX: Parts(job=frozenset({"partner_firm"}), everybody=True),
    PaperKind.REPORT: Parts(
        customer=_NAME,
        site=_PLACE | {"floor"},
        job=_WORK | {"staff", "partner_firm"},
        units=True,
        noted=frozenset({Action.RESULTS_RECORDED, Action.SURVEY_RECORDED}),
        everybody=True,
    ),
    PaperKind.ESTIMATE: Parts(
        customer=_NAME,
        site=_PLACE,
        job=frozenset({"site", "parties", "work_kind", "on", "units", "contact"}),
        units=True,
        noted=frozenset({Action.ESTIMATE_ANSWERED, Action.ESTIMATE_ANSWER_TAKEN_BACK}),
    ),
    PaperKind.CONTRACT: Parts(
        customer=ADDRESSED,
        site=_PLACE,
        job=_WORK,
        units=True,
        noted=frozenset({Action.VISIT_CONTRACT_RECORDED}),
    ),
    **dict.fromkeys(
        (
            *(PaperKind.LABEL, PaperKind.ENVELOPE, PaperKind.REMINDER, PaperKind.PAYMENT_REMINDER),
            PaperKind.REFRIGERANT_LOG,
        ),
        Parts(customer=ADDRESSED),
    ),
}
