"""Whatever writes a record takes what its form had shown, or stands in a table with its reason."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from hvacdesk import services
from tests.helpers.what_is_written_over import ASKS_NOT, MAY_LEAVE_IT_OUT
from tests.unit.services.test_permissions import DOORS, PUBLIC, STATED, Method, listed, read

SHOWN = {"version", "versions", "shown", "read", "seen"}
"""Parameters by which a method is told what the person saw."""
WRITES = re.compile(r"\.(transaction|sole_writer)\(")
FEWEST = 290
"""So many methods wrote when this was made: fewer means that the search for them is broken."""


def source(method: Method) -> str:
    return inspect.getsource(inspect.unwrap(method))


def classes() -> Iterator[tuple[str, type]]:
    """Every class that a module of services defines, by its name."""
    for module in pkgutil.walk_packages(services.__path__, f"{services.__name__}."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if inspect.isclass(value) and value.__module__ == module.name:
                yield name, value


CLASSES = dict(classes())


@cache
def parts(owner: type) -> dict[str, type]:
    """What a service works with, by the name of its attribute: made by it, or given to it when it is made."""
    text = "".join(inspect.getsource(one) for one in owner.__mro__ if one in CLASSES.values())
    made = re.findall(r"self\.(\w+)(?:: \w+)? = (\w+)\b", text)
    given = {
        name: re.findall(r"\w+", str(one.annotation))
        for name, one in inspect.signature(owner.__init__).parameters.items()
    }
    named = ((attribute, one) for attribute, made_of in made for one in given.get(made_of, [made_of]))
    return {attribute: CLASSES[one] for attribute, one in named if one in CLASSES}


def called(method: Method, owner: type | None) -> Iterator[tuple[Method, type | None]]:
    """The methods and functions of services that a method calls or hands on, each with its class."""
    around = inspect.unwrap(method).__globals__
    for way, name in re.findall(r"(?<![\w.])(?:(self(?:\.\w+)?|\w+)\.)?(\w+)\b", source(method)):
        first, _dot, attribute = way.partition(".")
        where = None
        if first == "self":
            where = parts(owner).get(attribute) if owner is not None and attribute else owner
            found = getattr(where, name, None)
        else:
            found = getattr(around.get(way), name, None) if way else around.get(name)
        if inspect.isfunction(found) and found.__module__.startswith(services.__name__):
            yield found, where


def writes(method: Method, owner: type | None) -> bool:
    """Whether the method opens a transaction that may write, or anything that it calls does, however deep."""
    waiting, seen = [(method, owner)], {method}
    while waiting:
        one, where = waiting.pop()
        if WRITES.search(source(one)):
            return True
        further = [each for each in called(one, where) if each[0] not in seen]
        seen.update(each for each, _where in further)
        waiting += further
    return False


WRITING = {
    name: inspect.signature(method).parameters
    for name, (method, owner) in DOORS.items()
    if not STATED[name].callers and writes(method, owner)
}


def told(name: str) -> set[str]:
    return SHOWN & WRITING[name].keys()


def asking() -> Iterator[str]:
    return filter(told, WRITING)


def in_table() -> Counter[str]:
    return Counter(
        f"{owner}.{method}"
        for table in ASKS_NOT.values()
        for owner, methods in read(table).items()
        for method in methods
    )


def test_the_methods_that_write_are_found() -> None:
    assert len(WRITING) >= FEWEST
    assert {"Customers.change", "Accounts.rename", "IncidentWriting.save_facts"} <= WRITING.keys()
    deep = {
        "Accounts.remove",
        "Customers.search",
        "FirstWeek.hide",
        "Reviews.open_batch",
        "SeatList.set_state",
    }
    assert deep <= WRITING.keys()


def test_whatever_writes_asks_what_was_shown_or_says_why_not() -> None:
    known = in_table()
    unknown = WRITING.keys() - set(asking()) - known.keys()
    assert not listed(iter(unknown)), "take what the form had shown, see Customers.change"
    assert not listed(iter(known.keys() & set(asking()))), "it asks by now, and leaves the table"
    assert not listed(iter(known.keys() - WRITING.keys())), "there is no such method that writes"
    assert not [name for name, times in known.items() if times > 1], "one reason is enough"


def test_what_was_shown_is_not_left_out() -> None:
    """None for it would write over whatever is there."""
    left_out = (name for name in asking() if any(WRITING[name][one].default is None for one in told(name)))
    assert listed(left_out) == read(MAY_LEAVE_IT_OUT)


def test_what_was_shown_is_compared() -> None:
    """It is no parameter that nobody looks at."""
    for name in asking():
        method, _owner = PUBLIC[name]
        for one in told(name):
            assert len(re.findall(rf"\b{one}\b", source(method))) > 1, name
