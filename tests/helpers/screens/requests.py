"""The screens of openness: requests and their forms, the disclosure, the notice, the customer's own page."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QPushButton, QWidget

from hvacdesk.domain.disposal.disposal import Blocker
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.requests.consents import ConsentEvent, ConsentKind, ConsentWay
from hvacdesk.domain.requests.erasure_requests import ErasureAnswer, ErasureOutcome, KeptByLaw
from hvacdesk.domain.requests.purposes_notice import NoticeWay, first_texts
from hvacdesk.domain.requests.requests import (
    IdentityCheck,
    NewRequest,
    RequestAnswer,
    RequestDetail,
    RequestDone,
    RequestKind,
    RequestOutcome,
    RequestWay,
)
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.requests.answer_form import AnswerForm
from hvacdesk.ui.requests.disclose_dialog import DisclosureDialog
from hvacdesk.ui.requests.forms import CorrectForm, IdentityForm, RequestForm
from hvacdesk.ui.requests.notice_forms import ConsentForm, NoticeGivenForm
from hvacdesk.ui.requests.notice_view import NoticeForm
from hvacdesk.ui.requests.request_dialog import RequestDialog
from tests.helpers.identity_checks import check_identity
from tests.helpers.people import organisation
from tests.helpers.request_answers import give_answer
from tests.helpers.screens import Screen
from tests.helpers.screens.safeguards import section
from tests.helpers.screens.stage import Stage

RIGHTS = ("データと開示請求", "Data")


def some_customer(stage: Stage, at: int = 0) -> str:
    return stage.office.customers.search(stage.actor, "").rows[at].customer


def received(stage: Stage, kind: RequestKind = RequestKind.DISCLOSURE, at: int = 0) -> str:
    """A request of a customer, asked for by phone a week ago."""
    day = stage.office.today().replace(day=17).isoformat()
    asked, person = "去年の修理の記録", "青山 恵"
    new = NewRequest(kind, RequestWay.PHONE, day, some_customer(stage, at), asked=asked, person=person)
    return stage.office.requests.receive(stage.actor, new)


def checked(stage: Stage, kind: RequestKind = RequestKind.DISCLOSURE, at: int = 0) -> str:
    request = received(stage, kind, at)
    check_identity(stage.office.requests, stage.actor, request, IdentityCheck.LICENCE)
    return request


def detail(stage: Stage, request: str) -> RequestDetail:
    return stage.office.requests.detail(stage.actor, request)


def dialog(stage: Stage, request: str) -> QWidget:
    return stage.show(RequestDialog(stage.ctx, detail(stage, request)))


def not_begun(stage: Stage) -> QWidget:
    """The first page of the day with a request that came in and was left; leaks are seen to."""
    for incident in stage.office.incidents.open(stage.actor):
        stage.office.incidents.begin(stage.actor, incident.incident)
    received(stage)
    stage.go("today")
    stage.calm()
    return stage.window


def register(stage: Stage) -> QWidget:
    received(stage)
    checked(stage, RequestKind.ERASURE, 1)
    stage.office.requests.receive(
        stage.actor,
        NewRequest(RequestKind.PURPOSE, RequestWay.EMAIL, "2026-10-20", name="見知らぬ 人", contact="手紙"),
    )
    return section("requests")(stage)


def stopped(stage: Stage) -> QWidget:
    """A request for erasure with everything that may stop one."""
    told = detail(stage, checked(stage, RequestKind.ERASURE))
    kept = KeptByLaw("会社法432条", Phrase("Retention", "Accounting books"), (), "2033-03-31")
    answer = ErasureAnswer(
        told.row.customer,
        told.row.customer_number,
        ErasureOutcome.BLOCKED,
        kept=(kept, replace(kept, until="", missing=EventKind.INVOICE)),
        blockers=tuple(Blocker),
        on_hold=True,
        hold_until="2027-03-31",
    )
    done = RequestDone(erasure=ErasureOutcome.BLOCKED, in_the_way=answer)
    return stage.show(RequestDialog(stage.ctx, replace(told, done=done)))


def refused(stage: Stage) -> QWidget:
    request = checked(stage)
    answer = RequestAnswer(None, RequestWay.POST, "harms_rights", "第三者の住所を含む部分があるため。")
    give_answer(stage.office.requests, stage.actor, request, answer)
    return dialog(stage, request)


def refusing(stage: Stage) -> QWidget:
    """The form for an answer while a ground is chosen."""
    form = stage.show(AnswerForm(stage.ctx, detail(stage, checked(stage))))
    form.decision.setCurrentIndex(form.decision.count() - 1)
    form.ground.setCurrentIndex(1)
    stage.calm()
    return form


def stopping_provision(stage: Stage) -> QWidget:
    """The form for an answer that stops the provision to third parties."""
    return stage.show(AnswerForm(stage.ctx, detail(stage, checked(stage, RequestKind.PROVISION_STOP))))


def for_firm(stage: Stage) -> QWidget:
    """A request about a firm's record: the person who asks is named."""
    customers, actor = stage.office.customers, stage.actor
    # One of its own: the office's only one may have been joined with somebody on a screen before.
    firm = customers.detail(actor, customers.add(actor, organisation()))
    form = stage.show(RequestForm(stage.ctx, firm.customer, firm.name.text, RequestKind.PROVISION_STOP))
    stage.calm()
    return form


