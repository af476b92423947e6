// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/calendar/contentlines.h"

#include "importing/limits.h"

namespace SecondStory::Importing {

namespace {

constexpr int kMostParameters = 50;

/// The end of a name, a parameter or its value: the first of `marks` outside quotes.
qsizetype endOf(QStringView text, qsizetype from, QStringView marks)
{
    bool isInQuotes = false;
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text[i] == u'"')
            isInQuotes = !isInQuotes;
        else if (!isInQuotes && marks.contains(text[i]))
            return i;
    }
    return text.size();
}

QString unquoted(QStringView text)
{
    text = text.trimmed();
    if (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"'))
        text = text.mid(1, text.size() - 2);
    return text.toString();
}

} // namespace

QString ContentLine::parameter(const QString &key) const
{
    for (const auto &[parameterName, text] : parameters) {
        if (parameterName == key)
            return text;
    }
    return {};
}

Result<bool> ContentLineReader::takeUnfolded(QByteArray &bytes)
{
    bytes.clear();
    if (!m_isAhead) {
        const auto more = m_lines.next();
        if (!more || !*more)
            return more;
    }
    m_isAhead = false;
    bytes.append(m_lines.bytes());
    m_current.line = m_lines.number();
    while (true) {
        const auto more = m_lines.next();
        if (!more)
            return more;
        if (!*more) {
            m_isAtEnd = true;
            return true;
        }
        const QByteArrayView line = m_lines.bytes();
        const bool isFolded = line.startsWith(' ') || line.startsWith('\t');
        if (!isFolded) {
            m_isAhead = true;
            return true;
        }
        if (bytes.size() + line.size() <= Limits::kFieldBytes)
            bytes.append(line.sliced(1));
    }
}

Result<bool> ContentLineReader::next()
{
    QByteArray bytes;
    while (!m_isAtEnd) {
        const auto more = takeUnfolded(bytes);
        if (!more || !*more)
            return more;
        const DecodedText decoded = decodeUtf8(bytes);
        if (auto line = readContentLine(decoded.text)) {
            line->line = m_current.line;
            line->isRepaired = decoded.isRepaired;
            m_current = std::move(*line);
            return true;
        }
    }
    return false;
}

std::optional<ContentLine> readContentLine(QStringView text)
{
    ContentLine line;
    qsizetype at = endOf(text, 0, u";:");
    line.name = text.left(at).trimmed().toString().toUpper();
    if (line.name.isEmpty() || at >= text.size())
        return {};
    while (text[at] == u';') {
        const qsizetype end = endOf(text, at + 1, u";:");
        if (end >= text.size())
            return {};
        const QStringView parameter = text.mid(at + 1, end - at - 1);
        const qsizetype equals = parameter.indexOf(u'=');
        if (equals > 0 && line.parameters.size() < kMostParameters)
            line.parameters.append({ parameter.left(equals).trimmed().toString().toUpper(),
                                     unquoted(parameter.mid(equals + 1)) });
        at = end;
    }
    line.value = text.mid(at + 1).toString();
    return line;
}

QString unescapedText(QStringView value)
{
    QString text;
    text.reserve(value.size());
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] != u'\\' || i + 1 == value.size()) {
            text += value[i];
            continue;
        }
        ++i;
        text += value[i] == u'n' || value[i] == u'N' ? QChar(u'\n') : value[i];
    }
    return text;
}

} // namespace SecondStory::Importing
