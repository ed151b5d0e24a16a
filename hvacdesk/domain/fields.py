"""How a field of a record is described, once, and what is done with every described field.

Views, reveals, forms, merging, exports, imports, exact searches, disclosures, the blacking out of what people
write into jobs, the barrier for an incident's texts and a leak's exposure derive from these descriptions. A
field has every use unless its description names the use that it is left out of, and why.

Exact searches and imports derive for a customer's mailboxes; what goes by hand of its other kinds of text is
named in ``resources/docs/engineers.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.papers.work_orders import PrintField
from hvacdesk.domain.text.traces import Trace
from hvacdesk.domain.text.wording import Phrase

K = TypeVar("K", bound=StrEnum)
R = TypeVar("R")


class Use(StrEnum):
    """Something that is done with every field.

    ``BLACKED_OUT``: free text on a paper that hides the field does not hold it either. ``BARRED``: no text of
    an incident may hold it, since incidents are kept longer than customers. ``FOUND``: typing it in
    full finds its customer. ``SHOWN``: the block of its record shows it on a line. ``MERGED``: of two
    registrations the value of one is chosen. ``EXPORTED``: a list in full has it.
    """

    BLACKED_OUT = "blacked_out"
    BARRED = "barred"
    FOUND = "found"
    SHOWN = "shown"
    MERGED = "merged"
    EXPORTED = "exported"


class TextKind(StrEnum):
    """What kind of text a field is, if it is one: how it is checked, typed, read from a list and found.

    ``CODE``: a number or name of its own kind, which is not taken for a card's.
    """

    MAILBOX = "mailbox"
    NUMBER = "number"
    LINE = "line"
    CODE = "code"
    PROSE = "prose"


WRITTEN = (TextKind.LINE, TextKind.PROSE)
"""Kinds of what somebody wrote in words: who adds to it does not mean to lose what is there."""


@dataclass(frozen=True)
class WholeForm(Generic[R]):
    """The folded full form, the only one by which a hidden value is found.

    Attributes:
        column: where the search's table stores it.
        of: makes it, or nothing where nothing is hidden.
    """

    column: str
    of: Callable[[R], str]


@dataclass(frozen=True)
class DescribedField(Generic[K, R]):
    """One field of a record.

    Attributes:
        key: what the forms and the record's own lists call it.
        columns: where it is in the record's table; they go together.
        full: each value in full, as a reveal shows it by position; empty where there is none, and where it
            is not part of the record.
        masked: each value as lists and cards show it, and whether the reader may ask to see the rest.
        told_as: what reveals, the log, incidents and a leak's exposure call it; None where nothing is hidden.
        kind: what kind of text it is, where it is a single one, in the attribute of a record and the column
            that are named like it.
        card: what a card calls it, where that is another word than the forms' and lists'.
        disclosed: what it is called to a customer who asks what is held, where that is another word.
        addressee: whether a person who only writes to customers may see it, for the document at hand.
        printed: the rule of the print profiles that it falls under; None where no paper has a rule for it.
        whole: how it is found by its exact form, where its values have no rows of their own to be found by.
        trace: how it is recognised in what people write.
        otherwise: the uses that it is left out of, each with the reason.
    """

    key: K
    label: Phrase
    columns: tuple[str, ...]
    full: Callable[[R], tuple[str, ...]]
    masked: Callable[[R, bool], tuple[Masked, ...]]
    told_as: CustomerField | None
    printed: PrintField | None
    trace: Callable[[R], Trace]
    kind: TextKind | None = None
    card: Phrase | None = None
    disclosed: Phrase | None = None
    addressee: bool = False
    whole: WholeForm[R] | None = None
    otherwise: Mapping[Use, str] = field(default_factory=dict)

    def goes(self, use: Use) -> bool:
        """Whether it is part of a use: it is unless the description leaves it out."""
        return use not in self.otherwise

    @property
    def revealed(self) -> bool:
        """Whether something of it is hidden that can be shown with a reason."""
        return self.told_as is not None


class FieldSet(Collection[DescribedField[K, R]], Generic[K, R]):
    """The described fields of one kind of record, in the order in which they are shown."""

    def __init__(self, *fields: DescribedField[K, R]) -> None:
        self._fields = fields
        self._by_key = {one.key: one for one in fields}
        self.texts = tuple(one for one in fields if one.kind)
        """Those that are a single text in a column of its own."""

    def __iter__(self) -> Iterator[DescribedField[K, R]]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __contains__(self, one: object) -> bool:
        return one in self._fields

    def __getitem__(self, key: K) -> DescribedField[K, R]:
        return self._by_key[key]

    def used(self, use: Use) -> tuple[DescribedField[K, R], ...]:
        """The fields of a use."""
        return tuple(one for one in self if one.goes(use))

    def texts_of(self, *kinds: TextKind) -> tuple[DescribedField[K, R], ...]:
        """The texts of these kinds."""
        return tuple(one for one in self.texts if one.kind in kinds)


@dataclass(frozen=True)
class Held(Generic[K, R]):
    """A record with the description of its fields."""

    fields: FieldSet[K, R]
    record: R

    def traces(
        self, use: Use, hides: Callable[[DescribedField[K, R]], bool] = lambda _one: True
    ) -> Iterator[Trace]:
        """How the values of a use are recognised, of the fields that ``hides`` chooses."""
        return (one.trace(self.record) for one in self.fields.used(use) if hides(one))


def filled(text: str) -> tuple[str, ...]:
    """The text as the only value, or none."""
    return (text,) if text else ()
