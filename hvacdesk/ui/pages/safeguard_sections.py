"""The sections of the safeguards page, in the order in which they are shown, and who may see which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.services.partners.partners import READERS
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.visible_to import VisibleTo
from hvacdesk.ui.widgets.section import Section

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office


class Group(Enum):
    """What a section is for; its value is the heading over those of its kind."""

    DEALINGS = phrase("Safeguards", "Customers and firms")
    CHECKS = phrase("Safeguards", "Checks")
    RECORDS = phrase("Safeguards", "Records")


def _nothing_waits(_office: Office, _actor: Actor) -> int:
    return 0


@dataclass(frozen=True)
class SectionEntry(VisibleTo):
    """One line of the overview.

    Attributes:
        name: what ``navigate("safeguards", section=NAME)`` calls the section.
        about: what is done there, in a sentence.
        needs: any one of these permissions shows the section; empty shows it to everybody.
        build: imports and makes the section when it is first opened.
        waiting: how many things wait there for the actor; read on a worker thread.
    """

    name: str
    group: Group
    title: Phrase
    about: Phrase
    needs: frozenset[Permission]
    build: Callable[[DeskContext], Section]
    waiting: Callable[[Office, Actor], int] = _nothing_waits


def _partners(context: DeskContext) -> Section:
    from hvacdesk.ui.partners.partners_view import PartnersView

    return PartnersView(context)


def _partners_waiting(office: Office, actor: Actor) -> int:
    sources = (office.partners.duties, office.handovers.duties, office.client_data.duties)
    today = office.today()
    return sum(duty.overdue(today) for source in sources for duty in source(actor))


def _duties(context: DeskContext) -> Section:
    from hvacdesk.ui.oversight.duties_view import DutiesView

    return DutiesView(context)


def _leaks(context: DeskContext) -> Section:
    from hvacdesk.ui.incidents.leaks_view import LeaksView

    return LeaksView(context)


def _requests(context: DeskContext) -> Section:
    from hvacdesk.ui.requests.requests_view import RequestsView

    return RequestsView(context)


def _notice(context: DeskContext) -> Section:
    from hvacdesk.ui.requests.notice_view import NoticeView

    return NoticeView(context)


def _requests_waiting(office: Office, actor: Actor) -> int:
    return office.requests.waiting(actor)


def _access(context: DeskContext) -> Section:
    from hvacdesk.ui.oversight.access_view import AccessView

    return AccessView(context)


def _reports(context: DeskContext) -> Section:
    from hvacdesk.ui.report_box.reports_section import ReportsSection

    return ReportsSection(context)


def _audit(context: DeskContext) -> Section:
    from hvacdesk.ui.oversight.audit_view import AuditView

    return AuditView(context)


def _ledger(context: DeskContext) -> Section:
    from hvacdesk.ui.disposal.ledger_view import LedgerView

    return LedgerView(context)


def _media(context: DeskContext) -> Section:
    from hvacdesk.ui.disposal.media_view import MediaView

    return MediaView(context)


_RECORDS = frozenset({Permission.READ_AUDIT})

SECTIONS: tuple[SectionEntry, ...] = (
    SectionEntry(
        "requests",
        Group.DEALINGS,
        phrase("Safeguards", "Customers' requests"),
        phrase(
            "Safeguards",
            "Disclosure, correction, suspension, no more provision, and erasure, answered within two weeks.",
        ),
        frozenset({Permission.KEEP_REQUESTS}),
        _requests,
        _requests_waiting,
    ),
    SectionEntry(
        "notice",
        Group.DEALINGS,
        phrase("Safeguards", "Purposes notice"),
        phrase("Safeguards", "What the office tells customers about their data, version by version."),
        frozenset({Permission.KEEP_REQUESTS}),
        _notice,
    ),
    SectionEntry(
        "partners",
        Group.DEALINGS,
        phrase("Safeguards", "Partner firms"),
        phrase("Safeguards", "Contracts and checks, what was handed over, and whether it came back."),
        frozenset(READERS),
        _partners,
        _partners_waiting,
    ),
    SectionEntry(
        "duties",
        Group.CHECKS,
        phrase("Safeguards", "Calendar of duties"),
        phrase("Safeguards", "Everything with a day on which it is due, one click from the work."),
        frozenset(),
        _duties,
        lambda office, actor: office.duties.overdue(actor),
    ),
    SectionEntry(
        "leaks",
        Group.CHECKS,
        phrase("Safeguards", "Leak desk"),
        phrase(
            "Safeguards", "What went wrong, whom it concerns, by when it is reported, and what prevents it."
        ),
        frozenset({Permission.HANDLE_INCIDENTS}),
        _leaks,
        lambda office, actor: office.incidents.waiting(actor),
    ),
    SectionEntry(
        "access",
        Group.CHECKS,
        phrase("Safeguards", "Access review"),
        phrase("Safeguards", "Who looked at whose data in a month, what of it is unusual, and who signed."),
        _RECORDS,
        _access,
        lambda office, actor: office.access_review.waiting(actor),
    ),
    SectionEntry(
        "reports",
        Group.CHECKS,
        phrase("Safeguards", "Report box"),
        phrase("Safeguards", "Reports in confidence that are sealed to you."),
        frozenset({Permission.READ_REPORTS}),
        _reports,
        lambda office, actor: office.reports.waiting(actor),
    ),
    SectionEntry(
        "audit",
        Group.RECORDS,
        phrase("Safeguards", "Audit log"),
        phrase("Safeguards", "Who did what and when, in a chain that shows a missing entry."),
        _RECORDS,
        _audit,
    ),
    SectionEntry(
        "ledger",
        Group.RECORDS,
        phrase("Safeguards", "Disposal ledger"),
        phrase("Safeguards", "What was destroyed, by which rule, and who approved it."),
        _RECORDS,
        _ledger,
    ),
    SectionEntry(
        "media",
        Group.RECORDS,
        phrase("Safeguards", "Storage media"),
        phrase("Safeguards", "Sticks, disks and computers, and how each was sanitized."),
        _RECORDS,
        _media,
    ),
)


def sections_for(actor: Actor) -> tuple[SectionEntry, ...]:
    """The sections that the actor's roles show, in order."""
    return tuple(entry for entry in SECTIONS if entry.visible_to(actor))


SAFEGUARDS_NEED: frozenset[Permission] = (
    frozenset().union(*(entry.needs for entry in SECTIONS))
    if all(entry.needs for entry in SECTIONS)
    else frozenset()
)
"""Any one of these permissions shows the page: anyone who sees a section sees it."""
