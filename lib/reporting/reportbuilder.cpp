// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/reportbuilder.h"

#include "reporting/reportparts.h"
#include "reporting/wording.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

/// Roles that one person alone holds make that person recognisable, whatever the pseudonym.
QStringList uniqueRoles(const ReportContext &context)
{
    QHash<QString, int> counts;
    for (const Person &person : context.review().people) {
        if (person.kind == PersonKind::Human && !person.role.isEmpty())
            ++counts[context.line(person.role)];
    }
    QStringList roles;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() == 1)
            roles.append(it.key());
    }
    roles.sort();
    return roles;
}

QStringList warningsFor(const ReportContext &context)
{
    QStringList warnings;
    if (context.options().names == NamesPolicy::Names)
        warnings.append(Words::tr("People appear under their own names."));
    if (const int n = context.names().numbered(); n > 0)
        warnings.append(
            Words::tr(
                "People without a pseudonym or role are called Person 1, Person 2 and so on: %1.")
                .arg(n));
    if (const QStringList roles = uniqueRoles(context); !roles.isEmpty())
        warnings.append(
            Words::tr("One person alone holds each of these roles and may be recognised: %1.")
                .arg(roles.join(u"; "_s)));
    return warnings;
}

} // namespace

Report buildReport(const ReportInput &input, const ReportOptions &options)
{
    ReportContext context(input, options);
    Report report;
    report.title = context.line(input.contents.review.title);
    report.language = options.language;
    report.modified = toRfc3339(input.contents.review.updated);
    for (const auto part : { addTitle, addNarrative, addTimelineFigure, addMoments, addFactors,
                             addPressures, addWhatHelped, addQuestions, addLearnings, addActions,
                             addEvidenceNotes, addSources, addTimelineTable })
        part(context, report.blocks);
    report.warnings = warningsFor(context);
    return report;
}

void dropEmptyFigures(Report &report, const FigureSource &figures)
{
    constexpr double kAnyWidth = 459;
    report.blocks.removeIf([&](const Block &block) {
        const auto *figure = std::get_if<FigureBlock>(&block);
        return figure && figures.sizeFor(figure->figure, kAnyWidth).isEmpty();
    });
    for (qsizetype i = report.blocks.size() - 1; i >= 0; --i) {
        const auto *heading = std::get_if<HeadingBlock>(&report.blocks.at(i));
        if (!heading)
            continue;
        const auto *next = i + 1 < report.blocks.size()
            ? std::get_if<HeadingBlock>(&report.blocks.at(i + 1))
            : nullptr;
        if (i + 1 == report.blocks.size() || (next && next->level <= heading->level))
            report.blocks.removeAt(i);
    }
}

} // namespace SecondStory::Reporting
