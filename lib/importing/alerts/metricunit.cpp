// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/metricunit.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr std::array kUnits{ u"seconds", u"milliseconds", u"microseconds", u"nanoseconds",
                             u"bytes",   u"bits",         u"ratio",        u"percent",
                             u"celsius", u"volts",        u"amperes",      u"watts",
                             u"joules",  u"grams",        u"meters",       u"hertz" };

} // namespace

QString unitOfMetric(const QString &name)
{
    QStringView rest(name);
    for (const QStringView tail : { QStringView(u"_total"), QStringView(u"_sum") }) {
        if (rest.endsWith(tail)) {
            rest.chop(tail.size());
            break;
        }
    }
    const qsizetype last = rest.lastIndexOf(u'_');
    if (last < 0)
        return {};
    const QStringView word = rest.mid(last + 1);
    const bool isUnit = std::any_of(kUnits.begin(), kUnits.end(),
                                    [word](const auto *unit) { return word == QStringView(unit); });
    return isUnit ? word.toString() : QString();
}

} // namespace SecondStory::Importing
