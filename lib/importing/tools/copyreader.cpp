// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tools/copyreader.h"

#include "importing/importerrors.h"
#include "importing/limits.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr QStringView kCopy = u"COPY ";
constexpr QStringView kFrom = u" FROM stdin;";

/// What stands between the words of a COPY statement; nothing when the line is none. Both words may
/// claim the same space ("COPY FROM stdin;").
QStringView headerIn(QStringView line)
{
    const bool isCopy = line.size() >= kCopy.size() + kFrom.size() && line.startsWith(kCopy)
        && line.endsWith(kFrom);
    return isCopy ? line.mid(kCopy.size()).chopped(kFrom.size()) : QStringView();
}

QString unquoted(QStringView name)
{
    name = name.trimmed();
    if (name.size() >= 2 && name.startsWith(u'"') && name.endsWith(u'"'))
        name = name.mid(1, name.size() - 2);
    return name.toString();
}

/// Reads "\101" and "\x41"; the length in `length`, 0 when none stands there.
char16_t codeAt(QStringView text, qsizetype &length)
{
    const bool isHex = text.startsWith(u'x');
    const int base = isHex ? 16 : 8;
    qsizetype at = isHex ? 1 : 0;
    const qsizetype most = at + (isHex ? 2 : 3);
    int code = 0;
    length = 0;
    for (; at < text.size() && at < most; ++at) {
        bool isDigit = false;
        const int digit = text.mid(at, 1).toInt(&isDigit, base);
        if (!isDigit)
            break;
        code = code * base + digit;
        length = at + 1;
    }
    return static_cast<char16_t>(code & 0xff);
}

} // namespace

Result<bool> CopyReader::next()
{
    while (true) {
        const auto more = m_lines.next();
        if (!more)
            return more;
        if (!*more) {
            if (m_isInside)
                return badInput(
                    m_lines.fileName(), linePlace(m_lines.number()),
                    QCoreApplication::translate("Importing", "ends in the middle of the table “%1”")
                        .arg(m_table));
            return false;
        }
        const DecodedText decoded = m_lines.text();
        if (!m_isInside) {
            takeHeader(headerIn(decoded.text));
            continue;
        }
        if (decoded.text == u"\\."_s) {
            m_isInside = false;
            continue;
        }
        m_isRepaired = decoded.isRepaired;
        // No table of ours is that wide; a row that is would cost much to part.
        const bool isWide = decoded.text.count(u'\t') > Limits::kColumns;
        m_fields = isWide ? QStringList() : decoded.text.split(u'\t');
        return true;
    }
}

void CopyReader::takeHeader(QStringView header)
{
    const qsizetype open = header.indexOf(u'(');
    const qsizetype close = header.lastIndexOf(u')');
    if (open <= 0 || close < open)
        return;
    const QStringView name = header.left(open).trimmed();
    const qsizetype dot = name.lastIndexOf(u'.');
    m_schema = dot < 0 ? QString() : unquoted(name.left(dot));
    m_table = unquoted(name.mid(dot + 1));
    m_columns.clear();
    const auto columns = header.mid(open + 1, close - open - 1).split(u',');
    for (const QStringView column : columns) {
        if (m_columns.size() < Limits::kColumns)
            m_columns.append(unquoted(column));
    }
    m_isInside = true;
}

std::optional<QString> CopyReader::value(QStringView column) const
{
    const qsizetype at = m_columns.indexOf(column);
    if (at < 0 || at >= m_fields.size() || m_fields[at] == u"\\N"_s)
        return {};
    return unescapedCopyField(m_fields[at]);
}

QString unescapedCopyField(QStringView field)
{
    QString text;
    text.reserve(field.size());
    for (qsizetype i = 0; i < field.size(); ++i) {
        if (field[i] != u'\\' || i + 1 == field.size()) {
            text += field[i];
            continue;
        }
        ++i;
        constexpr QStringView kLetters = u"bfnrtv";
        constexpr QStringView kMeanings = u"\b\f\n\r\t\v";
        if (const qsizetype letter = kLetters.indexOf(field[i]); letter >= 0) {
            text += kMeanings[letter];
            continue;
        }
        qsizetype length = 0;
        const char16_t code = codeAt(field.mid(i), length);
        if (length == 0 || code == 0) {
            text += field[i];
            continue;
        }
        text += QChar(code);
        i += length - 1;
    }
    return text;
}

} // namespace SecondStory::Importing
