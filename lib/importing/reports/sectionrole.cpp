// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/sectionrole.h"

#include "importing/reports/reportlines.h"

#include <QStringList>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

// The first that is found counts: "Remediation of the causes" is a remedy.
constexpr std::array<std::pair<QStringView, SectionRole>, 43> kRoles{ {
    { u"went well", SectionRole::WentWell },
    { u"what worked", SectionRole::WentWell },
    { u"went right", SectionRole::WentWell },
    { u"went wrong", SectionRole::WentPoorly },
    { u"went poorly", SectionRole::WentPoorly },
    { u"went badly", SectionRole::WentPoorly },
    { u"didn't go well", SectionRole::WentPoorly },
    { u"didn’t go well", SectionRole::WentPoorly },
    { u"did not go well", SectionRole::WentPoorly },
    { u"gone better", SectionRole::WentPoorly },
    { u"go better", SectionRole::WentPoorly },
    { u"lucky", SectionRole::Lucky },
    { u"luck", SectionRole::Lucky },
    { u"action item", SectionRole::Actions },
    { u"actions following", SectionRole::Actions },
    { u"review action", SectionRole::Actions },
    { u"future action", SectionRole::Actions },
    { u"follow-up", SectionRole::Actions },
    { u"follow up", SectionRole::Actions },
    { u"followup", SectionRole::Actions },
    { u"next steps", SectionRole::Actions },
    { u"to do", SectionRole::Actions },
    { u"todo", SectionRole::Actions },
    { u"actions", SectionRole::Actions },
    { u"corrective", SectionRole::Remedies },
    { u"preventative", SectionRole::Remedies },
    { u"preventive", SectionRole::Remedies },
    { u"remediation", SectionRole::Remedies },
    { u"improvements", SectionRole::Remedies },
    { u"lessons", SectionRole::Learnings },
    { u"learnt", SectionRole::Learnings },
    { u"learned", SectionRole::Learnings },
    { u"learnings", SectionRole::Learnings },
    { u"takeaway", SectionRole::Learnings },
    { u"contributing", SectionRole::Factors },
    { u"cause", SectionRole::Factors },
    { u"trigger", SectionRole::Factors },
    { u"summary", SectionRole::Summary },
    { u"overview", SectionRole::Summary },
    { u"tl;dr", SectionRole::Summary },
    { u"abstract", SectionRole::Summary },
    { u"key events", SectionRole::Timeline },
    { u"impact", SectionRole::Impact },
} };

} // namespace

SectionRole sectionRole(const QString &heading)
{
    if (heading.startsWith(u"identified"_s, Qt::CaseInsensitive)
        || heading.startsWith(u"detection"_s, Qt::CaseInsensitive))
        return SectionRole::Identified;
    if (isTimelineHeading(heading))
        return SectionRole::Timeline;
    const QString lower = heading.toLower();
    for (const auto &[words, role] : kRoles) {
        if (lower.contains(words))
            return role;
    }
    return SectionRole::Other;
}

bool isRecordLabel(const QString &label)
{
    static constexpr std::array kLabels{
        u"key events",      u"time to repair",  u"time to resolve",
        u"time to detect",  u"identified",      u"impact",
        u"context",         u"background",      u"resolution",
        u"mitigation",      u"review actions",  u"actions following review",
        u"action items",    u"actions",         u"follow-up actions",
        u"summary",         u"detection",       u"trigger",
        u"cause",           u"causes",          u"contributing factors",
        u"lessons learned", u"lessons learnt",  u"timeline",
        u"what went well",  u"what went wrong", u"where we got lucky",
        u"next steps",      u"duration",        u"severity",
        u"status",
    };
    const QString first = label.section(u'/', 0, 0).trimmed().toLower();
    if (first.endsWith(u" cause"_s) || first.endsWith(u" causes"_s))
        return true;
    for (const auto *known : kLabels) {
        if (first == QStringView(known))
            return true;
    }
    return false;
}

} // namespace SecondStory::Importing
