// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/frontmatter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory::Importing;

class FrontMatterTest : public QObject {
    Q_OBJECT

    static FrontMatter read(const char *text)
    {
        return readFrontMatter(QString::fromUtf8(text).split(u'\n'));
    }

private slots:
    void scalarsAndListsAreRead()
    {
        const auto matter = read("---\n"
                                 "title: A plain: value # with a comment\n"
                                 "\n"
                                 "# a comment\n"
                                 "url: https://x.org/a#b\n"
                                 "double: \"one \\\"two\\\"\\n\\u00e9\"\n"
                                 "single: 'it''s'\n"
                                 "empty:\n"
                                 "nothing: ~\n"
                                 "list:\n- a\n  - 'b, c'\n- \"d\"\n"
                                 "flow: [x, 'y, z', \"w\"]\n"
                                 "none: []\n"
                                 "folded: >\n  one\n  two\n"
                                 "kept: |-\n  one\n  two\n"
                                 "long: begins\n  goes on\n"
                                 "start_time: 2018-07-31T00:00:00Z\n"
                                 "---\ntext\n");
        QCOMPARE(matter.value(u"title"_s), u"A plain: value"_s);
        QCOMPARE(matter.value(u"url"_s), u"https://x.org/a#b"_s);
        QCOMPARE(matter.value(u"double"_s), u"one \"two\"\n\u00e9"_s);
        QCOMPARE(matter.value(u"single"_s), u"it's"_s);
        QCOMPARE(matter.value(u"empty"_s), QString());
        QCOMPARE(matter.value(u"nothing"_s), QString());
        QCOMPARE(matter.find(u"list"_s)->values, (QStringList{ u"a"_s, u"b, c"_s, u"d"_s }));
        QCOMPARE(matter.find(u"flow"_s)->values, (QStringList{ u"x"_s, u"y, z"_s, u"w"_s }));
        QVERIFY(matter.find(u"none"_s)->isList && matter.find(u"none"_s)->values.isEmpty());
        QCOMPARE(matter.value(u"folded"_s), u"one two"_s);
        QCOMPARE(matter.value(u"kept"_s), u"one\ntwo"_s);
        QCOMPARE(matter.value(u"long"_s), u"begins goes on"_s);
        QCOMPARE(matter.value(u"Start_Time"_s), u"2018-07-31T00:00:00Z"_s);
        QCOMPARE(matter.find(u"url"_s)->line, 5);
        QVERIFY(matter.problems.isEmpty());
        QCOMPARE(matter.lineCount, 25);
    }

    void tomlIsReadBetweenPluses()
    {
        const auto matter = read("+++\ntitle = \"Outage\"\nauthors = [\"A\", \"B\"]\nweight = 3\n\n"
                                 "[extra]\nteam = 'x'\n+++\ntext\n");
        QCOMPARE(matter.value(u"title"_s), u"Outage"_s);
        QCOMPARE(matter.find(u"authors"_s)->values, (QStringList{ u"A"_s, u"B"_s }));
        QCOMPARE(matter.value(u"weight"_s), u"3"_s);
        QCOMPARE(matter.value(u"extra.team"_s), u"x"_s);
        QCOMPARE(matter.lineCount, 8);
    }

    void whatCouldGrowOrMeanSomethingElseIsLeftOut_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line :
             { "a: &anchor x", "a: *alias", "a: !!python/object x", "a: {b: c}", "a: [[1], 2]",
               "a: [1, 2", "a: \"open", "a: \"\\ud800\"", "a: \"\\x1b[0m\"", "a: 'x' y",
               "a:\n  b: c", "a:\n- &x y", "just words", "<<: *base" })
            QTest::newRow(line) << QString::fromUtf8(line);
    }

    void whatCouldGrowOrMeanSomethingElseIsLeftOut()
    {
        QFETCH(QString, line);
        const auto matter =
            readFrontMatter(QString(u"---\n"_s + line + u"\ntitle: t\n---\n"_s).split(u'\n'));
        QCOMPARE(matter.problems.size(), 1);
        QVERIFY(matter.problems.first().line >= 2 && matter.problems.first().line <= 3);
        QVERIFY(matter.value(u"a"_s).isEmpty());
        QCOMPARE(matter.value(u"title"_s), u"t"_s);
    }

    void aKeyThatStandsTwiceCountsOnce()
    {
        const auto matter = read("---\na: 1\na: 2\n---\n");
        QCOMPARE(matter.value(u"a"_s), u"1"_s);
        QCOMPARE(matter.problems.size(), 1);
    }

    void onlyAClosedBlockAtTheVeryBeginningCounts()
    {
        QVERIFY(read("").isEmpty());
        QVERIFY(read("---\na: 1\n").isEmpty());
        QVERIFY(read("\n---\na: 1\n---\n").isEmpty());
        QVERIFY(read("# Title\n---\na: 1\n---\n").isEmpty());
        QCOMPARE(read("---\na: 1\n...\n").lineCount, 3);
        const QString endless = u"---\n"_s + u"a: 1\n"_s.repeated(3'000) + u"---\n"_s;
        QVERIFY(readFrontMatter(endless.split(u'\n')).isEmpty());
    }

    void aLostFirstMarkIsForgiven()
    {
        const auto matter = read("layout: post\ntitle: \"T\"\nlist:\n  - x\n---\n\ntext\n");
        QCOMPARE(matter.value(u"title"_s), u"T"_s);
        QCOMPARE(matter.lineCount, 5);
        QVERIFY(read("title: T\nand prose\n---\n").isEmpty());
        QVERIFY(read("Heading: one\n---\ntext\n").isEmpty());
    }

    void theNumberOfKeysIsBounded()
    {
        QString text = u"---\n"_s;
        for (int i = 0; i < 1'500; ++i)
            text += u"k%1: v\n"_s.arg(i);
        const auto matter = readFrontMatter(QString(text + u"---\n"_s).split(u'\n'));
        QCOMPARE(matter.fields.size(), 500);
    }
};

QTEST_GUILESS_MAIN(FrontMatterTest)
#include "tst_frontmatter.moc"
