"""The roles of a person are named in one order, wherever they are listed and however they are stored."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import hvacdesk
from hvacdesk.domain.roles import ROLE_NAMES, Role, in_order, role_words
from hvacdesk.domain.text.wording import english

LISTS = (ast.ListComp, ast.SetComp, ast.GeneratorExp)


def test_roles_are_named_in_the_order_of_the_choice() -> None:
    stored = sorted(role.value for role in Role)
    assert stored != [role.value for role in Role]
    for held in (stored, frozenset(Role), [Role.TECHNICIAN, Role.OWNER]):
        assert in_order(held) == tuple(role for role in Role if role in set(held))
    assert role_words(["inspector", "owner"], english) == "Person responsible・Inspector"
    assert set(ROLE_NAMES) == set(Role)


def come_from(text: str) -> Iterator[str]:
    """What the roles come from wherever several of them are named, on however many lines."""
    for one in ast.walk(ast.parse(text)):
        if isinstance(one, (ast.For, *LISTS)) and "ROLE_NAMES[" in ast.unparse(one):
            loops = one.generators if isinstance(one, LISTS) else [one]
            yield from (ast.unparse(loop.iter) for loop in loops)


def test_no_list_has_an_order_of_its_own() -> None:
    root = Path(hvacdesk.__file__).parent
    found = {
        path.relative_to(root).as_posix(): [*come_from(path.read_text(encoding="utf-8"))]
        for path in root.rglob("*.py")
    }
    assert found["domain/roles.py"] == ["in_order(roles)"]
    assert {
        (place, roles)
        for place, lists in found.items()
        for roles in lists
        if roles != "Role" and not roles.startswith("in_order(")
    } == set()
