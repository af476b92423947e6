// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandline.h"
#include "services/translations.h"

#include <QGuiApplication>

int main(int argc, char *argv[])
{
    SecondStory::Cli::prepareEnvironment();
    // Qt takes words it knows off the line it sees; ours is whole.
    int programNameOnly = 1;
    QGuiApplication application(programNameOnly, argv);
    QGuiApplication::setApplicationName(QStringLiteral("second-story"));
    QGuiApplication::setApplicationVersion(QStringLiteral(SECONDSTORY_VERSION));
    SecondStory::Services::installTranslations(application);
    return SecondStory::Cli::runCommandLine(argc, argv);
}
