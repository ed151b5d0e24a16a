"""The translations are complete, keep their placeholders, and speak of each thing by its one name.

A text that fails here: run ``installers/translations.sh``, translate what is marked unfinished, commit.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest

from hvacdesk.domain.text.languages import LANGUAGES
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.language import words_for
from tests.helpers.systems import only_on_linux

ROOT = Path(__file__).parents[2]
PLACEHOLDER = re.compile(r"\{\w*\}|%L?n|%\d")
DATE_PARTS = {"{year}", "{month}", "{day}", "{weekday}", "{era}", "{era_year}", "{time}"}
"""What a translated order of a date may be made of."""

JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff々]")
SAME_IN_JAPANESE = {"Fax", "FAX", "FAX {fax}", "d MMM yyyy"}
"""English texts whose Japanese holds no Japanese letter."""

WRONG_WORDS = {
    "サイト": "工事先",
    "ホーム画面": "「今日」のページ",
    "今日の画面": "「今日」のページ",
    "現場": "工事先",
    "ユニット": "機器",
    "マスク": "伏せ字",
    "マスキング": "伏せ字",
    "監査": "操作記録",
    "オペレーションログ": "操作記録",
    "顧客": "お客様",
    "ジョブ": "工事",
    "案件": "工事",
    "指図書": "作業指示書",
    "ワークオーダー": "作業指示書",
    "コピー": "控え",
    "細断": "裁断",
    "シュレッド": "裁断",
    "カーテン": "目隠し",
    "ユーザ": "担当者",
    "オーナー": "責任者",
    "パスワード": "パスフレーズ",
    "リカバリ": "復旧用シート",
    "回復シート": "復旧用シート",
    "復元シート": "復旧用シート",
    "バックアップファイル": "バックアップ",
    "保持期間": "保存期間",
    "保管期間": "保存期間",
    "バッチ": "廃棄点検",
    "ホールド": "廃棄を保留",
    "破棄済": "廃棄",
    "漏洩": "漏えい",
    "インシデント": "事案",
    "エポック": "鍵の世代",
    "パートナー": "協力会社",
    "技術者": "作業員",
    "キーストア": "鍵の保管庫",
}
"""Words that stand for a thing which the glossary calls otherwise, and that other name."""

RIGHT_ELSEWHERE = {
    "パスワード": "passwords?",  # what Excel and the operating system call theirs
    "コピー": "Copy",  # the menu's word for the clipboard
}
"""English words beside which such a word is right."""

TERMS = {
    r"audit log": "操作記録",
    r"recovery sheet": "復旧用シート",
    r"recovery code": "復旧コード",
    r"work orders?": "作業指示書",
    r"curtain": "目隠し",
    r"retention rules?": "保存期間の決まり",
    r"disposal ledger": "廃棄台帳",
    r"passphrases?": "パスフレーズ",
    r"person responsible": "責任者",
    r"partner firm": "協力会社",
    r"technician's copy": "作業員控",
    r"backups?": "バックアップ",
    r"approve disposal": "廃棄を承認",
    r"propose disposal": "廃棄を申請",
    r"hold disposal": "廃棄を保留",
    r"switch user": "担当者の切替",
    r"job no\.|job number": "工事番号",
    r"reason for showing": "表示の理由",
    r"refrigerant": "冷媒",
}
"""English terms and the Japanese that each of them always has. The field's glossary is the source."""


@dataclass(frozen=True)
class Message:
    """One text of a .ts file; ``forms`` are its translations, one where it does not count anything."""

    context: str
    source: str
    counts: bool
    state: str
    forms: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.context}: {self.source!r} {self.forms!r}"


def read(path: Path) -> list[Message]:
    return [
        Message(
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.get("numerus") == "yes",
            translation.get("type", ""),
            tuple(form.text or "" for form in translation.iterfind("numerusform"))
            or (translation.text or "",),
        )
        for context in ElementTree.parse(path).iterfind("context")
        for message in context.iterfind("message")
        for translation in message.iterfind("translation")
    ]


MESSAGES = {language: read(ROOT / f"resources/translations/hvacdesk_{language}.ts") for language in LANGUAGES}
EVERY = [message for messages in MESSAGES.values() for message in messages]


