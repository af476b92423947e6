// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/work/githubpayload.h"

#include "importing/recordtext.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

QString githubTitle(const QString &head, const QString &words)
{
    return words.isEmpty() ? head : QString(head + u": "_s + words);
}

const JsonValue *githubTime(const JsonValue &item, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        const JsonValue *time = item.find(name);
        if (time != nullptr && !time->text.isEmpty())
            return time;
    }
    return nullptr;
}

const JsonValue *githubActionTime(const JsonValue &item, const QString &action)
{
    if (action == u"opened"_s)
        return githubTime(item, { u"created_at" });
    if (action == u"closed"_s)
        return githubTime(item, { u"merged_at", u"closed_at", u"updated_at" });
    return githubTime(item, { u"updated_at", u"created_at" });
}

QString githubKey(const QString &type, const JsonValue &item, const QString &action)
{
    const QString id = textAt(item, u"id");
    if (id.isEmpty())
        return {};
    const JsonValue *time = githubActionTime(item, action);
    return type + u':' + id + u':' + action + u':' + (time == nullptr ? QString() : time->text);
}

} // namespace SecondStory::Importing
