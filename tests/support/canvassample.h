// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/factor.h"
#include "domain/influence.h"

#include <QHash>
#include <QRandomGenerator>

namespace SecondStory::Samples {

struct Canvas {
    QList<Factor> factors;
    QList<Influence> influences;
    QHash<QUuid, int> evidence;
};

/// Sixteen factors and eighteen influences of a checkout that could not be paid for.
inline Canvas checkoutCanvas(ReviewId review)
{
    using enum FactorKind;
    using enum Phase;
    using enum Polarity;
    using C = Confidence;
    Canvas canvas;
    const auto add = [&](const char16_t *title, FactorKind kind, Level level, Phase phase,
                         Polarity polarity, Confidence confidence, int evidence) {
        Factor f;
        f.id = FactorId::create();
        f.reviewId = review;
        f.title = QString::fromUtf16(title);
        f.kind = kind;
        f.level = level;
        f.phase = phase;
        f.polarity = polarity;
        f.confidence = confidence;
        canvas.factors.append(f);
        if (evidence > 0)
            canvas.evidence.insert(f.id.value, evidence);
    };
    add(u"Payment provider moved its sandbox without notice", Condition, Level::Outside, Before,
        Hindered, C::Documented, 2);
    add(u"Quarter-end sales target had the company's attention", Pressure, Level::Company, Before,
        Hindered, C::Corroborated, 3);
    add(u"Freeze was shortened to ship the new basket", Pressure, Level::Company, Before, Hindered,
        C::OneAccount, 1);
    add(u"Retry settings were on the list for next quarter", Condition, Level::Planning, Before,
        Hindered, C::Documented, 2);
    add(u"Two teams own the queue, each expects the other to watch it", Coordination, Level::Teams,
        Before, Hindered, C::Corroborated, 4);
    add(u"Database lead on leave, hand-over in a chat thread", Coordination, Level::Teams, During,
        Hindered, C::OneAccount, 1);
    add(u"Support had a direct line to on-call", Practice, Level::Teams, During, Helped,
        C::Corroborated, 3);
    add(u"Cache was taken for the cause, as in the last three pages", Assessment, Level::People,
        During, Hindered, C::Corroborated, 5);
    add(u"Rolling back looked riskier than waiting", Assessment, Level::People, During, Present,
        C::OneAccount, 2);
    add(u"A newcomer asked what the green graph counts", Assessment, Level::People, During, Helped,
        C::Documented, 2);
    add(u"Health check answers without touching the queue", Technology, Level::Systems, Before,
        Hindered, C::Documented, 3);
    add(u"Dashboard shows accepted, not settled, payments", Signal, Level::Systems, During,
        Hindered, C::Documented, 4);
    add(u"Retries multiplied the load on the queue", Technology, Level::Systems, During, Hindered,
        C::Corroborated, 6);
    add(u"Checkout could not settle payments for 47 minutes", Outcome, Level::Outcome, During,
        Hindered, C::Documented, 7);
    add(u"Orders were kept and settled later, none was lost", Outcome, Level::Outcome, After,
        Helped, C::Documented, 2);
    add(u"Weekly look at near misses was started", Practice, Level::Teams, After, Helped,
        C::Hypothesis, 0);
    const auto link = [&](int from, int to, InfluenceKind kind, InfluenceStatus status) {
        Influence i;
        i.id = InfluenceId::create();
        i.reviewId = review;
        i.from = canvas.factors[from].id;
        i.to = canvas.factors[to].id;
        i.kind = kind;
        i.status = status;
        canvas.influences.append(i);
    };
    using K = InfluenceKind;
    using S = InfluenceStatus;
    link(0, 3, K::ContributedTo, S::Proposed);
    link(1, 2, K::ContributedTo, S::Supported);
    link(2, 3, K::MadeLikelier, S::Supported);
    link(1, 8, K::MadeLikelier, S::Proposed);
    link(3, 12, K::ContributedTo, S::Supported);
    link(4, 10, K::ContributedTo, S::Supported);
    link(4, 7, K::MadeHarder, S::Proposed);
    link(5, 8, K::MadeHarder, S::Supported);
    link(10, 11, K::Masked, S::Supported);
    link(11, 7, K::FedBack, S::Supported);
    link(7, 13, K::ContributedTo, S::Supported);
    link(8, 13, K::MadeLikelier, S::Disputed);
    link(12, 13, K::ContributedTo, S::Supported);
    link(6, 9, K::Helped, S::Supported);
    link(9, 14, K::Helped, S::Supported);
    link(12, 11, K::FedBack, S::Proposed);
    link(2, 5, K::ContributedTo, S::Withdrawn);
    link(6, 14, K::Helped, S::Proposed);
    return canvas;
}

/// A made-up canvas of any size, the same for the same numbers.
inline Canvas denseCanvas(ReviewId review, int factors, int influences, quint32 seed = 7)
{
    QRandomGenerator random(seed);
    Canvas canvas;
    const std::array phases{ Phase::Before, Phase::During, Phase::After };
    for (int i = 0; i < factors; ++i) {
        Factor f;
        f.id = FactorId::create();
        f.reviewId = review;
        f.title =
            QStringLiteral("Factor %1: something that was so at the time and mattered").arg(i + 1);
        f.kind = static_cast<FactorKind>(random.bounded(8));
        f.level = static_cast<Level>(1 + random.bounded(7));
        f.phase = phases[static_cast<size_t>(random.bounded(3))];
        f.polarity = static_cast<Polarity>(random.bounded(3));
        f.confidence = static_cast<Confidence>(random.bounded(4));
        canvas.factors.append(f);
        canvas.evidence.insert(f.id.value, random.bounded(5));
    }
    for (int i = 0; i < influences; ++i) {
        const int from = random.bounded(factors);
        const int to = (from + 1 + random.bounded(factors - 1)) % factors;
        Influence link;
        link.id = InfluenceId::create();
        link.reviewId = review;
        link.from = canvas.factors[from].id;
        link.to = canvas.factors[to].id;
        link.kind = static_cast<InfluenceKind>(random.bounded(6));
        link.status = static_cast<InfluenceStatus>(random.bounded(4));
        canvas.influences.append(link);
    }
    return canvas;
}

} // namespace SecondStory::Samples
