"""Our pages are purged from a real scheduler, under the policy that CUPS comes with, once it is out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.demo import printer as tour_printer
from hvacdesk.demo.printer import TourPrinter
from hvacdesk.ui import background
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.printing import cups as door
from hvacdesk.ui.printing.printers import Taken
from hvacdesk.ui.printing.spool import Spool, Swept, spool, sweep
from hvacdesk.ui.tour import hands
from tests.helpers import cups
from tests.helpers.cups import CupsPrinter
from tests.helpers.paper import read_text
from tests.helpers.sabotage import replaced

pytestmark = pytest.mark.linux("prints through CUPS")
PATIENCE_MS = 20_000


@pytest.fixture(scope="module")
def scheduler() -> Iterator[CupsPrinter]:
    socket = cups.new_socket()
    with pytest.MonkeyPatch.context() as patching:
        patching.setenv(cups.SERVER, str(socket))
        try:
            with cups.running_printer(socket, installed_policy=True) as running:
                yield running
        except cups.NotRoot as reason:
            pytest.skip(str(reason))


@pytest.fixture
def printer(scheduler: CupsPrinter, monkeypatch: pytest.MonkeyPatch) -> CupsPrinter:
    monkeypatch.setenv(cups.SERVER, str(scheduler.socket))
    scheduler.clear()
    monkeypatch.setenv("CUPS_USER", "clerk")
    return scheduler


@pytest.fixture
def pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    drawn = Canvas("page.pdf")
    drawn.drawString(100, 700, "WORK ORDER")
    return bytes(drawn.getpdfdata())


def submit(printer: CupsPrinter, pdf: bytes) -> str:
    return door.submit(pdf, ["-d", printer.name, "-t", "Work orders"])


def test_a_finished_job_leaves_its_pages_and_the_purge_removes_them(printer: CupsPrinter, pdf: bytes) -> None:
    job = submit(printer, pdf)
    (paper,) = printer.printed()
    assert "WORK ORDER" in read_text(paper)
    assert len(printer.kept_pages()) == 1, "CUPS keeps pages by default, or there is nothing to purge"
    assert sweep([job]) == Swept((), ())
    assert printer.kept_pages() == []


def test_a_job_that_waits_for_paper_is_left_alone(printer: CupsPrinter, pdf: bytes) -> None:
    printer.disable()
    job = submit(printer, pdf)
    assert sweep([job]) == Swept((job,), ())
    printer.enable()
    assert len(printer.printed()) == 1
    assert sweep([job]) == Swept((), ())
    assert printer.kept_pages() == []


def test_a_job_that_comes_to_nothing_is_told_from_one_that_went_well(
    printer: CupsPrinter, pdf: bytes
) -> None:
    good = submit(printer, pdf)
    printer.printed()
    bad = submit(printer, b"%PDF-1.4\nno pages\n%%EOF")
    cups.wait_until(lambda: bad in door.failed(), lambda: "the job is still under way")
    assert sweep([good, bad]) == Swept((), (), (bad,))
    assert printer.jobs("not-completed") == [], "it could be let go and print copies that were struck"
    assert printer.kept_pages() == []


def test_a_job_that_somebody_cancels_at_the_queue_came_to_nothing(printer: CupsPrinter, pdf: bytes) -> None:
    printer.disable()
    job = submit(printer, pdf)
    printer.cancel(job)
    assert sweep([job]) == Swept((), (), (job,))


def test_a_job_of_somebody_else_is_refused(
    printer: CupsPrinter, pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = submit(printer, pdf)
    printer.printed()
    monkeypatch.setenv("CUPS_USER", "somebody-else")
    assert sweep([job]) == Swept((), (job,))
    assert len(printer.kept_pages()) == 1


def test_a_job_that_is_gone_is_done(printer: CupsPrinter, pdf: bytes) -> None:
    job = submit(printer, pdf)
    printer.printed()
    assert door.purge(job)
    assert sweep([job]) == Swept((), ())


def test_a_scheduler_that_does_not_answer_is_asked_again_later(
    printer: CupsPrinter, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(cups.SERVER, str(tmp_path / "nobody.sock"))
    assert sweep([f"{printer.name}-1"]) == Swept((f"{printer.name}-1",), ())
    with pytest.raises(door.Unreachable):
        door.submit(b"%PDF", ["-d", printer.name])


class TestFollowing:
    """The list of jobs, over the same scheduler."""

    def look(self, qtbot: QtBot, spool: Spool) -> None:
        spool.look()
        qtbot.waitUntil(background.idle, timeout=PATIENCE_MS)

    def test_jobs_are_followed_until_they_are_out(
        self, printer: CupsPrinter, pdf: bytes, qtbot: QtBot
    ) -> None:
        spool = Spool()
        printer.disable()
        spool.add(submit(printer, pdf))
        assert spool.timer.isActive()
        self.look(qtbot, spool)
        assert len(spool.jobs) == 1
        assert spool.timer.interval() > 2_000, "it looks less and less often"
        printer.enable()
        printer.printed()
        self.look(qtbot, spool)
        assert spool.jobs == ()
        assert printer.kept_pages() == []
        assert not spool.refuses

    def test_a_refusal_is_told_once(
        self, printer: CupsPrinter, pdf: bytes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        spool, told = Spool(), []
        spool.refused.connect(lambda: told.append(True))
        for _ in range(2):
            monkeypatch.setenv("CUPS_USER", "clerk")
            spool.add(submit(printer, pdf))
            printer.printed()
            monkeypatch.setenv("CUPS_USER", "somebody-else")
            self.look(qtbot, spool)
        assert told == [True]
        assert spool.refuses
        assert spool.jobs == ()

    def test_the_next_run_goes_on_with_what_was_left(
        self, printer: CupsPrinter, pdf: bytes, qtbot: QtBot, tmp_path: Path
    ) -> None:
        first = Spool()
        first.remember_in(Preferences(tmp_path))
        printer.disable()
        first.add(submit(printer, pdf))
        first.last_look()
        assert not first.timer.isActive()
        printer.enable()
        printer.printed()
        second = Spool()
        second.remember_in(Preferences(tmp_path))
        assert second.jobs == first.jobs
        self.look(qtbot, second)
        assert printer.kept_pages() == []
        assert Preferences(tmp_path).print_jobs == ()


class TestTour:
    """The tour's printer, over the same scheduler."""

    @pytest.fixture
    def handed_over(self, printer: CupsPrinter) -> Iterator[TourPrinter]:
        def print_pdf(pdf: bytes, _printer: object, document: str) -> Taken:
            return Taken(door.submit(pdf, ["-d", printer.name, "-t", document]))

        # Asked for a printer, Qt would stay with this file's scheduler for as long as the process lives.
        with (
            replaced(tour_printer, "print_pdf", print_pdf),
            replaced(tour_printer, "named_printer", lambda name: name),
        ):
            yield TourPrinter(printer.name)

    def test_its_pages_come_out_and_leave_the_queue(
        self, printer: CupsPrinter, pdf: bytes, qtbot: QtBot, handed_over: TourPrinter
    ) -> None:
        handed_over.print(pdf, "J2026-0001")
        handed_over.clear()
        assert len(printer.printed()) == 1
        assert printer.kept_pages() == []
        assert (printer.jobs("not-completed"), printer.jobs("completed")) == ([], [])

    def test_what_a_printer_does_not_take_is_cancelled_with_its_pages(
        self, printer: CupsPrinter, pdf: bytes, qtbot: QtBot, handed_over: TourPrinter
    ) -> None:
        printer.disable()
        handed_over.print(pdf, "J2026-0001")
        assert len(printer.jobs("not-completed")) == 1
        with replaced(hands, "PATIENCE_SECONDS", 0):
            handed_over.clear()
        printer.enable()
        assert printer.kept_pages() == []
        assert (printer.jobs("not-completed"), spool.jobs) == ([], ())
