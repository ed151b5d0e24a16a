"""Which of a customer's data went to other firms: the one place that a disclosure asks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hvacdesk.domain.partners.handovers import ENDING_NAMES, HANDED_FIELD_NAMES, HandoverRow
from hvacdesk.domain.partners.partners import BASIS_NAMES
from hvacdesk.domain.requests.disclosure import Provision
from hvacdesk.domain.text.wording import Words
from hvacdesk.store.engine import Session
from hvacdesk.store.partners import handovers


def provisions_of(
    session: Session, customers: Sequence[int], words: Words, today: date
) -> tuple[Provision, ...]:
    """What was handed or provided of the customers with these primary keys, the latest first.

    Both what was entrusted for a job (委託) and what was provided for a firm's own use (第三者提供) belong
    here: the customer may ask for the records of the latter (個人情報保護法 33条5項), and is told of the
    former.
    """
    return tuple(_told(row, words) for row in handovers.of_customers(session, customers, today))


def _told(row: HandoverRow, words: Words) -> Provision:
    return Provision(
        on=row.on,
        to_whom=row.firm,
        basis=words(BASIS_NAMES[row.basis]),
        fields="・".join(words(HANDED_FIELD_NAMES[field]) for field in row.fields),
        back="  ".join((row.ended_on, words(ENDING_NAMES[row.ending]))) if row.ending else "",
    )
