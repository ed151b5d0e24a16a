"""The roles of a person are named in one order, wherever they are listed and however they are stored."""

from __future__ import annotations

import re
from pathlib import Path

import hvacdesk
from hvacdesk.domain.roles import ROLE_NAMES, Role, in_order, role_words
from hvacdesk.domain.text.wording import english

JOINED = re.compile(r"join\([^\n]*ROLE_NAMES\[")


def test_roles_are_named_in_the_order_of_the_choice() -> None:
    stored = sorted(role.value for role in Role)
    assert stored != [role.value for role in Role]
    for held in (stored, frozenset(Role), [Role.TECHNICIAN, Role.OWNER]):
        assert in_order(held) == tuple(role for role in Role if role in set(held))
    assert role_words(["inspector", "owner"], english) == "Person responsible・Inspector"
    assert set(ROLE_NAMES) == set(Role)


def test_no_list_has_an_order_of_its_own() -> None:
    root = Path(hvacdesk.__file__).parent
    joined = [
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if JOINED.search(path.read_text(encoding="utf-8"))
    ]
    assert joined == ["domain/roles.py"]
