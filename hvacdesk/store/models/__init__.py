"""The tables, by concept. Importing this package registers all of them on the base."""

from hvacdesk.store.models.audit import AuditNote, AuditRow
from hvacdesk.store.models.customers import Customer, CustomerFinding, CustomerPhone, Hold
from hvacdesk.store.models.disposal import (
    Certificate,
    DisposalBatch,
    DisposalItem,
    DisposalLedgerRow,
    RetentionRuleRow,
)
from hvacdesk.store.models.jobs import (
    Job,
    JobEventRow,
    JobItem,
    JobStaff,
    JobStateChange,
    JobUnitLink,
    Site,
    Unit,
)
from hvacdesk.store.models.office import (
    Account,
    Counter,
    Draft,
    OfficeFactsRow,
    RecoverySheetRow,
    Setting,
)
from hvacdesk.store.models.outside import OutsideList
from hvacdesk.store.models.papers import Copy, WorkOrder

__all__ = [
    "Account",
    "AuditNote",
    "AuditRow",
    "Certificate",
    "Copy",
    "Counter",
    "Customer",
    "CustomerFinding",
    "CustomerPhone",
    "DisposalBatch",
    "DisposalItem",
    "DisposalLedgerRow",
    "Draft",
    "Hold",
    "Job",
    "JobEventRow",
    "JobItem",
    "JobStaff",
    "JobStateChange",
    "JobUnitLink",
    "OfficeFactsRow",
    "OutsideList",
    "RecoverySheetRow",
    "RetentionRuleRow",
    "Setting",
    "Site",
    "Unit",
    "WorkOrder",
]
