// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/laneplan.h"

#include "domain/reviewcontents.h"
#include "figures/timeline/eventmarks.h"
#include "store/eventrepository.h"
#include "store/library.h"
#include "store/reviewrepository.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

namespace {

constexpr qint64 kAskEvery = 4'000;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("SecondStory::LanePlan", text, nullptr, n);
}

/// One rule's plan, event after event.
class Planner {
public:
    Planner(const ReviewContents &contents, LaneRule rule)
        : m_contents(contents)
    {
        m_plan.rule = rule;
        for (const Lane &lane : contents.lanes) {
            if (!m_byName.contains(lane.name))
                m_byName.insert(lane.name, lane.id);
            m_names.insert(lane.id, lane.name);
            m_position = std::max(m_position, lane.position + 1);
        }
        for (const Person &person : contents.people)
            m_people.insert(person.id, person.pseudonym.isEmpty() ? person.name : person.pseudonym);
    }

    void begin(const EvidenceSource &source)
    {
        m_source = &source;
        m_own = source.ownLane.isEmpty() ? ownLaneName(source.fileName) : source.ownLane;
        m_after = {};
        m_made.clear();
        m_movedHere = 0;
        ++m_plan.sources;
    }

    void take(const Store::LaneFacts &facts)
    {
        const LaneId lane = laneOf(facts);
        ++m_plan.events;
        ++m_counts[lane];
        m_movedHere += lane == facts.lane ? 0 : 1;
        m_after.append(lane);
    }

    /// `before`: where the events of the source stand today.
    void end(const LaneAssignment &before)
    {
        if (m_movedHere == 0)
            return;
        m_plan.moved += m_movedHere;
        LaneAssignment after = before;
        after.packed = packLanes(m_after);
        after.made = m_made;
        m_plan.changes.update(before, after);
    }

    [[nodiscard]] LanePlan plan()
    {
        for (auto it = m_counts.cbegin(); it != m_counts.cend(); ++it)
            m_plan.shares << LanePlan::Share{ m_names.value(it.key()), it.value(),
                                              m_new.contains(it.key()) };
        std::sort(m_plan.shares.begin(), m_plan.shares.end(),
                  [](const LanePlan::Share &a, const LanePlan::Share &b) {
                      return a.events != b.events ? a.events > b.events : a.lane < b.lane;
                  });
        return std::move(m_plan);
    }

private:
    LaneId laneOf(const Store::LaneFacts &facts)
    {
        switch (m_plan.rule) {
        case LaneRule::Source:
            return laneNamed(m_own);
        case LaneRule::Person:
            return laneNamed(m_people.value(facts.actor, m_own));
        case LaneRule::Kind: {
            QString &label = m_kinds[facts.kind];
            if (label.isEmpty())
                label = Figures::eventKindLabel(facts.kind);
            return laneNamed(label);
        }
        case LaneRule::Suggested:
            break;
        }
        if (!facts.channel.isEmpty())
            return laneNamed(facts.channel);
        // Imported before channels were kept: the lane it stands in is the best that is known.
        return m_source->ownLane.isEmpty() && !facts.lane.isNull() ? facts.lane : laneNamed(m_own);
    }

    LaneId laneNamed(const QString &name)
    {
        if (const auto it = m_byName.constFind(name); it != m_byName.constEnd())
            return *it;
        Lane lane;
        lane.id = LaneId::create();
        lane.version = 1;
        lane.reviewId = m_contents.review.id;
        lane.name = name;
        lane.hue = m_position % 8;
        lane.position = m_position++;
        lane.origin = m_source->id;
        m_byName.insert(name, lane.id);
        m_names.insert(lane.id, name);
        m_new << lane.id;
        m_made << lane;
        return lane.id;
    }

    const ReviewContents &m_contents;
    LanePlan m_plan;
    const EvidenceSource *m_source = nullptr;
    QString m_own;
    LanesOfEvents m_after;
    QList<Lane> m_made; ///< for this source
    qint64 m_movedHere = 0;
    int m_position = 0;
    QHash<QString, LaneId> m_byName;
    QHash<LaneId, QString> m_names;
    QHash<PersonId, QString> m_people;
    QHash<EventKind, QString> m_kinds;
    QHash<LaneId, qint64> m_counts;
    QSet<LaneId> m_new;
};

Result<QList<EvidenceSource>> chosen(const ReviewContents &contents, const QList<SourceId> &ids)
{
    QList<EvidenceSource> found;
    for (const EvidenceSource &source : contents.sources) {
        if (!source.removed && (ids.isEmpty() || ids.contains(source.id)))
            found << source;
    }
    if (!ids.isEmpty() && found.size() != ids.size())
        return failure(ErrorCode::NotFound, tr("the source is not in this review"));
    return found;
}

/// Reads one source for all planners.
Result<void> readSource(Store::Library &library, const EvidenceSource &source,
                        std::vector<Planner> &planners, const std::function<bool()> &goOn)
{
    for (Planner &planner : planners)
        planner.begin(source);
    LanesOfEvents before;
    bool isStopped = false;
    LaneAssignment today;
    const auto done = library.events().visitLanes(source.id, [&](const Store::LaneFacts &facts) {
        isStopped = goOn && today.events++ % kAskEvery == 0 && !goOn();
        if (isStopped)
            return false;
        before.append(facts.lane);
        for (Planner &planner : planners)
            planner.take(facts);
        return true;
    });
    if (!done)
        return done;
    if (isStopped)
        return failure(ErrorCode::Cancelled, tr("planning was cancelled"));
    today.id = source.id;
    today.reviewId = source.reviewId;
    today.events = static_cast<qint64>(before.rows.size());
    today.packed = packLanes(before);
    for (Planner &planner : planners)
        planner.end(today);
    return {};
}

} // namespace

Result<QList<LanePlan>> planLanes(Store::Library &library, ReviewId review,
                                  const QList<SourceId> &sources, const QList<LaneRule> &rules,
                                  const std::function<bool()> &goOn)
{
    const auto contents = library.reviews().load(review);
    if (!contents)
        return failure(contents.error());
    const auto found = chosen(*contents, sources);
    if (!found)
        return failure(found.error());
    std::vector<Planner> planners;
    for (const LaneRule rule : rules)
        planners.emplace_back(*contents, rule);
    for (const EvidenceSource &source : *found) {
        if (auto done = readSource(library, source, planners, goOn); !done)
            return failure(done.error());
    }
    QList<LanePlan> plans;
    for (Planner &planner : planners)
        plans << planner.plan();
    return plans;
}

QString sentenceOf(const LanePlan &plan)
{
    const QLocale locale;
    const auto made = std::count_if(plan.shares.begin(), plan.shares.end(),
                                    [](const LanePlan::Share &share) { return share.isNew; });
    const QString lanes = tr("%n lane(s)", static_cast<int>(plan.shares.size()));
    if (plan.changesNothing())
        return tr("No event moves; they stand in %1 already").arg(lanes);
    const QString moved =
        tr("%1 of %2 events move into %3")
            .arg(locale.toString(plan.moved), locale.toString(plan.events), lanes);
    return made == 0 ? moved : tr("%1, %2 of them new").arg(moved).arg(made);
}

QString labelOf(LaneRule rule)
{
    switch (rule) {
    case LaneRule::Source:
        return tr("Source");
    case LaneRule::Person:
        return tr("Person");
    case LaneRule::Kind:
        return tr("Kind");
    case LaneRule::Suggested:
        break;
    }
    return tr("Channel or system");
}

} // namespace SecondStory::Services
