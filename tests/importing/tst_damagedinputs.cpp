// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/importerregistry.h"
#include "importing/limits.h"
#include "support/contractsink.h"
#include "support/corpus.h"
#include "support/recordingsink.h"

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

    /// The plain files of the corpus, one row each: what holds for text holds for all of them.
    template <typename Row>
    void everyPlainFile(Row row) const
    {
        for (const auto &importer : m_registry.all()) {
            for (const SoundFile &file : soundFiles(importer->id())) {
                if (!isBundleText(file.bytes))
                    row(importer->id(), file);
            }
        }
    }

    /// Without a byte order mark, and every line ended by one line feed.
    static QByteArray plain(QByteArray bytes)
    {
        if (bytes.startsWith("\xEF\xBB\xBF"))
            bytes.remove(0, 3);
        return bytes.replace("\r\n", "\n");
    }

private slots:
    void damageIsRefusedWithFileAndReason_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("what");
        everyPlainFile([](const QString &id, const SoundFile &file) {
            const auto row = [&](const char *name, const QByteArray &bytes, const QString &what) {
                QTest::addRow("%s, %s: %s", qPrintable(id), qPrintable(file.name), name)
                    << id << bytes << what;
            };
            QStringEncoder utf16(QStringEncoder::Utf16LE);
            const QByteArray wide = utf16(QString::fromUtf8(file.bytes));
            row("empty", {}, u"is empty"_s);
            row("NUL in the middle", file.bytes + QByteArray("\0", 1) + "\n", u"NUL"_s);
            row("UTF-16 without a mark", wide, {});
            row("a huge line", file.bytes + QByteArray(Limits::kLineBytes + 100, 'x'), {});
            row("binary", QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000"), {});
            row("another format", "just one line of prose\n", {});
        });
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
        QTest::addColumn<QByteArray>("bytes");
        everyPlainFile([](const QString &id, const SoundFile &file) {
            QTest::addRow("%s, %s", qPrintable(id), qPrintable(file.name))
                << id << plain(file.bytes);
        });
    }

    void everySpellingOfASoundFileGivesTheSame()
    {
        QFETCH(QString, id);
        QFETCH(QByteArray, bytes);
        const Importer &importer = *m_registry.find(id);
        RecordingSink expected;
        QVERIFY(readBytes(importer, bytes, expected, everythingGiven()));
        QVERIFY(!expected.events.isEmpty() || !expected.seriesTaken.isEmpty());
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
            QCOMPARE(sink.seriesTaken.size(), expected.seriesTaken.size());
            QVERIFY(!m_registry.detect(*EvidenceInput::fromBytes(u"x"_s, variant)).empty());
        }
    }

    /// Of the files of its own corpus, an importer is the first to be thought of.
    void everySoundFileIsToldByItsBeginning_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        for (const auto &importer : m_registry.all()) {
            for (const SoundFile &file : soundFiles(importer->id()))
                QTest::addRow("%s, %s", qPrintable(importer->id()), qPrintable(file.name))
                    << importer->id() << file.name << file.bytes;
        }
    }

    void everySoundFileIsToldByItsBeginning()
    {
        QFETCH(QString, id);
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const auto candidates = m_registry.detect(*inputFromBytes(name, bytes));
        QVERIFY(!candidates.empty());
        QCOMPARE(candidates.front().importer->id(), id);
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
