// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/reportmarks.h"

#include "importing/reports/frontmatter.h"
#include "importing/reports/reportoutline.h"
#include "importing/reports/statedtimes.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr std::array kReportKeys{ u"company",     u"product",  u"start_time",   u"end_time",
                                  u"categories",  u"keywords", u"archive_url",  u"severity",
                                  u"impact",      u"incident", u"duration",     u"services",
                                  u"detected_at", u"summary",  u"mitigated_at", u"resolved_at" };

bool isReportKey(const QString &key)
{
    return std::any_of(kReportKeys.begin(), kReportKeys.end(), [&key](const char16_t *known) {
        return key.compare(QStringView(known), Qt::CaseInsensitive) == 0;
    });
}

bool speaksOfIncident(const QString &title)
{
    for (const auto *word :
         { u"incident", u"postmortem", u"post-mortem", u"outage", u"retrospective" }) {
        if (title.contains(QStringView(word), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace

ReportMarks marksOf(const QStringList &lines)
{
    ReportMarks marks;
    const FrontMatter matter = readFrontMatter(lines);
    marks.hasFrontMatter = !matter.isEmpty();
    marks.isNamedReport = speaksOfIncident(matter.value(u"title"_s));
    for (const FrontMatterField &field : matter.fields) {
        marks.reportKeys += isReportKey(field.key) ? 1 : 0;
        marks.keyMoments +=
            momentFromLabel(field.key) && readKeyTime(field.values.value(0), field.line) ? 1 : 0;
    }
    const auto classified = classifyLines(lines.mid(matter.lineCount));
    QSet<int> moments;
    for (const ReportLine &line : classified) {
        if (const auto stated = readStatedMoment(line, 0))
            moments.insert(static_cast<int>(stated->moment));
        const QString label = readBoldLabel(line.content).label;
        marks.hasKeyEvents =
            marks.hasKeyEvents || label.compare(u"key events"_s, Qt::CaseInsensitive) == 0;
    }
    marks.statedMoments = static_cast<int>(moments.size());
    return marks;
}

} // namespace SecondStory::Importing
