// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/colorscheme.h"

#include "theme/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QSettings>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

const QString kService = u"org.freedesktop.portal.Desktop"_s;
const QString kPath = u"/org/freedesktop/portal/desktop"_s;
const QString kInterface = u"org.freedesktop.portal.Settings"_s;
const QString kGroup = u"org.freedesktop.appearance"_s;
const QString kKey = u"color-scheme"_s;
const QString kSetting = u"view/colorScheme"_s;
constexpr uint kPrefersDark = 1;

/// Older portals wrap the answer twice.
uint numberIn(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

ColorScheme::ColorScheme(QObject *parent)
    : QObject(parent)
    , m_choice(static_cast<Choice>(QSettings().value(kSetting, 0).toInt()))
    , m_isSystemDark(QGuiApplication::palette().color(QPalette::Window).lightness() < 128)
{
    apply();
    askPortal();
}

bool ColorScheme::isDark() const
{
    return m_choice == Choice::System ? m_isSystemDark : m_choice == Choice::Dark;
}

void ColorScheme::choose(Choice choice)
{
    m_choice = choice;
    QSettings().setValue(kSetting, static_cast<int>(choice));
    apply();
}

void ColorScheme::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kService, kPath, kInterface, u"SettingChanged"_s, this,
                SLOT(onPortalSetting(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"Read"_s);
    call.setArguments({ kGroup, kKey });
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this](QDBusPendingCallWatcher *done) {
                const QDBusPendingReply<QDBusVariant> reply = *done;
                if (!reply.isError())
                    onPortalSetting(kGroup, kKey, reply.value());
                done->deleteLater();
            });
}

void ColorScheme::onPortalSetting(const QString &group, const QString &key,
                                  const QDBusVariant &value)
{
    if (group != kGroup || key != kKey)
        return;
    m_isSystemDark = numberIn(value.variant()) == kPrefersDark;
    apply();
}

void ColorScheme::apply()
{
    const QPalette palette =
        toQPalette(isDark() ? Figures::Palette::dark() : Figures::Palette::light());
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    emit changed();
}

} // namespace SecondStory::Ui
