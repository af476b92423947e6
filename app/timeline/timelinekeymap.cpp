// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinekeymap.h"

#include "timeline/timelinekeys.h"

#include <QKeySequence>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

const auto kKeys = u"timeline/keys/"_s;
const auto kSingleKeys = u"timeline/singleKeys"_s;

const TimelineCommand *find(const QString &id)
{
    const auto &commands = timelineCommands();
    const auto it = std::find_if(commands.begin(), commands.end(),
                                 [&](const TimelineCommand &command) { return command.id == id; });
    return it == commands.end() ? nullptr : &*it;
}

} // namespace

TimelineKeymap::TimelineKeymap(QObject *parent)
    : QObject(parent)
{
    load();
}

void TimelineKeymap::load()
{
    const QSettings settings;
    m_hasSingleKeys = settings.value(kSingleKeys, true).toBool();
    for (const TimelineCommand &command : timelineCommands()) {
        const QString name = kKeys + command.id;
        if (!settings.contains(name))
            continue;
        QList<QKeyCombination> keys;
        for (const QString &text : settings.value(name).toStringList()) {
            const QKeySequence sequence(text, QKeySequence::PortableText);
            if (sequence.count() == 1 && sequence[0].key() != Qt::Key_unknown)
                keys.append(sequence[0]);
        }
        m_chosen.insert(command.id, keys);
    }
}

void TimelineKeymap::store(const QString &id)
{
    QSettings settings;
    if (isUsual(id)) {
        settings.remove(kKeys + id);
        return;
    }
    QStringList texts;
    for (const QKeyCombination key : m_chosen.value(id))
        texts.append(QKeySequence(key).toString(QKeySequence::PortableText));
    settings.setValue(kKeys + id, texts);
}

QList<QKeyCombination> TimelineKeymap::keysOf(const QString &id) const
{
    if (const auto it = m_chosen.constFind(id); it != m_chosen.constEnd())
        return *it;
    const TimelineCommand *command = find(id);
    return command ? command->keys : QList<QKeyCombination>();
}

QString TimelineKeymap::ownerOf(QKeyCombination key) const
{
    for (const TimelineCommand &command : timelineCommands()) {
        if (keysOf(command.id).contains(key))
            return command.id;
    }
    return {};
}

const TimelineCommand *TimelineKeymap::commandOf(QKeyCombination key) const
{
    if (!isInForce(key))
        return nullptr;
    const QString id = ownerOf(key);
    return id.isEmpty() ? nullptr : find(id);
}

void TimelineKeymap::setKeys(const QString &id, const QList<QKeyCombination> &keys)
{
    const TimelineCommand *command = find(id);
    if (!command)
        return;
    for (const QKeyCombination key : keys) {
        const QString owner = ownerOf(key);
        if (owner.isEmpty() || owner == id)
            continue;
        QList<QKeyCombination> left = keysOf(owner);
        left.removeAll(key);
        m_chosen.insert(owner, left);
        store(owner);
    }
    if (keys == command->keys)
        m_chosen.remove(id);
    else
        m_chosen.insert(id, keys);
    store(id);
    Q_EMIT changed();
}

void TimelineKeymap::reset(const QString &id)
{
    if (const TimelineCommand *command = find(id))
        setKeys(id, command->keys);
}

void TimelineKeymap::resetAll()
{
    const QStringList ids = m_chosen.keys();
    m_chosen.clear();
    for (const QString &id : ids)
        store(id);
    setSingleKeys(true);
    Q_EMIT changed();
}

void TimelineKeymap::setSingleKeys(bool isOn)
{
    if (isOn == m_hasSingleKeys)
        return;
    m_hasSingleKeys = isOn;
    QSettings().setValue(kSingleKeys, isOn);
    Q_EMIT changed();
}

bool TimelineKeymap::isSingle(QKeyCombination key)
{
    const Qt::KeyboardModifiers held = key.keyboardModifiers() & ~Qt::ShiftModifier;
    return held == Qt::NoModifier && key.key() < Qt::Key_Escape;
}

} // namespace SecondStory::Ui
