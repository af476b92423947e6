// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/textslice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory::Importing;

class TextSliceTest : public QObject {
    Q_OBJECT

    static QStringList samples()
    {
        const QStringList pieces{ u"a"_s,      u" "_s,      u"  "_s,          u"\t"_s,
                                  u"\n"_s,     u"\u00A0"_s, u"\u0085"_s,      u"\u2003"_s,
                                  u"\u3000"_s, u"é"_s,      u"日"_s,          u"😀"_s,
                                  u"\x7F"_s,   u"\x1F"_s,   u"word by word"_s };
        QStringList texts{ u""_s };
        for (const QString &first : pieces) {
            for (const QString &second : pieces) {
                for (const QString &third : pieces)
                    texts << QString(first + second + third);
            }
        }
        return texts;
    }

private slots:
    void trimmingIsThatOfQString()
    {
        for (const QString &text : samples()) {
            const QByteArray utf8 = text.toUtf8();
            QCOMPARE(QString::fromUtf8(trimmedSlice(utf8)), text.trimmed());
        }
    }

    void aPlainLineIsWhatSimplifyingLeavesAlone()
    {
        for (const QString &text : samples()) {
            const QByteArray utf8 = text.toUtf8();
            if (isPlainLine(utf8))
                QCOMPARE(text.simplified(), text);
        }
        QVERIFY(isPlainLine("failover stable pressure restart vendor handover req=b23f2a9e"));
        QVERIFY(isPlainLine("short"));
        QVERIFY(isPlainLine("1234567 9012345 78"));
        QVERIFY(!isPlainLine("1234567  012345 78"));
        QVERIFY(!isPlainLine("12345678  12345678"));
        QVERIFY(!isPlainLine("a line\nand another"));
        QVERIFY(!isPlainLine("caf\xC3\xA9 in the morning"));
    }

    void bytesBeyondAsciiAreSeenAtEveryPlace()
    {
        for (qsizetype length = 1; length < 30; ++length) {
            for (qsizetype at = 0; at < length; ++at) {
                QByteArray bytes(length, 'a');
                QVERIFY(isAscii(bytes));
                bytes[at] = '\xC3';
                QVERIFY(!isAscii(bytes));
                QVERIFY(!isPlainLine(bytes));
            }
        }
    }

    void aCutCharacterAtTheEndsIsLeftAlone()
    {
        QCOMPARE(trimmedSlice("\xA0x\xE2\x80"), QByteArrayView("\xA0x\xE2\x80"));
        QCOMPARE(trimmedSlice("\xE2"), QByteArrayView("\xE2"));
        QCOMPARE(trimmedSlice(" \xE2\x80\x83 "), QByteArrayView());
    }
};

QTEST_GUILESS_MAIN(TextSliceTest)
#include "tst_textslice.moc"
