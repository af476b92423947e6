// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/importerregistry.h"
#include "importing/limits.h"
#include "support/recordingsink.h"

#include <QDir>
#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

/// The same damage for every importer: each has to refuse or to read, never to hang or to fall
/// over.
class DamagedInputsTest : public QObject {
    Q_OBJECT

    const ImporterRegistry m_registry;

    static ImportOptions everythingGiven()
    {
        ImportOptions options;
        options.fallbackZone = u"UTC"_s;
        options.date = CivilTime{ 2018, 2, 20 };
        options.start = TimePoint::fromSeconds(1'519'130'000);
        return options;
    }

    /// A small sound file of each plain format.
    static QByteArray sound(const QString &id)
    {
        // The seeds of the fuzzers are sound files; the first of each importer stands for it.
        const QDir seeds(qEnvironmentVariable("SECONDSTORY_SOURCE") + u"/tests/fuzz/corpus/"_s
                         + id);
        const QStringList names = seeds.entryList(QDir::Files, QDir::Name);
        if (QFile file(names.isEmpty() ? QString() : seeds.filePath(names.first()));
            !names.isEmpty() && file.open(QIODevice::ReadOnly))
            return file.readAll();
        if (id == u"text-timeline"_s)
            return "# 2018-02-20\n\n## Timeline\n\n### 14:00\n\nIt began.\n\n- 15:00 it went "
                   "on\n\n| Time | What |\n|--|--|\n| 16:00 | over |\n";
        if (id == u"git-log"_s)
            return "commit 1ad71a95606d02c1a6d5\nAuthor: A B <a@x>\nDate:   Thu Feb 22 18:04:29 "
                   "2018 -0800\n\n    subject\n\n a | 2 +-\n";
        if (id == u"csv"_s)
            return "time,event,who\n2018-02-20T14:00:00Z,\"a, "
                   "\"\"b\"\"\nc\",x\n2018-02-20T15:00:00Z,d,y\n";
        if (id == u"jsonl"_s)
            return "{\"time\": \"2018-02-20T14:00:00Z\", \"text\": \"a\\u00e9\", \"in\": {\"x\": "
                   "[1, 2.5e3, null]}}\n{\"time\": 1519130000, \"text\": \"b\"}\n";
        return "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Ann>hello &amp; bye\n\n00:03.000 "
               "--> 00:04.000\nBen: yes\n";
    }

private slots:
    void damageIsRefusedWithFileAndReason_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("what");
        for (const auto &importer : m_registry.all()) {
            const QString id = importer->id();
            if (id == u"slack-export"_s)
                continue;
            const auto row = [&id](const char *name, const QByteArray &bytes, const QString &what) {
                QTest::addRow("%s: %s", qPrintable(id), name) << id << bytes << what;
            };
            QStringEncoder utf16(QStringEncoder::Utf16LE);
            // JSON may stand on one line as long as a record may be.
            const bool isJson = id != u"jsonl"_s && QByteArrayView(sound(id)).startsWith('{');
            const QByteArray wide = utf16(QString::fromUtf8(sound(id)));
            row("empty", {}, u"is empty"_s);
            row("NUL in the middle", sound(id) + QByteArray("\0", 1) + "\n", u"NUL"_s);
            row("UTF-16 without a mark", wide, {});
            row("a huge line",
                QByteArray(sound(id)).append(QByteArray(Limits::kLineBytes + 100, 'x')),
                isJson ? QString() : u"4 MiB"_s);
            row("binary", QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000"), {});
            row("another format", "just one line of prose\n", {});
        }
    }

    void damageIsRefusedWithFileAndReason()
    {
        QFETCH(QString, id);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, what);
        RecordingSink sink;
        const auto summary =
            readBytes(*m_registry.find(id), bytes, sink, everythingGiven(), u"evidence"_s);
        QVERIFY(!summary);
        QVERIFY(summary.error().code == ErrorCode::BadInput);
        QCOMPARE(summary.error().file, u"evidence"_s);
        QVERIFY2(summary.error().what.contains(what), qPrintable(summary.error().toString()));
    }

    void everySpellingOfASoundFileGivesTheSame_data()
    {
        QTest::addColumn<QString>("id");
        for (const auto &importer : m_registry.all()) {
            if (importer->id() != u"slack-export"_s)
                QTest::newRow(qPrintable(importer->id())) << importer->id();
        }
    }

