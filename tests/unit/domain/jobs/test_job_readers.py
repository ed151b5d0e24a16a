"""A text of a job is for somebody who can read it: no window shows one with a reason, as it does a site's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.jobs.job_fields import JOB_FIELDS, texts_seen
from hvacdesk.domain.jobs.jobs import JobField, JobReader, JobRecord, WorkKind

RECORD = JobRecord("", WorkKind.REPAIR, {}, note="北側に駐車")


@pytest.mark.parametrize("reader", JobReader)
def test_a_text_that_nobody_who_arranges_jobs_could_read_is_none(reader: JobReader) -> None:
    if reader in {JobReader.ANYBODY, JobReader.JOBS, JobReader.VISIT}:
        assert replace(JOB_FIELDS[JobField.NOTE], whole_for=reader).whole_for is reader
        return
    with pytest.raises(ValueError, match=f"note: .* {reader}"):
        replace(JOB_FIELDS[JobField.NOTE], whole_for=reader)


@pytest.mark.parametrize("reader", JobReader)
def test_a_text_is_whole_for_its_reader_alone(reader: JobReader) -> None:
    seen = texts_seen(RECORD, (reader,))[JobField.NOTE]
    assert (seen.text == RECORD.note) == (reader is JOB_FIELDS[JobField.NOTE].whole_for)
