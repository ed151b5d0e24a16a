"""What the sample office told its customers: the purposes notice, consents, one answered disclosure."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from hvacdesk.domain.exchange.outside_lists import ListMethod
from hvacdesk.domain.requests.consents import ConsentEvent, ConsentKind, ConsentWay
from hvacdesk.domain.requests.purposes_notice import NoticeWay, first_texts
from hvacdesk.domain.requests.requests import (
    IdentityCheck,
    NewRequest,
    RequestAnswer,
    RequestKind,
    RequestOutcome,
    RequestState,
    RequestWay,
)
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.open_office import Office
from hvacdesk.services.requests.disclosure import DisclosureForm

WAITED = timedelta(days=9)
"""From the arrival of the sample's request to its answer."""


def tell_customers(office: Office, owner: Actor, words: Words) -> None:
    """Write the notice, give it to a few customers, note consents, and answer one of them who asked."""
    office.notices.write(owner, first_texts(words), shown=0)
    customers = [row.customer for row in office.customers.search(owner, "", 4).rows]
    for customer, way in zip(customers, (NoticeWay.PAPER, NoticeWay.PAPER, NoticeWay.READ_OUT), strict=False):
        office.notices.give(owner, customer, way)
    today = office.today()
    for customer in customers[:1]:
        for kind in (ConsentKind.PHOTOS, ConsentKind.REMINDERS):
            event = ConsentEvent(kind, given=True, on=today.isoformat(), way=ConsentWay.SIGNED)
            office.notices.record_consent(owner, customer, event)
        asked_on = (today - WAITED).isoformat()
        new = NewRequest(
            RequestKind.DISCLOSURE,
            RequestWay.COUNTER,
            asked_on,
            customer,
            asked="保存している内容をすべて",
            person="青山 恵",  # kept where the first customer is a firm
        )
        request = office.requests.receive(owner, new)
        noted = office.requests.detail(owner, request).noted
        office.requests.check_identity(owner, request, IdentityCheck.LICENCE, shown=noted, known_by=None)
        made = office.disclosing.make(owner, request, DisclosureForm.PDF, words)
        office.outside_lists.confirm_destroyed(owner, made.list, ListMethod.HANDED_OVER)
        answer = RequestAnswer(RequestOutcome.GRANTED, RequestWay.COUNTER)
        office.requests.answer(owner, request, answer, shown=noted)


def file_disclosure(office: Office, owner: Actor, words: Words, folder: Path) -> list[str]:
    """The notice, the answered disclosure in both forms and its letter as files, handed over as in life."""
    folder.mkdir(exist_ok=True)
    row = next(one for one in office.requests.all(owner) if one.state is RequestState.ANSWERED)
    files = {
        "notice.pdf": office.notices.pdf(owner, words),
        f"answer-{row.number}.pdf": office.requests.letter(owner, row.request, words),
    }
    for form in DisclosureForm:
        made = office.disclosing.make(owner, row.request, form, words)
        office.outside_lists.confirm_destroyed(owner, made.list, ListMethod.HANDED_OVER)
        files[f"disclosure-{row.number}.{form.value}"] = made.content
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return sorted(files)
