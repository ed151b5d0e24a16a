"""Half-typed forms survive: each open form registers here and is stored for its author at each lock and every
few seconds while it is typed into, so that not even a power cut costs more than those.

What is stored is inside the encrypted database (``office.drafts``) and comes back to nobody but the person
who typed it, after unlocking or at their next login. Each PC stores its own: somebody who is logged in at two
of them types two new customers, and neither may take the other's place. What was left at another PC is
offered, and moved here when its author goes on with it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.billing.open_items import BillingFile
from hvacdesk.domain.clock import CLOCKS_APART, stamp
from hvacdesk.domain.errors import RecordGone, UserFacingError
from hvacdesk.domain.office.half_typed import SEAT_LETTERS, MovedElsewhere, NoLongerKept
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office

Payload = dict[str, Any]
_AT_A_SEAT = re.compile(rf"(.*)@([0-9a-f]{{{SEAT_LETTERS}}})", re.DOTALL)
"""What a draft from a seat is stored as being about: the form's key, and the seat."""

_BY_PATH = frozenset(file.value for file in BillingFile)
"""Forms of which a draft names a file by its place at a PC."""

KEEP_EACH_MS = 4_000
"""Typing that a crash may cost at most, beside the time that storing takes."""


@dataclass(frozen=True)
class OpenForm:
    """A form with something typed into it, and how to get back to it.

    Attributes:
        form: the form's kind, for example ``customer``.
        key: which one: a record id, or ``new``.
        page: the page's name in the navigation.
        arguments: for ``navigate(page, **arguments)``; must let the page open the same form again.
        seat: where it was typed, by :data:`SEAT_LETTERS` of its id; empty for the office PC.
        begun: the stamp of when it was opened; at a seat as early as the office PC's clock may say.
    """

    form: str
    key: str
    page: str
    arguments: Mapping[str, str]
    seat: str = ""
    begun: str = field(default="", compare=False)

    @property
    def subject(self) -> str:
        """As which the office stores it."""
        return _subject(self.key, self.seat)


@dataclass(frozen=True)
class HalfTyped:
    """What was typed into a form when a login ended.

    Attributes:
        roles: what the person could see while typing it.
        stored: what the office may hold of it if the person went on with it nowhere else, as :func:`_text`
            writes it; None among them where it may hold nothing yet.
    """

    form: OpenForm
    roles: frozenset[Role]
    typed: Payload
    stored: frozenset[str | None]


class _WatchedForm(NamedTuple):
    """An open form, what gives what it holds, and what is told why it cannot be kept any more."""

    form: OpenForm
    payload: Callable[[], Payload | None]
    end: Callable[[UserFacingError], object]


