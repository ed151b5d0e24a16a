"""A login whose seat was locked or revoked while something ran in it commits nothing more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.seats.seats import SeatLoginEnded
from hvacdesk.store.office import office
from tests.unit.services.conftest import Ground

FACTS = OfficeFacts("唐山空調", "", "", LegalForm.COMPANY, 3)


def name_of(ground: Ground) -> str:
    with ground.workplace.reading() as session:
        return office.facts(session).name


def write(ground: Ground, name: str) -> None:
    """Write the office's name; the seat is stopped before that is committed."""
    with ground.workplace.transaction() as session:
        office.save_facts(session, replace(FACTS, name=name))
        ground.workplace.stopped = name != FACTS.name


def test_what_runs_when_its_seat_is_stopped_is_not_committed(ground: Ground) -> None:
    write(ground, FACTS.name)
    with pytest.raises(SeatLoginEnded):
        write(ground, "乗っ取り空調")
    assert name_of(ground) == FACTS.name


def test_what_began_as_sole_writer_is_brought_to_its_end(ground: Ground) -> None:
    """A disposal, or new keys: half of it is worse than all of it."""
    with ground.workplace.sole_writer():
        write(ground, "新空調")
        with ground.workplace.sole_writer():  # a part of it, such as new keys when somebody leaves
            write(ground, "新々空調")
    assert name_of(ground) == "新々空調"
    with pytest.raises(SeatLoginEnded):
        write(ground, "乗っ取り空調")


def test_what_waits_to_be_the_sole_writer_does_not_begin(ground: Ground) -> None:
    ground.workplace.stopped = True
    with pytest.raises(SeatLoginEnded), ground.workplace.sole_writer():
        write(ground, "乗っ取り空調")
