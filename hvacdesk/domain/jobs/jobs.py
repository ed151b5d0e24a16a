"""Jobs: the work an office books, its states and the air conditioners it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.customers.cautions import Caution
from hvacdesk.domain.customers.customers import Address
from hvacdesk.domain.jobs.job_events import JobEvent
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.wording import Phrase, phrase


class WorkKind(StrEnum):
    """What is done: 新設, 交換, 移設, 撤去, 修理, 洗浄, 点検."""

    INSTALL = "install"
    REPLACE = "replace"
    RELOCATE = "relocate"
    REMOVE = "remove"
    REPAIR = "repair"
    CLEAN = "clean"
    INSPECT = "inspect"


WORK_KIND_NAMES: dict[WorkKind, Phrase] = {
    WorkKind.INSTALL: phrase("Jobs", "Installation"),
    WorkKind.REPLACE: phrase("Jobs", "Replacement"),
    WorkKind.RELOCATE: phrase("Jobs", "Relocation"),
    WorkKind.REMOVE: phrase("Jobs", "Removal"),
    WorkKind.REPAIR: phrase("Jobs", "Repair"),
    WorkKind.CLEAN: phrase("Jobs", "Cleaning"),
    WorkKind.INSPECT: phrase("Jobs", "Inspection"),
}


class JobState(StrEnum):
    """受付 → 見積 → 手配 → 作業中 → 完了 → 請求 → 入金済, or 取消 from any state before 請求."""

    RECEIVED = "received"
    ESTIMATED = "estimated"
    ARRANGED = "arranged"
    WORKING = "working"
    DONE = "done"
    INVOICED = "invoiced"
    PAID = "paid"
    CANCELLED = "cancelled"


JOB_STATE_NAMES: dict[JobState, Phrase] = {
    JobState.RECEIVED: phrase("Jobs", "Received"),
    JobState.ESTIMATED: phrase("Jobs", "Estimated"),
    JobState.ARRANGED: phrase("Jobs", "Arranged"),
    JobState.WORKING: phrase("Jobs", "Working"),
    JobState.DONE: phrase("Jobs", "Done"),
    JobState.INVOICED: phrase("Jobs", "Invoiced"),
    JobState.PAID: phrase("Jobs", "Paid"),
    JobState.CANCELLED: phrase("Jobs", "Cancelled"),
}

_FORWARD = tuple(state for state in JobState if state is not JobState.CANCELLED)
UNDER_WAY = frozenset({JobState.RECEIVED, JobState.ESTIMATED, JobState.ARRANGED, JobState.WORKING})
"""States before completion: who goes there needs the site, a firm its order, and it may be cancelled."""
OPEN_STATES = frozenset(_FORWARD[: _FORWARD.index(JobState.PAID)])
"""States of a job that is neither paid nor cancelled; its customer is never destroyed."""
TAKEN_BACK = frozenset(
    {JobState.ESTIMATED, JobState.ARRANGED, JobState.WORKING, JobState.DONE, JobState.PAID}
)
"""Steps that an undo may take back: a slip of the hand that no document of the office shows."""


def next_states(state: JobState) -> tuple[JobState, ...]:
    """The states that may follow, most usual first. Steps may be skipped; back leads only an undo."""
    if state is JobState.CANCELLED:
        return ()
    after = _FORWARD[_FORWARD.index(state) + 1 :]
    return (*after, JobState.CANCELLED) if state in UNDER_WAY else after


class Party(StrEnum):
    """The part that a customer plays in a job; one customer may play several."""

    REQUESTER = "requester"
    RESIDENT = "resident"
    BUILDING_MANAGER = "building_manager"
    PAYER = "payer"


PARTY_NAMES: dict[Party, Phrase] = {
    Party.REQUESTER: phrase("Jobs", "Requester"),
    Party.RESIDENT: phrase("Jobs", "Resident"),
    Party.BUILDING_MANAGER: phrase("Jobs", "Building manager"),
    Party.PAYER: phrase("Jobs", "Payer"),
}


class UnitPart(StrEnum):
    """What the job does with a unit."""

    INSTALL = "install"
    REMOVE = "remove"
    SERVICE = "service"


UNIT_PART_NAMES: dict[UnitPart, Phrase] = {
    UnitPart.INSTALL: phrase("Jobs", "New"),
    UnitPart.REMOVE: phrase("Jobs", "Removed"),
    UnitPart.SERVICE: phrase("Jobs", "Serviced"),
}


class WorkItem(StrEnum):
    """Standard and additional work, as it is printed on a work order."""

    PIPE_TO_4M = "pipe_to_4m"
    EXISTING_HOLE = "existing_hole"
    SAME_FLOOR = "same_floor"
    DEDICATED_CIRCUIT = "dedicated_circuit"
    EVACUATION = "evacuation"
    TRIAL_RUN = "trial_run"
    EXTRA_PIPE = "extra_pipe"
    DRILLING = "drilling"
    NEW_CIRCUIT = "new_circuit"
    VOLTAGE_CHANGE = "voltage_change"
    OUTLET_CHANGE = "outlet_change"
    BREAKER = "breaker"
    COVER = "cover"
    BRACKET = "bracket"
    HIDDEN_PIPE = "hidden_pipe"
    REMOVAL = "removal"
    RECYCLING = "recycling"
    REPORTED = "reported"


STANDARD_ITEMS = (
    WorkItem.PIPE_TO_4M,
    WorkItem.EXISTING_HOLE,
    WorkItem.SAME_FLOOR,
    WorkItem.DEDICATED_CIRCUIT,
    WorkItem.EVACUATION,
    WorkItem.TRIAL_RUN,
)
TOLD_ITEMS = (WorkItem.REPORTED,)
"""What is no work, but told to those who do it: in words alone, without quantity or price."""
ADDITIONAL_ITEMS = tuple(item for item in WorkItem if item not in (*STANDARD_ITEMS, *TOLD_ITEMS))

WORK_ITEM_NAMES: dict[WorkItem, Phrase] = {
    WorkItem.PIPE_TO_4M: phrase("Jobs", "Pipe up to 4 m"),
    WorkItem.EXISTING_HOLE: phrase("Jobs", "Existing hole used"),
    WorkItem.SAME_FLOOR: phrase("Jobs", "Outdoor unit on the same floor"),
    WorkItem.DEDICATED_CIRCUIT: phrase("Jobs", "Dedicated circuit present"),
    WorkItem.EVACUATION: phrase("Jobs", "Evacuation"),
    WorkItem.TRIAL_RUN: phrase("Jobs", "Trial run and explanation"),
    WorkItem.EXTRA_PIPE: phrase("Jobs", "Extra pipe"),
    WorkItem.DRILLING: phrase("Jobs", "Drilling"),
    WorkItem.NEW_CIRCUIT: phrase("Jobs", "New dedicated circuit"),
    WorkItem.VOLTAGE_CHANGE: phrase("Jobs", "Voltage change"),
    WorkItem.OUTLET_CHANGE: phrase("Jobs", "Outlet change"),
    WorkItem.BREAKER: phrase("Jobs", "Breaker"),
    WorkItem.COVER: phrase("Jobs", "Decorative cover"),
    WorkItem.BRACKET: phrase("Jobs", "Bracket"),
    WorkItem.HIDDEN_PIPE: phrase("Jobs", "Hidden pipe"),
    WorkItem.REMOVAL: phrase("Jobs", "Removal of the old unit"),
    WorkItem.RECYCLING: phrase("Jobs", "Recycling ticket"),
    WorkItem.REPORTED: phrase("Jobs", "What the customer reports"),
}


class JobReader(StrEnum):
    """Who reads what is written of a job or its site in full, without asking.

    ``ANYBODY``: everybody who sees the job. ``JOBS``: who sees every job. ``VISIT``: who arranges jobs or
    goes there. ``GOING``: who goes there. ``NOBODY``: it is shown one by one, with a reason.
    """

    ANYBODY = "anybody"
    JOBS = "jobs"
    VISIT = "visit"
    GOING = "going"
    NOBODY = "nobody"


class SiteField(StrEnum):
    """What is kept of a site in words; facts, such as when its building was begun, are beside them."""

    LABEL = "label"
    ADDRESS = "address"
    FLOOR = "floor"
    ATTENDS = "attends"
    ACCESS = "access"
    LOCK_CODES = "lock_codes"


@dataclass(frozen=True)
class SiteRecord:
    """A place of work, in full.

    Attributes:
        detached: a detached house, or else a flat; None where nobody told.
        building_started_on: ISO date the building's construction started, or empty when unknown. Before
            2006-09-01 an asbestos survey must precede drilling (石綿障害予防規則).
        access: parking and carry-in notes, printed for technicians.
        lock_codes: keys, lock codes, absences; never printed, shown by reveal only.
    """

    address: Address
    label: str = ""
    detached: bool | None = None
    floor: str = ""
    attends: str = ""
    manager_permission: bool = False
    building_started_on: str = ""
    access: str = ""
    lock_codes: str = ""


@dataclass(frozen=True)
class UnitRecord:
    """An air conditioner: an indoor or outdoor unit at a site.

    ``design_years`` is its 設計上の標準使用期間 as the plate states it; None where nobody read it there.
    """

    place: str = ""
    outdoor: bool = False
    maker: str = ""
    model: str = ""
    serial: str = ""
    capacity_kw: float | None = None
    year: int | None = None
    refrigerant: str = ""
    charge_kg: float | None = None
    volts: int | None = None
    outlet: str = ""
    commercial: bool = False
    design_years: int | None = None


@dataclass(frozen=True)
class ItemLine:
    """One work item of a job; ``quantity`` in ``unit`` (m, pieces), ``detail`` such as a wall's material.

    ``yen`` is the price of one unit, or None where the item is not charged separately.
    """

    item: WorkItem
    quantity: float | None = None
    unit: str = ""
    detail: str = ""
    yen: int | None = None


@dataclass(frozen=True)
class JobUnit:
    """A unit, by record id, and what the job does with it."""

    unit: str
    part: UnitPart


class JobField(StrEnum):
    """What is kept of a job in words of its own."""

    PARTNER_FIRM = "partner_firm"
    CLIENT_CONTRACTOR = "client_contractor"
    CLIENT_SLIP = "client_slip"
    NOTE = "note"


@dataclass(frozen=True)
class JobRecord:
    """What the booking form saves.

    Attributes:
        site, parties, contact: record ids; the contact is one of the requester's.
        on: ISO date, or empty; ``starts``/``ends``: ``HH:MM``, or empty.
        amount_to_collect: yen.
        new_housing: the work belongs to a new dwelling 新築住宅, whose papers are kept for longer (建設業法).
    """

    site: str
    work_kind: WorkKind
    parties: dict[Party, str]
    on: str = ""
    starts: str = ""
    ends: str = ""
    staff: tuple[str, ...] = ()
    partner_firm: str = ""
    units: tuple[JobUnit, ...] = ()
    items: tuple[ItemLine, ...] = ()
    amount_to_collect: int | None = None
    client_contractor: str = ""
    client_slip: str = ""
    note: str = ""
    new_housing: bool = False
    contact: str = ""


@dataclass(frozen=True)
class JobRow:
    """One line of the day's list or of a customer's jobs.

    Attributes:
        copies_waiting: copies of its work order that no printer has taken yet.
        work_order_issued: whether it has a copy at all; ``work_order_printed``: whether one is on paper.
        suspended: whether a customer with a part in it has the use of their data suspended.
    """

    job: str
    number: str
    customer: str
    customer_number: str
    name: Masked
    town: Masked
    work_kind: WorkKind
    state: JobState
    on: str
    starts: str
    ends: str
    staff: tuple[str, ...]
    partner_firm: str = ""
    copies_out: int = 0
    copies_waiting: int = 0
    work_order_issued: bool = False
    work_order_printed: bool = False
    suspended: bool = False


@dataclass(frozen=True)
class UnitView:
    """A unit as the actor may see it; whole, unless its customer's data is suspended."""

    unit: str
    site: str
    record: UnitRecord


