"""Long lists in queries: cut into pieces, so that parameters stay within the database's limit, or as one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute

SIZE = 500

Item = TypeVar("Item")


def chunks(items: Iterable[Item], size: int = SIZE) -> Iterator[list[Item]]:
    """The items in lists of at most ``size``."""
    waiting = iter(items)
    while piece := list(islice(waiting, size)):
        yield piece


def among(
    column: ColumnElement[Any] | InstrumentedAttribute[Any], values: Iterable[int | str]
) -> ColumnElement[bool]:
    """Whether a column holds one of any number of values, which reach the database as one parameter.

    With a parameter for each, making the statement often takes longer than carrying it out.
    """
    listed = func.json_each(json.dumps(list(values))).table_valued("value")
    return column.in_(select(listed.c.value))
