// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/periods.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace SecondStory::Analysis {

namespace {

constexpr int kMostPeriods = 400;

} // namespace

Calendar::Calendar(PeriodLength by, const QString &zone)
    : m_partsPerYear(by == PeriodLength::Quarter ? 4 : 12)
    , m_clock(zone)
{
}

int Calendar::numberOf(TimePoint time) const
{
    const CivilTime local = m_clock.toLocal(time);
    return local.year * m_partsPerYear + (local.month - 1) * m_partsPerYear / 12;
}

TimePoint Calendar::startOf(int number) const
{
    CivilTime civil;
    civil.year = number / m_partsPerYear;
    civil.month = number % m_partsPerYear * (12 / m_partsPerYear) + 1;
    return m_clock.fromLocal(civil).time;
}

PeriodRecurrence Calendar::period(int number) const
{
    PeriodRecurrence period;
    period.span = { startOf(number), startOf(number + 1) };
    period.year = number / m_partsPerYear;
    period.part = number % m_partsPerYear + 1;
    return period;
}

QList<int> Calendar::cover(const QList<int> &numbers) const
{
    QList<int> present = numbers;
    present.removeAll(std::numeric_limits<int>::min());
    std::sort(present.begin(), present.end());
    present.erase(std::unique(present.begin(), present.end()), present.end());
    if (present.isEmpty() || present.last() - present.first() >= kMostPeriods)
        return present;
    QList<int> all;
    for (int number = present.first(); number <= present.last(); ++number)
        all.append(number);
    return all;
}

QString periodName(const PeriodRecurrence &period, PeriodLength by)
{
    const QString year = QString::number(period.year);
    if (by == PeriodLength::Quarter)
        return QCoreApplication::translate("Periods", "%1 Q%2", "year and quarter")
            .arg(year)
            .arg(period.part);
    const QString month = QLocale().standaloneMonthName(period.part, QLocale::ShortFormat);
    return QCoreApplication::translate("Periods", "%1 %2", "month and year").arg(month, year);
}

} // namespace SecondStory::Analysis
