"""What passes between a seat and the office PC beside calls; each is asked under a path of its own.

What is answered always lies in a :class:`SeatAnswer`. The program's version is in the head of what is
asked and answered, so that two versions understand at least that they are two, whatever else changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.seats.seats import Pause
from hvacdesk.seats.calls import MOST_ASKED_BYTES
from hvacdesk.seats.under_way import HowFar
from hvacdesk.seats.wire import Wire
from hvacdesk.services.seats.invitation import JoinAnswer, Joined

PROGRAM = "hvacdesk/"
"""Comes before the version in the head."""
ANY_PROGRAM = re.compile(PROGRAM + r"[0-9A-Za-z.+-]{1,40}")
"""What a seat of whatever version says of itself."""
MOST_SMALL_BYTES = 16 * 1024
"""Of what is no call."""


@dataclass(frozen=True)
class OfficeGreeting:
    """What a seat shows before anybody logs in.

    Attributes:
        people: who may log in.
        computer: what the office PC is called in its network.
        addresses: where it can be found now.
    """

    office_name: str
    people: tuple[StaffMember, ...]
    computer: str = ""
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True)
class LoginAsked:
    """Somebody logs in at a seat."""

    account: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True)
class LoggedIn:
    """A login at the office PC.

    Attributes:
        token: names it in the head of each call; of use with this seat's certificate alone.
        now: the moment by the office PC's clock.
    """

    token: str = field(repr=False)
    actor: Actor
    now: datetime


@dataclass(frozen=True)
class News:
    """What a seat hears between its calls.

    Attributes:
        number: counts changes; the next ask names it.
        changed: in which rooms others changed something since the number that was asked after.
        pause: why everybody is asked to stop for a moment; None while nobody is.
        how_far: how far the login's calls are that are under way.
        now: the moment by the office PC's clock, which may have been set meanwhile.
    """

    number: int
    changed: frozenset[Room]
    pause: Pause | None
    how_far: tuple[HowFar, ...] = ()
    now: datetime | None = None


@dataclass(frozen=True)
class NewsAsked:
    """A seat asks what there is.

    Attributes:
        after: the number of the news before; 0 at first.
        cancelled: the numbers of its calls that are to be cancelled.
    """

    after: int
    cancelled: tuple[int, ...] = ()


@dataclass(frozen=True)
class JoinAsked:
    """A PC without a certificate asks to join; see :mod:`hvacdesk.vault.seats.pairing`."""

    request: bytes = field(repr=False)
    proof: bytes = field(repr=False)


GREETING: Wire[OfficeGreeting] = Wire(OfficeGreeting)
LOGIN: Wire[LoginAsked] = Wire(LoginAsked, MOST_SMALL_BYTES)
LOGGED_IN: Wire[LoggedIn] = Wire(LoggedIn)
NEWS_ASKED: Wire[NewsAsked] = Wire(NewsAsked, MOST_SMALL_BYTES)
NEWS: Wire[News] = Wire(News)
JOIN: Wire[JoinAsked] = Wire(JoinAsked, MOST_SMALL_BYTES)
JOIN_ANSWER: Wire[JoinAnswer] = Wire(JoinAnswer, MOST_SMALL_BYTES)
COLLECT: Wire[bytes] = Wire(bytes, MOST_SMALL_BYTES)
JOINED: Wire[Joined | None] = Wire(Joined | None, MOST_SMALL_BYTES)
RENEWED: Wire[bytes | None] = Wire(bytes | None, MOST_SMALL_BYTES)
NOTHING: Wire[None] = Wire(type(None), MOST_SMALL_BYTES)

CALL_PATH = "/call"
GREETING_PATH = "/greeting"
LOGIN_PATH = "/login"
NEWS_PATH = "/news"
LEAVE_PATH = "/leave"
RENEW_PATH = "/renew"
JOIN_PATH = "/join"
COLLECT_PATH = "/collect"
WITHDRAW_PATH = "/withdraw"
INSTALLER_PATH = "/installer"
"""Answered to a seat of whatever version, and so for ever the same: asked for with :func:`installer_ask`,
answered with bytes of the update file that are in no other form."""
INSTALLER_ASK = re.compile(rb"([a-z0-9]{1,20}-[a-z0-9_]{1,20}) (\d{1,12})")


def installer_ask(system: str, offset: int) -> bytes:
    """What asks for a piece: the kind of computer, as update files name it, and where the piece begins."""
    return f"{system} {offset}".encode("ascii")


OF_SEATS = frozenset(
    {CALL_PATH, GREETING_PATH, LOGIN_PATH, NEWS_PATH, LEAVE_PATH, RENEW_PATH, INSTALLER_PATH}
)
OF_STRANGERS = frozenset({JOIN_PATH, COLLECT_PATH, WITHDRAW_PATH})


def most_bytes(path: str, has_certificate: bool) -> int:
    """How long a body may be that is asked under a path."""
    known = OF_SEATS if has_certificate else OF_STRANGERS
    if path not in known:
        return 0
    return MOST_ASKED_BYTES if path == CALL_PATH else MOST_SMALL_BYTES
