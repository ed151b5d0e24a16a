"""While the office PC is away, windows get by the way what they were told before."""

from __future__ import annotations

from typing import Any

import pytest

from hvacdesk.domain.roles import Actor, Role
from hvacdesk.seats import last_known
from hvacdesk.seats.calls import ANSWER, CALL, NoAnswer, SeatAnswer
from hvacdesk.seats.doors import doors
from hvacdesk.seats.remote import remote_office
from tests.helpers.desk_office import now

ACTOR = Actor("a" * 32, "N", frozenset({Role.OWNER}))


class Line:
    """Answers with what is given for each door; nobody is there while it is away.

    Attributes:
        asked: the doors, in order.
    """

    def __init__(self, **answers: Any) -> None:
        self.answers = {name.replace("__", "."): answer for name, answer in answers.items()}
        self.away = False
        self.asked: list[str] = []

    def send(self, body: bytes, _watch: object = None) -> bytes:
        door = CALL.unpack(body).door
        self.asked.append(door)
        if self.away:
            raise NoAnswer
        return ANSWER.pack(SeatAnswer(doors()[door].answer.pack(self.answers[door])))


def test_what_is_known_is_answered_while_nobody_is_there_and_asked_again_afterwards() -> None:
    line = Line(edits__count=3, settings__office_value=5, accounts__has_pin=True)
    office = remote_office(line, ACTOR, now)
    last_known.remember(office, lambda: line.away)
    assert (office.edits.count, office.settings.office_value("lock_minutes")) == (3, 5)
    line.away = True
    line.asked.clear()
    assert (office.edits.count, office.settings.office_value("lock_minutes")) == (3, 5)
    assert office.integrity.damage is None
    assert not office.accounts.has_pin(ACTOR)
    assert line.asked == []
    with pytest.raises(NoAnswer):
        office.settings.office_value("curtain_minutes")
    line.away = False
    line.answers["edits.count"] = 4
    assert office.edits.count == 4


def test_a_call_that_is_lost_before_that_was_noticed_is_answered_too() -> None:
    line = Line(edits__count=3)
    office = remote_office(line, ACTOR, now)
    last_known.remember(office, lambda: False)
    assert office.edits.count == 3
    line.away = True
    assert office.edits.count == 3


def test_everything_remembered_has_a_door() -> None:
    assert set(last_known.READINGS) <= set(doors())
