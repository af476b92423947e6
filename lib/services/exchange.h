// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "domain/reviewcontents.h"

#include <QByteArray>
#include <QJsonObject>

#include <functional>

namespace SecondStory::Store {
class Library;
}

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

/// The review as stored. Cost: holds all its events. Errors: NotFound, Storage.
[[nodiscard]] Result<ExchangeReview> loadForExchange(Store::Library &library, ReviewId id);
/// Adds a review with all it holds, in one transaction. Errors: Conflict when it is there already,
/// BadInput, Storage.
[[nodiscard]] Result<void> storeExchange(Store::Library &library, ExchangeReview review);

/// Reads a file of one object or of one object a line, and adds every review of it, all or none.
/// Returns the ids. Errors: as above, with the file and line.
[[nodiscard]] Result<QList<ReviewId>> importExchangeFile(Store::Library &library,
                                                         const QString &path);

} // namespace SecondStory::Services
