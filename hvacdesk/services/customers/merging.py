"""Merging two registrations of one customer into one, undoable as long as both exist."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from hvacdesk.domain import masking
from hvacdesk.domain.clock import moment_of, office_day, stamp
from hvacdesk.domain.customers.cautions import Caution, CautionKind
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.customers.merging import (
    MERGE_COLUMNS,
    TOGETHER,
    InDisposal,
    MergedRow,
    MergeField,
    MergeMixed,
    MergeView,
    PaymentFate,
    SameCustomer,
    Take,
    UndoneMerge,
    Unsettled,
)
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.family_names import settled
from hvacdesk.services.customers.merge_order import both, cautions_left, lead_past, note_left, phones_left
from hvacdesk.services.customers.merge_rest import share_rest
from hvacdesk.services.customers.merge_view import payment_fate, side_by_side
from hvacdesk.services.customers.merge_wishes import divide_wish
from hvacdesk.services.permissions import body_decides, needs
from hvacdesk.services.requests.suspension import require_readable
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers, finding
from hvacdesk.store.customers import merging as store
from hvacdesk.store.customers.separating import Separation
from hvacdesk.store.engine import Session
from hvacdesk.store.oversight import tied
from hvacdesk.store.requests import requests

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer

_TABLE = "customers"
_NAME_COLUMNS = ("family_name", "given_name", "family_kana", "given_kana")
_REDUCTION = ("reduced_on", "reduced_to")
"""An undo does not restore these: what was added meanwhile may stay, so they are judged again."""
_ASKED = "erasure_asked_on"
"""This follows the requests: see :func:`divide_wish`."""

Pairs = dict[str, list[Any]]
"""Columns of the kept customer with the value before and after the merge; of what belongs together all."""


class Merging:
    """Merges of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.EDIT_CUSTOMERS)
    def compare(self, actor: Actor, kept: str, merged: str) -> MergeView:
        """The two side by side, masked, with what is proposed.

        Raises:
            SameCustomer: they are one already.
            CustomerSuspended: the two cannot be merged, and what they share or not tells what one hides.
        """
        with self._workplace.reading() as session:
            one, other = self._both(session, kept, merged)
            for record in (one.record_id, other.record_id):
                require_readable(session, f"customer:{record}")
            return side_by_side(session, actor, one, other)

    @needs(Permission.EDIT_CUSTOMERS)
    def merge(
        self,
        actor: Actor,
        kept: str,
        merged: str,
        versions: tuple[int, int],
        choices: Mapping[MergeField, Take],
    ) -> str:
        """Let ``merged`` live on in ``kept`` and return the merge's record id.

        Every row that names the duplicate names the kept customer afterwards, papers, holds and notes
        included; phones, contacts and cautions of both are kept. What a field is not chosen for stays the
        kept customer's. No search and no list shows the duplicate; its number finds the kept one.

        Args:
            versions: of both, from the view that the choices were made from.

        Raises:
            ChangedMeanwhile: one of them was saved since.
            SameCustomer, InDisposal: as they say; nothing was changed.
            InvalidInput: both values of a field that takes one only.
        """
        with self._workplace.transaction() as session:
            one, other = self._both(session, kept, merged)
            if (one.version, other.version) != versions:
                raise ChangedMeanwhile
            if store.in_disposal(session, (one, other)):
                raise InDisposal
            store.clear_decisions(session, (one, other))
            payment = self._take_payment(actor, one, other)
            columns = _take_columns(one, other, choices)
            before = {
                "columns": columns,
                "phones": store.take_phones(one, other),
                "cautions": self._take_cautions(actor, one, other),
                "payment": payment,
            }
            had = store.had(session, one)
            moved = store.move(session, other.id, one.id)
            store.put_into(other, one)
            at = stamp(self._workplace.now())
            row = store.note(session, one, other, moved, had, before, actor.account, at)
            self._changed(session, one, other)
            self._record(session, actor, Action.CUSTOMERS_MERGED, one, other, _differing(columns))
            return row.record_id

    @needs(Permission.FIND_CUSTOMERS)
    def merged(self, actor: Actor, customer: str) -> tuple[MergedRow, ...]:
        """The duplicates that live on in a customer, the latest first."""
        with self._workplace.reading() as session:
            owner = customers.current(session, customer)
            return tuple(
                MergedRow(
                    merge=merge.record_id,
                    number=duplicate.number,
                    name=masking.name(*customers.name_of(duplicate)),
                    merged_on=office_day(moment_of(merge.merged_at)).isoformat(),
                    merged_by=name,
                )
                for merge, duplicate, name in store.of(session, owner)
            )

    @needs(Permission.EDIT_CUSTOMERS)
    @body_decides("payment fields for who holds the payment key")
    def undo(self, actor: Actor, merge: str) -> UndoneMerge:
        """Separate the two again.

        What came with the duplicate goes back to it, with what was made since and hangs on it, such as the
        draft about its invoice or the receipt for its payment, and with payments and invoices that were
        entered for it; what was changed at the kept customer since stays, with all that belongs to it: half
        of one address and half of another is nobody's.

        Raises:
            RecordGone: the merge was undone already, or the customer destroyed.
            CustomerMerged: the kept customer was itself merged since: that is undone first.
            NotPermitted: payment details were taken over, which need their key to be given back.
            InDisposal: a disposal that waits for its destruction names the customer.
            MergeMixed: money, work or a contact person of one was used for the other since.
        """
        with self._workplace.transaction() as session:
            row = store.get(session, merge)
            other = customers.by_key(session, row.merged_id)
            one = customers.get(session, customers.by_key(session, row.customer_id).record_id)
            if store.in_disposal(session, (one,)):
                raise InDisposal
            store.clear_decisions(session, (one,))
            before: dict[str, Any] = json.loads(row.before)
            if before["payment"]:
                actor.require(Permission.SEE_PAYMENT)
            store.move_back(session, store.moved_by(session, row), one.id, other.id)
            brought = store.brought(session, one.id)
            merged_on = office_day(moment_of(row.merged_at)).isoformat()
            meant = store.meant(session, row)
            known = store.known(session, row, one)
            separation = Separation(session, one, other, known, merged_on, brought, meant)
            if mixed := separation.carry_out():
                raise MergeMixed(numbers=", ".join(mixed))
            store.take_out(other)
            since = store.later(session, row)
            remembered = [json.loads(made.before) for made in since]
            note = note_left(before, remembered, one.note)
            fields, stayed = _give_columns_back(one, before["columns"])
            if note != one.note:
                store.put_columns(one, {"note": note})
                stayed.discard(MergeField.NOTE)
                fields.append("note")
            former, taken = before["columns"].get(_ASKED, [one.erasure_asked_on] * 2)
            divide_wish(session, one, other, former, taken)
            rest = separation.left()
            unsettled = {*share_rest(self._workplace, session, actor, (one, other), rest)}
            if store.give_phones_back(one, other, phones_left(before["phones"], remembered)):
                unsettled.add(Unsettled.PHONES)
            lead_past(before, remembered)
            theirs = [_texts(customers.by_key(session, made.merged_id)) for made in since]
            cautions, settled = cautions_left(before, remembered, theirs, _texts(one))
            customers.save_cautions(one, _of_texts(cautions), by="", on="")
            if not settled:
                unsettled.add(Unsettled.CAUTIONS)
            for made, what in zip(since, remembered, strict=True):
                store.remember(made, what)
            if not self._give_payment_back(one, other, before["payment"]):
                stayed.add(MergeField.PAYMENT_METHOD)
            store.remove(session, row)
            self._changed(session, one, other)
            self._record(session, actor, Action.MERGE_UNDONE, one, other, fields)
            fields_left = tuple(field for field in MergeField if field in stayed)
            left = tuple(what for what in Unsettled if what in unsettled)
            asked = requests.numbers(session, rest.requests)
            return UndoneMerge(other.record_id, fields_left, separation.undecided, left, asked)

    def _both(self, session: Session, kept: str, merged: str) -> tuple[Customer, Customer]:
        if kept == merged:
            raise SameCustomer
        return customers.get(session, kept), customers.get(session, merged)

    def _take_cautions(self, actor: Actor, one: Customer, other: Customer) -> dict[str, list[list[str]]]:
        """Keep the cautions of both; two texts of no kind become one."""
        before, theirs = _texts(one), _texts(other)
        after = {kind: both(before.get(kind), theirs.get(kind)) or "" for kind in (*before, *theirs)}
        today = self._workplace.today().isoformat()
        customers.save_cautions(one, _of_texts(after), by=actor.account, on=today)
        return {"before": _plain(before), "after": _plain(after)}

    def _take_payment(self, actor: Actor, one: Customer, other: Customer) -> list[str]:
        """Seal the duplicate's payment details for the kept customer, if it has none; returns the columns."""
        if payment_fate(actor, one, other) is not PaymentFate.TAKEN:
            return []
        vault, texts = self._workplace.vault, self._payment_of(other)
        customers.seal(one, texts, lambda name, key, text: vault.seal_payment(_TABLE, name, key, text))
        return sorted(texts)

    def _give_payment_back(self, one: Customer, other: Customer, taken: list[str]) -> bool:
        """Empty what was taken over; false where any of it was changed since: then all of it stays."""
        if not taken:
            return True
        mine, theirs = self._payment_of(one), self._payment_of(other)
        if mine != {name: text for name, text in theirs.items() if name in taken}:
            return not mine
        customers.empty_sealed(one, taken)
        return True

    def _payment_of(self, row: Customer) -> dict[str, str]:
        sealed, vault = customers.sealed(row), self._workplace.vault
        return {name: vault.open_payment(_TABLE, name, row.id, value) for name, value in sealed.items()}

    def _changed(self, session: Session, one: Customer, other: Customer) -> None:
        """Count both as changed, and rewrite what they are found by: a duplicate is not found at all."""
        at = stamp(self._workplace.now())
        for customer in (one, other):
            customers.count_change(customer)
            customers.note_used(customer, at)
        for customer in (one, other):
            if customer.merged_into_id is None:
                finding.write(session, customer.id, customers.record_of(customer), customer.number)
            else:
                finding.remove(session, customer.id)
        keys = (one.id, other.id)
        self._workplace.find_anew(session, *keys)
        self._workplace.after_commit(session, self._workplace.shared.forget_edits)

    def _record(
        self,
        session: Session,
        actor: Actor,
        action: Action,
        one: Customer,
        other: Customer,
        fields: list[str],
    ) -> None:
        subject = f"customer:{one.record_id}"
        self._workplace.record(
            session,
            actor,
            action,
            subject,
            ties=[tied.holds_of(one.record_id), tied.holds_of(other.record_id)],
            merged=other.record_id,
            number=other.number,
            fields=fields,
        )


