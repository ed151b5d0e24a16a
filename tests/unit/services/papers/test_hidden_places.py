"""An address that somebody types into a free text is on no copy that cuts the address to its town."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hvacdesk.domain.jobs.jobs import ItemLine, WorkItem
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, PrintExtent, PrintField, Profile, WorkOrderView
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.papers import work_order_issuing as issuing
from hvacdesk.services.papers.work_order_view import CopyFacts, work_order_view
from hvacdesk.store.jobs import jobs as job_store
from tests.helpers.paper_desk import TODAY, Desk, paper_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from paper_desk(tmp_path)


def view(desk: Desk, profile: Profile) -> WorkOrderView:
    with desk.ground.workplace.reading() as session:
        material = issuing.material_of(session, desk.job)
    return work_order_view(material, CopyFacts(profile, 1, 1, TODAY, "青木", TODAY, "code"))


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize(
    "typed",
    [
        *("唐山町3-41-7", "唐山町3丁目41番7号", "３丁目４１−７", "メゾン唐山502"),
        *("三ノ四十一ノ七", "唐山町三ノ四十一ノ七", "メゾン唐山五〇二", "メゾン唐山の五〇二号室", "502号室"),
    ],
)
def test_a_copy_that_cuts_the_address_has_it_in_no_free_text(
    desk: Desk, profile: Profile, typed: str
) -> None:
    jobs, told = Jobs(desk.ground.workplace), f"冷えない。{typed}の裏手"
    with desk.ground.workplace.reading() as session:
        job = job_store.job(session, desk.job)
        version, row = job.version, job_store.unit_by_key(session, job.units[0].unit_id)
        unit, known = row.record_id, job_store.unit_record(row)
    record = jobs.record_for_edit(desk.clerk, desk.job)
    items = (ItemLine(WorkItem.REPORTED, detail=told),)
    jobs.change(desk.clerk, desk.job, version, replace(record, items=items))
    jobs.change_unit(desk.clerk, unit, replace(known, place=f"{typed}の寝室"), shown=known)
    shown = view(desk, profile)
    whole = PROFILE_RULES[profile][PrintField.ADDRESS] is PrintExtent.FULL
    assert shown.items[0].detail == (told if whole else "冷えない。●●●の裏手")
    assert shown.units[0][1].place == (f"{typed}の寝室" if whole else "●●●の寝室")
