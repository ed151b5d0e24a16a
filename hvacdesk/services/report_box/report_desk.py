"""The report box as it is used before anybody logs in: write, come back with the receipt, add.

Nothing of it touches the database, the audit log, drafts or preferences, and no name of a user is known here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hvacdesk.domain.clock import Clock, office_day
from hvacdesk.domain.report_box.report_box import (
    Author,
    BoxReader,
    Message,
    Named,
    Report,
    ReportCategory,
    week_of,
)
from hvacdesk.domain.report_box.report_box_input import (
    NoReader,
    clean_addition,
    clean_contact,
    clean_receipt,
    clean_report,
)
from hvacdesk.domain.report_box.report_box_rules import BoxRules, parse_box_rules
from hvacdesk.resource_files import resource

if TYPE_CHECKING:
    from hvacdesk.vault.office import SealedOffice
    from hvacdesk.vault.report_box.report_box_case import OpenCase

Told = Callable[[int, int], None]
"""Hears how many pieces of work are done, and of how many."""


def box_rules() -> BoxRules:
    """The shipped periods and outside desks."""
    return parse_box_rules(resource("legal", "report_box.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class OpenedReport:
    """A report that its receipt opened, as long as its writer looks at it.

    Attributes:
        lost: those of its readers who cannot open it any more.
        listed: whom a report can be sealed to now.
    """

    report: Report
    case: OpenCase
    lost: tuple[Named, ...] = ()
    listed: tuple[BoxReader, ...] = ()

    @property
    def orphaned(self) -> bool:
        """Whether nobody can open it any more."""
        return len(self.lost) == len(self.report.readers)


class ReportDesk:
    """The box in front of the login.

    Args:
        sealed: the office, opened with the device secret alone.
        clock: the present moment; of it only the week is kept.
    """

    def __init__(self, sealed: SealedOffice, clock: Clock) -> None:
        self._sealed = sealed
        self._box = sealed.report_box(lambda: clock().timestamp())
        self._clock = clock

    def readers(self) -> tuple[BoxReader, ...]:
        """Whom a report can be sealed to. Raises the key file's errors."""
        return self._box.readers()

    def send(
        self,
        category: ReportCategory,
        text: str,
        contact: str,
        accounts: Collection[str],
        told: Told = lambda _done, _total: None,
    ) -> str:
        """Seal a report to the chosen readers; returns the receipt's sixteen digits, which are kept nowhere.

        Returns once the report is on the disk. While the regular writes go on that is the next one of them.

        Args:
            told: hears how far the sealing is, if the box is so full that it takes long.

        Raises:
            InvalidInput: text, contact or readers.
            UserFacingError: the box; nothing was sent.
        """
        tidy, reach = clean_report(text), clean_contact(contact)
        chosen, left_out = self._chosen(accounts)
        return self._box.send(Report(category, reach, (self._message(tidy),), chosen, left_out), told)

    def begin_visit(self) -> None:
        """Somebody comes with a receipt: what was typed wrong before them neither slows them nor shows."""
        self._box.begin_visit()

    def open(self, receipt: str) -> OpenedReport:
        """The report of a receipt.

        Raises:
            ReceiptMistyped, ReceiptUnknown, TooManyTries: the receipt.
            UserFacingError: the box.
        """
        return self._opened(self._box.open(clean_receipt(receipt)))

    def add(self, opened: OpenedReport, text: str) -> OpenedReport:
        """Write more to a report that its receipt opened.

        Raises:
            InvalidInput: the text.
            UserFacingError: the box; nothing was added.
        """
        message = self._message(clean_addition(text))
        return self._opened(self._box.add(opened.case, lambda report: report.with_message(message)))

    def send_again(self, opened: OpenedReport, text: str, accounts: Collection[str]) -> OpenedReport:
        """Seal a report that nobody can open any more to others; the receipt stays the same.

        Args:
            text: what is added to it; may be empty.

        Raises:
            InvalidInput: text or readers.
            StillReadable: somebody can open it after all.
            UserFacingError: the box; nothing was changed.
        """
        added = (self._message(clean_addition(text)),) if text.strip() else ()
        chosen, left_out = self._chosen(accounts)

        def edit(report: Report) -> Report:
            anew = report.sealed_again(chosen, left_out)
            return replace(anew, messages=(*anew.messages, *added))

        return self._opened(self._box.send_again(opened.case, edit))

    def look(self) -> None:
        """See that the box can be reached, without writing anything. Raises the box's errors."""
        self._box.look()

    def look_for_room(self) -> None:
        """See that it takes another report, before one is written. Raises the box's errors."""
        self._box.look_for_room()

    def refresh(self) -> None:
        """Rewrite the box with what it holds, so that a write says nothing about a report.

        For every start, login and end. Raises the box's errors.
        """
        self._box.refresh()

    def begin_rounds(self) -> None:
        """The login window is open, and :meth:`turn` is called regularly from now on.

        What is sent or added goes out with one of these writes and makes none of its own.
        """
        self._box.begin_rounds()

    def turn(self) -> None:
        """One of the regular writes. Raises the box's errors."""
        self._box.turn()

    def end_rounds(self) -> None:
        """The login window closes; one last write includes what waits. Raises the box's errors."""
        self._box.end_rounds()

    def _chosen(self, accounts: Collection[str]) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
        """Those of the readers who are chosen, and those who are left out."""
        listed = self.readers()
        chosen = tuple(one.named() for one in listed if one.account in accounts)
        if not chosen:
            raise NoReader("readers")
        return chosen, tuple(one.named() for one in listed if one.account not in accounts)

    def _opened(self, case: OpenCase) -> OpenedReport:
        listed = self.readers()
        return OpenedReport(case.report, case, case.report.lost_to(listed), listed)

    def _message(self, text: str) -> Message:
        return Message(Author.REPORTER, text, week_of(office_day(self._clock())))
