// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reviewtemplates.h"

#include "domain/validation.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::ReviewTemplates", text);
}

} // namespace

QStringList templateIds()
{
    return { u"light"_s, u"standard"_s, u"deep"_s };
}

Result<ReviewTemplate> reviewTemplate(const QString &id)
{
    QFile file(u":/templates/%1.json"_s.arg(id));
    if (!templateIds().contains(id) || !file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound, tr("there is no template \"%1\"").arg(id),
                       tr("there are: %1").arg(templateIds().join(u", "_s)));
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    ReviewTemplate result;
    result.id = id;
    result.name = object[u"name"].toString();
    result.description = object[u"description"].toString();
    const QJsonArray sections = object[u"sections"].toArray();
    for (const QJsonValue &section : sections)
        result.sections.append({ section[u"heading"].toString(), section[u"hint"].toString() });
    return result;
}

Result<ChangeSet> newReview(const QString &title, const QString &zone, const QString &templateId)
{
    Review review;
    review.id = ReviewId::create();
    review.title = title.simplified();
    review.zone = zone;
    review.templateId = templateId;
    review.depth = fromString<ReviewDepth>(templateId).value_or(ReviewDepth::Standard);
    review.created = review.updated = TimePoint::now();
    if (const QString problem = problemWith(review); !problem.isEmpty())
        return failure(ErrorCode::Usage, problem);
    ChangeSet set;
    set.insert(review);
    if (templateId.isEmpty())
        return set;
    const auto chosen = reviewTemplate(templateId);
    if (!chosen)
        return failure(chosen.error());
    int position = 0;
    for (const ReviewTemplate::Part &part : chosen->sections) {
        Section section;
        section.id = SectionId::create();
        section.reviewId = review.id;
        section.heading = part.heading;
        section.position = position++;
        set.insert(section);
    }
    return set;
}

} // namespace SecondStory::Services
