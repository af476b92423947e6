// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/reportbuilder.h"

#include "domain/eventtable.h"
#include "support/reportfixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Reporting;
using namespace SecondStory::Testing;

namespace {

QString dump(const Runs &runs)
{
    QString text;
    for (const Run &run : runs) {
        static constexpr std::array marks{ u"", u"*", u"/", u"~", u"-", u"+" };
        const QString mark = QString::fromUtf16(marks.at(static_cast<size_t>(run.style)));
        text += mark + run.text + mark;
        if (run.note > 0)
            text += u"^%1"_s.arg(run.note);
    }
    return text;
}

/// One line a block, for reading and comparing.
QString dump(const Report &report)
{
    QStringList lines;
    const auto facts = [&](const TitleBlock &title) {
        lines.append(u"TITLE "_s + title.kind + u" | "_s + title.title);
        for (const Fact &fact : title.facts)
            lines.append(u"  "_s + fact.label + u": "_s + dump(fact.value)
                         + (fact.isMissing ? u" (missing)"_s : QString()));
    };
    const auto table = [&](const TableBlock &block) {
        QStringList cells;
        for (const TableColumn &column : block.columns)
            cells.append(column.header);
        lines.append(u"TABLE "_s + cells.join(u" | "_s));
        for (const TableRow &row : block.rows) {
            cells.clear();
            for (const Runs &cell : row)
                cells.append(dump(cell));
            lines.append(u"  "_s + cells.join(u" | "_s));
        }
        if (!block.caption.isEmpty())
            lines.append(u"  = "_s + block.caption);
    };
    for (const Block &block : report.blocks) {
        std::visit(
            Overloaded{ facts, table,
                        [&](const HeadingBlock &b) {
                            lines.append(QString(b.level, u'#') + u' ' + b.text);
                        },
                        [&](const ParagraphBlock &b) {
                            lines.append(u"P%1 "_s.arg(int(b.role)) + dump(b.runs));
                        },
                        [&](const ListBlock &b) {
                            for (const Runs &item : b.items)
                                lines.append(u"- "_s + dump(item));
                        },
                        [&](const QuoteBlock &b) {
                            lines.append(u"QUOTE "_s + b.text + u" // "_s + dump(b.attribution));
                        },
                        [&](const FigureBlock &b) { lines.append(u"FIGURE "_s + b.caption); },
                        [&](const NoteBlock &b) {
                            lines.append(u"NOTE %1 "_s.arg(b.number) + dump(b.runs));
                        },
                        [&](const PageBreakBlock &) { lines.append(u"PAGE"_s); } },
            block);
    }
    for (const QString &warning : report.warnings)
        lines.append(u"! "_s + warning);
    return lines.join(u'\n') + u'\n';
}

} // namespace

class ReportBuilderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBlocksAreAsAgreed()
    {
        const ReportFixture fixture;
        QCOMPARE_EQ(
            differenceFromGolden(u"report.blocks"_s,
                                 dump(buildReport(fixture.input, fixture.options)).toUtf8()),
            QString());
    }

    void noNameOfAPersonGetsOut()
    {
        const ReportFixture fixture;
        const QString text = dump(buildReport(fixture.input, fixture.options));
        for (const QString &name : { u"Mireille"_s, u"Kastner"_s, u"Tobias"_s, u"tobias.l"_s,
                                     u"Lindqvist"_s, u"Quentin"_s })
            QVERIFY2(!text.contains(name, Qt::CaseInsensitive), qPrintable(name));
    }

    void anUndatedEventNeverGetsATime()
    {
        ReportFixture fixture;
        for (int i = 0; i < 20; ++i)
            fixture.addEvent(u"undated %1"_s.arg(i), QString(), u"something without a time"_s);
        const QString text = dump(buildReport(fixture.input, fixture.options));
        const qsizetype start = text.indexOf(u"## Undated events"_s);
        QVERIFY(start > text.indexOf(u"# Events in time order"_s));
        QVERIFY(
            !text.mid(start).contains(QRegularExpression(u"\\d\\d:\\d\\d|\\d{4}-\\d\\d|1970"_s)));
        QCOMPARE_EQ(text.mid(start).count(u"something without a time"_s), 20);
    }

    void eventsAreListedInTimeOrder()
    {
        ReportFixture fixture;
        std::reverse(fixture.input.events.begin(), fixture.input.events.end());
        const QString text = dump(buildReport(fixture.input, fixture.options))
                                 .section(u"# Events in time order"_s, 1);
        QStringList times;
        auto matches = QRegularExpression(u"^  (?:about |between )?(2026-[\\d-]+ [\\d:]+)"_s,
                                          QRegularExpression::MultilineOption)
                           .globalMatch(text);
        while (matches.hasNext())
            times.append(matches.next().captured(1));
        QCOMPARE_EQ(times.size(), 6);
        QVERIFY(std::is_sorted(times.cbegin(), times.cend()));
    }

    void aCapIsSaidAndNeverDropsWhatIsCited()
    {
        ReportFixture fixture;
        fixture.options.timelineRows = 6;
        for (int i = 0; i < 50; ++i)
            fixture.addEvent(u"filler %1"_s.arg(i), u"2026-03-12T12:%1:00Z"_s.arg(i + 10),
                             u"filler"_s);
        const QString text = dump(buildReport(fixture.input, fixture.options))
                                 .section(u"# Events in time order"_s, 1);
        QVERIFY(text.contains(u"Lists 6 of 204 events"_s));
        QVERIFY(!text.contains(u"filler"_s));
        QVERIFY(text.contains(u"Roll back to 0.9"_s));
    }

    void aLinkToAnEventNoLongerThereIsSaid()
    {
        ReportFixture fixture;
        fixture.input.contents.sections.first().body =
            u"so [[event:%1|this]] happened"_s.arg(EventId::create().toString());
        QVERIFY(dump(buildReport(fixture.input, fixture.options))
                    .contains(u"this (event not in this review)"_s));
    }

    void whatCannotBeIsNotComputed()
    {
        ReportFixture fixture;
        fixture.input.contents.review.frame.detected = at(u"2026-03-12T12:00:00Z"_s);
        QVERIFY(dump(buildReport(fixture.input, fixture.options))
                    .contains(u"until detected not stated (recorded before it began)"_s));
    }

    void thePointsOfTheFrameNameTheirEvidence()
    {
        ReportFixture fixture;
        ReviewContents &contents = fixture.input.contents;
        EvidenceLink link;
        link.id = EvidenceLinkId::create();
        link.target = frameTarget(contents.review.id, FramePoint::Began);
        link.eventId = ReportFixture::event(u"found"_s);
        contents.evidenceLinks << link;
        const QString text = dump(buildReport(fixture.input, fixture.options));
        QVERIFY2(text.contains(u"Began: Thu 12 Mar 2026, 14:02^1"_s), qPrintable(text.left(800)));
    }

    void aStatedDurationStandsBesideTheComputedOne()
    {
        ReportFixture fixture;
        ReviewContents &contents = fixture.input.contents;
        QVERIFY(!dump(buildReport(fixture.input, fixture.options)).contains(u"Stated duration"_s));
        StatedDuration stated;
        stated.id = StatedDurationId::create();
        stated.words = u"about 45 minutes"_s;
        stated.lengthUs = 45LL * 60 * 1'000'000;
        stated.eventId = ReportFixture::event(u"call"_s);
        contents.statedDurations << stated;
        QVERIFY(citedEvents(contents).contains(stated.eventId));
        const QString text = dump(buildReport(fixture.input, fixture.options));
        QVERIFY2(text.contains(u"Stated duration: From began to resolved: stated “about 45 "
                               u"minutes”; the frame comes to 2 h 15 min, which differs"_s),
                 qPrintable(text.left(1'200)));
    }

    void anEmptyReviewStillHasItsTitle()
    {
        const Report report = buildReport({}, {});
        QCOMPARE_EQ(report.blocks.size(), 1);
        QVERIFY(dump(report).contains(u"Began: ~not recorded~ (missing)"_s));
    }

    void headingsOfNothingAreDropped()
    {
        const ReportFixture fixture;
        Report report = buildReport(fixture.input, fixture.options);
        dropEmptyFigures(report, NoFigures());
        const QString text = dump(report);
        QVERIFY(!text.contains(u"FIGURE"_s));
        QVERIFY(!text.contains(u"# Timeline\n"_s));
        QVERIFY(text.contains(u"# Contributing factors"_s));
    }

    void citedEventsAreChosenWhateverTheCap()
    {
        EventTable table;
        for (int i = 0; i < 100; ++i)
            table.insert({ .seq = i + 1,
                           .start = i,
                           .end = i,
                           .kind = i == 50 ? EventKind::Decision : EventKind::Message },
                         true);
        table.insert({ .seq = 200 }, false);
        const EventSelection selection = selectEvents(table, { 90, 91, 92 }, 4);
        QCOMPARE_EQ(selection.seqs, QList<qint64>({ 90, 91, 92, 51, 200 }));
        QCOMPARE_EQ(selection.datedTotal, 100);
        QCOMPARE_EQ(selection.undatedTotal, 1);
        QCOMPARE_EQ(selectEvents(table, { 90, 91, 92 }, 2).seqs.first(3),
                    QList<qint64>({ 90, 91, 92 }));
    }

    void everythingTheTextRestsOnIsCited()
    {
        const ReportFixture fixture;
        const QSet<EventId> cited = citedEvents(fixture.input.contents);
        QVERIFY(cited.contains(ReportFixture::event(u"rollback"_s))); // a link
        QVERIFY(cited.contains(ReportFixture::event(u"found"_s))); // evidence of a factor
        QVERIFY(!cited.contains(ReportFixture::event(u"call"_s)));
    }
};

QTEST_GUILESS_MAIN(ReportBuilderTest)
#include "tst_reportbuilder.moc"
