"""A full disk or a killed program while a customer is saved: the old state or the new one, never neither."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest

from hvacdesk.domain.roles import Role
from tests.helpers.real_office import NAMES, RealOffice, new_real_office, passphrase_of
from tests.helpers.secret_service import SecretService

pytestmark = pytest.mark.linux("forks savers, and limits how large their files may grow")

ROOT = Path(__file__).parents[3]
KILLS, KILLS_BETWEEN_LOOKS = 20, 4
LONGEST_SAVE_MS = 24
"""Kills are spread over this time after a save was announced: a save takes about ten milliseconds here."""


@pytest.fixture
def real(tmp_path: Path, service: SecretService) -> RealOffice:
    """A new office: its log's end is noted in the key store, so a copy would not do."""
    assert service.is_open()
    return new_real_office(tmp_path / "office", everybody=False)


@contextmanager
def saver(real: RealOffice, *limit: str) -> Iterator[Saver]:
    """The process beside this file, until the block ends."""
    account = real.accounts[NAMES[Role.OWNER]]
    command = [sys.executable, "-m", "tests.integration.bad_input.saving", str(real.home), account, *limit]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", cwd=ROOT
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield Saver(process.stdin, process.stdout)
        process.stdin.close()


@dataclass
class Saver:
    """Hands a passphrase over and reads what the child at work tells."""

    input: IO[str]
    output: IO[str]

    def start(self) -> int:
        """Start a child; returns its process id."""
        self.input.write(passphrase_of(NAMES[Role.OWNER]) + "\n")
        self.input.flush()
        told = self._line()
        while not told.startswith("child\t"):
            told = self._line()
        return int(told.split("\t")[1])

    def saved(self, count: int) -> None:
        """Wait until the child has saved so many customers."""
        while not count <= 0:
            line = self._line()
            assert not line.startswith("end\t"), "the child ended before it was killed"
            count -= line.isdigit()

    def rest(self) -> list[str]:
        """What else the child told, up to the end, which comes last."""
        lines = [self._line()]
        while not lines[-1].startswith("end\t"):
            lines.append(self._line())
        return lines

    def _line(self) -> str:
        line = self.output.readline()
        assert line, "the process ended by itself"
        return line.strip()


def count_after_reopening(real: RealOffice, *, each: bool) -> int:
    """How many customers are there, in an office that verifies; ``each`` looks whether they are whole."""
    office, owner = real.login(Role.OWNER)
    chain = office.audit.verify(owner)
    assert chain.intact
    assert office.audit.database_sound(owner)
    found = office.customers.search(owner, "保存", limit=5_000)
    for row in found.rows if each else ():
        detail = office.customers.detail(owner, row.customer)
        assert [phone.number.text[-4:] for phone in detail.phones] == ["4649", "9911"]
        assert len(office.jobs.sites(owner, row.customer)) == (detail.name.text != "保存2000 ●●")
    assert office.customers.search(owner, "").total == found.hits
    office.leave(owner)
    return found.hits


@pytest.mark.parametrize("spare", [20_000, 700_000])
def test_a_disk_that_fills_up_while_saving_loses_nothing(real: RealOffice, spare: int) -> None:
    size = max(path.stat().st_size for path in real.home.glob("office-*.db*"))
    with saver(real, str(size + spare)) as process:
        process.start()
        lines = process.rest()
    assert lines[-1] == "end\t0"
    saved = [line for line in lines if line.isdigit()]
    failure = next(line for line in lines if line.startswith("Disk")).split("\t")
    assert failure[0] in {"DiskFull", "DiskFailed"}
    assert "intact" in failure[2] or "still there" in failure[2]
    assert "space" in failure[3]
    assert lines[-3:-1] == [f"still found\t{len(saved)}", "saved again"]
    assert count_after_reopening(real, each=True) == len(saved) + 1


def test_a_kill_at_any_instant_leaves_the_old_or_the_new_state(real: RealOffice) -> None:
    """One office takes every kill, so that each start also meets what the kill before left behind."""
    lowest = 0
    with saver(real) as process:
        for kill in range(1, KILLS + 1):
            child = process.start()
            process.saved(2 + kill % 3)
            time.sleep(LONGEST_SAVE_MS / 1000 * kill / KILLS)
            os.kill(child, signal.SIGKILL)
            *told, end = process.rest()
            assert end == f"end\t-{signal.SIGKILL}"
            lowest += 2 + kill % 3 + sum(line.isdigit() for line in told)
            if kill % KILLS_BETWEEN_LOOKS == 0:
                now = count_after_reopening(real, each=kill == KILLS)
                assert lowest <= now <= lowest + KILLS_BETWEEN_LOOKS
                lowest = now
