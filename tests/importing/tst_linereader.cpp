// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/limits.h"
#include "support/piecewisedevice.h"
#include "importing/linereader.h"

#include <QBuffer>
#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class LineReaderTest : public QObject {
    Q_OBJECT

    struct Lines {
        QStringList texts;
        QList<qint64> offsets;
        std::optional<Error> error;
        bool isRepaired = false;
    };

    static Lines readAll(QByteArray bytes)
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        LineReader reader(buffer, u"file.txt"_s);
        Lines lines;
        while (true) {
            const auto more = reader.next();
            if (!more) {
                lines.error = more.error();
                return lines;
            }
            if (!*more)
                return lines;
            const DecodedText decoded = reader.text();
            lines.texts.append(decoded.text);
            lines.offsets.append(reader.offset());
            lines.isRepaired = lines.isRepaired || decoded.isRepaired;
        }
    }

private slots:
    void piecesOfAnySizeGiveTheSameLines()
    {
        const QString text = u"one\r\n\rtwo \U0001F600\n\nthree"_s;
        QStringEncoder little(QStringEncoder::Utf16LE);
        const QByteArray wide = little(text);
        for (const QByteArray &bytes : { text.toUtf8(), QByteArray("\xEF\xBB\xBF" + text.toUtf8()),
                                         QByteArray("\xFF\xFE" + wide) }) {
            for (qint64 piece = 1; piece <= 7; ++piece) {
                PiecewiseDevice device(bytes, piece);
                LineReader lines(device, u"file"_s);
                QStringList found;
                while (lines.next().value())
                    found.append(lines.text().text);
                QCOMPARE(found, (QStringList{ u"one"_s, {}, u"two \U0001F600"_s, {}, u"three"_s }));
                QCOMPARE(lines.bytesRead(), bytes.size());
            }
        }
    }

    void everyLineEndingIsRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("texts");
        QTest::newRow("line feed") << QByteArray("a\nb\n") << QStringList{ u"a"_s, u"b"_s };
        QTest::newRow("no ending at the end")
            << QByteArray("a\nb") << QStringList{ u"a"_s, u"b"_s };
        QTest::newRow("carriage return and line feed")
            << QByteArray("a\r\nb\r\n") << QStringList{ u"a"_s, u"b"_s };
        QTest::newRow("lone carriage return")
            << QByteArray("a\rb\r") << QStringList{ u"a"_s, u"b"_s };
        QTest::newRow("mixed") << QByteArray("a\r\n\rb\n\nc")
                               << QStringList{ u"a"_s, u""_s, u"b"_s, u""_s, u"c"_s };
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                       "a\nb")
                                         << QStringList{ u"a"_s, u"b"_s };
        QTest::newRow("nothing") << QByteArray() << QStringList();
    }

    void everyLineEndingIsRead()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, texts);
        const Lines lines = readAll(bytes);
        QVERIFY(!lines.error);
        QCOMPARE(lines.texts, texts);
    }

    void offsetsCountBytesOfTheFile()
    {
        QCOMPARE(readAll("\xEF\xBB\xBF"
                         "ab\r\nc\nd")
                     .offsets,
                 (QList<qint64>{ 3, 7, 9 }));
    }

    void anEndingCutByAChunkIsOneEnding()
    {
        const QByteArray first(256 * 1024 - 1, 'x');
        const Lines lines = readAll(first + "\r\nsecond");
        QCOMPARE(lines.texts.size(), 2);
        QCOMPARE(lines.texts[1], u"second"_s);
    }

    void utf16IsReadByItsMark_data()
    {
        QTest::addColumn<bool>("isLittle");
        QTest::newRow("little endian") << true;
        QTest::newRow("big endian") << false;
    }

    void utf16IsReadByItsMark()
    {
        QFETCH(bool, isLittle);
        QStringEncoder encode(isLittle ? QStringEncoder::Utf16LE : QStringEncoder::Utf16BE);
        const QByteArray body = encode(u"héllo\r\nwörld 🎉"_s);
        const Lines lines =
            readAll((isLittle ? QByteArray("\xFF\xFE") : QByteArray("\xFE\xFF")) + body);
        QVERIFY(!lines.error);
        QCOMPARE(lines.texts, (QStringList{ u"héllo"_s, u"wörld 🎉"_s }));
    }

    void bytesThatAreNoTextAreReplacedAndTold()
    {
        const Lines lines = readAll("caf\xE9 closed\n");
        QVERIFY(lines.isRepaired);
        QCOMPARE(lines.texts.first(), u"caf\uFFFD closed"_s);
        QVERIFY(!readAll("café").isRepaired);
    }

    void aNulByteIsRefusedWithItsPlace()
    {
        const Lines lines = readAll(QByteArray("good\nba\0d\n", 10));
        QVERIFY(lines.error);
        QCOMPARE(lines.error->place, u"line 2, byte 7"_s);
    }

    void utf16WithoutAMarkIsRefused() { QVERIFY(readAll(QByteArray("a\0b\0\n\0", 6)).error); }

    void aLineAboveTheLimitIsRefusedWithItsPlace()
    {
        const Lines lines = readAll("short\n" + QByteArray(Limits::kLineBytes + 10, 'x'));
        QVERIFY(lines.error);
        QCOMPARE(lines.error->place, u"line 2"_s);
        QCOMPARE(readAll(QByteArray(Limits::kLineBytes, 'x')).texts.size(), 1);
    }
};

QTEST_GUILESS_MAIN(LineReaderTest)
#include "tst_linereader.moc"
