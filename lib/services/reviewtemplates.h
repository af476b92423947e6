// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/changeset.h"
#include "domain/result.h"

#include <QStringList>

namespace SecondStory::Services {

/// A way to begin a review: the parts of its narrative, each with a hint.
struct ReviewTemplate {
    struct Part {
        QString heading;
        QString hint;
    };
    QString id;
    QString name;
    QString description;
    QList<Part> sections;
};

/// The ids of the templates that ship with the program, in the order of depth.
[[nodiscard]] QStringList templateIds();
/// Errors: NotFound, naming those there are.
[[nodiscard]] Result<ReviewTemplate> reviewTemplate(const QString &id);
/// What adds a new review with its empty sections. An empty `templateId` gives a review without
/// sections. The review is the first change. Errors: NotFound (template), Usage (unknown zone).
[[nodiscard]] Result<ChangeSet> newReview(const QString &title, const QString &zone,
                                          const QString &templateId);

} // namespace SecondStory::Services
