// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/skewtext.h"

#include <QTest>

using namespace SecondStory;
using namespace Qt::StringLiterals;

class SkewTextTest : public QObject {
    Q_OBJECT

private slots:
    void spansAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("us");
        QTest::newRow("seconds") << u"+90 s"_s << qint64(90'000'000);
        QTest::newRow("close") << u"+90s"_s << qint64(90'000'000);
        QTest::newRow("back") << u"-1 h"_s << qint64(-3'600'000'000);
        QTest::newRow("minus sign") << u"\u22121 h"_s << qint64(-3'600'000'000);
        QTest::newRow("clock") << u"00:02:10"_s << qint64(130'000'000);
        QTest::newRow("clock back") << u"-0:30"_s << qint64(-1'800'000'000);
        QTest::newRow("parts") << u"1 h 30 min"_s << qint64(5'400'000'000);
        QTest::newRow("fine") << u"250 ms"_s << qint64(250'000);
        QTest::newRow("decimals") << u"1.5 s"_s << qint64(1'500'000);
        QTest::newRow("none") << u""_s << qint64(0);
        QTest::newRow("zero") << u" 0 "_s << qint64(0);
    }
    void spansAreReadAsPeopleWriteThem()
    {
        QFETCH(QString, text);
        QFETCH(qint64, us);
        QCOMPARE(readSkew(text), std::optional(us));
    }

    void whatIsNoSpanIsNotGuessed()
    {
        for (const QString &text : { u"soon"_s, u"90"_s, u"+"_s, u"1 fortnight"_s, u"1:99"_s,
                                     u"99999 d"_s, u"1 h then 2 s"_s, u"--1 s"_s })
            QVERIFY2(!readSkew(text), qPrintable(text));
    }

    void whatIsWrittenIsReadBack()
    {
        for (const qint64 us :
             { 0LL, 1LL, -1LL, 90'000'000LL, -5'400'000'000LL, 86'400'000'000LL, 93'784'005'006LL })
            QCOMPARE(readSkew(skewText(us)), std::optional<qint64>(us));
        QCOMPARE(skewText(-5'400'000'000), u"\u22121 h 30 min"_s);
        QCOMPARE(skewText(90'000'000), u"+1 min 30 s"_s);
    }
};

QTEST_GUILESS_MAIN(SkewTextTest)
#include "tst_skewtext.moc"
