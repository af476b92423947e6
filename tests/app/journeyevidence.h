// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStringList>

namespace SecondStory::Testing {

using namespace Qt::StringLiterals;

/// Files of one incident and what anybody can read in them.
struct JourneyEvidence {
    QString title;
    QString zone;
    QStringList files;
    QString first; ///< words of the event at 14:17
    QString later; ///< words of the event at 17:00
    QString undated; ///< words of the event at "2X:XX"
    QString word; ///< occurs in one event only
    QString wordsEvent; ///< words of that event's title
};

inline QString writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("a file of the test could not be written");
    return path;
}

/// A report and a log of changes as people write them, small.
inline JourneyEvidence smallEvidence(const QString &folder)
{
    const QByteArray report = R"(# 2026-03-10, Launch day swamps checkout

## Timeline

All times in CET (GMT+1)

### Mar 10 2026 14:17

Announcement goes out. At this point, the limit is 300.

### 14:55

Autoscaling adds a fourth node as intended.

### 15:08

Checkout hits the limit and the dashboard lists refused orders.

### 16:33

The gateway is restarted, orders succeed again.

### 17:00-18:00

Requests pile up while the gateway waits for the stock service

### 2X:XX (not sure exact time)

The same connection errors as before

### 22:12

All workers are deleted and a zebra-striped chart is noticed

## Conclusions

Raising limits under load is worth a talk.
)";
    const QByteArray log = R"(commit f97fbc4193f2a20e9010fa65571e9f361c4a6fda
Author:     Asha Rao
AuthorDate: Tue Mar 10 15:10:04 2026 +0100
Commit:     Asha Rao
CommitDate: Tue Mar 10 15:10:04 2026 +0100

    Raise the order limit to 500

commit 1ad71a95606d02c1a6d560228e438c04e78b28cf
Author:     Ben Ode
AuthorDate: Tue Mar 10 18:03:10 2026 +0100
Commit:     Ben Ode
CommitDate: Tue Mar 10 18:04:17 2026 +0100

    Put the order limit back to 300
)";
    return { u"Launch day swamps checkout"_s,
             u"Europe/Berlin"_s,
             { writeFile(QDir(folder).filePath(u"report.md"_s), report),
               writeFile(QDir(folder).filePath(u"git-log-fuller.txt"_s), log) },
             u"Announcement goes out"_s,
             u"Requests pile up"_s,
             u"The same connection errors"_s,
             u"zebra"_s,
             u"All workers are deleted"_s };
}

/// A real case: the report that was published and the changes made in those days.
inline std::optional<JourneyEvidence> realEvidence()
{
    const QDir folder(qEnvironmentVariable("SECONDSTORY_SHARED")
                      + u"/samples/cases/mybinder-2018-02-20"_s);
    if (qEnvironmentVariableIsEmpty("SECONDSTORY_SHARED") || !folder.exists())
        return std::nullopt;
    return JourneyEvidence{ u"JupyterLab announcement swamps Binder"_s,
                            u"Europe/Berlin"_s,
                            { folder.filePath(u"report.md"_s),
                              folder.filePath(u"git-log-fuller.txt"_s),
                              folder.filePath(u"git-log.csv"_s) },
                            u"JupyterLab announcement blog post"_s,
                            u"Since BinderHub is reaching a timeout"_s,
                            u"Same"_s,
                            u"tornado"_s,
                            u"BinderHub is restarted"_s };
}

/// The words of a PDF in reading order; nothing when there is no reader on this machine.
inline std::optional<QString> wordsOfPdf(const QString &path)
{
    QProcess reader;
    reader.start(u"pdftotext"_s, { u"-layout"_s, path, u"-"_s });
    if (!reader.waitForFinished(60'000) || reader.exitCode() != 0)
        return std::nullopt;
    return QString::fromUtf8(reader.readAllStandardOutput());
}

} // namespace SecondStory::Testing
