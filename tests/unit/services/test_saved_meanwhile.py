"""Whatever writes a record takes what its form had shown, or stands in a table with its reason."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from collections.abc import Iterator

from tests.helpers.what_is_written_over import ASKS_NOT, MAY_LEAVE_IT_OUT
from tests.unit.services.test_permissions import DOORS, PUBLIC, STATED, Method, listed, read

SHOWN = {"version", "versions", "shown", "read", "seen"}
"""Parameters by which a method is told what the person saw."""
WRITES = re.compile(r"\.(transaction|sole_writer)\(")
FEWEST = 250
"""So many methods wrote when this was made: fewer means that the search for them is broken."""


def source(method: Method) -> str:
    return inspect.getsource(inspect.unwrap(method))


def writes(method: Method, owner: type | None) -> bool:
    """Whether the method opens a transaction that may write, or a method of the same class does for it."""
    text = source(method)
    helpers = (getattr(owner, name, None) for name in re.findall(r"self\.(_\w+)\(", text))
    return bool(WRITES.search(text)) or any(
        WRITES.search(source(one)) for one in helpers if inspect.isfunction(one)
    )


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
    assert {"Customers.change", "Accounts.rename", "Incidents.save_facts"} <= WRITING.keys()


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
