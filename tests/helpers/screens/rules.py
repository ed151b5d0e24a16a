"""The screens of the rules: the office's texts, the training, standing and violations."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.roles import Role
from hvacdesk.domain.staff.rule_texts import RuleDraft, RuleState, RuleVersion
from hvacdesk.ui.pages.rules import RulesPage
from hvacdesk.ui.staff.compare_dialog import CompareDialog
from hvacdesk.ui.staff.quiz_dialog import QuizDialog
from hvacdesk.ui.staff.rule_form import RuleForm
from hvacdesk.ui.staff.violation_form import ViolationForm
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import Stage

PAPERS = "papers"


def tab(name: str) -> Callable[[Stage], QWidget]:
    """A tab of the rules page."""
    return lambda stage: stage.go("rules", tab=name)


def papers(stage: Stage) -> RuleVersion:
    """The text about papers."""
    found = stage.office.rules.versions(stage.actor, PAPERS)
    return next(one for one in found if one.state is RuleState.IN_FORCE)


def drafted(stage: Stage) -> QWidget:
    """A draft of the text about papers, compared with what is in force."""
    text = papers(stage)
    body = text.body.replace("余分に刷りません。", "余分に刷りません。刷りすぎたら、その場で裁断します。")
    rules = stage.office.rules
    if not any(one.state is RuleState.DRAFT for one in rules.versions(stage.actor, PAPERS)):
        rules.save_draft(stage.actor, RuleDraft(text.title, f"{body}\n- 表紙は青にします。", code=PAPERS))
    versions = rules.versions(stage.actor, PAPERS)
    return stage.show(CompareDialog(versions, versions[0], stage.window))


def question_of_force(stage: Stage) -> QWidget:
    """The question before a draft comes into force."""
    stage.go("rules", tab="rules")
    page = stage.page
    assert isinstance(page, RulesPage)
    page.rules.take_all()
    return stage.dialog()


def answered(stage: Stage) -> QWidget:
    """A question of the quiz that was answered wrongly."""
    quiz = stage.show(QuizDialog(stage.ctx))
    quiz.answer((quiz.question.right + 1) % 3)
    return quiz


def finished(stage: Stage) -> QWidget:
    """The end of a quiz that was not passed."""
    quiz = stage.show(QuizDialog(stage.ctx))
    for _ in quiz._quiz.questions:
        quiz.answer((quiz.question.right + 1) % 3)
        quiz.go_on()
    stage.calm()
    return quiz


def violation(stage: Stage) -> QWidget:
    """The form for a violation."""
    return stage.show(ViolationForm(stage.ctx, stage.office.violations.staff(stage.actor)))


RULES = (
    Screen("rules-retention", tab("retention")),
    Screen("rules-office", tab("rules"), Role.OWNER),
    Screen("rules-training", tab("training"), Role.OWNER),
    Screen("rules-standing", tab("standing"), Role.OWNER),
    Screen("rules-violations", tab("violations"), Role.OWNER),
    Screen("rules-force", question_of_force, Role.OWNER),
    Screen("rule-form", lambda stage: stage.show(RuleForm(stage.ctx, papers(stage))), Role.OWNER),
    Screen("rule-compare", drafted, Role.OWNER),
    Screen("rule-violation", violation, Role.OWNER),
    Screen("quiz", lambda stage: stage.show(QuizDialog(stage.ctx))),
    Screen("quiz-answered", answered),
    Screen("quiz-finished", finished),
)
