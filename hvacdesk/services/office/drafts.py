"""Half-typed forms: kept inside the encrypted database, for their author only."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from math import isfinite
from typing import TYPE_CHECKING, Any

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.office.half_typed import (
    LEFT_OUT_OF,
    SEALED,
    DestroyedWithDisposal,
    HalfTypedBefore,
    MovedElsewhere,
    OpenedBeforeDisposal,
    SealedBeforeDisposal,
)
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.refused_numbers import RefusedNumber, check_free_text, without_numbers
from hvacdesk.services.office.kept_values import check_name, check_openings, kept_text, require_room
from hvacdesk.services.office.saved_form import require_other
from hvacdesk.services.permissions import anybody_logged_in
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.office import ended_forms, half_typed
from hvacdesk.store.office import office as store

if TYPE_CHECKING:
    from hvacdesk.store.engine import Session
    from hvacdesk.store.models import Draft

LONGEST_DRAFT, MOST_DRAFTS, MOST_CHARACTERS = 1_000_000, 300, 5_000_000
"""Characters of one draft, how many a person has, and the characters of all; an invoice of 200 lines has
some 60,000."""


_SEE_NUMBERS = (Permission.FIND_CUSTOMERS, Permission.READ_LEDGER)
"""Who sees by themselves which customers' numbers are there no more."""
_LONGEST_OPEN = 30 * 24 * 3600
"""Seconds; no form is open for longer than a login."""
_OF_NO_TABLE = frozenset({"seat"})
"""Forms about what the vault holds beside the database."""
_PLACE = (store.DRAFTS, "sealed")


