// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/mentions.h"

#include <algorithm>

namespace SecondStory::Analysis {

namespace {

constexpr qsizetype kShortName = 2;

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c == u'_';
}

bool standsIn(QStringView name, QStringView text)
{
    for (qsizetype at = text.indexOf(name, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(name, at + 1, Qt::CaseInsensitive)) {
        const qsizetype end = at + name.size();
        const bool isWhole = (at == 0 || !isWordCharacter(text[at - 1]))
            && (end == text.size() || !isWordCharacter(text[end]));
        const bool isCalled = name.size() > kShortName || (at > 0 && text[at - 1] == u'@');
        if (isWhole && isCalled)
            return true;
    }
    return false;
}

} // namespace

Mentions::Mentions(const Person &person)
{
    QStringList names = person.handles;
    names.prepend(person.name);
    for (QString name : std::as_const(names)) {
        name = name.simplified();
        while (name.startsWith(u'@'))
            name.remove(0, 1);
        const bool hasWords = std::any_of(name.cbegin(), name.cend(), isWordCharacter);
        if (hasWords && !m_names.contains(name, Qt::CaseInsensitive))
            m_names << name;
    }
}

bool Mentions::isIn(QStringView text) const
{
    return std::any_of(m_names.cbegin(), m_names.cend(),
                       [text](const QString &name) { return standsIn(name, text); });
}

} // namespace SecondStory::Analysis
