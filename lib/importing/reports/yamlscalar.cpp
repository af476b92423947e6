// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/yamlscalar.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

/// The character that a backslash and these digits mean; nothing when they are none.
std::optional<QString> characterOf(QStringView digits)
{
    bool isNumber = false;
    const uint code = digits.toUInt(&isNumber, 16);
    if (!isNumber || code > QChar::LastValidCodePoint || code == 0 || QChar::isSurrogate(code))
        return {};
    const char32_t character = code;
    return QString::fromUcs4(&character, 1);
}

/// Reads the escape behind a backslash at `at`, which moves behind it; false when it is unknown.
bool takeEscape(const QString &text, qsizetype &at, QString &out)
{
    const QChar c = at + 1 < text.size() ? text[at + 1] : QChar();
    at += 2;
    static constexpr std::pair<char16_t, char16_t> kEscapes[] = {
        { u'n', u'\n' },  { u't', u'\t' }, { u'r', u'\n' }, { u'"', u'"' },
        { u'\\', u'\\' }, { u'/', u'/' },  { u' ', u' ' },
    };
    for (const auto &[escape, meaning] : kEscapes) {
        if (c == escape) {
            out += QChar(meaning);
            return true;
        }
    }
    const int digits = c == u'x' ? 2 : c == u'u' ? 4 : c == u'U' ? 8 : 0;
    const auto character = characterOf(QStringView(text).mid(at, digits));
    if (digits == 0 || !character)
        return false;
    out += *character;
    at += digits;
    return true;
}

/// Reads a quoted scalar at `at`, which moves behind its closing quote.
std::optional<QString> takeQuoted(const QString &text, qsizetype &at)
{
    const QChar quote = text[at++];
    QString out;
    while (at < text.size()) {
        const QChar c = text[at];
        if (c == quote && quote == u'\'' && at + 1 < text.size() && text[at + 1] == u'\'') {
            out += c;
            at += 2;
        } else if (c == quote) {
            ++at;
            return out;
        } else if (c == u'\\' && quote == u'"') {
            if (!takeEscape(text, at, out))
                return {};
        } else {
            out += c;
            ++at;
        }
    }
    return {};
}

/// A plain scalar ends where a comment begins.
QString withoutComment(const QString &text)
{
    const qsizetype comment = text.indexOf(u" #"_s);
    return (comment < 0 ? text : text.left(comment)).trimmed();
}

bool beginsStructure(const QString &text)
{
    return QStringView(u"&*!{[|>%@`").contains(text.front()) || text.startsWith(u"? "_s)
        || text == u"<<"_s;
}

bool isRest(const QString &text, qsizetype at)
{
    const QStringView rest = QStringView(text).mid(at).trimmed();
    return rest.isEmpty() || rest.startsWith(u'#');
}

} // namespace

std::optional<QString> readYamlScalar(const QString &text)
{
    if (text.isEmpty())
        return QString();
    if (text.front() == u'"' || text.front() == u'\'') {
        qsizetype at = 0;
        auto quoted = takeQuoted(text, at);
        return quoted && isRest(text, at) ? quoted : std::nullopt;
    }
    if (beginsStructure(text))
        return {};
    const QString plain = withoutComment(text);
    return plain == u"~"_s || plain == u"null"_s ? QString() : plain;
}

std::optional<QStringList> readYamlFlowList(const QString &text)
{
    QStringList items;
    qsizetype at = 1;
    const auto skipSpaces = [&] {
        while (at < text.size() && text[at].isSpace())
            ++at;
    };
    for (skipSpaces(); at < text.size() && text[at] != u']'; skipSpaces()) {
        std::optional<QString> item;
        if (text[at] == u'"' || text[at] == u'\'') {
            item = takeQuoted(text, at);
        } else {
            const qsizetype first = at;
            while (at < text.size() && text[at] != u',' && text[at] != u']')
                ++at;
            item = readYamlScalar(text.mid(first, at - first).trimmed());
        }
        if (!item)
            return {};
        items.append(*item);
        skipSpaces();
        if (at < text.size() && text[at] == u',')
            ++at;
        else if (at >= text.size() || text[at] != u']')
            return {};
    }
    if (at >= text.size() || !isRest(text, at + 1))
        return {};
    return items;
}

} // namespace SecondStory::Importing
