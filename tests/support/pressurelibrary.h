// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/recurrence.h"

#include <QRandomGenerator>

namespace SecondStory::Testing {

/// A made-up library whose pressures differ in how often, when and how they were there.
struct PressureLibrary {
    QList<Analysis::ReviewFact> reviews;
    QList<Analysis::CodeFact> codes;
    QList<Analysis::PressureFact> facts;

    [[nodiscard]] Analysis::RecurrenceTable ask(const Analysis::RecurrenceQuery &query = {}) const
    {
        return Analysis::recurrence(reviews, codes, facts, query);
    }
};

/// Always the same library for the same numbers.
[[nodiscard]] inline PressureLibrary aPressureLibrary(int reviewCount = 27, int codeCount = 14)
{
    using namespace Qt::StringLiterals;
    static const QStringList names{ u"Deadline or launch date pressure"_s,
                                    u"Upkeep work put off for features"_s,
                                    u"Key people away or single expert"_s,
                                    u"Executive attention during the event"_s,
                                    u"Production pressure: keep serving or stop to look"_s,
                                    u"Cost or budget limit"_s,
                                    u"Alert fatigue"_s,
                                    u"Hand-over between time zones"_s,
                                    u"Unclear ownership of a service"_s,
                                    u"Tools that hide the state of the system"_s,
                                    u"A runbook that no longer fits"_s,
                                    u"Customers asking for answers"_s,
                                    u"Slack capacity in the team"_s,
                                    u"People who had seen it before"_s,
                                    u"Many changes at once"_s,
                                    u"Vendor out of reach"_s };
    PressureLibrary library;
    QRandomGenerator random(2026);
    const TimePoint first = *fromRfc3339(u"2025-01-20T09:00:00Z");
    for (int i = 0; i < reviewCount; ++i)
        library.reviews.append({ ReviewId::create(), u"Review %1"_s.arg(i + 1),
                                 TimePoint{ first.us + i * 23ll * 86'400'000'000 } });
    for (int c = 0; c < codeCount; ++c) {
        const QString key = u"P%1"_s.arg(c + 1, 2, 10, QChar(u'0'));
        const QString name = c < names.size() ? names[c] : u"Pressure number %1"_s.arg(c + 1);
        library.codes.append({ CodeId::create(), key, name });
        const double chance = 0.62 / (1 + 0.35 * c) + 0.03;
        const bool isMostlyHelp = c == 12 || c == 13;
        for (const Analysis::ReviewFact &review : std::as_const(library.reviews)) {
            if (random.bounded(1.0) > chance)
                continue;
            Phases phases(1 << (random.bounded(5) % 3));
            phases |= random.bounded(3) == 0 ? Phases(Phase::During) : Phases();
            const bool isHelp = isMostlyHelp != (random.bounded(6) == 0);
            library.facts.append({ review.id, library.codes[c].id, phases,
                                   isHelp ? Polarity::Helped : Polarity::Hindered });
        }
    }
    return library;
}

} // namespace SecondStory::Testing