def plain(text: str) -> str:
    """A text without its placeholders."""
    return PLACEHOLDER.sub("", text)


def ja() -> Iterator[tuple[Message, str]]:
    return ((message, form) for message in MESSAGES["ja"] for form in message.forms)


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[tuple[str, str]]]:
    """What Qt's extractor finds in the code, by language."""
    only_on_linux("starts Qt's extractor by a shell script")
    folder = tmp_path_factory.mktemp("translations")
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    subprocess.run(
        ("sh", ROOT / "installers/translations.sh", folder), check=True, env=os.environ | {"PATH": path}
    )
    return {
        language: {(message.context, message.source) for message in read(folder / f"hvacdesk_{language}.ts")}
        for language in LANGUAGES
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_hold_the_texts_of_the_code(
    language: str, extracted: dict[str, set[tuple[str, str]]]
) -> None:
    held = {(message.context, message.source) for message in MESSAGES[language]}
    assert len(held) == len(MESSAGES[language]), "a text stands twice"
    assert extracted[language] - held == set(), "not in the file yet"
    assert held - extracted[language] == set(), "no longer in the code"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_is_brought_up_to_date_as_it_is_spoken(language: str) -> None:
    script = (ROOT / "installers/translations.sh").read_text(encoding="utf-8")
    assert f"update {language} -target-language {LANGUAGES[language].locale}" in script


class _Texts(ast.NodeVisitor):
    """Collects the translatable texts of a module, as Qt names them: context and source.

    Attributes:
        windows: the classes whose texts stand under their own name.
    """

    def __init__(self) -> None:
        self.found: set[tuple[str, str]] = set()
        self.windows: set[str] = set()
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
        strings = [text for text in texts if isinstance(text, str)]
        if name == "tr" and strings and self._classes:
            self.found.add((self._classes[-1], strings[0]))
            self.windows.add(self._classes[-1])
        elif name in {"translate", "phrase"} and len(strings) > 1:
            self.found.add((strings[0], strings[1]))
        self.generic_visit(node)


def texts_of(path: Path) -> _Texts:
    texts = _Texts()
    texts.visit(ast.parse(path.read_text(encoding="utf-8")))
    return texts


def shared(names: Iterator[tuple[object, Path]]) -> dict[object, list[str]]:
    """What stands in more than one module, with the modules."""
    where: dict[object, list[str]] = {}
    for name, path in names:
        where.setdefault(name, []).append(str(path.relative_to(ROOT)))
    return {name: paths for name, paths in where.items() if len(paths) > 1}


def test_no_two_papers_share_a_text() -> None:
    """One English word is several Japanese ones: what heads an apology heads no record of violations."""
    modules = sorted((ROOT / "hvacdesk/documents").glob("*.py"))
    assert shared((text, path) for path in modules for text in texts_of(path).found) == {}


def test_no_two_windows_share_a_name_and_with_it_their_texts() -> None:
    modules = sorted((ROOT / "hvacdesk").rglob("*.py"))
    assert shared((window, path) for path in modules for window in texts_of(path).windows) == {}


def test_the_extractor_sees_every_text(extracted: dict[str, set[tuple[str, str]]]) -> None:
    """Qt's extractor does not look inside f-strings, and says nothing."""
    texts = _Texts()
    for path in sorted((ROOT / "hvacdesk").rglob("*.py")):
        texts.visit(ast.parse(path.read_text(encoding="utf-8")))
    assert texts.found
    assert texts.found - extracted["ja"] == set(), "take it out of the f-string"


def test_everything_is_translated() -> None:
    assert [str(message) for message in EVERY if message.state] == [], "unfinished or obsolete"
    assert [str(message) for message in EVERY if not all(form.strip() for form in message.forms)] == []


def test_what_counts_has_its_languages_plural_forms() -> None:
    for language, messages in MESSAGES.items():
        forms = {message: LANGUAGES[language].plurals if message.counts else 1 for message in messages}
        assert [str(one) for one, count in forms.items() if len(one.forms) != count] == []
    assert [
        str(one) for one in MESSAGES["en"] if any("(" in form and "(s)" in form for form in one.forms)
    ] == []


def test_no_class_asks_for_a_plural_by_a_name_that_its_heirs_do_not_have() -> None:
    """``self.tr`` asks under the object's own class first, and takes what Qt counts there in English."""
    asked, bases = set(), set()
    for path in (ROOT / "hvacdesk").rglob("*.py"):
        for found in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(found, ast.ClassDef):
                bases |= {ast.unparse(base).rpartition(".")[2].partition("[")[0] for base in found.bases}
                if re.search(r"self\.tr\(['\"][^'\"]*%n", ast.unparse(found)):
                    asked.add(found.name)
    assert asked
    assert asked & bases == set(), "name the class with QCoreApplication.translate"


def test_numbers_are_written_as_the_reader_does() -> None:
    """``%Ln`` groups the digits of thousands; ``%n`` would not."""
    assert [str(one) for one in EVERY if one.counts and any("%n" in form for form in one.forms)] == []


def test_placeholders_are_kept() -> None:
    def holes(text: str) -> Counter[str]:
        return Counter(PLACEHOLDER.findall(text.replace("%Ln", "%n")))

    def agree(source: str, form: str) -> bool:
        if "{month_name}" in source:
            return set(holes(form)) <= DATE_PARTS
        return holes(source) == holes(form)

    wrong = [str(one) for one in EVERY if not all(agree(one.source, form) for form in one.forms)]
    assert wrong == []


def test_japanese_is_japanese() -> None:
    english = [
        str(message)
        for message, form in ja()
        if re.search(r"[A-Za-z]", plain(message.source))
        and not JAPANESE.search(form)
        and message.source not in SAME_IN_JAPANESE
    ]
    assert english == []


def test_japanese_uses_the_glossarys_words() -> None:
    wrong = [
        f"{message}: {right} instead of {word}"
        for message, form in ja()
        for word, right in WRONG_WORDS.items()
        if word in form and not is_right_elsewhere(word, message.source)
    ]
    assert wrong == []


def is_right_elsewhere(word: str, source: str) -> bool:
    other = RIGHT_ELSEWHERE.get(word)
    return bool(other and re.search(rf"\b{other}\b", source))


def test_a_term_has_one_japanese_name() -> None:
    wrong = [
        f"{message}: {right} is missing"
        for message, form in ja()
        for term, right in TERMS.items()
        if re.search(rf"\b({term})(?!\w)", message.source, re.IGNORECASE) and right not in form
    ]
    assert wrong == []


def test_every_term_is_used() -> None:
    """A term that no text holds any more would check nothing."""
    sources = "\n".join(message.source for message in MESSAGES["ja"])
    assert [term for term in TERMS if not re.search(rf"\b({term})", sources, re.IGNORECASE)] == []


def test_japanese_is_punctuated_as_japanese() -> None:
    narrow = re.compile(
        r"[\u3040-\u30ff\u4e00-\u9fff](?:[,!?:;]|\.(?!(?:csv|pdf|xlsx)))|[，．０-９Ａ-Ｚａ-ｚ]"
    )
    wrong = [str(message) for message, form in ja() if narrow.search(form)]
    assert wrong == [], "、。！？： beside Japanese; digits and Latin letters narrow"


def test_a_question_ends_as_a_question() -> None:
    wrong = [str(message) for message, form in ja() if message.source.endswith("?") and form.endswith("か")]
    assert wrong == [], "か？"


@pytest.mark.parametrize(
    ("end", "japanese"),
    [(r"(?<!\b[Nn]o)\.", "。"), (r":\s?", "："), ("…", "…")],
    ids=["stop", "colon", "dots"],
)
def test_sentences_stay_sentences(end: str, japanese: str) -> None:
    wrong = [
        str(message)
        for message, form in ja()
        if bool(re.search(f"{end}$", message.source)) != form.endswith(japanese)
    ]
    assert wrong == [], f"Japanese ends with {japanese} where English ends with {end}, and only there"


def test_services_read_the_same_files() -> None:
    words = words_for("ja")
    assert words(phrase("Roles", "Person responsible")) == "責任者"
    for message in MESSAGES["ja"]:
        read_here = words(phrase(message.context, message.source))
        assert read_here == (message.source if message.counts else message.forms[0])
