// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/jsonvaluescan.h"

#include "importing/limits.h"

namespace SecondStory::Importing {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool opens(char c)
{
    return c == '{' || c == '[';
}

bool closes(char c)
{
    return c == '}' || c == ']';
}

} // namespace

qsizetype JsonValueScan::feed(QByteArrayView bytes)
{
    qsizetype at = 0;
    while (at < bytes.size() && !m_isDone && !m_isTooDeep && take(bytes[at]))
        ++at;
    return at;
}

/// False when the character does not belong to the value any more.
bool JsonValueScan::take(char c)
{
    if (m_isInText)
        return takeInText(c);
    if (m_depth == 0) {
        const bool endsAnything = c == ',' || c == ':' || closes(c) || isSpace(c);
        if (endsAnything || (m_hasBegun && (c == '"' || opens(c)))) {
            m_isDone = true;
            return false;
        }
    }
    m_hasBegun = true;
    if (c == '"') {
        m_isInText = true;
    } else if (opens(c)) {
        m_isTooDeep = ++m_depth > Limits::kJsonDepth;
    } else if (closes(c)) {
        m_isDone = --m_depth == 0;
    }
    return true;
}

bool JsonValueScan::takeInText(char c)
{
    if (m_isEscaped) {
        m_isEscaped = false;
    } else if (c == '\\') {
        m_isEscaped = true;
    } else if (c == '"') {
        m_isInText = false;
        m_isDone = m_depth == 0;
    }
    return true;
}

} // namespace SecondStory::Importing
