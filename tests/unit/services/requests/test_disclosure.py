"""Disclosure: it accounts for every stored personal column, for who saw the data, and for nothing else's."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.exchange.outside_lists import ListKind, ListMethod, methods_for
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.action_names import ACTION_NAMES
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.requests.disclosure_names import BY_WORD_ONLY, SEARCH_COPIES, TABLES
from hvacdesk.domain.requests.requests import (
    IdentityCheck,
    NewRequest,
    NobodyConcerned,
    RequestKind,
    RequestNotReady,
    RequestWay,
)
from hvacdesk.domain.text.text_forms import hyphenated
from hvacdesk.domain.text.wording import english
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.exchange.outside_lists import OutsideLists
from hvacdesk.services.language import words_for
from hvacdesk.services.requests.disclosure import Disclosing, DisclosureForm
from hvacdesk.services.requests.requests import Requests
from hvacdesk.store.base import Base
from hvacdesk.store.disposal import erasure
from hvacdesk.store.models import Customer
from hvacdesk.store.office import office
from hvacdesk.store.oversight import audit_log
from hvacdesk.store.requests import disclosure
from tests.helpers.filled import fill_every_table
from tests.helpers.ground import Ground
from tests.helpers.identity_checks import check_identity
from tests.helpers.paper import read_text
from tests.helpers.sample_records import Person, add_customer, add_job

ONLY_HERE = "岩倉秘密子"


@pytest.fixture
def disclosing(ground: Ground) -> Disclosing:
    with ground.workplace.transaction() as session:
        office.save_facts(session, OfficeFacts("唐山空調", "", "", LegalForm.COMPANY, 3))
    return Disclosing(ground.workplace)


def asked(ground: Ground, customer: str, kind: RequestKind = RequestKind.DISCLOSURE) -> str:
    requests = Requests(ground.workplace)
    new = NewRequest(kind, RequestWay.COUNTER, ground.workplace.today().isoformat(), customer)
    request = requests.receive(ground.desk, new)
    check_identity(requests, ground.desk, request, IdentityCheck.LICENCE)
    return request


def made_json(ground: Ground, disclosing: Disclosing, request: str) -> dict[str, Any]:
    file = disclosing.make(ground.owner, request, DisclosureForm.JSON, english)
    found: dict[str, Any] = json.loads(file.content)
    return found


def every_personal_column() -> set[tuple[str, str]]:
    return {
        (table.name, column.name)
        for table in Base.metadata.tables.values()
        for column in erasure.personal_columns(table)
    }


def test_every_personal_column_has_a_name_for_the_customer() -> None:
    named = {(table, column) for table, names in TABLES.items() for column in names.columns}
    assert every_personal_column() - SEARCH_COPIES == named
    assert every_personal_column() >= SEARCH_COPIES | BY_WORD_ONLY


def test_the_marks_of_a_row_are_plain_columns() -> None:
    for name, names in TABLES.items():
        columns = Base.metadata.tables[name].columns
        assert all(not columns[mark].info["personal"] for mark in names.marks), name


def test_json_and_pdf_account_for_every_stored_personal_column(
    ground: Ground, disclosing: Disclosing
) -> None:
    with ground.workplace.transaction() as session:
        customer = add_customer(session, Person())
        written = fill_every_table(session, customer, ground.workplace.vault.seal_payment)
        record = customer.record_id
    assert set(written) == every_personal_column()
    request = asked(ground, record)
    found = made_json(ground, disclosing, request)
    pdf = disclosing.make(ground.owner, request, DisclosureForm.PDF, english).content
    printed = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).replace("\n", "")
    for (table, column), value in written.items():
        rows = [row for row in found["held"].get(table, {}).get("rows", ()) if column in row]
        if (table, column) in SEARCH_COPIES:
            assert f"{table}.{column}" in found["search_copies"]
        elif (table, column) in BY_WORD_ONLY:
            assert value not in json.dumps(found, ensure_ascii=False)
            assert "told at the counter" in rows[-1][column]
            assert value not in printed
        else:
            assert value in [row[column] for row in rows], f"{table}.{column}"
            written_as = hyphenated(value) if column == "postal_code" else value
            assert written_as in printed, f"{table}.{column}"


def test_it_writes_postal_codes_and_days_as_letters_do(ground: Ground, disclosing: Disclosing) -> None:
    with ground.workplace.transaction() as session:
        customer = add_customer(session, Person())
        add_job(session, customer, Person(), on="2026-11-24")
        record = customer.record_id
    ja = words_for("ja")
    pdf = disclosing.make(ground.owner, asked(ground, record), DisclosureForm.PDF, ja).content
    text = "".join(read_text(pdf).split())
    for said in ("郵便番号〒464-0811", "作業日2026年11月24日", "登録日20"):
        assert said in text
    assert re.findall(r"20\d\d-\d\d-\d\d", text) == [], "no bare date"


def test_an_unnamed_column_is_shown_under_its_stored_name(
    ground: Ground, disclosing: Disclosing, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ground.workplace.transaction() as session:
        record = add_customer(session, Person()).record_id
    monkeypatch.delitem(TABLES, "call_notes")
    found = made_json(ground, disclosing, asked(ground, record))
    assert found["held"]["call_notes"]["columns"]["outcome"] == "outcome"
    assert found["held"]["call_notes"]["rows"][0]["outcome"] == Person().access


def test_nothing_of_another_customer_is_in_it(ground: Ground, disclosing: Disclosing) -> None:
    with ground.workplace.transaction() as session:
        customer = add_customer(session, Person())
        other = add_customer(session, Person(family=ONLY_HERE, phone="052-000-1111"))
        add_job(session, other, Person(family=ONLY_HERE), resident_id=customer.id)
        record = customer.record_id
    request = asked(ground, record)
    file = disclosing.make(ground.owner, request, DisclosureForm.PDF, words_for("ja"))
    assert ONLY_HERE not in read_text(file.content)
    assert ONLY_HERE not in json.dumps(made_json(ground, disclosing, request), ensure_ascii=False)


def test_it_says_who_saw_the_data_also_of_a_site_and_of_a_merged_duplicate(
    ground: Ground, disclosing: Disclosing
) -> None:
    with ground.workplace.transaction() as session:
        customer, duplicate = add_customer(session, Person()), add_customer(session, Person())
        job = add_job(session, customer, Person())
        site = job.site.record_id
        record, former = customer.record_id, duplicate.record_id
    Customers(ground.workplace).reveal(ground.desk, former, CustomerField.EMAIL, RevealReason.CALL)
    with ground.workplace.transaction() as session:
        ground.workplace.record(session, ground.desk, Action.SITE_CHANGED, f"site:{site}", fields=["access"])
        session.get_one(Customer, _key(session, former)).merged_into_id = _key(session, record)
    found = made_json(ground, disclosing, asked(ground, record))
    seen = [(one["who"], one["what"]) for one in found["seen"]]
    assert (ground.desk.name, "Hidden value shown  E-mail  On the phone with the customer") in seen
    assert (ground.desk.name, "Site changed") in seen
    assert len(found["held"]["customers"]["rows"]) == 2


def test_only_a_checked_request_for_disclosure_is_disclosed(ground: Ground, disclosing: Disclosing) -> None:
    with ground.workplace.transaction() as session:
        record = add_customer(session, Person()).record_id
    today = ground.workplace.today().isoformat()
    unchecked = Requests(ground.workplace).receive(
        ground.desk, NewRequest(RequestKind.DISCLOSURE, RequestWay.PHONE, today, record)
    )
    unknown = Requests(ground.workplace).receive(
        ground.desk, NewRequest(RequestKind.DISCLOSURE, RequestWay.PHONE, today, name="見知らぬ人")
    )
    check_identity(Requests(ground.workplace), ground.desk, unknown, IdentityCheck.PASSPORT)
    refused = (
        (unchecked, RequestNotReady),
        (asked(ground, record, RequestKind.CORRECTION), RequestNotReady),
        (unknown, NobodyConcerned),
    )
    for request, error in refused:
        with pytest.raises(error):
            disclosing.make(ground.owner, request, DisclosureForm.JSON, english)
    with pytest.raises(NotPermitted):
        disclosing.make(ground.desk, asked(ground, record), DisclosureForm.JSON, english)
    assert OutsideLists(ground.workplace).out(ground.owner) == ()


def test_the_file_is_outside_until_it_is_handed_over(ground: Ground, disclosing: Disclosing) -> None:
    with ground.workplace.transaction() as session:
        record = add_customer(session, Person()).record_id
    file = disclosing.make(ground.owner, asked(ground, record), DisclosureForm.JSON, english)
    lists = OutsideLists(ground.workplace)
    (out,) = lists.out(ground.owner)
    assert (out.list, out.kind, out.customers) == (file.list, ListKind.DISCLOSED, 1)
    lists.confirm_destroyed(ground.owner, file.list, ListMethod.HANDED_OVER)
    assert lists.out(ground.owner) == ()
    with ground.workplace.reading() as session:
        (entry,) = audit_log.entries(session, limit=5, action=Action.DISCLOSURE_MADE)
    assert entry.subject == f"customer:{record}"
    assert entry.details["list"] == file.list
    assert ListMethod.HANDED_OVER not in methods_for(ListKind.EXPORTED)


def test_a_pdf_may_have_a_password_that_is_shown_once(ground: Ground, disclosing: Disclosing) -> None:
    with ground.workplace.transaction() as session:
        record = add_customer(session, Person()).record_id
    request = asked(ground, record)
    file = disclosing.make(ground.owner, request, DisclosureForm.PDF, english, locked=True)
    assert Person().family.encode() not in file.content
    reader = PdfReader(io.BytesIO(file.content))
    assert reader.is_encrypted
    with pytest.raises(FileNotDecryptedError):
        reader.pages[0].extract_text()
    assert PdfReader(io.BytesIO(file.content), password=file.password).pages[0].extract_text()
    assert file.password not in repr(file)


def test_a_very_long_history_fills_many_pages(ground: Ground, disclosing: Disclosing) -> None:
    with ground.workplace.transaction() as session:
        record = add_customer(session, Person()).record_id
        for _each in range(400):
            ground.workplace.record(session, ground.desk, Action.EXACT_SEARCH, f"customer:{record}")
    pdf = disclosing.make(ground.owner, asked(ground, record), DisclosureForm.PDF, english)
    text = read_text(pdf.content)
    assert text.count(english(ACTION_NAMES[Action.EXACT_SEARCH])) == 400
    assert len(PdfReader(io.BytesIO(pdf.content)).pages) > 8


def test_the_order_of_the_tables_is_that_of_their_names(ground: Ground) -> None:
    with ground.workplace.transaction() as session:
        customer = add_customer(session, Person())
        held = disclosure.held(session, [customer.id], ground.workplace.vault.open_payment)
    assert [one.name for one in held] == list(TABLES)


def _key(session: Any, record: str) -> int:
    return int(session.query(Customer.id).filter(Customer.record_id == record).scalar())
