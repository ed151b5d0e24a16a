"""Laws are cited alike wherever people read them: 個人情報保護法 第33条第3項, read in 2026年11月."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.documents.kit.dates import as_of_text
from hvacdesk.services.language import words_for

ROOT = Path(__file__).parents[2]
BARE = re.compile(
    r"(?:法|令|規則|基準|解釈|約款)(?:の[^\s、。]+)?\s*\d+条|(?:条|条の\d+)\d+項|項\d+号|[・、]\d+条"
)
"""An article without its 第."""

SHOWN = sorted(
    path
    for folder in ("resources/legal", "resources/policies", "resources/training", "resources/help")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".toml", ".md"}
)


def texts_of(path: Path) -> Iterator[str]:
    """The texts in a module that are no docstrings; other files line by line, without their comments."""
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        yield from (line for line in source.splitlines() if not line.startswith("# "))
        return
    tree = ast.parse(source)
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def test_articles_are_written_alike() -> None:
    paths = [*sorted((ROOT / "hvacdesk").rglob("*.py")), *SHOWN]
    paths.append(ROOT / "resources/translations/hvacdesk_ja.ts")
    found = [f"{path.name}: {text.strip()}" for path in paths for text in texts_of(path) if BARE.search(text)]
    assert found == []


@pytest.mark.parametrize(
    "bare", ["個人情報保護法 33条", "施行規則59条", "第33条3項", "第33条第2項1号", "第21条・32条"]
)
def test_an_article_without_its_mark_is_found(bare: str) -> None:
    assert BARE.search(bare)


def test_when_a_source_was_read_is_written_as_people_say_it() -> None:
    ja = words_for("ja")
    assert as_of_text(ja, "2026-11") == "2026年11月"
    assert as_of_text(ja, "2026-11-24") == "2026年11月24日"
    every = (ROOT / "resources/translations/hvacdesk_ja.ts").read_text(encoding="utf-8")
    translations = "\n".join(re.findall(r"<translation>([^<]*)", every))
    assert set(re.findall(r"\{as_of\}\s*[一-龠]*", translations)) == {"{as_of}時点"}, "one way of saying it"


SAID = re.compile(r"(?:as_of|date)=((?:day_text\()?[a-zA-Z_.]*\b(?:as_of|[A-Z_]*AS_OF))\b(?!\()")
"""A month as the data has it, put into a text; the functions that word it have other names around it."""


def test_no_text_says_a_month_as_the_data_has_it() -> None:
    paths = sorted(path for room in ("ui", "documents") for path in (ROOT / "hvacdesk" / room).rglob("*.py"))
    assert [
        f"{path.name}: {found[1]}"
        for path in paths
        for found in SAID.finditer(path.read_text(encoding="utf-8"))
    ] == []


def test_a_month_as_the_data_has_it_is_found() -> None:
    assert SAID.search("text.format(source=known.source, as_of=known.as_of)")
    assert SAID.search("text.format(as_of=day_text(law.as_of))")
    assert not SAID.search("text.format(as_of=as_of_text(known.as_of))")
