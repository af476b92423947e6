// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/reviewdocument.h"
#include "editing/sourceedits.h"
#include "services/importservice.h"
#include "support/testlibrary.h"

#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using SecondStory::Testing::TestLibrary;

/// Every real file there is, brought in through detection alone. What each format's own test has
/// counted is not counted again here; this holds the formats against each other.
class AllSamplesTest : public QObject {
    Q_OBJECT

    const Importing::ImporterRegistry m_registry;

    static QString folder() { return qEnvironmentVariable("SECONDSTORY_SHARED") + u"/samples"_s; }

    /// Files that are no evidence, or broken on purpose: each with the reason.
    static const QHash<QString, QString> &refused()
    {
        static const QHash<QString, QString> files{
            { u"MANIFEST.md"_s, u"a list of the samples"_s },
            { u"MANIFEST.json"_s, u"a list of the samples"_s },
            { u"loghub/LICENSE.loghub"_s, u"a licence"_s },
            { u"cases/mybinder-2018-02-20/template.md"_s, u"an empty form"_s },
            { u"srt/invalid_format4.srt"_s, u"holds no cue"_s },
        };
        return files;
    }

    QStringList files() const
    {
        QStringList files;
        QDirIterator walk(folder(), QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext())
            files << QDir(folder()).relativeFilePath(walk.next());
        files.sort();
        return files;
    }

private slots:
    void initTestCase()
    {
        if (!QDir(folder()).exists())
            QSKIP("the sample folder is not there");
    }

    void everyFileIsKnownBySomebodyAndComesInWithItsQuestionsAnswered_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : files()) {
            if (!refused().contains(name))
                QTest::newRow(qPrintable(name)) << name;
        }
    }

    void everyFileIsKnownBySomebodyAndComesInWithItsQuestionsAnswered()
    {
        QFETCH(QString, name);
        TestLibrary t;
        const ReviewId review = t.addReview(u"Samples"_s, u"UTC"_s);
        Services::ImportRequest request;
        request.path = folder() + u'/' + name;
        request.review = review;
        Services::ImportService service(*t.library, m_registry);
        const auto preview = service.preview(request, 5);
        VERIFY_RESULT(preview);
        QVERIFY2(!preview->candidates.isEmpty(), "nobody knows this file");
        QVERIFY2(preview->problem.isEmpty(), qPrintable(preview->problem));
        // A table nobody knows asks for its columns: that is the right question.
        if (preview->missing.testFlag(Importing::Need::Mapping))
            return;
        request.options.date = CivilTime{ 2024, 3, 12 };
        request.options.start = TimePoint::fromSeconds(1'519'130'000);
        const auto outcome = service.run(request);
        VERIFY_RESULT(outcome);
        const EvidenceSource &source = outcome->source;
        QCOMPARE(source.read, source.imported + source.skipped + source.duplicates);
        QVERIFY2(source.imported > 0, "nothing came in");
        QCOMPARE(*t.library->check(), QStringList());

        // The same file again is recognised and adds nothing.
        const auto again = service.run(request);
        VERIFY_RESULT(again);
        QVERIFY(again->wasThere);
    }

    void changingTheReportsZoneMovesItsEventsAndNothingElse()
    {
        const QString folder = AllSamplesTest::folder() + u"/cases/mybinder-2018-02-20/"_s;
        TestLibrary t;
        const ReviewId review = t.addReview(u"mybinder"_s, u"America/Los_Angeles"_s);
        Services::ImportService service(*t.library, m_registry);
        SourceId report;
        for (const QString &name :
             { u"report.md"_s, u"git-log-fuller.txt"_s, u"related-2018-01-18-reddit-hug.md"_s }) {
            Services::ImportRequest request;
            request.path = folder + name;
            request.review = review;
            const auto outcome = service.run(request);
            VERIFY_RESULT(outcome);
            if (report.isNull())
                report = outcome->source.id;
        }
        const auto document = std::move(*Editing::ReviewDocument::open(*t.library, review));
        const auto times = [&t, review] {
            QHash<EventId, std::pair<SourceId, std::optional<TimePoint>>> all;
            (void)t.library->events().visit({ .review = review }, [&all](const Event &event) {
                all.insert(event.id, { event.sourceId, event.effectiveStart() });
                return true;
            });
            return all;
        };
        const auto before = times();
        QCOMPARE(before.size(), 168);
        SourceClock clock = clockOf(*findRecord<EvidenceSource>(document->contents(), report));
        // The report says so itself: "CET".
        QCOMPARE(clock.zone, u"+01:00"_s);
        clock.zone = u"UTC"_s;
        VERIFY_RESULT(Editing::setSourceClock(*document, report, clock));
        const auto after = times();
        int moved = 0;
        for (auto it = before.constBegin(); it != before.constEnd(); ++it) {
            const auto now = after.value(it.key());
            if (it->first != report || !it->second) {
                QCOMPARE(now.second, it->second);
                continue;
            }
            QCOMPARE(now.second->us - it->second->us, 3600LL * 1'000'000);
            ++moved;
        }
        QCOMPARE(moved, 40);
        document->undoStack()->undo();
        QCOMPARE(times(), before);
    }

    void whatIsNoEvidenceIsRefusedOrAskedAbout()
    {
        for (auto it = refused().constBegin(); it != refused().constEnd(); ++it) {
            TestLibrary t;
            Services::ImportRequest request;
            request.path = folder() + u'/' + it.key();
            request.review = t.addReview();
            Services::ImportService service(*t.library, m_registry);
            if (!QFileInfo::exists(request.path))
                continue;
            const auto outcome = service.run(request);
            if (outcome)
                continue; // a list in Markdown may well be read as notes
            QVERIFY(!outcome.error().what.isEmpty());
            QCOMPARE(t.library->info()->events, 0);
        }
    }
};

QTEST_MAIN(AllSamplesTest)
#include "tst_allsamples.moc"
