// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/infra/otlpvalues.h"

#include "importing/recordtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kValueShown = 4'000;
constexpr qsizetype kTraceDigits = 32;
constexpr qsizetype kSpanDigits = 16;

QString listText(const JsonValue &list)
{
    QStringList parts;
    if (const JsonValue *values = list.find(u"values")) {
        for (const JsonValue &item : values->items)
            parts.append(otlpText(&item));
    }
    return parts.join(u", "_s);
}

QString mapText(const JsonValue &map)
{
    QStringList parts;
    if (const JsonValue *values = map.find(u"values")) {
        for (const JsonValue &item : values->items)
            appendNamed(parts, item.textOf(u"key"), otlpText(item.find(u"value")));
    }
    return parts.join(u", "_s);
}

bool isHex(const QString &id)
{
    return std::all_of(id.begin(), id.end(), [](QChar c) {
        const char16_t lower = c.toLower().unicode();
        return (lower >= u'0' && lower <= u'9') || (lower >= u'a' && lower <= u'f');
    });
}

} // namespace

QString otlpText(const JsonValue *value)
{
    if (value == nullptr)
        return {};
    if (!value->isObject())
        return readableText(value->text);
    if (const JsonValue *list = value->find(u"arrayValue"))
        return listText(*list);
    if (const JsonValue *map = value->find(u"kvlistValue"))
        return mapText(*map);
    for (const QStringView name :
         { u"stringValue", u"intValue", u"doubleValue", u"boolValue", u"bytesValue" }) {
        if (const JsonValue *scalar = value->find(name))
            return readableText(scalar->text);
    }
    return {};
}

QString otlpAttribute(const JsonValue &owner, QStringView key)
{
    if (const JsonValue *attributes = owner.find(u"attributes")) {
        for (const JsonValue &one : attributes->items) {
            if (one.textOf(u"key") == key)
                return otlpText(one.find(u"value"));
        }
    }
    return {};
}

QStringList otlpAttributes(const JsonValue &owner)
{
    QStringList lines;
    if (const JsonValue *attributes = owner.find(u"attributes")) {
        for (const JsonValue &one : attributes->items)
            appendNamed(lines, readableText(one.textOf(u"key")),
                        shortened(otlpText(one.find(u"value")), kValueShown));
    }
    return lines;
}

QString otlpId(const QString &id)
{
    if (id.isEmpty() || (isHex(id) && (id.size() == kTraceDigits || id.size() == kSpanDigits)))
        return id.toLower();
    const QByteArray bytes = QByteArray::fromBase64(id.toLatin1());
    const qsizetype digits = bytes.size() * 2;
    return digits == kTraceDigits || digits == kSpanDigits ? QString::fromLatin1(bytes.toHex())
                                                           : id;
}

} // namespace SecondStory::Importing
