<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>ActivityInWords</name>
        <message numerus="yes">
            <source>%n event(s)</source>
            <translation>
                <numerusform>%n event</numerusform>
                <numerusform>%n events</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::ActivityInspector</name>
        <message numerus="yes">
            <source>%n event(s)</source>
            <translation>
                <numerusform>%n event</numerusform>
                <numerusform>%n events</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CanvasCommands</name>
        <message numerus="yes">
            <source>Focus: what is within %n step(s) of the selection</source>
            <translation>
                <numerusform>Focus: what is within %n step of the selection</numerusform>
                <numerusform>Focus: what is within %n steps of the selection</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CodingEdits</name>
        <message numerus="yes">
            <source>Code %n item(s)</source>
            <translation>
                <numerusform>Code %n item</numerusform>
                <numerusform>Code %n items</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EventEdits</name>
        <message numerus="yes">
            <source>Move %n event(s)</source>
            <translation>
                <numerusform>Move %n event</numerusform>
                <numerusform>Move %n events</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Use the recorded time of %n event(s)</source>
            <translation>
                <numerusform>Use the recorded time of %n event</numerusform>
                <numerusform>Use the recorded time of %n events</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Change the kind of %n event(s)</source>
            <translation>
                <numerusform>Change the kind of %n event</numerusform>
                <numerusform>Change the kind of %n events</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Put %n event(s) in another lane</source>
            <translation>
                <numerusform>Put %n event in another lane</numerusform>
                <numerusform>Put %n events in another lane</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Star %n event(s)</source>
            <translation>
                <numerusform>Star %n event</numerusform>
                <numerusform>Star %n events</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take the star from %n event(s)</source>
            <translation>
                <numerusform>Take the star from %n event</numerusform>
                <numerusform>Take the star from %n events</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Remove %n event(s)</source>
            <translation>
                <numerusform>Remove %n event</numerusform>
                <numerusform>Remove %n events</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FactorEdits</name>
        <message numerus="yes">
            <source>Move %n factors</source>
            <translation>
                <numerusform>Move %n factor</numerusform>
                <numerusform>Move %n factors</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Remove %n factors</source>
            <translation>
                <numerusform>Remove %n factor</numerusform>
                <numerusform>Remove %n factors</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Remove %n influences</source>
            <translation>
                <numerusform>Remove %n influence</numerusform>
                <numerusform>Remove %n influences</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Link %n pieces of evidence</source>
            <translation>
                <numerusform>Link %n piece of evidence</numerusform>
                <numerusform>Link %n pieces of evidence</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>KeptSource</name>
        <message numerus="yes">
            <source> … and %n more character(s)</source>
            <translation>
                <numerusform> … and %n more character</numerusform>
                <numerusform> … and %n more characters</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PressureEdits</name>
        <message numerus="yes">
            <source>Remove %n pressure(s)</source>
            <translation>
                <numerusform>Remove %n pressure</numerusform>
                <numerusform>Remove %n pressures</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RecurrenceSentences</name>
        <message numerus="yes">
            <source>before the incident in %n</source>
            <translation>
                <numerusform>before the incident in %n</numerusform>
                <numerusform>before the incident in %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>during it in %n</source>
            <translation>
                <numerusform>during it in %n</numerusform>
                <numerusform>during it in %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>after it in %n</source>
            <translation>
                <numerusform>after it in %n</numerusform>
                <numerusform>after it in %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>hindered in %n</source>
            <translation>
                <numerusform>hindered in %n</numerusform>
                <numerusform>hindered in %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>helped in %n</source>
            <translation>
                <numerusform>helped in %n</numerusform>
                <numerusform>helped in %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Seen in %1 of %n reviews (%2, interval %3–%4 %).</source>
            <translation>
                <numerusform>Seen in %1 of %n review (%2, interval %3–%4 %).</numerusform>
                <numerusform>Seen in %1 of %n reviews (%2, interval %3–%4 %).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 and %2 met in %n reviews</source>
            <translation>
                <numerusform>%1 and %2 met in %n review</numerusform>
                <numerusform>%1 and %2 met in %n reviews</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Too little to compare with chance in %n reviews.</source>
            <translation>
                <numerusform>Too little to compare with chance in %n review.</numerusform>
                <numerusform>Too little to compare with chance in %n reviews.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not distinguishable from chance with %n reviews.</source>
            <translation>
                <numerusform>Not distinguishable from chance with %n review.</numerusform>
                <numerusform>Not distinguishable from chance with %n reviews.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>These are shares of %n reviews that somebody chose to write, not of all incidents.</source>
            <translation>
                <numerusform>This is %n review that somebody chose to write, not a share of all incidents.</numerusform>
                <numerusform>These are shares of %n reviews that somebody chose to write, not of all incidents.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n undated reviews are left out of this period.</source>
            <translation>
                <numerusform>%n undated review is left out of this period.</numerusform>
                <numerusform>%n undated reviews are left out of this period.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::CastPage</name>
        <message numerus="yes">
            <source>%n in the cast</source>
            <translation>
                <numerusform>%n in the cast</numerusform>
                <numerusform>%n in the cast</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::EventsInspector</name>
        <message numerus="yes">
            <source>%n event(s)</source>
            <translation>
                <numerusform>%n event</numerusform>
                <numerusform>%n events</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n undated</source>
            <translation>
                <numerusform>%n undated</numerusform>
                <numerusform>%n undated</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::EvidencePage</name>
        <message numerus="yes">
            <source>%1 events from %n source(s)</source>
            <translation>
                <numerusform>%1 events from %n source</numerusform>
                <numerusform>%1 events from %n sources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) imported</source>
            <translation>
                <numerusform>%n event imported</numerusform>
                <numerusform>%n events imported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Import %n files</source>
            <translation>
                <numerusform>Import %n file</numerusform>
                <numerusform>Import %n files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::ImportAssistant</name>
        <message numerus="yes">
            <source>%n s left</source>
            <translation>
                <numerusform>%n s left</numerusform>
                <numerusform>%n s left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) were not imported</source>
            <translation>
                <numerusform>%n file was not imported</numerusform>
                <numerusform>%n files were not imported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Import %n files</source>
            <translation>
                <numerusform>Import %n file</numerusform>
                <numerusform>Import %n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) imported</source>
            <translation>
                <numerusform>%n file imported</numerusform>
                <numerusform>%n files imported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without a time</source>
            <translation>
                <numerusform>%n without a time</numerusform>
                <numerusform>%n without a time</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>zone assumed for %n file(s)</source>
            <translation>
                <numerusform>zone assumed for %n file</numerusform>
                <numerusform>zone assumed for %n files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::ImportReportPanel</name>
        <message numerus="yes">
            <source>%n remark(s) of the reader</source>
            <translation>
                <numerusform>%n remark of the reader</numerusform>
                <numerusform>%n remarks of the reader</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::InspectorPanel</name>
        <message numerus="yes">
            <source>event(s)</source>
            <translation>
                <numerusform>event</numerusform>
                <numerusform>events</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>source(s)</source>
            <translation>
                <numerusform>source</numerusform>
                <numerusform>sources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>people</source>
            <translation>
                <numerusform>people</numerusform>
                <numerusform>people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>factor(s)</source>
            <translation>
                <numerusform>factor</numerusform>
                <numerusform>factors</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>pressure(s)</source>
            <translation>
                <numerusform>pressure</numerusform>
                <numerusform>pressures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>moment(s)</source>
            <translation>
                <numerusform>moment</numerusform>
                <numerusform>moments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>open question(s)</source>
            <translation>
                <numerusform>open question</numerusform>
                <numerusform>open questions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::MainWindow</name>
        <message numerus="yes">
            <source>%n unsupported claim(s)</source>
            <translation>
                <numerusform>%n unsupported claim</numerusform>
                <numerusform>%n unsupported claims</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n undated</source>
            <translation>
                <numerusform>%n undated</numerusform>
                <numerusform>%n undated</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>time assumed for %n source(s)</source>
            <translation>
                <numerusform>time assumed for %n source</numerusform>
                <numerusform>time assumed for %n sources</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::NewReviewPanel</name>
        <message numerus="yes">
            <source>%n answer(s) of yes suggest: %1.</source>
            <translation>
                <numerusform>%n answer of yes suggests: %1.</numerusform>
                <numerusform>%n answers of yes suggest: %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::OverviewPage</name>
        <message numerus="yes">
            <source>%n moment(s)</source>
            <translation>
                <numerusform>%n moment</numerusform>
                <numerusform>%n moments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n account(s)</source>
            <translation>
                <numerusform>%n account</numerusform>
                <numerusform>%n accounts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n difference(s)</source>
            <translation>
                <numerusform>%n difference</numerusform>
                <numerusform>%n differences</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n source(s) with an assumed time</source>
            <translation>
                <numerusform>%n source with an assumed time</numerusform>
                <numerusform>%n sources with an assumed time</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n source(s) with skipped records</source>
            <translation>
                <numerusform>%n source with skipped records</numerusform>
                <numerusform>%n sources with skipped records</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n undated event(s)</source>
            <translation>
                <numerusform>%n undated event</numerusform>
                <numerusform>%n undated events</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n factor(s) without evidence</source>
            <translation>
                <numerusform>%n factor without evidence</numerusform>
                <numerusform>%n factors without evidence</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n factor(s) not connected yet</source>
            <translation>
                <numerusform>%n factor not connected yet</numerusform>
                <numerusform>%n factors not connected yet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pressure(s) without a code</source>
            <translation>
                <numerusform>%n pressure without a code</numerusform>
                <numerusform>%n pressures without a code</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n claim(s) without evidence</source>
            <translation>
                <numerusform>%n claim without evidence</numerusform>
                <numerusform>%n claims without evidence</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n section(s) still empty</source>
            <translation>
                <numerusform>%n section still empty</numerusform>
                <numerusform>%n sections still empty</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n action(s) not linked to a factor</source>
            <translation>
                <numerusform>%n action not linked to a factor</numerusform>
                <numerusform>%n actions not linked to a factor</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::PressuresView</name>
        <message numerus="yes">
            <source>Show %n reviews</source>
            <translation>
                <numerusform>Show %n review</numerusform>
                <numerusform>Show %n reviews</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::ReviewPressuresPage</name>
        <message numerus="yes">
            <source>%n named so far</source>
            <translation>
                <numerusform>%n named so far</numerusform>
                <numerusform>%n named so far</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::ReviewPreview</name>
        <message numerus="yes">
            <source>%1 · %n event(s)</source>
            <translation>
                <numerusform>%1 · %n event</numerusform>
                <numerusform>%1 · %n events</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n factor(s)</source>
            <translation>
                <numerusform>%n factor</numerusform>
                <numerusform>%n factors</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open question(s)</source>
            <translation>
                <numerusform>%n open question</numerusform>
                <numerusform>%n open questions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::ReviewWorkspace</name>
        <message numerus="yes">
            <source>%n event(s) taken as evidence</source>
            <translation>
                <numerusform>%n event taken as evidence</numerusform>
                <numerusform>%n events taken as evidence</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) added to "%1"</source>
            <translation>
                <numerusform>%n event added to "%1"</numerusform>
                <numerusform>%n events added to "%1"</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::SearchPage</name>
        <message numerus="yes">
            <source>%n place(s)</source>
            <translation>
                <numerusform>%n place</numerusform>
                <numerusform>%n places</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::SourceListModel</name>
        <message numerus="yes">
            <source>%n event(s)</source>
            <translation>
                <numerusform>%n event</numerusform>
                <numerusform>%n events</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::TimelineFilterBar</name>
        <message numerus="yes">
            <source>%n event(s) need a time</source>
            <translation>
                <numerusform>%n event needs a time</numerusform>
                <numerusform>%n events need a time</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s)</source>
            <translation>
                <numerusform>%n event</numerusform>
                <numerusform>%n events</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::TimelineTracks</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) close together. Double-click to look closer.</source>
            <translation>
                <numerusform>%n event here. Double-click to look closer.</numerusform>
                <numerusform>%n events close together. Double-click to look closer.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s)</source>
            <translation>
                <numerusform>%n event</numerusform>
                <numerusform>%n events</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::TimelineView</name>
        <message numerus="yes">
            <source>%n event(s) need a time</source>
            <translation>
                <numerusform>%n event needs a time</numerusform>
                <numerusform>%n events need a time</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) selected</source>
            <translation>
                <numerusform>%n event selected</numerusform>
                <numerusform>%n events selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s)</source>
            <translation>
                <numerusform>%n event</numerusform>
                <numerusform>%n events</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) outside this view.</source>
            <translation>
                <numerusform>%n event outside this view.</numerusform>
                <numerusform>%n events outside this view.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::UndatedTray</name>
        <message numerus="yes">
            <source>%n event(s) need a time. Drag them onto the line, or say when it was.</source>
            <translation>
                <numerusform>%n event needs a time. Drag it onto the line, or say when it was.</numerusform>
                <numerusform>%n events need a time. Drag them onto the line, or say when it was.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s)</source>
            <translation>
                <numerusform>%n event</numerusform>
                <numerusform>%n events</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message numerus="yes">
            <source>%n moment(s)</source>
            <translation>
                <numerusform>%n moment</numerusform>
                <numerusform>%n moments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s)</source>
            <translation>
                <numerusform>%n event</numerusform>
                <numerusform>%n events</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Cli</name>
        <message numerus="yes">
            <source>Removed from %n place(s)</source>
            <translation>
                <numerusform>Removed from %n place</numerusform>
                <numerusform>Removed from %n places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Applied to %n place(s)</source>
            <translation>
                <numerusform>Applied to %n place</numerusform>
                <numerusform>Applied to %n places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n code(s) written</source>
            <translation>
                <numerusform>%n code written</numerusform>
                <numerusform>%n codes written</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s)</source>
            <translation>
                <numerusform>%n event</numerusform>
                <numerusform>%n events</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n skipped</source>
            <translation>
                <numerusform>%n skipped</numerusform>
                <numerusform>%n skipped</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n there already</source>
            <translation>
                <numerusform>%n there already</numerusform>
                <numerusform>%n there already</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without a time</source>
            <translation>
                <numerusform>%n without a time</numerusform>
                <numerusform>%n without a time</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n author(s)</source>
            <translation>
                <numerusform>%n author</numerusform>
                <numerusform>%n authors</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>  and %n more</source>
            <translation>
                <numerusform>  and %n more</numerusform>
                <numerusform>  and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %n page(s)</source>
            <translation>
                <numerusform>%1, %n page</numerusform>
                <numerusform>%1, %n pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Nothing found in the library and %n review(s)</source>
            <translation>
                <numerusform>Nothing found in the library and %n review</numerusform>
                <numerusform>Nothing found in the library and %n reviews</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Checks</name>
        <message numerus="yes">
            <source>and %n more of this source</source>
            <translation>
                <numerusform>and one more of this source</numerusform>
                <numerusform>and %n more of this source</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) of your own have no time</source>
            <translation>
                <numerusform>%n event of your own has no time</numerusform>
                <numerusform>%n events of your own have no time</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) of this source have no time</source>
            <translation>
                <numerusform>%n event of this source has no time</numerusform>
                <numerusform>%n events of this source have no time</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>; others have %n event(s) meanwhile</source>
            <translation>
                <numerusform>; others have %n event meanwhile</numerusform>
                <numerusform>; others have %n events meanwhile</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>; other lanes have %n event(s) meanwhile</source>
            <translation>
                <numerusform>; other lanes have %n event meanwhile</numerusform>
                <numerusform>; other lanes have %n events meanwhile</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n date(s) would lie with the rest if the day were read as the month</source>
            <translation>
                <numerusform>%n date would lie with the rest if the day were read as the month</numerusform>
                <numerusform>%n dates would lie with the rest if the days were read as months</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) lie outside the incident</source>
            <translation>
                <numerusform>%n event lies outside the incident</numerusform>
                <numerusform>%n events lie outside the incident</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::ReviewCheck</name>
        <message numerus="yes">
            <source>%n time(s) stand against the order of the file, the first one here</source>
            <translation>
                <numerusform>%n time stands against the order of the file, this one</numerusform>
                <numerusform>%n times stand against the order of the file, the first one here</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) have no time, the first one here</source>
            <translation>
                <numerusform>%n event has no time, this one</numerusform>
                <numerusform>%n events have no time, the first one here</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) are later than the import, the first one here</source>
            <translation>
                <numerusform>%n event is later than the import, this one</numerusform>
                <numerusform>%n events are later than the import, the first one here</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) stand twice in their lane, the first one here</source>
            <translation>
                <numerusform>%n event stands twice in its lane, this one</numerusform>
                <numerusform>%n events stand twice in their lane, the first one here</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) may be the same as another, the first one here</source>
            <translation>
                <numerusform>%n event may be the same as another, this one</numerusform>
                <numerusform>%n events may be the same as others, the first one here</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n remark(s) from the import, the first: %1</source>
            <translation>
                <numerusform>%n remark from the import: %1</numerusform>
                <numerusform>%n remarks from the import, the first: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) of the analyst's own have no time</source>
            <translation>
                <numerusform>%n event of the analyst's own has no time</numerusform>
                <numerusform>%n events of the analyst's own have no time</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) of the analyst's own lie in the future</source>
            <translation>
                <numerusform>%n event of the analyst's own lies in the future</numerusform>
                <numerusform>%n events of the analyst's own lie in the future</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PressureFigure</name>
        <message numerus="yes">
            <source>%n more codes are not drawn.</source>
            <translation>
                <numerusform>%n more code is not drawn.</numerusform>
                <numerusform>%n more codes are not drawn.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::ClockPanel</name>
        <message numerus="yes">
            <source>Moving %n event(s)…</source>
            <translation>
                <numerusform>Moving %n event…</numerusform>
                <numerusform>Moving %n events…</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::ImportDetails</name>
        <message numerus="yes">
            <source>Use for all %n files that lack the same</source>
            <translation>
                <numerusform>Use for the %n other file that lacks the same</numerusform>
                <numerusform>Use for all %n files that lack the same</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n files are chosen, an answer goes to all of them.</source>
            <translation>
                <numerusform>%n file is chosen.</numerusform>
                <numerusform>%n files are chosen, an answer goes to all of them.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::LanePlan</name>
        <message numerus="yes">
            <source>%n lane(s)</source>
            <translation>
                <numerusform>%n lane</numerusform>
                <numerusform>%n lanes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Retiming</name>
        <message numerus="yes">
            <source>%n get(s) a time</source>
            <translation>
                <numerusform>%n gets a time</numerusform>
                <numerusform>%n get a time</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n become(s) undated</source>
            <translation>
                <numerusform>%n becomes undated</numerusform>
                <numerusform>%n become undated</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n fall(s) into a gap of the clocks</source>
            <translation>
                <numerusform>%n falls into a gap of the clocks</numerusform>
                <numerusform>%n fall into a gap of the clocks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n may mean two instants, the first is taken</source>
            <translation>
                <numerusform>%n may mean two instants, the first is taken</numerusform>
                <numerusform>%n may mean two instants, the first is taken</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n stay(s) where you stated</source>
            <translation>
                <numerusform>%n stays where you stated</numerusform>
                <numerusform>%n stay where you stated</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::DraftBar</name>
        <message numerus="yes">
            <source>%n draft(s) made</source>
            <translation>
                <numerusform>%n draft made</numerusform>
                <numerusform>%n drafts made</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n there already</source>
            <translation>
                <numerusform>%n there already</numerusform>
                <numerusform>%n there already</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n could not be read</source>
            <translation>
                <numerusform>%n could not be read</numerusform>
                <numerusform>%n could not be read</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::SamePairsPanel</name>
        <message numerus="yes">
            <source>%n to look at</source>
            <translation>
                <numerusform>%n to look at</numerusform>
                <numerusform>%n to look at</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::LaneHeaders</name>
        <message numerus="yes">
            <source>%n curve(s)</source>
            <translation>
                <numerusform>%n curve</numerusform>
                <numerusform>%n curves</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>group of %n lane(s)</source>
            <translation>
                <numerusform>group of %n lane</numerusform>
                <numerusform>group of %n lanes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>KnownEdits</name>
        <message numerus="yes">
            <source>State who knew of %n event(s)</source>
            <translation>
                <numerusform>State who knew of %n event</numerusform>
                <numerusform>State who knew of %n events</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::KnownPanel</name>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::TimelineCurtain</name>
        <message numerus="yes">
            <source>%n happened that nobody is known to have seen</source>
            <translation>
                <numerusform>%n happened that nobody is known to have seen</numerusform>
                <numerusform>%n happened that nobody is known to have seen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Moments</name>
        <message numerus="yes">
            <source>%n account(s)</source>
            <translation>
                <numerusform>%n account</numerusform>
                <numerusform>%n accounts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n difference(s)</source>
            <translation>
                <numerusform>%n difference</numerusform>
                <numerusform>%n differences</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::MomentSide</name>
        <message numerus="yes">
            <source>%n more, not listed or taken out with their source</source>
            <translation>
                <numerusform>%n more, not listed or taken out with its source</numerusform>
                <numerusform>%n more, not listed or taken out with their source</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::MomentsStrip</name>
        <message numerus="yes">
            <source>Moments, %n undated</source>
            <translation>
                <numerusform>Moments, %n undated</numerusform>
                <numerusform>Moments, %n undated</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Moments on the line: %n</source>
            <translation>
                <numerusform>Moments on the line: %n</numerusform>
                <numerusform>Moments on the line: %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n moment(s)</source>
            <translation>
                <numerusform>%n moment</numerusform>
                <numerusform>%n moments</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::TimelineSearch</name>
        <message numerus="yes">
            <source>%n hit(s)</source>
            <translation>
                <numerusform>%n hit</numerusform>
                <numerusform>%n hits</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not shown</source>
            <translation>
                <numerusform>%n not shown</numerusform>
                <numerusform>%n not shown</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TracksAccessible</name>
        <message numerus="yes">
            <source>%n event(s)</source>
            <translation>
                <numerusform>%n event</numerusform>
                <numerusform>%n events</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in view</source>
            <translation>
                <numerusform>%n in view</numerusform>
                <numerusform>%n in view</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HeadersAccessible</name>
        <message numerus="yes">
            <source>%n event(s)</source>
            <translation>
                <numerusform>%n event</numerusform>
                <numerusform>%n events</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EventInWords</name>
        <message numerus="yes">
            <source>%n evidence</source>
            <translation>
                <numerusform>%n evidence</numerusform>
                <numerusform>%n evidence</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::TimelineAnnouncer</name>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>%n selected</numerusform>
                <numerusform>%n selected</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::TriagePage</name>
        <message numerus="yes">
            <source>, about %n a minute</source>
            <translation>
                <numerusform>, about %n a minute</numerusform>
                <numerusform>, about %n a minute</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecondStory::Ui::TriageCard</name>
        <message numerus="yes">
            <source>evidence of %n thing(s)</source>
            <translation>
                <numerusform>evidence of %n thing</numerusform>
                <numerusform>evidence of %n things</numerusform>
            </translation>
        </message>
    </context>
</TS>
