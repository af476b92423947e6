// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/reports/reportlines.h"
#include "importing/reports/timelineentries.h"

#include <QList>

#include <optional>

namespace SecondStory::Importing {

/// The moments by which incident records describe their course.
enum class Moment : quint8 { Began, Detected, Declared, Mitigated, Resolved };

/// The moment that a label or a key names ("First detected", "end_time"); nothing when it is
/// another.
[[nodiscard]] std::optional<Moment> momentFromLabel(const QString &label);
/// True for labels whose text is a length of time ("Time to repair", "Duration").
[[nodiscard]] bool isDurationLabel(const QString &label);

/// A line that states when one of the moments was.
struct StatedMoment {
    Moment moment = Moment::Began;
    QString label; ///< as written
    QString text; ///< the whole line in plain words
    TimelineItem item; ///< its time, as entries have theirs
};

/// A line that states a length of time.
struct StatedLength {
    QString label;
    QString text; ///< what stands behind the label, in plain words
    qint64 line = 0;
};

/// Reads "First detected 2020-02-12 11:51" and "| Resolved | 12:07 UTC |"; nothing when the line
/// states no moment. `number` from 1.
[[nodiscard]] std::optional<StatedMoment> readStatedMoment(const ReportLine &line, qint64 number);
/// Reads "Time to repair: 0h 16m" in all the ways a label may be marked.
[[nodiscard]] std::optional<StatedLength> readStatedLength(const ReportLine &line, qint64 number);
/// Reads the value of a front matter's key as a time; nothing when it is none.
[[nodiscard]] std::optional<TimelineItem> readKeyTime(const QString &value, qint64 number);

} // namespace SecondStory::Importing
