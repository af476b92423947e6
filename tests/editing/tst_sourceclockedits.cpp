// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/eventedits.h"
#include "editing/reviewdocument.h"
#include "editing/sourceedits.h"
#include "services/importservice.h"
#include "store/eventrepository.h"
#include "store/library.h"
#include "support/testlibrary.h"

#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Editing;
using SecondStory::Testing::TestLibrary;

/// The clock of a source is corrected without importing it again.
class SourceClockEditsTest : public QObject {
    Q_OBJECT

    struct Scene {
        TestLibrary t;
        std::unique_ptr<ReviewDocument> document;
        SourceId source;

        explicit Scene(const QByteArray &csv, const QString &zone = u"Europe/Paris"_s)
        {
            const ReviewId review = t.addReview();
            QFile file(t.file(u"log.csv"_s));
            if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size())
                qFatal("the scene could not be written");
            file.close();
            const Importing::ImporterRegistry registry;
            Services::ImportRequest request;
            request.path = file.fileName();
            request.review = review;
            request.options.zone = zone;
            const auto outcome = Services::ImportService(*t.library, registry).run(request);
            if (!outcome)
                qFatal("%s", qPrintable(outcome.error().toString()));
            source = outcome->source.id;
            document = std::move(*ReviewDocument::open(*t.library, review));
        }
        QStringList times() const
        {
            QStringList list;
            (void)t.library->events().visit({ .review = document->id() }, [&](const Event &event) {
                const auto start = event.effectiveStart();
                list << QString(event.title + u' ' + (start ? toRfc3339(*start) : u"undated"_s));
                return true;
            });
            return list;
        }
        SourceClock clock() const
        {
            return clockOf(*findRecord<EvidenceSource>(document->contents(), source));
        }
    };

    static QByteArray mixed()
    {
        return "time,event\n2024-06-07 14:00:00,wall\n2024-06-07T14:00:00Z,instant\n,none\n";
    }

