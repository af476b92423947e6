// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/statedtime.h"
#include "domain/enumnames.h"
#include "domain/result.h"

#include <QStringList>

#include <CLI/CLI.hpp>

#include <functional>
#include <optional>

namespace SecondStory::Cli {

class Context;

/// What a command does once the whole line has been understood: gives its exit code.
using Task = std::function<Result<int>()>;

/// One command of the line and its options, in our types. A value that does not fit is a usage
/// error.
class Command {
public:
    explicit Command(CLI::App &app)
        : m_app(&app)
    {
    }
    [[nodiscard]] Command add(const std::string &name, const QString &what);

    CLI::Option *text(const std::string &names, QString &value, const QString &what);
    CLI::Option *text(const std::string &names, std::optional<QString> &value, const QString &what);
    CLI::Option *texts(const std::string &names, QStringList &values, const QString &what);
    CLI::Option *flag(const std::string &names, bool &value, const QString &what);
    CLI::Option *number(const std::string &names, std::optional<int> &value, const QString &what);
    CLI::Option *time(const std::string &names, std::optional<StatedTime> &value,
                      const QString &what);
    /// One of an enumeration's stable names.
    template <class E>
    CLI::Option *choice(const std::string &names, std::optional<E> &value, const QString &what)
    {
        QStringList words;
        for (const auto &entry : EnumNames<E>::entries)
            words << QString::fromUtf16(entry.second);
        return checked(names, what, words, [&value](const QString &text) {
            value = fromString<E>(text);
            return value.has_value();
        });
    }
    /// One of the words.
    CLI::Option *word(const std::string &names, QString &value, const QStringList &words,
                      const QString &what);
    /// "-r REVIEW"; may be left out where the library holds exactly one review.
    CLI::Option *review(QString &value);

    void describeMore(const QString &footer);
    void needsOneCommand();
    void runs(Context &context, Task task);

private:
    CLI::Option *checked(const std::string &names, const QString &what, const QStringList &words,
                         const std::function<bool(const QString &)> &take);

    CLI::App *m_app;
};

} // namespace SecondStory::Cli
