// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/timepoint.h"

#include <QList>
#include <QString>

namespace SecondStory::Importing {

/// What a rule is asked for: the times from `from` until `until`, both included.
struct RecurrenceWindow {
    CivilTime from;
    CivilTime until;
    qsizetype most = 0; ///< at most so many
};

struct Recurrence {
    enum class End : quint8 {
        Rule, ///< the rule itself ends within the window
        Window, ///< the rule goes on behind the window
        Most, ///< more times than asked for lie in the window
        Refused, ///< the rule is none, or finding its times could take for ever
    };

    QList<CivilTime> times;
    End end = End::Refused;
    bool isExhausted = false; ///< the rule ended without saying so: its parts never meet (again)
};

/// Expands the rules of one file. Not a free function, because a file full of rules that never
/// come true must not take for ever either: after a few of them only plain rules are expanded.
class RuleExpander {
public:
    /// The times of a rule ("FREQ=WEEKLY;BYDAY=MO,TU;UNTIL=…") that starts at `start`, on the clock
    /// of the start; an UNTIL in the rule has to stand on that clock too.
    /// Cost: bounded: rules whose parts may never meet are refused, because looking for their next
    /// time goes through centuries.
    [[nodiscard]] Recurrence expand(const QString &rule, const CivilTime &start,
                                    const RecurrenceWindow &window);

private:
    int m_exhausted = 0;
};

/// The value of one part of a rule ("UNTIL"); empty when it has none.
[[nodiscard]] QString rulePart(const QString &rule, QStringView name);
/// The rule with one part changed.
[[nodiscard]] QString withRulePart(const QString &rule, const QString &name, const QString &value);

} // namespace SecondStory::Importing
