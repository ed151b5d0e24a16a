"""The office as a seat has it: services of the same shape, whose calls the office PC answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any, Protocol, cast

from hvacdesk.domain.clock import Clock, office_day
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.seats.seats import SeatStopped
from hvacdesk.seats.calls import (
    ANSWER,
    CALL,
    AnswerLost,
    NoAnswer,
    NothingShown,
    NotReached,
    OfficePcFailed,
    SeatAnswer,
    SeatCall,
    TooMuchFromASeat,
)
from hvacdesk.seats.doors import AtTheOfficePcOnly, Door, doors
from hvacdesk.seats.under_way import Watch, numbered
from hvacdesk.seats.wire import BodyTooLong, NotForTheWire, UnreadableBody
from hvacdesk.services.changes import Changes
from hvacdesk.services.office.saved_form import form_saved_here
from hvacdesk.services.only_shown import changes_something, note_change
from hvacdesk.services.open_office import Office
from hvacdesk.services.own_edits import note_done

TRIES = 3
"""So often a call is sent whose answer does not come, each time under its one number."""


class OfficeClock:
    """The office PC's clock as a seat has it: what that PC last told, and what went by since.

    The seat's own clock counts for nothing. Its ticks are no clock that anybody sets; they may rest while
    the PC sleeps, after which the next news tell.

    Args:
        ticks: seconds that only go forward.
    """

    def __init__(self, told: datetime, ticks: Callable[[], float]) -> None:
        self._ticks = ticks
        self._told = (told, ticks())

    def learn(self, told: datetime) -> None:
        """What it is there now."""
        self._told = (told, self._ticks())

    def __call__(self) -> datetime:
        told, then = self._told
        return told + timedelta(seconds=self._ticks() - then)


class Transport(Protocol):
    """Brings a body to the office PC and its answer back. Called on any thread."""

    def send(self, body: bytes, watch: Watch | None = None) -> bytes:
        """The answer.

        Args:
            watch: what is wanted of the call while it is under way.

        Raises:
            NoAnswer: none comes; whether the call arrived is unknown. NotReached: it was not sent.
            SeatStopped: nor was it then, and the login is over.
        """


class RemotePart:
    """An office, or a service of one, as a seat has it: what has a door, and nothing else."""


def remote_office(transport: Transport, actor: Actor, clock: Clock) -> Office:
    """The office behind a connection, after ``actor`` logged in over it.

    Its ``changes`` tell what an answer brings along: what this seat changed, and what others did until then.
    Calls in another actor's name are refused here, as a bug; at the office PC none can be made.

    Args:
        clock: of the office PC, as :class:`OfficeClock` has it.
    """
    caller = _Caller(transport, actor)
    office = _part("", caller)

    def today() -> date:
        return office_day(clock())

    vars(office).update(
        today=today,
        clock=clock,
        session_actor=actor,
        changes=caller.changes,
        recovery=None,
        brought_up=None,
    )
    return cast(Office, office)


def _part(way: str, caller: _Caller) -> RemotePart:
    """What is reached by this way: ``disposal.reviews.``; empty for the office itself."""
    here: dict[str, Door] = {}
    further: set[str] = set()
    for door in doors().values():
        if door.name.startswith(way):
            name, dot, _rest = door.name.removeprefix(way).partition(".")
            if dot:
                further.add(name)
            else:
                here[name] = door
    read = {name: property(caller.reading(door)) for name, door in here.items() if door.is_property}
    part: RemotePart = type("RemotePart", (RemotePart,), read)()
    vars(part).update({name: caller.method(door) for name, door in here.items() if name not in read})
    vars(part).update({name: _part(f"{way}{name}.", caller) for name in further})
    return part


def _unheard(error: UserFacingError) -> UserFacingError:
    """What it means that an answer was not heard which is all that was asked for.

    Where the same piece of work changed something before, that is done, and to repeat it would be wrong.
    """
    if changes_something():
        return NoAnswer() if isinstance(error, NotReached) else error
    return NothingShown() if error.may_be_done else error


class _Caller:
    """Makes the calls of one login, each under a number of its own.

    Attributes:
        changes: told with each answer, before it is given.
    """

    def __init__(self, transport: Transport, actor: Actor) -> None:
        self._transport = transport
        self._actor = actor
        self._numbers = count(1)
        self.changes = Changes()

    def method(self, door: Door) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            if any(isinstance(one, Actor) and one != self._actor for one in (*args, *kwargs.values())):
                raise NotForTheWire("a call in the name of somebody else")
            return self._ask(door, door.sent(*args, **kwargs), door.watch(*args, **kwargs))

        return call

    def reading(self, door: Door) -> Callable[[RemotePart], Any]:
        return lambda _part: self._ask(door, ())

    def _ask(self, door: Door, arguments: tuple[Any, ...], watch: Watch | None = None) -> Any:
        if door.stays:
            raise AtTheOfficePcOnly
        number = next(self._numbers)
        try:
            body = CALL.pack(SeatCall(number, door.name, door.arguments.pack(arguments), form_saved_here()))
        except BodyTooLong:
            raise TooMuchFromASeat from None
        try:
            answer = self._answer(body, numbered(watch, number))
        except (NoAnswer, AnswerLost) as error:
            if door.is_only_shown:
                raise _unheard(error) from None
            if error.may_be_done:
                note_change(door.name)
            raise
        if not door.is_only_shown:
            note_change(door.name)
        self.changes.tell(answer.changed)
        note_done(answer.own)
        if answer.failure is not None or answer.returned is None:
            raise (answer.failure or OfficePcFailed()).met_at_office_pc()
        try:
            return door.answer.unpack(answer.returned)
        except UnreadableBody:
            raise OfficePcFailed from None

    def _answer(self, body: bytes, watch: Watch | None) -> SeatAnswer:
        """The answer to a call, however often it has to be sent for it.

        One that is watched and may have arrived is asked for until its answer is there: it goes on at the
        office PC meanwhile. Who cancels it while nobody answers waits no longer.

        Raises:
            NoAnswer: none came; :class:`NotReached` where the call never left this PC.
            AnswerLost: it left, and then nobody could be asked again, because the login ended, in which alone
                its number was known, or for another reason. Who heard that alone would do it again.
        """
        unheard: NoAnswer = NotReached()
        for again in count(1):
            try:
                answer = self._sent(body, watch)
            except NotReached:
                pass
            except NoAnswer as error:
                unheard = error
            except UserFacingError:
                if isinstance(unheard, NotReached):
                    raise
                raise AnswerLost from None
            else:
                if isinstance(answer.failure, SeatStopped) and not isinstance(unheard, NotReached):
                    raise AnswerLost
                return answer
            waited_for = watch is not None and not watch.cancelled() and not isinstance(unheard, NotReached)
            if again >= TRIES and not waited_for:
                raise unheard
        raise AssertionError("numbers do not end")

    def _sent(self, body: bytes, watch: Watch | None) -> SeatAnswer:
        try:
            return ANSWER.unpack(self._transport.send(body, watch))
        except SeatStopped as stopped:
            return SeatAnswer(failure=stopped)
        except UnreadableBody:
            raise OfficePcFailed from None
