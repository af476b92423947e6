// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testlibrary.h"

#include <QFile>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int kBatches = 30'000; ///< more than one transaction takes

/// An import of one source, event by event.
class Import {
public:
    Import(Store::Library &library, ReviewId review)
    {
        m_source.id = SourceId::create();
        m_source.reviewId = review;
        m_source.fileName = u"log.txt"_s;
        auto writer = library.sources().beginImport(review, m_source.id);
        if (!writer)
            qFatal("%s", qPrintable(writer.error().toString()));
        m_writer = std::move(*writer);
    }

    Result<void> add(int count)
    {
        for (int i = 0; i < count; ++i) {
            Event event = ownEvent(m_source.reviewId, u"line %1"_s.arg(++m_count));
            event.sourceId = m_source.id;
            event.channel = m_count % 2 == 0 ? u"even"_s : u"odd"_s;
            event.recorded.zone = m_count % 3 == 0 ? u"UTC"_s : u"+01:00"_s;
            if (auto done = m_writer->add(event); !done)
                return done;
        }
        return {};
    }
    Result<void> finish()
    {
        m_source.read = m_source.imported = m_count;
        return m_writer->finish(m_source);
    }

private:
    EvidenceSource m_source;
    std::unique_ptr<Store::SourceWriter> m_writer;
    int m_count = 0;
};

} // namespace

/// An import writes into the file itself while nobody else has the library open.
class ImportAloneTest : public QObject {
    Q_OBJECT

private slots:
    void aloneItNeedsNoLogAndLeavesTheLibraryAsItWas()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        QVERIFY(QFile::exists(t.path() + u"-wal"_s));
        {
            Import import(*t.library, review);
            VERIFY_RESULT(import.add(kBatches));
            QVERIFY(!QFile::exists(t.path() + u"-wal"_s));
            VERIFY_RESULT(import.finish());
        }
        QVERIFY(!QFile::exists(t.path() + u"-journal"_s));
        VERIFY_RESULT(t.library->edits().apply(ChangeSet().insert(ownEvent(review, u"after"_s))));
        QVERIFY(QFile::exists(t.path() + u"-wal"_s));
        QCOMPARE(t.library->info()->events, kBatches + 1);
        QCOMPARE(t.library->search().search(u"line"_s, review, 50)->size(), 50);
        QCOMPARE(*t.library->check(), QStringList());
    }

    void whoOpensTheLibraryMeanwhileReadsAndWrites()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        {
            Import import(*t.library, review);
            VERIFY_RESULT(import.add(kBatches));
            auto other = Store::Library::open(t.path());
            VERIFY_RESULT(other);
            QVERIFY((*other)->events().table(review)->rows.empty());
            VERIFY_RESULT(
                (*other)->edits().apply(ChangeSet().insert(ownEvent(review, u"meanwhile"_s))));
            VERIFY_RESULT(import.add(kBatches));
            VERIFY_RESULT(
                (*other)->edits().apply(ChangeSet().insert(ownEvent(review, u"and again"_s))));
            VERIFY_RESULT(import.finish());
            QCOMPARE((*other)->info()->events, 2 * kBatches + 2);
        }
        QCOMPARE(t.library->info()->events, 2 * kBatches + 2);
        QCOMPARE(*t.library->check(), QStringList());
    }

    void besideSomebodyElseItWritesBesideThem()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        auto other = Store::Library::open(t.path());
        VERIFY_RESULT(other);
        (void)(*other)->info();
        {
            Import import(*t.library, review);
            VERIFY_RESULT(import.add(kBatches));
            QVERIFY(QFile::exists(t.path() + u"-wal"_s));
            VERIFY_RESULT(import.finish());
        }
        QCOMPARE((*other)->info()->events, kBatches);
        QCOMPARE(*t.library->check(), QStringList());
    }

    void recordsThatSayTheSameAreAllFound()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        EvidenceSource source;
        source.id = SourceId::create();
        source.reviewId = review;
        auto writer = t.library->sources().beginImport(review, source.id);
        VERIFY_RESULT(writer);
        for (int i = 0; i < 40; ++i) {
            Event event = ownEvent(review, u"heartbeat lost"_s);
            event.sourceId = source.id;
            event.text = u"for the whole minute"_s;
            VERIFY_RESULT((*writer)->add(event));
        }
        VERIFY_RESULT((*writer)->finish(source));
        writer->reset();
        QCOMPARE(t.library->search().search(u"heartbeat"_s, review, 100)->size(), 40);
        QCOMPARE(t.library->search().search(u"whole minute"_s, review, 100)->size(), 40);
        QCOMPARE(*t.library->check(), QStringList());
    }

    void whatTheRecordsHaveInCommonComesBackForEach()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        Import import(*t.library, review);
        VERIFY_RESULT(import.add(12));
        VERIFY_RESULT(import.finish());
        Store::EventQuery query;
        query.review = review;
        QStringList found;
        VERIFY_RESULT(t.library->events().visit(query, [&found](const Event &event) {
            found << event.title + u' ' + event.channel + u' ' + event.recorded.zone;
            return true;
        }));
        QCOMPARE(found.size(), 12);
        QCOMPARE(found[0], u"line 1 odd +01:00"_s);
        QCOMPARE(found[1], u"line 2 even +01:00"_s);
        QCOMPARE(found[2], u"line 3 odd UTC"_s);
        QCOMPARE(found[5], u"line 6 even UTC"_s);
    }
};

QTEST_GUILESS_MAIN(ImportAloneTest)
#include "tst_importalone.moc"
