"""The tables, by concept. Importing this package registers all of them on the base."""

from hvacdesk.store.models.audit import AuditNote, AuditRow
from hvacdesk.store.models.customers import Customer, CustomerFinding, CustomerPhone, Hold
from hvacdesk.store.models.dispatch import Absence, Estimate, EstimateLine, InspectionPlan, Price
from hvacdesk.store.models.disposal import (
    Certificate,
    CertificatePdf,
    DisposalBatch,
    DisposalItem,
    DisposalLedgerRow,
    RetentionChoice,
    RetentionDaysRow,
    RetentionRuleRow,
)
from hvacdesk.store.models.drills import BackupDrill
from hvacdesk.store.models.incidents import (
    AccessReviewRow,
    Incident,
    IncidentCustomer,
    IncidentEvent,
    IncidentMeasure,
    IncidentPaper,
    IncidentText,
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
from hvacdesk.store.models.papers import Cabinet, Copy, Paper, WorkOrder
from hvacdesk.store.models.partners import (
    ClientDataReturn,
    FirmCheckAnswer,
    FirmCheckRow,
    Handover,
    HandoverCustomer,
    PartnerFirm,
)
from hvacdesk.store.models.register import CallNote, CustomerCaution, CustomerContact, CustomerMerge
from hvacdesk.store.models.requests import Consent, CustomerRequest, NoticeGivenRow, NoticeText, RequestWords
from hvacdesk.store.models.results import ElectricalEntry, JobResult, RefrigerantEntry, UnitResult
from hvacdesk.store.models.rules import RuleAcknowledgement, RuleText, TrainingTry, Violation

__all__ = [
    "Absence",
    "AccessReviewRow",
    "Account",
    "AuditNote",
    "AuditRow",
    "BackupDrill",
    "Cabinet",
    "CallNote",
    "Certificate",
    "CertificatePdf",
    "ClientDataReturn",
    "Consent",
    "Copy",
    "Counter",
    "Customer",
    "CustomerCaution",
    "CustomerContact",
    "CustomerFinding",
    "CustomerMerge",
    "CustomerPhone",
    "CustomerRequest",
    "DisposalBatch",
    "DisposalItem",
    "DisposalLedgerRow",
    "Draft",
    "ElectricalEntry",
    "Estimate",
    "EstimateLine",
    "FirmCheckAnswer",
    "FirmCheckRow",
    "Handover",
    "HandoverCustomer",
    "Hold",
    "Incident",
    "IncidentCustomer",
    "IncidentEvent",
    "IncidentMeasure",
    "IncidentPaper",
    "IncidentText",
    "InspectionPlan",
    "Job",
    "JobEventRow",
    "JobItem",
    "JobResult",
    "JobStaff",
    "JobStateChange",
    "JobUnitLink",
    "Medium",
    "NoticeGivenRow",
    "NoticeText",
    "OfficeFactsRow",
    "OfficeImage",
    "OutsideList",
    "Paper",
    "PartnerFirm",
    "Price",
    "RecoverySheetRow",
    "RefrigerantEntry",
    "RequestWords",
    "RetentionChoice",
    "RetentionDaysRow",
    "RetentionRuleRow",
    "RuleAcknowledgement",
    "RuleText",
    "Setting",
    "Site",
    "TrainingTry",
    "Unit",
    "UnitResult",
    "Violation",
    "WorkOrder",
]
