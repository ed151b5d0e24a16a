"""People whom a customer's call notes and requests name: a caller, an agent, the person concerned.

They are no records of their own, but their names and numbers are kept with the customer and go with it, so
they are kept off papers and out of incidents as the customer's are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from hvacdesk.domain import masking
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.customers.name_cells import divide_cell
from hvacdesk.domain.fields import DescribedField, FieldSet, Use, filled
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.papers.work_orders import PrintField
from hvacdesk.domain.text.reached_by import mailboxes_in, numbers_in
from hvacdesk.domain.text.traces import Trace, trace_of_somebody


class MentionField(StrEnum):
    """What is known of somebody mentioned."""

    NAME = "name"
    PHONE = "phone"
    MAILBOX = "mailbox"


@dataclass(frozen=True)
class Mention:
    """Somebody mentioned, as the office wrote it.

    Attributes:
        contact: how somebody who asks is reached, in any words.
    """

    name: str
    phone: str = ""
    contact: str = ""


def masked_mention(written: str, *, revealable: bool = False) -> Masked:
    """Somebody mentioned by a name in any words: a firm is shown, and who speaks for it as a person is."""
    found = divide_cell(written)
    person = masking.name(found.name.person, revealable=revealable)
    text = f"{found.name.organisation} {person.text}".strip()
    if person.hidden or not (found.title or found.house):
        return replace(person, text=text)
    return Masked(f"{text} {masking.SHORT}".strip(), hidden=True, revealable=revealable)


_NO_RECORD = dict.fromkeys(
    (Use.FOUND, Use.SHOWN, Use.MERGED, Use.EXPORTED),
    "It belongs to a note or a request and goes where that goes.",
)

MENTION_FIELDS = FieldSet(
    DescribedField[MentionField, Mention](
        MentionField.NAME,
        CUSTOMER_FIELDS[CustomerField.NAME].label,
        columns=("caller_name", "name", "person"),
        full=lambda mention: filled(mention.name),
        masked=lambda mention, may: (masked_mention(mention.name, revealable=may),),
        told_as=CustomerField.NAME,
        printed=PrintField.NAME,
        trace=lambda mention: trace_of_somebody(mention.name),
        otherwise=_NO_RECORD,
    ),
    DescribedField[MentionField, Mention](
        MentionField.PHONE,
        CUSTOMER_FIELDS[CustomerField.PHONE].label,
        columns=("phone", "digits"),
        full=lambda mention: filled(mention.phone),
        masked=lambda mention, may: (masking.phone(mention.phone, revealable=may),),
        told_as=CustomerField.PHONE,
        printed=PrintField.PHONE,
        trace=lambda mention: Trace(numbers=(*filled(mention.phone), *numbers_in(mention.contact))),
        otherwise=_NO_RECORD,
    ),
    DescribedField[MentionField, Mention](
        MentionField.MAILBOX,
        CUSTOMER_FIELDS[CustomerField.EMAIL].label,
        columns=("contact",),
        full=lambda mention: mailboxes_in(mention.contact),
        masked=lambda mention, may: tuple(
            masking.email(one, revealable=may) for one in mailboxes_in(mention.contact)
        ),
        told_as=CustomerField.EMAIL,
        printed=PrintField.EMAIL,
        trace=lambda mention: Trace(words=mailboxes_in(mention.contact)),
        otherwise=_NO_RECORD,
    ),
)
"""What is described of them."""
