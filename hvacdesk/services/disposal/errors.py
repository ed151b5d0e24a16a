"""What a person can meet on the way from a review to a certificate."""

from __future__ import annotations

from collections.abc import Mapping

from hvacdesk.domain.errors import ChangedMeanwhile, NotPermitted, Unfinished, UserFacingError
from hvacdesk.domain.text.wording import Phrase, Words, phrase
from hvacdesk.vault.backup.backup_errors import BackupNeeded


class WrongState(UserFacingError):
    """The batch is not, or no longer, in the state that the step needs."""

    what = phrase("Errors", "This disposal batch is no longer at this step.")
    todo = phrase("Errors", "Open the batch again and go on from where it stands.")


class DecidedMeanwhile(ChangedMeanwhile):
    """Somebody else decided about a customer, or set or lifted a hold, since the decision was shown."""

    what = phrase("Errors", "Somebody else decided otherwise after this was shown here.")
    safe = phrase("Errors", "Their decision stands; nothing was changed or proposed here.")
    todo = phrase("Errors", "What they decided is shown now. Look at it, then decide or propose again.")


class HoldStands(NotPermitted):
    """To keep a customer on hold is to lift the hold, which the person's roles do not include."""

    what = phrase("Errors", "This customer's disposal is on hold. Your role does not allow lifting a hold.")
    safe = phrase("Errors", "The hold stands, with its reason and its day, and the data are kept.")


class NotDestroyable(UserFacingError):
    """At least one chosen customer is not due, is on hold, or has something open."""

    what = phrase("Errors", "{count} of the chosen customers cannot be destroyed now.")
    todo = phrase("Errors", "Look at the reason beside each of them and decide again.")

    def __init__(self, count: int = 1) -> None:
        super().__init__(count=f"{count:,}")


class NothingChosen(UserFacingError):
    """No customer is to be destroyed."""

    what = phrase("Errors", "No customer of this batch can be destroyed.")
    todo = phrase("Errors", "Choose at least one customer that is due, or close the batch.")


class PapersLeft(UserFacingError):
    """Kept papers of the chosen customers have not been shredded."""

    what = phrase("Errors", "Kept papers of these customers that are not shredded yet: {count}.")
    todo = phrase("Errors", "Shred them and scan each one, or type its code.")

    def __init__(self, count: int) -> None:
        super().__init__(count=f"{count:,}")


class NotInBatch(UserFacingError):
    """The scanned paper belongs to a customer who stays."""

    what = phrase("Errors", "This paper belongs to no customer of the batch.")
    safe = phrase("Errors", "It was not registered as shredded.")
    todo = phrase(
        "Errors", "Put it back. If it was shredded by mistake, note that in the register of papers."
    )


class SameProposer(UserFacingError):
    """The person who proposes a disposal does not approve it."""

    what = phrase("Errors", "The person who proposed this disposal cannot approve it.")
    todo = phrase("Errors", "Let another person responsible approve it.")


class AnotherMayApprove(UserFacingError):
    """Confirming alone is for an office in which nobody else may approve."""

    what = phrase("Errors", "Another person may approve this disposal.")
    todo = phrase("Errors", "Ask that person to approve it.")


class ConfirmLater(UserFacingError):
    """Confirming alone takes a second look on another day."""

    what = phrase("Errors", "You proposed this disposal today.")
    todo = phrase("Errors", "Look at it again and confirm it on a later day.")


class ApproverGone(UserFacingError):
    """The person who approved may no longer approve."""

    what = phrase("Errors", "The person who approved this disposal may no longer approve disposals.")
    todo = phrase("Errors", "Send the batch back and let another person responsible approve it.")


class NotAsLogged(UserFacingError):
    """The approval, who goes, or a decision about another place is not what the audit log says of it."""

    what = phrase(
        "Errors",
        "The approval of this disposal, its list or its decisions are not as the audit log says: "
        "somebody may have changed them with another program.",
    )
    safe = phrase("Errors", "Nothing was deleted.")
    todo = phrase("Errors", "Check the audit log. Then send the batch back, review it and propose it again.")


class WaitingDay(UserFacingError):
    """An approved batch waits, since a wrong approval would end every copy at once."""

    what = phrase("Errors", "This disposal waits until {day}.")
    todo = phrase("Errors", "Destroy on or after that day. Until then the approval can be taken back.")

    def __init__(self, day: str) -> None:
        super().__init__(day=day)


class ResponsibleNeeded(UserFacingError):
    """The session cannot change the office's keys, without which nothing is destroyed for good."""

    what = phrase("Errors", "Destroying changes the office's keys, which only a person responsible can do.")
    todo = phrase("Errors", "Let a person responsible log in and destroy this batch; it waits for them.")


class DisposalUnfinished(Unfinished):
    """The customers are deleted, and a later step failed."""

    what = phrase("Errors", "The customers are deleted, but the disposal is not finished: {cause}")
    safe = phrase("Errors", "Nothing else was lost, and nothing is certified yet.")
    todo = phrase("Errors", "Remove the cause, then finish the batch: it goes on where it stopped.")


class NoBackupTaken(BackupNeeded):
    """Folders are connected, and none of them took a backup of the office under its new keys."""

    what = phrase("Errors", "No new backup could be taken: {reason}")
    safe = phrase("Errors", "Nothing was lost; the copies from before are still there.")
    todo = phrase("Errors", "Remove the cause and try again.")

    def __init__(self, reason: Phrase) -> None:
        super().__init__(reason=reason.text)
        self.reason = reason

    def said(self, words: Words) -> Mapping[str, object]:
        """What the first folder said, in the reader's language."""
        return {"reason": words(self.reason)}


class AnotherUnfinished(UserFacingError):
    """Another batch was interrupted once it had deleted; what a proof looks for is kept for one at a time."""

    what = phrase(
        "Errors",
        "Disposal review {number} was interrupted: its customers are deleted, but that is not proved yet.",
    )
    safe = phrase("Errors", "Nothing was deleted of this one.")
    todo = phrase("Errors", "Open review {number} and finish it first. Then carry this one out.")

    def __init__(self, number: str) -> None:
        super().__init__(number=number)


class WrongCount(UserFacingError):
    """The typed number is not the number of customers that would be destroyed."""

    what = phrase("Errors", "The number you typed is not the number of customers in this batch.")
    todo = phrase("Errors", "Compare the list once more and type the number again.")


class DisposalStopped(UserFacingError):
    """The person stopped it while that was still possible."""

    what = phrase("Errors", "The disposal was stopped.")
    todo = phrase("Errors", "Start it again when you are ready; the approval still stands.")


class ClockSetBack(UserFacingError):
    """The computer's clock is behind the audit log's last entry."""

    about_the_computer = True
    what = phrase("Errors", "The computer's clock is behind the last entry of the audit log.")
    todo = phrase("Errors", "Set the computer's date and time right and try again.")


class ClockJumped(UserFacingError):
    """Nothing was logged for weeks, and nobody confirmed the date since: the clock may be wrong."""

    about_the_computer = True
    what = phrase(
        "Errors",
        "The audit log has no entry for {days} days, and nobody has confirmed the computer's date since.",
    )
    todo = phrase(
        "Errors",
        "Compare the computer's date with another clock. If it is right, somebody responsible confirms it in "
        "the notice above every page.",
    )

    def __init__(self, days: int) -> None:
        super().__init__(days=f"{days:,}")
