// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/castnames.h"
#include "reporting/inerttext.h"

#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Reporting;
using namespace Qt::StringLiterals;

class CastNamesTest : public QObject {
    Q_OBJECT

    static Person person(const QString &name, const QString &pseudonym, const QStringList &handles,
                         PersonKind kind = PersonKind::Human)
    {
        Person p;
        p.id = PersonId::create();
        p.name = name;
        p.pseudonym = pseudonym;
        p.handles = handles;
        p.kind = kind;
        return p;
    }

private Q_SLOTS:
    void spellingsInTextsAreReplaced_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("the whole name") << u"Mireille Kastner looked"_s << u"Asha looked"_s;
        QTest::newRow("a part of it") << u"then Mireille's pager"_s << u"then Asha's pager"_s;
        QTest::newRow("another case") << u"MIREILLE KASTNER"_s << u"Asha"_s;
        QTest::newRow("a handle with its sign")
            << u"@mkast can you look"_s << u"Asha can you look"_s;
        QTest::newRow("inside another word") << u"Kastnerstrasse"_s << u"Kastnerstrasse"_s;
        QTest::newRow("an everyday word") << u"it will restart"_s << u"it will restart"_s;
        QTest::newRow("the same word as a name")
            << u"Will restarted, @will says"_s << u"Ben restarted, Ben says"_s;
        QTest::newRow("a bot") << u"deploybot deployed"_s << u"deploybot deployed"_s;
    }
    void spellingsInTextsAreReplaced()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        const CastNames names({ person(u"Mireille Kastner"_s, u"Asha"_s, { u"mkast"_s }),
                                person(u"will"_s, u"Ben"_s, {}),
                                person(u"deploybot"_s, {}, { u"deploybot"_s }, PersonKind::Bot) },
                              NamesPolicy::Pseudonyms);
        QCOMPARE_EQ(names.replacedIn(text), shown);
    }

    void whoHasNoPseudonymIsNumbered()
    {
        const QList<Person> people{ person(u"Mireille Kastner"_s, u"Asha"_s, {}),
                                    person(u"Quentin Ode"_s, {}, {}) };
        const CastNames names(people, NamesPolicy::Pseudonyms);
        QCOMPARE_EQ(names.nameOf(people.last().id), u"Person 2"_s);
        QCOMPARE_EQ(names.numbered(), 1);
        QCOMPARE_EQ(names.replacedIn(u"Quentin"_s), u"Person 2"_s);
    }

    void namesStandWhereTheAnalystSaysSo()
    {
        const QList<Person> people{ person(u"Mireille Kastner"_s, u"Asha"_s, {}) };
        const CastNames names(people, NamesPolicy::Names);
        QCOMPARE_EQ(names.nameOf(people.first().id), u"Mireille Kastner"_s);
        QCOMPARE_EQ(names.replacedIn(u"Mireille"_s), u"Mireille"_s);
    }

    void patternsInNamesAreWords()
    {
        const CastNames names({ person(u"a.*(b"_s, u"Asha"_s, {}) }, NamesPolicy::Pseudonyms);
        QCOMPARE_EQ(names.replacedIn(u"a.*(b and axxb"_s), u"Asha and axxb"_s);
    }

    void deceivingCharactersBecomeVisible_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a bell") << u"a\u0007b"_s << u"a[U+0007]b"_s;
        QTest::newRow("NUL") << QString(u"a"_s + QChar(0) + u"b"_s) << u"a[U+0000]b"_s;
        QTest::newRow("text turned round") << u"a\u202Eb"_s << u"a[U+202E]b"_s;
        QTest::newRow("an isolate") << u"\u2066x\u2069"_s << u"[U+2066]x[U+2069]"_s;
        QTest::newRow("half a pair") << QString(QChar(0xD83D)) << u"\uFFFD"_s;
        QTest::newRow("a whole pair") << u"\U0001F680"_s << u"\U0001F680"_s;
        QTest::newRow("Hebrew stays") << u"\u05E9\u05DC"_s << u"\u05E9\u05DC"_s;
        QTest::newRow("line ends") << u"a\r\nb\rc\u2028d"_s << u"a\nb\nc\nd"_s;
    }
    void deceivingCharactersBecomeVisible()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE_EQ(inertText(text), shown);
    }
};

QTEST_GUILESS_MAIN(CastNamesTest)
#include "tst_castnames.moc"