class Drafts:
    """Drafts of an open office. ``subject`` is the record id that the form is about, or empty.

    Each opening of a form has a name, which is written in what it stores. What bears another name is neither
    written over nor deleted; what bears none, of an earlier version, is.
    """

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @anybody_logged_in
    def keep(
        self, actor: Actor, form: str, subject: str, payload: dict[str, Any], again: bool = False
    ) -> tuple[str, ...]:
        """Store what has been typed so far, in place of an earlier draft of the same form.

        What is in ``typed`` under :data:`SEALED` is sealed as the columns are for which it was typed; in
        the session of somebody without the payment key it is not stored at all.

        A card number or a My Number is left out of its text: neither is ever stored, half-typed or not. What
        is stored then says so under :data:`LEFT_OUT_OF`.

        Args:
            payload: its ``arguments`` name the records that the form is about; ``begun`` and ``ledger`` say
                when it was opened, as :meth:`begin` told. ``name`` is the opening's, ``instead`` that of
                what it was given back from, and ``edition`` a number that grows with each storing: an older
                one that comes later is left out. ``attempt`` is that of its save, if there was one, of which
                a part may be done.
            again: it may have been stored before, by the same form.

        Returns:
            The fields of ``typed`` that lost a number: what they hold is not stored as it was typed.

        Raises:
            SavedBefore: that opening was saved.
            MovedElsewhere: and was taken to another PC since, where its author goes on with it; or that
                opening was given up.
            HalfTypedBefore: what another opening stored is in its place.
            RecordGone: a record that it names was destroyed, or a disposal took something from its customer
                after the form was opened, which would be stored again. What it names by number alone counts
                for those alone who see such numbers: else anybody could ask which ones were destroyed.
            SealedBeforeDisposal: a disposal took something from somebody after the form was opened, whom what
                is under :data:`SEALED` may name.
            OpenedBeforeDisposal: a disposal took something from anybody after the form was opened, and
                nothing of it was stored by then, which that disposal would have searched.
            RemovedInDisposal: a disposal blacked something out in the record since then.
            DestroyedWithDisposal: a disposal took what that opening had stored.
            DeletedMeanwhile: somebody deleted the record that it is about since the form was opened.
            InvalidInput: it holds something else than JSON's values, or is longer than any form; or
                ``subject`` is such a number, as no record id is.
            TooMuchKept: so much nobody leaves half typed.
        """
        check_name("form", form)
        check_name("subject", subject)
        check_free_text("subject", subject)
        lost: dict[str, None] = {}
        storable = _storable(payload, lost)
        if left_out := tuple(lost):
            storable[LEFT_OUT_OF] = list(left_out)
        length = len(kept_text("payload", storable, LONGEST_DRAFT))
        arguments, begun, ledger = (storable.get(name) for name in ("arguments", "begun", "ledger"))
        name, instead, attempt = (str(storable.get(one) or "") for one in ("name", "instead", "attempt"))
        with self._workplace.transaction() as session:
            self._require_open(session, actor, name, attempt)
            names = (name, instead)
            if again and store.was_moved(session, actor.account, form, subject, names, str(begun or "")):
                raise MovedElsewhere
            standing = store.draft(session, actor.account, form, subject)
            if self._is_older(standing, storable):
                return left_out
            if ended_forms.saved_before(session, actor.account, (instead,), attempt) or (
                standing is not None and store.is_elsewhere(standing)
            ):
                storable["elsewhere"] = True
            named = arguments.values() if isinstance(arguments, dict) else ()
            whole = json.dumps(storable, ensure_ascii=False)
            text, sealed = _parted(storable)
            sealing = self._sealing(sealed)
            opened = half_typed.FormOpened(str(begun or ""), ledger if isinstance(ledger, int) else None)
            if form not in _OF_NO_TABLE:
                by_number = any(map(actor.may, _SEE_NUMBERS))
                half_typed.require_kept(session, subject, named, whole, opened, by_number=by_number)
            if ended_forms.was_destroyed(session, actor.account, names):
                raise DestroyedWithDisposal
            if sealing is not None and half_typed.any_destroyed(session, opened):
                raise SealedBeforeDisposal
            if standing is None and form not in _OF_NO_TABLE and half_typed.unsearched(session, opened):
                raise OpenedBeforeDisposal
            others, characters = store.size_of_drafts(session, actor.account, but=(form, subject))
            require_room(others, characters + length, most=MOST_DRAFTS, characters=MOST_CHARACTERS)
            store.keep_draft(session, actor.account, form, subject, text, self._workplace.now(), sealing)
        return left_out

    @anybody_logged_in
    def find(self, actor: Actor, form: str, subject: str) -> dict[str, Any] | None:
        """The author's draft of this form, which stays stored until it is taken or deleted."""
        with self._workplace.reading() as session:
            return self._read(store.draft(session, actor.account, form, subject))

    @anybody_logged_in
    def begin(
        self, actor: Actor, form: str, subject: str, passed: float = 0
    ) -> tuple[str, int, dict[str, Any] | None]:
        """When a form was opened, and the draft as :meth:`find` gives it.

        Args:
            passed: the seconds since then.

        Returns:
            The stamp by the one clock that counts in the office, the number of the disposal ledger's last
            line by then, and the draft.
        """
        now = self._workplace.now()
        opened = stamp(now - timedelta(seconds=min(max(0, passed), _LONGEST_OPEN)))
        with self._workplace.reading() as session:
            line = half_typed.last_line(session, opened, stamp(now))
            return opened, line, self._read(store.draft(session, actor.account, form, subject))

    @anybody_logged_in
    def take(self, actor: Actor, form: str, subject: str) -> dict[str, Any] | None:
        """The author's draft of this form, returned and deleted."""
        with self._workplace.transaction() as session:
            taken = self._read(store.draft(session, actor.account, form, subject))
            store.drop_draft(session, actor.account, form, subject)
        return taken

    @anybody_logged_in
    def of_others(self, actor: Actor, subject: str) -> int:
        """How many others have half typed something about this very record."""
        check_name("subject", subject)
        with self._workplace.reading() as session:
            return store.authors_about(session, subject, but=actor.account)

    @anybody_logged_in
    def list(self, actor: Actor) -> tuple[tuple[str, str, str], ...]:
        """Form, subject and stamp of each of the author's drafts, newest first."""
        with self._workplace.reading() as session:
            return store.drafts(session, actor.account)

    @anybody_logged_in
    def destroyed(self, actor: Actor) -> int:
        """How many of the author's half-typed forms a disposal took; each is told once."""
        with self._workplace.reading() as session:
            count = ended_forms.destroyed(session, actor.account)
        if count:
            with self._workplace.transaction() as session:
                ended_forms.note_told(session, actor.account)
        return count

    @anybody_logged_in
    def move(self, actor: Actor, form: str, subject: str, to: str) -> bool:
        """Take the author's draft to where they go on with it, unless it is gone or that place is taken.

        It is one step: whatever is stored of it comes along, or is refused from then on.
        """
        check_name("to", to)
        with self._workplace.transaction() as session:
            return store.move_draft(session, actor.account, form, subject, to, self._workplace.now())

    @anybody_logged_in
    def was_moved(
        self,
        actor: Actor,
        form: str,
        subject: str,
        names: tuple[str, ...],
        begun: str = "",
        attempt: str = "",
    ) -> bool:
        """Whether the author's draft of this form was taken elsewhere, and none was stored there since.

        Or what it was given back from was saved where it had been taken from.

        Args:
            names: of the openings that the form is, or was given back from.
            begun: the stamp of when the form was opened: what bears no name and was taken before is an
                earlier one's.
            attempt: that of its save, if there was one, of which a part may be done.

        Raises:
            SavedBefore: one of these openings was saved.
        """
        with self._workplace.reading() as session:
            require_other(session, actor.account, names, attempt)
            found = store.draft(session, actor.account, form, subject)
            if found is not None and store.is_elsewhere(found):
                return True
            return store.was_moved(session, actor.account, form, subject, names, begun)

    @anybody_logged_in
    def drop(
        self, actor: Actor, form: str, subject: str, seen_to: str = "", names: tuple[str, ...] = ()
    ) -> None:
        """Delete a draft: its form was saved or thrown away on purpose.

        A storing of it that comes later is refused.

        Args:
            names: of the openings whose draft is meant; another one's stays. Empty for whatever is there.
            seen_to: the digest of a file in which nothing waits any more. Where somebody else has it in hand,
                or the same person at another PC, that ends, too; for who keeps the books alone.
        """
        check_openings(*names)
        with self._workplace.transaction() as session:
            ended_forms.note_over(session, actor.account, tuple(filter(None, names)))
            standing = store.draft(session, actor.account, form, subject)
            if not names or standing is None or _name_in(standing) in ("", *names):
                store.drop_draft(session, actor.account, form, subject)
            if seen_to and actor.may(Permission.BILL):
                store.drop_drafts_of_file(session, form, seen_to)

    @staticmethod
    def _require_open(session: Session, actor: Actor, name: str, attempt: str) -> None:
        """Raise SavedBefore or MovedElsewhere where an opening ended, but for the save that goes on."""
        over = ended_forms.ended(session, actor.account, name)
        if over is None or (attempt and over.attempt == attempt):
            return
        if ended_forms.was_destroyed(session, actor.account, (name,)):
            return  # it is told of that, but where its record is gone as well
        require_other(session, actor.account, (name,), attempt)
        raise MovedElsewhere

    @staticmethod
    def _is_older(standing: Draft | None, payload: dict[str, Any]) -> bool:
        """Whether the same opening stored something later; raises :class:`HalfTypedBefore`."""
        name = payload.get("name")
        if standing is None or not name:
            return False
        before = json.loads(standing.payload)
        if before.get("name", name) not in (name, payload.get("instead")):
            raise HalfTypedBefore
        return bool(before.get("name") == name and before.get("edition", 0) > payload.get("edition", 0))

    def _sealing(self, text: str) -> Callable[[int], bytes] | None:
        vault = self._workplace.vault
        return partial(self._seal, text) if text and vault.holds_payment_key else None

    def _seal(self, text: str, key: int) -> bytes:
        return self._workplace.vault.seal_payment(*_PLACE, key, text)

    def _read(self, row: Draft | None) -> dict[str, Any] | None:
        if row is None:
            return None
        payload = dict(json.loads(row.payload))
        if row.sealed is not None and self._workplace.vault.holds_payment_key:
            sealed = self._workplace.vault.open_payment(*_PLACE, row.id, row.sealed)
            payload["typed"][SEALED] = json.loads(sealed)
        return payload


