"""What a window's text names in quotes is called so on the screen, in both languages."""

from __future__ import annotations

import re
from collections import defaultdict
from xml.etree import ElementTree

import pytest

from hvacdesk.resource_files import resource

ENGLISH, JAPANESE = re.compile("“([^”{}]+)”"), re.compile("「([^」{}]+)」")


def messages() -> list[tuple[str, tuple[str, ...]]]:
    """Every English text with its Japanese."""
    found = []
    for message in ElementTree.parse(resource("translations", "hvacdesk_ja.ts")).iter("message"):
        entry = message.find("translation")
        assert entry is not None
        forms = (entry.text or "", *(form.text or "" for form in entry.iterfind("numerusform")))
        found.append((message.findtext("source", ""), tuple(form.strip() for form in forms if form.strip())))
    return found


MESSAGES = messages()
SAID = defaultdict(set)
for english, japanese in MESSAGES:
    SAID[english.rstrip("…").lower()] |= {one.rstrip("…") for one in japanese}
SHOWN = {one for japanese in SAID.values() for one in japanese}

NOT_OURS = frozenset(
    {
        # other programs' names and settings, and options of a command
        "CSV UTF-8", "Excelブック（.xlsx）", "Keep printed documents", "印刷後ドキュメントを残す", "詳細設定",
        "ダーク", "ディスプレイ", "個人用設定", "色",
        "PreserveJobFiles No", "without list", "go on",
        # files and folders, and what the program is called
        "hvacdesk", "hvacdesk backup", "hvacdesk-backup-", "report-box-damaged", "report-box.sealed",
        # examples of what somebody types
        "2y", "2年", "Backup A", "バックアップA", "PC at the counter", "受付のパソコン",
        "1/3", "項目=見出し", "## ", "- ",
        "warranty of the bedroom unit",
        # words of a law or of a standard, a sign, and what somebody says
        "Possible", "おそれ", "部分的なサニタイズ", "〓", "―", "朝の作業指示書が見当たらない",
    }
)  # fmt: skip
"""What stands outside the program, or is no name."""


def names(mark: re.Pattern[str], text: str) -> set[str]:
    """What a text names, without the dots of a button that asks before it acts."""
    return {name.rstrip("…") for name in mark.findall(text)} - NOT_OURS


def test_english_names_are_on_a_screen() -> None:
    named = {name for english, _ in MESSAGES for name in names(ENGLISH, english)}
    assert [name for name in sorted(named) if name.lower() not in SAID] == []


def test_japanese_names_are_on_a_screen() -> None:
    named = {name for _, forms in MESSAGES for form in forms for name in names(JAPANESE, form)}
    short = {one.partition("（")[0] for one in SHOWN}  # 除去（Purge：…）
    assert sorted(named - SHOWN - short) == []


@pytest.mark.parametrize(("english", "forms"), [one for one in MESSAGES if ENGLISH.search(one[0])])
def test_a_text_names_the_same_in_both_languages(english: str, forms: tuple[str, ...]) -> None:
    for name in names(ENGLISH, english):
        assert all(SAID[name.lower()] & names(JAPANESE, form) for form in forms), f"{name}: {forms}"
