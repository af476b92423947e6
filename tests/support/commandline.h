// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace SecondStory::Testing {

/// What one call of the program gave.
struct Answer {
    int code = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    /// One object a line. A line that is none gives an empty one.
    [[nodiscard]] QList<QJsonObject> objects() const
    {
        QList<QJsonObject> result;
        for (const QByteArray &line : out.split('\n')) {
            if (!line.isEmpty())
                result << QJsonDocument::fromJson(line).object();
        }
        return result;
    }
    /// The first error told with --json.
    [[nodiscard]] QJsonObject error() const
    {
        return QJsonDocument::fromJson(err.left(err.indexOf('\n')))[QStringLiteral("error")]
            .toObject();
    }
};

/// Runs secondstory-cli on a library in a folder of its own.
class CommandLine {
public:
    [[nodiscard]] static QString program()
    {
        return qEnvironmentVariable("SECONDSTORY_BIN") + QStringLiteral("/secondstory-cli");
    }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString library() const { return file(QStringLiteral("test.sslib")); }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile target(file(name));
        if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size())
            qFatal("the test's file could not be written");
        return target.fileName();
    }
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments) const
    {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SECONDSTORY_LIBRARY"), library());
        process->setProcessEnvironment(environment);
        process->start(program(), arguments);
        if (!process->waitForStarted())
            qFatal("%s", qPrintable(process->errorString()));
        return process;
    }
    Answer run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        const auto process = start(arguments);
        process->write(input);
        process->closeWriteChannel();
        if (!process->waitForFinished(120'000))
            return {};
        return { process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1,
                 process->readAllStandardOutput(), process->readAllStandardError() };
    }

    /// A library with one review.
    void begin() const
    {
        if (run({ QStringLiteral("init") }).code != 0
            || run({ QStringLiteral("review"), QStringLiteral("new"), QStringLiteral("--title"),
                     QStringLiteral("Checkout outage"), QStringLiteral("--zone"),
                     QStringLiteral("Europe/Paris") })
                    .code
                != 0)
            qFatal("the test's library could not be made");
    }
    /// The id of a new event; an empty time leaves it undated.
    [[nodiscard]] QString addEventAt(const QString &title, const QString &time) const
    {
        QStringList line{ QStringLiteral("--json"), QStringLiteral("event"), QStringLiteral("add"),
                          QStringLiteral("--title"), title };
        if (!time.isEmpty())
            line << QStringLiteral("--time") << time;
        return run(line).object()[QStringLiteral("id")].toString();
    }
    QString addEvent(const QString &title,
                     const QString &time = QStringLiteral("2026-03-12T14:02:00Z")) const
    {
        return addEventAt(title, time);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace SecondStory::Testing
