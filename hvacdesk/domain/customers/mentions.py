"""People whom a customer's call notes and requests name: a caller, an agent, the person concerned.

They are no records of their own, but their names and numbers are kept with the customer and go with it, so
they are kept off papers and out of incidents as the customer's are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from hvacdesk.domain import masking
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.customers.name_cells import divide_cell
from hvacdesk.domain.fields import DescribedField, FieldSet, Use, filled
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.papers.work_orders import PrintField
from hvacdesk.domain.text.reached_by import mailboxes_in, numbers_in, reached_in
from hvacdesk.domain.text.text_forms import plain
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


_EMPTY_BRACKETS = re.compile(r"[(（]\s*[)）]")


def masked_mention(written: str, *, revealable: bool = False) -> Masked:
    """Somebody mentioned by a name in any words: a firm is shown, and who speaks for it as a person is."""
    spans = sorted(reached_in(written))
    if spans:
        return _beside_contact(written, spans, revealable=revealable)
    found = divide_cell(written)
    person = masking.name(found.name.person, revealable=revealable)
    text = f"{found.name.organisation} {person.text}".strip()
    if person.hidden or not (found.title or found.house):
        return replace(person, text=text)
    return Masked(f"{text} {masking.SHORT}".strip(), hidden=True, revealable=revealable)


def _beside_contact(written: str, spans: list[tuple[int, int]], *, revealable: bool) -> Masked:
    """A name with a phone number or a mailbox beside it, each masked by its own rule."""
    names, reached, end = "", [], 0
    for start, until in spans:
        names += f"{written[end:start]} "
        contact = written[max(start, end) : until]
        reached.append((masking.email if "@" in plain(contact) else masking.phone)(contact).text)
        end = max(end, until)
    names = _EMPTY_BRACKETS.sub(" ", f"{names}{written[end:]}").strip()
    person = masked_mention(names, revealable=revealable).text if names else ""
    return Masked(" ".join(filter(None, (person, *reached))), hidden=True, revealable=revealable)


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
