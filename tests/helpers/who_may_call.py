"""Who may call which method of the services, to read the statements against.

Written from the design's table of the roles. A method that goes to other roles than before is moved here on
purpose, or was given a wrong permission. The roles are named by letters: O the person responsible (owner), D
the front desk, A accounting, T technicians, I inspectors.
"""

WHO_MAY_CALL = {
    # The person responsible alone: accounts and keys, settings, rules, leaks, reports, approving, exports.
    "O": """
AccessReview: duties may_sign sign waiting
Accounts: change_roles invitation_slip invite list remove rename reset slip_printed withdraws_keys
Approvals: approve confirm_alone
AuditLog: reanchor
BackupPlaces: add remove
BillingTerms: change_office
Backups: add_place former_copies remove_place remove_set_aside require_reachable set_aside
Cabinets: give_up save
ClockCheck: confirm
Disclosing: make
Destruction: may_destroy
Dispatch: set_hours
Drills: duties note
Exporting: export
Handovers: provision_pdf provision_printed
IncidentPapers: items letter_texts letters_pdf letters_printed notice_pdf printed record_pdf report_pdf
IncidentPapers: report_text word_letters
IncidentWriting: add_note assess edit_item finish_measure keep_measure note_client_told note_published
IncidentWriting: note_sent save_facts write
Incidents: all batches begin close duties get join look_at may_handle name_papers open reopen start_drill
Incidents: take_paper_off waiting
Keys: invite_login renew_sheet rotate sheet_shredded standing withdraw_login
Layout: change drop_image set_image
Listing: add find note_told set_extent take_off
Notices: write
OutsideLists: note_sheet
Partners: change check duties may_keep register
Prices: add_usual keep set_with_tax shift
Reports: answer delete delete_unread duties clear_remaking form hand_over inbox note read set_state
Reports: unread waiting
Requests: answer erase_words letter letter_printed lift
RetentionChoices: effect save take_back
Rules: drop_draft may_manage put_in_force save_draft take_proposals withdraw
SeatList: confirm give_up invite keep_installer kept_installers listen_at seats set_name set_state set_up
SeatList: sign_what_is_due start_with_login starts_with_login take_back waiting
Settings: change_facts set_office_value
StandingDuties: recovery_sheet
Violations: all change close printed record record_pdf staff
""",
    # Audit log, disposal ledger and training record are read by inspectors too.
    "OI": """
AccessReview: months sheet sheet_pdf sheet_printed
AuditLog: database_sound entries verify
Backups: check
Certificates: ledger ledger_file ledger_saved
Drills: all
LogWitness: compare may_save save
Reviews: mend_retention_days
Standings: everybody overdue
Training: year_pdf years
""",
    # The desk keeps customers, jobs and papers, and proposes disposal.
    "OD": """
Approvals: approve_beside approvers reject
Beside: leave look
Cabinets: all
CallNotes: caller link reveal
ClientData: confirm duties
Completion: issue
Contacts: add change remove reveal
Customers: add likely_duplicates likely_duplicates_of reveal_contact
Destruction: copies_ahead destroy dry_run
Dispatch: drop_absence keep_absence move
ElectricalLedger: draft paper printed save
ErasureRequests: erase_on_request
Estimates: add_variant answer answer_taken_back change draft drop issue preview print_out
Estimates: save_copy show_replaced take_back_answer
Handovers: confirm duties enter may_keep
Importing: close layout left_out_csv open preview run sample
Jobs: add add_site add_site_at_customer add_unit add_units change change_site change_unit record_for_edit
Jobs: readdress_sites set_state strike_event
LikelyDuplicates: of of_registered
Listing: to_call
Losses: all open waiting
Media: change may_keep register sanitize staff
Merging: compare merge undo
Notices: give not_given pdf printed record_consent versions
OtherPapers: contact_slip fax
Papers: counts day_sheet file find lend longest_late overdue put register_return rows settle_unprinted
Papers: to_give_back unprinted
PartnerOrders: correct duties may_order note write
Partners: names
Places: decide look text
Plans: book keep record_for_edit
Refrigerant: add certify hand_on paper strike
Reminders: duties letter of_today put_back seen
Requests: all assign check_identity correct detail duties receive waiting withdraw
Results: record_survey save
Reviews: decide decide_all month months_ahead note_shredding open_batch paper_named papers propose review rows
Reviews: shred shredding
StandingDuties: disposal manifests papers
VisitContracts: duties print_out record record_for_edit
WorkOrders: changed_since copies copies_of did_not_come_out issue issue_day not_printed overdue printed
WorkOrders: register_return
""",
    # Registers that name customers by number alone are read by inspectors too.
    "ODI": """
Certificates: certificate_of certificate_paper certificate_printed certificate_saved
ClientData: all
ErasureRequests: answer answer_pdf answer_printed
Handovers: all ledger_pdf ledger_printed one
Media: all record_pdf
PartnerOrders: all pdf printed
Partners: all check_pdf checks relief
RestoreCertificates: all paper printed
Reviews: batches
""",
    # Who keeps the books makes invoices and books payments.
    "OA": """
BillingTerms: change_customer of_customer office
BankImports: book_certain bring_back confirm confirm_one read set_aside
Collective: check_day drawn issue look next_day preview
BooksHandover: again export not_written proposed runs summary
OutsideInvoices: confirm jobs_numbered read take_certain
Invoices: change credit detail document draft draft_free drop issue not_sent note_sent preview reissue
Invoices: share void worked_out
FiledInvoices: closing_again printed save_copy
MonthSummaries: of_month paper printed
InvoiceIndexes: as_csv
InvoiceSearch: search
CancelledDeposits: end held look
OpenItems: to_collect waiting
PaymentReminders: note_sent offer save_copy write
Payments: book cash_counts cash_differences cash_out correct_count hand_in latest of_customer pay_back payer
Payments: take_back take_count_back use_credit
Receipts: beginning bring_back detail give_out given_back issue listed of_invoice out reissue stamp void
""",
    # What accounting needs beside the desk: finding customers, payment fields, the addressee of a document.
    "ODA": """
CallNotes: about_invoices of_customer take
CancelledDeposits: in_advance
Contacts: of
CustomerSearch: check_caller search
Customers: change check_caller detail record_for_edit reveal rows_of search
Dispatch: absences clashes
ElectricalLedger: rows
Estimates: beginning detail of_job
ImportHistory: all look undo
Invoices: basis kind_of_next of_customer of_job
Jobs: record_event reveal_site sites staff
JobsAhead: of_customer of_staff
LabelSheets: keep shifts trial
Merging: merged
Notices: consent_events given given_for_job in_force
OpenItems: of_customer open to_bill
OpennessPages: kept_until page
OtherPapers: envelope labels labels_again
OutsideLists: all confirm_destroyed out
Papers: also_printed did_not_come_out not_printed printed
Payments: received
Plans: due of_customer
Prices: listed
Refrigerant: log units_beside
Reminders: due seen_to
Requests: of_customer
Reviews: verdict
StandingDuties: lists
VisitContracts: of_job
""",
    # Who asks about a customer, and who inspects, reads who looked at the data.
    "ODAI": """
Customers: accesses
""",
    # Technicians see their own jobs, and the call notes for them.
    "ODAT": """
CallNotes: change detail finish listed open reopen staff waiting
Dispatch: board
Jobs: day detail numbered of_customer week
Results: sheet
job_views: own_only
""",
    # Everybody reports what went wrong, and takes backups.
    "ODATI": """
Backups: beside_the_office overview places run
Incidents: add_to_report own_reports report
Integrity: last_seen
Papers: named
""",
}