def _take_columns(one: Customer, other: Customer, choices: Mapping[MergeField, Take]) -> Pairs:
    """Write the chosen values, the earlier registration and the later contact; returns what that changed."""
    wanted: dict[str, Any] = {
        "registered_on": min(one.registered_on, other.registered_on),
        "last_contact_on": max(one.last_contact_on, other.last_contact_on),
        _ASKED: max(one.erasure_asked_on, other.erasure_asked_on),
        **dict.fromkeys(_REDUCTION, ""),  # a reduced one is judged again with what joins it
    }
    for field, take in choices.items():
        if take is Take.BOTH and field is not MergeField.NOTE:
            raise InvalidInput(field.value)
        if take is Take.BOTH:
            wanted["note"] = "\n".join(filter(None, (one.note, other.note)))
        elif take is Take.MERGED:
            wanted |= {name: getattr(other, name) for name in MERGE_COLUMNS[field]}
    wanted |= _kana_apart({name: wanted.get(name, getattr(one, name)) for name in _NAME_COLUMNS})
    former = {name: getattr(one, name) for name in wanted}
    pairs = {
        name: [former[name], new] for name, new in wanted.items() if former[name] != new or name == _ASKED
    }
    for group in map(_columns, TOGETHER):
        if any(name in pairs for name in group):
            pairs |= {name: [getattr(one, name)] * 2 for name in group if name not in pairs}
    store.put_columns(one, {name: new for name, (_old, new) in pairs.items()})
    return pairs


