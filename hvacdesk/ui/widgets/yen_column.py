"""The column of a data table that shows sums of money."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from hvacdesk.ui.widgets.numbers import yen
from hvacdesk.ui.widgets.table_model import Column, LeftOut


def yen_column(
    key: str,
    title: str,
    amount: Callable[[Any], int | None] | None = None,
    *,
    width: int = 110,
    wide_only: bool = False,
    left_out: LeftOut = LeftOut.LAST,
    missing: Callable[[Any], str] = lambda _row: "",
) -> Column:
    """A sum in yen: written as everywhere, at the right, and sorted by how large it is.

    Args:
        amount: makes the sum from the row; without it that is the attribute of the key. What has none sorts
            as zero.
        missing: what is shown of a row that has none; nothing if it is not given.
    """
    of = amount or attrgetter(key)

    def shown(row: Any) -> str:
        sum_ = of(row)
        return missing(row) if sum_ is None else yen(sum_)

    return Column(
        key,
        title,
        width=width,
        kind="number",
        align="right",
        wide_only=wide_only,
        left_out=left_out,
        value=shown,
        sort=lambda row: of(row) or 0,
    )
