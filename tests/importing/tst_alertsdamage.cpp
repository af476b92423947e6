// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/importers.h"
#include "importing/importerregistry.h"
#include "importing/limits.h"
#include "support/recordingsink.h"

#include <QDir>
#include <QSet>
#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

/// The same damage for every importer of the room, made of the sound files the fuzzers begin with.
class AlertsDamageTest : public QObject {
    Q_OBJECT

    const ImporterRegistry m_registry;

    struct Sound {
        QString id;
        QString name;
        QByteArray bytes;
    };

    static QList<Sound> soundFiles()
    {
        QList<Sound> files;
        std::vector<std::unique_ptr<Importer>> importers;
        addAlertsImporters(importers);
        for (const auto &importer : importers) {
            const QDir folder(qEnvironmentVariable("SECONDSTORY_SOURCE") + u"/tests/fuzz/corpus/"_s
                              + importer->id());
            for (const QString &name : folder.entryList(QDir::Files)) {
                QFile file(folder.filePath(name));
                if (file.open(QIODevice::ReadOnly))
                    files.append({ importer->id(), name, file.readAll() });
            }
        }
        return files;
    }

    static void checkContract(const RecordingSink &sink)
    {
        QSet<QString> places;
        QSet<QString> keys;
        for (const ParsedEvent &event : sink.events) {
            QVERIFY(!event.title.isEmpty() && !event.title.contains(u'\n')
                    && event.title.size() <= Limits::kTitleCharacters);
            QVERIFY(event.time.isDated() == (event.time.basis != TimeBasis::None));
            QVERIFY(!event.time.end || (event.time.start && *event.time.end >= *event.time.start));
            QVERIFY(!event.place.isEmpty() && !places.contains(event.place));
            QVERIFY(event.naturalKey.isEmpty() || !keys.contains(event.naturalKey));
            places.insert(event.place);
            keys.insert(event.naturalKey);
            for (const ParsedActor &actor : event.actors)
                QVERIFY(!actor.name.isEmpty());
        }
        for (const ParsedSeries &series : sink.seriesTaken) {
            QVERIFY(!series.name.isEmpty() && !series.samples.empty());
            for (size_t i = 1; i < series.samples.size(); ++i)
                QVERIFY(series.samples[i - 1].time < series.samples[i].time);
        }
    }

private slots:
    void everyImporterHasSoundFilesAndClaimsThem()
    {
        QSet<QString> ids;
        for (const Sound &sound : soundFiles()) {
            const auto input = EvidenceInput::fromBytes(sound.name, sound.bytes);
            const auto candidates = m_registry.detect(*input);
            QVERIFY2(!candidates.empty(), qPrintable(sound.name));
            QCOMPARE(candidates.front().importer->id(), sound.id);
            RecordingSink sink;
            QVERIFY(m_registry.find(sound.id)->read(*input, {}, sink));
            QVERIFY(sink.events.size() + sink.seriesTaken.size() > 0);
            checkContract(sink);
            ids.insert(sound.id);
        }
        std::vector<std::unique_ptr<Importer>> importers;
        addAlertsImporters(importers);
        QCOMPARE(static_cast<size_t>(ids.size()), importers.size());
    }

    void everySpellingOfASoundFileGivesTheSame()
    {
        for (const Sound &sound : soundFiles()) {
            const Importer &importer = *m_registry.find(sound.id);
            RecordingSink expected;
            QVERIFY(readBytes(importer, sound.bytes, expected));
            QStringEncoder little(QStringEncoder::Utf16LE);
            QStringEncoder big(QStringEncoder::Utf16BE);
            const QByteArray littleBytes = little(QString::fromUtf8(sound.bytes));
            const QByteArray bigBytes = big(QString::fromUtf8(sound.bytes));
            QByteArray carriage = sound.bytes;
            carriage.replace("\n", "\r\n");
            for (const QByteArray &variant :
                 { QByteArray("\xEF\xBB\xBF" + sound.bytes), carriage,
                   QByteArray("\xFF\xFE" + littleBytes), QByteArray("\xFE\xFF" + bigBytes) }) {
                RecordingSink sink;
                const auto summary = readBytes(importer, variant, sink);
                QVERIFY2(summary, qPrintable(sound.name));
                QCOMPARE(sink.titles(), expected.titles());
                QCOMPARE(sink.times(), expected.times());
                QCOMPARE(sink.seriesTaken.size(), expected.seriesTaken.size());
                const auto input = EvidenceInput::fromBytes(sound.name, variant);
                QCOMPARE(m_registry.detect(*input).front().importer->id(), sound.id);
            }
        }
    }

