"""An office with customers who are due, their living namesakes, and people who may propose and approve."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from hvacdesk.domain.disposal.disposal import Decision, DisposalResult
from hvacdesk.domain.disposal.place_decisions import KeepReason, PlaceDecision, PlaceToDecide
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.services.backups.backups import Backups
from hvacdesk.services.disposal.disposal import Disposal
from hvacdesk.services.entry.reconciling import follow_slots_file
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.shared_office import SharedOffice
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import schema
from hvacdesk.store.engine import Session, Store
from hvacdesk.store.models import Copy, Customer, CustomerCaution, Draft, Job, WorkOrder
from hvacdesk.store.office import office as office_store
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault import milestones
from hvacdesk.vault.keyfile.rotation import Plan
from hvacdesk.vault.office import DeviceKeyring, OpenVault, SealedOffice
from tests.helpers.copied_office import made_once
from tests.helpers.decisions import decide, propose
from tests.helpers.ground import MovableClock
from tests.helpers.sabotage import replaced
from tests.helpers.sample_records import Person, add_customer, add_job, add_paper
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import ONE_TIME, OWNER_PASSPHRASE, Clock, MadeOffice, make_office

PASSPHRASE = "shouninsha-no-aikotoba"
MONTH = "2026-11"
LONG_NOTE = "長い覚え書き。" * 900 + "最後は若宮の角を右"
"""Longer than two pages, so that it lies in an overflow chain."""

GOING = (
    Person(note="鍋屋上野の実家に鍵", attends="美沙緒の母"),
    Person(
        family="犬飼",
        given="蔵人",
        phone="090-5551-2077",
        email="kurando@inukai.example",
        note=LONG_NOTE,
        serial="SN-90210773",
    ),
    Person(
        family="田中",
        given="太郎",
        phone="052-333-4455",
        email="taro@tanaka.example",
        town="唐山町",
        serial="SN-10000001",
    ),
)
"""Customers who are due. The last one shares name and town with one who stays, and the phone with another."""

STAYING = Person(
    family="田中",
    given="太郎",
    phone="052-444-5566",
    email="other@tanaka.example",
    serial="SN-10000002",
    note="息子も太郎",
)


class PowerCut(Exception):
    """Stands for whatever ends the program."""


@dataclass
class DisposalOffice:
    """An open office in the owner's session, with one backup folder.

    Attributes:
        batch: what was approved before the test began, if anything was.
    """

    workplace: Workplace
    backups: Backups
    disposal: Disposal
    clock: MovableClock
    owner: Actor
    approver: Actor
    desk: Actor
    made: MadeOffice
    customers: dict[str, str] = field(default_factory=dict)
    forgotten: list[bool] = field(default_factory=list)
    batch: str = ""

    @property
    def vault(self) -> OpenVault:
        """The owner's session."""
        return self.workplace.vault

    def going(self) -> list[str]:
        """The record ids of the customers who are due."""
        return [self.customers[f"going {number}"] for number in range(len(GOING))]

    def proposed(self, *customers: str) -> str:
        """A batch in which the desk proposes these customers, or everyone who is due."""
        review = self.disposal.reviews.review(self.desk, MONTH)
        for customer in {row.customer for row in review.rows}.difference(customers or self.going()):
            decide(self.disposal.reviews, self.desk, review.batch, customer, Decision.KEEP)
        propose(self.disposal.reviews, self.desk, review.batch)
        return review.batch

    def approved(self, *customers: str) -> str:
        """A batch that was proposed and approved yesterday; whatever stands elsewhere was kept."""
        if self.batch and not customers:
            return self.batch
        batch = self.proposed(*customers)
        self.approve(batch, self.keep_places(batch))
        self.clock.pass_time(days=1)
        return batch

    def approved_tomorrow(self, batch: str) -> str:
        """A proposed batch that was approved yesterday."""
        self.approve(batch)
        self.clock.pass_time(days=1)
        return batch

    def approve(self, batch: str, seen: Sequence[PlaceToDecide] | None = None) -> None:
        """The second person approves a batch at the desk, with what is shown there of other places.

        Args:
            seen: what was shown just now, where nobody has to look again.
        """
        if seen is None:
            seen = self.disposal.places.look(self.desk, batch)
        self.disposal.approvals.approve_beside(self.desk, batch, self.approver.account, PASSPHRASE, seen)

    def keep_places(self, batch: str) -> Sequence[PlaceToDecide]:
        """Let everything that stands in other places stay where it is; returns it as it is shown then."""
        refs = [one.ref for one in self.disposal.places.look(self.desk, batch)]
        if not refs:
            return ()
        keep, reason = PlaceDecision.KEEP, KeepReason.LIVING_ORDER
        return self.disposal.places.decide(self.desk, batch, refs, keep, reason)

    def dismiss(self, owner: Actor) -> None:
        """Let an owner leave the office for good."""
        self.workplace.store.close()
        self.vault.epochs.rotate(Plan(leaving=owner.account, payment=(), new_signing_key=True))
        self.vault.epochs.discard_former()

    def destroy(self, batch: str, count: int = len(GOING)) -> DisposalResult:
        """Carry a batch out."""
        return self.disposal.destruction.destroy(self.owner, batch, count, no_progress, lambda: False)

    def dump(self) -> bytes:
        """Every page of database and log as the vault decrypts them, one after the other."""
        from hvacdesk.vault.database.pages import OpenedFile, PageKey

        path = self.vault.database_path
        with OpenedFile(path, PageKey(self.vault.database_key())) as file:
            return b"".join(file.page(number) for number in file.numbers())


