"""Rule texts: how they are read, drawn and compared."""

from __future__ import annotations

import pytest

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.staff.rule_diff import LineChange, side_by_side
from hvacdesk.domain.staff.rule_texts import (
    BODY_LIMIT,
    RuleDraft,
    RuleState,
    RuleVersion,
    checked_draft,
    parse_template,
)
from hvacdesk.domain.text.rule_markup import BlockKind, blocks

FILE = '+++\ncode = "a"\ntitle = "T"\nsource = "S"\nas_of = "2026-11"\n+++\n\n## H\n\n+++ is only text here\n'


def test_a_shipped_file_is_a_header_and_markdown() -> None:
    found = parse_template(FILE)
    assert (found.code, found.title, found.source, found.as_of) == ("a", "T", "S", "2026-11")
    assert found.body == "## H\n\n+++ is only text here"


@pytest.mark.parametrize("wrong", ["no header", FILE.replace('title = "T"\n', "")])
def test_a_file_without_its_header_is_refused(wrong: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        parse_template(wrong)


def test_headings_points_and_paragraphs_are_all_there_is() -> None:
    found = blocks("# A\n### B\n- one\n  - two\n3. three\n・四\nplain **strong** text\n\nnext")
    assert [(one.kind, one.text, one.mark, one.depth) for one in found] == [
        (BlockKind.HEADING, "A", "", 0),
        (BlockKind.SUBHEADING, "B", "", 0),
        (BlockKind.POINT, "one", "・", 0),
        (BlockKind.POINT, "two", "・", 1),
        (BlockKind.POINT, "three", "3.", 0),
        (BlockKind.PARAGRAPH, "・四", "", 0),
        (BlockKind.PARAGRAPH, "plain strong text", "", 0),
        (BlockKind.PARAGRAPH, "next", "", 0),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[link](javascript:alert(1))",
        "![picture](file:///etc/passwd)",
        "&lt;b&gt;",
    ],
)
def test_script_and_html_are_text(text: str) -> None:
    (found,) = blocks(text)
    assert (found.kind, found.text) == (BlockKind.PARAGRAPH, text)


def test_two_versions_stand_line_against_line() -> None:
    before = "一行目\n紙は鍵のかかる棚に入れます。\n消える行です\n最後"
    after = "一行目\n紙は鍵のかかる棚と引き出しに入れます。\n最後\nABC"
    assert [(one.change, one.before, one.after) for one in side_by_side(before, after)] == [
        (LineChange.SAME, "一行目", "一行目"),
        (
            LineChange.CHANGED,
            "紙は鍵のかかる棚に入れます。",
            "紙は鍵のかかる棚と引き出しに入れます。",
        ),
        (LineChange.REMOVED, "消える行です", ""),
        (LineChange.SAME, "最後", "最後"),
        (LineChange.ADDED, "", "ABC"),
    ]


def test_a_line_that_became_another_is_one_gone_and_one_new() -> None:
    changes = [one.change for one in side_by_side("あいうえお", "12345678")]
    assert changes == [LineChange.REMOVED, LineChange.ADDED]


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (RuleDraft(" ", "b"), "title"),
        (RuleDraft("t", "\n"), "body"),
        (RuleDraft("t", "b" * (BODY_LIMIT + 1)), "body"),
        (RuleDraft("t", "b\x00"), "body"),
    ],
)
def test_a_draft_that_cannot_be_read_is_refused_at_its_field(draft: RuleDraft, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        checked_draft(draft)
    assert refused.value.field == field


def test_english_is_shown_where_there_is_some() -> None:
    own = RuleVersion("x", "a", 1, RuleState.IN_FORCE, "題", "文", "", "")
    shipped = RuleVersion("x", "a", 1, RuleState.IN_FORCE, "題", "文", "", "", english=("T", "B"))
    assert (own.title_in("en"), own.body_in("en")) == ("題", "文")
    assert (shipped.title_in("en"), shipped.body_in("en")) == ("T", "B")
    assert (shipped.title_in("ja"), shipped.body_in("ja")) == ("題", "文")
