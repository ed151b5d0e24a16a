"""A form that shows what a disposal removed meanwhile goes on with the record as it is, and says why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select, update

from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.disposal.place_decisions import PlaceDecision
from hvacdesk.domain.disposal.remnants import RemnantPlace
from hvacdesk.domain.roles import Role
from hvacdesk.domain.rooms import Room
from hvacdesk.store.base import Base
from hvacdesk.store.disposal.next_versions import raise_versions
from hvacdesk.store.models import DisposalBatch, DisposalPlace, Draft, Job
from hvacdesk.ui.jobs.form import JobForm
from hvacdesk.ui.jobs.opening import edit_job
from tests.helpers.desk_office import texts_in
from tests.helpers.disposed import stored_line
from tests.helpers.front_desk import TANAKA, FrontDesk, open_desk
from tests.helpers.others_save import in_place, save
from tests.helpers.real_office import RealOffice

BEFORE, AFTER = "鍵は柳川美沙緒さんに", "鍵は■■■に"
REMOVED = "Since you opened this form a disposal has removed data of a destroyed customer"


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.DESK) as opened:
        yield opened


def noted_job(desk: FrontDesk) -> str:
    job = desk.office.jobs.of_customer(desk.actor, desk.customer(TANAKA))[0].job
    with desk.office._workplace.transaction() as session:
        session.execute(update(Job).where(Job.record_id == job).values(note=BEFORE))
    return job


def black_out(desk: FrontDesk, job: str) -> None:
    """What a disposal does to the note of a job that stays, and that it is told."""
    workplace = desk.office._workplace
    with workplace.transaction() as session:
        key = session.scalars(select(Job.id).where(Job.record_id == job)).one()
        session.execute(update(Job).where(Job.id == key).values(note=AFTER))
        raise_versions(session, {Base.metadata.tables["jobs"]: [key]})
        batch = DisposalBatch(number="D2026-001", month="2026-11", state=BatchState.VERIFIED)
        session.add(batch)
        session.flush()
        place = DisposalPlace(batch_id=batch.id, of_table="jobs", row_key=key, place=RemnantPlace.JOBS)
        place.decision, place.decided_by, place.decided_at = PlaceDecision.CLEAN, "0" * 32, ""
        before = workplace.now() - timedelta(seconds=9)  # no clock moves in this test
        line = stored_line("c" * 32, before, batch=batch.record_id, number="C-9")
        session.add_all((place, line))
    workplace.shared.tell(frozenset(Room))
    desk.calm()


def stored(desk: FrontDesk) -> str:
    with desk.office._workplace.reading() as session:
        return " ".join(session.scalars(select(Draft.payload)))


def opened(desk: FrontDesk, job: str) -> JobForm:
    edit_job(desk.window.context, job)
    desk.calm()
    form = desk.dialog()
    assert isinstance(form, JobForm)
    return form


@pytest.mark.parametrize("ticked", [False, True], ids=["at once", "after its draft was refused"])
@pytest.mark.parametrize("typed", [True, False], ids=["the note", "the day alone"])
def test_what_was_removed_is_neither_saved_nor_put_in_nor_kept(
    desk: FrontDesk, typed: bool, ticked: bool
) -> None:
    job, drafts = noted_job(desk), desk.window.drafts
    form = opened(desk, job)
    assert form.prose["note"].toPlainText() == BEFORE
    form.slot.day.set_iso("2026-11-27")
    if typed:
        form.prose["note"].setPlainText(f"{BEFORE}、犬")
    black_out(desk, job)
    if ticked:
        drafts._keep_changed()
        desk.calm()
        assert "so what is typed here is not kept any more" in texts_in(form)
        assert stored(desk) == ""
    save(desk, form)
    fresh = in_place(desk, form)
    assert isinstance(fresh, JobForm)
    told = texts_in(fresh.others)
    assert REMOVED in told
    assert "Stored now" in told
    assert "it is not in the form, and nothing of it is saved" in told
    assert (f"{BEFORE}、犬" in told) is typed
    assert "27 Nov 2026" in told
    assert fresh.primary is not None
    assert fresh.primary.text() == "Save"
    assert fresh.prose["note"].toPlainText() == AFTER
    assert drafts.keep_all() == 0
    assert stored(desk) == ""
    fresh.slot.day.set_iso("2026-11-27")
    drafts._keep_changed()
    desk.calm()
    assert "27 Nov 2026" in stored(desk)  # opened since, and typed by hand
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    record = desk.office.jobs.record_for_edit(desk.actor, job)
    assert (record.on, record.note) == ("2026-11-27", AFTER)
