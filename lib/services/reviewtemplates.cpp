// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reviewtemplates.h"

#include "store/editrepository.h"
#include "store/library.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

namespace {

QJsonObject readTemplate(const QString &name)
{
    QFile file(u":/templates/%1.json"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

} // namespace

QList<TriageQuestion> triageQuestions()
{
    QList<TriageQuestion> questions;
    const QJsonArray array = readTemplate(u"triage"_s)[u"questions"].toArray();
    for (const QJsonValue &q : array)
        questions << TriageQuestion{ q[u"id"].toString(), q[u"text"].toString(),
                                     q[u"why"].toString() };
    return questions;
}

QList<ReviewTemplate> reviewTemplates()
{
    QList<ReviewTemplate> templates;
    for (const QString &name : { u"light"_s, u"standard"_s, u"deep"_s }) {
        const QJsonObject object = readTemplate(name);
        ReviewTemplate one{ object[u"id"].toString(),
                            object[u"name"].toString(),
                            object[u"description"].toString(),
                            {} };
        const QJsonArray sections = object[u"sections"].toArray();
        for (const QJsonValue &s : sections)
            one.sections << TemplateSection{ s[u"heading"].toString(), s[u"hint"].toString() };
        templates << one;
    }
    return templates;
}

ReviewDepth suggestedDepth(int yesAnswers)
{
    if (yesAnswers <= 1)
        return ReviewDepth::Light;
    return yesAnswers <= 3 ? ReviewDepth::Standard : ReviewDepth::Deep;
}

Result<ReviewId> createReview(Store::Library &library, const NewReview &request)
{
    const QString templateId = request.templateId.isEmpty() ? u"standard"_s : request.templateId;
    const QList<ReviewTemplate> templates = reviewTemplates();
    const auto chosen = std::find_if(templates.begin(), templates.end(),
                                     [&](const ReviewTemplate &t) { return t.id == templateId; });
    if (chosen == templates.end())
        return failure(
            ErrorCode::Usage,
            QCoreApplication::translate("SecondStory::Services", "there is no template \"%1\"")
                .arg(templateId),
            QCoreApplication::translate("SecondStory::Services", "use light, standard or deep"));
    Review review;
    review.id = ReviewId::create();
    review.title = request.title.trimmed();
    review.summary = request.summary;
    review.zone = request.zone;
    review.depth = request.depth;
    review.templateId = templateId;
    review.triage = request.triage;
    review.created = review.updated = TimePoint::now();
    ChangeSet set;
    set.insert(review);
    for (qsizetype i = 0; i < chosen->sections.size(); ++i)
        set.insert(Section{ SectionId::create(),
                            0,
                            review.id,
                            chosen->sections[i].heading,
                            {},
                            static_cast<int>(i) });
    const auto applied = library.edits().apply(set);
    if (!applied)
        return failure(applied.error());
    return review.id;
}

} // namespace SecondStory::Services
