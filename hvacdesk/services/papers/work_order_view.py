"""Cutting a job's material to a print profile: what leaves here is all that a page can show.

Fields go through the profile's rules. Who attends, the floor, cautions and parking notes are printed only
where the rules print the whole site; details of work and the units' texts are on every copy. All are without
any name, number, code, street or building that the same copy hides, of the customers and of everybody named
with them: people write them into notes, and into any other field, an address's too. Codes stay where numbers
of the trade are: a lock's three digits are a model's too.

What goes to a partner firm beside its copy (FAX cover, written order) is cleaned by the same rules. What goes
to the customers themselves (envelope, estimate, contract, reminder, answer to a request) is not: it is about
them, and a text that was agreed on says what was agreed. Ledgers that a law asks for say what it asks for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hvacdesk.domain.customers.cautions import Caution
from hvacdesk.domain.customers.customers import PAID_ON_SITE, Address, PaymentMethod
from hvacdesk.domain.fields import DescribedField, Held, TextKind, Use
from hvacdesk.domain.jobs.job_rules import asbestos_survey_needed
from hvacdesk.domain.jobs.jobs import ItemLine, UnitRecord
from hvacdesk.domain.jobs.site_fields import SITE_FIELDS
from hvacdesk.domain.jobs.surveys import Survey
from hvacdesk.domain.jobs.unit_fields import UNIT_FIELDS
from hvacdesk.domain.papers import print_view
from hvacdesk.domain.papers.address_lines import without_contacts, without_others
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, PrintExtent, PrintField, Profile, WorkOrderView
from hvacdesk.domain.text.traces import Blackout, Trace
from hvacdesk.domain.text.written_places import house_in_street
from hvacdesk.store.papers.work_orders import OrderMaterial, PartyMaterial

_OF_AREA = ("prefecture", "city", "town")


@dataclass(frozen=True)
class CopyFacts:
    """What a page says about itself as a piece of paper. Dates are ISO."""

    profile: Profile
    copy_number: int
    copies: int
    issued_on: str
    issued_by: str
    return_by: str
    code: str


def work_order_view(material: OrderMaterial, copy: CopyFacts) -> WorkOrderView:
    """The view of one copy: a field that its profile does not print is empty in it."""
    rules = PROFILE_RULES[copy.profile]
    person = _addressee(material, copy.profile).record
    name = print_view.printed_name(rules, person.name, person.organisation)
    payment = print_view.printed_payment(rules, _method(material), _amount(material, copy.profile))
    shows_payment = rules[PrintField.PAYMENT] is not PrintExtent.NONE
    site = material.site
    whole_site = rules[PrintField.ADDRESS] is PrintExtent.FULL
    clean = cleaner(material, rules)
    return WorkOrderView(
        profile=copy.profile,
        number=material.number,
        copy_number=copy.copy_number,
        copies=copy.copies,
        issued_on=copy.issued_on,
        issued_by=copy.issued_by,
        return_by=copy.return_by,
        qr_text=copy.code,
        work_kind=material.work_kind,
        on=material.on,
        starts=material.starts,
        ends=material.ends,
        staff=material.staff,
        partner_firm=clean(material.partner_firm, codes=False),
        name=name.text,
        honorific=name.honorific,
        address=print_view.printed_address(rules, _address_alone(site.address, rules, clean)),
        phone=print_view.printed_phone(rules, person.phones[0].number if person.phones else ""),
        phone_missing=not person.phones and rules[PrintField.PHONE] is not PrintExtent.NONE,
        access=clean(print_view.printed_access(rules, site.access)),
        payment_method=payment.method.value if payment.method else "",
        amount_to_collect=payment.amount,
        amount_paid=material.amount_paid if shows_payment and _shows_amount(material, copy.profile) else 0,
        amount_not_fixed=shows_payment and _is_undecided(material),
        shows_payment=shows_payment,
        customer_number=print_view.printed_customer_number(rules, material.requester.number),
        detached=site.detached,
        floor=clean(site.floor) if whole_site else "",
        attends=clean(_attends(material)) if whole_site else "",
        manager_permission=site.manager_permission,
        building_started_on=site.building_started_on,
        asbestos_survey=asbestos_survey_needed(site.building_started_on, date.fromisoformat(copy.issued_on)),
        survey=cleaned_survey(material.survey, clean),
        units=tuple((part, cleaned_unit(unit, clean)) for part, unit in material.units),
        items=tuple(_item(item, clean) for item in material.items),
        commercial=any(unit.commercial for _, unit in material.units),
        cautions=_cautions(material, rules, clean),
    )


def _amount(material: OrderMaterial, profile: Profile) -> int | None:
    """What the customer still is to pay; on the other copies only what is collected at the site."""
    if material.amount_to_collect is None or not _shows_amount(material, profile):
        return None
    return material.amount_to_collect - material.amount_paid


def _shows_amount(material: OrderMaterial, profile: Profile) -> bool:
    if profile is Profile.CUSTOMER:
        return True
    return _method(material) in PAID_ON_SITE and not _is_undecided(material)


def _is_undecided(material: OrderMaterial) -> bool:
    """Whether nobody has said how much is collected at the site, or that it is paid there at all."""
    amount, method = material.amount_to_collect, _method(material)
    if amount is None:
        return method in PAID_ON_SITE
    return method is PaymentMethod.UNKNOWN and amount > material.amount_paid


def _method(material: OrderMaterial) -> PaymentMethod:
    return material.requester.record.payment_method


def _addressee(material: OrderMaterial, profile: Profile) -> PartyMaterial:
    """Copies for those who go there name whom they meet there; the other copies name the requester."""
    return material.on_site if profile in {Profile.TECHNICIAN, Profile.PARTNER} else material.requester


def _cautions(material: OrderMaterial, rules: print_view.PrintRules, clean: Blackout) -> tuple[Caution, ...]:
    """Cautions are for those who go there, as notes on parking are."""
    if rules[PrintField.ACCESS] is not PrintExtent.FULL:
        return ()
    return tuple(replace(one, detail=clean(one.detail)) for one in material.cautions)


def _attends(material: OrderMaterial) -> str:
    """Who is said to attend at the site; else the contact by the family name."""
    return material.site.attends or (material.contact.family if material.contact else "")


def _address_alone(place: Address, rules: print_view.PrintRules, clean: Blackout) -> Address:
    """The address without the names, phones and codes that people write into it.

    A town, a city and a street in Kyoto may be called as somebody is: 栄, 千種.
    """
    place = house_in_street(place)
    texts = {part: clean(getattr(place, part), codes=False, given=False) for part in _OF_AREA}
    texts |= {part: clean(getattr(place, part), codes=False) for part in ("street", "building")}
    return without_others(replace(place, **texts), names=rules[PrintField.NAME] is not PrintExtent.FULL)


def cleaned_unit(unit: UnitRecord, clean: Blackout) -> UnitRecord:
    """A unit without what the copy hides, in any of its texts."""
    texts: dict[str, Any] = {
        one.key.value: clean(getattr(unit, one.key.value), codes=one.kind is not TextKind.CODE)
        for one in UNIT_FIELDS.texts
    }
    return replace(unit, **texts)


def cleaned_survey(survey: Survey, clean: Blackout) -> Survey:
    """A survey without what the copy hides; who made it is told."""
    return replace(survey, basis=clean(survey.basis))


def _item(item: ItemLine, clean: Blackout) -> ItemLine:
    return replace(item, unit=clean(item.unit), detail=clean(item.detail))


def firm_on_paper(material: OrderMaterial) -> str:
    """The partner firm as papers call it: people write behind its name who recommended it."""
    return cleaner(material, PROFILE_RULES[Profile.PARTNER])(material.partner_firm, codes=False)


def cleaner(material: OrderMaterial, rules: print_view.PrintRules) -> Blackout:
    """Takes out of free text what the same copy hides, of everybody named with the order and of its site."""

    def hides(field: DescribedField[Any, Any]) -> bool:
        return field.printed is None or rules[field.printed] is not PrintExtent.FULL

    held = (*material.people, Held(SITE_FIELDS, material.site))
    traces = [trace for one in held for trace in one.traces(Use.BLACKED_OUT, hides)]
    if rules[PrintField.CUSTOMER_NUMBER] is not PrintExtent.FULL:
        traces.append(Trace(numbers=material.numbers))
    return _OnCopy(traces, names=rules[PrintField.NAME] is not PrintExtent.FULL)


class _OnCopy(Blackout):
    """Takes phones, mailboxes, key boxes' codes and given names that nobody registered out of free text, too.

    Where codes stay, as in a model's number, the text is no free text.
    """

    def __init__(self, traces: Iterable[Trace], *, names: bool) -> None:
        super().__init__(traces)
        self._names = names

    def __call__(self, text: str, *, codes: bool = True, given: bool = True) -> str:
        text = super().__call__(text, codes=codes, given=given)
        return without_contacts(text, names=self._names) if codes else text
