"""The list of seats as an owner sees it at the office PC, and what they do to it.

Whatever changes who can connect is in the log.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hvacdesk.domain.billing.open_items import BillingFile
from hvacdesk.domain.errors import Missing
from hvacdesk.domain.office.updates import UpdateFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.seats.seats import Seat, SeatState, SeatStopNotKept
from hvacdesk.domain.text.input_checks import clean_line
from hvacdesk.services.office.updates import Progress
from hvacdesk.services.permissions import needs
from hvacdesk.services.seats.invitation import WaitingSeat
from hvacdesk.services.seats.login_start import login_start
from hvacdesk.services.seats.office_pc import OfficePc
from hvacdesk.services.seats.private_addresses import require_private
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.office.office import drop_drafts_at_seat

LONGEST_SEAT_NAME = 40

_ACTIONS = {
    SeatState.ACTIVE: Action.SEAT_UNLOCKED,
    SeatState.LOCKED: Action.SEAT_LOCKED,
    SeatState.REVOKED: Action.SEAT_REVOKED,
}


class SeatList:
    """The seats of an open office, in an owner's login.

    Args:
        office_pc: what lets seats in, with this login or without.
    """

    def __init__(self, workplace: Workplace, office_pc: OfficePc) -> None:
        self._workplace = workplace
        self._office_pc = office_pc

    @needs(Permission.MANAGE_ACCOUNTS)
    def set_up(self, actor: Actor) -> None:
        """Make what seats and office PC know each other by; seats that had joined have to join again.

        Raises:
            UserFacingError: key store or folder; what was made does not count.
        """
        self._office_pc.set_up(self._workplace.vault.seats)
        self._record(actor, Action.SEATS_SET_UP)

    @needs(Permission.MANAGE_ACCOUNTS)
    def listen_at(self, actor: Actor, addresses: tuple[str, ...], port: int) -> None:
        """Choose at which addresses of this PC seats find it, from the next start of the server on.

        Raises:
            AddressNotPrivate: one is not of a private network; nothing was changed.
        """
        # Nothing shown is asked for: this is chosen at the office PC alone, among its addresses of now.
        for address in addresses:
            require_private(address)
        self._office_pc.book.listen_at(addresses, port)
        with self._workplace.transaction() as session:
            action = Action.SEATS_SWITCHED_ON if addresses else Action.SEATS_SWITCHED_OFF
            self._workplace.record(session, actor, action, addresses=len(addresses), port=port)

    @needs(Permission.MANAGE_ACCOUNTS)
    def seats(self, actor: Actor) -> tuple[Seat, ...]:
        """Every seat that joined, removed ones among them. Raises :class:`SeatsUnreadable`."""
        return self._office_pc.book.seats

    @needs(Permission.MANAGE_ACCOUNTS)
    def invite(self, actor: Actor, address: str, port: int, also: tuple[str, ...] = ()) -> str:
        """Let one PC join, as long as its code counts; the code to show.

        Args:
            address, port: where the PC finds this one.
            also: its further addresses.

        Raises:
            AddressNotPrivate: it is no address of a private network.
            SeatsUnreadable: the connection has to be set up first, or again.
        """
        code = self._office_pc.invite(address, port, also)
        self._record(actor, Action.SEAT_INVITED)
        return code.text()

    @needs(Permission.MANAGE_ACCOUNTS)
    def waiting(self, actor: Actor) -> WaitingSeat | None:
        """The PC that typed the code, with the words to compare; None before that."""
        invitation = self._office_pc.invitation
        return None if invitation is None else invitation.waiting

    @needs(Permission.MANAGE_ACCOUNTS)
    def confirm(self, actor: Actor, name: str) -> Seat:
        """Take the PC that waits in.

        Raises:
            NobodyJoins: it no longer waits; as :class:`JoiningPcLeft` where it went away.
            AuthorityLocked: the connection has to be set up again.
            InvalidInput: no name, or one that cannot be used.
        """
        checked = _checked(name)
        office_name = self._workplace.vault.office_name
        return self._office_pc.confirm(
            self._workplace.vault.seats,
            office_name,
            checked,
            lambda seat: self._record(actor, Action.SEAT_JOINED, seat.seat),
        )

    @needs(Permission.MANAGE_ACCOUNTS)
    def take_back(self, actor: Actor, seat: str) -> None:
        """Remove a PC that was confirmed and never came; one that came after all stays.

        Raises:
            SeatStopNotKept, UserFacingError: as :meth:`set_state`.
        """
        self._stop_and_record(lambda: self._office_pc.take_back(seat), actor, Action.SEAT_REVOKED, seat)

    @needs(Permission.MANAGE_ACCOUNTS)
    def give_up(self, actor: Actor) -> None:
        """Let no PC join after all, the one that waits among them."""
        invitation = self._office_pc.invitation
        if invitation is not None:
            invitation.turn_down()
            self._record(actor, Action.SEAT_INVITATION_ENDED)

    @needs(Permission.MANAGE_ACCOUNTS)
    def set_name(self, actor: Actor, seat: str, name: str, shown: str) -> None:
        """Call a seat otherwise.

        Args:
            shown: the name that the person saw.

        Raises:
            ChangedMeanwhile: somebody else called it otherwise since.
            SeatNotKnown: there is no such seat.
            InvalidInput: the name.
        """
        self._office_pc.book.set_name(seat, _checked(name), shown)
        self._record(actor, Action.SEAT_RENAMED, seat)

    @needs(Permission.MANAGE_ACCOUNTS)
    def set_state(self, actor: Actor, seat: str, state: SeatState) -> None:
        """Lock a seat, unlock it, or revoke it for good; what a stopped one has open ends at once.

        Raises:
            SeatNotKnown: there is none, or it was revoked before.
            SeatStopNotKept: it counts until the program ends, which goes on trying to write it.
            UserFacingError: it could not be logged; or a seat that was to work again does not.
        """

        def turn() -> bool:
            self._office_pc.set_state(seat, state)
            return True

        self._stop_and_record(turn, actor, _ACTIONS[state], seat)

    @needs(Permission.MANAGE_ACCOUNTS)
    def sign_what_is_due(self, actor: Actor) -> None:
        """Renew certificates for which it is time; to be called at each owner's login.

        Raises:
            AuthorityLocked: the connection has to be set up again.
            UserFacingError: key store or folder; the former certificates count.
        """
        for seat in self._office_pc.sign_what_is_due(self._workplace.vault.seats):
            self._record(actor, Action.SEAT_CERTIFICATE_RENEWED, seat)

    @needs(Permission.MANAGE_ACCOUNTS)
    def keep_installer(self, actor: Actor, path: Path, progress: Progress) -> UpdateFacts:
        """Keep an update file here, so that seats of an older version can get their installer.

        Raises:
            UpdateDamaged, UpdateNotSigned: it is not the publisher's, or not whole.
            UpdateNotSaved: there is no room for it.
        """
        return self._office_pc.keep_installer(path, progress)

    @needs(Permission.MANAGE_ACCOUNTS)
    def kept_installers(self, actor: Actor) -> tuple[UpdateFacts, ...]:
        """The update files that are kept for seats."""
        return self._office_pc.kept_installers

    @needs(Permission.MANAGE_ACCOUNTS)
    def starts_with_login(self, actor: Actor) -> bool | None:
        """Whether serving begins with the computer's login; None where this system knows no such thing."""
        start = login_start(self._office_pc.home)
        return None if start is None else start.is_on

    @needs(Permission.MANAGE_ACCOUNTS)
    def start_with_login(self, actor: Actor, wanted: bool) -> None:
        """Have serving begin with the computer's login, or no more.

        Raises:
            UserFacingError: the login's own folder of settings cannot be written; it is as before.
        """
        start = login_start(self._office_pc.home)
        if start is not None:
            start.switch(on=wanted)

    def _stop_and_record(self, stop: Callable[[], bool], actor: Actor, action: Action, seat: str) -> None:
        """Log what was done, if anything was: also a stop that counts and could not be kept."""
        not_kept, done = None, True
        try:
            done = stop()
        except SeatStopNotKept as error:
            not_kept = error
        if done:
            self._record(actor, action, seat)
        if not_kept is not None:
            raise not_kept

    def _record(self, actor: Actor, action: Action, seat: str = "") -> None:
        with self._workplace.transaction() as session:
            self._workplace.record(session, actor, action, f"seat:{seat}" if seat else "")
            if action is Action.SEAT_REVOKED:  # the files that somebody has in hand there are there alone
                drop_drafts_at_seat(session, tuple(BillingFile), seat)


def _checked(name: str) -> str:
    checked = clean_line("name", name, limit=LONGEST_SEAT_NAME)
    if not checked:
        raise Missing("name")
    return checked
