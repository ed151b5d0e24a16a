"""The screens of the office's own retention rules, of erasure on request and of restores."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.backups.restore_certificates import RepeatedDisposal, RestoreCertificateFacts
from hvacdesk.domain.retention.retention import Standing
from hvacdesk.domain.retention.retention_choices import Choice, Effect, RuleInForce, Shift
from hvacdesk.domain.roles import Role
from hvacdesk.ui.disposal.ledger_view import AnswerDialog, RestoresDialog
from hvacdesk.ui.retention.choice_forms import OwnRuleForm, PeriodForm
from hvacdesk.ui.retention.effect_dialog import EffectDialog
from hvacdesk.ui.retention.retention_tab import HistoryDialog
from tests.helpers.erasure_requests import erase_on_request
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import Stage

INQUIRY = "inquiry-without-order"
EFFECT = Effect(
    customers=1_204,
    before={Standing.DUE: 31, Standing.KEPT: 1_173},
    after={Standing.DUE: 12, Standing.KEPT: 1_192},
    shifts=(
        Shift(Standing.DUE, Standing.KEPT, 26, tuple(f"C-{number:06}" for number in range(81, 101))),
        Shift(Standing.KEPT, Standing.REDUCIBLE, 7, ("C-000007", "C-000013", "C-000021")),
    ),
    longer=318,
    shorter=4,
)
RESTORED = RestoreCertificateFacts(
    number="RC20261120-0915",
    office_name="青空空調サービス",
    restored_at="2026-11-20T00:15:00Z",
    restored_by="佐藤 花子",
    backup="hvacdesk-backup-20261031T090000Z",
    taken_at="2026-10-31T09:00:00Z",
    lists=2,
    list_until="2026-11-15T02:00:00Z",
    repeated=(RepeatedDisposal("DC2026-004", 18, 3),),
    pages=8_112,
    frames=0,
    values=402,
    exceptions=(),
    lost_entries=77,
    head_sequence=9_120,
    head_hash="ab" * 32,
)


def rules_with_choice(stage: Stage) -> QWidget:
    """The rules with a period of the office's own."""
    if not stage.office.retention.history(stage.actor):
        stage.office.retention.save(stage.actor, Choice(INQUIRY, 1, 0))
    stage.go("rules", tab="retention")
    stage.window.page.retention.table.select(lambda one: one.rule.code == INQUIRY)  # type: ignore[attr-defined]
    stage.calm()
    return stage.window


def rule(stage: Stage) -> RuleInForce:
    return stage.office.retention.rules(stage.actor)[0]


def history(stage: Stage) -> QWidget:
    found = stage.office.retention.history(stage.actor)
    titles = {one.rule.code: one.rule.title for one in stage.office.retention.rules(stage.actor)}
    return stage.show(HistoryDialog(stage.ctx, found, titles))


def office_facts(stage: Stage) -> QWidget:
    return stage.go("settings", tab="office")


def request(stage: Stage) -> QWidget:
    """What one customer asked for, in the wizard."""
    (customer, *_) = stage.office.customers.search(stage.actor, "").rows
    for row in stage.office.customers.search(stage.actor, "").rows:
        answer = erase_on_request(stage.office._workplace, stage.actor, row.customer, "2026-11-20")
        if answer.batch:
            stage.go("disposal", batch=answer.batch)
            return stage.window
    raise AssertionError(f"nobody can be erased, not even {customer.number}")


def dialog(made: Callable[[Stage], QWidget]) -> Callable[[Stage], QWidget]:
    return lambda stage: stage.show(made(stage))


RETENTION = (
    Screen("retention-rules", rules_with_choice, Role.OWNER),
    Screen("retention-period", dialog(lambda stage: PeriodForm(stage.ctx, rule(stage))), Role.OWNER),
    Screen("retention-own-rule", dialog(lambda stage: OwnRuleForm(stage.ctx)), Role.OWNER),
    Screen(
        "retention-effect",
        dialog(lambda stage: EffectDialog(stage.ctx, EFFECT, lambda: None)),
        Role.OWNER,
    ),
    Screen("retention-history", history, Role.OWNER),
    Screen("settings-office", office_facts, Role.OWNER),
    Screen("erasure-request", request, Role.OWNER),
    Screen("erasure-answer", dialog(lambda stage: AnswerDialog(stage.ctx, "C-000081")), Role.OWNER),
    Screen("restores", dialog(lambda stage: RestoresDialog(stage.ctx, (RESTORED,))), Role.OWNER),
)
