// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <utility>

namespace SecondStory::Services {

/// Calls `visit` for every list of the format, in an order in which records can be stored.
template <class Contents, class Visit>
void forEachList(Contents &contents, Visit &&visit)
{
    visit(u"people", contents.people);
    visit(u"laneGroups", contents.laneGroups);
    visit(u"lanes", contents.lanes);
    visit(u"sources", contents.sources);
    visit(u"sections", contents.sections);
    visit(u"moments", contents.moments);
    visit(u"accounts", contents.accounts);
    visit(u"contradictions", contents.contradictions);
    visit(u"activities", contents.activities);
    visit(u"claims", contents.claims);
    visit(u"factors", contents.factors);
    visit(u"influences", contents.influences);
    visit(u"pressures", contents.pressures);
    visit(u"codings", contents.codings);
    visit(u"evidence", contents.evidenceLinks);
    visit(u"questions", contents.questions);
    visit(u"learnings", contents.learnings);
    visit(u"actions", contents.actions);
    visit(u"marks", contents.marks);
    visit(u"series", contents.series);
    visit(u"sameAs", contents.sameAs);
    visit(u"knownTo", contents.knownTo);
    visit(u"statedDurations", contents.statedDurations);
    visit(u"savedViews", contents.savedViews);
}

} // namespace SecondStory::Services
