// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/csvreader.h"

#include "importing/importerrors.h"
#include "importing/limits.h"

#include <QHash>

#include <array>

namespace SecondStory::Importing {

namespace {

constexpr int kSniffedRecords = 20;

/// Columns of each of the first records, for one delimiter.
QList<int> columnCounts(QStringView head, QChar delimiter)
{
    QList<int> counts;
    int columns = 1;
    bool isInQuotes = false;
    bool isBlank = true;
    for (const QChar c : head) {
        if (c == u'"') {
            isInQuotes = !isInQuotes;
        } else if (!isInQuotes && c == delimiter) {
            ++columns;
        } else if (!isInQuotes && c == u'\n') {
            if (!isBlank)
                counts.append(columns);
            columns = 1;
            isBlank = true;
            if (counts.size() == kSniffedRecords)
                return counts;
            continue;
        }
        isBlank = false;
    }
    if (!isBlank && !isInQuotes)
        counts.append(columns);
    return counts;
}

} // namespace

CsvReader::CsvReader(LineReader &lines, QChar delimiter)
    : m_lines(lines)
    , m_delimiter(delimiter)
{
}

Result<bool> CsvReader::next()
{
    m_fields.clear();
    m_field.clear();
    m_columnCount = 0;
    m_isInQuotes = false;
    m_wasQuoted = false;
    m_isRepaired = false;
    m_isOversized = false;
    while (true) {
        const auto more = m_lines.next();
        if (!more)
            return more;
        if (!*more) {
            if (m_isInQuotes)
                return badInput(m_lines.fileName(), linePlace(m_quoteLine),
                                QCoreApplication::translate("Importing",
                                                            "a quote opens here and never closes"));
            return false;
        }
        if (!m_isInQuotes) {
            if (m_lines.bytes().trimmed().isEmpty())
                continue;
            m_line = m_lines.number();
        }
        const DecodedText decoded = m_lines.text();
        m_isRepaired = m_isRepaired || decoded.isRepaired;
        parse(decoded.text);
        if (!m_isInQuotes) {
            addField();
            return true;
        }
        if (m_field.size() < Limits::kFieldBytes)
            m_field += u'\n';
    }
}

void CsvReader::parse(const QString &line)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (m_isInQuotes) {
            if (c != u'"') {
                if (m_field.size() >= Limits::kFieldBytes)
                    m_isOversized = true;
                else
                    m_field += c;
            } else if (i + 1 < line.size() && line[i + 1] == u'"') {
                m_field += u'"';
                ++i;
            } else {
                m_isInQuotes = false;
            }
        } else if (c == u'"' && !m_wasQuoted && m_field.trimmed().isEmpty()) {
            m_field.clear();
            m_isInQuotes = true;
            m_wasQuoted = true;
            m_quoteLine = m_lines.number();
        } else if (c == m_delimiter) {
            addField();
        } else if (m_field.size() >= Limits::kFieldBytes) {
            m_isOversized = true;
        } else {
            m_field += c;
        }
    }
}

void CsvReader::addField()
{
    ++m_columnCount;
    if (m_columnCount <= Limits::kColumns)
        m_fields.append(m_wasQuoted ? m_field : m_field.trimmed());
    m_field.clear();
    m_wasQuoted = false;
}

std::optional<QChar> sniffDelimiter(QStringView head)
{
    static constexpr std::array kDelimiters{ u',', u';', u'\t', u'|' };
    std::optional<QChar> best;
    qsizetype bestScore = 0;
    for (const char16_t candidate : kDelimiters) {
        const QList<int> counts = columnCounts(head, candidate);
        if (counts.isEmpty() || counts.first() < 2)
            continue;
        // Lines that agree with the header weigh most; then the number of columns.
        const qsizetype agreeing = counts.count(counts.first());
        const qsizetype score = agreeing * 1000 / counts.size() * 100 + qMin(counts.first(), 99);
        if (score > bestScore) {
            bestScore = score;
            best = QChar(candidate);
        }
    }
    return best;
}

} // namespace SecondStory::Importing
