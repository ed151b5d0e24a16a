"""Sample papers: invented people, places and machines."""

from __future__ import annotations

import io
from dataclasses import replace

from pypdf import PdfReader

from hvacdesk.domain.customers.cautions import Caution, CautionKind
from hvacdesk.domain.disposal.disposal import BatchState, CertificateFacts
from hvacdesk.domain.jobs.electrical import ElectricalLedgerLine, Inspection, LedgerPaper, LedgerRecord
from hvacdesk.domain.jobs.jobs import ItemLine, UnitPart, UnitRecord, WorkItem, WorkKind
from hvacdesk.domain.jobs.quantities import Quantity
from hvacdesk.domain.jobs.refrigerant import (
    LoggedRefrigerant,
    LogPaper,
    RefrigerantKind,
    RefrigerantLog,
    RefrigerantReason,
    RefrigerantRecord,
    StrikeReason,
)
from hvacdesk.domain.jobs.results import Check, JobCheck
from hvacdesk.domain.jobs.surveys import Survey, SurveyOutcome
from hvacdesk.domain.office.office import LegalForm, OfficeFacts, RecoverySheetFacts
from hvacdesk.domain.papers.completion_report import CompletionReport, ReportUnit
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.papers.work_orders import Profile, WorkOrderView
from hvacdesk.domain.text.wording import phrase

HEAD = Letterhead(
    OfficeFacts(
        name="サンプル空調サービス",
        phone="052-000-0000",
        address="愛知県名古屋市中区栄0丁目0-0",
        legal_form=LegalForm.COMPANY,
        fiscal_year_end_month=3,
        privacy_manager="伊藤",
        postal_code="4600008",
        fax="052-000-0001",
        email="info@sample.example",
        representative="伊藤 一",
        invoice_registration="T1234567890123",
    )
)

OLD_UNIT = UnitRecord(
    "居間", False, "ミライ空調", "AB-22XX", "E0012345", 2.2, 2009, "R410A", 0.8, 100, "平行"
)
NEW_INDOOR = UnitRecord("居間", False, "ミライ空調", "CD-25YY", "", 2.5, 2026, "R32", 0.65, 100, "平行")
NEW_OUTDOOR = UnitRecord("ベランダ", True, "ミライ空調", "CD-25YY-R", "", 2.5, 2026, "R32", 0.65, 100, "")

TECHNICIAN = WorkOrderView(
    profile=Profile.TECHNICIAN,
    number="2026-004512",
    copy_number=2,
    copies=3,
    issued_on="2026-11-24",
    issued_by="佐藤",
    return_by="2026-11-25",
    qr_text="HV1-2026-004512-2-7KQX4Z",
    work_kind=WorkKind.REPLACE,
    on="2026-11-24",
    starts="13:00",
    ends="15:00",
    staff=("鈴木", "山本"),
    partner_firm="",
    name="田中",
    honorific="様",
    address="愛知県名古屋市中区栄3丁目00-00 サンプルハイツ 203",
    phone="●●●-●●●●-5678",
    access="敷地内に1台可。搬入は階段で2階まで。",
    payment_method="",
    amount_to_collect=88000,
    shows_payment=True,
    customer_number="",
    detached=False,
    floor="2階",
    attends="ご本人",
    manager_permission=True,
    building_started_on="1998-04-01",
    asbestos_survey=True,
    units=((UnitPart.REMOVE, OLD_UNIT), (UnitPart.INSTALL, NEW_INDOOR), (UnitPart.INSTALL, NEW_OUTDOOR)),
    items=(
        ItemLine(WorkItem.PIPE_TO_4M),
        ItemLine(WorkItem.EXISTING_HOLE),
        ItemLine(WorkItem.EVACUATION),
        ItemLine(WorkItem.TRIAL_RUN),
        ItemLine(WorkItem.EXTRA_PIPE, 3, "m"),
        ItemLine(WorkItem.DRILLING, 1, "か所", "モルタル"),
        ItemLine(WorkItem.BRACKET, 1, "台", "壁掛け"),
        ItemLine(WorkItem.COVER, 2, "m", "室外"),
        ItemLine(WorkItem.REMOVAL),
        ItemLine(WorkItem.RECYCLING),
    ),
    commercial=False,
    cautions=(Caution(CautionKind.PET, "柴犬"), Caution(CautionKind.STAIRS)),
)

