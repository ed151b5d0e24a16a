"""A half-typed form as it is kept: which one it is, since when, and what was typed into it."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple
from uuid import uuid4

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.half_typed import LEFT_OUT_OF, SEAT_LETTERS, MovedElsewhere, SavedBefore
from hvacdesk.domain.roles import Role

Payload = dict[str, Any]

_NAME_LENGTH = 10
"""Of what tells two openings of a form apart: too short to be read as a card number or a My Number."""

_AT_A_SEAT = re.compile(rf"(.*)@([0-9a-f]{{{SEAT_LETTERS}}})", re.DOTALL)
"""What a draft from a seat is stored as being about: the form's key, and the seat."""


@dataclass(frozen=True)
class OpenForm:
    """A form with something typed into it, and how to get back to it.

    Attributes:
        form: the form's kind, for example ``customer``.
        key: which one: a record id, or ``new``.
        page: the page's name in the navigation.
        arguments: for ``navigate(page, **arguments)``; must let the page open the same form again.
        seat: where it was typed, by :data:`SEAT_LETTERS` of its id; empty for the office PC.
        name: of the opening that stored it, where the office said so.
    """

    form: str
    key: str
    page: str
    arguments: Mapping[str, str]
    seat: str = ""
    name: str = field(default="", compare=False)

    @property
    def subject(self) -> str:
        """As which the office stores it."""
        return subject_of(self.key, self.seat)


def new_name() -> str:
    """Tells one opening of a form from every other."""
    return uuid4().hex[:_NAME_LENGTH]


@dataclass
class Opening:
    """One form from its opening to its end, as the office knows it.

    Attributes:
        opened: when, by this PC's clock, of which differences alone are used.
        name: its own; tells what this form stored from what another one did.
        shown: the name of what an earlier form stored, which this one was given back from: what is stored
            here takes its place.
        begun: when it was opened by the office PC's clock, which says when a record was destroyed; empty
            until the office was asked. Nothing is stored before: an earlier form's may be there.
        ledger: the number of the disposal ledger's last line by then; clocks may be set, and it stays.
        may_be_stored: whether the office may hold something of it; an answer may have been lost.
        stored: what it is known to hold, as :func:`text_of` writes it.
        left_out: the fields that are stored there without a number that is never stored.
        elsewhere: whether its author went on with it at another PC, and with this as well.
        edition: grows with each storing, so that an older one that comes later is told.
        attempt: of its save, as :class:`SavedForm` says; empty before there was one, and where it is not
            known what came of it.
        sent: what was typed in the save of which that is not known, as :func:`text_of` writes it; None where
            there were several.
        finished: whether it was saved, given up or left: nothing of it is stored from then on.
        ended: why it is not kept any more though the form is open.
    """

    opened: datetime
    name: str = field(default_factory=new_name)
    shown: str = ""
    begun: str = ""
    ledger: int | None = None
    may_be_stored: bool = False
    stored: str = ""
    left_out: tuple[str, ...] = ()
    elsewhere: bool = False
    edition: int = 0
    attempt: str = ""
    sent: str | None = ""
    finished: bool = False
    ended: UserFacingError | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Of what belongs to this form: its own, and of what it was given back from."""
        return tuple(filter(None, (self.name, self.shown)))

    def knows(self, found: Payload) -> bool:
        """Whether what the office holds is this form's, or what it was given back from.

        An earlier version stored no name.
        """
        name = found.get("name")
        return name in self.names if name else text_of(found["typed"]) == self.stored

    def note_stored(self, typed: Payload, left_out: tuple[str, ...]) -> None:
        """The office holds this, or all but what it left out of these fields."""
        self.stored, self.left_out = "" if left_out else text_of(typed), left_out

    def note_unstored(self) -> None:
        """What the office held may have ended."""
        self.stored = ""

    def begin_save(self) -> str:
        """The attempt of a save that is about to be made."""
        self.attempt = self.attempt or new_name()
        return self.attempt

    def note_refused(self, error: BaseException, typed: str) -> None:
        """A save ended with an error; a part of it may be done, or all where nothing is known of it.

        Args:
            typed: what was to be saved, as :func:`text_of` writes it.
        """
        self.note_unstored()
        if not isinstance(error, UserFacingError) or error.may_be_done:
            self.attempt = ""
            self.sent = typed if self.sent in ("", typed) else None

    def note_ended(self, why: UserFacingError) -> None:
        """The office keeps nothing more of it, and what it says why tells what it holds."""
        if isinstance(why, MovedElsewhere):
            self.elsewhere = True
        elif not isinstance(why, SavedBefore):
            self.note_unstored()
        elif self.sent != "":  # else it was saved at another PC, as it was stored
            self.stored = self.sent or ""

    def take_up(self, found: Payload) -> tuple[str, ...]:
        """This form goes on with what an earlier one stored; returns the fields that lost a number there."""
        self.shown, self.elsewhere = found.get("name", ""), bool(found.get("elsewhere"))
        self.may_be_stored, self.stored = True, text_of(found["typed"])
        return tuple(found.get(LEFT_OUT_OF, ()))

    def next_edition(self) -> int:
        """For what is about to be stored."""
        self.edition += 1
        return self.edition


@dataclass(frozen=True)
class HalfTyped:
    """What was typed into a form when a login ended.

    Attributes:
        roles: what the person could see while typing it.
    """

    form: OpenForm
    roles: frozenset[Role]
    typed: Payload
    opening: Opening

    @property
    def is_newer(self) -> bool:
        """Whether the office is not known to hold all of it."""
        return text_of(self.typed) != self.opening.stored


Found = Callable[[Payload, bool, tuple[str, ...]], object]
Since = tuple[str, int]
"""When a form was opened, as the office says: the stamp, and its ledger's last line."""


