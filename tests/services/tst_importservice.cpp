// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/analystname.h"
#include "services/importservice.h"
#include "services/importsession.h"
#include "support/tarbuilder.h"
#include "support/testlibrary.h"

#include <QCryptographicHash>
#include <QStandardPaths>
#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

class ImportServiceTest : public QObject {
    Q_OBJECT

    static QString write(const TestLibrary &t, const QString &name, const QByteArray &bytes)
    {
        QFile file(t.file(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the test's file could not be written");
        return file.fileName();
    }

    static QByteArray rows(int count)
    {
        QByteArray csv = "time,author,message\n";
        for (int i = 0; i < count; ++i)
            csv += "2026-03-12T10:" + QByteArray::number(i / 60 % 60).rightJustified(2, '0') + ':'
                + QByteArray::number(i % 60).rightJustified(2, '0') + "Z,jo,message "
                + QByteArray::number(i) + '\n';
        return csv;
    }

    static qint64 events(TestLibrary &t) { return t.library->info()->events; }

    Importing::ImporterRegistry m_registry;

private slots:
    void everyRecordIsImportedSkippedOrADuplicate()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        const QString path = write(
            t, u"chat.csv"_s, rows(3) + "not a time,jo,odd row\n2026-03-12T11:00:00Z,amy,last\n");
        Services::ImportService service(*t.library, m_registry);
        const auto outcome = service.run({ .path = path, .review = review });
        VERIFY_RESULT(outcome);
        const EvidenceSource &source = outcome->source;
        QCOMPARE(source.read, source.imported + source.skipped + source.duplicates);
        QCOMPARE(source.read, 5);
        QCOMPARE(source.authors, 2);
        QCOMPARE(toRfc3339(*source.first), u"2026-03-12T10:00:00Z"_s);
        QCOMPARE(toRfc3339(*source.last), u"2026-03-12T11:00:00Z"_s);
        QCOMPARE(events(t), source.imported);
        QCOMPARE(*t.library->sources().bytes(source.id), [&] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }());
    }

