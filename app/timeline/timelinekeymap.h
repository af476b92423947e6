// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QKeyCombination>
#include <QList>
#include <QObject>

namespace SecondStory::Ui {

struct TimelineCommand;

/// Which keys do what on the timeline: the usual ones, and what this person has chosen instead.
/// Choices are kept in the settings at once.
class TimelineKeymap : public QObject {
    Q_OBJECT
public:
    explicit TimelineKeymap(QObject *parent = nullptr);

    [[nodiscard]] QList<QKeyCombination> keysOf(const QString &id) const;
    /// What a key does; null when nothing, or when single keys are off and it is one.
    [[nodiscard]] const TimelineCommand *commandOf(QKeyCombination key) const;
    /// What has the key, in force or not; empty when nothing has it.
    [[nodiscard]] QString ownerOf(QKeyCombination key) const;
    [[nodiscard]] bool isUsual(const QString &id) const { return !m_chosen.contains(id); }

    /// Gives a command other keys; whatever had one of them loses it.
    void setKeys(const QString &id, const QList<QKeyCombination> &keys);
    /// Gives a command its usual keys back; whatever had one of them loses it.
    void reset(const QString &id);
    void resetAll();

    /// Letters, digits and signs alone can be switched off, for people whose speech or tremor
    /// presses them (WCAG 2.1.4).
    [[nodiscard]] bool hasSingleKeys() const { return m_hasSingleKeys; }
    void setSingleKeys(bool isOn);
    /// True for a letter, digit or sign without Ctrl, Alt or Meta.
    [[nodiscard]] static bool isSingle(QKeyCombination key);
    [[nodiscard]] bool isInForce(QKeyCombination key) const
    {
        return m_hasSingleKeys || !isSingle(key);
    }

Q_SIGNALS:
    void changed();

private:
    void load();
    void store(const QString &id);

    QHash<QString, QList<QKeyCombination>> m_chosen;
    bool m_hasSingleKeys = true;
};

} // namespace SecondStory::Ui
