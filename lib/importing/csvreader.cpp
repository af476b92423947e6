// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/csvreader.h"

#include "importing/importerrors.h"
#include "importing/limits.h"
#include "importing/textslice.h"

#include <array>
#include <cstring>

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
    , m_delimiter(delimiter.toLatin1())
{
}

const QStringList &CsvReader::fields() const
{
    if (m_texts.isEmpty()) {
        for (const QByteArrayView cell : m_cells)
            m_texts.append(QString::fromUtf8(cell));
    }
    return m_texts;
}

Result<bool> CsvReader::next()
{
    m_cells.clear();
    m_texts.clear();
    m_columnCount = 0;
    m_isInQuotes = false;
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
            const QByteArrayView line = wholeText();
            if (std::memchr(line.data(), '"', static_cast<size_t>(line.size())) == nullptr) {
                split(line);
                return true;
            }
            m_text.resize(0);
            m_fields.clear();
            m_field = {};
            parse(line);
        } else {
            parse(wholeText());
        }
        if (!m_isInQuotes) {
            endField();
            showFields();
            return true;
        }
        append("\n");
    }
}

QByteArrayView CsvReader::wholeText()
{
    const QByteArrayView line = m_lines.bytes();
    if (isAscii(line))
        return line;
    const DecodedText decoded = decodeUtf8(line);
    if (!decoded.isRepaired)
        return line;
    m_isRepaired = true;
    m_repaired = decoded.text.toUtf8();
    return m_repaired;
}

void CsvReader::split(QByteArrayView line)
{
    const char *at = line.data();
    const char *const end = at + line.size();
    while (true) {
        const auto *mark =
            static_cast<const char *>(std::memchr(at, m_delimiter, static_cast<size_t>(end - at)));
        const char *const behind = mark == nullptr ? end : mark;
        if (behind - at > Limits::kFieldBytes)
            m_isOversized = true;
        else if (m_columnCount < Limits::kColumns)
            m_cells.push_back(trimmedSlice({ at, behind - at }));
        ++m_columnCount;
        if (mark == nullptr)
            return;
        at = mark + 1;
    }
}

void CsvReader::append(QByteArrayView text)
{
    const qsizetype room = Limits::kFieldBytes - m_field.length;
    if (text.size() > room) {
        m_isOversized = true;
        text = text.first(room);
    }
    m_text.append(text);
    m_field.length += text.size();
}

void CsvReader::parse(QByteArrayView line)
{
    qsizetype i = 0;
    while (i < line.size()) {
        const qsizetype end = nextMark(line, i);
        append(line.sliced(i, end - i));
        if (end == line.size())
            return;
        i = end + 1;
        const char mark = line[end];
        if (m_isInQuotes) {
            if (i == line.size() || line[i] != '"') {
                m_isInQuotes = false;
            } else {
                append("\"");
                ++i;
            }
        } else if (mark != '"') {
            endField();
        } else if (!m_field.isQuoted
                   && trimmedSlice(QByteArrayView(m_text).sliced(m_field.from)).isEmpty()) {
            m_text.truncate(m_field.from);
            m_field.length = 0;
            m_field.isQuoted = true;
            m_isInQuotes = true;
            m_quoteLine = m_lines.number();
        } else {
            append("\"");
        }
    }
}

qsizetype CsvReader::nextMark(QByteArrayView line, qsizetype from) const
{
    if (m_isInQuotes) {
        const qsizetype quote = line.indexOf('"', from);
        return quote < 0 ? line.size() : quote;
    }
    while (from < line.size() && line[from] != '"' && line[from] != m_delimiter)
        ++from;
    return from;
}

void CsvReader::endField()
{
    ++m_columnCount;
    if (m_columnCount <= Limits::kColumns)
        m_fields.push_back(m_field);
    m_field = { m_text.size() };
}

void CsvReader::showFields()
{
    for (const Field &field : m_fields) {
        const auto cell = QByteArrayView(m_text).sliced(field.from, field.length);
        m_cells.push_back(field.isQuoted ? cell : trimmedSlice(cell));
    }
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
