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

} // namespace SecondStory::Testing
