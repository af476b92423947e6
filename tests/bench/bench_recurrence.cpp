// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// CPU time of the library-wide count for libraries far larger than people have.

#include "analysis/recurrence.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Analysis;

namespace {

QJsonObject measured(int reviewCount, int perReview)
{
    QRandomGenerator random(1);
    QList<ReviewFact> reviews;
    QList<CodeFact> codes;
    QList<PressureFact> facts;
    for (int i = 0; i < reviewCount; ++i)
        reviews.append({ ReviewId::create(), u"Review"_s,
                         TimePoint::fromSeconds(1'500'000'000ll + i * 20'000ll) });
    for (int i = 0; i < 58; ++i)
        codes.append({ CodeId::create(), u"P%1"_s.arg(i), u"Pressure"_s });
    for (const ReviewFact &review : std::as_const(reviews)) {
        for (int i = 0; i < perReview; ++i)
            facts.append(
                { review.id, codes[random.bounded(58)].id, Phase::During, Polarity::Hindered });
    }
    QList<double> times;
    for (int round = 0; round < 7; ++round) {
        const std::clock_t start = std::clock();
        const RecurrenceTable table = recurrence(reviews, codes, facts);
        times.append(double(std::clock() - start) * 1000 / CLOCKS_PER_SEC);
        if (table.reviews != reviewCount)
            return {};
    }
    std::sort(times.begin(), times.end());
    return { { u"reviews"_s, reviewCount },
             { u"facts"_s, facts.size() },
             { u"medianCpuMs"_s, times[3] },
             { u"worstCpuMs"_s, times.last() } };
}

} // namespace

int main()
{
    QJsonArray rows;
    for (const int reviews : { 30, 500, 10'000 })
        rows.append(measured(reviews, 20));
    const QByteArray json = QJsonDocument(QJsonObject{ { u"recurrence"_s, rows } }).toJson();
    std::fwrite(json.constData(), 1, static_cast<size_t>(json.size()), stdout);
    return 0;
}
