// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/recurrence.h"

#include <QList>
#include <QString>

namespace SecondStory::Figures {

enum class PressureSort : quint8 { Count, Name, Hindered, Helped };

/// The codes to draw, as indexes into the table, from top to bottom: those whose key or name holds
/// `filter`, at most `most` of them (0: all).
[[nodiscard]] QList<int> pressureRows(const Analysis::RecurrenceTable &table, PressureSort sort,
                                      const QString &filter, int most);

} // namespace SecondStory::Figures
