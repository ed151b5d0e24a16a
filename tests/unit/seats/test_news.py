"""What a seat hears between its calls: everything that is asked after, and nothing lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import pytest

from hvacdesk.domain.roles import Actor, Permission, Role
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.seats.seats import Pause
from hvacdesk.seats.doors import doors
from hvacdesk.seats.news import SeatNews, rooms_for
from hvacdesk.services.permissions import Access, stated

CUSTOMERS, JOBS = frozenset({Room.CUSTOMERS}), frozenset({Room.JOBS})
PATIENCE = 20.0


def test_nothing_is_told_where_nothing_changed() -> None:
    news = SeatNews().after(0, 0.0)
    assert (news.number, news.changed, news.pause) == (0, frozenset(), None)


def test_what_changed_is_told_until_it_was_heard() -> None:
    news = SeatNews()
    news.changed(CUSTOMERS)
    first = news.after(0, 0.0)
    assert first.changed == CUSTOMERS
    assert news.after(0, 0.0) == first  # the answer was lost
    assert news.after(first.number, 0.0).changed == frozenset()


def test_only_what_came_after_is_told() -> None:
    news = SeatNews()
    news.changed(CUSTOMERS)
    heard = news.after(0, 0.0).number
    news.changed(JOBS)
    assert news.after(heard, 0.0).changed == JOBS
    assert news.after(0, 0.0).changed == CUSTOMERS | JOBS


def test_a_number_of_another_login_hears_all() -> None:
    news = SeatNews()
    news.changed(CUSTOMERS)
    assert news.after(2**40, 0.0).changed == CUSTOMERS


def test_who_waits_hears_at_once() -> None:
    news, heard = SeatNews(), list[frozenset[Room]]()
    waiting = Thread(target=lambda: heard.append(news.after(0, PATIENCE).changed))
    waiting.start()
    news.changed(CUSTOMERS)
    waiting.join(PATIENCE)
    assert heard == [CUSTOMERS]


def test_a_pause_holds_until_it_is_over() -> None:
    news = SeatNews()
    news.pause(Pause.DISPOSAL)
    first = news.after(0, 0.0)
    assert first.pause is Pause.DISPOSAL
    news.pause(Pause.DISPOSAL)
    assert news.after(first.number, 0.0) == first
    news.pause(None)
    assert news.after(first.number, 0.0).pause is None


def test_at_the_end_nobody_waits() -> None:
    news = SeatNews()
    waiting = Thread(target=lambda: news.after(0, PATIENCE))
    waiting.start()
    news.end()
    waiting.join(PATIENCE / 2)
    assert not waiting.is_alive()


def test_however_much_changes_no_more_is_kept_than_there_are_rooms() -> None:
    news = SeatNews()
    for _time in range(1_000):
        news.changed(frozenset(Room))
    assert len(news._changed) == len(Room)


OF_WHOEVER_ASKS = {
    "incidents.add_to_report",
    "incidents.law",
    "incidents.own_reports",
    "incidents.report",
    "outside_lists.note_place",
    "outside_lists.not_written",
}
"""Doors of rooms that are not told of to everybody; what they give or change is the person's own alone."""


def opened(role: Role, room: Room) -> Iterator[str]:
    """The doors of a room that a role may pass."""
    who = Actor("a" * 32, "誰か", frozenset({role}))
    for door in doors().values():
        access = stated(door.method) or Access()
        is_there = f".services.{room}." in getattr(door.method, "__module__", "")
        if is_there and all(any(map(who.may, choice)) for choice in access.choices):
            yield door.name


@pytest.mark.parametrize("role", Role)
def test_a_role_hears_of_each_room_that_it_has_a_part_in(role: Role) -> None:
    told = rooms_for(Actor("a" * 32, "誰か", frozenset({role})))
    for room in set(Room) - told:
        assert set(opened(role, room)) <= OF_WHOEVER_ASKS, room


def test_who_does_not_handle_incidents_hears_of_none() -> None:
    assert Room.INCIDENTS not in rooms_for(Actor("a" * 32, "作業", frozenset({Role.TECHNICIAN})))
    for role in Role:
        who = Actor("a" * 32, "誰か", frozenset({role}))
        assert (Room.INCIDENTS in rooms_for(who)) >= who.may(Permission.HANDLE_INCIDENTS)


def test_who_reads_the_log_hears_of_every_room() -> None:
    for role in (Role.OWNER, Role.INSPECTOR):
        assert rooms_for(Actor("a" * 32, "誰か", frozenset({role}))) == frozenset(Room)
