// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/prompts.h"

#include <QCoreApplication>

#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace SecondStory::Analysis {

namespace {

constexpr qsizetype kReadOfText = 4'000;

using Texts = std::span<const char *const>;

QStringList translated(Texts texts)
{
    QStringList list;
    for (const char *text : texts)
        list << QCoreApplication::translate("Prompts", text);
    return list;
}

#define ASK(text) QT_TRANSLATE_NOOP("Prompts", text)

constexpr std::array kObservation{
    ASK("What exactly was there to see or hear, and where?"),
    ASK("What stood next to it, and how did it compare?"),
    ASK("Who else could see it from where they were?"),
};
constexpr std::array kAssessment{
    ASK("How could one tell? What pointed that way?"),
    ASK("When did it first look like this?"),
    ASK("What turned a guess into something to act on?"),
};
constexpr std::array kDecision{
    ASK("What led up to this choice?"),
    ASK("How has it gone before? When was it not done in a case like this one?"),
    ASK("What other ways were in sight, and what spoke for and against them?"),
};
constexpr std::array kKnowledge{
    ASK("How was this known: told, learned, or seen when others did it?"),
    ASK("Who else knew it then, and how would others have come to know?"),
};
constexpr std::array kState{
    ASK("What was going on around people just then?"),
    ASK("When was this first noticed, and what made it noticeable?"),
};
constexpr std::array kMentalModel{
    ASK("What does normal work look like here, before this step and after it?"),
    ASK("What other ways of doing it are there, and when are they taken?"),
};
constexpr std::array kAction{
    ASK("What other courses were open just then?"),
    ASK("What pressed at that moment: time, people waiting, other work?"),
    ASK("What was expected to happen next, and how would one have seen it?"),
};
constexpr std::array kHelp{
    ASK("What brought the call for help just then?"),
    ASK("How was it clear whom to ask?"),
    ASK("What did those who came have to go on?"),
};
constexpr std::array kMessage{
    ASK("What was going on for the one who wrote this?"),
    ASK("How did those who read it take it, and when did they read it?"),
};
constexpr std::array kStatement{
    ASK("What was this an answer to?"),
    ASK("How did those who heard it take it, and what did it change?"),
};
constexpr std::array kAlert{
    ASK("What did this alert mean to those who got it? How often had they seen it before?"),
    ASK("What else called for attention when it came?"),
};
constexpr std::array kPage{
    ASK("Where did the page reach people, and what were they in the middle of?"),
    ASK("What did it tell them, and what did they have to find out themselves?"),
};
constexpr std::array kChange{
    ASK("What was this change meant to bring, and to whom?"),
    ASK("How would one have seen whether it went well?"),
    ASK("What else changed around the same time, and who knew of both?"),
};
constexpr std::array kLog{
    ASK("Who or what reads this line, and when?"),
    ASK("How would somebody have come upon it at the time?"),
};
constexpr std::array kMetric{
    ASK("What is normal for this figure at this hour?"),
    ASK("Who was looking at it, and what made them look?"),
};
constexpr std::array kAbsence{
    ASK("What was expected here, and by whom?"),
    ASK("How did it become noticeable that nothing came?"),
};
constexpr std::array kMilestone{
    ASK("How did this point in time come to be set, and what hung on it?"),
    ASK("How could people tell that it had been reached?"),
};
constexpr std::array kOther{
    ASK("What came just before this, and what just after?"),
    ASK("What did people know of it at the time?"),
};
constexpr std::array kAway{
    ASK("To whom did people turn instead?"),
    ASK("What usually passes through this person's hands, and how did it go meanwhile?"),
};
constexpr std::array kOnCall{
    ASK("What was the shift like before this?"),
    ASK("What was handed over at its beginning, and how?"),
};
constexpr std::array kPlain{
    ASK("What made it plain from where they stood?"),
    ASK("What would somebody new have needed to see the same?"),
};
constexpr std::array kHandedOver{
    ASK("What went over, and what stayed with the one who left?"),
    ASK("How did both sides know that it had gone over?"),
    ASK("What did the rest of the group see of it?"),
};
constexpr std::array kExpertise{
    ASK("What does normal look like here, and when did it stop looking like that?"),
    ASK("What made this the figure to look at?"),
    ASK("Which courses were played through in the mind, and where did they lead?"),
    ASK("How would one have noticed that it was getting worse?"),
};
constexpr std::array kGoals{
    ASK("What mattered most just then, and how was that known?"),
    ASK("How much time was there, as people saw it?"),
    ASK("What work was left undone to make room for this?"),
};
constexpr std::array kBefore{
    ASK("What work on quality or upkeep had been put off?"),
    ASK("Who was away whose help is usually at hand?"),
    ASK("What had been promised, to whom, and for when?"),
    ASK("How full were people's hands in the weeks before?"),
};
constexpr std::array kDuring{
    ASK("Who was watching, and what did they wait to hear?"),
    ASK("What else had to be kept going at the same time?"),
    ASK("What did each minute cost, and whom?"),
};
constexpr std::array kAfter{
    ASK("What had to be answered for afterwards, to whom, and how soon?"),
    ASK("What was hurried, or put off again, once it was over?"),
    ASK("How much rest did people get before the next thing?"),
};

#undef ASK

Texts textsFor(EventKind kind)
{
    switch (kind) {
    case EventKind::Message:
        return kMessage;
    case EventKind::Statement:
        return kStatement;
    case EventKind::Observation:
        return kObservation;
    case EventKind::Assessment:
        return kAssessment;
    case EventKind::Decision:
        return kDecision;
    case EventKind::Action:
        return kAction;
    case EventKind::Knowledge:
        return kKnowledge;
    case EventKind::State:
        return kState;
    case EventKind::MentalModel:
        return kMentalModel;
    case EventKind::Help:
        return kHelp;
    case EventKind::Alert:
        return kAlert;
    case EventKind::Page:
        return kPage;
    case EventKind::Change:
        return kChange;
    case EventKind::Log:
        return kLog;
    case EventKind::Metric:
        return kMetric;
    case EventKind::Absence:
        return kAbsence;
    case EventKind::Milestone:
        return kMilestone;
    case EventKind::Away:
        return kAway;
    case EventKind::OnCall:
        return kOnCall;
    case EventKind::Other:
        break;
    }
    return kOther;
}

Texts textsFor(Cue cue)
{
    switch (cue) {
    case Cue::Knew:
        return kKnowledge;
    case Cue::Usually:
        return kMentalModel;
    case Cue::Plain:
        return kPlain;
    case Cue::Seemed:
        return kObservation;
    case Cue::Judged:
        return kAssessment;
    case Cue::Decided:
        return kDecision;
    case Cue::CalledForHelp:
        return kHelp;
    case Cue::Felt:
        return kState;
    case Cue::HandedOver:
        break;
    }
    return kHandedOver;
}

/// What gives a cue away, in lower case; the first that fits is shown.
struct Spoken {
    Cue cue;
    QStringView words;
};
constexpr std::array kSpoken{
    Spoken{ Cue::Knew, u"i knew" },
    Spoken{ Cue::Knew, u"we knew" },
    Spoken{ Cue::Knew, u"i know" },
    Spoken{ Cue::Knew, u"we know" },
    Spoken{ Cue::Knew, u"knew" },
    Spoken{ Cue::Knew, u"didn't know" },
    Spoken{ Cue::Usually, u"usually" },
    Spoken{ Cue::Usually, u"normally" },
    Spoken{ Cue::Usually, u"typically" },
    Spoken{ Cue::Usually, u"always" },
    Spoken{ Cue::Usually, u"never" },
    Spoken{ Cue::Usually, u"every time" },
    Spoken{ Cue::Plain, u"obviously" },
    Spoken{ Cue::Plain, u"of course" },
    Spoken{ Cue::Plain, u"clearly" },
    Spoken{ Cue::Seemed, u"seems" },
    Spoken{ Cue::Seemed, u"seemed" },
    Spoken{ Cue::Seemed, u"looks odd" },
    Spoken{ Cue::Seemed, u"weird" },
    Spoken{ Cue::Seemed, u"strange" },
    Spoken{ Cue::Seemed, u"noticed" },
    Spoken{ Cue::Judged, u"i think" },
    Spoken{ Cue::Judged, u"we think" },
    Spoken{ Cue::Judged, u"probably" },
    Spoken{ Cue::Judged, u"must be" },
    Spoken{ Cue::Judged, u"suspect" },
    Spoken{ Cue::Judged, u"looks like" },
    Spoken{ Cue::Decided, u"decided" },
    Spoken{ Cue::Decided, u"let's" },
    Spoken{ Cue::Decided, u"instead of" },
    Spoken{ Cue::CalledForHelp, u"can someone" },
    Spoken{ Cue::CalledForHelp, u"can somebody" },
    Spoken{ Cue::CalledForHelp, u"can anyone" },
    Spoken{ Cue::CalledForHelp, u"anybody here" },
    Spoken{ Cue::CalledForHelp, u"need help" },
    Spoken{ Cue::CalledForHelp, u"need a hand" },
    Spoken{ Cue::Felt, u"worried" },
    Spoken{ Cue::Felt, u"afraid" },
    Spoken{ Cue::Felt, u"nervous" },
    Spoken{ Cue::Felt, u"tired" },
    Spoken{ Cue::Felt, u"confused" },
    Spoken{ Cue::Felt, u"not comfortable" },
    Spoken{ Cue::HandedOver, u"hand over" },
    Spoken{ Cue::HandedOver, u"handing over" },
    Spoken{ Cue::HandedOver, u"handed over" },
    Spoken{ Cue::HandedOver, u"handover" },
    Spoken{ Cue::HandedOver, u"taking over" },
    Spoken{ Cue::HandedOver, u"over to you" },
};

/// Where `words` stand in `text` as words of their own; -1 when they do not.
qsizetype placeOf(QStringView words, const QString &text)
{
    for (qsizetype at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
        const qsizetype end = at + words.size();
        const bool begins = at == 0 || !text.at(at - 1).isLetterOrNumber();
        const bool ends = end == text.size() || !text.at(end).isLetterOrNumber();
        if (begins && ends)
            return at;
    }
    return -1;
}

/// Adds what has not come before, until there are `most`.
void take(const QStringList &prompts, QSet<QString> &known, int most, QStringList &list)
{
    for (const QString &prompt : prompts) {
        if (list.size() >= most || known.contains(prompt))
            continue;
        known << prompt;
        list << prompt;
    }
}

} // namespace