class DraftKeeper(QObject):
    """Stores what is half typed. One per logged-in person.

    Attributes:
        seat: this PC, as :class:`OpenForm` names it.

    Signals:
        gone(form): it was saved, given up or thrown away, and nothing of it is stored any more.
        record_gone(): the record that a form was about is gone, so nothing of that form is kept; the form is
            closed.
    """

    gone = Signal(object)
    record_gone = Signal()

    def __init__(self, office: Office, actor: Actor, window: QWidget, seat: str = "") -> None:
        """Watch nothing yet.

        Args:
            window: owns the timer that stores drafts by itself.
            seat: this PC, as :class:`OpenForm` names it.
        """
        super().__init__(window)
        self.seat = seat
        self._office = office
        self._actor = actor
        self._window = window
        self._forms: dict[int, _WatchedForm] = {}
        self._kept: dict[int, str] = {}
        self._stored: dict[tuple[str, str], str] = {}
        self._keeping = False
        self._timer = QTimer(self)
        self._timer.setInterval(KEEP_EACH_MS)
        self._timer.timeout.connect(self._keep_changed)

    def register(
        self,
        owner: QWidget,
        form: str,
        key: str,
        payload: Callable[[], Payload | None],
        *,
        page: str,
        end: Callable[[UserFacingError], object] = lambda _why: None,
        **arguments: str,
    ) -> None:
        """Watch an open form until ``owner`` is destroyed or :meth:`release` is called.

        Args:
            end: is told that the form's record is gone or that it was gone on with at another PC, after which
                it is watched no longer, and nothing of it is stored.
            payload: gives what was typed as plain JSON values, or None while nothing worth keeping was typed.
            page: the page to come back to, with ``arguments`` for its ``open``.
        """
        number = id(owner)
        # The office PC's clock says when a record was destroyed; this one's may be ahead of it.
        begun = stamp(self._office.clock() - (CLOCKS_APART if self.seat else timedelta()))
        self._forms[number] = _WatchedForm(
            OpenForm(form, key, page, arguments, self.seat, begun), payload, end
        )
        self._kept.pop(number, None)
        self._stored.pop((form, key), None)  # an earlier form's, until :meth:`find` finds it stored
        owner.destroyed.connect(lambda: self._forget(number))
        self._timer.start()

    def release(self, owner: QWidget, seen_to: str = "") -> None:
        """The form was saved or given up: watch it no longer, and delete its stored draft.

        ``seen_to``: see :meth:`Drafts.drop <hvacdesk.services.office.drafts.Drafts.drop>`.
        """
        registered = self._forget(id(owner))
        if registered is not None:
            self.throw_away(registered.form, seen_to)

    def leave(self, owner: QWidget) -> None:
        """Watch the form no longer; what is stored of it stays for the form that goes on with it."""
        self._forget(id(owner))

    def find(self, form: str, key: str) -> Payload | None:
        """What this person left of a form at this PC; it stays stored until :meth:`release`."""
        kept = self._office.drafts.find(self._actor, form, _subject(key, self.seat))
        if kept is None:
            return None
        self._stored[form, key] = _text(kept["typed"])
        return dict(kept["typed"])

    def keep_all(self) -> int:
        """Put every half-typed form into the database; called at each lock. Returns how many there were."""
        count = 0
        for number, watched in list(self._forms.items()):
            typed = _typed(watched.payload)
            if typed is None:
                continue
            try:
                self._keep(watched.form, typed)
            except (RecordGone, NoLongerKept) as why:
                self._end(number, watched, why)
            else:
                self._stored[watched.form.form, watched.form.key] = _text(typed)
                count += 1
        return count

    def half_typed(self) -> tuple[HalfTyped, ...]:
        """Every form that is half typed now, with what was typed."""
        found = []
        for number, (form, payload, _end) in list(self._forms.items()):
            typed = _typed(payload)
            if typed is not None:
                texts = {self._stored.get((form.form, form.key)), _text(typed)}
                if number in self._kept:  # stored, or just being so: the answer may never have come
                    texts.add(self._kept[number])
                found.append(HalfTyped(form, self._actor.roles, typed, frozenset(texts)))
        return tuple(found)

    def put_back(self, kept: HalfTyped) -> None:
        """Store a form that was half typed when an earlier login of this person ended.

        Not where the person went on with it at another PC, or the office holds something else of it by now:
        it would be offered a second time. Nor where a role was taken away since: it may show what only that
        role sees. Where the office holds nothing of it, a backup of before may have been restored.
        """
        if not kept.roles <= self._actor.roles:
            return
        form = kept.form
        found = self._office.drafts.find(self._actor, form.form, form.subject)
        if found is None or _text(found["typed"]) in kept.stored:
            try:
                self._office.drafts.keep(self._actor, form.form, form.subject, _kept(form, kept.typed), True)
            except (RecordGone, NoLongerKept) as why:
                self._office.drafts.drop(self._actor, form.form, form.subject)
                if not isinstance(why, MovedElsewhere):
                    self.record_gone.emit()

    def hear(self, rooms: frozenset[Room]) -> None:
        """After a disposal store every form anew: where its record is gone, that is noticed by it."""
        if Room.DISPOSAL in rooms:
            self._kept.clear()

    def _keep(self, form: OpenForm, typed: Payload) -> None:
        again = (form.form, form.key) in self._stored
        self._office.drafts.keep(self._actor, form.form, form.subject, _kept(form, typed), again)

    def _end(self, number: int, watched: _WatchedForm, why: UserFacingError) -> None:
        """Tell a form that nothing of it can be kept, unless another one took its place meanwhile."""
        form = watched.form
        self._stored.pop((form.form, form.key), None)
        # Of a record that is gone nothing may stay; where it was moved, what says so has done its part.
        self._office.drafts.drop(self._actor, form.form, form.subject)
        if self._forms.get(number) is watched:
            self._forget(number)
            watched.end(why)
            if isinstance(why, RecordGone):
                self.record_gone.emit()

    # By itself

    def _forget(self, number: int) -> _WatchedForm | None:
        self._kept.pop(number, None)
        return self._forms.pop(number, None)

    def stop(self) -> None:
        """Store nothing more by itself: the office is about to be closed."""
        self._timer.stop()

    def _keep_changed(self) -> None:
        """Store what was typed since, on a worker; nothing while the last storing is still under way."""
        if self._keeping:
            return
        changed: dict[int, tuple[_WatchedForm, Payload]] = {}
        for number, watched in list(self._forms.items()):
            typed = _typed(watched.payload)
            text = _text(typed)
            if typed is not None and self._kept.get(number) != text:
                changed[number] = watched, typed
                self._kept[number] = text
        if not changed:
            return
        self._keeping = True

        def keep() -> dict[int, UserFacingError]:
            """Returns why some of them cannot be kept any more."""
            ended: dict[int, UserFacingError] = {}
            for number, (watched, typed) in changed.items():
                try:
                    self._keep(watched.form, typed)
                except (RecordGone, NoLongerKept) as why:
                    ended[number] = why
            return ended

        background.ask(self._window, keep).then(lambda ended: self._after(changed, ended)).otherwise(
            lambda _error: self._failed(changed)
        )

    def _after(
        self, changed: dict[int, tuple[_WatchedForm, Payload]], ended: dict[int, UserFacingError]
    ) -> None:
        """Delete the draft of a form that was saved or given up meanwhile: it must not come back."""
        self._keeping = False
        for number, (watched, typed) in changed.items():
            if number in ended:
                self._end(number, watched, ended[number])
                continue
            self._stored[watched.form.form, watched.form.key] = _text(typed)
            if self._forms.get(number) is not watched:
                self._put_right(watched.form)

    def _put_right(self, form: OpenForm) -> None:
        """Store what the same form holds for its next entry in place of the last one, or nothing."""
        same = (
            (number, one)
            for number, one in self._forms.items()
            if (one.form.form, one.form.key) == (form.form, form.key)
        )
        found = next(((number, one, typed) for number, one in same if (typed := one.payload())), None)
        if found is None:
            self._office.drafts.drop(self._actor, form.form, form.subject)
            self._stored.pop((form.form, form.key), None)
            return
        number, one, typed = found
        try:
            self._keep(one.form, typed)
        except (RecordGone, NoLongerKept) as why:
            self._end(number, one, why)

    def _failed(self, changed: dict[int, tuple[_WatchedForm, Payload]]) -> None:
        """The timer tries again; the next lock or save tells what is wrong."""
        self._keeping = False
        for number in changed:
            self._kept.pop(number, None)

    def is_open(self, form: OpenForm) -> bool:
        """Whether the form is being filled in now."""
        return any((one.form, one.key) == (form.form, form.key) for one, *_rest in self._forms.values())

    def require_here(self, owner: QWidget) -> None:
        """Raise :class:`MovedElsewhere` where what the form holds went to another PC since it was stored.

        It may be called on a worker thread.
        """
        watched = self._forms.get(id(owner))
        if watched is None or (watched.form.form, watched.form.key) not in self._stored:
            return
        if self._office.drafts.was_moved(self._actor, watched.form.form, watched.form.subject):
            raise MovedElsewhere

    def throw_away(self, form: OpenForm, seen_to: str = "") -> None:
        """Delete the draft of a form that is not open, or no longer; ``seen_to`` as in :meth:`release`."""
        self._office.drafts.drop(self._actor, form.form, form.subject, *filter(None, (seen_to,)))
        self._stored.pop((form.form, form.key), None)
        self.gone.emit(form)

    def left_open(self) -> tuple[OpenForm, ...]:
        """The forms that this person can go on with here, newest first.

        A file in hand is where its PC has it: it is gone on with there.
        """
        found = []
        for form, subject, _stamp in self._office.drafts.list(self._actor):
            kept = self._office.drafts.find(self._actor, form, subject)
            if kept is not None:
                at_a_seat = _AT_A_SEAT.fullmatch(subject)
                key, seat = at_a_seat.groups() if at_a_seat else (subject, "")
                if seat != self.seat and form in _BY_PATH:
                    continue
                found.append(OpenForm(form, key, kept["page"], dict(kept["arguments"]), seat))
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
        return here if moved or drafts.find(self._actor, *at) is None else None


def _typed(payload: Callable[[], Payload | None]) -> Payload | None:
    """What a form holds; a fault of one goes to ``sys.excepthook`` and costs no other form anything."""
    try:
        return payload()
    except Exception as error:  # noqa: BLE001 - as said
        sys.excepthook(type(error), error, error.__traceback__)
        return None


def _subject(key: str, seat: str) -> str:
    return f"{key}@{seat}" if seat else key


def _text(typed: Payload | None) -> str:
    """What was typed, in one writing."""
    return json.dumps(typed, ensure_ascii=False, sort_keys=True)


def _kept(form: OpenForm, typed: Payload) -> Payload:
    return {"page": form.page, "arguments": dict(form.arguments), "typed": typed, "begun": form.begun}
