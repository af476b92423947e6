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

using Accounts = QList<Moment>;

bool isSameMoment(const Moment &a, const Moment &b)
{
    const bool sameTitle = !a.title.isEmpty()
        && a.title.trimmed().compare(b.title.trimmed(), Qt::CaseInsensitive) == 0;
    return sameTitle || (a.start && b.start && *a.start == *b.start);
}

/// Accounts of one moment beside each other, moments by time, those without a time last.
QList<Accounts> grouped(QList<Moment> moments)
{
    std::stable_sort(moments.begin(), moments.end(), [](const Moment &a, const Moment &b) {
        return a.start && b.start ? *a.start < *b.start : a.start.has_value() && !b.start;
    });
    QList<Accounts> groups;
    for (const Moment &moment : std::as_const(moments)) {
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const Accounts &g) {
            return isSameMoment(g.first(), moment);
        });
        if (group == groups.end())
            groups.append(Accounts{ moment });
        else
            group->append(moment);
    }
    return groups;
}

QString accountName(const ReportContext &context, const Moment &moment)
{
    const QString people = context.people(moment.people);
    return people.isEmpty() ? Words::tr("Account, people not recorded") : people;
}

QString momentTime(const ReportContext &context, const Moment &moment)
{
    if (!moment.start)
        return Words::tr("time not recorded");
    QString time = proseTime(*moment.start, context.clock());
    if (moment.end && *moment.end > *moment.start)
        time = Words::tr("%1 to %2").arg(time, proseTime(*moment.end, context.clock()));
    return time;
}

struct Aspect {
    QString label;
    QString Moment::*field;
};

QList<Aspect> aspects()
{
    return { { Words::tr("Goals"), &Moment::goals },
             { Words::tr("Knew"), &Moment::knowledge },
             { Words::tr("Attended to"), &Moment::attention },
             { Words::tr("Cues there"), &Moment::cuesAvailable },
             { Words::tr("Cues noticed"), &Moment::cuesNoticed },
             { Words::tr("Options seen"), &Moment::options },
             { Words::tr("Pressures"), &Moment::pressures },
             { Words::tr("What helped"), &Moment::help } };
}

void addAccounts(const ReportContext &context, const Accounts &accounts, QList<Block> &blocks)
{
    TableBlock table;
    table.hasRowHeaders = true;
    table.columns.append({ QString(), ColumnAlign::Start, 0.5 });
    for (const Moment &moment : accounts)
        table.columns.append({ accountName(context, moment), ColumnAlign::Start, 1 });
    for (const Aspect &aspect : aspects()) {
        TableRow row{ { { aspect.label, RunStyle::Strong } } };
        bool isSaid = false;
        for (const Moment &moment : accounts) {
            const QString said = context.text(moment.*aspect.field);
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

void addQuotes(ReportContext &context, const Accounts &accounts, QList<Block> &blocks)
{
    QList<EventId> events;
    for (const Moment &moment : accounts) {
        for (const EventId &id : moment.events) {
            if (context.event(id) && !events.contains(id))
                events.append(id);
        }
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
    const QList<Accounts> groups = grouped(context.review().moments);
    if (groups.isEmpty())
        return;
    blocks.append(HeadingBlock{ 1, Words::tr("Moments") });
    blocks.append(ParagraphBlock{ { { Words::tr(
        "How the work looked from where people stood. Accounts of one moment stand side by "
        "side; they are not merged into one.") } } });
    for (const Accounts &accounts : groups) {
        const QString title = context.line(accounts.first().title);
        blocks.append(HeadingBlock{ 2, title.isEmpty() ? Words::tr("Untitled moment") : title });
        blocks.append(ParagraphBlock{
            { { momentTime(context, accounts.first()), RunStyle::Muted } }, ParagraphRole::Aside });
        for (qsizetype i = 0; i < accounts.size(); i += kAccountsInATable)
            addAccounts(context, accounts.mid(i, kAccountsInATable), blocks);
        addQuotes(context, accounts, blocks);
    }
}

} // namespace SecondStory::Reporting
