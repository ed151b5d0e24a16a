"""The shipped help: the same pages in both languages, and the windows' own words in them."""

from __future__ import annotations

import re
from collections import defaultdict
from xml.etree import ElementTree

import pytest

from hvacdesk.domain.billing.payment_papers import ReminderTone
from hvacdesk.domain.office.help_pages import HelpPage
from hvacdesk.domain.text.languages import LANGUAGES
from hvacdesk.domain.text.rule_markup import BlockKind, blocks
from hvacdesk.resource_files import resource
from hvacdesk.services.billing.receipts import shipped_stamp_duty
from hvacdesk.services.office.help_pages import NAMES, help_pages, help_picture

QUOTED = {"en": re.compile("“(.+?)”"), "ja": re.compile("「(.+?)」")}
"""What stands between these marks is the name of something on the screen, and nothing else is."""

LENGTHS = {"en": (150, 420), "ja": (300, 1100)}
"""Words, or characters where there are no spaces: a page is read in a minute or two."""


def translations() -> dict[str, set[str]]:
    """The Japanese of each English text; more than one where contexts differ."""
    found: dict[str, set[str]] = defaultdict(set)
    for message in ElementTree.parse(resource("translations", "hvacdesk_ja.ts")).iter("message"):
        entry = message.find("translation")
        if entry is not None:
            forms = [entry.text or "", *(form.text or "" for form in entry.iterfind("numerusform"))]
            found[message.findtext("source", "")] |= {form.strip() for form in forms if form.strip()}
    return found


def names_in(language: str, page: HelpPage) -> set[str]:
    return set(QUOTED[language].findall(page.body))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_is_a_page_of_a_chapter(language: str) -> None:
    files = {path.stem for path in resource("help", language).glob("*.md")}
    assert files == set(NAMES)
    assert len(NAMES) == len(set(NAMES))
    assert list(help_pages(language)) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_page_names_is_on_the_screen(name: str) -> None:
    """A button that was renamed fails here: write its new name into both pages."""
    japanese = translations()
    english_names = names_in("en", help_pages("en")[name])
    unknown = {one for one in english_names if one not in japanese}
    assert not unknown
    allowed = {translated for one in english_names for translated in japanese[one]}
    japanese_names = names_in("ja", help_pages("ja")[name])
    assert not japanese_names - allowed, "named in Japanese alone, or not as the program says it"
    untold = {one for one in english_names if not japanese[one] & japanese_names}
    assert not untold, "named in English alone"


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_parts(name: str) -> None:
    shapes = {
        language: [
            (one.kind, one.mark if one.kind is BlockKind.PICTURE else "")
            for one in blocks(help_pages(language)[name].body, pictures=True)
        ]
        for language in LANGUAGES
    }
    assert shapes["ja"] == shapes["en"]


@pytest.mark.parametrize("name", ["payments", "receipts"])
def test_the_sum_that_needs_a_stamp_is_that_of_the_table(name: str) -> None:
    """A new table fails here: write its sum into the pages, in both languages."""
    least = shipped_stamp_duty().tables[-1].free_below
    assert f"{least:,} yen" in help_pages("en")[name].body
    assert f"{least // 10_000}万円" in help_pages("ja")[name].body


def test_the_reminders_tones_are_counted_right() -> None:
    tones = len(ReminderTone)
    count = ("", "one", "two", "three", "four", "five")[tones]
    assert f"the next of {count} tones is chosen;" in help_pages("en")["open_items"].body.lower()
    assert f"文面は{tones}種類" in help_pages("ja")["open_items"].body


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_short_and_end_with_what_is_safe(language: str) -> None:
    least, most = LENGTHS[language]
    for name, page in help_pages(language).items():
        length = len(page.body.split()) if language == "en" else len(page.body)
        assert least <= length <= most, name
        heads = [one.text for one in blocks(page.body) if one.kind is BlockKind.HEADING]
        assert heads[-1] == {"en": "What is safe", "ja": "安心してください"}[language], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_pages_have_one_title(language: str) -> None:
    titles = [page.title for page in help_pages(language).values()]
    assert len(set(titles)) == len(titles)


WITH_PICTURES = {
    "login",
    "recovery",
    "set_up",
    "today",
    "customers",
    "customer_form",
    "schedule",
    "job",
    "work_orders",
    "papers",
    "results",
    "import",
    "leaks",
    "report_box",
    "backups",
    "disposal",
    "disposal_decide",
    "disposal_papers",
    "disposal_approval",
    "disposal_destroy",
}
"""The screens that everybody meets: their pages show them."""

ROOM_FOR_PICTURES = 4_000_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_there_and_none_is_left_over(language: str) -> None:
    """A picture that is missing: ``hvacdesk demo --help-pictures resources/help`` makes them all anew."""
    shown = {
        name: [one.mark for one in blocks(page.body, pictures=True) if one.kind is BlockKind.PICTURE]
        for name, page in help_pages(language).items()
    }
    assert {name for name, pictures in shown.items() if pictures} >= WITH_PICTURES
    named = {picture for pictures in shown.values() for picture in pictures}
    assert named == {path.name for path in resource("help", language).glob("*.png")}
    assert all(help_picture(language, picture).stat().st_size > 2_000 for picture in named)


def test_the_pictures_are_small_enough_to_be_shipped() -> None:
    assert sum(path.stat().st_size for path in resource("help").rglob("*.png")) < ROOM_FOR_PICTURES
