// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/importerregistry.h"
#include "importing/limits.h"
#include "support/recordingsink.h"

#include <QDir>
#include <QFile>
#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

/// The same damage for every chat format, done to the sound files of the fuzzers' corpus.
class DamagedChatsTest : public QObject {
    Q_OBJECT

    const ImporterRegistry m_registry;

    static ImportOptions everythingGiven()
    {
        ImportOptions options;
        options.fallbackZone = u"UTC"_s;
        options.date = CivilTime{ 2024, 3, 4 };
        options.start = TimePoint::fromSeconds(1'709'546'000);
        return options;
    }

    static bool isText(const QString &id)
    {
        return QStringList{ u"slack-paste"_s, u"irc"_s, u"whatsapp"_s,
                            u"zoom-chat"_s,   u"srt"_s, u"webvtt"_s }
            .contains(id);
    }

    static void addFiles()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("bytes");
        for (const QString &id :
             { u"slack-paste"_s, u"mattermost"_s, u"discord"_s, u"matrix"_s, u"teams"_s, u"irc"_s,
               u"whatsapp"_s, u"zoom-chat"_s, u"srt"_s, u"webvtt"_s, u"gitter"_s }) {
            const QDir folder(QStringLiteral(QT_TESTCASE_SOURCEDIR "/fuzz/corpus/") + id);
            QVERIFY2(folder.exists(), qPrintable(folder.path()));
            for (const QString &name : folder.entryList(QDir::Files)) {
                QFile file(folder.filePath(name));
                QVERIFY(file.open(QIODevice::ReadOnly));
                QTest::addRow("%s/%s", qPrintable(id), qPrintable(name)) << id << file.readAll();
            }
        }
    }

    static void checkContract(const RecordingSink &sink)
    {
        QSet<QString> places;
        for (const ParsedEvent &event : sink.events) {
            QVERIFY(!event.title.isEmpty() && event.title.size() <= Limits::kTitleCharacters
                    && !event.title.contains(u'\n'));
            QVERIFY(!event.place.isEmpty() && !places.contains(event.place));
            QVERIFY(event.time.isDated() == (event.time.basis != TimeBasis::None));
            for (const ParsedActor &actor : event.actors)
                QVERIFY(!actor.name.isEmpty());
            places.insert(event.place);
        }
    }

private slots:
    void everySpellingOfASoundFileGivesTheSame_data() { addFiles(); }

    void everySpellingOfASoundFileGivesTheSame()
    {
        QFETCH(QString, id);
        QFETCH(QByteArray, bytes);
        const Importer &importer = *m_registry.find(id);
        const auto candidates = m_registry.detect(*EvidenceInput::fromBytes(u"x"_s, bytes));
        QVERIFY(!candidates.empty());
        QCOMPARE(candidates.front().importer->id(), id);
        RecordingSink expected;
        QVERIFY(readBytes(importer, bytes, expected, everythingGiven()));
        QVERIFY(!expected.events.isEmpty());
        checkContract(expected);
        QByteArray carriage = bytes;
        carriage.replace("\n", "\r\n");
        QStringEncoder little(QStringEncoder::Utf16LE);
        const QByteArray wide = little(QString::fromUtf8(bytes));
        for (const QByteArray &variant :
             { QByteArray("\xEF\xBB\xBF" + bytes), carriage, QByteArray("\xFF\xFE" + wide) }) {
            RecordingSink sink;
            const auto summary = readBytes(importer, variant, sink, everythingGiven());
            QVERIFY2(summary, qPrintable(summary ? QString() : summary.error().toString()));
            QCOMPARE(sink.titles(), expected.titles());
            QCOMPARE(sink.times(), expected.times());
        }
    }

    void damageIsRefusedWithFileAndReason_data() { addFiles(); }

    void damageIsRefusedWithFileAndReason()
    {
        QFETCH(QString, id);
        QFETCH(QByteArray, bytes);
        QByteArray nul = bytes;
        nul.append(QByteArray("\0\n", 2));
        const QByteArray hugeLine = bytes + QByteArray(Limits::kLineBytes + 100, 'x');
        for (const QByteArray &damaged :
             { QByteArray(), nul, hugeLine, QByteArray::fromHex("89504e470d0a1a0a0000000d"),
               QByteArray("just one line of prose\n") }) {
            RecordingSink sink;
            const auto summary =
                readBytes(*m_registry.find(id), damaged, sink, everythingGiven(), u"evidence"_s);
            QVERIFY(!summary);
            QVERIFY(summary.error().code == ErrorCode::BadInput);
            QCOMPARE(summary.error().file, u"evidence"_s);
            QVERIFY(!summary.error().what.isEmpty());
        }
    }

    void cutAndChangedFilesAlwaysGetAnAnswer_data() { addFiles(); }

    void cutAndChangedFilesAlwaysGetAnAnswer()
    {
        QFETCH(QString, id);
        QFETCH(QByteArray, bytes);
        quint32 state = 4711;
        const auto random = [&state](quint32 below) {
            state = state * 1664525 + 1013904223;
            return (state >> 8) % below;
        };
        const Importer &importer = *m_registry.find(id);
        for (int i = 0; i < 3'000; ++i) {
            QByteArray changed =
                bytes.left(i < bytes.size() ? static_cast<qsizetype>(i)
                                            : static_cast<qsizetype>(bytes.size()));
            for (quint32 k = 0; i >= bytes.size() && k <= random(4); ++k)
                changed[static_cast<qsizetype>(random(static_cast<quint32>(changed.size())))] =
                    static_cast<char>(random(256));
            RecordingSink sink;
            const auto input = EvidenceInput::fromBytes(u"evidence"_s, changed);
            (void)importer.probe(*input);
            (void)importer.missing(*input, {});
            const auto summary = importer.read(*input, everythingGiven(), sink);
            QVERIFY(!summary || !sink.events.isEmpty());
            checkContract(sink);
        }
    }

    /// Pieces that make a careless reader walk to the end for each of them; the time limit of the
    /// test program guards them.
    void repeatedMarksAreReadInOneGo()
    {
        for (const auto &importer : m_registry.all()) {
            if (!isText(importer->id()))
                continue;
            for (const char *piece : { "<", "[", "[12:18] <", "> ", "{\\", "-->", "\x03",
                                       "12:18:05\t", "a: ", "1/1/24, ", "\n", "T 1 ",
                                       "<a> is now known as ", "```\n", "00:00:01,000 " }) {
                const QByteArray unit(piece);
                QByteArray bytes = importer->id() == u"webvtt"_s ? QByteArray("WEBVTT\n\n")
                                                                 : QByteArray("[12:18] <a> b\n");
                bytes += unit.repeated(900'000 / unit.size());
                const auto input = EvidenceInput::fromBytes(u"x"_s, bytes);
                (void)importer->probe(*input);
                (void)importer->missing(*input, {});
                RecordingSink sink;
                (void)importer->read(*input, everythingGiven(), sink);
                checkContract(sink);
            }
        }
    }
};

QTEST_GUILESS_MAIN(DamagedChatsTest)
#include "tst_damagedchats.moc"
