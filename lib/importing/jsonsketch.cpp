// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/jsonsketch.h"

#include "importing/jsonvaluescan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kDepth = 12;
constexpr qsizetype kPaths = 4'000;
constexpr qsizetype kPathCharacters = 400;
constexpr qsizetype kTextBytes = 200;
constexpr int kValues = 50;

/// Reads as far as the text goes; what is no JSON ends it.
class Sketcher {
public:
    explicit Sketcher(QByteArrayView text)
        : m_text(text)
    {
    }

    JsonSketch run()
    {
        skipSpaces();
        const char first = peek();
        if (first != '{' && first != '[')
            return {};
        m_sketch.shape = first == '{' ? JsonSketch::Shape::Object : JsonSketch::Shape::Array;
        int values = 0;
        while (values < kValues) {
            const bool isWhole = first == '[' ? array({}, 0) : value({}, 0);
            // Broken within the first value: then it is something else, unless it was cut off.
            if (!isWhole)
                return m_at < m_text.size() && values == 0 ? JsonSketch() : m_sketch;
            ++values;
            skipSpaces();
            if (peek() != first || first == '[')
                break;
            m_sketch.shape = JsonSketch::Shape::Lines;
        }
        return m_at < m_text.size() && values < kValues ? JsonSketch() : m_sketch;
    }

private:
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skipSpaces()
    {
        while (m_at < m_text.size()
               && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r'
                   || m_text[m_at] == '\t'))
            ++m_at;
    }
    bool take(char c)
    {
        skipSpaces();
        if (peek() != c)
            return false;
        ++m_at;
        return true;
    }

    bool value(const QString &path, int depth)
    {
        skipSpaces();
        if (depth > kDepth && (peek() == '{' || peek() == '['))
            return skipValue();
        if (peek() == '{')
            return object(path, depth);
        if (peek() == '[')
            return array(path.isEmpty() ? QString() : QString(path + u"[]"), depth);
        if (peek() == '"') {
            QByteArrayView raw;
            if (!string(raw))
                return false;
            note(path, raw);
            return true;
        }
        const qsizetype from = m_at;
        while (m_at < m_text.size() && QByteArrayView(",]} \n\r\t").indexOf(m_text[m_at]) < 0)
            ++m_at;
        const QByteArrayView token = m_text.sliced(from, m_at - from);
        if (m_at >= m_text.size() || !isScalar(token))
            return false;
        if (token != "null")
            note(path, token);
        return true;
    }

    /// Passes over what helps nobody to tell formats apart, without nesting itself.
    bool skipValue()
    {
        skipSpaces();
        JsonValueScan scan;
        m_at += scan.feed(m_text.sliced(m_at));
        if (scan.isTooDeep())
            m_at = m_text.size(); // as if cut off here: what was seen before still counts
        return scan.isDone();
    }

    static bool isScalar(QByteArrayView token)
    {
        if (token == "true" || token == "false" || token == "null")
            return true;
        return !token.isEmpty() && std::all_of(token.begin(), token.end(), [](char c) {
            return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e'
                || c == 'E';
        });
    }

    bool object(const QString &path, int depth)
    {
        ++m_at;
        if (take('}'))
            return true;
        while (true) {
            skipSpaces();
            QByteArrayView raw;
            if (peek() != '"' || !string(raw) || !take(':'))
                return false;
            const QString key = QString::fromUtf8(raw);
            const QString child = path.isEmpty() ? key : QString(path + u'.' + key);
            // A path that long is nobody's format, and many of them would add up.
            const bool isKept = child.size() <= kPathCharacters;
            if (isKept && m_sketch.paths.size() < kPaths)
                m_sketch.paths.insert(child);
            if (!(isKept ? value(child, depth + 1) : skipValue()))
                return false;
            if (take('}'))
                return true;
            if (!take(','))
                return false;
        }
    }

    bool array(const QString &path, int depth)
    {
        ++m_at;
        if (take(']'))
            return true;
        while (true) {
            if (!value(path, depth + 1))
                return false;
            if (take(']'))
                return true;
            if (!take(','))
                return false;
        }
    }

    /// The characters between the quotes, escapes as they are; moves to the end of the text when
    /// the string was cut off.
    bool string(QByteArrayView &raw)
    {
        const qsizetype from = ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        if (m_at >= m_text.size()) {
            m_at = m_text.size();
            return false;
        }
        raw = m_text.sliced(from, m_at - from);
        ++m_at;
        return true;
    }

    void note(const QString &path, QByteArrayView raw)
    {
        if (raw.size() <= kTextBytes && m_sketch.texts.size() < kPaths
            && !m_sketch.texts.contains(path))
            m_sketch.texts.insert(path, QString::fromUtf8(raw));
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    JsonSketch m_sketch;
};

} // namespace

bool JsonSketch::hasAll(std::initializer_list<QString> wanted) const
{
    return std::all_of(wanted.begin(), wanted.end(),
                       [this](const QString &path) { return paths.contains(path); });
}

JsonSketch sketchJson(QByteArrayView head)
{
    return Sketcher(head).run();
}

} // namespace SecondStory::Importing
