// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/consistency.h"

#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Analysis;
using namespace Qt::StringLiterals;

/// An entry as a source states it: minutes from the beginning, and how it is written.
struct Entry {
    std::optional<double> minute;
    QString title = u"entry"_s;
    QString text;
    bool isAbout = false;
    EventKind kind = EventKind::Statement;
};

class ConsistencyTest : public QObject {
    Q_OBJECT

    static constexpr qint64 kMinute = 60'000'000;
    static constexpr double kDay = 24 * 60;
    /// 2026-03-12T14:00:00Z
    static TimePoint minute(double m)
    {
        return { 1'773'324'000'000'000 + static_cast<qint64>(m * kMinute) };
    }

    struct Evidence {
        CheckContext context{ ZoneClock(u"UTC"_s), minute(60 * kDay), {}, {}, {} };
        QList<std::pair<SourceId, QList<Entry>>> sources;
        TimeBasis basis = TimeBasis::ZoneAssumed;
        ClockReference reference = ClockReference::Wall;
        LaneId lane = LaneId::create();
        QHash<qint64, EventId> ids;

        SourceId add(const QList<Entry> &entries)
        {
            sources << std::pair{ SourceId::create(), entries };
            return sources.last().first;
        }
        QList<CheckFinding> check()
        {
            ConsistencyCheck check(context);
            qint64 seq = 0;
            int number = 0;
            for (const auto &[source, entries] : sources) {
                for (const Entry &entry : entries) {
                    Event event;
                    event.id = EventId::create();
                    event.sourceId = source;
                    event.laneId = lane;
                    event.kind = entry.kind;
                    event.title =
                        entry.title == u"entry" ? u"entry %1"_s.arg(++number) : entry.title;
                    event.recorded.text = entry.text;
                    event.recorded.approximate = entry.isAbout;
                    event.recorded.reference = reference;
                    event.recorded.basis = entry.minute ? basis : TimeBasis::None;
                    if (entry.minute)
                        event.recorded.start = minute(*entry.minute);
                    ids.insert(++seq, event.id);
                    check.take(event, seq);
                }
                // What comes first is recorded with its offset, the others without.
            }
            return check.finish();
        }
    };

    static QList<Entry> at(const QList<double> &minutes)
    {
        QList<Entry> entries;
        for (const double m : minutes)
            entries << Entry{ m };
        return entries;
    }

    static QStringList kinds(const QList<CheckFinding> &findings)
    {
        QStringList kinds;
        for (const CheckFinding &finding : findings)
            kinds << toString(finding.kind);
        return kinds;
    }

private slots:
    void theOrderOfASourceIsHeldAgainstItself_data()
    {
        QTest::addColumn<QList<double>>("minutes");
        QTest::addColumn<QList<qint64>>("told");
        QTest::addRow("in order") << QList<double>{ 1, 2, 2, 5 } << QList<qint64>{};
        QTest::addRow("newest first") << QList<double>{ 9, 7, 3, 3, 1 } << QList<qint64>{};
        QTest::addRow("one goes back") << QList<double>{ 1, 2, 70, 3, 4 } << QList<qint64>{ 4 };
        QTest::addRow("newest first but one")
            << QList<double>{ 90, 70, 30, 80, 20, 10 } << QList<qint64>{ 4 };
        QTest::addRow("two go back")
            << QList<double>{ 1, 5, 2, 8, 3, 9, 10 } << QList<qint64>{ 3, 5 };
    }

    void theOrderOfASourceIsHeldAgainstItself()
    {
        QFETCH(const QList<double>, minutes);
        QFETCH(const QList<qint64>, told);
        Evidence evidence;
        evidence.add(at(minutes));
        QList<qint64> found;
        for (const CheckFinding &finding : evidence.check()) {
            QCOMPARE(finding.kind, CheckKind::OutOfOrder);
            QVERIFY(!finding.rule.isEmpty() && !finding.what.isEmpty());
            found += finding.seqs;
        }
        QCOMPARE(found, told);
    }

    void aRecordThatSaysAboutMayStandOutOfPlace()
    {
        Evidence evidence;
        QList<Entry> entries = at({ 1, 2, 3, 4 });
        entries[2].minute = 1;
        entries[2].isAbout = true;
        evidence.add(entries);
        QCOMPARE(kinds(evidence.check()), QStringList());
    }

    void manyOfOneKindAreListedAndThenCounted()
    {
        Evidence evidence;
        QList<double> minutes;
        for (int i = 0; i < 250; ++i)
            minutes << i * 2 << i * 2 + 1 << i * 2 - 0.5;
        evidence.add(at(minutes));
        const auto found = evidence.check();
        QCOMPARE(found.size(), kMostListed + 1);
        QCOMPARE(found.last().count, 250 - kMostListed);
        QCOMPARE(found.last().seqs.size(), 250 - kMostListed);
    }

    void whatIsLaterThanItsImportIsTold()
    {
        Evidence evidence;
        const SourceId source = evidence.add(at({ 0, 100, 103, 110 }));
        evidence.context.importedAt.insert(source, minute(100));
        const auto found = evidence.check();
        QCOMPARE(kinds(found), QStringList{ u"future"_s }); // five minutes are left to clocks
        QCOMPARE(found[0].seqs, QList<qint64>{ 4 });
    }

    void sameWordsAtTheSameTimeInALaneAreTold()
    {
        Evidence evidence;
        evidence.add({ { 1, u"Rolling back"_s }, { 1, u"Rolling forward"_s } });
        evidence.add({ { 1, u"Rolling back"_s }, { 2, u"Rolling forward"_s } });
        evidence.add({ { 3, u"GET /"_s, {}, false, EventKind::Log },
                       { 3, u"GET /"_s, {}, false, EventKind::Log } });
        const auto found = evidence.check();
        QCOMPARE(kinds(found), QStringList{ u"duplicate"_s });
        QCOMPARE(found[0].seqs, (QList<qint64>{ 1, 3 }));
        QCOMPARE(found[0].source, evidence.sources[1].first);
    }

    void whatSomebodyDecidedIsNotAskedAgain()
    {
        const EventId first = EventId::create();
        const EventId second = EventId::create();
        for (const bool isDecided : { false, true }) {
            CheckContext context{ ZoneClock(u"UTC"_s), minute(kDay), {}, {}, {} };
            if (isDecided)
                context.decided << QPair(second, first);
            ConsistencyCheck check(context);
            qint64 seq = 0;
            for (const EventId id : { first, second }) {
                Event event;
                event.id = id;
                event.sourceId = SourceId{ id.value };
                event.title = u"Rolling back"_s;
                event.recorded.start = minute(1);
                check.take(event, ++seq);
            }
            QCOMPARE(check.finish().size(), isDecided ? 0 : 1);
        }
    }

    void undatedOnesAreToldOnceForASource()
    {
        Evidence evidence;
        evidence.add({ { 1 }, { std::nullopt }, { std::nullopt } });
        const auto found = evidence.check();
        QCOMPARE(kinds(found), QStringList{ u"undated"_s });
        QCOMPARE(found[0].count, 2);
        QCOMPARE(found[0].seqs, (QList<qint64>{ 2, 3 }));
    }

    void aSlipOfTwelveHoursIsToldOnce_data()
    {
        QTest::addColumn<double>("shift");
        QTest::addColumn<QStringList>("told");
        QTest::addRow("earlier") << -12.0 << QStringList{ u"half-day"_s };
        QTest::addRow("later") << 12.0 << QStringList{ u"half-day"_s };
        QTest::addRow("another shift is out of order") << -11.0 << QStringList{ u"order"_s };
        QTest::addRow("none") << 0.0 << QStringList{};
    }

    void aSlipOfTwelveHoursIsToldOnce()
    {
        QFETCH(const double, shift);
        QFETCH(const QStringList, told);
        Evidence evidence;
        evidence.add(at({ 0, 5, 10 + shift * 60, 15, 20 }));
        const auto found = evidence.check();
        QCOMPARE(kinds(found), told);
        if (told == QStringList{ u"half-day"_s })
            QCOMPARE(found[0].seqs, QList<qint64>{ 3 });
    }

    void aStatedOffsetKnowsNoSlipOfTwelveHours()
    {
        Evidence evidence;
        evidence.reference = ClockReference::Instant;
        evidence.add(at({ 0, 5, 10 - 720, 15, 20 }));
        QCOMPARE(kinds(evidence.check()), QStringList{ u"order"_s });
    }

    void aSourceHoursOffTheOthersIsTold_data()
    {
        QTest::addColumn<double>("shift");
        QTest::addColumn<bool>("isTold");
        QTest::addRow("two hours early") << -2.0 << true;
        QTest::addRow("five hours late") << 5.0 << true;
        QTest::addRow("beside the others") << 0.0 << false;
        QTest::addRow("no whole hours") << -2.5 << false;
        QTest::addRow("far too long for a zone") << 40.0 << false;
    }

    void aSourceHoursOffTheOthersIsTold()
    {
        QFETCH(const double, shift);
        QFETCH(const bool, isTold);
        // What happened, irregular as it is, and another record of it a minute later.
        const QList<double> course{ 0, 3, 4, 17, 21, 40, 58 };
        CheckContext context{ ZoneClock(u"UTC"_s), minute(30 * kDay), {}, {}, {} };
        ConsistencyCheck check(context);
        const SourceId known = SourceId::create();
        const SourceId assumed = SourceId::create();
        qint64 seq = 0;
        for (const SourceId source : { known, assumed }) {
            for (const double m : course) {
                Event event;
                event.id = EventId::create();
                event.sourceId = source;
                event.title = u"entry %1"_s.arg(++seq);
                const bool isKnown = source == known;
                event.recorded.basis = isKnown ? TimeBasis::Absolute : TimeBasis::ZoneAssumed;
                event.recorded.reference = isKnown ? ClockReference::Instant : ClockReference::Wall;
                event.recorded.start = minute(isKnown ? m : m + 1 + shift * 60);
                check.take(event, seq);
            }
        }
        const auto found = check.finish();
        QCOMPARE(kinds(found), isTold ? QStringList{ u"zone"_s } : QStringList());
        if (!isTold)
            return;
        QCOMPARE(found[0].source, assumed);
        QCOMPARE(found[0].count, course.size());
        const QString hours = shift < 0 ? u"+2"_s : u"−5"_s;
        QVERIFY2(found[0].what.contains(hours), qPrintable(found[0].what));
    }

    void exchangedDayAndMonthAreTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("day");
        QTest::addColumn<bool>("isTold");
        // 12 March read as 3 December: 266 days later.
        QTest::addRow("could be either") << u"12/3/2026 14:00"_s << 266.0 << true;
        QTest::addRow("says the year first") << u"2026-12-03 14:00"_s << 266.0 << false;
        QTest::addRow("lies with the rest") << u"3/12/2026 14:00"_s << 0.0 << false;
        QTest::addRow("would not lie with the rest") << u"12/9/2026 14:00"_s << 272.0 << false;
    }

