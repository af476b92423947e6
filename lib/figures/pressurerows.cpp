// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/pressurerows.h"

#include "analysis/recurrencesentences.h"

#include <algorithm>

namespace SecondStory::Figures {

QList<int> pressureRows(const Analysis::RecurrenceTable &table, PressureSort sort,
                        const QString &filter, int most)
{
    QList<int> rows;
    for (int i = 0; i < table.codes.size(); ++i) {
        const Analysis::CodeRecurrence &code = table.codes[i];
        if (filter.isEmpty() || code.name.contains(filter, Qt::CaseInsensitive)
            || code.key.contains(filter, Qt::CaseInsensitive))
            rows.append(i);
    }
    const auto sortBy = [&](auto measureOf) {
        std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) {
            return measureOf(table.codes[a]) > measureOf(table.codes[b]);
        });
    };
    switch (sort) {
    case PressureSort::Count:
        break; // the table's own order
    case PressureSort::Name:
        std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) {
            return QString::localeAwareCompare(Analysis::codeLabel(table.codes[a]),
                                               Analysis::codeLabel(table.codes[b]))
                < 0;
        });
        break;
    case PressureSort::Hindered:
        sortBy([](const Analysis::CodeRecurrence &code) { return code.hindered; });
        break;
    case PressureSort::Helped:
        sortBy([](const Analysis::CodeRecurrence &code) { return code.helped; });
        break;
    }
    if (most > 0 && rows.size() > most)
        rows.resize(most);
    return rows;
}

} // namespace SecondStory::Figures