def notice(stage: Stage) -> QWidget:
    notices = stage.office.notices
    notices.write(stage.actor, first_texts(stage.ctx.words), shown=notices.in_force(stage.actor))
    return section("notice")(stage)


def rights(stage: Stage, *, suspended: bool = False) -> QWidget:
    """The customer's own page in the panel."""
    customers = stage.with_customer()
    assert customers.panel is not None
    customer = customers.panel.detail.customer
    office, actor = stage.office, stage.actor
    office.notices.write(actor, first_texts(stage.ctx.words), shown=office.notices.in_force(actor))
    office.notices.give(actor, customer, NoticeWay.PAPER)
    for kind, given in ((ConsentKind.PHOTOS, True), (ConsentKind.REMINDERS, False)):
        event = ConsentEvent(kind, given, office.today().isoformat(), ConsentWay.SIGNED)
        office.notices.record_consent(actor, customer, event)
    if suspended:
        today = office.today().isoformat()
        new = NewRequest(RequestKind.SUSPENSION, RequestWay.COUNTER, today, customer, person="青山 恵")
        request = office.requests.receive(actor, new)
        check_identity(office.requests, actor, request, IdentityCheck.LICENCE)
        give_answer(
            office.requests, actor, request, RequestAnswer(RequestOutcome.GRANTED, RequestWay.COUNTER)
        )
        stage.window.page.refresh()
        stage.calm()
        customers = stage.with_customer()
    assert customers.panel is not None
    tabs = customers.panel.tabs.findChildren(QPushButton)
    next(tab for tab in tabs if tab.text() in RIGHTS).click()
    stage.calm()
    return stage.window


def with_work(stage: Stage, kind: RequestKind = RequestKind.SUSPENSION) -> RequestDetail:
    """A request of a customer for whom there is still something to be done."""
    day = stage.office.today().isoformat()
    new = NewRequest(kind, RequestWay.COUNTER, day, stage.job().customer, person="青山 恵")
    request = stage.office.requests.receive(stage.actor, new)
    check_identity(stage.office.requests, stage.actor, request, IdentityCheck.LICENCE)
    return detail(stage, request)


def work_named(stage: Stage) -> QWidget:
    """The form for a request while its customer can be asked about the work ahead."""
    job = stage.job()
    form = stage.show(RequestForm(stage.ctx, job.customer, job.name.text, RequestKind.SUSPENSION))
    stage.calm()
    return form


def asked_before_locking(stage: Stage) -> QWidget:
    """The question before a record is locked although there is work ahead."""
    form = stage.show(AnswerForm(stage.ctx, with_work(stage)))
    form.save()
    stage.wait(lambda: stage.dialog() is not form)
    return stage.dialog()


def locked_in_calendar(stage: Stage, *, by_month: bool = False) -> QWidget:
    """The calendar with a job of a customer whose record is locked."""
    rights(stage, suspended=True)
    stage.go("schedule", day=stage.office.today().isoformat())
    if by_month:
        stage.page.calendar.show_month()  # type: ignore[attr-defined]
        stage.calm()
    return stage.window


