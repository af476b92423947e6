// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/columnmapping.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class ColumnMappingTest : public QObject {
    Q_OBJECT

private slots:
    void knownTablesGoFirst_data()
    {
        QTest::addColumn<QStringList>("columns");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("words");
        QTest::newRow("our own") << QStringList{ u"id"_s,    u"time"_s, u"kind"_s,
                                                 u"actor"_s, u"lane"_s, u"text"_s }
                                 << u"time"_s << u"text"_s;
        QTest::newRow("Timesketch")
            << QStringList{ u"message"_s, u"Datetime"_s, u"timestamp_desc"_s, u"timestamp"_s }
            << u"Datetime"_s << u"message"_s;
        QTest::newRow("git") << QStringList{ u"commit"_s, u"author_date"_s, u"commit_date"_s,
                                             u"author"_s, u"subject"_s }
                             << u"commit_date"_s << u"subject"_s;
    }

    void knownTablesGoFirst()
    {
        QFETCH(QStringList, columns);
        QFETCH(QString, time);
        QFETCH(QString, words);
        const ColumnMapping mapping = guessMapping(columns);
        QVERIFY(!mapping.name.isEmpty());
        QCOMPARE(mapping.time, time);
        QCOMPARE(mapping.title + mapping.text, words);
    }

    void usualNamesAreFoundInTheFilesSpelling()
    {
        const ColumnMapping mapping =
            guessMapping({ u"When"_s, u"Summary"_s, u"Details"_s, u"Who"_s, u"foo"_s });
        QVERIFY(mapping.name.isEmpty());
        QCOMPARE(mapping.time, u"When"_s);
        QCOMPARE(mapping.title, u"Summary"_s);
        QCOMPARE(mapping.text, u"Details"_s);
        QCOMPARE(mapping.actor, u"Who"_s);
        QVERIFY(mapping.lane.isEmpty());
    }

    void dayAndClockAreJoined()
    {
        QCOMPARE(guessMapping({ u"Date"_s, u"Time"_s, u"event"_s }).time, u"Date+Time"_s);
    }

    void nothingKnownGivesAnEmptyMapping()
    {
        QVERIFY(guessMapping({ u"foo"_s, u"bar"_s }).isEmpty());
        QVERIFY(guessMapping({}).isEmpty());
    }

    void aMappingSurvivesItsFile()
    {
        for (const ColumnMapping &preset : mappingPresets()) {
            const auto read = mappingFromJson(toJson(preset));
            QVERIFY(read);
            QCOMPARE(*read, preset);
        }
    }

    void aWrongMappingFileIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place");
        QTest::newRow("unknown field")
            << QByteArray("{\"time\": \"t\", \"tme\": \"x\"}") << u"tme"_s;
        QTest::newRow("not a text") << QByteArray("{\"time\": 7}") << u"time"_s;
        QTest::newRow("unknown unit")
            << QByteArray("{\"time\": \"t\", \"timeFormat\": \"days\"}") << u"timeFormat"_s;
        QTest::newRow("nothing named") << QByteArray("{\"kind\": \"k\"}") << QString();
        QTest::newRow("a list") << QByteArray("[]") << QString();
    }

    void aWrongMappingFileIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, place);
        const auto read = mappingFromJson(json);
        QVERIFY(!read);
        QVERIFY(read.error().code == ErrorCode::BadInput);
        QCOMPARE(read.error().place, place);
        QVERIFY(!mappingFromJson("{\"time\""));
    }
};

QTEST_GUILESS_MAIN(ColumnMappingTest)
#include "tst_columnmapping.moc"
