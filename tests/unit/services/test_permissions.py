"""Every method of a service that is called in somebody's name says what it asks of them, and asks first."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from hvacdesk import services
from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.roles import Actor, Permission, Role
from hvacdesk.services import permissions
from hvacdesk.services.permissions import (
    Access,
    anybody_logged_in,
    body_decides,
    needs,
    nothing_without,
    stated,
    step_of,
)
from tests.helpers.who_may_call import ANYBODY, BY_THE_RECORD, STEPS, WHO_MAY_CALL, WITHOUT_ACTOR

LETTERS = {"O": Role.OWNER, "D": Role.DESK, "A": Role.ACCOUNTING, "T": Role.TECHNICIAN, "I": Role.INSPECTOR}
FEWEST = 400
"""So many methods took an actor when this was written: fewer means that the search for them is broken."""

Method = Callable[..., Any]


def actor(*roles: Role) -> Actor:
    return Actor("a" * 32, "山田", frozenset(roles))


class Touched(AttributeError):
    """A method looked at something although nothing was to be looked at."""


class Untouchable:
    """Stands for everything but the actor: whoever looks at it is found out."""

    def __getattr__(self, name: str) -> object:
        raise Touched(name)


def public() -> Iterator[tuple[str, Method, type | None]]:
    """Every public function, and every public method of a public class, that a module of services defines."""
    for module in pkgutil.walk_packages(services.__path__, f"{services.__name__}."):
        known = importlib.import_module(module.name)
        if known is permissions:
            continue
        for name, value in vars(known).items():
            if name.startswith("_") or getattr(value, "__module__", "") != module.name:
                continue
            if inspect.isclass(value):
                for inner, attribute in vars(value).items():
                    method = getattr(attribute, "__func__", attribute)  # that of a class method
                    if not inner.startswith("_") and inspect.isfunction(method):
                        yield f"{name}.{inner}", method, value
            elif inspect.isfunction(value):
                yield f"{module.name.rpartition('.')[2]}.{name}", value, None


def written(method: Method, kind: str) -> bool:
    """Whether a parameter of the method is of this class."""
    types = [str(one.annotation) for one in inspect.signature(method).parameters.values()]
    return any(re.search(rf"\b{kind}\b", one) for one in types)


PUBLIC = {name: (method, owner) for name, method, owner in public()}
DOORS = {
    name: (method, owner)
    for name, (method, owner) in PUBLIC.items()
    if written(method, "Actor") and not written(method, "Session")
}
"""Whoever is given the session of an open transaction is called by one of these."""

STATED = {name: access for name, (method, _owner) in DOORS.items() if (access := stated(method))}
REFUSING = sorted(name for name, access in STATED.items() if access.choices and access.refuses)
GIVING_NOTHING = sorted(name for name, access in STATED.items() if not access.refuses)


def grants(access: Access, role: Role) -> bool:
    return all(any(actor(role).may(one) for one in choice) for choice in access.choices)


def outsiders(access: Access) -> list[Actor]:
    return [actor(), *(actor(role) for role in Role if not grants(access, role))]


def call(name: str, who: Actor) -> object:
    """Call it for somebody where there is nothing but them."""
    method, owner = DOORS[name]
    given: dict[str, object] = {}
    for one in inspect.signature(method).parameters.values():
        if one.kind in {one.VAR_POSITIONAL, one.VAR_KEYWORD}:
            continue
        given[one.name] = who if re.search(r"\bActor\b", str(one.annotation)) else Untouchable()
    if owner is not None and "self" in given:
        given["self"] = object.__new__(owner)
    return method(**given)


def test_the_methods_are_found() -> None:
    assert len(DOORS) >= FEWEST
    assert {"Customers.search", "Incidents.report", "job_views.own_only", "CustomerSight.of"} <= set(DOORS)


def test_every_method_states_what_it_asks() -> None:
    assert not sorted(set(DOORS) - set(STATED)), "say it with a decorator of services/permissions.py"


def test_a_step_names_the_methods_that_ask_before_it() -> None:
    unknown = {
        (name, caller)
        for name, access in STATED.items()
        for caller in access.callers
        if caller not in PUBLIC or (caller in DOORS and caller not in STATED)
    }
    assert not unknown


@pytest.mark.parametrize("name", REFUSING)
def test_who_may_not_is_refused_before_anything_is_touched(name: str) -> None:
    for who in outsiders(STATED[name]):
        with pytest.raises(NotPermitted):
            call(name, who)


@pytest.mark.parametrize("name", GIVING_NOTHING)
def test_who_may_not_is_told_that_there_is_nothing(name: str) -> None:
    for who in outsiders(STATED[name]):
        assert not call(name, who)


@pytest.mark.parametrize("name", GIVING_NOTHING)
@pytest.mark.parametrize("role", Role)
def test_who_may_is_looked_up_for(name: str, role: Role) -> None:
    if not grants(STATED[name], role):
        return
    try:
        answer = call(name, actor(role))
    except AttributeError:
        return
    assert answer


# Role by role


def roles_of(access: Access) -> str:
    return "".join(letter for letter, role in LETTERS.items() if grants(access, role))


def listed(names: Iterator[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in names:
        owner, _, method = name.partition(".")
        found.setdefault(owner, set()).add(method)
    return found


def read(table: str) -> dict[str, set[str]]:
    """Lines of ``Class: method method …``, of which a class may have several."""
    lines = (line.partition(": ") for line in table.strip().splitlines())
    return listed(f"{owner}.{method}" for owner, _, methods in lines for method in methods.split())


@pytest.mark.parametrize("roles", sorted(WHO_MAY_CALL))
def test_each_role_calls_what_the_office_lets_it(roles: str) -> None:
    with_choices = (name for name, access in STATED.items() if access.choices and roles_of(access) == roles)
    assert listed(with_choices) == read(WHO_MAY_CALL[roles])


def test_the_table_knows_every_set_of_roles() -> None:
    assert {roles_of(access) for access in STATED.values() if access.choices} == set(WHO_MAY_CALL)


def test_what_asks_for_no_permission_is_known() -> None:
    open_to_all = {name: access for name, access in STATED.items() if not access.choices}
    steps = {name for name, access in open_to_all.items() if access.callers}
    by_record = {name for name, access in open_to_all.items() if access.rule}
    assert listed(iter(steps)) == read(STEPS)
    assert listed(iter(by_record)) == read(BY_THE_RECORD)
    assert listed(iter(set(open_to_all) - steps - by_record)) == read(ANYBODY)


def test_whatever_else_opens_the_tables_is_known() -> None:
    """A method that reads or writes takes an actor, but for a few."""
    without = (
        name
        for name, (method, _owner) in PUBLIC.items()
        if not (written(method, "Actor") or written(method, "Session"))
        and re.search(r"\.(reading|transaction)\(\)", inspect.getsource(method))
    )
    assert listed(without) == read(WITHOUT_ACTOR)


# The statements themselves


class Sample:
    """Methods that state something."""

    @needs(Permission.SEE_PAYMENT, Permission.EDIT_CUSTOMERS)
    def either(self, actor: Actor, value: int) -> int:
        """Something."""
        return value

    @needs(Permission.EDIT_CUSTOMERS)
    @needs(Permission.MANAGE_OFFICE)
    @body_decides("one's own")
    def both(self, actor: Actor) -> bool:
        return True


@pytest.mark.parametrize("role", [Role.DESK, Role.ACCOUNTING, Role.OWNER])
def test_one_of_several_permissions_is_enough(role: Role) -> None:
    assert Sample().either(actor(role), 3) == 3
    assert Sample().either(value=4, actor=actor(role)) == 4


def test_the_refusal_names_the_first_permission() -> None:
    with pytest.raises(NotPermitted) as refused:
        Sample().either(actor(Role.INSPECTOR), 3)
    assert Permission.SEE_PAYMENT.value in refused.value.details.values()


def test_two_statements_must_both_hold() -> None:
    with pytest.raises(NotPermitted):
        Sample().both(actor(Role.DESK))
    assert Sample().both(actor(Role.OWNER))
    assert stated(Sample.both) == Access(
        ((Permission.EDIT_CUSTOMERS,), (Permission.MANAGE_OFFICE,)), rule="one's own"
    )


def test_a_method_keeps_its_name_and_words() -> None:
    assert Sample.either.__name__ == "either"
    assert Sample.either.__doc__ == "Something."


def test_without_an_actor_nothing_runs() -> None:
    with pytest.raises(TypeError):
        Sample().either(None, 3)  # type: ignore[arg-type]


def test_what_is_stated_without_a_check() -> None:
    def method(actor: Actor) -> tuple[int, ...]:
        return ()

    assert stated(method) is None
    assert stated(anybody_logged_in(method)) == Access()
    assert stated(nothing_without(Permission.EDIT_JOBS)(method)) == Access(
        ((Permission.EDIT_JOBS,),), refuses=False
    )
    assert stated(step_of("Jobs.add")(method)) == Access(callers=("Jobs.add",))
