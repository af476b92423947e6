// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/zonecombo.h"

#include <QCompleter>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

QStringList zoneNames()
{
    static const QStringList names = [] {
        QStringList list{ u"UTC"_s };
        for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
            // Aliases without a region ("EST5EDT", "Zulu") only make the list longer.
            if (id.contains('/') && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                list << QString::fromUtf8(id);
        }
        list.removeDuplicates();
        return list;
    }();
    return names;
}

} // namespace

QComboBox *makeZoneCombo(const QString &current, QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->addItems(zoneNames());
    combo->setMaxVisibleItems(16);
    combo->completer()->setFilterMode(Qt::MatchContains);
    combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    QString zone = current.isEmpty() ? QString::fromUtf8(QTimeZone::systemTimeZoneId()) : current;
    if (combo->findText(zone) < 0)
        zone = current.isEmpty() ? u"UTC"_s : current;
    combo->setCurrentText(zone);
    return combo;
}

} // namespace SecondStory::Ui
