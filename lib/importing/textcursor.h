// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace SecondStory::Importing {

/// A reading position in a text; every `take…` moves on only when it succeeds.
class TextCursor {
public:
    explicit TextCursor(QStringView text)
        : m_text(text)
    {
    }

    [[nodiscard]] qsizetype position() const { return m_at; }
    void setPosition(qsizetype at) { m_at = at; }
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QStringView rest() const { return m_text.mid(m_at); }
    [[nodiscard]] char16_t peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead].unicode() : u'\0';
    }
    void skip(qsizetype count = 1) { m_at += count; }
    void skipSpaces()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }
    bool take(char16_t c)
    {
        if (peek() != c)
            return false;
        ++m_at;
        return true;
    }
    /// Reads between `least` and `most` ASCII digits; -1 when there are fewer.
    int takeNumber(int least, int most)
    {
        int value = 0;
        int count = 0;
        while (count < most && isDigit(peek(count))) {
            value = value * 10 + (peek(count) - u'0');
            ++count;
        }
        if (count < least)
            return -1;
        m_at += count;
        return value;
    }
    /// The letters standing here, without moving.
    [[nodiscard]] QStringView word() const
    {
        qsizetype n = m_at;
        while (n < m_text.size() && m_text[n].isLetter())
            ++n;
        return m_text.mid(m_at, n - m_at);
    }
    [[nodiscard]] static bool isDigit(char16_t c) { return c >= u'0' && c <= u'9'; }
    /// What no word goes on with; the end of the text is one.
    [[nodiscard]] static bool isWordBoundary(char16_t c) { return !QChar(c).isLetterOrNumber(); }
    /// Hyphen, minus and every dash.
    [[nodiscard]] static bool isDash(char16_t c)
    {
        return c == u'-' || (c >= u'\u2010' && c <= u'\u2015') || c == u'\u2212' || c == u'\uFE58'
            || c == u'\uFF0D';
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace SecondStory::Importing
