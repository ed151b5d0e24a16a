"""Half-typed forms survive: each open form registers here and is stored for its author at each lock and every
few seconds while it is typed into, so that not even a power cut costs more than those.

What is stored is inside the encrypted database (``office.drafts``) and comes back to nobody but the person
who typed it, after unlocking or at their next login. Each PC stores its own, so that two new customers do
not take each other's place. What was left at another PC is moved here when its author goes on with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.billing.open_items import BillingFile
from hvacdesk.domain.errors import InvalidInput, RecordGone, UserFacingError
from hvacdesk.domain.office.half_typed import (
    HalfTypedBefore,
    MovedElsewhere,
    NoLongerKept,
    SavedBefore,
    SavedForm,
)
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.rooms import Room
from hvacdesk.services.office.kept_values import TooMuchKept
from hvacdesk.services.office.saved_form import saving
from hvacdesk.ui import background
from hvacdesk.ui.given_up import Drop, GivenUp, delete
from hvacdesk.ui.half_typed import (
    Earlier,
    Found,
    HalfTyped,
    OpenForm,
    Opening,
    Payload,
    Since,
    WatchedForm,
    key_and_seat,
    new_name,
    text_of,
)
from hvacdesk.ui.office_drafts import OfficeDrafts
from hvacdesk.ui.owed import Owed

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office

_BY_PATH = frozenset(file.value for file in BillingFile)
"""Forms of which a draft names a file by its place at a PC."""

KEEP_EACH_MS = 4_000
"""Typing that a crash may cost at most, beside the time that storing takes."""

_OF_ONE_FORM = (RecordGone, NoLongerKept, HalfTypedBefore, InvalidInput, TooMuchKept)
"""Why one form cannot be stored while others can."""

_Changed = dict[int, tuple[WatchedForm, Payload, int]]


class DraftKeeper(QObject):
    """Stores what is half typed. One per logged-in person.

    Attributes:
        seat: this PC, as :class:`OpenForm` names it.
        owed: what must still reach the office, such as that a draft is gone.

    Signals:
        gone(form, names, typed): it was saved, given up or thrown away, and nothing that these openings
            stored comes back; what was typed as :func:`text_of` writes it.
        record_gone(): the record that a form was about is gone, so nothing of that form is kept; the form is
            closed.
    """

    gone = Signal(object, object, str)
    record_gone = Signal()

    def __init__(
        self,
        office: Office,
        actor: Actor,
        window: QWidget,
        seat: str = "",
        given_up: GivenUp | None = None,
    ) -> None:
        """Watch nothing yet.

        Args:
            window: owns the timer that stores drafts by itself.
            seat: this PC, as :class:`OpenForm` names it.
            given_up: what this PC remembers of forms that are no longer; without it, for this login alone.
        """
        super().__init__(window)
        self.seat = seat
        self._office, self._actor, self._window = office, actor, window
        self._forms: dict[int, WatchedForm] = {}
        self._sent: dict[int, str] = {}
        self._whole: dict[str, Payload] = {}
        self._keeping = False
        self._given_up = given_up or GivenUp()
        self._at_office = OfficeDrafts(office, actor, self._given_up)
        self._timer = QTimer(self)
        self._timer.setInterval(KEEP_EACH_MS)
        self._timer.timeout.connect(self._keep_changed)
        self.owed = Owed(window, self._timer.start)

    def register(
        self,
        owner: QWidget,
        form: str,
        key: str,
        payload: Callable[[], Payload | None],
        *,
        page: str,
        end: Callable[[UserFacingError], object] = lambda _why: None,
        found: Found = lambda *_found: None,
        anew: Callable[[], object] = lambda: None,
        **arguments: str,
    ) -> Opening:
        """Watch an open form until ``owner`` is destroyed or :meth:`release` is called.

        Args:
            end: is told that the form's record is gone, or that it was saved or gone on with at another PC,
                after which nothing of it is stored.
            found: is told as :class:`WatchedForm` says, before anything takes its place.
            anew: registers the form again; called once nothing is typed any more into a form that was ended.
            payload: gives what was typed as plain JSON values, or None while nothing worth keeping was typed.
            page: the page to come back to, with ``arguments`` for its ``open``.
        """
        number = id(owner)
        opening = Opening(self._office.clock())
        self._forms[number] = WatchedForm(
            OpenForm(form, key, page, arguments, self.seat), payload, end, found, anew, opening
        )
        self._sent.pop(number, None)
        owner.destroyed.connect(lambda: self._forget(number))
        self._timer.start()
        return opening

    def release(self, owner: QWidget, seen_to: str = "") -> None:
        """The form was saved or given up: watch it no longer, and let its stored draft not come back.

        It waits for nothing: where the office PC does not answer, the draft is deleted once it does. What an
        earlier form stored that was not shown yet stays.

        ``seen_to``: see :meth:`Drafts.drop <hvacdesk.services.office.drafts.Drafts.drop>`.
        """
        watched = self._forget(id(owner))
        if watched is None:
            return
        form, opening = watched.form, watched.opening
        opening.finished = True  # before it is asked what may be stored: see OfficeDrafts.store
        if opening.ended is None:
            if opening.may_be_stored or seen_to:
                self._give_up(Drop(form, opening.names, seen_to))
            self.gone.emit(form, opening.names, text_of(watched.typed()))

    def leave(self, owner: QWidget) -> None:
        """Watch the form no longer; what is stored of it stays for the form that goes on with it."""
        watched = self._forget(id(owner))
        if watched is not None:
            watched.opening.finished = True

    def look(self, owner: QWidget) -> None:
        """Ask the office now what an earlier form stored; else that is asked before the first storing."""
        number = id(owner)
        watched = self._forms[number]
        background.ask(owner, lambda: self._at_office.read(watched.form, watched.opening)).then(
            lambda answer: self._looked(number, watched, *answer)
        ).otherwise(lambda _error: None)

    def _looked(self, number: int, watched: WatchedForm, since: Since, found: Payload | None) -> None:
        opening = watched.opening
        if opening.begun or self._forms.get(number) is not watched:
            return
        opening.begun, opening.ledger = since
        if found is not None:
            left_out, whole = opening.take_up(found), self._whole.get(opening.shown)
            watched.found(dict(whole or found["typed"]), opening.elsewhere, () if whole else left_out)

    def keep_all(self) -> int:
        """Put every half-typed form into the database; called at each lock. Returns how many there were.

        Raises:
            UserFacingError: why some of them are not there. One that is refused keeps no other one away.
        """
        count = 0
        refused: UserFacingError | None = None
        for number, watched in list(self._forms.items()):
            typed, opening = watched.typed(), watched.opening
            if typed is None:
                continue
            try:
                if opening.ended is None:
                    self._at_office.keep_whole(watched.form, opening, typed)
            except (RecordGone, NoLongerKept) as why:
                self._end(number, watched, why)
            except Earlier:  # the timer tells of it, once somebody can answer
                refused = refused or HalfTypedBefore()
            except _OF_ONE_FORM as why:
                refused = refused or why
            else:
                count += opening.ended is None
            if isinstance(opening.ended, NoLongerKept) and text_of(typed) != opening.stored:
                refused = refused or opening.ended
        if refused is not None:
            raise refused
        return count

    def half_typed(self) -> tuple[HalfTyped, ...]:
        """Every form that is half typed now, with what was typed."""
        found = []
        for watched in list(self._forms.values()):
            typed = watched.typed()
            if typed is not None:
                one = HalfTyped(watched.form, self._actor.roles, typed, watched.opening)
                if watched.opening.ended is None or one.is_newer:
                    found.append(one)
        return tuple(found)

    def holds_more(self) -> bool:
        """Whether something is half typed that the office is not known to hold."""
        return any(one.is_newer for one in self.half_typed())

    def put_back(self, kept: HalfTyped) -> bool:
        """Store a form that was half typed when an earlier login of this person ended.

        A number that is never stored is given back to the form all the same, as long as the program is open.

        Not where the office has all of it, or had, and the person went on with that: it would be offered a
        second time. Nor where a role was taken away since: it may show what only that role sees. Where the
        office holds nothing of it, a backup of before may have been restored.

        Returns:
            Whether it has to be kept for such a number.

        Raises:
            HalfTypedBefore: another form is in its place, or what was stored since by one that goes on
                with it.
        """
        if not kept.roles <= self._actor.roles:
            return False
        form, opening = kept.form, kept.opening
        since, found = self._at_office.read(form, opening)
        if not opening.begun:
            opening.begun, opening.ledger = since
        if found is not None and not kept.is_newer:
            return False
        if found is not None and not opening.knows(found):
            raise HalfTypedBefore
        opening.finished, opening.ended = False, None
        try:
            try:
                self._at_office.store(form, opening, kept.typed, opening.next_edition())
            except (MovedElsewhere, SavedBefore) as why:
                self._office.drafts.drop(self._actor, form.form, form.subject, "", opening.names)
                opening.note_ended(why)
                if not kept.is_newer:
                    return False
                # The form that takes it up says so, and asks before it is saved twice.
                opening.name, opening.may_be_stored, opening.elsewhere = new_name(), False, True
                self._at_office.store(form, opening, kept.typed, opening.next_edition())
        except (RecordGone, NoLongerKept):
            self._office.drafts.drop(self._actor, form.form, form.subject, "", opening.names)
            self.record_gone.emit()
            return False
        if opening.left_out:
            self._whole[opening.name] = kept.typed
        return bool(opening.left_out)

    def hear(self, rooms: frozenset[Room]) -> None:
        """After a disposal store every form again: whether it may be stored still is noticed by it."""
        if Room.DISPOSAL in rooms:
            self._sent.clear()

    def _end(self, number: int, watched: WatchedForm, why: UserFacingError) -> None:
        """Tell a form that nothing of it can be kept, unless another one took its place meanwhile."""
        opening = watched.opening
        # Of a record that is gone nothing may stay; where it was moved, what says so has done its part.
        self._drop(Drop(watched.form, opening.names))
        if self._forms.get(number) is watched and opening.ended is None:
            opening.ended = why
            opening.note_ended(why)
            if isinstance(why, RecordGone):
                self._forget(number)
            watched.end(why)
            if isinstance(why, RecordGone):
                self.record_gone.emit()

    # By itself

    def _forget(self, number: int) -> WatchedForm | None:
        self._sent.pop(number, None)
        return self._forms.pop(number, None)

    def stop(self) -> None:
        """Store nothing more by itself: the office is about to be closed."""
        self._timer.stop()

    def _keep_changed(self) -> None:
        """Store what was typed since, on a worker; nothing while the last storing is still under way."""
        if self._keeping:
            return
        changed: _Changed = {}
        for number, watched in list(self._forms.items()):
            typed = watched.typed()
            text = text_of(typed)
            if watched.opening.ended is not None:
                if typed is None:
                    watched.anew()
            elif typed is not None and self._sent.get(number) != text:
                changed[number] = watched, typed, watched.opening.next_edition()
                self._sent[number] = text
        if not changed and not self.owed.wait:
            return
        self._keeping = True

        def keep() -> dict[int, Exception]:
            """Returns why some of them are not stored."""
            self.owed.again()
            unkept: dict[int, Exception] = {}
            for number, (watched, typed, edition) in changed.items():
                try:
                    self._at_office.keep(watched.form, watched.opening, typed, edition)
                except (*_OF_ONE_FORM, Earlier) as why:
                    unkept[number] = why
            return unkept

        background.ask(self._window, keep).then(lambda unkept: self._after(changed, unkept)).otherwise(
            lambda _error: self._failed(changed)
        )

    def _after(self, changed: _Changed, unkept: dict[int, Exception]) -> None:
        """Tell each form what the office said of it."""
        self._keeping = False
        for number, (watched, *_then) in changed.items():
            why = unkept.get(number)
            if isinstance(why, (RecordGone, NoLongerKept)):
                self._end(number, watched, why)
            elif isinstance(why, Earlier):
                self._sent.pop(number, None)
                self._looked(number, watched, why.begun, why.stored)
            elif why is not None:  # tried again; the next lock or save tells what is wrong
                self._sent.pop(number, None)

    def _failed(self, changed: _Changed) -> None:
        """The timer tries again; the next lock or save tells what is wrong."""
        self._keeping = False
        for number, (watched, *_then) in changed.items():
            if self._forms.get(number) is watched:
                self._sent.pop(number, None)

    def is_open(self, form: OpenForm) -> bool:
        """Whether the form is being filled in now."""
        return any(
            (one.form.form, one.form.key) == (form.form, form.key) and one.opening.ended is None
            for one in self._forms.values()
        )

    def require_here(self, owner: QWidget) -> None:
        """Raise :class:`MovedElsewhere` where what the form holds went to another PC since it was stored.

        And :class:`SavedBefore` where it was saved. It may be called on a worker thread.
        """
        watched = self._forms.get(id(owner))
        if watched is None or not watched.opening.may_be_stored:
            return
        form, opening = watched.form, watched.opening
        moved = self._office.drafts.was_moved(
            self._actor, form.form, form.subject, opening.names, opening.begun, opening.attempt
        )
        if opening.elsewhere or moved:
            raise MovedElsewhere

    @contextmanager
    def saving(self, owner: QWidget, typed: Payload | None) -> Iterator[None]:
        """What is called within it saves the form: it ends in that very transaction, and is not saved twice.

        It may be called on a worker thread.

        Args:
            typed: what the form holds that is saved.
        """
        watched = self._forms.get(id(owner))
        if watched is None:
            yield
            return
        form, opening = watched.form, watched.opening
        saved = SavedForm(form.form, form.subject, opening.names, opening.begin_save())
        try:
            with saving(saved, self._actor.account):
                yield
        except BaseException as error:  # a part of it may be saved, and what is typed is still here
            opening.note_refused(error, text_of(typed))
            self._sent.pop(id(owner), None)
            raise

    # Given up

    def throw_away(self, form: OpenForm) -> None:
        """Delete a draft that :meth:`left_open` named, whose form is not open."""
        names = (form.name,)
        self._give_up(Drop(form, names))
        self.gone.emit(form, names, "")

    def _give_up(self, one: Drop) -> None:
        """Delete what must not come back; it is remembered until that was possible."""
        for name in one.names:
            self._given_up.add(name)
        self._drop(one)

    def _drop(self, one: Drop) -> None:
        """Delete a draft as soon as that is possible; nobody waits for it."""
        self.owed.soon(partial(delete, self._office, self._actor, self._given_up, one))

    def taken_by_disposal(self) -> int:
        """How many that were left half typed a disposal took since this person was told last."""
        return self._office.drafts.destroyed(self._actor)

    def left_open(self) -> tuple[OpenForm, ...]:
        """The forms that this person can go on with here, newest first.

        A file in hand is where its PC has it: it is gone on with there.
        """
        found = []
        for form, subject, _stamp in self._office.drafts.list(self._actor):
            kept = self._office.drafts.find(self._actor, form, subject)
            if kept is not None:
                key, seat = key_and_seat(subject)
                if seat != self.seat and form in _BY_PATH:
                    continue
                name = kept.get("name", "")
                left = OpenForm(form, key, kept["page"], dict(kept["arguments"]), seat, name)
                if seat == self.seat and name in self._given_up:
                    self._drop(Drop(left, (name,)))
                else:
                    found.append(left)
        return tuple(found)

    def here(self, form: OpenForm) -> OpenForm:
        """The same form at this PC."""
        return replace(form, seat=self.seat)

    def bring_here(self, form: OpenForm) -> OpenForm | None:
        """Move what this person left at another PC to this one, where they go on with it.

        It stays where it is while this PC has the same form open or half typed: that is gone on with first.

        Returns:
            The form as it is here; None where it stays there.
        """
        here = self.here(form)
        if self.is_open(here):
            return None
        drafts, at = self._office.drafts, (form.form, form.subject)
        moved = drafts.move(self._actor, *at, here.subject)
        self._given_up.take_back(form.name)
        return here if moved or drafts.find(self._actor, *at) is None else None
