"""The report of the first run on a Windows: every point with its answer, and nobody's name or folder."""

from __future__ import annotations

import pytest

from hvacdesk.domain.office.first_run import (
    ANSWER_NAMES,
    HIDDEN,
    INSTRUCTIONS,
    Fact,
    Try,
    TryAnswer,
    TrySeen,
    report,
    without_traces,
)
from hvacdesk.domain.text.wording import english, phrase

NAMES = ("山田 太郎", "Yamada", "FRONT-PC", "x")


def test_every_point_says_what_to_do_and_what_should_be_seen() -> None:
    assert list(INSTRUCTIONS) == list(Try)
    assert list(ANSWER_NAMES) == list(TryAnswer)
    texts = [text for one in INSTRUCTIONS.values() for text in (one.name, one.todo, one.expected)]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (r"saved in C:\Users\tanaka\Documents, fine", f"saved in {HIDDEN} fine"),
        (r"C:\Users\鈴木 花子\OneDrive - Firm\backup was refused", f"{HIDDEN} was refused"),
        (r"「\\server\office」 was slow", f"「{HIDDEN}」 was slow"),
        ("d:/backups", HIDDEN),
        ("the file of /Users/tanaka/x.pdf", f"the file of {HIDDEN}"),
        ("山田 太郎 on front-pc saw it, and YAMADA too", f"{HIDDEN} on {HIDDEN} saw it, and {HIDDEN} too"),
        ("two\nlines", "two lines"),
        ("150 %: fine, 1/2 of the window at 10:30", "150 %: fine, 1/2 of the window at 10:30"),
        ("next", "next"),
    ],
)
def test_a_remark_keeps_its_words_but_no_path_and_no_name(typed: str, kept: str) -> None:
    assert without_traces(typed, NAMES) == kept


def test_the_report_has_facts_answers_and_what_was_left_out() -> None:
    seen = {
        Try.SCALING: TrySeen(TryAnswer.DIFFERENT, "Yamada: blurred on the second screen"),
        Try.SLEEP: TrySeen(TryAnswer.AS_DESCRIBED, " "),
    }
    facts = (Fact(phrase("FirstRun", "Code page"), "cp932"),)
    lines = report(facts, seen, NAMES, "2026-11-24", english).splitlines()
    assert lines[:4] == ["hvacdesk: first run on this Windows", "2026-11-24", "", "Code page: cp932"]
    scaling, sleep, after = (
        f"{list(Try).index(point) + 1}. {INSTRUCTIONS[point].name.text}"
        for point in (Try.SCALING, Try.SLEEP, Try.SWITCHING)
    )
    at = lines.index(f"{scaling}: Different")
    assert lines[at + 1] == f"   {HIDDEN}: blurred on the second screen"
    at = lines.index(f"{sleep}: As described")
    assert lines[at + 1] == f"{after}: Not answered", "a remark of blanks is none"
    assert sum(line.endswith(": Not answered") for line in lines) == len(Try) - 2
