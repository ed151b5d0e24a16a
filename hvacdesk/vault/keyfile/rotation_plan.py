"""What a rotation changes, and the key file that follows from it: pure steps, nothing is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from hvacdesk.domain.roles import Role
from hvacdesk.vault import ciphers, errors
from hvacdesk.vault.keyfile import grants, roster, signers, slots
from hvacdesk.vault.keyfile.body import Body, Login, Person
from hvacdesk.vault.keyfile.grants import Kind, OfficeKeys, Wrapped
from hvacdesk.vault.keyfile.key_file_store import OpenKeyFile
from hvacdesk.vault.keyfile.recovery import SheetDraft
from hvacdesk.vault.keyfile.roster import Entry, Roster
from hvacdesk.vault.keyfile.sealing import RecoveryKeys, seal_recovery
from hvacdesk.vault.keyfile.slots import Header, SecretHandover, SlotsFile


@dataclass(frozen=True)
class PaymentColumn:
    """A column of sealed payment fields, to be sealed again when the payment key changes."""

    table: str
    column: str
    key: str


@dataclass(frozen=True)
class NewPerson:
    """A slot's new public key, and the private one under a new passphrase; name and roles stay."""

    slot_id: str
    public_key: bytes
    wrapped: Wrapped


@dataclass(frozen=True)
class Plan:
    """What a rotation changes besides the database key and the device secret.

    Attributes:
        leaving: a slot that is not taken along.
        roles: the roles that slots have from now on, where they change. A person who leaves or loses a role
            that carries the payment or signing key may have kept it: the plan has to replace it.
        payment: the columns to seal under a new payment key; None keeps the payment key.
        new_signing_key: whether the signing key is replaced; the former one signs its successor.
        sheet: a recovery sheet that was printed and retyped; the former one opens the new epoch no more. Not
            together with a new signing key: the sheet prints the fingerprint of the one in force.
        withdrawing: a login of the computer that can open the office no more.
        person: a slot that gets new personal keys; what was sealed to the former ones opens nothing new.
    """

    leaving: str | None = None
    roles: Mapping[str, frozenset[Role]] = field(default_factory=dict)
    payment: Sequence[PaymentColumn] | None = None
    new_signing_key: bool = False
    sheet: SheetDraft | None = None
    person: NewPerson | None = None
    withdrawing: str | None = None

    @property
    def shuts_out(self) -> bool:
        """Whether somebody who may know the present device secret must not get at the next one."""
        return self.leaving is not None or self.withdrawing is not None


def keys_lost(present: Roster, plan: Plan) -> frozenset[Kind]:
    """Which keys somebody holds now who will no longer hold them; the database key changes anyhow."""
    return frozenset(
        kind
        for entry in present.entries
        for kind in grants.kinds_of(entry.roles) - grants.kinds_of(_roles_to_be(entry, plan))
    ) - {Kind.DATABASE}


def _roles_to_be(entry: Entry, plan: Plan) -> frozenset[Role]:
    """The roles that a slot has afterwards; none if it is left out."""
    return frozenset() if entry.slot_id == plan.leaving else plan.roles.get(entry.slot_id, entry.roles)


def check(former: OpenKeyFile, keys: OfficeKeys, plan: Plan, epoch: int) -> None:
    """Return when this plan may be carried out.

    Raises:
        ValueError: the plan lets somebody keep a key that they lose, or the session lacks a key.
        RosterRefused: the session's keys are others than the roster's.
        SlotGone: the plan names a slot that is not there.
        RecoveryNotConfirmed: the plan's sheet was not retyped.
        SheetOutdated: the plan's sheet was printed for another epoch.
    """
    if keys.signing is None or keys.payment is None:
        raise ValueError("only a session with all keys can change them")
    grants.check_committed(former.roster, former.body.roster.signer, keys)
    named = [plan.leaving, None if plan.person is None else plan.person.slot_id]
    for slot_id in (*plan.roles, *filter(None, named)):
        former.roster.entry(slot_id)
    lost = keys_lost(former.roster, plan)
    if plan.payment is None and Kind.PAYMENT in lost:
        raise ValueError("whoever loses the payment key may have kept it: the fields must be sealed anew")
    if not plan.new_signing_key and Kind.SIGNING in lost:
        raise ValueError("whoever loses the signing key may have kept it: it must be replaced")
    if plan.new_signing_key and plan.sheet is not None:
        raise ValueError("a sheet prints the fingerprint of the signing key in force")
    if plan.sheet is not None:
        _check_sheet(former.roster, plan.sheet, epoch)


