"""The printer of the tour: pages are sent as the windows do it, and none stays in the print queue."""

from __future__ import annotations

from contextlib import suppress

from hvacdesk.ui.printing.printers import named_printer, print_pdf
from hvacdesk.ui.printing.spool import spool
from hvacdesk.ui.tour.hands import Stuck, wait_for


class TourPrinter:
    """A printer that the system knows by name."""

    def __init__(self, name: str) -> None:
        self._name = name

    def print(self, pdf: bytes, document: str) -> None:
        """Hand pages over, and follow them until they are out.

        Raises :class:`PrinterGone`, :class:`PrinterStopped`.
        """
        taken = print_pdf(pdf, named_printer(self._name), document)
        if taken is not None:
            spool.add(taken.job)

    def clear(self) -> None:
        """Purge what is out; what has not come out after a while, as on a printer that is off, is cancelled.

        The sample office is deleted with its list of jobs, so nobody would look at the queue again.
        """
        with suppress(Stuck):
            wait_for(_is_out, "the printer")
        spool.give_up()


def _is_out() -> bool:
    spool.last_look()
    return not spool.jobs
