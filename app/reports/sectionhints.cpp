// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/sectionhints.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

QList<SectionHint> sectionHints(const QString &templateId)
{
    // An id is a word of ours; anything else (a path, say) names no template.
    const bool isWord =
        !templateId.isEmpty() && !templateId.contains(u'/') && !templateId.contains(u'.');
    QFile file(u":/templates/%1.json"_s.arg(isWord ? templateId : u"standard"_s));
    if (!file.exists())
        file.setFileName(u":/templates/standard.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<SectionHint> hints;
    const QJsonArray sections =
        QJsonDocument::fromJson(file.readAll()).object().value("sections"_L1).toArray();
    for (const QJsonValue &section : sections) {
        const QJsonObject entry = section.toObject();
        hints.append({ entry.value("heading"_L1).toString(), entry.value("hint"_L1).toString() });
    }
    return hints;
}

} // namespace SecondStory::Ui
