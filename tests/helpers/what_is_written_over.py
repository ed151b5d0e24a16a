"""Methods of the services that write and do not ask what their form had shown, each with its reason.

Two people at two PCs often have the same record open. Whatever writes a record that is there already takes
what the person saw of it, and refuses where something else is stored by now. Whatever does not stands here.
"""

ASKS_NOT = {
    "It adds a record, or fills in what is missing: nothing that is there is written over.": """
AccessReview: sign
Accounts: invite
BackupPlaces: add
Backups: add_place run
BooksHandover: export
CallNotes: take
Completion: issue
Contacts: add
Customers: add
Disclosing: make
Dispatch: keep_absence
Drills: note
Estimates: add_variant draft
Exporting: export
Handovers: enter
Importing: left_out_csv run
IncidentWriting: add_note
Incidents: add_to_report name_papers report start_drill
Invoices: draft draft_free
Jobs: add add_site add_site_at_customer add_unit add_units
Keys: invite_login
Listing: add find
Media: register
Notices: give record_consent
OutsideLists: note_place note_sheet
OtherPapers: contact_slip envelope fax labels
Papers: also_printed file
PartnerOrders: write
Partners: check register
PaymentReminders: write
Payments: book
Plans: book
Prices: add_usual
Receipts: issue
Refrigerant: add
Requests: receive
Reviews: review
SeatList: invite
Violations: record
WorkOrders: issue issue_day
""",
    "It only tells the log that something was shown, printed, saved as a file or looked through.": """
AccessReview: sheet_printed
Accounts: slip_printed
AuditLog: verify
BooksHandover: again
CallNotes: caller reveal
CancelledDeposits: look
Certificates: certificate_printed certificate_saved ledger_saved
Contacts: reveal
CustomerSearch: check_caller search
Customers: check_caller likely_duplicates likely_duplicates_of reveal reveal_contact search
Duties: calendar_saved
ElectricalLedger: paper printed
ErasureRequests: answer_pdf answer_printed
Estimates: print_out save_copy show_replaced
FiledInvoices: closing_again printed save_copy
Handovers: ledger_printed provision_pdf provision_printed
IncidentPapers: letters_pdf letters_printed printed
InvoiceIndexes: as_csv
InvoiceSearch: search
Invoices: document preview
Jobs: reveal_site
LikelyDuplicates: of of_registered
Listing: to_call
MonthSummaries: printed
Notices: printed
PaymentReminders: note_sent save_copy
Payments: payer
Places: text
PrintedLists: printed
QuickSearch: find
Receipts: listed
Reminders: letter
Requests: letter letter_printed
RestoreCertificates: printed
Training: printed
Violations: printed
VisitContracts: print_out
""",
    "An issued document is never changed; whether it stands is asked.": """
Invoices: credit not_sent note_sent reissue void
Receipts: bring_back give_out
""",
    "A payment's yen never change; one that was taken back is refused, and so is a count that went on.": """
Payments: correct_count hand_in take_count_back
""",
    "A line of a ledger is never changed, only ended once.": """
Handovers: confirm
Refrigerant: certify hand_on strike
""",
    "A request that has ended is never changed.": """
Requests: erase_words lift
""",
    "A batch is fixed once it is proposed; one that is sent back is never proposed again.": """
Approvals: reject
Destruction: destroy
""",
    "The lines of the bank's file come along; an invoice that asks for less by now is refused.": """
BankImports: bring_back confirm confirm_one set_aside
""",
    "It compares by itself what is there with what was done.": """
Edits: undo
ImportHistory: undo
Jobs: strike_event
Merging: undo
""",
    "It draws and registers in one step.": """
Refrigerant: paper
""",
    "A paper is what is in hand, by its number; what was drawn on it never changes.": """
Papers: did_not_come_out lend not_printed printed settle_unprinted
Reviews: shred
WorkOrders: did_not_come_out not_printed printed
""",
    "It ends what one person, PC or place has, by whatever name by now.": """
Accounts: remove
BackupPlaces: remove
Backups: remove_place remove_set_aside
Cabinets: give_up
Dispatch: drop_absence
Keys: sheet_shredded withdraw_login
SeatList: confirm give_up sign_what_is_due take_back
""",
    "A reminder is named by its day: that of another day is another one.": """
Reminders: put_back seen
""",
    "A list outside the program is a file that was written once.": """
BooksHandover: not_written
OutsideLists: confirm_destroyed not_written
""",
    "It names a version by its number, and a version in force is never changed.": """
Notices: not_given
Rules: withdraw
""",
    "It closes or moves all that is there by then; what still lacks is asked anew.": """
Incidents: begin close join look_at reopen take_paper_off
""",
    "It is about the log as a whole.": """
AuditLog: reanchor
""",
    "What is proposed came with the program, the same for everybody.": """
Rules: take_proposals
""",
    "It is about whoever calls, or about their own login.": """
Accounts: change_own_passphrase lock unlock unlock_with_passphrase
Drafts: destroyed drop keep move take
FirstWeek: hide
Office: leave
Rules: acknowledge
Settings: set_personal
Training: finish
""",
    "The last word is the true one, and takes nothing along that somebody would miss.": """
ClockCheck: confirm
Keys: rotate
Layout: drop_image set_image
LabelSheets: keep
Papers: put
Prices: set_with_tax shift
SeatList: listen_at set_up
""",
    "The last word counts, such as where a paper is by who has it in hand, and the log, the timeline or the "
    "line itself keeps each; places are shown again to the approver, who refuses others than were shown.": """
Listing: note_told take_off
Papers: register_return
Places: decide
SeatList: set_state
WorkOrders: register_return
""",
    "It works out again what follows from other records: nobody has typed it.": """
Reviews: mend_retention_days months_ahead open_batch
""",
    "Version or text are within the record that is saved.": """
RetentionChoices: save
Rules: save_draft
""",
}

MAY_LEAVE_IT_OUT = """
Jobs: change_site record_event set_state
Estimates: answer
Cabinets: save
Prices: keep
Settings: change_facts
"""
"""What was shown is None where a new office or a sample is filled in; the forms always say it."""
