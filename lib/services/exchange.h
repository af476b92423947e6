// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "domain/reviewcontents.h"

#include <QByteArray>
#include <QJsonObject>

#include <functional>

namespace SecondStory::Services {

/// A whole review in memory, as the exchange format carries it.
struct ExchangeReview {
    ReviewContents contents;
    QList<Event> events;
    QHash<SeriesId, std::vector<SeriesSample>> samples;
    QList<Code> codes; ///< those the review uses
    QHash<QString, QUuid> names; ///< local names of a hand-written file and the ids they got
};

/// How a hand-written file names an imported event: its source's file name, its exact time, words
/// of its text.
struct EventPointer {
    QString source;
    TimePoint at;
    QString contains;
};
using EventFinder = std::function<EventId(const EventPointer &)>;

/// What a file's names mean outside of it.
struct ExchangeNames {
    EventFinder find; ///< resolves eventNames
    QHash<QString, QUuid> ids; ///< local names that have an id already
};

/// Reads one `secondstory-review/1` object. `known` are the library's codes.
/// Errors: BadInput with the JSON path.
[[nodiscard]] Result<ExchangeReview>
readExchange(const QJsonObject &object, const QList<Code> &known, const ExchangeNames &names = {});
[[nodiscard]] QJsonObject writeExchange(const ExchangeReview &review);

} // namespace SecondStory::Services
