<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>ApprovalStep</name>
    <message numerus="yes">
        <source>%n customer(s) proposed to be destroyed by {name}</source>
        <translation>
            <numerusform>%n customer proposed to be destroyed by {name}</numerusform>
            <numerusform>%n customers proposed to be destroyed by {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) proposed to be reduced to the ledger</source>
        <translation>
            <numerusform>%n customer proposed to be reduced to the ledger</numerusform>
            <numerusform>%n customers proposed to be reduced to the ledger</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message numerus="yes">
        <source>%n more overdue paper(s)</source>
        <translation>
            <numerusform>%n more overdue paper</numerusform>
            <numerusform>%n more overdue papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more recurring job(s) to book</source>
        <translation>
            <numerusform>%n more recurring job to book</numerusform>
            <numerusform>%n more recurring jobs to book</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallsCard</name>
    <message numerus="yes">
        <source>All %n open call note(s)</source>
        <translation>
            <numerusform>All %n open call note</numerusform>
            <numerusform>All %n open call notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CameOutDialog</name>
    <message numerus="yes">
        <source>Strike %n copy(ies)</source>
        <translation>
            <numerusform>Strike %n copy</numerusform>
            <numerusform>Strike %n copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) struck. They can be printed anew.</source>
        <translation>
            <numerusform>%n copy struck. They can be printed anew.</numerusform>
            <numerusform>%n copies struck. They can be printed anew.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificateStep</name>
    <message numerus="yes">
        <source>Certificate {number}: %n customer(s)</source>
        <translation>
            <numerusform>Certificate {number}: %n customer</numerusform>
            <numerusform>Certificate {number}: %n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message numerus="yes">
        <source>%n call note(s) without a customer are older than six months and go with this batch.</source>
        <translation>
            <numerusform>%n call note without a customer are older than six months and go with this batch.</numerusform>
            <numerusform>%n call notes without a customer are older than six months and go with this batch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call note(s) without a customer are still open and stay.</source>
        <translation>
            <numerusform>%n call note without a customer are still open and stay.</numerusform>
            <numerusform>%n call notes without a customer are still open and stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecideStep</name>
    <message numerus="yes">
        <source>%n customer(s) chosen to be destroyed. Nothing has been destroyed yet.</source>
        <translation>
            <numerusform>%n customer chosen to be destroyed. Nothing has been destroyed yet.</numerusform>
            <numerusform>%n customers chosen to be destroyed. Nothing has been destroyed yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) chosen to be reduced to the ledger.</source>
        <translation>
            <numerusform>%n customer chosen to be reduced to the ledger.</numerusform>
            <numerusform>%n customers chosen to be reduced to the ledger.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DestroyStep</name>
    <message numerus="yes">
        <source>%n customer(s), approved by {name}</source>
        <translation>
            <numerusform>%n customer, approved by {name}</numerusform>
            <numerusform>%n customers, approved by {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Destroy %n call note(s)</source>
        <translation>
            <numerusform>Destroy %n call note</numerusform>
            <numerusform>Destroy %n call notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reduce %n customer(s) to the ledger</source>
        <translation>
            <numerusform>Reduce %n customer to the ledger</numerusform>
            <numerusform>Reduce %n customers to the ledger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Destroy %n customer(s)</source>
        <translation>
            <numerusform>Destroy %n customer</numerusform>
            <numerusform>Destroy %n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DisposalWizard</name>
    <message numerus="yes">
        <source>%n call note(s) without a customer go as well.</source>
        <translation>
            <numerusform>%n call note without a customer go as well.</numerusform>
            <numerusform>%n call notes without a customer go as well.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportsDialog</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerTab</name>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) still need one</source>
        <translation>
            <numerusform>%n job still need one</numerusform>
            <numerusform>%n jobs still need one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperRegister</name>
    <message numerus="yes">
        <source>%n paper(s) out</source>
        <translation>
            <numerusform>%n paper out</numerusform>
            <numerusform>%n papers out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PapersStep</name>
    <message numerus="yes">
        <source>%n paper(s) still to be shredded before you can propose.</source>
        <translation>
            <numerusform>%n paper still to be shredded before you can propose.</numerusform>
            <numerusform>%n papers still to be shredded before you can propose.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlansTab</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReprintDialog</name>
    <message numerus="yes">
        <source>%n job(s) already have such a copy. The reason goes into the log.</source>
        <translation>
            <numerusform>%n job already has such a copy. The reason goes into the log.</numerusform>
            <numerusform>%n jobs already have such a copy. The reason goes into the log.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsTab</name>
    <message numerus="yes">
        <source>Show all %n unit(s)</source>
        <translation>
            <numerusform>Show all %n unit</numerusform>
            <numerusform>Show all %n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchedulePage</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n out</source>
        <translation>
            <numerusform>%n out</numerusform>
            <numerusform>%n out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoImportDialog</name>
    <message numerus="yes">
        <source>Remove %n customer(s)</source>
        <translation>
            <numerusform>Remove %n customer</numerusform>
            <numerusform>Remove %n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitBlocks</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkOrderPreview</name>
    <message numerus="yes">
        <source>%n copy(ies) to print</source>
        <translation>
            <numerusform>%n copy to print</numerusform>
            <numerusform>%n copies to print</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) sent to the printer.</source>
        <translation>
            <numerusform>%n copy sent to the printer.</numerusform>
            <numerusform>%n copies sent to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The printer gave up on %n copy(ies). See what came out.</source>
        <translation>
            <numerusform>The printer gave up on %n copy. See what came out.</numerusform>
            <numerusform>The printer gave up on %n copies. See what came out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkOrdersPage</name>
    <message numerus="yes">
        <source>Print %n copy(ies)</source>
        <translation>
            <numerusform>Print %n copy</numerusform>
            <numerusform>Print %n copies</numerusform>
        </translation>
    </message>
</context>
</TS>