QList<HeardCue> cuesIn(const QString &text)
{
    const QString read = text.left(kReadOfText);
    // Quotation marks come in two shapes; lower case may be longer in some languages, so that
    // places are looked up in it alone.
    QString lower = read.toLower();
    lower.replace(u'’', u'\'');
    QList<HeardCue> cues;
    for (const Spoken &spoken : kSpoken) {
        const bool isKnown = std::any_of(cues.cbegin(), cues.cend(), [&](const HeardCue &heard) {
            return heard.cue == spoken.cue;
        });
        const qsizetype at = isKnown ? -1 : placeOf(spoken.words, lower);
        if (at < 0)
            continue;
        const bool isSameLength = lower.size() == read.size();
        cues.append({ spoken.cue,
                      isSameLength ? read.mid(at, spoken.words.size()) : spoken.words.toString() });
    }
    return cues;
}

QStringList promptsFor(EventKind kind)
{
    return translated(textsFor(kind));
}

QStringList promptsFor(Cue cue)
{
    return translated(textsFor(cue));
}

QStringList promptsAbout(PromptTopic topic)
{
    switch (topic) {
    case PromptTopic::Expertise:
        return translated(kExpertise);
    case PromptTopic::Goals:
        return translated(kGoals);
    case PromptTopic::PressuresBefore:
        return translated(kBefore);
    case PromptTopic::PressuresDuring:
        return translated(kDuring);
    case PromptTopic::PressuresAfter:
        break;
    }
    return translated(kAfter);
}

