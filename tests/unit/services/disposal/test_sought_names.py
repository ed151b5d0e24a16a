"""Who is sought of a destroyed customer, where people wrote more into a field than one name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.jobs.jobs import SiteRecord
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.store.base import ColumnKind
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.disposal import erasure, identities
from hvacdesk.store.disposal.mark_search import MarkSearch
from tests.helpers.ground import Ground
from tests.helpers.people import customer

TAMURA = PersonName("田村", "健二郎")


def sought_of(ground: Ground, name: PersonName, attends: str) -> MarkSearch:
    """What is looked for once such a customer, with one site, goes."""
    record = Customers(ground.workplace).add(ground.desk, replace(customer(), name=name))
    site = SiteRecord(customer().address, attends=attends)
    Jobs(ground.workplace).add_site(ground.desk, record, site)
    with ground.workplace.reading() as session:
        row = customer_store.get(session, record)
        going = erasure.belongings(session, [row.id])
        return MarkSearch([*identities.marks(session, identities.parts_of(going)).values()])


@pytest.mark.parametrize(
    ("name", "attends", "texts"),
    [
        (PersonName("柳川", "誠・美沙緒"), "", ("柳川美沙緒様より", "柳川 誠さん")),
        (PersonName("柳川", "美沙緒（経理）"), "", ("柳川美沙緒",)),
        (PersonName("柳川", "美沙緒様"), "", ("柳川 美沙緒さん",)),
        (TAMURA, "柳川 美沙緒様", ("柳川美沙緒さん",)),
        (TAMURA, "柳川 美沙緒（妻）", ("柳川美沙緒",)),
        (TAMURA, "妻 柳川 美沙緒", ("柳川 美沙緒様",)),
    ],
)
def test_each_name_in_a_field_is_sought(
    ground: Ground, name: PersonName, attends: str, texts: tuple[str, ...]
) -> None:
    search = sought_of(ground, name, attends)
    for text in texts:
        assert search.anything(text, ColumnKind.TEXT), text


@pytest.mark.parametrize("attends", ["母", "奥様", "柳川様の奥様", "柳川（妻）", "大家さん"])
def test_who_is_no_name_is_not_sought(ground: Ground, attends: str) -> None:
    search = sought_of(ground, PersonName("柳川", "美沙緒（妻）"), attends)
    for text in ("佐藤様の母", "柳川 妻が在宅", "奥様", "大家さんへ電話", "柳川様の奥様"):
        assert not search.anything(text, ColumnKind.TEXT), text
