"""Saving a new customer: with the note of the log's end that follows every commit, and without it."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from hvacdesk.domain.roles import Role
from hvacdesk.services.workplace import Workplace
from tests.benchmarks.result import Result
from tests.helpers.people import customer
from tests.helpers.real_office import new_real_office
from tests.helpers.sabotage import replaced
from tests.helpers.secret_service import unlocked_secret_service

_ROUNDS = 150


def run() -> list[Result]:
    """Median seconds of a save, the two sides in turn so that both meet the same disk."""
    with tempfile.TemporaryDirectory() as folder, unlocked_secret_service(Path(folder) / "keyring"):
        real = new_real_office(Path(folder) / "office", everybody=False)
        office, actor = real.login(Role.OWNER)

        def seconds() -> float:
            start = time.perf_counter()
            office.customers.add(actor, customer(phones=()))
            return time.perf_counter() - start

        with_note, without = [], []
        for _ in range(_ROUNDS):
            with_note.append(seconds())
            with replaced(Workplace, "_follow_log", lambda *_head: None):
                without.append(seconds())
        office.leave(actor)
    return [Result("save", statistics.median(with_note), statistics.median(without), "s", 1.1)]
