// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/inerttext.h"
#include "reporting/reportparts.h"
#include "reporting/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

RunStyle styleOf(Polarity polarity)
{
    switch (polarity) {
    case Polarity::Hindered:
        return RunStyle::Hindered;
    case Polarity::Helped:
        return RunStyle::Helped;
    case Polarity::Present:
        break;
    }
    return RunStyle::Muted;
}

Runs polarityRuns(Polarity polarity)
{
    return { { Words::of(polarity), styleOf(polarity) } };
}

/// A title that stands out and its explanation after it.
Runs titled(const ReportContext &context, const QString &title, const QString &note)
{
    const QString head = context.line(title);
    const QString more = context.line(note);
    if (more.isEmpty())
        return { { head, RunStyle::Strong } };
    return { { closed(head), RunStyle::Strong }, { u" "_s + more } };
}

const Code *codeOf(const ReportContext &context, CodeId id)
{
    const auto &codes = context.input().codes;
    const auto code =
        std::find_if(codes.cbegin(), codes.cend(), [&](const Code &c) { return c.id == id; });
    return code == codes.cend() ? nullptr : &*code;
}

QList<Factor> byLevel(QList<Factor> factors)
{
    std::stable_sort(factors.begin(), factors.end(), [](const Factor &a, const Factor &b) {
        return std::pair(a.level, a.phase) < std::pair(b.level, b.phase);
    });
    return factors;
}

TableBlock factorTable(ReportContext &context)
{
    TableBlock table;
    table.caption =
        Words::tr("Contributing factors, from the outside world down to systems and outcomes.");
    table.columns = { { Words::tr("Level"), ColumnAlign::Start, 0.75 },
                      { Words::tr("Factor"), ColumnAlign::Start, 2.3 },
                      { Words::tr("When"), ColumnAlign::Start, 0.5 },
                      { Words::tr("Effect"), ColumnAlign::Start, 0.72 },
                      { Words::tr("Confidence"), ColumnAlign::Start, 0.85 },
                      { Words::tr("Evidence"), ColumnAlign::Start, 0.85 } };
    for (const Factor &factor : byLevel(context.review().factors)) {
        Runs title = titled(context, factor.title, factor.note);
        if (const QString view = context.line(factor.view); !view.isEmpty())
            title.append({ Words::tr(" (the view of %1)").arg(view), RunStyle::Muted });
        table.rows.append({ { { Words::of(factor.level), RunStyle::Muted } },
                            title,
                            { { Words::of(factor.phase) } },
                            polarityRuns(factor.polarity),
                            { { Words::of(factor.confidence) } },
                            context.evidenceCount(TargetKind::Factor, factor.id.value) });
    }
    return table;
}

QString factorTitle(const ReportContext &context, FactorId id)
{
    const Factor *factor = findRecord<Factor>(context.review(), id);
    return factor ? context.line(factor->title) : Words::tr("not recorded");
}

void addInfluences(ReportContext &context, QList<Block> &blocks)
{
    if (context.review().influences.isEmpty())
        return;
    blocks.append(HeadingBlock{ 2, Words::tr("How they influenced one another") });
    TableBlock table;
    table.columns = { { Words::tr("From"), ColumnAlign::Start, 1.6 },
                      { Words::tr("Influence"), ColumnAlign::Start, 0.8 },
                      { Words::tr("To"), ColumnAlign::Start, 1.6 },
                      { Words::tr("Status"), ColumnAlign::Start, 0.7 },
                      { Words::tr("Evidence"), ColumnAlign::Start, 0.85 } };
    for (const Influence &influence : context.review().influences) {
        Runs to{ { factorTitle(context, influence.to) } };
        if (const QString note = context.line(influence.note); !note.isEmpty())
            to.append({ u" "_s + note, RunStyle::Muted });
        table.rows.append({ { { factorTitle(context, influence.from) } },
                            { { Words::of(influence.kind), RunStyle::Emphasis } },
                            to,
                            { { Words::of(influence.status) } },
                            context.evidenceCount(TargetKind::Influence, influence.id.value) });
    }
    blocks.append(table);
}

