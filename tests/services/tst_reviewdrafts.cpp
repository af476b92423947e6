// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reviewdrafts.h"
#include "support/testlibrary.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using SecondStory::Testing::TestLibrary;

class ReviewDraftsTest : public QObject {
    Q_OBJECT

    const Importing::ImporterRegistry m_registry;

    static QByteArray report()
    {
        return "# Incident on 2024-02-12 - Orders could not be placed\n\n"
               "- **Key events**\n"
               "  - First detected 2024-02-12 10:30\n"
               "  - Incident declared 2024-02-12 10:45\n"
               "  - Resolved 2024-02-12 12:07\n\n"
               "- **Time to repair**: 1h 37m\n\n"
               "## Timeline\n\n"
               "- 2024-02-12 10:30 Somebody noticed that orders fail\n"
               "- 2024-02-12 11:15 The change was taken back\n\n"
               "## Contributing factors\n\n"
               "- The limit had not been looked at since the launch\n\n"
               "## Action items\n\n"
               "- [ ] Look at limits before each launch\n";
    }

    static QString write(TestLibrary &t, const QString &name, const QByteArray &bytes)
    {
        QFile file(t.file(name));
        QDir().mkpath(QFileInfo(file).path());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s could not be written", qPrintable(name));
        return file.fileName();
    }

private slots:
    void aReportBecomesAReviewWithWhatItStates()
    {
        TestLibrary t;
        Importing::ImportOptions options;
        options.zone = u"Europe/London"_s;
        const auto outcome = Services::makeReviewDraft(*t.library, m_registry,
                                                       write(t, u"report.md"_s, report()), options);
        VERIFY_RESULT(outcome);
        QVERIFY(!outcome->wasThere);
        const auto contents = t.library->reviews().load(outcome->review);
        VERIFY_RESULT(contents);
        QVERIFY(contents->review.title.contains(u"Orders could not be placed"_s));
        QCOMPARE(contents->review.zone, u"Europe/London"_s);
        const IncidentFrame &frame = contents->review.frame;
        QCOMPARE(toRfc3339(frame.detected.value_or(TimePoint())), u"2024-02-12T10:30:00Z"_s);
        QCOMPARE(toRfc3339(frame.declared.value_or(TimePoint())), u"2024-02-12T10:45:00Z"_s);
        QCOMPARE(toRfc3339(frame.resolved.value_or(TimePoint())), u"2024-02-12T12:07:00Z"_s);
        QVERIFY(!frame.began);
        QCOMPARE(contents->factors.size(), 1);
        QVERIFY(contents->factors.first().title.startsWith(u"The limit"));
        QCOMPARE(contents->actions.size(), 1);
        QVERIFY(contents->sections.size() >= 3);
        QVERIFY(contents->sections.last().body.contains(u"1h 37m"_s));
        QCOMPARE(contents->statedDurations.size(), 1);
        const StatedDuration stated = contents->statedDurations.first();
        QCOMPARE(stated.from, FramePoint::Began);
        QCOMPARE(stated.to, FramePoint::Resolved);
        QCOMPARE(stated.lengthUs, 97LL * 60 * 1'000'000);
        QCOMPARE(stated.words, u"1h 37m"_s);
        QCOMPARE(contents->sources.size(), 1);
        QVERIFY(outcome->events >= 2);
        QCOMPARE(t.library->info()->events, outcome->events);
        QCOMPARE(t.library->search().search(u"limits"_s, {}, 10)->size() > 0, true);
        QCOMPARE(*t.library->check(), QStringList());
    }

    void theSameReportMakesNoSecondReview()
    {
        TestLibrary t;
        const QString path = write(t, u"report.md"_s, report());
        const auto first = Services::makeReviewDraft(*t.library, m_registry, path, {});
        VERIFY_RESULT(first);
        const auto second = Services::makeReviewDraft(*t.library, m_registry, path, {});
        VERIFY_RESULT(second);
        QVERIFY(second->wasThere);
        QCOMPARE(second->review, first->review);
        QCOMPARE(t.library->info()->reviews, 1);
    }

    void aFolderIsSearchedForReportsAndNothingElse()
    {
        TestLibrary t;
        write(t, u"corpus/2024/a.md"_s, report());
        write(t, u"corpus/b.md"_s, report().replace("Orders", "Searches"));
        write(t, u"corpus/data.csv"_s, "time,event\n2024-02-12T10:30:00Z,one\n");
        write(t, u"corpus/picture.png"_s, QByteArray::fromHex("89504e470d0a1a0a"));
        const QStringList files = Services::reportFiles({ t.file(u"corpus"_s) }, m_registry);
        QCOMPARE(files, (QStringList{ t.file(u"corpus/2024/a.md"_s), t.file(u"corpus/b.md"_s) }));
    }

    void aFileThatIsNoReportLeavesTheLibraryAsItWas()
    {
        TestLibrary t;
        const auto outcome = Services::makeReviewDraft(
            *t.library, m_registry, write(t, u"x.md"_s, QByteArray("# A\0B\n", 6)), {});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::BadInput);
        QVERIFY(outcome.error().file.endsWith(u"x.md"));
        QCOMPARE(t.library->info()->reviews, 0);
    }

    void everyReportOfTheCorporaBecomesADraft()
    {
        const QString shared = qEnvironmentVariable("SECONDSTORY_SHARED") + u"/samples/"_s;
        if (!QFileInfo::exists(shared))
            QSKIP("the sample folder is not there");
        TestLibrary t;
        const QStringList files = Services::reportFiles(
            { shared + u"corpus-icco-postmortems"_s, shared + u"corpus-moj-incidents"_s },
            m_registry);
        qint64 inFolders = 0;
        for (const auto *folder : { "corpus-icco-postmortems", "corpus-moj-incidents" })
            inFolders += QDir(shared + QString::fromLatin1(folder)).entryList(QDir::Files).size();
        QCOMPARE(files.size(), inFolders);
        Importing::ImportOptions options;
        options.zone = u"UTC"_s;
        for (const QString &file : files) {
            const auto outcome = Services::makeReviewDraft(*t.library, m_registry, file, options);
            QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().toString()));
            QVERIFY2(!outcome->title.isEmpty() && outcome->sections > 0, qPrintable(file));
        }
        QCOMPARE(t.library->info()->reviews, inFolders);
        QCOMPARE(*t.library->check(), QStringList());
    }
};

QTEST_MAIN(ReviewDraftsTest)
#include "tst_reviewdrafts.moc"