QString topicTitle(PromptTopic topic)
{
    switch (topic) {
    case PromptTopic::Expertise:
        return QCoreApplication::translate("Prompts", "What experience saw");
    case PromptTopic::Goals:
        return QCoreApplication::translate("Prompts", "Goals");
    case PromptTopic::PressuresBefore:
        return QCoreApplication::translate("Prompts", "Pressures before");
    case PromptTopic::PressuresDuring:
        return QCoreApplication::translate("Prompts", "Pressures during");
    case PromptTopic::PressuresAfter:
        break;
    }
    return QCoreApplication::translate("Prompts", "Pressures after");
}

QString promptFor(AccountAspect aspect)
{
    switch (aspect) {
    case AccountAspect::Goals:
        return QCoreApplication::translate("Prompts",
                                           "What mattered just then? What was to come of it?");
    case AccountAspect::Knowledge:
        return QCoreApplication::translate("Prompts",
                                           "What was known, what taken for granted? How known?");
    case AccountAspect::Attention:
        return QCoreApplication::translate("Prompts", "What held the eye and the ear?");
    case AccountAspect::CuesAvailable:
        return QCoreApplication::translate("Prompts",
                                           "What could be seen or heard from that place?");
    case AccountAspect::CuesNoticed:
        return QCoreApplication::translate("Prompts",
                                           "What of it was noticed, and what did it tell?");
    case AccountAspect::Options:
        return QCoreApplication::translate("Prompts",
                                           "Which ways on were in sight? What spoke for each?");
    case AccountAspect::Pressures:
        return QCoreApplication::translate("Prompts",
                                           "What pressed: time, people waiting, other work?");
    case AccountAspect::Help:
        break;
    }
    return QCoreApplication::translate("Prompts", "Who or what helped, or would have?");
}

QList<EventPrompts> promptsFor(const QList<Event> &events, const QStringList &asked, int most)
{
    QSet<QString> known(asked.cbegin(), asked.cend());
    QList<EventPrompts> all;
    for (const Event &event : events) {
        EventPrompts one{ event.id, event.kind, {}, {} };
        const QString text =
            event.text.isEmpty() ? event.displayTitle() : QString(event.title + u'\n' + event.text);
        const QList<HeardCue> cues = cuesIn(text);
        for (const HeardCue &heard : cues) {
            const qsizetype before = one.prompts.size();
            take(promptsFor(heard.cue), known, most, one.prompts);
            if (one.heard.isEmpty() && before == 0 && !one.prompts.isEmpty())
                one.heard = heard.words;
        }
        take(promptsFor(event.kind), known, most, one.prompts);
        if (!one.prompts.isEmpty())
            all.append(one);
    }
    return all;
}

} // namespace SecondStory::Analysis
