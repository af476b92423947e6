// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/chatwords.h"

#include "importing/recordtext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kReactionsKept = 100;

} // namespace

bool ChatWords::isEmpty() const
{
    return said.trimmed().isEmpty()
        && std::all_of(around.begin(), around.end(),
                       [](const QString &line) { return line.isEmpty(); });
}

void setChatWords(ParsedEvent &event, ChatWords words)
{
    words.said = readableText(words.said).trimmed();
    words.around.removeAll(QString());
    if (words.said.isEmpty() && !words.around.isEmpty())
        words.said = words.around.takeFirst();
    setWords(event, words.said);
    if (words.around.isEmpty())
        return;
    const QString around = readableText(words.around.join(u'\n')).trimmed();
    event.text = words.said.isEmpty() ? around : QString(words.said + u"\n\n"_s + around);
}

Result<void> giveMessage(RecordWriter &writer, ParsedEvent event, ChatWords words)
{
    if (!event.time.isDated() && words.isEmpty()) {
        writer.skip(event.place,
                    QCoreApplication::translate("Importing", "has neither a time nor words"));
        return {};
    }
    setChatWords(event, std::move(words));
    return writer.event(std::move(event));
}

QString fileWords(const QString &name)
{
    const qsizetype slash = std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\'));
    const QString plain = name.mid(slash + 1).simplified();
    return plain.isEmpty() ? QString() : QString(u"[file: "_s + plain + u']');
}

QString reactionWords(const QList<std::pair<QString, qint64>> &reactions)
{
    QStringList parts;
    for (const auto &[name, count] : reactions)
        parts.append(name + u": "_s + QString::number(count));
    return parts.isEmpty() ? QString() : QString(u"Reactions: "_s + parts.join(u", "_s));
}

void countReaction(QList<std::pair<QString, qint64>> &reactions, const QString &name)
{
    const auto known = std::find_if(reactions.begin(), reactions.end(),
                                    [&name](const auto &one) { return one.first == name; });
    if (known != reactions.end())
        ++known->second;
    else if (!name.isEmpty() && reactions.size() < kReactionsKept)
        reactions.append({ name, 1 });
}

const std::vector<JsonValue> &itemsOf(const JsonValue &record, QStringView key)
{
    static const std::vector<JsonValue> kNone;
    const JsonValue *list = record.find(key);
    return list == nullptr ? kNone : list->items;
}

} // namespace SecondStory::Importing
