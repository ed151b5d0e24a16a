"""How long the sample office keeps things: a rule of its own, and a customer who asked to be erased."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.requests.requests import IdentityCheck, NewRequest, RequestKind, RequestWay
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.retention.retention_choices import Choice
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.open_office import Office

ASKED = timedelta(days=2)
"""How long before today the sample's customer asked."""
LOOKED_AT = 200

_GUARANTEE = "施工保証の控え"
_GUARANTEE_YEARS = 5


def keep_guarantees(office: Office, owner: Actor) -> None:
    """A rule of the office's own: what a guarantee needs, for as long as the office gives one."""
    keeps = frozenset({RecordField.NAME, RecordField.SITE, RecordField.PHONE, RecordField.UNIT})
    code = office.retention.new_code()
    own = Choice(code, _GUARANTEE_YEARS, 0, title=_GUARANTEE, event=EventKind.HANDOVER, keeps=keeps)
    office.retention.save(owner, own)


def ask_for_erasure(office: Office, owner: Actor) -> None:
    """A customer asks to be erased; laws keep a part, so only the rest may be erased at once."""
    asked_on = (office.today() - ASKED).isoformat()
    for row in office.customers.search(owner, "", LOOKED_AT).rows:
        answer = office.disposal.erasures.answer(owner, row.customer)
        if answer.kept and answer.goes and not answer.blockers:
            new = NewRequest(
                RequestKind.ERASURE,
                RequestWay.COUNTER,
                asked_on,
                row.customer,
                asked="保存している内容を消してほしい",
                person="青山 恵",  # kept where the customer is a firm
            )
            request = office.requests.receive(owner, new)
            noted = office.requests.detail(owner, request).noted
            office.requests.check_identity(owner, request, IdentityCheck.LICENCE, shown=noted, known_by=None)
            office.disposal.erasures.erase_on_request(owner, request, shown=noted)
            return


def file_erasure_answer(office: Office, actor: Actor, words: Words, folder: Path) -> list[str]:
    """What the customer who asked is told, as a file; none where nobody asked."""
    batch = next((row for row in office.disposal.reviews.batches(actor) if row.on_request), None)
    if batch is None:
        return []
    (row, *_) = office.disposal.reviews.open_batch(actor, batch.batch).rows
    pdf = office.disposal.erasures.answer_pdf(actor, row.customer, words).pdf
    path = folder / f"erasure-{row.number}.pdf"
    path.write_bytes(pdf)
    return [path.name]
