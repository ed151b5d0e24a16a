"""Cutting a job's material to a print profile: what leaves here is all that a page can show.

Fields go through the profile's rules. Free texts (who attends, parking notes, details of work) are printed
only where the rules let the site be printed at all, and even then without any name, number or code of the
customer that the same copy hides: people write them into notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from hvacdesk.domain.customers.cautions import Caution
from hvacdesk.domain.customers.customer_fields import DescribedField, Trail, Use, used
from hvacdesk.domain.customers.customers import PAID_ON_SITE, CustomerRecord, PersonName
from hvacdesk.domain.jobs.job_rules import asbestos_survey_needed
from hvacdesk.domain.jobs.jobs import ItemLine, UnitRecord
from hvacdesk.domain.masking import LONG
from hvacdesk.domain.papers import print_view
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, PrintExtent, PrintField, Profile, WorkOrderView
from hvacdesk.domain.text.text_forms import DASHES, digits
from hvacdesk.store.papers.work_orders import OrderMaterial, PartyMaterial

_NARROW = {ord(digit) + 0xFEE0: digit for digit in "0123456789"}
_FIGURES = "0123456789" + "".join(map(chr, _NARROW))
_GAP = rf"[\s{re.escape(DASHES)}()（）.．]*"
_RUN = re.compile(rf"[{_FIGURES}](?:{_GAP}[{_FIGURES}])*")
"""Digits with what people write between them. Compiled once: a customer's own numbers differ each time."""

_SHORTEST_CODE = 3


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
    payment = print_view.printed_payment(
        rules, material.requester.record.payment_method, _amount(material, copy.profile)
    )
    site = material.site
    whole_site = rules[PrintField.ADDRESS] is PrintExtent.FULL
    clean = Cleaner(material, rules)
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
        partner_firm=material.partner_firm,
        name=name.text,
        honorific=name.honorific,
        address=print_view.printed_address(rules, site.address),
        phone=print_view.printed_phone(rules, person.phones[0].number if person.phones else ""),
        phone_missing=not person.phones and rules[PrintField.PHONE] is not PrintExtent.NONE,
        access=clean(print_view.printed_access(rules, site.access)),
        payment_method=payment.method.value if payment.method else "",
        amount_to_collect=payment.amount,
        shows_payment=rules[PrintField.PAYMENT] is not PrintExtent.NONE,
        customer_number=print_view.printed_customer_number(rules, material.requester.number),
        detached=site.detached,
        floor=clean(site.floor) if whole_site else "",
        attends=clean(_attends(material)) if whole_site else "",
        manager_permission=site.manager_permission,
        building_started_on=site.building_started_on,
        asbestos_survey=asbestos_survey_needed(site.building_started_on, date.fromisoformat(copy.issued_on)),
        survey=material.survey,
        units=tuple((part, _unit(unit, clean)) for part, unit in material.units),
        items=tuple(_item(item, clean) for item in material.items),
        commercial=any(unit.commercial for _, unit in material.units),
        cautions=_cautions(material, rules, clean),
    )


def _amount(material: OrderMaterial, profile: Profile) -> int | None:
    """What the customer is to pay; on the other copies only what is collected at the site."""
    on_site = material.requester.record.payment_method in PAID_ON_SITE
    return material.amount_to_collect if on_site or profile is Profile.CUSTOMER else None


def _addressee(material: OrderMaterial, profile: Profile) -> PartyMaterial:
    """Copies for those who go there name whom they meet there; the other copies name the requester."""
    return material.on_site if profile in {Profile.TECHNICIAN, Profile.PARTNER} else material.requester


def _cautions(material: OrderMaterial, rules: print_view.PrintRules, clean: Cleaner) -> tuple[Caution, ...]:
    """Cautions are for those who go there, as notes on parking are."""
    if rules[PrintField.ACCESS] is not PrintExtent.FULL:
        return ()
    return tuple(replace(one, detail=clean(one.detail)) for one in material.cautions)


def _attends(material: OrderMaterial) -> str:
    """Who is said to attend at the site; else the contact by the family name."""
    return material.site.attends or (material.contact.family if material.contact else "")


def _unit(unit: UnitRecord, clean: Cleaner) -> UnitRecord:
    return replace(unit, place=clean(unit.place))


def _item(item: ItemLine, clean: Cleaner) -> ItemLine:
    return replace(item, detail=clean(item.detail))


class Cleaner:
    """Takes out of free text what the same copy hides, however its digits are spaced or widened."""

    def __init__(self, material: OrderMaterial, rules: print_view.PrintRules) -> None:
        words = list(_hidden_words(material, rules))
        self._words = re.compile("|".join(words), re.IGNORECASE) if words else None
        self._numbers = tuple(_hidden_numbers(material, rules))

    def __call__(self, text: str) -> str:
        if text and self._words:
            text = self._words.sub(LONG, text)
        return _RUN.sub(self._cleaned, text) if text and self._numbers else text

    def _cleaned(self, run: re.Match[str]) -> str:
        """A run of digits without the hidden numbers in it, the one that begins first first."""
        written = run[0]
        places = [at for at, one in enumerate(written) if one in _FIGURES]
        figures = "".join(written[at] for at in places).translate(_NARROW)
        kept, done, start = "", 0, 0
        while True:
            found = [(at, number) for number in self._numbers if (at := figures.find(number, start)) >= 0]
            if not found:
                return kept + written[done:]
            at, number = min(found, key=lambda one: one[0])
            start = at + len(number)
            kept += written[done : places[at]] + LONG
            done = places[start - 1] + 1


def _hidden(
    material: OrderMaterial, rules: print_view.PrintRules
) -> Iterator[tuple[DescribedField, CustomerRecord]]:
    """Each field of the customers of an order that its copy does not print in full."""
    for person in dict.fromkeys((material.requester, material.on_site)):
        for field in used(Use.BLACKED_OUT):
            if field.printed is None or rules[field.printed] is not PrintExtent.FULL:
                yield field, person.record


def _hidden_words(material: OrderMaterial, rules: print_view.PrintRules) -> Iterator[str]:
    for field, record in _hidden(material, rules):
        if field.trail is Trail.GIVEN_NAME and record.name.given:
            yield _given_name(record.name)
        elif field.trail is Trail.AS_WRITTEN:
            yield from map(re.escape, field.full(record))
    if rules[PrintField.NAME] is not PrintExtent.FULL and material.contact and material.contact.given:
        yield _given_name(material.contact)


def _hidden_numbers(material: OrderMaterial, rules: print_view.PrintRules) -> Iterator[str]:
    for field, record in _hidden(material, rules):
        if field.trail is Trail.DIGITS:
            yield from filter(None, map(digits, field.full(record)))
    if rules[PrintField.LOCK_CODES] is not PrintExtent.FULL:
        codes = re.findall(r"\d+", material.site.lock_codes)
        yield from (digits(code) for code in codes if len(code) >= _SHORTEST_CODE)


def _given_name(name: PersonName) -> str:
    """A given name of one character (一, 学) is an everyday word: it counts only behind the family name."""
    given = re.escape(name.given)
    return given if len(name.given) > 1 else rf"(?<={re.escape(name.family)})\s*{given}"
