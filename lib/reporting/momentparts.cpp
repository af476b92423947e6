// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/reportparts.h"
#include "reporting/timewords.h"
#include "reporting/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

constexpr qsizetype kAccountsInATable = 3;
constexpr qsizetype kQuotes =
    4; ///< more would drown the accounts; the rest keep their note numbers
constexpr qsizetype kQuoteLength = 400;

/// Moments by time, those without a time last.
QList<Moment> inOrder(QList<Moment> moments)
{
    std::stable_sort(moments.begin(), moments.end(), [](const Moment &a, const Moment &b) {
        return a.start && b.start ? *a.start < *b.start : a.start.has_value() && !b.start;
    });
    return moments;
}

QList<Account> accountsOf(const ReviewContents &review, MomentId moment)
{
    QList<Account> accounts;
    for (const Account &account : review.accounts) {
        if (account.momentId == moment)
            accounts << account;
    }
    return accounts;
}

QString accountName(const ReportContext &context, const Account &account)
{
    const QString people = context.people(account.people);
    return people.isEmpty() ? Words::tr("Account, people not recorded") : people;
}

QString momentTime(const ReportContext &context, const Moment &moment)
{
    if (!moment.start)
        return Words::tr("time not recorded");
    QString time = proseTime(*moment.start, context.clock());
    if (moment.end && *moment.end > *moment.start) {
        const ZoneClock &clock = context.clock();
        const bool isSameDay = clock.isoDate(*moment.start) == clock.isoDate(*moment.end);
        time = Words::tr("%1 to %2")
                   .arg(time,
                        isSameDay ? proseTime(*moment.end, clock).section(u", "_s, -1)
                                  : proseTime(*moment.end, clock));
    }
    return time;
}

QString aspectLabel(AccountAspect aspect)
{
    switch (aspect) {
    case AccountAspect::Goals:
        return Words::tr("Goals");
    case AccountAspect::Knowledge:
        return Words::tr("Knew");
    case AccountAspect::Attention:
        return Words::tr("Attended to");
    case AccountAspect::CuesAvailable:
        return Words::tr("Cues there");
    case AccountAspect::CuesNoticed:
        return Words::tr("Cues noticed");
    case AccountAspect::Options:
        return Words::tr("Options seen");
    case AccountAspect::Pressures:
        return Words::tr("Pressures");
    case AccountAspect::Help:
        return Words::tr("What helped");
    }
    return {};
}

/// Where accounts do not agree: said as it is, without saying who is right.
void addContradictions(const ReportContext &context, const QList<Account> &accounts,
                       QList<Block> &blocks)
{
    const auto named = [&](AccountId id) {
        const auto at = std::find_if(accounts.begin(), accounts.end(),
                                     [id](const Account &account) { return account.id == id; });
        return at == accounts.end() ? QString() : accountName(context, *at);
    };
    for (const Contradiction &difference : context.review().contradictions) {
        const QString first = named(difference.first);
        const QString second = named(difference.second);
        if (first.isEmpty() || second.isEmpty())
            continue;
        Runs runs{ { Words::tr("The accounts differ (%1: %2 and %3).")
                         .arg(aspectLabel(difference.aspect), first, second) } };
        const QString note = context.text(difference.note);
        if (!note.isEmpty())
            runs.append({ u' ' + note });
        blocks.append(ParagraphBlock{ runs, ParagraphRole::Aside });
    }
}

void addAccounts(const ReportContext &context, const QList<Account> &accounts, QList<Block> &blocks)
{
    TableBlock table;
    table.hasRowHeaders = true;
    table.columns.append({ QString(), ColumnAlign::Start, 0.5 });
    for (const Account &account : accounts)
        table.columns.append({ accountName(context, account), ColumnAlign::Start, 1 });
    for (const auto &[aspect, field] : kAccountFields) {
        TableRow row{ { { aspectLabel(aspect), RunStyle::Strong } } };
        bool isSaid = false;
        for (const Account &account : accounts) {
            const QString said = context.text(account.*field);
            isSaid = isSaid || !said.isEmpty();
            row.append(said.isEmpty() ? Runs{ { u"–"_s, RunStyle::Muted } } : Runs{ { said } });
        }
        if (isSaid)
            table.rows.append(row);
    }
    if (table.rows.isEmpty())
        blocks.append(
            ParagraphBlock{ { { Words::tr("Nothing has been written down about this moment yet."),
                                RunStyle::Muted } } });
    else
        blocks.append(table);
}

QString quoted(const ReportContext &context, const Event &event)
{
    const QString words = context.text(event.text.isEmpty() ? event.title : event.text);
    return words.size() <= kQuoteLength ? words
                                        : QString(words.left(kQuoteLength).trimmed() + u" …"_s);
}

void addQuotes(ReportContext &context, const Moment &moment, QList<Block> &blocks)
{
    QList<EventId> events;
    for (const EventId &id : moment.events) {
        if (context.event(id) && !events.contains(id))
            events.append(id);
    }
    Runs rest{ { Words::tr("Also recorded then:"), RunStyle::Muted } };
    for (qsizetype i = 0; i < events.size(); ++i) {
        const Event &event = *context.event(events[i]);
        const int note = context.noteFor(event.id);
        if (i >= kQuotes) {
            rest.append({ {}, RunStyle::Plain, note });
            continue;
        }
        QStringList parts{ context.actors(event), proseTime(event, context.clock()) };
        parts.removeAll(QString());
        if (parts.isEmpty())
            parts.append(Words::of(event.kind));
        blocks.append(QuoteBlock{ quoted(context, event),
                                  { { parts.join(u" · "_s), RunStyle::Plain, note } } });
    }
    if (rest.size() > 1)
        blocks.append(ParagraphBlock{ rest, ParagraphRole::Aside });
}

} // namespace

void addMoments(ReportContext &context, QList<Block> &blocks)
{
    const QList<Moment> moments = inOrder(context.review().moments);
    if (moments.isEmpty())
        return;
    blocks.append(HeadingBlock{ 1, Words::tr("Moments") });
    blocks.append(ParagraphBlock{ { { Words::tr(
        "How the work looked from where people stood. Accounts of one moment stand side by "
        "side; they are not merged into one.") } } });
    for (const Moment &moment : moments) {
        const QString title = context.line(moment.title);
        blocks.append(HeadingBlock{ 2, title.isEmpty() ? Words::tr("Untitled moment") : title });
        blocks.append(ParagraphBlock{ { { momentTime(context, moment), RunStyle::Muted } },
                                      ParagraphRole::Aside });
        const QList<Account> accounts = accountsOf(context.review(), moment.id);
        for (qsizetype i = 0; i < std::max<qsizetype>(1, accounts.size()); i += kAccountsInATable)
            addAccounts(context, accounts.mid(i, kAccountsInATable), blocks);
        addContradictions(context, accounts, blocks);
        addQuotes(context, moment, blocks);
    }
}

} // namespace SecondStory::Reporting
