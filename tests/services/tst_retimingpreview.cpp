// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/reviewcontents.h"
#include "services/importservice.h"
#include "services/retimingpreview.h"
#include "support/testlibrary.h"

using namespace SecondStory;
using namespace SecondStory::Services;
using namespace Qt::StringLiterals;
using SecondStory::Testing::TestLibrary;

class RetimingPreviewTest : public QObject {
    Q_OBJECT

    struct Scene {
        TestLibrary t;
        EvidenceSource source;

        explicit Scene(const QByteArray &csv, const QString &zone = u"Europe/Paris"_s)
        {
            QFile file(t.file(u"log.csv"_s));
            if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size())
                qFatal("the scene could not be written");
            file.close();
            const Importing::ImporterRegistry registry;
            ImportRequest request;
            request.path = file.fileName();
            request.review = t.addReview();
            request.options.zone = zone;
            auto outcome = ImportService(*t.library, registry).run(request);
            if (!outcome)
                qFatal("%s", qPrintable(outcome.error().toString()));
            source = outcome->source;
        }
        RetimingPreview preview(const SourceClock &clock) const
        {
            return previewRetiming(*t.library, source, clock).value_or(RetimingPreview());
        }
    };

private slots:
    void anotherZoneMovesTheReadingsThatNeededOne()
    {
        const Scene s("time,event\n2024-06-07 14:00:00,wall\n2024-06-07T14:00:00Z,instant\n"
                      ",none\n");
        SourceClock clock = clockOf(s.source);
        clock.zone = u"America/New_York"_s;
        const RetimingPreview preview = s.preview(clock);
        QCOMPARE(preview.events, 3);
        QCOMPARE(preview.moved, 1);
        QCOMPARE(preview.needZone, 1);
        QCOMPARE(preview.first.size(), 1);
        QCOMPARE(toRfc3339(*preview.first[0].before), u"2024-06-07T12:00:00Z"_s);
        QCOMPARE(toRfc3339(*preview.first[0].after), u"2024-06-07T18:00:00Z"_s);
        QCOMPARE(sentenceOf(preview), u"1 of 3 events moves by +6 h"_s);
    }

    void gapsAndLostTimesAreCounted()
    {
        const Scene s("time,event\n2024-03-31 02:30:00,gap\n2024-03-31 12:00:00,noon\n", u"UTC"_s);
        SourceClock clock = clockOf(s.source);
        clock.zone = u"Europe/Paris"_s;
        RetimingPreview preview = s.preview(clock);
        QCOMPARE(preview.moved, 2);
        QCOMPARE(preview.inGap, 1);
        QVERIFY(sentenceOf(preview).contains(u"gap of the clocks"_s));
        clock.zone.clear();
        preview = s.preview(clock);
        QCOMPARE(preview.moved, 0);
        QCOMPARE(preview.undated, 2);
        QVERIFY(!preview.first[0].after);
    }

    void theSameClockMovesNothingAndNothingIsStored()
    {
        const Scene s("time,event\n2024-06-07 14:00:00,wall\n");
        SourceClock clock = clockOf(s.source);
        QVERIFY(s.preview(clock).changesNothing());
        clock.skewUs = 90'000'000;
        QCOMPARE(s.preview(clock).leastShiftUs, 90'000'000);
        const auto contents = s.t.library->reviews().load(s.source.reviewId);
        QCOMPARE(contents->sources.first().skewUs, 0);
    }

    void itCanBeStopped()
    {
        const Scene s("time,event\n2024-06-07 14:00:00,wall\n");
        const auto stopped =
            previewRetiming(*s.t.library, s.source, clockOf(s.source), [] { return false; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    }
};

QTEST_MAIN(RetimingPreviewTest)
#include "tst_retimingpreview.moc"