def locked_job(stage: Stage) -> QWidget:
    """The page of such a job."""
    rights(stage, suspended=True)
    job = stage.job().job
    return stage.show(JobDialog(stage.ctx, stage.office.jobs.detail(stage.actor, job)))


def locked_in_finder(stage: Stage) -> QWidget:
    """Such a customer, chosen for a job."""
    rights(stage, suspended=True)
    number = stage.with_customer().panel.detail.number  # type: ignore[union-attr]
    finder = stage.show(CustomerFinder(stage.ctx, "支払者", for_work=True))
    finder.search.setText(number)
    stage.calm()
    stage.wait(lambda: len(finder.table.rows()) == 1)
    finder.table.activated_row.emit(finder.table.rows()[0])
    stage.calm()
    return finder


REQUESTS = (
    Screen("today-request", not_begun, Role.OWNER),
    Screen("customer-finder-suspended", locked_in_finder, Role.OWNER),
    Screen("requests-empty", section("requests"), Role.DESK),
    Screen("requests", register, Role.OWNER),
    Screen("request-new", lambda stage: stage.show(RequestForm(stage.ctx)), Role.DESK),
    Screen("request-new-firm", for_firm, Role.DESK),
    Screen("request-correct", lambda s: s.show(CorrectForm(s.ctx, detail(s, received(s)))), Role.DESK),
    Screen("request-stop-provision", stopping_provision, Role.OWNER),
    Screen("request-received", lambda stage: dialog(stage, received(stage)), Role.OWNER),
    Screen("request-checked", lambda stage: dialog(stage, checked(stage)), Role.OWNER),
    Screen("request-erasure", lambda stage: dialog(stage, checked(stage, RequestKind.ERASURE)), Role.OWNER),
    Screen("request-erasure-stopped", stopped, Role.OWNER),
    Screen("request-refused", refused, Role.OWNER),
    Screen(
        "request-identity",
        lambda stage: stage.show(IdentityForm(stage.ctx, detail(stage, received(stage)))),
        Role.DESK,
    ),
    Screen("request-answer", refusing, Role.OWNER),
    Screen(
        "request-suspend",
        lambda stage: stage.show(
            AnswerForm(stage.ctx, detail(stage, checked(stage, RequestKind.SUSPENSION)))
        ),
        Role.OWNER,
    ),
    Screen("request-new-work", work_named, Role.DESK),
    Screen("request-work", lambda stage: stage.show(RequestDialog(stage.ctx, with_work(stage))), Role.OWNER),
    Screen(
        "request-erasure-work",
        lambda stage: stage.show(RequestDialog(stage.ctx, with_work(stage, RequestKind.ERASURE))),
        Role.OWNER,
    ),
    Screen(
        "request-suspend-work", lambda stage: stage.show(AnswerForm(stage.ctx, with_work(stage))), Role.OWNER
    ),
    Screen("request-suspend-asked", asked_before_locking, Role.OWNER),
    Screen(
        "disclosure",
        lambda stage: stage.show(DisclosureDialog(stage.ctx, detail(stage, checked(stage)).row)),
        Role.OWNER,
    ),
    Screen("notice-empty", section("notice"), Role.OWNER),
    Screen("notice", notice, Role.OWNER),
    Screen("notice-write", lambda stage: stage.show(NoticeForm(stage.ctx, None)), Role.OWNER),
    Screen(
        "notice-given",
        lambda stage: stage.show(NoticeGivenForm(stage.ctx, some_customer(stage), 1)),
        Role.DESK,
    ),
    Screen(
        "consent-withdrawn",
        lambda stage: stage.show(
            ConsentForm(stage.ctx, some_customer(stage), ConsentKind.REMINDERS, given=False)
        ),
        Role.DESK,
    ),
    Screen("customer-rights", rights, Role.OWNER),
    Screen("customer-suspended", lambda stage: rights(stage, suspended=True), Role.OWNER),
    Screen("schedule-suspended", locked_in_calendar, Role.OWNER),
    Screen("month-suspended", lambda stage: locked_in_calendar(stage, by_month=True), Role.OWNER),
    Screen("job-suspended", locked_job, Role.OWNER),
)