def no_progress(_step: Phrase, _done: int, _total: int) -> None:
    """Nobody watches."""


@contextmanager
def power_cut(milestone: str) -> Iterator[None]:
    """Within the block the program ends when a milestone is reached, which it has to be."""

    def reached(name: str) -> None:
        if name == milestone:
            raise PowerCut

    with replaced(milestones, "reached", reached), pytest.raises(PowerCut):
        yield


def disposal_office(made: MadeOffice) -> DisposalOffice:
    """Open an office for its owner and fill it."""
    office = _filled(made)
    _give_place(office)
    return office


@contextmanager
def copied_office(home: Path, service: SecretService, *, approved: bool = False) -> Iterator[DisposalOffice]:
    """A copy of an office that was filled once, open for its owner, with a backup folder of its own.

    Copies share their secrets, so the key store is emptied when the block ends.

    Args:
        approved: everyone who is due was proposed and approved yesterday, once for all such copies.
    """
    office = _copy_of(_approved_and_closed if approved else _filled_and_closed, home)
    _give_place(office)
    yield office
    office.workplace.store.close()
    office.vault.close()
    service.forget_all()


def _copy_of(make: Callable[[Path], DisposalOffice], home: Path) -> DisposalOffice:
    template = made_once(make).put(home)
    secrets, clock = DeviceKeyring(), Clock()
    vault = SealedOffice.find(home, secrets, clock=clock).unlock(template.owner.account, OWNER_PASSPHRASE)
    made = MadeOffice(vault, template.made.sheet, home, secrets, clock)
    office = _opened(made, template.approver, template.desk)
    office.clock.now, office.batch = template.clock.now, template.batch
    AuditLog(office.workplace).check(chain=vault.holds_signing_key)
    office.customers |= template.customers
    return office


def _filled_and_closed(home: Path) -> DisposalOffice:
    return _closed(_filled(make_office(home, DeviceKeyring())))


def _approved_and_closed(home: Path) -> DisposalOffice:
    office = _copy_of(_filled_and_closed, home)
    office.batch = office.approved()
    return _closed(office)


def _closed(office: DisposalOffice) -> DisposalOffice:
    office.workplace.store.close()
    office.vault.close()
    return office


def _opened(made: MadeOffice, approver: Actor, desk: Actor) -> DisposalOffice:
    clock = MovableClock()
    workplace = Workplace(SharedOffice(clock), made.vault)
    owner = Actor(made.vault.slot_id, made.vault.name, made.vault.roles)
    backups = Backups(workplace)
    office = DisposalOffice(
        workplace, backups, Disposal(workplace, backups), clock, owner, approver, desk, made
    )
    office.disposal = Disposal(workplace, backups, forget=lambda: office.forgotten.append(True))
    return office


def _give_place(office: DisposalOffice) -> None:
    folder = office.made.home.parent / "backups"
    folder.mkdir()
    office.backups.add_place(office.owner, str(folder))


def _filled(made: MadeOffice) -> DisposalOffice:
    store = Store(made.vault.connect)
    schema.bring_up_to_date(store)
    store.close()
    approver = _join(made, "青木 真", frozenset({Role.OWNER}))
    desk = _join(made, "緑川 文", frozenset({Role.DESK}))
    office = _opened(made, approver, desk)
    workplace, owner, clock = office.workplace, office.owner, office.clock
    with workplace.transaction() as session:
        audit_log.append(
            session,
            clock(),
            owner.account,
            Action.OFFICE_CREATED,
            f"account:{owner.account}",
            {},
            signer=made.vault.log.signer,
        )
    AuditLog(workplace).write_anchor()
    with workplace.transaction() as session:
        office_store.save_facts(
            session, OfficeFacts("唐山空調", "052-111-2222", "名古屋市", LegalForm.COMPANY, 3)
        )
        for person in (owner, approver, desk):
            office_store.add_account(session, person.account, person.name, person.roles, clock())
        follow_slots_file(workplace, session, owner)
    _fill(office)
    return office


