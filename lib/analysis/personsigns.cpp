// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/personsigns.h"

#include <algorithm>

namespace SecondStory::Analysis {

namespace {

template <class T>
void sortOnce(std::vector<T> &values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    values.shrink_to_fit();
}

} // namespace

void PersonSigns::add(Kind kind, const EventFact &event)
{
    (kind == Kind::Author ? m_authored : m_named).push_back(event.seq);
    if (!event.start)
        return;
    if (event.lane.isNull()) {
        m_loose.push_back({ event.start->us, event.seq });
        return;
    }
    const auto known = m_joined.find(event.lane);
    if (known == m_joined.end())
        m_joined.insert(event.lane, *event.start);
    else
        *known = std::min(*known, *event.start);
}

void PersonSigns::finish()
{
    sortOnce(m_authored);
    sortOnce(m_named);
    sortOnce(m_loose);
}

bool PersonSigns::isAuthor(qint64 seq) const
{
    return std::binary_search(m_authored.begin(), m_authored.end(), seq);
}

bool PersonSigns::isNamed(qint64 seq) const
{
    return std::binary_search(m_named.begin(), m_named.end(), seq);
}

} // namespace SecondStory::Analysis