    void damageIsRefusedWithFileAndReason()
    {
        for (const Sound &sound : soundFiles()) {
            const Importer &importer = *m_registry.find(sound.id);
            for (const QByteArray &bytes :
                 { QByteArray(), QByteArray("just one line of prose\n"),
                   QByteArray(sound.bytes + QByteArray("\0", 1)), sound.bytes.chopped(5),
                   QByteArray(sound.bytes + QByteArray("[").repeated(200)),
                   QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000") }) {
                RecordingSink sink;
                const auto summary = readBytes(importer, bytes, sink, {}, u"evidence"_s);
                QVERIFY2(!summary, qPrintable(sound.id + u' ' + sound.name));
                QVERIFY(summary.error().code == ErrorCode::BadInput);
                QCOMPARE(summary.error().file, u"evidence"_s);
                QVERIFY(!summary.error().what.isEmpty());
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
        for (const Sound &sound : soundFiles()) {
            const Importer &importer = *m_registry.find(sound.id);
            const auto size = static_cast<quint32>(sound.bytes.size());
            for (int i = 0; i < 400; ++i) {
                QByteArray variant = sound.bytes;
                if (i % 4 == 0)
                    variant.truncate(static_cast<qsizetype>(random(size)));
                for (quint32 k = 0; i % 4 != 0 && k <= random(4); ++k)
                    variant[static_cast<qsizetype>(random(size))] = static_cast<char>(random(256));
                const auto input = EvidenceInput::fromBytes(u"evidence"_s, variant);
                (void)importer.probe(*input);
                (void)importer.missing(*input, {});
                RecordingSink sink;
                const auto summary = importer.read(*input, {}, sink);
                QVERIFY(summary || summary.error().file == u"evidence"_s);
                checkContract(sink);
            }
        }
    }

    /// One text turned round and round in the same place: values of every wrong type.
    void valuesOfTheWrongTypeAreNoTrouble()
    {
        for (const Sound &sound : soundFiles()) {
            if (!sound.bytes.startsWith('{') && !sound.bytes.startsWith('['))
                continue;
            for (const char *wrong : { "null", "[]", "{}", "7", "true", "[[[]]]", "-1e400",
                                       "99999999999999999999999" }) {
                QByteArray bytes = sound.bytes;
                for (qsizetype at = bytes.indexOf(": \""); at >= 0;
                     at = bytes.indexOf(": \"", at + 3)) {
                    const qsizetype end = bytes.indexOf('"', at + 3);
                    if (end < 0 || bytes[end - 1] == '\\')
                        continue;
                    bytes.replace(at + 2, end - at - 1, wrong);
                }
                RecordingSink sink;
                (void)readBytes(*m_registry.find(sound.id), bytes, sink);
                checkContract(sink);
            }
        }
    }

    void nestedMarksInAFeedAreReadInOneGo()
    {
        const Importer &importer = *m_registry.find(u"statuspage-atom"_s);
        for (const QByteArray &unit :
             { QByteArray("&lt;small&gt;"),
               QByteArray("&lt;small&gt;Aug 1, 00:00 UTC&lt;/small&gt;"),
               QByteArray("&lt;strong&gt;"), QByteArray("&lt;"), QByteArray("&amp;") }) {
            const QByteArray bytes = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>a"
                                     "</title><content>"
                + unit.repeated(20'000) + "</content></entry></feed>";
            RecordingSink sink;
            QVERIFY(readBytes(importer, bytes, sink));
            checkContract(sink);
        }
    }
};

QTEST_GUILESS_MAIN(AlertsDamageTest)
#include "tst_alertsdamage.moc"
