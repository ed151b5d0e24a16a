"""One PC may join: from the moment that an owner has a code shown until they confirm who typed it."""

from __future__ import annotations

import secrets
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import RLock

from hvacdesk.domain.clock import Clock
from hvacdesk.domain.seats.seats import JoiningPcLeft, NobodyJoins, PairingRefused, PairingTurnedDown
from hvacdesk.vault.ciphers import NotOpened
from hvacdesk.vault.seats import certificates, pairing
from hvacdesk.vault.seats.pairing import PairingCode

OPEN_FOR = timedelta(minutes=10)
"""For a PC to ask; texts and help pages name these minutes."""
CONFIRMED_WITHIN = timedelta(minutes=10)
"""After the PC asked."""
TRIES = 5
"""Wrong codes from one address, after which nobody there is listened to."""
MOST_TRIES = 100
"""Wrong codes at all: of the code's 80 random bits that leaves nothing to be guessed."""

UNHEARD_SECONDS = 6.0
"""So long nothing is heard of a PC, which asks every second while it waits, until it counts as gone."""
ARRIVES_SECONDS = 20.0
"""So long a PC that was confirmed has to keep what it got and come with it."""


@dataclass(frozen=True)
class WaitingSeat:
    """A PC that proved to have the code, and waits to be confirmed.

    Attributes:
        words: the same as on its screen, if it is the one in sight.
        address: from which it came.
        version: of its program, as it says.
    """

    words: tuple[str, ...]
    address: str
    version: str


@dataclass(frozen=True)
class JoinAnswer:
    """What the office PC answers to a PC that asked.

    Attributes:
        number: drawn after the PC asked, for the words.
        proof: that it is the office PC.
    """

    number: bytes
    proof: bytes


@dataclass(frozen=True)
class Joined:
    """What a PC gets when the owner confirmed it."""

    seat: str
    seat_name: str
    office_id: str
    office_name: str
    certificate: bytes = field(repr=False)
    authority: bytes = field(repr=False)


@dataclass
class _Asked:
    request: bytes
    public: bytes
    number: bytes
    waiting: WaitingSeat


