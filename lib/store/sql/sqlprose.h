// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/changeset.h"
#include "store/sql/sqlconnection.h"

namespace SecondStory::Store {

/// The words by which the search finds a record that is not an event.
struct Prose {
    TargetKind kind = TargetKind::Review;
    QUuid ref;
    ReviewId review;
    QString title;
    QString body;
};

/// Nothing for records without words of their own.
template <class T>
[[nodiscard]] std::optional<Prose> proseOf(const T &record)
{
    using namespace Qt::StringLiterals;
    const auto join = [](std::initializer_list<QString> parts) {
        QStringList list;
        for (const QString &part : parts) {
            if (!part.isEmpty())
                list << part;
        }
        return list.join(u'\n');
    };
    const QUuid ref = record.id.value;
    if constexpr (std::is_same_v<T, Review>)
        return Prose{ TargetKind::Review, ref, record.id, record.title, record.summary };
    else if constexpr (std::is_same_v<T, Section>)
        return Prose{ TargetKind::Section, ref, record.reviewId, record.heading, record.body };
    else if constexpr (std::is_same_v<T, Factor>)
        return Prose{ TargetKind::Factor, ref, record.reviewId, record.title,
                      join({ record.note, record.view }) };
    else if constexpr (std::is_same_v<T, Pressure>)
        return Prose{ TargetKind::Pressure, ref, record.reviewId, record.title, record.note };
    else if constexpr (std::is_same_v<T, Moment>)
        return Prose{ TargetKind::Moment, ref, record.reviewId, record.title, {} };
    else if constexpr (std::is_same_v<T, Activity>)
        return Prose{ TargetKind::Activity, ref, record.reviewId, record.title, {} };
    else if constexpr (std::is_same_v<T, Account>)
        return Prose{ TargetKind::Account,
                      ref,
                      record.reviewId,
                      {},
                      join({ record.goals, record.knowledge, record.attention, record.cuesAvailable,
                             record.cuesNoticed, record.options, record.pressures, record.help }) };
    else if constexpr (std::is_same_v<T, Claim>)
        return Prose{ TargetKind::Claim, ref, record.reviewId, record.text, {} };
    else if constexpr (std::is_same_v<T, Question>)
        return Prose{ TargetKind::Question, ref, record.reviewId, record.text, record.answer };
    else if constexpr (std::is_same_v<T, Learning>)
        return Prose{ TargetKind::Learning, ref, record.reviewId, record.text, record.audience };
    else if constexpr (std::is_same_v<T, Action>)
        return Prose{ TargetKind::Action, ref, record.reviewId, record.title, record.note };
    else
        return {};
}

/// Brings the search in step with one record; `after` empty when it is gone.
[[nodiscard]] Result<void> updateProse(SqlConnection &connection, const QUuid &ref,
                                       const std::optional<Prose> &after);

} // namespace SecondStory::Store
