// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/batchoperation.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "cli/words.h"

#include <QJsonDocument>

#include <iostream>

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

constexpr size_t kLineBytes = 4 * 1024 * 1024;

struct BatchLine {
    QString review;
    bool stopAtError = false;
};

Result<QJsonObject> parse(const std::string &text)
{
    if (text.size() > kLineBytes)
        return failure(ErrorCode::BadInput, tr("the line is longer than 4 MiB"));
    QJsonParseError problem;
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromStdString(text), &problem);
    if (problem.error != QJsonParseError::NoError)
        return failure(ErrorCode::BadInput, problem.errorString());
    if (!document.isObject())
        return failure(ErrorCode::BadInput, tr("a line is one JSON object"));
    return document.object();
}

Result<int> batch(Context &context, const BatchLine &line)
{
    const auto library = context.library();
    if (!library)
        return failure(library.error());
    BatchOperations operations(context, line.review);
    int code = 0;
    int number = 0;
    for (std::string text; std::getline(std::cin, text);) {
        ++number;
        if (QByteArray::fromStdString(text).trimmed().isEmpty())
            continue;
        const auto object = parse(text);
        const auto done =
            object ? operations.run(*object) : Result<QJsonObject>(failure(object.error()));
        if (done) {
            QJsonObject answer = *done;
            answer.insert(u"line"_s, number);
            // Said only now, when the edit is in the library, and said at once.
            context.out.object(answer);
            if (auto told = context.out.flush(); !told)
                return failure(told.error());
            continue;
        }
        Error error = done.error();
        const QString place = error.place;
        error.file = u"-"_s;
        error.place = u"line %1"_s.arg(number);
        if (!place.isEmpty())
            error.place += u' ' + place;
        context.out.error(error);
        code = code == 0 ? exitCode(error.code) : code;
        if (line.stopAtError)
            break;
    }
    return code;
}

} // namespace

void addBatchCommand(Command &line, Context &context)
{
    Command command =
        line.add("batch",
                 tr("edits from standard input, one JSON object a line, one transaction "
                    "each"));
    const auto given = std::make_shared<BatchLine>();
    command.review(given->review);
    command.flag("--stop", given->stopAtError, tr("stop at the first line that fails"));
    command.describeMore(BatchOperations::help());
    command.runs(context, [&context, given] { return batch(context, *given); });
}

} // namespace SecondStory::Cli
