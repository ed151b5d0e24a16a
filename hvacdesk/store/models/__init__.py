"""The tables, by concept. Importing this package registers all of them on the base."""

from hvacdesk.store.models.audit import AuditNote, AuditRow
from hvacdesk.store.models.customers import Customer, CustomerFinding, CustomerPhone, Hold
from hvacdesk.store.models.dispatch import Absence, Estimate, EstimateLine, InspectionPlan, Price
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
from hvacdesk.store.models.media import Medium
from hvacdesk.store.models.office import (
    Account,
    Counter,
    Draft,
    OfficeFactsRow,
    OfficeImage,
    RecoverySheetRow,
    Setting,
)
from hvacdesk.store.models.outside import OutsideList
from hvacdesk.store.models.papers import Cabinet, Copy, Incident, IncidentCustomer, Paper, WorkOrder
from hvacdesk.store.models.register import CallNote, CustomerCaution, CustomerContact, CustomerMerge
from hvacdesk.store.models.results import ElectricalEntry, JobResult, RefrigerantEntry, UnitResult

__all__ = [
    "Absence",
    "Account",
    "AuditNote",
    "AuditRow",
    "Cabinet",
    "CallNote",
    "Certificate",
    "Copy",
    "Counter",
    "Customer",
    "CustomerCaution",
    "CustomerContact",
    "CustomerFinding",
    "CustomerMerge",
    "CustomerPhone",
    "DisposalBatch",
    "DisposalItem",
    "DisposalLedgerRow",
    "Draft",
    "ElectricalEntry",
    "Estimate",
    "EstimateLine",
    "Hold",
    "Incident",
    "IncidentCustomer",
    "InspectionPlan",
    "Job",
    "JobEventRow",
    "JobItem",
    "JobResult",
    "JobStaff",
    "JobStateChange",
    "JobUnitLink",
    "Medium",
    "OfficeFactsRow",
    "OfficeImage",
    "OutsideList",
    "Paper",
    "Price",
    "RecoverySheetRow",
    "RefrigerantEntry",
    "RetentionRuleRow",
    "Setting",
    "Site",
    "Unit",
    "UnitResult",
    "WorkOrder",
]
