// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/exchange.h"
#include "support/testlibrary.h"

#include <cmath>

namespace SecondStory::Testing {

/// A review with one record of every kind, imported evidence, and something in every field.
class FullReview {
public:
    explicit FullReview(Store::Library &library)
        : m_library(library)
    {
        addHead();
        addEvidence();
        addRest();
    }

    ReviewId id = ReviewId::create();
    PersonId person = PersonId::create();
    LaneId lane = LaneId::create();
    SourceId source = SourceId::create();
    EventId imported = EventId::create();
    EventId own = EventId::create();
    EventId undated = EventId::create();
    FactorId factor = FactorId::create();
    FactorId outcome = FactorId::create();
    SectionId section = SectionId::create();
    ClaimId claim = ClaimId::create();
    MomentId moment = MomentId::create();
    LaneGroupId group = LaneGroupId::create();

private:
    static TimePoint at(int minute) { return TimePoint::fromSeconds(1'519'132'620 + 60 * minute); }

    void apply(const ChangeSet &set)
    {
        const auto applied = m_library.edits().apply(set);
        if (!applied)
            qFatal("%s", qPrintable(applied.error().toString()));
    }

    void addHead()
    {
        Review review;
        review.id = id;
        review.title = QStringLiteral("Checkout outage");
        review.summary = QStringLiteral("Orders failed for a while.");
        review.status = ReviewStatus::Soaking;
        review.depth = ReviewDepth::Deep;
        review.zone = QStringLiteral("Europe/Paris");
        review.templateId = QStringLiteral("deep");
        review.triage = { QStringLiteral("many-teams") };
        review.frame = { at(0), at(5), at(8), at(60), at(90) };
        review.created = review.updated = at(1000);
        Person someone{ person,
                        0,
                        id,
                        QStringLiteral("Jo Doe"),
                        QStringLiteral("on-call"),
                        QStringLiteral("Asha"),
                        PersonKind::Human,
                        { QStringLiteral("jo") },
                        QStringLiteral("note") };
        const LaneGroup rooms{ group, 0, id, QStringLiteral("Chat"), 1, true };
        Lane row{ lane, 0, id, QStringLiteral("#incident"), 1, 3, true, false };
        row.pinned = true;
        row.stretch = 1.5;
        row.groupId = group;
        apply(ChangeSet().insert(review).insert(someone).insert(rooms).insert(row));
    }

    void addEvidence()
    {
        EvidenceSource file;
        file.id = source;
        file.version = 1;
        file.reviewId = id;
        file.fileName = QStringLiteral("chat.csv");
        file.sha256 = QByteArray(32, '\x5a');
        file.contentSha256 = QByteArray(32, '\x17');
        file.ownLane = QStringLiteral("Chat");
        file.size = 321;
        file.importerId = QStringLiteral("csv");
        file.importedAt = at(999);
        file.importedBy = QStringLiteral("an analyst");
        file.zone = QStringLiteral("Europe/Paris");
        file.basis = TimeBasis::ZoneAssumed;
        file.read = 3;
        file.imported = 1;
        file.skipped = 1;
        file.duplicates = 1;
        file.authors = 1;
        file.first = file.last = at(3);
        file.problemCount = 1;
        file.problems = { { QStringLiteral("line 3"), QStringLiteral("no time") } };
        Event event;
        event.id = imported;
        event.version = 1;
        event.reviewId = id;
        event.sourceId = source;
        event.recorded = { at(3),
                           at(4),
                           QStringLiteral("14:20"),
                           QStringLiteral("Europe/Paris"),
                           TimePrecision::Minute,
                           TimeBasis::ZoneAssumed,
                           true,
                           ClockReference::Wall,
                           at(63).us,
                           at(64).us };
        event.asserted = AssertedTime{
            at(2), at(5), at(1), at(6), Certainty::Between, QStringLiteral("clock was late")
        };
        event.title = QStringLiteral("Orders fail");
        event.text = QStringLiteral("Orders fail since the deploy");
        event.place = QStringLiteral("line 2");
        event.naturalKey = QStringLiteral("k1");
        event.channel = QStringLiteral("#incident");
        event.kind = EventKind::Message;
        event.laneId = lane;
        event.actors = { person };
        event.caption = QStringLiteral("First sign");
        event.note = QStringLiteral("seen by support first");
        event.starred = true;
        auto writer = m_library.sources().beginImport(id, source);
        Series load{ SeriesId::create(),
                     1,
                     id,
                     source,
                     lane,
                     QStringLiteral("orders a minute"),
                     QStringLiteral("orders"),
                     QStringLiteral("line 9"),
                     QStringLiteral("s1"),
                     3,
                     at(1),
                     at(3),
                     0.25,
                     12 };
        const std::vector<SeriesSample> samples{ { at(1), 12 },
                                                 { at(2), std::nan("") },
                                                 { at(3), 0.25 } };
        if (!writer || !(*writer)->add(event) || !(*writer)->addSeries(load, samples)
            || !(*writer)->finish(file))
            qFatal("the evidence could not be stored");
    }

    void addRest()
    {
        const auto codes = m_library.reviews().codes();
        const Code code = codes->first();
        ChangeSet set;
        Event decision = ownEvent(id, QStringLiteral("Roll back"), at(20));
        decision.id = own;
        decision.kind = EventKind::Decision;
        decision.actors = { person };
        decision.grounds = Grounds::Inferred;
        Event later = ownEvent(id, QStringLiteral("Somebody called"), std::nullopt);
        later.id = undated;
        set.insert(decision).insert(later);
        set.insert(SameAs{ SameAsId::create(), 0, id, imported, own, SameAsVerdict::Different,
                           QStringLiteral("two calls") });
        set.insert(Section{ section, 0, id, QStringLiteral("What happened"),
                            QStringLiteral("It broke, [[event:%1|we saw]].\n\n- and mended")
                                .arg(imported.toString()),
                            0 });
        set.insert(Moment{ moment,
                           0,
                           id,
                           QStringLiteral("The first minute"),
                           at(3),
                           at(9),
                           { person },
                           { imported, own } });
        addAccounts(set);
        set.insert(Claim{ claim, 0, id, section, QStringLiteral("The pool was full"),
                          ClaimStatus::Observed });
        set.insert(Factor{ factor, 0, id, QStringLiteral("One pool for all"),
                           QStringLiteral("note"), FactorKind::Technology, Level::Systems,
                           Phase::Before, Polarity::Hindered, Confidence::Documented,
                           QStringLiteral("platform"), 12.5, -40, true });
        set.insert(Factor{ outcome,
                           0,
                           id,
                           QStringLiteral("Orders fail"),
                           {},
                           FactorKind::Outcome,
                           Level::Outcome,
                           Phase::During,
                           Polarity::Present,
                           Confidence::Corroborated,
                           {},
                           200,
                           300,
                           false });
        set.insert(Influence{ InfluenceId::create(), 0, id, factor, outcome,
                              InfluenceKind::MadeLikelier, InfluenceStatus::Supported,
                              QStringLiteral("note"), QStringLiteral("hardly") });
        set.insert(Pressure{ PressureId::create(), 0, id, code.id, QStringLiteral("Launch day"),
                             QStringLiteral("note"), Phase::Before | Phase::During,
                             Polarity::Hindered, Confidence::OneAccount });
        set.insert(Coding{ CodingId::create(),
                           0,
                           id,
                           code.id,
                           { TargetKind::Event, imported.value },
                           Phase::During,
                           Polarity::Helped });
        set.insert(EvidenceLink{ EvidenceLinkId::create(),
                                 0,
                                 id,
                                 { TargetKind::Factor, factor.value },
                                 imported,
                                 QStringLiteral("as it says") });
        set.insert(Question{ QuestionId::create(),
                             0,
                             id,
                             QStringLiteral("How was it found?"),
                             QStringLiteral("by chance"),
                             QuestionStatus::Answered,
                             { TargetKind::Factor, factor.value } });
        set.insert(Learning{ LearningId::create(), 0, id, QStringLiteral("Pools are shared"),
                             QStringLiteral("platform"), 0 });
        set.insert(Action{ ActionId::create(), 0, id, factor, QStringLiteral("Split the pool"),
                           QStringLiteral("note"), QStringLiteral("platform"),
                           QStringLiteral("2026-04-30"), ActionStatus::Agreed, 0 });
        set.insert(TimeMark{ TimeMarkId::create(), 0, id, QStringLiteral("peak"), at(10), at(15) });
        addTimelineRest(set);
        apply(set);
    }

    void addAccounts(ChangeSet &set) const
    {
        Account first;
        first.id = AccountId::create();
        first.reviewId = id;
        first.momentId = moment;
        first.people = { person };
        for (const AccountField &field : kAccountFields)
            first.*field.text = toString(field.aspect);
        Account second = first;
        second.id = AccountId::create();
        second.people.clear();
        second.knowledge = QStringLiteral("something else");
        set.insert(first).insert(second);
        set.insert(Contradiction{ ContradictionId::create(), 0, id, first.id, second.id,
                                  AccountAspect::CuesNoticed, QStringLiteral("how come?") });
    }

    void addTimelineRest(ChangeSet &set) const
    {
        set.insert(Activity{ ActivityId::create(),
                             0,
                             id,
                             QStringLiteral("Looking for the pool"),
                             lane,
                             { imported, own },
                             false });
        set.insert(SavedView{ SavedViewId::create(),
                              0,
                              id,
                              QStringLiteral("The first hour"),
                              2,
                              at(0),
                              at(60),
                              { toString(EventKind::Decision) },
                              { lane },
                              true,
                              QStringLiteral("pool") });
        set.insert(KnownTo{ KnownToId::create(), 0, id, imported, person, at(7),
                            QStringLiteral("read it aloud") });
        set.insert(StatedDuration{ StatedDurationId::create(), 0, id, FramePoint::Detected,
                                   FramePoint::Mitigated, 55 * 60'000'000LL,
                                   QStringLiteral("about an hour"), imported });
        set.insert(EvidenceLink{ EvidenceLinkId::create(), 0, id,
                                 frameTarget(id, FramePoint::Detected), imported,
                                 QStringLiteral("the first alert") });
    }

    Store::Library &m_library;
};

} // namespace SecondStory::Testing
