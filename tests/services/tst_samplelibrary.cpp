// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/samplelibrary.h"

#include "services/exchangestorage.h"
#include "support/testlibrary.h"

#include <QJsonDocument>
#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

class SampleLibraryTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        VERIFY_RESULT(Services::buildSampleLibrary(path()));
        auto opened = Store::Library::open(path());
        VERIFY_RESULT(opened);
        m_library = std::move(*opened);
    }

    void itIsSoundAndFull()
    {
        QCOMPARE(*m_library->check(), QStringList());
        const auto listings = m_library->reviews().list();
        VERIFY_RESULT(listings);
        QCOMPARE_GE(listings->size(), 25);
        int withPressures = 0;
        for (const Store::ReviewListing &listing : *listings) {
            QVERIFY2(!listing.review.summary.isEmpty(), qPrintable(listing.review.title));
            withPressures += listing.pressures.isEmpty() ? 0 : 1;
            QVERIFY2(listing.events > 0, qPrintable(listing.review.title));
        }
        QCOMPARE_GE(withPressures, 24);
    }

    void theRichReviewRestsOnItsEvidence()
    {
        const auto id = m_library->reviews().find(u"0198f3a2-5c1e-7d40-9b6e-2f4a7c10e214"_s);
        VERIFY_RESULT(id);
        const auto contents = m_library->reviews().load(*id);
        VERIFY_RESULT(contents);
        QCOMPARE_GE(contents->sources.size(), 7);
        for (const EvidenceSource &source : contents->sources) {
            QCOMPARE(source.read, source.imported + source.skipped + source.duplicates);
            QVERIFY2(source.skipped == 0, qPrintable(source.fileName));
        }
        QCOMPARE_GE(contents->factors.size(), 14);
        QCOMPARE_GE(contents->evidenceLinks.size(), 20);
        QSet<EventId> cited;
        for (const EvidenceLink &link : contents->evidenceLinks)
            cited << link.eventId;
        QCOMPARE(m_library->events().byId(QList<EventId>(cited.begin(), cited.end()))->size(),
                 cited.size());
        const auto table = m_library->events().table(*id);
        VERIFY_RESULT(table);
        QCOMPARE_GE(table->rows.size(), 300U);
        QCOMPARE_GE(table->undated.size(), 1U);
    }

    void everyReviewSurvivesExportAndImport()
    {
        TestLibrary other;
        const auto listings = m_library->reviews().list();
        for (const Store::ReviewListing &listing : *listings) {
            const auto out = Services::loadForExchange(*m_library, listing.review.id);
            VERIFY_RESULT(out);
            const QJsonObject json = Services::writeExchange(*out);
            const auto known = other.library->reviews().codes();
            const auto in = Services::readExchange(json, *known);
            VERIFY_RESULT(in);
            VERIFY_RESULT(Services::storeExchange(*other.library, *in));
            const auto again = Services::loadForExchange(*other.library, listing.review.id);
            VERIFY_RESULT(again);
            QJsonObject first = json;
            QJsonObject second = Services::writeExchange(*again);
            // `updated` tells when this library was touched, and a codebook's order is the
            // library's own.
            for (QJsonObject *object : { &first, &second }) {
                QJsonObject review = (*object)[u"review"].toObject();
                review.remove(u"updated"_s);
                object->insert(u"review"_s, review);
                object->remove(u"codebook"_s);
            }
            QCOMPARE(QJsonDocument(second).toJson(), QJsonDocument(first).toJson());
        }
        QCOMPARE(*other.library->check(), QStringList());
    }

    void aFileInItsWayIsNotReplaced()
    {
        const auto again = Services::buildSampleLibrary(path());
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Refused);
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"sample.sslib"_s); }

    QTemporaryDir m_folder;
    std::unique_ptr<Store::Library> m_library;
};

QTEST_GUILESS_MAIN(SampleLibraryTest)
#include "tst_samplelibrary.moc"
