<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>AnswerForm</name>
    <message numerus="yes">
        <source>Suspend although %n job(s) are still to be done?</source>
        <translation>
            <numerusform>Suspend although %Ln job is still to be done?</numerusform>
            <numerusform>Suspend although %Ln jobs are still to be done?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ApprovalStep</name>
    <message numerus="yes">
        <source>%n customer(s) proposed to be destroyed by {name}</source>
        <translation>
            <numerusform>%Ln customer proposed to be destroyed by {name}</numerusform>
            <numerusform>%Ln customers proposed to be destroyed by {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) proposed to be reduced to the ledger</source>
        <translation>
            <numerusform>%Ln customer proposed to be reduced to the ledger</numerusform>
            <numerusform>%Ln customers proposed to be reduced to the ledger</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message numerus="yes">
        <source>Report box: %n report(s) that nobody has read</source>
        <translation>
            <numerusform>Report box: %Ln report that nobody has read</numerusform>
            <numerusform>Report box: %Ln reports that nobody has read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) due this month</source>
        <translation>
            <numerusform>%Ln reminder due this month</numerusform>
            <numerusform>%Ln reminders due this month</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more overdue paper(s)</source>
        <translation>
            <numerusform>%Ln more overdue paper</numerusform>
            <numerusform>%Ln more overdue papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) registered, perhaps never printed</source>
        <translation>
            <numerusform>%Ln paper registered, perhaps never printed</numerusform>
            <numerusform>%Ln papers registered, perhaps never printed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bank file: %n deposit(s) not seen to</source>
        <translation>
            <numerusform>Bank file: %Ln deposit not seen to</numerusform>
            <numerusform>Bank file: %Ln deposits not seen to</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>List of another program: %n invoice(s) not seen to</source>
        <translation>
            <numerusform>List of another program: %Ln invoice not seen to</numerusform>
            <numerusform>List of another program: %Ln invoices not seen to</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more dated task(s)</source>
        <translation>
            <numerusform>%Ln more dated task</numerusform>
            <numerusform>%Ln more dated tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more recurring job(s) to book</source>
        <translation>
            <numerusform>%Ln more recurring job to book</numerusform>
            <numerusform>%Ln more recurring jobs to book</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rules or training overdue: %n person(s)</source>
        <translation>
            <numerusform>Rules or training overdue: %Ln person</numerusform>
            <numerusform>Rules or training overdue: %Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Office rules: %n text(s) to put in force</source>
        <translation>
            <numerusform>Office rules: %Ln text to put in force</numerusform>
            <numerusform>Office rules: %Ln texts to put in force</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BankView</name>
    <message numerus="yes">
        <source>%n deposit(s) of this file are not seen to yet. They leave the list; choose this file again later to see to them.</source>
        <translation>
            <numerusform>%Ln deposit of this file is not seen to yet. It leaves the list; choose this file again later to see to it.</numerusform>
            <numerusform>%Ln deposits of this file are not seen to yet. They leave the list; choose this file again later to see to them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Book %n payment(s)?</source>
        <translation>
            <numerusform>Book %Ln payment?</numerusform>
            <numerusform>Book %Ln payments?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) were booked.</source>
        <translation>
            <numerusform>%Ln payment was booked.</numerusform>
            <numerusform>%Ln payments were booked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them came with less than the invoices asked for: {yen} in all were booked as banks&apos; fees that the office bears.</source>
        <translation>
            <numerusform>%Ln of them came with less than the invoices asked for: {yen} were booked as the bank&apos;s fee that the office bears.</numerusform>
            <numerusform>%Ln of them came with less than the invoices asked for: {yen} in all were booked as banks&apos; fees that the office bears.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deposit(s) are proposed again.</source>
        <translation>
            <numerusform>%Ln deposit is proposed again.</numerusform>
            <numerusform>%Ln deposits are proposed again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fit: choose</source>
        <translation>
            <numerusform>%Ln fits: choose</numerusform>
            <numerusform>%Ln fit: choose</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deposit(s) are new</source>
        <translation>
            <numerusform>%Ln deposit is new</numerusform>
            <numerusform>%Ln deposits are new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were seen to before</source>
        <translation>
            <numerusform>%Ln was seen to before</numerusform>
            <numerusform>%Ln were seen to before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them set aside</source>
        <translation>
            <numerusform>%Ln of them set aside</numerusform>
            <numerusform>%Ln of them set aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are no deposits</source>
        <translation>
            <numerusform>%Ln is no deposit</numerusform>
            <numerusform>%Ln are no deposits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them came with less than the invoices ask for: {yen} in all, booked as banks&apos; fees that the office bears.</source>
        <translation>
            <numerusform>%Ln of them came with less than the invoices ask for: {yen}, booked as the bank&apos;s fee that the office bears.</numerusform>
            <numerusform>%Ln of them came with less than the invoices ask for: {yen} in all, booked as banks&apos; fees that the office bears.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BooksForm</name>
    <message numerus="yes">
        <source>The list of {moment} again: %n entries, {invoiced} · {received}</source>
        <translation>
            <numerusform>The list of {moment} again: %Ln entry, {invoiced} · {received}</numerusform>
            <numerusform>The list of {moment} again: %Ln entries, {invoiced} · {received}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s), {yen}</source>
        <translation>
            <numerusform>%Ln invoice, {yen}</numerusform>
            <numerusform>%Ln invoices, {yen}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s), {yen}</source>
        <translation>
            <numerusform>%Ln payment, {yen}</numerusform>
            <numerusform>%Ln payments, {yen}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) of counted cash, {yen}</source>
        <translation>
            <numerusform>%Ln difference of counted cash, {yen}</numerusform>
            <numerusform>%Ln differences of counted cash, {yen}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more of earlier days, the first of {day}, are not in the books. Change “From” to hand them over as well.</source>
        <translation>
            <numerusform>%Ln more of earlier days, of {day}, is not in the books. Change “From” to hand it over as well.</numerusform>
            <numerusform>%Ln more of earlier days, the first of {day}, are not in the books. Change “From” to hand them over as well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are in the file, with names. Delete it when the program has read it.</source>
        <translation>
            <numerusform>%Ln entry is in the file, with names. Delete it when the program has read it.</numerusform>
            <numerusform>%Ln entries are in the file, with names. Delete it when the program has read it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallsCard</name>
    <message numerus="yes">
        <source>All %n open call note(s)</source>
        <translation>
            <numerusform>All %Ln open call note</numerusform>
            <numerusform>All %Ln open call notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CameOutDialog</name>
    <message numerus="yes">
        <source>Strike %n copy(ies)</source>
        <translation>
            <numerusform>Strike %Ln copy</numerusform>
            <numerusform>Strike %Ln copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) noted as “Not printed”. They can be printed again.</source>
        <translation>
            <numerusform>%Ln copy noted as “Not printed”. It can be printed again.</numerusform>
            <numerusform>%Ln copies noted as “Not printed”. They can be printed again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CancelQuestion</name>
    <message numerus="yes">
        <source>%n copy(ies) of its work order are out: call them back and shred them.</source>
        <translation>
            <numerusform>%Ln copy of its work order is out: call it back and shred it.</numerusform>
            <numerusform>%Ln copies of its work order are out: call them back and shred them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) of its work order were perhaps printed: look for them and shred them.</source>
        <translation>
            <numerusform>%Ln copy of its work order was perhaps printed: look for it and shred it.</numerusform>
            <numerusform>%Ln copies of its work order were perhaps printed: look for them and shred them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificateTitle</name>
    <message numerus="yes">
        <source>disposal of %n customer(s)</source>
        <translation>
            <numerusform>disposal of %Ln customer</numerusform>
            <numerusform>disposal of %Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reduction of %n customer(s) to the ledger</source>
        <translation>
            <numerusform>reduction of %Ln customer to the ledger</numerusform>
            <numerusform>reduction of %Ln customers to the ledger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>disposal of %n call note(s)</source>
        <translation>
            <numerusform>disposal of %Ln call note</numerusform>
            <numerusform>disposal of %Ln call notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckForm</name>
    <message numerus="yes">
        <source>%n hand-over(s) still out</source>
        <translation>
            <numerusform>%Ln hand-over still out</numerusform>
            <numerusform>%Ln hand-overs still out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%Ln overdue</numerusform>
            <numerusform>%Ln overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosingView</name>
    <message numerus="yes">
        <source>%n draft(s) without a job</source>
        <translation>
            <numerusform>%Ln draft without a job</numerusform>
            <numerusform>%Ln drafts without a job</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not in them: {why}</source>
        <translation>
            <numerusform>%Ln job is not in them: {why}</numerusform>
            <numerusform>%Ln jobs are not in them: {why}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n collective invoice(s), printed again</source>
        <translation>
            <numerusform>%Ln collective invoice, printed again</numerusform>
            <numerusform>%Ln collective invoices, printed again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Issue %n invoice(s)?</source>
        <translation>
            <numerusform>Issue %Ln invoice?</numerusform>
            <numerusform>Issue %Ln invoices?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more with such lines</source>
        <translation>
            <numerusform>and %Ln more with such lines</numerusform>
            <numerusform>and %Ln more with such lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) were issued.</source>
        <translation>
            <numerusform>%Ln invoice was issued.</numerusform>
            <numerusform>%Ln invoices were issued.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n collective invoice(s)</source>
        <translation>
            <numerusform>%Ln collective invoice</numerusform>
            <numerusform>%Ln collective invoices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message numerus="yes">
        <source>%n line(s) differ.</source>
        <translation>
            <numerusform>%Ln line differs.</numerusform>
            <numerusform>%Ln lines differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayCell</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n away</source>
        <translation>
            <numerusform>%Ln away</numerusform>
            <numerusform>%Ln away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecideStep</name>
    <message numerus="yes">
        <source>%n customer(s) chosen to be destroyed. Nothing has been destroyed yet.</source>
        <translation>
            <numerusform>%Ln customer chosen to be destroyed. Nothing has been destroyed yet.</numerusform>
            <numerusform>%Ln customers chosen to be destroyed. Nothing has been destroyed yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) chosen to be reduced to the ledger.</source>
        <translation>
            <numerusform>%Ln customer chosen to be reduced to the ledger.</numerusform>
            <numerusform>%Ln customers chosen to be reduced to the ledger.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Destroy all %n shown that may be destroyed</source>
        <translation>
            <numerusform>Destroy the %Ln shown if it may be destroyed</numerusform>
            <numerusform>Destroy all %Ln shown that may be destroyed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reduce all %n shown that may be reduced</source>
        <translation>
            <numerusform>Reduce the %Ln shown if it may be reduced</numerusform>
            <numerusform>Reduce all %Ln shown that may be reduced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep all %n shown that are not on hold</source>
        <translation>
            <numerusform>Keep the %Ln shown unless on hold</numerusform>
            <numerusform>Keep all %Ln shown that are not on hold</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DepositForm</name>
    <message numerus="yes">
        <source>%n more fit as well. Look which one it is.</source>
        <translation>
            <numerusform>%Ln more fits as well. Look which one it is.</numerusform>
            <numerusform>%Ln more fit as well. Look which one it is.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DestroyStep</name>
    <message numerus="yes">
        <source>%n customer(s), approved by {name}</source>
        <translation>
            <numerusform>%Ln customer, approved by {name}</numerusform>
            <numerusform>%Ln customers, approved by {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dry run: %n customer(s) would be destroyed.</source>
        <translation>
            <numerusform>Dry run: %Ln customer would be destroyed.</numerusform>
            <numerusform>Dry run: %Ln customers would be destroyed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be reduced.</source>
        <translation>
            <numerusform>%Ln would be reduced.</numerusform>
            <numerusform>%Ln would be reduced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is half typed and was never saved; who typed it is told.</source>
        <translation>
            <numerusform>%Ln of them is half typed and was never saved; who typed it is told.</numerusform>
            <numerusform>%Ln of them are half typed and were never saved; who typed them is told.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DisposalCheckStep</name>
    <message numerus="yes">
        <source>The time of %n call note(s) without a customer has run out; they go with this batch.</source>
        <translation>
            <numerusform>The time of %Ln call note without a customer has run out; it goes with this batch.</numerusform>
            <numerusform>The time of %Ln call notes without a customer has run out; they go with this batch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call note(s) without a customer are still open and stay.</source>
        <translation>
            <numerusform>%Ln call note without a customer is still open and stays.</numerusform>
            <numerusform>%Ln call notes without a customer are still open and stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DisposalWizard</name>
    <message numerus="yes">
        <source>%n call note(s) without a customer go as well.</source>
        <translation>
            <numerusform>%Ln call note without a customer go as well.</numerusform>
            <numerusform>%Ln call notes without a customer go as well.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentSaving</name>
    <message numerus="yes">
        <source>Choose the folder for %n PDF file(s)</source>
        <translation>
            <numerusform>Choose the folder for %Ln PDF file</numerusform>
            <numerusform>Choose the folder for %Ln PDF files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) stay saved, whether this is printed or not.</source>
        <translation>
            <numerusform>%Ln file stays saved, whether this is printed or not.</numerusform>
            <numerusform>%Ln files stay saved, whether this is printed or not.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were saved in {folder}. The page “Today” reminds of each until it was handed over.</source>
        <translation>
            <numerusform>%Ln file was saved in {folder}. The page “Today” reminds of it until it was handed over.</numerusform>
            <numerusform>%Ln files were saved in {folder}. The page “Today” reminds of each until it was handed over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftOffer</name>
    <message numerus="yes">
        <source>%n form(s) that you had left half typed were destroyed in a disposal: they named a customer whose data was destroyed.</source>
        <translation>
            <numerusform>%Ln form that you had left half typed was destroyed in a disposal: it named a customer whose data was destroyed.</numerusform>
            <numerusform>%Ln forms that you had left half typed were destroyed in a disposal: they named a customer whose data was destroyed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DutyWording</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%Ln unit</numerusform>
            <numerusform>%Ln units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %Ln day</numerusform>
            <numerusform>in %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EffectDialog</name>
    <message numerus="yes">
        <source>Nothing changes for any of %n customer(s).</source>
        <translation>
            <numerusform>Nothing changes for the %Ln customer.</numerusform>
            <numerusform>Nothing changes for any of %Ln customers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) become due or reducible.</source>
        <translation>
            <numerusform>%Ln customer becomes due or reducible.</numerusform>
            <numerusform>%Ln customers become due or reducible.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) are due or reducible no longer.</source>
        <translation>
            <numerusform>%Ln customer is due or reducible no longer.</numerusform>
            <numerusform>%Ln customers are due or reducible no longer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other customer(s) are kept longer.</source>
        <translation>
            <numerusform>%Ln other customer is kept longer.</numerusform>
            <numerusform>%Ln other customers are kept longer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other customer(s) are kept for a shorter time.</source>
        <translation>
            <numerusform>%Ln other customer is kept for a shorter time.</numerusform>
            <numerusform>%Ln other customers are kept for a shorter time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ElectricalLedgerTab</name>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) still need one</source>
        <translation>
            <numerusform>%Ln job still need one</numerusform>
            <numerusform>%Ln jobs still need one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FloodDialog</name>
    <message numerus="yes">
        <source>Delete %n reports</source>
        <translation>
            <numerusform>Delete %Ln report</numerusform>
            <numerusform>Delete %Ln reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message numerus="yes">
        <source>%n saved. Enter the next one.</source>
        <translation>
            <numerusform>%Ln saved. Enter the next one.</numerusform>
            <numerusform>%Ln saved. Enter the next one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportsDialog</name>
    <message numerus="yes">
        <source>Somebody has worked with %n of them since.</source>
        <translation>
            <numerusform>Somebody has worked with %Ln of them since.</numerusform>
            <numerusform>Somebody has worked with %Ln of them since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%Ln payment</numerusform>
            <numerusform>%Ln payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InvoicesView</name>
    <message numerus="yes">
        <source>%n invoice(s)</source>
        <translation>
            <numerusform>%Ln invoice</numerusform>
            <numerusform>%Ln invoices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest {shown} of %n invoice(s)</source>
        <translation>
            <numerusform>the newest {shown} of %Ln invoice</numerusform>
            <numerusform>the newest {shown} of %Ln invoices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) and receipt(s) are in the file, with names. Delete it when it is no longer needed.</source>
        <translation>
            <numerusform>%Ln invoice or receipt is in the file, with names. Delete it when it is no longer needed.</numerusform>
            <numerusform>%Ln invoices and receipts are in the file, with names. Delete it when it is no longer needed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeakClients</name>
    <message numerus="yes">
        <source>by {moment} (within %n hour(s))</source>
        <translation>
            <numerusform>by {moment} (within %Ln hour)</numerusform>
            <numerusform>by {moment} (within %Ln hours)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leaks</name>
    <message numerus="yes">
        <source>%n more paper(s)</source>
        <translation>
            <numerusform>%Ln more paper</numerusform>
            <numerusform>%Ln more papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LettersForm</name>
    <message numerus="yes">
        <source>Also to %n customer(s) of the client contractor, who agreed to it</source>
        <translation>
            <numerusform>Also to %Ln customer of the client contractor, who agreed to it</numerusform>
            <numerusform>Also to %Ln customers of the client contractor, who agreed to it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also to %n customer(s) whose paper was found; their letter says so</source>
        <translation>
            <numerusform>Also to %Ln customer whose paper was found; their letter says so</numerusform>
            <numerusform>Also to %Ln customers whose paper was found; their letter says so</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergedNotes</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %Ln more</numerusform>
            <numerusform> and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message numerus="yes">
        <source>%n printed copy(ies) still show(s) the former day or time.</source>
        <translation>
            <numerusform>%Ln printed copy still shows the former day or time.</numerusform>
            <numerusform>%Ln printed copies still show the former day or time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewRequests</name>
    <message numerus="yes">
        <source>%n more request(s) that nobody has begun with</source>
        <translation>
            <numerusform>%Ln more request that nobody has begun with</numerusform>
            <numerusform>%Ln more requests that nobody has begun with</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficeForm</name>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficeTab</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenView</name>
    <message numerus="yes">
        <source>Say what becomes of the deposit of %n cancelled job(s):</source>
        <translation>
            <numerusform>Say what becomes of the deposit of %Ln cancelled job:</numerusform>
            <numerusform>Say what becomes of the deposits of %Ln cancelled jobs:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deposit(s) of your bank file are not seen to yet.</source>
        <translation>
            <numerusform>%Ln deposit of your bank file is not seen to yet.</numerusform>
            <numerusform>%Ln deposits of your bank file are not seen to yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing came in for the deposit invoice of %n cancelled job(s). Take it back:</source>
        <translation>
            <numerusform>Nothing came in for the deposit invoice of %Ln cancelled job. Take it back:</numerusform>
            <numerusform>Nothing came in for the deposit invoices of %Ln cancelled jobs. Take them back:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpennessTab</name>
    <message numerus="yes">
        <source>%n entry(s) in the log</source>
        <translation>
            <numerusform>%Ln entry in the log</numerusform>
            <numerusform>%Ln entries in the log</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) and copy(s): see “{tab}”</source>
        <translation>
            <numerusform>%Ln paper or copy: see “{tab}”</numerusform>
            <numerusform>%Ln papers and copies: see “{tab}”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OtherPlaces</name>
    <message numerus="yes">
        <source>Something of these customers stands in %n place(s) of other records.</source>
        <translation>
            <numerusform>Something of these customers stands in %Ln place of other records.</numerusform>
            <numerusform>Something of these customers stands in %Ln places of other records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decide about %n of them before the approval.</source>
        <translation>
            <numerusform>Decide about %Ln of them before the approval.</numerusform>
            <numerusform>Decide about %Ln of them before the approval.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutsideView</name>
    <message numerus="yes">
        <source>%n invoice(s) of this file are not taken over yet. They leave the list; choose this file again later to see to them.</source>
        <translation>
            <numerusform>%Ln invoice of this file is not taken over yet. It leaves the list; choose this file again later to see to it.</numerusform>
            <numerusform>%Ln invoices of this file are not taken over yet. They leave the list; choose this file again later to see to them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) were noted at their jobs.</source>
        <translation>
            <numerusform>%Ln invoice was noted at its job.</numerusform>
            <numerusform>%Ln invoices were noted at their jobs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) say something new</source>
        <translation>
            <numerusform>%Ln invoice says something new</numerusform>
            <numerusform>%Ln invoices say something new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are noted already</source>
        <translation>
            <numerusform>%Ln is noted already</numerusform>
            <numerusform>%Ln are noted already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are left out</source>
        <translation>
            <numerusform>%Ln row is left out</numerusform>
            <numerusform>%Ln rows are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are parts of others or totals</source>
        <translation>
            <numerusform>%Ln row is part of another or a total</numerusform>
            <numerusform>%Ln rows are parts of others or totals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of this very file something was taken over on {at} by {by}. Still open: %n invoice(s). Nothing is noted twice.</source>
        <translation>
            <numerusform>Of this very file something was taken over on {at} by {by}. Still open: %Ln invoice. Nothing is noted twice.</numerusform>
            <numerusform>Of this very file something was taken over on {at} by {by}. Still open: %Ln invoices. Nothing is noted twice.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperRegister</name>
    <message numerus="yes">
        <source>%n paper(s) out</source>
        <translation>
            <numerusform>%Ln paper out</numerusform>
            <numerusform>%Ln papers out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be printed</source>
        <translation>
            <numerusform>%Ln waiting to be printed</numerusform>
            <numerusform>%Ln waiting to be printed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%Ln overdue</numerusform>
            <numerusform>%Ln overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PapersStep</name>
    <message numerus="yes">
        <source>%n paper(s) still to be shredded before you can propose.</source>
        <translation>
            <numerusform>%Ln paper still to be shredded before you can propose.</numerusform>
            <numerusform>%Ln papers still to be shredded before you can propose.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaymentsView</name>
    <message numerus="yes">
        <source>%n finished job(s) with a sum to collect have no invoice yet: {numbers}. Issue the invoice first, under “To bill”; then the cash is booked for it.</source>
        <translation>
            <numerusform>%Ln finished job with a sum to collect has no invoice yet: {numbers}. Issue the invoice first, under “To bill”; then the cash is booked for it.</numerusform>
            <numerusform>%Ln finished jobs with a sum to collect have no invoice yet: {numbers}. Issue the invoices first, under “To bill”; then the cash is booked for them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished job(s) with a sum to collect are billed and not paid: {numbers}. Where the cash was collected, book it under “Open” with “Book a payment…”, and choose who collected it at the site.</source>
        <translation>
            <numerusform>%Ln finished job with a sum to collect is billed and not paid: {numbers}. Where the cash was collected, book it under “Open” with “Book a payment…”, and choose who collected it at the site.</numerusform>
            <numerusform>%Ln finished jobs with a sum to collect are billed and not paid: {numbers}. Where the cash was collected, book it under “Open” with “Book a payment…”, and choose who collected it at the site.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) added to the list.</source>
        <translation>
            <numerusform>%Ln customer added to the list.</numerusform>
            <numerusform>%Ln customers added to the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them with a paper that was found again</source>
        <translation>
            <numerusform>%Ln of them with a paper that was found again</numerusform>
            <numerusform>%Ln of them with a paper that was found again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Periods</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%Ln year</numerusform>
            <numerusform>%Ln years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacesDialog</name>
    <message numerus="yes">
        <source>Keep all %n undecided with this reason</source>
        <translation>
            <numerusform>Keep the %Ln undecided one with this reason</numerusform>
            <numerusform>Keep all %Ln undecided with this reason</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Black out all %n undecided where that is possible</source>
        <translation>
            <numerusform>Black out the %Ln undecided where that is possible</numerusform>
            <numerusform>Black out all %Ln undecided where that is possible</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Destroy all %n undecided records that may go as well</source>
        <translation>
            <numerusform>Destroy the %Ln undecided record that may go as well</numerusform>
            <numerusform>Destroy all %Ln undecided records that may go as well</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlansTab</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuickSearchDialog</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptVoidForm</name>
    <message numerus="yes">
        <source>%n paper(s) of it are out. Get them back first: whoever holds one can prove the payment with it.</source>
        <translation>
            <numerusform>%Ln paper of it is out. Get it back first: whoever holds it can prove the payment with it.</numerusform>
            <numerusform>%Ln papers of it are out. Get them back first: whoever holds one can prove the payment with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was saved as %n file(s). Tell whoever got it that it does not count any more.</source>
        <translation>
            <numerusform>It was saved as %Ln file. Tell whoever got it that it does not count any more.</numerusform>
            <numerusform>It was saved as %Ln files. Tell whoever got them that they do not count any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptsView</name>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>%Ln receipt</numerusform>
            <numerusform>%Ln receipts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest {shown} of %n receipt(s)</source>
        <translation>
            <numerusform>the newest {shown} of %Ln receipt</numerusform>
            <numerusform>the newest {shown} of %Ln receipts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReminderForm</name>
    <message numerus="yes">
        <source>%n deposit(s) of a bank file are not seen to yet (“Billing”, “Bank file”). Look first whether one of them pays for this.</source>
        <translation>
            <numerusform>%Ln deposit of a bank file is not seen to yet (“Billing”, “Bank file”). Look first whether it pays for this.</numerusform>
            <numerusform>%Ln deposits of a bank file are not seen to yet (“Billing”, “Bank file”). Look first whether one of them pays for this.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{number}, due {day}, open {yen}, %n day(s) overdue</source>
        <translation>
            <numerusform>{number}, due {day}, open {yen}, %Ln day overdue</numerusform>
            <numerusform>{number}, due {day}, open {yen}, %Ln days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{number}, in cash, issued {day}, open {yen}, %n day(s) overdue</source>
        <translation>
            <numerusform>{number}, in cash, issued {day}, open {yen}, %Ln day overdue</numerusform>
            <numerusform>{number}, in cash, issued {day}, open {yen}, %Ln days overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemindersTab</name>
    <message numerus="yes">
        <source>%n reminder(s).</source>
        <translation>
            <numerusform>%Ln reminder.</numerusform>
            <numerusform>%Ln reminders.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportStep</name>
    <message numerus="yes">
        <source>Customers were destroyed again, and %n place(s) in records that stay still name them. The certificate says where; look at them and decide.</source>
        <translation>
            <numerusform>Customers were destroyed again, and %Ln place in records that stay still names them. The certificate says where; look at it and decide.</numerusform>
            <numerusform>Customers were destroyed again, and %Ln places in records that stay still name them. The certificate says where; look at them and decide.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportsSection</name>
    <message numerus="yes">
        <source>%n reports to you are unread: somebody may be flooding the box to hide a real one. None was pushed out, and the box still takes new ones.</source>
        <translation>
            <numerusform>%Ln report to you is unread: somebody may be flooding the box to hide a real one. None was pushed out, and the box still takes new ones.</numerusform>
            <numerusform>%Ln reports to you are unread: somebody may be flooding the box to hide a real one. None was pushed out, and the box still takes new ones.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReprintDialog</name>
    <message numerus="yes">
        <source>%n job(s) already have such a copy. The reason goes into the log.</source>
        <translation>
            <numerusform>%Ln job already has such a copy. The reason goes into the log.</numerusform>
            <numerusform>%Ln jobs already have such a copy. The reason goes into the log.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsTab</name>
    <message numerus="yes">
        <source>Show all %n unit(s)</source>
        <translation>
            <numerusform>Show all %Ln unit</numerusform>
            <numerusform>Show all %Ln units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafeguardsPage</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchedulePage</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeatBanner</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignForm</name>
    <message numerus="yes">
        <source>%n unusual thing(s) on the sheet.</source>
        <translation>
            <numerusform>%Ln unusual thing on the sheet.</numerusform>
            <numerusform>%Ln unusual things on the sheet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SitesLeft</name>
    <message numerus="yes">
        <source>The address of %n site(s) was changed, too.</source>
        <translation>
            <numerusform>The address of %Ln site was changed, too.</numerusform>
            <numerusform>The addresses of %Ln sites were changed, too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Striking</name>
    <message numerus="yes">
        <source>Something else was registered of %n paper(s) meanwhile, and stays in the register.</source>
        <translation>
            <numerusform>Something else was registered of %Ln paper meanwhile, and stays in the register.</numerusform>
            <numerusform>Something else was registered of %Ln papers meanwhile, and stays in the register.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakenAtOnce</name>
    <message numerus="yes">
        <source>%n are doubtful by now and were left alone: the list says why.</source>
        <translation>
            <numerusform>%Ln is doubtful by now and was left alone: the list says why.</numerusform>
            <numerusform>%Ln are doubtful by now and were left alone: the list says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n out</source>
        <translation>
            <numerusform>%Ln out</numerusform>
            <numerusform>%Ln out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be printed</source>
        <translation>
            <numerusform>%Ln waiting to be printed</numerusform>
            <numerusform>%Ln waiting to be printed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToldApart</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoImportDialog</name>
    <message numerus="yes">
        <source>Take %n back</source>
        <translation>
            <numerusform>Take %Ln back</numerusform>
            <numerusform>Take %Ln back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n customer(s)</source>
        <translation>
            <numerusform>Remove %Ln customer</numerusform>
            <numerusform>Remove %Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) as it is by now:</source>
        <translation>
            <numerusform>%Ln stays as it is by now:</numerusform>
            <numerusform>%Ln stay as they are by now:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitBlocks</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%Ln unit</numerusform>
            <numerusform>%Ln units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UrgentLeaks</name>
    <message numerus="yes">
        <source>%n more incident(s) that wait</source>
        <translation>
            <numerusform>%Ln more incident that waits</numerusform>
            <numerusform>%Ln more incidents that wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more lost paper(s)</source>
        <translation>
            <numerusform>%Ln more lost paper</numerusform>
            <numerusform>%Ln more lost papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhatGoes</name>
    <message numerus="yes">
        <source>Destroy %n call note(s)</source>
        <translation>
            <numerusform>Destroy %Ln call note</numerusform>
            <numerusform>Destroy %Ln call notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Destroy %n customer(s)</source>
        <translation>
            <numerusform>Destroy %Ln customer</numerusform>
            <numerusform>Destroy %Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reduce %n customer(s) to the ledger</source>
        <translation>
            <numerusform>Reduce %Ln customer to the ledger</numerusform>
            <numerusform>Reduce %Ln customers to the ledger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) go as a whole: names, addresses, phones, jobs and everything else.</source>
        <translation>
            <numerusform>%Ln customer goes as a whole: name, address, phones, jobs and everything else.</numerusform>
            <numerusform>%Ln customers go as a whole: names, addresses, phones, jobs and everything else.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) are reduced to the ledger. Stays: {kept}. Goes: {gone}.</source>
        <translation>
            <numerusform>%Ln customer is reduced to the ledger. Stays: {kept}. Goes: {gone}.</numerusform>
            <numerusform>%Ln customers are reduced to the ledger. Stays: {kept}. Goes: {gone}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call note(s) without a customer go.</source>
        <translation>
            <numerusform>%Ln call note without a customer goes.</numerusform>
            <numerusform>%Ln call notes without a customer go.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkOrderPreview</name>
    <message numerus="yes">
        <source>%n copy(ies) to print</source>
        <translation>
            <numerusform>%Ln copy to print</numerusform>
            <numerusform>%Ln copies to print</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n page(s)</source>
        <translation>
            <numerusform>on %Ln page</numerusform>
            <numerusform>on %Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) sent to the printer.</source>
        <translation>
            <numerusform>%Ln copy sent to the printer.</numerusform>
            <numerusform>%Ln copies sent to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The printer gave up on %n copy(ies). See what came out.</source>
        <translation>
            <numerusform>The printer gave up on %Ln copy. See what came out.</numerusform>
            <numerusform>The printer gave up on %Ln copies. See what came out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkOrdersPage</name>
    <message numerus="yes">
        <source>Print %n copy(ies)</source>
        <translation>
            <numerusform>Print %Ln copy</numerusform>
            <numerusform>Print %Ln copies</numerusform>
        </translation>
    </message>
</context>
</TS>