private slots:
    void anotherZoneMovesTheReadingsThatNeededOneAndNothingElse()
    {
        Scene s(mixed());
        const QStringList before = s.times();
        QCOMPARE(before,
                 (QStringList{ u"wall 2024-06-07T12:00:00Z"_s, u"instant 2024-06-07T14:00:00Z"_s,
                               u"none undated"_s }));
        SourceClock clock = s.clock();
        clock.zone = u"America/New_York"_s;
        VERIFY_RESULT(setSourceClock(*s.document, s.source, clock));
        const QStringList after{ u"instant 2024-06-07T14:00:00Z"_s, u"wall 2024-06-07T18:00:00Z"_s,
                                 u"none undated"_s };
        QCOMPARE(s.times(), after);
        const auto *source = findRecord<EvidenceSource>(s.document->contents(), s.source);
        QCOMPARE(toRfc3339(*source->first), u"2024-06-07T14:00:00Z"_s);
        QCOMPARE(toRfc3339(*source->last), u"2024-06-07T18:00:00Z"_s);
        QCOMPARE(source->undated, 1);

        s.document->undoStack()->undo();
        QCOMPARE(s.times(), before);
        s.document->undoStack()->redo();
        QCOMPARE(s.times(), after);
        QCOMPARE(*s.t.library->check(), QStringList());
    }

    void aSkewMovesEveryEventButWhatTheAnalystAsserted()
    {
        Scene s(mixed());
        const auto instant = s.document->eventBySeq(s.document->events().rows.back().seq);
        VERIFY_RESULT(setAssertedTime(*s.document, instant->id,
                                      AssertedTime{ { instant->recorded.start->us - 1'000'000 } }));
        VERIFY_RESULT(anchorSource(*s.document, s.source, { 0 }, { 90'000'000 }));
        QCOMPARE(s.times(),
                 (QStringList{ u"wall 2024-06-07T12:01:30Z"_s, u"instant 2024-06-07T13:59:59Z"_s,
                               u"none undated"_s }));
        // The table that the timeline draws knows it too.
        QCOMPARE(toRfc3339({ s.document->events().rows.front().start }), u"2024-06-07T12:01:30Z"_s);
        while (s.document->undoStack()->canUndo())
            s.document->undoStack()->undo();
        QCOMPARE(s.times().size(), 3);
        QCOMPARE(s.times().first(), u"wall 2024-06-07T12:00:00Z"_s);
    }

    void aSkewGivesEachEventWhatItsReadingSays_data()
    {
        QTest::addColumn<qint64>("skew");
        QTest::newRow("an hour") << qint64(3'600'000'000);
        QTest::newRow("a moment back") << qint64(-1);
        QTest::newRow("beyond the calendar for some") << -kEarliestTime.us;
    }

    /// All at once in the store, or one by one: the same as the domain says of each.
    void aSkewGivesEachEventWhatItsReadingSays()
    {
        QFETCH(qint64, skew);
        TestLibrary t;
        const ReviewId review = t.addReview();
        EvidenceSource source;
        source.id = SourceId::create();
        source.reviewId = review;
        source.fileName = u"many.log"_s;
        source.zone = u"Europe/Paris"_s;
        auto writer = t.library->sources().beginImport(review, source.id);
        VERIFY_RESULT(writer);
        const ReadingResolver resolver(clockOf(source));
        for (int i = 0; i < 60; ++i) {
            Event event = Testing::ownEvent(review, u"event %1"_s.arg(i), std::nullopt);
            event.sourceId = source.id;
            RecordedTime &time = event.recorded;
            time.basis = i % 2 == 0 ? TimeBasis::Absolute : TimeBasis::ZoneAssumed;
            time.reference = i % 2 == 0 ? ClockReference::Instant : ClockReference::Wall;
            time.zone = i % 2 == 0 ? u"UTC"_s : source.zone;
            const qint64 reading = 1'519'132'620'000'000 + i * qint64(7'000'000);
            if (i % 5 != 0)
                time.reading = reading;
            if (i % 7 == 0 && time.reading)
                time.readingEnd = reading + 30'000'000;
            if (time.reading) {
                time.start = resolver.resolve(time.reference, reading)->time;
                if (time.readingEnd)
                    time.end = resolver.resolve(time.reference, *time.readingEnd)->time;
            } else if (i % 10 == 0) {
                time.reference = ClockReference::Unknown;
                time.start = TimePoint{ reading };
            } else {
                time.basis = TimeBasis::None;
            }
            if (i % 11 == 0)
                event.asserted = AssertedTime{ { reading - 5 } };
            VERIFY_RESULT((*writer)->add(event));
        }
        VERIFY_RESULT((*writer)->finish(source));
        writer->reset();
        const auto all = [&] {
            QHash<EventId, Event> events;
            (void)t.library->events().visit({ .review = review }, [&](const Event &event) {
                events.insert(event.id, event);
                return true;
            });
            return events;
        };
        const auto before = all();
        QCOMPARE(before.size(), 60);
        const auto document = std::move(*ReviewDocument::open(*t.library, review));
        const SourceClock old = clockOf(source);
        SourceClock clock = old;
        clock.skewUs += skew;
        VERIFY_RESULT(setSourceClock(*document, source.id, clock));
        const auto after = all();
        const ReadingResolver other(clock);
        const auto *stored = findRecord<EvidenceSource>(document->contents(), source.id);
        qint64 undated = 0;
        for (const Event &event : before) {
            const Event &moved = after.value(event.id);
            QCOMPARE(moved.recorded, other.retimed(event.recorded, old));
            QCOMPARE(moved.asserted, event.asserted);
            undated += moved.recorded.start ? 0 : 1;
        }
        QCOMPARE(stored->undated, undated);
        for (const auto *rows : { &document->events().rows, &document->events().undated }) {
            for (const EventRow &row : *rows)
                QCOMPARE(document->eventBySeq(row.seq)->effectiveStart().value_or(TimePoint{}).us,
                         rows == &document->events().undated ? 0 : row.start);
        }
        document->undoStack()->undo();
        QCOMPARE(all(), before);
    }

    void aZoneNobodyKnowsIsRefused()
    {
        Scene s(mixed());
        SourceClock clock = s.clock();
        clock.zone = u"Mars/Olympus"_s;
        const auto done = setSourceClock(*s.document, s.source, clock);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::BadInput);
        QCOMPARE(s.clock().zone, u"Europe/Paris"_s);
    }

    void aLargeSourceMovesWhileTheThreadLivesOn()
    {
        QByteArray csv = "time,event\n";
        for (int i = 0; i < 21'000; ++i)
            csv += "2024-06-07 14:00:00,one\n";
        Scene s(csv);
        const EventRow before = s.document->events().rows.front();
        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&ticks] { ++ticks; });
        timer.start(1);
        // What a timer edits meanwhile is refused and told, not lost in the middle of the other.
        Result<EventId> meanwhile = EventId();
        QTimer::singleShot(5, this, [&] {
            meanwhile = addEvent(*s.document, { .start = { 0 }, .title = u"meanwhile"_s });
        });
        SourceClock clock = s.clock();
        clock.skewUs = 60'000'000;
        VERIFY_RESULT(setSourceClock(*s.document, s.source, clock));
        QVERIFY(ticks > 3);
        QVERIFY(!meanwhile);
        QCOMPARE(meanwhile.error().code, ErrorCode::Refused);
        QCOMPARE(s.document->events().rows.front().start, before.start + 60'000'000);
        QCOMPARE(s.document->events().size(), 21'000);
        QCOMPARE(s.document->undoStack()->count(), 1);
        s.document->undoStack()->undo();
        QCOMPARE(s.document->events().rows.front().start, before.start);
        s.document->undoStack()->redo();
        QCOMPARE(s.document->events().rows.front().start, before.start + 60'000'000);
        VERIFY_RESULT(addEvent(*s.document, { .start = { 0 }, .title = u"after"_s }));
    }

    void snapshotsThatAreOldAreNotTakenUp()
    {
        Scene s(mixed());
        auto snapshot = ReviewSnapshot::read(*s.t.library, s.document->id());
        VERIFY_RESULT(snapshot);
        const quint64 revision = s.document->revision();
        VERIFY_RESULT(addEvent(*s.document, { .start = { 0 }, .title = u"later"_s }));
        QVERIFY(!s.document->adoptImports(std::move(*snapshot), revision, {}, u"old"_s));
        QCOMPARE(s.document->events().size(), 4);
        snapshot = ReviewSnapshot::read(*s.t.library, s.document->id());
        QVERIFY(
            s.document->adoptImports(std::move(*snapshot), s.document->revision(), {}, u"new"_s));
        QCOMPARE(s.document->events().size(), 4);
        QCOMPARE(s.document->undoStack()->count(), 1);
    }

    void aGapInTheClocksMovesBehindIt()
    {
        Scene s("time,event\n2024-03-31 02:30:00,gap\n", u"UTC"_s);
        SourceClock clock = s.clock();
        clock.zone = u"Europe/Paris"_s;
        VERIFY_RESULT(setSourceClock(*s.document, s.source, clock));
        QCOMPARE(s.times(), QStringList{ u"gap 2024-03-31T01:30:00Z"_s });
    }
};

QTEST_MAIN(SourceClockEditsTest)
#include "tst_sourceclockedits.moc"
