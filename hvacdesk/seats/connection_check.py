"""Why a seat does or does not reach its office PC, part by part, in words to read out on the phone.

It names the office PC's computer and its addresses, and neither the office nor anybody who works there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta

from hvacdesk.domain.clock import CLOCKS_APART, Clock, office_time
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.self_check import Finding, Part, Verdict
from hvacdesk.domain.seats.seats import FalseOfficePc, Membership, NotValidNow, SeatNotKnown
from hvacdesk.domain.text.wording import Phrase, Words, phrase
from hvacdesk.seats.calls import ANSWER, NoAnswer
from hvacdesk.seats.line import Met
from hvacdesk.seats.link import SeatLink
from hvacdesk.seats.reaching import Reach, addresses_of, reach
from hvacdesk.seats.wire import UnreadableBody
from hvacdesk.services.seats.seat_pc import SeatPc

ALIKE = timedelta(seconds=2)
"""Nearer no comparison comes: the office PC tells whole seconds, and its answer takes a moment."""
SHUTS_OUT = timedelta(days=1)
"""Certificates begin to be valid a day before they are made; see ``vault/seats/certificates``."""

WAYS: dict[Reach, tuple[Verdict, Phrase]] = {
    Reach.REACHED: (Verdict.GOOD, phrase("SelfCheck", "{address} answers at port {port}.")),
    Reach.REFUSED: (
        Verdict.BAD,
        phrase(
            "SelfCheck",
            "{address} is there, but nothing takes connections at port {port}. Start hvacdesk at the office "
            "PC, and look under Settings, Other PCs, whether it is switched on there.",
        ),
    ),
    Reach.SILENT: (
        Verdict.BAD,
        phrase(
            "SelfCheck",
            "{address} does not answer at port {port}. The office PC is off or asleep, has another address "
            "now, or its firewall keeps this PC out. There, Windows must allow hvacdesk in private networks, "
            "and the office's network must be set as a private one.",
        ),
    ),
    Reach.NO_WAY: (
        Verdict.BAD,
        phrase(
            "SelfCheck",
            "This PC has no way to {address}: it is in no network, or in another one. Look at the cable or "
            "the Wi-Fi.",
        ),
    ),
}
"""What each way of knocking is judged and said to be."""


def look(seat_pc: SeatPc, version: str, clock: Clock, words: Words) -> tuple[Finding, ...]:
    """Look at everything between this PC and its office PC; it takes some seconds and changes nothing.

    Args:
        version: of this program.

    Raises:
        SeatsUnreadable: what this PC keeps of its office cannot be used.
    """
    known = seat_pc.membership
    ways = tuple(_ways(known))
    reached = any(way.verdict is Verdict.GOOD for way in ways)
    place = _place(known, Verdict.GOOD if reached else Verdict.NOT_SEEN)
    if not reached:
        not_seen = (Part.CERTIFICATE, Part.OFFICE_CLOCK, Part.OFFICE_VERSION, Part.SEAT)
        return (place, *ways, *(_not_seen(part) for part in not_seen))
    with closing(SeatLink(seat_pc, version, clock)) as link:
        return (place, *ways, *_behind_the_door(link, version, clock, words))


def _place(known: Membership, verdict: Verdict) -> Finding:
    """Where it is looked for: what this PC knows, which is good only once somebody answers there."""
    details = {"addresses": ", ".join(known.addresses), "port": str(known.port), "name": known.computer}
    text = phrase("SelfCheck", "{addresses}, port {port}")
    if known.computer:
        text = phrase("SelfCheck", "{name}: {addresses}, port {port}")
    return Finding(Part.OFFICE_PC, verdict, text, details)


def _ways(known: Membership) -> Iterator[Finding]:
    """One finding for each address until one answers: those that are known, then those of the name."""
    tried: set[str] = set()
    for address in known.addresses:
        tried.add(address)
        way = _way(address, known.port)
        yield way
        if way.verdict is Verdict.GOOD:
            return
    if known.computer:
        found = [one for one in addresses_of(known.computer) if one not in tried]
        if not found:
            text = phrase("SelfCheck", "The network knows no other address for the name {name}.")
            yield Finding(Part.WAY, Verdict.LOOK, text, {"name": known.computer})
        yield from (_way(one, known.port) for one in found)


def _way(address: str, port: int) -> Finding:
    verdict, text = WAYS[reach(address, port)]
    return Finding(Part.WAY, verdict, text, {"address": address, "port": str(port)})


def _not_seen(part: Part) -> Finding:
    text = phrase("SelfCheck", "The office PC has to be reached first.")
    return Finding(part, Verdict.NOT_SEEN, text)


def _behind_the_door(link: SeatLink, version: str, clock: Clock, words: Words) -> Iterator[Finding]:
    try:
        met = link.meet()
    except SeatNotKnown as error:
        yield _own_certificate()
        yield from (_not_seen(part) for part in (Part.OFFICE_CLOCK, Part.OFFICE_VERSION))
        yield _failed(Part.SEAT, error, words)
        return
    except (FalseOfficePc, NoAnswer) as error:
        yield _failed(Part.CERTIFICATE, error, words)
        if isinstance(error, NotValidNow):
            text = phrase("SelfCheck", "This PC says {here}. Compare it with the office PC.")
            yield Finding(Part.OFFICE_CLOCK, Verdict.LOOK, text, {"here": _minute(clock())})
        else:
            yield _not_seen(Part.OFFICE_CLOCK)
        yield from (_not_seen(part) for part in (Part.OFFICE_VERSION, Part.SEAT))
        return
    yield _own_certificate()
    yield _clocks(met, clock)
    yield _versions(met, version)
    yield _seat(met, words)


def _own_certificate() -> Finding:
    return Finding(Part.CERTIFICATE, Verdict.GOOD, phrase("SelfCheck", "It is your own office's."))


def _clocks(met: Met, clock: Clock) -> Finding:
    if met.clock is None:
        return Finding(
            Part.OFFICE_CLOCK, Verdict.NOT_SEEN, phrase("SelfCheck", "The office PC does not tell its time.")
        )
    here = clock()
    apart = abs(here - met.clock)
    if apart < ALIKE:
        text = phrase("SelfCheck", "They are alike, to within {seconds} seconds.")
        return Finding(Part.OFFICE_CLOCK, Verdict.GOOD, text, {"seconds": round(ALIKE.total_seconds())})
    if apart <= CLOCKS_APART:
        text = phrase("SelfCheck", "They differ by {seconds} seconds.")
        return Finding(Part.OFFICE_CLOCK, Verdict.GOOD, text, {"seconds": round(apart.total_seconds())})
    text = phrase("SelfCheck", "The office PC says {there}, this PC {here}: set the one that is wrong.")
    moments = {"there": _minute(met.clock), "here": _minute(here)}
    return Finding(Part.OFFICE_CLOCK, Verdict.BAD if apart >= SHUTS_OUT else Verdict.LOOK, text, moments)


def _versions(met: Met, version: str) -> Finding:
    if met.version == version:
        text = phrase("SelfCheck", "Both have version {version}.")
        return Finding(Part.OFFICE_VERSION, Verdict.GOOD, text, {"version": version})
    text = phrase("SelfCheck", "This PC has version {here}, the office PC {there}: both need the same.")
    return Finding(Part.OFFICE_VERSION, Verdict.BAD, text, {"here": version, "there": met.version})


def _seat(met: Met, words: Words) -> Finding:
    try:
        answer = ANSWER.unpack(met.answer)
    except UnreadableBody:
        return Finding(
            Part.SEAT, Verdict.NOT_SEEN, phrase("SelfCheck", "The same version is needed to see it.")
        )
    if answer.failure is not None:
        return _failed(Part.SEAT, answer.failure, words)
    return Finding(Part.SEAT, Verdict.GOOD, phrase("SelfCheck", "It may work in the office."))


def _minute(moment: datetime) -> str:
    return f"{office_time(moment):%Y-%m-%d %H:%M}"


def _failed(part: Part, error: UserFacingError, words: Words) -> Finding:
    what, safe, todo = error.sentences(words)
    text = phrase("SelfCheck", "{what} {safe} {todo}")
    return Finding(part, Verdict.BAD, text, {"what": what, "safe": safe, "todo": todo})
