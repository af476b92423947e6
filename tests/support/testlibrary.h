// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/changeset.h"
#include "store/editrepository.h"
#include "store/eventrepository.h"
#include "store/library.h"
#include "store/reviewrepository.h"
#include "store/searchrepository.h"
#include "store/sourcewriter.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>

namespace SecondStory::Testing {

/// Compares a Result and, when it failed, says why.
#define VERIFY_RESULT(result)                                                                      \
    do {                                                                                           \
        const auto &verified = (result);                                                           \
        QVERIFY2(verified.has_value(),                                                             \
                 verified ? ""                                                                     \
                          : qPrintable(verified.error().toString() + u" | "                        \
                                       + verified.error().detail));                                \
    } while (false)

/// A library in a temporary folder.
class TestLibrary {
public:
    TestLibrary()
    {
        auto created = Store::Library::create(path());
        if (!created)
            qFatal("%s",
                   qPrintable(created.error().toString() + QStringLiteral(" | ")
                              + created.error().detail));
        library = std::move(*created);
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("test.sslib")); }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    ReviewId addReview(const QString &title = QStringLiteral("Checkout outage"),
                       const QString &zone = QStringLiteral("Europe/Paris"))
    {
        Review review;
        review.id = ReviewId::create();
        review.title = title;
        review.zone = zone;
        review.created = review.updated = TimePoint::now();
        ChangeSet set;
        set.insert(review);
        const auto applied = library->edits().apply(set);
        return applied ? review.id : ReviewId{};
    }

    std::unique_ptr<Store::Library> library;

private:
    QTemporaryDir m_folder;
};

/// An event of the analyst's own, dated at `time`.
inline Event ownEvent(ReviewId review, const QString &title,
                      std::optional<TimePoint> time = TimePoint::fromSeconds(1'519'132'620))
{
    Event event;
    event.id = EventId::create();
    event.reviewId = review;
    event.title = title;
    event.recorded.start = time;
    event.recorded.basis = time ? TimeBasis::Absolute : TimeBasis::None;
    event.kind = EventKind::Observation;
    return event;
}

/// Imports `count` events into a review, one a second, with the titles that `title` says.
inline void addManyEvents(Store::Library &library, ReviewId review, int count,
                          const std::function<QString(int)> &title)
{
    EvidenceSource source;
    source.id = SourceId::create();
    source.reviewId = review;
    source.fileName = QStringLiteral("queue.log");
    source.read = source.imported = count;
    auto writer = library.sources().beginImport(review, source.id);
    bool isStored = writer.has_value();
    for (int i = 0; i < count && isStored; ++i) {
        Event event = ownEvent(review, title(i), TimePoint::fromSeconds(1'519'132'620 + qint64(i)));
        event.sourceId = source.id;
        isStored = (*writer)->add(event).has_value();
    }
    if (!isStored || !(*writer)->finish(source))
        qFatal("the evidence could not be stored");
    writer->reset();
}

} // namespace SecondStory::Testing
