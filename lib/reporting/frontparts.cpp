// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/framedurations.h"
#include "reporting/inerttext.h"
#include "reporting/narrative.h"
#include "reporting/reportparts.h"
#include "reporting/timewords.h"
#include "reporting/wording.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

Fact fact(const QString &label, const QString &value)
{
    if (value.isEmpty())
        return { label, { { Words::tr("not recorded"), RunStyle::Muted } }, true };
    return { label, { { value } }, false };
}

QString zoneWords(const ReportContext &context)
{
    const Review &review = context.review().review;
    const ZoneClock &clock = context.clock();
    QString words = clock.zoneId();
    const auto began = review.frame.began;
    if (!began || words == u"UTC")
        return words;
    const QString first = clock.offsetText(*began);
    const QString last = clock.offsetText(review.frame.resolved.value_or(*began));
    if (first == last)
        words += u" ("_s + first + u')';
    else
        words += Words::tr(" (%1 at the beginning, %2 at the end)").arg(first, last);
    return words;
}

/// Durations between the instants of the frame, said plainly. An order that cannot be is said, not
/// computed with.
QString durations(const IncidentFrame &frame)
{
    if (!frame.began)
        return {};
    const std::array ends{ std::pair{ frame.detected, Words::tr("until detected %1") },
                           std::pair{ frame.mitigated, Words::tr("until mitigated %1") },
                           std::pair{ frame.resolved, Words::tr("until resolved %1") } };
    QStringList parts;
    for (const auto &[end, words] : ends) {
        if (!end)
            continue;
        const qint64 length = end->us - frame.began->us;
        parts.append(words.arg(length >= 0 ? durationWords(length)
                                           : Words::tr("not stated (recorded before it began)")));
    }
    return parts.join(u" · "_s);
}

/// Roles with how many hold them; a count is given from three on, so that it singles nobody out.
QString peopleWords(const ReportContext &context)
{
    constexpr int kSmallestCount = 3;
    std::map<QString, int> roles;
    int humans = 0;
    for (const Person &person : context.review().people) {
        if (person.kind != PersonKind::Human)
            continue;
        ++humans;
        if (!person.role.isEmpty())
            ++roles[context.line(person.role)];
    }
    if (humans == 0)
        return {};
    QStringList parts;
    for (const auto &[role, count] : roles)
        parts.append(count >= kSmallestCount ? u"%1 (%2)"_s.arg(role).arg(count) : role);
    if (parts.isEmpty())
        return Words::tr("%1, roles not recorded").arg(context.number(humans));
    return Words::tr("%1 in these roles: %2").arg(context.number(humans), parts.join(u"; "_s));
}

QString evidenceWords(const ReportContext &context)
{
    const ReportInput &input = context.input();
    const auto &sources = context.review().sources;
    const auto present = std::count_if(sources.cbegin(), sources.cend(),
                                       [](const EvidenceSource &s) { return !s.removed; });
    const auto dated = std::count_if(input.events.cbegin(), input.events.cend(),
                                     [](const Event &e) { return e.effectiveStart().has_value(); });
    const qint64 datedTotal = std::max<qint64>(dated, input.datedTotal);
    const qint64 undatedTotal = std::max<qint64>(input.events.size() - dated, input.undatedTotal);
    return Words::tr("sources: %1 · events: %2 · of these undated: %3")
        .arg(context.number(present), context.number(datedTotal + undatedTotal),
             context.number(undatedTotal));
}

Runs narrativeRuns(ReportContext &context, const NarrativeLine &line)
{
    Runs runs;
    for (const NarrativeSpan &span : line) {
        if (!span.isLink()) {
            runs.append({ inertText(context.names().replacedIn(span.text)) });
            continue;
        }
        const Event *event = context.event(span.event);
        const QString words = span.text.isEmpty() && event ? event->displayTitle() : span.text;
        if (event)
            runs.append({ context.line(words), RunStyle::Plain, context.noteFor(span.event) });
        else
            runs.append(
                { Words::tr("%1 (event not in this review)").arg(context.line(words)).trimmed(),
                  RunStyle::Muted });
    }
    return runs;
}

void addBody(ReportContext &context, const Section &section, QList<Block> &blocks)
{
    for (const NarrativeBlock &block : parseNarrative(section.body)) {
        if (!block.isList) {
            blocks.append(ParagraphBlock{ narrativeRuns(context, block.lines.first()) });
            continue;
        }
        ListBlock list;
        for (const NarrativeLine &line : block.lines)
            list.items.append(narrativeRuns(context, line));
        blocks.append(list);
    }
    const Runs evidence = context.evidenceRuns(TargetKind::Section, section.id.value);
    if (evidence.first().note == 0)
        return;
    Runs runs{ { Words::tr("Evidence for this section:"), RunStyle::Muted } };
    blocks.append(ParagraphBlock{ runs + evidence, ParagraphRole::Aside });
}

