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
    <name>CopyRegister</name>
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
    <name>DecideStep</name>
    <message numerus="yes">
        <source>%n customer(s) chosen to be destroyed. Nothing has been destroyed yet.</source>
        <translation>
            <numerusform>%n customer chosen to be destroyed. Nothing has been destroyed yet.</numerusform>
            <numerusform>%n customers chosen to be destroyed. Nothing has been destroyed yet.</numerusform>
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
        <source>Destroy %n customer(s)…</source>
        <translation>
            <numerusform>Destroy %n customer…</numerusform>
            <numerusform>Destroy %n customers…</numerusform>
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
    <name>PapersStep</name>
    <message numerus="yes">
        <source>%n copy(s) still to be shredded before you can propose.</source>
        <translation>
            <numerusform>%n copy still to be shredded before you can propose.</numerusform>
            <numerusform>%n copies still to be shredded before you can propose.</numerusform>
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
    <message numerus="yes">
        <source>Register returns (%n more)</source>
        <translation>
            <numerusform>Register returns (%n more)</numerusform>
            <numerusform>Register returns (%n more)</numerusform>
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
