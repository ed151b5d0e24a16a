"""What must be left nowhere: made-up people and words that occur in no file of the program or the system."""

from __future__ import annotations

from hvacdesk.domain.customers.customers import (
    Address,
    CustomerKind,
    CustomerRecord,
    PaymentDetails,
    PaymentMethod,
    PersonName,
    Phone,
    PhoneKind,
)
from hvacdesk.domain.office.office import LegalForm, OfficeFacts

OWNER = "責任 一郎"
PASSPHRASE, WRONG, PIN = "shirakaba-no-mori-no-oto-7", "machigatta-aikotoba-desu-3", "730519"
FACTS = OfficeFacts(
    name="試験空調",
    phone="052-000-0000",
    address="愛知県名古屋市中区栄3丁目0-0",
    legal_form=LegalForm.COMPANY,
    fiscal_year_end_month=3,
    privacy_manager=OWNER,
)
CUSTOMER = CustomerRecord(
    CustomerKind.PERSON,
    PersonName("髙﨑", "𠮷乃助", "タカサキ", "ヨシノスケ"),
    address=Address("4600008", "愛知県", "名古屋市中区", "栄", "3丁目41-77", "メゾン白樺 502号室"),
    phones=(Phone(PhoneKind.MOBILE, "090-8765-5678"),),
    email="yoshinosuke@hidden.example",
    note="裏口の白い箱に合鍵",
    payment_method=PaymentMethod.TRANSFER,
    payment=PaymentDetails(bank="白樺銀行", branch="栄支店", account="7654321", payer="タカサキ ヨシノスケ"),
)
VALUES = (
    PASSPHRASE,
    WRONG,
    "髙﨑𠮷乃助",
    "髙﨑 𠮷乃助",
    "𠮷乃助",
    "ヨシノスケ",
    "090-8765-5678",
    "09087655678",
    "yoshinosuke@hidden.example",
    "3丁目41-77",
    "メゾン白樺",
    "裏口の白い箱",
    "白樺銀行",
    "7654321",
)