def _join(made: MadeOffice, name: str, roles: frozenset[Role]) -> Actor:
    slot = made.vault.slots.add(name, roles, ONE_TIME)
    vault = SealedOffice.find(made.home, made.secrets, clock=made.clock).unlock(slot.slot_id, ONE_TIME)
    vault.slots.change_passphrase(ONE_TIME, PASSPHRASE)
    vault.close()
    return Actor(slot.slot_id, name, roles)


def _fill(office: DisposalOffice) -> None:
    settled = {EventKind.INVOICE: "2010-05-20", EventKind.SETTLEMENT: "2010-06-30"}
    with office.workplace.transaction() as session:
        for number, person in enumerate(GOING):
            customer = add_customer(
                session,
                person,
                family_kana="カナ",
                cautions=[CustomerCaution(kind="other", detail="吠える犬")],
            )
            seal_payment(office, customer, person)
            job = add_job(session, customer, person, events=settled, detail="モルタル壁の北側")
            _add_papers(session, job)
            session.add(
                Draft(
                    account=office.desk.account,
                    form="customer",
                    subject=customer.record_id,
                    payload=f'{{"note": "{person.family}様 下書き"}}',
                    kept_at="2026-11-20T00:00:00Z",
                )
            )
            office.workplace.record(
                session,
                office.desk,
                Action.REVEALED,
                f"customer:{customer.record_id}",
                note=f"{person.given}さんと通話",
                note_customer=customer.id,
            )
            office.customers[f"going {number}"] = customer.record_id
        for number in range(40):
            person = STAYING if number == 0 else neighbour(number)
            kept = add_customer(session, person)
            add_job(session, kept, person, state=JobState.PAID, events={EventKind.INVOICE: "2025-05-20"})
            office.customers[f"staying {number}"] = kept.record_id


def neighbour(number: int) -> Person:
    """Somebody who stays; the first of them has the phone of one who goes."""
    phone = GOING[2].phone if number == 1 else f"052-700-{number:04}"
    return Person(
        family=f"隣人{number}",
        given="花",
        phone=phone,
        email=f"n{number}@rinjin.example",
        street=f"1丁目{number}",
        serial=STAYING.serial,
        note=STAYING.note,
    )


def _add_papers(session: Session, job: Job) -> None:
    copy = Copy(
        code=f"9{job.id:08}00",
        copy_number=1,
        copies=1,
        profile="technician",
        state="shredded",
        holder_note="玄関先で受け取り",
        changed_at="2026-10-01T00:00:00Z",
    )
    order = WorkOrder(job_id=job.id, issued_by="0" * 32, issued_at="2010-05-09T00:00:00Z", copies=[copy])
    session.add(order)
    add_paper(session, job)


def seal_payment(office: DisposalOffice, customer: Customer, person: Person) -> None:
    for column, text in (("bank", "唐山信用金庫"), ("account", "1234567"), ("payer", person.given)):
        setattr(customer, column, office.vault.seal_payment("customers", column, customer.id, text))


def still_readable(office: DisposalOffice) -> list[bytes]:
    """What some page holds of that which no page may hold any more."""
    pages = office.dump()
    return [value for value in destroyed_values() if value in pages]


def destroyed_values() -> list[bytes]:
    """What no page may hold after the first two customers are gone; the third one shares values."""
    words = [word for person in GOING[:2] for word in (person.given, person.email, person.serial)]
    words += ["987-6543", "0529876543", "090-5551-2077", "09055512077", "鍋屋上野", "若宮の角", "taro@tanaka"]
    words += ["美沙緒さんと通話", "柳川様 下書き", "玄関先で", "モルタル壁の北側"]
    words += ["写真つき契約書", "奥様が署名"]
    return [word.encode() for word in words]


def session_of(office: DisposalOffice, account: str, passphrase: str = PASSPHRASE) -> Disposal:
    """The disposals as another person's login sees them; :func:`close` follows."""
    vault = SealedOffice.find(home_of(office), office.made.secrets).unlock(account, passphrase)
    workplace = Workplace(SharedOffice(office.clock), vault)
    AuditLog(workplace).check(chain=vault.holds_signing_key)
    return Disposal(workplace, Backups(workplace))


def place_of(office: DisposalOffice) -> Path:
    """The office's backup folder."""
    return home_of(office).parent / "backups"


def home_of(office: DisposalOffice) -> Path:
    """The office's folder."""
    return office.vault.database_path.parent
