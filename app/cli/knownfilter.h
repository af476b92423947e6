// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/castknowledge.h"
#include "cli/statedtime.h"
#include "domain/result.h"
#include "domain/reviewcontents.h"

#include <QJsonObject>

namespace SecondStory::Store {
class Library;
}

namespace SecondStory::Cli {

/// Lets through what somebody could know of at a time, and tells since when and why.
class KnownFilter {
public:
    /// `who` is a name, handle, pseudonym or role, or "anyone"; several people of one name or role
    /// see together. Errors: NotFound, Storage. Cost: looks through the review's events once.
    [[nodiscard]] static Result<KnownFilter> make(Store::Library &library,
                                                  const ReviewContents &contents,
                                                  const QString &who,
                                                  const std::optional<StatedTime> &at);

    /// The knowledge of an event when it had come about by then; nothing when it had not.
    [[nodiscard]] std::optional<Analysis::Known> known(const Event &event, qint64 seq) const;
    /// {"since", "basis", "person"}.
    [[nodiscard]] QJsonObject toJson(const Analysis::Known &known) const;
    /// Since when, and why.
    [[nodiscard]] static QStringList columns(const Analysis::Known &known);
    [[nodiscard]] static QStringList csvHeaders();
    [[nodiscard]] static QStringList tableHeaders();

private:
    Analysis::Viewpoint m_view;
    QHash<PersonId, QString> m_names;
    std::optional<TimePoint> m_at;
};

} // namespace SecondStory::Cli
