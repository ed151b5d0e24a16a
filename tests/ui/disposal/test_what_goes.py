"""A disposal says what goes and what stays: nobody is told of a total erasure where a customer is reduced."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.disposal.disposal import BatchState, Decision, KeptFields, Review, ReviewRow
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.retention.retention import RetentionVerdict, Standing
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.disposal.what_goes import CertificateTitle, WhatGoes
from tests.unit.documents.samples import CERTIFICATE

KEPT = frozenset({RecordField.NAME, RecordField.SLIP})
OTHER_KEPT = KEPT | {RecordField.REFRIGERANT}


def row(decision: Decision, kept: frozenset[RecordField] = frozenset()) -> ReviewRow:
    verdict = RetentionVerdict(Standing.REDUCIBLE, None, (), frozenset(RecordField) - kept, kept)
    return ReviewRow("r", "C-1", Masked("田中"), "", None, verdict, (), decision, 0)


def review(*rows: ReviewRow, call_notes: int = 0) -> Review:
    return Review("b", BatchState.APPROVED, "2026-11", 0, 0, 0, 0, 0, 0, rows, call_notes=call_notes)


@pytest.fixture
def reducing(qtbot: QtBot) -> WhatGoes:
    return WhatGoes(review(row(Decision.REDUCE, KEPT), row(Decision.KEEP)), english)


def test_who_is_reduced_is_never_said_to_go_as_a_whole(reducing: WhatGoes) -> None:
    (said,) = reducing.goes_and_stays()
    assert said.startswith("1 customer")
    assert "reduced to the ledger. Stays: Name, Invoices" in said
    stays, _, goes = said.partition("Goes:")
    assert "Phone" in goes
    assert "Phone" not in stays
    everything = " ".join((*reducing.steps(), *reducing.warnings()))
    assert "everything" not in everything
    assert reducing.title().startswith("Reduce 1 customer")
    assert reducing.button() == "Reduce to the ledger"


def test_each_kind_of_who_goes_is_counted(qtbot: QtBot) -> None:
    rows = (row(Decision.DESTROY), row(Decision.REDUCE, KEPT), row(Decision.REDUCE, OTHER_KEPT))
    goes = WhatGoes(review(*rows, call_notes=2), english)
    whole, first, second, notes = goes.goes_and_stays()
    assert "as a whole" in whole
    assert "Refrigerant certificates" not in first.partition("Goes:")[0]
    assert "Refrigerant certificates" in second.partition("Goes:")[0]
    assert notes.startswith("2 call note")
    assert goes.button() == "Destroy and reduce"
    assert set(goes.goes_and_stays()) <= set(goes.warnings())
    assert set(goes.goes_and_stays()) <= set(goes.steps())


def test_a_certificate_counts_the_reduced_and_names_its_review(qtbot: QtBot) -> None:
    reduced = (KeptFields("tax", "", ("name",), 1),)
    title = CertificateTitle().of(
        replace(CERTIFICATE, customers=0, reduced=reduced, batch_number="D2026-002")
    )
    heading, review_number, counts = title.split("\n")
    assert heading == f"Certificate {CERTIFICATE.number}"
    assert "D2026-002" in review_number
    assert counts.startswith("reduction of 1 customer")


def test_with_several_pcs_it_is_said_which_one_stays_on(qtbot: QtBot) -> None:
    rows = review(row(Decision.DESTROY))
    one = WhatGoes(rows, english).steps()
    several = WhatGoes(rows, english, several_pcs=True).steps()
    assert not any("office PC" in said for said in one)
    assert sum("office PC" in said for said in several) == 2
    assert len(one) == len(several)
