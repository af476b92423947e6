// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/recordkeys.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Services;

class RecordKeysTest : public QObject {
    Q_OBJECT

    static Importing::ParsedEvent record(const QString &title, const QString &key = {})
    {
        Importing::ParsedEvent event;
        event.title = title;
        event.naturalKey = key;
        return event;
    }

private slots:
    void aRecordsOwnKeyIsKept()
    {
        RecordKeys keys{ KeySet() };
        auto event = record(u"Paged"_s, u"C01:1"_s);
        QVERIFY(keys.isNew(event));
        QCOMPARE(event.naturalKey, u"C01:1"_s);
        QVERIFY(!keys.isNew(event));
    }

    void recordsThatStateTheVerySameStayTwo()
    {
        RecordKeys keys{ KeySet() };
        auto first = record(u"retry"_s);
        auto second = record(u"retry"_s);
        auto third = record(u"retry"_s);
        QVERIFY(keys.isNew(first));
        QVERIFY(keys.isNew(second));
        QVERIFY(keys.isNew(third));
        QCOMPARE(first.naturalKey.size(), 23);
        QVERIFY(first.naturalKey.startsWith(u'~'));
        QCOMPARE(second.naturalKey, QString(first.naturalKey + u"#2"_s));
        QCOMPARE(third.naturalKey, QString(first.naturalKey + u"#3"_s));
    }

    void aGrownFileAddsOnlyWhatIsNew()
    {
        QStringList stored;
        RecordKeys before{ KeySet() };
        for (const QString &title : { u"up"_s, u"retry"_s, u"retry"_s }) {
            auto event = record(title);
            QVERIFY(before.isNew(event));
            stored << event.naturalKey;
        }
        KeySet known;
        for (const QString &key : std::as_const(stored))
            known.add(key.toUtf8());
        RecordKeys after(std::move(known));
        QStringList added;
        for (const QString &title : { u"up"_s, u"retry"_s, u"retry"_s, u"retry"_s, u"down"_s }) {
            auto event = record(title);
            if (after.isNew(event))
                added << title;
        }
        QCOMPARE(added, (QStringList{ u"retry"_s, u"down"_s }));
    }

    void whereOnePartEndsCounts()
    {
        RecordKeys keys{ KeySet() };
        auto first = record(u"ab"_s);
        first.text = u"c"_s;
        auto second = record(u"a"_s);
        second.text = u"bc"_s;
        QVERIFY(keys.isNew(first));
        QVERIFY(keys.isNew(second));
        QVERIFY(!second.naturalKey.contains(u'#'));
        QVERIFY(first.naturalKey != second.naturalKey);
    }

    void theAssumedInstantDoesNotCount()
    {
        RecordKeys keys{ KeySet() };
        auto paris = record(u"up"_s);
        paris.time.text = u"14:02"_s;
        paris.time.start = TimePoint{ 1 };
        auto london = paris;
        london.time.start = TimePoint{ 3'600'000'001 };
        QVERIFY(keys.isNew(paris));
        QVERIFY(keys.isNew(london));
        QCOMPARE(london.naturalKey, QString(paris.naturalKey + u"#2"_s));
    }
};

QTEST_GUILESS_MAIN(RecordKeysTest)
#include "tst_recordkeys.moc"
