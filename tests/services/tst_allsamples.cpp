// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

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