    void exchangedDayAndMonthAreTold()
    {
        QFETCH(const QString, text);
        QFETCH(const double, day);
        QFETCH(const bool, isTold);
        Evidence evidence;
        evidence.context.now = minute(400 * kDay);
        evidence.context.frame = { .began = minute(0), .resolved = minute(60) };
        QList<Entry> entries = at({ 0, 5, 10 });
        entries << Entry{ day * kDay + 11, u"entry"_s, text };
        evidence.add(entries);
        QCOMPARE(kinds(evidence.check()).contains(u"day"_s), isTold);
    }

    void whatLiesDaysOutsideTheIncidentIsToldOnceForASource()
    {
        Evidence evidence;
        evidence.context.frame = { .began = minute(0), .resolved = minute(60) };
        evidence.add(at({ -40 * kDay, -3 * kDay, -1 * kDay, 10 }));
        const auto found = evidence.check();
        QCOMPARE(kinds(found), QStringList{ u"outside"_s });
        QCOMPARE(found[0].seqs, (QList<qint64>{ 1, 2 }));
        QVERIFY2(found[0].what.contains(u"40 d before"_s), qPrintable(found[0].what));
        evidence.context.frame = {};
        QCOMPARE(kinds(evidence.check()), QStringList());
    }
};

QTEST_GUILESS_MAIN(ConsistencyTest)
#include "tst_consistency.moc"
