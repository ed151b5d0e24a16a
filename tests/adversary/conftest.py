"""The table of the attacks: each kind, what was tried, and whether it was noticed."""

from __future__ import annotations

import pytest

ATTACK = "attack: "
"""Begins the name of a test's property that holds what came of one kind of attack."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say of every kind what came of it, and how many there were."""
    rows = {
        name.removeprefix(ATTACK): str(value)
        for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
        if report.when == "call"
        for name, value in report.user_properties
        if name.startswith(ATTACK)
    }
    if not rows:
        return
    terminalreporter.section("attacks: kind, tried, noticed")
    width = max(map(len, rows))
    for name, outcome in rows.items():
        terminalreporter.line(f"{name:{width}}  tried  {outcome}")
    terminalreporter.line(f"{len(rows)} kinds")
