// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/output.h"

#include "analysis/recurrenceexport.h"
#include "cli/words.h"
#include "reporting/inerttext.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

void put(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
}

QByteArray oneLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

QJsonObject toJson(const Error &error)
{
    QJsonObject object{ { u"code"_s, toString(error.code) },
                        { u"file"_s, error.file },
                        { u"place"_s, error.place },
                        { u"what"_s, error.what },
                        { u"hint"_s, error.hint } };
    if (error.code == ErrorCode::Conflict && !error.detail.isEmpty())
        object.insert(u"detail"_s, error.detail);
    return object;
}

void Output::line(const QString &text)
{
    put(stdout, Reporting::inertText(text).toUtf8() + '\n');
}

void Output::object(const QJsonObject &object)
{
    put(stdout, oneLine(object));
}

void Output::bytes(const QByteArray &bytes)
{
    put(stdout, bytes);
}

void Output::table(const TextRow &headers, const QList<TextRow> &rows)
{
    QList<TextRow> lines{ headers };
    for (const TextRow &row : rows) {
        TextRow cells;
        for (const QString &cell : row)
            cells << Reporting::inertLine(cell);
        lines << cells;
    }
    QList<qsizetype> widths(headers.size(), 0);
    for (const TextRow &cells : std::as_const(lines)) {
        for (qsizetype i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], cells[i].size());
    }
    for (const TextRow &cells : std::as_const(lines)) {
        QString text;
        for (qsizetype i = 0; i < cells.size(); ++i)
            text +=
                i + 1 == cells.size() ? cells[i] : QString(cells[i].leftJustified(widths[i] + 2));
        put(stdout, text.trimmed().toUtf8() + '\n');
    }
}

void Output::csvRow(const TextRow &cells)
{
    QStringList quoted;
    for (const QString &cell : cells)
        quoted << Analysis::csvCell(cell);
    put(stdout, quoted.join(u',').toUtf8() + "\r\n");
}

void Output::note(const QString &text)
{
    if (isQuiet)
        return;
    endProgress();
    put(stderr, Reporting::inertText(text).toUtf8() + '\n');
}

void Output::error(const Error &error)
{
    endProgress();
    std::fflush(stdout);
    if (isJson)
        return put(stderr, oneLine({ { u"error"_s, toJson(error) } }));
    QString text = u"error: "_s + error.toString();
    if (error.code == ErrorCode::Conflict && !error.detail.isEmpty())
        text += u'\n' + error.detail;
    put(stderr, Reporting::inertText(text).toUtf8() + '\n');
}

void Output::progress(const QString &text)
{
    static const bool isTerminal = isatty(STDERR_FILENO) == 1;
    if (isQuiet || isJson || !isTerminal)
        return;
    put(stderr, "\r\033[K" + Reporting::inertLine(text).toUtf8());
    std::fflush(stderr);
    m_hasProgress = true;
}

void Output::endProgress()
{
    if (m_hasProgress)
        put(stderr, "\r\033[K");
    m_hasProgress = false;
}

Result<void> Output::flush()
{
    endProgress();
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return {};
    return failure(ErrorCode::Storage, tr("the output could not be written"),
                   tr("see whether the disk is full"));
}

} // namespace SecondStory::Cli
