"""What a form says of a field holds whatever its button is called: 保存, 取り込む or 発行する."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from hvacdesk.domain import errors
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.text import refused_numbers
from hvacdesk.ui.language import language, words

ANY_FORM = [
    kind
    for module in (errors, refused_numbers)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, InvalidInput) and "todo" in vars(kind)
]
"""The errors that every form may show; those of one capability know their form."""


@pytest.fixture(autouse=True)
def japanese() -> Iterator[None]:
    language.use("ja")
    yield
    language.use("en")


@pytest.mark.parametrize("kind", ANY_FORM, ids=lambda kind: kind.__name__)
def test_no_button_is_named_that_the_form_may_not_have(kind: type[InvalidInput]) -> None:
    said = words(kind.todo)
    assert "ください" in said, "it is translated"
    assert "保存" not in said
