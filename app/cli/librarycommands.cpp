// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/context.h"
#include "cli/words.h"
#include "services/samplelibrary.h"
#include "store/libraryfile.h"

#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

QJsonObject toJson(const Store::LibraryInfo &info)
{
    return { { u"engine"_s, info.engine },        { u"location"_s, info.location },
             { u"schema"_s, info.schemaVersion }, { u"reviews"_s, info.reviews },
             { u"events"_s, info.events },        { u"sources"_s, info.sources },
             { u"factors"_s, info.factors },      { u"codes"_s, info.codes },
             { u"bytes"_s, info.bytes },          { u"readOnly"_s, info.isReadOnly } };
}

Result<int> init(Context &context)
{
    const auto path = context.location();
    if (!path)
        return failure(path.error());
    const auto created = Store::Library::create(*path);
    if (!created)
        return failure(created.error());
    if (context.out.isJson)
        context.out.object({ { u"library"_s, *path } });
    else
        context.out.line(*path);
    return 0;
}

Result<int> info(Context &context)
{
    const auto library = context.library();
    if (!library)
        return failure(library.error());
    const auto info = (*library)->info();
    if (!info)
        return failure(info.error());
    if (context.out.isJson) {
        context.out.object(toJson(*info));
        return 0;
    }
    const QLocale locale;
    const auto number = [&locale](qint64 value) { return locale.toString(value); };
    context.out.line(tr("Library    %1").arg(info->location));
    context.out.line(tr("Engine     %1, schema %2%3")
                         .arg(info->engine)
                         .arg(info->schemaVersion)
                         .arg(info->isReadOnly ? tr(", read-only") : QString()));
    context.out.line(tr("Size       %1").arg(locale.formattedDataSize(info->bytes)));
    context.out.line(tr("Reviews    %1").arg(number(info->reviews)));
    context.out.line(tr("Events     %1").arg(number(info->events)));
    context.out.line(tr("Sources    %1").arg(number(info->sources)));
    context.out.line(tr("Factors    %1").arg(number(info->factors)));
    context.out.line(tr("Codes      %1").arg(number(info->codes)));
    return 0;
}

Result<int> done(Context &context, const QString &key, const QString &path, const QString &words)
{
    if (context.out.isJson)
        context.out.object({ { key, path } });
    else
        context.out.line(words);
    return 0;
}

Result<int> backup(Context &context, const QString &target)
{
    const auto library = context.library();
    if (!library)
        return failure(library.error());
    const auto copied = (*library)->backup(target, [&context](int percent) {
        context.out.progress(tr("%1 %").arg(percent));
        return true;
    });
    if (!copied)
        return failure(copied.error());
    return done(context, u"backup"_s, target, tr("Copied to %1").arg(target));
}

Result<int> migrate(Context &context)
{
    const auto path = context.location();
    if (!path)
        return failure(path.error());
    const auto before = Store::LibraryFile::inspect(*path);
    if (!before)
        return failure(before.error());
    const auto library = context.library();
    if (!library)
        return failure(library.error());
    const auto info = (*library)->info();
    if (!info)
        return failure(info.error());
    if (context.out.isJson)
        context.out.object(
            { { u"from"_s, before->schemaVersion }, { u"to"_s, info->schemaVersion } });
    else if (before->schemaVersion == info->schemaVersion)
        context.out.line(tr("The library has the newest schema (%1)").arg(info->schemaVersion));
    else
        context.out.line(
            tr("Upgraded from schema %1 to %2, a copy of the old file stands beside it")
                .arg(before->schemaVersion)
                .arg(info->schemaVersion));
    return 0;
}

Result<int> sample(Context &context, const QString &target)
{
    const auto built = Services::buildSampleLibrary(target, [&context](int percent) {
        context.out.progress(tr("%1 %").arg(percent));
        return true;
    });
    if (!built)
        return failure(built.error());
    return done(context, u"library"_s, target, tr("Built %1").arg(target));
}

void addPathCommand(Command &line, Context &context, const std::string &name, const QString &what,
                    Result<int> (*work)(Context &, const QString &))
{
    Command command = line.add(name, what);
    const auto path = std::make_shared<QString>();
    command.text("OUT", *path, tr("a new file"))->required();
    command.runs(context, [&context, path, work] { return work(context, *path); });
}

} // namespace

void addLibraryCommands(Command &line, Context &context)
{
    line.add("init", tr("create an empty library")).runs(context, [&context] {
        return init(context);
    });
    line.add("info", tr("engine, schema version, counts, size")).runs(context, [&context] {
        return info(context);
    });
    line.add("migrate", tr("upgrade the schema, with a backup first")).runs(context, [&context] {
        return migrate(context);
    });
    addPathCommand(line, context, "backup", tr("a consistent copy, also while in use"), backup);
    addPathCommand(line, context, "sample", tr("build the sample library"), sample);
}

} // namespace SecondStory::Cli