def _columns(fields: Iterable[MergeField]) -> frozenset[str]:
    return frozenset(name for field in fields for name in MERGE_COLUMNS[field])


def _differing(pairs: Pairs) -> list[str]:
    return sorted(name for name, (old, new) in pairs.items() if old != new)


def _kana_apart(name: Mapping[str, str]) -> dict[str, str]:
    """The name of one with the kana of the other: what cannot be told apart is hidden, as everywhere."""
    person = settled(PersonName(*name.values()))
    return {"family_kana": person.family_kana, "given_kana": person.given_kana}


def _give_columns_back(one: Customer, pairs: Pairs) -> tuple[list[str], set[MergeField]]:
    """Put back what the merge changed and nobody has changed since, and what belongs together as a whole.

    Returns the columns, and the fields that stay as they are now, where that is not as before the merge.
    """
    changed = store.changed_since(one, pairs)
    stayed = {
        field
        for fields in TOGETHER
        if not changed.isdisjoint(_columns(fields))
        for field in fields
        if _is_not_as_before(one, pairs, field)
    }
    changed.update(_REDUCTION, (_ASKED,))
    back = {name: pair for name, pair in pairs.items() if name not in changed}
    store.put_columns(one, {name: old for name, (old, _new) in back.items()})
    return _differing(back), stayed


def _is_not_as_before(one: Customer, pairs: Pairs, field: MergeField) -> bool:
    return any(name in pairs and getattr(one, name) != pairs[name][0] for name in MERGE_COLUMNS[field])


def _texts(customer: Customer) -> dict[str, str]:
    return {caution.kind.value: caution.detail for caution in customers.cautions_of(customer)}


def _of_texts(cautions: Mapping[str, str]) -> tuple[Caution, ...]:
    return tuple(Caution(kind, cautions[kind]) for kind in CautionKind if kind in cautions)


def _plain(cautions: Mapping[str, str]) -> list[list[str]]:
    return [[caution.kind.value, caution.detail] for caution in _of_texts(cautions)]
