"""The type hints of functions and records, worked out once: door calls ask for them thousands of times."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, get_type_hints


@cache
def hints_of(what: Any) -> Mapping[str, Any]:
    """By name the hints of a function, or of a record's fields, with what marks them."""
    return MappingProxyType(get_type_hints(what, include_extras=True))