@dataclass(frozen=True)
class SiteView:
    """A site as the actor may see it: every described field; ``version`` increases with each save."""

    site: str
    values: Mapping[SiteField, Masked]
    detached: bool | None
    manager_permission: bool
    building_started_on: str
    units: tuple[UnitView, ...] = ()
    version: int = 0

    @property
    def title(self) -> str:
        """Name and address as far as they are shown, as a line that names the site."""
        named = (self.values[key].text for key in (SiteField.LABEL, SiteField.ADDRESS))
        return "  ".join(filter(None, named))


@dataclass(frozen=True)
class PartyView:
    """A customer's part in a job, as the actor may see it."""

    party: Party
    customer: str
    name: Masked


NOBODY = Masked("")
"""Nobody is named."""


@dataclass(frozen=True)
class JobDetail:
    """One job as the actor may see it.

    Attributes:
        texts: every described text.
        contact: whom the job is about at the requester's, with the department.
        cautions: what to mind on the visit; empty for a reader who does not go there.
        no_phone: whether nobody can be called: the person on site has no number.
        amount_to_collect: as it was entered.
        whole_to_collect: what ``paid_already`` comes off, see :func:`to_collect.to_collect`.
        paid_on_site: whether the technician collects the amount; else the customer pays it otherwise.
        prices_with_tax: whether the prices of ``items`` include the tax, as the office's list has them.
    """

    row: JobRow
    version: int
    parties: tuple[PartyView, ...]
    site: SiteView
    units: tuple[tuple[UnitPart, UnitView], ...]
    items: tuple[ItemLine, ...]
    amount_to_collect: int | None
    texts: Mapping[JobField, Masked]
    events: tuple[JobEvent, ...]
    next_states: tuple[JobState, ...]
    new_housing: bool = False
    contact: Masked = NOBODY
    cautions: tuple[Caution, ...] = ()
    no_phone: bool = False
    paid_on_site: bool = True
    paid_already: int = 0
    whole_to_collect: int | None = None
    prices_with_tax: bool = False
