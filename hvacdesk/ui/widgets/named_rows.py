"""Whom the rows of a list name: whoever prints it has their data on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

Names = Callable[[Any], Iterable[str]]
"""Of a row: the record ids of the customers whom it names. An empty one is nobody's."""


class OfCustomer(Protocol):
    """A row about one customer, by record id; empty where it is about nobody in the register."""

    @property
    def customer(self) -> str: ...


def names_its_customer(row: OfCustomer) -> tuple[str, ...]:
    """Of a list whose rows are each about one customer."""
    return (row.customer,)


def names_nobody(_row: object) -> tuple[str, ...]:
    """Of a list that names no customer of the register."""
    return ()