BY_THE_RECORD = """
CustomerSight: of
Edits: possible standing undo
Today: overview
OutsideLists: not_written note_place
QuickSearch: find
Rules: current text_pdf versions
Saves: latest removed_since
ShownNow: outdated
Standings: duties
Training: person_pdf printed
call_note_views: may_change
merge_view: payment_fate
"""
"""The body itself decides, by the record or for each part of what it shows."""

ANYBODY = """
Accounts: change_own_passphrase change_own_pin has_pin lock set_pin tries_left unlock unlock_with_passphrase
Approvals: only_one_eligible
Drafts: begin destroyed drop find keep list move of_others take was_moved
Duties: all calendar calendar_saved overdue pressing
FirstWeek: hide steps
Office: leave
PrintedLists: paper printed
RetentionChoices: history rules
Rules: acknowledge proposals to_acknowledge
Settings: personal set_personal
ShownNow: drawn_now
Standings: own waiting
Training: finish own
"""
"""What concerns everybody who is logged in, or the actor alone."""

STEPS = """
Backups: finish take take_back write_disposed_list
CustomerSearch: exact named
Deletion: carry_out
certifying: certify
copies_ahead: copies_ahead copies_left
"""
"""Steps of other methods, which were asked for before."""

WITHOUT_ACTOR = """
AuditLog: check check_whole write_anchor
ClockCheck: behind leap
Deletion: dry_run interrupted
Dispatch: hours
Integrity: full_if_due
Layout: letterhead sample
Places: require_decided
Renewed: proof_of
RestoredFile: prepare
Settings: facts office_value
Workplace: mark_log noting reading sole_writer transaction
proving: prove_gone
retention_days: bring_up_to_date mend
"""
"""What opens the tables in nobody's name: what the program looks after by itself (log, clock, integrity, the
calendar of retention), steps of a destruction and a restore, and the office's own facts, which are on all
papers. Whatever else reads or writes takes an actor.
"""
