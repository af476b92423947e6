// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/columnmapping.h"

#include "importing/importerrors.h"
#include "importing/jsonvalue.h"
#include "importing/timetext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

struct Role {
    const char16_t *key;
    QString ColumnMapping::*member;
    std::array<const char16_t *, 16> usualNames; ///< likeliest first; null-padded
};

const std::array kRoles{
    Role{ u"time",
          &ColumnMapping::time,
          { u"time", u"timestamp", u"datetime", u"date_time", u"@timestamp", u"ts", u"when",
            u"occurred_at", u"event_time", u"start", u"started_at", u"start_time", u"created_at",
            u"created", u"date", u"eventtime" } },
    Role{ u"endTime",
          &ColumnMapping::endTime,
          { u"end", u"end_time", u"endtime", u"ended_at", u"until", u"finished_at",
            u"resolved_at" } },
    Role{ u"title",
          &ColumnMapping::title,
          { u"title", u"subject", u"summary", u"message", u"msg", u"event", u"headline", u"what",
            u"short" } },
    Role{ u"text",
          &ColumnMapping::text,
          { u"text", u"description", u"body", u"content", u"details", u"detail", u"note", u"notes",
            u"desc" } },
    Role{ u"kind", &ColumnMapping::kind, { u"kind", u"type", u"event_type", u"category" } },
    Role{ u"actor",
          &ColumnMapping::actor,
          { u"actor", u"author", u"user", u"username", u"who", u"person", u"sender", u"owner",
            u"from", u"by" } },
    Role{ u"lane",
          &ColumnMapping::lane,
          { u"lane", u"channel", u"system", u"service", u"component", u"source", u"host" } },
    Role{ u"key",
          &ColumnMapping::key,
          { u"id", u"key", u"uid", u"uuid", u"event_id", u"commit", u"hash" } },
    Role{ u"timeFormat", &ColumnMapping::timeFormat, {} },
    Role{ u"fixedKind", &ColumnMapping::fixedKind, {} },
    Role{ u"name", &ColumnMapping::name, {} },
};

/// The column of that name as the file spells it; empty when there is none.
QString columnNamed(const QStringList &columns, QStringView name)
{
    for (const QString &column : columns) {
        if (column.trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return column;
    }
    return {};
}

/// The preset in the file's own spelling; empty when a column it names is missing.
ColumnMapping fitted(const ColumnMapping &preset, const QStringList &columns)
{
    ColumnMapping result = preset;
    for (const Role &role : kRoles) {
        QString &column = result.*role.member;
        if (role.usualNames[0] == nullptr || column.isEmpty())
            continue;
        column = columnNamed(columns, column);
        if (column.isEmpty())
            return {};
    }
    return result;
}

} // namespace

QList<ColumnMapping> mappingPresets()
{
    ColumnMapping own;
    own.name = QCoreApplication::translate("Importing", "Second Story table");
    own.key = u"id"_s;
    own.time = u"time"_s;
    own.kind = u"kind"_s;
    own.actor = u"actor"_s;
    own.lane = u"lane"_s;
    own.text = u"text"_s;
    ColumnMapping timesketch;
    timesketch.name = QCoreApplication::translate("Importing", "Timesketch");
    timesketch.title = u"message"_s;
    timesketch.time = u"datetime"_s;
    timesketch.fixedKind = u"log"_s;
    ColumnMapping git;
    git.name = QCoreApplication::translate("Importing", "Git log table");
    git.key = u"commit"_s;
    git.time = u"commit_date"_s;
    git.actor = u"author"_s;
    git.title = u"subject"_s;
    git.fixedKind = u"change"_s;
    return { own, timesketch, git };
}

ColumnMapping guessMapping(const QStringList &columns)
{
    for (const ColumnMapping &preset : mappingPresets()) {
        const ColumnMapping mapping = fitted(preset, columns);
        if (!mapping.isEmpty())
            return mapping;
    }
    ColumnMapping mapping;
    QStringList left = columns;
    for (const Role &role : kRoles) {
        for (const auto *name : role.usualNames) {
            if (name == nullptr)
                break;
            const QString column = columnNamed(left, QStringView(name));
            if (column.isEmpty())
                continue;
            mapping.*role.member = column;
            left.removeAll(column);
            break;
        }
    }
    // Spreadsheets like to part the day from the clock.
    const QString day = columnNamed(left, u"date");
    if (mapping.time.compare(u"time"_s, Qt::CaseInsensitive) == 0 && !day.isEmpty())
        mapping.time = day + u'+' + mapping.time;
    return mapping.isEmpty() ? ColumnMapping() : mapping;
}

Result<ColumnMapping> mappingFromJson(const QByteArray &json)
{
    JsonReader reader;
    const auto document = reader.read(json);
    if (!document)
        return badInput({}, u"byte "_s + QString::number(document.error().offset),
                        document.error().what);
    if (!document->isObject())
        return badInput(
            {}, {}, QCoreApplication::translate("Importing", "the mapping is not a JSON object"));
    ColumnMapping mapping;
    for (const auto &[key, value] : document->members) {
        const auto role = std::find_if(kRoles.begin(), kRoles.end(), [&key = key](const Role &r) {
            return key == QStringView(r.key);
        });
        if (role == kRoles.end())
            return badInput(
                {}, key, QCoreApplication::translate("Importing", "a mapping has no such field"));
        if (value.type != JsonValue::Type::String)
            return badInput({}, key,
                            QCoreApplication::translate("Importing", "the field has to be a text"));
        mapping.*role->member = value.text;
    }
    if (!mapping.timeFormat.isEmpty() && !epochUnitFromWord(mapping.timeFormat))
        return badInput({}, u"timeFormat"_s,
                        QCoreApplication::translate("Importing", "has to be s, ms, us or ns"));
    if (mapping.isEmpty())
        return badInput({}, {},
                        QCoreApplication::translate("Importing",
                                                    "the mapping names neither a time nor a text"));
    return mapping;
}

QByteArray toJson(const ColumnMapping &mapping)
{
    QJsonObject object;
    for (const Role &role : kRoles) {
        const QString &value = mapping.*role.member;
        if (!value.isEmpty())
            object.insert(QString::fromUtf16(role.key), value);
    }
    return QJsonDocument(object).toJson();
}

} // namespace SecondStory::Importing