class SeatInvitation:
    """An invitation that is open, used or over. Thread-safe.

    Args:
        certificate: the SHA-256 of the office PC's certificate.
        ticks: seconds that only go forward.
    """

    def __init__(
        self,
        code: PairingCode,
        certificate: bytes,
        clock: Clock,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self.code = code
        self._certificate = certificate
        self._clock = clock
        self._ticks = ticks
        self._heard = 0.0
        self._until: datetime = clock() + OPEN_FOR
        self._tries: Counter[str] = Counter()
        self._asked: _Asked | None = None
        self._joined: Joined | None = None
        self._arrived = False
        self._withdrawn = False
        self._over = False
        self._turned_down = False
        self._lock = RLock()

    @property
    def is_open(self) -> bool:
        """Whether it counts still: a PC may ask, or the one that was confirmed comes for what it got."""
        return not self._over and self._clock() < self._until and not self.has_left

    @property
    def has_arrived(self) -> bool:
        """Whether the PC that was confirmed came as a seat."""
        return self._arrived

    @property
    def has_left(self) -> bool:
        """Whether the PC that asked is there no longer, before it came as a seat."""
        with self._lock:
            if self._asked is None or self._arrived:
                return False
            patience = UNHEARD_SECONDS if self._joined is None else ARRIVES_SECONDS
            return self._withdrawn or self._ticks() - self._heard > patience

    @property
    def has_run_out(self) -> bool:
        """Whether its time passed before anything else ended it."""
        return not self._over and self._clock() >= self._until

    @property
    def until(self) -> datetime:
        """When it ends by itself."""
        return self._until

    @property
    def wrong_tries(self) -> int:
        """How many wrong codes came for it, from whatever PC."""
        return self._tries.total()

    @property
    def waiting(self) -> WaitingSeat | None:
        """Who waits to be confirmed."""
        with self._lock:
            there = self._asked if self.is_open and self._joined is None else None
            return None if there is None else there.waiting

    def ask(self, request: bytes, proof: bytes, address: str, version: str) -> JoinAnswer:
        """A PC asks to join; who asks again the same is answered the same.

        Raises:
            PairingRefused: whatever the reason. After five wrong proofs nobody can ask any more from that
                address; others can, so that a stranger does not end an invitation.
        """
        with self._lock:
            if not self.is_open or self._tries[address] >= TRIES:
                raise PairingRefused
            expected = pairing.proof(self.code.secret, "seat", self._certificate, request)
            if not pairing.is_proof(proof, expected):
                self._note_wrong(address)
                raise PairingRefused
            if self._asked is None:
                self._asked = self._first(request, address, version)
                self._until = self._clock() + CONFIRMED_WITHIN
            elif self._asked.request != request:
                raise PairingRefused
            self._heard = self._ticks()
            number = self._asked.number
            return JoinAnswer(
                number, pairing.proof(self.code.secret, "office", self._certificate, request, number)
            )

    def collect(self, proof: bytes) -> Joined | None:
        """What the PC that asked got, or None as long as it is not confirmed.

        Raises:
            PairingRefused: it is another one, or the invitation is over; as :class:`PairingTurnedDown` where
                it is the one that asked and somebody refused it.
        """
        with self._lock:
            self._require_who_asked(proof)
            if self._joined is None:
                self._heard = self._ticks()
            return self._joined

    def withdraw(self, proof: bytes) -> None:
        """The PC that asked gives up: nothing is confirmed any more.

        Raises:
            PairingRefused: it is another one, or the invitation is over.
        """
        with self._lock:
            self._require_who_asked(proof)
            self._withdrawn = True

    def _require_who_asked(self, proof: bytes) -> None:
        asked = self._asked
        if asked is None:
            raise PairingRefused
        expected = pairing.proof(
            self.code.secret, "collecting", self._certificate, asked.request, asked.number
        )
        if not pairing.is_proof(proof, expected):
            raise PairingRefused
        if not self.is_open:
            raise PairingTurnedDown if self._turned_down else PairingRefused

    def confirmed_key(self) -> bytes:
        """The public key of who waits. Raises :class:`NobodyJoins`."""
        with self._lock:
            self._require_there()
            if self.waiting is None or self._asked is None:
                raise NobodyJoins
            return self._asked.public

    def confirm(self, joined: Joined) -> None:
        """Let the PC that waits collect this. Raises :class:`NobodyJoins`."""
        with self._lock:
            self._require_there()
            if self.waiting is None:
                raise NobodyJoins
            self._joined = joined
            self._heard = self._ticks()

    def _require_there(self) -> None:
        if self.has_left:
            raise JoiningPcLeft

    def take_back(self, seat: str) -> bool:
        """Let a PC that was confirmed collect nothing any more; whether it had not come as a seat yet."""
        with self._lock:
            if self._joined is None or self._joined.seat != seat or self._arrived:
                return False
            self._joined, self._withdrawn = None, True
            return True

    def end(self) -> None:
        """Nobody joins any more."""
        with self._lock:
            self._over = True

    def turn_down(self) -> None:
        """Somebody refuses the PC that waits, which hears so, or lets nobody join with the code after all."""
        with self._lock:
            self._turned_down = not self._over
            self._over = True

    def end_for(self, seat: str) -> None:
        """The seat has what it came for."""
        with self._lock:
            if self._joined is not None and self._joined.seat == seat:
                self._arrived = self._over = True

    def _note_wrong(self, address: str) -> None:
        """A wrong proof; once a PC waits, others cannot drive it away by guessing."""
        self._tries[address] += 1
        if self._asked is None and self._tries.total() >= MOST_TRIES:
            self._over = True

    def _first(self, request: bytes, address: str, version: str) -> _Asked:
        try:
            public = certificates.requested_key(request)
        except NotOpened as error:
            raise PairingRefused from error
        number = secrets.token_bytes(pairing.NUMBER_BYTES)
        words = pairing.words_to_compare(self.code.secret, self._certificate, request, number)
        return _Asked(request, public, number, WaitingSeat(words, address, version))