class WatchedForm(NamedTuple):
    """An open form, what gives what it holds, and what is told of its draft.

    Attributes:
        end: is told why it cannot be kept any more.
        found: is given what an earlier form stored, whether that was gone on with at another PC as well, and
            which fields of it lack a number that is never stored.
        anew: begins a new opening where an earlier one was ended and nothing is typed any more.
    """

    form: OpenForm
    payload: Callable[[], Payload | None]
    end: Callable[[UserFacingError], object]
    found: Found
    anew: Callable[[], object]
    opening: Opening

    def typed(self) -> Payload | None:
        """What it holds; a fault of one goes to ``sys.excepthook`` and costs no other form anything."""
        try:
            return self.payload()
        except Exception as error:  # noqa: BLE001 - as said
            sys.excepthook(type(error), error, error.__traceback__)
            return None


class Earlier(Exception):
    """The office holds what an earlier form stored, of which this one does not know yet."""

    def __init__(self, begun: Since, stored: Payload) -> None:
        super().__init__()
        self.begun, self.stored = begun, stored


def subject_of(key: str, seat: str) -> str:
    """As which the office stores a form of a PC."""
    return f"{key}@{seat}" if seat else key


def key_and_seat(subject: str) -> tuple[str, str]:
    """What :func:`subject_of` made a subject of; no seat where it is of the office PC."""
    at_a_seat = _AT_A_SEAT.fullmatch(subject)
    return (at_a_seat[1], at_a_seat[2]) if at_a_seat else (subject, "")


def text_of(typed: Payload | None) -> str:
    """What was typed, in one writing."""
    return json.dumps(typed, ensure_ascii=False, sort_keys=True)


def payload_of(form: OpenForm, opening: Opening, typed: Payload, edition: int) -> Payload:
    """What is stored of it: how to come back to it, what was typed, and by which opening."""
    kept: Payload = {"page": form.page, "arguments": dict(form.arguments), "typed": typed}
    kept |= {"begun": opening.begun, "ledger": opening.ledger, "edition": edition}
    kept |= {"name": opening.name, "instead": opening.shown}
    if opening.attempt:
        kept["attempt"] = opening.attempt
    return {**kept, "elsewhere": True} if opening.elsewhere else kept
