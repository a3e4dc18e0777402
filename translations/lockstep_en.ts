<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ChangeRows</name>
    <message numerus="yes">
        <source>%n column(s): %1</source>
        <translation>
            <numerusform>%n column: %1</numerusform>
            <numerusform>%n columns: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RatesText</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::app::DropController</name>
    <message numerus="yes">
        <source>These %n files cannot be opened together.</source>
        <translation>
            <numerusform>This %n file cannot be opened together with others.</numerusform>
            <numerusform>These %n files cannot be opened together.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::app::FileController</name>
    <message numerus="yes">
        <source>The project decides about %n rule(s) that Lockstep does not know here: %1.</source>
        <translation>
            <numerusform>The project decides about %n rule that Lockstep does not know here: %1.</numerusform>
            <numerusform>The project decides about %n rules that Lockstep does not know here: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::app::PageController</name>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s)</source>
        <translation>
            <numerusform>%n gate</numerusform>
            <numerusform>%n gates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::items::PlanModel</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ChangeDetail</name>
    <message numerus="yes">
        <source>%n place(s) differ</source>
        <translation>
            <numerusform>%n place differs</numerusform>
            <numerusform>%n places differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ChangesView</name>
    <message numerus="yes">
        <source>%n drop(s) not selected: the plan keeps them.</source>
        <translation>
            <numerusform>%n drop not selected: the plan keeps it.</numerusform>
            <numerusform>%n drops not selected: the plan keeps them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::CheckDetail</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::CheckPage</name>
    <message numerus="yes">
        <source>%n item(s) stop the run</source>
        <translation>
            <numerusform>%n item stops the run</numerusform>
            <numerusform>%n items stop the run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ComparePage</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) open</source>
        <translation>
            <numerusform>%n decision open</numerusform>
            <numerusform>%n decisions open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ConflictBar</name>
    <message numerus="yes">
        <source>%n more follow(s).</source>
        <translation>
            <numerusform>%n more follows.</numerusform>
            <numerusform>%n more follow.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::FindBar</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::FindingsList</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::FoundRun</name>
    <message numerus="yes">
        <source>The rollback of run %1 on this database is not finished: %n step(s) are still to be taken back.</source>
        <translation>
            <numerusform>The rollback of run %1 on this database is not finished: %n step is still to be taken back.</numerusform>
            <numerusform>The rollback of run %1 on this database is not finished: %n steps are still to be taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::HistoryView</name>
    <message numerus="yes">
        <source>The oldest %n event(s) stay in the journal and are not shown.</source>
        <translation>
            <numerusform>The oldest event stays in the journal and is not shown.</numerusform>
            <numerusform>The oldest %n events stay in the journal and are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Inspector</name>
    <message numerus="yes">
        <source>%n more transaction(s) stand before it.</source>
        <translation>
            <numerusform>%n more transaction stands before it.</numerusform>
            <numerusform>%n more transactions stand before it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::LintRulesDialog</name>
    <message numerus="yes">
        <source>%n rules are not as usual.</source>
        <translation>
            <numerusform>%n rule is not as usual.</numerusform>
            <numerusform>%n rules are not as usual.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanFindings</name>
    <message numerus="yes">
        <source>%n rule(s) are switched off in this project, and were not asked.</source>
        <translation>
            <numerusform>%n rule is switched off in this project, and was not asked.</numerusform>
            <numerusform>%n rules are switched off in this project, and were not asked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanPage</name>
    <message numerus="yes">
        <source>%n thing(s) beside the plan need a look.</source>
        <translation>
            <numerusform>%n thing beside the plan needs a look.</numerusform>
            <numerusform>%n things beside the plan need a look.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more stand(s) in the saved plan.</source>
        <translation>
            <numerusform>%n more stands in the saved plan.</numerusform>
            <numerusform>%n more stand in the saved plan.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ReviewPage</name>
    <message numerus="yes">
        <source>%n script(s) are not saved: %1.</source>
        <translation>
            <numerusform>%n script is not saved: %1.</numerusform>
            <numerusform>%n scripts are not saved: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ReviewSummary</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n statement</numerusform>
            <numerusform>%n statements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RulesPanel</name>
    <message numerus="yes">
        <source>%n difference(s) left aside by rules.</source>
        <translation>
            <numerusform>%n difference left aside by rules.</numerusform>
            <numerusform>%n differences left aside by rules.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunPage</name>
    <message numerus="yes">
        <source>Done, but %n row(s) were put aside and are as they were before.</source>
        <translation>
            <numerusform>Done, but %n row was put aside and is as it was before.</numerusform>
            <numerusform>Done, but %n rows were put aside and are as they were before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunSetup</name>
    <message numerus="yes">
        <source>%n step(s). %1.</source>
        <translation>
            <numerusform>%n step. %1.</numerusform>
            <numerusform>%n steps. %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