PARTNER = replace(
    TECHNICIAN,
    profile=Profile.PARTNER,
    copy_number=1,
    staff=(),
    partner_firm="協力サンプル設備",
    phone="",
    amount_to_collect=None,
    shows_payment=False,
)

CUSTOMER = replace(
    TECHNICIAN,
    profile=Profile.CUSTOMER,
    copy_number=3,
    return_by="",
    name="田中 花子",
    phone="",
    access="",
    cautions=(),
    payment_method="cash",
    customer_number="C-000123",
)

OFFICE = replace(
    TECHNICIAN,
    profile=Profile.OFFICE,
    copy_number=1,
    name="田中 ●●",
    address="名古屋市中区栄",
    access="",
    cautions=(),
    payment_method="cash",
    amount_to_collect=None,
    customer_number="C-000123",
)

PROFILES = (TECHNICIAN, PARTNER, CUSTOMER, OFFICE)

COMMERCIAL_UNIT = UnitRecord(
    "2階事務室", True, "ミライ空調", "PK-140Z", "K7788", 14.0, 2019, "R32", 3.1, 200, "直結", True
)
COMMERCIAL = replace(
    TECHNICIAN,
    work_kind=WorkKind.INSPECT,
    name="株式会社サンプル商事",
    honorific="御中",
    units=((UnitPart.SERVICE, COMMERCIAL_UNIT),),
    items=(),
    commercial=True,
    asbestos_survey=False,
    amount_to_collect=None,
)

TWENTY_UNITS = replace(
    COMMERCIAL,
    units=tuple(
        (UnitPart.INSTALL, replace(COMMERCIAL_UNIT, outdoor=number % 2 == 1, model=f"PK-140Z-{number:02}"))
        for number in range(20)
    ),
    access="正面玄関は使わず、北側の通用口から搬入。養生は廊下の端まで。" * 6,
)

CERTIFICATE = CertificateFacts(
    number="2026-11-01",
    office_name="サンプル空調サービス",
    issued_on="2026-12-01",
    month="2026-11",
    customers=12,
    records=184,
    values=1312,
    rules=(
        ("帳簿・請求書の保存", "法人税法 施行規則59条", 9),
        ("受注にならなかった問い合わせ", "社内の決まり", 3),
    ),
    copies_shredded=17,
    method=phrase("Sample", "Erased in place; the file was rebuilt under a new key"),
    pages=2048,
    frames=0,
    result=BatchState.VERIFIED,
    exceptions=(),
    proposed_by="佐藤 美咲",
    proposed_on="2026-11-28",
    approved_by="伊藤 誠",
    approved_on="2026-11-30",
    destroyed_at="2026-11-30T08:12:45Z",
    same_person=False,
    head_sequence=48213,
    head_hash="9f2c4a7e1b6d8035c2f19ae47d60b3857e1c92fa40d8b65317ce9a02f4b86d1e",
)

EXCEPTIONS = (
    phrase("Sample", "A backup on the disk 'drawer' was not connected and may still hold the erased values."),
    phrase("Sample", "Recovery sheet no. 2 could still open a backup of epoch 6."),
)

RECOVERY_SHEET = RecoverySheetFacts(
    office_name="サンプル空調サービス",
    office_id="0f1e2d3c4b5a69788796a5b4c3d2e1f0",
    number=3,
    epoch=7,
    made_at="2026-11-24T08:05:00Z",
    groups=("7KQX4", "ZP2M9", "HT6WB", "C3VYN", "R8JD5", "G4QXE", "M2ZK7", "PA9TW"),
    fingerprint="3f9a1c5e7b2d4860",
    qr_text="HVR1-7KQX4-ZP2M9-HT6WB-C3VYN-R8JD5-G4QXE-M2ZK7-PA9TW",
)


