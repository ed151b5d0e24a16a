"""A customer's address changes while a site has the former one: the form asks, and one press changes both."""

from __future__ import annotations

from hvacdesk.domain.jobs.jobs import SiteField
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.customers.sites_left import ask_about_sites
from hvacdesk.ui.widgets.dialog import Dialog
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, type_in
from tests.helpers.people import customer

FORMER, NOW = "グランメゾン唐山702", "グランメゾン唐山705"


def moved(desk: FrontDesk) -> str:
    """A customer with a site at their address, whose room is changed in the form."""
    made = desk.office.customers.add(desk.actor, customer(), with_site=True)
    desk.go("customers", customer=made, edit="yes")
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    desk.calm()
    type_in(form.address.parts["building"], NOW)
    form.save()
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    return made


def question(desk: FrontDesk) -> Dialog:
    asked = desk.dialog()
    assert isinstance(asked, Dialog)
    assert not isinstance(asked, CustomerForm)
    return asked


def site_of(desk: FrontDesk, made: str) -> str:
    return sites_of(desk, made)[0]


def sites_of(desk: FrontDesk, made: str) -> list[str]:
    jobs, actor = desk.office.jobs, desk.actor
    return [
        jobs.reveal_site(actor, one.site, SiteField.ADDRESS, RevealReason.CALL)
        for one in jobs.sites(actor, made)
    ]


def test_the_site_follows_with_one_press_and_that_can_be_undone(desk: FrontDesk) -> None:
    made = moved(desk)
    asked = question(desk)
    assert "愛知県名古屋市千種区唐山町 ●●●" in asked.windowTitle()
    assert FORMER not in asked.windowTitle()
    desk.press(asked, "Change the site, too")
    assert not asked.isVisible()
    assert site_of(desk, made).endswith(NOW)
    desk.window.context.edits.undo()
    desk.calm()
    assert site_of(desk, made).endswith(FORMER)


def test_the_keyboard_begins_on_leaving_the_site(desk: FrontDesk) -> None:
    made = moved(desk)
    asked = question(desk)
    assert asked.way_back is not None
    desk.wait(asked.way_back.hasFocus)
    desk.click(asked.way_back)
    assert not asked.isVisible()
    assert site_of(desk, made).endswith(FORMER)


def test_a_site_that_somebody_saved_meanwhile_is_left_and_that_is_said(desk: FrontDesk) -> None:
    made = moved(desk)
    asked = question(desk)
    site = desk.office.jobs.sites(desk.actor, made)[0].site
    desk.office.jobs.change_site(desk.actor, site, {"address": {"building": "別館"}})
    desk.press(asked, "Change the site, too")
    assert site_of(desk, made).endswith("別館")
    assert "That site was left as it is" in texts_in(desk.dialog())


def test_two_sites_that_follow_at_once_come_back_with_one_undo(desk: FrontDesk) -> None:
    made = desk.office.customers.add(desk.actor, customer(), with_site=True)
    desk.office.jobs.add_site_at_customer(desk.actor, made)
    edit = desk.office.customers.record_for_edit(desk.actor, made)
    address = {"building": NOW}
    left = desk.office.customers.change(desk.actor, made, edit.version, {"address": address})
    ask_about_sites(desk.window.context, left, address)
    desk.press(question(desk), "Change the site, too")
    assert [one[-len(NOW) :] for one in sites_of(desk, made)] == [NOW, NOW]
    assert "The addresses of 2 sites were changed, too." in texts_in(desk.window)
    desk.press(desk.window, "Undo")
    assert [one[-len(FORMER) :] for one in sites_of(desk, made)] == [FORMER, FORMER]
    told = "2 in all: The site's address is as before. That of the customer stays as it was saved"
    assert told in texts_in(desk.window), "what the undo left must be said, too"


def test_of_two_sites_the_one_that_was_saved_meanwhile_is_left(desk: FrontDesk) -> None:
    made = desk.office.customers.add(desk.actor, customer(), with_site=True)
    other = desk.office.jobs.add_site_at_customer(desk.actor, made)
    edit = desk.office.customers.record_for_edit(desk.actor, made)
    address = {"building": NOW}
    left = desk.office.customers.change(desk.actor, made, edit.version, {"address": address})
    ask_about_sites(desk.window.context, left, address)
    desk.office.jobs.change_site(desk.actor, other, {"address": {"building": "別館"}})
    desk.press(question(desk), "Change the site, too")
    error = desk.dialog()
    assert "That site was left as it is" in texts_in(error)
    error.reject()
    first, second = sites_of(desk, made)
    assert (first.endswith(NOW), second.endswith("別館")) == (True, True)
    desk.press(desk.window, "Undo")
    assert sites_of(desk, made)[0].endswith(FORMER)


def test_a_site_is_left_whose_customer_has_another_address_once_it_is_answered(desk: FrontDesk) -> None:
    """Somebody corrects the new address at another PC, and is not asked: the site has the former one."""
    made = moved(desk)
    asked = question(desk)
    edit = desk.office.customers.record_for_edit(desk.actor, made)
    desk.office.customers.change(desk.actor, made, edit.version, {"address": {"building": "別館"}})
    desk.press(asked, "Change the site, too")
    assert "That site was left as it is" in texts_in(desk.dialog())
    desk.dialog().reject()
    assert site_of(desk, made).endswith(FORMER)


def test_a_site_is_left_that_is_another_customers_once_it_is_answered(desk: FrontDesk) -> None:
    """It came with a customer who was joined; the merge is undone while the question is open."""
    customers, jobs, merging = desk.office.customers, desk.office.jobs, desk.office.merging
    kept, other = (customers.add(desk.actor, customer()) for _ in range(2))
    jobs.add_site_at_customer(desk.actor, other)
    merge = merging.merge(desk.actor, kept, other, (1, 1), {})
    edit = customers.record_for_edit(desk.actor, kept)
    address = {"building": NOW}
    left = customers.change(desk.actor, kept, edit.version, {"address": address})
    ask_about_sites(desk.window.context, left, address)
    merging.undo(desk.actor, merge)
    desk.press(question(desk), "Change the site, too")
    assert "That site was left as it is" in texts_in(desk.dialog())
    desk.dialog().reject()
    assert site_of(desk, other).endswith(FORMER)


def test_once_the_customers_change_is_undone_nothing_is_asked_of_the_site(desk: FrontDesk) -> None:
    made = moved(desk)
    asked = question(desk)
    desk.press(desk.window, "Undo")
    desk.wait(lambda: not asked.isVisible())
    assert site_of(desk, made).endswith(FORMER)
