"""The question about sites that still have the address which a customer had before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs.jobs import SiteField, SiteView
from hvacdesk.domain.text.wording import phrase
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.edits import SavingWork
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.errors import show_error

translate = QCoreApplication.translate


class SiteSavedMeanwhile(UserFacingError):
    """Someone saved the site, or its customer's address, between the question and its answer."""

    what = phrase(
        "Errors",
        "The site or its customer was changed in the meantime: by someone else, or by you at another PC.",
    )
    safe = phrase("Errors", "That site was left as it is. What was saved of the customer stays saved.")
    todo = phrase("Errors", "Open the customer's sites and compare the address.")


def ask_about_sites(ctx: DeskContext, sites: Sequence[SiteView], address: Mapping[str, str]) -> None:
    """Ask whether sites at the customer's former address follow to the new one.

    Args:
        sites: as they were when the customer was saved; a site that somebody saved since is not changed.
        address: the components that were typed. The others, hidden perhaps, are the same at the sites.
    """

    seen = [(site.site, site.version) for site in sites]

    def follow() -> None:
        def told(left: int) -> None:
            if changed := len(sites) - left:
                said = translate("SitesLeft", "The address of %n site(s) was changed, too.", "", changed)
                ctx.edits.offer(changing, said)
            if left:
                show_error(ctx.window, SiteSavedMeanwhile())

        question.accept()
        changing = SavingWork(lambda: ctx.office.jobs.readdress_sites(ctx.actor, seen, address))
        background.ask(ctx.window, changing).then(told)

    former = sites[0].values[SiteField.ADDRESS].text
    title = translate("SitesLeft", "Change the address of the site ({address}), too?")
    question = Dialog(title.format(address=former), ctx.window)
    question.add_text(
        translate(
            "SitesLeft",
            "The site still has the address from before. Work orders are printed with the site's address.",
        )
    )
    question.set_primary(translate("SitesLeft", "Change the site, too"), follow)
    question.add_secondary(translate("SitesLeft", "Leave the site as it is"))
    ctx.edits.undone.connect(question.reject)  # the notice of the customer's change is in sight beside it
    question.open()
