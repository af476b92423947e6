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
