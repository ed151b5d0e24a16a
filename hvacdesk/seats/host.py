"""The office PC's side of a connection: answers the calls of one login, in the name of who logged in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from functools import reduce
from hashlib import blake2b
from threading import Lock, local
from typing import Any, cast

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.rooms import Room
from hvacdesk.seats.answered_calls import AnsweredCalls
from hvacdesk.seats.calls import ANSWER, CALL, OfficePcFailed, SeatAnswer, SeatCall, TooMuchForASeat
from hvacdesk.seats.doors import AtTheOfficePcOnly, CallHere, Door, doors
from hvacdesk.seats.news import rooms_for
from hvacdesk.seats.under_way import Running, RunningCalls
from hvacdesk.seats.wire import BodyTooLong, UnreadableBody
from hvacdesk.services.office.saved_form import saving
from hvacdesk.services.open_office import Office
from hvacdesk.services.own_edits import noting_edits


class SeatHost:
    """Answers what one seat asks after somebody logged in there.

    Args:
        actor: who logged in; nothing that arrives can say otherwise.
        tell_bug: takes an exception that no user is meant to meet. The seat learns nothing of it.
        others_changed: told at once in which rooms anybody but this login's own calls changed something, as
            far as the person has a part in them; the next answer brings it along in any case.

    Attributes:
        running: the calls that are under way and can be watched.
    """

    def __init__(
        self,
        office: Office,
        actor: Actor,
        tell_bug: Callable[[Exception], object],
        others_changed: Callable[[frozenset[Room]], object] | None = None,
    ) -> None:
        self._office = office
        self._actor = actor
        self._tell_bug = tell_bug
        self._others_changed = others_changed
        self._told_of = rooms_for(actor)
        self._own_thread = local()
        self._answered = AnsweredCalls()
        self.running = RunningCalls()
        self._changed: frozenset[Room] = frozenset()
        self._lock = Lock()
        office.when_forgotten(self._answered.forget)
        office.changes.listen(self._note_changed)

    def answer(self, body: bytes) -> bytes:
        """The answer to a body, whatever it is; it never raises for what is in it. Thread-safe."""
        try:
            call = CALL.unpack(body)
            self._office.require_login()
            mark = blake2b(body, digest_size=16).digest()
            return self._answered.once(call.number, mark, lambda: self._done(call))
        except UserFacingError as error:
            return _failed(error)
        except UnreadableBody:
            return _failed(OfficePcFailed())

    def _done(self, call: SeatCall) -> bytes:
        try:
            with noting_edits() as noted:
                outcome = self._outcome(call)
            return ANSWER.pack(replace(outcome, changed=self._taken_changed(), own=noted.found))
        except UnreadableBody:
            return _failed(OfficePcFailed())
        except BodyTooLong:
            return _failed(TooMuchForASeat())
        except Exception as error:  # noqa: BLE001 - a bug is told at the office PC; the seat gets no word of it
            self._tell_bug(error)
            return _failed(OfficePcFailed())

    def _outcome(self, call: SeatCall) -> SeatAnswer:
        try:
            return SeatAnswer(self._call(call))
        except UserFacingError as error:
            return SeatAnswer(failure=error)

    def _call(self, call: SeatCall) -> bytes:
        door = doors().get(call.door)
        if door is None:
            raise UnreadableBody
        if door.stays:
            raise AtTheOfficePcOnly
        travelled = door.arguments.unpack(call.arguments)
        watched = self.running.one(call.number) if door.is_watched else nullcontext(Running(0))
        with watched as running, saving(call.saves, self._actor.account):
            return self._made(door, *door.received(CallHere(self._actor, running), travelled))

    def _made(self, door: Door, positional: list[Any], named: dict[str, Any]) -> bytes:
        self._own_thread.calls = True
        try:
            member: Any = reduce(getattr, door.name.split("."), cast(Any, self._office))
            return door.answer.pack(member if door.is_property else member(*positional, **named))
        finally:
            self._own_thread.calls = False

    def _note_changed(self, rooms: frozenset[Room]) -> None:
        of_own_call = getattr(self._own_thread, "calls", False)
        told = rooms if of_own_call else rooms & self._told_of
        with self._lock:
            self._changed |= told
        if self._others_changed is not None and told and not of_own_call:
            self._others_changed(told)

    def _taken_changed(self) -> frozenset[Room]:
        with self._lock:
            rooms, self._changed = self._changed, frozenset()
        return rooms


def _failed(error: UserFacingError) -> bytes:
    return ANSWER.pack(SeatAnswer(failure=error))
