// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/importerregistry.h"
#include "support/recordingsink.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

/// A megabyte of one mark repeated makes careless reading take for ever; the time limit of the test
/// program guards these importers.
class RepeatedMarksTest : public QObject {
    Q_OBJECT

    const ImporterRegistry m_registry;

    static constexpr qsizetype kBytes = 1024 * 1024;

    static ImportOptions everythingGiven()
    {
        ImportOptions options;
        options.fallbackZone = u"UTC"_s;
        options.date = CivilTime{ 2018, 2, 20 };
        options.start = TimePoint::fromSeconds(1'519'130'000);
        return options;
    }

    void readAll(const Importer &importer, const QByteArray &bytes) const
    {
        RecordingSink sink;
        const auto input = EvidenceInput::fromBytes(u"evidence"_s, bytes);
        (void)importer.probe(*input);
        (void)importer.missing(*input, {});
        const auto summary = importer.read(*input, everythingGiven(), sink);
        QVERIFY(summary ? !(sink.events.isEmpty() && sink.seriesTaken.isEmpty())
                        : !summary.error().what.isEmpty());
    }

private slots:
    void aMegabyteOfOneMarkIsReadInOneGo_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("unit");
        for (const auto *id : { "syslog", "app-log", "access-log", "icalendar", "plaso",
                                "timesketch", "second-story", "dispatch-dump" }) {
            for (const char *unit : { "[",
                                      "<",
                                      "<1>",
                                      "<14>2018-02-20T14:17:35Z ",
                                      "\"",
                                      "\" 2",
                                      "a=\"\\",
                                      "2018-02-20 ",
                                      "14:17:35 ",
                                      "1519136255 ",
                                      "\x1b]",
                                      "\x1b[",
                                      "[20/Feb/2018:14:17:35 +0000] ",
                                      "/",
                                      ";",
                                      ";A=\"",
                                      ":",
                                      ",",
                                      "|",
                                      "\t",
                                      "{\"",
                                      "\\",
                                      "\xc3",
                                      " - ",
                                      "\n ",
                                      "BEGIN:VEVENT\n",
                                      "BEGIN:VTIMEZONE\nTZID:a\nBEGIN:STANDARD\n",
                                      "COPY a (b) FROM stdin;\n",
                                      "#Fields: time\n" })
                QTest::addRow("%s: %s", id, QByteArray(unit).toPercentEncoding().constData())
                    << QString::fromLatin1(id) << QByteArray(unit);
        }
    }

    void aMegabyteOfOneMarkIsReadInOneGo()
    {
        QFETCH(QString, id);
        QFETCH(QByteArray, unit);
        const Importer &importer = *m_registry.find(id);
        const QByteArray marks = unit.repeated(kBytes / unit.size());
        readAll(importer, marks);
        // The same behind a sound beginning, which puts the reader into the middle of its format.
        const QDir seeds(qEnvironmentVariable("SECONDSTORY_SOURCE") + u"/tests/fuzz/corpus/"_s
                         + id);
        const QStringList names = seeds.entryList(QDir::Files, QDir::Name);
        QVERIFY(!names.isEmpty());
        for (const QString &name : names) {
            QFile file(seeds.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray sound = file.readAll();
            readAll(importer, sound + marks);
            readAll(importer, sound.left(sound.size() / 2) + marks + sound);
        }
    }

    void calendarsFullOfZonesAndNamesEnd()
    {
        const Importer &importer = *m_registry.find(u"icalendar"_s);
        QByteArray zones = "BEGIN:VCALENDAR\n";
        for (int i = 0; i < 20'000; ++i)
            zones += "BEGIN:VEVENT\nSUMMARY:x\nDTSTART;TZID=Zone/" + QByteArray::number(i)
                + ":20180220T140000\nEND:VEVENT\n";
        readAll(importer, zones + "END:VCALENDAR\n");
        const QByteArray slashes(500'000, '/');
        readAll(importer,
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + slashes + "\nDTSTART;TZID=" + slashes
                    + ":20180220T140000\nEND:VEVENT\nEND:VCALENDAR\n");
        const QByteArray words = QByteArray("Away Ab ").repeated(60'000);
        readAll(
            importer,
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + words + "\nCATEGORIES:" + words
                + "\nDTSTART:20180220T140000Z\nRRULE:FREQ=SECONDLY\nEND:VEVENT\nEND:VCALENDAR\n");
    }
};

QTEST_GUILESS_MAIN(RepeatedMarksTest)
#include "tst_repeatedmarks.moc"
