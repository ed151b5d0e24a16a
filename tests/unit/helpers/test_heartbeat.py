"""The heartbeat notices what holds the event loop up, and nothing else."""

from __future__ import annotations

import time

from pytestqt.qtbot import QtBot

from tests.helpers.heartbeat import Heartbeat


def busy(seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass


def test_a_held_up_loop_makes_a_gap_of_its_length(qtbot: QtBot) -> None:
    with Heartbeat() as beat:
        qtbot.wait(20)
        busy(0.3)
        qtbot.wait(20)
    assert beat.longest_ms >= 290


def test_waiting_for_events_makes_none_of_that_length(qtbot: QtBot) -> None:
    with Heartbeat() as beat:
        qtbot.wait(300)
    assert beat.longest_ms < 290


def test_what_holds_the_loop_up_to_the_very_end_counts(qtbot: QtBot) -> None:
    with Heartbeat() as beat:
        qtbot.wait(20)
        busy(0.2)
    assert beat.longest_ms >= 190


def test_work_is_told_from_waiting(qtbot: QtBot) -> None:
    with Heartbeat() as beat:
        qtbot.wait(20)
        busy(0.2)
        qtbot.wait(20)
    with Heartbeat() as other:
        qtbot.wait(20)
        time.sleep(0.2)
        qtbot.wait(20)
    assert other.longest_ms >= 190
    assert other.longest_work_ms < beat.longest_work_ms


def test_a_gap_is_the_programs_own_as_far_as_it_worked_in_it(qtbot: QtBot) -> None:
    with Heartbeat() as beat:
        qtbot.wait(20)
        time.sleep(0.3)
        qtbot.wait(20)
    assert beat.longest_ms >= 290
    assert beat.longest_own_ms < 100
    with Heartbeat() as beat:
        qtbot.wait(20)
        until = time.process_time() + 0.3
        while time.process_time() < until:
            pass
        qtbot.wait(20)
    assert beat.longest_own_ms >= 290
