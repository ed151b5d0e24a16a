"""Three partner firms and a client contractor of the sample office, and a month of hand-overs to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hvacdesk.domain.jobs.jobs import JobRow
from hvacdesk.domain.partners.handovers import Ending, HandoverMedium, NewHandover
from hvacdesk.domain.partners.partner_checks import CHECK_ITEMS, CheckAnswer, CheckResult, FirmCheck, next_day
from hvacdesk.domain.partners.partners import ClientTerms, Contract, FirmFacts, Reentrustment, ReturnTerm
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.roles import Actor
from hvacdesk.services.open_office import Office

PARTNER_FIRM = "見本設備工業"
ELECTRICIANS = "例示電気工事株式会社"
ONE_PERSON = "例示冷機（一人親方）"
CLIENT = "見本建設株式会社"
LATE_FOR = timedelta(days=4)
GIVEN = frozenset({RecordField.NAME, RecordField.SITE, RecordField.TEXT})


def register_partners(office: Office, owner: Actor, today: date) -> None:
    """Register the firms, most of them with contract and check."""
    partner = office.partners.register(owner, _partner(PARTNER_FIRM, today, "委-0012"))
    electricians = office.partners.register(owner, _partner(ELECTRICIANS, today, "委-0015"))
    one_person = replace(_partner(ONE_PERSON, today, "委-0021"), one_person=True)
    helper = office.partners.register(owner, one_person)
    office.partners.register(owner, _client(today))
    _check(office, owner, partner, today - timedelta(days=200), "")
    _check(office, owner, helper, today - timedelta(days=30), "")
    _check(
        office,
        owner,
        electricians,
        today - timedelta(days=80),
        "作業車の書類入れに鍵がない。鍵付きの箱に替える（来月末、例示電気 安全担当）。",
    )


def hand_over_jobs(office: Office, owner: Actor, rows: Sequence[JobRow], today: date) -> None:
    """What went to the electricians for these jobs.

    All of it came back except the newest two hand-overs, one of which is late.
    """
    newest = sorted(rows, key=lambda row: row.on)
    for number, row in enumerate(newest):
        _hand_over(office, owner, row, today, left=len(newest) - number)


def _hand_over(office: Office, owner: Actor, row: JobRow, today: date, *, left: int) -> None:
    on = min(date.fromisoformat(row.on), today - timedelta(days=8))
    due = today - LATE_FOR if left == 2 else on + timedelta(days=14)
    medium = HandoverMedium.EMAIL if left % 2 else HandoverMedium.PAPER
    handover = office.handovers.enter(
        owner, NewHandover(ELECTRICIANS, on.isoformat(), GIVEN, medium, job=row.job, due=due.isoformat())
    )
    if left > 2:
        ending = Ending.ERASED_THERE if medium is HandoverMedium.EMAIL else Ending.RETURNED
        back = min(on + timedelta(days=5), today - timedelta(days=1))
        office.handovers.confirm(owner, handover, ending, back.isoformat())


def _partner(firm: str, today: date, number: str) -> FirmFacts:
    begun = today.replace(month=4, day=1, year=today.year - 2)
    return FirmFacts(
        firm,
        seat="愛知県名古屋市千種区（見本）",
        representative="見本 太郎",
        contract=Contract(
            begun.isoformat(),
            number,
            (today + timedelta(days=400)).isoformat(),
            confidentiality=True,
            reentrustment=Reentrustment.ON_CONSENT,
            terms="工事以外に使わない。複写しない。工事後に返却し、返却できないものは裁断して報告する。",
        ),
    )


def _client(today: date) -> FirmFacts:
    begun = today.replace(month=4, day=1, year=today.year - 1)
    return FirmFacts(
        CLIENT,
        partner=False,
        client=True,
        contract=Contract(begun.isoformat(), "元-2025-031", confidentiality=True),
        terms=ClientTerms(ReturnTerm.DESTROY, 30, leak_hours=24, leak_contact="安全管理課 052-000-0190"),
    )


def _check(office: Office, owner: Actor, firm: str, on: date, remarks: str) -> None:
    answers = {item.code: CheckAnswer.YES for item in CHECK_ITEMS} | {
        "others_known": CheckAnswer.DOES_NOT_APPLY
    }
    result = CheckResult.GOOD
    if remarks:
        answers["locked"], result = CheckAnswer.NO, CheckResult.TO_IMPROVE
    until = next_day(on, result).isoformat()
    office.partners.check(owner, firm, FirmCheck(on.isoformat(), answers, result, until, remarks))
