// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/exchangestorage.h"
#include "support/fullreview.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

class ExchangeTest : public QObject {
    Q_OBJECT

    static QJsonObject exported(Store::Library &library, ReviewId id)
    {
        const auto review = Services::loadForExchange(library, id);
        return review ? Services::writeExchange(*review) : QJsonObject();
    }

    static QString write(const TestLibrary &t, const QByteArray &bytes)
    {
        QFile file(t.file(u"in.json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the test's file could not be written");
        return file.fileName();
    }

private slots:
    void aReviewWithEverythingComesThroughAnotherLibraryUnchanged()
    {
        TestLibrary first;
        const FullReview full(*first.library);
        const QJsonObject out = exported(*first.library, full.id);
        QVERIFY(!out.isEmpty());
        for (const QString &key : out.keys()) {
            if (out[key].isArray())
                QVERIFY2(!out[key].toArray().isEmpty(), qPrintable(key));
        }

        TestLibrary second;
        const auto ids = Services::importExchangeFile(*second.library,
                                                      write(second, QJsonDocument(out).toJson()));
        VERIFY_RESULT(ids);
        QCOMPARE(*ids, QList<ReviewId>{ full.id });
        const QJsonObject again = exported(*second.library, full.id);
        for (const QString &key : out.keys())
            QCOMPARE(QJsonDocument(QJsonObject{ { key, again[key] } }).toJson(),
                     QJsonDocument(QJsonObject{ { key, out[key] } }).toJson());
        QCOMPARE(again, out);
        const auto findings = second.library->check();
        VERIFY_RESULT(findings);
        QCOMPARE(*findings, QStringList());
    }

    void aReviewThatIsThereAlreadyIsAConflict()
    {
        TestLibrary t;
        const FullReview full(*t.library);
        const auto ids = Services::importExchangeFile(
            *t.library, write(t, QJsonDocument(exported(*t.library, full.id)).toJson()));
        QVERIFY(!ids);
        QCOMPARE(ids.error().code, ErrorCode::Conflict);
    }

    void oneBadLineKeepsTheWholeFileOut()
    {
        TestLibrary t;
        const QByteArray good = R"({"format":"secondstory-review/1","review":{"title":"One"}})";
        const QByteArray bad =
            R"({"format":"secondstory-review/1","review":{"title":"Two","slip":1}})";
        const auto ids =
            Services::importExchangeFile(*t.library, write(t, good + '\n' + bad + '\n'));
        QVERIFY(!ids);
        QCOMPARE(ids.error().code, ErrorCode::BadInput);
        QVERIFY2(ids.error().place.contains(u"line 2"_s), qPrintable(ids.error().place));
        QCOMPARE(t.library->reviews().list()->size(), 0);
    }

    void localNamesBecomeIdsOfTheirOwn()
    {
        TestLibrary t;
        const QByteArray json = R"({"format":"secondstory-review/1","review":{"title":"By hand"},
            "factors":[{"id":"pool","title":"One pool"},{"id":"out","title":"Orders fail"}],
            "influences":[{"from":"pool","to":"out"}]})";
        const auto ids = Services::importExchangeFile(*t.library, write(t, json));
        VERIFY_RESULT(ids);
        const auto contents = t.library->reviews().load(ids->first());
        VERIFY_RESULT(contents);
        QCOMPARE(contents->influences.size(), 1);
        const auto *from = findRecord<Factor>(*contents, contents->influences[0].from);
        QVERIFY(from);
        QCOMPARE(from->title, u"One pool"_s);
    }

    void aReferenceToNothingIsRefusedWithItsPlace()
    {
        TestLibrary t;
        const QByteArray json = R"({"format":"secondstory-review/1","review":{"title":"By hand"},
            "factors":[{"id":"pool","title":"One pool"}],
            "influences":[{"from":"pool","to":"nowhere"}]})";
        const auto ids = Services::importExchangeFile(*t.library, write(t, json));
        QVERIFY(!ids);
        QCOMPARE(ids.error().place, u"/influences/0/to"_s);
    }
};

QTEST_GUILESS_MAIN(ExchangeTest)
#include "tst_exchange.moc"
