"""The quiz: drawn at random from the shipped bank, judged, and only passed with enough right answers."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from hvacdesk.domain.staff.training import (
    ANSWERS,
    QuestionBank,
    Quiz,
    QuizNotOurs,
    QuizUnanswered,
    draw_quiz,
    judge_quiz,
    parse_bank,
)
from hvacdesk.domain.text.languages import LANGUAGES
from hvacdesk.resource_files import resource

TEXT = resource("training", "questions.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def bank() -> QuestionBank:
    return parse_bank(TEXT)


def test_the_bank_is_large_and_whole(bank: QuestionBank) -> None:
    assert len(bank.questions) >= 24
    assert bank.source
    assert bank.as_of
    for question in bank.questions:
        for language in LANGUAGES:
            text = question.text(language)
            assert text.situation, question.code
            assert text.why, question.code
            assert len(set(text.answers)) == ANSWERS, question.code


def test_every_try_is_another(bank: QuestionBank) -> None:
    chance = random.Random(3).randrange
    first, second = draw_quiz(bank, chance), draw_quiz(bank, chance)
    assert len(first.questions) == bank.asked
    assert len({one.question.code for one in first.questions}) == bank.asked
    assert [one.question.code for one in first.questions] != [one.question.code for one in second.questions]


def test_the_right_answer_stands_anywhere(bank: QuestionBank) -> None:
    chance = random.Random(5).randrange
    places = Counter(one.right for _ in range(60) for one in draw_quiz(bank, chance).questions)
    assert set(places) == set(range(ANSWERS))
    assert min(places.values()) > 120  # 600 questions, 200 for each place if it is fair


def test_answers_are_shown_in_their_order(bank: QuestionBank) -> None:
    for one in draw_quiz(bank, random.Random(1).randrange).questions:
        assert one.answers("ja")[one.right] == one.question.text("ja").answers[0]
        assert one.answers("en")[one.right] == one.question.text("en").answers[0]


@pytest.mark.parametrize(("right", "passed"), [(10, True), (8, True), (7, False), (0, False)])
def test_the_pass_mark_decides(bank: QuestionBank, right: int, passed: bool) -> None:
    quiz = draw_quiz(bank, random.Random(2).randrange)
    answers = [
        one.right if at < right else (one.right + 1) % ANSWERS for at, one in enumerate(quiz.questions)
    ]
    result = judge_quiz(bank, quiz, answers)
    assert (result.right, result.passed) == (right, passed)
    assert result.wrong == tuple(one.question.code for one in quiz.questions[right:])


def test_a_quiz_that_is_not_finished_is_not_judged(bank: QuestionBank) -> None:
    with pytest.raises(QuizUnanswered):
        judge_quiz(bank, draw_quiz(bank, random.Random(2).randrange), [0])
    with pytest.raises(QuizUnanswered):
        judge_quiz(bank, draw_quiz(bank, random.Random(2).randrange), [ANSWERS] * bank.asked)


def twice(quiz: Quiz) -> Quiz:
    return replace(quiz, questions=(quiz.questions[0], *quiz.questions[:-1]))


def of_another_bank(quiz: Quiz) -> Quiz:
    other = replace(quiz.questions[0].question, code="another")
    return replace(quiz, questions=(replace(quiz.questions[0], question=other), *quiz.questions[1:]))


def ordered(*order: int) -> Callable[[Quiz], Quiz]:
    return lambda quiz: replace(
        quiz, questions=(replace(quiz.questions[0], order=order), *quiz.questions[1:])
    )


@pytest.mark.parametrize(
    "forged",
    [
        lambda quiz: replace(quiz, questions=()),
        lambda quiz: replace(quiz, questions=quiz.questions[:1]),
        twice,
        of_another_bank,
        ordered(0, 0, 0),
        ordered(),
        ordered(0, 1, 2, 0),
    ],
)
def test_a_quiz_that_somebody_made_is_not_judged(bank: QuestionBank, forged: Callable[[Quiz], Quiz]) -> None:
    quiz = forged(draw_quiz(bank, random.Random(2).randrange))
    with pytest.raises(QuizNotOurs):
        judge_quiz(bank, quiz, [0] * len(quiz.questions))


def test_the_bank_says_how_many_must_be_right(bank: QuestionBank) -> None:
    quiz = draw_quiz(bank, random.Random(2).randrange)
    wrong = [(one.right + 1) % ANSWERS for one in quiz.questions]
    result = judge_quiz(bank, replace(quiz, pass_mark=0), wrong)
    assert (result.pass_mark, result.passed) == (bank.pass_mark, False)


@pytest.mark.parametrize(
    ("what", "by"),
    [
        ('code = "van-lunch"', 'code = "straight-home"'),
        ("asked = 10", "asked = 90"),
        ("pass_mark = 8", "pass_mark = 11"),
        ("pass_mark = 8", "pass_mark = 0"),
        ('"すぐ戻るので助手席に置き、窓を閉めておく", ', ""),
    ],
)
def test_a_spoiled_bank_is_refused(what: str, by: str) -> None:
    assert what in TEXT
    with pytest.raises(ValueError, match=r"unique|wanted"):
        parse_bank(TEXT.replace(what, by, 1))


def test_all_questions_may_be_asked_and_all_wanted(bank: QuestionBank) -> None:
    every = len(bank.questions)
    wanted = TEXT.replace("asked = 10", f"asked = {every}", 1).replace(
        "pass_mark = 8", f"pass_mark = {every}", 1
    )
    assert parse_bank(wanted).pass_mark == every
    with pytest.raises(ValueError, match="fit together"):
        parse_bank(TEXT.replace("asked = 10", f"asked = {every + 1}", 1))
    assert parse_bank(TEXT.replace("pass_mark = 8", "pass_mark = 1", 1)).pass_mark == 1


def test_a_question_is_read_in_japanese_where_its_reader_has_another_language(bank: QuestionBank) -> None:
    question = bank.questions[0]
    assert question.text("en") == question.texts["en"] != question.texts["ja"]
    assert question.text("fr") == question.texts["ja"]
