// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

void installTranslations(QCoreApplication &application)
{
    auto *translator = new QTranslator(&application);
    // Without a translation of the language, English: its file holds what "%n" becomes for one and
    // for many.
    if (translator->load(QLocale(), u"secondstory"_s, u"_"_s, u":/i18n"_s)
        || translator->load(u":/i18n/secondstory_en.qm"_s))
        QCoreApplication::installTranslator(translator);
}

} // namespace SecondStory::Services
