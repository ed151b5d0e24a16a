"""Yesterday afternoon's calls in the sample office: two of them still wait."""

from __future__ import annotations

from datetime import date

from hvacdesk.domain.calls.call_notes import CallNoteRecord, CallSubject
from hvacdesk.domain.roles import Actor
from hvacdesk.services.open_office import Office


def note_calls(office: Office, actor: Actor, day: date, today: date) -> None:
    """Note calls of ``day``, the day on the office's clock; ``today`` is when they are looked at."""
    customers = [row.customer for row in office.customers.search(actor, "", 2).rows]
    notes = [
        CallNoteRecord(
            caller_name="渡辺 香織",
            phone="090-0000-1212",
            subject=CallSubject.BOOKING,
            text="エアコン2台の洗浄の見積もり。平日の午前を希望。",
            call_back_by=today.isoformat(),
        ),
        CallNoteRecord(
            caller_name="株式会社見本工務店",
            phone="052-000-3434",
            subject=CallSubject.SALES,
            text="部材のカタログを送りたいとのこと。",
        ),
    ]
    if customers:
        notes.append(
            CallNoteRecord(
                customer=customers[0],
                subject=CallSubject.BREAKDOWN,
                text="室外機から大きな音。運転は止めてもらった。",
                for_account=actor.account,
                call_back_by=f"{day.isoformat()}T17:00",
                urgent=True,
            )
        )
    for note in notes:
        office.call_notes.take(actor, note)
