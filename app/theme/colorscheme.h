// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusVariant>
#include <QObject>

namespace SecondStory::Ui {

/// Keeps the application light or dark: as the desktop asks (through its settings portal), or as
/// chosen.
class ColorScheme : public QObject {
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)

    explicit ColorScheme(QObject *parent = nullptr);
    [[nodiscard]] Choice choice() const { return m_choice; }
    [[nodiscard]] bool isDark() const;

public Q_SLOTS:
    /// Takes effect at once and is remembered.
    void choose(SecondStory::Ui::ColorScheme::Choice choice);

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onPortalSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askPortal();
    void apply();

    Choice m_choice = Choice::System;
    bool m_isSystemDark = false;
};

} // namespace SecondStory::Ui
