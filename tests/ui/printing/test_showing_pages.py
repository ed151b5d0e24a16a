"""A preview that is closed leaves nothing in the log; one that was printed leaves one entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hvacdesk.domain.incidents.incident_texts import CommissionReport
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.partners.handovers import LedgerQuery
from hvacdesk.domain.requests.purposes_notice import first_texts
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.incidents.printing import NOTICE, RECORD
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.printing.showing import show_pages
from tests.helpers.front_desk import TANAKA, FrontDesk, build_front_desk, open_desk
from tests.helpers.secret_service import SecretService

Paper = tuple[Callable[[], bytes], Callable[[], object]]


@pytest.fixture
def owner(tmp_path: Path, qtbot: QtBot, secret_service: SecretService) -> Iterator[FrontDesk]:
    assert secret_service.is_open()
    template = build_front_desk(tmp_path / "template" / "office")
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as made:
        yield made


def papers(desk: FrontDesk) -> dict[Action, list[Paper]]:
    """Everything that is printed without a register of its own: how it is drawn, how its print is noted."""
    office, actor = desk.office, desk.actor
    office.notices.write(actor, first_texts(english), shown=0)
    drill = office.incidents.start_drill(actor, IncidentKind.LOST_PAPER, english)
    letters = office.incidents.papers
    query = LedgerQuery()
    drawn = []
    answers = []

    def draw_letters() -> bytes:
        drawn.append(letters.letters_pdf(actor, drill, english))
        return drawn[-1].pdf

    def draw_answer() -> bytes:
        answers.append(office.disposal.erasures.answer_pdf(actor, desk.customer(TANAKA), english))
        return answers[-1].pdf

    def note_answer() -> None:
        one = answers[-1]
        office.disposal.erasures.answer_printed(
            actor, one.customer, outcome=one.outcome, certificate=one.certificate
        )

    return {
        Action.NOTICE_PRINTED: [
            (lambda: office.notices.pdf(actor, english), lambda: office.notices.printed(actor, 1))
        ],
        Action.TRAINING_PRINTED: [
            (
                lambda: office.training.year_pdf(actor, 2026, english),
                lambda: office.training.printed(actor, year=2026),
            )
        ],
        Action.VIOLATIONS_PRINTED: [
            (
                lambda: office.violations.record_pdf(actor, english).pdf,
                lambda: office.violations.printed(actor, 1),
            )
        ],
        Action.ACCESS_REVIEW_PRINTED: [
            (
                lambda: office.access_review.sheet_pdf(actor, "2026-10", english),
                lambda: office.access_review.sheet_printed(actor, "2026-10"),
            )
        ],
        Action.HANDOVERS_PRINTED: [
            (
                lambda: office.handovers.ledger_pdf(actor, query, english).pdf,
                lambda: office.handovers.ledger_printed(actor, 0),
            )
        ],
        Action.INCIDENT_PRINTED: [
            (
                lambda: letters.report_pdf(actor, drill, CommissionReport.FINAL, english),
                lambda: letters.printed(actor, drill, CommissionReport.FINAL.value),
            ),
            (
                lambda: letters.notice_pdf(actor, drill, english),
                lambda: letters.printed(actor, drill, NOTICE),
            ),
            (
                lambda: letters.record_pdf(actor, drill, english),
                lambda: letters.printed(actor, drill, RECORD),
            ),
        ],
        Action.INCIDENT_LETTERS: [(draw_letters, lambda: letters.letters_printed(actor, drill, drawn[-1]))],
        Action.ERASURE_ANSWERED: [(draw_answer, note_answer)],
    }


def entries(desk: FrontDesk, action: Action) -> int:
    return len(AuditLog(desk.office._workplace).entries(desk.actor, action=action))


def preview(desk: FrontDesk) -> PreviewDialog:
    found = desk.dialog()
    assert isinstance(found, PreviewDialog)
    return found


def test_escape_leaves_no_print_in_the_log_and_the_printer_does(owner: FrontDesk) -> None:
    ctx = owner.window.context
    for action, all_of_them in papers(owner).items():
        for draw, note in all_of_them:
            before = entries(owner, action)
            show_pages(ctx, "Paper", draw(), note=note)
            owner.key(preview(owner), Qt.Key.Key_Escape)
            owner.calm()
            assert entries(owner, action) == before, action
            for tell in (
                lambda shown: shown.printed.emit("プリンター"),
                lambda shown: shown.stopped.emit("プリンター", 1),
            ):
                before = entries(owner, action)
                show_pages(ctx, "Paper", draw(), note=note)
                shown = preview(owner)
                tell(shown)
                shown.accept()
                owner.wait(lambda was=before, one=action: entries(owner, one) == was + 1)
                owner.calm()
