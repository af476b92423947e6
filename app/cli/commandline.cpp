// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandline.h"

#include "cli/commands.h"
#include "cli/momentscommand.h"
#include "cli/context.h"
#include "cli/words.h"

#include <clocale>
#include <cstdio>
#include <cstring>
#include <langinfo.h>

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

int tell(Context &context, const Error &error)
{
    context.out.error(error);
    return exitCode(error.code);
}

bool asksForJson(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--json") == 0)
            return true;
    }
    return false;
}

/// CLI11's own words end in full stops and line ends, ours in neither.
int usageError(Context &context, const CLI::ParseError &problem)
{
    Error error;
    error.code = ErrorCode::Usage;
    error.what = QString::fromStdString(problem.what()).simplified();
    error.hint = tr("see `secondstory-cli --help`");
    return tell(context, error);
}

/// Qt's own remarks (a missing folder of the session, an odd font) would stand among our errors,
/// which scripts read.
void keepQuiet(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg || qEnvironmentVariableIsSet("SECONDSTORY_LOG"))
        std::fprintf(stderr, "%s\n", qPrintable(message));
}

int runTask(Context &context)
{
    const auto code = context.task();
    if (!code)
        return tell(context, code.error());
    if (const auto written = context.out.flush(); !written)
        return tell(context, written.error());
    return *code;
}

} // namespace

void prepareEnvironment()
{
    // Reports paint, yet no display may be there; a desktop's own choice would look for one.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(keepQuiet);
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

int runCommandLine(int argc, char **argv)
{
    CLI::App app(tr("Post-incident review analysis without a window.").toStdString(),
                 "secondstory-cli");
    Context context;
    context.out.isJson = asksForJson(argc, argv);
    app.fallthrough();
    app.set_version_flag("--version", std::string("secondstory-cli " SECONDSTORY_VERSION));
    Command line(app);
    line.text("-L,--library", context.libraryPath,
              tr("library file; else $SECONDSTORY_LIBRARY, else the user's own"));
    line.flag("--json", context.out.isJson, tr("results and errors as JSON"));
    line.flag("-q,--quiet", context.out.isQuiet, tr("no remarks and no progress"));
    line.needsOneCommand();
    for (const auto add :
         { addLibraryCommands, addReviewCommands, addImportCommand, addSourceCommands,
           addEventCommands, addBatchCommand, addSearchCommand, addCodeCommands,
           addPressuresCommand, addCheckCommand, addReportCommand, addMomentsCommand })
        add(line, context);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success &answer) { // help and version
        return app.exit(answer);
    } catch (const CLI::ParseError &problem) {
        const auto left = app.remaining();
        return left.empty() ? usageError(context, problem)
                            : usageError(context, CLI::ExtrasError("", left));
    }
    return runTask(context);
}

} // namespace SecondStory::Cli
