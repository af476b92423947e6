// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/prompts.h"

#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Analysis;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array kCues{ Cue::Knew,          Cue::Usually, Cue::Plain,
                            Cue::Seemed,        Cue::Judged,  Cue::Decided,
                            Cue::CalledForHelp, Cue::Felt,    Cue::HandedOver };

Event eventOf(EventKind kind, const QString &title, const QString &text = {})
{
    Event event;
    event.id = EventId::create();
    event.kind = kind;
    event.title = title;
    event.text = text;
    return event;
}

/// Every question the engine can suggest.
QStringList allPrompts()
{
    QStringList all;
    for (const auto &[kind, name] : EnumNames<EventKind>::entries)
        all << promptsFor(kind);
    for (const Cue cue : kCues)
        all << promptsFor(cue);
    for (const PromptTopic topic : kPromptTopics)
        all << promptsAbout(topic);
    for (const auto &[aspect, name] : EnumNames<AccountAspect>::entries)
        all << promptFor(aspect);
    return all;
}

QList<Cue> kindsOf(const QList<HeardCue> &heard)
{
    QList<Cue> kinds;
    for (const HeardCue &one : heard)
        kinds << one.cue;
    return kinds;
}

} // namespace

class PromptsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKindOfEventSuggestsSomething()
    {
        for (const auto &[kind, name] : EnumNames<EventKind>::entries)
            QVERIFY2(promptsFor(kind).size() >= 2, qPrintable(QString::fromUtf16(name)));
    }

    void everyPromptIsAnOpenQuestionAndNeverAsksWhy()
    {
        const QStringList all = allPrompts();
        QVERIFY(all.size() > 60);
        static const QStringList kOpen{ u"what"_s,  u"how"_s,   u"when"_s, u"who"_s,
                                        u"which"_s, u"where"_s, u"whom"_s, u"to whom"_s };
        for (const QString &prompt : all) {
            const QString lower = prompt.toLower();
            QVERIFY2(!lower.contains(u"why"), qPrintable(prompt));
            QVERIFY2(prompt.endsWith(u'?'), qPrintable(prompt));
            const bool isOpen =
                std::any_of(kOpen.cbegin(), kOpen.cend(), [&lower](const QString &word) {
                    return lower.startsWith(QString(word + u' '));
                });
            QVERIFY2(isOpen, qPrintable(prompt));
        }
    }

    void noPromptBlamesOrLooksBack()
    {
        static const QStringList kUnfit{ u"should"_s, u"fail"_s,  u"mistake"_s, u"wrong"_s,
                                         u"error"_s,  u"fault"_s, u"cause"_s };
        for (const QString &prompt : allPrompts()) {
            for (const QString &word : kUnfit)
                QVERIFY2(!prompt.contains(word, Qt::CaseInsensitive), qPrintable(prompt));
        }
    }

    void everyTopicHasAName()
    {
        QSet<QString> names;
        for (const PromptTopic topic : kPromptTopics) {
            QVERIFY(promptsAbout(topic).size() >= 3);
            names << topicTitle(topic);
        }
        QCOMPARE(names.size(), qsizetype(kPromptTopics.size()));
    }

    void waysOfSpeakingAreHeard_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("cue");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QString &text, Cue cue, const QString &words) {
            QTest::newRow(name) << text << static_cast<int>(cue) << words;
        };
        row("knowledge", u"I knew it had two tables"_s, Cue::Knew, u"I knew"_s);
        row("normal work", u"We Usually wait a day."_s, Cue::Usually, u"Usually"_s);
        row("plain", u"well, of course it was the cache"_s, Cue::Plain, u"of course"_s);
        row("seen", u"It seemed off"_s, Cue::Seemed, u"seemed"_s);
        row("judged", u"(probably the pool)"_s, Cue::Judged, u"probably"_s);
        row("bent quotation mark", u"Let\u2019s roll back"_s, Cue::Decided, u"Let\u2019s"_s);
        row("help", u"can someone look at db-2?"_s, Cue::CalledForHelp, u"can someone"_s);
        row("state", u"I was worried about the holds"_s, Cue::Felt, u"worried"_s);
        row("hand-off", u"Yemi is taking over now"_s, Cue::HandedOver, u"taking over"_s);
    }
    void waysOfSpeakingAreHeard()
    {
        QFETCH(QString, text);
        QFETCH(int, cue);
        QFETCH(QString, words);
        const QList<HeardCue> heard = cuesIn(text);
        QVERIFY(heard.contains(HeardCue{ static_cast<Cue>(cue), words }));
    }

    void wordsInsideOtherWordsAreNoCue()
    {
        QCOMPARE(kindsOf(cuesIn(u"nevertheless the renewed handovers_are unusually many"_s)),
                 QList<Cue>());
        QCOMPARE(cuesIn({}), QList<HeardCue>());
    }

    void aCueIsNamedOnceHoweverOftenItIsHeard()
    {
        QCOMPARE(kindsOf(cuesIn(u"always, usually, normally, every time"_s)),
                 QList<Cue>{ Cue::Usually });
    }

    void aLongTextIsReadToALimit()
    {
        QString text(5'000, u'x');
        text += u" usually";
        QCOMPARE(cuesIn(text), QList<HeardCue>());
    }

    void whatWasHeardComesBeforeWhatTheKindSuggests()
    {
        const Event event = eventOf(EventKind::Decision, u"Flag off"_s, u"We usually read first"_s);
        const auto all = promptsFor({ event }, {}, 4);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].event, event.id);
        QCOMPARE(all[0].heard, u"usually"_s);
        QCOMPARE(all[0].prompts.mid(0, 2), promptsFor(Cue::Usually));
        QCOMPARE(all[0].prompts.mid(2), promptsFor(EventKind::Decision).mid(0, 2));
    }

    void noQuestionComesTwiceNorOneThatWasAsked()
    {
        const Event first = eventOf(EventKind::Action, u"Restart"_s);
        const Event second = eventOf(EventKind::Action, u"Restart again"_s);
        const QStringList suggested = promptsFor(EventKind::Action);
        const auto all = promptsFor({ first, second }, { suggested.first() }, 10);
        QCOMPARE(all.size(), 1); // the second calls for nothing new
        QCOMPARE(all[0].prompts, suggested.mid(1));
        QVERIFY(all[0].heard.isEmpty());
    }

    void anEventGetsNoMoreThanAskedFor()
    {
        const auto all =
            promptsFor({ eventOf(EventKind::Help, u"I think we usually know"_s) }, {}, 2);
        QCOMPARE(all[0].prompts.size(), 2);
    }
};

QTEST_GUILESS_MAIN(PromptsTest)
#include "tst_prompts.moc"
