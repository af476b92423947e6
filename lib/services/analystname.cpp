// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/analystname.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

namespace {

constexpr auto kSetting = "person/name";
constexpr qsizetype kLongestName = 120;

} // namespace

QString analystName()
{
    const QString said =
        QSettings().value(QLatin1String(kSetting)).toString().simplified().left(kLongestName);
    if (!said.isEmpty())
        return said;
    for (const char *variable : { "USER", "LOGNAME", "USERNAME" }) {
        const QString account = qEnvironmentVariable(variable).simplified().left(kLongestName);
        if (!account.isEmpty())
            return account;
    }
    return {};
}

void setAnalystName(const QString &name)
{
    QSettings settings;
    if (const QString said = name.simplified().left(kLongestName); said.isEmpty())
        settings.remove(QLatin1String(kSetting));
    else
        settings.setValue(QLatin1String(kSetting), said);
}

} // namespace SecondStory::Services
