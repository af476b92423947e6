// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pressures/pressureprompts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PressurePrompts", text);
}

} // namespace

QList<PressurePrompt> pressurePrompts()
{
    return {
        { Phase::Before, u"P02"_s, tr("Was quality work or upkeep put off?") },
        { Phase::Before, u"P01"_s, tr("Was there a deadline or a launch date?") },
        { Phase::Before, u"P03"_s, tr("Were key people away, or the only one?") },
        { Phase::Before, u"O01"_s, tr("How was the team planned and staffed?") },
        { Phase::Before, u"P13"_s, tr("How full were people's days?") },
        { Phase::Before, u"P07"_s, tr("Did cost or budget narrow the options?") },
        { Phase::Before, u"P11"_s, tr("Was an audit or a rule in view?") },
        { Phase::During, u"P04"_s, tr("Did leaders ask, join or wait?") },
        { Phase::During, u"P10"_s, tr("What did customers need right then?") },
        { Phase::During, u"P05"_s, tr("Keep serving, or stop to look?") },
        { Phase::During, u"P12"_s, tr("What else was going on as well?") },
        { Phase::During, u"P14"_s, tr("Was it night, or late in a long shift?") },
        { Phase::During, u"P15"_s, tr("Was there time for the step?") },
        { Phase::During, u"P03"_s, tr("Who could not be reached?") },
        { Phase::After, u"P01"_s, tr("What was waiting to be shipped?") },
        { Phase::After, u"P10"_s, tr("What did customers or contracts ask for?") },
        { Phase::After, u"P11"_s, tr("Did a regulator or an audit set the pace?") },
        { Phase::After, u"P04"_s, tr("Who wanted an explanation, and how soon?") },
        { Phase::After, u"P09"_s, tr("Did anybody worry about consequences?") },
        { Phase::After, u"P13"_s, tr("Who carried on with too much to do?") },
    };
}

} // namespace SecondStory::Ui
