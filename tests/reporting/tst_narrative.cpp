// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/narrative.h"

#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Reporting;
using namespace Qt::StringLiterals;

class NarrativeTest : public QObject {
    Q_OBJECT
    const QString kUuid = u"01934567-89ab-7def-8123-456789abcdef"_s;
    const EventId kEvent = EventId::fromString(kUuid);

private Q_SLOTS:
    void blankLinesPartParagraphs()
    {
        const auto blocks = parseNarrative(u"one\r\ntwo\n\n \t\nthree"_s);
        QCOMPARE_EQ(blocks.size(), 2);
        QCOMPARE_EQ(blocks.at(0).lines, QList<NarrativeLine>({ { { u"one two"_s, {} } } }));
        QCOMPARE_EQ(blocks.at(1).lines.first().first().text, u"three"_s);
    }

    void dashesBeginListItems()
    {
        const auto blocks = parseNarrative(u"text\n- a\n- b\n  runs on\nmore"_s);
        QCOMPARE_EQ(blocks.size(), 3);
        QVERIFY(blocks.at(1).isList);
        QCOMPARE_EQ(blocks.at(1).lines.size(), 2);
        QCOMPARE_EQ(blocks.at(1).lines.at(1).first().text, u"b runs on"_s);
        QVERIFY(!blocks.at(2).isList);
    }

    void linksCarryTheirWords()
    {
        const auto line =
            parseNarrative(u"so [[event:%1|they rolled back]] at [[event:%1]]."_s.arg(kUuid))
                .first()
                .lines.first();
        QCOMPARE_EQ(line,
                    NarrativeLine({ { u"so "_s, {} },
                                    { u"they rolled back"_s, kEvent },
                                    { u" at "_s, {} },
                                    { QString(), kEvent },
                                    { u"."_s, {} } }));
    }

    void whatOnlyLooksLikeALinkIsWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("no id") << u"[[event:]]"_s;
        QTest::newRow("a short id") << u"[[event:1234]]"_s;
        QTest::newRow("another kind") << u"[[file:%1]]"_s.arg(kUuid);
        QTest::newRow("not closed") << u"[[event:%1"_s.arg(kUuid);
        QTest::newRow("over a blank line") << u"[[event:%1|a\n\nb]]"_s.arg(kUuid);
        QTest::newRow("the null id") << u"[[event:00000000-0000-0000-0000-000000000000]]"_s;
    }
    void whatOnlyLooksLikeALinkIsWords()
    {
        QFETCH(QString, text);
        QVERIFY(findLinks(text).isEmpty());
        QVERIFY(!parseNarrative(text).first().lines.first().first().isLink());
    }

    void aLinkReadsBackAsItWasWritten()
    {
        const QString text = linkTo(kEvent, u"a [strange]\nwording"_s);
        const auto links = findLinks(text);
        QCOMPARE_EQ(links.size(), 1);
        QCOMPARE_EQ(links.first().event, kEvent);
        QCOMPARE_EQ(links.first().words, u"a (strange) wording"_s);
        QCOMPARE_EQ(links.first().length, text.size());
    }

    void wordsMayRunOnOverALineEnd()
    {
        const QString text = u"[[event:%1|a\nb]]"_s.arg(kUuid);
        QCOMPARE_EQ(findLinks(text).first().words, u"a b"_s);
        QCOMPARE_EQ(parseNarrative(text).first().lines.first(),
                    NarrativeLine({ { u"a b"_s, kEvent } }));
    }

    void linkedEventsAreListedOnce()
    {
        QCOMPARE_EQ(linkedEvents(u"[[event:%1]] [[event:%1|x]]"_s.arg(kUuid)),
                    QList<EventId>{ kEvent });
    }
};

QTEST_GUILESS_MAIN(NarrativeTest)
#include "tst_narrative.moc"
