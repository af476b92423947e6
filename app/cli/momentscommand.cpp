// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/momentscommand.h"

#include "cli/context.h"
#include "cli/words.h"
#include "domain/recordfields.h"
#include "store/reviewrepository.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

/// The moments by time, those without one last.
QList<Moment> inOrder(QList<Moment> moments)
{
    std::stable_sort(moments.begin(), moments.end(), [](const Moment &a, const Moment &b) {
        return a.start && b.start ? *a.start < *b.start : a.start.has_value() && !b.start;
    });
    return moments;
}

/// What a moment has, told as objects and as lines.
class MomentTeller {
public:
    explicit MomentTeller(const ReviewContents &contents)
        : m_contents(contents)
    {
    }

    [[nodiscard]] QJsonObject toJson(const Moment &moment) const
    {
        QJsonArray accounts;
        for (const Account &account : accountsOf(moment))
            accounts << accountJson(account);
        QJsonArray contradictions;
        for (const Contradiction &difference : differencesOf(moment))
            contradictions << QJsonObject{ { u"id"_s, difference.id.toString() },
                                           { u"first"_s, difference.first.toString() },
                                           { u"second"_s, difference.second.toString() },
                                           { u"aspect"_s, toString(difference.aspect) },
                                           { u"note"_s, difference.note } };
        QJsonArray events;
        for (const EventId id : moment.events)
            events << id.toString();
        return { { u"id"_s, moment.id.toString() },
                 { u"version"_s, moment.version },
                 { u"title"_s, moment.title },
                 { u"start"_s, time(moment.start) },
                 { u"end"_s, time(moment.end) },
                 { u"people"_s, QJsonArray::fromStringList(names(moment.people)) },
                 { u"events"_s, events },
                 { u"accounts"_s, accounts },
                 { u"contradictions"_s, contradictions },
                 { u"questions"_s, questions(moment) } };
    }

    void print(Output &out, const Moment &moment) const
    {
        QString when = moment.start ? toRfc3339(*moment.start) : tr("undated");
        if (moment.end)
            when += u'/' + toRfc3339(*moment.end);
        out.line(when + u"  "_s + moment.title);
        out.line(u"  %1  %2"_s.arg(names(moment.people).join(u", "_s),
                                   tr("%n event(s)", static_cast<int>(moment.events.size()))));
        for (const Account &account : accountsOf(moment)) {
            out.line(u"  "_s + teller(account));
            for (const AccountField &field : kAccountFields) {
                const QString text = (account.*field.text).simplified();
                if (!text.isEmpty())
                    out.line(u"    %1: %2"_s.arg(toString(field.aspect), text));
            }
        }
        for (const Contradiction &difference : differencesOf(moment))
            out.line(u"  ≠ %1: %2 / %3%4"_s.arg(
                toString(difference.aspect), teller(difference.first), teller(difference.second),
                difference.note.isEmpty() ? QString()
                                          : QString(u": "_s + difference.note.simplified())));
    }

private:
    static QJsonValue time(const std::optional<TimePoint> &time)
    {
        return time ? QJsonValue(toRfc3339(*time)) : QJsonValue();
    }
    [[nodiscard]] QStringList names(const QList<PersonId> &people) const
    {
        QStringList names;
        for (const PersonId id : people) {
            if (const auto *person = findRecord<Person>(m_contents, id))
                names << person->displayName();
        }
        return names;
    }
    [[nodiscard]] QString teller(const Account &account) const
    {
        const QString people = names(account.people).join(u", "_s);
        return people.isEmpty() ? tr("(not recorded whose)") : people;
    }
    [[nodiscard]] QString teller(AccountId id) const
    {
        const auto *account = findRecord<Account>(m_contents, id);
        return account ? teller(*account) : QString();
    }
    [[nodiscard]] QList<Account> accountsOf(const Moment &moment) const
    {
        QList<Account> accounts;
        std::copy_if(m_contents.accounts.cbegin(), m_contents.accounts.cend(),
                     std::back_inserter(accounts),
                     [&](const Account &account) { return account.momentId == moment.id; });
        return accounts;
    }
    [[nodiscard]] QList<Contradiction> differencesOf(const Moment &moment) const
    {
        QList<Contradiction> differences;
        for (const Contradiction &difference : m_contents.contradictions) {
            const auto *first = findRecord<Account>(m_contents, difference.first);
            if (first && first->momentId == moment.id)
                differences << difference;
        }
        return differences;
    }
    [[nodiscard]] QJsonObject accountJson(const Account &account) const
    {
        QJsonObject object{ { u"id"_s, account.id.toString() },
                            { u"version"_s, account.version },
                            { u"people"_s, QJsonArray::fromStringList(names(account.people)) } };
        // The texts under the names they have in the exchange format.
        struct Texts {
            QJsonObject &object;
            void operator()(QStringView key, const QString &text)
            {
                object.insert(key.toString(), text);
            }
            void operator()(QStringView, const MomentId &) { }
            void operator()(QStringView, const QList<PersonId> &) { }
        } texts{ object };
        Account copy = account;
        describe(texts, copy);
        return object;
    }
    [[nodiscard]] QJsonArray questions(const Moment &moment) const
    {
        QJsonArray questions;
        for (const Question &question : m_contents.questions) {
            if (question.about == TargetRef{ TargetKind::Moment, moment.id.value })
                questions << QJsonObject{ { u"id"_s, question.id.toString() },
                                          { u"text"_s, question.text },
                                          { u"status"_s, toString(question.status) },
                                          { u"answer"_s, question.answer } };
        }
        return questions;
    }

    const ReviewContents &m_contents;
};

Result<int> moments(Context &context, const QString &review)
{
    const auto id = context.review(review);
    if (!id)
        return failure(id.error());
    const auto contents = (*context.library())->reviews().load(*id);
    if (!contents)
        return failure(contents.error());
    const MomentTeller teller(*contents);
    QJsonArray array;
    bool isFirst = true;
    for (const Moment &moment : inOrder(contents->moments)) {
        if (context.out.isJson) {
            array << teller.toJson(moment);
            continue;
        }
        if (!isFirst)
            context.out.line({});
        isFirst = false;
        teller.print(context.out, moment);
    }
    if (context.out.isJson)
        context.out.object({ { u"review"_s, id->toString() }, { u"moments"_s, array } });
    else if (contents->moments.isEmpty())
        context.out.note(tr("the review has no moments yet"));
    return 0;
}

} // namespace

void addMomentsCommand(Command &line, Context &context)
{
    Command command = line.add("moments", tr("moments in order of time, with their accounts"));
    const auto review = std::make_shared<QString>();
    command.review(*review);
    command.text("REVIEW", *review, tr("the same as -r"));
    command.runs(context, [&context, review] { return moments(context, *review); });
}

} // namespace SecondStory::Cli
