"""Every error that a user can meet says what happened, what is safe and what to do, with its details."""

import ast
import importlib
import inspect
import pkgutil
import string
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

import hvacdesk
from hvacdesk.domain.errors import InvalidInput, OutOfRange, UserFacingError
from hvacdesk.domain.text.wording import Phrase, english

PACKAGE = Path(hvacdesk.__file__).parent
RUN_ON_IMPORT = ("hvacdesk.__main__", "hvacdesk.store.migrations")


def error_classes() -> list[type[UserFacingError]]:
    for module in pkgutil.walk_packages([str(PACKAGE)], "hvacdesk."):
        if not module.name.startswith(RUN_ON_IMPORT):
            importlib.import_module(module.name)
    found, waiting = set(), [UserFacingError]
    while waiting:
        subclasses = waiting.pop().__subclasses__()
        waiting.extend(subclasses)
        ours = (cls for cls in subclasses if cls.__module__.startswith("hvacdesk."))
        found.update(
            cls for cls in ours if hasattr(cls, "what") or not cls.__subclasses__()
        )  # a base says nothing
    return sorted(found, key=lambda cls: cls.__qualname__)


CLASSES = error_classes()
MADE_UP: dict[str, object] = {
    "int": 1,
    "float": 1,
    "datetime": datetime(2026, 11, 24, tzinfo=UTC),
    "UserFacingError": InvalidInput("x"),
    "Phrase": Phrase("Errors", "x"),
}
A_SENTENCE = ("{cause}", "{reason}")
"""Placeholders that another error's sentence fills."""


def phrases(cls: type[UserFacingError]) -> list[Phrase]:
    return [cls.what, cls.safe, cls.todo]


def placeholders(cls: type[UserFacingError]) -> set[str]:
    parsed = (part for text in phrases(cls) for part in string.Formatter().parse(text.text))
    return {name for _, name, _, _ in parsed if name is not None}


def sample(cls: type[UserFacingError]) -> UserFacingError:
    """An instance with its required arguments made up."""
    values: dict[str, object] = {}
    for name, parameter in list(inspect.signature(cls.__init__).parameters.items())[1:]:
        named = parameter.kind in {parameter.POSITIONAL_OR_KEYWORD, parameter.KEYWORD_ONLY}
        if named and parameter.default is parameter.empty:
            values[name] = MADE_UP.get(str(parameter.annotation), "x")
    return cls(**values)


@cache
def constructions() -> dict[str, list[set[str]]]:
    """For each called or raised name, the keywords that it is given, place by place."""
    calls: dict[str, list[set[str]]] = {}
    for path in PACKAGE.rglob("*.py"):
        for name, keywords in constructed(ast.parse(path.read_text("utf-8"))):
            calls.setdefault(name, []).append(keywords)
    return calls


def constructed(tree: ast.Module) -> Iterator[tuple[str, set[str]]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func).rpartition(".")[2], {keyword.arg or "" for keyword in node.keywords}
        elif isinstance(node, ast.Raise) and isinstance(node.exc, ast.Name):
            yield node.exc.id, set()


def test_errors_were_found() -> None:
    assert InvalidInput in CLASSES
    assert len(CLASSES) > 10


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__qualname__)
def test_three_sentences_are_written(cls: type[UserFacingError]) -> None:
    for text in phrases(cls):
        assert text.context == "Errors"
        assert text.text.strip().endswith((".", "?", "!", *A_SENTENCE))


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__qualname__)
def test_every_placeholder_is_filled_wherever_the_error_is_raised(cls: type[UserFacingError]) -> None:
    error = sample(cls)
    open_names = placeholders(cls) - set(error.details)
    raised = constructions().get(cls.__name__, [])
    assert not open_names or raised, f"{open_names} are filled by nobody"
    assert all(open_names <= keywords for keywords in raised)
    error.details.update(dict.fromkeys(open_names, "x"))
    assert all(sentence and "{" not in sentence for sentence in error.sentences(english))
    assert str(error) == " ".join(error.sentences(english))


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__qualname__)
def test_what_speaks_of_the_computer_carries_the_mark(cls: type[UserFacingError]) -> None:
    """A seat says by it that the office PC is meant."""
    marks = ("this computer", "the computer's")
    speaks = any(mark in text.text.lower() for text in phrases(cls) for mark in marks)
    assert cls.about_the_computer or not speaks


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__qualname__)
def test_what_may_have_been_saved_is_looked_for_before_it_is_repeated(cls: type[UserFacingError]) -> None:
    """Whoever is told to try again makes a second one of what was there all the same."""
    in_doubt = any(said in cls.safe.text for said in ("may have been saved", "once at most"))
    assert not in_doubt or ("Look whether it was saved" in cls.todo.text and "again" not in cls.todo.text)


def test_an_invalid_input_names_its_field_and_part() -> None:
    error = InvalidInput("address", part="street")
    assert (error.field, error.part) == ("address", "street")
    assert "street" not in str(error)


@pytest.mark.parametrize(
    ("lowest", "highest", "said"),
    [
        (-1_000_000_000, 1_000_000_000, "from -1,000,000,000 to 1,000,000,000"),
        (0, 5_000, "from 0 to 5,000"),
        (1990, 2026, "from 1990 to 2026"),
        (0.5, 12.5, "from 0.5 to 12.5"),
    ],
)
def test_a_range_has_its_thousands_apart_but_for_years(lowest: float, highest: float, said: str) -> None:
    assert said in str(OutOfRange("yen", lowest, highest))