def text_of(pdf: bytes) -> str:
    """What a reader of the PDF can search and copy, pages joined."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def pages_of(pdf: bytes) -> int:
    return len(PdfReader(io.BytesIO(pdf)).pages)


def completion_report(**changes: object) -> CompletionReport:
    """A report of the customer's sample job."""
    units = tuple(
        ReportUnit(number, part, record, {}, {}, None, "")
        for number, (part, record) in enumerate(CUSTOMER.units, 1)
    )
    measured = {
        Quantity.AIRTIGHT_MPA: 4.15,
        Quantity.AIRTIGHT_MIN: 10.0,
        Quantity.VACUUM_MIN: 20.0,
        Quantity.VACUUM_PA: 66.7,
        Quantity.VACUUM_HELD_MIN: 2.0,
        Quantity.ADDED_KG: 0.06,
        Quantity.INSULATION_MOHM: 100.0,
        Quantity.SUCTION_C: 26.5,
        Quantity.OUTLET_C: 13.2,
        Quantity.CURRENT_A: 4.6,
    }
    done = replace(units[2], measured=measured, net_kg=0.71)
    gone = replace(units[0], measured={Quantity.RECOVERED_KG: 0.75}, net_kg=0.05)
    report = CompletionReport(
        view=CUSTOMER,
        number="P2026-000017",
        code="20260000172604",
        worked_on="2026-11-24",
        started="13:05",
        ended="15:10",
        checks={check: Check.OK for check in JobCheck if check is not JobCheck.PHOTO_HIDDEN},
        warranty_until="2027-11-23",
        survey=Survey("2026-11-20", "山本 健 (建築物石綿含有建材調査者)", SurveyOutcome.NONE_FOUND),
        text="ドレンホースを30cm延長しました。化粧カバーは次回部品が届き次第お持ちします。",
        units=(gone, units[1], done),
    )
    return replace(report, **changes)  # type: ignore[arg-type]


def refrigerant_paper() -> LogPaper:
    """Two units' logs: one with a struck entry, one without any."""
    wrong = RefrigerantRecord(RefrigerantKind.CHARGED, "2026-06-01", 0.3, "R32", worker="鈴木・山本")
    right = RefrigerantRecord(
        RefrigerantKind.RECOVERED,
        "2026-11-24",
        0.12,
        "R32",
        RefrigerantReason.SERVICE,
        "山本",
        "回収-2026-0042",
        "漏えいのため",
    )
    entries = (
        LoggedRefrigerant(
            "e1", wrong, "", "2026-06-01", "佐藤", StrikeReason.WRONG_AMOUNT, "2026-06-02", "佐藤"
        ),
        LoggedRefrigerant("e2", right, "2026-004512", "2026-11-24", "佐藤"),
    )
    return LogPaper(
        name="株式会社サンプル商事",
        owner_address="愛知県名古屋市中区錦1-1-1",
        address="愛知県名古屋市中区栄3丁目00-00 サンプルビル 2階",
        logs=(
            RefrigerantLog("u1", COMMERCIAL_UNIT, entries),
            RefrigerantLog("u2", replace(COMMERCIAL_UNIT, charge_kg=None, serial=""), ()),
        ),
        printed_on="2026-11-24",
        number="P2026-000018",
        code="20260000182641",
    )


def ledger_paper(count: int = 3) -> LedgerPaper:
    """The electrical-work ledger of a year."""
    record = LedgerRecord(
        "2026-11-24",
        "専用回路の増設 (200V)",
        "青木 主任",
        "山本・鈴木",
        "図-2026-014 (書棚B)",
        100.0,
        18.5,
        202.0,
        Inspection.PASSED,
        "分電盤の予備回路を使用",
    )
    line = ElectricalLedgerLine(
        "2026-004512",
        "田中 花子",
        "愛知県名古屋市中区栄3丁目00-00",
        "愛知県日進市浅田町0-0 サンプルハイツ 203",
        record,
    )
    return LedgerPaper("2026-01-01", "2026-12-31", "2026-12-31", "佐藤", (line,) * count)
