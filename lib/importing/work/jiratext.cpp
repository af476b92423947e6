// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/work/jiratext.h"

#include "importing/recordtext.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

bool isBlock(const QString &type)
{
    static const QStringList kBlocks{ u"paragraph"_s, u"heading"_s,     u"listItem"_s,
                                      u"codeBlock"_s, u"blockquote"_s,  u"panel"_s,
                                      u"tableRow"_s,  u"rule"_s,        u"mediaSingle"_s,
                                      u"taskItem"_s,  u"decisionItem"_s };
    return kBlocks.contains(type);
}

/// What a node shows of itself.
QString ownWords(const JsonValue &node, const QString &type)
{
    if (type == u"text"_s)
        return node.textOf(u"text");
    if (type == u"hardBreak"_s)
        return u"\n"_s;
    if (type == u"mention"_s || type == u"emoji"_s || type == u"status"_s)
        return firstTextAt(node, { u"attrs.text", u"attrs.shortName" });
    if (type == u"inlineCard"_s || type == u"blockCard"_s || type == u"embedCard"_s)
        return textAt(node, u"attrs.url");
    if (type == u"date"_s)
        return textAt(node, u"attrs.timestamp");
    return {};
}

void breakLine(QString &out)
{
    if (!out.isEmpty() && !out.endsWith(u'\n') && !out.endsWith(u"- "_s))
        out += u'\n';
}

/// Depth is bounded by that of the JSON.
void collect(const JsonValue &node, QString &out)
{
    const QString type = node.textOf(u"type");
    const bool block = isBlock(type);
    if (block)
        breakLine(out);
    if (type == u"listItem"_s || type == u"taskItem"_s || type == u"decisionItem"_s)
        out += u"- "_s;
    out += ownWords(node, type);
    if (type == u"tableCell"_s || type == u"tableHeader"_s)
        out += u' ';
    if (const JsonValue *content = node.find(u"content")) {
        for (const JsonValue &child : content->items)
            collect(child, out);
    }
    if (block && !out.isEmpty() && !out.endsWith(u'\n'))
        out += u'\n';
}

} // namespace

QString jiraText(const JsonValue *value)
{
    if (value == nullptr)
        return {};
    if (!value->isObject())
        return readableText(value->text);
    QString out;
    collect(*value, out);
    return readableText(out);
}

} // namespace SecondStory::Importing