/// The claims made in a section (or in none), each with its status and its evidence.
void addClaims(ReportContext &context, const QList<Claim> &claims, const QString &lead,
               QList<Block> &blocks)
{
    if (claims.isEmpty())
        return;
    blocks.append(HeadingBlock{ 3, lead });
    ListBlock list;
    for (const Claim &claim : claims) {
        Runs runs{ { context.line(claim.text) },
                   { u" ("_s + Words::of(claim.status) + u") "_s, RunStyle::Muted } };
        list.items.append(runs + context.evidenceRuns(TargetKind::Claim, claim.id.value));
    }
    blocks.append(list);
}

/// The points of the frame, each with the notes of its evidence.
void addFrame(ReportContext &context, TitleBlock &title)
{
    const Review &review = context.review().review;
    const auto instant = [&](const QString &label, FramePoint point) {
        const auto time = timeOf(review.frame, point);
        Fact line = fact(label, time ? proseTime(*time, context.clock()) : QString());
        const TargetRef target = frameTarget(review.id, point);
        if (time && !context.evidenceFor(target.kind, target.id).isEmpty())
            line.value += context.evidenceRuns(target.kind, target.id);
        title.facts.append(line);
    };
    instant(Words::tr("Began"), FramePoint::Began);
    instant(Words::tr("Detected"), FramePoint::Detected);
    instant(Words::tr("Declared"), FramePoint::Declared);
    instant(Words::tr("Mitigated"), FramePoint::Mitigated);
    instant(Words::tr("Resolved"), FramePoint::Resolved);
}

/// What was said of how long it took, beside what the frame comes to.
void addStated(ReportContext &context, TitleBlock &title)
{
    for (const Analysis::FrameDuration &duration : Analysis::frameDurations(context.review())) {
        Fact line =
            fact(Words::tr("Stated duration"), context.line(Analysis::sentenceOf(duration)));
        if (const int note = context.noteFor(duration.stated.eventId))
            line.value.append({ {}, RunStyle::Plain, note });
        title.facts.append(line);
    }
}

} // namespace

void addTitle(ReportContext &context, QList<Block> &blocks)
{
    const Review &review = context.review().review;
    TitleBlock title{ Words::tr("Incident review"), context.line(review.title), {} };
    if (title.title.isEmpty())
        title.title = Words::tr("Untitled review");
    QString status = Words::of(review.status);
    if (review.updated.us != 0)
        status =
            Words::tr("%1 · last changed %2").arg(status, context.clock().dateText(review.updated));
    title.facts.append(fact(Words::tr("Status"), status));
    addFrame(context, title);
    title.facts.append(fact(Words::tr("From its beginning"), durations(review.frame)));
    addStated(context, title);
    title.facts.append(fact(Words::tr("Times in"), zoneWords(context)));
    title.facts.append(fact(Words::tr("People"), peopleWords(context)));
    title.facts.append(fact(Words::tr("Evidence"), evidenceWords(context)));
    blocks.append(title);
    if (const QString summary = context.line(review.summary); !summary.isEmpty())
        blocks.append(ParagraphBlock{ { { summary } }, ParagraphRole::Lead });
}

void addNarrative(ReportContext &context, QList<Block> &blocks)
{
    QList<Claim> loose = context.review().claims;
    QList<Section> sections = context.review().sections;
    std::stable_sort(sections.begin(), sections.end(),
                     [](const Section &a, const Section &b) { return a.position < b.position; });
    for (const Section &section : std::as_const(sections)) {
        QList<Claim> own;
        std::copy_if(loose.cbegin(), loose.cend(), std::back_inserter(own),
                     [&](const Claim &claim) { return claim.sectionId == section.id; });
        loose.removeIf([&](const Claim &claim) { return claim.sectionId == section.id; });
        if (section.body.trimmed().isEmpty() && own.isEmpty())
            continue;
        const QString heading = context.line(section.heading);
        blocks.append(
            HeadingBlock{ 1, heading.isEmpty() ? Words::tr("Untitled section") : heading });
        addBody(context, section, blocks);
        addClaims(context, own, Words::tr("What this section holds"), blocks);
    }
    if (!loose.isEmpty()) {
        blocks.append(HeadingBlock{ 1, Words::tr("Claims") });
        addClaims(context, loose, Words::tr("Not placed in a section"), blocks);
    }
}

void addTimelineFigure(ReportContext &context, QList<Block> &blocks)
{
    const auto &events = context.input().events;
    if (std::none_of(events.cbegin(), events.cend(),
                     [](const Event &e) { return e.effectiveStart().has_value(); }))
        return;
    blocks.append(HeadingBlock{ 1, Words::tr("Timeline") });
    const QString caption = Words::tr("The incident in time. Times in %1.").arg(zoneWords(context));
    blocks.append(FigureBlock{ FigureId::Timeline, caption });
}

} // namespace SecondStory::Reporting
