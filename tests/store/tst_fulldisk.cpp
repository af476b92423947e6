// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testlibrary.h"

#include <QFileInfo>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

/// Lets no file of this process grow beyond a size, as a full disk would, until it goes out of
/// scope.
class FullDisk {
public:
    explicit FullDisk(qint64 bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = static_cast<rlim_t>(bytes);
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
};

} // namespace

/// When there is no room left, nothing is lost, nothing is half there, and it is said.
class FullDiskTest : public QObject {
    Q_OBJECT

private slots:
    void anEditThatDoesNotFitLeavesTheLibraryAsItWas()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        Event large = ownEvent(review, u"Large"_s);
        large.text = QString(4'000'000, u'x');
        {
            const FullDisk full(QFileInfo(t.path()).size() + 64 * 1024);
            const auto applied = t.library->edits().apply(ChangeSet().insert(large));
            QVERIFY(!applied);
            QCOMPARE(applied.error().code, ErrorCode::Storage);
            QVERIFY(!applied.error().what.isEmpty());
            QVERIFY(!applied.error().hint.isEmpty());
        }
        QCOMPARE(t.library->info()->events, 0);
        QCOMPARE(*t.library->check(), QStringList());
        VERIFY_RESULT(t.library->edits().apply(ChangeSet().insert(large)));
        QCOMPARE(t.library->info()->events, 1);
    }

    void anImportThatDoesNotFitLeavesNothing()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        {
            const FullDisk full(QFileInfo(t.path()).size() + 256 * 1024);
            EvidenceSource source;
            source.id = SourceId::create();
            source.version = 1;
            source.reviewId = review;
            auto writer = t.library->sources().beginImport(review, source.id);
            VERIFY_RESULT(writer);
            Result<void> done;
            for (int i = 0; i < 60'000 && done; ++i) {
                Event event = ownEvent(review, u"Event %1 of many that do not fit"_s.arg(i));
                event.version = 1;
                event.sourceId = source.id;
                done = (*writer)->add(event);
            }
            if (done)
                done = (*writer)->finish(source);
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::Storage);
        }
        QCOMPARE(t.library->info()->events, 0);
        QCOMPARE(t.library->info()->sources, 0);
        QCOMPARE(*t.library->check(), QStringList());
    }

    void aBackupThatDoesNotFitLeavesNoFile()
    {
        TestLibrary t;
        t.addReview();
        const QString copy = t.file(u"copy.sslib"_s);
        {
            const FullDisk full(16 * 1024);
            QVERIFY(!t.library->backup(copy, {}));
        }
        QVERIFY(!QFile::exists(copy));
        VERIFY_RESULT(t.library->backup(copy, {}));
    }
};

QTEST_GUILESS_MAIN(FullDiskTest)
#include "tst_fulldisk.moc"
