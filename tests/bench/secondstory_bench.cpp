// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// secondstory-bench COMMAND …: measures the real widgets and prints one JSON object.

#include "timelinebench.h"

#include <QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QStringList arguments = QApplication::arguments();
    const QString command = arguments.size() > 1 ? arguments.takeAt(1) : QString();
    if (command == u"timeline")
        return SecondStory::Bench::timeline(arguments);
    if (command == u"window")
        return SecondStory::Bench::window(arguments);
    std::fputs("usage: secondstory-bench timeline|window [--help]\n", stderr);
    return 2;
}