QString seenWords(const ReportContext &context, CodeId code)
{
    const SeenIn seen = context.input().seenElsewhere.value(code);
    if (code.isNull())
        return Words::tr("not coded");
    if (seen.n <= 1)
        return Words::tr("no other review to compare with");
    return Words::tr("seen in %1 of %2 reviews")
        .arg(context.number(seen.k), context.number(seen.n));
}

Runs pressureTitle(const ReportContext &context, const Pressure &pressure)
{
    const Code *code = codeOf(context, pressure.codeId);
    const QString name = code ? context.line(code->name) : QString();
    Runs runs = titled(context, pressure.title.isEmpty() ? name : pressure.title, pressure.note);
    if (!name.isEmpty() && !pressure.title.isEmpty() && name != context.line(pressure.title))
        runs.append({ u" ["_s + name + u']', RunStyle::Muted });
    return runs;
}

Runs phaseMark(Phases phases, Phase phase)
{
    return phases.testFlag(phase) ? Runs{ { u"•"_s, RunStyle::Strong } } : Runs{};
}

} // namespace

void addFactors(ReportContext &context, QList<Block> &blocks)
{
    if (context.review().factors.isEmpty())
        return;
    blocks.append(HeadingBlock{ 1, Words::tr("Contributing factors") });
    blocks.append(FigureBlock{
        FigureId::Canvas,
        Words::tr("Factors by level, and how they influenced one another. − made the work "
                  "harder, + made it easier.") });
    blocks.append(factorTable(context));
    addInfluences(context, blocks);
}

void addPressures(ReportContext &context, QList<Block> &blocks)
{
    if (context.review().pressures.isEmpty())
        return;
    blocks.append(HeadingBlock{ 1, Words::tr("Pressures") });
    TableBlock table;
    table.caption = Words::tr("Pressures before, during and after the incident. The library is a "
                              "selection of incidents, not a sample of them.");
    table.columns = { { Words::tr("Pressure"), ColumnAlign::Start, 2.1 },
                      { Words::tr("Before"), ColumnAlign::Center, 0.52 },
                      { Words::tr("During"), ColumnAlign::Center, 0.52 },
                      { Words::tr("After"), ColumnAlign::Center, 0.5 },
                      { Words::tr("Effect"), ColumnAlign::Start, 0.72 },
                      { Words::tr("In the library"), ColumnAlign::Start, 0.95 },
                      { Words::tr("Evidence"), ColumnAlign::Start, 0.8 } };
    for (const Pressure &pressure : context.review().pressures) {
        table.rows.append({ pressureTitle(context, pressure),
                            phaseMark(pressure.phases, Phase::Before),
                            phaseMark(pressure.phases, Phase::During),
                            phaseMark(pressure.phases, Phase::After),
                            polarityRuns(pressure.polarity),
                            { { seenWords(context, pressure.codeId) } },
                            context.evidenceCount(TargetKind::Pressure, pressure.id.value) });
    }
    blocks.append(table);
}

void addWhatHelped(ReportContext &context, QList<Block> &blocks)
{
    ListBlock list;
    for (const Factor &factor : byLevel(context.review().factors)) {
        if (factor.polarity == Polarity::Helped) {
            Runs runs = titled(context, factor.title, factor.note);
            runs.append({ u" "_s });
            list.items.append(runs + context.evidenceRuns(TargetKind::Factor, factor.id.value));
        }
    }
    for (const Pressure &pressure : context.review().pressures) {
        if (pressure.polarity == Polarity::Helped) {
            Runs runs = pressureTitle(context, pressure);
            runs.append({ u" "_s });
            list.items.append(runs + context.evidenceRuns(TargetKind::Pressure, pressure.id.value));
        }
    }
    for (const Account &account : context.review().accounts) {
        const QString help = context.line(account.help);
        const auto *moment = findRecord<Moment>(context.review(), account.momentId);
        if (!help.isEmpty() && moment)
            list.items.append(
                Runs{ { context.line(moment->title), RunStyle::Strong }, { u" "_s + help } });
    }
    if (list.items.isEmpty())
        return;
    blocks.append(HeadingBlock{ 1, Words::tr("What helped") });
    blocks.append(list);
}

} // namespace SecondStory::Reporting
