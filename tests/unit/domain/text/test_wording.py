"""Sentences of several phrases on one line."""

from __future__ import annotations

import pytest

from hvacdesk.domain.errors import BadPostalCode
from hvacdesk.domain.text.wording import english, in_a_row


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (("Saved.", "Print it now."), "Saved. Print it now."),
        (("保存しました。", "印刷してください。"), "保存しました。印刷してください。"),
        (("", "Saved.", ""), "Saved."),
        (("電話番号", "090-0000-0000"), "電話番号 090-0000-0000"),
        (("保存しました（3件）", "印刷できます。"), "保存しました（3件）印刷できます。"),
        ((), ""),
    ],
)
def test_a_space_parts_sentences_where_their_language_has_one(sentences: tuple[str, ...], told: str) -> None:
    assert in_a_row(*sentences) == told


def test_an_error_is_told_in_full_and_in_short() -> None:
    error = BadPostalCode("postal_code")
    what, safe, todo = error.sentences(english)
    assert error.in_full(english) == f"{what} {safe} {todo}"
    assert error.in_short(english) == f"{what} {todo}"
