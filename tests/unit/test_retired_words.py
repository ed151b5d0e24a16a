"""Words that gave way to the ones a clerk would write do not come back, wherever Japanese is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

RETIRED = {
    "お客様の請求": "開示等のご請求: 請求 alone reads as billing",
    "指紋": "署名鍵の確認値",
    "充填": "充塡",
    "充塡量計": "合計充塡量",
    "ドレン通水": "ドレン排水確認",
    "ドレン排水(?!確認)": "ドレン排水確認",
    "記録は固定": "記録を閲覧できないよう制限しました",
    "プログラムを終了するまで.{0,20}(?:画面ロック|有効)": "ログアウトか担当者の切替まで: where a PIN ends",
    "(?<![座離手助])席(?!を離|を外|を代|に座)": "つないだパソコン: 席 is where somebody sits",
    "当事務所": "当社",
    "個人情報の責任者": "個人情報管理責任者",
    "個人情報保護管理者": "個人情報管理責任者",
    r"(?<![A-Za-z])PINs?(?![A-Za-z])": "暗証番号",
    "鍵・暗証番号": "鍵・解錠番号",
    "合い言葉": "パスフレーズ",
    "上記の電話番号、営業日": "営業日に上記の電話で承ります",
    "約束だけの": "お約束による",
    "断られました": "実行できませんでした",
    "使う言葉の指定": "対応言語の指定あり",
    "満了した保存期間の決まり": "満了した保存期間と根拠",
    "外部への口外": "投稿・口外",
    "記録の連鎖": "ハッシュ連鎖の末尾",
    "裁断にする": "「裁断」として登録",
    "ホーム画面": "「今日」",
    "あなた": "自分, ご自身, お客様: nobody in an office is addressed so",
    r"ファックス(?!\|)": "FAX; imported lists may call it so",
    r"[\d}]〜[\d{]": "～",
    "規程": "決まり",
    "途中保存": "もう保管していません: what was half typed is kept or not",
    "キャンセルした工事": "取り消した: a job is 取消",
    r"(?:パソコンから(?:の)?|保存の|保存して)返事": "応答: what the office PC gives; an 返事 is a person's",
    "別の入金(?:ですか|として登録する)": "money that goes back is asked about, too",
    "(?:見えるだけで|それだけで)漏えいに?(?:なります|です)": "なることがあります",
}
"""Patterns, and what is written instead."""

JAPANESE_PARTS = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def japanese_lines() -> Iterator[tuple[str, str]]:
    """File and line of everything Japanese that a person can read."""
    paths = [ROOT / "resources/translations/hvacdesk_ja.ts", ROOT / "resources/training/questions.toml"]
    for folder in ("resources/help/ja", "resources/policies/ja", "resources/training/ja"):
        paths += sorted((ROOT / folder).rglob("*.md"))
    paths += sorted((ROOT / "resources/legal").glob("*.toml"))
    paths += sorted((ROOT / "hvacdesk").rglob("*.py"))
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if JAPANESE_PARTS.search(line) and "<source>" not in line:
                yield path.name, line.strip()


@pytest.mark.parametrize("word", RETIRED)
def test_a_retired_word_stays_away(word: str) -> None:
    pattern = re.compile(word)
    found = [f"{name}: {line}" for name, line in japanese_lines() if pattern.search(line)]
    assert found == [], RETIRED[word]


def test_papers_used_on_site_come_back_by_one_rule() -> None:
    """The same day, or the next morning for who goes straight home: in rules, lesson and quiz."""
    for name in (
        "policies/ja/seven-rules.md",
        "policies/ja/papers.md",
        "training/ja/on-site.md",
        "training/questions.toml",
    ):
        text = (ROOT / "resources" / name).read_text(encoding="utf-8")
        assert re.search("その日のうちに.{0,60}翌朝いちばんに", text), name
        english = (ROOT / "resources" / name.replace("/ja/", "/en/")).read_text(encoding="utf-8")
        assert re.search(r"on the (?:same )?day.{0,120}first thing the next morning", english), name
