"""Help pages: how a file is read, and how pages are found by what they speak of."""

from __future__ import annotations

import pytest

from hvacdesk.domain.office.help_pages import HelpPage, find_pages, parse_help
from hvacdesk.domain.text.rule_markup import BlockKind, blocks

PAGES = (
    HelpPage("papers", "Papers", "A paper was lost.\n\n![A lost picture](a.png)\n\n- Look for it"),
    HelpPage("lost", "Lost things", "Nothing here."),
    HelpPage("rireki", "閲覧の履歴", "プリンターの一覧です。"),
)


def found(typed: str) -> list[str]:
    return [hit.page.name for hit in find_pages(PAGES, typed)]


def test_a_page_is_a_title_and_a_text() -> None:
    assert parse_help("a", "# Title\n\nText\n") == HelpPage("a", "Title", "Text")


@pytest.mark.parametrize("wrong", ["", "Title\n", "#Title\n", "# \ntext"])
def test_a_page_without_a_title_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="no title"):
        parse_help("a", wrong)


def test_titles_come_before_texts() -> None:
    assert found("lost") == ["lost", "papers"]


def test_every_word_must_be_there() -> None:
    assert found("paper look") == ["papers"]
    assert found("paper printer") == []


@pytest.mark.parametrize("typed", ["ﾌﾟﾘﾝﾀｰ", "プリンター", "履歴"])
def test_width_makes_no_difference(typed: str) -> None:
    assert found(typed) == ["rireki"]


@pytest.mark.parametrize("typed", ["", "   "])
def test_nothing_finds_nothing(typed: str) -> None:
    assert found(typed) == []


def test_the_excerpt_is_the_place_without_markup() -> None:
    hits = find_pages(PAGES, "lost")
    assert [hit.excerpt for hit in hits] == ["", "A paper was lost."]


def test_a_long_line_is_cut_at_words_around_the_place() -> None:
    page = HelpPage("long", "Long", f"{'before ' * 20}needle{' after' * 20}")
    (hit,) = find_pages([page], "needle")
    assert hit.excerpt.startswith("…before")
    assert hit.excerpt.endswith("…")
    assert "needle" in hit.excerpt


def test_only_the_helps_own_pages_have_pictures() -> None:
    line = "![What it shows](name_1.png)"
    assert [one.kind for one in blocks(line)] == [BlockKind.PARAGRAPH]
    (picture,) = blocks(line, pictures=True)
    assert (picture.kind, picture.text, picture.mark) == (BlockKind.PICTURE, "What it shows", "name_1.png")


@pytest.mark.parametrize("place", ["../a.png", "a/b.png", "a.svg", "file:a.png", "A.png "])
def test_a_picture_never_lies_elsewhere(place: str) -> None:
    (block,) = blocks(f"![x]({place})", pictures=True)
    assert block.kind is BlockKind.PARAGRAPH