def _name_in(row: Draft) -> str:
    return str(json.loads(row.payload).get("name") or "")


def _parted(payload: dict[str, Any]) -> tuple[str, str]:
    """What may be read by anybody who opens the file, and what is to be sealed; empty where nothing is."""
    typed = payload.get("typed")
    if not isinstance(typed, dict) or not typed.get(SEALED):
        return json.dumps(payload, ensure_ascii=False), ""
    plain = {key: value for key, value in typed.items() if key != SEALED}
    return (
        json.dumps({**payload, "typed": plain}, ensure_ascii=False),
        json.dumps(typed[SEALED], ensure_ascii=False),
    )


def _storable(value: Any, lost: dict[str, None], way: tuple[str, ...] = ()) -> Any:
    """The same JSON value without the numbers that may not be stored.

    Args:
        lost: gets the fields of ``typed`` out of which one was left.
        way: where in the payload the value is.
    """
    if isinstance(value, dict):
        return {
            without_numbers(key) if isinstance(key, str) else key: _storable(one, lost, (*way, str(key)))
            for key, one in value.items()
        }
    if isinstance(value, list | tuple):
        return [_storable(one, lost, way) for one in value]
    text = str(int(value)) if isinstance(value, int | float) and isfinite(value) else value
    if isinstance(text, str):
        try:
            check_free_text("draft", text)
        except RefusedNumber:
            field = [one for one in way[1:] if one != SEALED]
            if way[0] == "typed" and field:
                lost[field[0]] = None
            return without_numbers(text)
    return value
