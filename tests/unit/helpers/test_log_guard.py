"""The guard over Python's log sees what it should."""

from __future__ import annotations

import logging

import pytest

from tests.helpers.log_guard import LogGuard


def guarded(level: int, text: str, *expected: str) -> list[str]:
    guard = LogGuard()
    for pattern in expected:
        guard.expect(pattern)
    guard.handle(logging.LogRecord("office", level, __file__, 1, text, None, None))
    return guard.complaints()


@pytest.mark.parametrize("level", [logging.WARNING, logging.ERROR, logging.CRITICAL])
def test_an_unexpected_warning_is_a_complaint(level: int) -> None:
    assert guarded(level, "disk slow") == [f"unexpected: {logging.getLevelName(level)} office: disk slow"]


def test_an_announced_warning_is_none() -> None:
    assert guarded(logging.WARNING, "disk slow", "WARNING office: disk") == []


def test_an_announced_warning_that_does_not_come_is_a_complaint() -> None:
    assert guarded(logging.ERROR, "started", "started", "disk") == ["did not come: disk"]


def test_information_is_let_pass() -> None:
    logging.getLogger("office").info("started")


def test_the_fixture_stands_guard_in_every_test(log_guard: LogGuard) -> None:
    log_guard.expect("WARNING office: meant")
    logging.getLogger("office").warning("meant")
