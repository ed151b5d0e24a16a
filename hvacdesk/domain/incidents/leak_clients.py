"""The client contractors 元請 whose data an incident concerns: each is told before anybody else outside.

Source: the contract with the client (秘密保持・個人情報の取扱い); 個人情報保護法 26条1項ただし書 and 2項: an
entrusted firm that has told its client need neither report nor tell the people itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hvacdesk.domain.clock import day_begins, moment_of, office_day, office_time, stamp
from hvacdesk.domain.partners.partners import ClientTerms, firm_key


@dataclass(frozen=True)
class LeakClient:
    """A client contractor that hears of an incident first.

    Attributes:
        client: the firm, as the jobs name it.
        until: the stamp of the moment by which it has to know.
        hours: within how many hours by the contract; None where it is at once.
        contact: whom to call there, with the phone.
        told_on: ISO date on which it was told; empty while it was not.
    """

    client: str
    until: str
    hours: int | None = None
    contact: str = ""
    told_on: str = ""

    @property
    def due(self) -> date:
        """The last day for it, in the office."""
        return office_day(moment_of(self.until))

    @property
    def last_moment(self) -> str:
        """The moment by which it has to know as the office's clock shows it, an ISO date with a time."""
        return f"{office_time(moment_of(self.until)):%Y-%m-%d %H:%M}"


def clients_to_tell(
    by_jobs: Iterable[tuple[str, ClientTerms]],
    named: str,
    told: Mapping[str, str],
    known_on: str,
    reported_at: str,
) -> tuple[LeakClient, ...]:
    """Who hears of an incident first, each firm once.

    Args:
        by_jobs: the firms of the jobs concerned with what was agreed with each.
        named: a firm that the person responsible named; may be empty.
        told: the days on which firms were told, by :func:`firm_key`.
        known_on: ISO date on which the office came to know of it.
        reported_at: stamp of the report, at which the hours begin if it was on that day.
    """
    terms = {firm_key(firm): (firm, agreed) for firm, agreed in by_jobs}
    if named and firm_key(named) not in terms:
        terms[firm_key(named)] = (named, ClientTerms())
    known = _known(known_on, reported_at)
    return tuple(
        LeakClient(
            firm,
            stamp(known + timedelta(hours=agreed.leak_hours or 0)),
            agreed.leak_hours,
            agreed.leak_contact,
            told.get(key, ""),
        )
        for key, (firm, agreed) in terms.items()
    )


def _known(known_on: str, reported_at: str) -> datetime:
    """The moment from which the hours run: of the report, or of the beginning of an earlier day."""
    moment = moment_of(reported_at)
    if not known_on or known_on >= office_day(moment).isoformat():
        return moment
    return day_begins(date.fromisoformat(known_on))
