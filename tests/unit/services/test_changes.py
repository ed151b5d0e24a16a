"""Who is told of changes, and when."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import select

from hvacdesk.domain.rooms import Room
from hvacdesk.store import models
from tests.helpers.ground import Ground
from tests.helpers.sample_records import Person, add_customer


class GivenUp(Exception):
    """What ends a transaction in this file."""


def test_listeners_are_told_once_after_the_commit_and_not_of_what_was_given_up(ground: Ground) -> None:
    told: list[frozenset[Room]] = []
    ground.workplace.changes.listen(told.append)
    with ground.workplace.transaction() as session:
        add_customer(session, Person())
        assert told == []
    assert [Room.CUSTOMERS in rooms for rooms in told] == [True]
    with suppress(GivenUp), ground.workplace.transaction() as session:
        add_customer(session, Person())
        raise GivenUp
    assert len(told) == 1
    with ground.workplace.transaction() as session:
        session.scalars(select(models.Customer)).all()
    assert len(told) == 1
