// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/command.h"

#include "cli/context.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

/// CLI11 takes a refusal as an exception and turns it into its own usage error.
[[noreturn]] void refuse(const std::string &option, const QString &why)
{
    throw CLI::ValidationError(option, why.toStdString());
}

} // namespace

Command Command::add(const std::string &name, const QString &what)
{
    return Command(*m_app->add_subcommand(name, what.toStdString()));
}

CLI::Option *Command::text(const std::string &names, QString &value, const QString &what)
{
    return m_app->add_option_function<std::string>(
        names, [&value](const std::string &text) { value = QString::fromStdString(text); },
        what.toStdString());
}

CLI::Option *Command::text(const std::string &names, std::optional<QString> &value,
                           const QString &what)
{
    return m_app->add_option_function<std::string>(
        names, [&value](const std::string &text) { value = QString::fromStdString(text); },
        what.toStdString());
}

CLI::Option *Command::texts(const std::string &names, QStringList &values, const QString &what)
{
    CLI::Option *option = m_app->add_option_function<std::vector<std::string>>(
        names,
        [&values](const std::vector<std::string> &texts) {
            for (const std::string &text : texts)
                values << QString::fromStdString(text);
        },
        what.toStdString());
    // A named one takes one word each time, so that it does not swallow what stands behind it.
    if (!option->get_positional())
        option->allow_extra_args(false);
    return option;
}

CLI::Option *Command::flag(const std::string &names, bool &value, const QString &what)
{
    return m_app->add_flag(names, value, what.toStdString());
}

CLI::Option *Command::number(const std::string &names, std::optional<int> &value,
                             const QString &what)
{
    return m_app->add_option_function<int>(
        names, [&value](const int &number) { value = number; }, what.toStdString());
}

CLI::Option *Command::time(const std::string &names, std::optional<StatedTime> &value,
                           const QString &what)
{
    return m_app->add_option_function<std::string>(
        names,
        [names, &value](const std::string &text) {
            value = StatedTime::fromText(QString::fromStdString(text));
            if (!value)
                refuse(names,
                       tr("\"%1\" is not a time in RFC 3339, write it like "
                          "2026-03-12T14:02:00+01:00")
                           .arg(QString::fromStdString(text)));
        },
        what.toStdString());
}

CLI::Option *Command::word(const std::string &names, QString &value, const QStringList &words,
                           const QString &what)
{
    return checked(names, what, words, [&value, words](const QString &text) {
        value = text;
        return words.contains(text);
    });
}

CLI::Option *Command::review(QString &value)
{
    return text("-r,--review", value,
                tr("review: id, unique beginning of it, or exact title; may be left out where the "
                   "library holds one review"));
}

void Command::describeMore(const QString &footer)
{
    m_app->footer(footer.toStdString());
}

void Command::needsOneCommand()
{
    m_app->require_subcommand(1);
}

void Command::runs(Context &context, Task task)
{
    m_app->callback([&context, task = std::move(task)] { context.task = task; });
}

CLI::Option *Command::checked(const std::string &names, const QString &what,
                              const QStringList &words,
                              const std::function<bool(const QString &)> &take)
{
    const QString list = words.join(u", "_s);
    return m_app->add_option_function<std::string>(
        names,
        [names, list, take](const std::string &text) {
            const QString word = QString::fromStdString(text);
            if (!take(word))
                refuse(names, tr("\"%1\" is not one of: %2").arg(word, list));
        },
        QString(what + u": "_s + list).toStdString());
}

} // namespace SecondStory::Cli
