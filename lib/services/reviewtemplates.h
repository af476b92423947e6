// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "domain/reviewcontents.h"

#include <QList>
#include <QString>

namespace SecondStory::Store {
class Library;
}

namespace SecondStory::Services {

struct TriageQuestion {
    QString id;
    QString text;
    QString why;
};

struct TemplateSection {
    QString heading;
    QString hint;
};

/// A way to begin a review: the headings of its narrative.
struct ReviewTemplate {
    QString id;
    QString name;
    QString description;
    QList<TemplateSection> sections;
};

/// The triage questions that help to choose how deep a review should go.
[[nodiscard]] QList<TriageQuestion> triageQuestions();
/// Light, standard and deep, in this order.
[[nodiscard]] QList<ReviewTemplate> reviewTemplates();
/// The depth that so many answers of "yes" suggest; the analyst decides.
[[nodiscard]] ReviewDepth suggestedDepth(int yesAnswers);

struct NewReview {
    QString title;
    QString summary;
    QString zone;
    QString templateId; ///< empty: standard
    ReviewDepth depth = ReviewDepth::Standard;
    QStringList triage;
};

/// Adds a review with the sections of its template, in one transaction.
/// Errors: BadInput (no title, unknown zone), Usage (unknown template), Storage.
[[nodiscard]] Result<ReviewId> createReview(Store::Library &library, const NewReview &request);

} // namespace SecondStory::Services