    void whoBringsAFileInIsWrittenBesideIt()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        const QString path = write(t, u"chat.csv"_s, rows(3));
        Services::ImportService service(*t.library, m_registry);
        VERIFY_RESULT(service.run({ .path = path, .review = review, .by = u" Asha  K. "_s }));
        QCOMPARE(t.library->reviews().load(review)->sources.first().importedBy, u"Asha K."_s);
    }

    void peopleAreCalledAsTheySayElseAsTheirAccount()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"secondstory-tests"_s);
        QCoreApplication::setApplicationName(u"importservice"_s);
        Services::setAnalystName({});
        const QByteArray account = qgetenv("USER");
        qputenv("USER", "asha");
        QCOMPARE(Services::analystName(), u"asha"_s);
        Services::setAnalystName(u"  Asha  K. "_s);
        QCOMPARE(Services::analystName(), u"Asha K."_s);
        Services::setAnalystName(u" "_s);
        QCOMPARE(Services::analystName(), u"asha"_s);
        qputenv("USER", account);
    }

    void theSameFileTwiceAddsNothing()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        const QString path = write(t, u"chat.csv"_s, rows(3));
        Services::ImportService service(*t.library, m_registry);
        VERIFY_RESULT(service.run({ .path = path, .review = review }));
        const auto again = service.run({ .path = path, .review = review });
        VERIFY_RESULT(again);
        QVERIFY(again->wasThere);
        QCOMPARE(again->source.imported, 0);
        QCOMPARE(again->source.read, again->source.skipped + again->source.duplicates);
        QCOMPARE(events(t), 3);
    }

    void aPackedFileKeepsItsOwnDigestAndIsKnownAgainUnpacked_data()
    {
        QTest::addColumn<bool>("isPackedFirst");
        QTest::newRow("packed first") << true;
        QTest::newRow("unpacked first") << false;
    }
    void aPackedFileKeepsItsOwnDigestAndIsKnownAgainUnpacked()
    {
        QFETCH(const bool, isPackedFirst);
        TestLibrary t;
        const ReviewId review = t.addReview();
        const QByteArray packedBytes = Importing::gzipped(rows(3));
        const QString packed = write(t, u"chat.csv.gz"_s, packedBytes);
        const QString plain = write(t, u"chat.csv"_s, rows(3));
        const auto digest = [](const QByteArray &bytes) {
            return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        };
        Services::ImportService service(*t.library, m_registry);
        const auto first =
            service.run({ .path = isPackedFirst ? packed : plain, .review = review });
        VERIFY_RESULT(first);
        QCOMPARE(first->source.sha256, digest(isPackedFirst ? packedBytes : rows(3)));
        QCOMPARE(first->source.contentSha256, isPackedFirst ? digest(rows(3)) : QByteArray());
        QCOMPARE(first->source.size, isPackedFirst ? packedBytes.size() : rows(3).size());
        const auto stored = t.library->reviews().load(review);
        QCOMPARE(stored->sources.first().sha256, first->source.sha256);
        QCOMPARE(stored->sources.first().contentSha256, first->source.contentSha256);
        for (const QString &path : { packed, plain }) {
            const auto again = service.run({ .path = path, .review = review });
            VERIFY_RESULT(again);
            QVERIFY(again->wasThere);
            QCOMPARE(again->source.id, first->source.id);
        }
        // Packed once more, by another packer: other bytes, the same content.
        const auto repacked =
            service.run({ .path = write(t, u"again.gz"_s,
                                        Importing::gzipped(rows(1))
                                            + Importing::gzipped(rows(3).mid(rows(1).size()))),
                          .review = review });
        VERIFY_RESULT(repacked);
        QVERIFY(repacked->wasThere);
        QCOMPARE(*t.library->sources().reviewOfDigest(digest(rows(3))), review);
        QCOMPARE(events(t), 3);
    }

    void aChannelIsFoundInItsLaneThoughSomebodyRenamedIt()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        const auto file = [&t](const QString &name, const QByteArray &minute) {
            return write(t, name,
                         "time,channel,message\n2026-03-12T10:" + minute
                             + ":00Z,#inc,one\n2026-03-12T10:" + minute + ":30Z,#ops,two\n");
        };
        Services::ImportService service(*t.library, m_registry);
        VERIFY_RESULT(service.run({ .path = file(u"a.csv"_s, "01"), .review = review }));
        const QList<Lane> lanes = t.library->reviews().load(review)->lanes;
        QCOMPARE(lanes.size(), 2);
        Lane renamed = lanes.first();
        QCOMPARE(renamed.name, u"#inc"_s);
        renamed.name = u"Incident channel"_s;
        VERIFY_RESULT(t.library->edits().apply(ChangeSet().update(lanes.first(), renamed)));

        VERIFY_RESULT(service.run({ .path = file(u"b.csv"_s, "02"), .review = review }));
        const QList<Lane> after = t.library->reviews().load(review)->lanes;
        QCOMPARE(after.size(), 2);
        const auto table = t.library->events().table(review);
        VERIFY_RESULT(table);
        QMap<QString, int> counts;
        for (const EventRow &row : table->rows) {
            const auto lane = std::find_if(after.begin(), after.end(), [&](const Lane &each) {
                return each.id == table->lanes[row.lane];
            });
            QVERIFY(lane != after.end());
            ++counts[lane->name];
        }
        QCOMPARE(counts, (QMap<QString, int>{ { u"#ops"_s, 2 }, { u"Incident channel"_s, 2 } }));
    }

    void cancellingLeavesNothingOfTheFile()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        const QString path = write(t, u"long.csv"_s, rows(3500));
        Services::ImportService service(*t.library, m_registry);
        int calls = 0;
        const auto outcome =
            service.run({ .path = path, .review = review }, [&](const Services::ImportProgress &p) {
                ++calls;
                return p.records < 2'000;
            });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
        QCOMPARE_GT(calls, 0);
        QCOMPARE(events(t), 0);
        const auto contents = t.library->reviews().load(review);
        VERIFY_RESULT(contents);
        QVERIFY(contents->sources.isEmpty());
        QVERIFY(contents->people.isEmpty());
        QVERIFY(contents->lanes.isEmpty());
    }

    void anUnknownFormatNamesThoseConsidered()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        const QString path = write(t, u"noise.bin"_s, QByteArray("\x01\x02\x03\xff\xfe noise", 11));
        Services::ImportService service(*t.library, m_registry);
        const auto outcome = service.run({ .path = path, .review = review });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::BadInput);
        QCOMPARE(outcome.error().file, path);
        QCOMPARE(events(t), 0);
    }

    void aMissingFileIsToldByName()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        Services::ImportService service(*t.library, m_registry);
        const auto outcome = service.run({ .path = t.file(u"nowhere.csv"_s), .review = review });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::NotFound);
        QCOMPARE(outcome.error().file, t.file(u"nowhere.csv"_s));
    }

    void previewStoresNothing()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        Services::ImportService service(*t.library, m_registry);
        const auto preview =
            service.preview({ .path = write(t, u"chat.csv"_s, rows(30)), .review = review }, 5);
        VERIFY_RESULT(preview);
        QCOMPARE(preview->events.size(), 5);
        QCOMPARE(preview->problem, QString());
        QCOMPARE(events(t), 0);
    }

    void anUndatedRecordsAuthorCountsToo()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        const auto contents = t.library->reviews().load(review);
        VERIFY_RESULT(contents);
        EvidenceSource source;
        source.id = SourceId::create();
        source.reviewId = review;
        auto writer = t.library->sources().beginImport(review, source.id);
        VERIFY_RESULT(writer);
        Services::ImportSession session(*contents, source, u"lane"_s, Services::LaneRule::Suggested,
                                        {}, **writer, {}, 0);
        Importing::ParsedEvent parsed;
        parsed.title = u"Somebody called"_s;
        parsed.actors = { { u"jo"_s, {}, PersonKind::Human } };
        VERIFY_RESULT(session.event(parsed));
        QCOMPARE(session.source().undated, 1);
        QCOMPARE(session.source().authors, 1);
    }
};

QTEST_GUILESS_MAIN(ImportServiceTest)
#include "tst_importservice.moc"
