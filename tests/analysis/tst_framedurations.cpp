// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/framedurations.h"
#include "domain/durationwords.h"

#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Analysis;
using namespace Qt::StringLiterals;

class FrameDurationsTest : public QObject {
    Q_OBJECT

    static constexpr qint64 kMinute = 60'000'000;

private slots:
    void lengthsAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<bool>("isAbout");
        QTest::addRow("minutes") << u"45 minutes"_s << qint64(45 * 60) << false;
        QTest::addRow("short") << u"1h 10m"_s << qint64(70 * 60) << false;
        QTest::addRow("joined") << u"1h10m"_s << qint64(70 * 60) << false;
        QTest::addRow("clock") << u"2:15 h"_s << qint64(135 * 60) << false;
        QTest::addRow("clock with seconds") << u"0:02:30"_s << qint64(150) << false;
        QTest::addRow("about") << u"about 3 hours"_s << qint64(3 * 3600) << true;
        QTest::addRow("approximately") << u"approximately 2 days"_s << qint64(2 * 86400) << true;
        QTest::addRow("tilde") << u"~30 min"_s << qint64(30 * 60) << true;
        QTest::addRow("fraction") << u"1.5 hours"_s << qint64(90 * 60) << false;
        QTest::addRow("comma") << u"1,5 h"_s << qint64(90 * 60) << false;
        QTest::addRow("words around")
            << u"it took 7 hours and 9 minutes"_s << qint64(7 * 3600 + 9 * 60) << false;
    }

    void lengthsAreReadAsPeopleWriteThem()
    {
        QFETCH(const QString, text);
        QFETCH(const qint64, seconds);
        QFETCH(const bool, isAbout);
        const auto read = readDurationWords(text);
        QVERIFY(read);
        QCOMPARE(read->lengthUs, seconds * 1'000'000);
        QCOMPARE(read->isAbout, isAbout);
    }

    void whatIsNoLengthIsNotGuessed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("nothing") << QString();
        QTest::addRow("a number alone") << u"45"_s;
        QTest::addRow("no number") << u"a while"_s;
        QTest::addRow("other unit") << u"45 meters"_s;
        QTest::addRow("zero") << u"0 minutes"_s;
        QTest::addRow("a century") << u"999999 weeks"_s;
    }

    void whatIsNoLengthIsNotGuessed()
    {
        QFETCH(const QString, text);
        QVERIFY(!readDurationWords(text));
    }

    void aStatedDurationIsHeldAgainstTheFrame_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("stated");
        QTest::addColumn<int>("computed");
        QTest::addColumn<bool>("differs");
        QTest::addRow("equal") << u"45 minutes"_s << 45 << 45 << false;
        QTest::addRow("rounding") << u"45 minutes"_s << 45 << 47 << false;
        QTest::addRow("differs") << u"45 minutes"_s << 45 << 50 << true;
        QTest::addRow("about is wider") << u"about 45 minutes"_s << 45 << 50 << false;
        QTest::addRow("about has an end") << u"about 45 minutes"_s << 45 << 72 << true;
        QTest::addRow("shorter") << u"1 hour"_s << 60 << 40 << true;
        QTest::addRow("the wrong way round") << u"1 hour"_s << 60 << -60 << true;
    }

    void aStatedDurationIsHeldAgainstTheFrame()
    {
        QFETCH(const QString, words);
        QFETCH(const int, stated);
        QFETCH(const int, computed);
        QFETCH(const bool, differs);
        ReviewContents contents;
        contents.review.frame.began = TimePoint{ 0 };
        contents.review.frame.resolved = TimePoint{ computed * kMinute };
        StatedDuration duration;
        duration.lengthUs = stated * kMinute;
        duration.words = words;
        contents.statedDurations << duration;
        const auto found = frameDurations(contents);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].computedUs, computed * kMinute);
        QCOMPARE(found[0].differs, differs);
    }

    void itIsSaidInPlainWords()
    {
        ReviewContents contents;
        contents.review.frame.began = TimePoint{ 0 };
        StatedDuration duration;
        duration.lengthUs = 45 * kMinute;
        duration.words = u"about 45 minutes"_s;
        contents.statedDurations << duration;
        QCOMPARE(sentenceOf(frameDurations(contents)[0]),
                 u"From began to resolved: stated “about 45 minutes”; the frame lacks one of the "
                 u"two times"_s);
        QVERIFY(!frameDurations(contents)[0].differs);
        contents.review.frame.resolved = TimePoint{ 72 * kMinute };
        QCOMPARE(sentenceOf(frameDurations(contents)[0]),
                 u"From began to resolved: stated “about 45 minutes”; the frame comes to 1 h 12 "
                 u"min, which differs"_s);
    }
};

QTEST_GUILESS_MAIN(FrameDurationsTest)
#include "tst_framedurations.moc"