    void everySpellingOfASoundFileGivesTheSame()
    {
        QFETCH(QString, id);
        const Importer &importer = *m_registry.find(id);
        RecordingSink expected;
        const QByteArray bytes = sound(id);
        QVERIFY(readBytes(importer, bytes, expected, everythingGiven()));
        QVERIFY(!expected.events.isEmpty());
        QVERIFY(expected.skipped.isEmpty());
        QStringEncoder little(QStringEncoder::Utf16LE);
        QStringEncoder big(QStringEncoder::Utf16BE);
        const QByteArray littleBytes = little(QString::fromUtf8(bytes));
        const QByteArray bigBytes = big(QString::fromUtf8(bytes));
        QByteArray carriage = bytes;
        carriage.replace("\n", "\r\n");
        QByteArray lone = bytes;
        lone.replace('\n', '\r');
        for (const QByteArray &variant :
             { QByteArray("\xEF\xBB\xBF" + bytes), carriage, lone,
               QByteArray("\xFF\xFE" + littleBytes), QByteArray("\xFE\xFF" + bigBytes) }) {
            RecordingSink sink;
            const auto summary = readBytes(importer, variant, sink, everythingGiven());
            QVERIFY2(summary, qPrintable(summary ? QString() : summary.error().toString()));
            QCOMPARE(sink.titles(), expected.titles());
            QCOMPARE(sink.times(), expected.times());
            QVERIFY(!m_registry.detect(*EvidenceInput::fromBytes(u"x"_s, variant)).empty());
        }
    }

    void everyRecordIsAsTheContractSays()
    {
        for (const auto &importer : m_registry.all()) {
            if (importer->id() == u"slack-export"_s)
                continue;
            RecordingSink sink;
            QVERIFY(readBytes(*importer, sound(importer->id()), sink, everythingGiven()));
            QSet<QString> places;
            for (const ParsedEvent &event : sink.events) {
                QVERIFY(!event.title.isEmpty() && event.title.size() <= Limits::kTitleCharacters
                        && !event.title.contains(u'\n'));
                QVERIFY(!event.place.isEmpty());
                QVERIFY(!places.contains(event.place));
                QVERIFY(event.time.isDated() == (event.time.basis != TimeBasis::None));
                places.insert(event.place);
            }
        }
    }

    /// Every cut and many small changes of a sound file: an answer each time, and a sound one.
    void cutAndChangedFilesAlwaysGetAnAnswer()
    {
        quint32 state = 4711;
        const auto random = [&state](quint32 below) {
            state = state * 1664525 + 1013904223;
            return (state >> 8) % below;
        };
        for (const auto &importer : m_registry.all()) {
            if (importer->id() == u"slack-export"_s)
                continue;
            const QByteArray bytes = sound(importer->id());
            QList<QByteArray> variants;
            for (qsizetype n = 0; n < bytes.size(); ++n)
                variants.append(bytes.left(n));
            for (int i = 0; i < 2'000; ++i) {
                QByteArray changed = bytes;
                for (quint32 k = 0; k <= random(4); ++k)
                    changed[static_cast<qsizetype>(random(static_cast<quint32>(changed.size())))] =
                        static_cast<char>(random(256));
                variants.append(changed);
            }
            for (const QByteArray &variant : variants) {
                RecordingSink sink;
                const auto input = EvidenceInput::fromBytes(u"evidence"_s, variant);
                (void)importer->probe(*input);
                (void)importer->missing(*input, {});
                const auto summary = importer->read(*input, everythingGiven(), sink);
                if (summary) {
                    QVERIFY(!sink.events.isEmpty());
                } else {
                    QVERIFY(!summary.error().what.isEmpty());
                    QCOMPARE(summary.error().file, u"evidence"_s);
                }
                for (const ParsedEvent &event : sink.events)
                    QVERIFY(!event.title.isEmpty()
                            && event.title.size() <= Limits::kTitleCharacters);
            }
        }
    }

    /// Inputs that make careless pattern matching take for ever; the time limit of the test program
    /// guards them.
    void nestedAndRepeatedMarksAreReadInOneGo()
    {
        const Importer &importer = *m_registry.find(u"text-timeline"_s);
        for (const QByteArray &unit :
             { QByteArray("[x]("), QByteArray("**a*_`"), QByteArray("( "), QByteArray("about "),
               QByteArray("| "), QByteArray("2018-02-"), QByteArray("![") }) {
            RecordingSink sink;
            const QByteArray bytes =
                "# 2018-02-20\n- 14:00 " + unit.repeated(40'000) + "\n- 15:00 b\n";
            const auto summary = readBytes(importer, bytes, sink, everythingGiven());
            QVERIFY(summary);
            QCOMPARE(sink.events.size() + sink.skipped.size(), 2);
        }
        const QByteArray brackets =
            "WEBVTT\n\n00:01.000 --> 00:02.000\n" + QByteArray(900'000, '<') + "\n";
        RecordingSink sink;
        QVERIFY(readBytes(*m_registry.find(u"webvtt"_s), brackets, sink, everythingGiven()));
    }
};

QTEST_GUILESS_MAIN(DamagedInputsTest)
#include "tst_damagedinputs.moc"