def _check_sheet(present: Roster, draft: SheetDraft, epoch: int) -> None:
    if not draft.confirmed:
        raise errors.RecoveryNotConfirmed
    sheet = draft.sheet
    if (sheet.office_id, sheet.number, sheet.epoch) != (
        present.office_id,
        present.recovery_number + 1,
        epoch,
    ):
        raise errors.SheetOutdated


def next_keys(keys: OfficeKeys, plan: Plan) -> OfficeKeys:
    """The office's keys of the next epoch."""
    payment = keys.payment if plan.payment is None else ciphers.new_key()
    signing = ciphers.new_key() if plan.new_signing_key else keys.signing
    return replace(keys, database=ciphers.new_key(), payment=payment, signing=signing)


def next_body(
    former: OpenKeyFile,
    old: OfficeKeys,
    keys: OfficeKeys,
    plan: Plan,
    epoch: int,
    revision: int,
    logins: tuple[Login, ...] = (),
) -> Body:
    """The key file's next body: everybody who stays, with the new keys sealed to their public keys.

    Args:
        old: the keys that the session holds, of which the signing key names its successor.
        keys: those of the next epoch.
        logins: of this computer that may open the office.

    Raises:
        LastOwner: no owner would be left.
    """
    if old.signing is None or keys.signing is None:
        raise ValueError("the roster cannot be signed without the signing key")
    present = former.roster
    # A key that an invited person chose, and the invitation endorsed, is on the roster itself from now on.
    entries = tuple(
        replace(
            entry,
            roles=_roles_to_be(entry, plan),
            public_key=former.public_key(entry.slot_id),
            endorsement_key=entry.endorsement_key if former.invited(entry.slot_id) else b"",
        )
        for entry in present.entries
        if entry.slot_id != plan.leaving
    )
    wrapped = {entry.slot_id: former.person(entry.slot_id).wrapped for entry in entries}
    if plan.person is not None:
        entries = tuple(_with_new_key(entry, plan.person) for entry in entries)
        wrapped[plan.person.slot_id] = plan.person.wrapped
    following = replace(
        present.changed(entries),
        epoch=epoch,
        payment_generation=present.payment_generation + (plan.payment is not None),
    )
    if plan.sheet is not None:
        following = replace(
            following, recovery_number=plan.sheet.sheet.number, recovery_key=plan.sheet.recovery_key
        )
    if plan.new_signing_key:
        following = _with_new_signer(following, old.signing, keys.signing)
    signed = roster.signed(grants.committed(following, keys), keys.signing)
    # New grants for everybody who stays: the database key is new in every epoch.
    people = {
        entry.slot_id: Person(
            wrapped[entry.slot_id],
            grants.make_grants(
                following, signed.signer, entry.slot_id, entry.public_key, keys, grants.kinds_of(entry.roles)
            ),
        )
        for entry in entries
    }
    return Body(revision, signed, people, logins, former.body.box_key)


def _with_new_key(entry: Entry, person: NewPerson) -> Entry:
    if entry.slot_id != person.slot_id:
        return entry
    return replace(entry, public_key=person.public_key, endorsement_key=b"")


def _with_new_signer(present: Roster, old: bytes, new: bytes) -> Roster:
    generation = present.signing_generation + 1
    link = signers.succeed(present.office_id, old, ciphers.signing_public(new), generation)
    return replace(present, signing_generation=generation, successions=(*present.successions, link))


def next_file(
    body: Body,
    header: Header,
    keys: OfficeKeys,
    slots_key: bytes,
    former: OpenKeyFile,
    plan: Plan,
    handovers: tuple[SecretHandover, ...] = (),
) -> SlotsFile:
    """The key file of the next epoch, ready to be written."""
    created = (
        date.fromisoformat(former.file.recovery.created) if plan.sheet is None else plan.sheet.sheet.created
    )
    following = body.roster.opened(header.office_id, header.epoch)
    recovery = seal_recovery(following, RecoveryKeys(keys, slots_key), created)
    return SlotsFile(header, slots.seal_body(body, slots_key, header), recovery, handovers)
